// SPDX-License-Identifier: Apache-2.0
//! The clock on a first chain and on a fork.

use crate::{mock::*, *};
use frame_support::{assert_ok, traits::Hooks};
use proptest::prelude::*;
use sp_runtime::DispatchError;

/// The mark that a scheduled call leaves in the state.
fn mark() -> Option<Vec<u8>> {
	sp_io::storage::get(b"mark").map(|bytes| bytes.to_vec())
}

fn set_mark() -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::set_storage { items: vec![(b"mark".to_vec(), b"set".to_vec())] })
}

/// The scheduler's part of the state.
fn agenda() -> Vec<(Vec<u8>, Vec<u8>)> {
	let prefix = sp_io::hashing::twox_128(b"Scheduler");
	let next = |key: &Vec<u8>| sp_io::storage::next_key(key).filter(|key| key.starts_with(&prefix));
	let keys = std::iter::successors(next(&prefix.to_vec()), next);
	keys.map(|key| (key.clone(), sp_io::storage::get(&key).expect("a key of the state").to_vec())).collect()
}

#[test]
fn on_a_first_chain_the_civic_height_is_the_number_of_the_block() {
	chain(0).execute_with(|| {
		for number in [0, 1, 90] {
			System::set_block_number(number);
			assert_eq!(Clock::height(), number);
			assert_eq!(Clock::current_block_number(), number);
			assert_ok!(Clock::do_try_state());
		}
	});
}

#[test]
fn on_a_fork_the_civic_height_goes_on() {
	chain(1_000).execute_with(|| {
		assert_eq!((Clock::offset(), Clock::height()), (1_000, 1_000));
		System::set_block_number(1);
		assert_eq!(Clock::height(), 1_001);
		assert_eq!(Clock::height_in(90), 1_090);
		assert_ok!(Clock::do_try_state());
	});
}

#[test]
fn heights_before_the_fork_have_no_block_here() {
	chain(1_000).execute_with(|| {
		assert_eq!(Clock::block_at(999), None);
		assert_eq!(Clock::block_at(1_000), Some(0));
		assert_eq!(Clock::block_at(1_001), Some(1));
	});
}

#[test]
fn a_call_scheduled_before_a_fork_runs_at_its_height_after_it() {
	// The old chain schedules for height 1,003, and is forked at height 1,000.
	let old = chain(0).execute_with(|| {
		System::set_block_number(1_000);
		Scheduler::on_initialize(1_000);
		assert_ok!(Scheduler::schedule(RuntimeOrigin::root(), 1_003, None, 63, Box::new(set_mark())));
		agenda()
	});
	assert!(!old.is_empty(), "the scheduler has entries");

	chain(1_000).execute_with(|| {
		for (key, value) in &old {
			sp_io::storage::set(key, value);
		}
		run_to(2);
		assert_eq!(mark(), None, "height 1,002");
		run_to(3);
		assert_eq!(mark(), Some(b"set".to_vec()), "height 1,003");
	});

	// Without the offset, the call would be a thousand blocks late.
	chain(0).execute_with(|| {
		for (key, value) in &old {
			sp_io::storage::set(key, value);
		}
		run_to(3);
		assert_eq!(mark(), None);
	});
}

#[test]
fn a_clock_at_its_end_is_seen() {
	chain(u64::MAX).execute_with(|| {
		assert_eq!(
			Clock::do_try_state().expect_err("no number is left"),
			DispatchError::Other("I1: the clock has reached its end")
		);
	});
}

#[test]
fn a_height_beyond_the_largest_number_is_seen() {
	chain(u64::MAX - 5).execute_with(|| {
		System::set_block_number(4);
		assert_ok!(Clock::do_try_state());
		System::set_block_number(7);
		assert!(Clock::do_try_state().is_err());
	});
}

proptest! {
	#[test]
	fn a_height_and_its_block_name_each_other(offset in 0u64..1 << 40, number in 0u64..1 << 40) {
		chain(offset).execute_with(|| {
			System::set_block_number(number);
			let height = Clock::height();
			prop_assert_eq!(height, offset + number);
			prop_assert_eq!(Clock::block_at(height), Some(number));
			prop_assert_eq!(Clock::height_in(number), height);
			Ok(())
		})?;
	}
}
