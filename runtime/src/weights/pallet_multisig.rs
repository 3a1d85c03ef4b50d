// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_multisig` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_threshold_1(z: u32, ) -> Weight {
		// Minimum execution time: 38_798_000 picoseconds.
		Weight::from_parts(47_907_554, 0)
			// Standard error: 164.
			.saturating_add(Weight::from_parts(6_853, 0).saturating_mul(z.into()))
	}
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_create(s: u32, z: u32, ) -> Weight {
		// Minimum execution time: 55_243_000 picoseconds.
		Weight::from_parts(24_423_172, 6811)
			// Standard error: 13_619.
			.saturating_add(Weight::from_parts(420_653, 0).saturating_mul(s.into()))
			// Standard error: 133.
			.saturating_add(Weight::from_parts(7_003, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[3, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_approve(s: u32, z: u32, ) -> Weight {
		// Minimum execution time: 43_134_000 picoseconds.
		Weight::from_parts(14_497_208, 6811)
			// Standard error: 6_381.
			.saturating_add(Weight::from_parts(342_476, 0).saturating_mul(s.into()))
			// Standard error: 62.
			.saturating_add(Weight::from_parts(6_656, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	/// The range of component `z` is `[0, 10000]`.
	fn as_multi_complete(s: u32, z: u32, ) -> Weight {
		// Minimum execution time: 80_721_000 picoseconds.
		Weight::from_parts(34_957_167, 6811)
			// Standard error: 14_679.
			.saturating_add(Weight::from_parts(696_663, 0).saturating_mul(s.into()))
			// Standard error: 143.
			.saturating_add(Weight::from_parts(6_259, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_create(s: u32, ) -> Weight {
		// Minimum execution time: 34_141_000 picoseconds.
		Weight::from_parts(51_650_073, 6811)
			// Standard error: 7_218.
			.saturating_add(Weight::from_parts(546_451, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn approve_as_multi_approve(s: u32, ) -> Weight {
		// Minimum execution time: 18_778_000 picoseconds.
		Weight::from_parts(28_658_177, 6811)
			// Standard error: 6_439.
			.saturating_add(Weight::from_parts(474_369, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn cancel_as_multi(s: u32, ) -> Weight {
		// Minimum execution time: 38_548_000 picoseconds.
		Weight::from_parts(47_465_747, 6811)
			// Standard error: 7_685.
			.saturating_add(Weight::from_parts(476_743, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[2, 100]`.
	fn poke_deposit(s: u32, ) -> Weight {
		// Minimum execution time: 37_657_000 picoseconds.
		Weight::from_parts(45_794_623, 6811)
			// Standard error: 6_669.
			.saturating_add(Weight::from_parts(442_890, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
