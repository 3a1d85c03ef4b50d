// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_utility` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	/// The range of component `c` is `[0, 1000]`.
	fn batch(c: u32, ) -> Weight {
		// Minimum execution time: 4_567_000 picoseconds.
		Weight::from_parts(15_040_555, 0)
			// Standard error: 196_219.
			.saturating_add(Weight::from_parts(3_552_307, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Minimum execution time: 4_817_000 picoseconds.
		Weight::from_parts(5_038_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32, ) -> Weight {
		// Minimum execution time: 4_577_000 picoseconds.
		Weight::from_parts(4_677_000, 0)
			// Standard error: 439_657.
			.saturating_add(Weight::from_parts(7_315_541, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Minimum execution time: 6_570_000 picoseconds.
		Weight::from_parts(7_301_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32, ) -> Weight {
		// Minimum execution time: 4_647_000 picoseconds.
		Weight::from_parts(4_718_000, 0)
			// Standard error: 531_352.
			.saturating_add(Weight::from_parts(8_571_438, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Minimum execution time: 6_550_000 picoseconds.
		Weight::from_parts(7_031_000, 0)
	}
	fn if_else() -> Weight {
		// Minimum execution time: 8_452_000 picoseconds.
		Weight::from_parts(8_864_000, 0)
	}
}
