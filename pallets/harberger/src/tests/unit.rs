// SPDX-License-Identifier: Apache-2.0
//! Prices in the unit of account.

use super::*;

fn price(parts: u32) -> FixedU128 {
	FixedU128::from_rational(parts.into(), 100)
}

fn announce(parts: u32) -> DispatchResult {
	Harberger::announce_index(RuntimeOrigin::root(), price(parts))
}

#[test]
fn the_law_announces_an_index_a_week_ahead_a_month_apart_and_within_a_tenth() {
	build_and_execute(|| {
		assert_noop!(announce(111), Error::IndexTooFar);
		assert_noop!(announce(89), Error::IndexTooFar);
		assert_ok!(announce(110));
		let at = START + 7 * DAY;
		System::assert_last_event(Event::IndexAnnounced { price: price(110), at }.into());
		assert_noop!(announce(100), Error::IndexTooSoon);
		wait(7 * DAY - 1);
		assert_eq!(Harberger::unit_price(), price(100));
		wait(1);
		assert_eq!(Harberger::unit_price(), price(110));
		wait(23 * DAY - 1);
		assert_noop!(announce(121), Error::IndexTooSoon);
		wait(1);
		assert_noop!(announce(122), Error::IndexTooFar);
		assert_ok!(announce(121));
	});
}

/// CIV falls by a tenth. The house keeps its price in units, so it costs more CIV, and so does its charge from then on.
#[test]
fn a_price_in_units_follows_the_index_and_so_does_its_charge() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(Harberger::denominate(signed(ADA), HOUSE, Denomination::Unit));
		assert_noop!(
			Harberger::denominate(signed(ADA), HOUSE, Denomination::Unit),
			Error::AlreadyDenominated
		);
		let valuation = WORTH;
		System::assert_last_event(
			Event::Denominated { parcel: HOUSE, denomination: Denomination::Unit, valuation }.into(),
		);
		assert_ok!(announce(110));
		wait(6 * DAY);
		assert_ok!(settle());
		assert_eq!((revenue(), info().asking), (charge(WORTH, 6 * DAY), WORTH));
		wait(DAY);
		assert_eq!(info().asking, 1_100_000);
		assert_noop!(bid(BEN, 1_121_999), Error::BidTooLow);
		assert_eq!(Valued::get(HOUSE), WORTH);
		assert_ok!(settle());
		assert_eq!(Valued::get(HOUSE), 1_100_000, "the register learns when the parcel is touched");
		let day = (charge(WORTH, DAY) * 11).div_ceil(10);
		assert_eq!(revenue(), charge(WORTH, 6 * DAY) + day);
		assert_ok!(bid(BEN, 1_122_000));
		assert_ok!(defend());
		assert_eq!(house().valuation, 1_020_000, "the price that a defence names is in units as well");
		assert_eq!(info().asking, 1_122_000);
	});
}

#[test]
fn other_money_is_no_way_out_of_a_price_that_binds() {
	build_and_execute(|| {
		settle_in();
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 1_000_000));
		assert_ok!(announce(110));
		wait(7 * DAY);
		assert_ok!(Harberger::denominate(signed(ADA), HOUSE, Denomination::Unit));
		// 909,091 units at 1.1 are a million and a tenth.
		assert_eq!((house().valuation, info().asking), (909_091, 1_000_001));
		assert_eq!(house().bound.map(|it| it.level), Some(909_091));
		let paid = revenue();
		assert_ok!(assess(0));
		let cut = (charge(909_091, 83 * DAY) * 11).div_ceil(10);
		assert_eq!(revenue() - paid, cut);
		assert_ok!(Harberger::denominate(signed(ADA), HOUSE, Denomination::Civ));
		assert_eq!(house().valuation, 0);
	});
}
