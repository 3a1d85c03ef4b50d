// SPDX-License-Identifier: Apache-2.0
//! Credits, votes and tallies.

use super::*;
use civitas_primitives::PanelTally;
use frame_support::traits::Polling;
use sp_runtime::ArithmeticError;
use Vote::{Aye, Nay};

#[docify::export]
#[test]
fn a_changed_vote_is_refunded_first() {
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_ok!(vote(ADA, poll, Aye(9)));
		assert_eq!(left(ADA), 19);
		// Ten votes cost a hundred credits. Ada has nineteen, and gets eighty-one back.
		assert_ok!(vote(ADA, poll, Nay(10)));
		assert_eq!(left(ADA), 0);
		assert_eq!(counted(poll), [0, 0, 10, 1]);
		assert_ok!(remove(ADA, poll));
		assert_eq!(left(ADA), 100);
		assert_eq!(counted(poll), [0, 0, 0, 0]);
	});
}

#[test]
fn n_votes_cost_n_squared_and_nobody_spends_more_than_there_is() {
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_noop!(vote(ADA, poll, Aye(11)), Error::TooFewCredits);
		assert_ok!(vote(ADA, poll, Aye(10)));
		assert_noop!(vote(ADA, poll, Nay(11)), Error::TooFewCredits);
		assert_eq!(left(ADA), 0);
		let other = submit(LAW);
		assert_noop!(vote(ADA, other, Aye(1)), Error::TooFewCredits);
	});
}

#[test]
fn all_polls_of_a_season_share_its_credits() {
	build_and_execute(|| {
		let polls = [(); 5].map(|_| submit(LAW));
		assert_ok!(vote(ADA, polls[0], Aye(7)));
		assert_ok!(vote(ADA, polls[1], Nay(7)));
		assert_eq!(left(ADA), 2);
		assert_noop!(vote(ADA, polls[2], Aye(2)), Error::TooFewCredits);
		assert_ok!(vote(ADA, polls[2], Aye(1)));
		assert_ok!(vote(ADA, polls[3], Aye(1)));
		assert_noop!(vote(ADA, polls[4], Aye(1)), Error::TooFewCredits);
		assert_ok!(remove(ADA, polls[0]));
		assert_ok!(vote(ADA, polls[4], Aye(7)));
		assert_eq!(left(ADA), 0);
		assert_eq!(left(BEN), 100);
		let mut votes = QuadraticVoting::votes_info(&ballot(ADA));
		votes.sort_by_key(|(poll, _)| *poll);
		let expected = [Nay(7), Aye(1), Aye(1), Aye(7)];
		assert_eq!(votes, polls[1..].iter().copied().zip(expected).collect::<Vec<_>>());
	});
}

#[test]
fn voters_and_votes_are_counted_on_each_side() {
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_ok!(vote(ADA, poll, Aye(5)));
		assert_ok!(vote(BEN, poll, Aye(3)));
		assert_ok!(vote(CLEO, poll, Nay(9)));
		assert_eq!(counted(poll), [8, 2, 9, 1]);
		assert_ok!(vote(BEN, poll, Nay(2)));
		assert_eq!(counted(poll), [5, 1, 11, 2]);
		assert_ok!(vote(CLEO, poll, Nay(4)));
		assert_eq!(counted(poll), [5, 1, 6, 2]);
	});
}

#[test]
fn each_change_says_what_was_and_what_is() {
	build_and_execute(|| {
		let poll = submit(LAW);
		let voter = secret_name(ADA);
		assert_ok!(vote(ADA, poll, Aye(5)));
		System::assert_last_event(Event::Voted { poll, season: 0, voter, old: None, new: Aye(5) }.into());
		assert_ok!(vote(ADA, poll, Nay(6)));
		System::assert_last_event(
			Event::Voted { poll, season: 0, voter, old: Some(Aye(5)), new: Nay(6) }.into(),
		);
		assert_ok!(remove(ADA, poll));
		System::assert_last_event(Event::VoteRemoved { poll, season: 0, voter, old: Nay(6) }.into());
	});
}

#[test]
fn what_is_no_vote_is_refused() {
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_noop!(vote(ADA, poll, Aye(0)), Error::NoVotes);
		assert_noop!(vote(ADA, poll, Nay(0)), Error::NoVotes);
		assert_noop!(remove(ADA, poll), Error::NotVoted);
		assert_ok!(vote(ADA, poll, Aye(1)));
		assert_noop!(vote(ADA, poll, Aye(1)), Error::AlreadyVotedSo);
		assert_ok!(vote(ADA, poll, Nay(1)));
		assert_ok!(remove(ADA, poll));
		assert_noop!(remove(ADA, poll), Error::NotVoted);
		assert_noop!(vote(ADA, poll + 1, Aye(1)), Error::NotOngoing);
		assert_noop!(remove(ADA, poll + 1), Error::NotOngoing);
	});
}

#[test]
fn only_who_signs_votes() {
	build_and_execute(|| {
		let poll = submit(LAW);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let refused = sp_runtime::DispatchError::BadOrigin;
			assert_noop!(QuadraticVoting::vote(origin.clone(), poll, Aye(1)), refused);
			assert_noop!(QuadraticVoting::remove_vote(origin, poll), refused);
		}
	});
}

#[test]
fn credits_do_not_carry_over_and_begin_anew_each_season() {
	build_and_execute(|| {
		let first = submit(LAW);
		assert_ok!(vote(ADA, first, Aye(8)));
		next_season();
		assert_eq!(left(ADA), 100);
		assert_eq!(left(BEN), 100, "what Ben saved is gone");
		let second = submit(LAW);
		assert_noop!(vote(ADA, second, Aye(11)), Error::TooFewCredits);
		assert_ok!(vote(ADA, second, Aye(10)));
	});
}

#[test]
fn a_poll_is_charged_to_the_season_in_which_it_was_submitted() {
	build_and_execute(|| {
		let first = submit(LAW);
		let in_the_first = ballot(ADA);
		next_season();
		let second = submit(LAW);
		assert_ok!(QuadraticVoting::vote(signed(in_the_first), first, Aye(10)));
		assert_ok!(vote(ADA, second, Aye(10)));
		let purse = |account, season| QuadraticVoting::purse_info(&account, season).map(|it| it.left);
		assert_eq!(purse(in_the_first, 0), Some(0));
		assert_eq!(purse(in_the_first, 1), None, "that account has no voice in the second season");
		assert_eq!(purse(ballot(ADA), 1), Some(0));
	});
}

#[test]
fn credits_spent_on_a_poll_that_is_over_stay_spent() {
	build_and_execute(|| {
		let poll = propose(LAW);
		assert_ok!(vote(ADA, poll, Nay(9)));
		run(PREPARE + DECIDE);
		assert_eq!(outcome(poll), "rejected");
		assert_eq!(left(ADA), 19);
		assert_noop!(remove(ADA, poll), Error::NotOngoing);
		assert_noop!(vote(ADA, poll, Aye(1)), Error::NotOngoing);
		let next = submit(LAW);
		assert_noop!(vote(ADA, next, Aye(5)), Error::TooFewCredits);
		assert_eq!(QuadraticVoting::vote_info(&ballot(ADA), poll), Some(Nay(9)));
	});
}

#[test]
fn whoever_has_spent_more_than_a_cut_leaves_can_still_spend_less() {
	build_and_execute(|| {
		let (poll, other) = (submit(LAW), submit(LAW));
		assert_ok!(vote(ADA, poll, Aye(10)));
		Credits::set(50);
		assert_eq!(left(ADA), 0);
		assert_noop!(vote(ADA, other, Aye(1)), Error::TooFewCredits);
		assert_ok!(vote(ADA, poll, Nay(10)));
		assert_ok!(vote(ADA, poll, Nay(8)));
		assert_noop!(vote(ADA, poll, Nay(9)), Error::TooFewCredits);
		assert_ok!(remove(ADA, poll));
		assert_ok!(vote(ADA, poll, Nay(7)));
	});
}

#[test]
fn the_largest_numbers_overflow_nothing() {
	build_and_execute(|| {
		let poll = submit(LAW);
		for votes in [u32::MAX, u32::MAX - 1, 1 << 31, 65_536] {
			assert_noop!(vote(ADA, poll, Aye(votes)), Error::TooFewCredits);
		}
		Credits::set(u32::MAX);
		assert_noop!(vote(ADA, poll, Aye(u32::MAX)), Error::TooFewCredits);
		assert_noop!(vote(ADA, poll, Aye(65_536)), Error::TooFewCredits);
		assert_ok!(vote(ADA, poll, Aye(65_535)));
		assert_noop!(vote(ADA, poll, Aye(u32::MAX)), Error::TooFewCredits);
		assert_eq!(left(ADA), u64::from(u32::MAX) - 65_535 * 65_535);
	});
}

#[test]
fn a_tally_at_its_end_takes_no_more_and_stays_as_it_is() {
	build_and_execute(|| {
		let (poll, side) = (submit(LAW), civitas_primitives::Side::Aye);
		let set = |change: fn(&mut Tally<Test>)| {
			Referenda::access_poll(poll, |status| {
				change(status.ensure_ongoing().expect("the poll is open").0);
			});
		};
		set(|tally| tally.ayes = u64::MAX);
		assert_noop!(vote(ADA, poll, Aye(1)), ArithmeticError::Overflow);
		set(|tally| (tally.ayes, tally.support) = (0, u32::MAX));
		assert_noop!(vote(ADA, poll, Aye(1)), ArithmeticError::Overflow);
		set(|tally| tally.panel.ayes = u16::MAX);
		assert_noop!(QuadraticVoting::count(poll, None, Some(side), 9), ArithmeticError::Overflow);
		set(|tally| tally.panel.ayes = 0);
		assert_noop!(QuadraticVoting::count(poll, Some(side), None, 9), ArithmeticError::Underflow);
	});
}

#[test]
fn a_page_is_told_beforehand_what_a_vote_would_leave_or_why_it_fails() {
	build_and_execute(|| {
		let poll = submit(LAW);
		let check = |new| QuadraticVoting::check_vote(&ballot(ADA), poll, new);
		let after = check(Some(Aye(6))).expect("Ada may");
		let expected = PurseInfo {
			season: 0,
			voter: secret_name(ADA),
			credits: 100,
			spent: 36,
			left: 64,
			free_acts_left: 49,
		};
		assert_eq!(after, expected);
		assert_eq!(check(Some(Aye(11))), Err(Error::TooFewCredits.into()));
		assert_eq!(check(None), Err(Error::NotVoted.into()));
		assert_ok!(vote(ADA, poll, Aye(6)));
		assert_eq!(QuadraticVoting::purse_info(&ballot(ADA), 0), Some(expected));
		assert_err!(QuadraticVoting::check_vote(&ballot(ADA), poll + 1, None), Error::NotOngoing);
	});
}
