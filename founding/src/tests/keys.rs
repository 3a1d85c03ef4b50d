// SPDX-License-Identifier: Apache-2.0
//! Roll keys, session keys and their proofs.

use super::*;
use serde_json::Value;
use sp_core::H256;

/// The test vectors of the wallet library.
fn vectors() -> Value {
	serde_json::from_str(include_str!("../../../wallet/client/vectors.json")).expect("JSON")
}

fn bytes<const N: usize>(value: &Value) -> [u8; N] {
	let text = value.as_str().expect("a text").trim_start_matches("0x");
	hex::decode(text).expect("hexadecimal digits").try_into().expect("as many bytes")
}

#[test]
fn a_backup_of_the_wallet_library_is_read_and_written_alike() {
	let vectors = vectors();
	let season = &vectors["seasons"][0];
	let words = season["words"].as_str().expect("words");
	let secret = RollSecret::from_words(words).expect("a backup");
	assert_eq!(u64::from(secret.season()), season["season"].as_u64().expect("a season"));
	assert_eq!(secret.to_words().as_str(), words);
	let of_vectors = &vectors["secrets"][0];
	assert_eq!(of_vectors["secret"], season["secret"]);
	assert_eq!(secret.key(), bytes::<32>(&of_vectors["rollKey"]));
}

#[test]
fn a_proof_is_over_the_message_that_wallets_sign() {
	let vectors = vectors();
	let secret =
		RollSecret::from_words(vectors["seasons"][0]["words"].as_str().expect("words")).expect("a backup");
	let possession = &vectors["possession"];
	assert_eq!(secret.key(), bytes::<32>(&possession["rollKey"]));
	let genesis = H256(bytes(&vectors["genesis"]));
	let account = AccountId32::new(bytes(&vectors["account"]));
	let message = civitas_primitives::possession_message(&genesis, &account, &secret.key());
	let expected = possession["message"].as_str().expect("a message").trim_start_matches("0x");
	assert_eq!(hex::encode(&message), expected);
	assert_eq!(secret.prove(genesis, &account), secret.sign(&message));
}

#[test]
fn a_mistyped_backup_is_refused() {
	let words = RollSecret::new(7).expect("randomness").to_words();
	let list: Vec<&str> = words.split(' ').collect();
	for (wrong, why) in [
		(list[..27].join(" "), "these are 27"),
		(list[..12].join(" "), "seed words of an account"),
		(words.replacen(list[3], "civitas", 1), "is not in the list"),
		([&list[1..2], &list[..1], &list[2..]].concat().join(" "), "in the wrong order"),
	] {
		let said = RollSecret::from_words(&wrong).expect_err("not a backup");
		assert!(said.contains(why), "{said}");
	}
	let again = RollSecret::from_words(&format!("  {}\n", words.to_uppercase())).expect("the same words");
	assert_eq!(again.season(), 7);
	assert_eq!(again.to_words(), words);
}

#[test]
fn no_two_secrets_are_alike_and_none_is_shown() {
	let (one, two) = (RollSecret::new(1).expect("randomness"), RollSecret::new(1).expect("randomness"));
	assert_ne!(one.key(), two.key());
	assert_eq!(format!("{one:?}"), "RollSecret { season: 1, .. }");
	assert!(RollSecret::new(1 << 20).is_err());
}

#[test]
fn session_keys_are_made_in_the_keystore_and_proven_for_their_owner() {
	let keystore = MemoryKeystore::new();
	let kinds = rules().session_keys;
	let (keys, proof) = SessionKeys::make(&kinds, &account_of(1), &keystore).expect("keys");
	assert_eq!((keys.encoded().len(), proof.len()), (64, 128));
	for (kind, key) in keys.each() {
		assert!(sp_keystore::Keystore::has_keys(&keystore, &[(key.to_vec(), kind.id)]), "{}", kind.field);
	}
	let check = |owner, keys: &[u8], proof: &[u8]| SessionKeys::check(&kinds, &owner, keys.to_vec(), proof);
	assert_eq!(check(account_of(1), keys.encoded(), &proof), Ok(keys.clone()));
	assert!(check(account_of(2), keys.encoded(), &proof).is_err());
	for byte in [0, 63, 64, 127] {
		let mut forged = proof.clone();
		forged[byte] ^= 1;
		assert!(check(account_of(1), keys.encoded(), &forged).is_err(), "byte {byte}");
	}
}
