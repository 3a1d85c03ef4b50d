//! The values that the charter may amend, with their live defaults.
//!
//! Amendments write to [`amendable`]. Nobody reads there: the types of this module keep each value within the bounds
//! in which the chain works, whatever an amendment says. Each stands under an article of the charter and is as
//! entrenched as that, see [`CharterParameters`].

use crate::{
	governance::origins::Origin, Balance, BlockNumber, Parameters, Runtime, CIV, DAYS, EXISTENTIAL_DEPOSIT,
	MILLISECS_PER_BLOCK,
};
use civitas_primitives::{ArticleNumber, ConstitutionalParameters};
use core::marker::PhantomData;
use frame_support::{
	dispatch::DispatchResult,
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	traits::Get,
};
use pallet_citizenship::MAX_VOUCHES;
use pallet_dividend::MAX_CLAIM_SEASONS;
use pallet_floating_tax::MAX_VOTES;
use sp_runtime::Perquintill;

/// A day, in milliseconds.
const DAY_MILLIS: u64 = DAYS as u64 * MILLISECS_PER_BLOCK;

/// The stored values, and what they are without an amendment.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod amendable {
	use super::*;

	/// The calendar.
	#[dynamic_pallet_params]
	#[codec(index = 0)]
	pub mod seasons {
		/// How many blocks a season lasts.
		#[codec(index = 0)]
		pub static SeasonLength: BlockNumber = 90 * DAYS;
	}

	/// Citizenship.
	#[dynamic_pallet_params]
	#[codec(index = 1)]
	pub mod citizenship {
		/// The refundable deposit of an application.
		#[codec(index = 0)]
		pub static ApplicationDeposit: Balance = 10 * CIV;

		/// The bond of a challenge.
		#[codec(index = 1)]
		pub static ChallengeBond: Balance = 10 * CIV;

		/// For how many blocks an application can be challenged, and waits.
		#[codec(index = 2)]
		pub static ChallengePeriod: BlockNumber = 14 * DAYS;

		/// For how many blocks a challenge waits for a ruling.
		#[codec(index = 3)]
		pub static RulingPeriod: BlockNumber = 28 * DAYS;

		/// For how many blocks an application stays open.
		#[codec(index = 4)]
		pub static ApplicationLifetime: BlockNumber = 180 * DAYS;

		/// How many vouches an admission needs.
		#[codec(index = 5)]
		pub static RequiredVouches: u32 = 3;

		/// How many vouches a citizen can have open.
		#[codec(index = 6)]
		pub static MaxOpenVouches: u32 = 3;

		/// For how many seasons those who vouched for a fraud may not vouch.
		#[codec(index = 7)]
		pub static VoucherLiability: u32 = 4;

		/// How many free acts a citizen has in a season.
		#[codec(index = 8)]
		pub static FreeActsPerSeason: u32 = 16;
	}

	/// The roll.
	#[dynamic_pallet_params]
	#[codec(index = 2)]
	pub mod roll {
		/// The size below which a ring is merged with its neighbour.
		#[codec(index = 0)]
		pub static MinRingSize: u32 = 16;
	}

	/// The charter and its referenda.
	#[dynamic_pallet_params]
	#[codec(index = 10)]
	pub mod charter {
		/// How many blocks make a day of deliberation, which the periods of referenda are counted in.
		#[codec(index = 0)]
		pub static DeliberationDay: BlockNumber = DAYS;

		/// For how many blocks a founder can veto what citizens have passed, in the Shared tier.
		#[codec(index = 1)]
		pub static VetoPeriod: BlockNumber = 7 * DAYS;

		/// For how many blocks what citizens have passed waits for a founder's consent.
		#[codec(index = 2)]
		pub static ConsentPeriod: BlockNumber = 90 * DAYS;
	}

	/// Voting.
	#[dynamic_pallet_params]
	#[codec(index = 11)]
	pub mod voting {
		/// How many voice credits everyone has in a season.
		#[codec(index = 0)]
		pub static CreditsPerSeason: u32 = 100;

		/// How often a voter can vote, change or remove a vote in a season free of charge.
		#[codec(index = 1)]
		pub static FreeVotesPerSeason: u32 = 200;
	}

	/// The outside panel.
	#[dynamic_pallet_params]
	#[codec(index = 12)]
	pub mod panel {
		/// How many members a panel has.
		#[codec(index = 0)]
		pub static PanelSize: u32 = 50;

		/// How many residents there must be for a panel to be drawn.
		#[codec(index = 1)]
		pub static MinResidents: u32 = 100;
	}

	/// The census.
	#[dynamic_pallet_params]
	#[codec(index = 20)]
	pub mod census {
		/// How many declarations of income a ballot account may make in a season free of charge.
		#[codec(index = 0)]
		pub static FreeDeclarations: u32 = 4;
	}

	/// Land.
	#[dynamic_pallet_params]
	#[codec(index = 21)]
	pub mod land {
		/// For how many blocks a resident has notice before an eviction.
		#[codec(index = 0)]
		pub static EvictionNotice: BlockNumber = 30 * DAYS;

		/// How many square metres there must be for each resident that a holder confirms.
		#[codec(index = 1)]
		pub static AreaPerResident: u32 = 10;
	}

	/// The floating part of the charge.
	#[dynamic_pallet_params]
	#[codec(index = 22)]
	pub mod tax {
		/// How many votes the inherited rate has.
		#[codec(index = 0)]
		pub static PhantomVotes: u32 = 10;

		/// The lowest yearly rate.
		#[codec(index = 1)]
		pub static MinRate: Perquintill = Perquintill::zero();

		/// The highest yearly rate.
		#[codec(index = 2)]
		pub static MaxRate: Perquintill = Perquintill::from_percent(5);

		/// On how many parcels a ballot account may vote in a season.
		#[codec(index = 3)]
		pub static VotesPerSeason: u32 = 256;

		/// How many votes a ballot account may cast, change or withdraw in a season free of charge.
		#[codec(index = 4)]
		pub static FreeVotesPerSeason: u32 = 256;
	}

	/// Holding land at a price. Periods are in milliseconds.
	#[dynamic_pallet_params]
	#[codec(index = 23)]
	pub mod harberger {
		/// The part of the yearly rate that is the same for all.
		#[codec(index = 0)]
		pub static BaseRate: Perquintill = Perquintill::from_percent(2);

		/// How long a holder may defend a parcel against a bid.
		#[codec(index = 1)]
		pub static NoticePeriod: u64 = 7 * DAY_MILLIS;

		/// For how long a defence pays back the charge, and for how long a raise binds.
		#[codec(index = 2)]
		pub static LookBack: u64 = 90 * DAY_MILLIS;

		/// For how long the least escrow covers the charge.
		#[codec(index = 3)]
		pub static ReservePeriod: u64 = 30 * DAY_MILLIS;

		/// How long it takes for an auction's price to fall.
		#[codec(index = 4)]
		pub static AuctionPeriod: u64 = 14 * DAY_MILLIS;

		/// By which part a bid is above what it must be above.
		#[codec(index = 5)]
		pub static BidIncrement: Perquintill = Perquintill::from_percent(2);

		/// What an auction begins with, in valuations.
		#[codec(index = 6)]
		pub static AuctionFactor: u32 = 2;

		/// What the auction of a parcel that nobody has held yet begins with.
		#[codec(index = 7)]
		pub static InitialPrice: Balance = 1_000 * CIV;

		/// What whoever forecloses gets.
		#[codec(index = 8)]
		pub static ForeclosureTip: Balance = CIV;
	}

	/// What land yields.
	#[dynamic_pallet_params]
	#[codec(index = 24)]
	pub mod revenue {
		/// The citizens' part.
		#[codec(index = 0)]
		pub static DividendPart: Perquintill = Perquintill::from_percent(50);

		/// The treasury's part. The rest is the territory's.
		#[codec(index = 1)]
		pub static TreasuryPart: Perquintill = Perquintill::from_percent(30);

		/// For how many seasons a share can be claimed.
		#[codec(index = 2)]
		pub static ClaimSeasons: u32 = 4;
	}
}

/// The numbers of the articles that parameters stand under, in the charter that chains begin with.
///
/// Whoever founds a state under another charter keeps these numbers for articles of the same matter. A parameter whose
/// article there never was is entrenched.
pub mod articles {
	use super::ArticleNumber;

	pub const MEMBERSHIP: ArticleNumber = 1;
	pub const BALLOTS: ArticleNumber = 3;
	pub const DUE_PROCESS: ArticleNumber = 4;
	pub const LAND: ArticleNumber = 5;
	pub const MONEY: ArticleNumber = 6;
	pub const FOUNDER: ArticleNumber = 7;
	pub const TIERS: ArticleNumber = 8;
	pub const AMENDMENT: ArticleNumber = 9;
	pub const OUTSIDE_VOICES: ArticleNumber = 11;
}

/// The parameters as the charter amends them. Nothing else sets them.
pub struct CharterParameters;

impl ConstitutionalParameters for CharterParameters {
	type Parameter = RuntimeParameters;

	fn article(parameter: &RuntimeParameters) -> ArticleNumber {
		use amendable::{
			census::Parameters as Census, charter::Parameters as Charter,
			citizenship::Parameters as Citizenship, harberger::Parameters as Harberger,
			land::Parameters as Land, panel::Parameters as Panel, revenue::Parameters as Revenue,
			roll::Parameters as Roll, seasons::Parameters as Seasons, tax::Parameters as Tax,
			voting::Parameters as Voting,
		};
		match parameter {
			// The census, and with it the tier, turns with the seasons.
			RuntimeParameters::Seasons(Seasons::SeasonLength(..)) => articles::TIERS,
			RuntimeParameters::Citizenship(parameter) => match parameter {
				Citizenship::ApplicationDeposit(..)
				| Citizenship::ChallengePeriod(..)
				| Citizenship::ApplicationLifetime(..)
				| Citizenship::RequiredVouches(..)
				| Citizenship::MaxOpenVouches(..) => articles::MEMBERSHIP,
				Citizenship::ChallengeBond(..)
				| Citizenship::RulingPeriod(..)
				| Citizenship::VoucherLiability(..) => articles::DUE_PROCESS,
				Citizenship::FreeActsPerSeason(..) => articles::MONEY,
			},
			RuntimeParameters::Roll(Roll::MinRingSize(..)) => articles::BALLOTS,
			RuntimeParameters::Charter(parameter) => match parameter {
				Charter::DeliberationDay(..) => articles::AMENDMENT,
				Charter::VetoPeriod(..) | Charter::ConsentPeriod(..) => articles::FOUNDER,
			},
			RuntimeParameters::Voting(parameter) => match parameter {
				Voting::CreditsPerSeason(..) => articles::BALLOTS,
				Voting::FreeVotesPerSeason(..) => articles::MONEY,
			},
			RuntimeParameters::Panel(Panel::PanelSize(..) | Panel::MinResidents(..)) => {
				articles::OUTSIDE_VOICES
			}
			RuntimeParameters::Census(Census::FreeDeclarations(..)) => articles::MONEY,
			RuntimeParameters::Land(Land::EvictionNotice(..) | Land::AreaPerResident(..)) => articles::LAND,
			RuntimeParameters::Tax(parameter) => match parameter {
				Tax::PhantomVotes(..) | Tax::MinRate(..) | Tax::MaxRate(..) | Tax::VotesPerSeason(..) => {
					articles::LAND
				}
				Tax::FreeVotesPerSeason(..) => articles::MONEY,
			},
			RuntimeParameters::Harberger(parameter) => match parameter {
				Harberger::BaseRate(..)
				| Harberger::NoticePeriod(..)
				| Harberger::LookBack(..)
				| Harberger::ReservePeriod(..)
				| Harberger::AuctionPeriod(..)
				| Harberger::BidIncrement(..)
				| Harberger::AuctionFactor(..)
				| Harberger::InitialPrice(..)
				| Harberger::ForeclosureTip(..) => articles::LAND,
			},
			RuntimeParameters::Revenue(parameter) => match parameter {
				Revenue::DividendPart(..) | Revenue::TreasuryPart(..) | Revenue::ClaimSeasons(..) => {
					articles::MONEY
				}
			},
		}
	}

	fn set(parameter: RuntimeParameters) -> DispatchResult {
		Parameters::set_parameter(Origin::Charter.into(), parameter)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn example(n: u32) -> RuntimeParameters {
		use amendable::citizenship::*;
		match n % 4 {
			0 => RuntimeParameters::Citizenship(Parameters::FreeActsPerSeason(FreeActsPerSeason, Some(n))),
			1 => RuntimeParameters::Citizenship(Parameters::RulingPeriod(RulingPeriod, Some(n))),
			2 => RuntimeParameters::Citizenship(Parameters::ChallengeBond(ChallengeBond, Some(n.into()))),
			_ => RuntimeParameters::Citizenship(Parameters::ApplicationDeposit(
				ApplicationDeposit,
				Some(n.into()),
			)),
		}
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		use amendable::citizenship::*;
		// The longest there is.
		RuntimeParameters::Citizenship(Parameters::ApplicationDeposit(ApplicationDeposit, Some(10 * CIV)))
	}
}

/// A number kept from `MIN` to `MAX`.
pub struct Within<P, const MIN: u32, const MAX: u32>(PhantomData<P>);

impl<P: Get<u32>, const MIN: u32, const MAX: u32> Get<u32> for Within<P, MIN, MAX> {
	fn get() -> u32 {
		P::get().clamp(MIN, MAX)
	}
}

/// A time in milliseconds kept from `MIN` to `MAX`.
pub struct Lasting<P, const MIN: u64, const MAX: u64>(PhantomData<P>);

impl<P: Get<u64>, const MIN: u64, const MAX: u64> Get<u64> for Lasting<P, MIN, MAX> {
	fn get() -> u64 {
		P::get().clamp(MIN, MAX)
	}
}

/// An amount kept from what an account must own anyway to a sum that a community can still raise for a member.
pub struct Affordable<P>(PhantomData<P>);

impl<P: Get<Balance>> Get<Balance> for Affordable<P> {
	fn get() -> Balance {
		P::get().clamp(EXISTENTIAL_DEPOSIT, 10_000 * CIV)
	}
}

/// A year, in blocks.
const YEAR: BlockNumber = 365 * DAYS;

/// Long enough for the longest referendum, so that no amendment can make all others impossible; short enough to see
/// its end.
pub type SeasonLength = Within<amendable::seasons::SeasonLength, LONGEST_POLL, { 4 * YEAR }>;
/// Never nothing, since applications fill the state.
pub type ApplicationDeposit = Affordable<amendable::citizenship::ApplicationDeposit>;
/// Never nothing, since a challenge stops an admission.
pub type ChallengeBond = Affordable<amendable::citizenship::ChallengeBond>;
/// One block at least, in which anyone can object.
pub type ChallengePeriod = Within<amendable::citizenship::ChallengePeriod, 1, YEAR>;
/// One block at least, in which there can be a ruling.
pub type RulingPeriod = Within<amendable::citizenship::RulingPeriod, 1, YEAR>;
/// Nobody becomes a citizen without a citizen's word.
pub type RequiredVouches = Within<amendable::citizenship::RequiredVouches, 1, MAX_VOUCHES>;
/// At least one, or nobody could ever join.
pub type MaxOpenVouches = Within<amendable::citizenship::MaxOpenVouches, 1, MAX_VOUCHES>;
/// A generation at most.
pub type VoucherLiability = Within<amendable::citizenship::VoucherLiability, 0, 100>;
/// Too few to fill blocks with.
pub type FreeActsPerSeason = Within<amendable::citizenship::FreeActsPerSeason, 0, 1_000>;

/// Two at least, or a voter would be alone. At most half of a ring, beyond which rings could not be merged.
pub type MinRingSize = Within<amendable::roll::MinRingSize, 2, 127>;

/// No season is without any voice, and no vote overflows a tally.
pub type CreditsPerSeason = Within<amendable::voting::CreditsPerSeason, 1, 1_000_000>;
/// Too few to fill blocks with.
pub type FreeVotesPerSeason = Within<amendable::voting::FreeVotesPerSeason, 0, 10_000>;
/// None at all, up to what a register can be drawn by.
pub type PanelSize = Within<amendable::panel::PanelSize, 0, 1_000>;
/// One at least.
pub type MinResidents = Within<amendable::panel::MinResidents, 1, 1_000_000>;
/// One block at least, in which a founder can veto; a season of the default length at most.
pub type VetoPeriod = Within<amendable::charter::VetoPeriod, 1, { 90 * DAYS }>;
/// One block at least, in which a founder can consent.
pub type ConsentPeriod = Within<amendable::charter::ConsentPeriod, 1, { 4 * YEAR }>;

/// How many days of deliberation the longest referendum takes from its submission, see
/// [`crate::governance::tracks`].
pub const LONGEST_POLL: u32 = 50;

/// Short enough for the longest referendum to end within a season: votes can be cast up to the end of the season
/// after its submission.
pub struct DeliberationDay;

impl Get<BlockNumber> for DeliberationDay {
	fn get() -> BlockNumber {
		let longest = SeasonLength::get().checked_div(LONGEST_POLL).unwrap_or_default().max(1);
		amendable::charter::DeliberationDay::get().clamp(1, longest)
	}
}

/// Not less than the challenge period, after which alone there is admission.
pub struct ApplicationLifetime;

impl Get<BlockNumber> for ApplicationLifetime {
	fn get() -> BlockNumber {
		// One block more than the period, so that there is one in which to admit.
		let shortest = ChallengePeriod::get().saturating_add(1);
		amendable::citizenship::ApplicationLifetime::get().clamp(shortest, 10 * YEAR)
	}
}

/// Too few to fill blocks with.
pub type FreeDeclarations = Within<amendable::census::FreeDeclarations, 0, 1_000>;

/// One block at least, in which a resident can object.
pub type EvictionNotice = Within<amendable::land::EvictionNotice, 1, YEAR>;
/// Room to stand, and not so much that nobody could live in a house.
pub type AreaPerResident = Within<amendable::land::AreaPerResident, 1, 10_000>;

/// One at least, or a first vote would decide alone.
pub type PhantomVotes = Within<amendable::tax::PhantomVotes, 1, 1_000_000>;
/// Any part of the valuation. Where it is above the highest rate, that one counts.
pub type MinRate = amendable::tax::MinRate;
/// Any part of the valuation.
pub type MaxRate = amendable::tax::MaxRate;
/// As many as can be counted.
pub type VotesPerSeason = Within<amendable::tax::VotesPerSeason, 1, MAX_VOTES>;
/// Too few to fill blocks with.
pub type FreeOpinionsPerSeason = Within<amendable::tax::FreeVotesPerSeason, 0, 10_000>;

/// A minute, in milliseconds.
const MINUTE: u64 = 60_000;
/// A year, in milliseconds.
const YEAR_MILLIS: u64 = 365 * DAY_MILLIS;

/// Any part of the valuation.
pub type BaseRate = amendable::harberger::BaseRate;
/// Long enough to answer in, short enough for a bidder to wait.
pub type NoticePeriod = Lasting<amendable::harberger::NoticePeriod, MINUTE, YEAR_MILLIS>;
/// Never nothing, or prices would mean nothing.
pub type LookBack = Lasting<amendable::harberger::LookBack, MINUTE, { 10 * YEAR_MILLIS }>;
/// Never nothing, or parcels could be held unpaid.
pub type ReservePeriod = Lasting<amendable::harberger::ReservePeriod, MINUTE, YEAR_MILLIS>;
/// Long enough to notice, short enough for land not to lie idle.
pub type AuctionPeriod = Lasting<amendable::harberger::AuctionPeriod, MINUTE, YEAR_MILLIS>;
/// Any part of what the bid must be above; one unit at least.
pub type BidIncrement = amendable::harberger::BidIncrement;
/// One at least, or a defaulter could be paid less than the valuation.
pub type AuctionFactor = Within<amendable::harberger::AuctionFactor, 1, 100>;
/// A price that somebody can pay.
pub type InitialPrice = Affordable<amendable::harberger::InitialPrice>;
/// Never nothing, or nobody would foreclose.
pub type ForeclosureTip = Affordable<amendable::harberger::ForeclosureTip>;

/// Any part.
pub type DividendPart = amendable::revenue::DividendPart;
/// Any part, of what the citizens' leaves.
pub type TreasuryPart = amendable::revenue::TreasuryPart;
/// One at least, or nobody could claim.
pub type ClaimSeasons = Within<amendable::revenue::ClaimSeasons, 1, MAX_CLAIM_SEASONS>;
