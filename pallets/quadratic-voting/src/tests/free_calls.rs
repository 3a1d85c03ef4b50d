// SPDX-License-Identifier: Apache-2.0
//! A vote is free exactly if it succeeds and the quota lasts.

use super::*;
use frame_support::dispatch::{CheckIfFeeless, GetDispatchInfo};
use pallet_skip_feeless_payment::SkipCheckIfFeeless;
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_runtime::{
	traits::{DispatchTransaction, Dispatchable},
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
};
use Vote::{Aye, Nay};

fn is_free(who: u64, call: Call) -> bool {
	RuntimeCall::from(call).is_feeless(&signed(who))
}

/// Ada has voted in `mine` and spent all but nineteen credits; nobody has voted in `other`, and `over` is over.
struct Scene {
	mine: PollIndex,
	other: PollIndex,
	open: PollIndex,
	over: PollIndex,
}

fn scene() -> Scene {
	let scene = Scene { mine: submit(LAW), other: submit(LAW), open: submit(JUSTICE), over: submit(LAW) };
	assert_ok!(vote(ADA, scene.mine, Aye(9)));
	assert_ok!(vote(BEN, scene.over, Aye(1)));
	assert_ok!(Referenda::cancel(RuntimeOrigin::root(), scene.over));
	scene
}

/// Calls in [`scene`], and what becomes of them.
fn table(Scene { mine, other, open, over }: Scene) -> Vec<(u64, Call, Result<(), Error>)> {
	let vote = |poll, vote| Call::vote { poll, vote };
	let remove = |poll| Call::remove_vote { poll };
	vec![
		(ballot(ADA), vote(mine, Aye(10)), Ok(())),
		(ballot(ADA), vote(mine, Nay(9)), Ok(())),
		(ballot(ADA), vote(mine, Aye(9)), Err(Error::AlreadyVotedSo)),
		(ballot(ADA), vote(mine, Aye(0)), Err(Error::NoVotes)),
		(ballot(ADA), vote(mine, Aye(11)), Err(Error::TooFewCredits)),
		(ballot(ADA), vote(other, Aye(4)), Ok(())),
		(ballot(ADA), vote(other, Aye(5)), Err(Error::TooFewCredits)),
		(ballot(ADA), vote(open, Aye(1)), Err(Error::NotCitizen)),
		(ballot(ADA), remove(mine), Ok(())),
		(ballot(ADA), remove(other), Err(Error::NotVoted)),
		(ADA, vote(open, Aye(10)), Ok(())),
		(ADA, vote(mine, Aye(1)), Err(Error::NotEnrolled)),
		(ADA, remove(open), Err(Error::NotVoted)),
		(PROPOSER, vote(open, Aye(1)), Err(Error::NotCitizen)),
		(ballot(BEN), vote(over, Nay(1)), Err(Error::NotOngoing)),
		(ballot(BEN), remove(over), Err(Error::NotOngoing)),
		(ballot(BEN), vote(99, Nay(1)), Err(Error::NotOngoing)),
	]
}

/// Runs `test` on each row of the table, each in a scene of its own.
fn for_each_row(test: impl Fn(u64, Call, Result<(), Error>)) {
	let rows = build().execute_with(|| table(scene()).len());
	for n in 0..rows {
		build_and_execute(|| {
			let (who, call, outcome) = table(scene()).swap_remove(n);
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
		assert_eq!(outcome, expected.map_err(DispatchError::from), "{call:?}");
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
fn the_last_free_vote_is_free_and_the_next_one_is_paid() {
	build_and_execute(|| {
		let poll = submit(LAW);
		let call = || Call::vote { poll, vote: Aye(1) };
		Purses::<Test>::insert(0, secret_name(ADA), Purse { spent: 0, acts: 49 });
		assert!(is_free(ballot(ADA), call()));
		Purses::<Test>::insert(0, secret_name(ADA), Purse { spent: 0, acts: 50 });
		assert!(!is_free(ballot(ADA), call()));
		assert_ok!(vote(ADA, poll, Aye(1)), ());
	});
}

#[test]
fn votes_changes_and_removals_count_and_a_new_ballot_account_brings_no_new_quota() {
	build_and_execute(|| {
		let poll = submit(LAW);
		let free = |account| QuadraticVoting::purse_info(&account, 0).map(|it| it.free_acts_left);
		assert_ok!(vote(ADA, poll, Aye(1)));
		assert_ok!(vote(ADA, poll, Aye(2)));
		assert_ok!(remove(ADA, poll));
		assert_eq!(free(ballot(ADA)), Some(47));
		enrol(ADA, 55);
		assert_eq!(free(55), Some(47));
		next_season();
		assert_eq!(QuadraticVoting::purse_info(&ballot(ADA), 1).map(|it| it.free_acts_left), Some(50));
	});
}

/// What the pool says to a transaction, with the fees of a real chain.
fn submit_to_pool(who: u64, call: Call) -> Result<(), TransactionValidityError> {
	let call = RuntimeCall::from(call);
	let fee = SkipCheckIfFeeless::<Test, _>::from(ChargeTransactionPayment::<Test>::from(0));
	let source = TransactionSource::External;
	fee.validate_only(signed(who), &call, &call.get_dispatch_info(), 100, source, 0).map(|_| ())
}

#[test]
fn past_the_quota_who_can_pay_pays_and_who_cannot_is_refused_by_the_pool() {
	build_and_execute(|| {
		let poll = submit(LAW);
		let call = || Call::vote { poll, vote: Aye(1) };
		let broke = Err(TransactionValidityError::Invalid(InvalidTransaction::Payment));
		assert_eq!(submit_to_pool(ballot(ADA), call()), Ok(()), "Ada owns nothing, and needs nothing");
		FreeVotes::set(0);
		assert_eq!(submit_to_pool(ballot(ADA), call()), broke);
		enrol(BEN, PROPOSER);
		assert_eq!(submit_to_pool(PROPOSER, call()), Ok(()), "Ben votes from an account that owns something");
		FreeVotes::set(1);
		assert_eq!(submit_to_pool(ballot(ADA), Call::vote { poll, vote: Aye(11) }), broke, "it would fail");
		assert_eq!(submit_to_pool(55, call()), broke, "not enrolled");
	});
}
