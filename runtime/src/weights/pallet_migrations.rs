// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_migrations` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_migrations::WeightInfo for WeightInfo<T> {
	fn onboard_new_mbms() -> Weight {
		// Minimum execution time: 8_743_000 picoseconds.
		Weight::from_parts(9_224_000, 67035)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn progress_mbms_none() -> Weight {
		// Minimum execution time: 4_497_000 picoseconds.
		Weight::from_parts(4_797_000, 67035)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	fn exec_migration_completed() -> Weight {
		// Minimum execution time: 8_933_000 picoseconds.
		Weight::from_parts(9_624_000, 3528)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn exec_migration_skipped_historic() -> Weight {
		// Minimum execution time: 20_000_000 picoseconds.
		Weight::from_parts(21_512_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	fn exec_migration_advance() -> Weight {
		// Minimum execution time: 20_201_000 picoseconds.
		Weight::from_parts(22_774_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	fn exec_migration_complete() -> Weight {
		// Minimum execution time: 22_945_000 picoseconds.
		Weight::from_parts(24_546_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn exec_migration_fail() -> Weight {
		// Minimum execution time: 25_939_000 picoseconds.
		Weight::from_parts(28_182_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn on_init_loop() -> Weight {
		// Minimum execution time: 211_000 picoseconds.
		Weight::from_parts(261_000, 0)
	}
	fn force_set_cursor() -> Weight {
		// Minimum execution time: 4_577_000 picoseconds.
		Weight::from_parts(4_837_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_set_active_cursor() -> Weight {
		// Minimum execution time: 4_687_000 picoseconds.
		Weight::from_parts(5_308_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_onboard_mbms() -> Weight {
		// Minimum execution time: 10_406_000 picoseconds.
		Weight::from_parts(11_567_000, 67035)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// The range of component `n` is `[0, 256]`.
	fn clear_historic(n: u32, ) -> Weight {
		// Minimum execution time: 39_219_000 picoseconds.
		Weight::from_parts(60_645_855, 3834)
			// Standard error: 14_690.
			.saturating_add(Weight::from_parts(1_165_522, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2740).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 2048]`.
	fn reset_pallet_migration(n: u32, ) -> Weight {
		// Minimum execution time: 1_562_000 picoseconds.
		Weight::from_parts(1_602_000, 1425)
			// Standard error: 2_811.
			.saturating_add(Weight::from_parts(850_106, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(n.into()))
	}
}
