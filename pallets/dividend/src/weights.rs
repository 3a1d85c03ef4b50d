// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_dividend` weigh.
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
	fn claim() -> Weight;
	fn turn() -> Weight;
	fn upkeep() -> Weight;
	fn sweep() -> Weight;
	fn attested() -> Weight;
	fn receive() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::ExpiredBefore` (r:1 w:0)
	/// Proof: `Dividend::ExpiredBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Entitlements` (r:16 w:16)
	/// Proof: `Dividend::Entitlements` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Shares` (r:16 w:16)
	/// Proof: `Dividend::Shares` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof size in bytes: measured `2349`, estimated `41358`.
		// Minimum execution time: 312_930_000 picoseconds.
		Weight::from_parts(317_316_000, 41358)
			.saturating_add(T::DbWeight::get().reads(37_u64))
			.saturating_add(T::DbWeight::get().writes(34_u64))
	}
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::ExpiredBefore` (r:1 w:1)
	/// Proof: `Dividend::ExpiredBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Shares` (r:13 w:14)
	/// Proof: `Dividend::Shares` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Entitled` (r:1 w:1)
	/// Proof: `Dividend::Entitled` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn turn() -> Weight {
		// Proof size in bytes: measured `1471`, estimated `33789`.
		// Minimum execution time: 104_196_000 picoseconds.
		Weight::from_parts(107_472_000, 33789)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Dividend::ExpiredBefore` (r:1 w:0)
	/// Proof: `Dividend::ExpiredBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::SweptBefore` (r:1 w:0)
	/// Proof: `Dividend::SweptBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Proof size in bytes: measured `185`, estimated `1489`.
		// Minimum execution time: 4_517_000 picoseconds.
		Weight::from_parts(4_837_000, 1489)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Dividend::Entitlements` (r:2 w:1)
	/// Proof: `Dividend::Entitlements` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn sweep() -> Weight {
		// Proof size in bytes: measured `318`, estimated `5990`.
		// Minimum execution time: 9_744_000 picoseconds.
		Weight::from_parts(10_146_000, 5990)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Entitlements` (r:2 w:2)
	/// Proof: `Dividend::Entitlements` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Entitled` (r:2 w:2)
	/// Proof: `Dividend::Entitled` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn attested() -> Weight {
		// Proof size in bytes: measured `405`, estimated `5990`.
		// Minimum execution time: 23_084_000 picoseconds.
		Weight::from_parts(23_746_000, 5990)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn receive() -> Weight {
		// Proof size in bytes: measured `325`, estimated `3593`.
		// Minimum execution time: 25_588_000 picoseconds.
		Weight::from_parts(26_219_000, 3593)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn claim() -> Weight {
		Weight::from_parts(317_316_000, 41358)
			.saturating_add(ParityDbWeight::get().reads(37_u64))
			.saturating_add(ParityDbWeight::get().writes(34_u64))
	}
	fn turn() -> Weight {
		Weight::from_parts(107_472_000, 33789)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(4_837_000, 1489)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn sweep() -> Weight {
		Weight::from_parts(10_146_000, 5990)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn attested() -> Weight {
		Weight::from_parts(23_746_000, 5990)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn receive() -> Weight {
		Weight::from_parts(26_219_000, 3593)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
