// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_quadratic_voting` weigh.
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
	fn vote_in_secret() -> Weight;
	fn vote_by_name() -> Weight;
	fn forget() -> Weight;
	fn upkeep() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Enrolments` (r:1 w:0)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(99), added: 2574, mode: `MaxEncodedLen`)
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `QuadraticVoting::Votes` (r:1 w:1)
	/// Proof: `QuadraticVoting::Votes` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `QuadraticVoting::Purses` (r:1 w:1)
	/// Proof: `QuadraticVoting::Purses` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electorates` (r:1 w:0)
	/// Proof: `Roll::Electorates` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn vote_in_secret() -> Weight {
		// Measured again on 2026-11-26 on an Intel Xeon with 10 steps and 5 repetitions, and so is `vote_by_name`.
		// Proof size in bytes: measured `1640`, estimated `219984`.
		// Minimum execution time: 262_700_000 picoseconds.
		Weight::from_parts(318_453_000, 219984)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:0)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Census::LastAttested` (r:1 w:0)
	/// Proof: `Census::LastAttested` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `QuadraticVoting::Votes` (r:1 w:1)
	/// Proof: `QuadraticVoting::Votes` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `QuadraticVoting::Purses` (r:1 w:1)
	/// Proof: `QuadraticVoting::Purses` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn vote_by_name() -> Weight {
		// Proof size in bytes: measured `1906`, estimated `219984`.
		// Minimum execution time: 107_622_000 picoseconds.
		Weight::from_parts(350_000_000, 219984)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `QuadraticVoting::Votes` (r:2 w:1)
	/// Proof: `QuadraticVoting::Votes` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `QuadraticVoting::Purses` (r:1 w:0)
	/// Proof: `QuadraticVoting::Purses` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `QuadraticVoting::ForgottenBefore` (r:0 w:1)
	/// Proof: `QuadraticVoting::ForgottenBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn forget() -> Weight {
		// Proof size in bytes: measured `217`, estimated `6096`.
		// Minimum execution time: 14_842_000 picoseconds.
		Weight::from_parts(15_313_000, 6096)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `QuadraticVoting::ForgottenBefore` (r:1 w:0)
	/// Proof: `QuadraticVoting::ForgottenBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Proof size in bytes: measured `150`, estimated `1493`.
		// Minimum execution time: 4_787_000 picoseconds.
		Weight::from_parts(4_997_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn vote_in_secret() -> Weight {
		Weight::from_parts(318_453_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn vote_by_name() -> Weight {
		Weight::from_parts(350_000_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn forget() -> Weight {
		Weight::from_parts(15_313_000, 6096)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(4_997_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
}
