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

/// Each line of `refused.txt` is a vector's name, a place, how many bytes are taken away there, which are put there
/// instead, and the reason that the verifier in TypeScript gave.
#[test]
fn each_damaged_vector_is_refused_for_the_reason_that_the_other_verifier_gave() {
	let lines = fs::read_to_string(folder().join("refused.txt")).expect("the list");
	let mut reasons = std::collections::BTreeMap::<&str, u32>::new();
	for line in lines.lines() {
		let [name, at, removed, put, reason] = line.split(' ').collect::<Vec<_>>()[..] else {
			panic!("{line}")
		};
		let (at, removed): (usize, usize) =
			(at.parse().expect("a place"), removed.parse().expect("a number"));
		let put = if put == "-" { "" } else { put };
		let put =
			(0..put.len() / 2).map(|it| u8::from_str_radix(&put[2 * it..2 * it + 2], 16).expect("digits"));
		let mut file = fs::read(folder().join(name)).expect("the vector");
		let json = fs::read_to_string(folder().join(name).with_extension("json")).expect("what it proves");
		file.splice(at..at + removed, put);
		let refusal = verify(&file, &genesis(&json)).expect_err(line);
		assert_eq!(refusal.code(), reason, "{line}");
		*reasons.entry(reason).or_default() += 1;
	}
	println!("{reasons:?}");
	assert!(reasons.values().sum::<u32>() > 400 && reasons.len() >= 8, "{reasons:?}");
}

/// A text of a vector's JSON.
fn field(json: &str, name: &str) -> String {
	let (_, rest) = json.split_once(&format!("\"{name}\":\"")).expect(name);
	rest.split('"').next().expect(name).to_owned()
}

/// What a vector's JSON says that the verifier asks for.
#[cfg(feature = "passport")]
struct Asked {
	genesis: Hash,
	service: String,
	challenge: String,
	time: u64,
}

#[cfg(feature = "passport")]
impl Asked {
	fn of(json: &str) -> Self {
		Self {
			genesis: genesis(json),
			service: field(json, "service"),
			challenge: field(json, "challenge"),
			time: field(json, "time").parse().expect("milliseconds"),
		}
	}

	fn expected(&self) -> civitas_certificate::passport::Expected<'_> {
		let Self { genesis, service, challenge, time } = self;
		civitas_certificate::passport::Expected { genesis, service, challenge, now: *time, max_age: 0 }
	}
}

#[cfg(feature = "passport")]
#[test]
fn a_passport_signed_by_polkadot_js_opens_the_door() {
	let json = fs::read_to_string(folder().join("passport.json")).expect("what it proves");
	let file = fs::read(folder().join("passport.civpass")).expect("the file");
	let asked = Asked::of(&json);
	let shown = civitas_certificate::passport::check(&file, &asked.expected()).expect("valid");
	assert_eq!(shown.citizen.id, 0);
}

#[cfg(feature = "anonymous")]
#[test]
fn an_anonymous_passport_shows_the_alias_that_the_wallet_computed() {
	use civitas_certificate::{anonymous::check, passport::Expected, Error};
	let json = fs::read_to_string(folder().join("anonymous.json")).expect("what it proves");
	let file = fs::read(folder().join("anonymous.civanon")).expect("the file");
	let asked = Asked::of(&json);
	let (expected, purpose) = (asked.expected(), field(&json, "purpose"));
	let begun = std::time::Instant::now();
	let shown = check(&file, &expected, &purpose).expect("valid");
	println!("{} bytes, {:?}", file.len(), begun.elapsed());
	assert_eq!(report::hex(&shown.alias), field(&json, "alias"));

	assert_eq!(
		check(&file, &Expected { challenge: "another", ..expected }, &purpose),
		Err(Error::OtherChallenge)
	);
	assert_eq!(
		check(&file, &Expected { service: "example.com", ..expected }, &purpose),
		Err(Error::OtherService)
	);
	assert_eq!(check(&file, &expected, "another purpose"), Err(Error::OtherService));
	assert_eq!(check(&file, &Expected { genesis: &[1; 32], ..expected }, &purpose), Err(Error::OtherChain));
	let later = asked.time + 1;
	assert_eq!(check(&file, &Expected { now: later, ..expected }, &purpose), Err(Error::TooOld));

	// The head of the file, byte by byte: the proof ends where the certificate begins.
	let head = file.windows(7).position(|bytes| bytes == b"CIVCERT").expect("a certificate");
	for at in 0..head {
		let mut broken = file.clone();
		broken[at] ^= 1;
		assert!(check(&broken, &expected, &purpose).is_err(), "byte {at}");
	}
	let mut season = file.clone();
	season[8] ^= 1;
	assert_eq!(check(&season, &expected, &purpose), Err(Error::OtherSeason));
	let mut ring = file.clone();
	ring[12] ^= 1;
	assert_eq!(check(&ring, &expected, &purpose), Err(Error::NotAbout));
	let mut proof = file;
	proof[head - 1] ^= 1;
	assert_eq!(check(&proof, &expected, &purpose), Err(Error::BadProof));
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
