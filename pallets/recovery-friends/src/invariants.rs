// SPDX-License-Identifier: Apache-2.0
//! What must always hold, see the documentation of the pallet.

use crate::*;
use alloc::vec::Vec;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (citizen, Circle { friends, needed }) in Circles::<T>::iter() {
			let is_valid = T::Citizenry::standing(citizen).is_some()
				&& friends.windows(2).all(|pair| pair[0] < pair[1])
				&& friends.iter().all(|friend| *friend != citizen)
				&& needed >= MIN_NEEDED
				&& needed as usize <= friends.len();
			ensure!(is_valid, "I1: a circle of friends is not what a citizen can name");
		}
		for (citizen, recovery) in Recoveries::<T>::iter() {
			let circle = Circles::<T>::get(citizen).unwrap_or_default();
			let mut supporters: Vec<_> = recovery.support.iter().map(|(friend, _)| *friend).collect();
			supporters.sort();
			let all = supporters.len();
			supporters.dedup();
			ensure!(
				all > 0 && supporters.len() == all && supporters.iter().all(|it| circle.friends.contains(it)),
				"I2: a recovery is supported by others than friends"
			);
			let count = |account: &T::AccountId| {
				recovery.support.iter().filter(|(_, named)| named == account).count()
			};
			let is_right = match &recovery.agreed {
				Some((account, _)) => count(account) >= circle.needed as usize,
				None => recovery.support.iter().all(|(_, named)| count(named) < circle.needed as usize),
			};
			ensure!(is_right, "I3: a period runs without enough friends, or does not run with enough");
		}
		Ok(())
	}
}
