// SPDX-License-Identifier: Apache-2.0
//! The calendar's behaviour, one rule a test.

use crate::{mock::*, *};
use frame_support::assert_ok;
use proptest::prelude::*;

#[test]
fn the_first_season_begins_at_genesis() {
	build_and_execute(|| {
		assert_eq!(Seasons::current(), SeasonInfo { index: 0, start: 0, ends: 90 });
		run_to(89);
		assert_eq!(Seasons::season().index, 0);
		assert_eq!(Turns::get(), []);
	});
}

#[test]
fn a_season_turns_in_its_first_block_and_the_witnesses_are_told_once() {
	build_and_execute(|| {
		run_to(90);
		assert_eq!(Seasons::current(), SeasonInfo { index: 1, start: 90, ends: 180 });
		System::assert_last_event(Event::SeasonTurned { season: 1 }.into());
		run_to(180);
		assert_eq!(Turns::get(), [(90, 1, 1), (180, 2, 2)]);
	});
}

#[test]
fn a_turn_reports_what_the_witnesses_used() {
	build_and_execute(|| {
		assert_eq!(run_to(89), <() as WeightInfo>::on_initialize());
		assert_eq!(run_to(90), <() as WeightInfo>::turn() + WITNESS_WEIGHT);
	});
}

#[test]
fn a_shorter_season_applies_to_the_one_under_way() {
	build_and_execute(|| {
		run_to(50);
		SeasonLength::set(40);
		run_to(51);
		assert_eq!(Seasons::current(), SeasonInfo { index: 1, start: 51, ends: 91 });
	});
}

#[test]
fn a_longer_season_applies_to_the_one_under_way() {
	build_and_execute(|| {
		run_to(50);
		SeasonLength::set(120);
		run_to(119);
		assert_eq!(Seasons::season().index, 0);
		run_to(120);
		assert_eq!(Seasons::season().index, 1);
	});
}

#[test]
fn a_season_of_no_length_still_lasts_a_block() {
	build_and_execute(|| {
		SeasonLength::set(0);
		run_to(3);
		assert_eq!(Turns::get(), [(1, 1, 1), (2, 2, 2), (3, 3, 3)]);
	});
}

#[test]
fn a_season_as_long_as_time_never_ends() {
	build_and_execute(|| {
		run_to(90);
		SeasonLength::set(u64::MAX);
		run_to(300);
		assert_eq!(Seasons::season().index, 1);
	});
}

#[test]
fn each_broken_invariant_is_named() {
	let broken = |current, expected| {
		build_and_execute(|| {
			run_to(100);
			let right = Current::<Test>::get();
			assert_ok!(Seasons::do_try_state());
			Current::<Test>::put(current);
			assert_eq!(Seasons::do_try_state(), Err(sp_runtime::TryRuntimeError::Other(expected)));
			Current::<Test>::put(right);
		});
	};
	broken(Season { index: 1, start: 101 }, "I1: the current season has not begun");
	broken(Season { index: 1, start: 10 }, "I1: the current season is over");
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Seasons of changing length are numbered without a gap, and each is told once.
	#[test]
	fn seasons_are_never_skipped_or_repeated(lengths in prop::collection::vec(0..40u64, 1..12)) {
		build_and_execute(|| {
			for length in lengths {
				SeasonLength::set(length);
				run_to(System::block_number() + 25);
				assert_ok!(Seasons::do_try_state());
			}
			let told: Vec<_> = Turns::get().into_iter().map(|(_, season, _)| season).collect();
			let expected: Vec<_> = (1..=Seasons::season().index).collect();
			assert_eq!(told, expected);
		});
	}
}
