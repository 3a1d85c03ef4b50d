// SPDX-License-Identifier: Apache-2.0
//! Admission: enough vouches and the challenge period, or the founder's word in the Founding tier.

use super::*;

fn admit(who: Account, name: &str) -> DispatchResult {
	Citizenship::admit(signed(who), account(name))
}

#[test]
fn anyone_completes_an_admission_once_the_period_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(3);
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		run_to(3 + CHALLENGE_PERIOD - 1);
		assert_noop!(admit(gus(), "Eve"), Error::TooEarlyToAdmit);
		run_to(3 + CHALLENGE_PERIOD);
		events();
		assert_ok!(admit(gus(), "Eve"));
		assert_eq!(events(), [Event::Admitted { citizen: 4, account: eve(), admission: Admission::Vouched }]);
		assert!(!has_applied("Eve"));
	});
}

#[test]
fn an_admission_needs_three_vouches_and_the_challenge_period_begins_with_the_third() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_ok!(Citizenship::vouch(signed(cleo()), eve()));
		run_to(20);
		assert_noop!(admit(gus(), "Eve"), Error::TooFewVouches);
		assert_ok!(Citizenship::vouch(signed(dora()), eve()));
		run_to(20 + CHALLENGE_PERIOD - 1);
		assert_noop!(admit(gus(), "Eve"), Error::TooEarlyToAdmit);
		run_to(20 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn a_withdrawn_vouch_does_not_admit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		assert_ok!(Citizenship::withdraw_vouch(signed(cleo()), eve()));
		run_to(1 + CHALLENGE_PERIOD);
		assert_noop!(admit(gus(), "Eve"), Error::TooFewVouches);
	});
}

#[test]
fn a_new_citizen_has_a_record_a_number_and_a_passport() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(2);
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		turn_season();
		run_to(20);
		assert_ok!(admit(gus(), "Eve"));
		assert_eq!(
			citizen(4),
			Citizen {
				account: eve(),
				standing: Standing::Active,
				admitted_at: 20,
				admitted_in: 1,
				charter: charter(),
				roll_key: key("Eve", 0),
				vouchers: vec![BEN, CLEO, DORA].try_into().expect("three fit"),
				open_vouches: Default::default(),
				bound_vouches: Default::default(),
				open_challenges: Default::default(),
				may_vouch_from: 0,
				free_acts: FreeActs::default(),
			}
		);
		assert_eq!(Citizenship::citizen(&eve()), Some(4));
		assert_eq!(<Citizenship as Citizenry<Account>>::standing(4), Some(Standing::Active));
		assert_eq!(headcount(), (5, 0));
		assert_eq!(RollKeyOwners::<Test>::get(key("Eve", 0)), Some(RollKeyOwner::Citizen(4)));
		let passport = Passport { number: 4, admitted: 1, charter_version: 1 };
		assert_eq!(Issued::get(4), Some((eve(), passport)));
		assert_eq!(
			changes(),
			[(4, CitizenshipChange::Admitted { roll_key: key("Eve", 0), admission: Admission::Vouched })]
		);
	});
}

#[test]
fn an_admission_returns_the_deposit_and_gives_the_account_a_reference() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_eq!((free(eve()), deposits(eve())), (930, 70));
		assert_ok!(admit(ada(), "Eve"));
		assert_eq!((free(eve()), deposits(eve())), (1_000, 0));
		assert_eq!(references(eve()), (1, 1));
	});
}

#[test]
fn nobody_becomes_a_citizen_of_a_charter_that_they_have_not_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		amend_charter();
		run_to(1 + CHALLENGE_PERIOD);
		for who in [gus(), ada()] {
			assert_noop!(admit(who, "Eve"), Error::CharterNotAccepted);
		}
		events();
		assert_ok!(Citizenship::accept(signed(eve()), charter()));
		assert_eq!(events(), [Event::CharterAccepted { applicant: eve(), charter: charter() }]);
		assert_ok!(admit(gus(), "Eve"));
		assert_eq!(citizen(4).charter, charter());
		assert_eq!(Issued::get(4).map(|(_, passport)| passport.charter_version), Some(2));
	});
}

#[test]
fn only_an_applicant_accepts_and_only_the_charter_in_force_and_only_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Citizenship::accept(signed(eve()), charter()), Error::UnknownApplicant);
		assert_ok!(apply("Eve"));
		assert_noop!(Citizenship::accept(signed(eve()), charter()), Error::AlreadyAccepted);
		let old = charter();
		amend_charter();
		assert_noop!(Citizenship::accept(signed(eve()), old), Error::OutdatedCharter);
		assert_noop!(Citizenship::accept(signed(ben()), charter()), Error::UnknownApplicant);
		assert_ok!(Citizenship::accept(signed(eve()), charter()));
		assert_noop!(Citizenship::accept(signed(eve()), charter()), Error::AlreadyAccepted);
	});
}

#[test]
fn a_later_charter_does_not_bind_a_citizen_to_another_acceptance() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		let accepted = charter();
		assert_ok!(admit(ada(), "Eve"));
		amend_charter();
		assert_eq!(citizen(4).charter, accepted);
	});
}

#[test]
fn numbers_are_given_in_order_of_admission() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(apply("Eve"));
		assert_ok!(admit(ada(), "Eve"));
		assert_ok!(admit(ada(), "Finn"));
		assert_eq!((Citizenship::citizen(&eve()), Citizenship::citizen(&finn())), (Some(4), Some(5)));
	});
}

#[test]
fn nobody_is_admitted_who_has_not_applied() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		for name in ["Eve", "Finn", "Ben"] {
			assert_noop!(admit(ada(), name), Error::UnknownApplicant);
		}
	});
}

#[test]
fn nobody_is_admitted_while_a_challenge_awaits_its_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		challenge("Eve");
		run_to(1 + CHALLENGE_PERIOD);
		for who in [gus(), ada()] {
			assert_noop!(admit(who, "Eve"), Error::AwaitsRuling);
		}
		assert_ok!(rule(root(), "Eve", Ruling::Dismissed));
		assert_ok!(admit(ada(), "Eve"));
	});
}

#[test]
fn however_a_challenge_ends_others_have_a_week_to_object() {
	type End = fn() -> DispatchResult;
	let ends: [End; 5] = [
		|| rule(root(), "Eve", Ruling::Dismissed),
		|| rule(signed(ada()), "Eve", Ruling::Dismissed),
		|| Citizenship::lapse_challenge(signed(gus()), eve()),
		|| Citizenship::withdraw_challenge(signed(cleo()), eve()),
		|| Citizenship::renounce(signed(cleo())),
	];
	for end in ends {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(apply("Eve"));
			for voucher in [ada(), ben(), dora()] {
				assert_ok!(Citizenship::vouch(signed(voucher), eve()));
			}
			run_to(9);
			challenge("Eve");
			let ended = 9 + RULING_PERIOD;
			run_to(ended);
			assert_ok!(end());
			run_to(ended + FURTHER_PERIOD - 1);
			assert_noop!(admit(gus(), "Eve"), Error::TooEarlyToAdmit);
			run_to(ended + FURTHER_PERIOD);
			assert_ok!(admit(gus(), "Eve"));
		});
	}
}

#[test]
fn no_end_of_a_challenge_shortens_the_challenge_period() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for voucher in [ada(), ben(), dora()] {
			assert_ok!(Citizenship::vouch(signed(voucher), eve()));
		}
		challenge("Eve");
		run_to(2);
		assert_ok!(Citizenship::withdraw_challenge(signed(cleo()), eve()));
		run_to(CHALLENGE_PERIOD);
		assert_noop!(admit(gus(), "Eve"), Error::TooEarlyToAdmit);
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn an_applicant_waits_as_long_as_was_asked_when_the_vouches_were_given() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		ChallengeTerm::set(9);
		run_to(1 + CHALLENGE_PERIOD - 1);
		assert_noop!(admit(gus(), "Eve"), Error::TooEarlyToAdmit);
		ChallengeTerm::set(21);
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn a_vouch_that_takes_the_place_of_a_withdrawn_one_begins_the_period_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		run_to(CHALLENGE_PERIOD);
		assert_ok!(Citizenship::withdraw_vouch(signed(ben()), eve()));
		run_to(50);
		assert_noop!(admit(gus(), "Eve"), Error::TooFewVouches);
		assert_ok!(Citizenship::vouch(signed(ada()), eve()));
		run_to(50 + CHALLENGE_PERIOD - 1);
		assert_noop!(admit(gus(), "Eve"), Error::TooEarlyToAdmit);
		run_to(50 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn a_spare_vouch_takes_the_place_of_a_withdrawn_one_from_when_it_was_given() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		run_to(5);
		assert_ok!(Citizenship::vouch(signed(ada()), eve()));
		run_to(CHALLENGE_PERIOD);
		assert_ok!(Citizenship::withdraw_vouch(signed(ben()), eve()));
		run_to(5 + CHALLENGE_PERIOD - 1);
		assert_noop!(admit(gus(), "Eve"), Error::TooEarlyToAdmit);
		run_to(5 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn to_give_and_take_a_spare_vouch_delays_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		for block in 2..1 + CHALLENGE_PERIOD {
			run_to(block);
			assert_ok!(Citizenship::vouch(signed(ada()), eve()));
			assert_ok!(Citizenship::withdraw_vouch(signed(ada()), eve()));
		}
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn an_account_that_casts_secret_ballots_is_not_admitted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		BallotAccounts::set(vec![eve()]);
		assert_noop!(admit(ada(), "Eve"), Error::BallotAccount);
	});
}

#[test]
fn the_founder_admits_at_once_in_the_founding_tier() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		events();
		assert_noop!(admit(ben(), "Eve"), Error::TooFewVouches);
		assert_ok!(admit(ada(), "Eve"));
		assert_eq!(events(), [Event::Admitted { citizen: 4, account: eve(), admission: Admission::Founder }]);
	});
}

#[test]
fn after_the_founding_tier_the_founder_admits_like_anyone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for tier in [Tier::Consultative, Tier::Shared, Tier::Community] {
			CurrentTier::set(tier);
			assert_noop!(admit(ada(), "Eve"), Error::TooFewVouches);
		}
		vouch_enough("Eve");
		assert_noop!(admit(ada(), "Eve"), Error::TooEarlyToAdmit);
		run_to(1 + CHALLENGE_PERIOD);
		events();
		assert_ok!(admit(ada(), "Eve"));
		assert_eq!(events(), [Event::Admitted { citizen: 4, account: eve(), admission: Admission::Vouched }]);
	});
}

#[test]
fn a_suspended_founder_admits_like_anyone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		suspend(ADA);
		assert_noop!(admit(ada(), "Eve"), Error::TooFewVouches);
		assert_ok!(Citizenship::reinstate(root(), ADA));
		assert_ok!(admit(ada(), "Eve"));
	});
}

#[test]
fn a_state_without_a_founder_admits_by_vouches() {
	ExtBuilder::default().without_founder().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for who in [ada(), ben()] {
			assert_noop!(admit(who, "Eve"), Error::TooFewVouches);
		}
		vouch_enough("Eve");
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn only_the_founder_passes_for_the_founder() {
	ExtBuilder::default().build_and_execute(|| {
		let passes = |who| EnsureFounder::<Test>::try_origin(signed(who)).ok();
		assert_eq!(passes(ada()), Some(ADA));
		assert_eq!(passes(ben()), None);
		assert_eq!(passes(gus()), None);
		assert!(EnsureFounder::<Test>::try_origin(root()).is_err());
	});
}

#[test]
fn the_founder_passes_only_in_the_founding_tier_and_in_full_standing() {
	ExtBuilder::default().build_and_execute(|| {
		let passes = || EnsureFounder::<Test>::try_origin(signed(ada())).ok();
		CurrentTier::set(Tier::Consultative);
		assert_eq!(passes(), None);
		CurrentTier::set(Tier::Founding);
		assert_eq!(passes(), Some(ADA));
		suspend(ADA);
		assert_eq!(passes(), None);
	});
}

#[test]
fn each_power_passes_up_to_the_tier_that_ends_it() {
	ExtBuilder::default().build_and_execute(|| {
		struct MayVeto;
		impl Get<FounderPower> for MayVeto {
			fn get() -> FounderPower {
				FounderPower::Veto
			}
		}
		for tier in [Tier::Founding, Tier::Consultative, Tier::Shared, Tier::Community] {
			CurrentTier::set(tier);
			let appoints = EnsureFounder::<Test, MayAppoint>::try_origin(signed(ada())).is_ok();
			assert_eq!(appoints, tier == Tier::Founding);
			let vetoes = EnsureFounder::<Test, MayVeto>::try_origin(signed(ada())).is_ok();
			assert_eq!(vetoes, tier != Tier::Community);
			assert!(EnsureFounder::<Test, MayVeto>::try_origin(signed(ben())).is_err());
		}
	});
}

#[test]
fn a_founder_who_retires_is_a_citizen_like_any_other() {
	ExtBuilder::default().build_and_execute(|| {
		Citizenship::retire_founder();
		assert_eq!(events(), [Event::FounderLeft { citizen: ADA }]);
		assert_eq!(<Citizenship as Founders>::founder(), None);
		assert!(EnsureFounder::<Test>::try_origin(signed(ada())).is_err());
		assert_eq!(citizen(ADA).standing, Standing::Active);
		Citizenship::retire_founder();
		assert_eq!(events(), [], "there is nobody left to retire");
	});
}

#[test]
fn a_charter_that_asks_for_more_vouches_than_fit_asks_for_all_that_fit() {
	ExtBuilder::default().build_and_execute(|| {
		for name in ["Hope", "Iris", "Jack", "Kim"] {
			make_citizen(name);
		}
		RequiredVouches::set(MAX_VOUCHES + 1);
		assert_ok!(apply("Eve"));
		for name in ["Ada", "Ben", "Cleo", "Dora", "Hope", "Iris", "Jack"] {
			assert_ok!(Citizenship::vouch(signed(account(name)), eve()));
		}
		assert_noop!(admit(gus(), "Eve"), Error::TooFewVouches);
		assert_ok!(Citizenship::vouch(signed(account("Kim")), eve()));
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
	});
}

#[test]
fn the_last_number_is_given_and_there_is_none_after_it() {
	ExtBuilder::default().build_and_execute(|| {
		NextCitizenId::<Test>::put(CitizenId::MAX - 1);
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		assert_ok!(admit(ada(), "Eve"));
		assert_eq!(Citizenship::citizen(&eve()), Some(CitizenId::MAX - 1));
		assert_noop!(admit(ada(), "Finn"), Error::TooManyCitizens);
	});
}

#[test]
fn a_possible_configuration_passes() {
	ExtBuilder::default().build_and_execute(|| {
		RequiredVouches::set(MAX_VOUCHES);
		MaxOpenVouches::set(MAX_VOUCHES);
		MaxOpenChallenges::set(MAX_CHALLENGES);
		ApplicationLifetime::set(CHALLENGE_PERIOD);
		Citizenship::integrity_test();
	});
}

#[test]
#[should_panic(expected = "an application cannot hold the required vouches")]
fn more_required_vouches_than_an_application_holds_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		RequiredVouches::set(MAX_VOUCHES + 1);
		Citizenship::integrity_test();
	});
}

#[test]
#[should_panic(expected = "a citizen cannot hold that many open vouches")]
fn more_open_vouches_than_a_citizen_holds_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenVouches::set(MAX_VOUCHES + 1);
		Citizenship::integrity_test();
	});
}

#[test]
#[should_panic(expected = "a citizen cannot hold that many open challenges")]
fn more_open_challenges_than_a_citizen_holds_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenChallenges::set(MAX_CHALLENGES + 1);
		Citizenship::integrity_test();
	});
}

#[test]
#[should_panic(expected = "applications lapse before they can be admitted")]
fn a_lifetime_below_the_challenge_period_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		ApplicationLifetime::set(CHALLENGE_PERIOD - 1);
		Citizenship::integrity_test();
	});
}
