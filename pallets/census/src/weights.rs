// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_census` weigh.
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
	fn attest() -> Weight;
	fn attest_with_key() -> Weight;
	fn close_season() -> Weight;
	fn declare_income() -> Weight;
	fn authorize_declare_income() -> Weight;
	fn forget_income() -> Weight;
	fn forget_nothing() -> Weight;
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
	/// Storage: `Dividend::Entitlements` (r:2 w:2)
	/// Proof: `Dividend::Entitlements` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Entitled` (r:2 w:2)
	/// Proof: `Dividend::Entitled` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Roll::SeenIn` (r:0 w:2)
	/// Proof: `Roll::SeenIn` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Claims` (r:0 w:1)
	/// Proof: `Roll::Claims` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// Proof size in bytes: measured `1642`, estimated `5990`.
		// Minimum execution time: 81_622_000 picoseconds.
		Weight::from_parts(155_759_000, 5990)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(22_u64))
	}
	/// Storage: `Citizenship::Citizenship` (r:1 w:0)
	/// Proof: `Citizenship::Citizenship` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Census::Moved` (r:1 w:1)
	/// Proof: `Census::Moved` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Census::Present` (r:1 w:1)
	/// Proof: `Census::Present` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:0)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Census::Incomes` (r:1 w:0)
	/// Proof: `Census::Incomes` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Charter::InForce` (r:1 w:0)
	/// Proof: `Charter::InForce` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:1)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Census::Thresholds` (r:1 w:0)
	/// Proof: `Census::Thresholds` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Census::Records` (r:0 w:1)
	/// Proof: `Census::Records` (`max_values`: None, `max_size`: Some(217), added: 2692, mode: `MaxEncodedLen`)
	fn close_season() -> Weight {
		// Proof size in bytes: measured `756`, estimated `3593`.
		// Minimum execution time: 33_330_000 picoseconds.
		Weight::from_parts(44_792_000, 3593)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Roll::Enrolments` (r:1 w:0)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(99), added: 2574, mode: `MaxEncodedLen`)
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Census::Declarations` (r:1 w:1)
	/// Proof: `Census::Declarations` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Census::Incomes` (r:1 w:1)
	/// Proof: `Census::Incomes` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn declare_income() -> Weight {
		// Proof size in bytes: measured `1148`, estimated `3564`.
		// Minimum execution time: 42_925_000 picoseconds.
		Weight::from_parts(44_096_000, 3564)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Census::Declarations` (r:1 w:1)
	/// Proof: `Census::Declarations` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Census::ForgottenBefore` (r:0 w:1)
	/// Proof: `Census::ForgottenBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn forget_income() -> Weight {
		// Proof size in bytes: measured `338`, estimated `3522`.
		// Minimum execution time: 6_470_000 picoseconds.
		Weight::from_parts(6_740_000, 3522)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Census::ForgottenBefore` (r:1 w:0)
	/// Proof: `Census::ForgottenBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn forget_nothing() -> Weight {
		// Proof size in bytes: measured `249`, estimated `1493`.
		// Minimum execution time: 7_641_000 picoseconds.
		Weight::from_parts(7_812_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	fn attest_with_key() -> Weight {
		Weight::from_parts(3_270_000_000, 5990)
			.saturating_add(T::DbWeight::get().reads(26_u64))
			.saturating_add(T::DbWeight::get().writes(25_u64))
	}
	fn authorize_declare_income() -> Weight {
		Weight::from_parts(14_300_000_000, 12676)
			.saturating_add(T::DbWeight::get().reads(9_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn attest() -> Weight {
		Weight::from_parts(155_759_000, 5990)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(22_u64))
	}
	fn close_season() -> Weight {
		Weight::from_parts(44_792_000, 3593)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn declare_income() -> Weight {
		Weight::from_parts(44_096_000, 3564)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn forget_income() -> Weight {
		Weight::from_parts(6_740_000, 3522)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn forget_nothing() -> Weight {
		Weight::from_parts(7_812_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn attest_with_key() -> Weight {
		Weight::from_parts(3_270_000_000, 5990)
			.saturating_add(ParityDbWeight::get().reads(26_u64))
			.saturating_add(ParityDbWeight::get().writes(25_u64))
	}
	fn authorize_declare_income() -> Weight {
		Weight::from_parts(14_300_000_000, 12676)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
	}
}
