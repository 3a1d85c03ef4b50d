// SPDX-License-Identifier: Apache-2.0
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
		assert_eq!(application("Eve").challenged_by.to_vec(), [BEN]);
		assert_eq!(citizen(BEN).open_challenges.to_vec(), [eve()]);
		assert_eq!((free(ben()), bonds(ben())), (890, 110));
	});
}

#[test]
fn a_complete_application_can_be_challenged_until_the_period_ends() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(3);
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		run_to(8);
		vouch_enough("Eve");
		vouch_enough("Finn");
		run_to(8 + CHALLENGE_PERIOD - 1);
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(8 + CHALLENGE_PERIOD);
		assert_noop!(challenge_by(cleo(), "Finn"), Error::TooLateToChallenge);
	});
}

#[test]
fn an_application_that_is_not_complete_can_be_challenged_at_any_time() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
		run_to(LIFETIME);
		assert_ok!(challenge_by(ben(), "Eve"));
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
fn a_citizen_has_three_open_challenges_and_not_a_fourth() {
	ExtBuilder::default().build_and_execute(|| {
		for name in ["Finn", "Hope", "Iris", "Jack"] {
			apply_sponsored(name);
		}
		for name in ["Finn", "Hope", "Iris"] {
			assert_ok!(challenge_by(ben(), name));
		}
		assert_eq!((free(ben()), bonds(ben())), (670, 330));
		assert_noop!(challenge_by(ben(), "Jack"), Error::TooManyOpenChallenges);
		assert_ok!(rule(root(), "Hope", Ruling::Dismissed));
		assert_ok!(challenge_by(ben(), "Jack"));
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
fn a_citizen_on_probation_does_not_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		let hope = make_citizen("Hope");
		give("Hope", 200);
		assert_ok!(apply("Eve"));
		OnProbation::set(vec![hope]);
		assert_noop!(challenge_by(account("Hope"), "Eve"), Error::OnProbation);
		OnProbation::set(vec![]);
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
		assert_ok!(rule(root(), "Eve", Ruling::Upheld));
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
		assert!(citizen(BEN).open_challenges.is_empty());
		assert!(citizen(DORA).open_vouches.is_empty());
		assert!(!RollKeyOwners::<Test>::contains_key(key("Eve", 0)));
	});
}

#[test]
fn an_upheld_challenge_costs_the_sponsor_the_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(challenge_by(ben(), "Finn"));
		assert_ok!(rule(root(), "Finn", Ruling::Upheld));
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
		assert_ok!(rule(root(), "Finn", Ruling::Upheld));
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
		assert_ok!(rule(root(), "Eve", Ruling::Dismissed));
		assert_eq!(
			events(),
			[Event::Ruled { applicant: eve(), challenger: BEN, ruling: Ruling::Dismissed, award: BOND }]
		);
		assert_eq!((free(ben()), bonds(ben())), (890, 0));
		assert_eq!((free(eve()), deposits(eve())), (1_040, 70));
		let challenged_by = vec![BEN].try_into().expect("one fits");
		let after = Application { objections_until: 1 + FURTHER_PERIOD, challenged_by, ..before };
		assert_eq!(application("Eve"), after);
		assert!(citizen(BEN).open_challenges.is_empty());
	});
}

#[test]
fn an_applicant_without_a_token_can_win_a_bond() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(challenge_by(ben(), "Finn"));
		assert_ok!(rule(root(), "Finn", Ruling::Dismissed));
		assert_eq!(free(finn()), 110);
		assert_eq!(references(finn()), (1, 1));
	});
}

#[test]
fn nobody_challenges_the_same_application_twice_however_the_first_challenge_ended() {
	type End = fn() -> DispatchResult;
	let ends: [End; 3] = [
		|| rule(root(), "Eve", Ruling::Dismissed),
		|| Citizenship::lapse_challenge(signed(gus()), eve()),
		|| Citizenship::withdraw_challenge(signed(ben()), eve()),
	];
	for end in ends {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(apply("Eve"));
			assert_ok!(challenge_by(ben(), "Eve"));
			run_to(1 + RULING_PERIOD);
			assert_ok!(end());
			assert_noop!(challenge_by(ben(), "Eve"), Error::ChallengedBefore);
			assert_ok!(challenge_by(cleo(), "Eve"));
		});
	}
}

#[test]
fn another_application_of_the_same_person_is_another_matter() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_ok!(Citizenship::withdraw_challenge(signed(ben()), eve()));
		assert_ok!(Citizenship::withdraw_application(signed(eve())));
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
	});
}

#[test]
fn a_ninth_challenge_is_refused_so_that_no_crowd_delays_an_applicant_for_ever() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for name in ["Ada", "Ben", "Cleo", "Dora", "Hope", "Iris", "Jack", "Kim"] {
			if !CitizenIds::<Test>::contains_key(account(name)) {
				make_citizen(name);
				give(name, 150);
			}
			assert_ok!(challenge_by(account(name), "Eve"));
			assert_ok!(Citizenship::withdraw_challenge(signed(account(name)), eve()));
		}
		make_citizen("Mona");
		give("Mona", 150);
		assert_noop!(challenge_by(account("Mona"), "Eve"), Error::TooManyChallenges);
	});
}

#[test]
fn a_challenger_withdraws_and_gets_the_bond_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		events();
		assert_ok!(Citizenship::withdraw_challenge(signed(ben()), eve()));
		assert_eq!(events(), [Event::ChallengeWithdrawn { applicant: eve(), challenger: BEN }]);
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0));
		assert_eq!(application("Eve").challenge, None);
		assert!(citizen(BEN).open_challenges.is_empty());
	});
}

#[test]
fn only_the_challenger_withdraws_a_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		let withdraw = |who| Citizenship::withdraw_challenge(signed(who), eve());
		assert_noop!(withdraw(ben()), Error::UnknownApplicant);
		assert_ok!(apply("Eve"));
		assert_noop!(withdraw(ben()), Error::NotChallenged);
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_noop!(withdraw(cleo()), Error::NotChallenger);
		assert_noop!(withdraw(gus()), Error::NotCitizen);
	});
}

#[test]
fn a_founder_dismisses_and_nobody_loses_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_noop!(rule(signed(ada()), "Eve", Ruling::Upheld), Error::OnlyJusticeUpholds);
		events();
		assert_ok!(rule(signed(ada()), "Eve", Ruling::Dismissed));
		assert_eq!(
			events(),
			[Event::Ruled { applicant: eve(), challenger: BEN, ruling: Ruling::Dismissed, award: 0 }]
		);
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0));
		assert_eq!((free(eve()), deposits(eve())), (930, 70));
	});
}

#[test]
fn a_founder_is_never_accuser_and_judge() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ada(), "Eve"));
		assert_noop!(rule(signed(ada()), "Eve", Ruling::Upheld), Error::OnlyJusticeUpholds);
		assert_noop!(rule(signed(ada()), "Eve", Ruling::Dismissed), Error::OwnChallenge);
		assert_ok!(rule(root(), "Eve", Ruling::Dismissed));
	});
}

#[test]
fn a_ruling_is_worthless_for_any_challenge_but_the_one_it_names() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		// Judged already, and to be enacted later.
		let late = |ruling| Citizenship::rule(root(), eve(), BEN, 1, ruling);
		assert_ok!(late(Ruling::Dismissed));
		run_to(5);
		assert_ok!(challenge_by(cleo(), "Eve"));
		for ruling in [Ruling::Upheld, Ruling::Dismissed] {
			assert_noop!(late(ruling), Error::UnknownChallenge);
			assert_noop!(Citizenship::rule(root(), eve(), CLEO, 4, ruling), Error::UnknownChallenge);
		}
		assert_ok!(Citizenship::rule(root(), eve(), CLEO, 5, Ruling::Dismissed));
		// Nor for the same challenger against a later application.
		assert_ok!(Citizenship::withdraw_application(signed(eve())));
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		assert_noop!(late(Ruling::Upheld), Error::UnknownChallenge);
	});
}

#[test]
fn a_challenger_who_moved_wins_on_the_new_account_and_gets_the_bond_on_the_old() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		move_to(ben(), account("Ben's phone"));
		assert_ok!(rule(root(), "Eve", Ruling::Upheld));
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0));
		assert_eq!(free(account("Ben's phone")), 70);
	});
}

#[test]
fn a_ruling_needs_a_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		for ruling in [Ruling::Upheld, Ruling::Dismissed] {
			assert_noop!(Citizenship::rule(root(), finn(), BEN, 1, ruling), Error::UnknownApplicant);
		}
		assert_ok!(apply("Eve"));
		for ruling in [Ruling::Upheld, Ruling::Dismissed] {
			assert_noop!(Citizenship::rule(root(), eve(), BEN, 1, ruling), Error::NotChallenged);
		}
	});
}

#[test]
fn a_friends_sham_challenge_does_not_shield_from_a_real_one() {
	type End = fn() -> DispatchResult;
	let ends: [End; 4] = [
		|| rule(root(), "Eve", Ruling::Dismissed),
		|| Citizenship::lapse_challenge(signed(gus()), eve()),
		|| Citizenship::withdraw_challenge(signed(ben()), eve()),
		|| Citizenship::renounce(signed(ben())),
	];
	for end in ends {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(apply("Eve"));
			for voucher in [ada(), cleo(), dora()] {
				assert_ok!(Citizenship::vouch(signed(voucher), eve()));
			}
			assert_ok!(challenge_by(ben(), "Eve"));
			run_to(1 + RULING_PERIOD);
			assert_noop!(challenge_by(cleo(), "Eve"), Error::AlreadyChallenged);
			assert_ok!(end());
			assert_noop!(Citizenship::admit(signed(gus()), eve()), Error::TooEarlyToAdmit);
			run_to(1 + RULING_PERIOD + FURTHER_PERIOD - 1);
			assert_ok!(challenge_by(cleo(), "Eve"));
			assert_ok!(rule(root(), "Eve", Ruling::Upheld));
			assert!(!has_applied("Eve"));
		});
	}
}

#[test]
fn others_may_object_for_a_week_after_a_challenge_and_not_a_block_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		assert_ok!(challenge_by(ada(), "Eve"));
		run_to(1 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		run_to(1 + RULING_PERIOD + FURTHER_PERIOD);
		assert_noop!(challenge_by(cleo(), "Eve"), Error::TooLateToChallenge);
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
		let challenged_by = vec![BEN].try_into().expect("one fits");
		let objections_until = 5 + RULING_PERIOD + FURTHER_PERIOD;
		assert_eq!(application("Eve"), Application { objections_until, challenged_by, ..before });
		assert!(citizen(BEN).open_challenges.is_empty());
	});
}

#[test]
fn the_time_for_a_ruling_begins_with_each_challenge() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(challenge_by(ben(), "Eve"));
		run_to(7);
		assert_ok!(rule(root(), "Eve", Ruling::Dismissed));
		assert_ok!(challenge_by(cleo(), "Eve"));
		run_to(7 + RULING_PERIOD - 1);
		assert_noop!(Citizenship::lapse_challenge(signed(gus()), eve()), Error::TooEarlyToLapse);
		run_to(7 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
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
			assert_ok!(Citizenship::rule(root(), eve(), BEN, 1, ruling));
			let (bens, eves) = if ruling == Ruling::Upheld { (1_070, 930) } else { (890, 1_040) };
			assert_eq!((free(ben()), free(eve())), (bens, eves));
			assert_ok!(Citizenship::lapse_challenge(signed(gus()), finn()));
			assert_noop!(Citizenship::rule(root(), finn(), DORA, 1, ruling), Error::NotChallenged);
		});
	}
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
		move_to(ben(), account("Ben's phone"));
		run_to(1 + RULING_PERIOD);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0));
		assert!(citizen(BEN).open_challenges.is_empty());
	});
}

#[test]
fn a_challenge_keeps_an_application_open_beyond_its_lifetime() {
	ExtBuilder::default().build_and_execute(|| {
		ApplicationLifetime::set(20);
		assert_ok!(apply("Eve"));
		run_to(14);
		assert_ok!(challenge_by(ben(), "Eve"));
		let ended = 14 + RULING_PERIOD;
		run_to(ended);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::AwaitsRuling);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), eve()));
		let closable = ended + FURTHER_PERIOD + 20;
		run_to(closable - 1);
		assert_noop!(Citizenship::close_application(signed(gus()), eve()), Error::TooEarlyToClose);
		run_to(closable);
		events();
		assert_ok!(Citizenship::close_application(signed(gus()), eve()));
		assert_eq!(events(), [Event::ApplicationClosed { applicant: eve(), closure: Closure::Lapsed }]);
	});
}
