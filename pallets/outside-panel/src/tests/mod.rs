// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, by topic.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use Side::{Aye, Nay};

mod drawing;
mod free_calls;
mod invariants;
mod properties;
mod registering;
mod retiring;
mod voting;

type Error = crate::Error<Test>;
type Call = crate::Call<Test>;
type Event = crate::Event<Test>;

/// Votes as a panel member.
fn vote(account: u64, poll: PollIndex, side: Side) -> DispatchResult {
	OutsidePanel::vote(signed(account), poll, side)
}

/// The accounts on the panel of a poll, in order of their seats.
fn members(poll: PollIndex) -> Vec<u64> {
	OutsidePanel::members_info(poll, 0, u32::MAX).into_iter().map(|(_, account)| account).collect()
}

/// A poll with a panel of five out of twenty residents, whose accounts are from 1 on, and somebody who is not on it.
///
/// The register is open in block 10, the deciding begins in block 15, the randomness is collected from block 20 on
/// and known in block 30.
fn with_panel() -> (PollIndex, Vec<u64>, u64) {
	register_many(1, 20);
	let poll = decide_at(15);
	run_to(30);
	let members = members(poll);
	assert_eq!(members.len(), 5);
	let other = (1..=20).find(|it| !members.contains(it)).expect("most are not on it");
	(poll, members, other)
}
