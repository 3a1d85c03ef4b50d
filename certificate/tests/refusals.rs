// SPDX-License-Identifier: Apache-2.0
//! What a certificate proves, and for each way in which one can be wrong, the reason that it is refused with.

#![allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic,
	clippy::unwrap_used
)]

mod simulation;

use civitas_certificate::{report, verify, Claim, Error, Statement};
use simulation::*;

const SEASON: u32 = 3;

fn census() -> File {
	file(2, 4, &state(5), vec![Claim::Census(SEASON)])
}

fn refusal(file: &File) -> Error {
	verify(&file.encode(), &file.genesis_hash()).expect_err("must be refused")
}

#[test]
fn a_certificate_proves_a_census_from_the_genesis_hash_alone() {
	let file = census();
	let verified = verify(&file.encode(), &file.genesis_hash()).expect("valid");
	assert_eq!((verified.number, verified.set, verified.authorities), (1800, 2, 4));
	assert_eq!((verified.time, verified.runtime, verified.season), (1_800_000_000_000, 103, 5));
	assert_eq!(verified.statements.len(), 1);
	let record = verified.census(SEASON).expect("the season asked for");
	assert_eq!((record.season, record.closed_at), (SEASON, 4_321));
	assert_eq!(record.population.citizens.value, 100);
	assert_eq!(record.valuation.value, 7_000_000_000_000_000);
	assert_eq!(record.state.charter.version, 2);
	let json = report::json(&verified);
	assert!(json.contains(r#""citizens":{"value":100,"evidence":"attested"}"#), "{json}");
	assert!(report::text(&verified).contains("Revenue, CIV           11.000000000000 (collected)"));
}

#[test]
fn a_record_of_another_chain_is_refused() {
	let file = census();
	assert_eq!(verify(&file.encode(), &[1; 32]), Err(Error::OtherChain));
}

#[test]
fn the_wrong_season_is_refused() {
	let file = census();
	let verified = verify(&file.encode(), &file.genesis_hash()).expect("valid");
	assert_eq!(verified.census(SEASON + 1), Err(Error::WrongSeason));
}

#[test]
fn a_season_that_is_not_over_has_no_record() {
	let tree = state(5);
	let claim = Claim::Census(5);
	assert_eq!(
		civitas_certificate::keys(std::slice::from_ref(&claim), |key| tree.entries.get(key).cloned()),
		Err(Error::SeasonNotOver)
	);
	// The claim for another season, put onto the proof of this one.
	let mut file = census();
	file.claims = vec![written(&claim)];
	assert!(matches!(refusal(&file), Error::SeasonNotOver | Error::MissingNode));
}

#[test]
fn an_unfinalized_block_is_refused() {
	let mut file = census();
	file.fragments.truncate(2);
	let last = file.fragments.last_mut().expect("two");
	last.header.number += 1;
	assert_eq!(refusal(&file), Error::WrongBlock);
	file.fragments.clear();
	assert_eq!(refusal(&file), Error::NoFinality);
}

#[test]
fn one_forged_signature_is_refused() {
	let mut file = census();
	file.fragments[1].votes[3].2[7] ^= 1;
	assert_eq!(refusal(&file), Error::ForgedSignature);
}

#[test]
fn a_signature_of_another_round_or_set_is_refused() {
	let mut file = census();
	file.fragments[1].round += 1;
	assert_eq!(refusal(&file), Error::ForgedSignature);
	let mut file = census();
	let header = file.fragments[1].header.clone();
	file.fragments[1] = Fragment::new(header, &Set::new(1, 4), 2, 4);
	assert_eq!(refusal(&file), Error::ForgedSignature);
}

#[test]
fn more_than_two_thirds_must_sign() {
	// All, the most that are too few, the least that are enough.
	for (size, enough) in [(1, 1), (2, 2), (3, 3), (4, 3), (6, 5), (7, 5), (21, 15), (100, 67)] {
		for (votes, is_final) in [(enough, true), (enough - 1, false)] {
			let mut file = file(1, size, &state(5), vec![Claim::Census(SEASON)]);
			file.fragments[1].votes.truncate(votes);
			let verdict = verify(&file.encode(), &file.genesis_hash());
			let expected = if is_final { None } else { Some(Error::TooFewVotes) };
			assert_eq!(verdict.err(), expected, "{votes} of {size}");
		}
	}
}

#[test]
fn a_vote_counts_once_and_only_from_a_validator_of_the_set() {
	let mut file = census();
	file.fragments[0].votes[3] = file.fragments[0].votes[2];
	assert_eq!(refusal(&file), Error::VotedTwice);
	let mut file = census();
	let stranger = &Set::new(9, 1).0[0];
	let Fragment { target, round, .. } = file.fragments[0];
	file.fragments[0].votes.push(vote(stranger, target, round, 0));
	assert_eq!(refusal(&file), Error::UnknownVoter);
	// The first set cannot sign for the second.
	let mut file = census();
	let header = file.fragments[1].header.clone();
	file.fragments[1] = Fragment::new(header, &Set::new(0, 4), 1, 4);
	assert_eq!(refusal(&file), Error::UnknownVoter);
}

#[test]
fn a_vote_for_a_later_block_counts_if_headers_lead_back() {
	let mut file = census();
	let set = Set::new(2, 4);
	let last = file.fragments.last_mut().expect("three");
	let child =
		Header { parent: last.target.0, number: last.target.1 + 1, state_root: [1; 32], digest: babe() };
	let grandchild = Header { parent: child.hash(), number: child.number + 1, ..child.clone() };
	last.votes[0] = vote(&set.0[0], (child.hash(), child.number), last.round, 2);
	last.votes[1] = vote(&set.0[1], (grandchild.hash(), grandchild.number), last.round, 2);
	assert_eq!(refusal(&file), Error::VoteForOtherBlock);
	file.fragments[2].headers = vec![child.clone(), grandchild.clone()];
	assert!(verify(&file.encode(), &file.genesis_hash()).is_ok());

	let mut unused = file.clone();
	unused.fragments[2].headers.push(Header { number: 7, ..child.clone() });
	assert_eq!(refusal(&unused), Error::UnusedHeader);
	let mut twice = file.clone();
	twice.fragments[2].headers.push(child.clone());
	assert_eq!(refusal(&twice), Error::UnusedHeader);
	let mut gap = file.clone();
	gap.fragments[2].headers.remove(0);
	assert_eq!(refusal(&gap), Error::VoteForOtherBlock);
	let mut earlier = file;
	let Fragment { target, round, .. } = earlier.fragments[2];
	earlier.fragments[2].headers.clear();
	earlier.fragments[2].votes.truncate(3);
	earlier.fragments[2].votes[0] = vote(&set.0[0], ([5; 32], target.1 - 1), round, 2);
	assert_eq!(refusal(&earlier), Error::VoteForOtherBlock);
}

#[test]
fn every_change_of_validators_must_be_there_and_in_order() {
	let mut file = census();
	file.fragments.remove(1);
	// The second set is unknown to the first one's successor.
	assert_eq!(refusal(&file), Error::UnknownVoter);
	let mut file = census();
	file.fragments.swap(0, 1);
	assert!(matches!(refusal(&file), Error::UnknownVoter | Error::WrongOrder));
	let mut file = census();
	let twin = file.fragments[0].clone();
	file.fragments.insert(0, twin);
	assert_eq!(refusal(&file), Error::WrongOrder);
	let mut file = census();
	let header = Header { digest: babe(), ..file.fragments[0].header.clone() };
	file.fragments[0] = Fragment::new(header, &Set::new(0, 4), 0, 4);
	assert_eq!(refusal(&file), Error::MissingChange);
}

#[test]
fn forced_and_delayed_changes_are_refused() {
	use parity_scale_codec::Encode;
	let list = Set::new(1, 4).list();
	let delayed = (4u8, *b"FRNK", (1u8, &list, 1u32).encode()).encode();
	let forced = (4u8, *b"FRNK", (2u8, 5u32, &list, 0u32).encode()).encode();
	let twice = change(&Set::new(1, 4));
	for digest in [vec![delayed], vec![forced], vec![twice.clone(), twice]] {
		let mut file = census();
		let header = Header { digest, ..file.fragments[0].header.clone() };
		file.fragments[0] = Fragment::new(header, &Set::new(0, 4), 0, 4);
		assert_eq!(refusal(&file), Error::ForcedChange);
	}
}

#[test]
fn a_storage_proof_has_what_it_needs_and_no_more() {
	for number in 0..census().nodes.len() {
		let mut file = census();
		file.nodes.remove(number);
		assert_eq!(refusal(&file), Error::MissingNode);
	}
	let mut file = census();
	file.nodes.push(b"a node of nothing".to_vec());
	assert_eq!(refusal(&file), Error::UnusedNode);
	let mut file = census();
	file.nodes.push(file.nodes[0].clone());
	assert_eq!(refusal(&file), Error::UnusedNode);
	let mut file = census();
	file.genesis_nodes.push(b"a node of nothing".to_vec());
	assert_eq!(refusal(&file), Error::UnusedNode);
}

#[test]
fn another_version_and_another_kind_of_file_are_refused() {
	let file = census();
	let mut bytes = file.encode();
	bytes[7] = 2;
	assert_eq!(verify(&bytes, &file.genesis_hash()), Err(Error::UnknownVersion));
	bytes[0] = b'X';
	assert_eq!(verify(&bytes, &file.genesis_hash()), Err(Error::NotThisKind));
	assert_eq!(verify(&[], &file.genesis_hash()), Err(Error::NotThisKind));
	let mut bytes = file.encode();
	bytes.push(0);
	assert_eq!(verify(&bytes, &file.genesis_hash()), Err(Error::Malformed("end of the file")));
	assert_eq!(verify(&vec![0; civitas_certificate::MAX_BYTES + 1], &[0; 32]), Err(Error::TooLong));
}

#[test]
fn a_promise_of_many_items_takes_no_memory() {
	// The genesis proof promises more nodes than there are bytes.
	let mut bytes = b"CIVCERT\x01".to_vec();
	bytes.extend(census().genesis.encode());
	bytes.extend([0xfe, 0xff, 0xff, 0xff]);
	assert_eq!(verify(&bytes, &[0; 32]), Err(Error::Malformed("genesis proof")));
}

#[test]
fn citizens_and_strangers_are_told_apart() {
	let mut tree = state(5);
	admit(&mut tree, 7, [1; 32], false, 4);
	admit(&mut tree, 8, [2; 32], true, 5);
	admit(&mut tree, 9, [3; 32], false, 3);
	let claims = (1..=4).map(|who| Claim::Citizen([who; 32])).collect();
	let file = file(1, 4, &tree, claims);
	let verified = verify(&file.encode(), &file.genesis_hash()).expect("valid");
	let found: Vec<_> = verified
		.statements
		.iter()
		.map(|statement| match statement {
			Statement::Citizen(it) => it.citizen.as_ref().map(|it| (it.id, it.is_suspended, it.is_present)),
			_ => panic!("{statement:?}"),
		})
		.collect();
	assert_eq!(found, [Some((7, false, true)), Some((8, true, true)), Some((9, false, false)), None]);
}

#[test]
fn a_ring_is_certified_when_it_is_built_and_the_roll_is_open() {
	let mut tree = state(5);
	build_ring(&mut tree, 5, 2, &[6; 288]);
	let file = file(1, 4, &tree, vec![Claim::Ring(2)]);
	let verified = verify(&file.encode(), &file.genesis_hash()).expect("valid");
	let [Statement::Ring(ring)] = &verified.statements[..] else { panic!("{verified:?}") };
	assert_eq!((ring.number, ring.season, ring.commitment), (2, 5, [6; 288]));

	let keys = |tree: &Tree, number| {
		civitas_certificate::keys(&[Claim::Ring(number)], |key| tree.entries.get(key).cloned()).map(|_| ())
	};
	assert_eq!(keys(&tree, 3), Err(Error::RingNotBuilt));
	use parity_scale_codec::Encode;
	let mut unbuilt = tree.clone();
	unbuilt.entries.insert(entry("Roll", "Unbuilt", &[blake128(&(0u8, 2u32).encode())]), Vec::new());
	assert_eq!(keys(&unbuilt, 2), Err(Error::RingNotBuilt));
	let mut sealing = tree;
	sealing.entries.insert(entry("Roll", "CurrentSealing", &[]), (5u32, 2u8, 0u64).encode());
	assert_eq!(keys(&sealing, 2), Err(Error::RollNotSealed));
}

#[test]
fn ten_changes_of_twenty_one_validators_fit_and_are_fast() {
	let file = file(10, 21, &state(5), vec![Claim::Census(SEASON)]);
	let bytes = file.encode();
	let begun = std::time::Instant::now();
	verify(&bytes, &file.genesis_hash()).expect("valid");
	let took = begun.elapsed();
	std::println!("ten changes of 21 validators, all vote: {} bytes, {took:?}", bytes.len());
	let mut least = file;
	least.fragments.iter_mut().for_each(|fragment| fragment.votes.truncate(15));
	let bytes = least.encode();
	let begun = std::time::Instant::now();
	verify(&bytes, &least.genesis_hash()).expect("valid");
	std::println!("ten changes of 21 validators, 15 vote: {} bytes, {:?}", bytes.len(), begun.elapsed());
	let change = least.fragments[0].encode().len();
	std::println!("one change: {change} bytes; a year of weekly changes: {} bytes", 52 * change);
	assert!(bytes.len() <= 200 * 1024);
}
