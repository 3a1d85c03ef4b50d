// SPDX-License-Identifier: Apache-2.0
//! The time that a block's upkeep takes. Its weight says how long it may take, so each test commits thousands of
//! entries first and compares the two: a new iterator for each removal took five to seven times the weight.

use crate::{mock::*, *};
use frame_support::traits::Hooks;
use std::time::{Duration, Instant};

/// What the runtime lets a block spend on upkeep.
const BUDGET: Weight = Weight::from_parts(500_000_000_000, u64::MAX / 4);

/// The wall time that a weight stands for.
fn time(weight: Weight) -> Duration {
	Duration::from_nanos(weight.ref_time() / 1_000)
}

/// Commits `state`, and runs the upkeep of one block. Returns the weight that it says it used.
fn upkeep_in_time(state: &mut sp_io::TestExternalities, block: u64) -> Weight {
	state.commit_all().expect("it is written");
	state.execute_with(|| {
		let begun = Instant::now();
		let weight = Roll::on_idle(block, BUDGET);
		let took = begun.elapsed();
		assert!(weight.all_lte(BUDGET));
		// Twice the weight, for machines that are slower and busy.
		assert!(took < time(weight) * 2 + Duration::from_millis(50), "{took:?} for {:?}", time(weight));
		weight
	})
}

/// A state with `number` aliases of season 0, each with one account, when season 2 is open.
fn with_old_aliases(number: u32) -> sp_io::TestExternalities {
	let mut state = build();
	state.execute_with(|| {
		for n in 0..number {
			let account = 1_000_000 + u64::from(n);
			let alias = sp_io::hashing::blake2_256(&n.encode());
			let ballot = Ballot { season: 0, context: Context::Nation, ring: RingId::Nation(n / 255), alias };
			Enrolments::<Test>::insert(account, Enrolment { ballot });
			let speaker = Speaker { account, used: 1, since: 0 };
			Aliases::<Test>::insert(0, (Context::Nation, alias), speaker);
			frame_system::Pallet::<Test>::inc_sufficients(&account);
		}
		CurrentSeason::set(2);
		CurrentSealing::<Test>::put(Sealing { season: 2, phase: Phase::Open, until: 0 });
	});
	state
}

#[test]
fn forgetting_ten_thousand_enrolments_takes_no_longer_than_it_weighs() {
	let mut state = with_old_aliases(10_000);
	let mut blocks = 0;
	while state.execute_with(|| ForgottenBefore::<Test>::get()) < 1 {
		upkeep_in_time(&mut state, blocks);
		blocks += 1;
		assert!(blocks < 10, "each block forgets as many as its weight allows");
	}
	state.execute_with(|| {
		assert_eq!(Aliases::<Test>::iter_keys().count(), 0);
		assert_eq!(Enrolments::<Test>::iter_keys().count(), 0);
		// The accounts had nothing else that kept them alive.
		assert!(!frame_system::Account::<Test>::contains_key(1_000_000));
	});
}

#[test]
fn sealing_after_almost_everybody_was_absent_takes_no_longer_than_it_weighs() {
	let mut state = build();
	state.execute_with(|| {
		RingSize::set(6);
		MinRingSize::set(3);
		admit_many(3_000);
		next_season();
		for citizen in (0..3_000).step_by(20) {
			attest(citizen);
		}
		turn();
	});
	let mut blocks = 0;
	while state.execute_with(|| CurrentSealing::<Test>::get().phase) != Phase::Open {
		upkeep_in_time(&mut state, blocks);
		blocks += 1;
		assert!(blocks < 200, "each block goes on");
	}
	state.execute_with(|| {
		let rings = nation();
		assert_eq!(rings.iter().map(Vec::len).sum::<usize>(), 150);
		assert!(rings.iter().all(|ring| ring.len() == 6));
		Roll::do_try_state().expect("the invariants hold");
	});
}
