//! What the calls and each step of upkeep weigh. Not measured yet: the figures below are placeholders.
use frame_support::weights::Weight;
/// What the calls and each step of upkeep weigh.
pub trait WeightInfo {
	/// A ballot account's vote, with the test that spares its fee.
	fn vote_in_secret() -> Weight;
	/// A citizen's vote by name, with the test that spares its fee.
	fn vote_by_name() -> Weight;
	/// One entry of a season long over.
	fn forget() -> Weight;
	/// Looking for something to do.
	fn upkeep() -> Weight;
}
macro_rules! bootstrap { ($t:ty $(, $g:ident)?) => { impl$(<$g: frame_system::Config>)? WeightInfo for $t {
	fn vote_in_secret() -> Weight { Weight::from_parts(400_000_000, 0) }
	fn vote_by_name() -> Weight { Weight::from_parts(400_000_000, 0) }
	fn forget() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn upkeep() -> Weight { Weight::from_parts(50_000_000, 0) }
} } }
bootstrap!(());
/// Not measured yet.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
bootstrap!(SubstrateWeight<T>, T);
