// SPDX-License-Identifier: Apache-2.0
//! States that would begin dead, and founders who would be trapped.

use super::*;

#[test]
fn a_founder_without_power_for_ever_is_refused() {
	let mut draft = Draft::new();
	draft.tier = "Community";
	draft.assert_refused("tier", "a founder has no power in the tier Community", "tier = \"Founding\"");
}

#[test]
fn a_tier_that_waits_for_a_founder_who_does_not_exist_is_refused() {
	let mut draft = Draft::new();
	draft.founder = None;
	draft.assert_refused("tier", "none is named", "tier = \"Community\"");
	draft.tier = "Community";
	assert_eq!(draft.accepted().founder, None);
}

#[test]
fn a_founder_is_one_of_the_citizens() {
	let mut draft = Draft::new();
	draft.founder = Some(11);
	draft.take_from(11);
	draft.give(11, "100 CIV");
	draft.assert_refused("founder", "not one of the citizens", "[[citizen]]");
}

#[test]
fn a_founder_who_cannot_pay_is_refused() {
	let mut draft = Draft::new();
	draft.take_from(1);
	draft.assert_refused("founder", "the founder owns 0 CIV", "at least 51 CIV");
	draft.give(1, "50.999999999999 CIV");
	draft.assert_refused("founder", "cannot pay fees and deposits", "at least 51 CIV");
	draft.take_from(1);
	draft.give(1, "51 CIV");
	draft.accepted();
}

#[test]
fn a_state_that_can_never_admit_anybody_is_refused() {
	let mut draft = Draft::new();
	draft.founder = None;
	draft.tier = "Community";
	draft.citizens.pop();
	draft.assert_refused("", "2 citizens cannot give the 3 vouches", "required_vouches");

	draft.rest = "[parameters]\nrequired_vouches = 2\n".into();
	draft.accepted();
}

#[test]
fn a_founder_who_admits_makes_a_small_state_possible_and_is_warned() {
	let mut draft = Draft::new();
	draft.citizens.truncate(1);
	let founding = draft.accepted();
	assert!(is_noted(&founding, "1 citizens cannot give the 3 vouches"), "{:#?}", founding.notes);

	draft.tier = "Consultative";
	draft.assert_refused("tier", "the founder admits nobody in this tier", "Begin with more citizens");
}

#[test]
fn a_state_without_citizens_is_refused() {
	let mut draft = Draft::new();
	draft.citizens.clear();
	let problems = draft.read().expect_err("nobody");
	assert!(problems.iter().any(|it| it.what.contains("there are no citizens")), "{problems:#?}");
}

#[test]
fn a_state_in_which_nobody_can_propose_is_refused() {
	let mut draft = Draft::new();
	draft.founder = None;
	draft.tier = "Community";
	(1..=3).for_each(|number| draft.take_from(number));
	draft.give(20, "1000 CIV");
	draft.assert_refused("", "no citizen can pay the deposits of a referendum, 51 CIV", "[[allocation]]");
	draft.give(3, "51 CIV");
	draft.accepted();
}

#[test]
fn a_validator_who_could_never_change_keys_is_refused() {
	let mut draft = Draft::new();
	draft.take_from(12);
	draft.assert_refused(
		&address(&account_of(12)),
		"validator 2 owns 0 CIV, and could never change its keys",
		"at least 1.66",
	);
}

#[test]
fn two_validators_with_one_key_are_refused() {
	let keystore = MemoryKeystore::new();
	let kinds = &rules().session_keys;
	let (keys, proof) = SessionKeys::make(kinds, &account_of(11), &keystore).expect("keys");
	// The owner of the keys signs for a second account.
	let statement = sp_core::proof_of_possession::statement_of_ownership(account_of(12).as_ref());
	let mut second = Vec::new();
	for (kind, key) in keys.each() {
		let signature = if kind.field == "babe" {
			let key = key.try_into().expect("32 bytes");
			sp_keystore::Keystore::sr25519_sign(&keystore, kind.id, &key, &statement)
				.expect("a keystore")
				.map(|it| it.0)
		} else {
			let key = key.try_into().expect("32 bytes");
			sp_keystore::Keystore::ed25519_sign(&keystore, kind.id, &key, &statement)
				.expect("a keystore")
				.map(|it| it.0)
		};
		second.extend(signature.expect("a key that was just made"));
	}
	let mut draft = Draft::new();
	draft.validators[0] = (11, keys.encoded().to_vec(), proof);
	draft.validators[1] = (12, keys.encoded().to_vec(), second);
	draft.assert_refused("keys", "another validator has the same keys", "on each machine");
}

#[test]
fn a_state_without_validators_is_refused_and_one_with_few_is_warned() {
	let mut draft = Draft::new();
	draft.validators.truncate(3);
	assert!(is_noted(&draft.accepted(), "with 3 validators, finality stops when one of them does"));
	draft.validators.clear();
	draft.assert_refused("", "there are no validators", "civitas key session");
	assert!(!is_noted(&Draft::new().accepted(), "finality"));
}

#[test]
fn thresholds_rise() {
	let mut draft = Draft::new();
	draft.thresholds = "consultative = 100\nshared = 100\ncommunity = 10000";
	draft.assert_refused("thresholds", "do not rise", "100, 1000 and 10000");
	draft.thresholds = "consultative = 0\nshared = 100\ncommunity = 10000";
	draft.assert_refused("thresholds", "do not rise", "100, 1000 and 10000");
}

#[test]
fn what_founders_should_know_is_noted() {
	let mut draft = Draft::new();
	draft.thresholds = "consultative = 3\nshared = 100\ncommunity = 10000";
	draft.rest = "[parameters]\nseason_length = 100\n".into();
	draft.give(20, "1000 CIV");
	let founding = draft.accepted();
	for what in [
		"secret ballots need 16 citizens, and there are 3",
		"enough citizens for the Consultative tier already (3)",
		"season_length is below 864000",
		"owns more than half of all money",
	] {
		assert!(is_noted(&founding, what), "{what}: {:#?}", founding.notes);
	}
}
