//! What holds whatever happens.

use crate::{mock::*, *};
use civitas_primitives::Standing;
use frame_support::traits::Hooks;
use parity_scale_codec::DecodeLimit;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What people do.
#[derive(Clone, Debug)]
enum Act {
	Join,
	Leave(usize),
	Rekey(usize),
	Suspend(usize),
	Reinstate(usize),
	Attest(usize),
	AttestAll,
	Move(usize, Option<u64>),
	Enrol(usize),
	Turn,
	Idle(u64),
	NextSeason,
}

fn act() -> impl Strategy<Value = Act> {
	let who = 0usize..64;
	prop_oneof![
		6 => Just(Act::Join),
		2 => who.clone().prop_map(Act::Leave),
		2 => who.clone().prop_map(Act::Rekey),
		1 => who.clone().prop_map(Act::Suspend),
		1 => who.clone().prop_map(Act::Reinstate),
		2 => who.clone().prop_map(Act::Attest),
		2 => Just(Act::AttestAll),
		6 => (who.clone(), prop::option::weighted(0.8, 0u64..6)).prop_map(|(who, home)| Act::Move(who, home)),
		2 => who.prop_map(Act::Enrol),
		1 => Just(Act::Turn),
		2 => (1u64..12).prop_map(Act::Idle),
		2 => Just(Act::NextSeason),
	]
}

/// A citizen as an observer keeps them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Person {
	standing: Standing,
	secret: u32,
	seen: SeasonIndex,
	home: Option<u64>,
}

/// Who has a right to a seat, by the law alone: in full standing and seen in this season or the one before it.
fn entitled(people: &BTreeMap<CitizenId, Person>, next: SeasonIndex) -> BTreeMap<CitizenId, Person> {
	people
		.iter()
		.filter(|(_, one)| one.standing == Standing::Active && one.seen + 1 >= next)
		.map(|(id, one)| (*id, *one))
		.collect()
}

/// Who sits in the nation, with which key.
fn seated() -> BTreeMap<CitizenId, RollKey> {
	let mut seats = BTreeMap::new();
	for (ring, members) in Seating::<Test>::iter() {
		if Group::of(ring).0 == Group::Nation {
			for member in members {
				assert!(seats.insert(member.citizen, member.key).is_none(), "nobody sits twice");
			}
		}
	}
	seats
}

/// Who sits as a resident.
fn residents() -> BTreeMap<CitizenId, RollKey> {
	let mut seats = BTreeMap::new();
	for (ring, members) in Seating::<Test>::iter() {
		if Group::of(ring).0 != Group::Nation {
			for member in members {
				assert!(seats.insert(member.citizen, member.key).is_none(), "nobody lives twice");
			}
		}
	}
	seats
}

fn run(acts: Vec<Act>, ring_size: u32, min: u32) {
	RingSize::set(ring_size);
	MinRingSize::set(min);
	let mut people = BTreeMap::<CitizenId, Person>::new();
	// Those entitled when the season turned: the roll that is being sealed.
	let mut due = BTreeMap::new();
	let mut next_secret = 10_000;
	let mut next_account = 100_000;
	let pick = |people: &BTreeMap<CitizenId, Person>, who: usize| {
		(!people.is_empty()).then(|| *people.keys().nth(who % people.len()).expect("within the length"))
	};
	for act in acts {
		let season = CurrentSeason::get();
		match act {
			Act::Join => {
				let id = admit();
				let person = Person { standing: Standing::Active, secret: id, seen: season, home: None };
				people.insert(id, person);
			}
			Act::Leave(who) => {
				if let Some(id) = pick(&people, who) {
					leave(id);
					people.remove(&id);
				}
			}
			Act::Rekey(who) => {
				if let Some(id) = pick(&people, who) {
					next_secret += 1;
					rekey(id, next_secret);
					people.get_mut(&id).expect("picked").secret = next_secret;
				}
			}
			Act::Suspend(who) => {
				if let Some(id) = pick(&people, who) {
					if people[&id].standing == Standing::Active {
						suspend(id);
						people.get_mut(&id).expect("picked").standing = Standing::Suspended;
					}
				}
			}
			Act::Reinstate(who) => {
				if let Some(id) = pick(&people, who) {
					if people[&id].standing == Standing::Suspended {
						reinstate(id);
						people.get_mut(&id).expect("picked").standing = Standing::Active;
					}
				}
			}
			Act::Attest(who) => {
				if let Some(id) = pick(&people, who) {
					// A suspended citizen cannot attest.
					if people[&id].standing == Standing::Active {
						attest(id);
						people.get_mut(&id).expect("picked").seen = season;
					}
				}
			}
			Act::AttestAll => {
				for (id, person) in people.iter_mut().filter(|(_, one)| one.standing == Standing::Active) {
					attest(*id);
					person.seen = season;
				}
			}
			Act::Move(who, home) => {
				if let Some(id) = pick(&people, who) {
					move_to(id, home);
					people.get_mut(&id).expect("picked").home = home;
				}
			}
			Act::Enrol(who) => {
				if let Some(id) = pick(&people, who) {
					if let Some(ring) = Roll::ring_of(id, Context::Nation) {
						next_account += 1;
						let _ = enrol_secret(people[&id].secret, ring, next_account);
					}
				}
			}
			Act::Turn => {
				due = entitled(&people, season + 1);
				turn();
			}
			Act::Idle(room) => {
				Roll::on_idle(1, Weight::from_parts(room * 1_000_000_000, 0));
			}
			Act::NextSeason => {
				due = entitled(&people, season + 1);
				next_season();
				let keys = |people: &BTreeMap<CitizenId, Person>| {
					people.iter().map(|(id, one)| (*id, key(one.secret))).collect::<BTreeMap<_, _>>()
				};
				assert_eq!(seated(), keys(&due), "each standing citizen sits once, with the key of the turn");
				let at_home = due.iter().filter(|(_, one)| one.home.is_some()).map(|(id, one)| (*id, *one));
				assert_eq!(residents(), keys(&at_home.collect()), "each resident sits once");
			}
		}
		Roll::do_try_state().expect("every invariant holds");
	}
	idle();
	// Somebody who attests while the absent are being found keeps the seat: those are all that may differ.
	for (id, person) in &due {
		let key = seated().get(id).copied();
		assert_eq!(key, Some(crate::mock::key(person.secret)), "citizen {id}");
	}
	// No alias has two voices, and no person two aliases: as many as sit can speak.
	let season = CurrentSeason::get();
	let speaking = Enrolments::<Test>::iter_values()
		.filter(|it| it.ballot.season == season && it.voice == Voice::Live)
		.count();
	assert!(speaking <= seated().len());
	Roll::do_try_state().expect("every invariant holds");
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(160))]

	/// Any sequence of joins, leaves, rotations, moves, absences and seals keeps each standing citizen in exactly one
	/// ring, once, and each ring's commitment that of its members.
	#[test]
	fn everybody_sits_once_whatever_happens(
		acts in prop::collection::vec(act(), 1..90),
		ring_size in 2u32..8,
		min in 1u32..5,
	) {
		build().execute_with(|| run(acts, ring_size, min));
	}

	/// The same with large rings and crowds.
	#[test]
	fn crowds_fill_rings(joins in 1u32..1200, gone in prop::collection::btree_set(0u32..1200, 0..200)) {
		build().execute_with(|| {
			RingSize::set(255);
			MinRingSize::set(64);
			admit_many(joins);
			next_season();
			let gone: Vec<_> = gone.into_iter().filter(|id| *id < joins).collect();
			attest_all();
			gone.iter().for_each(|id| leave(*id));
			turn();
			idle();
			let left = joins as usize - gone.len();
			assert_eq!(seated().len(), left);
			let sizes: Vec<_> = nation().iter().map(Vec::len).collect();
			assert_eq!(sizes.len(), left.div_ceil(255));
			assert!(sizes.len() < 2 || sizes.iter().all(|size| *size >= 64), "{sizes:?}");
			Roll::do_try_state().expect("every invariant holds");
		});
	}

	/// Nothing that arrives from outside panics or passes.
	#[test]
	fn no_call_from_outside_panics(bytes in prop::collection::vec(any::<u8>(), 0..900)) {
		build().execute_with(|| {
			admit_many(3);
			next_season();
			if let Ok(call) = Call::<Test>::decode_with_depth_limit(8, &mut &bytes[..]) {
				prop_assert!(submit(call).is_err());
			}
			Ok(())
		})?;
	}

	/// What almost is an enrolment is refused.
	#[test]
	fn no_tampered_enrolment_passes(at in 0usize..900, by in 1u8..=255) {
		build().execute_with(|| {
			admit_many(3);
			next_season();
			let mut bytes = enrolment(0, RingId::Nation(0), Context::Nation, 55).encode();
			let at = at % bytes.len();
			bytes[at] ^= by;
			if let Ok(call) = Call::<Test>::decode_with_depth_limit(8, &mut &bytes[..]) {
				prop_assert!(submit(call).is_err());
			}
			Ok(())
		})?;
	}
}
