// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_polls` weigh.
// Estimated from measured calls of the same kind, until scripts/weights measures them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook weighs.
pub trait WeightInfo {
	fn lapse() -> Weight;
	fn cancel() -> Weight;
	fn nudge() -> Weight;
	fn enact() -> Weight;
	fn keep() -> Weight;
	fn postpone() -> Weight;
	fn upkeep() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn lapse() -> Weight {
		Weight::from_parts(150_000_000, 219984)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(150_000_000, 219984)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	fn nudge() -> Weight {
		Weight::from_parts(25_000_000, 3831)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	fn enact() -> Weight {
		Weight::from_parts(60_000_000, 112962)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn keep() -> Weight {
		Weight::from_parts(25_000_000, 3831)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn postpone() -> Weight {
		Weight::from_parts(60_000_000, 219984)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(8_000_000, 3517)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn lapse() -> Weight {
		Weight::from_parts(150_000_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(150_000_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn nudge() -> Weight {
		Weight::from_parts(25_000_000, 3831)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn enact() -> Weight {
		Weight::from_parts(60_000_000, 112962)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn keep() -> Weight {
		Weight::from_parts(25_000_000, 3831)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn postpone() -> Weight {
		Weight::from_parts(60_000_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(8_000_000, 3517)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
