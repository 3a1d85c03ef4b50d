//! What each call and the hook weigh. Not measured yet: each figure is a generous guess.

use frame_support::weights::Weight;

/// What each call and the hook weigh.
pub trait WeightInfo {
	fn accept() -> Weight;
	fn assess() -> Weight;
	fn fund() -> Weight;
	fn withdraw() -> Weight;
	fn bid() -> Weight;
	fn defend() -> Weight;
	fn close() -> Weight;
	fn foreclose() -> Weight;
	fn buy() -> Weight;
	fn relinquish() -> Weight;
	fn offer() -> Weight;
	fn release() -> Weight;
	fn claim() -> Weight;
	fn on_initialize() -> Weight;
	/// What a registration costs this pallet, for whoever calls its hook.
	fn registered() -> Weight;
}

macro_rules! guess { ($t:ty $(, $g:ident)?) => { impl$(<$g: frame_system::Config>)? WeightInfo for $t {
	fn accept() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn assess() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn fund() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn withdraw() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn bid() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn defend() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn close() -> Weight { Weight::from_parts(1_500_000_000, 50_000) }
	fn foreclose() -> Weight { Weight::from_parts(1_500_000_000, 50_000) }
	fn buy() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn relinquish() -> Weight { Weight::from_parts(1_000_000_000, 50_000) }
	fn offer() -> Weight { Weight::from_parts(200_000_000, 10_000) }
	fn release() -> Weight { Weight::from_parts(1_500_000_000, 50_000) }
	fn claim() -> Weight { Weight::from_parts(400_000_000, 20_000) }
	fn on_initialize() -> Weight { Weight::from_parts(100_000_000, 5_000) }
	fn registered() -> Weight { Weight::from_parts(100_000_000, 5_000) }
} } }
guess!(());

/// To be measured.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
guess!(SubstrateWeight<T>, T);
