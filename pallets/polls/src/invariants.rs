// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::BTreeSet;
use frame_support::traits::QueryPreimage;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeSet::new();
		for (citizen, open) in Open::<T>::iter() {
			ensure!(!open.is_empty(), "I1: a citizen's list is empty");
			for poll in open {
				ensure!(listed.insert((citizen, poll)), "I1: a poll is listed twice");
			}
		}
		let submitted = pallet_referenda::ReferendumCount::<T>::get();
		for (poll, watch) in Watched::<T>::iter() {
			if let Some(author) = watch.author {
				ensure!(listed.remove(&(author, poll)), "I1: a watched poll is not in its author's list");
			}
			if let Some(text) = watch.text {
				let kept = <T as pallet_referenda::Config>::Preimages::is_requested(&text);
				ensure!(kept, "I2: a text that is kept is not requested");
			}
			ensure!(poll < submitted, "I3: a watched poll was never submitted");
		}
		ensure!(listed.is_empty(), "I1: a listed poll is not watched for its author");
		for task in Waiting::<T>::iter_keys() {
			let placed = <T::Agenda as Named<_, _, _>>::next_dispatch_time(task).is_ok();
			ensure!(!placed, "I4: a law that waits has a place in the agenda");
		}
		Ok(())
	}
}
