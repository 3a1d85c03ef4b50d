// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `frame_system_extensions` weigh on this runtime.
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
impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Minimum execution time: 1_843_000 picoseconds.
		Weight::from_parts(1_983_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 3_816_000 picoseconds.
		Weight::from_parts(3_966_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 3_686_000 picoseconds.
		Weight::from_parts(3_856_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 571_000 picoseconds.
		Weight::from_parts(621_000, 0)
	}
	fn check_nonce() -> Weight {
		// Minimum execution time: 7_772_000 picoseconds.
		Weight::from_parts(8_082_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 440_000 picoseconds.
		Weight::from_parts(471_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 420_000 picoseconds.
		Weight::from_parts(451_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum execution time: 3_916_000 picoseconds.
		Weight::from_parts(4_136_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 2_303_000 picoseconds.
		Weight::from_parts(2_514_000, 0)
	}
}
