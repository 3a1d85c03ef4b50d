// SPDX-License-Identifier: Apache-2.0
//! Whether honesty pays: what naming a price too low and defending costs.

use super::*;

/// A thousandth of a CIV is a unit here.
const CIV: Balance = 1_000;
const TRUE_PRICE: Balance = 300_000 * CIV;
const YEARS: u64 = 20;

/// Ada takes a house at a price, at the live rates: 2 % for all, 2.5 % by the neighbours.
fn take(valuation: Balance) {
	HighestFloat::set(Perquintill::from_percent(5));
	float(HOUSE, Perquintill::from_rational(25u64, 1_000));
	assert_ok!(Harberger::accept(signed(ADA), HOUSE, valuation, 500_000 * CIV));
}

/// The milliseconds to the next of some bids a year.
fn next_bid(dice: &mut u64, bids_a_year: f64) -> u64 {
	*dice ^= *dice << 13;
	*dice ^= *dice >> 7;
	*dice ^= *dice << 17;
	let chance = ((*dice >> 11) as f64 + 1.0) / (1u64 << 53) as f64;
	(-chance.ln() / bids_a_year * YEAR as f64) as u64
}

/// What Ada pays in twenty years if she names `price`, defends against each serious bid, and sells in the end.
fn life(price: Balance, bids_a_year: f64, dice: &mut u64) -> Balance {
	let mut paid = 0;
	build_and_execute(|| {
		take(price);
		let end = START + YEARS * YEAR;
		loop {
			let wait_for = next_bid(dice, bids_a_year);
			if Now::get() + wait_for + 15 * DAY >= end {
				break;
			}
			wait(wait_for);
			if info().least_bid <= TRUE_PRICE {
				assert_ok!(Harberger::fund(signed(BEN), HOUSE, 0));
				assert_ok!(bid(BEN, TRUE_PRICE));
				wait(7 * DAY - 1);
				assert_ok!(defend());
			}
			// What the defence has named binds for a while.
			let bound = house().bound.map_or(0, |bound| bound.until);
			if house().valuation > price && Now::get() >= bound {
				assert_ok!(assess(price));
			} else if house().valuation > price && bound + 9 * DAY < end {
				wait(bound - Now::get());
				assert_ok!(assess(price));
			}
		}
		wait(end - 7 * DAY - Now::get());
		assert_ok!(bid(CLEO, TRUE_PRICE / 100 * 102));
		wait(7 * DAY);
		assert_ok!(close());
		assert_eq!(house().holder, CLEO);
		paid = revenue();
	});
	paid
}

#[test]
fn naming_the_true_price_costs_no_more_than_naming_zero_and_defending() {
	let mut dice = 0x9e37_79b9_7f4a_7c15;
	println!("| serious bids a year | true price, CIV | half and defend, CIV | zero and defend, CIV |");
	println!("| ---: | ---: | ---: | ---: |");
	for bids_a_year in [0.1, 0.33, 1.0, 2.0, 4.0] {
		let lives = 20;
		let mut mean = |price| {
			let sum: Balance = (0..lives).map(|_| life(price, bids_a_year, &mut dice)).sum();
			sum / lives / CIV
		};
		let [honest, half, zero] = [TRUE_PRICE, TRUE_PRICE / 2, 0].map(&mut mean);
		println!("| {bids_a_year} | {honest} | {half} | {zero} |");
		assert!(zero * 105 >= honest * 100, "naming zero pays: {zero} instead of {honest}");
		assert!(honest >= 270_000 && honest < 275_000);
	}
}

/// What Ada owes if she has named nothing for two years and defends at her true price.
fn two_years() -> Balance {
	let rate = Perquintill::from_rational(45u64, 1_000);
	Accrual::over(rate, 2 * YEAR).due_on(TRUE_PRICE)
}

/// The holder would be asked only since the last naming.
#[test]
fn naming_a_little_more_or_less_each_month_does_not_shorten_the_past() {
	build_and_execute(|| {
		take(0);
		for month in 0..24 {
			wait(YEAR / 12);
			assert_ok!(assess(1 - month % 2));
		}
		assert_ok!(bid(BEN, TRUE_PRICE));
		let asked = info().defence.expect("there is a bid");
		assert!(asked.abs_diff(two_years()) < CIV, "{asked}");
	});
}

/// On the code before, a defence looked back for ninety days, however long the price had been too low.
#[test]
fn neither_gifts_nor_sales_nor_defences_at_no_price_shorten_the_past() {
	let schemes: [fn(); 4] = [
		|| {
			assert_ok!(Harberger::offer(signed(ADA), HOUSE, Some(DORA)));
			assert_ok!(Harberger::accept(signed(DORA), HOUSE, 0, 500_000 * CIV));
		},
		|| {
			// Dora is Ada's puppet, and buys the house for a unit.
			assert_ok!(bid(DORA, 1));
			wait(7 * DAY);
			assert_ok!(close());
		},
		|| {
			assert_ok!(bid(DORA, 1));
			assert_ok!(defend());
		},
		|| {
			// Anybody can have it for the price of new land, so this is a wager, and it hides nothing.
			wait(90 * DAY);
			assert_ok!(Harberger::relinquish(signed(ADA), HOUSE));
			assert_ok!(Harberger::reclaim(signed(ADA), HOUSE, 500_000 * CIV));
		},
	];
	for scheme in schemes {
		build_and_execute(|| {
			take(0);
			let start = Now::get();
			wait(YEAR);
			scheme();
			wait(start + 2 * YEAR - Now::get());
			assert_ok!(bid(BEN, TRUE_PRICE));
			let asked = info().defence.expect("there is a bid");
			assert!(asked.abs_diff(two_years()) < CIV, "{asked}");
		});
	}
}

#[test]
fn a_sale_makes_good_for_a_price_too_low_but_leaves_the_seller_that_price() {
	build_and_execute(|| {
		take(0);
		wait(2 * YEAR - 7 * DAY);
		assert_ok!(bid(BEN, TRUE_PRICE));
		wait(7 * DAY);
		let before = wealth(ADA);
		assert_ok!(close());
		assert_eq!(wealth(ADA), before + TRUE_PRICE - two_years());
		let back = two_years();
		let (parcel, price, dues, former) = (HOUSE, TRUE_PRICE, back, Some(ADA));
		let proceeds = TRUE_PRICE - back;
		System::assert_has_event(Event::Sold { parcel, price, dues, back, former, proceeds }.into());
	});
	build_and_execute(|| {
		take(TRUE_PRICE / 100);
		wait(60 * YEAR);
		assert_ok!(Harberger::fund(signed(ADA), HOUSE, 0));
		assert_ok!(bid(BEN, TRUE_PRICE));
		wait(7 * DAY);
		let before = wealth(ADA);
		let due = info().due;
		assert_ok!(close());
		assert_eq!(wealth(ADA) - before + due, TRUE_PRICE / 100, "a century's shortfall takes no more");
	});
}

#[test]
fn a_price_that_was_raised_with_the_market_owes_little() {
	build_and_execute(|| {
		take(TRUE_PRICE / 2);
		// A rise of three per cent a year for twenty years, named each year.
		let mut price = TRUE_PRICE / 2;
		for _ in 0..YEARS {
			wait(YEAR);
			price += price / 100 * 3;
			assert_ok!(assess(price));
			assert_ok!(Harberger::fund(signed(BEN), HOUSE, 20_000 * CIV));
		}
		assert_ok!(bid(BEN, info().least_bid));
		let asked = info().defence.expect("there is a bid");
		assert!(asked < price / 100 * 3, "{asked} of {price}");
	});
}
