// SPDX-License-Identifier: Apache-2.0
//! What happens when the season turns.

use super::*;
use frame_support::traits::Hooks;

fn idle(steps: u64) {
	let weight = <() as WeightInfo>::upkeep() + <() as WeightInfo>::forget() * steps;
	FloatingTax::on_idle(System::block_number(), weight);
}

/// Fifteen people vote in a season's last block, when nobody can answer any more. That made 2.5 % into 4 % for the next
/// season as long as it inherited the closing rate.
#[test]
fn votes_in_the_last_block_leave_nothing_behind() {
	build_and_execute(|| {
		wait(90 * 86_400_000);
		enrol_many(15);
		for who in 1..=15 {
			assert_ok!(disapprove(who));
		}
		assert_eq!(rate(), permille(40));
		turn();
		assert_eq!(rate(), permille(25));
		assert_eq!((info().inherited, info().approve, info().disapprove), (permille(25), 0, 0));
		assert_noop!(FloatingTax::refresh(signed(ADA), TAVERN), Error::AlreadyFresh);
	});
}

#[test]
fn a_season_inherits_the_mean_rate_of_the_last_one() {
	build_and_execute(|| {
		enrol_many(15);
		wait(3_000);
		for who in 1..=15 {
			assert_ok!(disapprove(who));
		}
		wait(1_000);
		turn();
		// 2.5 % for three quarters of the season, and 4 % for one.
		let mean = Perquintill::from_parts(28_750_000_000_000_000);
		assert_eq!((rate(), info().inherited), (mean, mean));
		let before = FloatingTax::accrued(TAVERN);
		wait(2_000);
		assert_eq!(FloatingTax::accrued(TAVERN), before.plus(Accrual::over(mean, 2_000)));
		turn();
		assert_eq!(rate(), mean, "a season without votes changes nothing");
		System::assert_last_event(Event::SeasonStarted { season: 5, at: START + 6_000 }.into());
	});
}

#[test]
fn a_large_neighbourhood_has_more_phantoms() {
	build_and_execute(|| {
		Residents::set(300);
		enrol_many(100);
		for who in 1..=100 {
			assert_ok!(disapprove(who));
		}
		// (75 x 2.5 % + 100 x 5 %) / 175, and not 4.77 %.
		assert_eq!(info().terms.phantoms, 75);
		assert_eq!(rate(), Perquintill::from_parts((75 * 25 + 100 * 50) * 1_000_000_000_000_000 / 175));
		Residents::set(39);
		assert_eq!(FloatingTax::opinion_info(49).terms.phantoms, 10);
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
