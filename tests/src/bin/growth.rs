//! Measures what an admission and an attestation cost as the state grows.
//!
//! Seeds states of so many citizens (arguments; 1e3 to 1e6 by default), makes the same calls in each as signed
//! transactions in a block, and prints the time per call and the size of the proof of what a call touched. The
//! state is a real trie in memory: what disks add is not in these figures.
//!
//! Run it with `scripts/bench/growth`, which also draws the plot.

use civitas_primitives::{CharterRef, Passport, Passports, RingId, Standing};
use civitas_runtime::{passports::NftPassports, AccountId, Runtime, System};
use civitas_tests::{genesis, Person};
use frame_support::storage::transactional::with_storage_layer;
use pallet_citizenship::{Citizen, Citizens};
use pallet_roll::{Elector, Status};
use parity_scale_codec::Encode;
use sp_io::hashing::blake2_256;
use sp_io::TestExternalities;
use std::time::{Duration, Instant};

/// How many of each call are timed; the median counts.
const CALLS: u32 = 101;

/// How many citizens are seeded between two writes to the trie.
const BATCH: u32 = 50_000;

fn main() {
	let sizes: Vec<u32> = std::env::args()
		.skip(1)
		.map(|size| size.parse().expect("each argument is a number of citizens"))
		.collect();
	let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000, 1_000_000] } else { sizes };
	let mut ext = genesis();
	println!("citizens\tadmit_us\tadmit_proof_bytes\tattest_us\tattest_proof_bytes\tseed_s");
	for size in sizes {
		let started = Instant::now();
		seed(&mut ext, size);
		let seeding = started.elapsed();
		let admit = measure(&mut ext, size, admit);
		let attest = measure(&mut ext, size, attest);
		println!(
			"{size}\t{:.1}\t{}\t{:.1}\t{}\t{:.0}",
			admit.0.as_secs_f64() * 1e6,
			admit.1,
			attest.0.as_secs_f64() * 1e6,
			attest.1,
			seeding.as_secs_f64()
		);
	}
}

/// The account of seeded citizen `id`.
fn account(id: u32) -> AccountId {
	blake2_256(&("seeded", id).encode()).into()
}

/// Fills the state up to `size` citizens, as their admissions would have, but without their proofs.
fn seed(ext: &mut TestExternalities, size: u32) {
	ext.commit_all().expect("the state is written");
	let mut next = ext.execute_with(pallet_citizenship::NextCitizenId::<Runtime>::get);
	while next < size {
		let end = size.min(next + BATCH);
		ext.execute_with(|| {
			for id in next..end {
				write_citizen(id);
			}
			pallet_citizenship::NextCitizenId::<Runtime>::put(end);
			pallet_citizenship::Citizenship::<Runtime>::mutate(|count| count.active = end);
			pallet_census::Present::<Runtime>::mutate(|present| present.this = end);
			System::reset_events();
		});
		ext.commit_all().expect("the state is written");
		next = end;
	}
}

fn write_citizen(id: u32) {
	let who = account(id);
	let roll_key = blake2_256(&("seeded key", id).encode());
	pallet_citizenship::CitizenIds::<Runtime>::insert(&who, id);
	pallet_citizenship::RollKeyOwners::<Runtime>::insert(
		roll_key,
		pallet_citizenship::RollKeyOwner::Citizen(id),
	);
	Citizens::<Runtime>::insert(
		id,
		Citizen {
			account: who.clone(),
			standing: Standing::Active,
			admitted_at: 0,
			admitted_in: 0,
			charter: CharterRef::default(),
			roll_key,
			vouchers: Default::default(),
			open_vouches: Default::default(),
			open_challenge: None,
			may_vouch_from: 0,
			free_acts: Default::default(),
		},
	);
	pallet_census::LastAttested::<Runtime>::insert(id, 0);
	let seat = RingId::Nation(id / 255);
	let elector = Elector {
		key: roll_key,
		status: Status::Standing,
		seen: 0,
		claim: 0,
		home: None,
		resident: None,
		nation: Some(seat),
		local: None,
	};
	pallet_roll::Electors::<Runtime>::insert(id, elector);
	pallet_roll::SeenIn::<Runtime>::insert(0, id, ());
	System::inc_sufficients(&who);
	NftPassports::issue(&who, Passport { number: id, admitted: 0, charter_version: 1 })
		.expect("the passport is new");
}

/// Times `act` in many states alike, and measures the proof of one call. `act` prepares, and returns what to time.
fn measure(ext: &mut TestExternalities, size: u32, act: fn(u32) -> Box<dyn FnOnce()>) -> (Duration, usize) {
	let mut times: Vec<Duration> = (0..CALLS)
		.map(|n| {
			ext.execute_with(|| {
				let mut time = Duration::ZERO;
				let _ = with_storage_layer::<(), sp_runtime::DispatchError, _>(|| {
					let call = act(n);
					let started = Instant::now();
					call();
					time = started.elapsed();
					Err("undo".into())
				});
				time
			})
		})
		.collect();
	times.sort();
	// What is prepared is written first, so that the proof shows all that the call touches.
	let call = ext.execute_with(|| act(CALLS + size));
	ext.commit_all().expect("the state is written");
	let ((), proof) = ext.execute_and_prove(call);
	(times[times.len() / 2], proof.encoded_size())
}

/// The founder admits a newcomer who has applied with a sponsored deposit.
fn admit(n: u32) -> Box<dyn FnOnce()> {
	let (founder, newcomer) = (Person::development("Alice"), Person::new(&format!("Newcomer {n}")));
	let applicant = newcomer.account();
	dispatch(&founder, pallet_citizenship::Call::sponsor { applicant: applicant.clone() }.into());
	dispatch(&newcomer, newcomer.application());
	Box::new(move || dispatch(&founder, pallet_citizenship::Call::admit { applicant }.into()))
}

/// A citizen from somewhere in the state attests in the next season.
fn attest(n: u32) -> Box<dyn FnOnce()> {
	let citizens = pallet_citizenship::NextCitizenId::<Runtime>::get();
	// Spread over all ids; the first four are not seeded.
	let id = 4 + n.wrapping_mul(2_654_435_761) % (citizens - 4);
	let who = Citizens::<Runtime>::get(id).expect("the citizen is seeded").account;
	pallet_seasons::Current::<Runtime>::mutate(|season| season.index = 1);
	pallet_census::Present::<Runtime>::mutate(|present| *present = present.turned());
	Box::new(move || {
		pallet_census::Pallet::<Runtime>::attest(civitas_runtime::RuntimeOrigin::signed(who))
			.expect("the citizen may attest");
	})
}

fn dispatch(who: &Person, call: civitas_runtime::RuntimeCall) {
	use sp_runtime::traits::Dispatchable;
	let origin = civitas_runtime::RuntimeOrigin::signed(who.account());
	call.dispatch(origin).expect("the call succeeds");
}
