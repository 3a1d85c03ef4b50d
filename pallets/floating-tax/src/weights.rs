// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_floating_tax` weigh.
//!
//! Written by scripts/weights on 2026-11-22 with 50 steps and 20 repetitions. Do not edit.
// Measured by scripts/weights on AMD EPYC, 2 cores, 24 GiB.
// Calls that have changed since are estimated from similar ones, until scripts/weights measures them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook weighs.
pub trait WeightInfo {
	fn vote() -> Weight;
	fn withdraw() -> Weight;
	fn refresh() -> Weight;
	fn upkeep() -> Weight;
	fn turn() -> Weight;
	fn forget() -> Weight;
	fn begin() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Roll::Enrolments` (r:1 w:0)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(99), added: 2574, mode: `MaxEncodedLen`)
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:0)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:1)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Votes` (r:1 w:1)
	/// Proof: `FloatingTax::Votes` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Voters` (r:1 w:1)
	/// Proof: `FloatingTax::Voters` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof size in bytes: measured `1469`, estimated `11034`.
		// Minimum execution time: 76_816_000 picoseconds.
		Weight::from_parts(78_628_000, 11034)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Roll::Enrolments` (r:1 w:0)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(99), added: 2574, mode: `MaxEncodedLen`)
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:0)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:1)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Votes` (r:1 w:1)
	/// Proof: `FloatingTax::Votes` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Voters` (r:1 w:1)
	/// Proof: `FloatingTax::Voters` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof size in bytes: measured `1469`, estimated `11034`.
		// Minimum execution time: 75_984_000 picoseconds.
		Weight::from_parts(77_256_000, 11034)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `FloatingTax::Opinions` (r:1 w:1)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn refresh() -> Weight {
		// Proof size in bytes: measured `590`, estimated `8523`.
		// Minimum execution time: 36_014_000 picoseconds.
		Weight::from_parts(36_785_000, 8523)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::ForgottenBefore` (r:1 w:0)
	/// Proof: `FloatingTax::ForgottenBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Proof size in bytes: measured `109`, estimated `1493`.
		// Minimum execution time: 5_959_000 picoseconds.
		Weight::from_parts(6_149_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `FloatingTax::SeasonStarts` (r:0 w:1)
	fn turn() -> Weight {
		Weight::from_parts(8_000_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}

	/// Storage: `FloatingTax::Votes` (r:2 w:1)
	/// Proof: `FloatingTax::Votes` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Voters` (r:1 w:0)
	/// Proof: `FloatingTax::Voters` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn forget() -> Weight {
		// Proof size in bytes: measured `135`, estimated `6070`.
		// Minimum execution time: 13_300_000 picoseconds.
		Weight::from_parts(13_560_000, 6070)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `FloatingTax::Opinions` (r:1 w:1)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn begin() -> Weight {
		// Proof size in bytes: measured `470`, estimated `8523`.
		// Minimum execution time: 23_605_000 picoseconds.
		Weight::from_parts(24_577_000, 8523)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn vote() -> Weight {
		Weight::from_parts(78_628_000, 11034)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(77_256_000, 11034)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn refresh() -> Weight {
		Weight::from_parts(36_785_000, 8523)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(6_149_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `FloatingTax::SeasonStarts` (r:0 w:1)
	fn turn() -> Weight {
		Weight::from_parts(8_000_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}

	fn forget() -> Weight {
		Weight::from_parts(13_560_000, 6070)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn begin() -> Weight {
		Weight::from_parts(24_577_000, 8523)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
