// SPDX-License-Identifier: Apache-2.0
//! An applicant accepts one exact charter and registers a key that nobody else has.

use super::*;

#[test]
fn an_applicant_accepts_the_charter_registers_a_key_and_pays_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(5);
		assert_ok!(apply("Eve"));
		assert_eq!(
			events(),
			[Event::Applied {
				applicant: eve(),
				charter: charter(),
				roll_key: key("Eve", 0),
				evidence_hash: hash("Eve"),
				deposit: DepositSource::Own,
			}]
		);
		assert_eq!(
			application("Eve"),
			Application {
				charter: charter(),
				roll_key: key("Eve", 0),
				evidence_hash: hash("Eve"),
				applied_at: 5,
				objections_until: 5,
				deposit: Deposit { payer: eve(), amount: DEPOSIT },
				vouches: Default::default(),
				challenge: None,
				challenged_by: Default::default(),
			}
		);
		assert_eq!(RollKeyOwners::<Test>::get(key("Eve", 0)), Some(RollKeyOwner::Applicant(eve())));
		assert_eq!((free(eve()), deposits(eve())), (930, 70));
		assert_eq!(references(eve()), (1, 0), "whoever pays needs no other reference");
	});
}

#[test]
fn an_applicant_owns_the_deposit_and_what_keeps_an_account_alive() {
	ExtBuilder::default().build_and_execute(|| {
		give("Pia", 70);
		assert_noop!(apply("Pia"), TokenError::FundsUnavailable);
		give("Pia", 1);
		assert_ok!(apply("Pia"));
	});
}

#[test]
fn only_the_charter_in_force_can_be_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		let old = charter();
		amend_charter();
		let now = charter();
		let other_number = CharterRef { version: old.version, ..now };
		let other_text = CharterRef { hash: old.hash, ..now };
		for wrong in [old, other_number, other_text] {
			assert_noop!(apply_with("Eve", wrong, key("Eve", 0)), Error::OutdatedCharter);
		}
		assert_ok!(apply_with("Eve", now, key("Eve", 0)));
	});
}

#[test]
fn a_malformed_key_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let mut malformed = key("Eve", 0);
		malformed[0] = 0;
		assert_noop!(apply_with("Eve", charter(), malformed), Error::InvalidRollKey);
	});
}

#[test]
fn a_key_whose_secret_is_not_shown_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let refuse = |proof: PossessionProof| {
			assert_noop!(
				Citizenship::apply(
					signed(eve()),
					charter(),
					key("Eve", 0),
					proof,
					hash("Eve"),
					DepositSource::Own
				),
				Error::InvalidPossessionProof
			);
		};
		refuse([7; 64]);
		refuse(proof(&finn(), &key("Eve", 0)));
		refuse(proof(&eve(), &key("Eve", 1)));
	});
}

#[test]
fn a_proof_made_for_another_chain_is_worth_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let elsewhere = proof(&eve(), &key("Eve", 0));
		frame_system::BlockHash::<Test>::insert(0, hash("another genesis"));
		assert_noop!(
			Citizenship::apply(
				signed(eve()),
				charter(),
				key("Eve", 0),
				elsewhere,
				hash("Eve"),
				DepositSource::Own
			),
			Error::InvalidPossessionProof
		);
		assert_ok!(apply("Eve"));
	});
}

#[test]
fn a_citizens_key_is_taken() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply_with("Eve", charter(), key("Ben", 0)), Error::RollKeyTaken);
	});
}

#[test]
fn an_applicants_key_is_taken_until_the_application_ends() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply_with("Gus", charter(), key("Eve", 0)));
		assert_noop!(apply("Eve"), Error::RollKeyTaken);
		assert_ok!(Citizenship::withdraw_application(signed(gus())));
		assert_ok!(apply("Eve"));
	});
}

#[test]
fn a_citizen_does_not_apply() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply_with("Ben", charter(), key("Ben", 1)), Error::AlreadyCitizen);
	});
}

#[test]
fn nobody_applies_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_noop!(apply_with("Eve", charter(), key("Eve", 1)), Error::AlreadyApplied);
	});
}

#[test]
fn an_account_that_casts_secret_ballots_does_not_apply() {
	ExtBuilder::default().build_and_execute(|| {
		BallotAccounts::set(vec![eve()]);
		assert_noop!(apply("Eve"), Error::BallotAccount);
		BallotAccounts::set(vec![]);
		assert_ok!(apply("Eve"));
	});
}

#[test]
fn an_applicant_who_withdraws_gets_everything_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		events();
		assert_ok!(Citizenship::withdraw_application(signed(eve())));
		assert_eq!(events(), [Event::ApplicationClosed { applicant: eve(), closure: Closure::Withdrawn }]);
		assert_eq!((free(eve()), deposits(eve())), (1_000, 0));
		assert!(!has_applied("Eve"));
		assert!(citizen(BEN).open_vouches.is_empty(), "Ben's vouch has ended");
		assert_ok!(apply("Eve"));
	});
}

#[test]
fn who_has_not_applied_has_nothing_to_withdraw() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [eve(), ben()] {
			assert_noop!(Citizenship::withdraw_application(signed(who)), Error::UnknownApplicant);
		}
	});
}

#[test]
fn a_challenged_applicant_awaits_the_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		challenge("Eve");
		assert_noop!(Citizenship::withdraw_application(signed(eve())), Error::AwaitsRuling);
		assert_ok!(rule(root(), "Eve", Ruling::Dismissed));
		assert_ok!(Citizenship::withdraw_application(signed(eve())));
	});
}

#[test]
fn an_applicant_who_got_no_ruling_in_time_is_free_once_the_challenge_is_ended() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		challenge("Eve");
		run_to(1 + RULING_PERIOD);
		assert_noop!(Citizenship::withdraw_application(signed(eve())), Error::AwaitsRuling);
		assert_ok!(Citizenship::lapse_challenge(signed(eve()), eve()));
		assert_ok!(Citizenship::withdraw_application(signed(eve())));
	});
}

#[test]
fn anyone_closes_an_application_that_has_lapsed_and_nobody_a_block_earlier() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(3);
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		events();
		run_to(3 + LIFETIME - 1);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::TooEarlyToClose);
		run_to(3 + LIFETIME);
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
		assert_eq!(events(), [Event::ApplicationClosed { applicant: eve(), closure: Closure::Lapsed }]);
		assert_eq!((free(eve()), deposits(eve())), (1_000, 0));
		assert!(!has_applied("Eve"));
		assert!(citizen(BEN).open_vouches.is_empty());
	});
}

#[test]
fn there_is_nothing_to_close_where_nobody_has_applied() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(100);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::UnknownApplicant);
	});
}

#[test]
fn a_complete_application_has_its_lifetime_again_for_the_admission() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		run_to(LIFETIME);
		vouch_enough("Eve");
		run_to(LIFETIME + CHALLENGE_PERIOD + LIFETIME - 1);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::TooEarlyToClose);
		run_to(LIFETIME + CHALLENGE_PERIOD + LIFETIME);
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
	});
}

#[test]
fn a_page_sees_what_an_application_still_needs() {
	ExtBuilder::default().build_and_execute(|| {
		let info = || Citizenship::application_info(&eve()).expect("Eve has applied");
		assert_eq!(Citizenship::application_info(&eve()), None);
		run_to(3);
		assert_ok!(apply("Eve"));
		assert_eq!((info().vouches_missing, info().closable_from), (3, 63));
		assert_eq!((info().complete_since, info().challengeable_until), (None, None));
		run_to(5);
		vouch_enough("Eve");
		assert_ok!(Citizenship::vouch(signed(ada()), eve()));
		assert_eq!(info().vouches_missing, 0, "one more than needed");
		assert_eq!((info().complete_since, info().challengeable_until), (Some(5), Some(19)));
		assert_eq!((info().challenge_lapses, info().closable_from), (None, 19 + 60));
		run_to(9);
		challenge("Eve");
		assert_eq!((info().challengeable_until, info().challenge_lapses), (Some(19), Some(37)));
		assert_eq!(info().application, application("Eve"));
		run_to(15);
		assert_ok!(rule(root(), "Eve", Ruling::Dismissed));
		assert_eq!((info().challengeable_until, info().challenge_lapses), (Some(22), None));
		assert!(!info().needs_acceptance);
		amend_charter();
		assert!(info().needs_acceptance);
	});
}
