//! Land: its register, its floating and its base charge, and who gets what it yields.

use super::{
	governance::{Appointers, Judges},
	money::{ToTreasury, TreasuryAccount},
};
use crate::{
	governance::origins::{EnsureLaw, EnsureSpending, OrEntrenched},
	parameters, *,
};
use civitas_primitives::{Electorate, ParcelId};
use frame_support::{
	parameter_types,
	traits::{fungible::Inspect, AsEnsureOriginWithArg, Get},
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
	PalletId,
};
use pallet_census::ByBand;
use sp_runtime::Perquintill;

impl pallet_land::Config for Runtime {
	type Currency = Balances;
	type Slash = ToTreasury;
	type Citizenry = Citizenship;
	type CivicActs = Citizenship;
	type LastSeen = Census;
	type Calendar = Seasons;
	type Precincts = Roll;
	type BallotAccounts = Roll;
	type TerritoryOrigin = Appointers;
	/// The justice track, and the entrenched one. Whoever appoints registrars does not judge for them.
	type JusticeOrigin = Judges;
	type OnParcel = Harberger;
	type OnResidence = Roll;
	type RegistrationNotice = parameters::RegistrationNotice;
	type ChallengeBond = parameters::LandChallengeBond;
	type RulingPeriod = parameters::LandRulingPeriod;
	type AssignmentPeriod = parameters::AssignmentPeriod;
	type EvictionNotice = parameters::EvictionNotice;
	type StayPeriod = parameters::StayPeriod;
	type AreaPerResident = parameters::AreaPerResident;
	type RegistrarFactor = parameters::RegistrarFactor;
	type WeightInfo = pallet_land::weights::SubstrateWeight<Runtime>;
}

/// All that land has ever yielded.
pub struct LandRevenue;

impl Get<u128> for LandRevenue {
	fn get() -> u128 {
		pallet_revenue::Collected::<Runtime>::get().collected
	}
}

parameter_types! {
	/// A hundredth of a block: forgetting can wait.
	pub const ForgettingWeight: Weight = Weight::from_parts(20 * WEIGHT_REF_TIME_PER_MILLIS, u64::MAX);
	pub const HarbergerPalletId: PalletId = PalletId(*b"civ/harb");
	pub const RevenuePalletId: PalletId = PalletId(*b"civ/revn");
	pub const DividendPalletId: PalletId = PalletId(*b"civ/divd");
	/// A settlement that yields less is not free.
	pub const FreeSettlement: Balance = CIV;
	/// By which part the price of the unit of account can change at a time. Constant.
	pub const IndexStep: Perquintill = Perquintill::from_percent(10);
	/// How long ahead that is announced, in milliseconds: a week. Constant.
	pub const IndexNotice: u64 = 7 * DAYS as u64 * MILLISECS_PER_BLOCK;
	/// How long it counts at least, in milliseconds: a month. Constant.
	pub const IndexPeriod: u64 = 30 * DAYS as u64 * MILLISECS_PER_BLOCK;
	/// The least yearly income of each band, in the unit that the charter names.
	pub const IncomeFloors: ByBand<u64> = [
		0, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000, 40_000, 50_000, 75_000, 100_000, 150_000,
		250_000, 500_000, 1_000_000,
	];
}

/// Those who live in the 3 x 3 cells around a parcel.
pub struct Neighbours;

impl Electorate for Neighbours {
	fn near(parcel: ParcelId) -> u32 {
		let residents = |cell| pallet_roll::Areas::<Runtime>::get(cell).residents;
		Land::neighbourhood(parcel).into_iter().fold(0, |sum: u32, cell| sum.saturating_add(residents(cell)))
	}
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
	type Electorate = Neighbours;
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
	type BallotAccounts = Roll;
	type Clock = Timestamp;
	type BaseRate = parameters::BaseRate;
	type NoticePeriod = parameters::NoticePeriod;
	type LookBack = parameters::LookBack;
	type BindingPeriod = parameters::BindingPeriod;
	type GracePeriod = parameters::GracePeriod;
	type GraceSurcharge = parameters::GraceSurcharge;
	type ReservePeriod = parameters::ReservePeriod;
	type AuctionPeriod = parameters::AuctionPeriod;
	type BidIncrement = parameters::BidIncrement;
	type AuctionFactor = parameters::AuctionFactor;
	type InitialPrice = parameters::InitialPrice;
	type ForeclosureTip = parameters::ForeclosureTip;
	type FreeSettlement = FreeSettlement;
	/// The track for laws. The charter says how far it may go.
	type IndexOrigin = OrEntrenched<EnsureLaw>;
	type IndexStep = IndexStep;
	type IndexNotice = IndexNotice;
	type IndexPeriod = IndexPeriod;
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
	type Sentences = Citizenship;
	type ClaimSeasons = parameters::ClaimSeasons;
	type PalletId = DividendPalletId;
	type UpkeepWeight = ForgettingWeight;
	type WeightInfo = pallet_dividend::weights::SubstrateWeight<Runtime>;
}
