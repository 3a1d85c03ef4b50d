// SPDX-License-Identifier: Apache-2.0
//! Land, its charge and who gets it: the pallets together.

use super::*;
use crate::governance::origins::Origin;
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		fungible::{Inspect, InspectHold},
		Get, GetCallMetadata, GetCallName, Hooks,
	},
};
use pallet_harberger::Denomination;
use pallet_land::{
	grid::{Point, Rectangle},
	Change, Designation, Ruling, Survey,
};
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	FixedU128, Perquintill,
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
		unit: 0,
		area: 400,
		title_hash: Default::default(),
	}
}

/// Eve enters a parcel, and its public notice ends. Returns its number.
fn register(survey: Survey, designation: Designation<AccountId>) -> u32 {
	let id = pallet_land::NextParcelId::<Runtime>::get();
	assert_ok!(Land::register(signed(eve()), 0, survey, designation));
	end_notice(id);
	assert_ok!(Land::enact(signed(charlie()), id));
	id
}

/// Lets the public notice of a parcel's filing end in this block.
fn end_notice(id: u32) {
	let now = System::block_number();
	pallet_land::Filings::<Runtime>::mutate_extant(id, |filing| filing.from = now);
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
		assert_eq!(register(house, Designation::Assigned(bob())), 0);
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
		let escrow = Harberger::reserve(amount) + amount / 20;
		let former =
			Harberger::auction_info(parcel).and_then(|it| it.auction.former).map(|former| former.who);
		let (who, call): (AccountId, RuntimeCall) = match self.roll(22) {
			0 => {
				let receiver = holding.and_then(|it| it.holding.offer).unwrap_or(who);
				(receiver, Call::accept { parcel, valuation: amount, escrow }.into())
			}
			1 => (holder, Call::assess { parcel, valuation: amount }.into()),
			2 if amount % 2 == 0 => (who, Call::fund { parcel, amount }.into()),
			2 => (holder, Call::replenish { parcel, amount }.into()),
			3 => (holder, Call::withdraw { parcel, amount: amount / 50 }.into()),
			4 | 5 => {
				let least = Harberger::quotes(vec![parcel]).first().map_or(1, |it| it.price);
				(who, Call::bid { parcel, amount: least + amount / 100 }.into())
			}
			6 => (holder, Call::defend { parcel, max_price: Balance::MAX }.into()),
			7 => (who, Call::close { parcel }.into()),
			8 => (who, Call::foreclose { parcel }.into()),
			9 | 10 => (who, Call::buy { parcel, max_price: Balance::MAX, valuation: amount, escrow }.into()),
			11 => (holder, Call::relinquish { parcel }.into()),
			12 => (holder, Call::offer { parcel, receiver: Some(other) }.into()),
			13 => (who, Call::settle { parcel }.into()),
			14 => (who, pallet_dividend::Call::claim {}.into()),
			15 => (who, pallet_census::Call::attest { next: None }.into()),
			16 if self.roll(12) == 0 => (who, pallet_citizenship::Call::renounce {}.into()),
			16 => (who, pallet_floating_tax::Call::refresh { parcel }.into()),
			17 => (holder, Call::guard { parcel, max_price: Some(amount * 3) }.into()),
			18 => {
				let valuation = Harberger::auction_info(parcel).map_or(0, |it| it.auction.valuation);
				let escrow = Harberger::reserve(valuation * 4);
				(former.unwrap_or(who), Call::reclaim { parcel, escrow }.into())
			}
			19 => {
				let denomination = if amount % 2 == 0 { Denomination::Civ } else { Denomination::Unit };
				(holder, Call::denominate { parcel, denomination }.into())
			}
			20 => {
				let price = Harberger::unit_price() * FixedU128::from_rational(95 + amount % 10, 100);
				return (Origin::Law.into(), Call::announce_index { price }.into());
			}
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
					| Event::LienPaid { amount, .. }
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
			for (north, designation) in
				[(100_000, Designation::Common), (200_000, Designation::Assigned(charlie()))]
			{
				let lot = survey(Point { lat: 387_000_000 + north, lon: -91_000_000 });
				register(lot, designation);
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

/// On the code before, anyone could put a leaver's house up for auction at once.
#[test]
fn a_leaver_takes_the_dividend_along_and_keeps_the_house() {
	in_a_town(|| {
		wait(YEAR);
		assert_ok!(Harberger::fund(signed(bob()), 0, 0));
		turn();
		let before = Balances::total_balance(&bob());
		let share = Dividend::dividend_info(1).claimable;
		assert!(share > 0);
		assert_ok!(Citizenship::renounce(signed(bob())));
		assert_eq!(Balances::total_balance(&bob()), before + share);
		assert_eq!(Land::footprint().valuation, WORTH);
		assert_ok!(Harberger::assess(signed(bob()), 0, WORTH + 1));
		assert_eq!(Harberger::holding_info(0).map(|it| it.holding.holder), Some(bob()));
	});
}

/// On the code before, the registrar registered a parcel and bought it at the initial price in one batch.
#[test]
fn a_registrar_cannot_buy_what_they_register_before_anybody_sees_it() {
	in_a_town(|| {
		let (survey, designation) =
			(survey(Point { lat: 387_100_000, lon: -91_000_000 }), Designation::Common);
		let register = pallet_land::Call::<Runtime>::register { territory: 0, survey, designation };
		let enact = pallet_land::Call::<Runtime>::enact { parcel: 1 };
		let price = 1_000 * CIV;
		let (parcel, max_price, valuation, escrow) = (1, price, WORTH, 50_000 * CIV);
		let buy = pallet_harberger::Call::<Runtime>::buy { parcel, max_price, valuation, escrow };
		let bid = pallet_harberger::Call::<Runtime>::bid { parcel, amount: price };
		let batch = |calls| {
			let call = RuntimeCall::from(pallet_utility::Call::<Runtime>::batch_all { calls });
			call.dispatch(signed(eve())).map(|_| ()).map_err(|failed| failed.error)
		};
		use pallet_harberger::Error;
		let both = vec![register.clone().into(), buy.clone().into()];
		assert_noop!(batch(both), Error::<Runtime>::NotForSale);
		assert_noop!(batch(vec![register.clone().into(), bid.clone().into()]), Error::<Runtime>::NotHeld);
		assert_ok!(batch(vec![register.into()]));
		// Nobody is the first to buy when the public notice ends, either.
		end_notice(1);
		assert_noop!(batch(vec![enact.clone().into(), buy.into()]), Error::<Runtime>::BidsOnly);
		assert_ok!(batch(vec![enact.into(), bid.into()]));
		assert_ok!(Harberger::bid(signed(charlie()), 1, 20 * price));
		wait(120_000);
		assert_ok!(Harberger::close(signed(dave()), 1));
		assert_eq!(Harberger::holding_info(1).map(|it| it.holding.holder), Some(charlie()));
		assert_eq!(pallet_revenue::Collected::<Runtime>::get().collected, 20 * price);
	});
}

/// On the code before, a founder raised the tip and foreclosed every home in one batch.
#[test]
fn a_founder_empties_no_escrow_and_takes_no_home_by_an_amendment() {
	use parameters::amendable::harberger::*;
	in_a_town(|| {
		let set = |parameter| {
			let parameter = parameters::RuntimeParameters::Harberger(parameter);
			assert_ok!(crate::Parameters::set_parameter(Origin::Charter.into(), parameter));
		};
		assert_ok!(Harberger::withdraw(signed(bob()), 0, 47_000 * CIV));
		let escrow = || Harberger::holding_info(0).expect("Bob holds it").holding.escrow;
		let before = escrow();
		set(Parameters::ForeclosureTip(ForeclosureTip, Some(10_000 * CIV)));
		set(Parameters::BaseRate(BaseRate, Some(Perquintill::one())));
		set(Parameters::ReservePeriod(ReservePeriod, Some(1)));
		Harberger::on_initialize(2);
		wait(6_000);
		assert!(Harberger::foreclose(signed(alice()), 0).is_err());
		assert!(escrow() >= before - CIV, "no more than the charge of a block is gone");
		// A development chain has a reserve period of a minute.
		wait(53_000);
		let _ = Harberger::settle(signed(alice()), 0);
		assert!(Harberger::foreclose(signed(alice()), 0).is_err());
	});
}

#[test]
fn a_steward_looks_after_the_land_and_takes_nothing() {
	in_a_town(|| {
		assert_ok!(Proxy::add_proxy(signed(bob()), eve().into(), configs::accounts::ProxyType::Steward, 0));
		let by_proxy = |call: pallet_harberger::Call<Runtime>| {
			assert_ok!(Proxy::proxy(signed(eve()), bob().into(), None, Box::new(call.into())));
			System::events().into_iter().rev().find_map(|record| match record.event {
				RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result.is_ok()),
				_ => None,
			})
		};
		use pallet_harberger::Call;
		assert_eq!(by_proxy(Call::replenish { parcel: 0, amount: CIV }), Some(true));
		// Nor does the holder's money go to the steward's own parcel.
		let field =
			register(survey(Point { lat: 387_100_000, lon: -91_000_000 }), Designation::Assigned(eve()));
		assert_ok!(Harberger::accept(signed(eve()), field, WORTH, 50_000 * CIV));
		assert_eq!(by_proxy(Call::fund { parcel: field, amount: CIV }), Some(false));
		assert_eq!(by_proxy(Call::replenish { parcel: field, amount: CIV }), Some(false));
		assert_eq!(by_proxy(Call::assess { parcel: 0, valuation: 2 * WORTH }), Some(true));
		assert_eq!(by_proxy(Call::assess { parcel: 0, valuation: WORTH }), Some(false));
		assert_eq!(by_proxy(Call::withdraw { parcel: 0, amount: CIV }), Some(false));
		assert_eq!(by_proxy(Call::offer { parcel: 0, receiver: Some(eve()) }), Some(false));
		assert_eq!(by_proxy(Call::relinquish { parcel: 0 }), Some(false));
		assert_ok!(Harberger::bid(signed(charlie()), 0, WORTH * 9 / 4));
		assert_eq!(by_proxy(Call::defend { parcel: 0, max_price: WORTH * 9 / 4 }), Some(true));
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

/// A founder appoints registrars, and so cannot be the judge of what they enter.
#[test]
fn a_false_entry_is_challenged_and_struck_by_justice_or_by_those_who_appointed_the_registrar() {
	in_a_town(|| {
		let field = || survey(Point { lat: 387_100_000, lon: -91_000_000 });
		let false_entry = |n| {
			assert_ok!(Land::register(signed(eve()), 0, field(), Designation::Assigned(eve())));
			let free = Balances::free_balance(charlie());
			assert_ok!(Land::challenge(signed(charlie()), n, Default::default()));
			assert_eq!(Balances::free_balance(charlie()), free - 10 * CIV);
		};
		let rule = |origin: RuntimeOrigin, n, ruling| {
			Land::rule(origin, n, charlie(), System::block_number(), ruling)
		};
		false_entry(1);
		assert_noop!(rule(signed(eve()), 1, Ruling::Dismissed), BadOrigin);
		assert_noop!(
			rule(signed(alice()), 1, Ruling::Dismissed),
			pallet_land::Error::<Runtime>::JusticeDismisses
		);
		assert_ok!(rule(Origin::Justice.into(), 1, Ruling::Upheld));
		assert_eq!(Land::parcel_info(1), None);
		false_entry(2);
		assert_ok!(rule(signed(alice()), 2, Ruling::Upheld));
		// Who objects without reason pays the treasury.
		false_entry(3);
		let treasury = configs::land::TreasuryBalance::get();
		assert_ok!(rule(Origin::Justice.into(), 3, Ruling::Dismissed));
		assert_eq!(configs::land::TreasuryBalance::get(), treasury + 10 * CIV);
	});
}

/// What a registrar got wrong was wrong for ever.
#[test]
fn a_court_takes_a_parcel_from_its_holder_who_gets_the_escrow_back() {
	in_a_town(|| {
		wait(YEAR);
		let due = Harberger::holding_info(0).expect("Bob holds it").due;
		let wealth = Balances::total_balance(&bob());
		let judgment = || Change::Designate(Designation::Assigned(charlie()));
		for who in [signed(eve()), signed(alice()), Origin::Appointment.into()] {
			assert_noop!(Land::rectify(who, 0, judgment()), BadOrigin);
		}
		assert_ok!(Land::rectify(Origin::Justice.into(), 0, judgment()));
		assert_eq!(Balances::total_balance(&bob()), wealth - due);
		assert_eq!(
			Balances::balance_on_hold(&pallet_harberger::HoldReason::Escrow.into(), &bob()),
			0,
			"nothing is held from him any more"
		);
		assert!(Harberger::holding_info(0).is_none() && Harberger::auction_info(0).is_none());
		assert_ok!(Harberger::accept(signed(charlie()), 0, WORTH, 50_000 * CIV));
		assert_eq!(Land::footprint().valuation, WORTH);
	});
}

#[test]
fn a_road_is_neither_sold_nor_charged() {
	in_a_town(|| {
		let road = register(survey(Point { lat: 387_100_000, lon: -91_000_000 }), Designation::Public);
		assert!(Harberger::auction_info(road).is_none());
		assert_noop!(
			Harberger::accept(signed(eve()), road, 1, CIV),
			pallet_harberger::Error::<Runtime>::NotOffered
		);
		assert_eq!(Land::footprint().public.parcels, 1);
		// A field that is for sale becomes a park: its auction ends.
		let field = register(survey(Point { lat: 387_200_000, lon: -91_000_000 }), Designation::Common);
		assert!(Harberger::auction_info(field).is_some());
		assert_ok!(Land::file(signed(eve()), field, Change::Designate(Designation::Public)));
		end_notice(field);
		assert_ok!(Land::enact(signed(bob()), field));
		assert!(Harberger::auction_info(field).is_none());
	});
}

/// The record counted land that nobody held, at prices of one moment.
#[test]
fn a_census_record_tells_held_land_at_its_mean_price_and_what_was_paid() {
	in_a_town(|| {
		register(survey(Point { lat: 387_100_000, lon: -91_000_000 }), Designation::Assigned(charlie()));
		register(survey(Point { lat: 387_200_000, lon: -91_000_000 }), Designation::Public);
		turn();
		let half = Seasons::current().ends - System::block_number();
		System::set_block_number(System::block_number() + half / 2);
		assert_ok!(Harberger::assess(signed(bob()), 0, WORTH / 5));
		wait(YEAR / 12);
		assert_ok!(Harberger::fund(signed(bob()), 0, 0));
		let collected = pallet_revenue::Collected::<Runtime>::get().collected;
		turn();
		let record = pallet_census::Records::<Runtime>::get(1).expect("the season is over");
		assert_eq!((record.parcels.value, record.area.value), (1, 400));
		assert_eq!((record.assigned.value.parcels, record.public.value.parcels), (1, 1));
		assert_eq!(record.valuation.value, WORTH / 5 * 3, "half a season at each price");
		assert_eq!(record.revenue.value, collected);
		assert!(collected > 0);
		turn();
		let record = pallet_census::Records::<Runtime>::get(2).expect("the season is over");
		assert_eq!((record.valuation.value, record.revenue.value), (WORTH / 5, 0));
	});
}

#[test]
fn a_resident_who_does_not_attest_counts_no_more() {
	in_a_town(|| {
		assert_ok!(Land::reside(signed(bob()), 0));
		assert_ok!(Land::confirm(signed(bob()), 1, 0));
		assert_eq!(Land::footprint().residents, 1);
		turn();
		assert_eq!(Land::footprint().residents, 1);
		turn();
		assert_eq!(Land::footprint().residents, 0);
		assert_ok!(Census::attest(signed(bob()), None));
		assert_eq!(Land::footprint().residents, 1);
	});
}
