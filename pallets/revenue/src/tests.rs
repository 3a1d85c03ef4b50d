// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, one rule a test.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use sp_runtime::traits::BadOrigin;

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

fn bowl() -> Balance {
	Balances::balance(&Bowl::get()) - MINIMUM
}

#[test]
fn half_is_everybodys_three_tenths_the_treasurys_and_the_rest_the_territorys() {
	build_and_execute(|| {
		collect(4, 1_009);
		assert_eq!((bowl(), Balances::balance(&Treasury::get()), Purse::purse(4)), (504, 302, 203));
		System::assert_last_event(
			Event::Split { territory: 4, total: 1_009, dividend: 504, treasury: 302, purse: 203 }.into(),
		);
		collect(5, 10);
		assert_eq!((Purse::purse(4), Purse::purse(5)), (203, 2));
		let totals = Totals { collected: 1_019, dividend: 509, treasury: 305, purses: 205 };
		assert_eq!(Purse::totals(), totals);
	});
}

#[test]
fn a_treasury_that_does_not_exist_yet_loses_nothing() {
	build_and_execute(|| {
		collect(4, 30);
		assert_eq!((Balances::balance(&Treasury::get()), Waiting::<Test>::get()), (0, 9));
		collect(4, 4);
		assert_eq!((Balances::balance(&Treasury::get()), Waiting::<Test>::get()), (10, 0));
	});
}

#[test]
fn a_single_unit_is_the_territorys() {
	build_and_execute(|| {
		collect(4, 1);
		assert_eq!((bowl(), Waiting::<Test>::get(), Purse::purse(4)), (0, 0, 1));
		collect(4, 0);
		assert_eq!(Purse::totals().collected, 1);
	});
}

#[test]
fn parts_above_the_whole_leave_nothing_to_the_later_ones() {
	build_and_execute(|| {
		DividendPart::set(Perquintill::from_percent(80));
		collect(4, 1_000);
		assert_eq!((bowl(), Balances::balance(&Treasury::get()), Purse::purse(4)), (800, 200, 0));
	});
}

#[test]
fn a_purse_is_spent_by_whom_the_charter_names_and_no_further_than_it_goes() {
	build_and_execute(|| {
		collect(4, 1_000);
		collect(5, 1_000);
		let spend = |origin, amount| Purse::spend(origin, 4, 7, amount);
		assert_noop!(spend(RuntimeOrigin::signed(ADA), 50), BadOrigin);
		assert_noop!(spend(RuntimeOrigin::none(), 50), BadOrigin);
		assert_noop!(spend(RuntimeOrigin::root(), 201), Error::PurseTooLow);
		assert_noop!(spend(RuntimeOrigin::root(), Balance::MAX), Error::PurseTooLow);
		assert_noop!(Purse::spend(RuntimeOrigin::root(), 9, 7, 1), Error::PurseTooLow);
		// Nobody's account can exist with so little.
		let too_little = sp_runtime::TokenError::BelowMinimum;
		assert_noop!(spend(RuntimeOrigin::root(), MINIMUM - 1), too_little);
		assert_ok!(spend(RuntimeOrigin::root(), 150));
		System::assert_last_event(Event::Spent { territory: 4, beneficiary: 7, amount: 150 }.into());
		assert_ok!(spend(RuntimeOrigin::root(), 50));
		assert!(!Purses::<Test>::contains_key(4));
		assert_eq!((Balances::balance(&7), Purse::purse(5)), (200, 200));
	});
}

#[test]
fn each_invariant_notices_when_its_rule_is_broken() {
	let complaint = |breakage: fn()| -> &'static str {
		build().execute_with(|| {
			collect(4, 1_000);
			breakage();
			Purse::do_try_state().expect_err("the breakage is noticed").into()
		})
	};
	let i1 = "I1: what is in the purses is not there";
	assert_eq!(complaint(|| Purses::<Test>::mutate(4, |purse| *purse += 1)), i1);
	assert_eq!(complaint(|| Waiting::<Test>::put(1)), i1);
	let i2 = "I2: the parts are not the whole";
	assert_eq!(complaint(|| Collected::<Test>::mutate(|it| it.treasury += 1)), i2);
}

proptest! {
	#[test]
	fn the_parts_sum_to_the_whole_whatever_they_are(
		amounts in prop::collection::vec((0..3u32, 0..1_000_000_000u128), 1..20),
		dividend in 0..=1_000_000_000_000_000_000u64,
		treasury in 0..=1_000_000_000_000_000_000u64,
	) {
		build_and_execute(|| {
			DividendPart::set(Perquintill::from_parts(dividend));
			TreasuryPart::set(Perquintill::from_parts(treasury));
			for (territory, amount) in &amounts {
				collect(*territory, *amount);
			}
			let whole: Balance = amounts.iter().map(|(_, amount)| amount).sum();
			let purses: Balance = Purses::<Test>::iter_values().sum();
			let treasury = Balances::balance(&Treasury::get()) + Waiting::<Test>::get();
			assert_eq!(bowl() + treasury + purses, whole);
			assert_eq!(Purse::totals().collected, whole);
		});
	}
}
