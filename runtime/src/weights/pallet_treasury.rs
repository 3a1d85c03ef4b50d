// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_treasury` weigh on this runtime.
//!
//! Written by scripts/weights on 2026-11-22 with 50 steps and 20 repetitions. Do not edit.
// Measured by scripts/weights on AMD EPYC, 2 cores, 24 GiB.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call and hook weighs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_treasury::WeightInfo for WeightInfo<T> {
	fn spend_local() -> Weight {
		// Minimum execution time: 10_345_000 picoseconds.
		Weight::from_parts(10_866_000, 1887)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn remove_approval() -> Weight {
		// Minimum execution time: 6_359_000 picoseconds.
		Weight::from_parts(6_640_000, 1887)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `p` is `[0, 99]`.
	fn on_initialize_proposals(p: u32, ) -> Weight {
		// Minimum execution time: 12_348_000 picoseconds.
		Weight::from_parts(13_110_831, 3593)
			// Standard error: 1_261.
			.saturating_add(Weight::from_parts(110_974, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn spend() -> Weight {
		// Minimum execution time: 9_675_000 picoseconds.
		Weight::from_parts(10_125_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn payout() -> Weight {
		// Minimum execution time: 54_822_000 picoseconds.
		Weight::from_parts(55_753_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn check_status() -> Weight {
		// Minimum execution time: 11_437_000 picoseconds.
		Weight::from_parts(11_737_000, 3534)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn void_spend() -> Weight {
		// Minimum execution time: 10_876_000 picoseconds.
		Weight::from_parts(11_066_000, 3534)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
