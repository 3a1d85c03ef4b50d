// SPDX-License-Identifier: Apache-2.0
//! How many polls a citizen has open.

use super::*;
use frame_support::traits::StorePreimage;

fn remark() -> BoundedCallOf<Test, ()> {
	Preimage::bound(frame_system::Call::remark { remark: vec![] }.into()).expect("it is short")
}

/// One more poll of this citizen is refused. The referenda pallet cannot say why; wallets ask beforehand.
fn refused(who: u64) {
	assert_noop!(try_submit(who, remark()), sp_runtime::DispatchError::BadOrigin);
	let citizen = CitizenId::try_from(who).expect("citizens have small numbers");
	assert_noop!(Polls::check_submission(citizen), Error::TooManyOpenPolls);
}

#[test]
fn of_any_number_of_submissions_by_a_citizen_three_succeed() {
	build_and_execute(|| {
		let submitted = (0..520).filter(|_| try_submit(ADA, remark()).is_ok()).count();
		assert_eq!(submitted, 3);
		refused(ADA);
		assert_eq!(deposited(ADA), 3);
		assert_ok!(try_submit(BEN, remark()));
		assert_eq!(Polls::open_polls_of(1), [0, 1, 2]);
	});
}

#[test]
fn a_poll_that_is_over_makes_room_however_it_ended() {
	build_and_execute(|| {
		let [first, ..] = [propose(ADA), submit(ADA), submit(ADA)];
		assert_ok!(vote(first, 10, 0));
		refused(ADA);
		run(PREPARE + CONFIRM);
		assert_eq!(outcome(first), "approved");
		assert_ok!(try_submit(ADA, remark()));
		refused(ADA);
		run(UNDECIDED);
		assert_eq!(outcome(1), "timed out");
		for _ in 0..3 {
			assert_ok!(Polls::check_submission(1));
			assert_ok!(try_submit(ADA, remark()));
		}
		refused(ADA);
		assert_eq!(Polls::open_polls_of(1), [4, 5, 6]);
	});
}

#[test]
fn a_submission_that_fails_is_not_counted() {
	build_and_execute(|| {
		// Nobody has given this account a token.
		assert!(try_submit(500, remark()).is_err());
		assert_eq!(Open::<Test>::iter().count() + Watched::<Test>::iter().count(), 0);
	});
}

#[test]
fn the_limit_is_what_the_parameter_says_and_never_more_than_the_list_holds() {
	build_and_execute(|| {
		Allowed::set(1);
		assert_ok!(try_submit(ADA, remark()));
		refused(ADA);
		Allowed::set(1_000);
		let submitted = (0..50).filter(|_| try_submit(BEN, remark()).is_ok()).count();
		assert_eq!(submitted, MAX_OPEN_POLLS as usize);
	});
}

#[test]
fn upkeep_leaves_nothing_of_polls_that_are_over() {
	build_and_execute(|| {
		(10..30).for_each(|who| {
			submit(who);
		});
		let open = submit(ADA);
		assert_eq!(Watched::<Test>::iter().count(), 21);
		for poll in 0..20 {
			assert_ok!(Referenda::kill(RuntimeOrigin::root(), poll));
		}
		(0..4).for_each(|_| {
			idle();
		});
		assert_eq!(Watched::<Test>::iter_keys().collect::<Vec<_>>(), [open]);
		assert_eq!(Open::<Test>::iter_keys().collect::<Vec<_>>(), [1]);
	});
}

#[test]
fn upkeep_takes_no_more_than_it_is_given() {
	build_and_execute(|| {
		let killed = submit(ADA);
		assert_ok!(Referenda::kill(RuntimeOrigin::root(), killed));
		let base = <() as WeightInfo>::upkeep();
		assert_eq!(Polls::on_idle(1, Weight::zero()), Weight::zero());
		assert_eq!(Polls::on_idle(1, base), base);
		assert!(Watched::<Test>::contains_key(killed));
		let step = base.saturating_add(<() as WeightInfo>::lapse());
		assert_eq!(Polls::on_idle(1, step), step);
		assert!(!Watched::<Test>::contains_key(killed));
	});
}
