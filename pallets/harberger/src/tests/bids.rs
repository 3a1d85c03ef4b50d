//! Bidding, outbidding, defending and closing.

use super::*;
use frame_support::dispatch::CheckIfFeeless;

#[test]
fn a_buyer_at_the_declared_price_and_an_increment_takes_the_parcel() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(bid(BEN, 1_019_999), Error::BidTooLow);
		assert_ok!(bid(BEN, 1_020_000));
		let escrow = TIP + charge(1_020_000, 30 * DAY);
		let until = START + 7 * DAY;
		let placed =
			Event::BidPlaced { parcel: HOUSE, bidder: BEN, amount: 1_020_000, escrow, max_rate: RATE, until };
		System::assert_last_event(placed.into());
		assert_eq!(Balances::balance(&BEN), WEALTH - 1_020_000 - escrow);
		wait(7 * DAY - 1);
		assert_noop!(close(), Error::TooEarlyToClose);
		let is_free = || RuntimeCall::Harberger(Call::close { parcel: HOUSE }).is_feeless(&signed(CLEO));
		assert!(!is_free(), "what would fail is not free");
		wait(1);
		assert!(is_free(), "Cleo need not own anything");
		let paid = close().expect("the notice period is over");
		assert_eq!(paid.pays_fee, Pays::No);
		let house = house();
		assert_eq!((house.holder, house.valuation, house.escrow), (BEN, 1_020_000, escrow));
		assert_eq!(wealth(ADA), WEALTH + 1_020_000 - charge(WORTH, 7 * DAY));
		assert_eq!(wealth(BEN), WEALTH - 1_020_000);
		assert_eq!((Titled::get(HOUSE), Valued::get(HOUSE)), (Some((Some(BEN), None)), 1_020_000));
		assert_eq!(info().due, 0, "Ben pays for his own time alone");
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
		System::assert_has_event(
			Event::BidEnded { parcel, bidder, amount, end: BidEnd::Replaced, charge: 0 }.into(),
		);
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
		assert_noop!(Harberger::bid(signed(BEN), 2, WORTH, ANY), Error::NotHeld);
		assert_noop!(close(), Error::NoBid);
		assert_noop!(Harberger::defend(signed(ADA), HOUSE, Balance::MAX), Error::NoBid);
	});
}

#[test]
fn a_holder_defends_by_paying_what_they_should_have_paid() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 1_500_000));
		assert_noop!(Harberger::defend(signed(BEN), HOUSE, Balance::MAX), Error::NotHolder);
		wait(7 * DAY - 1);
		let before = charge(WORTH, 7 * DAY - 1);
		assert_ok!(Harberger::defend(signed(ADA), HOUSE, Balance::MAX));
		let back = charge(500_000, 90 * DAY);
		assert_eq!((revenue(), house().escrow), (before + back, ESCROW - before - back));
		System::assert_has_event(Event::BackCharged { parcel: HOUSE, holder: ADA, amount: back }.into());
		assert_eq!((house().valuation, house().bid), (1_500_000, None));
		assert_eq!(Balances::balance(&BEN), WEALTH, "the bidder has everything back");
		assert_noop!(bid(BEN, 1_529_999), Error::BidTooLow);
		assert_ok!(bid(BEN, 1_530_000));
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
		let needed = charge(2_000_000, 90 * DAY) + TIP + charge(3_000_000, 30 * DAY);
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
		assert_noop!(Harberger::defend(signed(ADA), HOUSE, Balance::MAX), Error::InArrears);
		assert_ok!(close());
		let arrears = 100_000 - (ESCROW - TIP);
		// The arrears leave more than the valuation of the price; the rest is revenue, like them.
		assert_eq!(wealth(ADA), WEALTH - ESCROW + TIP + WORTH);
		assert_eq!(revenue(), ESCROW - TIP + 100_000);
		assert!(arrears < 100_000);
	});
}
