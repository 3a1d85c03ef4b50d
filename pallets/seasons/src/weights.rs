//! What the hook weighs.
use frame_support::weights::Weight;
/// What the hook weighs.
pub trait WeightInfo {
	/// A block within a season.
	fn on_initialize() -> Weight;
	/// The first block of a season, without what the others do then.
	fn turn() -> Weight;
}
impl WeightInfo for () {
	fn on_initialize() -> Weight {
		Weight::from_parts(10_000_000, 0)
	}
	fn turn() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}
}
/// To be generated.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn on_initialize() -> Weight {
		Weight::from_parts(10_000_000, 0)
	}
	fn turn() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}
}
