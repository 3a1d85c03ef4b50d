// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_recovery_friends` weigh.
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
	fn name_friends() -> Weight;
	fn support() -> Weight;
	fn withdraw_support() -> Weight;
	fn stop() -> Weight;
	fn complete() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Recoveries` (r:1 w:0)
	/// Proof: `RecoveryFriends::Recoveries` (`max_values`: None, `max_size`: Some(374), added: 2849, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:10 w:1)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Circles` (r:0 w:1)
	/// Proof: `RecoveryFriends::Circles` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn name_friends() -> Weight {
		// Proof size in bytes: measured `2257`, estimated `32870`.
		// Minimum execution time: 129_395_000 picoseconds.
		Weight::from_parts(212_170_000, 32870)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:3 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:2 w:1)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Circles` (r:1 w:0)
	/// Proof: `RecoveryFriends::Circles` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Recoveries` (r:1 w:1)
	/// Proof: `RecoveryFriends::Recoveries` (`max_values`: None, `max_size`: Some(374), added: 2849, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Applications` (r:1 w:0)
	/// Proof: `Citizenship::Applications` (`max_values`: None, `max_size`: Some(423), added: 2898, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Enrolments` (r:1 w:0)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(130), added: 2605, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::PendingRotations` (r:1 w:0)
	/// Proof: `Citizenship::PendingRotations` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn support() -> Weight {
		// Proof size in bytes: measured `3042`, estimated `8571`.
		// Minimum execution time: 285_406_000 picoseconds.
		Weight::from_parts(325_172_000, 8571)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Recoveries` (r:1 w:1)
	/// Proof: `RecoveryFriends::Recoveries` (`max_values`: None, `max_size`: Some(374), added: 2849, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Circles` (r:1 w:0)
	/// Proof: `RecoveryFriends::Circles` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:1)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn withdraw_support() -> Weight {
		// Proof size in bytes: measured `1521`, estimated `4178`.
		// Minimum execution time: 117_293_000 picoseconds.
		Weight::from_parts(141_128_000, 4178)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Recoveries` (r:1 w:1)
	/// Proof: `RecoveryFriends::Recoveries` (`max_values`: None, `max_size`: Some(374), added: 2849, mode: `MaxEncodedLen`)
	/// Storage: `RecoveryFriends::Circles` (r:0 w:1)
	/// Proof: `RecoveryFriends::Circles` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn stop() -> Weight {
		// Proof size in bytes: measured `1042`, estimated `3839`.
		// Minimum execution time: 87_280_000 picoseconds.
		Weight::from_parts(106_527_000, 3839)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `RecoveryFriends::Recoveries` (r:1 w:1)
	/// Proof: `RecoveryFriends::Recoveries` (`max_values`: None, `max_size`: Some(374), added: 2849, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:1)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(713), added: 3188, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:2 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Applications` (r:1 w:0)
	/// Proof: `Citizenship::Applications` (`max_values`: None, `max_size`: Some(423), added: 2898, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Enrolments` (r:1 w:0)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(130), added: 2605, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::PendingRotations` (r:1 w:1)
	/// Proof: `Citizenship::PendingRotations` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn complete() -> Weight {
		// Proof size in bytes: measured `2901`, estimated `6044`.
		// Minimum execution time: 289_542_000 picoseconds.
		Weight::from_parts(349_751_000, 6044)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn name_friends() -> Weight {
		Weight::from_parts(212_170_000, 32870)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn support() -> Weight {
		Weight::from_parts(325_172_000, 8571)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn withdraw_support() -> Weight {
		Weight::from_parts(141_128_000, 4178)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn stop() -> Weight {
		Weight::from_parts(106_527_000, 3839)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn complete() -> Weight {
		Weight::from_parts(349_751_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
}
