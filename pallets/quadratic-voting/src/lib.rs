//! Quadratic voting: everybody has the same voice, and says how much a matter means to them.
//!
//! # Overview
//!
//! Each season, everyone has the same number of voice credits to spend on referenda. One vote costs one credit, two
//! cost four, n cost n². So whoever cares much about one matter can say so, and pays for it with silence elsewhere.
//! Votes can be changed and taken back as long as the poll is open; what they cost comes back with them. Credits are
//! nobody's property: they cannot be bought, given away or saved up.
//!
//! Polls are those of the stock referenda pallet: this pallet counts, and decides nothing.
//!
#![doc = docify::embed!("src/tests/casting.rs", a_changed_vote_is_refunded_first)]
//!
//! # Life cycle
//!
//! 1. A referendum is submitted. Its tally notes the season, the electorate and how one votes: in secret or by name.
//! 2. [`Pallet::vote`] casts or changes a vote, as long as the text is on the chain, and [`Pallet::remove_vote`] takes
//!    it back. In secret, the ballot account
//!    votes that the roll has enrolled for the season of the poll. By name, the citizen's own account does.
//! 3. The outside panel's votes come in through [`civitas_primitives::PanelTally`].
//! 4. The referendum ends by the curves of its track. Credits spent on it stay spent.
//! 5. When the season after the poll's is over, nobody can vote in it any more, neither citizens nor the panel. What
//!    becomes of the poll, `pallet-polls` says. The votes of that season and what they cost are forgotten in bounded
//!    steps, in idle time of blocks. The tally stays with the referendum.
//!
//! # Terms
//!
//! - *Voter*: the name that a person votes under: an alias in secret polls, a citizen's number in open ones. Never an
//!   account: who enrols another ballot account, or rotates to another account, goes on with the same votes and the
//!   same purse.
//! - *Purse*: a voter's credits in one season. A poll is charged to the season in which it was submitted, however
//!   late the vote.
//! - *Approval*: the share of votes that are for the proposal. The outside panel holds a fifth of the weight, times the
//!   share of its members who have voted; nothing if fewer than a third have. The citizens hold the rest. Without a
//!   citizen's vote there is no approval.
//! - *Support*: the share of the electorate that is for the proposal, each voter counting once.
//! - *Electorate*: in secret polls, the members of the roll of the poll's season; in open ones, the citizens who were
//!   active when it was submitted. Who became a citizen later has no voice in that poll.
//!
//! # Free calls
//!
//! Voting is free within a quota for each season. As everywhere, only what is certain to succeed is free: the test
//! that spares the fee is the one that the call itself makes. Past the quota, votes cost the usual fee. Ballot
//! accounts own nothing, so the pool refuses them then.
//!
//! # Honest limits
//!
//! - A person with two names has two voices: what keeps that from happening is the roll's affair, and citizenship's.
//! - Two people who each put seven votes where one would put ten buy more with as many credits. That is what
//!   quadratic voting means; it also means that whoever rules over other people's votes gains more than their
//!   number. Secret ballots are the answer to that, as far as there is one.
//! - The votes of one alias in one season are linkable to each other. See the roll.
//! - A secret poll is for those who have enrolled by the end of the season in which it was submitted. Whoever submits
//!   in a season's last blocks asks those alone who have enrolled already. Support still counts the whole roll, so too
//!   few of them pass nothing. Who enrols at the beginning of each season misses no poll.
//! - A suspended or former citizen's votes stand as they were cast.
//! - A panel member's vote adds weight to the whole panel. So a vote for the proposal by one member can lower approval
//!   if most members are against it.
//!
//! # Invariants
//!
//! - **I1** What a purse has spent is what its standing votes cost, and each vote has a purse.
//! - **I2** An open poll's votes add up to its tally.
//! - **I3** Each vote is of one vote at least, under a name of the kind that the poll asks for, and in its season.
//! - **I4** Nothing is kept of a season that is forgotten.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod casting;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
pub mod math;
#[cfg(test)]
mod mock;
pub mod runtime_api;
mod tally;
#[cfg(test)]
mod tests;
mod types;
mod upkeep;
mod views;
pub mod weights;

use civitas_primitives::{
	ActiveCitizens, BallotKinds, Ballots, Calendar, Citizenry, PollIndex, PollTexts, SeasonIndex,
};
use frame_support::{pallet_prelude::*, traits::Polling, weights::WeightMeter};
use frame_system::pallet_prelude::*;

/// What tells a poll's track.
pub type ClassOf<T> = <<T as Config>::Polls as Polling<Tally<T>>>::Class;

/// Votes in polls. Every citizen has the same number of voice credits each season.
///
/// n votes in one poll cost n² credits, so you can say how much a matter means to you.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Conducts the polls.
		type Polls: Polling<Tally<Self>, Index = PollIndex, Votes = u64, Moment = BlockNumberFor<Self>>;

		/// Which ballots each track takes.
		type Tracks: BallotKinds<ClassOf<Self>>;

		/// Keeps the texts that people vote on.
		type Texts: PollTexts;

		/// What ballot accounts speak for.
		type Ballots: Ballots<Self::AccountId>;

		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// Who counts as active.
		type Active: ActiveCitizens;

		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// How many voice credits everyone has in a season.
		type CreditsPerSeason: Get<u32>;

		/// How often a voter can vote, change or remove a vote in a season free of charge.
		type FreeVotesPerSeason: Get<u32>;

		/// How much of a block's idle time upkeep may take.
		type UpkeepWeight: Get<Weight>;

		/// What each call and each step of upkeep weighs.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The votes in the polls of a season, by voter and poll. Voters have room for as many as they have credits.
	/// Removed with the vote, or in clean-up when the season after is over.
	// Voters choose their aliases; seasons and polls are numbered by the chain.
	#[pallet::storage]
	pub type Votes<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, SeasonIndex>,
			NMapKey<Blake2_128Concat, Voter>,
			NMapKey<Twox64Concat, PollIndex>,
		),
		Vote,
	>;

	/// The credits spent in the polls of a season, by voter. Made by the first vote; removed in clean-up when the
	/// season after is over.
	#[pallet::storage]
	pub type Purses<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SeasonIndex, Blake2_128Concat, Voter, Purse, ValueQuery>;

	/// The first season whose votes and purses have not been forgotten.
	#[pallet::storage]
	pub type ForgottenBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Somebody has voted, or changed a vote.
		Voted {
			/// In which poll.
			poll: PollIndex,
			/// The season that it is charged to.
			season: SeasonIndex,
			/// Who, under the name for this poll.
			voter: Voter,
			/// The vote until now.
			old: Option<Vote>,
			/// The vote from now on.
			new: Vote,
		},
		/// Somebody has taken a vote back.
		VoteRemoved {
			/// In which poll.
			poll: PollIndex,
			/// The season that it was charged to.
			season: SeasonIndex,
			/// Who, under the name for this poll.
			voter: Voter,
			/// The vote until now.
			old: Vote,
		},
		/// The votes and purses of a season long over have been removed. What they added up to stays with the polls.
		SeasonForgotten {
			/// The season.
			season: SeasonIndex,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such poll, or it is over.
		NotOngoing,
		/// The voters' time is over: it ends with the season after the one in which the poll was submitted. Votes stand
		/// as they are.
		TooLateToVote,
		/// This poll is secret, and this account is not enrolled. Enrol a fresh account with a proof, and vote with it.
		NotEnrolled,
		/// This account is enrolled for another season than that in which the poll was submitted.
		WrongSeason,
		/// This account is enrolled for the acts of a resident. Enrol one for the acts of a citizen.
		WrongContext,
		/// This poll is open: citizens vote by name, and this account is not a citizen's.
		NotCitizen,
		/// This citizen is suspended or has not been here for a whole season. Attest, then vote.
		NotActive,
		/// This citizen was admitted after the poll was submitted.
		AdmittedTooLate,
		/// A vote is of one vote at least. Remove it to take it back.
		NoVotes,
		/// This is how you have voted already.
		AlreadyVotedSo,
		/// You have not voted in this poll.
		NotVoted,
		/// Not enough voice credits: n votes cost n² credits of this season.
		TooFewCredits,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Votes in a poll, or changes a vote. In a secret poll, the account enrolled for the poll's season may; in an
		/// open one, any active citizen who was one when it was submitted. Free within a quota.
		///
		/// - `poll`: the number of the poll.
		/// - `vote`: for or against, and how many votes.
		///
		/// n votes cost n² of the credits of the season in which the poll was submitted; what an earlier vote cost
		/// comes back first. Emits `Voted`. Refused with `TooFewCredits`, `NotOngoing`, `TooLateToVote`, or with what
		/// the account lacks.
		#[pallet::call_index(0)]
		#[pallet::weight(
			T::WeightInfo::vote_in_secret().max(T::WeightInfo::vote_by_name()).saturating_add(T::Texts::weight())
		)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex, vote: &Vote| -> bool {
			Pallet::<T>::is_free(origin, *poll, Some(*vote))
		})]
		pub fn vote(origin: OriginFor<T>, poll: PollIndex, vote: Vote) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cast(who, poll, Some(vote))
		}

		/// Takes one's vote in a poll back, as long as votes can be changed; what it cost comes back. Free within a
		/// quota.
		///
		/// - `poll`: the number of the poll.
		///
		/// Emits `VoteRemoved`. Refused with `NotVoted`, or as for `vote`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::vote_in_secret().max(T::WeightInfo::vote_by_name()))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex| -> bool {
			Pallet::<T>::is_free(origin, *poll, None)
		})]
		pub fn remove_vote(origin: OriginFor<T>, poll: PollIndex) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cast(who, poll, None)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How an account has voted in a poll.
		pub fn vote_of(account: T::AccountId, poll: PollIndex) -> Option<Vote> {
			Self::vote_info(&account, poll)
		}

		/// An account's purse for the polls of a season.
		pub fn purse(account: T::AccountId, season: SeasonIndex) -> Option<PurseInfo> {
			Self::purse_info(&account, season)
		}

		/// The tally of an open poll, in plain figures.
		pub fn tally(poll: PollIndex) -> Option<TallyInfo> {
			Self::tally_info(poll)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining.min(T::UpkeepWeight::get()));
			Self::upkeep(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			let idle = T::UpkeepWeight::get();
			let step = T::WeightInfo::upkeep().saturating_add(T::WeightInfo::forget());
			assert!(step.all_lte(idle), "a step of upkeep never fits: {step} in {idle}");
			assert!(idle.all_lte(T::BlockWeights::get().max_block), "upkeep does not fit a block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
