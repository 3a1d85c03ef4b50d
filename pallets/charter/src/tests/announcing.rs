// SPDX-License-Identifier: Apache-2.0
//! The founder's own amendments.

use super::*;

fn open_doors() -> AmendmentOf<Test> {
	amendment(&[replace(1, "Anyone may join.")])
}

fn enact(amendment: &AmendmentOf<Test>) -> DispatchResult {
	Charter::enact(signed(GUS), amendment.id())
}

#[test]
fn in_the_founding_tier_the_founder_amends_any_article_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let old = charter();
		let amendment =
			amendment_with(&[replace(1, "Anyone may join."), replace(2, "Everyone may go.")], &[(30, 4)]);
		assert_ok!(amend(ADA, &amendment));
		assert_eq!((reads(2).as_str(), Dials::get(30)), ("Everyone may go.", 4));
		assert_eq!(
			events(),
			[Event::Amended { old, new: charter(), author: Author::Founder, articles: vec![(1, 2), (2, 2)] }]
		);
	});
}

#[test]
fn a_founder_cannot_stop_the_growth_that_ends_their_powers() {
	ExtBuilder::default().build_and_execute(|| {
		// Dial 20 stands under an entrenched article, as the length of seasons does in a runtime.
		assert_noop!(amend(ADA, &amendment_with(&[], &[(20, u32::MAX - 1)])), Error::NotByFounder);
		assert_noop!(amend(ADA, &amendment_with(&[], &[(990, 1)])), Error::NotByFounder);
		// Nor by freeing the article first, or by repealing it.
		for entrenchment in [Ordinary, Entrenched] {
			let number = if entrenchment == Ordinary { 2 } else { 1 };
			let change = Change::Entrench { number, entrenchment };
			assert_noop!(amend(ADA, &amendment(std::slice::from_ref(&change))), Error::NotByFounder);
		}
		let announced = amendment(&[Change::Entrench { number: 1, entrenchment: Entrenched }]);
		assert_noop!(announce(ADA, &announced), Error::NotByFounder);
		assert_ok!(amend(ADA, &amendment(&[Change::Repeal { number: 2 }])));
		assert_noop!(amend(ADA, &amendment_with(&[], &[(20, 1)])), Error::NotByFounder);
		// With the citizens, it can be done.
		let together = amendment_with(&[], &[(20, 1)]);
		assert_ok!(amend(ENTRENCHED_TRACK, &together));
		assert_ok!(Charter::consent(signed(ADA), together.id()));
		assert_eq!(Dials::get(20), 1);
	});
}

#[test]
fn after_it_the_founder_amends_nothing_at_once() {
	for tier in [Tier::Consultative, Tier::Shared, Tier::Community] {
		ExtBuilder::default().in_tier(tier).build_and_execute(|| {
			assert_noop!(amend(ADA, &open_doors()), Error::PowerLost);
		});
	}
}

#[test]
fn an_announcement_is_law_after_a_season_and_not_a_block_before() {
	for tier in [Tier::Founding, Tier::Consultative] {
		ExtBuilder::default().in_tier(tier).build_and_execute(|| {
			let amendment = open_doors();
			assert_ok!(announce(ADA, &amendment));
			let (id, text) = (amendment.id(), amendment.text_hash());
			assert_eq!(events(), [Event::Announced { amendment: id, text }]);
			pass_time(SEASON_LENGTH - 1);
			assert_noop!(enact(&amendment), Error::TooEarlyToEnact);
			pass_time(1);
			assert_ok!(enact(&amendment));
			assert_eq!(reads(1), "Anyone may join.");
			assert_eq!(Versions::<Test>::get(2).expect("it is new").author, Author::Founder);
		});
	}
}

#[test]
fn what_is_entrenched_cannot_be_announced() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		for changes in [
			vec![replace(2, "Nobody may leave.")],
			vec![replace(1, "Anyone may join."), Change::Repeal { number: 4 }],
		] {
			assert_noop!(announce(ADA, &amendment(&changes)), Error::TooEntrenched);
		}
		assert_noop!(announce(ADA, &amendment_with(&[], &[(40, 1)])), Error::TooEntrenched);
	});
}

#[test]
fn citizens_reject_what_is_announced_until_it_is_law() {
	for track in [ORDINARY_TRACK, ENTRENCHED_TRACK] {
		ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
			let amendment = open_doors();
			let id = amendment.id();
			assert_ok!(announce(ADA, &amendment));
			pass_time(SEASON_LENGTH);
			for who in [ADA, BEN, GUS] {
				assert_noop!(Charter::reject(signed(who), id), BadOrigin);
			}
			events();
			assert_ok!(Charter::reject(signed(track), id));
			assert_eq!(events(), [Event::Rejected { amendment: id, text: amendment.text_hash() }]);
			assert_noop!(enact(&amendment), Error::UnknownAmendment);
			assert_noop!(Charter::reject(signed(track), id), Error::UnknownAmendment);
		});
	}
}

#[test]
fn what_is_announced_and_what_is_passed_are_different_things() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let announced = open_doors();
		let passed = amendment(&[replace(3, "What comes in is secret.")]);
		assert_ok!(announce(ADA, &announced));
		assert_ok!(amend(ORDINARY_TRACK, &passed));
		assert_noop!(Charter::reject(signed(ORDINARY_TRACK), passed.id()), Error::NotAnnounced);
		assert_noop!(Charter::withdraw(signed(ADA), passed.id()), Error::NotAnnounced);
		assert_noop!(Charter::consent(signed(ADA), announced.id()), Error::NotPassed);
		assert_noop!(Charter::veto(signed(ADA), announced.id()), Error::NotPassed);
	});
}

#[test]
fn an_announcement_dies_with_the_power_to_make_it() {
	for tier in [Tier::Shared, Tier::Community] {
		ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
			let amendment = open_doors();
			assert_ok!(announce(ADA, &amendment));
			pass_time(SEASON_LENGTH);
			assert_noop!(Charter::discard(signed(GUS), amendment.id()), Error::TooEarlyToDiscard);
			CurrentTier::set(tier);
			assert_noop!(enact(&amendment), Error::PowerLost);
			events();
			assert_ok!(Charter::discard(signed(GUS), amendment.id()));
			let futility = Futility::PowerLost;
			assert_eq!(events(), [Event::Discarded { amendment: amendment.id(), futility }]);
		});
	}
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(announce(ADA, &amendment));
		pass_time(SEASON_LENGTH);
		AdaSuspended::set(true);
		assert_noop!(enact(&amendment), Error::NotActive);
		assert_noop!(Charter::discard(signed(GUS), amendment.id()), Error::TooEarlyToDiscard);
		AdaSuspended::set(false);
		assert_ok!(Charter::step_down(signed(ADA)));
		assert_noop!(enact(&amendment), Error::PowerLost);
		assert_ok!(Charter::discard(signed(GUS), amendment.id()));
	});
}

#[test]
fn the_founder_takes_an_announcement_back() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(announce(ADA, &amendment));
		assert_noop!(announce(ADA, &amendment), Error::AlreadyPending);
		assert_noop!(Charter::withdraw(signed(BEN), amendment.id()), Error::NotFounder);
		events();
		assert_ok!(Charter::withdraw(signed(ADA), amendment.id()));
		assert_eq!(events(), [Event::Withdrawn { amendment: amendment.id() }]);
		assert!(!waits(&amendment));
	});
}

#[test]
fn a_founder_announces_only_so_much_at_once() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let numbered = |n: u32| amendment_with(&[], &[(10, n)]);
		for n in 1..=MAX_ANNOUNCED {
			assert_ok!(announce(ADA, &numbered(n)));
		}
		assert_noop!(announce(ADA, &numbered(99)), Error::TooManyPending);
		assert_ok!(Charter::withdraw(signed(ADA), numbered(1).id()));
		assert_ok!(announce(ADA, &numbered(99)));
	});
}

#[test]
fn announcements_of_different_things_become_law_one_after_the_other() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let (first, second) = (open_doors(), amendment_with(&[], &[(10, 1)]));
		let rival = amendment(&[replace(1, "Nobody may join.")]);
		for one in [&first, &second, &rival] {
			assert_ok!(announce(ADA, one));
		}
		pass_time(SEASON_LENGTH);
		assert_ok!(enact(&first));
		assert_ok!(enact(&second));
		assert_noop!(enact(&rival), Error::StaleArticle);
		assert_noop!(announce(ADA, &rival), Error::StaleArticle);
		assert_ok!(Charter::discard(signed(GUS), rival.id()));
	});
}
