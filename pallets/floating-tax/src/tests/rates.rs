// SPDX-License-Identifier: Apache-2.0
//! How rates follow votes and time.

use super::*;

#[test]
fn a_new_parcel_has_the_middle_rate() {
	build_and_execute(|| {
		MinRate::set(permille(10));
		FloatingTax::begin(7);
		assert_eq!(FloatingTax::rate(7), permille(30));
		System::assert_last_event(Event::RateSet { parcel: 7, rate: permille(30), at: START }.into());
	});
}

#[test]
fn a_rate_begins_once_with_the_first_vote_or_the_first_holder() {
	build_and_execute(|| {
		enrol(ADA, 49);
		assert_eq!((FloatingTax::rate(49), FloatingTax::accrued(49)), (permille(25), Accrual(0)));
		wait(1_000);
		assert_eq!(FloatingTax::accrued(49), Accrual(0), "nothing has begun");
		assert_ok!(FloatingTax::vote(signed(ADA), 49, Vote::Approve));
		let set = Event::RateSet { parcel: 49, rate: permille(25), at: START + 1_000 };
		System::assert_has_event(set.into());
		wait(1_000);
		let index = FloatingTax::accrued(49);
		assert_eq!(index, Accrual::over(FloatingTax::rate(49), 1_000));
		FloatingTax::begin(49);
		assert_eq!(FloatingTax::accrued(49), index, "it does not begin again");
	});
}

#[test]
fn one_angry_neighbour_moves_the_rate_by_one_eleventh_of_the_way() {
	build_and_execute(|| {
		enrol_many(1);
		assert_ok!(disapprove(ADA));
		// (10 x 2.5 % + 1 x 5 %) / 11
		let new = Perquintill::from_parts(300_000_000_000_000_000 / 11);
		assert_eq!(rate(), new);
		System::assert_last_event(
			Event::RateChanged { parcel: TAVERN, old: permille(25), new, at: START }.into(),
		);
	});
}

#[test]
fn lasting_consensus_reaches_the_bounds() {
	for (vote, bound) in [(Vote::Approve, permille(0)), (Vote::Disapprove, permille(50))] {
		build_and_execute(|| {
			let mut before = rate();
			for _ in 0..12 {
				enrol_many(90);
				for who in 1..=90 {
					assert_ok!(FloatingTax::vote(signed(who), TAVERN, vote));
				}
				assert!(rate() != before, "each season moves it");
				before = rate();
				wait(1_000);
				turn();
			}
			let off = rate().deconstruct().abs_diff(bound.deconstruct());
			assert!(off < 1_000_000, "{off} parts off {bound:?}");
		});
	}
}

#[test]
fn time_past_keeps_the_rate_it_had() {
	build_and_execute(|| {
		enrol_many(90);
		wait(YEAR);
		for who in 1..=90 {
			assert_ok!(disapprove(who));
		}
		let year = Accrual::over(permille(25), YEAR);
		assert_eq!(FloatingTax::accrued(TAVERN), year);
		let high = rate();
		wait(1_000);
		assert_eq!(FloatingTax::accrued(TAVERN), year.plus(Accrual::over(high, 1_000)));
		assert_eq!(info().index, FloatingTax::accrued(TAVERN).share());
	});
}

#[test]
fn changes_in_one_block_cost_no_time() {
	build_and_execute(|| {
		enrol_many(20);
		wait(10);
		let before = FloatingTax::accrued(TAVERN);
		for who in 1..=20 {
			assert_ok!(disapprove(who));
			assert_ok!(approve(who));
		}
		assert_eq!(FloatingTax::accrued(TAVERN), before);
	});
}

#[test]
fn a_clock_that_stands_still_or_goes_back_takes_nothing_away() {
	build_and_execute(|| {
		enrol_many(2);
		wait(5_000);
		assert_ok!(disapprove(ADA));
		let before = FloatingTax::accrued(TAVERN);
		Now::set(START);
		assert_ok!(disapprove(BEN));
		assert_eq!(FloatingTax::accrued(TAVERN), before);
		Now::set(START + 5_000);
		assert_eq!(FloatingTax::accrued(TAVERN), before, "no millisecond counts twice");
		wait(1);
		assert_eq!(FloatingTax::accrued(TAVERN), before.plus(Accrual::over(rate(), 1)));
	});
}

#[test]
fn a_parcel_of_the_genesis_accrues_from_the_first_change_on_not_from_1970() {
	build_and_execute(|| {
		Now::set(0);
		FloatingTax::begin(49);
		Now::set(START);
		assert_eq!(FloatingTax::accrued(49), Accrual(0));
		enrol(ADA, 49);
		assert_ok!(FloatingTax::vote(signed(ADA), 49, Vote::Approve));
		wait(10);
		assert_eq!(FloatingTax::accrued(49), Accrual::over(FloatingTax::rate(49), 10));
	});
}

fn is_free(parcel: ParcelId) -> bool {
	use frame_support::dispatch::CheckIfFeeless;
	RuntimeCall::from(Call::refresh { parcel }).is_feeless(&signed(ADA))
}

#[test]
fn new_bounds_apply_from_a_refresh_on_and_not_before() {
	build_and_execute(|| {
		wait(1_000);
		MaxRate::set(permille(20));
		let before = FloatingTax::accrued(TAVERN);
		assert_eq!(rate(), permille(25));
		assert!(is_free(TAVERN), "anyone can refresh a rate, even with no money");
		assert_ok!(FloatingTax::refresh(signed(ADA), TAVERN));
		assert!(!is_free(TAVERN));
		assert_eq!((rate(), FloatingTax::accrued(TAVERN)), (permille(20), before));
		assert_noop!(FloatingTax::refresh(signed(ADA), TAVERN), Error::AlreadyFresh);
		MinRate::set(permille(30));
		assert_noop!(FloatingTax::refresh(signed(ADA), TAVERN), Error::AlreadyFresh);
		assert_eq!(FloatingTax::terms().min, permille(20), "the minimum gives way to the maximum");
	});
}

#[test]
fn a_part_of_a_parcel_begins_with_the_rate_of_the_whole() {
	build_and_execute(|| {
		enrol_many(1);
		assert_ok!(disapprove(ADA));
		wait(10);
		FloatingTax::inherit(51, TAVERN);
		assert_eq!((FloatingTax::rate(51), FloatingTax::accrued(51)), (rate(), Accrual(0)));
		let before = FloatingTax::accrued(TAVERN);
		FloatingTax::inherit(TAVERN, 51);
		assert_eq!(FloatingTax::accrued(TAVERN), before, "what has begun does not begin again");
	});
}
