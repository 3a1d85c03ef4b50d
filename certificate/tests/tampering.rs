// SPDX-License-Identifier: Apache-2.0
//! Every byte of a certificate counts, and nothing makes the verifier panic.

#![allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic,
	clippy::unwrap_used
)]

mod simulation;

use civitas_certificate::{state::Citizen, verify, Claim, Statement};
use simulation::*;

fn small() -> File {
	let mut tree = state(2);
	admit(&mut tree, 7, [1; 32], false, 1);
	file(1, 4, &tree, vec![Claim::Census(1), Claim::Citizen([1; 32])])
}

/// A proof that one account is not a citizen's may show the same of another. The statement then names that one.
#[test]
fn a_claim_about_a_stranger_can_only_become_one_about_another_stranger() {
	let mut tree = state(2);
	admit(&mut tree, 7, [1; 32], false, 1);
	let stranger = [2; 32];
	let original = file(1, 4, &tree, vec![Claim::Citizen(stranger)]);
	let mut others = 0;
	for bit in 0..256 {
		let mut account = stranger;
		account[bit / 8] ^= 1 << (bit % 8);
		let mut changed = original.clone();
		changed.claims = vec![written(&Claim::Citizen(account))];
		if let Ok(verified) = verify(&changed.encode(), &original.genesis_hash()) {
			let expected = Statement::Citizen(Citizen { account, citizen: None });
			assert_eq!(verified.statements, [expected]);
			others += 1;
		}
	}
	assert!(others > 0, "the case occurs");
}

#[test]
fn every_flipped_bit_is_refused() {
	let file = small();
	let genesis = file.genesis_hash();
	let bytes = file.encode();
	assert!(verify(&bytes, &genesis).is_ok());
	let mut broken = bytes.clone();
	for at in 0..bytes.len() {
		for bit in 0..8 {
			broken[at] ^= 1 << bit;
			assert!(verify(&broken, &genesis).is_err(), "bit {bit} of byte {at}");
			broken[at] ^= 1 << bit;
		}
	}
	std::println!("{} bits of {} bytes", 8 * bytes.len(), bytes.len());
}

#[test]
fn every_truncation_and_every_added_byte_is_refused() {
	let file = small();
	let genesis = file.genesis_hash();
	let bytes = file.encode();
	for length in 0..bytes.len() {
		assert!(verify(&bytes[..length], &genesis).is_err(), "{length} bytes");
		let mut longer = bytes.clone();
		longer.insert(length, 0x5a);
		assert!(verify(&longer, &genesis).is_err(), "a byte more at {length}");
		longer = bytes.clone();
		longer.remove(length);
		assert!(verify(&longer, &genesis).is_err(), "a byte less at {length}");
	}
}

#[test]
fn every_flipped_bit_of_the_genesis_hash_is_refused() {
	let file = small();
	let bytes = file.encode();
	for bit in 0..256 {
		let mut genesis = file.genesis_hash();
		genesis[bit / 8] ^= 1 << (bit % 8);
		assert!(verify(&bytes, &genesis).is_err());
	}
}
