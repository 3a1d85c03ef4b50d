// SPDX-License-Identifier: Apache-2.0
//! What holds whatever happens.

use crate::{mock::*, *};
use civitas_primitives::Standing;
use frame_support::traits::Hooks;
use parity_scale_codec::DecodeLimit;
use proptest::prelude::*;
use sp_runtime::testing::TestSignature;
use std::{cell::RefCell, collections::BTreeMap};

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
	Seal,
	Build(u32),
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
		1 => Just(Act::Seal),
		2 => (0u32..6).prop_map(Act::Build),
		2 => Just(Act::NextSeason),
	]
}

thread_local! {
	/// How often each act has succeeded in the stories of a test.
	static DONE: RefCell<BTreeMap<&'static str, u32>> = RefCell::default();
}

/// Counts an act that has succeeded.
fn done(act: &'static str) {
	DONE.with_borrow_mut(|all| *all.entry(act).or_default() += 1);
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

/// Who sits in the nation, with which key. The seats of those who have left are empty.
fn seated() -> BTreeMap<CitizenId, RollKey> {
	let mut seats = BTreeMap::new();
	for (ring, members) in Seating::<Test>::iter() {
		if Group::of(ring).0 == Group::Nation {
			for member in members.into_iter().filter(|member| member.key != NOBODY) {
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
			for member in members.into_iter().filter(|member| member.key != NOBODY) {
				assert!(seats.insert(member.citizen, member.key).is_none(), "nobody lives twice");
			}
		}
	}
	seats
}

/// Lets people do all that, and checks after each act. Returns who sits in the end, with the keys of the turn.
fn run(acts: Vec<Act>, ring_size: u32, min: u32) -> BTreeMap<CitizenId, Person> {
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
					due.remove(&id);
					done("leave");
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
						let secret = people[&id].secret;
						// The real wallet makes no proof for a key that is not in the ring.
						if !Real::get() || Roll::ring_members(ring).contains(&key(secret)) {
							next_account += 1;
							if enrol_secret(secret, ring, next_account).is_ok() {
								done("enrol");
							}
						}
					}
				}
			}
			Act::Turn => {
				due = entitled(&people, season + 1);
				turn();
			}
			Act::Idle(room) => {
				let room = Weight::from_parts(room * 1_000_000_000, u64::MAX);
				assert!(Roll::on_idle(1, room).all_lte(room), "upkeep keeps to its room");
			}
			Act::Seal => {
				if submit(Call::seal { season }).is_ok() {
					done("seal");
				}
			}
			Act::Build(number) => {
				// One that waits, if one does.
				let waiting: Vec<_> = Unbuilt::<Test>::iter_keys().collect();
				let at = number.checked_rem(waiting.len() as u32).unwrap_or_default() as usize;
				let ring = waiting.get(at).copied().unwrap_or(RingId::Nation(number));
				if submit(Call::build_ring { ring }).is_ok() {
					done("build");
				}
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
	let speaking = Enrolments::<Test>::iter_values().filter(|it| it.ballot.season == season).count();
	// Whoever left after enrolling speaks to the end.
	assert!(speaking <= Shapes::<Test>::get(Group::Nation).members as usize);
	Roll::do_try_state().expect("every invariant holds");
	due
}

/// What the whole state boils down to.
fn root() -> Vec<u8> {
	sp_io::storage::root(sp_core::storage::StateVersion::V1)
}

/// Rings that exist, that nearly do, and that never will.
fn any_ring() -> impl Strategy<Value = RingId> {
	prop_oneof![
		4 => (0u32..3).prop_map(RingId::Nation),
		1 => any::<u32>().prop_map(RingId::Nation),
		1 => (any::<u64>(), any::<u32>()).prop_map(|(cell, number)| RingId::Cell(cell, number)),
	]
}

/// The commitment of a ring, computed by neither the pallet nor its suite: as a prover does, from all powers of tau.
fn computed_anew(keys: &[RollKey]) -> RingCommitment {
	use std::sync::OnceLock;
	use verifiable::ring::{
		ark_vrf::{
			reexports::ark_serialize::{CanonicalDeserialize, CanonicalSerialize},
			ring::RingSetup,
			Public,
		},
		bandersnatch::BandersnatchSha512Ell2 as Plain,
		make_ring_setup,
	};
	static SETUP: OnceLock<RingSetup<Plain>> = OnceLock::new();
	let setup = SETUP.get_or_init(|| make_ring_setup(civitas_ring_suite::DOMAIN));
	let members: Vec<_> = keys
		.iter()
		.map(|key| Public::<Plain>::deserialize_compressed(&key[..]).expect("it is a key"))
		.collect();
	let mut commitment = [0; 288];
	let computed = setup.verifier_key(members).expect("they fit").commitment();
	computed.serialize_uncompressed(&mut commitment[..]).expect("it has its length");
	commitment
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(8))]

	/// With the real cryptography: after any sequence, each ring's commitment is that of exactly those who have a
	/// right to sit in it, computed in another way and with the keys that the people know of.
	#[test]
	fn a_rings_commitment_is_that_of_its_members(mut acts in prop::collection::vec(act(), 1..40)) {
		build().execute_with(|| {
			Real::set(true);
			acts.push(Act::NextSeason);
			let due = run(acts, 5, 2);
			let mut expected: Vec<_> = due.values().map(|person| key(person.secret)).collect();
			let mut found = Vec::new();
			for (ring, members) in Seating::<Test>::iter() {
				let keys: Vec<_> = members.iter().map(|member| member.key).collect();
				prop_assert_eq!(Commitments::<Test>::get(ring), Some(computed_anew(&keys)));
				if Group::of(ring).0 == Group::Nation {
					found.extend(keys);
				}
			}
			expected.sort();
			found.sort();
			prop_assert_eq!(found, expected);
			Ok(())
		})?;
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(160))]

	/// Crowds fill rings: large ones, and the last two evenly.
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
			assert!(sizes.len() < 2 || sizes.iter().all(|size| *size >= 128), "{sizes:?}");
			Roll::do_try_state().expect("every invariant holds");
		});
	}

	/// Whatever an enrolment says, it passes only with a proof, and if it does not pass, nothing changes.
	#[test]
	fn no_enrolment_without_a_proof_passes(
		season in prop_oneof![4 => Just(1u32), 1 => any::<u32>()],
		ring in any_ring(),
		context in any_context(),
		count in 0u32..3,
		at in 0u64..20,
		account in prop_oneof![3 => 1u64..2_000, 1 => any::<u64>()],
		alias in any::<Alias>(),
		noise in prop::collection::vec(any::<u8>(), 785),
		looks_like_a_proof in any::<bool>(),
	) {
		build().execute_with(|| {
			admit_many(3);
			next_season();
			let mut proof: RingProof = noise.try_into().expect("that many");
			if looks_like_a_proof {
				proof[..9].copy_from_slice(b"proof\x01\0\0\0");
			}
			let before = root();
			let consent = Roll::consent(season, context, alias, count, at).unwrap_or_default();
			let consent = TestSignature(account, consent);
			let proof = Box::new(proof);
			let call = Call::enrol { season, ring, context, account, alias, count, at, consent, proof };
			prop_assert!(submit(call).is_err());
			prop_assert_eq!(root(), before);
			Ok(())
		})?;
	}

	/// Asking for work that is not due changes nothing, and what is asked of views is answered.
	#[test]
	fn any_ring_can_be_asked_for(ring in any_ring(), from in any::<u32>(), limit in any::<u32>(), season in any::<u32>()) {
		build().execute_with(|| {
			admit_many(9);
			next_season();
			let before = root();
			let requests = [Call::build_ring { ring }, Call::seal { season }].map(submit);
			prop_assert!(requests.iter().all(Result::is_err));
			prop_assert_eq!(root(), before);
			let known = Roll::ring_info(ring).is_some();
			prop_assert_eq!(known, matches!(ring, RingId::Nation(0 | 1)));
			prop_assert_eq!(Roll::ring_members(ring).is_empty(), !known);
			let (group, number) = Group::of(ring);
			prop_assert_eq!(group.ring(number), ring);
			prop_assert_eq!(RingId::decode(&mut &ring.encode()[..]), Ok(ring));
			let cell = match group {
				Group::Nation => None,
				Group::Cell(cell) => Some(cell),
			};
			prop_assert!(Roll::ring_infos(cell, from, limit).len() <= 2);
			Ok(())
		})?;
	}
}

/// Every context.
fn any_context() -> impl Strategy<Value = Context> {
	prop_oneof![
		6 => Just(Context::Nation),
		2 => Just(Context::Residence),
		1 => Just(Context::Income),
		1 => any::<[u8; 32]>().prop_map(Context::Scope),
	]
}

/// Runs `test` with `cases` values.
fn each<S: Strategy>(cases: u32, values: S, test: impl Fn(S::Value)) {
	use proptest::test_runner::{Config, TestRunner};
	let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
	runner
		.run(&values, |value| {
			test(value);
			Ok(())
		})
		.unwrap_or_else(|failed| panic!("{failed}"));
}

/// Any sequence of joins, leaves, rotations, moves, absences and seals keeps each standing citizen in exactly one ring,
/// once, and each ring's commitment that of its members. Every act succeeds in some of the stories.
#[test]
fn everybody_sits_once_whatever_happens() {
	DONE.take();
	let stories = (prop::collection::vec(act(), 1..90), 2u32..8, 1u32..5);
	each(160, stories, |(acts, ring_size, min)| {
		build().execute_with(|| {
			run(acts, ring_size, min);
		});
	});
	let done = DONE.take();
	for act in ["leave", "enrol", "seal", "build"] {
		assert!(done.get(act).is_some_and(|times| *times >= 20), "{act}: {done:?}");
	}
}

/// Calls as strangers send them: of the right form, and what almost is one.
#[test]
fn no_call_from_outside_panics_or_passes() {
	let decoded = RefCell::new([0u32; 3]);
	let bytes = (0u8..3, prop::collection::vec(any::<u8>(), 0..1_000), 0u32..3, any_context(), any::<bool>());
	each(256, bytes, |(index, mut noise, number, context, in_form)| {
		build().execute_with(|| {
			admit_many(3);
			next_season();
			let mut bytes = vec![index];
			if in_form {
				match index {
					0 => {
						(1u32, RingId::Nation(number), context, 5u64).encode_to(&mut bytes);
						noise.resize(32, 0);
						bytes.extend(&noise);
						(0u32, 9u64, TestSignature(5, noise), [7u8; 785]).encode_to(&mut bytes);
					}
					1 => RingId::Nation(number).encode_to(&mut bytes),
					_ => number.encode_to(&mut bytes),
				}
			} else {
				bytes.append(&mut noise);
			}
			if let Ok(call) = Call::<Test>::decode_with_depth_limit(8, &mut &bytes[..]) {
				decoded.borrow_mut()[usize::from(index)] += 1;
				assert!(submit(call).is_err());
			}
		});
	});
	assert!(decoded.borrow().iter().all(|times| *times >= 20), "{decoded:?}");
}

/// What almost is an enrolment is refused.
#[test]
fn no_tampered_enrolment_passes() {
	let decoded = RefCell::new(0u32);
	each(400, (0usize..1_100, 1u8..=255), |(at, by)| {
		build().execute_with(|| {
			admit_many(3);
			next_season();
			let mut bytes = enrolment(0, RingId::Nation(0), Context::Nation, 55).encode();
			let at = at % bytes.len();
			bytes[at] ^= by;
			if let Ok(call) = Call::<Test>::decode_with_depth_limit(8, &mut &bytes[..]) {
				*decoded.borrow_mut() += 1;
				assert!(submit(call).is_err());
			}
		});
	});
	assert!(*decoded.borrow() >= 200, "{decoded:?} of 400 were calls at all");
}
