// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices when its rule is broken, and says so.

use super::*;

fn complaint(breakage: impl FnOnce()) -> &'static str {
	build().execute_with(|| {
		enrol_many(2);
		assert_ok!(approve(ADA));
		assert_ok!(disapprove(BEN));
		assert_ok!(FloatingTax::do_try_state());
		breakage();
		FloatingTax::do_try_state().expect_err("the breakage is noticed").into()
	})
}

#[test]
fn i1_votes_are_counted() {
	let one_more = || Opinions::<Test>::mutate_extant(TAVERN, |tavern| tavern.approve += 1);
	assert_eq!(complaint(one_more), "I1: votes are miscounted");
	let nowhere = || Votes::<Test>::insert(3, (7, alias(ADA, 3)), Vote::Approve);
	assert_eq!(complaint(nowhere), "I1: a vote is on no parcel");
}

#[test]
fn i2_each_voters_votes_are_counted() {
	let one_more = || Voters::<Test>::mutate(3, alias(ADA, 3), |ada| ada.votes += 1);
	assert_eq!(complaint(one_more), "I2: a voter's votes are miscounted");
	let nobodys = || Voters::<Test>::remove(3, alias(ADA, 3));
	assert_eq!(complaint(nobodys), "I2: a vote is nobody's");
}

#[test]
fn i3_no_vote_is_from_another_time() {
	let late = || Votes::<Test>::insert(4, (TAVERN, alias(ADA, 4)), Vote::Approve);
	assert_eq!(complaint(late), "I3: a vote is kept that should not be there");
	let old = || Voters::<Test>::insert(2, alias(ADA, 2), Voter::default());
	assert_eq!(complaint(old), "I3: a vote is kept that should not be there");
}

#[test]
fn i4_no_rate_is_settled_for_time_to_come() {
	let early = || Opinions::<Test>::mutate_extant(TAVERN, |tavern| tavern.meter.since += 1);
	assert_eq!(complaint(early), "I4: a rate is settled for time to come");
}

#[test]
fn i5_no_season_opens_in_time_to_come() {
	let early = || Openings::<Test>::mutate_extant(TAVERN, |opening| opening.at += 1);
	assert_eq!(complaint(early), "I5: a season opens in time to come");
	let more = || Openings::<Test>::mutate_extant(TAVERN, |opening| opening.reading.0 += 1);
	assert_eq!(complaint(more), "I5: a parcel's season opens with more than it has come to");
}
