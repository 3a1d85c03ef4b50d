// SPDX-License-Identifier: Apache-2.0
//! Secret polls: ballot accounts, aliases, seasons, and what attackers try with them.

use super::*;
use civitas_primitives::{Context, PanelTally, Side};
use sp_runtime::Perbill;
use Vote::{Aye, Nay};

#[test]
fn who_enrols_again_goes_on_with_the_same_vote_and_the_same_purse() {
	build_and_execute(|| {
		let (poll, other) = (submit(LAW), submit(LAW));
		assert_ok!(vote(ADA, poll, Aye(10)));
		enrol(ADA, 55);
		assert_noop!(vote(ADA, poll, Nay(1)), Error::NotEnrolled);
		assert_noop!(remove(ADA, poll), Error::NotEnrolled);
		// A second vote by the new account changes the first one: it does not add to it.
		assert_noop!(QuadraticVoting::vote(signed(55), poll, Aye(10)), Error::AlreadyVotedSo);
		assert_ok!(QuadraticVoting::vote(signed(55), poll, Aye(9)));
		assert_eq!(counted(poll), [9, 1, 0, 0]);
		assert_noop!(QuadraticVoting::vote(signed(55), other, Aye(5)), Error::TooFewCredits);
		assert_eq!(QuadraticVoting::purse_info(&55, 0).map(|it| it.left), Some(19));
	});
}

#[test]
fn a_residents_ballot_is_none_for_the_nation() {
	build_and_execute(|| {
		let poll = submit(LAW);
		enrol_for(ADA, Context::Residence, 55);
		assert_noop!(QuadraticVoting::vote(signed(55), poll, Aye(1)), Error::WrongContext);
		assert_eq!(QuadraticVoting::purse_info(&55, 0), None);
		assert_ok!(vote(ADA, poll, Aye(1)));
	});
}

#[test]
fn nobody_votes_by_name_in_a_secret_poll() {
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_noop!(QuadraticVoting::vote(signed(ADA), poll, Aye(1)), Error::NotEnrolled);
		assert_noop!(QuadraticVoting::vote(signed(PROPOSER), poll, Aye(1)), Error::NotEnrolled);
	});
}

#[test]
fn a_ballot_serves_for_the_polls_of_its_own_season_alone() {
	build_and_execute(|| {
		let first = submit(LAW);
		let old = ballot(ADA);
		next_season();
		let second = submit(LAW);
		assert_noop!(vote(ADA, first, Aye(1)), Error::WrongSeason);
		assert_noop!(QuadraticVoting::vote(signed(old), second, Aye(1)), Error::WrongSeason);
		assert_ok!(QuadraticVoting::vote(signed(old), first, Aye(1)));
		assert_ok!(vote(ADA, second, Aye(1)));
	});
}

/// A proposal is held back until those who are against it can no longer enrol for it.
#[test]
fn a_poll_of_a_seasons_last_block_still_needs_a_share_of_the_whole_roll() {
	build_and_execute(|| {
		let (ada, ben) = (ballot(ADA), ballot(BEN));
		// Nobody has enrolled but these two.
		(CLEO..=PEOPLE).for_each(|person| Enrolments::remove(ballot(person)));
		Rolls::insert(0, 21);
		let few = propose(LAW);
		Rolls::insert(0, 20);
		let enough = propose(LAW);
		next_season();
		for poll in [few, enough] {
			assert_noop!(vote(CLEO, poll, Nay(1)), Error::WrongSeason);
			assert_ok!(QuadraticVoting::vote(signed(ada), poll, Aye(5)));
			assert_ok!(QuadraticVoting::vote(signed(ben), poll, Aye(5)));
		}
		run(PREPARE + DECIDE + CONFIRM);
		assert_eq!(outcome(few), "rejected", "two of twenty-one are less than a tenth");
		assert_eq!(outcome(enough), "approved");
	});
}

/// What becomes of the poll then is told in `pallet-polls`.
#[test]
fn nobody_votes_after_the_season_that_follows_the_polls_own() {
	build_and_execute(|| {
		let poll = submit(LAW);
		let ballots = [ADA, BEN, CLEO].map(ballot);
		assert_ok!(vote(ADA, poll, Aye(3)));
		next_season();
		assert_ok!(QuadraticVoting::vote(signed(ballots[1]), poll, Nay(2)));
		assert_ok!(QuadraticVoting::takes_votes(poll));
		next_season();
		for account in ballots {
			assert_noop!(QuadraticVoting::vote(signed(account), poll, Aye(1)), Error::TooLateToVote);
			assert_noop!(QuadraticVoting::remove_vote(signed(account), poll), Error::TooLateToVote);
		}
		assert_noop!(vote(ADA, poll, Aye(1)), Error::TooLateToVote);
		// Nor do those from outside.
		assert_noop!(QuadraticVoting::takes_votes(poll), Error::TooLateToVote);
		assert_noop!(QuadraticVoting::count(poll, None, Some(Side::Aye), 1), Error::TooLateToVote);
		idle(Weight::MAX);
		assert_eq!(Votes::<Test>::iter().count(), 0, "who voted how is forgotten");
		assert_eq!(counted(poll), [3, 1, 2, 1], "what the votes added up to is not");
	});
}

#[test]
fn the_electorate_is_the_roll_of_the_season_of_the_poll() {
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_ok!(vote(ADA, poll, Aye(2)));
		assert_eq!(tally(poll).support_share(), Perbill::from_percent(10));
		turn();
		Rolls::insert(1, 2);
		assert_eq!(tally(poll).support_share(), Perbill::from_percent(10));
		let next = submit(LAW);
		assert_eq!(tally(next).electorate, Electorate::Secret { members: Some(2) });
	});
}

#[test]
fn a_poll_older_than_its_roll_learns_its_electorate_with_the_first_vote() {
	build_and_execute(|| {
		turn();
		let poll = submit(LAW);
		assert_eq!(tally(poll).electorate, Electorate::Secret { members: None });
		assert_eq!(tally(poll).support_share(), Perbill::zero());
		seal();
		assert_ok!(vote(ADA, poll, Aye(1)));
		assert_eq!(tally(poll).electorate, Electorate::Secret { members: Some(10) });
		assert_eq!(tally(poll).support_share(), Perbill::from_percent(10));
		assert_ok!(remove(ADA, poll));
		assert_eq!(tally(poll).electorate, Electorate::Secret { members: Some(10) });
	});
}
