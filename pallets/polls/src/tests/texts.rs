// SPDX-License-Identifier: Apache-2.0
//! Texts must be on the chain while people vote.

use super::*;
use civitas_primitives::PollTexts;
use frame_support::traits::QueryPreimage;

fn noted(hash: &sp_runtime::testing::H256) -> bool {
	Preimage::len(hash).is_some()
}

/// Before, a poll on a text that nobody had seen passed, and then did nothing.
#[test]
fn nobody_votes_on_a_text_that_is_not_on_the_chain() {
	build_and_execute(|| {
		let (_, bytes, text) = long_text();
		assert_ok!(try_submit(ADA, text));
		assert_ok!(Referenda::place_decision_deposit(signed(ADA), 0));
		assert_noop!(vote(0, 10, 0), Error::TextMissing);
		assert_noop!(Polls::check(0), Error::TextMissing);
		let state = |text| Some(PollState::Open { season: 0, last_season: 1, void: false, text });
		assert_eq!(Polls::state_of(0), state(false));
		assert_ok!(Preimage::note_preimage(signed(BEN), bytes).map_err(|it| it.error));
		assert_eq!(Polls::state_of(0), state(true));
		assert_ok!(vote(0, 10, 0));
		run(PREPARE + CONFIRM + 1);
		assert_eq!(outcome(0), "approved");
	});
}

#[test]
fn a_text_of_another_length_than_the_poll_says_is_missing() {
	build_and_execute(|| {
		let (hash, bytes, _) = long_text();
		let len = u32::try_from(bytes.len()).expect("it is short") - 1;
		assert_ok!(try_submit(ADA, frame_support::traits::Bounded::Lookup { hash, len }));
		assert_ok!(Preimage::note_preimage(signed(BEN), bytes).map_err(|it| it.error));
		assert_noop!(vote(0, 10, 0), Error::TextMissing);
	});
}

#[test]
fn from_the_first_vote_on_nobody_takes_the_text_away_until_the_poll_is_over() {
	build_and_execute(|| {
		let (hash, bytes, text) = long_text();
		assert_ok!(Preimage::note_preimage(signed(BEN), bytes).map_err(|it| it.error));
		assert_ok!(try_submit(ADA, text));
		assert_ok!(vote(0, 1, 0));
		System::assert_has_event(Event::TextKept { poll: 0, text: hash }.into());
		assert_ok!(Preimage::unnote_preimage(signed(BEN), hash));
		assert!(noted(&hash));
		assert_ok!(vote(0, 2, 0));
		assert_eq!(emitted(|event| matches!(event, Event::TextKept { .. })), 1);
		assert_ok!(Referenda::kill(RuntimeOrigin::root(), 0));
		idle();
		assert!(!noted(&hash), "the poll is over, and nobody else needs the text");
	});
}

#[test]
fn a_text_of_two_polls_stays_until_both_are_over() {
	build_and_execute(|| {
		let (hash, bytes, text) = long_text();
		assert_ok!(Preimage::note_preimage(signed(BEN), bytes).map_err(|it| it.error));
		for poll in [0, 1] {
			assert_ok!(try_submit(ADA, text.clone()));
			assert_ok!(vote(poll, 1, 0));
		}
		assert_ok!(Preimage::unnote_preimage(signed(BEN), hash));
		assert_ok!(Polls::cancel(signed(JUDGE), 0));
		assert!(noted(&hash));
		assert_ok!(Polls::cancel(signed(JUDGE), 1));
		assert!(!noted(&hash));
	});
}

#[test]
fn a_poll_from_before_polls_were_watched_keeps_its_text_all_the_same() {
	build_and_execute(|| {
		let (hash, bytes, text) = long_text();
		assert_ok!(Preimage::note_preimage(signed(BEN), bytes).map_err(|it| it.error));
		assert_ok!(try_submit(ADA, text));
		Open::<Test>::remove(1);
		Watched::<Test>::remove(0);
		assert_ok!(vote(0, 1, 0));
		assert_eq!(Watched::<Test>::get(0), Some(Watch { author: None, text: Some(hash) }));
		assert_ok!(Polls::cancel(signed(JUDGE), 0));
		assert_eq!(Watched::<Test>::iter().count(), 0);
	});
}
