//! What the runtime does with rings, piece by piece and in both suites, so that `scripts/bench/roll` can time it in the
//! node's executor.
//!
//! Each function reads a ring's commitment, a proof and the number of repetitions, and answers with nothing. A call
//! starts with fresh memory, as every call of the runtime does, so the first repetition is cold and the others warm.

#![no_std]

// The allocator and the panic handler.
extern crate sp_io as _;

extern crate alloc;

use alloc::vec::Vec;
use civitas_primitives::{RingCommitment, RingProof, RingVrf, RollKey};
use civitas_ring_suite::{HostSuite, Rings, DOMAIN};
use core::hint::black_box;
use verifiable::{
	ring::{
		bandersnatch::BandersnatchSha512Ell2 as PlainSuite, make_canonical_pcs_vk, make_ring_context, MembersCommitment,
		RingSuiteExt,
	},
	DecodeUnchecked,
};

/// What the proof was made for.
const CONTEXT: &[u8] = b"civitas/benchmark/context";
/// What the proof says.
const MESSAGE: &[u8] = b"civitas/benchmark/message";

/// A repetition count, and the rest.
fn input(at: *mut u8, len: usize) -> (u8, &'static [u8]) {
	let bytes = unsafe { core::slice::from_raw_parts(at, len) };
	(bytes[0], &bytes[1..])
}

fn verify<R: RingVrf>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let (ring, proof) = bytes.split_at(288);
	let ring: &RingCommitment = ring.try_into().unwrap();
	let proof: &RingProof = proof.try_into().unwrap();
	for _ in 0..times {
		assert!(black_box(R::verify(ring, CONTEXT, MESSAGE, proof)).is_ok());
	}
}

fn commit<R: RingVrf>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	let keys: Vec<RollKey> = bytes.chunks(32).map(|key| key.try_into().unwrap()).collect();
	for _ in 0..times {
		assert!(black_box(R::commit(&keys)).is_some());
	}
}

fn decode<S: RingSuiteExt>(at: *mut u8, len: usize) {
	let (times, bytes) = input(at, len);
	for _ in 0..times {
		assert!(black_box(MembersCommitment::<S>::decode_unchecked(&mut &bytes[..288])).is_ok());
	}
}

fn context<S: RingSuiteExt>(at: *mut u8, len: usize) {
	for _ in 0..input(at, len).0 {
		black_box(make_ring_context::<S>(DOMAIN));
	}
}

fn params<S: RingSuiteExt>(at: *mut u8, len: usize) {
	for _ in 0..input(at, len).0 {
		black_box(make_canonical_pcs_vk::<S>());
	}
}

macro_rules! export {
	($($name:ident = $work:expr;)*) => { $(
		#[no_mangle]
		pub extern "C" fn $name(at: *mut u8, len: usize) -> u64 {
			$work(at, len);
			0
		}
	)* };
}

export! {
	nothing = |at, len| { black_box(input(at, len)); };
	verify_hosted = verify::<Rings<HostSuite>>;
	verify_plain = verify::<Rings<PlainSuite>>;
	commit_hosted = commit::<Rings<HostSuite>>;
	commit_plain = commit::<Rings<PlainSuite>>;
	decode_hosted = decode::<HostSuite>;
	context_hosted = context::<HostSuite>;
	params_hosted = params::<HostSuite>;
}
