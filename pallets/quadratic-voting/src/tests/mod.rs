// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, by topic.

use crate::{mock::*, *};
use frame_support::{assert_err, assert_noop, assert_ok};

mod by_name;
mod casting;
mod forgetting;
mod free_calls;
mod in_secret;
mod invariants;
mod polls;
mod properties;

type Error = crate::Error<Test>;
type Call = crate::Call<Test>;
type Event = crate::Event<Test>;

/// Votes with the account that a person has enrolled this season.
fn vote(person: u64, poll: PollIndex, vote: Vote) -> DispatchResult {
	QuadraticVoting::vote(signed(ballot(person)), poll, vote)
}

/// Takes it back.
fn remove(person: u64, poll: PollIndex) -> DispatchResult {
	QuadraticVoting::remove_vote(signed(ballot(person)), poll)
}

/// What a person can still spend on secret polls of this season.
fn left(person: u64) -> u64 {
	let purse = QuadraticVoting::purse_info(&ballot(person), CurrentSeason::get());
	purse.expect("the person is enrolled").left
}

/// Votes and voters for, votes and voters against.
fn counted(poll: PollIndex) -> [u64; 4] {
	let tally = tally(poll);
	[tally.ayes, tally.support.into(), tally.nays, tally.opposition.into()]
}

/// The name under which a person votes in this season's secret polls.
fn secret_name(person: u64) -> Voter {
	Voter::Alias(alias(person, civitas_primitives::Context::Nation))
}
