// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_block_space` weigh.
//!
//! Written by scripts/weights on 2026-11-26 with 20 steps and 10 repetitions. Do not edit.
// Measured by scripts/weights on Intel(R) Xeon(R) Processor, 2 cores, 24 GiB.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook weighs.
pub trait WeightInfo {
	fn take() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn take() -> Weight {
		// Proof size in bytes: measured `0`, estimated `0`.
		// Minimum execution time: 4_405_000 picoseconds.
		Weight::from_parts(9_796_000, 0)
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn take() -> Weight {
		Weight::from_parts(9_796_000, 0)
	}
}
