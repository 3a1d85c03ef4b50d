//! What the calls and hooks of `pallet_census` weigh.
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
	fn attest() -> Weight;
	fn close_season() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:0)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Census::LastAttested` (r:1 w:1)
	/// Proof: `Census::LastAttested` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Census::Present` (r:1 w:1)
	/// Proof: `Census::Present` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electors` (r:1 w:1)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:1)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::SeenIn` (r:0 w:2)
	/// Proof: `Roll::SeenIn` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Claims` (r:0 w:1)
	/// Proof: `Roll::Claims` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// Proof size in bytes: measured `1308`, estimated `3921`.
		// Minimum execution time: 68_292_000 picoseconds.
		Weight::from_parts(83_756_000, 3921)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Citizenship::Citizenship` (r:1 w:0)
	/// Proof: `Citizenship::Citizenship` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Census::Moved` (r:1 w:1)
	/// Proof: `Census::Moved` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Census::Present` (r:1 w:1)
	/// Proof: `Census::Present` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Charter` (r:1 w:0)
	/// Proof: `Citizenship::Charter` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:1)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Census::Thresholds` (r:1 w:0)
	/// Proof: `Census::Thresholds` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Census::Records` (r:0 w:1)
	/// Proof: `Census::Records` (`max_values`: None, `max_size`: Some(82), added: 2557, mode: `MaxEncodedLen`)
	fn close_season() -> Weight {
		// Proof size in bytes: measured `463`, estimated `1521`.
		// Minimum execution time: 29_735_000 picoseconds.
		Weight::from_parts(35_063_000, 1521)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn attest() -> Weight {
		Weight::from_parts(83_756_000, 3921)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn close_season() -> Weight {
		Weight::from_parts(35_063_000, 1521)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
}
