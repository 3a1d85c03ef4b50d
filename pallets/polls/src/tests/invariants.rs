// SPDX-License-Identifier: Apache-2.0
//! Each invariant is noticed when it is broken.

use super::*;

fn breaks(message: &'static str, tamper: impl FnOnce()) {
	build().execute_with(|| {
		submit(ADA);
		Polls::do_try_state().expect("nothing is wrong yet");
		tamper();
		assert_eq!(Polls::do_try_state(), Err(message.into()));
	});
}

#[test]
fn i1_lists_and_watches_belong_together() {
	breaks("I1: a citizen's list is empty", || Open::<Test>::insert(2, BoundedVec::default()));
	breaks("I1: a poll is listed twice", || {
		Open::<Test>::insert(1, BoundedVec::truncate_from(vec![0, 0]));
	});
	breaks("I1: a watched poll is not in its author's list", || Open::<Test>::remove(1));
	breaks("I1: a listed poll is not watched for its author", || Watched::<Test>::remove(0));
}

#[test]
fn i2_kept_texts_are_requested() {
	breaks("I2: a text that is kept is not requested", || {
		Watched::<Test>::insert(0, Watch { author: Some(1), text: Some(Default::default()) });
	});
}

#[test]
fn i3_watched_polls_were_submitted() {
	breaks("I3: a watched poll was never submitted", || Watched::<Test>::insert(1, Watch::default()));
}

#[test]
fn i4_a_law_that_waits_has_no_place() {
	breaks("I4: a law that waits has a place in the agenda", || {
		let poll = propose(ADA);
		assert_ok!(vote(poll, 10, 0));
		run(PREPARE + CONFIRM);
		let (_, _, call) = long_text();
		let root = OriginCaller::system(frame_system::RawOrigin::Root);
		Waiting::<Test>::insert(Polls::task_of(poll), (root, call));
	});
}
