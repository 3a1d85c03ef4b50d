// SPDX-License-Identifier: Apache-2.0
//! Measures what the roll costs: the cryptography natively and in the node's executor, the check of an enrolment by
//! the real runtime, the sealing of rolls from a thousand to a million citizens, and forgetting their enrolments.
//!
//! Run it with `scripts/bench/roll`.

mod cleanup;
mod enrolments;
mod native;
mod pieces;
mod sealing;

use civitas_primitives::{CitizenId, RingCommitment, RingId, RingVrf, RollKey};
use civitas_ring_suite::{HostSuite, Rings};
use civitas_runtime::Runtime;
use pallet_roll::{Elector, Group, Phase, Sealing, Seat, Shape, Status};
use parity_scale_codec::Encode;
use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sp_core::traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode};
use sp_io::{hashing::blake2_256, TestExternalities};
use std::{hint::black_box, time::Instant};
use verifiable::{
	ring::bandersnatch::{BandersnatchSha512Ell2 as PlainSuite, BandersnatchVrfVerifiable as Scheme},
	GenerateVerifiable,
};

/// What the node offers to the runtime.
type Host = (sp_io::SubstrateHostFunctions, sp_crypto_ec_utils::HostFunctionsRfc163);
type HostRings = Rings<HostSuite>;
type PlainRings = Rings<PlainSuite>;

/// How many seats a ring has.
const RING: u32 = 255;
/// How many seats a ring of the next larger kind would have.
const WIDE: u32 = 767;
/// What the proofs are made for, and what they say.
const CONTEXT: &[u8] = b"civitas/benchmark/context";
const MESSAGE: &[u8] = b"civitas/benchmark/message";

fn main() {
	let mut args = std::env::args().skip(1);
	match (args.next().as_deref(), args.next()) {
		(Some("native"), None) => native::print(),
		(Some("executor"), Some(guest)) => {
			pieces::print(&std::fs::read(guest).expect("scripts/bench/roll builds it"))
		}
		(Some("enrolments"), None) => enrolments::print(),
		(Some("cleanup"), None) => cleanup::print(),
		(Some("sealing"), sizes) => {
			sealing::print(sizes.into_iter().chain(args).map(|size| size.parse().expect("a number")))
		}
		_ => panic!("run scripts/bench/roll"),
	}
}

/// The best of as many runs as two seconds allow, five at least, in milliseconds: what else the machine does only adds
/// to it.
fn best(mut work: impl FnMut()) -> f64 {
	work();
	let (begun, mut best, mut runs) = (Instant::now(), f64::MAX, 0);
	while runs < 5 || begun.elapsed().as_secs() < 2 {
		let start = Instant::now();
		work();
		best = best.min(start.elapsed().as_secs_f64() * 1000.0);
		runs += 1;
	}
	best
}

/// Lets nothing be left out.
fn keep<T>(result: T) {
	black_box(result);
}

fn secret(n: u32) -> <Scheme as GenerateVerifiable>::Secret {
	Scheme::new_secret(blake2_256(&("benchmark", n).encode()))
}

/// The keys of so many people, from number `first` on.
fn keys(first: u32, count: u32) -> Vec<RollKey> {
	(first..first + count).map(|n| Scheme::member_from_secret(&secret(n))).collect()
}

/// Code in the node's executor: compiled ahead, with fresh memory for each call.
struct Guest {
	executor: WasmExecutor<Host>,
	code: Vec<u8>,
	hash: Vec<u8>,
}

impl Guest {
	fn new(code: &[u8]) -> Self {
		// As the node does for the pool and for blocks.
		let heap = HeapAllocStrategy::clone(&DEFAULT_HEAP_ALLOC_STRATEGY);
		let executor = WasmExecutor::builder()
			.with_onchain_heap_alloc_strategy(heap)
			.with_offchain_heap_alloc_strategy(heap)
			.build();
		Self { executor, code: code.to_vec(), hash: blake2_256(code).to_vec() }
	}

	fn call(&self, ext: &mut TestExternalities, method: &str, data: &[u8]) -> Vec<u8> {
		let fetcher = WrappedRuntimeCode((&self.code[..]).into());
		let code = RuntimeCode { code_fetcher: &fetcher, heap_pages: None, hash: self.hash.clone() };
		let (result, _) = self.executor.call(&mut ext.ext(), &code, method, data, CallContext::Offchain);
		result.unwrap_or_else(|error| panic!("{method}: {error}"))
	}
}

/// Writes a ring of the nation, built, of citizens numbered in order.
fn write_ring(number: u32, members: &[RollKey], commitment: &RingCommitment) {
	let ring = RingId::Nation(number);
	let citizens: std::ops::RangeFrom<CitizenId> = number * RING..;
	let seats: Vec<_> =
		members.iter().zip(citizens).map(|(key, citizen)| Seat { citizen, key: *key }).collect();
	for Seat { citizen, key } in &seats {
		let elector = Elector {
			key: *key,
			status: Status::Standing,
			seen: 0,
			claim: 0,
			home: None,
			resident: None,
			nation: Some(ring),
			local: None,
		};
		pallet_roll::Electors::<Runtime>::insert(citizen, elector);
		pallet_roll::SeenIn::<Runtime>::insert(0, citizen, ());
	}
	pallet_roll::Seating::<Runtime>::insert(ring, pallet_roll::Members::truncate_from(seats));
	pallet_roll::Commitments::<Runtime>::insert(ring, commitment);
}

/// Opens the roll of season 0 with so many members, with nothing waiting.
fn open(members: u32) {
	pallet_roll::Shapes::<Runtime>::insert(Group::Nation, Shape { rings: members.div_ceil(RING), members });
	for number in 0..pallet_roll::ClaimsWaiting::<Runtime>::take().end {
		pallet_roll::Claims::<Runtime>::remove(number);
	}
	pallet_roll::CurrentSealing::<Runtime>::put(Sealing { season: 0, phase: Phase::Open, until: 0 });
}
