//! What each call weighs.
use frame_support::weights::Weight;
/// What each call weighs.
pub trait WeightInfo {
	fn apply() -> Weight;
	fn withdraw_application() -> Weight;
	fn sponsor() -> Weight;
	fn withdraw_sponsorship() -> Weight;
	fn vouch() -> Weight;
	fn withdraw_vouch() -> Weight;
	fn challenge() -> Weight;
	fn rule() -> Weight;
	fn close_application() -> Weight;
	fn admit() -> Weight;
	fn renounce() -> Weight;
	fn suspend() -> Weight;
	fn reinstate() -> Weight;
	fn revoke() -> Weight;
	fn rotate() -> Weight;
	fn replace_roll_key() -> Weight;
	fn lapse_challenge() -> Weight;
}
macro_rules! bootstrap { ($t:ty $(, $g:ident)?) => { impl$(<$g: frame_system::Config>)? WeightInfo for $t {
	fn apply() -> Weight { Weight::from_parts(2_000_000_000, 0) }
	fn withdraw_application() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn sponsor() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn withdraw_sponsorship() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn vouch() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn withdraw_vouch() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn challenge() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn rule() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn close_application() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn admit() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn renounce() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn suspend() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn reinstate() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn revoke() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn rotate() -> Weight { Weight::from_parts(200_000_000, 0) }
	fn replace_roll_key() -> Weight { Weight::from_parts(2_000_000_000, 0) }
	fn lapse_challenge() -> Weight { Weight::from_parts(200_000_000, 0) }
} } }
bootstrap!(());
/// To be generated.
pub struct SubstrateWeight<T>(core::marker::PhantomData<T>);
bootstrap!(SubstrateWeight<T>, T);
