// SPDX-License-Identifier: Apache-2.0
//! Nobody can stop a sale by being unpayable.

use super::*;
use frame_support::dispatch::CheckIfFeeless;

#[test]
fn what_cannot_be_paid_is_kept_and_claimed() {
	build_and_execute(|| {
		Titled::insert(2, (None::<u64>, Some(BEN)));
		ForeclosureTip::set(0);
		assert_ok!(Harberger::accept(signed(BEN), 2, 1, 1));
		let harberger = Harberger::account_id();
		// A price so low that an account without anything cannot take it.
		assert_ok!(Harberger::bid(signed(CLEO), 2, 3));
		wait(7 * DAY);
		drain(BEN);
		assert_ok!(Harberger::close(signed(DORA), 2));
		assert_eq!(Holdings::<Test>::get(2).map(|it| it.holder), Some(CLEO));
		// The escrow went on the charge, and a unit made good for a price too low; the rest waits.
		System::assert_has_event(Event::ProceedsKept { who: BEN, amount: 2 }.into());
		assert_eq!((Proceeds::<Test>::get(BEN), wealth(BEN)), (2, 0));
		assert_eq!(Harberger::proceeds_of(&BEN), 2);
		assert_eq!(Balances::balance(&harberger), MINIMUM + 2);
		assert_noop!(Harberger::claim(signed(CLEO)), Error::NothingToClaim);
		assert_noop!(Harberger::claim(signed(BEN)), sp_runtime::TokenError::BelowMinimum);
		assert_ok!(Balances::transfer_allow_death(signed(CLEO), BEN, 100));
		assert!(RuntimeCall::from(Call::claim {}).is_feeless(&signed(BEN)));
		assert_ok!(Harberger::claim(signed(BEN)));
		assert_eq!(wealth(BEN), 102);
		assert!(!RuntimeCall::from(Call::claim {}).is_feeless(&signed(BEN)));
		System::assert_last_event(Event::Claimed { who: BEN, amount: 2 }.into());
		assert_noop!(Harberger::claim(signed(BEN)), Error::NothingToClaim);
	});
}

#[test]
fn an_outbid_bidder_who_cannot_be_refunded_does_not_stop_the_next_bid() {
	build_and_execute(|| {
		Titled::insert(2, (None::<u64>, Some(BEN)));
		ForeclosureTip::set(0);
		assert_ok!(Harberger::accept(signed(BEN), 2, 1, 1));
		assert_ok!(Harberger::bid(signed(CLEO), 2, 2));
		drain(CLEO);
		assert_ok!(Harberger::bid(signed(DORA), 2, 3));
		assert_eq!(Balances::total_balance_on_hold(&CLEO), 0);
		assert_eq!(Proceeds::<Test>::get(CLEO), 3, "the bid and its escrow");
		System::assert_has_event(Event::ProceedsKept { who: CLEO, amount: 3 }.into());
		assert!(Harberger::claim(signed(CLEO)).is_err(), "still too little for an empty account");
		assert_ok!(Balances::transfer_allow_death(signed(BEN), CLEO, MINIMUM));
		assert_ok!(Harberger::claim(signed(CLEO)));
		assert_eq!(Balances::balance(&CLEO), MINIMUM + 3);
	});
}

/// A winner's account can take nothing. The escrow of the bid becomes that of the parcel without touching it.
#[test]
fn a_winner_whose_account_takes_nothing_buys_all_the_same() {
	build_and_execute(|| {
		Titled::insert(2, (None::<u64>, Some(BEN)));
		ForeclosureTip::set(0);
		assert_ok!(Harberger::accept(signed(BEN), 2, 1, 1));
		assert_ok!(Harberger::bid(signed(CLEO), 2, 2));
		drain(CLEO);
		wait(7 * DAY);
		assert_ok!(Harberger::close(signed(DORA), 2));
		assert_eq!(Holdings::<Test>::get(2).map(|it| (it.holder, it.escrow)), Some((CLEO, 1)));
		assert_eq!(Balances::balance_on_hold(&HoldReason::Escrow.into(), &CLEO), 1);
	});
}
