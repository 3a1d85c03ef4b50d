//! What the calls do, and the answers to other pallets.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{Accrual, Context, FloatingRate, Meter, RingId};

/// A vote that may be cast: what there is before it.
pub(crate) struct Permit {
	alias: Alias,
	opinion: Opinion,
	old: Option<Vote>,
	voter: Voter,
}

impl<T: Config> Pallet<T> {
	/// What the charter says today. The minimum gives way to the maximum.
	pub fn terms() -> Terms {
		let max = T::MaxRate::get();
		Terms { phantoms: T::PhantomVotes::get().max(1), min: T::MinRate::get().min(max), max }
	}

	pub(crate) fn season() -> SeasonIndex {
		T::Calendar::season().index
	}

	/// What is thought of a parcel that nobody has voted on or paid for yet.
	fn fresh() -> Opinion {
		let rate = Self::terms().middle();
		Opinion {
			meter: Meter::start(T::Clock::now(), rate),
			inherited: rate,
			season: Self::season(),
			approve: 0,
			disapprove: 0,
		}
	}

	/// The alias of a resident that `who` speaks for this season, if they live near `parcel`.
	fn check_neighbour(who: &T::AccountId, parcel: ParcelId) -> Result<Alias, Error<T>> {
		let ballot = T::Ballots::ballot(who).ok_or(Error::<T>::NotEnrolled)?;
		ensure!(ballot.season == Self::season(), Error::<T>::NotEnrolled);
		let (Context::Residence, RingId::Cell(cell, _)) = (ballot.context, ballot.ring) else {
			return Err(Error::<T>::NotEnrolled);
		};
		let near = T::Neighbourhood::is_near(parcel, cell).ok_or(Error::<T>::UnknownParcel)?;
		ensure!(near, Error::<T>::NotNear);
		Ok(ballot.alias)
	}

	/// That `who` may change their vote on `parcel` to `new`.
	pub(crate) fn check_vote(
		who: &T::AccountId,
		parcel: ParcelId,
		new: Option<Vote>,
	) -> Result<Permit, Error<T>> {
		let alias = Self::check_neighbour(who, parcel)?;
		let season = Self::season();
		let opinion = Opinions::<T>::get(parcel).unwrap_or_else(Self::fresh).turned(season);
		let old = Votes::<T>::get(season, (parcel, alias));
		let voter = Voters::<T>::get(season, alias);
		match (old, new) {
			(None, None) => return Err(Error::<T>::NotVoted),
			(None, Some(_)) => {
				ensure!(voter.votes < T::VotesPerSeason::get(), Error::<T>::TooManyVotes)
			}
			(old, new) => ensure!(old != new, Error::<T>::AlreadyVoted),
		}
		Ok(Permit { alias, opinion, old, voter })
	}

	/// Whether a vote costs nothing: it is certain to be cast, and within the quota.
	pub(crate) fn is_free(origin: &OriginFor<T>, parcel: ParcelId, new: Option<Vote>) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Self::check_vote(&who, parcel, new)
				.is_ok_and(|permit| permit.voter.acts < T::FreeVotesPerSeason::get())
		})
	}

	pub(crate) fn do_vote(who: T::AccountId, parcel: ParcelId, new: Option<Vote>) -> DispatchResult {
		let Permit { alias, mut opinion, old, mut voter } = Self::check_vote(&who, parcel, new)?;
		let season = Self::season();
		// Counts stay below the number of aliases, and are those of existing votes (I1, I2).
		if let Some(old) = old {
			let count = opinion.count(old);
			*count = count.saturating_sub(1);
			voter.votes = voter.votes.saturating_sub(1);
		}
		if let Some(new) = new {
			let count = opinion.count(new);
			*count = count.saturating_add(1);
			voter.votes = voter.votes.saturating_add(1);
		}
		// Clamping is the rule: whoever pays may change their mind without limit.
		voter.acts = voter.acts.saturating_add(1);
		Votes::<T>::set(season, (parcel, alias), new);
		Voters::<T>::insert(season, alias, voter);
		Self::deposit_event(Event::Voted { season, parcel, alias, old, new });
		Self::update(parcel, opinion);
		Ok(())
	}

	pub(crate) fn do_refresh(parcel: ParcelId) -> DispatchResult {
		let opinion = Opinions::<T>::get(parcel).ok_or(Error::<T>::UnknownParcel)?.turned(Self::season());
		ensure!(Self::due_rate(&opinion) != opinion.meter.rate, Error::<T>::AlreadyFresh);
		Self::update(parcel, opinion);
		Ok(())
	}

	/// The rate that follows from an opinion and the charter.
	fn due_rate(opinion: &Opinion) -> Perquintill {
		Self::terms().rate(opinion.inherited, opinion.approve, opinion.disapprove)
	}

	/// Settles the parcel's index and changes its rate to what follows from `opinion`.
	fn update(parcel: ParcelId, mut opinion: Opinion) {
		Self::begin(parcel);
		let (old, new, at) = (opinion.meter.rate, Self::due_rate(&opinion), T::Clock::now());
		opinion.meter.change(at, new);
		Opinions::<T>::insert(parcel, opinion);
		if old != new {
			Self::deposit_event(Event::RateChanged { parcel, old, new, at });
		}
	}

	/// Forgets votes of seasons that are over, as long as there is room.
	pub(crate) fn upkeep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::upkeep()).is_err() {
			return;
		}
		let now = Self::season();
		loop {
			let season = ForgottenBefore::<T>::get();
			if season >= now || !Self::forget(season, meter) {
				return;
			}
			ForgottenBefore::<T>::put(season.saturating_add(1));
			Self::deposit_event(Event::VotesForgotten { season });
		}
	}

	/// Forgets the votes of `season`, as long as there is room. Returns whether none is left.
	pub(crate) fn forget(season: SeasonIndex, meter: &mut WeightMeter) -> bool {
		let votes = Votes::<T>::drain_prefix(season).map(|_| ());
		for_each_with_room(votes, meter, T::WeightInfo::forget()) && {
			let voters = Voters::<T>::drain_prefix(season).map(|_| ());
			for_each_with_room(voters, meter, T::WeightInfo::forget())
		}
	}

	/// How many more times an alias may vote this season free of charge.
	pub fn free_votes_left(alias: Alias) -> u32 {
		let used = Voters::<T>::get(Self::season(), alias).acts;
		T::FreeVotesPerSeason::get().saturating_sub(used)
	}

	/// A parcel's rate and what it is made of.
	pub fn opinion_info(parcel: ParcelId) -> OpinionInfo {
		let opinion = Opinions::<T>::get(parcel).unwrap_or_else(Self::fresh).turned(Self::season());
		OpinionInfo {
			rate: opinion.meter.rate,
			index: opinion.meter.read(T::Clock::now()).share(),
			season: opinion.season,
			inherited: opinion.inherited,
			approve: opinion.approve,
			disapprove: opinion.disapprove,
			terms: Self::terms(),
		}
	}
}

/// Exhausts `items`, each for `cost`. Returns whether none is left.
fn for_each_with_room(mut items: impl Iterator<Item = ()>, meter: &mut WeightMeter, cost: Weight) -> bool {
	while meter.try_consume(cost).is_ok() {
		if items.next().is_none() {
			return true;
		}
	}
	false
}

impl<T: Config> FloatingRate for Pallet<T> {
	fn begin(parcel: ParcelId) {
		if Opinions::<T>::contains_key(parcel) {
			return;
		}
		let opinion = Self::fresh();
		Opinions::<T>::insert(parcel, opinion);
		Self::deposit_event(Event::RateSet { parcel, rate: opinion.meter.rate, at: opinion.meter.since });
	}

	fn rate(parcel: ParcelId) -> Perquintill {
		Opinions::<T>::get(parcel).unwrap_or_else(Self::fresh).meter.rate
	}

	fn accrued(parcel: ParcelId) -> Accrual {
		Opinions::<T>::get(parcel).map_or(Accrual::default(), |opinion| opinion.meter.read(T::Clock::now()))
	}
}
