// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_money()?;
		Self::check_entitlements()
	}

	fn check_money() -> Result<(), TryRuntimeError> {
		let least = T::Currency::minimum_balance().saturating_add(Pot::<T>::get());
		let kept = Shares::<T>::iter_values().fold(least, |sum, share| sum.saturating_add(share.unclaimed));
		// Anybody may give it more.
		ensure!(T::Currency::balance(&Self::account_id()) >= kept, "I1: the money is not there");
		Ok(())
	}

	fn check_entitlements() -> Result<(), TryRuntimeError> {
		let mut due = BTreeMap::<SeasonIndex, u32>::new();
		for (season, _) in Entitlements::<T>::iter_keys() {
			ensure!(season >= SweptBefore::<T>::get(), "I4: an entitlement should have been swept");
			let count = due.entry(season).or_default();
			*count = count.saturating_add(1);
		}
		let now = Self::season();
		for season in [now, now.saturating_add(1)] {
			ensure!(
				Entitled::<T>::get(season) == due.get(&season).copied().unwrap_or(0),
				"I2: those entitled are miscounted"
			);
		}
		ensure!(
			Entitled::<T>::iter_keys().all(|season| season >= now),
			"I2: a season that is over is counted"
		);
		for (season, share) in Shares::<T>::iter() {
			let count = due.get(&season).copied().unwrap_or(0);
			ensure!(
				share.per_citizen.saturating_mul(count.into()) <= share.unclaimed,
				"I3: a share is not covered"
			);
		}
		Ok(())
	}
}
