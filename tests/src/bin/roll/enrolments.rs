// SPDX-License-Identifier: Apache-2.0
//! What the pool and a block pay for an enrolment in the real runtime, and how many fit, beside what others publish.

use crate::*;
use civitas_primitives::Context;
use civitas_runtime::{
	configs::system::RuntimeBlockWeights, tx_extension, AccountId, RuntimeCall, System, UncheckedExtrinsic,
};
use civitas_tests::{genesis, Person};
use frame_support::dispatch::DispatchClass;
use pallet_roll::{Call, WeightInfo};
use sp_runtime::transaction_validity::TransactionSource;

/// What Semaphore's contract needs to check one proof: the mean of `validateProof` in its documentation.
const SEMAPHORE_GAS: f64 = 288_798.0;
/// What a block of Ethereum has room for since November 2025.
const ETHEREUM_GAS: f64 = 60_000_000.0;
const ETHEREUM_SLOT: f64 = 12.0;
/// How long MACI's documentation shows its coordinator proving one batch of messages and one of tallies, and how many
/// messages the circuit in that example takes. `docs/roll.md` says where these figures are published.
const MACI_BATCH: f64 = 17.322;
const MACI_TALLY: f64 = 4.951;
const MACI_MESSAGES: f64 = 5.0;

pub fn print() {
	let guest = Guest::new(civitas_runtime::WASM_BINARY.expect("the runtime is built"));
	let mut ext = genesis();
	let transactions = ext.execute_with(transactions);
	ext.commit_all().expect("the state is written");
	let parent = ext.execute_with(|| System::block_hash(0));
	println!("| the pool's check, whole call in the executor | ms | a second on one core | answer |");
	println!("| --- | ---: | ---: | --- |");
	for (name, transaction) in transactions {
		let data = (TransactionSource::External, transaction, parent).encode();
		let mut answer = vec![];
		let ms = best(|| answer = guest.call(&mut ext, "TaggedTransactionQueue_validate_transaction", &data));
		let answer = match answer[..] {
			[0, ..] => "valid".to_string(),
			[1, 0, 7, error, ..] => format!("refused: error {error} of the roll"),
			_ => format!("refused: {answer:?}"),
		};
		println!("| {name} | {ms:.2} | {:.0} | {answer} |", 1000.0 / ms);
	}
	print_room();
}

/// An ordinary transaction, an enrolment, and enrolments that are wrong in ways that cost more and more to find out.
fn transactions() -> Vec<(&'static str, UncheckedExtrinsic)> {
	let (ada, stranger) = (Person::new("Ada"), Person::new("a stranger"));
	let ring = RingId::Nation(0);
	let ballot = Person::new("a ballot");
	let mut members = keys(0, RING);
	members[100] = ada.roll_key();
	write_ring(0, &members, &HostRings::commit(&members).expect("they are keys"));
	open(RING);
	// An enrolment names a block that is over: the first one.
	System::set_block_number(1);
	let enrolment = ada.enrolment(ring, Context::Nation, &ballot);
	members[100] = stranger.roll_key();
	let strange = stranger.enrolment_in(&members, ring, Context::Nation, &ballot);
	let general = |call: &RuntimeCall| UncheckedExtrinsic::new_transaction(call.clone(), tx_extension(0, 0));
	let with = |change: &dyn Fn(&mut Call<Runtime>)| {
		let mut call = enrolment.clone();
		if let RuntimeCall::Roll(inner) = &mut call {
			change(inner);
		}
		general(&call)
	};
	let wrong_season = |call: &mut Call<Runtime>| {
		if let Call::enrol { season, .. } = call {
			*season = 9;
		}
	};
	let noise = |call: &mut Call<Runtime>| {
		if let Call::enrol { proof, .. } = call {
			proof.fill(0xff);
		}
	};
	let other_account = |call: &mut Call<Runtime>| {
		if let Call::enrol { account, .. } = call {
			*account = AccountId::from([8; 32]);
		}
	};
	let remark = frame_system::Call::remark { remark: vec![] };
	vec![
		("a signed remark", Person::development("Alice").sign(remark.into())),
		("an enrolment", general(&enrolment)),
		("junk: the wrong season", with(&wrong_season)),
		("junk: noise instead of a proof", with(&noise)),
		("junk: an account that has not consented", with(&other_account)),
		("junk: a stranger's proof, for a ring of their making", general(&strange)),
	]
}

/// How many enrolments a block has room for.
fn print_room() {
	type Weights = <Runtime as pallet_roll::Config>::WeightInfo;
	let limits = RuntimeBlockWeights::get();
	let normal = limits.get(DispatchClass::Normal);
	let room = normal.max_total.unwrap_or(limits.max_block).ref_time();
	let each =
		Weights::authorize_enrol().saturating_add(Weights::enrol()).saturating_add(normal.base_extrinsic);
	let (block, each) = (room / each.ref_time(), each.ref_time() as f64 / 1e12);
	println!("\nAn enrolment weighs {:.2} ms.\n", each * 1e3);
	println!(
		"| system | what is checked | a block or batch | a second of execution | a second of chain time |"
	);
	println!("| --- | --- | ---: | ---: | ---: |");
	let slot = civitas_runtime::SLOT_DURATION as f64 / 1e3;
	println!(
		"| Civitas | an enrolment: a season's votes | {block} | {:.1} | {:.1} |",
		1.0 / each,
		block as f64 / slot
	);
	let block = (ETHEREUM_GAS / SEMAPHORE_GAS).floor();
	println!("| Semaphore v4 on Ethereum | one vote | {block} | | {:.1} |", block / ETHEREUM_SLOT);
	println!(
		"| MACI v2, coordinator | one message | {MACI_MESSAGES} | {:.2} | |\n",
		MACI_MESSAGES / (MACI_BATCH + MACI_TALLY)
	);
}
