//! The people: the calendar, citizenship, the census and the roll.

use super::{
	governance::Judges,
	land::{IncomeFloors, TreasuryBalance},
};
use crate::{parameters, passports::NftPassports, roll_keys::BandersnatchKeys, *};
use civitas_primitives::CitizenId;
use civitas_ring_suite::{HostSuite, Rings};
use frame_support::{
	dispatch::DispatchResult,
	storage::with_transaction,
	traits::{ConstU32, Get, Randomness},
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
};
use frame_system::EnsureRoot;
use pallet_charter::CurrentCharter;
use pallet_land::grid::Grid;
use pallet_recovery_friends::Rotation;
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, Hash as _},
	TransactionOutcome,
};

impl pallet_founding::Config for Runtime {}

impl pallet_seasons::Config for Runtime {
	type SeasonLength = parameters::SeasonLength;
	/// The census closes the season before the roll of the next one is sealed, before the charter reads what it has
	/// found, and before the last season's revenue is shared.
	type OnSeason = (Census, Roll, Charter, Dividend, FloatingTax, Validators);
	type WeightInfo = pallet_seasons::weights::SubstrateWeight<Runtime>;
}

impl pallet_citizenship::Config for Runtime {
	type Currency = Balances;
	type Calendar = Seasons;
	type Tiers = Census;
	type Charter = CurrentCharter<Runtime>;
	type RollKeys = BandersnatchKeys;
	type Passports = NftPassports;
	type OnCitizenship = (Census, Roll, Land, Dividend, RecoveryFriends, Validators);
	type OnExit = Dividend;
	type BallotAccounts = Roll;
	type Probation = Census;
	/// Those who judge: not even a founder takes away what a citizen has.
	type JusticeOrigin = Judges;
	/// The entrenched track alone.
	type EntrenchedOrigin = EnsureRoot<AccountId>;
	type ApplicationDeposit = parameters::ApplicationDeposit;
	type ChallengeBond = parameters::ChallengeBond;
	type ChallengePeriod = parameters::ChallengePeriod;
	type FurtherChallengePeriod = parameters::FurtherChallengePeriod;
	type RulingPeriod = parameters::RulingPeriod;
	type ApplicationLifetime = parameters::ApplicationLifetime;
	type RequiredVouches = parameters::RequiredVouches;
	type MaxOpenVouches = parameters::MaxOpenVouches;
	type MaxOpenChallenges = parameters::MaxOpenChallenges;
	type IntakePercent = parameters::IntakePercent;
	type IntakeAllowance = parameters::IntakeAllowance;
	type SentencePercent = parameters::SentencePercent;
	type AppealPeriod = parameters::AppealPeriod;
	type VoucherLiability = parameters::VoucherLiability;
	type FreeActsPerSeason = parameters::FreeActsPerSeason;
	type WeightInfo = pallet_citizenship::weights::SubstrateWeight<Runtime>;
}

/// Moves a citizenship as its holder would. A rotation that the new account must accept waits for that as usual.
pub struct RotateForHolder;

impl RotateForHolder {
	fn call(citizen: CitizenId, new_account: &AccountId) -> DispatchResult {
		let holder = pallet_citizenship::Citizens::<Runtime>::get(citizen)
			.ok_or(pallet_citizenship::Error::<Runtime>::NotCitizen)?
			.account;
		let rotate = pallet_citizenship::Call::rotate { new_account: new_account.clone() };
		let result = RuntimeCall::from(rotate).dispatch(RuntimeOrigin::signed(holder));
		result.map(|_| ()).map_err(|failed| failed.error)
	}
}

impl Rotation<AccountId> for RotateForHolder {
	fn check(citizen: CitizenId, new_account: &AccountId) -> DispatchResult {
		with_transaction(|| TransactionOutcome::Rollback(Self::call(citizen, new_account)))
	}

	fn rotate(citizen: CitizenId, new_account: &AccountId) -> DispatchResult {
		Self::call(citizen, new_account)
	}
}

impl pallet_recovery_friends::Config for Runtime {
	type Citizenry = Citizenship;
	type CivicActs = Citizenship;
	type Rotation = RotateForHolder;
	/// As long as anyone can object to an application: time enough to notice.
	type Period = parameters::ChallengePeriod;
	type WeightInfo = pallet_recovery_friends::weights::SubstrateWeight<Runtime>;
}

impl pallet_census::Config for Runtime {
	type Calendar = Seasons;
	type Citizenry = Citizenship;
	type Charter = CurrentCharter<Runtime>;
	type OnAttendance = (Roll, Land, Dividend);
	type Footprints = Land;
	type Revenue = super::land::LandRevenue;
	type Treasury = TreasuryBalance;
	type Memberships = Roll;
	type NextKeys = Citizenship;
	type IncomeFloors = IncomeFloors;
	type FreeDeclarations = parameters::FreeDeclarations;
	type WeightInfo = pallet_census::weights::SubstrateWeight<Runtime>;
}

frame_support::parameter_types! {
	/// A quarter of a block: room for the dearest step, which is to build a full ring, and little enough that the
	/// block is still executed in time on a slower machine.
	pub const RollUpkeepWeight: Weight = Weight::from_parts(500 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX / 4);
}

/// The randomness by which newcomers are seated: that of the epoch before, and that of the block before, which nobody
/// but its maker knows when the last claims are written.
pub struct SeatingLots;

impl Randomness<Hash, BlockNumber> for SeatingLots {
	fn random(subject: &[u8]) -> (Hash, BlockNumber) {
		let (epoch, since) = pallet_babe::RandomnessFromOneEpochAgo::<Runtime>::random(subject);
		let (block, _) = pallet_babe::ParentBlockRandomness::<Runtime>::random(subject);
		(BlakeTwo256::hash_of(&(epoch, block)), since)
	}
}

/// How long an alias waits between two moves: a ninetieth of a season, which is a day on a live chain.
pub struct MovePeriod;

impl Get<BlockNumber> for MovePeriod {
	fn get() -> BlockNumber {
		(parameters::SeasonLength::get() / 90).max(1)
	}
}

impl pallet_roll::Config for Runtime {
	type Calendar = Seasons;
	type Citizenry = Citizenship;
	type KnownAccounts = Harberger;
	type Rings = Rings<HostSuite>;
	type Cells = Grid;
	type RingSize = ConstU32<255>;
	type MinRingSize = parameters::MinRingSize;
	type Consent = Signature;
	type Randomness = SeatingLots;
	/// Half an hour.
	type ProofWindow = ConstU32<256>;
	type MovePeriod = MovePeriod;
	type UpkeepWeight = RollUpkeepWeight;
	type WeightInfo = pallet_roll::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type Signers = ();
}
