//! What happens when the season turns.

use super::*;
use frame_support::traits::Hooks;

fn idle(steps: u64) {
	let weight = <() as WeightInfo>::upkeep() + <() as WeightInfo>::forget() * steps;
	FloatingTax::on_idle(System::block_number(), weight);
}

#[test]
fn the_rate_does_not_jump_when_the_season_turns() {
	build_and_execute(|| {
		enrol_many(7);
		for who in 1..=7 {
			assert_ok!(disapprove(who));
		}
		let closing = rate();
		wait(1_000);
		turn();
		assert_eq!(rate(), closing);
		assert_eq!(info().rate, closing);
		assert_eq!((info().inherited, info().approve, info().disapprove), (closing, 0, 0));
		assert_noop!(FloatingTax::refresh(signed(ADA), TAVERN), Error::AlreadyFresh);
	});
}

#[test]
fn no_vote_outlives_its_season() {
	build_and_execute(|| {
		enrol_many(1);
		assert_ok!(disapprove(ADA));
		let closing = rate();
		turn();
		assert_noop!(approve(ADA), Error::NotEnrolled);
		enrol_many(1);
		assert_noop!(FloatingTax::withdraw(signed(ADA), TAVERN), Error::NotVoted);
		assert_ok!(approve(ADA));
		assert_eq!((info().approve, info().disapprove), (1, 0));
		assert_eq!(rate(), FloatingTax::terms().rate(closing, 1, 0));
	});
}

#[test]
fn a_parcel_untouched_for_seasons_has_the_same_index_as_one_touched_at_each_turn() {
	build_and_execute(|| {
		FloatingTax::begin(49);
		enrol_many(1);
		for parcel in [49, TAVERN] {
			assert_ok!(FloatingTax::vote(signed(ADA), parcel, Vote::Disapprove));
		}
		for _ in 0..5 {
			wait(777_777);
			turn();
			enrol_many(1);
			assert_ok!(FloatingTax::vote(signed(ADA), 49, Vote::Approve));
			assert_ok!(FloatingTax::withdraw(signed(ADA), 49));
		}
		assert_eq!(FloatingTax::accrued(49), FloatingTax::accrued(TAVERN));
		assert_eq!(FloatingTax::rate(49), rate());
	});
}

#[test]
fn votes_of_seasons_that_are_over_are_forgotten_in_bounded_steps() {
	build_and_execute(|| {
		enrol_many(3);
		for who in 1..=3 {
			assert_ok!(approve(who));
		}
		idle(100);
		assert_eq!(Votes::<Test>::iter().count(), 3, "the season is not over");
		turn();
		idle(2);
		assert_eq!(Votes::<Test>::iter().count(), 1);
		assert_ok!(FloatingTax::do_try_state());
		// The last vote, three voters, and two looks that find nothing more.
		idle(5);
		assert_eq!((Voters::<Test>::iter().count(), ForgottenBefore::<Test>::get()), (0, 3));
		idle(2);
		assert_eq!(ForgottenBefore::<Test>::get(), 4);
		System::assert_last_event(Event::VotesForgotten { season: 3 }.into());
		FloatingTax::on_idle(System::block_number(), Weight::zero());
	});
}
