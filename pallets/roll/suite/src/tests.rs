//! The hosted suite is the plain one, and the embedded points are those of the ceremony.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use super::*;
use proptest::prelude::*;
use std::{hint::black_box, time::Instant};
use verifiable::ring::{
	ark_vrf::reexports::ark_serialize::CanonicalSerialize, bandersnatch::BandersnatchVrfVerifiable as Plain,
	make_ring_setup, ring_verifier_builder_params, StaticChunk,
};

type Hosted = RingVrfVerifiable<HostSuite>;
type PlainRings = Rings<PlainSuite>;
type HostRings = Rings<HostSuite>;

fn secret(n: u32) -> <Plain as GenerateVerifiable>::Secret {
	Plain::new_secret(sp_io::hashing::blake2_256(&[&b"test"[..], &n.to_le_bytes()].concat()))
}

fn keys(size: u32) -> Vec<RollKey> {
	(0..size).map(|n| Plain::member_from_secret(&secret(n))).collect()
}

/// The commitment as the crate itself computes it, with all its checks.
fn checked_commitment(keys: &[RollKey]) -> RingCommitment {
	let mut ring = Plain::start_members(DOMAIN);
	Plain::push_members(&mut ring, keys.iter().copied(), |range| {
		Ok(chunks::<PlainSuite>(range).ok_or(())?.into_iter().map(StaticChunk).collect())
	})
	.unwrap();
	let mut bytes = Vec::new();
	Plain::finish_members(ring).serialize_uncompressed(&mut bytes).unwrap();
	bytes.try_into().unwrap()
}

/// What the crate's check of a single proof says.
fn single_check(ring: &RingCommitment, context: &[u8], message: &[u8], proof: &RingProof) -> Option<Alias> {
	let ring = verifiable::DecodeUnchecked::decode_unchecked(&mut &ring[..]).unwrap();
	Plain::validate(DOMAIN, &proof.to_vec().try_into().unwrap(), &ring, context, message).ok()
}

/// Member `who` of the ring proves; the alias comes with it.
fn prove(who: u32, keys: &[RollKey], context: &[u8], message: &[u8]) -> (RingProof, Alias) {
	let opened = Plain::open(DOMAIN, &keys[who as usize], keys.iter().copied()).unwrap();
	let (proof, alias) = Plain::create(opened, &secret(who), context, message).unwrap();
	(proof.into_inner().try_into().unwrap(), alias)
}

#[test]
fn the_embedded_points_are_those_of_the_powers_of_tau() {
	assert_eq!(sp_io::hashing::blake2_256(BUILDER), BUILDER_DIGEST);
	let (_, computed) = make_ring_setup::<PlainSuite>(DOMAIN).verifier_key_builder();
	let mut bytes = Vec::new();
	computed.serialize_uncompressed(&mut bytes).unwrap();
	assert!(bytes == BUILDER, "computed anew from the ceremony's powers");
	let mut shipped = Vec::new();
	ring_verifier_builder_params::<PlainSuite>(DOMAIN).serialize_uncompressed(&mut shipped).unwrap();
	assert!(shipped == BUILDER, "as the crate ships them");
}

#[test]
fn the_powers_of_tau_are_successive_powers_and_those_that_proofs_are_checked_with() {
	use verifiable::ring::ark_vrf::reexports::ark_ec::{pairing::Pairing, AffineRepr};
	type E = <PlainSuite as RingSuite>::Pairing;
	let setup = make_ring_setup::<PlainSuite>(DOMAIN);
	let params = setup.pcs_params();
	let (g1, g2) = (&params.powers_in_g1, &params.powers_in_g2);
	assert_eq!(g1[0], G1Affine::<PlainSuite>::generator());
	// e(tau^(i+1), 1) = e(tau^i, tau): a sample, and the ends.
	for i in [0, 1, 2, 255, 511, g1.len() - 2] {
		assert_eq!(E::pairing(g1[i + 1], g2[0]), E::pairing(g1[i], g2[1]), "power {i}");
	}
	let checked_with = make_canonical_pcs_vk::<HostSuite>();
	let mut ours = Vec::new();
	checked_with.serialize_uncompressed(&mut ours).unwrap();
	let mut theirs = Vec::new();
	setup.pcs_verifier_params().serialize_uncompressed(&mut theirs).unwrap();
	assert_eq!(ours, theirs);
}

#[test]
fn both_suites_commit_to_the_bytes_that_the_crate_computes() {
	for size in [0, 1, 2, 3, 17, 255] {
		let keys = keys(size);
		let plain = PlainRings::commit(&keys).unwrap();
		assert_eq!(plain, HostRings::commit(&keys).unwrap(), "{size} keys");
		assert_eq!(plain, checked_commitment(&keys), "{size} keys");
	}
	assert_eq!(PlainRings::commit(&keys(256)), None);
	assert_eq!(HostRings::commit(&keys(256)), None);
	let mut one_is_no_key = keys(3);
	one_is_no_key[1] = [0; 32];
	assert_eq!(HostRings::commit(&one_is_no_key), None);
}

#[test]
fn a_proof_of_the_plain_suite_verifies_in_the_hosted_one_with_the_same_alias() {
	for (who, size) in [(0, 1), (2, 3), (0, 255), (254, 255)] {
		let keys = keys(size);
		let ring = HostRings::commit(&keys).unwrap();
		let (proof, alias) = prove(who, &keys, b"context", b"message");
		assert_eq!(HostRings::verify(&ring, b"context", b"message", &proof), Ok(alias));
		assert_eq!(PlainRings::verify(&ring, b"context", b"message", &proof), Ok(alias));
		assert_eq!(single_check(&ring, b"context", b"message", &proof), Some(alias));
		assert_eq!(Plain::alias_in_context(&secret(who), b"context"), Ok(alias));
	}
}

#[test]
fn a_proof_of_the_hosted_suite_verifies_in_the_plain_one() {
	let keys = keys(5);
	let hosted =
		Hosted::new_secret(sp_io::hashing::blake2_256(&[&b"test"[..], &3u32.to_le_bytes()].concat()));
	assert_eq!(Hosted::member_from_secret(&hosted), keys[3]);
	let opened = Hosted::open(DOMAIN, &keys[3], keys.iter().copied()).unwrap();
	let (proof, alias) = Hosted::create(opened, &hosted, b"context", b"message").unwrap();
	let proof: RingProof = proof.into_inner().try_into().unwrap();
	let ring = PlainRings::commit(&keys).unwrap();
	assert_eq!(PlainRings::verify(&ring, b"context", b"message", &proof), Ok(alias));
}

#[test]
fn an_alias_is_one_per_person_and_context_whatever_the_ring() {
	let (small, large) = (keys(4), keys(9));
	let (_, in_small) = prove(2, &small, b"spring", b"a");
	let (_, in_large) = prove(2, &large, b"spring", b"b");
	let (_, next_season) = prove(2, &small, b"summer", b"a");
	let (_, neighbour) = prove(3, &small, b"spring", b"a");
	assert_eq!(in_small, in_large);
	assert_ne!(in_small, next_season);
	assert_ne!(in_small, neighbour);
}

#[test]
fn a_proof_is_worth_nothing_for_another_ring_context_or_message() {
	let ours = keys(6);
	let ring = HostRings::commit(&ours).unwrap();
	let (proof, _) = prove(1, &ours, b"context", b"message");
	let check = |ring: &RingCommitment, context: &[u8], message: &[u8]| {
		HostRings::verify(ring, context, message, &proof).err()
	};
	assert_eq!(check(&ring, b"context", b"message"), None);
	assert_eq!(check(&ring, b"contexu", b"message"), Some(ProofError::Invalid));
	assert_eq!(check(&ring, b"context", b"messagf"), Some(ProofError::Invalid));
	// The same people in another order, with one more, with one less.
	let mut swapped = ours.clone();
	swapped.swap(0, 5);
	for others in [swapped, keys(7), keys(5)] {
		let other = HostRings::commit(&others).unwrap();
		assert_eq!(check(&other, b"context", b"message"), Some(ProofError::Invalid));
	}
}

#[test]
fn two_proofs_of_one_statement_differ() {
	// Without fresh randomness the proof would tell who made it.
	let keys = keys(3);
	assert_ne!(prove(1, &keys, b"context", b"message").0, prove(1, &keys, b"context", b"message").0);
}

#[test]
fn the_recorded_proof_verifies() {
	let (ring, rest) = recorded::BYTES.split_at(288);
	let (alias, proof) = rest.split_at(32);
	assert_eq!(
		HostRings::verify(
			ring.try_into().unwrap(),
			recorded::CONTEXT,
			recorded::MESSAGE,
			proof.try_into().unwrap()
		),
		Ok(alias.try_into().unwrap())
	);
	assert_eq!(ring, HostRings::commit(&keys(255)).unwrap());
}

/// Writes the recorded proof anew: `cargo test -p civitas-ring-suite -- --ignored record`.
#[test]
#[ignore = "writes a file of the repository"]
fn record_a_proof() {
	let keys = keys(255);
	let (proof, alias) = prove(100, &keys, recorded::CONTEXT, recorded::MESSAGE);
	let bytes = [&HostRings::commit(&keys).unwrap()[..], &alias, &proof].concat();
	std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/data/recorded-proof.bin"), bytes).unwrap();
}

/// Prints what the cryptography costs: `cargo test --release -p civitas-ring-suite -- --ignored costs --nocapture`.
#[test]
#[ignore = "measures"]
fn costs() {
	fn mean(name: &str, times: u32, mut work: impl FnMut()) {
		work();
		let start = Instant::now();
		(0..times).for_each(|_| work());
		println!("| {name} | {:.2} |", start.elapsed().as_secs_f64() * 1000.0 / f64::from(times));
	}
	let keys = keys(255);
	let ring = PlainRings::commit(&keys).unwrap();
	let (proof, _) = prove(100, &keys, b"context", b"message");
	println!("| native, ring of 255 | ms |\n| --- | ---: |");
	mean("commit, plain suite", 10, || {
		black_box(PlainRings::commit(&keys));
	});
	mean("commit, hosted suite", 10, || {
		black_box(HostRings::commit(&keys));
	});
	mean("prove", 5, || {
		black_box(prove(100, &keys, b"context", b"message"));
	});
	mean("verify, plain suite", 20, || {
		let _ = black_box(PlainRings::verify(&ring, b"context", b"message", &proof));
	});
	mean("verify, hosted suite", 20, || {
		let _ = black_box(HostRings::verify(&ring, b"context", b"message", &proof));
	});
	mean("ring context", 20, || {
		black_box(make_ring_context::<HostSuite>(DOMAIN));
	});
}

/// A ring of three, made once.
fn sample() -> &'static (RingCommitment, RingProof) {
	static SAMPLE: std::sync::OnceLock<(RingCommitment, RingProof)> = std::sync::OnceLock::new();
	SAMPLE.get_or_init(|| {
		let keys = keys(3);
		(HostRings::commit(&keys).unwrap(), prove(1, &keys, b"context", b"message").0)
	})
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]

	/// No bytes from outside pass or panic.
	#[test]
	fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 785)) {
		let proof: RingProof = bytes.try_into().unwrap();
		prop_assert!(HostRings::verify(&sample().0, b"context", b"message", &proof).is_err());
	}

	/// A proof with some bytes changed is refused, wherever they are.
	#[test]
	fn a_tampered_proof_is_refused(at in 0usize..785, by in 1u8..=255, other in 0usize..785, run in 0usize..64) {
		let mut proof = sample().1;
		proof[at] ^= by;
		for (i, byte) in proof.iter_mut().enumerate().skip(other).take(run) {
			if i != at {
				*byte = by;
			}
		}
		prop_assert!(HostRings::verify(&sample().0, b"context", b"message", &proof).is_err());
		prop_assert!(PlainRings::verify(&sample().0, b"context", b"message", &proof).is_err());
		prop_assert_eq!(single_check(&sample().0, b"context", b"message", &proof), None);
	}

	/// Keys from outside are refused or committed to, the same by both suites, without a panic.
	#[test]
	fn arbitrary_keys_are_treated_alike(mut key in any::<[u8; 32]>(), clear in any::<bool>()) {
		if clear {
			// More of these are within the field.
			key[31] &= 0x3f;
		}
		let ring = [keys(1)[0], key];
		prop_assert_eq!(HostRings::commit(&ring), PlainRings::commit(&ring));
	}
}
