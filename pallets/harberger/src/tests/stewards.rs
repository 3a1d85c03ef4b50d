// SPDX-License-Identifier: Apache-2.0
//! What others can do for a holder, and what a holder can order beforehand.

use super::*;

#[test]
fn anyone_can_pay_for_a_home() {
	build_and_execute(|| {
		settle_in();
		wait(2 * YEAR);
		assert_ok!(Harberger::fund(signed(BEN), HOUSE, 60_000));
		assert_eq!(house().escrow, ESCROW + 60_000 - 100_000);
		assert_eq!((wealth(BEN), wealth(ADA)), (WEALTH - 60_000, WEALTH + 60_000 - 100_000));
		let (old, new) = (ESCROW, ESCROW + 60_000);
		System::assert_has_event(Event::EscrowChanged { parcel: HOUSE, by: BEN, old, new }.into());
	});
}

/// On the code before, a whale with ten years in escrow chose when its charge became revenue.
#[test]
fn anyone_can_settle_a_parcel_free_of_charge_if_it_is_worth_it() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(settle(), Error::NothingDue);
		// A thousand takes 7.3 days.
		wait(7 * DAY);
		assert!(!is_free(Call::settle { parcel: HOUSE }));
		wait(DAY);
		assert!(is_free(Call::settle { parcel: HOUSE }));
		assert_ok!(settle());
		assert_eq!(revenue(), charge(WORTH, 8 * DAY));
		assert!(!is_free(Call::settle { parcel: HOUSE }));
	});
}

fn guard(max_price: Balance) {
	assert_ok!(Harberger::guard(signed(ADA), HOUSE, Some(max_price)));
}

#[test]
fn a_guard_defends_a_home_whose_holder_is_away() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(Harberger::guard(signed(BEN), HOUSE, None), Error::NotHolder);
		guard(1_500_000);
		System::assert_last_event(Event::Guarded { parcel: HOUSE, old: None, new: Some(1_500_000) }.into());
		wait(YEAR);
		assert_ok!(bid(BEN, 1_500_000));
		wait(7 * DAY);
		assert_ok!(close());
		assert_eq!((house().holder, house().valuation, house().bid), (ADA, 1_500_000, None));
		assert_eq!(Balances::balance(&BEN), WEALTH);
		// What the escrow had not was taken from what Ada has.
		let paid = charge(WORTH, YEAR + 7 * DAY) + charge(500_000, YEAR + 7 * DAY);
		assert_eq!((revenue(), wealth(ADA)), (paid, WEALTH - paid));
		assert_eq!(house().escrow, TIP + charge(1_500_000, 30 * DAY));
	});
}

#[test]
fn a_guard_pays_arrears_first() {
	build_and_execute(|| {
		settle_in();
		guard(2 * WORTH);
		let dry_at = info().dry_at.expect("it runs dry");
		wait(dry_at - DAY - Now::get());
		assert_ok!(bid(BEN, 1_100_000));
		wait(7 * DAY);
		assert_ok!(settle());
		assert!(house().arrears > 0);
		assert_ok!(close());
		assert_eq!((house().holder, house().arrears, house().grace), (ADA, 0, None));
	});
}

#[test]
fn a_guard_gives_way_to_a_higher_bid_and_to_an_empty_purse() {
	build_and_execute(|| {
		settle_in();
		guard(1_500_000);
		assert_ok!(bid(BEN, 1_500_001));
		wait(7 * DAY);
		assert_ok!(close());
		assert_eq!((house().holder, house().guard), (BEN, None), "a new holder has none");
	});
	build_and_execute(|| {
		settle_in();
		guard(WEALTH);
		assert_ok!(bid(BEN, 30_000_000));
		wait(7 * DAY);
		drain(ADA);
		assert_ok!(close());
		assert_eq!(house().holder, BEN);
		refill(ADA);
	});
}

#[test]
fn only_the_holder_replenishes() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(Harberger::replenish(signed(BEN), HOUSE, 1_000), Error::NotHolder);
		assert_noop!(Harberger::replenish(signed(ADA), 2, 1_000), Error::NotHeld);
		assert_ok!(Harberger::replenish(signed(ADA), HOUSE, 1_000));
		assert_eq!(house().escrow, ESCROW + 1_000);
	});
}
