//! The people: the calendar, citizenship, the census and the roll.

use super::{
	governance::Judges,
	land::{IncomeFloors, TreasuryBalance},
};
use crate::{parameters, passports::NftPassports, roll_keys::BandersnatchKeys, *};
use civitas_ring_suite::{HostSuite, Rings};
use frame_support::{
	traits::{ConstU32, EitherOfDiverse},
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
};
use pallet_charter::CurrentCharter;
use pallet_citizenship::EnsureFounder;
use pallet_land::grid::Grid;

impl pallet_founding::Config for Runtime {}

impl pallet_seasons::Config for Runtime {
	type SeasonLength = parameters::SeasonLength;
	/// The census closes the season before the roll of the next one is sealed, before the charter reads what it has
	/// found, and before the last season's revenue is shared.
	type OnSeason = (Census, Roll, Charter, Dividend);
	type WeightInfo = pallet_seasons::weights::SubstrateWeight<Runtime>;
}

impl pallet_citizenship::Config for Runtime {
	type Currency = Balances;
	type Calendar = Seasons;
	type Tiers = Census;
	type Charter = CurrentCharter<Runtime>;
	type RollKeys = BandersnatchKeys;
	type Passports = NftPassports;
	type OnCitizenship = (Census, Roll, Land, Dividend);
	type OnExit = Dividend;
	/// Those who judge, and the founder in the Founding tier.
	type ArbiterOrigin = EitherOfDiverse<Judges, EnsureFounder<Runtime>>;
	/// Those who judge: not even a founder takes away what a citizen has.
	type JusticeOrigin = Judges;
	type ApplicationDeposit = parameters::ApplicationDeposit;
	type ChallengeBond = parameters::ChallengeBond;
	type ChallengePeriod = parameters::ChallengePeriod;
	type RulingPeriod = parameters::RulingPeriod;
	type ApplicationLifetime = parameters::ApplicationLifetime;
	type RequiredVouches = parameters::RequiredVouches;
	type MaxOpenVouches = parameters::MaxOpenVouches;
	type VoucherLiability = parameters::VoucherLiability;
	type FreeActsPerSeason = parameters::FreeActsPerSeason;
	type WeightInfo = pallet_citizenship::weights::SubstrateWeight<Runtime>;
}

impl pallet_census::Config for Runtime {
	type Calendar = Seasons;
	type Citizenry = Citizenship;
	type Charter = CurrentCharter<Runtime>;
	type OnAttendance = (Roll, Dividend);
	type Footprints = Land;
	type Treasury = TreasuryBalance;
	type Ballots = Roll;
	type IncomeFloors = IncomeFloors;
	type FreeDeclarations = parameters::FreeDeclarations;
	type WeightInfo = pallet_census::weights::SubstrateWeight<Runtime>;
}

frame_support::parameter_types! {
	/// A quarter of a block: room for the dearest step, which is to build a full ring, and little enough that the
	/// block is still executed in time on a slower machine.
	pub const RollUpkeepWeight: Weight = Weight::from_parts(500 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX / 4);
}

impl pallet_roll::Config for Runtime {
	type Calendar = Seasons;
	type Citizenry = Citizenship;
	type Rings = Rings<HostSuite>;
	type Cells = Grid;
	type RingSize = ConstU32<255>;
	type MinRingSize = parameters::MinRingSize;
	type UpkeepWeight = RollUpkeepWeight;
	type WeightInfo = pallet_roll::weights::SubstrateWeight<Runtime>;
}
