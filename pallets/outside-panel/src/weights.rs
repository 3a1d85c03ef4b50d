// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_outside_panel` weigh.
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
	fn register() -> Weight;
	fn remove() -> Weight;
	fn leave() -> Weight;
	fn forget() -> Weight;
	fn vote() -> Weight;
	fn remove_vote() -> Weight;
	fn retire(n: u32, ) -> Weight;
	fn on_initialize() -> Weight;
	fn draw() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Offices::Holders` (r:1 w:0)
	/// Proof: `Offices::Holders` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Residents` (r:1 w:1)
	/// Proof: `OutsidePanel::Residents` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::EvidenceOf` (r:1 w:1)
	/// Proof: `OutsidePanel::EvidenceOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Register` (r:1 w:1)
	/// Proof: `OutsidePanel::Register` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Holders` (r:0 w:1)
	/// Proof: `OutsidePanel::Holders` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Proof size in bytes: measured `526`, estimated `3593`.
		// Minimum execution time: 32_178_000 picoseconds.
		Weight::from_parts(33_850_000, 3593)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Offices::Holders` (r:1 w:0)
	/// Proof: `Offices::Holders` (`max_values`: None, `max_size`: Some(41), added: 2516, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Residents` (r:1 w:1)
	/// Proof: `OutsidePanel::Residents` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Register` (r:1 w:1)
	/// Proof: `OutsidePanel::Register` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::EvidenceOf` (r:0 w:1)
	/// Proof: `OutsidePanel::EvidenceOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Holders` (r:0 w:1)
	/// Proof: `OutsidePanel::Holders` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn remove() -> Weight {
		// Proof size in bytes: measured `470`, estimated `3593`.
		// Minimum execution time: 25_358_000 picoseconds.
		Weight::from_parts(26_339_000, 3593)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `OutsidePanel::Residents` (r:1 w:1)
	/// Proof: `OutsidePanel::Residents` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Register` (r:1 w:1)
	/// Proof: `OutsidePanel::Register` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::EvidenceOf` (r:0 w:1)
	/// Proof: `OutsidePanel::EvidenceOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Holders` (r:0 w:1)
	/// Proof: `OutsidePanel::Holders` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Proof size in bytes: measured `364`, estimated `3593`.
		// Minimum execution time: 22_233_000 picoseconds.
		Weight::from_parts(22_794_000, 3593)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn forget() -> Weight {
		// Proof size in bytes: measured `364`, estimated `3593`.
		// Minimum execution time: 22_233_000 picoseconds.
		Weight::from_parts(22_794_000, 3593)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `OutsidePanel::Residents` (r:1 w:0)
	/// Proof: `OutsidePanel::Residents` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Panels` (r:1 w:1)
	/// Proof: `OutsidePanel::Panels` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::LastOpenings` (r:1 w:0)
	/// Proof: `OutsidePanel::LastOpenings` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Draws` (r:11 w:0)
	/// Proof: `OutsidePanel::Draws` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Votes` (r:1 w:1)
	/// Proof: `OutsidePanel::Votes` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn vote() -> Weight {
		// Proof size in bytes: measured `6746`, estimated `219984`.
		// Minimum execution time: 228_403_000 picoseconds.
		Weight::from_parts(246_059_000, 219984)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `OutsidePanel::Residents` (r:1 w:0)
	/// Proof: `OutsidePanel::Residents` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Panels` (r:1 w:0)
	/// Proof: `OutsidePanel::Panels` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Votes` (r:1 w:1)
	/// Proof: `OutsidePanel::Votes` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn remove_vote() -> Weight {
		// Proof size in bytes: measured `1057`, estimated `219984`.
		// Minimum execution time: 150_266_000 picoseconds.
		Weight::from_parts(157_847_000, 219984)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:0)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Panels` (r:1 w:1)
	/// Proof: `OutsidePanel::Panels` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Votes` (r:65 w:64)
	/// Proof: `OutsidePanel::Votes` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn retire(n: u32, ) -> Weight {
		// Proof size in bytes: measured `479 + n * (20 ±0)`, estimated `3828 + n * (2505 ±0)`.
		// Minimum execution time: 78_708_000 picoseconds.
		Weight::from_parts(87_019_525, 3828)
			// Standard error: 12_771.
			.saturating_add(Weight::from_parts(3_205_829, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2505).saturating_mul(n.into()))
	}
	/// Storage: `Babe::NextRandomness` (r:1 w:0)
	/// Proof: `Babe::NextRandomness` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochStart` (r:1 w:0)
	/// Proof: `Babe::EpochStart` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::LastOpenings` (r:1 w:0)
	/// Proof: `OutsidePanel::LastOpenings` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	fn on_initialize() -> Weight {
		// Proof size in bytes: measured `364`, estimated `1517`.
		// Minimum execution time: 8_603_000 picoseconds.
		Weight::from_parts(9_064_000, 1517)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Babe::NextRandomness` (r:1 w:0)
	/// Proof: `Babe::NextRandomness` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochStart` (r:1 w:0)
	/// Proof: `Babe::EpochStart` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::LastOpenings` (r:1 w:1)
	/// Proof: `OutsidePanel::LastOpenings` (`max_values`: Some(1), `max_size`: Some(28), added: 523, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Register` (r:1 w:0)
	/// Proof: `OutsidePanel::Register` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `OutsidePanel::Draws` (r:0 w:2)
	/// Proof: `OutsidePanel::Draws` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	fn draw() -> Weight {
		// Proof size in bytes: measured `830`, estimated `6012`.
		// Minimum execution time: 51_938_000 picoseconds.
		Weight::from_parts(62_714_000, 6012)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(33_850_000, 3593)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove() -> Weight {
		Weight::from_parts(26_339_000, 3593)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn leave() -> Weight {
		Weight::from_parts(22_794_000, 3593)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn forget() -> Weight {
		Weight::from_parts(22_794_000, 3593)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn vote() -> Weight {
		Weight::from_parts(246_059_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn remove_vote() -> Weight {
		Weight::from_parts(157_847_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn retire(n: u32, ) -> Weight {
		Weight::from_parts(87_019_525, 3828)
			.saturating_add(Weight::from_parts(3_205_829, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2505).saturating_mul(n.into()))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(9_064_000, 1517)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn draw() -> Weight {
		Weight::from_parts(62_714_000, 6012)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
