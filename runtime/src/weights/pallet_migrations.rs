//! What the calls and hooks of `pallet_migrations` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_migrations::WeightInfo for WeightInfo<T> {
	fn onboard_new_mbms() -> Weight {
		// Minimum execution time: 11_978_000 picoseconds.
		Weight::from_parts(12_529_000, 67035)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn progress_mbms_none() -> Weight {
		// Minimum execution time: 2_284_000 picoseconds.
		Weight::from_parts(2_514_000, 67035)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	fn exec_migration_completed() -> Weight {
		// Minimum execution time: 6_369_000 picoseconds.
		Weight::from_parts(7_711_000, 3528)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn exec_migration_skipped_historic() -> Weight {
		// Minimum execution time: 15_123_000 picoseconds.
		Weight::from_parts(15_524_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	fn exec_migration_advance() -> Weight {
		// Minimum execution time: 15_103_000 picoseconds.
		Weight::from_parts(15_403_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	fn exec_migration_complete() -> Weight {
		// Minimum execution time: 17_776_000 picoseconds.
		Weight::from_parts(17_927_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn exec_migration_fail() -> Weight {
		// Minimum execution time: 18_588_000 picoseconds.
		Weight::from_parts(19_749_000, 3731)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn on_init_loop() -> Weight {
		// Minimum execution time: 250_000 picoseconds.
		Weight::from_parts(270_000, 0)
	}
	fn force_set_cursor() -> Weight {
		// Minimum execution time: 4_266_000 picoseconds.
		Weight::from_parts(4_777_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_set_active_cursor() -> Weight {
		// Minimum execution time: 4_757_000 picoseconds.
		Weight::from_parts(4_907_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_onboard_mbms() -> Weight {
		// Minimum execution time: 8_132_000 picoseconds.
		Weight::from_parts(8_934_000, 67035)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// The range of component `n` is `[0, 256]`.
	fn clear_historic(n: u32, ) -> Weight {
		// Minimum execution time: 36_936_000 picoseconds.
		Weight::from_parts(45_600_764, 3965)
			// Standard error: 49_419.
			.saturating_add(Weight::from_parts(1_618_998, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2738).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 2048]`.
	fn reset_pallet_migration(n: u32, ) -> Weight {
		// Minimum execution time: 1_522_000 picoseconds.
		Weight::from_parts(1_562_000, 1381)
			// Standard error: 56_329.
			.saturating_add(Weight::from_parts(979_448, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(n.into()))
	}
}
