// SPDX-License-Identifier: Apache-2.0
//! Taking, assessing, funding and giving away parcels.

use super::*;

#[test]
fn who_a_parcel_is_reserved_for_takes_it_at_a_price_of_their_own() {
	build_and_execute(|| {
		let reserve = TIP + charge(WORTH, 30 * DAY);
		let accept = |who, escrow| Harberger::accept(signed(who), HOUSE, WORTH, escrow);
		assert_noop!(accept(BEN, reserve), Error::NotOffered);
		assert_noop!(accept(ADA, reserve - 1), Error::EscrowTooLow);
		assert_ok!(accept(ADA, reserve));
		assert_eq!(Titled::get(HOUSE), Some((Some(ADA), None)));
		assert_eq!(Valued::get(HOUSE), WORTH);
		assert_eq!(Balances::balance_on_hold(&HoldReason::Escrow.into(), &ADA), reserve);
		System::assert_last_event(
			Event::Acquired {
				parcel: HOUSE,
				holder: ADA,
				means: Means::Assignment,
				price: 0,
				valuation: WORTH,
				escrow: reserve,
				paid: house().paid,
			}
			.into(),
		);
		assert_noop!(accept(ADA, reserve), Error::NotOffered);
	});
}

#[test]
fn a_valuation_is_cut_and_raised() {
	build_and_execute(|| {
		settle_in();
		wait(90 * DAY);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, charge(WORTH, 90 * DAY)));
		assert_ok!(assess(600_000));
		System::assert_last_event(Event::Assessed { parcel: HOUSE, old: WORTH, new: 600_000 }.into());
		assert_noop!(assess(600_000), Error::AlreadyAssessed);
		assert_noop!(Harberger::assess(signed(BEN), HOUSE, 7), Error::NotHolder);
		assert_noop!(Harberger::assess(signed(BEN), 2, 7), Error::NotHeld);
		let affordable = (ESCROW - TIP) * 20 * 365 / 30;
		assert_noop!(assess(affordable + 100), Error::EscrowTooLow);
		assert_ok!(assess(affordable));
		assert_eq!(Valued::get(HOUSE), affordable);
	});
}

#[test]
fn escrow_can_be_withdrawn_down_to_the_reserve() {
	build_and_execute(|| {
		settle_in();
		let reserve = TIP + charge(WORTH, 30 * DAY);
		let withdraw = |amount| Harberger::withdraw(signed(ADA), HOUSE, amount);
		assert_noop!(withdraw(ESCROW - reserve + 1), Error::EscrowTooLow);
		assert_noop!(withdraw(ESCROW + 1), Error::EscrowTooLow);
		assert_ok!(withdraw(ESCROW - reserve));
		System::assert_last_event(
			Event::EscrowChanged { parcel: HOUSE, by: ADA, old: ESCROW, new: reserve }.into(),
		);
		assert_eq!(Balances::balance(&ADA), WEALTH - reserve);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 9));
		assert_eq!(house().escrow, reserve + 9);
	});
}

#[test]
fn a_gift_needs_the_receivers_word_and_takes_their_price() {
	build_and_execute(|| {
		settle_in();
		wait(YEAR);
		let accept = || Harberger::accept(signed(BEN), HOUSE, 300_000, 20_000);
		assert_noop!(accept(), Error::NotOffered);
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(BEN)));
		System::assert_last_event(Event::Offered { parcel: HOUSE, old: None, new: Some(BEN) }.into());
		assert_eq!(house().holder, ADA, "it is hers until he accepts");
		assert_ok!(accept());
		let house = house();
		assert_eq!((house.holder, house.valuation, house.escrow), (BEN, 300_000, 20_000));
		assert_eq!(house.bound, None, "his price is below hers");
		assert_eq!(wealth(ADA), WEALTH - 50_000, "Ada has paid for her year, and has the rest back");
		assert_eq!(Balances::total_balance_on_hold(&ADA), 0);
		assert_eq!(Valued::get(HOUSE), 300_000);
	});
}

#[test]
fn an_offer_can_be_taken_back_and_is_not_for_oneself() {
	build_and_execute(|| {
		settle_in();
		assert_noop!(Harberger::offer(signed(BEN), HOUSE, Some(BEN)), Error::NotHolder);
		assert_noop!(Harberger::offer(signed(ADA), HOUSE, Some(ADA)), Error::OwnParcel);
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(BEN)));
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, None));
		assert_noop!(Harberger::accept(signed(BEN), HOUSE, 7, 20_000), Error::NotOffered);
	});
}

#[test]
fn figures_too_large_are_refused_and_overflow_nothing() {
	build_and_execute(|| {
		settle_in();
		field();
		let (max, uncovered) = (Balance::MAX, sp_runtime::TokenError::FundsUnavailable);
		assert_noop!(assess(max), Error::EscrowTooLow);
		assert_noop!(Harberger::withdraw(signed(ADA), HOUSE, max), Error::EscrowTooLow);
		assert_noop!(Harberger::fund(signed(ADA), HOUSE, max), uncovered);
		assert_noop!(Harberger::accept(signed(ADA), 2, max, ESCROW), Error::EscrowTooLow);
		assert_noop!(Harberger::accept(signed(ADA), 2, max, max), uncovered);
		assert_noop!(Harberger::accept(signed(ADA), 2, 0, max), uncovered);
		assert_noop!(Harberger::bid(signed(BEN), 7, max), sp_runtime::ArithmeticError::Overflow);
		assert_noop!(Harberger::bid(signed(BEN), 7, max / 2), uncovered);
		assert_ok!(Harberger::accept(signed(ADA), 2, WORTH, ESCROW));
		assert_ok!(Harberger::relinquish(signed(ADA), 2));
		assert_noop!(Harberger::buy(signed(BEN), 2, max, max, ESCROW), Error::EscrowTooLow);
		assert_noop!(Harberger::buy(signed(BEN), 2, max, 0, max), uncovered);
	});
}

#[test]
fn what_nobody_holds_or_knows_is_refused() {
	build_and_execute(|| {
		for call in [
			Call::<Test>::fund { parcel: 9, amount: 1 },
			Call::withdraw { parcel: 9, amount: 1 },
			Call::assess { parcel: 9, valuation: 1 },
			Call::defend { parcel: 9, max_price: 1 },
			Call::close { parcel: 9 },
			Call::foreclose { parcel: 9 },
			Call::relinquish { parcel: 9 },
			Call::offer { parcel: 9, receiver: None },
			Call::settle { parcel: 9 },
			Call::guard { parcel: 9, max_price: None },
			Call::denominate { parcel: 9, denomination: Denomination::Unit },
			Call::bid { parcel: 9, amount: 1 },
		] {
			use frame_support::traits::UnfilteredDispatchable;
			let refused = call.dispatch_bypass_filter(signed(ADA)).map_err(|failed| failed.error);
			assert_eq!(refused, Err(Error::NotHeld.into()));
		}
		assert_noop!(Harberger::accept(signed(ADA), 9, 1, ESCROW), Error::NotOffered);
		assert_noop!(Harberger::buy(signed(ADA), 9, 1, 1, ESCROW), Error::NotForSale);
		assert_noop!(Harberger::reclaim(signed(ADA), 9, ESCROW), Error::NotForSale);
		// A parcel that the register forgot, which it does not.
		settle_in();
		wait(1);
		Titled::remove(HOUSE);
		assert_noop!(Harberger::fund(signed(ADA), HOUSE, 0), Error::UnknownParcel);
		Titled::insert(HOUSE, (Some(ADA), None::<u64>));
	});
}
