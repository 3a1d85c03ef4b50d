//! The values that the charter may amend, with their live defaults.
//!
//! Amendments write to [`amendable`]. Nobody reads there: the types of this module keep each value within the bounds
//! in which the chain works, whatever an amendment says. Each stands under an article of the charter and is as
//! entrenched as that, see [`CharterParameters`].

use crate::{
	governance::origins::Origin, Balance, BlockNumber, Parameters, Runtime, CIV, DAYS, EXISTENTIAL_DEPOSIT,
};
use civitas_primitives::{ArticleNumber, ConstitutionalParameters};
use core::marker::PhantomData;
use frame_support::{
	dispatch::DispatchResult,
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	traits::Get,
};
use pallet_citizenship::MAX_VOUCHES;

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
			charter::Parameters as Charter, citizenship::Parameters as Citizenship,
			panel::Parameters as Panel, roll::Parameters as Roll, seasons::Parameters as Seasons,
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
