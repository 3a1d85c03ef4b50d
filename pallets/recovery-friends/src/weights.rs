// SPDX-License-Identifier: Apache-2.0
//! What the calls of `pallet_recovery_friends` weigh.
//!
//! Written by scripts/weights on 2026-11-26 with 50 steps and 20 repetitions. Do not edit.
// Estimated from measured calls of the same kind, until scripts/weights measures them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call weighs.
pub trait WeightInfo {
	fn name_friends() -> Weight;
	fn support() -> Weight;
	fn withdraw_support() -> Weight;
	fn stop() -> Weight;
	fn complete() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn name_friends() -> Weight {
		Weight::from_parts(90_000_000, 12806)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn support() -> Weight {
		Weight::from_parts(450_000_000, 12806)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn withdraw_support() -> Weight {
		Weight::from_parts(60_000_000, 12806)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn stop() -> Weight {
		Weight::from_parts(40_000_000, 12806)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn complete() -> Weight {
		Weight::from_parts(780_000_000, 12806)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn name_friends() -> Weight {
		Weight::from_parts(90_000_000, 12806)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn support() -> Weight {
		Weight::from_parts(450_000_000, 12806)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_support() -> Weight {
		Weight::from_parts(60_000_000, 12806)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn stop() -> Weight {
		Weight::from_parts(40_000_000, 12806)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn complete() -> Weight {
		Weight::from_parts(780_000_000, 12806)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
}
