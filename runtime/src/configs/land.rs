//! Land: its register, its floating and its base charge, and who gets what it yields.

use super::{
	governance::Appointers,
	money::{ToTreasury, TreasuryAccount},
};
use crate::{
	governance::origins::{EnsureSpending, OrEntrenched},
	parameters, *,
};
use frame_support::{
	parameter_types,
	traits::{fungible::Inspect, AsEnsureOriginWithArg, Get},
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
	PalletId,
};
use pallet_census::ByBand;

impl pallet_land::Config for Runtime {
	type Citizenry = Citizenship;
	type CivicActs = Citizenship;
	type TerritoryOrigin = Appointers;
	type OnParcel = Harberger;
	type OnResidence = Roll;
	type EvictionNotice = parameters::EvictionNotice;
	type AreaPerResident = parameters::AreaPerResident;
	type WeightInfo = pallet_land::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// A hundredth of a block: forgetting can wait.
	pub const ForgettingWeight: Weight = Weight::from_parts(20 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX);
	pub const HarbergerPalletId: PalletId = PalletId(*b"civ/harb");
	pub const RevenuePalletId: PalletId = PalletId(*b"civ/revn");
	pub const DividendPalletId: PalletId = PalletId(*b"civ/divd");
	/// The least yearly income of each band, in the unit that the charter names.
	pub const IncomeFloors: ByBand<u64> = [
		0, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000, 40_000, 50_000, 75_000, 100_000, 150_000,
		250_000, 500_000, 1_000_000,
	];
}

/// What the treasury owns.
pub struct TreasuryBalance;

impl Get<u128> for TreasuryBalance {
	fn get() -> u128 {
		Balances::balance(&TreasuryAccount::get())
	}
}

impl pallet_floating_tax::Config for Runtime {
	type Ballots = Roll;
	type Calendar = Seasons;
	type Neighbourhood = Land;
	type Clock = Timestamp;
	type PhantomVotes = parameters::PhantomVotes;
	type MinRate = parameters::MinRate;
	type MaxRate = parameters::MaxRate;
	type VotesPerSeason = parameters::VotesPerSeason;
	type FreeVotesPerSeason = parameters::FreeOpinionsPerSeason;
	type UpkeepWeight = ForgettingWeight;
	type WeightInfo = pallet_floating_tax::weights::SubstrateWeight<Runtime>;
}

impl pallet_harberger::Config for Runtime {
	type Currency = Balances;
	type Titles = Land;
	type FloatingRate = FloatingTax;
	type Revenue = Revenue;
	type Citizenry = Citizenship;
	type Clock = Timestamp;
	type BaseRate = parameters::BaseRate;
	type NoticePeriod = parameters::NoticePeriod;
	type LookBack = parameters::LookBack;
	type ReservePeriod = parameters::ReservePeriod;
	type AuctionPeriod = parameters::AuctionPeriod;
	type BidIncrement = parameters::BidIncrement;
	type AuctionFactor = parameters::AuctionFactor;
	type InitialPrice = parameters::InitialPrice;
	type ForeclosureTip = parameters::ForeclosureTip;
	type PalletId = HarbergerPalletId;
	type WeightInfo = pallet_harberger::weights::SubstrateWeight<Runtime>;
}

impl pallet_revenue::Config for Runtime {
	type Currency = Balances;
	type Dividend = Dividend;
	type Treasury = ToTreasury;
	/// The track for spending, as for the treasury. Whoever appoints does not spend.
	type PurseOrigin = AsEnsureOriginWithArg<OrEntrenched<EnsureSpending>>;
	type DividendPart = parameters::DividendPart;
	type TreasuryPart = parameters::TreasuryPart;
	type PalletId = RevenuePalletId;
	type WeightInfo = pallet_revenue::weights::SubstrateWeight<Runtime>;
}

impl pallet_dividend::Config for Runtime {
	type Currency = Balances;
	type Calendar = Seasons;
	type Citizenry = Citizenship;
	type ClaimSeasons = parameters::ClaimSeasons;
	type PalletId = DividendPalletId;
	type UpkeepWeight = ForgettingWeight;
	type WeightInfo = pallet_dividend::weights::SubstrateWeight<Runtime>;
}
