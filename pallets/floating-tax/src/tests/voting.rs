// SPDX-License-Identifier: Apache-2.0
//! Who may vote on what, and how often.

use super::*;

#[test]
fn a_neighbours_vote_is_cast_changed_and_withdrawn() {
	build_and_execute(|| {
		enrol(ADA, 49);
		assert_ok!(disapprove(ADA));
		let (season, parcel, alias) = (3, TAVERN, alias(ADA, 3));
		System::assert_has_event(
			Event::Voted { season, parcel, alias, old: None, new: Some(Vote::Disapprove) }.into(),
		);
		assert_eq!((info().approve, info().disapprove), (0, 1));
		assert_ok!(approve(ADA));
		let (old, new) = (Some(Vote::Disapprove), Some(Vote::Approve));
		System::assert_has_event(Event::Voted { season, parcel, alias, old, new }.into());
		assert_eq!((info().approve, info().disapprove), (1, 0));
		assert_ok!(FloatingTax::withdraw(signed(ADA), TAVERN));
		assert_eq!((info().approve, info().disapprove), (0, 0));
		assert_eq!(rate(), permille(25), "as if nothing had happened");
		assert_eq!(FloatingTax::voter(alias), Voter { votes: 0, acts: 3 });
	});
}

#[test]
fn the_cells_around_are_near_and_the_next_ones_are_not() {
	build_and_execute(|| {
		for (who, cell) in [(1, 49), (2, 50), (3, 51)] {
			enrol(who, cell);
			assert_ok!(approve(who));
		}
		for (who, cell) in [(4, 48), (5, 52)] {
			enrol(who, cell);
			assert_noop!(approve(who), Error::NotNear);
		}
	});
}

#[test]
fn who_is_no_resident_of_this_season_has_no_vote() {
	build_and_execute(|| {
		assert_noop!(approve(ADA), Error::NotEnrolled);
		enrol_as(ADA, 2, Context::Residence, RingId::Cell(50, 0));
		assert_noop!(approve(ADA), Error::NotEnrolled);
		enrol_as(ADA, 4, Context::Residence, RingId::Cell(50, 0));
		assert_noop!(approve(ADA), Error::NotEnrolled);
		enrol_as(ADA, 3, Context::Nation, RingId::Nation(0));
		assert_noop!(approve(ADA), Error::NotEnrolled);
		enrol_as(ADA, 3, Context::Residence, RingId::Nation(50));
		assert_noop!(approve(ADA), Error::NotEnrolled);
		enrol_as(ADA, 3, Context::Residence, RingId::Cell(50, 0));
		assert_ok!(approve(ADA));
	});
}

#[test]
fn nobody_votes_twice_or_takes_back_what_they_have_not_cast() {
	build_and_execute(|| {
		enrol_many(2);
		assert_ok!(approve(ADA));
		assert_noop!(approve(ADA), Error::AlreadyVoted);
		assert_noop!(FloatingTax::withdraw(signed(BEN), TAVERN), Error::NotVoted);
		assert_eq!(info().approve, 1);
	});
}

#[test]
fn unknown_parcels_are_refused() {
	build_and_execute(|| {
		enrol(ADA, 49);
		let vote = |parcel| FloatingTax::vote(signed(ADA), parcel, Vote::Approve);
		assert_noop!(vote(100), Error::UnknownParcel);
		assert_noop!(FloatingTax::refresh(signed(ADA), 49), Error::UnknownParcel);
	});
}

#[test]
fn an_alias_votes_on_as_many_parcels_as_the_charter_allows() {
	build_and_execute(|| {
		VotesPerSeason::set(2);
		enrol(ADA, 50);
		for parcel in [49, 51] {
			FloatingTax::begin(parcel);
		}
		let vote = |parcel, vote| FloatingTax::vote(signed(ADA), parcel, vote);
		assert_ok!(vote(49, Vote::Approve));
		assert_ok!(vote(50, Vote::Approve));
		assert_noop!(vote(51, Vote::Approve), Error::TooManyVotes);
		assert_ok!(vote(50, Vote::Disapprove));
		assert_ok!(FloatingTax::withdraw(signed(ADA), 49));
		assert_ok!(vote(51, Vote::Approve));
	});
}

#[test]
fn only_signed_accounts_act() {
	build_and_execute(|| {
		use sp_runtime::traits::BadOrigin;
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(FloatingTax::vote(origin.clone(), TAVERN, Vote::Approve), BadOrigin);
			assert_noop!(FloatingTax::withdraw(origin.clone(), TAVERN), BadOrigin);
			assert_noop!(FloatingTax::refresh(origin, TAVERN), BadOrigin);
		}
	});
}
