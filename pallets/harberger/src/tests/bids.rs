// SPDX-License-Identifier: Apache-2.0
//! Bidding, outbidding, defending and closing.

use super::*;

#[test]
fn a_buyer_at_the_declared_price_and_an_increment_takes_the_parcel() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(bid(BEN, 1_019_999), Error::BidTooLow);
		assert_ok!(bid(BEN, 1_020_000));
		let escrow = TIP + charge(1_020_000, 30 * DAY);
		let until = START + 7 * DAY;
		let placed = Event::BidPlaced { parcel: HOUSE, bidder: BEN, amount: 1_020_000, escrow, until };
		System::assert_last_event(placed.into());
		assert_eq!(Balances::balance(&BEN), WEALTH - 1_020_000 - escrow);
		wait(7 * DAY - 1);
		assert_noop!(close(), Error::TooEarlyToClose);
		assert!(!is_free(Call::close { parcel: HOUSE }));
		wait(1);
		assert!(is_free(Call::close { parcel: HOUSE }));
		assert_ok!(close());
		let house = house();
		assert_eq!((house.holder, house.valuation, house.escrow), (BEN, 1_020_000, escrow));
		// Ada makes good for the seven days in which her price was too low.
		let back = charge(20_000, 7 * DAY);
		assert_eq!(wealth(ADA), WEALTH + 1_020_000 - back - charge(WORTH, 7 * DAY));
		assert_eq!(wealth(BEN), WEALTH - 1_020_000);
		assert_eq!((Titled::get(HOUSE), Valued::get(HOUSE)), (Some((Some(BEN), None)), 1_020_000));
		assert_eq!(info().due, 0, "Ben pays only for his own time");
	});
}

#[test]
fn a_higher_bid_replaces_and_refunds_a_lower_one() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 1_100_000));
		wait(5 * DAY);
		assert_noop!(bid(CLEO, 1_121_999), Error::BidTooLow);
		assert_ok!(bid(CLEO, 1_122_000));
		let (parcel, bidder, amount) = (HOUSE, BEN, 1_100_000);
		System::assert_has_event(Event::BidEnded { parcel, bidder, amount, end: BidEnd::Replaced }.into());
		assert_eq!(Balances::balance(&BEN), WEALTH);
		wait(3 * DAY);
		assert_noop!(close(), Error::TooEarlyToClose);
		wait(4 * DAY);
		assert_ok!(close());
		assert_eq!(house().holder, CLEO);
	});
}

#[test]
fn a_bidder_may_raise_their_own_bid() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 400_000_000));
		assert_ok!(bid(BEN, 600_000_000));
		let held = 600_000_000 + TIP + charge(600_000_000, 30 * DAY);
		assert_eq!(Balances::total_balance_on_hold(&BEN), held);
	});
}

#[test]
fn a_bid_must_be_covered() {
	build_and_execute(|| {
		settle_in();
		let refused = sp_runtime::TokenError::FundsUnavailable;
		assert_noop!(bid(BEN, WEALTH), refused);
		assert_noop!(bid(BEN, Balance::MAX), sp_runtime::ArithmeticError::Overflow);
		assert_noop!(bid(ADA, 2 * WORTH), Error::OwnParcel);
		assert_noop!(Harberger::bid(signed(BEN), 2, WORTH), Error::NotHeld);
		assert_noop!(close(), Error::NoBid);
		assert_noop!(Harberger::defend(signed(ADA), HOUSE, Balance::MAX), Error::NoBid);
	});
}

#[test]
fn a_holder_defends_by_paying_what_they_would_have_paid() {
	build_and_execute(|| {
		settle_in();
		wait(YEAR);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 100_000));
		assert_ok!(bid(BEN, 1_500_000));
		assert_noop!(Harberger::defend(signed(BEN), HOUSE, Balance::MAX), Error::NotHolder);
		wait(7 * DAY - 1);
		let (paid, before) = (revenue(), charge(WORTH, 7 * DAY - 1));
		let back = charge(500_000, YEAR + 7 * DAY - 1);
		assert_eq!(info().defence, Some(back));
		assert_ok!(defend());
		assert_eq!(revenue() - paid, before + back, "as if the house had been named at a million and a half");
		System::assert_has_event(Event::BackCharged { parcel: HOUSE, holder: ADA, amount: back }.into());
		assert_eq!((house().valuation, house().bid), (1_500_000, None));
		assert_eq!(Balances::balance(&BEN), WEALTH, "the bidder has everything back");
		assert_noop!(bid(BEN, 1_529_999), Error::BidTooLow);
		assert_ok!(bid(BEN, 1_530_000));
	});
}

#[test]
fn a_defence_looks_back_for_three_years_if_the_price_was_nearly_right() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 2_000_000));
		wait(20 * YEAR);
		assert_ok!(bid(BEN, 1_200_000));
		// Three years, times 1.2.
		assert_eq!(info().defence, Some(charge(200_000, 3 * YEAR / 10 * 12)));
		wait(DAY);
		assert_ok!(defend());
		// Now all of the past is paid for at that price.
		assert_ok!(bid(BEN, 1_300_000));
		assert_eq!(info().defence, Some(charge(100_000, (3 * YEAR * 13).div_ceil(12))));
	});
}

#[test]
fn a_defence_comes_in_time_or_not_at_all() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 1_500_000));
		wait(7 * DAY);
		assert_noop!(Harberger::defend(signed(ADA), HOUSE, Balance::MAX), Error::TooLateToDefend);
	});
}

#[test]
fn who_cannot_pay_the_back_charge_and_the_reserve_cannot_defend() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 3_000_000));
		wait(6 * DAY);
		let back = charge(2_000_000, 6 * DAY);
		let needed = charge(WORTH, 6 * DAY) + back + TIP + charge(3_000_000, 30 * DAY);
		assert_ok!(Harberger::withdraw(signed(ADA), HOUSE, ESCROW - needed + 1));
		assert_noop!(Harberger::defend(signed(ADA), HOUSE, Balance::MAX), Error::EscrowTooLow);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 1));
		assert_ok!(Harberger::defend(signed(ADA), HOUSE, Balance::MAX));
	});
}

#[test]
fn arrears_are_paid_from_the_price_and_whoever_owes_them_gets_the_valuation_at_most() {
	build_and_execute(|| {
		settle_in();
		wait(YEAR);
		assert_ok!(bid(BEN, 1_100_000));
		wait(YEAR);
		assert_noop!(defend(), Error::InArrears);
		assert_ok!(close());
		let dues = late(100_000 - (ESCROW - TIP)) + charge(100_000, 2 * YEAR);
		let left = (1_100_000 - dues).min(WORTH);
		// What the dues leave is more than the valuation; the rest is revenue, like them.
		assert_eq!((left, wealth(ADA)), (WORTH, WEALTH - ESCROW + TIP + WORTH));
		assert_eq!(revenue(), ESCROW - TIP + 100_000);
	});
}

#[test]
fn nobody_bids_for_a_parcel_in_arrears() {
	build_and_execute(|| {
		settle_in();
		wait(2 * YEAR);
		assert_noop!(bid(BEN, 2 * WORTH), Error::InArrears);
		assert_ok!(Harberger::fund(signed(BEN), HOUSE, 100_000));
		assert_ok!(bid(BEN, 2 * WORTH));
	});
}
