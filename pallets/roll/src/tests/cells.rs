// SPDX-License-Identifier: Apache-2.0
//! Where residents sit.

use crate::{mock::*, *};

/// The cell whose rings a citizen sits in.
fn sits(citizen: CitizenId) -> Option<CellId> {
	match Roll::ring_of(citizen, Context::Residence)? {
		RingId::Cell(cell, _) => Some(cell),
		RingId::Nation(_) => None,
	}
}

/// Admits citizens who live in a cell.
fn settlers(number: u32, home: CellId) -> Vec<CitizenId> {
	let people = admit_many(number);
	people.iter().for_each(|one| move_to(*one, Some(home)));
	people
}

#[test]
fn a_cell_with_enough_residents_has_rings_of_its_own() {
	build_and_execute(|| {
		let people = settlers(8, cell(0, 5));
		let homeless = admit();
		next_season();
		assert!(people.iter().all(|one| sits(*one) == Some(cell(0, 5))));
		assert_eq!(rings(Group::Cell(cell(0, 5))).iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
		assert_eq!(sits(homeless), None);
		assert_eq!(nation().iter().map(Vec::len).sum::<usize>(), 9, "all sit in the nation as well");
	});
}

#[test]
fn the_people_of_small_cells_sit_with_the_coarser_one() {
	build_and_execute(|| {
		let town = settlers(4, cell(0, 0));
		let (hut, farm) = (settlers(1, cell(0, 1)), settlers(2, cell(0, 2)));
		next_season();
		assert_eq!(sits(town[0]), Some(cell(0, 0)), "a large cell keeps its people");
		assert_eq!(sits(hut[0]), Some(cell(2, 0)), "one in the block, three in the quarter");
		assert_eq!(sits(farm[0]), Some(cell(2, 0)));
		assert_eq!(rings(Group::Cell(cell(2, 0))), [vec![4, 5, 6]]);
	});
}

#[test]
fn a_cell_that_grows_gets_its_people_back_and_loses_them_when_it_shrinks() {
	build_and_execute(|| {
		let (hut, farm) = (settlers(2, cell(0, 1)), settlers(2, cell(0, 2)));
		next_season();
		assert_eq!(sits(hut[0]), Some(cell(2, 0)));
		attest_all();
		let newcomer = settlers(1, cell(0, 1));
		next_season();
		assert!(hut.iter().chain(&newcomer).all(|one| sits(*one) == Some(cell(0, 1))));
		assert_eq!(sits(farm[0]), Some(cell(2, 0)), "the coarsest takes whoever is left");
		attest_all();
		leave(hut[0]);
		next_season();
		assert_eq!(sits(hut[1]), Some(cell(2, 0)));
		assert_eq!(sits(newcomer[0]), Some(cell(2, 0)));
		assert_eq!(Shapes::<Test>::get(Group::Cell(cell(0, 1))), Shape::default());
	});
}

#[test]
fn who_moves_changes_rings_at_the_next_sealing_alone() {
	build_and_execute(|| {
		let (here, there) = (settlers(4, cell(0, 0)), settlers(4, cell(0, 9)));
		next_season();
		move_to(here[0], Some(cell(0, 9)));
		rekey(here[0], 77);
		move_to(there[1], None);
		idle();
		assert_eq!(sits(here[0]), Some(cell(0, 0)));
		attest_all();
		next_season();
		assert_eq!(sits(here[0]), Some(cell(0, 9)));
		let ring = Roll::ring_of(here[0], Context::Residence).expect("a resident");
		assert!(Roll::ring_members(ring).contains(&key(77)));
		assert_eq!(sits(there[1]), None);
		assert_eq!(Roll::ring_infos(Some(cell(0, 9)), 0, 9)[0].size, 4);
	});
}

#[test]
fn the_absent_lose_both_seats() {
	build_and_execute(|| {
		let people = settlers(4, cell(0, 0));
		next_season();
		people[1..].iter().for_each(|one| attest(*one));
		next_season();
		assert_eq!(sits(people[0]), None);
		assert_eq!(rings(Group::Cell(cell(0, 0))), [people[1..].to_vec()]);
		attest_all();
		next_season();
		assert_eq!(sits(people[0]), Some(cell(0, 0)), "the home is remembered");
	});
}

#[test]
fn a_higher_minimum_applies_to_what_changes() {
	build_and_execute(|| {
		RingSize::set(12);
		let town = settlers(3, cell(0, 0));
		next_season();
		assert_eq!(sits(town[0]), Some(cell(0, 0)));
		MinRingSize::set(5);
		attest_all();
		next_season();
		assert_eq!(sits(town[0]), Some(cell(0, 0)), "nothing has changed there");
		attest_all();
		let newcomer = settlers(1, cell(0, 0))[0];
		leave(town[1]);
		next_season();
		assert_eq!(sits(town[0]), Some(cell(2, 0)));
		assert_eq!(sits(newcomer), Some(cell(2, 0)));
	});
}
