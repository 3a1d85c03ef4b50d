//! What the calls and the hook of `pallet_charter` weigh.
//!
//! Not measured yet: estimates, to be replaced by scripts/weights.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::weights::Weight;

/// What each call and hook weighs.
pub trait WeightInfo {
	/// An amendment of `n` articles and `p` parameters that is law at once.
	fn amend(n: u32, p: u32) -> Weight;
	/// An amendment of `n` articles and `p` parameters that waits.
	fn pass(n: u32, p: u32) -> Weight;
	fn withdraw() -> Weight;
	fn reject() -> Weight;
	fn consent() -> Weight;
	fn veto() -> Weight;
	fn enact() -> Weight;
	fn discard() -> Weight;
	fn step_down() -> Weight;
	fn remove_founder() -> Weight;
	fn turn() -> Weight;
}

/// So much, and so much more for each article and parameter.
const fn estimate(base: u64, n: u32, p: u32) -> Weight {
	let each = (n as u64).saturating_mul(150_000_000).saturating_add((p as u64).saturating_mul(60_000_000));
	Weight::from_parts(base.saturating_add(each), 0)
}

macro_rules! estimates {
	($what:ty $(, $generic:ident)?) => {
		impl$(<$generic: frame_system::Config>)? WeightInfo for $what {
			fn amend(n: u32, p: u32) -> Weight {
				estimate(300_000_000, n, p)
			}
			fn pass(n: u32, p: u32) -> Weight {
				estimate(500_000_000, n, p)
			}
			fn withdraw() -> Weight {
				estimate(200_000_000, 0, 0)
			}
			fn reject() -> Weight {
				estimate(200_000_000, 0, 0)
			}
			fn consent() -> Weight {
				estimate(500_000_000, 16, 16)
			}
			fn veto() -> Weight {
				estimate(300_000_000, 0, 0)
			}
			fn enact() -> Weight {
				estimate(500_000_000, 32, 32)
			}
			fn discard() -> Weight {
				estimate(300_000_000, 0, 0)
			}
			fn step_down() -> Weight {
				estimate(100_000_000, 0, 0)
			}
			fn remove_founder() -> Weight {
				estimate(100_000_000, 0, 0)
			}
			fn turn() -> Weight {
				estimate(100_000_000, 0, 0)
			}
		}
	};
}

/// What is estimated, for a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
estimates!(SubstrateWeight<T>, T);
// The same, for tests.
estimates!(());
