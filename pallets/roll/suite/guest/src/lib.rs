//! What the runtime does with rings, piece by piece and in both suites, so that `scripts/bench/roll` can time it in the
//! node's executor.
//!
//! Each function reads a number of repetitions and what it works on, and answers with nothing. A call starts with fresh
//! memory, as every call of the runtime does, so the first repetition is cold and the others warm. What a piece needs
//! from the pieces before it is made first and counts as no repetition.

#![no_std]

// The allocator and the panic handler.
extern crate sp_io as _;

extern crate alloc;

use alloc::{vec, vec::Vec};
use civitas_primitives::{RingCommitment, RingProof, RingVrf, RollKey};
use civitas_ring_suite::{HostSuite, Rings, DOMAIN};
use core::{hint::black_box, ops::Range};
use verifiable::{
	ring::{
		ark_vrf::{
			reexports::{
				ark_ec::{pairing::Pairing, VariableBaseMSM},
				ark_ff::PrimeField,
				ark_serialize::{CanonicalDeserialize, CanonicalSerialize},
			},
			ring, Input, Output, Public,
		},
		bandersnatch::BandersnatchSha512Ell2 as PlainSuite,
		make_canonical_pcs_vk, make_ring_context, MembersCommitment, RingCurveParams, RingDomainSize,
		RingSuiteExt, RingVrfVerifiable,
	},
	BatchProofItem, DecodeUnchecked, GenerateVerifiable,
};

/// What the proof was made for.
const CONTEXT: &[u8] = b"civitas/benchmark/context";
/// What the proof says.
const MESSAGE: &[u8] = b"civitas/benchmark/message";
/// The bytes of a ring's commitment, which come before the proof.
const RING: usize = 288;
/// The bytes of a proof without the output, and of the number of outputs.
const PROOF: usize = 752;
const COUNT: usize = 1;
/// Larger rings, of up to 767 keys.
const WIDE: RingDomainSize = RingDomainSize::Domain12;
/// The points that a larger ring's commitment is computed from: how many, then each.
const POINTS: Range<usize> = 8..8 + 1024 * 96;

/// A repetition count, and the rest.
fn input(at: *mut u8, len: usize) -> (u8, &'static [u8]) {
	let bytes = unsafe { core::slice::from_raw_parts(at, len) };
	(bytes[0], &bytes[1..])
}

fn verify<R: RingVrf>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let (ring, proof) = bytes.split_at(RING);
	let ring: &RingCommitment = ring.try_into().unwrap();
	let proof: &RingProof = proof.try_into().unwrap();
	for _ in 0..times {
		assert!(black_box(R::verify(ring, CONTEXT, MESSAGE, proof)).is_ok());
	}
}

/// The crate's check of a single proof.
fn single<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let (ring, proof) = bytes.split_at(RING);
	let proof = proof.to_vec().try_into().unwrap();
	for _ in 0..times {
		let ring = MembersCommitment::<S>::decode_unchecked(&mut &ring[..]).unwrap();
		assert!(black_box(RingVrfVerifiable::<S>::validate(DOMAIN, &proof, &ring, CONTEXT, MESSAGE)).is_ok());
	}
}

fn commit<R: RingVrf>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let keys: Vec<RollKey> = bytes.chunks(32).map(|key| key.try_into().unwrap()).collect();
	for _ in 0..times {
		assert!(black_box(R::commit(&keys)).is_some());
	}
}

/// The points of the larger rings, then the keys.
fn commit_wide<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let points = &bytes[POINTS];
	let lookup = |range: Range<usize>| {
		let points = points[range.start * 96..range.end * 96].chunks(96);
		points.map(|point| ring::G1Affine::<S>::deserialize_uncompressed_unchecked(point).ok()).collect()
	};
	for _ in 0..times {
		let keys = bytes[POINTS.end..].chunks(32);
		let keys: Vec<_> =
			keys.map(|key| Public::<S>::deserialize_compressed_unchecked(key).unwrap()).collect();
		let empty = S::CurveParams::empty_ring_commitment(WIDE);
		let mut ring = ring::VerifierKeyBuilder::<S>::deserialize_uncompressed_unchecked(empty).unwrap();
		assert!(ring.append(keys, lookup).is_ok());
		black_box(ring.finalize().commitment());
	}
}

fn context<S: RingSuiteExt>(at: *mut u8, len: usize, domain: RingDomainSize) {
	for _ in 0..input(at, len).0 {
		black_box(make_ring_context::<S>(domain));
	}
}

fn params<S: RingSuiteExt>(at: *mut u8, len: usize) {
	for _ in 0..input(at, len).0 {
		black_box(make_canonical_pcs_vk::<S>());
	}
}

/// The verifier of one ring, from its commitment.
fn verifier<S: RingSuiteExt>(
	bytes: &[u8],
	context: &ring::RingContext<S>,
	params: &ring::PcsVerifierParams<S>,
) -> ring::RingVerifier<S> {
	let ring = ring::RingCommitment::<S>::deserialize_uncompressed_unchecked(&bytes[..RING]).unwrap();
	context.ring_verifier(ring::verifier_key_from_commitment::<S>(ring, params.clone()))
}

fn decode_ring<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let (context, params) = (make_ring_context::<S>(DOMAIN), make_canonical_pcs_vk::<S>());
	for _ in 0..times {
		black_box(verifier::<S>(bytes, &context, &params));
	}
}

fn decode_proof<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	for _ in 0..times {
		assert!(black_box(ring::Proof::<S>::deserialize_compressed(&bytes[RING..])).is_ok());
		assert!(black_box(Output::<S>::deserialize_compressed(&bytes[RING + PROOF + COUNT..])).is_ok());
	}
}

/// The point that the context is hashed to.
fn point<S: RingSuiteExt>() -> Input<S> {
	Input::new(&[S::VRF_INPUT_DOMAIN, CONTEXT].concat()).unwrap()
}

fn hash<S: RingSuiteExt>(at: *mut u8, len: usize) {
	for _ in 0..input(at, len).0 {
		black_box(point::<S>());
	}
}

/// A number of proofs in one batch, the same one again and again. One is how the runtime checks.
fn batch<S: RingSuiteExt>(at: *mut u8, len: usize, domain: RingDomainSize, size: usize) {
	let (times, bytes) = input(at, len);
	let (ring, proof) = bytes.split_at(RING);
	let item = BatchProofItem {
		proof: proof.to_vec().try_into().unwrap(),
		config: domain,
		members: MembersCommitment::<S>::decode_unchecked(&mut &ring[..]).unwrap(),
		context: CONTEXT.to_vec(),
		message: MESSAGE.to_vec(),
	};
	let items = vec![item; size];
	for _ in 0..times {
		assert!(black_box(RingVrfVerifiable::<S>::batch_validate(&items)).is_ok());
	}
}

/// The keys of a ring, as points. `checked` also looks whether each is of the group of prime order.
fn keys<S: RingSuiteExt>(at: *mut u8, len: usize, checked: bool) {
	let (times, bytes) = input(at, len);
	for _ in 0..times {
		for key in bytes.chunks(32) {
			let point = if checked {
				Public::<S>::deserialize_compressed(key)
			} else {
				Public::<S>::deserialize_compressed_unchecked(key)
			};
			assert!(black_box(point).is_ok());
		}
	}
}

/// The sums of points that commit to a ring's keys, twice: of one coordinate each. What the keys are does not matter.
fn sums<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let points = vec![make_canonical_pcs_vk::<S>().g1; bytes.len() / 32];
	let scalars: Vec<_> =
		bytes.chunks(32).map(<S::Pairing as Pairing>::ScalarField::from_le_bytes_mod_order).collect();
	for _ in 0..times {
		for _ in 0..2 {
			let _ = black_box(<S::Pairing as Pairing>::G1::msm(&points, &scalars));
		}
	}
}

macro_rules! export {
	($($name:ident = $work:expr;)*) => { $(
		#[no_mangle]
		pub extern "C" fn $name(at: *mut u8, len: usize) -> u64 {
			($work)(at, len);
			0
		}
	)* };
}

export! {
	nothing = |at, len| { black_box(input(at, len)); };
	verify_hosted = verify::<Rings<HostSuite>>;
	verify_plain = verify::<Rings<PlainSuite>>;
	verify_wide_hosted = |at, len| batch::<HostSuite>(at, len, WIDE, 1);
	verify_wide_plain = |at, len| batch::<PlainSuite>(at, len, WIDE, 1);
	commit_hosted = commit::<Rings<HostSuite>>;
	commit_plain = commit::<Rings<PlainSuite>>;
	commit_wide_hosted = commit_wide::<HostSuite>;
	context_hosted = |at, len| context::<HostSuite>(at, len, DOMAIN);
	context_plain = |at, len| context::<PlainSuite>(at, len, DOMAIN);
	context_wide_hosted = |at, len| context::<HostSuite>(at, len, WIDE);
	params_hosted = params::<HostSuite>;
	params_plain = params::<PlainSuite>;
	decode_ring_hosted = decode_ring::<HostSuite>;
	decode_ring_plain = decode_ring::<PlainSuite>;
	decode_proof_hosted = decode_proof::<HostSuite>;
	decode_proof_plain = decode_proof::<PlainSuite>;
	hash_hosted = hash::<HostSuite>;
	hash_plain = hash::<PlainSuite>;
	single_hosted = single::<HostSuite>;
	single_plain = single::<PlainSuite>;
	eight_hosted = |at, len| batch::<HostSuite>(at, len, DOMAIN, 8);
	eight_plain = |at, len| batch::<PlainSuite>(at, len, DOMAIN, 8);
	keys_hosted = |at, len| keys::<HostSuite>(at, len, false);
	keys_plain = |at, len| keys::<PlainSuite>(at, len, false);
	checked_keys_hosted = |at, len| keys::<HostSuite>(at, len, true);
	checked_keys_plain = |at, len| keys::<PlainSuite>(at, len, true);
	sums_hosted = sums::<HostSuite>;
	sums_plain = sums::<PlainSuite>;
}
