// SPDX-License-Identifier: Apache-2.0
//! The charge, to the last unit.

use super::*;

/// Touches the house.
fn touch() {
	assert_ok!(Harberger::fund(signed(ADA), HOUSE, 0));
}

#[test]
fn a_year_costs_the_rate_in_one_step_or_in_many() {
	build_and_execute(|| {
		settle_in();
		wait(YEAR);
		assert_eq!(info().due, 50_000);
		touch();
		assert_eq!((revenue(), house().escrow), (50_000, ESCROW - 50_000));
		System::assert_last_event(
			Event::Charged {
				parcel: HOUSE,
				holder: ADA,
				amount: 50_000,
				surcharge: 0,
				arrears: 0,
				paid: house().paid,
			}
			.into(),
		);
	});
	build_and_execute(|| {
		settle_in();
		for _ in 0..365 {
			wait(DAY);
			touch();
		}
		// 136.98… a day, rounded up each time.
		assert_eq!(revenue(), 137 * 365);
	});
}

#[test]
fn touches_in_one_block_cost_nothing_and_neither_does_a_clock_that_stands_still() {
	build_and_execute(|| {
		settle_in();
		wait(1);
		touch();
		assert_eq!(revenue(), 1, "a part of a unit is a unit");
		touch();
		wait(0);
		touch();
		assert_eq!(revenue(), 1);
	});
}

#[test]
fn a_new_base_rate_counts_from_the_block_after_which_it_was_decided() {
	build_and_execute(|| {
		settle_in();
		wait(YEAR);
		BaseRate::set(Perquintill::from_percent(7));
		assert_eq!(info().due, 50_000, "time past keeps its rate");
		assert_eq!(info().rate, RATE);
		Harberger::on_initialize(System::block_number() + 1);
		let (old, new) = (Perquintill::from_percent(2), Perquintill::from_percent(7));
		let at = START + YEAR;
		System::assert_last_event(Event::BaseRateChanged { old, new, at }.into());
		assert_eq!(info().due, 50_000);
		wait(YEAR / 10);
		assert_eq!(info().due, 50_000 + 10_000);
	});
}

#[test]
fn nothing_accrues_before_the_clock_ticks() {
	build_and_execute(|| {
		Base::<Test>::kill();
		Now::set(0);
		Harberger::on_initialize(1);
		assert_eq!(Base::<Test>::get().rate, Perquintill::from_percent(2));
		Now::set(START);
		assert_eq!(Base::<Test>::get().read(START), Accrual(0));
		Harberger::on_initialize(2);
		assert_eq!(Base::<Test>::get().read(START + YEAR).due_on(100), 2);
	});
}

#[test]
fn the_floating_part_is_charged_piece_by_piece() {
	build_and_execute(|| {
		settle_in();
		wait(YEAR / 2);
		float(HOUSE, Perquintill::zero());
		wait(YEAR / 2);
		assert_eq!(info().due, 25_000 + 10_000);
	});
}

#[test]
fn a_parcel_is_not_charged_for_the_time_before_it_was_held() {
	build_and_execute(|| {
		wait(YEAR);
		settle_in();
		assert_eq!(info().due, 0);
	});
}

#[test]
fn the_page_knows_to_the_millisecond_when_the_escrow_is_dry() {
	build_and_execute(|| {
		settle_in();
		wait(12_345);
		touch();
		wait(678);
		let dry_at = info().dry_at.expect("it does not last for ever");
		wait(dry_at - 1 - Now::get());
		assert_noop!(foreclose(), Error::NotInArrears);
		wait(1);
		assert_eq!(info().dry_at, Some(dry_at));
		assert_noop!(foreclose(), Error::InGrace);
		assert_ok!(settle());
		assert!(house().grace.is_some());
	});
}

#[test]
fn arrears_are_paid_first_and_the_tip_is_kept() {
	build_and_execute(|| {
		settle_in();
		wait(2 * YEAR);
		touch();
		let arrears = late(100_000 - (ESCROW - TIP));
		assert_eq!((house().arrears, house().escrow), (arrears, TIP));
		assert_noop!(assess(7), Error::InArrears);
		assert_noop!(Harberger::withdraw(signed(ADA), HOUSE, 1), Error::InArrears);
		assert_noop!(Harberger::relinquish(signed(ADA), HOUSE), Error::InArrears);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, arrears - 1));
		assert_eq!((house().arrears, house().escrow), (1, TIP));
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 1));
		assert_eq!((house().arrears, house().escrow), (0, TIP));
		assert_eq!(revenue(), ESCROW - TIP + arrears);
		assert_noop!(foreclose(), Error::NotInArrears);
	});
}
