// SPDX-License-Identifier: Apache-2.0
//! Running dry: the grace, its surcharge, and taking a parcel back.

use super::*;

/// On the code before, whoever bid in the block in which an escrow ran dry had the house in the same block.
#[test]
fn nobody_takes_a_home_in_the_block_in_which_its_escrow_runs_dry() {
	build_and_execute(|| {
		settle_in();
		wait(2 * YEAR);
		assert_noop!(bid(BEN, 1_020_000), Error::InArrears);
		assert_noop!(foreclose(), Error::InGrace);
		assert!(is_free(Call::settle { parcel: HOUSE }));
		assert_ok!(settle());
		let until = Now::get() + 14 * DAY;
		System::assert_last_event(Event::GraceBegun { parcel: HOUSE, holder: ADA, until }.into());
		assert_noop!(bid(BEN, 1_020_000), Error::InArrears);
		assert_noop!(foreclose(), Error::InGrace);
		assert_eq!(Harberger::quotes(vec![HOUSE]).first().map(|it| it.state), Some(MarketState::InGrace));
	});
}

#[test]
fn a_holder_who_pays_in_the_grace_keeps_the_parcel() {
	build_and_execute(|| {
		settle_in();
		wait(2 * YEAR);
		assert_ok!(settle());
		wait(14 * DAY - 1);
		let owed = late(100_000 - (ESCROW - TIP)) + charge(WORTH, 14 * DAY - 1);
		let reserve = TIP + charge(WORTH, 30 * DAY);
		// All but a unit of the reserve ends the arrears, but not the grace.
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, owed + reserve - TIP - 1));
		assert_eq!((house().arrears, house().escrow), (0, reserve - 1));
		assert!(house().grace.is_some());
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 1));
		System::assert_last_event(Event::GraceEnded { parcel: HOUSE }.into());
		assert_eq!(house().grace, None);
		wait(30 * DAY);
		assert_noop!(foreclose(), Error::NotInArrears);
	});
}

/// A holder would live in grace for ever, out of reach of bids, by paying the last unit each fortnight.
#[test]
fn a_grace_that_was_not_made_good_does_not_begin_again() {
	build_and_execute(|| {
		settle_in();
		wait(2 * YEAR);
		assert_ok!(settle());
		wait(13 * DAY);
		assert_ok!(Harberger::fund(
			signed(ADA),
			HOUSE,
			Harberger::holding_info(HOUSE).map_or(0, |it| it.due)
		));
		assert_eq!(house().arrears, 0);
		assert_ok!(bid(BEN, 1_020_000));
		wait(2 * DAY);
		assert_ok!(foreclose());
		assert_eq!(
			Harberger::auction_info(HOUSE).and_then(|it| it.auction.bid).map(|bid| bid.bidder),
			Some(BEN)
		);
	});
}

#[test]
fn a_bid_is_closed_after_its_notice_whether_the_holder_has_grace_or_not() {
	build_and_execute(|| {
		settle_in();
		let dry_at = info().dry_at.expect("it runs dry");
		wait(dry_at - DAY - Now::get());
		assert_ok!(bid(BEN, 1_100_000));
		wait(2 * DAY);
		assert_ok!(settle());
		assert_noop!(close(), Error::TooEarlyToClose);
		wait(5 * DAY);
		assert_ok!(close());
		assert_eq!(house().holder, BEN);
	});
}

#[test]
fn a_former_holder_reclaims_a_parcel_until_somebody_has_bought_it() {
	build_and_execute(|| {
		lose_the_house();
		wait(5 * DAY);
		let lien = arrears() + charge(WORTH, 5 * DAY);
		let reserve = TIP + charge(WORTH, 30 * DAY);
		let reclaim = |who, escrow| Harberger::reclaim(signed(who), HOUSE, escrow);
		assert_noop!(reclaim(BEN, reserve), Error::NotFormerHolder);
		assert_noop!(reclaim(ADA, reserve - 1), Error::EscrowTooLow);
		let before = Balances::balance(&ADA);
		let since = house_record().since;
		assert_ok!(reclaim(ADA, reserve));
		assert_eq!(Balances::balance(&ADA), before - lien - reserve);
		assert_eq!((house().holder, house().valuation, house().grace), (ADA, WORTH, None));
		assert_eq!(house().record.since, since, "what has not been paid for is not forgotten");
		assert_eq!((Titled::get(HOUSE), Valued::get(HOUSE)), (Some((Some(ADA), None)), WORTH));
		System::assert_has_event(Event::LienPaid { parcel: HOUSE, who: ADA, amount: lien }.into());
		assert_noop!(reclaim(ADA, reserve), Error::NotForSale);
	});
	build_and_execute(|| {
		lose_the_house();
		assert_ok!(Harberger::buy(signed(BEN), HOUSE, 2 * WORTH, WORTH, ESCROW));
		assert_noop!(Harberger::reclaim(signed(ADA), HOUSE, ESCROW), Error::NotForSale);
	});
}

fn house_record() -> Record {
	let auction = Auctions::<Test>::get(HOUSE).expect("the house is for sale");
	auction.former.expect("Ada held it").record
}

#[test]
fn a_parcel_is_reclaimed_with_the_bid_for_it() {
	for (amount, stays) in [(1_100_000, true), (900_000, false)] {
		build_and_execute(|| {
			lose_the_house();
			wait(8 * DAY);
			// 6/14 of two millions is 857,143.
			assert_ok!(bid(BEN, amount));
			assert_ok!(Harberger::reclaim(signed(ADA), HOUSE, ESCROW));
			assert_eq!(house().bid.is_some(), stays);
			if stays {
				wait(7 * DAY);
				assert_ok!(close());
				assert_eq!(house().holder, BEN);
			} else {
				assert_eq!(Balances::balance(&BEN), WEALTH);
			}
		});
	}
	// A former holder who bids at the auction of their own parcel.
	build_and_execute(|| {
		lose_the_house();
		assert_ok!(bid(ADA, 3 * WORTH));
		assert_ok!(Harberger::reclaim(signed(ADA), HOUSE, ESCROW));
		assert_eq!((house().holder, house().bid), (ADA, None));
	});
}
