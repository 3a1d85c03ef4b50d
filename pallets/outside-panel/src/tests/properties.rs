//! What holds whatever happens: the draw is fair, and the votes are what people voted.

use super::*;
use math::Order;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};

fn seeded(n: u64) -> H256 {
	evidence(n)
}

/// The slots on a panel, asked one by one.
fn drawn(panel: &Panel) -> BTreeSet<u32> {
	(0..panel.slots).filter(|slot| panel.seat(*slot).is_some()).collect()
}

#[test]
fn an_order_gives_each_slot_one_place_whatever_the_size() {
	for size in 1..=700 {
		let order = Order::new(seeded(size.into()), size);
		let places: BTreeSet<_> = (0..size).map(|slot| order.place(slot).expect("has a place")).collect();
		assert!(places.into_iter().eq(0..size), "size {size}");
		for slot in 0..size {
			assert_eq!(order.place(slot).and_then(|place| order.slot(place)), Some(slot), "size {size}");
		}
		assert_eq!((order.place(size), order.slot(size)), (None, None));
	}
	let nobody = Order::new(seeded(0), 0);
	assert_eq!((nobody.place(0), nobody.slot(0)), (None, None));
}

#[test]
fn the_largest_register_has_an_order() {
	let order = Order::new(seeded(1), u32::MAX);
	for slot in [0, 1, 65_535, 65_536, 4_000_000_000, u32::MAX - 1] {
		let place = order.place(slot).expect("has a place");
		assert_eq!(order.slot(place), Some(slot));
	}
	assert_eq!(order.place(u32::MAX), None);
}

/// The sum of squared deviations from what is expected, each over what is expected: Pearson's chi-squared.
fn chi_squared(observed: impl Iterator<Item = u32>, expected: f64) -> f64 {
	observed.map(|it| (f64::from(it) - expected).powi(2) / expected).sum()
}

/// The bound that chi-squared with so many degrees of freedom exceeds once in about ten million times
/// (Wilson and Hilferty's approximation; 5.2 standard deviations).
fn bound(degrees: f64) -> f64 {
	let part = 2.0 / (9.0 * degrees);
	degrees * (1.0 - part + 5.2 * part.sqrt()).powi(3)
}

#[test]
fn every_slot_is_drawn_as_often_as_any_other() {
	for (slots, seats) in [(7, 3), (20, 5), (64, 50), (100, 7), (257, 50), (1_000, 50)] {
		let draws = 4_000u32;
		let mut times = vec![0u32; slots as usize];
		for draw in 0..draws {
			let panel = Panel { seed: seeded(draw.into()), slots, seats };
			let mut members = 0;
			for seat in 0..seats {
				times[panel.slot(seat).expect("the seat is drawn") as usize] += 1;
				members += 1;
			}
			assert_eq!(members, seats);
		}
		let (n, k) = (f64::from(slots), f64::from(seats));
		// Slots are drawn without being put back, so deviations are smaller by the share of those not drawn.
		let spread = chi_squared(times.into_iter(), f64::from(draws) * k / n) / ((n - k) / (n - 1.0));
		assert!(spread < bound(n - 1.0), "{seats} of {slots}: {spread}");
	}
}

#[test]
fn every_pair_is_drawn_as_often_as_any_other() {
	let (slots, seats, draws) = (12u32, 4u32, 20_000u32);
	let mut times = BTreeMap::<_, u32>::new();
	for draw in 0..draws {
		let members = drawn(&Panel { seed: seeded(u64::from(draw) + 1_000_000), slots, seats });
		assert_eq!(members.len(), seats as usize);
		for one in &members {
			for other in members.range(one + 1..) {
				*times.entry((*one, *other)).or_default() += 1;
			}
		}
	}
	let pairs = f64::from(slots * (slots - 1) / 2);
	assert_eq!(times.len() as f64, pairs);
	let expected = f64::from(draws * seats * (seats - 1) / 2) / pairs;
	// Pairs of one panel depend on each other, which spreads them more than independent ones: allow for twice that.
	let spread = chi_squared(times.into_values(), expected);
	assert!(spread < 2.0 * bound(pairs - 1.0), "{spread}");
}

#[test]
fn every_order_of_four_comes_up() {
	let (orders, draws) = (24, 24_000u32);
	let mut times = BTreeMap::<_, u32>::new();
	for draw in 0..draws {
		let order = Order::new(seeded(u64::from(draw) + 5_000_000), 4);
		let places: Vec<_> = (0..4).map(|slot| order.place(slot).expect("has a place")).collect();
		*times.entry(places).or_default() += 1;
	}
	assert_eq!(times.len(), orders);
}

#[test]
fn a_poll_costs_as_much_storage_whatever_the_size_of_the_register_and_of_the_panel() {
	let cost = |residents: u64, seats: u32| {
		build().execute_with(|| {
			PanelSize::set(seats);
			register_many(1_000, residents);
			let poll = decide_at(15);
			run_to(30);
			let entries = || Panels::<Test>::iter().count() + Votes::<Test>::iter().count();
			assert_eq!(entries(), 0, "a panel that is drawn takes no room");
			let member = members(poll)[0];
			assert_ok!(vote(member, poll, Aye));
			let panel = Panels::<Test>::get(poll).expect("has voted");
			assert_eq!(panel.seats, seats);
			(entries(), panel.encoded_size(), Draws::<Test>::get(3).map(|draw| draw.encoded_size()))
		})
	};
	let small = cost(10, 3);
	assert_eq!(small, cost(5_000, 50));
	assert_eq!(small, cost(5_000, 2_000));
	assert_eq!(small.0, 2, "the panel and the vote");
}

/// What people do.
#[derive(Clone, Debug)]
enum Act {
	Register(u64),
	Remove(u64),
	Propose,
	Vote { account: u64, poll: u32, side: bool },
	Unvote { account: u64, poll: u32 },
	Cancel(u32),
	Retire(u32),
	Leave(u64),
	Forget(u64),
	Run(u64),
}

fn act() -> impl Strategy<Value = Act> {
	let (account, poll) = (1u64..16, 0u32..4);
	prop_oneof![
		6 => account.clone().prop_map(Act::Register),
		1 => account.clone().prop_map(Act::Remove),
		1 => account.clone().prop_map(Act::Leave),
		2 => account.clone().prop_map(Act::Forget),
		1 => Just(Act::Propose),
		12 => (account.clone(), poll.clone(), any::<bool>())
			.prop_map(|(account, poll, side)| Act::Vote { account, poll, side }),
		3 => (account, poll.clone()).prop_map(|(account, poll)| Act::Unvote { account, poll }),
		1 => poll.clone().prop_map(Act::Cancel),
		1 => poll.prop_map(Act::Retire),
		4 => (1u64..12).prop_map(Act::Run),
	]
}

/// What the events of the chain add up to for a poll.
fn recount(poll: PollIndex) -> [u32; 2] {
	let mut votes = BTreeMap::new();
	for record in System::events() {
		match record.event {
			RuntimeEvent::OutsidePanel(Event::Voted { poll: it, slot, old, new }) if it == poll => {
				assert_eq!(votes.insert(slot, new), old);
			}
			RuntimeEvent::OutsidePanel(Event::VoteRemoved { poll: it, slot, old }) if it == poll => {
				assert_eq!(votes.remove(&slot), Some(old));
			}
			_ => {}
		}
	}
	let count = |side| votes.values().filter(|it| **it == side).count() as u32;
	[count(Aye), count(Nay)]
}

/// How often each act has succeeded.
type Done = BTreeMap<&'static str, u32>;

/// People do all that. After each act, the events say what the tally says, and whoever votes was drawn.
fn live(acts: Vec<Act>, salt: u64, done: &mut Done) {
	build_and_execute(|| {
		Salt::set(salt);
		register_many(1, 8);
		run_to(11);
		propose();
		let mut panels = BTreeMap::new();
		for act in acts {
			let (name, succeeded) = match act {
				Act::Register(account) => (
					"register",
					OutsidePanel::register(signed(REGISTRAR), account, evidence(account)).is_ok(),
				),
				Act::Remove(account) => ("remove", OutsidePanel::remove(signed(REGISTRAR), account).is_ok()),
				Act::Leave(account) => ("leave", OutsidePanel::leave(signed(account)).is_ok()),
				Act::Forget(account) => ("forget", OutsidePanel::forget(signed(99), account).is_ok()),
				Act::Propose => {
					propose();
					("propose", true)
				}
				Act::Vote { account, poll, side } => {
					let side = if side { Aye } else { Nay };
					let seated = members(poll).contains(&account);
					let changes =
						OutsidePanel::seat_info(&account, poll).is_some_and(|it| it.vote != Some(side));
					let voted = vote(account, poll, side).is_ok();
					assert_eq!(voted, seated && changes);
					("vote", voted)
				}
				Act::Unvote { account, poll } => {
					let voted = OutsidePanel::seat_info(&account, poll).is_some_and(|it| it.vote.is_some());
					assert_eq!(OutsidePanel::remove_vote(signed(account), poll).is_ok(), voted);
					("remove_vote", voted)
				}
				Act::Cancel(poll) => ("cancel", Referenda::cancel(RuntimeOrigin::root(), poll).is_ok()),
				Act::Retire(poll) => ("retire", OutsidePanel::retire(signed(99), poll).is_ok()),
				Act::Run(blocks) => {
					run_to(System::block_number() + blocks);
					("run", true)
				}
			};
			*done.entry(name).or_default() += u32::from(succeeded);
			OutsidePanel::do_try_state().expect("every invariant holds");
			for poll in 0..pallet_referenda::ReferendumCount::<Test>::get() {
				let Some(info) = OutsidePanel::panel_info(poll) else { continue };
				let first = *panels.entry(poll).or_insert(info.panel);
				assert_eq!(first, info.panel, "a panel never changes");
				assert_eq!(recount(poll), [info.ayes, info.nays]);
			}
		}
	});
}

#[test]
fn every_call_succeeds_in_the_stories() {
	let (mut runner, mut done) = (TestRunner::deterministic(), Done::new());
	for salt in 0..60 {
		let acts =
			prop::collection::vec(act(), 50..200).new_tree(&mut runner).expect("there are such stories");
		live(acts.current(), salt, &mut done);
	}
	for call in ["register", "remove", "leave", "forget", "vote", "remove_vote", "retire"] {
		assert!(done.get(call).is_some_and(|times| *times >= 3), "{call} hardly ever succeeds: {done:?}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn places_are_distinct_and_lead_back(seed: u64, size in 1u32.., slots in prop::collection::btree_set(any::<u32>(), 1..50)) {
		let order = Order::new(seeded(seed), size);
		let mut places = BTreeSet::new();
		for slot in slots.iter().map(|slot| slot % size).collect::<BTreeSet<_>>() {
			let place = order.place(slot).expect("has a place");
			prop_assert!(place < size);
			prop_assert!(places.insert(place));
			prop_assert_eq!(order.slot(place), Some(slot));
		}
	}

	/// Exactly the panel if all slots are held, in proportion if some are empty, and never more than there are.
	#[test]
	fn seats_are_in_proportion(panel in 0u32..10_000, slots: u32, residents: u32) {
		let seats = math::seats(panel, slots, residents);
		prop_assert!(seats <= slots);
		prop_assert_eq!(math::seats(panel, slots, slots), if slots == 0 { 0 } else { panel.min(slots) });
		if residents > 0 {
			let exact = u64::from(panel) * u64::from(slots);
			let held = u64::from(seats) * u64::from(residents);
			prop_assert!(seats == slots || held >= exact && held < exact + u64::from(residents));
		} else {
			prop_assert_eq!(seats, 0);
		}
	}

	/// Whatever people do, whoever votes was drawn, nobody counts twice, and the events say what the tally says.
	#[test]
	fn the_panels_votes_are_what_the_events_say(acts in prop::collection::vec(act(), 1..150), salt: u64) {
		live(acts, salt, &mut Done::new());
	}
}
