// SPDX-License-Identifier: Apache-2.0
//! What the justice track may do to a citizen, and what it may not.

use super::*;

fn sentence(origin: RuntimeOrigin, citizen: CitizenId) -> DispatchResult {
	Citizenship::revoke(origin, citizen, Grounds::Breach, hash("verdict"))
}

#[test]
fn a_sentence_takes_effect_after_the_appeal_period_and_not_a_block_sooner() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(sentence(justice(), BEN));
		let penalty = Penalty::Revocation(Grounds::Breach);
		assert_eq!(
			events(),
			[Event::Sentenced {
				citizen: BEN,
				penalty,
				reason_hash: hash("verdict"),
				effective_from: 1 + APPEAL_PERIOD
			}]
		);
		let info = Citizenship::citizen_info(BEN).expect("still a citizen");
		assert_eq!(info.sentence.map(|it| (it.penalty, it.effective_from)), Some((penalty, 16)));
		run_to(APPEAL_PERIOD);
		assert_noop!(Citizenship::execute_sentence(signed(gus()), BEN), Error::TooEarlyToExecute);
		assert_eq!(<Citizenship as Citizenry<Account>>::standing(BEN), Some(Standing::Active));
		run_to(1 + APPEAL_PERIOD);
		assert_ok!(Citizenship::execute_sentence(signed(gus()), BEN));
		assert_eq!(Citizens::<Test>::get(BEN), None);
		assert_noop!(Citizenship::execute_sentence(signed(gus()), BEN), Error::NotSentenced);
	});
}

#[test]
fn a_sentence_that_is_lifted_never_takes_effect() {
	for judge in [root(), justice()] {
		ExtBuilder::default().build_and_execute(|| {
			assert_noop!(Citizenship::lift_sentence(judge.clone(), BEN), Error::NotSentenced);
			assert_ok!(sentence(justice(), BEN));
			events();
			assert_ok!(Citizenship::lift_sentence(judge, BEN));
			assert_eq!(events(), [Event::SentenceLifted { citizen: BEN }]);
			run_to(100);
			assert_noop!(Citizenship::execute_sentence(signed(gus()), BEN), Error::NotSentenced);
			assert_eq!(citizen(BEN).standing, Standing::Active);
		});
	}
}

#[test]
fn nobody_is_sentenced_twice_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(sentence(root(), BEN));
		assert_noop!(sentence(root(), BEN), Error::AlreadySentenced);
		assert_noop!(Citizenship::suspend(root(), BEN, hash("too")), Error::AlreadySentenced);
	});
}

#[test]
fn the_justice_track_sentences_one_of_a_few_citizens_a_season() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(sentence(justice(), BEN));
		assert_noop!(sentence(justice(), CLEO), Error::TooManySentences);
		assert_noop!(Citizenship::suspend(justice(), CLEO, hash("why")), Error::TooManySentences);
		// Not even if the first is lifted.
		assert_ok!(Citizenship::lift_sentence(justice(), BEN));
		assert_noop!(sentence(justice(), CLEO), Error::TooManySentences);
		// The entrenched track is not held to the limit, and does not use it up.
		assert_ok!(sentence(root(), CLEO));
		turn_season();
		assert_ok!(sentence(root(), ADA));
		assert_ok!(sentence(justice(), BEN));
		assert_noop!(sentence(justice(), DORA), Error::TooManySentences);
	});
}

#[test]
fn the_justice_track_sentences_one_in_a_hundred_a_season() {
	ExtBuilder::default().build_and_execute(|| {
		crate::Citizenship::<Test>::put(Headcount { active: 250, suspended: 49 });
		assert_ok!(sentence(justice(), ADA));
		// The limit rests on the number before the first of them.
		crate::Citizenship::<Test>::put(Headcount { active: 4, suspended: 0 });
		assert_ok!(sentence(justice(), BEN));
		assert_noop!(sentence(justice(), CLEO), Error::TooManySentences);
		crate::Citizenship::<Test>::put(Headcount { active: 300, suspended: 0 });
		assert_noop!(sentence(justice(), CLEO), Error::TooManySentences);
		turn_season();
		SentencePercent::set(2);
		for citizen in [CLEO, DORA] {
			assert_ok!(sentence(justice(), citizen));
		}
		crate::Citizenship::<Test>::put(Headcount { active: 4, suspended: 0 });
	});
}

#[test]
fn a_suspended_citizen_is_counted_apart() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::suspend(root(), BEN, hash("cause")));
		run_to(1 + APPEAL_PERIOD);
		events();
		assert_ok!(Citizenship::execute_sentence(signed(gus()), BEN));
		assert_eq!(events(), [Event::Suspended { citizen: BEN, reason_hash: hash("cause") }]);
		assert_eq!(changes(), [(BEN, CitizenshipChange::Suspended)]);
		assert_eq!(<Citizenship as Citizenry<Account>>::standing(BEN), Some(Standing::Suspended));
		assert_eq!(headcount(), (3, 1));
		assert_eq!(Citizenship::citizen(&ben()), Some(BEN), "and is still a citizen");
		assert_eq!(references(ben()), (1, 1));
	});
}

#[test]
fn only_an_active_citizen_can_be_suspended() {
	ExtBuilder::default().build_and_execute(|| {
		suspend(BEN);
		assert_noop!(Citizenship::suspend(root(), BEN, hash("again")), Error::NotActive);
		assert_noop!(Citizenship::suspend(root(), 4, hash("whom?")), Error::UnknownCitizen);
	});
}

#[test]
fn a_suspension_ends_open_vouches_and_an_open_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		assert_ok!(Citizenship::vouch(signed(cleo()), eve()));
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
		challenge("Finn");
		assert_ok!(Citizenship::suspend(root(), CLEO, hash("suspended")));
		assert_eq!(vouchers("Eve"), [CLEO, DORA], "until the sentence takes effect");
		events();
		enforce(CLEO);
		assert_eq!(
			events(),
			[
				Event::VouchWithdrawn { applicant: eve(), voucher: CLEO },
				Event::ChallengeLapsed { applicant: finn(), challenger: CLEO },
				Event::Suspended { citizen: CLEO, reason_hash: hash("suspended") },
			]
		);
		assert_eq!(vouchers("Eve"), [DORA]);
		assert_eq!(application("Finn").challenge, None);
		assert_eq!((free(cleo()), bonds(cleo())), (1_000, 0));
		assert_eq!((citizen(CLEO).open_vouches.len(), citizen(CLEO).open_challenges.len()), (0, 0));
	});
}

#[test]
fn a_suspended_citizen_keeps_the_right_to_move_and_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		suspend(BEN);
		let fresh = key("Ben", 1);
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::NotActive);
		assert_noop!(Citizenship::challenge(signed(ben()), eve(), hash("why")), Error::NotActive);
		assert_noop!(
			Citizenship::replace_roll_key(signed(ben()), fresh, proof(&ben(), &fresh)),
			Error::NotActive
		);
		move_to(ben(), account("Ben's phone"));
		assert_eq!(citizen(BEN).standing, Standing::Suspended, "moving restores nothing");
	});
}

#[test]
fn a_reinstated_citizen_has_every_right_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		suspend(BEN);
		events();
		changes();
		assert_ok!(Citizenship::reinstate(root(), BEN));
		assert_eq!(events(), [Event::Reinstated { citizen: BEN }]);
		assert_eq!(changes(), [(BEN, CitizenshipChange::Reinstated)]);
		assert_eq!(headcount(), (4, 0));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
	});
}

#[test]
fn only_a_suspended_citizen_can_be_reinstated() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Citizenship::reinstate(root(), BEN), Error::NotSuspended);
		assert_noop!(Citizenship::reinstate(root(), 4), Error::UnknownCitizen);
	});
}

#[test]
fn a_revoked_citizen_is_a_citizen_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(sentence(root(), BEN));
		events();
		enforce(BEN);
		assert_eq!(
			events(),
			[Event::Revoked { citizen: BEN, grounds: Grounds::Breach, reason_hash: hash("verdict") }]
		);
		assert_eq!(changes(), [(BEN, CitizenshipChange::Left { standing: Standing::Active })]);
		assert_eq!(Citizenship::citizen(&ben()), None);
		assert_eq!(Issued::get(BEN), None);
		assert_eq!(headcount(), (3, 0));
		assert_eq!((free(ben()), references(ben())), (1_000, (1, 0)), "Ben's money is Ben's");
	});
}

#[test]
fn only_a_citizen_can_be_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		for grounds in [Grounds::Breach, Grounds::Fraud] {
			assert_noop!(Citizenship::revoke(root(), 4, grounds, hash("whom?")), Error::UnknownCitizen);
		}
	});
}

#[test]
fn a_suspended_citizen_can_be_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		suspend(BEN);
		changes();
		revoke(BEN, Grounds::Breach);
		assert_eq!(changes(), [(BEN, CitizenshipChange::Left { standing: Standing::Suspended })]);
		assert_eq!(headcount(), (3, 0));
	});
}

#[test]
fn a_revoked_challenger_gets_the_bond_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		challenge("Eve");
		revoke(CLEO, Grounds::Breach);
		assert_eq!((free(cleo()), bonds(cleo())), (1_000, 0));
		assert_eq!(application("Eve").challenge, None);
	});
}

#[test]
fn a_revoked_founder_is_a_founder_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(sentence(root(), ADA));
		events();
		enforce(ADA);
		assert_eq!(
			events(),
			[
				Event::FounderLeft { citizen: ADA },
				Event::Revoked { citizen: ADA, grounds: Grounds::Breach, reason_hash: hash("verdict") },
			]
		);
		assert_eq!(Founder::<Test>::get(), None);
	});
}

#[test]
fn who_vouched_for_a_fraud_does_not_vouch_for_four_seasons() {
	ExtBuilder::default().build_and_execute(|| {
		let fraud = make_vouched_citizen("Finn");
		assert_ok!(apply("Eve"));
		run_to(20);
		assert_ok!(Citizenship::revoke(root(), fraud, Grounds::Fraud, hash("verdict")));
		events();
		enforce(fraud);
		let until = 20 + 4 * SEASON_LENGTH;
		assert_eq!(
			events(),
			[
				Event::Revoked { citizen: fraud, grounds: Grounds::Fraud, reason_hash: hash("verdict") },
				Event::VouchingSuspended { citizen: BEN, until },
				Event::VouchingSuspended { citizen: CLEO, until },
				Event::VouchingSuspended { citizen: DORA, until },
			]
		);
		run_to(until - 1);
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::TooEarlyToVouch);
		assert_ok!(Citizenship::vouch(signed(ada()), eve()));
		run_to(until);
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
	});
}

#[test]
fn the_open_vouches_of_those_who_are_liable_end() {
	ExtBuilder::default().build_and_execute(|| {
		let fraud = make_vouched_citizen("Finn");
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		run_to(CHALLENGE_PERIOD);
		assert_ok!(Citizenship::revoke(root(), fraud, Grounds::Fraud, hash("verdict")));
		assert_eq!(vouchers("Eve"), [BEN, CLEO, DORA]);
		enforce(fraud);
		assert!(vouchers("Eve").is_empty());
		assert!(citizen(BEN).open_vouches.is_empty());
		run_to(1 + CHALLENGE_PERIOD);
		assert_noop!(Citizenship::admit(signed(gus()), eve()), Error::TooFewVouches);
	});
}

#[test]
fn a_fraud_who_leaves_before_the_sentence_takes_effect_leaves_the_liability_behind() {
	ExtBuilder::default().build_and_execute(|| {
		let fraud = make_vouched_citizen("Finn");
		assert_ok!(Citizenship::revoke(root(), fraud, Grounds::Fraud, hash("verdict")));
		assert_ok!(Citizenship::renounce(signed(finn())));
		assert_eq!(citizen(BEN).may_vouch_from, 0);
		enforce(fraud);
		for voucher in [BEN, CLEO, DORA] {
			assert_eq!(citizen(voucher).may_vouch_from, 1 + 4 * SEASON_LENGTH);
		}
	});
}

#[test]
fn who_vouched_is_not_liable_for_a_later_breach() {
	ExtBuilder::default().build_and_execute(|| {
		let finn = make_vouched_citizen("Finn");
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::revoke(root(), finn, Grounds::Breach, hash("verdict")));
		events();
		enforce(finn);
		assert_eq!(events().len(), 1, "nobody's right to vouch is suspended");
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
	});
}

#[test]
fn who_withdrew_the_vouch_in_time_is_not_liable() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		vouch_enough("Finn");
		assert_ok!(Citizenship::withdraw_vouch(signed(cleo()), finn()));
		assert_ok!(Citizenship::admit(signed(ada()), finn()));
		revoke(4, Grounds::Fraud);
		assert_ne!(citizen(BEN).may_vouch_from, 0);
		assert_eq!(citizen(CLEO).may_vouch_from, 0);
	});
}

#[test]
fn a_second_fraud_extends_the_term_and_never_shortens_it() {
	ExtBuilder::default().build_and_execute(|| {
		let first = make_vouched_citizen("Finn");
		let second = make_vouched_citizen("Hope");
		let third = make_vouched_citizen("Iris");
		run_to(20);
		revoke(first, Grounds::Fraud);
		assert_eq!(citizen(BEN).may_vouch_from, 380);
		assert_ok!(Citizenship::revoke(root(), second, Grounds::Fraud, hash("verdict")));
		events();
		enforce(second);
		assert_eq!(events().len(), 1, "the same block: nothing to extend, nothing to tell");
		Citizens::<Test>::mutate(BEN, |ben| ben.as_mut().expect("Ben").may_vouch_from = 500);
		run_to(21);
		revoke(third, Grounds::Fraud);
		assert_eq!(citizen(BEN).may_vouch_from, 500);
		assert_eq!(citizen(CLEO).may_vouch_from, 381);
	});
}

#[test]
fn a_voucher_who_has_left_is_out_of_reach() {
	ExtBuilder::default().build_and_execute(|| {
		let fraud = make_vouched_citizen("Finn");
		assert_ok!(Citizenship::renounce(signed(ben())));
		events();
		revoke(fraud, Grounds::Fraud);
		let liable: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::VouchingSuspended { citizen, .. } => Some(citizen),
				_ => None,
			})
			.collect();
		assert_eq!(liable, [CLEO, DORA]);
	});
}

#[test]
fn a_revoked_citizen_may_apply_again() {
	ExtBuilder::default().build_and_execute(|| {
		revoke(BEN, Grounds::Fraud);
		assert_ok!(apply("Ben"));
	});
}
