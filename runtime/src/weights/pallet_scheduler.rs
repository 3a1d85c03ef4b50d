// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_scheduler` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_scheduler::WeightInfo for WeightInfo<T> {
	fn service_agendas_base() -> Weight {
		// Minimum execution time: 5_778_000 picoseconds.
		Weight::from_parts(6_100_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[0, 512]`.
	fn service_agenda_base(s: u32, ) -> Weight {
		// Minimum execution time: 4_357_000 picoseconds.
		Weight::from_parts(13_960_317, 110487)
			// Standard error: 13_266.
			.saturating_add(Weight::from_parts(362_454, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn service_task_base() -> Weight {
		// Minimum execution time: 3_115_000 picoseconds.
		Weight::from_parts(3_255_000, 0)
	}
	/// The range of component `s` is `[128, 4194304]`.
	fn service_task_fetched(s: u32, ) -> Weight {
		// Minimum execution time: 18_408_000 picoseconds.
		Weight::from_parts(63_779_478, 3605)
			// Standard error: 16.
			.saturating_add(Weight::from_parts(684, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 1).saturating_mul(s.into()))
	}
	fn service_task_named() -> Weight {
		// Minimum execution time: 4_367_000 picoseconds.
		Weight::from_parts(4_667_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn service_task_periodic() -> Weight {
		// Minimum execution time: 3_194_000 picoseconds.
		Weight::from_parts(3_255_000, 0)
	}
	fn execute_dispatch_signed() -> Weight {
		// Minimum execution time: 2_363_000 picoseconds.
		Weight::from_parts(2_564_000, 0)
	}
	fn execute_dispatch_unsigned() -> Weight {
		// Minimum execution time: 2_344_000 picoseconds.
		Weight::from_parts(2_414_000, 0)
	}
	/// The range of component `s` is `[0, 511]`.
	fn schedule(s: u32, ) -> Weight {
		// Minimum execution time: 10_095_000 picoseconds.
		Weight::from_parts(18_569_831, 110487)
			// Standard error: 8_702.
			.saturating_add(Weight::from_parts(377_270, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[1, 512]`.
	fn cancel(s: u32, ) -> Weight {
		// Minimum execution time: 15_753_000 picoseconds.
		Weight::from_parts(19_507_461, 110487)
			// Standard error: 9_326.
			.saturating_add(Weight::from_parts(600_269, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// The range of component `s` is `[0, 511]`.
	fn schedule_named(s: u32, ) -> Weight {
		// Minimum execution time: 13_290_000 picoseconds.
		Weight::from_parts(15_655_987, 110487)
			// Standard error: 11_048.
			.saturating_add(Weight::from_parts(476_649, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `s` is `[1, 512]`.
	fn cancel_named(s: u32, ) -> Weight {
		// Minimum execution time: 18_297_000 picoseconds.
		Weight::from_parts(26_320_217, 110487)
			// Standard error: 15_346.
			.saturating_add(Weight::from_parts(685_160, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// The range of component `s` is `[1, 512]`.
	fn schedule_retry(s: u32, ) -> Weight {
		// Minimum execution time: 10_035_000 picoseconds.
		Weight::from_parts(10_107_814, 110487)
			// Standard error: 3_847.
			.saturating_add(Weight::from_parts(51_419, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn set_retry() -> Weight {
		// Minimum execution time: 186_520_000 picoseconds.
		Weight::from_parts(215_894_000, 110487)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_retry_named() -> Weight {
		// Minimum execution time: 201_903_000 picoseconds.
		Weight::from_parts(208_363_000, 110487)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn cancel_retry() -> Weight {
		// Minimum execution time: 175_644_000 picoseconds.
		Weight::from_parts(212_709_000, 110487)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn cancel_retry_named() -> Weight {
		// Minimum execution time: 202_784_000 picoseconds.
		Weight::from_parts(224_958_000, 110487)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
