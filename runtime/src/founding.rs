//! The founding: the parameters that a state begins with.
//!
//! # Overview
//!
//! A chain begins with the live defaults of [`crate::parameters`], unless its founders write otherwise into the
//! genesis. This pallet only carries that: it has no calls, no storage and no hooks. What is left out begins with its
//! default. Every value is written down, so that a later runtime with other defaults does not change the law, and the
//! charter's first version binds it.
//!
//! A founding may begin with less than the floor of an amendment, down to what the chain can work with at all: a chain
//! for development has seasons of minutes.

pub use pallet::*;

use crate::{
	parameters::{amendable, CharterParameters, RuntimeParameters},
	Balance, BlockNumber,
};
use alloc::{vec, vec::Vec};
use civitas_primitives::ConstitutionalParameters;
use frame_support::pallet_prelude::*;
use sp_runtime::Perquintill;

/// The parameters at genesis.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// Nothing to configure.
	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// Carries the genesis alone.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// What the founders decide differently. Each field left out or `null` keeps its live default.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// How many blocks a season lasts.
		pub season_length: Option<BlockNumber>,
		/// The refundable deposit of an application, in units of 1e-12 CIV.
		pub application_deposit: Option<Balance>,
		/// The bond of a challenge, in units of 1e-12 CIV.
		pub challenge_bond: Option<Balance>,
		/// For how many blocks an application can be challenged, and waits.
		pub challenge_period: Option<BlockNumber>,
		/// For how many blocks a challenge waits for a ruling.
		pub ruling_period: Option<BlockNumber>,
		/// For how many blocks an application stays open.
		pub application_lifetime: Option<BlockNumber>,
		/// How many vouches an admission needs.
		pub required_vouches: Option<u32>,
		/// How many vouches a citizen can have open.
		pub max_open_vouches: Option<u32>,
		/// For how many seasons those who vouched for a fraud may not vouch.
		pub voucher_liability: Option<u32>,
		/// How many free acts a citizen has in a season.
		pub free_acts_per_season: Option<u32>,
		/// For how many blocks others can object after a challenge that ended without a refusal.
		pub further_challenge_period: Option<BlockNumber>,
		/// How many challenges a citizen can have open.
		pub max_open_challenges: Option<u32>,
		/// How many people a season takes in, in percent of the active citizens, besides the allowance.
		pub intake_percent: Option<u32>,
		/// How many people a season takes in, whatever the number of citizens.
		pub intake_allowance: Option<u32>,
		/// How many citizens the justice track can sentence in a season, in percent of all; one at least.
		pub sentence_percent: Option<u32>,
		/// For how many blocks a sentence waits before it takes effect.
		pub appeal_period: Option<BlockNumber>,
		/// The size below which a ring of voters is merged with its neighbour.
		pub min_ring_size: Option<u32>,
		/// How many blocks make a day of deliberation, which the periods of referenda are counted in.
		pub deliberation_day: Option<BlockNumber>,
		/// For how many blocks a founder can veto what citizens have passed, in the Shared tier.
		pub veto_period: Option<BlockNumber>,
		/// For how many blocks what citizens have passed waits for a founder's consent.
		pub consent_period: Option<BlockNumber>,
		/// For how many seasons a founder cannot announce again what citizens have rejected.
		pub rejection_seasons: Option<u32>,
		/// How many voice credits everyone has in a season.
		pub credits_per_season: Option<u32>,
		/// How often a voter can vote in a season free of charge.
		pub free_votes_per_season: Option<u32>,
		/// How many polls a citizen can have open.
		pub open_polls: Option<u32>,
		/// How many seasons after the one of the appointment a term of office lasts.
		pub office_term: Option<u32>,
		/// How many members an outside panel has.
		pub panel_size: Option<u32>,
		/// How many residents of the host country there must be for a panel to be drawn.
		pub min_residents: Option<u32>,
		/// The bond of a candidate for validator, in units of 1e-12 CIV.
		pub candidate_bond: Option<Balance>,
		/// How many validators are elected at most.
		pub validator_seats: Option<u32>,
		/// How many must be elected for the old validators to go.
		pub validator_quorum: Option<u32>,
		/// How many approvals a candidate needs at least.
		pub least_approvals: Option<u32>,
		/// How many approvals a candidate needs, in percent of the active citizens.
		pub approval_percent: Option<u32>,
		/// After how many sessions without a block a validator loses its seat.
		pub absence_sessions: Option<u32>,
		/// How many declarations of income a ballot account may make in a season free of charge.
		pub free_declarations: Option<u32>,
		/// For how many blocks a resident has notice before an eviction.
		pub eviction_notice: Option<BlockNumber>,
		/// How many square metres there must be for each resident that a holder confirms.
		pub area_per_resident: Option<u32>,
		/// For how many blocks a change of the register of land is under public notice.
		pub registration_notice: Option<BlockNumber>,
		/// The bond of a challenge to such a change, in units of 1e-12 CIV.
		pub land_challenge_bond: Option<Balance>,
		/// For how many blocks such a challenge waits for a ruling.
		pub land_ruling_period: Option<BlockNumber>,
		/// For how many blocks a parcel stays reserved for somebody who does not accept it.
		pub assignment_period: Option<BlockNumber>,
		/// For how many blocks a stayed eviction cannot be tried again.
		pub stay_period: Option<BlockNumber>,
		/// How many times as many residents as a holder the registrar can confirm.
		pub registrar_factor: Option<u32>,
		/// How many votes the inherited rate of a parcel has.
		pub phantom_votes: Option<u32>,
		/// The lowest yearly rate that floats, in parts of 1e18.
		pub min_rate: Option<Perquintill>,
		/// The highest yearly rate that floats, in parts of 1e18.
		pub max_rate: Option<Perquintill>,
		/// On how many parcels a ballot account may vote in a season.
		pub votes_per_season: Option<u32>,
		/// How many of its votes in a season are free of charge.
		pub free_opinions_per_season: Option<u32>,
		/// The yearly rate that is the same for all parcels, in parts of 1e18.
		pub base_rate: Option<Perquintill>,
		/// How long a holder may defend a parcel against a bid, in milliseconds.
		pub notice_period: Option<u64>,
		/// For how long a defence makes good for a price that was too low, in milliseconds.
		pub look_back: Option<u64>,
		/// For how long the least escrow covers the charge, in milliseconds.
		pub reserve_period: Option<u64>,
		/// How long it takes for an auction's price to fall, in milliseconds.
		pub auction_period: Option<u64>,
		/// By which part a bid is above what it must be above, in parts of 1e18.
		pub bid_increment: Option<Perquintill>,
		/// What an auction begins with, in valuations.
		pub auction_factor: Option<u32>,
		/// What the auction of a parcel that nobody has held yet begins with, in units of 1e-12 CIV.
		pub initial_price: Option<Balance>,
		/// What whoever forecloses gets, in units of 1e-12 CIV.
		pub foreclosure_tip: Option<Balance>,
		/// For how long a price binds whoever names it, in milliseconds.
		pub binding_period: Option<u64>,
		/// How long a holder in arrears has to pay them, in milliseconds.
		pub grace_period: Option<u64>,
		/// What is added to a charge that was not in escrow, in parts of 1e18.
		pub grace_surcharge: Option<Perquintill>,
		/// The citizens' part of what land yields, in parts of 1e18.
		pub dividend_part: Option<Perquintill>,
		/// The treasury's part of what land yields, in parts of 1e18.
		pub treasury_part: Option<Perquintill>,
		/// For how many seasons a share of the dividend can be claimed.
		pub claim_seasons: Option<u32>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for parameter in self.decisions().into_iter().flatten() {
				if let Err(fault) = CharterParameters::check_beginning(&parameter) {
					panic!("no state can begin with {parameter:?}: {fault:?}");
				}
				CharterParameters::set(parameter).expect("the charter may set every parameter; qed");
			}
			for parameter in CharterParameters::all() {
				CharterParameters::set(parameter).expect("the charter may set every parameter; qed");
			}
		}
	}
}

/// Makes the parameter `$group::$name` of a genesis field, if the field is there.
macro_rules! decision {
	($value:expr, $wrap:ident, $group:ident :: $name:ident) => {
		$value.map(|value| {
			RuntimeParameters::$wrap(amendable::$group::Parameters::$name(
				amendable::$group::$name,
				Some(value),
			))
		})
	};
}

impl<T: Config> GenesisConfig<T> {
	/// The decisions that were made, as parameters.
	fn decisions(&self) -> Vec<Option<RuntimeParameters>> {
		vec![
			decision!(self.season_length, Seasons, seasons::SeasonLength),
			decision!(self.application_deposit, Citizenship, citizenship::ApplicationDeposit),
			decision!(self.challenge_bond, Citizenship, citizenship::ChallengeBond),
			decision!(self.challenge_period, Citizenship, citizenship::ChallengePeriod),
			decision!(self.ruling_period, Citizenship, citizenship::RulingPeriod),
			decision!(self.application_lifetime, Citizenship, citizenship::ApplicationLifetime),
			decision!(self.required_vouches, Citizenship, citizenship::RequiredVouches),
			decision!(self.max_open_vouches, Citizenship, citizenship::MaxOpenVouches),
			decision!(self.voucher_liability, Citizenship, citizenship::VoucherLiability),
			decision!(self.free_acts_per_season, Citizenship, citizenship::FreeActsPerSeason),
			decision!(self.further_challenge_period, Citizenship, citizenship::FurtherChallengePeriod),
			decision!(self.max_open_challenges, Citizenship, citizenship::MaxOpenChallenges),
			decision!(self.intake_percent, Citizenship, citizenship::IntakePercent),
			decision!(self.intake_allowance, Citizenship, citizenship::IntakeAllowance),
			decision!(self.sentence_percent, Citizenship, citizenship::SentencePercent),
			decision!(self.appeal_period, Citizenship, citizenship::AppealPeriod),
			decision!(self.min_ring_size, Roll, roll::MinRingSize),
			decision!(self.deliberation_day, Charter, charter::DeliberationDay),
			decision!(self.veto_period, Charter, charter::VetoPeriod),
			decision!(self.consent_period, Charter, charter::ConsentPeriod),
			decision!(self.rejection_seasons, Charter, charter::RejectionSeasons),
			decision!(self.credits_per_season, Voting, voting::CreditsPerSeason),
			decision!(self.free_votes_per_season, Voting, voting::FreeVotesPerSeason),
			decision!(self.open_polls, Voting, voting::OpenPolls),
			decision!(self.office_term, Offices, offices::OfficeTerm),
			decision!(self.panel_size, Panel, panel::PanelSize),
			decision!(self.min_residents, Panel, panel::MinResidents),
			decision!(self.candidate_bond, Validators, validators::CandidateBond),
			decision!(self.validator_seats, Validators, validators::Seats),
			decision!(self.validator_quorum, Validators, validators::Quorum),
			decision!(self.least_approvals, Validators, validators::LeastApprovals),
			decision!(self.approval_percent, Validators, validators::ApprovalPercent),
			decision!(self.absence_sessions, Validators, validators::AbsenceSessions),
			decision!(self.free_declarations, Census, census::FreeDeclarations),
			decision!(self.eviction_notice, Land, land::EvictionNotice),
			decision!(self.area_per_resident, Land, land::AreaPerResident),
			decision!(self.registration_notice, Land, land::RegistrationNotice),
			decision!(self.land_challenge_bond, Land, land::LandChallengeBond),
			decision!(self.land_ruling_period, Land, land::LandRulingPeriod),
			decision!(self.assignment_period, Land, land::AssignmentPeriod),
			decision!(self.stay_period, Land, land::StayPeriod),
			decision!(self.registrar_factor, Land, land::RegistrarFactor),
			decision!(self.phantom_votes, Tax, tax::PhantomVotes),
			decision!(self.min_rate, Tax, tax::MinRate),
			decision!(self.max_rate, Tax, tax::MaxRate),
			decision!(self.votes_per_season, Tax, tax::VotesPerSeason),
			decision!(self.free_opinions_per_season, Tax, tax::FreeVotesPerSeason),
			decision!(self.base_rate, Harberger, harberger::BaseRate),
			decision!(self.notice_period, Harberger, harberger::NoticePeriod),
			decision!(self.look_back, Harberger, harberger::LookBack),
			decision!(self.reserve_period, Harberger, harberger::ReservePeriod),
			decision!(self.auction_period, Harberger, harberger::AuctionPeriod),
			decision!(self.bid_increment, Harberger, harberger::BidIncrement),
			decision!(self.auction_factor, Harberger, harberger::AuctionFactor),
			decision!(self.initial_price, Harberger, harberger::InitialPrice),
			decision!(self.foreclosure_tip, Harberger, harberger::ForeclosureTip),
			decision!(self.binding_period, Harberger, harberger::BindingPeriod),
			decision!(self.grace_period, Harberger, harberger::GracePeriod),
			decision!(self.grace_surcharge, Harberger, harberger::GraceSurcharge),
			decision!(self.dividend_part, Revenue, revenue::DividendPart),
			decision!(self.treasury_part, Revenue, revenue::TreasuryPart),
			decision!(self.claim_seasons, Revenue, revenue::ClaimSeasons),
		]
	}
}
