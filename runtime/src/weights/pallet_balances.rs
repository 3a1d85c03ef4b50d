// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_balances` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_balances::WeightInfo for WeightInfo<T> {
	fn transfer_allow_death() -> Weight {
		// Minimum execution time: 57_697_000 picoseconds.
		Weight::from_parts(58_248_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn transfer_keep_alive() -> Weight {
		// Minimum execution time: 44_526_000 picoseconds.
		Weight::from_parts(45_979_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_set_balance_creating() -> Weight {
		// Minimum execution time: 21_493_000 picoseconds.
		Weight::from_parts(21_963_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_set_balance_killing() -> Weight {
		// Minimum execution time: 21_582_000 picoseconds.
		Weight::from_parts(22_314_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_transfer() -> Weight {
		// Minimum execution time: 59_019_000 picoseconds.
		Weight::from_parts(59_750_000, 6196)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn transfer_all() -> Weight {
		// Minimum execution time: 54_491_000 picoseconds.
		Weight::from_parts(56_334_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn force_unreserve() -> Weight {
		// Minimum execution time: 17_396_000 picoseconds.
		Weight::from_parts(17_726_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `u` is `[1, 1000]`.
	fn upgrade_accounts(u: u32, ) -> Weight {
		// Minimum execution time: 17_255_000 picoseconds.
		Weight::from_parts(17_626_000, 990)
			// Standard error: 28_423.
			.saturating_add(Weight::from_parts(16_965_206, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2603).saturating_mul(u.into()))
	}
	fn force_adjust_total_issuance() -> Weight {
		// Minimum execution time: 5_558_000 picoseconds.
		Weight::from_parts(5_799_000, 0)
	}
	fn burn_allow_death() -> Weight {
		// Minimum execution time: 33_720_000 picoseconds.
		Weight::from_parts(34_342_000, 0)
	}
	fn burn_keep_alive() -> Weight {
		// Minimum execution time: 21_783_000 picoseconds.
		Weight::from_parts(22_153_000, 0)
	}
}
