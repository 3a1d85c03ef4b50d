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
fn citizens_fill_rings_in_order_of_joining() {
	build_and_execute(|| {
		admit_many(15);
		next_season();
		assert_eq!(nation(), [(0..6).collect::<Vec<_>>(), (6..12).collect(), (12..15).collect()]);
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
		leave(people[2]);
		idle();
		assert_eq!((keys_of(ring), Commitments::<Test>::get(ring)), (before, commitment));
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
		leave(8);
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
		assert_eq!(built, [RingId::Nation(1)], "the newcomer takes the seat that became free");
		assert_eq!(nation()[1], [6, 7, 9, 10, 11, 18]);
	});
}

#[test]
fn gaps_are_filled_from_the_last_ring() {
	build_and_execute(|| {
		admit_many(17);
		next_season();
		assert_eq!(sizes(), [6, 6, 5]);
		attest_all();
		leave(0);
		next_season();
		assert_eq!(sizes(), [6, 6, 4], "somebody of the last ring has the seat");
		assert_eq!(Shapes::<Test>::get(Group::Nation), Shape { rings: 3, members: 16 });
	});
}

#[test]
fn a_small_last_ring_shares_the_people_of_the_one_before() {
	build_and_execute(|| {
		admit_many(13);
		next_season();
		assert_eq!(sizes(), [6, 4, 3], "not 6, 6, 1");
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
			let mut keys = vec![key(0), key(1), key(2)];
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
