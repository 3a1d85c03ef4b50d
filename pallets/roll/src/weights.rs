// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_roll` weigh.
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
	fn enrol() -> Weight;
	fn authorize_enrol() -> Weight;
	fn build_ring(n: u32, ) -> Weight;
	fn authorize_build_ring() -> Weight;
	fn authorize_seal() -> Weight;
	fn meet_claim(m: u32, ) -> Weight;
	fn rest(m: u32, ) -> Weight;
	fn settle(m: u32, ) -> Weight;
	fn forget() -> Weight;
	fn migrate() -> Weight;
	fn upkeep() -> Weight;
	fn turn() -> Weight;
	fn attested() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Enrolments` (r:2 w:2)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(99), added: 2574, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Aliases` (r:1 w:1)
	/// Proof: `Roll::Aliases` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Seating` (r:1 w:0)
	/// Proof: `Roll::Seating` (`max_values`: None, `max_size`: Some(9211), added: 11686, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:1 w:0)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Commitments` (r:1 w:0)
	/// Proof: `Roll::Commitments` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn enrol() -> Weight {
		// Proof size in bytes: measured `1740`, estimated `12676`.
		// Minimum execution time: 69_374_000 picoseconds.
		Weight::from_parts(82_835_000, 12676)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Enrolments` (r:1 w:0)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(99), added: 2574, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Aliases` (r:1 w:0)
	/// Proof: `Roll::Aliases` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Seating` (r:1 w:0)
	/// Proof: `Roll::Seating` (`max_values`: None, `max_size`: Some(9211), added: 11686, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:1 w:0)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Commitments` (r:1 w:0)
	/// Proof: `Roll::Commitments` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn authorize_enrol() -> Weight {
		// Measured again on 2026-11-26 on an Intel Xeon with 10 steps and 5 repetitions, and so is `build_ring`.
		// Proof size in bytes: measured `10868`, estimated `12676`.
		// Minimum execution time: 13_933_009_000 picoseconds.
		Weight::from_parts(21_101_411_000, 12676)
			.saturating_add(T::DbWeight::get().reads(10_u64))
	}
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:1 w:1)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Seating` (r:1 w:0)
	/// Proof: `Roll::Seating` (`max_values`: None, `max_size`: Some(9211), added: 11686, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Commitments` (r:0 w:1)
	/// Proof: `Roll::Commitments` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 255]`.
	fn build_ring(n: u32, ) -> Weight {
		// Proof size in bytes: measured `342 + n * (36 ±0)`, estimated `12676`.
		// Minimum execution time: 1_561_496_000 picoseconds.
		Weight::from_parts(3_143_452_821, 12676)
			// Standard error: 5_112_610.
			.saturating_add(Weight::from_parts(226_862_063, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:1 w:0)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	fn authorize_build_ring() -> Weight {
		// Proof size in bytes: measured `291`, estimated `3494`.
		// Minimum execution time: 9_875_000 picoseconds.
		Weight::from_parts(10_386_000, 3494)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	fn authorize_seal() -> Weight {
		// Proof size in bytes: measured `211`, estimated `1498`.
		// Minimum execution time: 4_137_000 picoseconds.
		Weight::from_parts(4_366_000, 1498)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Roll::CurrentSealing` (r:1 w:1)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:1)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Claims` (r:64 w:64)
	/// Proof: `Roll::Claims` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electors` (r:64 w:64)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Shapes` (r:1 w:1)
	/// Proof: `Roll::Shapes` (`max_values`: None, `max_size`: Some(33), added: 2508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Vacancies` (r:2 w:2)
	/// Proof: `Roll::Vacancies` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Seating` (r:2 w:1)
	/// Proof: `Roll::Seating` (`max_values`: None, `max_size`: Some(9211), added: 11686, mode: `MaxEncodedLen`)
	/// Storage: `Roll::AbsentBefore` (r:1 w:0)
	/// Proof: `Roll::AbsentBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electorates` (r:0 w:1)
	/// Proof: `Roll::Electorates` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:0 w:1)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 64]`.
	fn meet_claim(m: u32, ) -> Weight {
		// Proof size in bytes: measured `18442 + m * (213 ±0)`, estimated `24362 + m * (2578 ±0)`.
		// Minimum execution time: 95_153_000 picoseconds.
		Weight::from_parts(80_410_125, 24362)
			// Standard error: 55_547.
			.saturating_add(Weight::from_parts(30_848_723, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2578).saturating_mul(m.into()))
	}
	/// Storage: `Roll::CurrentSealing` (r:1 w:1)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:0)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::AbsentBefore` (r:1 w:1)
	/// Proof: `Roll::AbsentBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Roll::SeenIn` (r:65 w:64)
	/// Proof: `Roll::SeenIn` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electors` (r:64 w:64)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Seating` (r:3 w:3)
	/// Proof: `Roll::Seating` (`max_values`: None, `max_size`: Some(9211), added: 11686, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Shapes` (r:3 w:3)
	/// Proof: `Roll::Shapes` (`max_values`: None, `max_size`: Some(33), added: 2508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Areas` (r:3 w:3)
	/// Proof: `Roll::Areas` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Residents` (r:67 w:66)
	/// Proof: `Roll::Residents` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Vacancies` (r:2 w:3)
	/// Proof: `Roll::Vacancies` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Commitments` (r:3 w:0)
	/// Proof: `Roll::Commitments` (`max_values`: None, `max_size`: Some(317), added: 2792, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electorates` (r:0 w:1)
	/// Proof: `Roll::Electorates` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:0 w:3)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 64]`.
	fn rest(m: u32, ) -> Weight {
		// Proof size in bytes: measured `1009 + m * (162 ±0)`, estimated `35137 + m * (2578 ±11)`.
		// Minimum execution time: 133_160_000 picoseconds.
		Weight::from_parts(134_612_000, 35137)
			// Standard error: 156_915.
			.saturating_add(Weight::from_parts(54_544_407, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(20_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2578).saturating_mul(m.into()))
	}
	/// Storage: `Roll::Shapes` (r:1 w:0)
	/// Proof: `Roll::Shapes` (`max_values`: None, `max_size`: Some(33), added: 2508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Seating` (r:2 w:2)
	/// Proof: `Roll::Seating` (`max_values`: None, `max_size`: Some(9211), added: 11686, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electors` (r:254 w:254)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:0 w:2)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Vacancies` (r:0 w:2)
	/// Proof: `Roll::Vacancies` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 254]`.
	fn settle(m: u32, ) -> Weight {
		// Proof size in bytes: measured `28940 + m * (11 ±0)`, estimated `24362 + m * (2578 ±0)`.
		// Minimum execution time: 63_376_000 picoseconds.
		Weight::from_parts(103_885_388, 24362)
			// Standard error: 16_113.
			.saturating_add(Weight::from_parts(4_064_538, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2578).saturating_mul(m.into()))
	}
	/// Storage: `Roll::Aliases` (r:1 w:1)
	/// Proof: `Roll::Aliases` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Enrolments` (r:8 w:8)
	/// Proof: `Roll::Enrolments` (`max_values`: None, `max_size`: Some(99), added: 2574, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn forget() -> Weight {
		Weight::from_parts(26_000_000, 3783)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn migrate() -> Weight {
		Weight::from_parts(120_000_000, 24362)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Roll::CurrentSealing` (r:1 w:0)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Unbuilt` (r:1 w:0)
	/// Proof: `Roll::Unbuilt` (`max_values`: None, `max_size`: Some(29), added: 2504, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ForgottenBefore` (r:1 w:0)
	/// Proof: `Roll::ForgottenBefore` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Proof size in bytes: measured `362`, estimated `3494`.
		// Minimum execution time: 9_164_000 picoseconds.
		Weight::from_parts(9_434_000, 3494)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:0)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::CurrentSealing` (r:0 w:1)
	/// Proof: `Roll::CurrentSealing` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	fn turn() -> Weight {
		// Proof size in bytes: measured `214`, estimated `1501`.
		// Minimum execution time: 5_108_000 picoseconds.
		Weight::from_parts(11_458_000, 1501)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Roll::Electors` (r:1 w:1)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:1)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::SeenIn` (r:0 w:2)
	/// Proof: `Roll::SeenIn` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Claims` (r:0 w:1)
	/// Proof: `Roll::Claims` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn attested() -> Weight {
		// Proof size in bytes: measured `335`, estimated `3568`.
		// Minimum execution time: 19_639_000 picoseconds.
		Weight::from_parts(26_621_000, 3568)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn enrol() -> Weight {
		Weight::from_parts(82_835_000, 12676)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn authorize_enrol() -> Weight {
		Weight::from_parts(21_101_411_000, 12676)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
	}
	fn build_ring(n: u32, ) -> Weight {
		Weight::from_parts(3_143_452_821, 12676)
			.saturating_add(Weight::from_parts(226_862_063, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn authorize_build_ring() -> Weight {
		Weight::from_parts(10_386_000, 3494)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn authorize_seal() -> Weight {
		Weight::from_parts(4_366_000, 1498)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn meet_claim(m: u32, ) -> Weight {
		Weight::from_parts(80_410_125, 24362)
			.saturating_add(Weight::from_parts(30_848_723, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2578).saturating_mul(m.into()))
	}
	fn rest(m: u32, ) -> Weight {
		Weight::from_parts(134_612_000, 35137)
			.saturating_add(Weight::from_parts(54_544_407, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(20_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2578).saturating_mul(m.into()))
	}
	fn settle(m: u32, ) -> Weight {
		Weight::from_parts(103_885_388, 24362)
			.saturating_add(Weight::from_parts(4_064_538, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2578).saturating_mul(m.into()))
	}
	fn forget() -> Weight {
		Weight::from_parts(26_000_000, 3783)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn migrate() -> Weight {
		Weight::from_parts(120_000_000, 24362)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(9_434_000, 3494)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn turn() -> Weight {
		Weight::from_parts(11_458_000, 1501)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn attested() -> Weight {
		Weight::from_parts(26_621_000, 3568)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
}
