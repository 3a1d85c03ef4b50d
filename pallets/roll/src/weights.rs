//! What each call and each step of upkeep weighs.
use frame_support::weights::Weight;
/// What each call and each step of upkeep weighs.
pub trait WeightInfo {
	/// An enrolment that moves an alias, without its proof.
	fn enrol() -> Weight;
	/// The test of an enrolment, with its proof.
	fn authorize_enrol() -> Weight;
	/// The commitment of a ring of `n`.
	fn build_ring(n: u32) -> Weight;
	/// The test of a request to build.
	fn authorize_build_ring() -> Weight;
	/// The test of a request to seal.
	fn authorize_seal() -> Weight;
	/// A claim met, with `m` seats changed.
	fn meet_claim(m: u32) -> Weight;
	/// One who was not seen.
	fn rest(m: u32) -> Weight;
	/// One look at a ring with gaps, with `m` seats moved.
	fn settle(m: u32) -> Weight;
	/// An alias of a season long over, with `a` accounts.
	fn forget(a: u32) -> Weight;
	/// Looking for something to do.
	fn upkeep() -> Weight;
	/// The turn of a season.
	fn turn() -> Weight;
	/// What an attestation costs the roll, for whoever calls its hook.
	fn attested() -> Weight;
}
macro_rules! bootstrap { ($t:ty $(, $g:ident)?) => { impl$(<$g: frame_system::Config>)? WeightInfo for $t {
	fn enrol() -> Weight { Weight::from_parts(400_000_000, 0) }
	fn authorize_enrol() -> Weight { Weight::from_parts(40_000_000_000, 0) }
	fn build_ring(n: u32) -> Weight { Weight::from_parts(10_000_000_000, 0).saturating_add(Weight::from_parts(1_000_000_000, 0).saturating_mul(n.into())) }
	fn authorize_build_ring() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn authorize_seal() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn meet_claim(m: u32) -> Weight { Weight::from_parts(200_000_000, 0).saturating_add(Weight::from_parts(200_000_000, 0).saturating_mul(m.into())) }
	fn rest(m: u32) -> Weight { Weight::from_parts(200_000_000, 0).saturating_add(Weight::from_parts(200_000_000, 0).saturating_mul(m.into())) }
	fn settle(m: u32) -> Weight { Weight::from_parts(400_000_000, 0).saturating_add(Weight::from_parts(30_000_000, 0).saturating_mul(m.into())) }
	fn forget(a: u32) -> Weight { Weight::from_parts(100_000_000, 0).saturating_add(Weight::from_parts(100_000_000, 0).saturating_mul(a.into())) }
	fn upkeep() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn turn() -> Weight { Weight::from_parts(100_000_000, 0) }
	fn attested() -> Weight { Weight::from_parts(100_000_000, 0) }
} } }
bootstrap!(());
/// To be generated.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
bootstrap!(SubstrateWeight<T>, T);
