//! A citizen may object, with a bond; the loser's money goes to the winner.

use super::*;

fn challenge_by(who: Account, name: &str) -> DispatchResult {
	Citizenship::challenge(signed(who), account(name), hash("reasons"))
}

#[test]
fn a_challenge_stands_in_the_application_and_with_the_challenger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		run_to(4);
		events();
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_eq!(
			events(),
			[Event::Challenged {
				applicant: eve(),
				challenger: BEN,
				bond: BOND,
				reason_hash: hash("reasons")
			}]
		);
		assert_eq!(
			application("Eve").challenge,
			Some(Challenge {
				challenger: BEN,
				bond: Deposit { payer: ben(), amount: BOND },
				reason_hash: hash("reasons"),
				challenged_at: 4,
			})
		);
		assert_eq!(citizen(BEN).open_challenge, Some(eve()));
		assert_eq!((free(ben()), bonds(ben())), (890, 110));
	});
}

#[test]
fn an_application_can_be_challenged_until_the_period_ends() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(3);
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		run_to(3 + CHALLENGE_PERIOD - 1);
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(3 + CHALLENGE_PERIOD);
		assert_noop!(challenge_by(cleo(), "Finn"), Error::TooLateToChallenge);
	});
}

#[test]
fn a_challenger_owns_the_bond_and_what_keeps_an_account_alive() {
	ExtBuilder::default().build_and_execute(|| {
		make_citizen("Hope");
		give("Hope", 110);
		assert_ok!(apply("Eve"));
		assert_noop!(challenge_by(account("Hope"), "Eve"), TokenError::FundsUnavailable);
		give("Hope", 1);
		assert_ok!(challenge_by(account("Hope"), "Eve"));
	});
}

#[test]
fn an_application_has_one_challenge_at_a_time() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		for who in [cleo(), ben()] {
			assert_noop!(challenge_by(who, "Eve"), Error::AlreadyChallenged);
		}
	});
}

#[test]
fn a_citizen_has_one_challenge_at_a_time() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_noop!(challenge_by(ben(), "Finn"), Error::ChallengeOpen);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_ok!(challenge_by(ben(), "Finn"));
	});
}

#[test]
fn only_active_citizens_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for who in [gus(), eve()] {
			assert_noop!(challenge_by(who, "Eve"), Error::NotCitizen);
		}
		suspend(BEN);
		assert_noop!(challenge_by(ben(), "Eve"), Error::NotActive);
	});
}

#[test]
fn a_challenge_needs_an_applicant() {
	ExtBuilder::default().build_and_execute(|| {
		for nobody in ["Finn", "Cleo"] {
			assert_noop!(challenge_by(ben(), nobody), Error::UnknownApplicant);
		}
	});
}

#[test]
fn a_new_citizen_may_challenge_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		make_citizen("Hope");
		give("Hope", 200);
		assert_ok!(apply("Eve"));
		assert_noop!(Citizenship::vouch(signed(account("Hope")), eve()), Error::TooEarlyToVouch);
		assert_ok!(challenge_by(account("Hope"), "Eve"));
	});
}

#[test]
fn an_upheld_challenge_ends_the_application_and_its_deposit_goes_to_the_challenger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
		assert_ok!(challenge_by(ben(), "Eve"));
		events();
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Upheld));
		assert_eq!(
			events(),
			[
				Event::Ruled { applicant: eve(), challenger: BEN, ruling: Ruling::Upheld, award: DEPOSIT },
				Event::ApplicationClosed { applicant: eve(), closure: Closure::Refused },
			]
		);
		assert_eq!((free(ben()), bonds(ben())), (1_070, 0));
		assert_eq!((free(eve()), deposits(eve())), (930, 0));
		assert!(!has_applied("Eve"));
		assert_eq!(citizen(BEN).open_challenge, None);
		assert!(citizen(DORA).open_vouches.is_empty());
		assert!(!RollKeyOwners::<Test>::contains_key(key("Eve", 0)));
	});
}

#[test]
fn an_upheld_challenge_costs_the_sponsor_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(challenge_by(ben(), "Finn"));
		assert_ok!(Citizenship::rule(root(), finn(), Ruling::Upheld));
		assert_eq!((free(gus()), deposits(gus())), (930, 0));
		assert_eq!(free(ben()), 1_070);
		assert!(!System::account_exists(&finn()));
	});
}

#[test]
fn a_sponsor_whose_own_challenge_is_upheld_gets_the_deposit_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(ben()), finn()));
		assert_ok!(apply("Finn"));
		assert_ok!(challenge_by(ben(), "Finn"));
		assert_eq!((deposits(ben()), bonds(ben())), (70, 110));
		assert_ok!(Citizenship::rule(root(), finn(), Ruling::Upheld));
		assert_eq!((free(ben()), deposits(ben()), bonds(ben())), (1_000, 0, 0));
	});
}

#[test]
fn a_dismissed_challenge_costs_the_bond_and_the_application_goes_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
		let before = application("Eve");
		assert_ok!(challenge_by(ben(), "Eve"));
		events();
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_eq!(
			events(),
			[Event::Ruled { applicant: eve(), challenger: BEN, ruling: Ruling::Dismissed, award: BOND }]
		);
		assert_eq!((free(ben()), bonds(ben())), (890, 0));
		assert_eq!((free(eve()), deposits(eve())), (1_040, 70));
		assert_eq!(application("Eve"), before);
		assert_eq!(citizen(BEN).open_challenge, None);
	});
}

#[test]
fn an_applicant_without_a_token_can_win_a_bond() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(challenge_by(ben(), "Finn"));
		assert_ok!(Citizenship::rule(root(), finn(), Ruling::Dismissed));
		assert_eq!(free(finn()), 110);
		assert_eq!(references(finn()), (1, 1));
	});
}

#[test]
fn after_a_dismissal_another_citizen_may_object() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_ok!(challenge_by(cleo(), "Eve"));
	});
}

#[test]
fn a_challenger_who_moved_wins_on_the_new_account_and_gets_the_bond_on_the_old() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_ok!(Citizenship::rotate(signed(ben()), account("Ben's phone")));
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Upheld));
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0));
		assert_eq!(free(account("Ben's phone")), 70);
	});
}

#[test]
fn a_ruling_needs_a_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		for ruling in [Ruling::Upheld, Ruling::Dismissed] {
			assert_noop!(Citizenship::rule(root(), finn(), ruling), Error::UnknownApplicant);
		}
		assert_ok!(apply("Eve"));
		for ruling in [Ruling::Upheld, Ruling::Dismissed] {
			assert_noop!(Citizenship::rule(root(), eve(), ruling), Error::NotChallenged);
		}
	});
}

#[test]
fn a_challenge_that_nobody_rules_on_lets_anyone_close_the_application_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
		run_to(5);
		assert_ok!(challenge_by(ben(), "Eve"));
		events();
		run_to(5 + RULING_PERIOD - 1);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::TooEarlyToClose);
		run_to(5 + RULING_PERIOD);
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
		assert_eq!(
			events(),
			[
				Event::ChallengeLapsed { applicant: eve(), challenger: BEN },
				Event::ApplicationClosed { applicant: eve(), closure: Closure::Unruled },
			]
		);
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0), "nobody has lost");
		assert_eq!((free(eve()), deposits(eve())), (1_000, 0), "nobody has won");
		assert_eq!(citizen(BEN).open_challenge, None);
		assert!(citizen(DORA).open_vouches.is_empty());
	});
}

#[test]
fn a_late_challenge_keeps_an_application_open_beyond_its_lifetime() {
	ExtBuilder::default().build_and_execute(|| {
		ApplicationLifetime::set(20);
		assert_ok!(apply("Eve"));
		run_to(14);
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(14 + RULING_PERIOD - 1);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::TooEarlyToClose);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
	});
}

#[test]
fn a_late_ruling_counts_as_long_as_nobody_has_closed_the_application() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(1 + RULING_PERIOD);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_eq!(free(eve()), 1_040);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::TooEarlyToClose);
	});
}
