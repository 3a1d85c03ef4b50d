//! The transaction extensions: they give each free transaction its lane and its share of the block.

use crate::{Config, Lane, Lanes, Pallet, WeightInfo, MAX_AHEAD, MAX_PAID_PRIORITY};
use alloc::vec::Vec;
use core::{fmt, marker::PhantomData};
use frame_support::{
	dispatch::{CheckIfFeeless, DispatchClass, DispatchInfo, DispatchResult, PostDispatchInfo},
	pallet_prelude::*,
};
use frame_system::{pallet_prelude::OriginFor, CheckNonce, CheckWeight};
use pallet_skip_feeless_payment::{Intermediate, SkipCheckIfFeeless};
use scale_info::{StaticTypeInfo, Type};
use sp_runtime::traits::{
	AsSystemOriginSigner, DispatchInfoOf, DispatchOriginOf, Dispatchable, Implication, PostDispatchInfoOf,
	TransactionExtension, TransactionExtensionMetadata, UniqueSaturatedInto, ValidateResult,
};

/// The checks of nonce, weight and payment that [`CivicLane`] wraps. `C` charges the fee.
type Checks<T, C> = (CheckNonce<T>, CheckWeight<T>, SkipCheckIfFeeless<T, C>);

/// Checks nonce, weight and payment, gives a free transaction the priority of its lane, and counts its weight
/// against the civic share of the block. `C` charges the fee of whatever is not free.
///
/// It adds no byte: a transaction is encoded and described as with the wrapped checks in a row.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, PartialEq, Eq)]
pub struct CivicLane<T: frame_system::Config + Send + Sync, C>(pub Checks<T, C>);

impl<T: frame_system::Config + Send + Sync, C> CivicLane<T, C>
where
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
{
	/// The checks of a transaction with this nonce, whose fee `charge` takes.
	pub fn new(nonce: T::Nonce, charge: C) -> Self {
		Self((CheckNonce::from(nonce), CheckWeight::new(), SkipCheckIfFeeless::from(charge)))
	}
}

// Invisible from outside: a wallet sees the wrapped checks only.
impl<T: frame_system::Config + Send + Sync, C> TypeInfo for CivicLane<T, C>
where
	Checks<T, C>: StaticTypeInfo,
{
	type Identity = Checks<T, C>;

	fn type_info() -> Type {
		Checks::<T, C>::type_info()
	}
}

impl<T: frame_system::Config + Send + Sync, C: Encode> fmt::Debug for CivicLane<T, C> {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		write!(f, "CivicLane({:?})", self.0)
	}
}

/// What the validation has found out for the preparation.
pub struct Validated<V> {
	/// The lane of a transaction that pays nothing.
	free: Option<Lane>,
	/// What the wrapped checks have found out.
	checks: V,
}

/// What the preparation leaves for the time after the call.
pub struct Prepared<P> {
	/// Whether the weight was counted against the civic share.
	counted: bool,
	/// What the wrapped checks leave.
	checks: P,
}

/// How many transactions of the signer come before the one with `nonce`.
fn ahead<T: Config>(origin: &OriginFor<T>, nonce: T::Nonce) -> u32
where
	OriginFor<T>: AsSystemOriginSigner<T::AccountId>,
{
	origin.as_system_origin_signer().map_or(0, |who| {
		let next = frame_system::Pallet::<T>::account_nonce(who);
		sp_runtime::Saturating::saturating_sub(nonce, next).unique_saturated_into()
	})
}

impl<T, C> TransactionExtension<T::RuntimeCall> for CivicLane<T, C>
where
	T: Config + pallet_skip_feeless_payment::Config + Send + Sync,
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>
		+ CheckIfFeeless<Origin = OriginFor<T>>,
	OriginFor<T>: AsSystemOriginSigner<T::AccountId> + Clone,
	C: TransactionExtension<T::RuntimeCall>,
	Checks<T, C>: StaticTypeInfo,
	Self: Clone + Eq + Send + Sync,
{
	// Never seen, since `metadata` names the wrapped checks.
	const IDENTIFIER: &'static str = "CivicLane";
	type Implicit = <Checks<T, C> as TransactionExtension<T::RuntimeCall>>::Implicit;
	type Val = Validated<<Checks<T, C> as TransactionExtension<T::RuntimeCall>>::Val>;
	type Pre = Prepared<<Checks<T, C> as TransactionExtension<T::RuntimeCall>>::Pre>;

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		<Checks<T, C> as TransactionExtension<T::RuntimeCall>>::metadata()
	}

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		self.0.weight(call).saturating_add(T::WeightInfo::take())
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
		self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let (mut valid, checks, origin) =
			self.0.validate(origin, call, info, len, self_implicit, inherited_implication, source)?;
		let is_unsigned = frame_system::ensure_authorized(origin.clone()).is_ok();
		let free = (is_unsigned || matches!(checks.2, Intermediate::Skip(_))).then(|| T::Lanes::lane(call));
		valid.priority = match free {
			// Its place is behind those who pay, until its turn comes.
			Some(_) if ahead::<T>(&origin, self.0 .0 .0) >= MAX_AHEAD => 0,
			Some(lane) => lane.priority(),
			None => valid.priority.min(MAX_PAID_PRIORITY),
		};
		Ok((valid, Validated { free, checks }, origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		let counted = info.class == DispatchClass::Normal && val.free.is_some_and(Lane::is_limited);
		if counted {
			Pallet::<T>::take(info.total_weight())?;
		}
		let checks = self.0.prepare(val.checks, origin, call, info, len)?;
		Ok(Prepared { counted, checks })
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		let unspent = Checks::<T, C>::post_dispatch_details(pre.checks, info, post_info, len, result)?;
		let bookkeeping = if pre.counted { Weight::zero() } else { T::WeightInfo::take() };
		Ok(unspent.saturating_add(bookkeeping))
	}

	fn bare_validate(
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> TransactionValidity {
		Checks::<T, C>::bare_validate(call, info, len)
	}

	fn bare_validate_and_prepare(
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> Result<(), TransactionValidityError> {
		Checks::<T, C>::bare_validate_and_prepare(call, info, len)
	}

	fn bare_post_dispatch(
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &mut PostDispatchInfoOf<T::RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<(), TransactionValidityError> {
		Checks::<T, C>::bare_post_dispatch(info, post_info, len, result)
	}
}

/// Wraps the extension `S` that authorizes unsigned calls. Before the proof of such a call is checked, it refuses
///
/// - any form but one: the nonce, the tip, the era and whatever else nobody signs are zero. Otherwise anyone could
///   change a byte of a proven transaction and make every node check the copy;
/// - a call for which the civic share of the block has no room. A block author can then pass over many of them in
///   little time and still reach those who pay.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, PartialEq, Eq)]
pub struct OpenLane<T, S>(pub S, PhantomData<T>);

impl<T, S> From<S> for OpenLane<T, S> {
	fn from(authorize: S) -> Self {
		Self(authorize, PhantomData)
	}
}

// Invisible from outside, as `CivicLane` is.
impl<T, S: StaticTypeInfo> TypeInfo for OpenLane<T, S> {
	type Identity = S;

	fn type_info() -> Type {
		S::type_info()
	}
}

impl<T, S: fmt::Debug> fmt::Debug for OpenLane<T, S> {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		write!(f, "OpenLane({:?})", self.0)
	}
}

impl<T, S> TransactionExtension<T::RuntimeCall> for OpenLane<T, S>
where
	T: Config + Send + Sync,
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	S: TransactionExtension<T::RuntimeCall>,
	Self: Clone + Eq + Send + Sync,
{
	const IDENTIFIER: &'static str = S::IDENTIFIER;
	type Implicit = S::Implicit;
	type Val = S::Val;
	type Pre = S::Pre;

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		S::metadata()
	}

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		self.0.weight(call)
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
		self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		if frame_system::ensure_none(origin.clone()).is_ok() {
			// Zeros only: the shortest encoding of each value, so there is no second one.
			let unsigned = (&self.0, inherited_implication.parts().explicit).encode();
			ensure!(unsigned.iter().all(|byte| *byte == 0), InvalidTransaction::BadProof);
		}
		// The pool is not a block: there, the share has nothing to say.
		if source == TransactionSource::InBlock
			&& T::Lanes::is_unsigned(call)
			&& T::Lanes::lane(call).is_limited()
			&& !Pallet::<T>::has_room(info.total_weight())
		{
			return Err(InvalidTransaction::ExhaustsResources.into());
		}
		self.0.validate(origin, call, info, len, self_implicit, inherited_implication, source)
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(val, origin, call, info, len)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		S::post_dispatch_details(pre, info, post_info, len, result)
	}

	fn bare_validate(
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> TransactionValidity {
		S::bare_validate(call, info, len)
	}

	fn bare_validate_and_prepare(
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		len: usize,
	) -> Result<(), TransactionValidityError> {
		S::bare_validate_and_prepare(call, info, len)
	}

	fn bare_post_dispatch(
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &mut PostDispatchInfoOf<T::RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<(), TransactionValidityError> {
		S::bare_post_dispatch(info, post_info, len, result)
	}
}
