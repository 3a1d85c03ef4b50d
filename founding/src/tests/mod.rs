// SPDX-License-Identifier: Apache-2.0
//! Tests of founding files: each writes one, with keys that are made for it.

mod keys;
mod life;
mod lists;
mod reading;
mod results;

use crate::*;
use sp_core::crypto::{AccountId32, KeyTypeId};
use sp_keystore::testing::MemoryKeystore;
use std::fmt::Write;

/// 1 CIV.
const CIV: Balance = 1_000_000_000_000;
/// The charter of these tests.
const CHARTER: &str =
	"# Charter\n\n## Preamble\n\n**Be kind.**\n\nWe begin.\n\n## Article 1: Membership (entrenched)\n\n\
	Everybody.\n\n## Article 2: Land\n\nIt is shared.\n";

/// A runtime with two kinds of session keys and a few parameters.
fn rules() -> Rules {
	let rule = |name: &str, unit, default, least, floor, ceiling| ParameterRule {
		name: name.into(),
		unit,
		default,
		least,
		floor,
		ceiling,
	};
	let percent = |percent: u128| percent * 10u128.pow(16);
	let kind = |id: &[u8; 4]| KeyKind::of(KeyTypeId(*id)).expect("a known kind");
	Rules {
		block_millis: 6_000,
		existential_deposit: CIV / 1_000,
		key_deposit: 2 * CIV / 3,
		submission_deposit: CIV,
		decision_deposit: 50 * CIV,
		session_keys: vec![kind(b"babe"), kind(b"gran")],
		required_articles: vec![(1, true), (2, false)],
		max_articles: 4,
		max_title: 32,
		max_text: 64,
		max_name: 16,
		parameters: vec![
			rule("season_length", Unit::Number, 1_296_000, 50, 864_000, 5_256_000),
			rule("required_vouches", Unit::Number, 3, 1, 2, 5),
			rule("min_ring_size", Unit::Number, 16, 2, 8, 32),
			rule("notice_period", Unit::Millis, 604_800_000, 60_000, 259_200_000, 7_776_000_000),
			rule("application_deposit", Unit::Money, 10 * CIV, CIV / 1_000, CIV, 100 * CIV),
			rule("dividend_part", Unit::Part, percent(50), 0, percent(10), percent(100)),
			rule("treasury_part", Unit::Part, percent(30), 0, 0, percent(100)),
			rule("min_rate", Unit::Part, 0, 0, 0, percent(5)),
			rule("max_rate", Unit::Part, percent(5), 0, 0, percent(20)),
		],
		taken_ids: vec!["civitas".into()],
	}
}

/// An account of these tests.
fn account_of(number: u8) -> AccountId32 {
	AccountId32::new([number; 32])
}

/// A founding file that a test changes before it is written.
struct Draft {
	id: String,
	charter: String,
	development: bool,
	founder: Option<u8>,
	tier: &'static str,
	thresholds: &'static str,
	citizens: Vec<(u8, RollProof)>,
	validators: Vec<(u8, Vec<u8>, Vec<u8>)>,
	allocations: Vec<(AccountId32, String)>,
	rest: String,
}

impl Draft {
	/// Three citizens with numbers from 1, of whom the first is the founder, and four validators with numbers from 11.
	fn new() -> Self {
		let mut draft = Self {
			id: "example".into(),
			charter: CHARTER.into(),
			development: false,
			founder: Some(1),
			tier: "Founding",
			thresholds: "consultative = 100\nshared = 1000\ncommunity = 10000",
			citizens: Vec::new(),
			validators: Vec::new(),
			allocations: Vec::new(),
			rest: String::new(),
		};
		for number in 1..=3 {
			draft.add_citizen(number);
			draft.give(number, "100 CIV");
		}
		for number in 11..=14 {
			draft.add_validator(number);
			draft.give(number, "10 CIV");
		}
		draft
	}

	fn add_citizen(&mut self, number: u8) {
		let secret = RollSecret::new(1).expect("randomness");
		let proof = secret.prove_for_founding(&self.id, self.charter_digest(), &account_of(number));
		self.citizens.push((number, proof.expect("a fresh secret signs")));
	}

	fn add_validator(&mut self, number: u8) {
		let made = SessionKeys::make(&rules().session_keys, &account_of(number), &MemoryKeystore::new());
		let (keys, proof) = made.expect("a keystore in memory");
		self.validators.push((number, keys.encoded().to_vec(), proof));
	}

	fn give(&mut self, number: u8, amount: &str) {
		self.allocations.push((account_of(number), amount.into()));
	}

	/// Takes the allocation of `number` away.
	fn take_from(&mut self, number: u8) {
		self.allocations.retain(|(owner, _)| *owner != account_of(number));
	}

	fn charter_digest(&self) -> sp_core::H256 {
		sp_crypto_hashing::blake2_256(self.charter.as_bytes()).into()
	}

	fn text(&self) -> String {
		let hex = |bytes: &[u8]| format!("0x{}", hex::encode(bytes));
		let mut text =
			format!("[state]\nname = \"Example\"\nid = \"{}\"\ncharter = \"charter.md\"\n", self.id);
		text.push_str("bootnodes = [\"/ip4/127.0.0.1/tcp/30333/p2p/12D3KooW\"]\n");
		let _ = write!(text, "development = {}\n\n[power]\n", self.development);
		if let Some(founder) = self.founder {
			let _ = writeln!(text, "founder = \"{}\"", address(&account_of(founder)));
		}
		let _ = write!(text, "tier = \"{}\"\n\n[power.thresholds]\n{}\n", self.tier, self.thresholds);
		for (number, proof) in &self.citizens {
			let account = address(&account_of(*number));
			let (key, proof) = (hex(&proof.roll_key), hex(&proof.proof));
			let _ = write!(
				text,
				"\n[[citizen]]\naccount = \"{account}\"\nroll_key = \"{key}\"\nproof = \"{proof}\"\n"
			);
		}
		for (number, keys, proof) in &self.validators {
			let account = address(&account_of(*number));
			let (keys, proof) = (hex(keys), hex(proof));
			let _ = write!(
				text,
				"\n[[validator]]\naccount = \"{account}\"\nkeys = \"{keys}\"\nproof = \"{proof}\"\n"
			);
		}
		for (owner, amount) in &self.allocations {
			let _ =
				write!(text, "\n[[allocation]]\naccount = \"{}\"\namount = \"{amount}\"\n", address(owner));
		}
		text.push('\n');
		text.push_str(&self.rest);
		text
	}

	fn read(&self) -> Result<Founding, Problems> {
		read("founding.toml", &self.text(), |_| Ok(self.charter.clone()), &rules())
	}

	fn accepted(&self) -> Founding {
		self.read().unwrap_or_else(|problems| panic!("{problems:#?}"))
	}

	/// The only problem of this file.
	fn refused(&self) -> Problem {
		let problems = self.read().expect_err("a file with one problem");
		assert_eq!(problems.len(), 1, "{problems:#?}");
		problems.into_iter().next().expect("one")
	}

	/// Asserts that this file has one problem, that the line it names contains `line`, and what it says.
	#[track_caller]
	fn assert_refused(&self, line: &str, what: &str, help: &str) {
		let problem = self.refused();
		let place = problem.line.map_or("", |line| self.line(line));
		assert!(place.contains(line) && (line.is_empty() == place.is_empty()), "{problem} (at {place:?})");
		assert!(problem.what.contains(what), "{problem}");
		assert!(problem.help.contains(help), "{problem}");
		assert_eq!(problem.to_string().lines().count(), 1, "{problem}");
	}

	fn line(&self, number: usize) -> &'static str {
		let text: &'static str = Box::leak(self.text().into_boxed_str());
		text.lines().nth(number - 1).unwrap_or_default()
	}
}

/// Whether a note of `founding` says `what`.
fn is_noted(founding: &Founding, what: &str) -> bool {
	founding.notes.iter().any(|note| note.what.contains(what))
}
