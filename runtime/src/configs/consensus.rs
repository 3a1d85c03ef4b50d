//! Consensus: who makes and finalises blocks, and what happens to those who cheat.
//!
//! The founding validators, named at genesis, keep the chain until citizens elect others, see [`pallet_validators`].

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
use sp_runtime::traits::{Convert, OpaqueKeys};
use sp_session::MembershipProof;
use sp_staking::SessionIndex;

/// Slots in an epoch, which is a session: one hour. It can never change.
#[cfg(not(feature = "fast-sessions"))]
pub const EPOCH_DURATION_IN_SLOTS: u64 = HOURS as u64;
/// Slots in an epoch, which is a session: a minute, so that stories see many of them. Never for a live chain.
#[cfg(feature = "fast-sessions")]
pub const EPOCH_DURATION_IN_SLOTS: u64 = 10;

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
		use pallet_validators::WeightInfo;
		let micros = |number: u64| Weight::from_parts(WEIGHT_REF_TIME_PER_MICROS, 0).saturating_mul(number);
		let per_validator = Weight::from_parts(175 * WEIGHT_REF_TIME_PER_NANOS, 0);
		micros(35)
			.saturating_add(per_validator.saturating_mul(u64::from(<MaxAuthorities as Get<u32>>::get())))
			.saturating_add(micros(proof_micros))
			.saturating_add(micros(110))
			.saturating_add(<Runtime as pallet_validators::Config>::WeightInfo::punish())
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
	type EventHandler = Validators;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = MaxAuthorities;
}

parameter_types! {
	pub const KeyDeposit: Balance = deposit(4, 4 * 32);
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = KnownValidator;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = historical::NoteHistoricalRoot<Self, Validators>;
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
	type OnOffenceHandler = Validators;
}

/// A validator is known by its account, and by nothing else.
pub struct NothingMore;

impl Convert<AccountId, Option<()>> for NothingMore {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// Passes the accounts that may have session keys: candidates, validators, and those who can still be punished.
pub struct KnownValidator;

impl Convert<AccountId, Option<AccountId>> for KnownValidator {
	fn convert(account: AccountId) -> Option<AccountId> {
		Validators::is_known(&account).then_some(account)
	}
}

/// Whether a validator has new keys. Proofs of who owns a key are made against the root of a set, so the set counts as
/// changed then.
pub struct NewKeys;

impl Get<bool> for NewKeys {
	fn get() -> bool {
		Session::queued_keys().iter().any(|(who, keys)| Session::load_keys(who).as_ref() != Some(keys))
	}
}

/// The validators named at genesis. Genesis has just stored their keys, and nobody else's.
pub struct FoundingValidators;

impl Get<Vec<AccountId>> for FoundingValidators {
	fn get() -> Vec<AccountId> {
		pallet_session::NextKeys::<Runtime>::iter_keys().collect()
	}
}

impl pallet_validators::Config for Runtime {
	type Currency = Balances;
	type Slashed = super::money::ToTreasury;
	type Citizenry = Citizenship;
	type CivicActs = Citizenship;
	type Keys = SessionKeys;
	type Sessions = Session;
	type NewKeys = NewKeys;
	type FoundingValidators = FoundingValidators;
	type Bond = parameters::CandidateBond;
	type Seats = parameters::ValidatorSeats;
	type Quorum = parameters::ValidatorQuorum;
	type LeastApprovals = parameters::LeastApprovals;
	type ApprovalPercent = parameters::ApprovalPercent;
	type AbsenceSessions = parameters::AbsenceSessions;
	type MaxValidators = MaxAuthorities;
	type ReportSessions = ConstU32<REPORT_SESSIONS>;
	type WeightInfo = pallet_validators::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkValidators;
}

/// Sets the scenes of benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkValidators;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_validators::BenchmarkHelper<AccountId, SessionKeys> for BenchmarkValidators {
	fn keys(owner: &AccountId) -> (SessionKeys, Vec<u8>) {
		use parity_scale_codec::Encode;
		let made = SessionKeys::generate(&owner.encode(), None);
		(made.keys, made.proof.encode())
	}

	fn set_seats(seats: u32) {
		use civitas_primitives::ConstitutionalParameters;
		use parameters::{amendable::validators, RuntimeParameters};
		let seats = validators::Parameters::Seats(validators::Seats, Some(seats));
		parameters::CharterParameters::set(RuntimeParameters::Validators(seats))
			.expect("the charter may set every parameter; benchmarks only");
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
