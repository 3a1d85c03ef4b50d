//! What the calls do, and the answers to other pallets.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{Accrual, Context, FloatingRate, Meter, OnSeason, RingId};

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

	/// The same for a parcel: its phantom votes are at least a quarter of those who live near it.
	fn terms_of(parcel: ParcelId) -> Terms {
		let terms = Self::terms();
		let quarter = T::Electorate::near(parcel).checked_div(4).unwrap_or(0);
		Terms { phantoms: terms.phantoms.max(quarter), ..terms }
	}

	pub(crate) fn season() -> SeasonIndex {
		T::Calendar::season().index
	}

	/// A parcel's opinion in this season: a later season inherits the mean rate of the one before, and has no votes yet.
	pub(crate) fn turned(parcel: ParcelId, opinion: Opinion) -> Opinion {
		let season = Self::season();
		if opinion.season == season {
			return opinion;
		}
		let mut meter = opinion.meter;
		// Seasons outlast the block numbers.
		if let Some(turn) = SeasonStarts::<T>::get(opinion.season.saturating_add(1)) {
			let opening = Openings::<T>::get(parcel).filter(|opening| opening.season == opinion.season);
			let mean = opening.and_then(|opening| opening.mean(turn, meter.read(turn)));
			meter.change(turn, mean.unwrap_or(meter.rate));
		}
		Opinion { meter, inherited: meter.rate, season, approve: 0, disapprove: 0 }
	}

	/// A parcel's opinion in this season, if its rate has begun.
	fn current(parcel: ParcelId) -> Option<Opinion> {
		Some(Self::turned(parcel, Opinions::<T>::get(parcel)?))
	}

	/// Notes what a parcel's rates had come to when this season began, unless that is known.
	fn open(parcel: ParcelId, opinion: &Opinion) {
		let season = Self::season();
		if Openings::<T>::get(parcel).is_some_and(|opening| opening.season == season) {
			return;
		}
		let at = SeasonStarts::<T>::get(season).unwrap_or_default().max(opinion.meter.since);
		Openings::<T>::insert(parcel, Opening { season, reading: opinion.meter.read(at), at });
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
		let opinion = Self::current(parcel).unwrap_or_else(Self::fresh);
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

	/// The opinion of a parcel whose rate is not up to date.
	pub(crate) fn check_refresh(parcel: ParcelId) -> Result<Opinion, Error<T>> {
		let opinion = Self::current(parcel).ok_or(Error::<T>::UnknownParcel)?;
		ensure!(Self::due_rate(parcel, &opinion) != opinion.meter.rate, Error::<T>::AlreadyFresh);
		Ok(opinion)
	}

	pub(crate) fn do_refresh(parcel: ParcelId) -> DispatchResult {
		let opinion = Self::check_refresh(parcel)?;
		Self::update(parcel, opinion);
		Ok(())
	}

	/// The rate that follows from an opinion and the charter.
	fn due_rate(parcel: ParcelId, opinion: &Opinion) -> Perquintill {
		Self::terms_of(parcel).rate(opinion.inherited, opinion.approve, opinion.disapprove)
	}

	/// Settles the parcel's index and changes its rate to what follows from `opinion`.
	fn update(parcel: ParcelId, mut opinion: Opinion) {
		Self::begin(parcel);
		Self::open(parcel, &opinion);
		let (old, new, at) = (opinion.meter.rate, Self::due_rate(parcel, &opinion), T::Clock::now());
		opinion.meter.change(at, new);
		Opinions::<T>::insert(parcel, opinion);
		if old != new {
			Self::deposit_event(Event::RateChanged { parcel, old, new, at });
		}
	}

	/// Lets the rate of a parcel begin.
	fn start(parcel: ParcelId, opinion: Opinion) {
		Opinions::<T>::insert(parcel, opinion);
		Self::open(parcel, &opinion);
		Self::deposit_event(Event::RateSet { parcel, rate: opinion.meter.rate, at: opinion.meter.since });
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
		let opinion = Self::current(parcel).unwrap_or_else(Self::fresh);
		OpinionInfo {
			rate: opinion.meter.rate,
			index: opinion.meter.read(T::Clock::now()).share(),
			season: opinion.season,
			inherited: opinion.inherited,
			approve: opinion.approve,
			disapprove: opinion.disapprove,
			terms: Self::terms_of(parcel),
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
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		if Opinions::<T>::get(parcel).is_none() {
			Self::start(parcel, Self::fresh());
		}
	}

	fn inherit(parcel: ParcelId, of: ParcelId) {
		if Opinions::<T>::get(parcel).is_none() {
			let rate = Self::rate(of);
			let meter = Meter::start(T::Clock::now(), rate);
			Self::start(parcel, Opinion { meter, inherited: rate, ..Self::fresh() });
		}
	}

	fn rate(parcel: ParcelId) -> Perquintill {
		Self::current(parcel).unwrap_or_else(Self::fresh).meter.rate
	}

	fn highest() -> Perquintill {
		Self::terms().max
	}

	fn accrued(parcel: ParcelId) -> Accrual {
		Self::current(parcel).map_or(Accrual::default(), |opinion| opinion.meter.read(T::Clock::now()))
	}
}

impl<T: Config> OnSeason for Pallet<T> {
	fn turn(season: SeasonIndex) -> Weight {
		// The time of the block before, in which the old season ended.
		let at = T::Clock::now();
		SeasonStarts::<T>::insert(season, at);
		Self::deposit_event(Event::SeasonStarted { season, at });
		T::WeightInfo::turn()
	}
}
