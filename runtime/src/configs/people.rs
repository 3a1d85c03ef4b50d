//! The people: the calendar, citizenship and the census.

use crate::{parameters, passports::NftPassports, roll_keys::BandersnatchKeys, *};
use frame_support::traits::EitherOfDiverse;
use frame_system::EnsureRoot;
use pallet_citizenship::{CurrentCharter, EnsureFounder};

impl pallet_founding::Config for Runtime {}

impl pallet_seasons::Config for Runtime {
	type SeasonLength = parameters::SeasonLength;
	type OnSeason = Census;
	type WeightInfo = pallet_seasons::weights::SubstrateWeight<Runtime>;
}

impl pallet_citizenship::Config for Runtime {
	type Currency = Balances;
	type Calendar = Seasons;
	type Tiers = Census;
	type RollKeys = BandersnatchKeys;
	type Passports = NftPassports;
	type OnCitizenship = Census;
	/// The founder in the Founding tier. The justice track joins when there are referenda; root is nobody.
	type ArbiterOrigin = EitherOfDiverse<EnsureRoot<AccountId>, EnsureFounder<Runtime>>;
	/// Nobody, until there is a justice track: not even a founder takes away what a citizen has.
	type JusticeOrigin = EnsureRoot<AccountId>;
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
	type WeightInfo = pallet_census::weights::SubstrateWeight<Runtime>;
}
