// SPDX-License-Identifier: Apache-2.0
//! First sales, foreclosure, and sale by falling price.

use super::*;

fn buy(who: u64, max_price: Balance) -> DispatchResult {
	Harberger::buy(signed(who), HOUSE, max_price, 500_000, 10_000)
}

fn auction() -> AuctionInfo<u64> {
	Harberger::auction_info(HOUSE).expect("the house is for sale")
}

/// On the code before, the first buyer of the first block had the parcel at the initial price: the registrar, in one
/// batch with the registration.
#[test]
fn the_first_sale_goes_to_the_highest_bid_after_its_notice() {
	build_and_execute(|| {
		let field = field();
		let (start, period) = (5_000, 14 * DAY);
		System::assert_last_event(
			Event::AuctionStarted { parcel: field, start, since: START, period }.into(),
		);
		let bid = |who, amount| Harberger::bid(signed(who), field, amount);
		let close = || Harberger::close(signed(DORA), field);
		let registrar = BEN;
		assert_noop!(Harberger::buy(signed(registrar), field, 5_000, 1_000, 1_000), Error::BidsOnly);
		assert_noop!(bid(registrar, 4_999), Error::BidTooLow);
		assert_ok!(bid(registrar, 5_000));
		assert_noop!(close(), Error::TooEarlyToClose);
		wait(7 * DAY - 1);
		// It is worth a million to Cleo.
		assert_noop!(bid(CLEO, 5_099), Error::BidTooLow);
		assert_ok!(bid(CLEO, WORTH));
		assert_eq!(Balances::balance(&registrar), WEALTH);
		wait(7 * DAY);
		assert!(is_free(Call::close { parcel: field }));
		assert_ok!(close());
		assert_eq!((revenue(), Titled::get(field)), (WORTH, Some((Some(CLEO), None))));
		assert_eq!(Valued::get(field), WORTH);
		assert_noop!(close(), Error::NoBid);
	});
}

#[test]
fn what_nobody_wants_is_nearly_free_in_the_end() {
	build_and_execute(|| {
		let field = field();
		wait(7 * DAY);
		assert_eq!(Harberger::auction_info(field).map(|it| it.least_bid), Some(2_500));
		wait(7 * DAY);
		assert_noop!(Harberger::bid(signed(BEN), field, 0), Error::BidTooLow);
		assert_ok!(Harberger::bid(signed(BEN), field, 1));
		wait(7 * DAY);
		assert_ok!(Harberger::close(signed(DORA), field));
		assert_eq!(revenue(), 1);
	});
}

#[test]
fn one_holder_runs_dry_is_foreclosed_and_the_house_is_auctioned() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(foreclose(), Error::NotInArrears);
		wait(2 * YEAR);
		assert_ok!(settle());
		wait(14 * DAY - 1);
		assert_noop!(foreclose(), Error::InGrace);
		assert!(!is_free(Call::foreclose { parcel: HOUSE }));
		wait(1);
		assert!(is_free(Call::foreclose { parcel: HOUSE }));
		assert_ok!(foreclose());
		let foreclosed =
			Event::Foreclosed { parcel: HOUSE, holder: ADA, arrears: arrears(), by: DORA, tip: TIP };
		System::assert_has_event(foreclosed.into());
		assert_eq!((wealth(DORA), wealth(ADA)), (WEALTH + TIP, WEALTH - ESCROW));
		assert_eq!((Titled::get(HOUSE), Valued::get(HOUSE)), (Some((None, None)), 0));
		assert_eq!(auction().price, 2 * WORTH);
		wait(10 * DAY);
		// 4/14 of two millions.
		assert_eq!(auction().price, 571_429);
		assert_ok!(buy(BEN, 571_429));
		let lien = arrears() + charge(WORTH, 10 * DAY);
		assert_eq!(wealth(ADA), WEALTH - ESCROW + 571_429 - lien, "arrears first");
		assert_eq!(revenue(), ESCROW - TIP + lien);
		assert_eq!(LastPrices::<Test>::get(HOUSE), Some((571_429, Now::get())));
	});
}

#[test]
fn a_defaulter_gets_the_valuation_at_most() {
	build_and_execute(|| {
		lose_the_house();
		let lien = auction().lien;
		assert_ok!(buy(BEN, 2 * WORTH));
		assert_eq!(wealth(ADA), WEALTH - ESCROW + WORTH);
		let former = Some(ADA);
		let (price, dues) = (2 * WORTH, WORTH);
		System::assert_has_event(
			Event::Sold { parcel: HOUSE, price, dues, back: 0, former, proceeds: WORTH }.into(),
		);
		assert!(lien < WORTH);
	});
}

/// Ada's notice and Ada's grace are both over: Ben has waited long enough.
#[test]
fn a_bid_whose_notice_is_over_takes_what_is_foreclosed() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 1_500_000));
		wait(2 * YEAR);
		assert_ok!(settle());
		wait(14 * DAY);
		assert_ok!(foreclose());
		assert_eq!((house().holder, house().valuation), (BEN, 1_500_000));
		assert_eq!(wealth(ADA), WEALTH - ESCROW + WORTH, "the valuation at most");
		assert_eq!(wealth(BEN), WEALTH - 1_500_000);
	});
}

/// The notice of a bid may be longer than a grace. Then the bid is the least price of the auction.
#[test]
fn a_bid_keeps_its_notice_at_an_auction_and_the_higher_price_wins() {
	let foreclosed = || {
		NoticePeriod::set(20 * DAY);
		settle_in();
		let dry_at = info().dry_at.expect("it runs dry");
		wait(dry_at - 1 - Now::get());
		assert_ok!(bid(BEN, 1_100_000));
		wait(1);
		assert_ok!(settle());
		wait(14 * DAY);
		assert_ok!(foreclose());
		assert_eq!(auction().least_bid, 1_122_000);
	};
	build_and_execute(|| {
		foreclosed();
		wait(5 * DAY);
		assert_noop!(close(), Error::TooEarlyToClose);
		// His notice is over, but two millions have only fallen to 8/14 of them.
		wait(DAY);
		assert_eq!(auction().price, 1_142_858);
		assert_noop!(close(), Error::TooEarlyToClose);
		wait(DAY);
		assert_ok!(close());
		assert_eq!((house().holder, house().valuation), (BEN, 1_100_000));
		assert!(wealth(ADA) > WEALTH + WORTH - ESCROW - 100_000);
	});
	build_and_execute(|| {
		foreclosed();
		wait(DAY);
		let price = auction().price;
		assert_ok!(buy(CLEO, price));
		assert_eq!((house().holder, wealth(BEN)), (CLEO, WEALTH));
		System::assert_has_event(
			Event::BidEnded { parcel: HOUSE, bidder: BEN, amount: 1_100_000, end: BidEnd::Outbought }.into(),
		);
	});
	// A price that has fallen below the bid is above it for anyone else.
	build_and_execute(|| {
		foreclosed();
		wait(14 * DAY);
		assert_noop!(buy(CLEO, 1_121_999), Error::PriceTooHigh);
		assert_ok!(buy(CLEO, 1_122_000));
	});
}

#[test]
fn who_gives_up_a_parcel_gets_its_price_up_to_the_valuation() {
	build_and_execute(|| {
		settle_in();
		wait(90 * DAY);
		assert_noop!(Harberger::relinquish(signed(BEN), HOUSE), Error::NotHolder);
		assert_ok!(Harberger::relinquish(signed(ADA), HOUSE));
		System::assert_has_event(Event::Relinquished { parcel: HOUSE, holder: ADA }.into());
		let paid = charge(WORTH, 90 * DAY);
		assert_eq!(Balances::balance(&ADA), WEALTH - paid, "the escrow is back");
		assert_ok!(buy(BEN, 2 * WORTH));
		assert_eq!((wealth(ADA), revenue()), (WEALTH - paid + WORTH, WORTH + paid));
	});
}

/// Ada's price is zero. If nobody saw the auction, a puppet would take the house for nothing, and its record with it.
#[test]
fn a_parcel_given_up_at_no_price_is_sold_like_new_land() {
	build_and_execute(|| {
		assert_ok!(Harberger::accept(signed(ADA), HOUSE, 0, ESCROW));
		wait(YEAR);
		assert_ok!(Harberger::relinquish(signed(ADA), HOUSE));
		assert_eq!(auction().price, 5_000);
	});
}
