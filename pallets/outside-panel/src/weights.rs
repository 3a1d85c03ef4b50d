//! What the calls and the hook weigh. Not measured yet: the figures below are placeholders.
use frame_support::weights::Weight;
/// What the calls and the hook weigh.
pub trait WeightInfo {
	/// A registration.
	fn register() -> Weight;
	/// A removal by the registrar.
	fn remove() -> Weight;
	/// A removal by the resident, with the test that spares its fee.
	fn leave() -> Weight;
	/// A panel's first vote, with the test that spares its fee.
	fn vote() -> Weight;
	/// A vote taken back, with the test that spares its fee.
	fn remove_vote() -> Weight;
	/// The end of a panel with `n` votes, with the test that spares its fee.
	fn retire(n: u32) -> Weight;
	/// A block in which no lots are drawn.
	fn on_initialize() -> Weight;
	/// A block in which lots are drawn.
	fn draw() -> Weight;
}
macro_rules! bootstrap { ($t:ty $(, $g:ident)?) => { impl$(<$g: frame_system::Config>)? WeightInfo for $t {
	fn register() -> Weight { Weight::from_parts(300_000_000, 0) }
	fn remove() -> Weight { Weight::from_parts(300_000_000, 0) }
	fn leave() -> Weight { Weight::from_parts(300_000_000, 0) }
	fn vote() -> Weight { Weight::from_parts(900_000_000, 0) }
	fn remove_vote() -> Weight { Weight::from_parts(600_000_000, 0) }
	fn retire(n: u32) -> Weight { Weight::from_parts(200_000_000, 0).saturating_add(Weight::from_parts(100_000_000, 0).saturating_mul(n.into())) }
	fn on_initialize() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn draw() -> Weight { Weight::from_parts(300_000_000, 0) }
} } }
bootstrap!(());
/// Not measured yet.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
bootstrap!(SubstrateWeight<T>, T);
