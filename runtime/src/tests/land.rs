//! Land, its charge and who gets it: the pallets together.

use super::*;
use crate::governance::origins::Origin;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Inspect, Get, Hooks},
};
use pallet_land::{
	grid::{Point, Rectangle},
	Survey,
};
use sp_runtime::{traits::BadOrigin, Perquintill};

/// A year, in milliseconds.
const YEAR: u64 = civitas_primitives::YEAR;
/// What Bob's house is worth to him.
const WORTH: Balance = 365_000 * CIV;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A house of four tiles.
fn survey(reference: Point) -> Survey {
	let tile = reference.tile().expect("it lies on the earth");
	let shape = Rectangle { row: tile.row, column: tile.column, rows: 2, columns: 2 };
	Survey {
		shape: vec![shape].try_into().expect("it is one rectangle"),
		reference,
		area: 400,
		title_hash: Default::default(),
	}
}

/// A development chain in which Bob holds parcel 0 in territory 0.
fn in_a_town(test: impl FnOnce()) {
	development_chain().execute_with(|| {
		pallet_timestamp::Now::<Runtime>::put(1_800_000_000_000);
		Harberger::on_initialize(1);
		let name: pallet_land::Name = b"Town".to_vec().try_into().expect("it is short");
		let open = |who| Land::open_territory(signed(who), name.clone(), *b"PT", eve(), 10);
		assert_noop!(open(bob()), BadOrigin);
		assert_ok!(open(alice()));
		let house = survey(Point { lat: 387_000_000, lon: -91_000_000 });
		assert_ok!(Land::register(signed(eve()), 0, house, Some(bob())));
		assert_ok!(Harberger::accept(signed(bob()), 0, WORTH, 50_000 * CIV));
		let issued = Balances::total_issuance();
		test();
		assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		Land::do_try_state().expect("the register's invariants hold");
		FloatingTax::do_try_state().expect("the floating tax's invariants hold");
		Harberger::do_try_state().expect("the holdings' invariants hold");
		Revenue::do_try_state().expect("the revenue's invariants hold");
		Dividend::do_try_state().expect("the dividend's invariants hold");
	});
}

/// Lets time pass, as if all of it were between two blocks.
fn wait(millis: u64) {
	pallet_timestamp::Now::<Runtime>::mutate(|now| *now += millis);
}

/// Ends the season.
fn turn() {
	let next = Seasons::current().ends;
	System::set_block_number(next);
	Seasons::on_initialize(next);
}

#[test]
fn a_years_charge_is_shared_between_citizens_treasury_and_territory() {
	in_a_town(|| {
		let treasury = configs::land::TreasuryBalance::get();
		wait(YEAR);
		let charge = WORTH / 1_000 * 45;
		assert_eq!(Harberger::holding_info(0).map(|house| house.due), Some(charge));
		assert_ok!(Harberger::fund(signed(bob()), 0, 0));
		assert_eq!(pallet_dividend::Pot::<Runtime>::get(), charge / 2);
		assert_eq!(configs::land::TreasuryBalance::get(), treasury + charge / 10 * 3);
		assert_eq!(Revenue::purse(0), charge / 5);

		turn();
		let share = charge / 2 / 4;
		for who in [alice(), bob(), charlie(), dave()] {
			let before = Balances::free_balance(&who);
			assert_ok!(Dividend::claim(signed(who.clone())));
			assert_eq!(Balances::free_balance(&who), before + share);
		}
		for who in [signed(eve()), signed(alice()), Origin::Appointment.into()] {
			assert_noop!(Revenue::spend(who, 0, eve(), CIV), BadOrigin);
		}
		assert_ok!(Revenue::spend(Origin::Spending.into(), 0, eve(), charge / 5));
		assert_eq!(Revenue::purse(0), 0);
	});
}

#[test]
fn a_leaver_takes_the_dividend_along_and_the_price_of_the_house() {
	in_a_town(|| {
		wait(YEAR);
		assert_ok!(Harberger::fund(signed(bob()), 0, 0));
		turn();
		let before = Balances::total_balance(&bob());
		let share = Dividend::dividend_info(1).claimable;
		assert!(share > 0);
		assert_noop!(Harberger::release(signed(eve()), 0), pallet_harberger::Error::<Runtime>::NotLeft);
		assert_ok!(Citizenship::renounce(signed(bob())));
		assert_eq!(Balances::total_balance(&bob()), before + share);

		assert_ok!(Harberger::release(signed(eve()), 0));
		assert_eq!(Land::footprint().valuation, 0);
		let price = Harberger::auction_info(0).expect("it is for sale").price;
		assert_eq!(price, 2 * WORTH);
		assert_ok!(Harberger::buy(signed(eve()), 0, price, WORTH, 50_000 * CIV));
		assert_eq!(Balances::total_balance(&bob()), before + share + price);
		assert_eq!(Land::footprint().valuation, WORTH);
	});
}

#[test]
fn a_new_parcel_in_common_ownership_is_for_sale() {
	in_a_town(|| {
		let field = survey(Point { lat: 387_100_000, lon: -91_000_000 });
		assert_ok!(Land::register(signed(eve()), 0, field, None));
		let price = Harberger::auction_info(1).expect("it is for sale").price;
		assert_eq!(price, 1_000 * CIV);
		assert_ok!(Harberger::buy(signed(charlie()), 1, price, WORTH, 50_000 * CIV));
		assert_eq!(pallet_revenue::Collected::<Runtime>::get().collected, price);
	});
}

#[test]
fn an_amended_base_rate_counts_from_the_next_block_on() {
	in_a_town(|| {
		wait(YEAR);
		use parameters::amendable::harberger::{BaseRate, Parameters as Harbergers};
		let amendment = Some(Perquintill::from_percent(7));
		let amendment = parameters::RuntimeParameters::Harberger(Harbergers::BaseRate(BaseRate, amendment));
		assert_ok!(Parameters::set_parameter(Origin::Charter.into(), amendment));
		let due = || Harberger::holding_info(0).expect("Bob holds it").due;
		assert_eq!(due(), WORTH / 1_000 * 45);
		Harberger::on_initialize(2);
		wait(YEAR / 100);
		assert_eq!(due(), WORTH / 1_000 * 45 + WORTH / 100_000 * 95);
	});
}
