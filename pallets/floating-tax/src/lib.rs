//! Every building's yearly rate floats with the approval of those who live near it.
//!
//! # Overview
//!
//! There is no zoning law. Whoever lives near a building says in secret whether they approve of it, and its yearly
//! rate floats between a minimum and a maximum accordingly. Each parcel starts the season with some *phantom votes*
//! for its mean rate of the last one. So nobody needs to act to keep things as they are, one angry neighbour cannot
//! swing a rate, votes in a season's last block leave nothing behind, and what a neighbourhood thinks for a few seasons
//! is what counts in the end.
//!
//! # Life cycle
//!
//! 1. A parcel is held, or voted on, for the first time: its rate begins in the middle between minimum and maximum.
//! 2. [`Pallet::vote`]: a resident's ballot account, enrolled in a ring of a cell near the parcel, approves or
//!    disapproves, as often as they like. [`Pallet::withdraw`] takes a vote back. Free of charge within a quota. The
//!    rate follows in the same block; time past keeps the rate it had.
//! 3. The season turns: all votes end, since nobody has shown yet that they still live there. The mean rate of the
//!    season is the rate from then on, and what the phantom votes stand for. Parcels notice when they are touched; no
//!    block looks at all of them, and a reading in between knows it.
//! 4. Votes of seasons that are over are removed in idle time, in bounded steps.
//!
//! [`Pallet::refresh`] applies new minima, maxima or phantom votes to a parcel that nobody votes on. Until then its
//! rate is the one that it had.
//!
//! # Terms
//!
//! - *Rate* = (phantoms x inherited + maximum x disapprovals) / (phantoms + approvals + disapprovals).
//! - *Phantoms*: what the charter says, and at least a quarter of the people who live near the parcel.
//! - *Inherited*: the last season's mean rate.
//! - *Index*: the integral of a parcel's rate over time, kept without rounding, see [`civitas_primitives::Accrual`].
//!
//! # Why no block looks at all parcels
//!
//! A parcel's mean rate in a season is the difference of two readings of its index by the time between them. Without
//! votes the rate is phantoms x inherited / phantoms, so from the turn on it is exactly that mean. Both follow from the
//! time of the turn, which is noted once for all parcels.
//!
//! # Invariants
//!
//! - **I1** Each parcel's votes of this season are counted.
//! - **I2** Each voter's votes of this season are counted, and within what a season allows at most.
//! - **I3** No vote is kept that should be forgotten, and none is from the future.
//! - **I4** No parcel's rate is settled for time to come.
//! - **I5** No season of a parcel opens in time to come, or with more than its rates have come to.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
pub mod math;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

use civitas_primitives::{
	would_succeed, Alias, Ballots, Calendar, Electorate, Neighbourhood, ParcelId, SeasonIndex,
};
use frame_support::{pallet_prelude::*, traits::Time, weights::WeightMeter};
use frame_system::pallet_prelude::*;
use sp_runtime::Perquintill;

/// How many parcels an alias can vote on in a season, whatever the configuration.
pub const MAX_VOTES: u32 = 10_000;

/// The charge rate of each building, which floats with the votes of those who live near it.
///
/// Approval lowers the rate and disapproval raises it, between the charter's minimum and maximum.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What ballot accounts speak for.
		type Ballots: Ballots<Self::AccountId>;

		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// Who lives near what.
		type Neighbourhood: Neighbourhood;

		/// The time, in milliseconds.
		type Clock: Time<Moment = u64>;

		/// How many people live near a parcel.
		type Electorate: Electorate;

		/// How many votes the inherited rate has at least. At least one.
		type PhantomVotes: Get<u32>;

		/// The lowest yearly rate. At most the highest.
		type MinRate: Get<Perquintill>;

		/// The highest yearly rate.
		type MaxRate: Get<Perquintill>;

		/// On how many parcels an alias may vote in a season. At most [`MAX_VOTES`].
		type VotesPerSeason: Get<u32>;

		/// How many times an alias may vote, change a vote or withdraw one in a season free of charge.
		type FreeVotesPerSeason: Get<u32>;

		/// How much of a block's idle time upkeep may take.
		type UpkeepWeight: Get<Weight>;

		/// What each call and each step of upkeep weighs.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the neighbours think of each parcel, and what that has come to. Made when the parcel is first held or voted
	/// on, and kept for ever: one for each parcel.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Opinions<T: Config> = StorageMap<_, Twox64Concat, ParcelId, Opinion>;

	/// What each parcel's rates had come to when its season began. One for each parcel in [`Opinions`].
	#[pallet::storage]
	pub type Openings<T: Config> = StorageMap<_, Twox64Concat, ParcelId, Opening>;

	/// When each season began, in milliseconds. One entry a season, kept for ever.
	#[pallet::storage]
	pub type SeasonStarts<T: Config> = StorageMap<_, Twox64Concat, SeasonIndex, u64>;

	/// The votes of each season. Each alias has few, see [`Voters`]; removed when the season is over.
	#[pallet::storage]
	pub type Votes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SeasonIndex, Blake2_128Concat, (ParcelId, Alias), Vote>;

	/// Who has voted in each season, and how often. One entry for each enrolled alias; removed when the season is over.
	#[pallet::storage]
	pub type Voters<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SeasonIndex, Blake2_128Concat, Alias, Voter, ValueQuery>;

	/// The first season whose votes have not been forgotten.
	#[pallet::storage]
	pub type ForgottenBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A parcel's rate has begun.
		RateSet {
			/// Which parcel.
			parcel: ParcelId,
			/// The yearly rate.
			rate: Perquintill,
			/// Since when, in milliseconds.
			at: u64,
		},
		/// A resident has voted, changed a vote or withdrawn it.
		Voted {
			/// The season.
			season: SeasonIndex,
			/// On which parcel.
			parcel: ParcelId,
			/// By which alias.
			alias: Alias,
			/// The vote until now.
			old: Option<Vote>,
			/// The vote from now on.
			new: Option<Vote>,
		},
		/// A parcel's rate has changed.
		RateChanged {
			/// Which parcel.
			parcel: ParcelId,
			/// The yearly rate until now.
			old: Perquintill,
			/// The yearly rate from now on.
			new: Perquintill,
			/// Since when, in milliseconds.
			at: u64,
		},
		/// A season has begun: each parcel's rate is its mean rate of the season before, and all votes have ended.
		SeasonStarted {
			/// The season.
			season: SeasonIndex,
			/// Since when, in milliseconds.
			at: u64,
		},
		/// The votes of a season that is over have been removed.
		VotesForgotten {
			/// The season.
			season: SeasonIndex,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is not enrolled as a resident's this season. Prove that you are in a ring of your cell, and
		/// enrol it.
		NotEnrolled,
		/// There is no such parcel.
		UnknownParcel,
		/// You do not live near this parcel.
		NotNear,
		/// You have voted like that already.
		AlreadyVoted,
		/// You have not voted on this parcel.
		NotVoted,
		/// You have voted on as many parcels as a season allows. Withdraw a vote first.
		TooManyVotes,
		/// This parcel's rate is already up to date.
		AlreadyFresh,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Approves or disapproves of a parcel's building, or changes one's mind. Any resident near it may, by the
		/// ballot account that they have enrolled this season. Free of charge within the season's quota.
		///
		/// - `parcel`: the id of the parcel.
		/// - `vote`: approval or disapproval of its building.
		///
		/// The rate follows at once. Emits `Voted` and `RateChanged`. Refused with `NotEnrolled`, `NotNear`,
		/// `AlreadyVoted` or `TooManyVotes`.
		#[pallet::call_index(0)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId, vote: &Vote| -> bool {
			Pallet::<T>::is_free(origin, *parcel, Some(*vote))
		})]
		pub fn vote(origin: OriginFor<T>, parcel: ParcelId, vote: Vote) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote(who, parcel, Some(vote))
		}

		/// Takes one's vote back. Free of charge within the season's quota.
		///
		/// - `parcel`: the id of the parcel that you have voted on.
		///
		/// The rate follows at once. Emits `Voted` and `RateChanged`. Refused with `NotVoted`.
		#[pallet::call_index(1)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			Pallet::<T>::is_free(origin, *parcel, None)
		})]
		pub fn withdraw(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote(who, parcel, None)
		}

		/// Applies the charter's minimum, maximum and phantom votes of today to a parcel. Anyone may, and pays nothing
		/// if that changes its rate.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// Emits `RateChanged`. Refused with `AlreadyFresh` if it changes nothing.
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::refresh().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok() && would_succeed(|| Pallet::<T>::do_refresh(*parcel))
		})]
		pub fn refresh(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_refresh(parcel)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A parcel's rate now, and what it is made of.
		pub fn opinion(parcel: ParcelId) -> OpinionInfo {
			Self::opinion_info(parcel)
		}

		/// How an alias votes on a parcel this season.
		pub fn vote_of(alias: Alias, parcel: ParcelId) -> Option<Vote> {
			Votes::<T>::get(Self::season(), (parcel, alias))
		}

		/// How often an alias has voted this season.
		pub fn voter(alias: Alias) -> Voter {
			Voters::<T>::get(Self::season(), alias)
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
			assert!(T::VotesPerSeason::get() <= MAX_VOTES, "a voter can have too many votes");
			let step = T::WeightInfo::upkeep().saturating_add(T::WeightInfo::forget());
			assert!(step.all_lte(T::UpkeepWeight::get()), "a step of upkeep never fits");
			let block = T::BlockWeights::get().max_block;
			assert!(T::UpkeepWeight::get().all_lte(block), "upkeep does not fit a block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
