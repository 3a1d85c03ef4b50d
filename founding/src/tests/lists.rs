// SPDX-License-Identifier: Apache-2.0
//! What is refused in the lists of citizens, validators, money, parameters and territories.

use super::*;
use sp_core::Pair as _;

#[test]
fn a_citizen_or_a_validator_is_there_once() {
	let mut draft = Draft::new();
	draft.add_citizen(2);
	draft.assert_refused(&address(&account_of(2)), "is there twice", "Remove one");

	let mut draft = Draft::new();
	draft.add_validator(12);
	draft.assert_refused(&address(&account_of(12)), "is there twice", "Remove one");
}

#[test]
fn a_proof_counts_for_one_account_one_state_and_one_charter() {
	let mut other_account = Draft::new();
	other_account.citizens[1].0 = 4;
	other_account.assert_refused("proof", "the proof is not by this roll key", "civitas roll-key prove");

	let mut other_state = Draft::new();
	other_state.id = "example-two".into();
	assert_eq!(other_state.read().expect_err("three old proofs").len(), 3);

	let mut other_charter = Draft::new();
	other_charter.charter.push('\n');
	assert_eq!(other_charter.read().expect_err("three old proofs").len(), 3);
}

#[test]
fn two_citizens_have_two_roll_keys() {
	let secret = RollSecret::new(1).expect("randomness");
	let mut draft = Draft::new();
	for citizen in &mut draft.citizens[..2] {
		let digest = sp_crypto_hashing::blake2_256(CHARTER.as_bytes()).into();
		citizen.1 =
			secret.prove_for_founding("example", digest, &account_of(citizen.0)).expect("a signature");
	}
	draft.assert_refused("roll_key", "another citizen has the same roll key", "roll-key new");
}

#[test]
fn bytes_that_are_no_roll_key_are_refused() {
	let mut draft = Draft::new();
	draft.citizens[0].1.roll_key = [0xff; 32];
	draft.assert_refused("roll_key", "this is not a roll key", "roll-key prove");
}

#[test]
fn session_keys_of_another_account_are_refused() {
	let mut draft = Draft::new();
	let (_, keys, proof) = draft.validators[1].clone();
	draft.validators[0].1 = keys;
	draft.validators[0].2 = proof;
	draft.assert_refused(
		"keys",
		"the proof does not show that the babe key is this account's",
		"civitas key session",
	);
}

#[test]
fn half_a_session_key_is_refused() {
	let mut draft = Draft::new();
	draft.validators[0].1.truncate(63);
	draft.assert_refused("keys", "must have 64 bytes, and this has 63", "copy both lines whole");
}

#[test]
fn a_key_for_development_founds_no_live_state() {
	let alice = sp_core::sr25519::Pair::from_string("//Alice", None).expect("a known secret");
	let alice = AccountId32::new(alice.public().0);
	let name = address(&alice);
	let secret = RollSecret::new(1).expect("randomness");
	let mut draft = Draft::new();
	let of_four = address(&account_of(4));
	draft.add_citizen(4);
	let text = draft.text().replace(&of_four, &name);
	let proof = secret.prove_for_founding("example", draft.charter_digest(), &alice).expect("a signature");
	let text = text
		.replace(&hex::encode(draft.citizens[3].1.roll_key), &hex::encode(proof.roll_key))
		.replace(&hex::encode(draft.citizens[3].1.proof), &hex::encode(proof.proof));
	let live =
		read("founding.toml", &text, |_| Ok(CHARTER.into()), &rules()).expect_err("Alice is everybody");
	assert_eq!(live.len(), 1, "{live:#?}");
	assert!(live[0].what.contains("everybody has the secret"), "{}", live[0]);
	let trial = text.replace("development = false", "development = true");
	let trial = read("founding.toml", &trial, |_| Ok(CHARTER.into()), &rules()).expect("a trial");
	assert!(is_noted(&trial, "chain for development"));
}

#[test]
fn an_amount_is_read_to_the_unit() {
	let mut draft = Draft::new();
	draft.allocations[0].1 = "1_000.000000000001 CIV".into();
	assert_eq!(draft.accepted().balance(&account_of(1)), 1_000 * CIV + 1);
	for wrong in ["1000", "1,000 CIV", "1.0000000000001 CIV", "-1 CIV", ". CIV", "1. CIV", "CIV"] {
		draft.allocations[0].1 = wrong.into();
		draft.take_from(2);
		draft.give(2, "100 CIV");
		let problems = draft.read().expect_err(wrong);
		assert!(problems.iter().any(|it| it.what.contains("is not an amount")), "{wrong}: {problems:#?}");
	}
}

#[test]
fn an_allocation_is_one_per_account_and_large_enough_to_exist() {
	let mut draft = Draft::new();
	draft.give(2, "7 CIV");
	draft.assert_refused("account", "has two allocations", "Put them together");

	let mut draft = Draft::new();
	draft.give(20, "0.000999999999 CIV");
	draft.assert_refused("amount", "must own at least 0.001 CIV", "Give it more");
	draft.allocations.pop();
	draft.give(20, "0.001 CIV");
	draft.accepted();
}

#[test]
fn money_stays_countable() {
	let mut draft = Draft::new();
	draft.give(20, "999_999_999_660 CIV");
	draft.accepted();
	draft.give(21, "0.001 CIV");
	draft.assert_refused("amount", "more than 1,000,000,000,000 CIV", "Give less");
}

#[test]
fn parameters_are_written_with_their_units() {
	let mut draft = Draft::new();
	draft.rest =
		"[parameters]\nseason_length = \"90 days\"\nrequired_vouches = 2\nnotice_period = \"3 days\"\n\
		application_deposit = \"2.5 CIV\"\ndividend_part = \"12.5 %\"\n"
			.into();
	let founding = draft.accepted();
	let values: Vec<_> = founding.parameters.iter().map(|it| (it.name.as_str(), it.value)).collect();
	assert_eq!(
		values,
		[
			("application_deposit", 5 * CIV / 2),
			("dividend_part", 125_000_000_000_000_000),
			("notice_period", 3 * 86_400_000),
			("required_vouches", 2),
			("season_length", 1_296_000),
		]
	);
}

#[test]
fn a_parameter_that_is_unknown_or_out_of_bounds_is_refused_at_its_line() {
	for (line, what, help) in [
		("season_lenght = 3", "there is no parameter \"season_lenght\"", "Did you mean season_length?"),
		("tax = 3", "there is no parameter \"tax\"", "civitas found init"),
		("season_length = 49", "season_length cannot be 49", "from 50 to 5256000"),
		("required_vouches = 6", "required_vouches cannot be 6", "from 1 to 5"),
		("required_vouches = 0", "required_vouches cannot be 0", "from 1 to 5"),
		("required_vouches = -1", "below zero", "above zero"),
		("required_vouches = true", "is not a number", "Write for example 3"),
		("season_length = \"100 seconds\"", "not a whole number of blocks", "6 seconds"),
		("season_length = \"a while\"", "is not a time", "7 days"),
		("notice_period = 7", "is not a time", "7 days"),
		("application_deposit = 10", "is not an amount", "12.5 CIV"),
		("application_deposit = \"101 CIV\"", "cannot be 101 CIV", "from 0.001 CIV to 100 CIV"),
		("max_rate = \"21 %\"", "max_rate cannot be 21 %", "to 20 %"),
		("max_rate = 0.05", "is not a percentage", "2.5 %"),
	] {
		let mut draft = Draft::new();
		draft.rest = format!("[parameters]\n{line}\n");
		draft.assert_refused(line, what, help);
	}
}

#[test]
fn parts_and_rates_fit_each_other() {
	let mut draft = Draft::new();
	draft.rest = "[parameters]\ntreasury_part = \"51 %\"\n".into();
	draft.assert_refused("treasury_part", "more than 100 % together", "Lower");
	draft.rest = "[parameters]\ntreasury_part = \"50 %\"\n".into();
	draft.accepted();
	draft.rest = "[parameters]\nmin_rate = \"4 %\"\nmax_rate = \"3 %\"\n".into();
	draft.assert_refused("min_rate", "the lowest rate is above the highest", "raise");
}

#[test]
fn a_territory_has_a_name_a_country_and_a_registrar_who_can_pay() {
	let territory = |name: &str, host: &str, registrar: u8, limit: u32| {
		let registrar = address(&account_of(registrar));
		format!(
			"[[territory]]\nname = \"{name}\"\nhost = \"{host}\"\nregistrar = \"{registrar}\"\nparcel_limit = {limit}\n"
		)
	};
	let mut draft = Draft::new();
	draft.rest = territory("The island", "PT", 1, 10);
	let [island] = &draft.accepted().territories[..] else { panic!("one territory") };
	assert_eq!((island.host.as_str(), island.parcel_limit), ("PT", 10));

	for (rest, line, what) in [
		(territory("", "PT", 1, 10), "name", "1 to 16 bytes"),
		(territory("The island", "Portugal", 1, 10), "host", "is not a country"),
		(territory("The island", "pt", 1, 10), "host", "is not a country"),
		(territory("The island", "PT", 30, 10), "registrar", "cannot pay the fees"),
		(territory("The island", "PT", 1, 0), "name", "no room for parcels"),
	] {
		draft.rest = rest;
		draft.assert_refused(line, what, "");
	}
}
