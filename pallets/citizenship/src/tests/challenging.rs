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
fn a_dismissal_opens_another_challenge_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		run_to(5);
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_ok!(challenge_by(dora(), "Finn"));
		run_to(11);
		for applicant in [eve(), finn()] {
			assert_ok!(Citizenship::rule(root(), applicant, Ruling::Dismissed));
		}
		run_to(11 + CHALLENGE_PERIOD - 1);
		assert_ok!(challenge_by(cleo(), "Eve"));
		run_to(11 + CHALLENGE_PERIOD);
		assert_noop!(challenge_by(ben(), "Finn"), Error::TooLateToChallenge);
	});
}

#[test]
fn a_dismissal_never_shortens_a_challenge_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		run_to(4);
		assert_ok!(challenge_by(ben(), "Eve"));
		ChallengeTerm::set(10);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_eq!(application("Eve").challengeable_until, 1 + CHALLENGE_PERIOD);
		assert_ok!(challenge_by(cleo(), "Eve"));
		ChallengeTerm::set(12);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_eq!(application("Eve").challengeable_until, 4 + 12);
	});
}

#[test]
fn a_friends_sham_challenge_does_not_shield_from_a_real_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(1 + CHALLENGE_PERIOD);
		assert_noop!(challenge_by(cleo(), "Eve"), Error::AlreadyChallenged);
		run_to(1 + RULING_PERIOD - 1);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_noop!(Citizenship::admit(signed(gus()), eve()), Error::TooEarlyToAdmit);
		assert_ok!(challenge_by(cleo(), "Eve"));
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Upheld));
		assert!(!has_applied("Eve"));
		assert_eq!((free(ben()), free(cleo()), free(eve())), (890, 1_070, 1_040));
	});
}

#[test]
fn a_challenge_that_nobody_rules_on_lapses_and_the_application_goes_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
		let before = application("Eve");
		run_to(5);
		assert_ok!(challenge_by(ben(), "Eve"));
		events();
		run_to(5 + RULING_PERIOD - 1);
		assert_noop!(Citizenship::lapse_challenge(signed(gus()), eve()), Error::TooEarlyToLapse);
		run_to(5 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		assert_eq!(events(), [Event::ChallengeLapsed { applicant: eve(), challenger: BEN }]);
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0), "nobody has lost");
		assert_eq!((free(eve()), deposits(eve())), (930, 70), "nobody has won");
		assert_eq!(application("Eve"), before);
		assert_eq!(citizen(BEN).open_challenge, None);
	});
}

#[test]
fn the_time_for_a_ruling_begins_with_each_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(7);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_ok!(challenge_by(cleo(), "Eve"));
		run_to(7 + RULING_PERIOD - 1);
		assert_noop!(Citizenship::lapse_challenge(signed(gus()), eve()), Error::TooEarlyToLapse);
		run_to(7 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
	});
}

#[test]
fn a_lapse_opens_no_other_challenge_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(1 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		for who in [cleo(), ben()] {
			assert_noop!(challenge_by(who, "Eve"), Error::TooLateToChallenge);
		}
	});
}

#[test]
fn after_a_lapse_others_may_object_as_long_as_the_period_lasts() {
	ExtBuilder::default().build_and_execute(|| {
		ChallengeTerm::set(40);
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_ok!(challenge_by(dora(), "Finn"));
		run_to(1 + RULING_PERIOD);
		for applicant in [eve(), finn()] {
			assert_ok!(Citizenship::lapse_challenge(signed(gus()), applicant));
		}
		run_to(40);
		assert_ok!(challenge_by(cleo(), "Eve"));
		run_to(41);
		assert_noop!(challenge_by(ben(), "Finn"), Error::TooLateToChallenge);
	});
}

#[test]
fn a_late_ruling_counts_until_somebody_ends_the_challenge() {
	for ruling in [Ruling::Upheld, Ruling::Dismissed] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(apply("Eve"));
			apply_sponsored("Finn");
			assert_ok!(challenge_by(ben(), "Eve"));
			assert_ok!(challenge_by(dora(), "Finn"));
			run_to(1 + RULING_PERIOD);
			assert_ok!(Citizenship::rule(root(), eve(), ruling));
			let (bens, eves) = if ruling == Ruling::Upheld { (1_070, 930) } else { (890, 1_040) };
			assert_eq!((free(ben()), free(eve())), (bens, eves));
			assert_ok!(Citizenship::lapse_challenge(signed(gus()), finn()));
			assert_noop!(Citizenship::rule(root(), finn(), ruling), Error::NotChallenged);
		});
	}
}

#[test]
fn a_late_dismissal_opens_another_challenge_period_too() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(1 + RULING_PERIOD);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_eq!(application("Eve").challengeable_until, 1 + RULING_PERIOD + CHALLENGE_PERIOD);
		assert_ok!(challenge_by(cleo(), "Eve"));
	});
}

#[test]
fn there_is_nothing_to_lapse_without_a_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		let lapse = || Citizenship::lapse_challenge(signed(gus()), eve());
		run_to(100);
		assert_noop!(lapse(), Error::UnknownApplicant);
		assert_ok!(apply("Eve"));
		assert_noop!(lapse(), Error::NotChallenged);
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(100 + RULING_PERIOD);
		assert_ok!(lapse());
		assert_noop!(lapse(), Error::NotChallenged);
	});
}

#[test]
fn a_challenger_who_moved_gets_the_bond_of_a_lapsed_challenge_on_the_old_account() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_ok!(Citizenship::rotate(signed(ben()), account("Ben's phone")));
		run_to(1 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0));
		assert_eq!(citizen(BEN).open_challenge, None);
	});
}

#[test]
fn a_challenge_keeps_an_application_open_beyond_its_lifetime_until_a_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		ApplicationLifetime::set(20);
		assert_ok!(apply("Eve"));
		run_to(14);
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(14 + RULING_PERIOD - 1);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::AwaitsRuling);
		assert_ok!(Citizenship::rule(root(), eve(), Ruling::Dismissed));
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
	});
}

#[test]
fn a_challenge_keeps_an_application_open_beyond_its_lifetime_until_somebody_ends_it() {
	ExtBuilder::default().build_and_execute(|| {
		ApplicationLifetime::set(20);
		assert_ok!(apply("Eve"));
		run_to(14);
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(14 + RULING_PERIOD);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::AwaitsRuling);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		events();
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
		assert_eq!(events(), [Event::ApplicationClosed { applicant: eve(), closure: Closure::Lapsed }]);
	});
}

#[test]
fn a_lapsed_challenge_closes_no_application_early() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(1 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		run_to(1 + LIFETIME - 1);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::TooEarlyToClose);
		run_to(1 + LIFETIME);
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
	});
}
