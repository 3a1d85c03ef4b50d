//! What each call and each step of upkeep weighs. Not measured yet: each figure is a generous guess.

use frame_support::weights::Weight;

/// What each call and each step of upkeep weighs.
pub trait WeightInfo {
	/// A vote changed in a season that the parcel has not seen yet.
	fn vote() -> Weight;
	/// A vote taken back.
	fn withdraw() -> Weight;
	/// A rate changed by new terms.
	fn refresh() -> Weight;
	/// Looking for something to do.
	fn upkeep() -> Weight;
	/// A vote or a voter of a season that is over.
	fn forget() -> Weight;
	/// What the beginning of a rate costs, for whoever asks for it.
	fn begin() -> Weight;
}

macro_rules! guess { ($t:ty $(, $g:ident)?) => { impl$(<$g: frame_system::Config>)? WeightInfo for $t {
	fn vote() -> Weight { Weight::from_parts(400_000_000, 20_000) }
	fn withdraw() -> Weight { Weight::from_parts(400_000_000, 20_000) }
	fn refresh() -> Weight { Weight::from_parts(200_000_000, 10_000) }
	fn upkeep() -> Weight { Weight::from_parts(100_000_000, 5_000) }
	fn forget() -> Weight { Weight::from_parts(100_000_000, 5_000) }
	fn begin() -> Weight { Weight::from_parts(100_000_000, 5_000) }
} } }
guess!(());

/// To be measured.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
guess!(SubstrateWeight<T>, T);
