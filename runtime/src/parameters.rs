//! The values that the charter may amend, with their live defaults.
//!
//! [`amendable`] says what is stored; the types below it say from which floor to which ceiling an amendment may set
//! each value, and read it as it is. An amendment that goes beyond is refused. A founding may begin with less than the
//! floor: a chain for development has short seasons, and no amendment brings them back once they are changed.
//!
//! To add a parameter:
//! 1. add it to [`amendable`] with its live default;
//! 2. give it a type below with a floor and a ceiling, at both of which citizens can still do everything that they
//!    must be able to do;
//! 3. give it a row in the table of [`crate::constitution`], under an article;
//! 4. give it a field and a row in [`crate::founding`].

pub use crate::constitution::{articles, CharterParameters};
use crate::{
	ranges::{Affordable, Lasting, Part, Within},
	Balance, BlockNumber, Runtime, CIV, DAYS, MILLISECS_PER_BLOCK,
};
use frame_support::{
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	traits::Get,
};
use pallet_charter::MAX_REJECTION_SEASONS;
use pallet_citizenship::MAX_CHALLENGES;
use pallet_dividend::MAX_CLAIM_SEASONS;
use pallet_floating_tax::MAX_VOTES;
use pallet_polls::MAX_OPEN_POLLS;
use sp_runtime::Perquintill;

/// A day, in milliseconds.
pub const DAY_MILLIS: u64 = DAYS as u64 * MILLISECS_PER_BLOCK;

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

		/// For how many blocks a complete application can be challenged, and waits.
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

		/// How many vouches a citizen can have bound.
		#[codec(index = 6)]
		pub static MaxOpenVouches: u32 = 3;

		/// For how many seasons those who vouched for a fraud may not vouch.
		#[codec(index = 7)]
		pub static VoucherLiability: u32 = 4;

		/// How many free acts a citizen has in a season.
		#[codec(index = 8)]
		pub static FreeActsPerSeason: u32 = 16;

		/// For how many blocks others can object after a challenge that ended without a refusal.
		#[codec(index = 9)]
		pub static FurtherChallengePeriod: BlockNumber = 7 * DAYS;

		/// How many challenges a citizen can have open.
		#[codec(index = 10)]
		pub static MaxOpenChallenges: u32 = 3;

		/// How many people a season takes in, in percent of the active citizens, besides the allowance.
		#[codec(index = 11)]
		pub static IntakePercent: u32 = 100;

		/// How many people a season takes in, whatever the number of citizens.
		#[codec(index = 12)]
		pub static IntakeAllowance: u32 = 20;

		/// How many citizens the justice track can sentence in a season, in percent of all; one at least.
		#[codec(index = 13)]
		pub static SentencePercent: u32 = 1;

		/// For how many blocks a sentence waits before it takes effect.
		#[codec(index = 14)]
		pub static AppealPeriod: BlockNumber = 14 * DAYS;
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

		/// For how many seasons a founder cannot announce again what citizens have rejected.
		#[codec(index = 3)]
		pub static RejectionSeasons: u32 = 4;
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

		/// How many polls a citizen can have open.
		#[codec(index = 2)]
		pub static OpenPolls: u32 = 3;
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

	/// Offices.
	#[dynamic_pallet_params]
	#[codec(index = 13)]
	pub mod offices {
		/// How many seasons after the one of the appointment a term of office lasts.
		#[codec(index = 0)]
		pub static OfficeTerm: u32 = 4;
	}

	/// Validators and their elections.
	#[dynamic_pallet_params]
	#[codec(index = 14)]
	pub mod validators {
		/// The bond of a candidate.
		#[codec(index = 0)]
		pub static CandidateBond: Balance = 100 * CIV;

		/// How many seats there are.
		#[codec(index = 1)]
		pub static Seats: u32 = 21;

		/// How many must be elected for the old validators to go.
		#[codec(index = 2)]
		pub static Quorum: u32 = 4;

		/// How many approvals a candidate needs at least.
		#[codec(index = 3)]
		pub static LeastApprovals: u32 = 3;

		/// How many approvals a candidate needs, in percent of the active citizens.
		#[codec(index = 4)]
		pub static ApprovalPercent: u32 = 1;

		/// After how many sessions without a block a validator loses its seat. A session lasts an hour.
		#[codec(index = 5)]
		pub static AbsenceSessions: u32 = 24;
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

		/// For how many blocks a change of the register is under public notice.
		#[codec(index = 2)]
		pub static RegistrationNotice: BlockNumber = 14 * DAYS;

		/// The bond of a challenge to a change of the register.
		#[codec(index = 3)]
		pub static LandChallengeBond: Balance = 10 * CIV;

		/// For how many blocks such a challenge waits for a ruling.
		#[codec(index = 4)]
		pub static LandRulingPeriod: BlockNumber = 28 * DAYS;

		/// For how many blocks a parcel stays reserved for somebody who does not accept it.
		#[codec(index = 5)]
		pub static AssignmentPeriod: BlockNumber = 90 * DAYS;

		/// For how many blocks a stayed eviction cannot be tried again.
		#[codec(index = 6)]
		pub static StayPeriod: BlockNumber = 365 * DAYS;

		/// How many times as many residents as a holder the registrar can confirm.
		#[codec(index = 7)]
		pub static RegistrarFactor: u32 = 4;
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

		/// For how long a defence makes good for a price that was too low.
		#[codec(index = 2)]
		pub static LookBack: u64 = 3 * 365 * DAY_MILLIS;

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

		/// For how long a price binds whoever names it.
		#[codec(index = 9)]
		pub static BindingPeriod: u64 = 90 * DAY_MILLIS;

		/// How long a holder in arrears has to pay them.
		#[codec(index = 10)]
		pub static GracePeriod: u64 = 14 * DAY_MILLIS;

		/// What is added to a charge that was not in escrow, as a part of it.
		#[codec(index = 11)]
		pub static GraceSurcharge: Perquintill = Perquintill::from_percent(10);
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

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		use amendable::citizenship::*;
		// The longest there is.
		RuntimeParameters::Citizenship(Parameters::ApplicationDeposit(ApplicationDeposit, Some(10 * CIV)))
	}
}

/// A year, in blocks.
const YEAR: BlockNumber = 365 * DAYS;
/// A year, in milliseconds.
const YEAR_MILLIS: u64 = 365 * DAY_MILLIS;

/// How many days of deliberation the longest referendum takes from its submission, see
/// [`crate::governance::tracks`].
pub const LONGEST_POLL: u32 = 50;

/// Longer than the longest referendum of the longest days of deliberation; short enough that people live to see its
/// end.
pub type SeasonLength = Within<amendable::seasons::SeasonLength, { 60 * DAYS }, YEAR, LONGEST_POLL>;

/// Never nothing, since applications fill the state; never more than a community can raise for a member.
pub type ApplicationDeposit = Affordable<amendable::citizenship::ApplicationDeposit>;
/// Never nothing, since a challenge stops an admission; never so much that only the rich object.
pub type ChallengeBond = Affordable<amendable::citizenship::ChallengeBond>;
/// Long enough to notice an application, short enough to wait for.
pub type ChallengePeriod = Within<amendable::citizenship::ChallengePeriod, { 3 * DAYS }, { 60 * DAYS }>;
/// Long enough for the longest poll of the justice track.
pub type RulingPeriod = Within<amendable::citizenship::RulingPeriod, { 28 * DAYS }, { 120 * DAYS }>;
/// Longer than the longest challenge period.
pub type ApplicationLifetimes =
	Within<amendable::citizenship::ApplicationLifetime, { 90 * DAYS }, { 2 * YEAR }>;
/// Nobody becomes a citizen by one person's word, and small states can still grow, see
/// [`CharterParameters`](crate::constitution::CharterParameters).
pub type RequiredVouches = Within<amendable::citizenship::RequiredVouches, 2, 5>;
/// Few, since what citizens can vouch for is how fast the state can grow.
pub type MaxOpenVouches = Within<amendable::citizenship::MaxOpenVouches, 2, 5>;
/// A season at least; not for life.
pub type VoucherLiability = Within<amendable::citizenship::VoucherLiability, 1, 20, 0>;
/// Enough to vouch, to object and to recover in a season; too few to fill blocks with.
pub type FreeActsPerSeason = Within<amendable::citizenship::FreeActsPerSeason, 8, 256, 8>;
/// Long enough to see that a challenge has ended and to object oneself, short enough that no friend's or enemy's challenge
/// delays an applicant for long.
pub type FurtherChallengePeriod =
	Within<amendable::citizenship::FurtherChallengePeriod, { 3 * DAYS }, { 30 * DAYS }>;
/// One at least, or nobody could object; not so many that few citizens hold up all applications.
pub type MaxOpenChallenges = Within<amendable::citizenship::MaxOpenChallenges, 1, MAX_CHALLENGES>;
/// Some at least, or a state could close itself; never more than doubles it.
pub type IntakePercent = Within<amendable::citizenship::IntakePercent, 10, 100, 10>;
/// Enough for a small state to grow; not so many that newcomers outnumber those who know each other.
pub type IntakeAllowance = Within<amendable::citizenship::IntakeAllowance, 10, 1_000, 10>;
/// Few, or a majority could sentence the rest; more is for the entrenched track.
pub type SentencePercent = Within<amendable::citizenship::SentencePercent, 1, 2>;
/// Long enough for a poll of the justice track that lifts the sentence.
pub type AppealPeriod = Within<amendable::citizenship::AppealPeriod, { 14 * DAYS }, { 60 * DAYS }>;

/// Enough to hide in; few enough for a small state to vote. At most half of a ring, beyond which rings could not be
/// merged.
pub type MinRingSize = Within<amendable::roll::MinRingSize, 8, 32, 2>;

/// Enough to weigh some polls against each other, and no vote overflows a tally.
pub type CreditsPerSeason = Within<amendable::voting::CreditsPerSeason, 25, 10_000>;
/// Enough to vote in as many polls as there can be at once, and to change one's mind; too few to fill blocks with.
pub type FreeVotesPerSeason = Within<amendable::voting::FreeVotesPerSeason, 32, 10_000, 32>;

/// One at least, or nobody could propose. Far fewer than a track's queue or a block's agenda has places.
pub type OpenPolls = Within<amendable::voting::OpenPolls, 1, MAX_OPEN_POLLS>;
/// One at least, or an office would end before anything comes of it; no more than a generation of them.
pub type OfficeTerm = Within<amendable::offices::OfficeTerm, 1, 16>;

/// A sample of many people, up to what a register can be drawn by.
pub type PanelSize = Within<amendable::panel::PanelSize, 30, 1_000>;
/// More than a panel has friends.
pub type MinResidents = Within<amendable::panel::MinResidents, 50, 1_000_000>;

/// Days at least, in which a founder can veto, and a month at most.
pub type VetoPeriod = Within<amendable::charter::VetoPeriod, { 3 * DAYS }, { 30 * DAYS }>;
/// Time to read what citizens have passed; not for years.
pub type ConsentPeriod = Within<amendable::charter::ConsentPeriod, { 14 * DAYS }, YEAR>;
/// Long enough that a rejection is one; a text is not forbidden for ever.
pub type RejectionSeasons = Within<amendable::charter::RejectionSeasons, 1, MAX_REJECTION_SEASONS>;
/// Half a day at least, so that people on every continent wake once in it.
pub type DeliberationDays = Within<amendable::charter::DeliberationDay, { DAYS / 2 }, DAYS>;

// So no values within the bounds make a poll longer than a season, or let an application end before it can be admitted.
const _: () = assert!(LONGEST_POLL * DAYS < 60 * DAYS && 60 * DAYS < 90 * DAYS);

/// Short enough for the longest referendum to end within a season: votes can be cast up to the end of the season
/// after its submission. The bounds of both figures see to that, except where one of them is still the founding's.
pub struct DeliberationDay;

impl Get<BlockNumber> for DeliberationDay {
	fn get() -> BlockNumber {
		let longest = SeasonLength::get().checked_div(LONGEST_POLL).unwrap_or_default().max(1);
		amendable::charter::DeliberationDay::get().clamp(1, longest)
	}
}

/// Not less than the challenge period, after which alone there is admission. The bounds of both figures see to that,
/// except where one of them is still the founding's.
pub struct ApplicationLifetime;

impl Get<BlockNumber> for ApplicationLifetime {
	fn get() -> BlockNumber {
		// One block more than the period, so that there is one in which to admit.
		amendable::citizenship::ApplicationLifetime::get().max(ChallengePeriod::get().saturating_add(1))
	}
}

/// So much that nobody stands for fun, and cheating costs something; never so much that only the rich stand.
pub type CandidateBond = Affordable<amendable::validators::CandidateBond, { 10 * CIV }, { 1_000 * CIV }>;
/// Enough that two can fail and the others still finalise; as many as there can be at most.
pub type ValidatorSeats = Within<amendable::validators::Seats, 7, 100>;
/// With four, one can fail and the others still finalise. Never more than the least number of seats.
pub type ValidatorQuorum = Within<amendable::validators::Quorum, 4, 7>;
/// More than one person; few enough for a small state.
pub type LeastApprovals = Within<amendable::validators::LeastApprovals, 2, 100>;
/// Some part, or a few could fill the seats that nobody contests; not so much that nobody is elected.
pub type ApprovalPercent = Within<amendable::validators::ApprovalPercent, 1, 5, 0>;
/// Half a day, in which an operator can wake up and mend a machine; a week at most, or the absent stall finality.
pub type AbsenceSessions = Within<amendable::validators::AbsenceSessions, 12, { 7 * 24 }>;

/// One to declare; too few to fill blocks with.
pub type FreeDeclarations = Within<amendable::census::FreeDeclarations, 1, 64>;

/// Time to find another home.
pub type EvictionNotice = Within<amendable::land::EvictionNotice, { 14 * DAYS }, YEAR>;
/// Room to stand, and not so much that nobody could live in a house.
pub type AreaPerResident = Within<amendable::land::AreaPerResident, 1, 1_000>;
/// Time for neighbours to read it and to object; a season of the default length at most.
pub type RegistrationNotice = Within<amendable::land::RegistrationNotice, { 7 * DAYS }, { 90 * DAYS }>;
/// Never nothing, since a challenge stops a registration; never so much that only the rich object.
pub type LandChallengeBond = Affordable<amendable::land::LandChallengeBond>;
/// Long enough for the longest poll of the justice track, short enough for a registrar to wait.
pub type LandRulingPeriod = Within<amendable::land::LandRulingPeriod, { 28 * DAYS }, { 120 * DAYS }>;
/// Long enough for somebody abroad to hear of it, short enough for land not to lie idle.
pub type AssignmentPeriod = Within<amendable::land::AssignmentPeriod, { 30 * DAYS }, { 2 * YEAR }>;
/// A season of the default length at least; not for life.
pub type StayPeriod = Within<amendable::land::StayPeriod, { 90 * DAYS }, { 4 * YEAR }>;
/// As many as a holder at least; a tower of a hundred floors at most.
pub type RegistrarFactor = Within<amendable::land::RegistrarFactor, 1, 100>;

/// One at least, or a first vote would decide alone; not so many that votes decide nothing.
pub type PhantomVotes = Within<amendable::tax::PhantomVotes, 1, 10_000>;
/// Below any highest rate, so that votes always decide something. In tenths of a per cent.
pub type MinRate = Part<amendable::tax::MinRate, 0, 10>;
/// Above any lowest rate; never so much that it takes the land. In tenths of a per cent.
pub type MaxRate = Part<amendable::tax::MaxRate, 20, 200>;
/// Enough for a neighbourhood; as many as can be counted.
pub type VotesPerSeason = Within<amendable::tax::VotesPerSeason, 16, MAX_VOTES>;
/// Enough to vote on one's neighbourhood and change one's mind; too few to fill blocks with.
pub type FreeOpinionsPerSeason = Within<amendable::tax::FreeVotesPerSeason, 20, 10_000, 20>;

/// Never so much that it takes the land. In tenths of a per cent.
pub type BaseRate = Part<amendable::harberger::BaseRate, 0, 100>;
/// Long enough to answer in, short enough for a bidder to wait.
pub type NoticePeriod = Lasting<amendable::harberger::NoticePeriod, { 3 * DAY_MILLIS }, { 90 * DAY_MILLIS }>;
/// A year at least, or naming too low a price would pay.
pub type LookBack = Lasting<amendable::harberger::LookBack, YEAR_MILLIS, { 10 * YEAR_MILLIS }>;
/// Time to notice that an escrow runs dry; not so long that only the rich can hold.
pub type ReservePeriod = Lasting<amendable::harberger::ReservePeriod, { 14 * DAY_MILLIS }, YEAR_MILLIS>;
/// Long enough to notice, short enough for land not to lie idle.
pub type AuctionPeriod =
	Lasting<amendable::harberger::AuctionPeriod, { 7 * DAY_MILLIS }, { 180 * DAY_MILLIS }>;
/// Some part, or a bid outdoes another by nothing; not so much that nobody can. In tenths of a per cent.
pub type BidIncrement = Part<amendable::harberger::BidIncrement, 1, 200>;
/// One at least, or a defaulter could be paid less than the valuation.
pub type AuctionFactor = Within<amendable::harberger::AuctionFactor, 1, 10>;
/// A price that somebody can pay.
pub type InitialPrice = Affordable<amendable::harberger::InitialPrice, CIV, { 100_000 * CIV }>;
/// Never nothing, or nobody would foreclose; never so much that it empties an escrow.
pub type ForeclosureTip = Affordable<amendable::harberger::ForeclosureTip, { CIV / 100 }, { 10 * CIV }>;

/// A month at least, or naming a price would mean nothing; not for life.
pub type BindingPeriod = Lasting<amendable::harberger::BindingPeriod, { 30 * DAY_MILLIS }, YEAR_MILLIS>;
/// A week at least to find the money; not so long that land lies unpaid.
pub type GracePeriod = Lasting<amendable::harberger::GracePeriod, { 7 * DAY_MILLIS }, { 90 * DAY_MILLIS }>;
/// Never so much that one late payment ruins a holder. In tenths of a per cent.
pub type GraceSurcharge = Part<amendable::harberger::GraceSurcharge, 0, 500>;

/// A tenth at least goes to the citizens. In tenths of a per cent.
pub type DividendPart = Part<amendable::revenue::DividendPart, 100, 1_000>;
/// Any part, of what the citizens' leaves. In tenths of a per cent.
pub type TreasuryPart = Part<amendable::revenue::TreasuryPart, 0, 1_000>;
/// Two at least, or whoever is ill for one loses a share.
pub type ClaimSeasons = Within<amendable::revenue::ClaimSeasons, 2, MAX_CLAIM_SEASONS>;
