// SPDX-License-Identifier: Apache-2.0
//! Consensus: who makes and finalises blocks, and what happens to those who cheat.
//!
//! The founding validators, named at genesis, keep the chain until validators can be elected.

use super::money::deposit;
use crate::{opaque::SessionKeys, *};
use alloc::vec::Vec;
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, Get},
	weights::{
		constants::{WEIGHT_REF_TIME_PER_MICROS, WEIGHT_REF_TIME_PER_NANOS},
		Weight,
	},
};
use frame_system::offchain::{
	CreateAuthorizedTransaction, CreateBare, CreateTransaction, CreateTransactionBase,
};
use pallet_session::{disabling::UpToLimitDisablingStrategy, historical};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_runtime::{
	traits::{Convert, OpaqueKeys},
	transaction_validity::TransactionPriority,
	Perbill,
};
use sp_session::MembershipProof;
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

/// Slots in an epoch, which is a session: one hour. It can never change.
pub const EPOCH_DURATION_IN_SLOTS: u64 = HOURS as u64;

/// How slots are given to validators. A quarter of the slots has a secret leader at least; a public one fills each
/// of the others, so that blocks come at a steady pace.
pub const EPOCH_CONFIG: BabeEpochConfiguration =
	BabeEpochConfiguration { c: (1, 4), allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots };

/// For how many sessions a fault can be reported: four weeks.
const REPORT_SESSIONS: SessionIndex = 28 * 24;

/// For how many blocks a report of a fault stays valid.
pub type ReportLongevity = ConstU64<{ REPORT_SESSIONS as u64 * EPOCH_DURATION_IN_SLOTS }>;

/// The most validators that there can be.
pub type MaxAuthorities = ConstU32<100>;

/// What a report of a double vote weighs.
///
/// The check of the proof was measured on this runtime, on the machine named in `weights/`: 76 µs for BABE, 68 µs for
/// GRANDPA. The pallets' benchmarks end there. The proof of membership and the record of the offence are priced as the
/// pallets' authors do (35 µs and 0.175 µs a validator, 110 µs), with the most validators that there can be, and with
/// the reads and writes at ParityDB's prices.
pub struct ReportWeights;

impl ReportWeights {
	fn report(proof_micros: u64, reads: u64) -> Weight {
		let micros = |number: u64| Weight::from_parts(WEIGHT_REF_TIME_PER_MICROS, 0).saturating_mul(number);
		let per_validator = Weight::from_parts(175 * WEIGHT_REF_TIME_PER_NANOS, 0);
		micros(35)
			.saturating_add(per_validator.saturating_mul(u64::from(<MaxAuthorities as Get<u32>>::get())))
			.saturating_add(micros(proof_micros))
			.saturating_add(micros(110))
			.saturating_add(<Runtime as frame_system::Config>::DbWeight::get().reads_writes(reads, 10))
	}
}

impl pallet_babe::WeightInfo for ReportWeights {
	fn plan_config_change() -> Weight {
		<Runtime as frame_system::Config>::DbWeight::get().writes(1)
	}
	fn report_equivocation(_validators: u32, _nominators: u32) -> Weight {
		Self::report(76, 5 + 14)
	}
}

impl pallet_grandpa::WeightInfo for ReportWeights {
	fn report_equivocation(_validators: u32, _nominators: u32) -> Weight {
		Self::report(68, 5 + 14 + 2)
	}
	fn note_stalled() -> Weight {
		<Runtime as frame_system::Config>::DbWeight::get()
			.writes(1)
			.saturating_add(Weight::from_parts(3 * WEIGHT_REF_TIME_PER_MICROS, 0))
	}
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = ConstU64<EPOCH_DURATION_IN_SLOTS>;
	type ExpectedBlockTime = ConstU64<MILLISECS_PER_BLOCK>;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = ReportWeights;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof = MembershipProof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ReportWeights;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<{ REPORT_SESSIONS as u64 }>;
	type KeyOwnerProof = MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = ImOnline;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = MaxAuthorities;
}

impl pallet_im_online::Config for Runtime {
	type AuthorityId = pallet_im_online::sr25519::AuthorityId;
	type MaxKeys = MaxAuthorities;
	type MaxPeerInHeartbeats = ConstU32<10_000>;
	type RuntimeEvent = RuntimeEvent;
	type ValidatorSet = Historical;
	type NextSessionRotation = Babe;
	/// Who was away is named in an event and no more: disabling lasts as long as the set of validators does, which
	/// is no answer to a machine that was off for an hour.
	type ReportUnresponsiveness = ();
	type UnsignedPriority = ConstU64<{ TransactionPriority::MAX }>;
	type WeightInfo = pallet_im_online::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const KeyDeposit: Balance = deposit(5, 5 * 32);
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = CurrentValidator;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = historical::NoteHistoricalRoot<Self, FoundingValidators>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = UpToLimitDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

impl historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = NothingMore;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = DisableOffender;
}

/// A validator is known by its account, and by nothing else.
pub struct NothingMore;

impl Convert<AccountId, Option<()>> for NothingMore {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// Passes the accounts of today's validators: they alone have session keys to set.
pub struct CurrentValidator;

impl CurrentValidator {
	/// Whether `account` is one of today's validators.
	pub fn is_current(account: &AccountId) -> bool {
		Session::validators().contains(account)
	}
}

impl Convert<AccountId, Option<AccountId>> for CurrentValidator {
	fn convert(account: AccountId) -> Option<AccountId> {
		Self::is_current(&account).then_some(account)
	}
}

/// The validators named at genesis, who stay until they can be elected. They may change their keys.
pub struct FoundingValidators;

impl FoundingValidators {
	/// The validators, if any of them has set new keys.
	///
	/// Then the set counts as changed, since proofs of who owns a key are made against its root. Otherwise nothing
	/// changes: not the finality set, and not who is disabled.
	fn with_new_keys() -> Option<Vec<AccountId>> {
		let queued = Session::queued_keys();
		let changed = queued.iter().any(|(who, keys)| Session::load_keys(who).as_ref() != Some(keys));
		changed.then(|| queued.into_iter().map(|(who, _)| who).collect())
	}
}

impl pallet_session::SessionManager<AccountId> for FoundingValidators {
	fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
		Self::with_new_keys()
	}

	fn new_session_genesis(_: SessionIndex) -> Option<Vec<AccountId>> {
		// Genesis has just stored the keys of the validators, and nobody else's.
		let mut validators: Vec<_> = pallet_session::NextKeys::<Runtime>::iter_keys().collect();
		validators.sort();
		Some(validators)
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(session: SessionIndex) {
		// The root of one session is written each time, so one at most is removed.
		if let Some(expired) = session.checked_sub(REPORT_SESSIONS) {
			Historical::prune_up_to(expired);
		}
	}
}

impl historical::SessionManager<AccountId, ()> for FoundingValidators {
	fn new_session(session: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		let validators = <Self as pallet_session::SessionManager<_>>::new_session(session)?;
		Some(validators.into_iter().map(|who| (who, ())).collect())
	}

	fn new_session_genesis(session: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		let validators = <Self as pallet_session::SessionManager<_>>::new_session_genesis(session)?;
		Some(validators.into_iter().map(|who| (who, ())).collect())
	}

	fn start_session(session: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(session)
	}

	fn end_session(session: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::end_session(session)
	}
}

/// Stops a validator that has signed two blocks or two votes where one was due, until the set's keys change.
///
/// Never more than a third of the validators, so that those who are left can still finalise. Its own operator, once
/// the second machine with the same keys is off, sets new keys and is back in the session after the next.
pub struct DisableOffender;

impl OnOffenceHandler<AccountId, historical::IdentificationTuple<Runtime>, Weight> for DisableOffender {
	fn on_offence(
		offenders: &[OffenceDetails<AccountId, historical::IdentificationTuple<Runtime>>],
		slash_fraction: &[Perbill],
		_: SessionIndex,
	) -> Weight {
		for (offence, fraction) in offenders.iter().zip(slash_fraction) {
			let (validator, ()) = &offence.offender;
			Session::report_offence(validator.clone(), OffenceSeverity(*fraction));
		}
		let each = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(2, 1);
		each.saturating_mul(offenders.len() as u64)
	}
}

impl<C> CreateTransactionBase<C> for Runtime
where
	RuntimeCall: From<C>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> CreateTransaction<C> for Runtime
where
	RuntimeCall: From<C>,
{
	type Extension = TxExtension;

	fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, extension)
	}
}

impl<C> CreateAuthorizedTransaction<C> for Runtime
where
	RuntimeCall: From<C>,
{
	fn create_extension() -> TxExtension {
		tx_extension(0, 0)
	}
}

impl<C> CreateBare<C> for Runtime
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
