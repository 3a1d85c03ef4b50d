//! What becomes of laws and alarms when the scheduler has no room.

use super::*;
use frame_support::traits::{schedule::DispatchTime, StorePreimage};
use frame_system::RawOrigin;

/// Fills the agenda of a block.
pub(super) fn fill(block: u64) {
	let free = ROOM as usize - pallet_scheduler::Agenda::<Test>::get(block).iter().flatten().count();
	for _ in 0..free {
		let call =
			Preimage::bound(frame_system::Call::remark { remark: vec![] }.into()).expect("it is short");
		let when = DispatchTime::At(block);
		assert_ok!(<Scheduler as Anon<_, _, _>>::schedule(when, None, 200, RawOrigin::Root.into(), call));
	}
}

/// A poll that passes in the block returned.
fn passing() -> (PollIndex, u64) {
	let poll = propose(ADA);
	assert_ok!(vote(poll, 10, 0));
	(poll, System::block_number() + PREPARE + CONFIRM)
}

/// Fills every block that a task for `from` can move to.
fn fill_all(from: u64) {
	[0, 1, 2, 4, 8, 16, 32, 64].into_iter().for_each(|later| fill(from + later));
}

#[test]
fn a_law_moves_to_a_later_block_if_its_own_is_full() {
	build_and_execute(|| {
		let (poll, end) = passing();
		fill(end + 1);
		fill(end + 2);
		run_to(end);
		assert_eq!(outcome(poll), "approved");
		let due = Enactment::Due { at: end + 3 };
		assert_eq!(Polls::state_of(poll), Some(PollState::Approved { at: end, enactment: due }));
		let task = Some(Polls::task_of(poll));
		System::assert_has_event(Event::Postponed { task, from: end + 1, to: end + 3 }.into());
		run_to(end + 2);
		assert_eq!(Balances::free_balance(42), 0);
		run_to(end + 3);
		assert_eq!(Balances::free_balance(42), 7);
		let done = PollState::Approved { at: end, enactment: Enactment::Dispatched };
		assert_eq!(Polls::state_of(poll), Some(done));
	});
}

/// The stock scheduler drops it without a word.
#[test]
fn a_law_for_which_there_is_no_room_at_all_waits_until_anyone_gives_it_a_place() {
	build_and_execute(|| {
		let (poll, end) = passing();
		run_to(end - 1);
		fill_all(end + 1);
		run_to(end);
		let waits = PollState::Approved { at: end, enactment: Enactment::Waiting };
		assert_eq!((outcome(poll), Polls::state_of(poll)), ("approved", Some(waits)));
		System::assert_has_event(Event::NoRoom { task: Some(Polls::task_of(poll)), from: end + 1 }.into());
		// What waits is not forgotten with its poll.
		idle();
		assert!(Watched::<Test>::contains_key(poll));
		Polls::do_try_state().expect("every invariant holds while it waits");

		assert_noop!(Polls::enact(signed(BEN), poll + 1), Error::NotWaiting);
		assert_noop!(Polls::enact(signed(BEN), poll), Error::AgendaFull);
		run(1);
		assert_ok!(Polls::enact(signed(BEN), poll));
		System::assert_last_event(Event::Placed { poll }.into());
		assert_noop!(Polls::enact(signed(BEN), poll), Error::NotWaiting);
		run_to(end + 4);
		assert_eq!(Balances::free_balance(42), 7);
		// Upkeep has seen the last poll, and begins again.
		idle();
		idle();
		assert!(!Watched::<Test>::contains_key(poll));
	});
}

#[test]
fn an_alarm_moves_to_a_later_block_and_still_rings() {
	build_and_execute(|| {
		let poll = propose(ADA);
		let next = System::block_number() + 1;
		fill(next);
		let before = System::block_weight().total();
		assert_ok!(vote(poll, 10, 0));
		System::assert_has_event(Event::Postponed { task: None, from: next, to: next + 1 }.into());
		// A full block that was tried weighs something.
		let tried = System::block_weight().total().saturating_sub(before);
		assert_eq!(tried, <() as WeightInfo>::postpone());
		run(PREPARE + 1);
		assert!(deciding(poll).is_some());
	});
}

#[test]
fn a_lost_alarm_is_replaced_by_anyone_and_no_other_is() {
	build_and_execute(|| {
		let poll = submit(ADA);
		assert_noop!(Polls::nudge(signed(BEN), poll), Error::NothingToNudge);
		assert_noop!(Polls::nudge(signed(BEN), poll + 1), Error::NotOngoing);
		run(PREPARE);
		let next = System::block_number() + 1;
		fill_all(next);
		assert_ok!(Referenda::place_decision_deposit(signed(ADA), poll));
		assert_ok!(vote(poll, 10, 0));
		System::assert_has_event(Event::NoRoom { task: None, from: next }.into());
		run(DECIDE);
		let confirming = || deciding(poll).and_then(|it| it.confirming);
		assert_eq!((outcome(poll), confirming()), ("open", None), "nothing wakes it");
		assert_ok!(Polls::nudge(signed(BEN), poll));
		assert!(confirming().is_some());
		assert_noop!(Polls::nudge(signed(BEN), poll), Error::NothingToNudge);
		run(CONFIRM + 2);
		assert_eq!(outcome(poll), "approved");
	});
}

#[test]
fn the_name_of_a_laws_task_is_that_of_the_referenda_pallet() {
	build_and_execute(|| {
		let (poll, end) = passing();
		run_to(end);
		assert!(pallet_scheduler::Lookup::<Test>::contains_key(Polls::task_of(poll)));
	});
}
