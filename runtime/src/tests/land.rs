//! Land, its charge and who gets it: the pallets together.

use super::*;
use crate::governance::origins::Origin;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Inspect, Get, GetCallMetadata, GetCallName, Hooks},
};
use pallet_land::{
	grid::{Point, Rectangle},
	Survey,
};
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	Perquintill,
};
use std::collections::BTreeMap;

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

/// What happens to a town in which nobody can be relied on.
struct Life {
	dice: u64,
	/// The treasury's, the dividend's and the revenue's balance at first.
	at_first: [Balance; 3],
	/// How often each call has succeeded.
	done: BTreeMap<&'static str, u32>,
}

fn coffers() -> [Balance; 3] {
	let treasury = configs::land::TreasuryBalance::get();
	[treasury, Balances::balance(&Dividend::account_id()), Balances::balance(&Revenue::account_id())]
}

impl Life {
	/// A number below `sides`.
	fn roll(&mut self, sides: u64) -> u64 {
		self.dice ^= self.dice << 13;
		self.dice ^= self.dice >> 7;
		self.dice ^= self.dice << 17;
		(self.dice >> 16) % sides
	}

	fn person(&mut self) -> AccountId {
		[alice(), bob(), charlie(), dave(), eve()][self.roll(5) as usize].clone()
	}

	/// What somebody does, and who.
	fn act(&mut self) -> (RuntimeOrigin, RuntimeCall) {
		use pallet_harberger::Call;
		let (parcel, who, other) = (self.roll(3) as u32, self.person(), self.person());
		let holding = Harberger::holding_info(parcel);
		let holder = holding.as_ref().map_or(who.clone(), |it| it.holding.holder.clone());
		// An odd sum, so that nothing is divided without a rest.
		let amount = Balance::from(self.roll(1_000)) * 401 * CIV + Balance::from(self.roll(1_000_003));
		let escrow = Harberger::reserve(parcel, amount) + amount / 20;
		let (who, call): (AccountId, RuntimeCall) = match self.roll(18) {
			0 => {
				let receiver = holding.and_then(|it| it.holding.offer).unwrap_or(who);
				(receiver, Call::accept { parcel, valuation: amount, escrow }.into())
			}
			1 => (holder, Call::assess { parcel, valuation: amount }.into()),
			2 => (holder, Call::fund { parcel, amount }.into()),
			3 => (holder, Call::withdraw { parcel, amount: amount / 50 }.into()),
			4 | 5 => {
				let least = holding.as_ref().map_or(1, |it| it.least_bid);
				let max_rate = Perquintill::from_percent(3 + self.roll(7));
				(who, Call::bid { parcel, amount: least + amount / 100, max_rate }.into())
			}
			6 => (holder, Call::defend { parcel, max_price: Balance::MAX }.into()),
			7 => (who, Call::close { parcel }.into()),
			8 => (who, Call::foreclose { parcel }.into()),
			9 | 10 => (who, Call::buy { parcel, max_price: Balance::MAX, valuation: amount, escrow }.into()),
			11 => (holder, Call::relinquish { parcel }.into()),
			12 => (holder, Call::offer { parcel, receiver: Some(other) }.into()),
			13 => (who, Call::release { parcel }.into()),
			14 => (who, pallet_dividend::Call::claim {}.into()),
			15 => (who, pallet_census::Call::attest { next: None }.into()),
			16 if self.roll(12) == 0 => (who, pallet_citizenship::Call::renounce {}.into()),
			16 => (who, pallet_floating_tax::Call::refresh { parcel }.into()),
			_ => {
				let amount = Revenue::purse(0) / 3;
				let call = pallet_revenue::Call::spend { territory: 0, beneficiary: other, amount };
				return (Origin::Spending.into(), call.into());
			}
		};
		(signed(who), call)
	}

	fn step(&mut self) {
		use parameters::amendable::{harberger, tax};
		match self.roll(12) {
			0 | 1 => {
				Harberger::on_initialize(System::block_number());
				let most = if self.roll(20) == 0 { YEAR } else { YEAR / 24 };
				wait(self.roll(most));
			}
			2 if self.roll(3) == 0 => turn(),
			2 => {
				let rate = Some(Perquintill::from_percent(self.roll(8)));
				let parameter = match self.roll(2) {
					0 => parameters::RuntimeParameters::Harberger(harberger::Parameters::BaseRate(
						harberger::BaseRate,
						rate,
					)),
					_ => parameters::RuntimeParameters::Tax(tax::Parameters::MaxRate(tax::MaxRate, rate)),
				};
				let charter = Origin::Charter;
				assert_ok!(Parameters::set_parameter(charter.into(), parameter));
			}
			_ => {
				let (origin, call) = self.act();
				let name = call.get_call_metadata().function_name;
				if call.dispatch(origin).is_ok() {
					*self.done.entry(name).or_default() += 1;
				}
			}
		}
	}

	/// All that was charged is somewhere, and nothing else is.
	fn check(&self) {
		let [mut charged, mut claimed, mut spent] = [0; 3];
		for record in System::events() {
			use pallet_harberger::Event;
			match record.event {
				RuntimeEvent::Harberger(
					Event::Charged { amount, .. }
					| Event::BackCharged { amount, .. }
					| Event::BidEnded { charge: amount, .. }
					| Event::Sold { dues: amount, .. },
				) => charged += amount,
				RuntimeEvent::Dividend(pallet_dividend::Event::Claimed { amount, .. }) => claimed += amount,
				RuntimeEvent::Revenue(pallet_revenue::Event::Spent { amount, .. }) => spent += amount,
				_ => {}
			}
		}
		let totals = pallet_revenue::Collected::<Runtime>::get();
		assert_eq!(totals.collected, charged, "what was charged was collected");
		let [treasury, dividend, revenue] = [0, 1, 2].map(|n| coffers()[n] - self.at_first[n]);
		let waiting = pallet_revenue::Waiting::<Runtime>::get();
		assert_eq!(treasury + waiting, totals.treasury, "the treasury has its part");
		assert_eq!(dividend + claimed, totals.dividend, "the citizens have theirs, or will");
		let purse = Revenue::purse(0);
		assert_eq!((revenue, purse + spent), (purse + waiting, totals.purses), "the territory has the rest");
		assert_eq!(treasury + dividend + revenue + claimed + spent, charged, "charged = distributed + held");
	}
}

#[test]
fn whatever_people_do_all_that_is_charged_is_distributed_or_held() {
	let mut done = BTreeMap::new();
	for seed in 1..=24u64 {
		in_a_town(|| {
			for (north, assignee) in [(100_000, None), (200_000, Some(charlie()))] {
				let lot = survey(Point { lat: 387_000_000 + north, lon: -91_000_000 });
				assert_ok!(Land::register(signed(eve()), 0, lot, assignee));
			}
			let dice = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
			let mut life = Life { dice, at_first: coffers(), done: std::mem::take(&mut done) };
			for _ in 0..400 {
				life.step();
			}
			life.check();
			done = life.done;
		});
	}
	let calls = pallet_harberger::Call::<Runtime>::get_call_names().iter();
	// What could not be paid at once hardly ever happens with real money: the pallet's own stories tell of it.
	for call in calls.filter(|call| **call != "claim").chain(&["refresh", "spend", "renounce", "attest"]) {
		assert!(done.contains_key(call), "{call} never succeeds: {done:?}");
	}
	assert!(done.contains_key("claim"), "nobody claims a dividend");
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
		wait(YEAR);
		let charge = WORTH / 1_000 * 45;
		assert_eq!(Harberger::holding_info(0).map(|house| house.due), Some(charge));
		let treasury = configs::land::TreasuryBalance::get();
		assert_ok!(Harberger::fund(signed(bob()), 0, 0));
		assert_eq!(pallet_dividend::Pot::<Runtime>::get(), charge / 2);
		assert_eq!(configs::land::TreasuryBalance::get() - treasury, charge / 10 * 3);
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
