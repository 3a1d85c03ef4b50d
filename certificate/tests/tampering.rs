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

use civitas_certificate::{verify, Claim};
use simulation::*;

fn small() -> File {
	let mut tree = state(2);
	admit(&mut tree, 7, [1; 32], false, 1);
	file(1, 4, &tree, vec![Claim::Census(1), Claim::Citizen([1; 32]), Claim::Citizen([2; 32])])
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
