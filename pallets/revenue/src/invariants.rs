// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let least = T::Currency::minimum_balance().saturating_add(Waiting::<T>::get());
		let kept = Purses::<T>::iter_values().fold(least, |sum, purse| sum.saturating_add(purse));
		// Anybody may give it more.
		ensure!(T::Currency::balance(&Self::account_id()) >= kept, "I1: what is in the purses is not there");
		let Totals { collected, dividend, treasury, purses } = Collected::<T>::get();
		ensure!(
			dividend.saturating_add(treasury).saturating_add(purses) == collected,
			"I2: the parts are not the whole"
		);
		Ok(())
	}
}
