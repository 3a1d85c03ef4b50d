// SPDX-License-Identifier: Apache-2.0
//! Passports, and the reason for each refusal.

#![allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic,
	clippy::unwrap_used
)]
#![cfg(feature = "passport")]

mod simulation;

use civitas_certificate::{
	passport::{assemble, check, message, Expected},
	Claim, Error,
};
use simulation::*;

const SERVICE: &str = "example.org";
const CHALLENGE: &str = "0011223344556677";
/// The time of the simulated block.
const TIME: u64 = 1_800_000_000_000;
const TEN_MINUTES: u64 = 600_000;

/// A wallet: an account, and how it signs.
struct Wallet {
	account: Hash,
	sign: Box<dyn Fn(&[u8]) -> Vec<u8>>,
}

fn ed25519() -> Wallet {
	let key = ed25519_zebra::SigningKey::from([1; 32]);
	let account = ed25519_zebra::VerificationKey::from(&key).into();
	let sign = move |text: &[u8]| [&[0][..], &<[u8; 64]>::from(key.sign(text))].concat();
	Wallet { account, sign: Box::new(sign) }
}

fn sr25519() -> Wallet {
	let pair = schnorrkel::MiniSecretKey::from_bytes(&[2; 32])
		.unwrap()
		.expand_to_keypair(schnorrkel::ExpansionMode::Ed25519);
	let account = pair.public.to_bytes();
	let sign = move |text: &[u8]| [&[1][..], &pair.sign_simple(b"substrate", text).to_bytes()].concat();
	Wallet { account, sign: Box::new(sign) }
}

fn ecdsa() -> Wallet {
	let key = k256::ecdsa::SigningKey::from_slice(&[3; 32]).unwrap();
	let account = hash(key.verifying_key().to_encoded_point(true).as_bytes());
	let sign = move |text: &[u8]| {
		let (signature, recovery) = key.sign_prehash_recoverable(&hash(text)).unwrap();
		[&[2][..], &signature.to_bytes(), &[recovery.to_byte()]].concat()
	};
	Wallet { account, sign: Box::new(sign) }
}

fn wallets() -> Vec<Wallet> {
	vec![ed25519(), sr25519(), ecdsa()]
}

/// A certificate about an account, and its genesis.
fn certificate(account: Hash, tree: &Tree) -> (Vec<u8>, Hash) {
	let file = file(1, 4, tree, vec![Claim::Citizen(account)]);
	(file.encode(), file.genesis_hash())
}

fn citizens() -> Tree {
	let mut tree = state(5);
	for (id, wallet) in wallets().iter().enumerate() {
		admit(&mut tree, id as u32, wallet.account, false, 5);
	}
	tree
}

fn expected(genesis: &Hash) -> Expected<'_> {
	Expected { genesis, service: SERVICE, challenge: CHALLENGE, now: TIME + 30_000, max_age: TEN_MINUTES }
}

fn passport(wallet: &Wallet, tree: &Tree) -> (Vec<u8>, Hash) {
	let (certificate, genesis) = certificate(wallet.account, tree);
	let signature = (wallet.sign)(message(&genesis, SERVICE, CHALLENGE).as_bytes());
	(assemble(&wallet.account, SERVICE, CHALLENGE, &signature, &certificate), genesis)
}

#[test]
fn each_kind_of_key_opens_the_door_plain_and_wrapped() {
	for (id, wallet) in wallets().iter().enumerate() {
		let (certificate, genesis) = certificate(wallet.account, &citizens());
		let text = message(&genesis, SERVICE, CHALLENGE);
		for text in [text.clone(), format!("<Bytes>{text}</Bytes>")] {
			let signature = (wallet.sign)(text.as_bytes());
			let file = assemble(&wallet.account, SERVICE, CHALLENGE, &signature, &certificate);
			let shown = check(&file, &expected(&genesis)).expect("valid");
			assert_eq!((shown.account, shown.citizen.id), (wallet.account, id as u32));
		}
	}
}

#[test]
fn a_passport_shown_again_or_elsewhere_is_refused() {
	let (file, genesis) = passport(&sr25519(), &citizens());
	let again = Expected { challenge: "another", ..expected(&genesis) };
	assert_eq!(check(&file, &again), Err(Error::OtherChallenge));
	let elsewhere = Expected { service: "example.com", ..expected(&genesis) };
	assert_eq!(check(&file, &elsewhere), Err(Error::OtherService));
	assert_eq!(check(&file, &expected(&[9; 32])), Err(Error::OtherChain));
}

#[test]
fn a_signature_for_another_challenge_service_or_chain_is_refused() {
	let wallet = ecdsa();
	let (certificate, genesis) = certificate(wallet.account, &citizens());
	for text in [
		message(&genesis, SERVICE, "another"),
		message(&genesis, "example.com", CHALLENGE),
		message(&[9; 32], SERVICE, CHALLENGE),
	] {
		let signature = (wallet.sign)(text.as_bytes());
		let file = assemble(&wallet.account, SERVICE, CHALLENGE, &signature, &certificate);
		assert_eq!(check(&file, &expected(&genesis)), Err(Error::BadSignature));
	}
}

#[test]
fn a_certificate_about_somebody_else_is_refused() {
	let (mine, theirs) = (ed25519(), sr25519());
	let (certificate, genesis) = certificate(theirs.account, &citizens());
	let signature = (mine.sign)(message(&genesis, SERVICE, CHALLENGE).as_bytes());
	let file = assemble(&mine.account, SERVICE, CHALLENGE, &signature, &certificate);
	assert_eq!(check(&file, &expected(&genesis)), Err(Error::NotAbout));
}

#[test]
fn an_old_block_and_a_block_of_the_future_are_refused() {
	let (file, genesis) = passport(&ed25519(), &citizens());
	for (now, verdict) in [
		(TIME + TEN_MINUTES, None),
		(TIME + TEN_MINUTES + 1, Some(Error::TooOld)),
		(TIME - 60_000, None),
		(TIME - 60_001, Some(Error::FromTheFuture)),
	] {
		assert_eq!(check(&file, &Expected { now, ..expected(&genesis) }).err(), verdict);
	}
}

#[test]
fn the_revoked_the_suspended_and_the_dormant_are_refused() {
	let wallet = sr25519();
	let with = |change: &dyn Fn(&mut Tree)| {
		let mut tree = state(5);
		change(&mut tree);
		let (file, genesis) = passport(&wallet, &tree);
		check(&file, &expected(&genesis)).err()
	};
	assert_eq!(with(&|_| {}), Some(Error::NotCitizen));
	assert_eq!(with(&|tree| admit(tree, 1, wallet.account, true, 5)), Some(Error::Suspended));
	assert_eq!(with(&|tree| admit(tree, 1, wallet.account, false, 3)), Some(Error::Dormant));
	assert_eq!(with(&|tree| admit(tree, 1, wallet.account, false, 4)), None);
}

#[test]
fn every_flipped_bit_of_a_passport_is_refused() {
	for wallet in wallets() {
		let (file, genesis) = passport(&wallet, &citizens());
		// The rest is the certificate, whose bits have a test of their own.
		for at in 0..170 {
			for bit in 0..8 {
				let mut broken = file.clone();
				broken[at] ^= 1 << bit;
				assert!(check(&broken, &expected(&genesis)).is_err(), "bit {bit} of byte {at}");
			}
		}
		for length in 0..file.len() {
			assert!(check(&file[..length], &expected(&genesis)).is_err());
		}
	}
}
