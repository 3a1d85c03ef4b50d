// SPDX-License-Identifier: Apache-2.0
//! Who sits where, and when.

use crate::{mock::*, *};
use civitas_primitives::Ballots;
use frame_support::traits::Hooks;

fn keys_of(ring: RingId) -> Vec<RollKey> {
	let mut keys = Roll::ring_members(ring);
	keys.sort();
	keys
}

fn sizes() -> Vec<usize> {
	nation().iter().map(Vec::len).collect()
}

#[test]
fn the_first_citizens_are_on_the_first_roll() {
	build_and_execute(|| {
		System::set_block_number(0);
		admit_many(4);
		System::set_block_number(1);
		let late = admit();
		idle();
		assert_eq!(nation(), [vec![0, 1, 2, 3]]);
		System::assert_has_event(Event::RollSealed { season: 0, rings: 1, members: 4 }.into());
		System::assert_has_event(Event::RingBuilt { ring: RingId::Nation(0), season: 0, size: 4 }.into());
		assert_eq!(<Roll as Ballots<u64>>::electorate(0), Some(4));
		next_season();
		assert_eq!(nation(), [vec![0, 1, 2, 3, late]]);
	});
}

#[test]
fn newcomers_sit_in_an_order_that_lots_decide() {
	let seats = |salt| {
		build().execute_with(|| {
			Salt::set(salt);
			admit_many(15);
			next_season();
			assert_eq!(sizes(), [6, 5, 4]);
			Roll::do_try_state().expect("every invariant holds");
			nation()
		})
	};
	let in_order = [(0..6).collect::<Vec<_>>(), (6..11).collect(), (11..15).collect()];
	let drawn: std::collections::BTreeSet<_> = (0..20).map(seats).collect();
	assert!(drawn.len() > 15, "another lot, other rings");
	assert!(!drawn.contains(&in_order.to_vec()));
	assert_eq!(seats(3), seats(3), "every node draws the same");
}

#[test]
fn everybody_is_as_likely_to_sit_in_each_ring() {
	let mut with_the_first = [0u32; 12];
	for salt in 0..400 {
		build().execute_with(|| {
			Salt::set(salt);
			admit_many(12);
			next_season();
			for one in nation().into_iter().find(|ring| ring.contains(&0)).expect("the first sits somewhere")
			{
				with_the_first[one as usize] += 1;
			}
		});
	}
	// Five of the other eleven sit with the first: 182 of 400 for each, with a standard deviation of ten.
	let (most, least) = (with_the_first[1..].iter().max(), with_the_first[1..].iter().min());
	assert!(*most.expect("some") < 232 && *least.expect("some") > 132, "{with_the_first:?}");
}

#[test]
fn rings_are_large_and_the_last_two_even() {
	for people in [255, 256, 260, 270, 271, 272, 280, 300, 400, 509, 510, 511, 525, 526, 600, 800] {
		build().execute_with(|| {
			RingSize::set(255);
			MinRingSize::set(16);
			admit_many(people);
			next_season();
			Roll::do_try_state().expect("every invariant holds");
			let sizes = sizes();
			assert_eq!(sizes.len() as u32, people.div_ceil(255), "{sizes:?}");
			assert_eq!(sizes.iter().sum::<usize>() as u32, people);
			assert!(people < 256 || sizes.iter().all(|size| *size >= 128), "{people}: {sizes:?}");
			let [.., before, last] = &sizes[..] else { return };
			assert!(before.abs_diff(*last) <= 1, "{people}: {sizes:?}");
		});
	}
}

#[test]
fn a_critic_is_not_seated_among_puppets() {
	build_and_execute(|| {
		RingSize::set(255);
		MinRingSize::set(16);
		// The puppets of two seasons sit at the end of the full ring; then the critic joins, among some more.
		admit_many(135);
		next_season();
		attest_all();
		let mut puppets = admit_many(120);
		next_season();
		attest_all();
		let critic = admit();
		puppets.extend(admit_many(15));
		next_season();
		let rings = nation();
		let with = rings.iter().find(|ring| ring.contains(&critic)).expect("the critic sits somewhere");
		let own = with.iter().filter(|one| puppets.contains(one)).count();
		assert!(with.len() >= 135 && with.len() - own > 40, "{own} puppets of {}", with.len());
	});
}

#[test]
fn members_stay_in_their_ring_from_season_to_season() {
	build_and_execute(|| {
		admit_many(30);
		next_season();
		assert_eq!(sizes(), [6; 5]);
		let before = nation();
		attest_all();
		admit_many(5);
		next_season();
		let after = nation();
		assert_eq!(after[..4], before[..4]);
		assert_eq!(sizes(), [6, 6, 6, 6, 6, 5], "newcomers open a ring of their own if it is large enough");
		attest_all();
		leave(before[0][0]);
		next_season();
		assert!(
			before[0][1..].iter().all(|one| nation()[0].contains(one)),
			"one of the last ring comes to sit there"
		);
		assert_eq!(sizes(), [6, 6, 6, 6, 5, 5]);
	});
}

#[test]
fn a_citizen_has_one_claim_for_each_sealing() {
	build_and_execute(|| {
		let one = admit();
		for secret in 50..60 {
			rekey(one, secret);
			move_to(one, Some(cell(0, u64::from(secret % 3))));
		}
		assert_eq!(Claims::<Test>::iter().count(), 1);
		turn();
		rekey(one, 70);
		suspend(one);
		assert_eq!(Claims::<Test>::iter().count(), 2, "what comes after the cut is for the next roll");
		idle();
		assert_eq!(Roll::ring_members(RingId::Nation(0)), [key(59)]);
		attest_all();
		next_season();
		assert_eq!(nation(), Vec::<Vec<CitizenId>>::new());
	});
}

#[test]
fn nothing_changes_within_a_season() {
	build_and_execute(|| {
		let people = admit_many(4);
		next_season();
		let ring = RingId::Nation(0);
		let (before, commitment) = (keys_of(ring), Commitments::<Test>::get(ring));
		admit();
		rekey(people[0], 100);
		suspend(people[1]);
		assert_eq!((keys_of(ring), Commitments::<Test>::get(ring)), (before.clone(), commitment));
		leave(people[2]);
		idle();
		let left: Vec<_> = before.into_iter().filter(|one| *one != key(2)).collect();
		assert_eq!(keys_of(ring), left, "except that whoever leaves is gone at once");
		assert_eq!(Roll::roll_info().waiting, 4);
		attest_all();
		next_season();
		let mut expected = vec![key(100), key(3), key(4)];
		expected.sort();
		assert_eq!(keys_of(ring), expected);
	});
}

#[test]
fn a_ring_that_did_not_change_is_not_built_again() {
	build_and_execute(|| {
		admit_many(18);
		next_season();
		attest_all();
		let ring = seat(8);
		leave(8);
		idle();
		admit();
		System::reset_events();
		turn();
		Roll::on_idle(1, Weight::MAX);
		let built: Vec<_> = System::events()
			.into_iter()
			.filter_map(|record| match record.event {
				RuntimeEvent::Roll(Event::RingBuilt { ring, .. }) => Some(ring),
				_ => None,
			})
			.collect();
		assert_eq!(built, [ring], "the newcomer takes the seat that became free");
		assert!(nation()[Group::of(ring).1 as usize].contains(&18));
	});
}

#[test]
fn gaps_are_filled_from_the_last_ring() {
	build_and_execute(|| {
		admit_many(17);
		next_season();
		let mut in_order = sizes();
		in_order.sort();
		assert_eq!(in_order, [5, 6, 6]);
		attest_all();
		leave(nation()[0][0]);
		next_season();
		assert_eq!(sizes(), [6, 5, 5], "somebody of the last rings has the seat");
		assert_eq!(Shapes::<Test>::get(Group::Nation), Shape { rings: 3, members: 16 });
	});
}

#[test]
fn a_small_last_ring_shares_the_people_of_the_one_before() {
	build_and_execute(|| {
		admit_many(13);
		next_season();
		assert_eq!(sizes(), [6, 4, 3], "not 6, 6, 1");
		attest_all();
		admit_many(2);
		next_season();
		let mut in_order = sizes();
		in_order.sort();
		assert_eq!(in_order, [4, 5, 6], "newcomers sit in the smaller one");
	});
}

#[test]
fn two_rings_become_one_when_they_fit() {
	build_and_execute(|| {
		let people = admit_many(7);
		next_season();
		assert_eq!(sizes(), [4, 3]);
		attest_all();
		leave(people[1]);
		System::reset_events();
		next_season();
		assert_eq!(sizes(), [6]);
		System::assert_has_event(Event::RingDropped { ring: RingId::Nation(1) }.into());
		assert_eq!(Roll::ring_info(RingId::Nation(1)), None);
	});
}

#[test]
fn a_state_that_everybody_leaves_has_no_rings() {
	build_and_execute(|| {
		let people = admit_many(9);
		next_season();
		people.into_iter().for_each(leave);
		next_season();
		assert_eq!(Shapes::<Test>::iter().count(), 0);
		assert_eq!(Electors::<Test>::iter().count(), 0);
		assert_eq!(Seating::<Test>::iter().count(), 0);
		assert_eq!(<Roll as Ballots<u64>>::electorate(2), Some(0));
	});
}

#[test]
fn who_is_not_seen_for_a_whole_season_loses_the_seat_and_finds_it_back() {
	build_and_execute(|| {
		let people = admit_many(4);
		next_season();
		assert_eq!(nation(), [vec![0, 1, 2, 3]], "seen last season");
		people[1..].iter().for_each(|one| attest(*one));
		next_season();
		assert_eq!(nation(), [vec![1, 2, 3]], "nobody saw the first for a season");
		rekey(people[0], 50);
		attest_all();
		idle();
		assert_eq!(nation(), [vec![1, 2, 3]], "the roll is sealed");
		next_season();
		assert_eq!(nation(), [vec![0, 1, 2, 3]]);
		assert!(Roll::ring_members(RingId::Nation(0)).contains(&key(50)));
	});
}

#[test]
fn an_absent_citizens_new_key_is_no_claim() {
	build_and_execute(|| {
		admit_many(2);
		next_season();
		attest(1);
		next_season();
		rekey(0, 50);
		suspend(0);
		reinstate(0);
		attest(1);
		next_season();
		assert_eq!(nation(), [vec![1]]);
	});
}

#[test]
fn a_suspended_citizen_is_off_the_next_roll_and_back_after() {
	build_and_execute(|| {
		admit_many(3);
		next_season();
		suspend(0);
		attest(1);
		attest(2);
		next_season();
		assert_eq!(nation(), [vec![1, 2]]);
		reinstate(0);
		attest_all();
		next_season();
		assert_eq!(nation(), [vec![0, 1, 2]]);
	});
}

#[test]
fn who_comes_and_goes_before_the_roll_is_sealed_never_sits() {
	build_and_execute(|| {
		let one = admit();
		suspend(one);
		reinstate(one);
		leave(one);
		next_season();
		assert_eq!(nation(), Vec::<Vec<CitizenId>>::new());
		assert_eq!(Electors::<Test>::iter().count(), 0);
	});
}

#[test]
fn changes_during_the_sealing_are_for_the_next_roll() {
	build_and_execute(|| {
		admit_many(3);
		next_season();
		attest_all();
		turn();
		rekey(0, 90);
		leave(1);
		let late = admit();
		idle();
		assert_eq!(keys_of(RingId::Nation(0)), {
			let mut keys = vec![key(0), key(2)];
			keys.sort();
			keys
		});
		attest_all();
		next_season();
		assert_eq!(nation(), [vec![0, 2, late]]);
	});
}

#[test]
fn sealing_goes_on_in_small_steps_and_enrolment_waits_for_it() {
	build_and_execute(|| {
		admit_many(20);
		turn();
		// Room for one claim at a time.
		let step = <() as WeightInfo>::upkeep() + <() as WeightInfo>::meet_claim(Roll::max_moves());
		let mut blocks = 0;
		while CurrentSealing::<Test>::get().phase != Phase::Open {
			Roll::do_try_state().expect("every invariant holds half-way");
			let used = Roll::on_idle(1, step);
			assert!(used.all_lte(step), "{used} of {step}");
			blocks += 1;
			assert!(blocks < 100, "it ends");
		}
		assert!(blocks > 3, "it took some blocks");
		assert_eq!(Roll::ring_info(RingId::Nation(0)).expect("it is there").status, RingStatus::Unbuilt);
		assert_eq!(enrol(3, 7), refused(Error::NotBuilt));
		idle();
		assert_eq!(enrol(3, 7), Ok(()));
	});
}

#[test]
fn a_block_without_idle_time_does_nothing() {
	build_and_execute(|| {
		admit_many(3);
		turn();
		assert_eq!(Roll::on_idle(1, Weight::zero()), Weight::zero());
		assert_eq!(CurrentSealing::<Test>::get().phase, Phase::Claims);
	});
}

#[test]
fn anyone_may_seal_and_build_when_blocks_are_full() {
	build_and_execute(|| {
		admit_many(8);
		let ring = RingId::Nation(0);
		turn();
		assert_eq!(submit(Call::build_ring { ring }), refused(Error::NotSealed));
		assert_eq!(submit(Call::seal { season: 2 }), refused(Error::WrongSeason));
		assert_eq!(submit(Call::seal { season: 1 }), Ok(()));
		assert_eq!(submit(Call::seal { season: 1 }), refused(Error::AlreadySealed));
		assert_eq!(enrol(0, 7), refused(Error::NotBuilt));
		assert_eq!(submit(Call::build_ring { ring }), Ok(()));
		assert_eq!(submit(Call::build_ring { ring }), refused(Error::AlreadyBuilt));
		assert_eq!(submit(Call::build_ring { ring: RingId::Nation(9) }), refused(Error::UnknownRing));
		assert_eq!(enrol(0, 7), Ok(()));
	});
}

#[test]
fn a_season_too_short_to_seal_in_is_made_up_for_in_the_next() {
	build_and_execute(|| {
		admit_many(3);
		turn();
		admit_many(3);
		turn();
		idle();
		assert_eq!(nation(), [vec![3, 4, 5]], "the first three were last seen two seasons ago");
		attest_all();
		next_season();
		assert_eq!(nation(), [vec![0, 1, 2, 3, 4, 5]]);
		assert_eq!(<Roll as Ballots<u64>>::electorate(1), None, "there was no roll");
	});
}

#[test]
fn a_ring_keeps_its_old_commitment_until_it_is_built() {
	build_and_execute(|| {
		admit_many(3);
		next_season();
		let ring = RingId::Nation(0);
		let old = Commitments::<Test>::get(ring);
		rekey(0, 70);
		attest_all();
		turn();
		let status = |ring| Roll::ring_info(ring).expect("it is there").status;
		assert_eq!(status(ring), RingStatus::Unsealed);
		assert_eq!(submit(Call::seal { season: 2 }), Ok(()));
		assert_eq!(status(ring), RingStatus::Unbuilt);
		assert_eq!(Commitments::<Test>::get(ring), old);
		idle();
		assert_eq!(status(ring), RingStatus::Built);
		assert_ne!(Commitments::<Test>::get(ring), old);
	});
}

#[test]
fn pages_see_all_rings() {
	build_and_execute(|| {
		admit_many(14);
		next_season();
		let all = Roll::ring_infos(None, 0, 100);
		assert_eq!(all.iter().map(|it| it.size).collect::<Vec<_>>(), [6, 4, 4]);
		assert_eq!(Roll::ring_infos(None, 1, 1), all[1..2]);
		assert_eq!(Roll::ring_infos(None, 3, u32::MAX), []);
		assert_eq!(Roll::ring_infos(None, u32::MAX, u32::MAX), []);
		let info = Roll::roll_info();
		assert_eq!((info.season, info.rings, info.members, info.complete), (1, 3, 14, true));
	});
}
