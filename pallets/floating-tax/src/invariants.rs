// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_counts()?;
		Self::check_voters()?;
		Self::check_seasons()?;
		Self::check_clock()
	}

	fn check_counts() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<ParcelId, (u32, u32)>::new();
		for ((parcel, _), vote) in Votes::<T>::iter_prefix(Self::season()) {
			let count = counts.entry(parcel).or_default();
			match vote {
				Vote::Approve => count.0 = count.0.saturating_add(1),
				Vote::Disapprove => count.1 = count.1.saturating_add(1),
			}
		}
		for (parcel, opinion) in Opinions::<T>::iter() {
			let counted = match opinion.season == Self::season() {
				true => (opinion.approve, opinion.disapprove),
				false => (0, 0),
			};
			ensure!(counts.remove(&parcel).unwrap_or_default() == counted, "I1: votes are miscounted");
		}
		ensure!(counts.is_empty(), "I1: a vote is on no parcel");
		Ok(())
	}

	fn check_voters() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<Alias, u32>::new();
		for (_, alias) in Votes::<T>::iter_key_prefix(Self::season()) {
			let count = counts.entry(alias).or_default();
			*count = count.saturating_add(1);
		}
		for (alias, voter) in Voters::<T>::iter_prefix(Self::season()) {
			ensure!(
				counts.remove(&alias).unwrap_or_default() == voter.votes,
				"I2: a voter's votes are miscounted"
			);
			ensure!(voter.votes <= MAX_VOTES, "I2: a voter has too many votes");
		}
		ensure!(counts.is_empty(), "I2: a vote is nobody's");
		Ok(())
	}

	fn check_seasons() -> Result<(), TryRuntimeError> {
		let kept = ForgottenBefore::<T>::get()..=Self::season();
		let seasons = Votes::<T>::iter_keys().map(|(season, _)| season);
		let seasons = seasons.chain(Voters::<T>::iter_keys().map(|(season, _)| season));
		for season in seasons {
			ensure!(kept.contains(&season), "I3: a vote is kept that should not be there");
		}
		Ok(())
	}

	fn check_clock() -> Result<(), TryRuntimeError> {
		let now = T::Clock::now();
		ensure!(
			Opinions::<T>::iter_values().all(|opinion| opinion.meter.since <= now),
			"I4: a rate is settled for time to come"
		);
		for (parcel, opinion) in Opinions::<T>::iter() {
			let Some(opening) = Openings::<T>::get(parcel) else { continue };
			ensure!(
				opening.season <= Self::season() && opening.at <= now,
				"I5: a season opens in time to come"
			);
			let is_older = opening.reading <= opinion.meter.read(now);
			ensure!(is_older, "I5: a parcel's season opens with more than it has come to");
		}
		Ok(())
	}
}
