//! Whatever people do, in whatever order, and however time passes: what must always hold.

use super::*;
use frame_support::traits::{GetCallName, UnfilteredDispatchable};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The units of an accrual that make a whole valuation.
const WHOLE: u128 = 1_000_000_000_000_000_000 * YEAR as u128;

#[derive(Clone, Debug)]
enum Step {
	Try { who: u64, call: usize, parcel: ParcelId, amount: Balance, other: u64 },
	Wait(u64),
	Year,
	Base(u64),
	Float(ParcelId, u64),
	Drain(u64),
	Refill(u64),
	Tip(Balance),
}

fn step() -> impl Strategy<Value = Step> {
	let (who, parcel) = (1..6u64, 1..4u32);
	let amount = prop_oneof![0..200u128, 0..100_000u128, 0..5_000_000u128, Just(Balance::MAX)];
	prop_oneof![
		80 => (who.clone(), 0..CALLS + 6, parcel.clone(), amount, who.clone())
			.prop_map(|(who, call, parcel, amount, other)| Step::Try { who, call, parcel, amount, other }),
		20 => (0..8 * DAY).prop_map(Step::Wait),
		1 => Just(Step::Year),
		1 => (1..10u64).prop_map(Step::Base),
		3 => (parcel, 0..6u64).prop_map(|(parcel, rate)| Step::Float(parcel, rate)),
		8 => who.clone().prop_map(Step::Drain),
		12 => who.prop_map(Step::Refill),
		2 => prop_oneof![0..12u128, Just(TIP)].prop_map(Step::Tip),
	]
}

const CALLS: usize = 18;

/// The call with this number. What would nearly always fail is helped along, most of the time.
fn call(who: u64, n: usize, parcel: ParcelId, amount: Balance, other: u64) -> (u64, Call<Test>) {
	let holding = Holdings::<Test>::get(parcel);
	let holder = holding.as_ref().map_or(who, |it| it.holder);
	let offered = holding.as_ref().and_then(|it| it.offer).unwrap_or(who);
	let sensible = other > 1;
	let up_to = |most: Balance| if sensible { amount % most.max(1) } else { amount };
	let info = Harberger::holding_info(parcel);
	let valuation = up_to(5_000_000);
	let escrow = Harberger::reserve(valuation).saturating_add(up_to(100_000));
	let auction = Auctions::<Test>::get(parcel);
	let former = auction.as_ref().and_then(|it| it.former.as_ref()).map_or(who, |it| it.who);
	// What nearly always succeeds gives way to what seldom does.
	let n = match n {
		15 if other > 2 => 13,
		10 | 12 if other > 3 => 16,
		4 if other == 5 => 5,
		n => n,
	};
	match n {
		0 => (if sensible { offered } else { who }, Call::accept { parcel, valuation, escrow }),
		1 => {
			let most = info.map_or(0, |it| it.holding.valuation.saturating_mul(2)).saturating_add(1_000);
			(holder, Call::assess { parcel, valuation: up_to(most) })
		}
		17 => (holder, Call::replenish { parcel, amount: up_to(1_000_000) }),
		2 | 23 => {
			let amount = up_to(1_000_000).saturating_add(if sensible { 200_000 } else { 0 });
			(if other == 5 { who } else { holder }, Call::fund { parcel, amount })
		}
		3 => {
			let spare = info.map_or(0, |it| it.holding.escrow.saturating_sub(it.reserve + it.due));
			(holder, Call::withdraw { parcel, amount: up_to(spare.saturating_add(2)) })
		}
		4 => {
			let rival = if who == holder { who % 5 + 1 } else { who };
			let least = Harberger::quotes(vec![parcel]).first().map_or(1, |it| it.price);
			let amount = if sensible { least.saturating_add(amount % 1_000) } else { amount };
			(if sensible { rival } else { who }, Call::bid { parcel, amount })
		}
		// What seldom succeeds is tried more often.
		5 | 18 | 19 => {
			(holder, Call::defend { parcel, max_price: if sensible { Balance::MAX } else { amount } })
		}
		6 => (who, Call::close { parcel }),
		7 => (who, Call::foreclose { parcel }),
		8 | 20 | 21 => (who, Call::buy { parcel, max_price: Balance::MAX, valuation, escrow }),
		9 | 22 if other >= 4 => (holder, Call::relinquish { parcel }),
		9 | 22 => (who, Call::relinquish { parcel }),
		10 => (holder, Call::offer { parcel, receiver: sensible.then_some(other) }),
		11 => (who, Call::settle { parcel }),
		12 => (holder, Call::guard { parcel, max_price: sensible.then_some(up_to(10_000_000)) }),
		13 => {
			let valuation = auction.map_or(0, |it| it.valuation);
			let escrow = Harberger::reserve(Harberger::civ(Denomination::Unit, valuation)).max(escrow);
			(if sensible { former } else { who }, Call::reclaim { parcel, escrow })
		}
		// The clerk works out the charges of the other two in CIV.
		14 => {
			let denomination = if other % 2 == 0 { Denomination::Unit } else { Denomination::Civ };
			let holder = Holdings::<Test>::get(3).map_or(who, |it| it.holder);
			(holder, Call::denominate { parcel: 3, denomination })
		}
		15 => {
			let parts = FixedU128::from_rational(92 + amount % 17, 100);
			(who, Call::announce_index { price: Harberger::unit_price() * parts })
		}
		_ => {
			let payee = Proceeds::<Test>::iter_keys().find(|who| Harberger::check_claim(who).is_ok());
			(payee.unwrap_or(who), Call::claim {})
		}
	}
}

#[test]
fn the_stories_try_every_call() {
	build_and_execute(|| {
		let tried: BTreeSet<_> = (0..CALLS).map(|n| call(1, n, 1, 1, 2).1.get_call_name()).collect();
		assert_eq!(tried, Call::<Test>::get_call_names().iter().copied().collect());
	});
}

/// What a slow clerk writes down about each parcel.
#[derive(Default)]
struct Clerk {
	/// Valuations times rates times time, exactly.
	exact: BTreeMap<ParcelId, u128>,
	/// What the events say was due, and how often it was rounded up.
	due: BTreeMap<ParcelId, u128>,
	rounded: BTreeMap<ParcelId, u128>,
	arrears: BTreeMap<ParcelId, Balance>,
	/// What the events say was paid as revenue.
	paid: Balance,
}

impl Clerk {
	fn watch(&mut self, millis: u64) {
		let before = (1..=3).map(|parcel| (parcel, Harberger::accrued(parcel)));
		let before = before.collect::<Vec<_>>();
		let base = Base::<Test>::get().rate;
		let rates = (1..=3).map(|parcel| Floats::get(parcel).map_or(Perquintill::zero(), |meter| meter.rate));
		let rates = rates.collect::<Vec<_>>();
		Now::mutate(|now| *now += millis);
		for ((parcel, before), rate) in before.into_iter().zip(rates) {
			let passed = (base.deconstruct() + rate.deconstruct()) as u128 * millis as u128;
			assert_eq!(
				Harberger::accrued(parcel).since(before),
				Accrual(passed),
				"the index is the integral"
			);
			if let Some(holding) = Holdings::<Test>::get(parcel) {
				*self.exact.entry(parcel).or_default() += holding.valuation * passed;
			}
		}
	}

	fn listen(&mut self) {
		for record in System::events() {
			let RuntimeEvent::Harberger(event) = record.event else { continue };
			match event {
				Event::Acquired { parcel, .. } => {
					self.arrears.remove(&parcel);
				}
				Event::Charged { parcel, amount, surcharge, arrears, .. } => {
					let before = self.arrears.insert(parcel, arrears).unwrap_or_default();
					*self.due.entry(parcel).or_default() += amount + arrears - surcharge - before;
					*self.rounded.entry(parcel).or_default() += 1;
					self.paid += amount;
				}
				Event::BackCharged { amount, .. } => self.paid += amount,
				Event::LienPaid { amount, .. } => self.paid += amount,
				Event::Sold { price, dues, back, proceeds, .. } => {
					assert_eq!(dues + proceeds, price);
					assert!(back <= dues);
					self.paid += dues;
				}
				_ => {}
			}
		}
		System::reset_events();
	}

	fn check(&self) {
		assert_eq!(revenue(), self.paid, "revenue is what the events say");
		for parcel in 1..=2 {
			let of = |map: &BTreeMap<ParcelId, u128>| map.get(&parcel).copied().unwrap_or_default();
			let (exact, due, rounded) = (of(&self.exact), of(&self.due), of(&self.rounded));
			assert!(exact.div_ceil(WHOLE) <= due, "somebody has paid too little");
			assert!(due <= exact / WHOLE + rounded, "somebody has paid too much");
		}
	}
}

/// How often each call has succeeded.
type Done = BTreeMap<&'static str, u32>;

/// A life of these steps. After each of them, nothing may be amiss.
fn live(steps: Vec<Step>, done: &mut Done) {
	build().execute_with(|| {
		let issued = Balances::total_issuance();
		let mut clerk = Clerk::default();
		for parcel in 2..=3 {
			Titled::insert(parcel, (None::<u64>, None::<u64>));
			Harberger::registered(parcel).expect("it is new");
		}
		for step in steps {
			match step {
				Step::Wait(millis) => {
					wait(0);
					clerk.watch(millis);
				}
				Step::Year => {
					wait(0);
					clerk.watch(YEAR);
				}
				Step::Base(rate) => BaseRate::set(Perquintill::from_percent(rate)),
				Step::Float(parcel, rate) => float(parcel, Perquintill::from_percent(rate)),
				Step::Drain(who) => drain(who),
				Step::Refill(who) => refill(who),
				Step::Tip(tip) => ForeclosureTip::set(tip),
				Step::Try { who, call: n, parcel, amount, other } => {
					let (who, call) = call(who, n, parcel, amount, other);
					let before = sp_io::storage::root(Default::default());
					let outcome = frame_support::storage::with_storage_layer(|| {
						let is_law = matches!(call, Call::announce_index { .. });
						let origin = if is_law { RuntimeOrigin::root() } else { signed(who) };
						call.clone().dispatch_bypass_filter(origin).map_err(|it| it.error)
					});
					if outcome.is_ok() {
						*done.entry(call.get_call_name()).or_default() += 1;
					} else {
						let after = sp_io::storage::root(Default::default());
						assert_eq!(after, before, "{call:?} fails and changes something");
					}
				}
			}
			clerk.listen();
			Harberger::do_try_state().expect("every invariant holds");
			assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		}
		for (parcel, holding) in Holdings::<Test>::iter().collect::<Vec<_>>() {
			assert_ok!(Harberger::fund(signed(holding.holder), parcel, 0));
		}
		clerk.listen();
		clerk.check();
	});
}

#[test]
fn the_stories_make_every_call_successfully() {
	use proptest::{strategy::ValueTree, test_runner::TestRunner};
	let (mut runner, mut done) = (TestRunner::deterministic(), Done::new());
	let stories = prop::collection::vec(step(), 100..250);
	for _ in 0..192 {
		live(stories.new_tree(&mut runner).expect("stories can be made").current(), &mut done);
	}
	// What cannot be paid at once is rare: `payouts` tells of it.
	for name in Call::<Test>::get_call_names().iter().filter(|name| **name != "claim") {
		assert!(done.contains_key(name), "{name} never succeeds: {done:?}");
	}
}

proptest! {
	#[test]
	fn money_is_kept_and_charges_are_exact(steps in prop::collection::vec(step(), 100..250)) {
		live(steps, &mut Done::new());
	}

	#[test]
	fn prices_fall_and_keep_the_lien(
		start in 0..1_000_000_000_000u128,
		lien in 0..1_000_000_000_000u128,
		period in 1..10_000_000_000u64,
		share in 0..=250u64,
	) {
		let elapsed = (period as u128 * share as u128 / 100) as u64;
		let price = math::auction_price(start, lien, elapsed, period);
		prop_assert!(math::auction_price(start, lien, elapsed + 1, period) <= price);
		prop_assert!(price <= start.max(lien));
		prop_assert!(elapsed > period || price >= lien);
		prop_assert!(elapsed < 2 * period || price == 0);
		prop_assert_eq!(math::auction_price(start, lien, 0, period), start.max(lien));
	}

	#[test]
	fn a_mean_is_between(
		mean in any::<u128>(),
		age in any::<u64>(),
		price in any::<u128>(),
		passed in 1..u64::MAX,
	) {
		let new = math::mean(mean, age, price, passed);
		prop_assert!((mean.min(price)..=mean.max(price)).contains(&new));
		prop_assert_eq!(math::mean(price, age, price, passed), price);
		prop_assert_eq!(math::mean(mean, 0, price, passed), price);
	}

	/// What is owed on a price that was zero since it was paid up is what naming the bid would have cost.
	#[test]
	fn a_shortfall_is_what_the_true_price_would_have_cost(
		price in 1_000_000..1_000_000_000_000_000_000_000u128,
		lied in 1..20 * YEAR,
	) {
		let window = 3 * YEAR;
		let record = Record::start(0, price).follow(10 * YEAR, price, window).paid_up(price);
		let owed = record.follow(10 * YEAR + lied, 0, window).shortfall(price, RATE, window);
		let honest = Accrual::over(RATE, lied).due_on(price);
		prop_assert!(owed.abs_diff(honest) <= honest / 10_000 + 10, "{} instead of {}", owed, honest);
	}

	#[test]
	fn a_bid_is_above(amount in any::<u128>(), increment in 0..=1_000_000_000_000_000_000u64) {
		let least = math::above(amount, Perquintill::from_parts(increment));
		prop_assert!(least > amount || amount == u128::MAX);
	}
}
