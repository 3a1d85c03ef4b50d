// SPDX-License-Identifier: Apache-2.0
//! How the census counts.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{
	CitizenshipChange, Figure, LastSeen, OnCitizenship, OnSeason, Population, Probation, Standing, Tiers,
};
use frame_support::defensive;

impl<T: Config> Pallet<T> {
	/// That `who` can attest now. Returns the citizen and the season of the last attestation.
	pub(crate) fn check_attestation(
		who: &T::AccountId,
	) -> Result<(CitizenId, Option<SeasonIndex>), DispatchError> {
		let citizen = T::Citizenry::citizen(who).ok_or(Error::<T>::NotCitizen)?;
		ensure!(T::Citizenry::standing(citizen) == Some(Standing::Active), Error::<T>::NotActive);
		let last = LastAttested::<T>::get(citizen);
		ensure!(last != Some(Self::season()), Error::<T>::AlreadyAttested);
		Ok((citizen, last))
	}

	/// That `who` can attest now with this key for the next season.
	pub(crate) fn is_free_attestation(who: &T::AccountId, next: &Option<NextKey>) -> bool {
		// The quota is the cheaper check, so it comes before the key's proof.
		Self::check_attestation(who).is_ok()
			&& next.as_ref().is_none_or(|next| T::NextKeys::check(who, next).is_ok())
	}

	pub(crate) fn do_attest(who: T::AccountId, next: Option<NextKey>) -> DispatchResult {
		let (citizen, last) = Self::check_attestation(&who)?;
		if let Some(next) = next {
			T::NextKeys::replace(&who, &next)?;
		}
		let season = Self::season();
		let mut arrival = Self::arrival(citizen);
		if let Some(last) = last {
			Self::uncount(last, &arrival);
		}
		if arrival.first_attested.is_none() {
			arrival.first_attested = Some(season);
			Arrivals::<T>::insert(citizen, arrival);
		}
		LastAttested::<T>::insert(citizen, season);
		Self::count(season, &arrival);
		T::OnAttendance::attested(citizen);
		Self::deposit_event(Event::Attested { citizen, season });
		Ok(())
	}

	fn season() -> SeasonIndex {
		T::Calendar::season().index
	}

	fn arrival(citizen: CitizenId) -> Arrival {
		Arrivals::<T>::get(citizen).unwrap_or_default()
	}

	/// Counts a citizen who was last here in `attested`.
	fn count(attested: SeasonIndex, arrival: &Arrival) {
		let now = Self::season();
		Present::<T>::mutate(|present| {
			if let Some(seen) = present.seen_in(attested, now) {
				if seen.add(arrival, now).is_none() {
					defensive!("citizens' ids fit the type, so their number does");
				}
			}
		});
	}

	/// Stops counting a citizen who was last here in `attested`.
	fn uncount(attested: SeasonIndex, arrival: &Arrival) {
		let now = Self::season();
		Present::<T>::mutate(|present| {
			if let Some(seen) = present.seen_in(attested, now) {
				if seen.subtract(arrival, now).is_none() {
					defensive!("a citizen is counted before being uncounted (I1)");
				}
			}
		});
	}

	/// The record of `season`, the one under way or the last, as things stand.
	pub fn take(season: SeasonIndex) -> CensusRecordOf<T> {
		let headcount = T::Citizenry::headcount();
		let moved = Moved::<T>::get();
		// The citizens who were seen in this season, counted as the next one begins.
		let present = Present::<T>::get().turned();
		// Citizens' ids fit the type, so their number does.
		let citizens = headcount.active.saturating_add(headcount.suspended);
		let land = T::Footprints::total();
		let incomes = Self::published(&Incomes::<T>::get().counts_in(season));
		CensusRecord {
			season,
			closed_at: frame_system::Pallet::<T>::block_number(),
			citizens: Figure::counted(citizens),
			active: Figure::counted(present.active()),
			suspended: Figure::counted(headcount.suspended),
			admitted: Figure::counted(moved.admitted),
			left: Figure::counted(moved.left),
			residents: Figure::attested(land.residents),
			parcels: Figure::registered(land.held.parcels),
			area: Figure::registered(land.held.area),
			floor: Figure::registered(land.held.floor),
			valuation: Figure::declared(T::Footprints::mean_valuation()),
			assigned: Figure::registered(land.assigned),
			common: Figure::registered(land.common),
			public: Figure::registered(land.public),
			revenue: Figure::collected(T::Revenue::get().saturating_sub(CollectedBefore::<T>::get())),
			treasury: Figure::counted(T::Treasury::get()),
			incomes: Figure::declared(incomes),
			income: Figure::declared(Self::least_income(&incomes)),
			charter: T::Charter::get(),
			tier: Self::tier_after(season, present.settled()),
			people: Some(Self::people(citizens, &present)),
		}
	}

	/// How those who will be active in the next season came and were seen.
	fn people(citizens: u32, present: &Presence) -> People {
		let Arrived { vouched, by_founder, genesis } = ArrivedBy::<T>::get();
		// All three together count citizens.
		let recorded = vouched.saturating_add(by_founder).saturating_add(genesis);
		People {
			attested: Figure::attested(present.last.attested),
			settled: Figure::counted(present.settled()),
			vouched: Figure::counted(vouched),
			by_founder: Figure::counted(by_founder),
			genesis: Figure::counted(genesis),
			unrecorded: Figure::counted(citizens.saturating_sub(recorded)),
		}
	}

	/// The tier after `season`, in which so many active citizens were past probation: one step further if both this
	/// season and the one before reach what that needs.
	fn tier_after(season: SeasonIndex, settled: u32) -> Tier {
		let reached = ReachedTier::<T>::get();
		let Some(next) = reached.next() else { return reached };
		let needed = Thresholds::<T>::get().of(next);
		let before = season.checked_sub(1).and_then(Records::<T>::get).and_then(|record| record.people);
		let both = settled >= needed && before.is_some_and(|people| people.settled.value >= needed);
		if both {
			next
		} else {
			reached
		}
	}

	/// Closes the season before `new`.
	fn close_season(new: SeasonIndex) {
		// The calendar has turned already: seasons are numbered one after the other from zero.
		let Some(season) = new.checked_sub(1) else {
			defensive!("the first season never turns to itself");
			return;
		};
		let record = Self::take(season);
		Records::<T>::insert(season, record);
		CollectedBefore::<T>::put(T::Revenue::get());
		T::Footprints::turned();
		Present::<T>::mutate(|present| *present = present.turned());
		Moved::<T>::kill();
		Self::deposit_event(Event::CensusTaken {
			season,
			citizens: record.citizens.value,
			active: record.active.value,
		});
		if record.tier > ReachedTier::<T>::get() {
			ReachedTier::<T>::put(record.tier);
			Self::deposit_event(Event::TierReached { tier: record.tier, season });
		}
	}

	/// How many citizens can vouch for somebody now: those who are active and past probation.
	pub fn can_vouch() -> u32 {
		Present::<T>::get().settled()
	}

	/// For the runtime API: how a citizen counts now.
	pub fn attendance(citizen: CitizenId) -> Option<Attendance> {
		let standing = T::Citizenry::standing(citizen)?;
		let last_attested = LastAttested::<T>::get(citizen)?;
		let now = Self::season();
		let counted = Presence::default().seen_in(last_attested, now).is_some();
		let presence = match standing {
			Standing::Suspended => PresenceStatus::Suspended,
			Standing::Active if counted => PresenceStatus::Active,
			Standing::Active => PresenceStatus::Dormant,
		};
		let arrival = Self::arrival(citizen);
		Some(Attendance { last_attested, presence, arrival, past_probation: arrival.is_past(now) })
	}
}

impl<T: Config> OnSeason for Pallet<T> {
	fn turn(new: SeasonIndex) -> Weight {
		Self::close_season(new);
		T::WeightInfo::close_season()
	}
}

impl<T: Config> OnCitizenship for Pallet<T> {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		match change {
			CitizenshipChange::Admitted { admission, .. } => {
				let season = Self::season();
				let arrival = Arrival { admission: Some(admission), first_attested: None };
				LastAttested::<T>::insert(citizen, season);
				Arrivals::<T>::insert(citizen, arrival);
				Self::count(season, &arrival);
				// Citizens' ids fit the type, so their number does; so it is below.
				ArrivedBy::<T>::mutate(|arrived| {
					let figure = arrived.by(admission);
					*figure = figure.saturating_add(1);
				});
				Moved::<T>::mutate(|moved| moved.admitted = moved.admitted.saturating_add(1));
			}
			CitizenshipChange::Suspended => {
				if let Some(last) = LastAttested::<T>::get(citizen) {
					Self::uncount(last, &Self::arrival(citizen));
				}
			}
			CitizenshipChange::Reinstated => {
				if let Some(last) = LastAttested::<T>::get(citizen) {
					Self::count(last, &Self::arrival(citizen));
				}
			}
			CitizenshipChange::RollKeyReplaced { .. } => {}
			CitizenshipChange::Left { standing } => {
				let arrival = Arrivals::<T>::take(citizen).unwrap_or_default();
				if let (Some(last), Standing::Active) = (LastAttested::<T>::take(citizen), standing) {
					Self::uncount(last, &arrival);
				}
				if let Some(admission) = arrival.admission {
					ArrivedBy::<T>::mutate(|arrived| match arrived.by(admission).checked_sub(1) {
						Some(less) => *arrived.by(admission) = less,
						None => {
							defensive!("a citizen's arrival is counted (I8)");
						}
					});
				}
				Moved::<T>::mutate(|moved| moved.left = moved.left.saturating_add(1));
			}
		}
	}
}

impl<T: Config> Probation for Pallet<T> {
	fn is_past(citizen: CitizenId) -> bool {
		LastAttested::<T>::contains_key(citizen) && Self::arrival(citizen).is_past(Self::season())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn end(citizen: CitizenId) {
		let Some(last) = LastAttested::<T>::get(citizen) else { return };
		Self::uncount(last, &Self::arrival(citizen));
		// As those are who came before the census recorded how: in no figure of arrivals.
		if let Some(Arrival { admission: Some(admission), .. }) = Arrivals::<T>::take(citizen) {
			ArrivedBy::<T>::mutate(|arrived| {
				*arrived.by(admission) = arrived.by(admission).saturating_sub(1)
			});
		}
		Self::count(last, &Self::arrival(citizen));
	}
}

impl<T: Config> LastSeen for Pallet<T> {
	fn last_seen(citizen: CitizenId) -> Option<SeasonIndex> {
		LastAttested::<T>::get(citizen)
	}
}

impl<T: Config> Tiers for Pallet<T> {
	fn tier() -> Tier {
		ReachedTier::<T>::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_tier(tier: Tier) {
		ReachedTier::<T>::put(tier);
	}
}

impl<T: Config> Population for Pallet<T> {
	fn active(season: SeasonIndex) -> Option<u32> {
		let record = Records::<T>::get(season)?;
		Some(record.people.map_or(record.active.value, |people| people.settled.value))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(season: SeasonIndex, active: u32) {
		let mut record = CensusRecord { season, active: Figure::counted(active), ..Self::take(season) };
		if let Some(people) = &mut record.people {
			people.settled.value = active;
		}
		Records::<T>::insert(season, record);
	}
}
