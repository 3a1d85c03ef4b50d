// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_referenda` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_referenda::WeightInfo for WeightInfo<T> {
	fn submit() -> Weight {
		// Minimum execution time: 77_997_000 picoseconds.
		Weight::from_parts(81_933_000, 110487)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn place_decision_deposit_preparing() -> Weight {
		// Minimum execution time: 85_167_000 picoseconds.
		Weight::from_parts(87_861_000, 219984)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn place_decision_deposit_queued() -> Weight {
		// Minimum execution time: 111_016_000 picoseconds.
		Weight::from_parts(125_418_000, 110487)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn place_decision_deposit_not_queued() -> Weight {
		// Minimum execution time: 107_662_000 picoseconds.
		Weight::from_parts(116_996_000, 110487)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn place_decision_deposit_passing() -> Weight {
		// Minimum execution time: 94_462_000 picoseconds.
		Weight::from_parts(96_524_000, 219984)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn place_decision_deposit_failing() -> Weight {
		// Minimum execution time: 90_306_000 picoseconds.
		Weight::from_parts(93_090_000, 219984)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn refund_decision_deposit() -> Weight {
		// Minimum execution time: 27_041_000 picoseconds.
		Weight::from_parts(28_813_000, 3828)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn refund_submission_deposit() -> Weight {
		// Minimum execution time: 27_321_000 picoseconds.
		Weight::from_parts(44_116_000, 3828)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn cancel() -> Weight {
		// Minimum execution time: 40_341_000 picoseconds.
		Weight::from_parts(43_835_000, 110487)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn kill() -> Weight {
		// Minimum execution time: 83_455_000 picoseconds.
		Weight::from_parts(86_250_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn one_fewer_deciding_queue_empty() -> Weight {
		// Minimum execution time: 37_296_000 picoseconds.
		Weight::from_parts(37_757_000, 6012)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn one_fewer_deciding_failing() -> Weight {
		// Minimum execution time: 74_953_000 picoseconds.
		Weight::from_parts(79_239_000, 110487)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn one_fewer_deciding_passing() -> Weight {
		// Minimum execution time: 78_969_000 picoseconds.
		Weight::from_parts(92_468_000, 110487)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn nudge_referendum_requeued_insertion() -> Weight {
		// Minimum execution time: 58_437_000 picoseconds.
		Weight::from_parts(66_810_000, 6012)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn nudge_referendum_requeued_slide() -> Weight {
		// Minimum execution time: 58_007_000 picoseconds.
		Weight::from_parts(61_122_000, 6012)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn nudge_referendum_queued() -> Weight {
		// Minimum execution time: 59_410_000 picoseconds.
		Weight::from_parts(64_887_000, 6012)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_not_queued() -> Weight {
		// Minimum execution time: 59_800_000 picoseconds.
		Weight::from_parts(62_594_000, 6012)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_no_deposit() -> Weight {
		// Minimum execution time: 48_954_000 picoseconds.
		Weight::from_parts(50_586_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_preparing() -> Weight {
		// Minimum execution time: 50_326_000 picoseconds.
		Weight::from_parts(52_309_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_timed_out() -> Weight {
		// Minimum execution time: 41_152_000 picoseconds.
		Weight::from_parts(42_313_000, 6012)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn nudge_referendum_begin_deciding_failing() -> Weight {
		// Minimum execution time: 56_184_000 picoseconds.
		Weight::from_parts(57_566_000, 110487)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn nudge_referendum_begin_deciding_passing() -> Weight {
		// Minimum execution time: 58_809_000 picoseconds.
		Weight::from_parts(61_002_000, 110487)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn nudge_referendum_begin_confirming() -> Weight {
		// Minimum execution time: 53_350_000 picoseconds.
		Weight::from_parts(54_673_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_end_confirming() -> Weight {
		// Minimum execution time: 52_499_000 picoseconds.
		Weight::from_parts(53_460_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_continue_not_confirming() -> Weight {
		// Minimum execution time: 50_776_000 picoseconds.
		Weight::from_parts(52_269_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_continue_confirming() -> Weight {
		// Minimum execution time: 51_207_000 picoseconds.
		Weight::from_parts(52_690_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn nudge_referendum_approved() -> Weight {
		// Minimum execution time: 63_375_000 picoseconds.
		Weight::from_parts(65_549_000, 219984)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn nudge_referendum_rejected() -> Weight {
		// Minimum execution time: 54_091_000 picoseconds.
		Weight::from_parts(55_053_000, 110487)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn set_some_metadata() -> Weight {
		// Minimum execution time: 20_821_000 picoseconds.
		Weight::from_parts(22_063_000, 3828)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn clear_metadata() -> Weight {
		// Minimum execution time: 16_685_000 picoseconds.
		Weight::from_parts(17_476_000, 3828)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
