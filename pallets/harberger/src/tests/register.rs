// SPDX-License-Identifier: Apache-2.0
//! What the register does to parcels that somebody holds or bids for.

use super::*;

#[test]
fn what_is_withdrawn_gives_everybody_their_money_back() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 2 * WORTH));
		assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(CLEO)));
		wait(DAY);
		assert_ok!(Harberger::withdrawn(HOUSE));
		assert_eq!((wealth(ADA), wealth(BEN)), (WEALTH - charge(WORTH, DAY), WEALTH));
		for who in [ADA, BEN] {
			assert_eq!(Balances::total_balance_on_hold(&who), 0);
		}
		assert_eq!(Valued::get(HOUSE), 0);
		assert!(!Holdings::<Test>::contains_key(HOUSE));
		System::assert_last_event(Event::Withdrawn { parcel: HOUSE }.into());
		Titled::insert(HOUSE, (None::<u64>, None::<u64>));
	});
	build_and_execute(|| {
		let field = field();
		assert_ok!(Harberger::bid(signed(BEN), field, WORTH));
		assert_ok!(Harberger::withdrawn(field));
		assert_eq!((Balances::balance(&BEN), Auctions::<Test>::get(field)), (WEALTH, None));
		assert_ok!(Harberger::withdrawn(field));
	});
}

fn divide() -> DispatchResult {
	for part in [21, 22] {
		Titled::insert(part, (Some(ADA), None::<u64>));
	}
	Harberger::divided(HOUSE, &[(HOUSE, 50), (21, 30), (22, 20)])
}

#[test]
fn a_parcel_is_divided_by_area_and_joined_again() {
	build_and_execute(|| {
		assert_ok!(Harberger::accept(signed(ADA), HOUSE, 1_000_001, 80_001));
		wait(DAY);
		let due = charge(1_000_001, DAY);
		assert_ok!(divide());
		let of = |parcel| Holdings::<Test>::get(parcel).expect("Ada holds it");
		let parts = [HOUSE, 21, 22].map(of);
		assert_eq!(parts.clone().map(|part| part.valuation), [500_001, 300_000, 200_000]);
		assert_eq!(parts.clone().map(|part| part.escrow).iter().sum::<Balance>(), 80_001 - due);
		assert_eq!([HOUSE, 21, 22].map(Valued::get), [500_001, 300_000, 200_000]);
		assert!(parts.iter().all(|part| part.bound.is_some_and(|bound| bound.level == part.valuation)));
		assert!(parts.iter().all(|part| part.record.since == START));
		Harberger::do_try_state().expect("every invariant holds");

		for part in [21, 22] {
			assert_ok!(Harberger::joined(HOUSE, part));
			Titled::remove(part);
		}
		assert_eq!((house().valuation, house().escrow), (1_000_001, 80_001 - due));
		assert_eq!(house().bound.map(|it| (it.level, it.base)), Some((1_000_001, 0)));
		assert_eq!([HOUSE, 21, 22].map(Valued::get), [1_000_001, 0, 0]);
	});
}

#[test]
fn nothing_is_divided_or_joined_under_a_bid_in_arrears_or_without_a_reserve() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(bid(BEN, 2 * WORTH));
		assert_noop!(Harberger::divided(HOUSE, &[(HOUSE, 1), (21, 1)]), Error::BidOpen);
		assert_ok!(Harberger::accept(signed(ADA), 2, WORTH, ESCROW));
		assert_noop!(Harberger::joined(HOUSE, 2), Error::BidOpen);
		assert_noop!(Harberger::joined(2, 3), Error::NotHeld);
		assert_ok!(Harberger::offer(signed(ADA), 2, Some(CLEO)));
		assert_ok!(Harberger::accept(signed(CLEO), 2, WORTH, ESCROW));
		assert_ok!(Harberger::accept(signed(ADA), 3, WORTH, Harberger::reserve(WORTH)));
		assert_noop!(Harberger::joined(3, 2), Error::NotSameHolder);
		// Each part needs a tip of its own.
		Titled::insert(21, (Some(ADA), None::<u64>));
		let divide =
			|| frame_support::storage::with_storage_layer(|| Harberger::divided(3, &[(3, 1), (21, 1)]));
		assert_noop!(divide(), Error::EscrowTooLow);
		Titled::remove(21);
		wait(31 * DAY);
		assert_noop!(divide(), Error::InArrears);
	});
}
