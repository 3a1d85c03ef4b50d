// SPDX-License-Identifier: Apache-2.0
//! What the charter changes later bites no holding that was paid for.

use super::*;

/// On the code before, a tip raised above somebody's escrow took all of the escrow and the house, in one batch.
#[test]
fn a_tip_raised_takes_no_escrow_and_no_home() {
	build_and_execute(|| {
		settle_in();
		wait(1);
		ForeclosureTip::set(ESCROW + 1);
		assert_noop!(foreclose(), Error::NotInArrears);
		assert_eq!(info().dry_at.map(|at| at > Now::get() + YEAR), Some(true));
		// Whoever defaults long after loses the tip that was put down.
		wait(2 * YEAR);
		assert_ok!(settle());
		wait(14 * DAY);
		assert_ok!(foreclose());
		assert_eq!(wealth(DORA), WEALTH + TIP);
	});
	// The poorest: they have put down the reserve and nothing more.
	build_and_execute(|| {
		let reserve = TIP + charge(1_000, 30 * DAY);
		assert_ok!(Harberger::accept(signed(ADA), HOUSE, 1_000, reserve));
		ForeclosureTip::set(20 * TIP);
		wait(30 * DAY);
		assert_noop!(foreclose(), Error::NotInArrears);
	});
}

#[test]
fn no_amendment_puts_a_holding_in_default_in_its_first_thirty_days() {
	for (base, float, tip) in [(2, 3, 0), (10, 3, 70), (2, 10, 5_000), (100, 100, Balance::MAX)] {
		build_and_execute(|| {
			let reserve = TIP + charge(WORTH, 30 * DAY);
			assert_ok!(Harberger::accept(signed(ADA), HOUSE, WORTH, reserve));
			BaseRate::set(Perquintill::from_percent(base));
			HighestFloat::set(Perquintill::from_percent(float));
			ForeclosureTip::set(tip);
			wait(0);
			mock::float(HOUSE, Perquintill::from_percent(float));
			for _ in 0..30 {
				wait(DAY);
				let _ = settle();
				assert!(foreclose().is_err());
				assert_eq!(house().holder, ADA);
			}
			// And then there is grace.
			wait(14 * DAY - 1);
			assert!(foreclose().is_err());
			assert_eq!(house().holder, ADA);
		});
	}
}

#[test]
fn a_reserve_lasts_for_its_period_at_the_highest_rate_that_neighbours_can_make() {
	build_and_execute(|| {
		HighestFloat::set(Perquintill::from_percent(5));
		float(HOUSE, Perquintill::zero());
		let reserve = Harberger::reserve(WORTH);
		assert_eq!(reserve, TIP + Accrual::over(Perquintill::from_percent(7), 30 * DAY).due_on(WORTH));
		assert_ok!(Harberger::accept(signed(ADA), HOUSE, WORTH, reserve));
		float(HOUSE, Perquintill::from_percent(5));
		wait(30 * DAY);
		assert_ok!(settle());
		assert_eq!((house().arrears, house().grace), (0, None));
	});
}

#[test]
fn a_shorter_notice_does_not_shorten_that_of_a_bid_that_stands() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 1_100_000));
		NoticePeriod::set(1);
		wait(7 * DAY - 1);
		assert_noop!(close(), Error::TooEarlyToClose);
		assert_ok!(defend());
	});
}

/// A founder raises the tip, and touches a holding that has enough for it, to take all of that later.
#[test]
fn nobody_renews_a_reserve_on_worse_terms() {
	build_and_execute(|| {
		settle_in();
		let before = house().reserved;
		ForeclosureTip::set(ESCROW - 10_000);
		assert_ok!(Harberger::fund(signed(BEN), HOUSE, 0));
		assert_eq!(house().reserved, before);
		wait(DAY);
		assert_ok!(Harberger::fund(signed(BEN), HOUSE, 0));
		assert_eq!(house().reserved, Reserved { tip: TIP, until: before.until + DAY });
	});
}
