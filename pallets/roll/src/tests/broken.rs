// SPDX-License-Identifier: Apache-2.0
//! Each invariant is checked: what breaks it is named.

use crate::{mock::*, *};
use sp_runtime::TryRuntimeError;

/// Three citizens, one enrolled, all residents; `break_it` breaks the state.
fn broken(break_it: impl FnOnce(), expected: &'static str) {
	build().execute_with(|| {
		admit_many(3);
		(0..3).for_each(|one| move_to(one, Some(cell(0, 0))));
		next_season();
		enrol(0, 55).expect("it is valid");
		Roll::do_try_state().expect("every invariant holds");
		break_it();
		assert_eq!(Roll::do_try_state(), Err(TryRuntimeError::Other(expected)));
	});
}

const RING: RingId = RingId::Nation(0);

fn member(citizen: CitizenId) -> Seat {
	Seat { citizen, key: key(citizen) }
}

#[test]
fn each_broken_invariant_is_named() {
	let push = |member| Seating::<Test>::mutate(RING, |all| all.try_push(member).expect("there is room"));
	broken(|| push(member(1)), "I1: somebody sits twice in a ring");
	broken(|| push(member(9)), "I1: a seat is nobody's");
	broken(
		|| Electors::<Test>::mutate_extant(1, |one| one.nation = Some(RingId::Nation(4))),
		"I1: a seat is not where its elector sits",
	);
	broken(
		|| {
			Seating::<Test>::mutate(RING, |all| all.pop());
		},
		"I1: an elector's seat does not exist",
	);
	broken(|| RingSize::set(2), "I2: a ring is too large");
	broken(|| Seating::<Test>::insert(RingId::Nation(1), Members::default()), "I2: a ring is empty");
	broken(|| Shapes::<Test>::mutate(Group::Nation, |it| it.rings = 2), "I2: a group's rings have a gap");
	broken(
		|| Shapes::<Test>::mutate(Group::Nation, |it| it.members = 2),
		"I2: a group's members are miscounted",
	);
	broken(|| Shapes::<Test>::remove(Group::Nation), "I2: a ring belongs to no group");
	broken(|| Commitments::<Test>::insert(RING, [1; 288]), "I3: a commitment is not that of its ring");
	broken(|| Commitments::<Test>::remove(RING), "I3: a commitment is not that of its ring");
	broken(|| Unbuilt::<Test>::insert(RingId::Nation(7), ()), "I3: what is no ring waits to be built");
	broken(
		|| Commitments::<Test>::insert(RingId::Nation(7), [1; 288]),
		"I3: what is no ring has a commitment",
	);
	broken(|| ForgottenBefore::<Test>::put(2), "I4: an alias should be forgotten");
	broken(
		|| Enrolments::<Test>::mutate_extant(55, |it| it.ballot.season = 0),
		"I4: an enrolment is not its alias's",
	);
	let name = || alias(0, Context::Nation, 1);
	broken(
		|| {
			let speaker = Speaker { account: 55, used: 0, since: 0 };
			Aliases::<Test>::insert(1, (Context::Nation, name()), speaker);
		},
		"I4: an alias has no account",
	);
	broken(
		|| {
			let speaker = Speaker { account: 55, used: 1, since: 0 };
			Aliases::<Test>::insert(1, (Context::Residence, name()), speaker);
		},
		"I4: an account speaks for two aliases",
	);
	broken(
		|| {
			let speaker = Speaker { account: 66, used: 1, since: 0 };
			Aliases::<Test>::insert(1, (Context::Income, name()), speaker);
			let ballot = Ballot { season: 1, context: Context::Income, ring: RING, alias: name() };
			Enrolments::<Test>::insert(66, Enrolment { ballot });
			Enrolments::<Test>::remove(55);
			Aliases::<Test>::remove(1, (Context::Nation, name()));
		},
		"I4: an account is enrolled for what nobody enrols for",
	);
	broken(|| Enrolments::<Test>::remove(55), "I4: an alias's account has no enrolment");
	broken(
		|| {
			System::dec_sufficients(&55);
		},
		"I8: a ballot account is not kept alive",
	);
	broken(|| SeenIn::<Test>::insert(1, 1, ()), "I5: somebody is listed who was not seen");
	broken(|| SeenIn::<Test>::remove(0, 1), "I5: somebody who was seen is not listed");
	broken(|| Electors::<Test>::mutate_extant(1, |one| one.resident = None), "I6: a resident has no seat");
	broken(
		|| Electors::<Test>::mutate_extant(1, |one| one.resident = Some(cell(0, 1))),
		"I6: the coarsest cell has no seats",
	);
	broken(
		|| Areas::<Test>::insert(cell(1, 0), Area { residents: 0, seats: Seats::Own }),
		"I6: a cell's people are miscounted",
	);
	broken(|| Residents::<Test>::remove(cell(0, 0), 1), "I6: residents are off");
	broken(
		|| {
			Seating::<Test>::mutate(RING, |all| all[0].key = NOBODY);
			Unbuilt::<Test>::insert(RING, ());
		},
		"I9: a seat has no key although its citizen is here, or has one although they left",
	);
	broken(
		|| Electors::<Test>::mutate_extant(1, |one| one.status = Status::Left),
		"I9: a seat has no key although its citizen is here, or has one although they left",
	);
	for (sizes, expected) in [
		(vec![5u32, 4, 4], "I7: a ring among the first is not full"),
		(vec![6, 3, 2], "I7: two rings could be one"),
		(vec![5, 3], "I7: the last two rings do not share evenly"),
	] {
		broken(
			|| {
				// Whoever sat there before sits nowhere now.
				let mut citizen = 100;
				let _ = Seating::<Test>::clear(9, None);
				let _ = Commitments::<Test>::clear(9, None);
				Electors::<Test>::translate_values(|mut one: Elector| {
					(one.nation, one.local, one.resident) = (None, None, None);
					Some(one)
				});
				let _ = Residents::<Test>::clear(99, None);
				let _ = Areas::<Test>::clear(99, None);
				let _ = Shapes::<Test>::clear(99, None);
				let (rings, members) = (sizes.len() as u32, sizes.iter().sum::<u32>());
				Shapes::<Test>::insert(Group::Nation, Shape { rings, members });
				for (number, size) in sizes.iter().enumerate() {
					let ring = RingId::Nation(number as u32);
					Unbuilt::<Test>::insert(ring, ());
					for _ in 0..*size {
						citizen += 1;
						Seating::<Test>::mutate(ring, |all| all.try_push(member(citizen)).expect("room"));
						let elector =
							Elector { nation: Some(ring), ..Electors::<Test>::get(0).expect("a citizen") };
						Electors::<Test>::insert(citizen, elector);
						SeenIn::<Test>::insert(0, citizen, ());
					}
				}
			},
			expected,
		);
	}
}
