//! What the calls and hooks of `pallet_multisig` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_threshold_1(z: u32, ) -> Weight {
		// Minimum execution time: 41_011_000 picoseconds.
		Weight::from_parts(54_586_956, 0)
			// Standard error: 775.
			.saturating_add(Weight::from_parts(7_891, 0).saturating_mul(z.into()))
	}
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_create(s: u32, z: u32, ) -> Weight {
		// Minimum execution time: 66_730_000 picoseconds.
		Weight::from_parts(39_968_763, 6811)
			// Standard error: 69_955.
			.saturating_add(Weight::from_parts(440_936, 0).saturating_mul(s.into()))
			// Standard error: 688.
			.saturating_add(Weight::from_parts(6_295, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[3, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_approve(s: u32, z: u32, ) -> Weight {
		// Minimum execution time: 47_171_000 picoseconds.
		Weight::from_parts(10_653_819, 6811)
			// Standard error: 36_614.
			.saturating_add(Weight::from_parts(400_416, 0).saturating_mul(s.into()))
			// Standard error: 356.
			.saturating_add(Weight::from_parts(7_891, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_complete(s: u32, z: u32, ) -> Weight {
		// Minimum execution time: 78_328_000 picoseconds.
		Weight::from_parts(21_983_759, 6811)
			// Standard error: 68_058.
			.saturating_add(Weight::from_parts(706_066, 0).saturating_mul(s.into()))
			// Standard error: 670.
			.saturating_add(Weight::from_parts(9_767, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_create(s: u32, ) -> Weight {
		// Minimum execution time: 29_374_000 picoseconds.
		Weight::from_parts(29_452_056, 6811)
			// Standard error: 54_914.
			.saturating_add(Weight::from_parts(569_066, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_approve(s: u32, ) -> Weight {
		// Minimum execution time: 15_463_000 picoseconds.
		Weight::from_parts(15_203_293, 6811)
			// Standard error: 24_174.
			.saturating_add(Weight::from_parts(362_889, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn cancel_as_multi(s: u32, ) -> Weight {
		// Minimum execution time: 29_555_000 picoseconds.
		Weight::from_parts(29_913_055, 6811)
			// Standard error: 23_225.
			.saturating_add(Weight::from_parts(320_806, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn poke_deposit(s: u32, ) -> Weight {
		// Minimum execution time: 27_231_000 picoseconds.
		Weight::from_parts(29_160_824, 6811)
			// Standard error: 16_494.
			.saturating_add(Weight::from_parts(261_453, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
