// SPDX-License-Identifier: Apache-2.0
//! What it takes to forget a season's enrolments: wall time of a block's upkeep against its weight.

use super::*;
use civitas_primitives::{Ballot, Context};
use civitas_runtime::{configs::people::RollUpkeepWeight, AccountId, Roll, System};
use frame_support::traits::Hooks;
use pallet_roll::{Aliases, CurrentSealing, Enrolment, Enrolments, ForgottenBefore, Speaker};

/// Prints the table.
pub fn print() {
	println!("### Forgetting the enrolments of a season\n");
	println!("Each block's upkeep, on this runtime in native code, with all entries committed first.\n");
	println!("| enrolments | block | forgotten | weight, ms | time, ms | time / weight |");
	println!("| ---: | ---: | ---: | ---: | ---: | ---: |");
	for number in [1_000, 2_500, 5_000, 10_000, 20_000] {
		let mut state = with_enrolments(number);
		let mut left = number;
		for block in 1.. {
			state.commit_all().expect("it is written");
			let (weight, took, remaining) = state.execute_with(|| {
				let begun = Instant::now();
				let weight = Roll::on_idle(10 + block, RollUpkeepWeight::get());
				let took = begun.elapsed().as_secs_f64() * 1e3;
				(weight.ref_time() as f64 / 1e9, took, Aliases::<Runtime>::iter_keys().count() as u32)
			});
			println!(
				"| {number} | {block} | {} | {weight:.0} | {took:.1} | {:.2} |",
				left - remaining,
				took / weight
			);
			left = remaining;
			if left == 0 {
				break;
			}
		}
	}
	println!();
}

/// A state with so many enrolments of season 0, when the roll of season 2 is open.
fn with_enrolments(number: u32) -> TestExternalities {
	let mut state = TestExternalities::default();
	state.execute_with(|| {
		for n in 0..number {
			let account = AccountId::from(blake2_256(&(b"account", n).encode()));
			let alias = blake2_256(&n.encode());
			let ballot =
				Ballot { season: 0, context: Context::Nation, ring: RingId::Nation(n / RING), alias };
			Enrolments::<Runtime>::insert(&account, Enrolment { ballot });
			let speaker = Speaker { account: account.clone(), used: 1, since: 0 };
			Aliases::<Runtime>::insert(0, (Context::Nation, alias), speaker);
			System::inc_sufficients(&account);
		}
		CurrentSealing::<Runtime>::put(Sealing { season: 2, phase: Phase::Open, until: 0 });
		ForgottenBefore::<Runtime>::put(0);
	});
	state
}
