// SPDX-License-Identifier: Apache-2.0
//! Open polls: citizens vote by name.

use super::*;
use civitas_primitives::{CitizenId, Standing};
use sp_runtime::Perbill;
use Vote::{Aye, Nay};

/// Votes with a person's own account.
fn vote(person: u64, poll: PollIndex, vote: Vote) -> DispatchResult {
	QuadraticVoting::vote(signed(person), poll, vote)
}

fn number(person: u64) -> CitizenId {
	Numbers::get(person).expect("is a citizen")
}

#[test]
fn citizens_vote_by_name_and_from_their_own_accounts_alone() {
	build_and_execute(|| {
		let poll = submit(JUSTICE);
		assert_ok!(vote(ADA, poll, Aye(4)));
		let voter = Voter::Citizen(number(ADA));
		System::assert_last_event(Event::Voted { poll, season: 0, voter, old: None, new: Aye(4) }.into());
		assert_noop!(vote(ballot(ADA), poll, Aye(1)), Error::NotCitizen);
		assert_noop!(vote(PROPOSER, poll, Aye(1)), Error::NotCitizen);
		assert_eq!(counted(poll), [4, 1, 0, 0]);
	});
}

#[test]
fn nobody_has_two_purses_for_one_poll() {
	build_and_execute(|| {
		let (secret, open) = (submit(LAW), submit(JUSTICE));
		// Ada spends all of her secret voice and all of her open one, each where it belongs.
		assert_ok!(super::vote(ADA, secret, Aye(10)));
		assert_ok!(vote(ADA, open, Aye(10)));
		// Neither helps her in the other poll.
		assert_noop!(vote(ADA, secret, Aye(1)), Error::NotEnrolled);
		assert_noop!(super::vote(ADA, open, Aye(1)), Error::NotCitizen);
		let (next_secret, next_open) = (submit(LAW), submit(JUSTICE));
		assert_noop!(vote(ADA, next_open, Aye(1)), Error::TooFewCredits);
		assert_noop!(super::vote(ADA, next_secret, Aye(1)), Error::TooFewCredits);
	});
}

#[test]
fn who_rotates_to_another_account_goes_on_with_the_same_vote_and_purse() {
	build_and_execute(|| {
		let (poll, other) = (submit(JUSTICE), submit(JUSTICE));
		assert_ok!(vote(ADA, poll, Aye(10)));
		rotate(ADA, 55);
		assert_noop!(vote(ADA, poll, Aye(1)), Error::NotCitizen);
		assert_noop!(vote(55, other, Aye(1)), Error::TooFewCredits);
		assert_ok!(vote(55, poll, Nay(3)));
		assert_eq!(counted(poll), [0, 0, 3, 1]);
	});
}

#[test]
fn suspended_and_dormant_citizens_have_no_voice() {
	build_and_execute(|| {
		let poll = submit(JUSTICE);
		Standings::insert(number(ADA), Standing::Suspended);
		assert_noop!(vote(ADA, poll, Aye(1)), Error::NotActive);
		Standings::insert(number(ADA), Standing::Active);
		assert_ok!(vote(ADA, poll, Aye(1)));
		Dormant::insert(number(ADA), ());
		assert_noop!(vote(ADA, poll, Aye(2)), Error::NotActive);
		assert_noop!(QuadraticVoting::remove_vote(signed(ADA), poll), Error::NotActive);
		Dormant::remove(number(ADA));
		assert_ok!(vote(ADA, poll, Aye(2)));
	});
}

#[test]
fn nobody_joins_the_electorate_of_a_poll_that_has_begun() {
	build_and_execute(|| {
		admit(55);
		let poll = submit(JUSTICE);
		admit(56);
		assert_ok!(vote(55, poll, Aye(1)));
		assert_noop!(vote(56, poll, Aye(1)), Error::AdmittedTooLate);
		assert_ok!(vote(56, submit(JUSTICE), Aye(1)));
	});
}

#[test]
fn the_electorate_is_fixed_when_the_poll_is_submitted() {
	build_and_execute(|| {
		Dormant::insert(number(EVE), ());
		Standings::insert(number(DORA), Standing::Suspended);
		let poll = submit(JUSTICE);
		assert_eq!(tally(poll).electorate, Electorate::Open { citizens: 8, newcomers: 11 });
		assert_ok!(vote(ADA, poll, Aye(1)));
		leave(BEN);
		admit(55);
		admit(56);
		assert_eq!(tally(poll).support_share(), Perbill::from_rational(1u32, 8));
	});
}

#[test]
fn a_vote_stands_when_its_voter_has_left() {
	build_and_execute(|| {
		let poll = submit(JUSTICE);
		assert_ok!(vote(ADA, poll, Aye(5)));
		leave(ADA);
		assert_eq!(counted(poll), [5, 1, 0, 0]);
		assert_noop!(QuadraticVoting::remove_vote(signed(ADA), poll), Error::NotCitizen);
	});
}

#[test]
fn open_polls_too_are_closed_to_votes_after_the_season_that_follows_theirs() {
	build_and_execute(|| {
		let poll = submit(JUSTICE);
		next_season();
		assert_ok!(vote(ADA, poll, Aye(10)));
		assert_ok!(vote(ADA, submit(JUSTICE), Aye(10)));
		assert_eq!(QuadraticVoting::purse_info(&ADA, 0).map(|it| it.left), Some(0));
		next_season();
		assert_noop!(vote(ADA, poll, Aye(9)), Error::TooLateToVote);
		assert_eq!(QuadraticVoting::purse_info(&ADA, 0), None);
	});
}

#[test]
fn more_voters_than_the_electorate_had_are_no_more_than_all() {
	build_and_execute(|| {
		(DORA..=PEOPLE).for_each(|person| Dormant::insert(number(person), ()));
		let poll = submit(JUSTICE);
		Dormant::remove(number(DORA));
		for person in ADA..=DORA {
			assert_ok!(vote(person, poll, Aye(1)));
		}
		assert_eq!(tally(poll).support, 4);
		assert_eq!(tally(poll).electorate.size(), 3);
		assert_eq!(tally(poll).support_share(), Perbill::one());
	});
}
