// SPDX-License-Identifier: Apache-2.0
//! Forgetting the votes of seasons long over, in bounded steps.
//!
//! No step can fail half-way, so none needs a storage layer of its own.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;

impl<T: Config> Pallet<T> {
	/// Forgets what is due, as long as there is room.
	pub(crate) fn upkeep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::upkeep()).is_err() {
			return;
		}
		loop {
			let season = ForgottenBefore::<T>::get();
			if Self::is_live(season) || Self::forget(season, meter).is_none() {
				return;
			}
		}
	}

	/// Forgets all votes of `season`, then all purses, then the season. `None` if there was no room for all that.
	///
	/// One iterator goes through all that is removed in a block: a new one would pass over what is removed already.
	pub(crate) fn forget(season: SeasonIndex, meter: &mut WeightMeter) -> Option<()> {
		let step = T::WeightInfo::forget();
		for (voter, poll) in Votes::<T>::iter_key_prefix((season,)) {
			meter.try_consume(step).ok()?;
			Votes::<T>::remove((season, voter, poll));
		}
		for voter in Purses::<T>::iter_key_prefix(season) {
			meter.try_consume(step).ok()?;
			Purses::<T>::remove(season, voter);
		}
		meter.try_consume(step).ok()?;
		ForgottenBefore::<T>::put(season.saturating_add(1));
		Self::deposit_event(Event::SeasonForgotten { season });
		Some(())
	}
}
