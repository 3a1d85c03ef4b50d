// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `frame_system` weigh on this runtime.
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
impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
	/// The range of component `b` is `[0, 3932160]`.
	fn remark(b: u32, ) -> Weight {
		// Minimum execution time: 2_143_000 picoseconds.
		Weight::from_parts(2_204_000, 0)
			// Standard error: 2.
			.saturating_add(Weight::from_parts(250, 0).saturating_mul(b.into()))
	}
	/// The range of component `b` is `[0, 3932160]`.
	fn remark_with_event(b: u32, ) -> Weight {
		// Minimum execution time: 5_148_000 picoseconds.
		Weight::from_parts(5_278_000, 0)
			// Standard error: 1.
			.saturating_add(Weight::from_parts(1_604, 0).saturating_mul(b.into()))
	}
	fn set_heap_pages() -> Weight {
		// Minimum execution time: 3_956_000 picoseconds.
		Weight::from_parts(4_257_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_code() -> Weight {
		// Minimum execution time: 92_721_074_000 picoseconds.
		Weight::from_parts(94_420_836_000, 67035)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `i` is `[0, 1000]`.
	fn set_storage(i: u32, ) -> Weight {
		// Minimum execution time: 2_213_000 picoseconds.
		Weight::from_parts(2_294_000, 0)
			// Standard error: 1_877.
			.saturating_add(Weight::from_parts(876_346, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// The range of component `i` is `[0, 1000]`.
	fn kill_storage(i: u32, ) -> Weight {
		// Minimum execution time: 2_173_000 picoseconds.
		Weight::from_parts(2_283_000, 0)
			// Standard error: 1_916.
			.saturating_add(Weight::from_parts(656_506, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	/// The range of component `p` is `[0, 1000]`.
	fn kill_prefix(p: u32, ) -> Weight {
		// Minimum execution time: 4_367_000 picoseconds.
		Weight::from_parts(4_487_000, 93)
			// Standard error: 3_784.
			.saturating_add(Weight::from_parts(1_426_557, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	fn authorize_upgrade() -> Weight {
		// Minimum execution time: 22_774_000 picoseconds.
		Weight::from_parts(24_968_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn apply_authorized_upgrade() -> Weight {
		// Minimum execution time: 99_688_536_000 picoseconds.
		Weight::from_parts(100_996_309_000, 67035)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
