// SPDX-License-Identifier: Apache-2.0
//! Each invariant is checked: what breaks it is found.

use super::*;
use frame_support::traits::Polling;
use Vote::{Aye, Nay};

/// Breaks the state of a sound chain with two votes, and says what the check finds.
#[track_caller]
fn expect(message: &str, break_it: impl FnOnce(PollIndex)) {
	build().execute_with(|| {
		let poll = submit(LAW);
		assert_ok!(vote(ADA, poll, Aye(3)));
		assert_ok!(vote(BEN, poll, Nay(2)));
		assert_ok!(QuadraticVoting::do_try_state());
		break_it(poll);
		assert_eq!(QuadraticVoting::do_try_state(), Err(sp_runtime::TryRuntimeError::Other(leak(message))));
	});
}

fn leak(message: &str) -> &'static str {
	Box::leak(message.to_owned().into_boxed_str())
}

fn edit(poll: PollIndex, change: fn(&mut Tally<Test>)) {
	Referenda::access_poll(poll, |status| change(status.ensure_ongoing().expect("the poll is open").0));
}

#[test]
fn a_purse_that_is_off_is_found() {
	expect("I1: a purse is off", |_| {
		Purses::<Test>::mutate(0, secret_name(ADA), |purse| purse.spent -= 1);
	});
	expect("I1: a purse is off", |_| {
		Purses::<Test>::insert(0, secret_name(EVE), Purse { spent: 1, acts: 1 });
	});
	expect("I1: a vote has no purse", |_| Purses::<Test>::remove(0, secret_name(ADA)));
}

#[test]
fn a_tally_that_is_off_is_found() {
	expect("I2: a tally is off", |poll| edit(poll, |tally| tally.ayes += 1));
	expect("I2: a tally is off", |poll| edit(poll, |tally| tally.nays -= 1));
	expect("I2: a tally is off", |poll| edit(poll, |tally| tally.support += 1));
	expect("I2: a tally is off", |poll| edit(poll, |tally| tally.opposition += 1));
}

#[test]
fn a_vote_out_of_place_is_found() {
	expect("I3: a vote is of no vote", |poll| {
		Votes::<Test>::insert((0, secret_name(EVE), poll), Aye(0));
		Purses::<Test>::insert(0, secret_name(EVE), Purse::default());
	});
	expect("I3: a vote is under a name of the wrong kind", |poll| {
		Votes::<Test>::insert((0, Voter::Citizen(1), poll), Aye(1));
		Purses::<Test>::insert(0, Voter::Citizen(1), Purse { spent: 1, acts: 1 });
	});
	expect("I3: a vote is of another season than its poll", |poll| edit(poll, |tally| tally.season = 1));
}

#[test]
fn what_is_left_of_a_forgotten_season_is_found() {
	expect("I4: something is left of a season that is forgotten", |_| ForgottenBefore::<Test>::put(1));
}
