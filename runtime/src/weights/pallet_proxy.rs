// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_proxy` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_proxy::WeightInfo for WeightInfo<T> {
	/// The range of component `p` is `[1, 31]`.
	fn proxy(p: u32, ) -> Weight {
		// Minimum execution time: 12_569_000 picoseconds.
		Weight::from_parts(14_160_454, 4706)
			// Standard error: 91_100.
			.saturating_add(Weight::from_parts(279_270, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// The range of component `a` is `[0, 31]`.
	/// The range of component `p` is `[1, 31]`.
	fn proxy_announced(a: u32, p: u32, ) -> Weight {
		// Minimum execution time: 37_957_000 picoseconds.
		Weight::from_parts(52_374_463, 5698)
			// Standard error: 170_474.
			.saturating_add(Weight::from_parts(156_324, 0).saturating_mul(a.into()))
			// Standard error: 176_260.
			.saturating_add(Weight::from_parts(37_906, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `a` is `[0, 31]`.
	/// The range of component `p` is `[1, 31]`.
	fn remove_announcement(a: u32, p: u32, ) -> Weight {
		// Minimum execution time: 24_857_000 picoseconds.
		Weight::from_parts(27_580_030, 5698)
			// Standard error: 96_991.
			.saturating_add(Weight::from_parts(221_722, 0).saturating_mul(a.into()))
			// Standard error: 100_283.
			.saturating_add(Weight::from_parts(143_543, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `a` is `[0, 31]`.
	/// The range of component `p` is `[1, 31]`.
	fn reject_announcement(a: u32, _p: u32, ) -> Weight {
		// Minimum execution time: 25_629_000 picoseconds.
		Weight::from_parts(30_512_797, 5698)
			// Standard error: 42_157.
			.saturating_add(Weight::from_parts(187_737, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `a` is `[0, 31]`.
	/// The range of component `p` is `[1, 31]`.
	fn announce(a: u32, p: u32, ) -> Weight {
		// Minimum execution time: 34_351_000 picoseconds.
		Weight::from_parts(33_274_777, 5698)
			// Standard error: 58_758.
			.saturating_add(Weight::from_parts(255_302, 0).saturating_mul(a.into()))
			// Standard error: 60_752.
			.saturating_add(Weight::from_parts(133_223, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `p` is `[1, 31]`.
	fn add_proxy(p: u32, ) -> Weight {
		// Minimum execution time: 23_665_000 picoseconds.
		Weight::from_parts(24_619_623, 4706)
			// Standard error: 63_092.
			.saturating_add(Weight::from_parts(201_009, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `p` is `[1, 31]`.
	fn remove_proxy(p: u32, ) -> Weight {
		// Minimum execution time: 23_204_000 picoseconds.
		Weight::from_parts(25_774_969, 4706)
			// Standard error: 23_974.
			.saturating_add(Weight::from_parts(20_624, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `p` is `[1, 31]`.
	fn remove_proxies(p: u32, ) -> Weight {
		// Minimum execution time: 23_355_000 picoseconds.
		Weight::from_parts(25_366_667, 4706)
			// Standard error: 80_732.
			.saturating_add(Weight::from_parts(1_829_589, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `p` is `[1, 31]`.
	fn create_pure(p: u32, ) -> Weight {
		// Minimum execution time: 26_650_000 picoseconds.
		Weight::from_parts(24_945_147, 4706)
			// Standard error: 103_009.
			.saturating_add(Weight::from_parts(391_839, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `p` is `[0, 30]`.
	fn kill_pure(p: u32, ) -> Weight {
		// Minimum execution time: 24_426_000 picoseconds.
		Weight::from_parts(28_528_654, 4706)
			// Standard error: 69_158.
			.saturating_add(Weight::from_parts(60_086, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn poke_deposit() -> Weight {
		// Minimum execution time: 44_006_000 picoseconds.
		Weight::from_parts(44_738_000, 5698)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
