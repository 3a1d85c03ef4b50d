//! What the calls and hooks of `pallet_validators` weigh.
//!
//! Estimated from the number of reads, writes and signatures; scripts/weights replaces this file by what it measures.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook weighs.
pub trait WeightInfo {
	fn stand() -> Weight;
	fn withdraw() -> Weight;
	fn approve(n: u32) -> Weight;
	fn release() -> Weight;
	fn elect(n: u32) -> Weight;
	fn punish() -> Weight;
	fn note_author() -> Weight;
}

/// The estimates, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn stand() -> Weight {
		Weight::from_parts(400_000_000, 31200)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(150_000_000, 31200)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	fn approve(n: u32) -> Weight {
		Weight::from_parts(220_000_000, 57200)
			.saturating_add(Weight::from_parts(14_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(51_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().writes(3_u64).saturating_mul(n.into()))
	}
	fn release() -> Weight {
		Weight::from_parts(100_000_000, 20800)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	fn elect(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 20800)
			.saturating_add(Weight::from_parts(15_000_000, 7800).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().reads(3_u64).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().writes(2_u64).saturating_mul(n.into()))
	}
	fn punish() -> Weight {
		Weight::from_parts(150_000_000, 36400)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	fn note_author() -> Weight {
		Weight::from_parts(8_000_000, 5200)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn stand() -> Weight {
		Weight::from_parts(400_000_000, 31200)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(150_000_000, 31200)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn approve(n: u32) -> Weight {
		Weight::from_parts(220_000_000, 57200)
			.saturating_add(Weight::from_parts(14_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(22_u64))
			.saturating_add(ParityDbWeight::get().writes(51_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().writes(3_u64).saturating_mul(n.into()))
	}
	fn release() -> Weight {
		Weight::from_parts(100_000_000, 20800)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn elect(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 20800)
			.saturating_add(Weight::from_parts(15_000_000, 7800).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().reads(3_u64).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().writes(2_u64).saturating_mul(n.into()))
	}
	fn punish() -> Weight {
		Weight::from_parts(150_000_000, 36400)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn note_author() -> Weight {
		Weight::from_parts(8_000_000, 5200)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
