//! The wallet's suite is the plain one with fewer powers of tau.

use super::*;
use std::vec;
use verifiable::ring::{
	ark_vrf::{reexports::ark_serialize::CanonicalSerialize, ring::PcsParams},
	bandersnatch::BandersnatchVrfVerifiable as Plain,
};

fn keys(size: u8) -> Vec<[u8; KEY]> {
	(0..size).map(|n| Plain::member_from_secret(&Plain::new_secret([n; 32]))).collect()
}

#[test]
fn the_embedded_powers_are_the_first_of_the_ceremony() {
	let all = PcsParams::<PlainSuite>::deserialize_uncompressed_unchecked(Bls12_381Params::srs_raw()).unwrap();
	let first = PcsParams::<PlainSuite> {
		powers_in_g1: all.powers_in_g1[..1537].to_vec(),
		powers_in_g2: all.powers_in_g2[..2].to_vec(),
	};
	let mut bytes = vec![];
	first.serialize_uncompressed(&mut bytes).unwrap();
	assert!(bytes == POWERS);
}

#[test]
fn keys_aliases_and_rings_are_those_of_the_plain_suite() {
	let secret = Plain::new_secret([7; 32]);
	let ours = Scheme::new_secret([7; 32]);
	assert_eq!(Scheme::member_from_secret(&ours), Plain::member_from_secret(&secret));
	assert_eq!(Scheme::alias_in_context(&ours, b"c"), Plain::alias_in_context(&secret, b"c"));
	let signature = Scheme::sign(&ours, b"mine").unwrap();
	assert!(Plain::verify_signature(&signature, b"mine", &keys(8)[7]));
}

#[test]
fn proofs_of_either_suite_verify_in_the_other() {
	let keys = keys(5);
	let (proof, alias) = prove_membership([3; 32], &keys, b"context", b"message").unwrap();
	assert_eq!(verify_membership(&keys, b"context", b"message", &proof), Ok(alias));
	assert_eq!(verify_membership(&keys, b"context", b"other", &proof), Err(Code::InvalidProof));
	let opened = Plain::open(DOMAIN, &keys[2], keys.iter().copied()).unwrap();
	let (proof, alias) = Plain::create(opened, &Plain::new_secret([2; 32]), b"context", b"message").unwrap();
	let proof = proof.as_slice().try_into().unwrap();
	assert_eq!(verify_membership(&keys, b"context", b"message", &proof), Ok(alias));
}

#[test]
fn a_stranger_and_a_bad_ring_have_their_own_codes() {
	assert_eq!(prove_membership([99; 32], &keys(3), b"c", b"m").err(), Some(Code::NotInRing));
	assert_eq!(prove_membership([0; 32], &[[0; 32]], b"c", b"m").err(), Some(Code::InvalidRing));
	assert_eq!(commit_to(&vec![keys(1)[0]; 256]).err(), Some(Code::InvalidRing));
}
