//! What the calls of `pallet_offices` weigh. Not measured yet.
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

pub trait WeightInfo {
	fn appoint() -> Weight;
}

pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn appoint() -> Weight {
		Weight::from_parts(20_000_000, 3_525).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}
}

impl WeightInfo for () {
	fn appoint() -> Weight {
		Weight::from_parts(20_000_000, 3_525)
	}
}
