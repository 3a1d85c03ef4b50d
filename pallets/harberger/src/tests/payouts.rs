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
		assert_ok!(Harberger::bid(signed(CLEO), 2, 2, RATE));
		wait(7 * DAY);
		drain(BEN);
		assert_ok!(Harberger::close(signed(DORA), 2));
		assert_eq!(Holdings::<Test>::get(2).map(|it| it.holder), Some(CLEO));
		// The escrow went on the charge; the price waits.
		System::assert_has_event(Event::ProceedsKept { who: BEN, amount: 2 }.into());
		assert_eq!((Proceeds::<Test>::get(BEN), wealth(BEN)), (2, 0));
		assert_eq!(Harberger::proceeds_of(&BEN), 2);
		assert_eq!(Balances::balance(&harberger), MINIMUM + 2);
		assert_noop!(Harberger::claim(signed(CLEO)), Error::NothingToClaim);
		assert_noop!(Harberger::claim(signed(BEN)), sp_runtime::TokenError::BelowMinimum);
		let is_free = || RuntimeCall::Harberger(Call::claim {}).is_feeless(&signed(BEN));
		assert!(!is_free());
		assert_ok!(Balances::transfer_allow_death(signed(CLEO), BEN, 100));
		assert!(is_free());
		let paid = Harberger::claim(signed(BEN)).expect("the account can take it");
		assert_eq!((paid.pays_fee, wealth(BEN)), (Pays::No, 102));
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
		assert_ok!(Harberger::bid(signed(CLEO), 2, 2, RATE));
		drain(CLEO);
		assert_ok!(Harberger::bid(signed(DORA), 2, 3, RATE));
		assert_eq!(Balances::total_balance_on_hold(&CLEO), 0);
		assert_eq!(Proceeds::<Test>::get(CLEO), 3, "the bid and its escrow");
		System::assert_has_event(Event::ProceedsKept { who: CLEO, amount: 3 }.into());
		assert!(Harberger::claim(signed(CLEO)).is_err(), "still too little for an empty account");
		assert_ok!(Balances::transfer_allow_death(signed(BEN), CLEO, MINIMUM));
		assert_ok!(Harberger::claim(signed(CLEO)));
		assert_eq!(Balances::balance(&CLEO), MINIMUM + 3);
	});
}

#[test]
fn a_winner_whose_money_cannot_move_loses_the_bid_and_stops_nothing() {
	build_and_execute(|| {
		Titled::insert(2, (None::<u64>, Some(BEN)));
		ForeclosureTip::set(0);
		assert_ok!(Harberger::accept(signed(BEN), 2, 1, 1));
		assert_ok!(Harberger::bid(signed(CLEO), 2, 2, RATE));
		drain(CLEO);
		wait(7 * DAY);
		assert_ok!(Harberger::close(signed(DORA), 2));
		assert_eq!(Holdings::<Test>::get(2).map(|it| (it.holder, it.bid)), Some((BEN, None)));
	});
}
