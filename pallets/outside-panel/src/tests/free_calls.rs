// SPDX-License-Identifier: Apache-2.0
//! A vote is free exactly if it succeeds and the quota lasts.

use super::*;
use frame_support::dispatch::CheckIfFeeless;
use sp_runtime::traits::Dispatchable;

fn is_free(who: u64, call: Call) -> bool {
	RuntimeCall::from(call).is_feeless(&signed(who))
}

/// Calls in a scene with a panel whose first member has voted, and what becomes of them.
fn table() -> Vec<(u64, Call, Result<(), Error>)> {
	let (poll, members, other) = with_panel();
	let late = decide_at(33);
	assert_ok!(vote(members[0], poll, Aye));
	let vote = |poll, side| Call::vote { poll, side };
	let remove = |poll| Call::remove_vote { poll };
	vec![
		(members[0], vote(poll, Nay), Ok(())),
		(members[0], vote(poll, Aye), Err(Error::AlreadyVotedSo)),
		(members[0], remove(poll), Ok(())),
		(members[1], vote(poll, Aye), Ok(())),
		(members[1], remove(poll), Err(Error::NotVoted)),
		(members[1], vote(late, Aye), Err(Error::TooEarlyToVote)),
		(members[1], vote(99, Aye), Err(Error::NotDeciding)),
		(other, vote(poll, Aye), Err(Error::NotDrawn)),
		(other, Call::leave {}, Ok(())),
		(PROPOSER, vote(poll, Aye), Err(Error::NotResident)),
		(PROPOSER, Call::leave {}, Err(Error::NotResident)),
		(PROPOSER, Call::retire { poll }, Err(Error::NothingToRetire)),
	]
}

/// Runs `test` on each row of the table, each in a scene of its own.
fn for_each_row(test: impl Fn(u64, Call, Result<(), Error>)) {
	let rows = build().execute_with(|| table().len());
	for n in 0..rows {
		build_and_execute(|| {
			let (who, call, outcome) = table().swap_remove(n);
			test(who, call, outcome);
		});
	}
}

#[test]
fn what_succeeds_is_free_and_what_fails_never_is() {
	for_each_row(|who, call, expected| {
		assert_eq!(is_free(who, call.clone()), expected.is_ok(), "{who} calls {call:?}");
		let outcome = RuntimeCall::from(call.clone()).dispatch(signed(who));
		let outcome = outcome.map(|_| ()).map_err(|it| it.error);
		assert_eq!(outcome, expected.map_err(Into::into), "{call:?}");
	});
}

#[test]
fn to_ask_whether_a_call_is_free_changes_nothing() {
	for_each_row(|who, call, _| {
		let before = sp_io::storage::root(Default::default());
		is_free(who, call);
		assert_eq!(sp_io::storage::root(Default::default()), before);
	});
}

#[test]
fn no_call_is_free_for_whoever_does_not_sign() {
	for_each_row(|_, call, _| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert!(!RuntimeCall::from(call.clone()).is_feeless(&origin), "{call:?}");
		}
	});
}

#[test]
fn the_registrar_pays() {
	build_and_execute(|| {
		register(2);
		let enter = Call::register { account: 1, evidence: evidence(1) };
		assert!(!is_free(REGISTRAR, enter));
		assert!(!is_free(REGISTRAR, Call::remove { account: 2 }));
	});
}

#[test]
fn each_poll_has_its_quota_and_removals_count() {
	build_and_execute(|| {
		register_many(1, 3);
		run_to(13);
		let (poll, other) = (propose(), propose());
		run_to(30);
		let call = |poll, side| Call::vote { poll, side };
		assert_ok!(vote(1, poll, Aye));
		assert_ok!(OutsidePanel::remove_vote(signed(1), poll));
		assert_ok!(vote(1, poll, Aye));
		assert!(is_free(1, call(poll, Nay)), "the fourth");
		assert_ok!(vote(1, poll, Nay));
		assert!(!is_free(1, call(poll, Aye)), "the fifth");
		assert!(is_free(1, call(other, Aye)));
		assert!(is_free(2, call(poll, Aye)));
		assert_ok!(vote(1, poll, Aye));
		assert_eq!(OutsidePanel::seat_info(&1, poll).map(|it| it.free_acts_left), Some(0));
	});
}
