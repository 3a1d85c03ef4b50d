// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_recovery` weigh on this runtime.
//!
//! Written by scripts/weights on 2026-11-22 with 20 steps and 5 repetitions. Do not edit.
// Measured by scripts/weights on AMD EPYC, 2 cores, 24 GiB.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call and hook weighs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_recovery::WeightInfo for WeightInfo<T> {
	fn control_inherited_account() -> Weight {
		// Minimum execution time: 13_821_000 picoseconds.
		Weight::from_parts(15_273_000, 3598)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	fn revoke_inheritor() -> Weight {
		// Minimum execution time: 47_021_000 picoseconds.
		Weight::from_parts(47_872_000, 3658)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn set_friend_groups() -> Weight {
		// Minimum execution time: 77_887_000 picoseconds.
		Weight::from_parts(98_398_000, 9140)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn initiate_attempt() -> Weight {
		// Minimum execution time: 140_421_000 picoseconds.
		Weight::from_parts(143_595_000, 9140)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn approve_attempt() -> Weight {
		// Minimum execution time: 47_070_000 picoseconds.
		Weight::from_parts(49_324_000, 9140)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn finish_attempt() -> Weight {
		// Minimum execution time: 203_846_000 picoseconds.
		Weight::from_parts(207_532_000, 9140)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn cancel_attempt() -> Weight {
		// Minimum execution time: 119_840_000 picoseconds.
		Weight::from_parts(121_903_000, 9140)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn slash_attempt() -> Weight {
		// Minimum execution time: 91_688_000 picoseconds.
		Weight::from_parts(98_437_000, 3658)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
