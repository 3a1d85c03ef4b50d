// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_seasons` weigh.
//!
//! Written by scripts/weights on 2026-11-22 with 50 steps and 20 repetitions. Do not edit.
// Measured by scripts/weights on AMD EPYC, 2 cores, 24 GiB.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook weighs.
pub trait WeightInfo {
	fn on_initialize() -> Weight;
	fn turn() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn on_initialize() -> Weight {
		// Proof size in bytes: measured `474`, estimated `3501`.
		// Minimum execution time: 13_841_000 picoseconds.
		Weight::from_parts(14_422_000, 3501)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Seasons::Current` (r:1 w:1)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn turn() -> Weight {
		// Proof size in bytes: measured `41`, estimated `1493`.
		// Minimum execution time: 5_168_000 picoseconds.
		Weight::from_parts(5_338_000, 1493)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn on_initialize() -> Weight {
		Weight::from_parts(14_422_000, 3501)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn turn() -> Weight {
		Weight::from_parts(5_338_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
