//! How the census counts.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, Figure, OnCitizenship, OnSeason, Population, Standing, Tiers};
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

	pub(crate) fn do_attest(who: T::AccountId) -> DispatchResult {
		let (citizen, last) = Self::check_attestation(&who)?;
		let season = Self::season();
		if let Some(last) = last {
			Self::uncount(last);
		}
		LastAttested::<T>::insert(citizen, season);
		Self::count(season);
		T::OnAttendance::attested(citizen);
		Self::deposit_event(Event::Attested { citizen, season });
		Ok(())
	}

	fn season() -> SeasonIndex {
		T::Calendar::season().index
	}

	/// Counts a citizen who was last here in `attested`.
	fn count(attested: SeasonIndex) {
		Present::<T>::mutate(|present| {
			if let Some(figure) = present.figure(attested, Self::season()) {
				*figure = figure.saturating_add(1);
			}
		});
	}

	/// Stops counting a citizen who was last here in `attested`.
	fn uncount(attested: SeasonIndex) {
		Present::<T>::mutate(|present| {
			if let Some(figure) = present.figure(attested, Self::season()) {
				match figure.checked_sub(1) {
					Some(less) => *figure = less,
					None => {
						defensive!("a citizen is counted before being uncounted (I1)");
					}
				}
			}
		});
	}

	/// The record of `season`, the one under way or the last, as things stand.
	pub fn take(season: SeasonIndex) -> CensusRecordOf<T> {
		let headcount = T::Citizenry::headcount();
		let moved = Moved::<T>::get();
		let active = Present::<T>::get().active();
		let land = T::Footprints::total();
		let incomes = Incomes::<T>::get().counts_in(season);
		CensusRecord {
			season,
			closed_at: frame_system::Pallet::<T>::block_number(),
			// Citizens' ids fit the type, so their number does.
			citizens: Figure::counted(headcount.active.saturating_add(headcount.suspended)),
			active: Figure::attested(active),
			suspended: Figure::counted(headcount.suspended),
			admitted: Figure::counted(moved.admitted),
			left: Figure::counted(moved.left),
			residents: Figure::counted(land.residents),
			parcels: Figure::counted(land.parcels),
			area: Figure::counted(land.area),
			valuation: Figure::counted(land.valuation),
			treasury: Figure::counted(T::Treasury::get()),
			incomes: Figure::declared(incomes),
			income: Figure::declared(Self::least_income(&incomes)),
			charter: T::Charter::get(),
			tier: ReachedTier::<T>::get().max(Thresholds::<T>::get().tier(active)),
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

	/// For the runtime API: how a citizen counts now.
	pub fn attendance(citizen: CitizenId) -> Option<Attendance> {
		let standing = T::Citizenry::standing(citizen)?;
		let last_attested = LastAttested::<T>::get(citizen)?;
		let counted = Presence::default().figure(last_attested, Self::season()).is_some();
		let presence = match standing {
			Standing::Suspended => PresenceStatus::Suspended,
			Standing::Active if counted => PresenceStatus::Active,
			Standing::Active => PresenceStatus::Dormant,
		};
		Some(Attendance { last_attested, presence })
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
			CitizenshipChange::Admitted { .. } => {
				let season = Self::season();
				LastAttested::<T>::insert(citizen, season);
				Self::count(season);
				// Citizens' ids fit the type, so their number does; so it is below.
				Moved::<T>::mutate(|moved| moved.admitted = moved.admitted.saturating_add(1));
			}
			CitizenshipChange::Suspended => {
				if let Some(last) = LastAttested::<T>::get(citizen) {
					Self::uncount(last);
				}
			}
			CitizenshipChange::Reinstated => {
				if let Some(last) = LastAttested::<T>::get(citizen) {
					Self::count(last);
				}
			}
			CitizenshipChange::RollKeyReplaced { .. } => {}
			CitizenshipChange::Left { standing } => {
				if let (Some(last), Standing::Active) = (LastAttested::<T>::take(citizen), standing) {
					Self::uncount(last);
				}
				Moved::<T>::mutate(|moved| moved.left = moved.left.saturating_add(1));
			}
		}
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
		Records::<T>::get(season).map(|record| record.active.value)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(season: SeasonIndex, active: u32) {
		let record = CensusRecord { season, active: Figure::attested(active), ..Self::take(season) };
		Records::<T>::insert(season, record);
	}
}
