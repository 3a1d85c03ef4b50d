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

use alloc::vec::Vec;
use civitas_primitives::{RingCommitment, RingProof, RingVrf, RollKey};
use civitas_ring_suite::{HostSuite, Rings, DOMAIN};
use core::{hint::black_box, ops::Range};
use verifiable::{
	ring::{
		ark_vrf::{
			pedersen,
			reexports::{
				ark_ec::pairing::Pairing,
				ark_serialize::{CanonicalDeserialize, CanonicalSerialize},
			},
			ring,
			utils::te_sw_map::TEMapping,
			Input, Output, VrfIo,
		},
		bandersnatch::BandersnatchSha512Ell2 as PlainSuite,
		make_canonical_pcs_vk, make_ring_context, MembersCommitment, RingDomainSize, RingSuiteExt,
		RingVrfVerifiable, StaticChunk,
	},
	DecodeUnchecked, GenerateVerifiable,
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

fn verify_wide<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let (ring, proof) = bytes.split_at(RING);
	let proof = proof.to_vec().try_into().unwrap();
	for _ in 0..times {
		let ring = MembersCommitment::<S>::decode_unchecked(&mut &ring[..]).unwrap();
		assert!(black_box(RingVrfVerifiable::<S>::validate(WIDE, &proof, &ring, CONTEXT, MESSAGE)).is_ok());
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
fn commit_wide<S: RingSuiteExt<PublicKeyBytes = RollKey>>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let keys: Vec<RollKey> = bytes[POINTS.end..].chunks(32).map(|key| key.try_into().unwrap()).collect();
	let points = &bytes[POINTS];
	let chunks = |range: Range<usize>| {
		let read =
			|bytes: &[u8]| ring::G1Affine::<S>::deserialize_uncompressed_unchecked(bytes).map(StaticChunk);
		points[range.start * 96..range.end * 96].chunks(96).map(|point| read(point).map_err(|_| ())).collect()
	};
	for _ in 0..times {
		let mut ring = RingVrfVerifiable::<S>::start_members(WIDE);
		assert!(RingVrfVerifiable::<S>::push_members(&mut ring, keys.iter().copied(), chunks).is_ok());
		black_box(RingVrfVerifiable::<S>::finish_members(ring));
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

/// That the alias belongs to the key that the proof commits to.
fn alias<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let proof = pedersen::Proof::<S>::deserialize_compressed(&bytes[RING..]).unwrap();
	let output = Output::<S>::deserialize_compressed(&bytes[RING + PROOF + COUNT..]).unwrap();
	let pair = VrfIo { input: point::<S>(), output };
	for _ in 0..times {
		assert!(black_box(proof.verify(pair, MESSAGE)).is_ok());
	}
}

/// That this key is one of the ring's, pairings included.
fn membership<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let verifier = verifier::<S>(bytes, &make_ring_context::<S>(DOMAIN), &make_canonical_pcs_vk::<S>());
	let first = pedersen::Proof::<S>::deserialize_compressed(&bytes[RING..]).unwrap();
	let second = &bytes[RING + first.compressed_size()..];
	let second = ring::RingBareProof::<S>::deserialize_compressed(second).unwrap();
	let key = first.key_commitment().into_te().unwrap();
	for _ in 0..times {
		assert!(black_box(verifier.verify(second.clone(), key)));
	}
}

/// The two pairings.
fn pairings<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let params = make_canonical_pcs_vk::<S>();
	for _ in 0..input(at, len).0 {
		let _ = black_box(S::Pairing::multi_pairing([params.g1, params.g1], [params.g2, params.tau_in_g2]));
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
	verify_wide_hosted = verify_wide::<HostSuite>;
	verify_wide_plain = verify_wide::<PlainSuite>;
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
	alias_hosted = alias::<HostSuite>;
	alias_plain = alias::<PlainSuite>;
	membership_hosted = membership::<HostSuite>;
	membership_plain = membership::<PlainSuite>;
	pairings_hosted = pairings::<HostSuite>;
	pairings_plain = pairings::<PlainSuite>;
}
