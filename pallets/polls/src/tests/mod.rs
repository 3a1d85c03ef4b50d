// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, by topic.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

mod agenda;
mod invariants;
mod open;
mod properties;
mod texts;
mod window;

type Error = crate::Error<Test>;
type Call = crate::Call<Test>;
type Event = crate::Event<Test>;

/// What an account has on deposit.
fn deposited(who: u64) -> u64 {
	Balances::reserved_balance(who)
}

/// How often an event was emitted.
fn emitted(matches: impl Fn(&Event) -> bool) -> usize {
	let ours = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Polls(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().filter_map(ours).filter(matches).count()
}
