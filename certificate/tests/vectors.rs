// SPDX-License-Identifier: Apache-2.0
//! The test vectors: what each file proves, as the verifier in TypeScript wrote it down.

#![allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic,
	clippy::unwrap_used
)]

mod simulation;

use civitas_certificate::{report, verify, Claim};
use simulation::*;
use std::{fs, path::PathBuf};

fn folder() -> PathBuf {
	PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// The genesis hash in a JSON text that begins with it.
fn genesis(json: &str) -> Hash {
	let digits = &json.split("0x").nth(1).expect("a hash")[..64];
	let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("digits");
	std::array::from_fn(|at| byte(2 * at))
}

#[test]
fn each_vector_proves_what_is_written_beside_it() {
	let mut read = 0;
	for file in fs::read_dir(folder()).expect("the folder").map(|entry| entry.expect("a file").path()) {
		if file.extension().is_some_and(|it| it == "civcert") {
			let json = fs::read_to_string(file.with_extension("json")).expect("what it proves");
			let bytes = fs::read(&file).expect("the file");
			let begun = std::time::Instant::now();
			let verified = verify(&bytes, &genesis(&json)).expect("valid");
			println!("{}: {} bytes, {:?}", file.display(), bytes.len(), begun.elapsed());
			assert_eq!(report::json(&verified), json.trim(), "{}", file.display());
			read += 1;
		}
	}
	assert!(read >= 2, "there are vectors");
}

/// Writes the simulated vector. `../client/tools/expect.ts` then writes what it proves.
#[test]
#[ignore = "writes a file of the repository"]
fn write_the_simulated_vector() {
	let mut tree = state(5);
	admit(&mut tree, 7, [1; 32], false, 4);
	admit(&mut tree, 8, [2; 32], true, 5);
	build_ring(&mut tree, 5, 2, &[6; 288]);
	let claims = vec![
		Claim::Census(3),
		Claim::Ring(2),
		Claim::Citizen([1; 32]),
		Claim::Citizen([2; 32]),
		Claim::Citizen([3; 32]),
	];
	let mut file = file(2, 4, &tree, claims);
	// A vote for a later block, and one validator who did not vote.
	let set = Set::new(2, 4);
	let last = file.fragments.last_mut().expect("three");
	let child =
		Header { parent: last.target.0, number: last.target.1 + 1, state_root: [1; 32], digest: babe() };
	last.votes[0] = vote(&set.0[0], (child.hash(), child.number), last.round, 2);
	last.headers = vec![child];
	file.fragments[1].votes.truncate(3);
	fs::write(folder().join("simulated.civcert"), file.encode()).expect("written");
	println!("{}", report::hex(&file.genesis_hash()));
}
