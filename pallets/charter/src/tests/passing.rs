// SPDX-License-Identifier: Apache-2.0
//! What citizens pass, and what a founder can do about it in each tier.

use super::*;

/// The founder consents.
fn consent(amendment: &AmendmentOf<Test>) -> DispatchResult {
	Charter::consent(signed(ADA), amendment.id())
}

/// The founder vetoes.
fn veto(amendment: &AmendmentOf<Test>) -> DispatchResult {
	Charter::veto(signed(ADA), amendment.id())
}

/// Somebody enacts.
fn enact(amendment: &AmendmentOf<Test>) -> DispatchResult {
	Charter::enact(signed(GUS), amendment.id())
}

/// Somebody discards.
fn discard(amendment: &AmendmentOf<Test>) -> DispatchResult {
	Charter::discard(signed(GUS), amendment.id())
}

fn open_doors() -> AmendmentOf<Test> {
	amendment(&[replace(1, "Anyone may join.")])
}

/// The same text for the charter in force.
fn again(amendment: &AmendmentOf<Test>) -> AmendmentOf<Test> {
	based(amendment.clone())
}

#[test]
fn before_the_shared_tier_a_vote_is_advice_until_the_founder_consents() {
	for tier in [Tier::Founding, Tier::Consultative] {
		for (who, track) in [(ORDINARY_TRACK, Ordinary), (ENTRENCHED_TRACK, Entrenched)] {
			ExtBuilder::default().in_tier(tier).build_and_execute(|| {
				let (old, amendment) = (charter(), open_doors());
				let (id, name) = (amendment.id(), amendment.text_hash());
				assert_ok!(amend(who, &amendment));
				assert_eq!(
					events(),
					[Event::Passed { amendment: id, text: name, track, brake: Brake::Consent }]
				);
				assert_eq!(charter(), old);
				pass_time(VETO_PERIOD);
				assert_noop!(enact(&amendment), Error::AwaitsConsent);
				assert_noop!(Charter::consent(signed(BEN), id), Error::NotFounder);

				assert_ok!(consent(&amendment));
				assert_eq!(reads(1), "Anyone may join.");
				assert!(!waits(&amendment));
				let author = Author::Citizens { track };
				assert_eq!(
					events(),
					[
						Event::Amended { old, new: charter(), author, articles: vec![(1, 2)] },
						Event::Consented { amendment: id },
					]
				);
				assert_noop!(consent(&amendment), Error::UnknownAmendment);
			});
		}
	}
}

#[test]
fn consent_makes_no_law_that_the_track_could_not() {
	ExtBuilder::default().build_and_execute(|| {
		let exit = amendment(&[replace(2, "Nobody may leave.")]);
		assert_noop!(amend(ORDINARY_TRACK, &exit), Error::TooEntrenched);
		assert!(!waits(&exit));
	});
}

#[test]
fn before_the_shared_tier_the_founder_vetoes_as_often_as_they_like() {
	for tier in [Tier::Founding, Tier::Consultative] {
		ExtBuilder::default().in_tier(tier).build_and_execute(|| {
			for _ in 0..2 {
				let amendment = open_doors();
				assert_ok!(amend(ORDINARY_TRACK, &amendment));
				events();
				pass_time(VETO_PERIOD);
				assert_ok!(veto(&amendment));
				let (id, text) = (amendment.id(), amendment.text_hash());
				assert_eq!(events(), [Event::Vetoed { amendment: id, text }]);
				assert!(!waits(&amendment));
			}
			assert_eq!(charter().version, 1);
		});
	}
}

#[test]
fn advice_that_the_founder_does_not_answer_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		pass_time(CONSENT_PERIOD - 1);
		assert_noop!(discard(&amendment), Error::TooEarlyToDiscard);
		pass_time(1);
		events();
		assert_ok!(discard(&amendment));
		let discarded = Event::Discarded { amendment: amendment.id(), futility: Futility::Unanswered };
		assert_eq!(events(), [discarded]);
		assert_noop!(consent(&amendment), Error::UnknownAmendment);
	});
}

#[test]
fn in_the_shared_tier_law_waits_for_the_end_of_the_veto_period() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		assert_noop!(consent(&amendment), Error::PowerLost);
		pass_time(VETO_PERIOD - 1);
		assert_noop!(enact(&amendment), Error::TooEarlyToEnact);
		assert_noop!(discard(&amendment), Error::TooEarlyToDiscard);
		pass_time(1);
		assert_noop!(veto(&amendment), Error::TooLateToVeto);
		assert_ok!(enact(&amendment));
		assert_eq!(reads(1), "Anyone may join.");
		assert_noop!(enact(&amendment), Error::UnknownAmendment);
	});
}

#[test]
fn in_the_shared_tier_two_thirds_override_a_veto_and_half_do_not() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		pass_time(VETO_PERIOD - 1);
		assert_ok!(veto(&amendment));
		assert_noop!(enact(&amendment), Error::UnknownAmendment);
		assert_noop!(amend(ORDINARY_TRACK, &amendment), Error::Vetoed);
		events();

		let old = charter();
		assert_ok!(amend(ENTRENCHED_TRACK, &amendment));
		let author = Author::Citizens { track: Entrenched };
		assert_eq!(
			events(),
			[
				Event::Amended { old, new: charter(), author, articles: vec![(1, 2)] },
				Event::VetoOverridden { text: amendment.text_hash() },
			]
		);
		assert_eq!(reads(1), "Anyone may join.");
	});
}

#[test]
fn two_thirds_can_be_vetoed_once_too() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let exit = amendment(&[replace(2, "Everyone may leave at once.")]);
		assert_ok!(amend(ENTRENCHED_TRACK, &exit));
		assert!(waits(&exit));
		assert_ok!(veto(&exit));
		assert_ok!(amend(ENTRENCHED_TRACK, &exit));
		assert_eq!(reads(2), "Everyone may leave at once.");
	});
}

#[test]
fn a_veto_is_not_replayed_on_a_new_version() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		assert_ok!(veto(&amendment));
		// The charter moves on by something else, which does not touch what the veto was for.
		let other = amendment_with(&[], &[(10, 1)]);
		assert_ok!(amend(ORDINARY_TRACK, &other));
		pass_time(VETO_PERIOD);
		assert_ok!(enact(&other));
		assert_noop!(amend(ORDINARY_TRACK, &again(&amendment)), Error::Vetoed);
		let same = amendment_with(&[replace(1, "Whoever knows the word may join.")], &[]);
		assert_ok!(amend(ORDINARY_TRACK, &same));
		pass_time(VETO_PERIOD);
		assert_ok!(enact(&same));

		// The old veto binds the old version alone, and the founder has no second one for this text.
		let anew = again(&amendment);
		assert_ne!(anew.id(), amendment.id());
		assert_eq!(anew.text_hash(), amendment.text_hash());
		assert_ok!(amend(ORDINARY_TRACK, &anew));
		assert!(!waits(&anew));
		assert_eq!(reads(1), "Anyone may join.");
	});
}

#[test]
fn what_waits_cannot_be_vetoed_twice_by_a_change_of_base() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		// Vetoed while the founder could do so freely, and passed again before the tier was reached.
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		assert_ok!(veto(&amendment));
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		CurrentTier::set(Tier::Shared);
		assert_noop!(veto(&amendment), Error::AlreadyVetoed);
		assert_ok!(enact(&amendment));
	});
}

#[test]
fn another_text_is_another_veto() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let amendments = [open_doors(), amendment(&[replace(1, "Anyone at all may join.")])];
		for amendment in &amendments {
			assert_ok!(amend(ORDINARY_TRACK, amendment));
			assert_ok!(veto(amendment));
		}
		assert_eq!(Vetoes::<Test>::iter().count(), 2);
	});
}

#[test]
fn in_the_community_tier_law_is_made_at_once() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		assert_eq!(reads(1), "Anyone may join.");
		assert_noop!(veto(&amendment), Error::PowerLost);
	});
}

#[test]
fn no_founder_no_brake() {
	for tier in TIERS {
		ExtBuilder::default().without_founder().in_tier(tier).build_and_execute(|| {
			assert_ok!(amend(ORDINARY_TRACK, &open_doors()));
			assert_eq!(reads(1), "Anyone may join.");
			assert_noop!(amend(ADA, &amendment(&[replace(1, "Only Ada may join.")])), Error::NotFounder);
		});
	}
}

#[test]
fn what_waits_follows_the_tier() {
	// Passed in one tier, enacted in another: the later tier's rule holds.
	ExtBuilder::default().in_tier(Tier::Founding).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		CurrentTier::set(Tier::Shared);
		assert_noop!(consent(&amendment), Error::PowerLost);
		assert_noop!(enact(&amendment), Error::TooEarlyToEnact);
		CurrentTier::set(Tier::Community);
		assert_ok!(enact(&amendment));
	});
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let amendment = open_doors();
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		assert_noop!(enact(&amendment), Error::AwaitsConsent);
		assert_ok!(Charter::step_down(signed(ADA)));
		assert_ok!(enact(&amendment));
	});
}

#[test]
fn of_two_that_wait_for_the_same_article_one_becomes_law() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let (first, second) = (open_doors(), amendment(&[replace(1, "Nobody may join.")]));
		let other = amendment(&[replace(3, "What comes in is secret.")]);
		for one in [&first, &second, &other] {
			assert_ok!(amend(ORDINARY_TRACK, one));
		}
		assert_noop!(amend(ORDINARY_TRACK, &second), Error::AlreadyPending);
		pass_time(VETO_PERIOD);
		assert_ok!(enact(&first));
		assert_ok!(enact(&other));
		assert_noop!(enact(&second), Error::StaleArticle);
		events();
		assert_ok!(discard(&second));
		let discarded = Event::Discarded { amendment: second.id(), futility: Futility::Stale };
		assert_eq!(events(), [discarded]);
		assert_eq!((reads(1).as_str(), reads(3).as_str()), ("Anyone may join.", "What comes in is secret."));
	});
}

#[test]
fn a_stale_base_is_refused_when_passed_and_when_consented() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (open_doors(), amendment(&[replace(1, "Nobody may join.")]));
		assert_ok!(amend(ORDINARY_TRACK, &first));
		assert_ok!(amend(ORDINARY_TRACK, &second));
		assert_ok!(consent(&first));
		assert_noop!(consent(&second), Error::StaleArticle);
		assert_noop!(amend(ORDINARY_TRACK, &first), Error::StaleArticle);
		assert_ok!(discard(&second));
	});
}

#[test]
fn only_so_many_amendments_wait() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let numbered = |n: u32| amendment_with(&[], &[(10, n)]);
		for n in 1..=MAX_PASSED {
			assert_ok!(amend(ORDINARY_TRACK, &numbered(n)));
		}
		assert_noop!(amend(ORDINARY_TRACK, &numbered(99)), Error::TooManyPending);
		assert_ok!(veto(&numbered(1)));
		assert_ok!(amend(ORDINARY_TRACK, &numbered(99)));
		// What the founder announces has its own room, so neither crowds the other out.
		CurrentTier::set(Tier::Consultative);
		assert_ok!(announce(ADA, &numbered(777)));
	});
}

#[test]
fn a_suspended_founder_is_asked_and_cannot_answer() {
	ExtBuilder::default().in_tier(Tier::Consultative).build_and_execute(|| {
		let amendment = open_doors();
		AdaSuspended::set(true);
		assert_ok!(amend(ORDINARY_TRACK, &amendment));
		assert_noop!(consent(&amendment), Error::NotActive);
		assert_noop!(veto(&amendment), Error::NotActive);
		assert_noop!(enact(&amendment), Error::AwaitsConsent);
		AdaSuspended::set(false);
		assert_ok!(consent(&amendment));
	});
}

/// Before, it could neither be enacted nor discarded, and filled its place for ever.
#[test]
fn what_has_become_too_entrenched_is_cleared_away() {
	ExtBuilder::default().in_tier(Tier::Shared).build_and_execute(|| {
		let dial = amendment_with(&[], &[(10, 1)]);
		let raise = amendment(&[Change::Entrench { number: 1, entrenchment: Entrenched }]);
		assert_ok!(amend(ORDINARY_TRACK, &dial));
		assert_ok!(amend(ENTRENCHED_TRACK, &raise));
		pass_time(VETO_PERIOD);
		assert_noop!(discard(&dial), Error::TooEarlyToDiscard);
		assert_ok!(enact(&raise));
		assert_noop!(enact(&dial), Error::TooEntrenched);
		events();
		assert_ok!(discard(&dial));
		let discarded = Event::Discarded { amendment: dial.id(), futility: Futility::Impossible };
		assert_eq!(events(), [discarded]);
	});
}
