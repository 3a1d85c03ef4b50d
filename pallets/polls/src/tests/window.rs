// SPDX-License-Identifier: Apache-2.0
//! What becomes of polls when their voters' time is over.

use super::*;
use frame_support::dispatch::{CheckIfFeeless, GetDispatchInfo, Pays};
use sp_runtime::traits::Dispatchable;

/// The first block in which votes of polls of season 0 are no longer taken.
const END: u64 = 2 * SEASON;

/// Others occupy the track until `until`: one poll after the other is decided, and each is more wanted than any poll of
/// the tests.
fn occupy_until(until: u64) {
	let mut who = 10;
	let mut now = System::block_number();
	while now < until {
		let blocker = propose(who);
		assert_ok!(vote(blocker, 10, 20));
		who += 1;
		run(DECIDE + PREPARE + 2);
		now = System::block_number();
	}
}

/// The attack of the parked poll: nobody opposes it while it waits, its friends vote in the last block, and then nobody
/// can vote any more. Without this pallet's scheduler, it passed.
#[test]
fn a_poll_that_waits_when_its_voters_time_is_over_cannot_pass() {
	build_and_execute(|| {
		run_to(END - 10);
		let blocker = propose(BEN);
		Current::mutate(|season| season.index = 0);
		let parked = submit(ADA);
		Current::mutate(|season| season.index = 1);
		run(PREPARE);
		assert!(deciding(blocker).is_some(), "the track is full");
		assert_ok!(Referenda::place_decision_deposit(signed(ADA), parked));
		run_to(END - 1);
		assert_ok!(vote(parked, 10, 0));
		run_to(END);
		assert!(Referenda::ensure_ongoing(parked).is_ok_and(|it| it.in_queue && it.deciding.is_none()));

		while outcome(blocker) == "open" {
			run(1);
		}
		// Its turn has come. The next block closes it, and its author has the deposits back.
		run(3);
		assert_eq!(outcome(parked), "cancelled");
		assert_eq!(deposited(ADA), 0);
		System::assert_has_event(Event::Lapsed { poll: parked }.into());
		run(DECIDE + CONFIRM + 2);
		assert_eq!(Balances::free_balance(42), 0, "it is no law");
		// The track is free for others.
		let next = propose(ADA);
		run(PREPARE);
		assert!(deciding(next).is_some());
	});
}

/// A poll of season 0 whose decision begins in block `since`, with votes for it.
fn decided_since(since: u64) -> PollIndex {
	run_to(since - PREPARE);
	let season = Current::get().index;
	Current::mutate(|it| it.index = 0);
	let poll = propose(ADA);
	Current::mutate(|it| it.index = season);
	assert_ok!(vote(poll, 3, 0));
	run_to(since);
	assert_eq!(deciding(poll).expect("it is being decided").since, since);
	poll
}

#[test]
fn a_poll_that_was_being_decided_for_a_confirmation_period_in_time_stands_as_it_was_voted() {
	build_and_execute(|| {
		let poll = decided_since(END - CONFIRM);
		run_to(END + 1);
		assert_noop!(Polls::lapse(signed(BEN), poll), Error::NotVoid);
		run(DECIDE + CONFIRM);
		assert_eq!(outcome(poll), "approved");
		run(1);
		assert_eq!(Balances::free_balance(42), 7, "it is law");
	});
}

#[test]
fn a_poll_whose_decision_began_a_block_later_is_void() {
	build_and_execute(|| {
		let poll = decided_since(END - CONFIRM + 1);
		assert_ok!(vote(poll, 10, 0));
		run_to(END - 1);
		assert!(deciding(poll).and_then(|it| it.confirming).is_some(), "everybody is for it");
		assert_noop!(Polls::lapse(signed(BEN), poll), Error::NotVoid);
		run_to(END);
		assert_eq!(outcome(poll), "open");
		run(DECIDE + CONFIRM);
		assert_eq!(outcome(poll), "cancelled");
		assert_eq!(Balances::free_balance(42), 0);
	});
}

#[test]
fn no_poll_is_open_a_season_after_its_voters_time() {
	build_and_execute(|| {
		let poll = decided_since(END - CONFIRM);
		run_to(END);
		assert_noop!(Polls::lapse(signed(BEN), poll), Error::NotVoid);
		Current::mutate(|season| season.index += 1);
		assert_ok!(Polls::lapse(signed(BEN), poll));
	});
}

#[test]
fn anyone_closes_a_void_poll_for_free_and_its_deposits_return() {
	build_and_execute(|| {
		run_to(SEASON - 1);
		let blocker = propose(BEN);
		let poll = propose(ADA);
		run(PREPARE);
		assert!(deciding(blocker).is_some() && deciding(poll).is_none());
		assert_eq!(deposited(ADA), 11);
		let lapse = || RuntimeCall::from(Call::lapse { poll });
		assert_noop!(Polls::lapse(signed(9), poll), Error::NotVoid);
		assert!(!lapse().is_feeless(&signed(9)));
		// It stays parked for as long as others are decided before it.
		assert_ok!(vote(blocker, 1, 5));
		occupy_until(END);
		assert_eq!(outcome(poll), "open");
		run_to(END + 1);
		assert!(lapse().is_feeless(&signed(9)));
		assert!(!lapse().is_feeless(&RuntimeOrigin::none()));
		let paid = lapse().dispatch(signed(9)).expect("it is void");
		assert_eq!(paid.pays_fee, Pays::No);
		assert_eq!((outcome(poll), deposited(ADA)), ("cancelled", 0));
		assert_noop!(Polls::lapse(signed(9), poll), Error::NotOngoing);
		assert!(!lapse().is_feeless(&signed(9)));
		assert!(lapse().get_dispatch_info().call_weight.ref_time() > 0);
	});
}

#[test]
fn a_poll_that_thinks_it_is_queued_and_is_not_strands_no_deposit() {
	build_and_execute(|| {
		let blocker = propose(9);
		run(PREPARE);
		assert!(deciding(blocker).is_some());
		// Three places in the queue, and one poll too many.
		let waiting: Vec<_> = (10..13).map(propose).collect();
		run(PREPARE);
		for poll in &waiting {
			assert_ok!(vote(*poll, 2, 8));
		}
		let ghost = propose(ADA);
		run(PREPARE);
		let status = Referenda::ensure_ongoing(ghost).expect("it is open");
		let queue = pallet_referenda::TrackQueue::<Test>::get(0);
		assert!(status.in_queue && !queue.iter().any(|(poll, _)| *poll == ghost), "it is queued nowhere");
		run_to(END);
		assert_eq!((outcome(ghost), deposited(ADA)), ("open", 11));
		assert_ok!(Polls::lapse(signed(BEN), ghost));
		assert_eq!((outcome(ghost), deposited(ADA)), ("cancelled", 0));
	});
}

#[test]
fn a_poll_that_is_stopped_leaves_the_queue() {
	build_and_execute(|| {
		let blocker = propose(9);
		run(PREPARE);
		let waiting: Vec<_> = (10..13).map(propose).collect();
		run(PREPARE);
		assert_eq!(pallet_referenda::TrackQueue::<Test>::get(0).len(), 3);
		for poll in waiting {
			assert_ok!(vote(poll, 2, 8));
			assert_ok!(Polls::cancel(signed(JUDGE), poll));
		}
		// The stock pallet leaves them in the queue, in front of whoever has fewer votes.
		assert_eq!(pallet_referenda::TrackQueue::<Test>::get(0).len(), 0);
		let next = propose(ADA);
		run(PREPARE);
		assert_eq!(pallet_referenda::TrackQueue::<Test>::get(0).to_vec(), [(next, 0)]);
		while outcome(blocker) == "open" {
			run(1);
		}
		run(1);
		assert!(deciding(next).is_some());
	});
}

#[test]
fn a_poll_that_found_the_queue_full_tries_again_when_anyone_nudges_it() {
	build_and_execute(|| {
		let blocker = propose(9);
		run(PREPARE);
		let waiting: Vec<_> = (10..13).map(propose).collect();
		run(PREPARE);
		for poll in &waiting {
			assert_ok!(vote(*poll, 2, 8));
		}
		let ghost = propose(ADA);
		run(PREPARE);
		assert_noop!(Polls::nudge(signed(BEN), waiting[0]), Error::NothingToNudge);
		assert_ok!(Polls::cancel(signed(JUDGE), waiting[0]));
		assert_ok!(Polls::nudge(signed(BEN), ghost));
		assert!(pallet_referenda::TrackQueue::<Test>::get(0).iter().any(|(poll, _)| *poll == ghost));
		assert_noop!(Polls::nudge(signed(BEN), ghost), Error::NothingToNudge);
		assert_eq!(outcome(blocker), "open");
	});
}

#[test]
fn upkeep_closes_void_polls_by_itself() {
	build_and_execute(|| {
		run_to(SEASON - 1);
		let blocker = propose(BEN);
		let poll = propose(ADA);
		run(PREPARE);
		occupy_until(END);
		assert_eq!((outcome(blocker), deposited(ADA)), ("rejected", 11));
		run_to(END + 1);
		(0..3).for_each(|_| {
			idle();
		});
		assert_eq!((outcome(poll), deposited(ADA)), ("cancelled", 0));
	});
}

#[test]
fn judges_stop_a_poll_and_nobody_else_does() {
	build_and_execute(|| {
		let poll = propose(ADA);
		assert_noop!(Polls::cancel(signed(ADA), poll), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Polls::cancel(signed(JUDGE), poll + 1), Error::NotOngoing);
		assert_noop!(Polls::cancel(signed(CLERK), poll), Error::TrackAsksForMore);
		assert_ok!(Polls::cancel(signed(JUDGE), poll));
		System::assert_last_event(Event::Stopped { poll }.into());
		assert_eq!((outcome(poll), deposited(ADA)), ("cancelled", 0));
		assert_noop!(Polls::cancel(signed(JUDGE), poll), Error::NotOngoing);
		assert_eq!(Open::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_page_sees_what_becomes_of_a_poll() {
	build_and_execute(|| {
		let poll = propose(ADA);
		let open = |void| PollState::Open { season: 0, last_season: 1, void, text: true };
		assert_eq!(Polls::state_of(poll), Some(open(false)));
		assert_eq!(Polls::open_polls_of(1), [poll]);
		Current::put(civitas_primitives::Season { index: 2, start: 1 });
		assert_eq!(Polls::state_of(poll), Some(open(true)));
		assert_ok!(Polls::lapse(signed(BEN), poll));
		assert_eq!(Polls::state_of(poll), Some(PollState::Over));
		assert_eq!((Polls::state_of(poll + 1), Polls::open_polls_of(1)), (None, vec![]));
	});
}
