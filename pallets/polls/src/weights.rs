// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_polls` weigh.
//!
//! Written by scripts/weights on 2026-11-26 with 20 steps and 10 repetitions. Do not edit.
// Measured by scripts/weights on Intel(R) Xeon(R) Processor, 2 cores, 24 GiB.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook weighs.
pub trait WeightInfo {
	fn lapse() -> Weight;
	fn cancel() -> Weight;
	fn nudge() -> Weight;
	fn enact() -> Weight;
	fn keep() -> Weight;
	fn postpone() -> Weight;
	fn upkeep() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Polls::Watched` (r:1 w:1)
	/// Proof: `Polls::Watched` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Polls::Open` (r:1 w:1)
	/// Proof: `Polls::Open` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn lapse() -> Weight {
		// Proof size in bytes: measured `1900`, estimated `219984`.
		// Minimum execution time: 283_147_000 picoseconds.
		Weight::from_parts(484_620_000, 219984)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:1)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:2 w:2)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Polls::Watched` (r:1 w:1)
	/// Proof: `Polls::Watched` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Polls::Open` (r:1 w:1)
	/// Proof: `Polls::Open` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Retries` (r:0 w:1)
	/// Proof: `Scheduler::Retries` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Proof size in bytes: measured `1153`, estimated `219984`.
		// Minimum execution time: 197_555_000 picoseconds.
		Weight::from_parts(354_079_000, 219984)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:0)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn nudge() -> Weight {
		// Proof size in bytes: measured `563`, estimated `3828`.
		// Minimum execution time: 17_132_000 picoseconds.
		Weight::from_parts(20_072_000, 3828)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Polls::Waiting` (r:1 w:1)
	/// Proof: `Polls::Waiting` (`max_values`: None, `max_size`: Some(197), added: 2672, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Lookup` (r:1 w:1)
	/// Proof: `Scheduler::Lookup` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Scheduler::Agenda` (r:1 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	fn enact() -> Weight {
		// Proof size in bytes: measured `346`, estimated `110487`.
		// Minimum execution time: 62_712_000 picoseconds.
		Weight::from_parts(90_232_000, 110487)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Referenda::ReferendumInfoFor` (r:1 w:0)
	/// Proof: `Referenda::ReferendumInfoFor` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::StatusFor` (r:1 w:0)
	/// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Preimage::RequestStatusFor` (r:1 w:1)
	/// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Polls::Watched` (r:1 w:1)
	/// Proof: `Polls::Watched` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn keep() -> Weight {
		// Proof size in bytes: measured `894`, estimated `3828`.
		// Minimum execution time: 68_265_000 picoseconds.
		Weight::from_parts(126_980_000, 3828)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Scheduler::Agenda` (r:2 w:1)
	/// Proof: `Scheduler::Agenda` (`max_values`: None, `max_size`: Some(107022), added: 109497, mode: `MaxEncodedLen`)
	fn postpone() -> Weight {
		// Proof size in bytes: measured `7247`, estimated `219984`.
		// Minimum execution time: 214_967_000 picoseconds.
		Weight::from_parts(231_265_000, 219984)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Polls::LastLook` (r:1 w:0)
	/// Proof: `Polls::LastLook` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Polls::Watched` (r:1 w:0)
	/// Proof: `Polls::Watched` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn upkeep() -> Weight {
		// Proof size in bytes: measured `45`, estimated `3515`.
		// Minimum execution time: 7_504_000 picoseconds.
		Weight::from_parts(11_573_000, 3515)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn lapse() -> Weight {
		Weight::from_parts(484_620_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(354_079_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn nudge() -> Weight {
		Weight::from_parts(20_072_000, 3828)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn enact() -> Weight {
		Weight::from_parts(90_232_000, 110487)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn keep() -> Weight {
		Weight::from_parts(126_980_000, 3828)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn postpone() -> Weight {
		Weight::from_parts(231_265_000, 219984)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn upkeep() -> Weight {
		Weight::from_parts(11_573_000, 3515)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
}
