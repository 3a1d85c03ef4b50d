//! What the call and the hook weigh.
use frame_support::weights::Weight;
/// What the call and the hook weigh.
pub trait WeightInfo {
	/// One attestation.
	fn attest() -> Weight;
	/// The turn of a season.
	fn close_season() -> Weight;
}
impl WeightInfo for () {
	fn attest() -> Weight {
		Weight::from_parts(100_000_000, 0)
	}
	fn close_season() -> Weight {
		Weight::from_parts(100_000_000, 0)
	}
}
/// To be generated.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn attest() -> Weight {
		Weight::from_parts(100_000_000, 0)
	}
	fn close_season() -> Weight {
		Weight::from_parts(100_000_000, 0)
	}
}
