// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices when its rule is broken, and says so.

use super::*;

fn complaint(breakage: impl FnOnce()) -> &'static str {
	build().execute_with(|| {
		settle_in();
		assert_ok!(bid(BEN, 2 * WORTH));
		assert_ok!(Harberger::accept(signed(ADA), 2, WORTH, ESCROW));
		assert_ok!(Harberger::relinquish(signed(ADA), 2));
		assert_ok!(Harberger::do_try_state());
		breakage();
		Harberger::do_try_state().expect_err("the breakage is noticed").into()
	})
}

fn change(change: impl FnOnce(&mut HoldingOf<Test>)) {
	Holdings::<Test>::mutate_extant(HOUSE, change);
}

fn change_bid(with: impl FnOnce(&mut BidOf<Test>)) {
	change(|house| with(house.bid.as_mut().expect("somebody bids")));
}

#[test]
fn i1_titles_and_holdings_agree() {
	let stolen = || Titled::insert(HOUSE, (Some(BEN), None::<u64>));
	assert_eq!(complaint(stolen), "I1: a parcel is not its holder's");
	let sold_twice = || Auctions::<Test>::insert(HOUSE, Auctions::<Test>::get(2).expect("is there"));
	assert_eq!(complaint(sold_twice), "I1: a held parcel is for sale");
	let taken = || Titled::insert(2, (Some(BEN), None::<u64>));
	assert_eq!(complaint(taken), "I1: a parcel at auction is somebody's");
}

#[test]
fn i2_holds_are_escrows_and_bids() {
	let off = "I2: what is held differs from escrows and bids";
	assert_eq!(complaint(|| change(|house| house.escrow += 1)), off);
	assert_eq!(complaint(|| change_bid(|bid| bid.escrow -= 1)), off);
	let ghost = || change_bid(|bid| bid.bidder = 77);
	assert!(complaint(ghost).starts_with("I2"));
}

#[test]
fn i3_what_waits_is_there() {
	let invented = || Proceeds::<Test>::insert(BEN, 1);
	assert_eq!(complaint(invented), "I3: what waits to be claimed is not there");
}

#[test]
fn i4_bids_are_above_the_valuation_and_by_others() {
	assert_eq!(complaint(|| change_bid(|bid| bid.asked = bid.amount)), "I4: a bid is too low");
	let endless = || change_bid(|bid| bid.latest = bid.until - 1);
	assert_eq!(complaint(endless), "I4: a bid stands for too long");
	let waiting = || {
		Holdings::<Test>::mutate_extant(HOUSE, |house| {
			house.rise = Some(Rise { from: 1, until: 2 });
			let bid = house.bid.take().expect("somebody bids");
			BidsOf::<Test>::remove(BEN, HOUSE);
			Harberger::give_back(HoldReason::Bid, &BEN, bid.held()).expect("it is held");
		});
	};
	assert_eq!(complaint(waiting), "I4: a raise waits for no bid");
}

#[test]
fn i5_nobody_has_paid_for_time_to_come() {
	let ahead = || change(|house| house.paid.0 += 1);
	assert_eq!(complaint(ahead), "I5: somebody has paid for time to come");
	let early = || Base::<Test>::mutate(|base| base.since += 1);
	assert_eq!(complaint(early), "I5: the base rate is of time to come");
}

#[test]
fn i5_no_record_is_of_time_to_come() {
	let ahead = || change(|house| house.record.at = Now::get() + 1);
	assert_eq!(complaint(ahead), "I5: a record is of time to come");
}

#[test]
fn i6_no_grace_ends_before_what_was_reserved() {
	let early = || change(|house| house.grace = Some(house.reserved.until - 1));
	assert_eq!(complaint(early), "I6: a grace ends before what was reserved");
	assert_eq!(complaint(|| change(|house| house.arrears = 1)), "I6: arrears without a grace");
}

#[test]
fn i7_bids_and_offers_are_listed() {
	let forgotten = || BidsOf::<Test>::remove(BEN, HOUSE);
	assert_eq!(complaint(forgotten), "I7: the list of bids is wrong");
	let invented = || OffersTo::<Test>::insert(CLEO, HOUSE, ());
	assert_eq!(complaint(invented), "I7: the list of offers is wrong");
}
