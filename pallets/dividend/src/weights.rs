//! What the call and each hook weigh. Not measured yet: each figure is a generous guess.

use frame_support::weights::Weight;

/// What the call and each hook weigh.
pub trait WeightInfo {
	/// A claim of as many seasons as there can be.
	fn claim() -> Weight;
	/// The turn of a season.
	fn turn() -> Weight;
	/// Looking for something to do.
	fn upkeep() -> Weight;
	/// An entitlement that nobody has used.
	fn sweep() -> Weight;
	/// What an attestation costs this pallet, for whoever calls its hook.
	fn attested() -> Weight;
	/// What arriving money costs, for whoever brings it.
	fn receive() -> Weight;
}

macro_rules! guess { ($t:ty $(, $g:ident)?) => { impl$(<$g: frame_system::Config>)? WeightInfo for $t {
	fn claim() -> Weight { Weight::from_parts(1_500_000_000, 100_000) }
	fn turn() -> Weight { Weight::from_parts(400_000_000, 20_000) }
	fn upkeep() -> Weight { Weight::from_parts(100_000_000, 5_000) }
	fn sweep() -> Weight { Weight::from_parts(100_000_000, 5_000) }
	fn attested() -> Weight { Weight::from_parts(200_000_000, 10_000) }
	fn receive() -> Weight { Weight::from_parts(200_000_000, 10_000) }
} } }
guess!(());

/// To be measured.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
guess!(SubstrateWeight<T>, T);
