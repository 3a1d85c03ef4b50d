// SPDX-License-Identifier: Apache-2.0
//! A small chain with fees, on which remarks with an event are free.

use crate as pallet_block_space;
use crate::{CivicLane, Lane, Lanes, OpenLane};
use frame_support::{
	derive_impl, parameter_types,
	traits::Get,
	weights::{IdentityFee, Weight},
};
use frame_system::limits::BlockWeights;
use sp_io::TestExternalities;
use sp_runtime::{
	traits::{ConstU32, ConstU64, ConstU8},
	type_with_default::TypeWithDefault,
	BuildStorage, Perbill,
};

pub type Block = frame_system::mocking::MockBlock<Test>;

/// Calls that weigh as much as they say.
#[allow(deprecated, reason = "what they say is their weight: there is nothing to check it against")]
#[frame_support::pallet]
pub mod pallet_acts {
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// A free act of this lane and weight, unless the account is 0.
		#[pallet::call_index(0)]
		#[pallet::weight(Weight::from_parts(*_weight, 0))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, _lane: &u8, _weight: &u64| -> bool {
			ensure_signed(origin.clone()).is_ok()
		})]
		pub fn act(origin: OriginFor<T>, _lane: u8, _weight: u64) -> DispatchResult {
			ensure_signed(origin)?;
			Ok(())
		}

		/// An act that pays.
		#[pallet::call_index(1)]
		#[pallet::weight(Weight::from_parts(*_weight, 0))]
		pub fn pay(origin: OriginFor<T>, _weight: u64) -> DispatchResult {
			ensure_signed(origin)?;
			Ok(())
		}

		/// An act that nobody signs.
		#[pallet::call_index(2)]
		#[pallet::weight(Weight::from_parts(*_weight, 0))]
		#[pallet::authorize(|_: TransactionSource, _lane: &u8, _weight: &u64| -> TransactionValidityWithRefund {
			Ok((ValidTransaction::default(), Weight::zero()))
		})]
		#[pallet::weight_of_authorize(Weight::zero())]
		pub fn prove(origin: OriginFor<T>, _lane: u8, _weight: u64) -> DispatchResult {
			ensure_authorized(origin)?;
			Ok(())
		}
	}
}

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(3)]
	pub type SkipFeelessPayment = pallet_skip_feeless_payment;
	#[runtime::pallet_index(4)]
	pub type BlockSpace = pallet_block_space;
	#[runtime::pallet_index(5)]
	pub type Acts = pallet_acts;
}

/// The most that a block may weigh. Ordinary transactions may take three quarters of it.
pub const BLOCK: u64 = 2_000_000_000_000;

parameter_types! {
	pub Weights: BlockWeights =
		BlockWeights::with_sensible_defaults(Weight::from_parts(BLOCK, u64::MAX), Perbill::from_percent(75));
	pub const Share: Perbill = Perbill::from_percent(40);
}

/// As in the runtime, nonces follow the block number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct First;

impl Get<u32> for First {
	fn get() -> u32 {
		u32::try_from(System::block_number()).expect("no test lasts that long") * 8
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<u64>;
	type Block = Block;
	type BlockWeights = Weights;
	type Nonce = TypeWithDefault<u32, First>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type ExistentialDeposit = ConstU64<1>;
	type MaxLocks = ConstU32<0>;
}

impl pallet_transaction_payment::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = pallet_transaction_payment::FungibleAdapter<Balances, ()>;
	type WeightToFee = IdentityFee<u64>;
	type LengthToFee = IdentityFee<u64>;
	type FeeMultiplierUpdate = ();
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = ();
}

impl pallet_skip_feeless_payment::Config for Test {
	type RuntimeEvent = RuntimeEvent;
}

impl pallet_acts::Config for Test {}

/// Calls name their lanes themselves.
pub struct Named;

impl Lanes<RuntimeCall> for Named {
	fn lane(call: &RuntimeCall) -> Lane {
		match call {
			RuntimeCall::Acts(
				pallet_acts::Call::act { lane, .. } | pallet_acts::Call::prove { lane, .. },
			) => match lane {
				0 => Lane::Enrolment,
				1 => Lane::Acts,
				2 => Lane::Voice,
				_ => Lane::Upkeep,
			},
			_ => Lane::Acts,
		}
	}

	fn is_unsigned(call: &RuntimeCall) -> bool {
		matches!(call, RuntimeCall::Acts(pallet_acts::Call::prove { .. }))
	}
}

impl pallet_block_space::Config for Test {
	type Lanes = Named;
	type CivicShare = Share;
	type WeightInfo = ();
}

/// The extensions of the mock chain.
pub type Extension = (
	OpenLane<Test, frame_system::AuthorizeCall<Test>>,
	CivicLane<Test, pallet_transaction_payment::ChargeTransactionPayment<Test>>,
);

/// Ada (1) and Bo (2), who own much, and Cy (3), who owns next to nothing.
pub fn build() -> TestExternalities {
	let balances = vec![(1, 1_000_000_000_000_000_000), (2, 1_000_000_000_000_000_000), (3, 1)];
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
		..Default::default()
	};
	let mut ext = TestExternalities::new(genesis.build_storage().expect("there is nothing to refuse"));
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		BlockSpace::do_try_state().expect("every invariant holds");
	});
}
