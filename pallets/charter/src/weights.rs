// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_charter` weigh.
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
	fn amend(n: u32, p: u32, ) -> Weight;
	fn pass(n: u32, p: u32, ) -> Weight;
	fn withdraw() -> Weight;
	fn reject() -> Weight;
	fn consent() -> Weight;
	fn veto() -> Weight;
	fn enact() -> Weight;
	fn discard() -> Weight;
	fn step_down() -> Weight;
	fn remove_founder() -> Weight;
	fn turn(d: u32, ) -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Citizenship::Founder` (r:1 w:0)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Charter::InForce` (r:1 w:1)
	/// Proof: `Charter::InForce` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Charter::LastVersions` (r:19 w:16)
	/// Proof: `Charter::LastVersions` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Articles` (r:19 w:16)
	/// Proof: `Charter::Articles` (`max_values`: None, `max_size`: Some(8482), added: 10957, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:4)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Versions` (r:0 w:1)
	/// Proof: `Charter::Versions` (`max_values`: None, `max_size`: Some(869), added: 3344, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 16]`.
	/// The range of component `p` is `[0, 16]`.
	fn amend(n: u32, p: u32, ) -> Weight {
		// Proof size in bytes: measured `11603 + n * (41 ±0)`, estimated `16604 + n * (11249 ±115) + p * (984 ±115)`.
		// Minimum execution time: 209_625_000 picoseconds.
		Weight::from_parts(55_462_437, 16604)
			// Standard error: 80_385.
			.saturating_add(Weight::from_parts(32_628_287, 0).saturating_mul(n.into()))
			// Standard error: 80_385.
			.saturating_add(Weight::from_parts(10_574_968, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 11249).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 984).saturating_mul(p.into()))
	}
	/// Storage: `Citizenship::Founder` (r:1 w:0)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Vetoes` (r:1 w:0)
	/// Proof: `Charter::Vetoes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Charter::InForce` (r:1 w:0)
	/// Proof: `Charter::InForce` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Charter::LastVersions` (r:19 w:0)
	/// Proof: `Charter::LastVersions` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Articles` (r:19 w:0)
	/// Proof: `Charter::Articles` (`max_values`: None, `max_size`: Some(8482), added: 10957, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Pending` (r:1 w:1)
	/// Proof: `Charter::Pending` (`max_values`: None, `max_size`: Some(135660), added: 138135, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Passed` (r:1 w:1)
	/// Proof: `Charter::Passed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 16]`.
	/// The range of component `p` is `[0, 16]`.
	fn pass(n: u32, p: u32, ) -> Weight {
		// Proof size in bytes: measured `11603 + n * (41 ±0)`, estimated `139125 + n * (11249 ±26) + p * (984 ±26)`.
		// Minimum execution time: 220_471_000 picoseconds.
		Weight::from_parts(44_948_587, 139125)
			// Standard error: 117_772.
			.saturating_add(Weight::from_parts(60_237_295, 0).saturating_mul(n.into()))
			// Standard error: 117_772.
			.saturating_add(Weight::from_parts(11_508_340, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 11249).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 984).saturating_mul(p.into()))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Founder` (r:1 w:0)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:0)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Pending` (r:1 w:1)
	/// Proof: `Charter::Pending` (`max_values`: None, `max_size`: Some(135660), added: 138135, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Announced` (r:1 w:1)
	/// Proof: `Charter::Announced` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof size in bytes: measured `132356`, estimated `139125`.
		// Minimum execution time: 67_631_000 picoseconds.
		Weight::from_parts(69_835_000, 139125)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Charter::Pending` (r:1 w:1)
	/// Proof: `Charter::Pending` (`max_values`: None, `max_size`: Some(135660), added: 138135, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Announced` (r:1 w:1)
	/// Proof: `Charter::Announced` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn reject() -> Weight {
		// Proof size in bytes: measured `131540`, estimated `139125`.
		// Minimum execution time: 47_271_000 picoseconds.
		Weight::from_parts(55_113_000, 139125)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Founder` (r:1 w:0)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:0)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Pending` (r:1 w:1)
	/// Proof: `Charter::Pending` (`max_values`: None, `max_size`: Some(135660), added: 138135, mode: `MaxEncodedLen`)
	/// Storage: `Charter::InForce` (r:1 w:1)
	/// Proof: `Charter::InForce` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Charter::LastVersions` (r:19 w:16)
	/// Proof: `Charter::LastVersions` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Articles` (r:19 w:16)
	/// Proof: `Charter::Articles` (`max_values`: None, `max_size`: Some(8482), added: 10957, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:4)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Passed` (r:1 w:1)
	/// Proof: `Charter::Passed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Versions` (r:0 w:1)
	/// Proof: `Charter::Versions` (`max_values`: None, `max_size`: Some(869), added: 3344, mode: `MaxEncodedLen`)
	fn consent() -> Weight {
		// Proof size in bytes: measured `144229`, estimated `209173`.
		// Minimum execution time: 772_901_000 picoseconds.
		Weight::from_parts(803_977_000, 209173)
			.saturating_add(T::DbWeight::get().reads(49_u64))
			.saturating_add(T::DbWeight::get().writes(40_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Founder` (r:1 w:0)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:0)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Pending` (r:1 w:1)
	/// Proof: `Charter::Pending` (`max_values`: None, `max_size`: Some(135660), added: 138135, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Vetoes` (r:1 w:1)
	/// Proof: `Charter::Vetoes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Passed` (r:1 w:1)
	/// Proof: `Charter::Passed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn veto() -> Weight {
		// Proof size in bytes: measured `132946`, estimated `139125`.
		// Minimum execution time: 300_181_000 picoseconds.
		Weight::from_parts(311_568_000, 139125)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Charter::Pending` (r:1 w:1)
	/// Proof: `Charter::Pending` (`max_values`: None, `max_size`: Some(135660), added: 138135, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Founder` (r:1 w:0)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Vetoes` (r:1 w:0)
	/// Proof: `Charter::Vetoes` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:5 w:4)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Charter::InForce` (r:1 w:1)
	/// Proof: `Charter::InForce` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Charter::LastVersions` (r:19 w:16)
	/// Proof: `Charter::LastVersions` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Articles` (r:19 w:16)
	/// Proof: `Charter::Articles` (`max_values`: None, `max_size`: Some(8482), added: 10957, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Passed` (r:1 w:1)
	/// Proof: `Charter::Passed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Versions` (r:0 w:1)
	/// Proof: `Charter::Versions` (`max_values`: None, `max_size`: Some(869), added: 3344, mode: `MaxEncodedLen`)
	fn enact() -> Weight {
		// Proof size in bytes: measured `143784`, estimated `209173`.
		// Minimum execution time: 1_824_199_000 picoseconds.
		Weight::from_parts(1_892_802_000, 209173)
			.saturating_add(T::DbWeight::get().reads(49_u64))
			.saturating_add(T::DbWeight::get().writes(40_u64))
	}
	/// Storage: `Charter::Pending` (r:1 w:1)
	/// Proof: `Charter::Pending` (`max_values`: None, `max_size`: Some(135660), added: 138135, mode: `MaxEncodedLen`)
	/// Storage: `Charter::InForce` (r:1 w:0)
	/// Proof: `Charter::InForce` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Founder` (r:1 w:0)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Passed` (r:1 w:1)
	/// Proof: `Charter::Passed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn discard() -> Weight {
		// Proof size in bytes: measured `132526`, estimated `139125`.
		// Minimum execution time: 102_734_000 picoseconds.
		Weight::from_parts(1_892_802_000, 209173)
			.saturating_add(T::DbWeight::get().reads(49_u64))
			.saturating_add(T::DbWeight::get().writes(40_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Founder` (r:1 w:1)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn step_down() -> Weight {
		// Proof size in bytes: measured `401`, estimated `3517`.
		// Minimum execution time: 15_313_000 picoseconds.
		Weight::from_parts(15_804_000, 3517)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Census::ReachedTier` (r:1 w:0)
	/// Proof: `Census::ReachedTier` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Founder` (r:1 w:1)
	/// Proof: `Citizenship::Founder` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn remove_founder() -> Weight {
		// Proof size in bytes: measured `371`, estimated `1489`.
		// Minimum execution time: 15_062_000 picoseconds.
		Weight::from_parts(15_484_000, 1489)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Census::Records` (r:1 w:0)
	/// Proof: `Census::Records` (`max_values`: None, `max_size`: Some(217), added: 2692, mode: `MaxEncodedLen`)
	/// Storage: `Charter::Milestones` (r:1 w:1)
	/// Proof: `Charter::Milestones` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	fn turn(d: u32, ) -> Weight {
		// Proof size in bytes: measured `640`, estimated `3682`.
		// Minimum execution time: 14_431_000 picoseconds.
		Weight::from_parts(14_822_000, 3682)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			// Provisional: one parameter each, as `amend` sets it.
			.saturating_add(Weight::from_parts(10_574_968, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(d.into())))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn amend(n: u32, p: u32, ) -> Weight {
		Weight::from_parts(55_462_437, 16604)
			.saturating_add(Weight::from_parts(32_628_287, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(10_574_968, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 11249).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 984).saturating_mul(p.into()))
	}
	fn pass(n: u32, p: u32, ) -> Weight {
		Weight::from_parts(44_948_587, 139125)
			.saturating_add(Weight::from_parts(60_237_295, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(11_508_340, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 11249).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 984).saturating_mul(p.into()))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(69_835_000, 139125)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn reject() -> Weight {
		Weight::from_parts(55_113_000, 139125)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn consent() -> Weight {
		Weight::from_parts(803_977_000, 209173)
			.saturating_add(ParityDbWeight::get().reads(49_u64))
			.saturating_add(ParityDbWeight::get().writes(40_u64))
	}
	fn veto() -> Weight {
		Weight::from_parts(311_568_000, 139125)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn enact() -> Weight {
		Weight::from_parts(1_892_802_000, 209173)
			.saturating_add(ParityDbWeight::get().reads(49_u64))
			.saturating_add(ParityDbWeight::get().writes(40_u64))
	}
	fn discard() -> Weight {
		Weight::from_parts(1_892_802_000, 209173)
			.saturating_add(ParityDbWeight::get().reads(49_u64))
			.saturating_add(ParityDbWeight::get().writes(40_u64))
	}
	fn step_down() -> Weight {
		Weight::from_parts(15_804_000, 3517)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_founder() -> Weight {
		Weight::from_parts(15_484_000, 1489)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn turn(d: u32, ) -> Weight {
		Weight::from_parts(14_822_000, 3682)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			// Provisional: one parameter each, as `amend` sets it.
			.saturating_add(Weight::from_parts(10_574_968, 0).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(d.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(d.into())))
	}
}
