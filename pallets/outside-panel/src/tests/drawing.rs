// SPDX-License-Identifier: Apache-2.0
//! When lots are drawn, and from which register.

use super::*;
use sp_runtime::DispatchError;

fn seed(poll: PollIndex) -> Option<H256> {
	OutsidePanel::panel_info(poll).map(|info| info.panel.seed)
}

#[test]
fn lots_are_drawn_with_randomness_collected_after_the_deciding_began() {
	build_and_execute(|| {
		register_many(1, 20);
		let poll = decide_at(19);
		// In block 20 there is new randomness, but most of it was collected before block 19.
		run_to(29);
		assert_noop!(vote(1, poll, Aye), Error::TooEarlyToVote);
		assert_eq!(members(poll), Vec::<u64>::new());
		run_to(30);
		assert_eq!(members(poll).len(), 5);
		let draw = Draws::<Test>::get(3).expect("three epochs have begun");
		assert_eq!((draw.collected_from, draw.slots, draw.seats), (20, 20, 5));
		System::assert_has_event(
			Event::Drawn { draw: 3, collected_from: 20, seed: draw.seed, slots: 20, seats: 5 }.into(),
		);
	});
}

#[test]
fn a_decision_that_begins_with_an_epoch_waits_for_the_one_after_the_next() {
	build_and_execute(|| {
		register_many(1, 20);
		run_to(17);
		let before = propose();
		run_to(18);
		let after = propose();
		run_to(20);
		assert_eq!((Polls::deciding_since(before), Polls::deciding_since(after)), (Some(19), Some(20)));
		run_to(39);
		assert!(seed(before).is_some());
		assert_noop!(vote(1, after, Aye), Error::TooEarlyToVote);
		run_to(40);
		assert!(seed(after).is_some());
	});
}

#[test]
fn the_register_is_closed_before_the_deciding_begins() {
	build_and_execute(|| {
		register_many(1, 20);
		run_to(9);
		register(21);
		run_to(10);
		// The opening of block 10 has been; those who come now are not on a panel of this epoch's polls.
		register(22);
		let poll = decide_at(13);
		register_many(1_000, 500);
		run_to(30);
		assert_eq!(OutsidePanel::panel_info(poll).map(|it| it.panel.slots), Some(21));
		assert!(members(poll).iter().all(|account| *account <= 21));
		for latecomer in [22, 1_000, 1_222] {
			assert_noop!(vote(latecomer, poll, Aye), Error::NotDrawn);
		}
		let next = decide_at(33);
		run_to(50);
		assert_eq!(OutsidePanel::panel_info(next).map(|it| it.panel.slots), Some(22 + 500));
	});
}

#[test]
fn nobodys_timing_chooses_the_panel() {
	// The same chain three times: a member votes at once, or long after, or nobody ever does.
	let run = |first_vote: Option<u64>| {
		build().execute_with(|| {
			register_many(1, 20);
			let poll = decide_at(15);
			run_to(30);
			let foreseen = members(poll);
			if let Some(block) = first_vote {
				run_to(block);
				assert_ok!(vote(foreseen[0], poll, Aye));
			}
			run_to(90);
			assert_eq!(members(poll), foreseen);
			(foreseen, seed(poll))
		})
	};
	let at_once = run(Some(30));
	assert_eq!(at_once, run(Some(80)));
	assert_eq!(at_once, run(None));
}

#[test]
fn what_the_charter_changes_later_changes_no_panel_that_is_drawn() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		PanelSize::set(1);
		MinResidents::set(1_000);
		assert_eq!(super::members(poll), members);
		assert_ok!(vote(members[4], poll, Aye));
	});
}

#[test]
fn polls_of_one_draw_have_panels_of_their_own() {
	build_and_execute(|| {
		register_many(1_000, 1_000);
		run_to(13);
		let (one, other) = (propose(), propose());
		run_to(30);
		assert_eq!((members(one).len(), members(other).len()), (5, 5));
		assert_ne!(members(one), members(other));
	});
}

#[test]
fn other_randomness_draws_other_people() {
	let draw = |salt| {
		build().execute_with(|| {
			Salt::set(salt);
			register_many(1_000, 1_000);
			let poll = decide_at(15);
			run_to(30);
			members(poll)
		})
	};
	assert_eq!(draw(1), draw(1));
	assert_ne!(draw(1), draw(2));
}

#[test]
fn whoever_leaves_leaves_an_empty_seat() {
	build_and_execute(|| {
		let (poll, members, other) = with_panel();
		assert_ok!(OutsidePanel::leave(signed(members[2])));
		assert_ok!(OutsidePanel::leave(signed(other)));
		let left = super::members(poll);
		assert_eq!(left, [&members[..2], &members[3..]].concat());
	});
}

#[test]
fn empty_slots_are_made_up_for() {
	build_and_execute(|| {
		register_many(1, 200);
		(1..=150).for_each(remove);
		let poll = decide_at(15);
		run_to(30);
		let panel = OutsidePanel::panel_info(poll).expect("is drawn").panel;
		// A quarter of the slots is held, so four times as many are drawn.
		assert_eq!((panel.slots, panel.seats), (200, 20));
		assert!(members(poll).iter().all(|account| *account > 150));
	});
}

#[test]
fn a_register_smaller_than_the_panel_sits_on_it_as_a_whole() {
	build_and_execute(|| {
		register_many(1, 3);
		let poll = decide_at(15);
		run_to(30);
		let mut members = members(poll);
		members.sort();
		assert_eq!(members, [1, 2, 3]);
	});
}

#[test]
fn too_few_residents_make_no_panel() {
	build_and_execute(|| {
		register_many(1, 2);
		let poll = decide_at(15);
		run_to(18);
		register(3);
		run_to(40);
		assert_noop!(vote(1, poll, Aye), Error::NoPanel);
		assert_eq!(OutsidePanel::panel_info(poll), None);
		assert_eq!(Draws::<Test>::get(3).map(|draw| draw.seats), Some(0));
		assert_eq!(Draws::<Test>::get(4).map(|draw| draw.seats), Some(3));
	});
}

#[test]
fn the_first_polls_of_a_chain_have_no_panel() {
	build_and_execute(|| {
		register_many(1, 20);
		let poll = decide_at(5);
		run_to(20);
		assert_noop!(vote(1, poll, Aye), Error::NoPanel);
	});
}

#[test]
fn old_draws_are_removed_and_the_right_one_is_found_among_the_rest() {
	build_and_execute(|| {
		register_many(1, 3);
		let blocks = u64::from(HISTORY) * EPOCH;
		run_to(blocks + 45);
		assert_eq!(Draws::<Test>::iter().count(), HISTORY as usize);
		let last = LastOpenings::<Test>::get().draw;
		assert_eq!(last, HISTORY + 4);
		assert!(!Draws::<Test>::contains_key(4) && Draws::<Test>::contains_key(5));
		let seed_for =
			|since| OutsidePanel::find_panel(7, since).map(|panel| panel.seed).map_err(DispatchError::from);
		let expected = |number| {
			let draw = Draws::<Test>::get(number).expect("is kept");
			H256(sp_io::hashing::blake2_256(&(b"civitas/outside-panel/poll", draw.seed, 7u32).encode()))
		};
		// Draw n is for the polls whose deciding began in the epoch before the one in which its seed was collected.
		for number in 6..=last {
			let first = u64::from(number - 2) * EPOCH;
			assert_eq!(seed_for(first), Ok(expected(number)), "draw {number}");
			assert_eq!(seed_for(first + EPOCH - 1), Ok(expected(number)), "draw {number}");
		}
		assert_eq!(seed_for(4 * EPOCH - 1), Err(Error::NoPanel.into()), "that draw is gone, or may be");
		assert_eq!(seed_for(u64::from(last - 1) * EPOCH), Err(Error::TooEarlyToVote.into()));
	});
}

#[test]
fn a_block_without_new_randomness_costs_less_than_a_draw() {
	build_and_execute(|| {
		run_to(10);
		assert_eq!(LastOpenings::<Test>::get().draw, 1);
		System::set_block_number(11);
		assert_eq!(OutsidePanel::on_initialize(11), <() as WeightInfo>::on_initialize());
		assert_eq!(LastOpenings::<Test>::get().draw, 1);
		System::set_block_number(20);
		assert_eq!(OutsidePanel::on_initialize(20), <() as WeightInfo>::draw());
		assert_eq!(LastOpenings::<Test>::get().draw, 2);
	});
}
