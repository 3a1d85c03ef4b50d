// SPDX-License-Identifier: Apache-2.0
//! Forgetting old seasons, in bounded steps.

use super::*;
use Vote::{Aye, Nay};

fn kept() -> (usize, usize) {
	(Votes::<Test>::iter().count(), Purses::<Test>::iter().count())
}

#[test]
fn votes_are_kept_until_nobody_can_change_them_and_then_forgotten() {
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_ok!(vote(ADA, poll, Aye(3)));
		assert_ok!(vote(BEN, poll, Nay(4)));
		assert_ok!(vote(CLEO, poll, Nay(4)));
		assert_ok!(remove(CLEO, poll));
		for _ in 0..2 {
			idle(Weight::MAX);
			assert_eq!(kept(), (2, 3));
			assert_eq!(ForgottenBefore::<Test>::get(), 0);
			next_season();
		}
		idle(Weight::MAX);
		assert_eq!(kept(), (0, 0));
		System::assert_last_event(Event::SeasonForgotten { season: 0 }.into());
		assert_eq!(ForgottenBefore::<Test>::get(), 1);
		assert_eq!(counted(poll), [3, 1, 4, 1]);
	});
}

#[test]
fn what_later_seasons_hold_is_left_alone() {
	build_and_execute(|| {
		assert_ok!(vote(ADA, submit(LAW), Aye(3)));
		next_season();
		assert_ok!(vote(ADA, submit(LAW), Aye(4)));
		next_season();
		let poll = submit(LAW);
		assert_ok!(vote(ADA, poll, Aye(5)));
		idle(Weight::MAX);
		assert_eq!(kept(), (2, 2));
		assert_eq!(left(ADA), 75);
		assert_ok!(remove(ADA, poll));
	});
}

#[test]
fn forgetting_takes_no_more_than_there_is_room_for_and_goes_on_later() {
	build_and_execute(|| {
		let poll = submit(LAW);
		for person in ADA..=PEOPLE {
			assert_ok!(vote(person, poll, Aye(1)));
		}
		next_season();
		next_season();
		let (look, step) = (<() as WeightInfo>::upkeep(), <() as WeightInfo>::forget());
		assert_eq!(idle(Weight::zero()), Weight::zero());
		assert_eq!(idle(look), look);
		assert_eq!(kept(), (10, 10));
		let room = look.saturating_add(step.saturating_mul(3));
		assert_eq!(idle(room), room);
		assert_eq!(kept(), (7, 10));
		assert_ok!(QuadraticVoting::do_try_state());
		// Seven votes, ten purses, and the season.
		for _ in 0..5 {
			idle(room);
		}
		assert_eq!(kept(), (0, 2));
		idle(room);
		assert_eq!((kept(), ForgottenBefore::<Test>::get()), ((0, 0), 1));
		assert_eq!(idle(Weight::MAX), look);
	});
}

#[test]
fn upkeep_keeps_to_its_share_of_the_idle_time() {
	build_and_execute(|| {
		assert_ok!(vote(ADA, submit(LAW), Aye(1)));
		next_season();
		next_season();
		let (look, step) = (<() as WeightInfo>::upkeep(), <() as WeightInfo>::forget());
		UpkeepWeight::set(look.saturating_add(step));
		assert_eq!(idle(Weight::MAX), look.saturating_add(step));
		assert_eq!(kept(), (0, 1));
		QuadraticVoting::integrity_test();
		UpkeepWeight::set(look);
		assert!(std::panic::catch_unwind(QuadraticVoting::integrity_test).is_err());
	});
}

#[test]
fn seasons_without_a_vote_are_passed_over() {
	build_and_execute(|| {
		(0..5).for_each(|_| turn());
		idle(Weight::MAX);
		assert_eq!(ForgottenBefore::<Test>::get(), 4);
	});
}
