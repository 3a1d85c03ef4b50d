// SPDX-License-Identifier: Apache-2.0
//! What the hook costs, without what others do at a turn: they report that themselves.

use crate::*;
use frame_benchmarking::v2::*;
use frame_support::traits::Hooks;

#[benchmarks]
mod benchmarks {
	use super::*;

	/// A block within a season.
	#[benchmark]
	fn on_initialize() {
		let now = Current::<T>::get().start;
		#[block]
		{
			Pallet::<T>::on_initialize(now);
		}
		assert_eq!(Current::<T>::get().index, 0);
	}

	/// The first block of a season.
	#[benchmark]
	fn turn() {
		let now = Pallet::<T>::ends();
		#[block]
		{
			Pallet::<T>::begin(now);
		}
		assert_eq!(Current::<T>::get(), Season { index: 1, start: now });
	}
}
