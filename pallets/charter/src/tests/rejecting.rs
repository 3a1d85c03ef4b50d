// SPDX-License-Identifier: Apache-2.0
//! What citizens have rejected does not come back at once, and a founder announces only so much.

use super::*;

fn open_doors() -> AmendmentOf<Test> {
	amendment(&[replace(1, "Anyone may join.")])
}

fn reject(amendment: &AmendmentOf<Test>) {
	assert_ok!(Charter::reject(signed(ORDINARY_TRACK), amendment.id()));
}

/// Before, the founder announced it again in the next block.
#[test]
fn a_rejected_text_comes_back_after_some_seasons_and_not_one_earlier() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		CurrentSeason::set(3);
		assert_ok!(announce(ADA, &open_doors()));
		reject(&open_doors());
		let until = 3 + REJECTION_SEASONS + 1;
		assert_eq!(Charter::founder_info().rejected, [(open_doors().text_hash(), until)]);
		for season in 3..until {
			CurrentSeason::set(season);
			assert_noop!(announce(ADA, &open_doors()), Error::RejectedText);
		}
		// What it would amend may have moved on: the text is the same.
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment(&[replace(1, "Some may join.")])));
		let passed = Pending::<Test>::iter_keys().next().expect("it waits for consent");
		assert_ok!(Charter::consent(signed(ADA), passed));
		assert_noop!(announce(ADA, &open_doors()), Error::RejectedText);
		CurrentSeason::set(until);
		assert_ok!(announce(ADA, &open_doors()));
		assert!(Charter::founder_info().rejected.is_empty());
		// Rejected a second time, it waits as long again.
		reject(&open_doors());
		assert_eq!(Rejections::<Test>::get().len(), 1, "what is past is forgotten");
		assert_noop!(announce(ADA, &open_doors()), Error::RejectedText);
	});
}

#[test]
fn a_founder_makes_no_law_at_once_of_what_citizens_have_rejected() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(announce(ADA, &open_doors()));
		reject(&open_doors());
		assert_noop!(amend(ADA, &open_doors()), Error::RejectedText);
		// Citizens may still want it.
		assert_ok!(amend(ORDINARY_TRACK, &open_doors()));
		assert_ok!(Charter::consent(signed(ADA), open_doors().id()));
	});
}

#[test]
fn a_founder_announces_only_so_much_in_a_season_whatever_becomes_of_it() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let numbered = |n: u32| amendment_with(&[], &[(10, n)]);
		for n in 1..=MAX_FOUNDER_AMENDMENTS {
			assert_eq!(Charter::founder_info().amendments_left, MAX_FOUNDER_AMENDMENTS + 1 - n);
			assert_ok!(announce(ADA, &numbered(n)));
			if n % 2 == 0 {
				reject(&numbered(n));
			} else {
				assert_ok!(Charter::withdraw(signed(ADA), numbered(n).id()));
			}
		}
		assert_noop!(announce(ADA, &numbered(99)), Error::TooManyFounderAmendments);
		CurrentSeason::set(1);
		assert_ok!(announce(ADA, &numbered(99)));
	});
}

#[test]
fn as_much_is_remembered_as_can_be_rejected() {
	// All of this season and of those remembered, and what waited before them.
	assert!(MAX_FOUNDER_AMENDMENTS * (MAX_REJECTION_SEASONS + 1) + MAX_ANNOUNCED <= MAX_REJECTIONS);
}

/// A founder who made a new version in each block kept every applicant from accepting the charter.
#[test]
fn a_founder_amends_only_so_often_in_a_season_so_that_applicants_can_accept_the_charter() {
	ExtBuilder::default().in_tier(Tier::Founding).build_and_execute(|| {
		let numbered = |n: u32| amendment_with(&[], &[(10, n)]);
		for n in 1..=MAX_FOUNDER_AMENDMENTS {
			assert_ok!(amend(ADA, &numbered(n)));
		}
		assert_noop!(amend(ADA, &numbered(99)), Error::TooManyFounderAmendments);
		assert_noop!(announce(ADA, &numbered(99)), Error::TooManyFounderAmendments);
		CurrentSeason::set(1);
		assert_ok!(amend(ADA, &numbered(99)));
	});
}
