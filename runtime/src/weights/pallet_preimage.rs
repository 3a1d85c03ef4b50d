// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_preimage` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_preimage::WeightInfo for WeightInfo<T> {
	/// The range of component `s` is `[0, 4194304]`.
	fn note_preimage(s: u32, ) -> Weight {
		// Minimum execution time: 55_474_000 picoseconds.
		Weight::from_parts(119_156_002, 3658)
			// Standard error: 25.
			.saturating_add(Weight::from_parts(1_799, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// The range of component `s` is `[0, 4194304]`.
	fn note_requested_preimage(s: u32, ) -> Weight {
		// Minimum execution time: 14_972_000 picoseconds.
		Weight::from_parts(15_043_000, 3556)
			// Standard error: 109.
			.saturating_add(Weight::from_parts(2_266, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `s` is `[0, 4194304]`.
	fn note_no_deposit_preimage(s: u32, ) -> Weight {
		// Minimum execution time: 14_411_000 picoseconds.
		Weight::from_parts(231_744_074, 3556)
			// Standard error: 70.
			.saturating_add(Weight::from_parts(1_748, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn unnote_preimage() -> Weight {
		// Minimum execution time: 94_542_000 picoseconds.
		Weight::from_parts(97_617_000, 3658)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn unnote_no_deposit_preimage() -> Weight {
		// Minimum execution time: 44_097_000 picoseconds.
		Weight::from_parts(48_493_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn request_preimage() -> Weight {
		// Minimum execution time: 42_093_000 picoseconds.
		Weight::from_parts(49_784_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn request_no_deposit_preimage() -> Weight {
		// Minimum execution time: 35_504_000 picoseconds.
		Weight::from_parts(49_605_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn request_unnoted_preimage() -> Weight {
		// Minimum execution time: 31_377_000 picoseconds.
		Weight::from_parts(31_928_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn request_requested_preimage() -> Weight {
		// Minimum execution time: 13_740_000 picoseconds.
		Weight::from_parts(14_812_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn unrequest_preimage() -> Weight {
		// Minimum execution time: 44_747_000 picoseconds.
		Weight::from_parts(52_669_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn unrequest_unnoted_preimage() -> Weight {
		// Minimum execution time: 14_902_000 picoseconds.
		Weight::from_parts(15_744_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn unrequest_multi_referenced_preimage() -> Weight {
		// Minimum execution time: 13_360_000 picoseconds.
		Weight::from_parts(16_155_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `n` is `[1, 1024]`.
	fn ensure_updated(n: u32, ) -> Weight {
		// Minimum execution time: 63_035_000 picoseconds.
		Weight::from_parts(63_416_000, 990)
			// Standard error: 4_307_567.
			.saturating_add(Weight::from_parts(99_624_317, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2668).saturating_mul(n.into()))
	}
}
