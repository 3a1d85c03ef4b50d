// SPDX-License-Identifier: Apache-2.0
//! Citizens stand behind applicants, each for a few at a time.

use super::*;

#[test]
fn a_vouch_stands_in_the_application_and_with_the_voucher() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		events();
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_eq!(events(), [Event::Vouched { applicant: eve(), voucher: BEN }]);
		assert_eq!(vouchers("Eve"), [BEN]);
		assert_eq!(citizen(BEN).open_vouches.to_vec(), [eve()]);
	});
}

#[test]
fn only_citizens_vouch() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for who in [gus(), eve()] {
			assert_noop!(Citizenship::vouch(signed(who), eve()), Error::NotCitizen);
		}
	});
}

#[test]
fn a_suspended_citizen_does_not_vouch() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		suspend(BEN);
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::NotActive);
	});
}

#[test]
fn a_vouch_needs_an_applicant() {
	ExtBuilder::default().build_and_execute(|| {
		for nobody in [finn(), cleo()] {
			assert_noop!(Citizenship::vouch(signed(ben()), nobody), Error::UnknownApplicant);
		}
	});
}

#[test]
fn nobody_vouches_twice_for_the_same_applicant() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::AlreadyVouched);
	});
}

#[test]
fn a_citizen_on_probation_does_not_vouch() {
	ExtBuilder::default().build_and_execute(|| {
		let hope = make_citizen("Hope");
		assert_ok!(apply("Eve"));
		OnProbation::set(vec![hope]);
		assert_noop!(Citizenship::vouch(signed(account("Hope")), eve()), Error::OnProbation);
		OnProbation::set(vec![]);
		assert_ok!(Citizenship::vouch(signed(account("Hope")), eve()));
	});
}

#[test]
fn a_citizen_has_three_open_vouches_and_not_a_fourth() {
	ExtBuilder::default().build_and_execute(|| {
		for name in ["Finn", "Hope", "Iris", "Jack"] {
			apply_sponsored(name);
		}
		for name in ["Finn", "Hope", "Iris"] {
			assert_ok!(Citizenship::vouch(signed(ben()), account(name)));
		}
		let fourth = || Citizenship::vouch(signed(ben()), account("Jack"));
		assert_noop!(fourth(), Error::TooManyBoundVouches);
		assert_ok!(Citizenship::withdraw_vouch(signed(ben()), account("Hope")));
		assert_ok!(fourth());
	});
}

#[test]
fn a_vouch_stays_bound_until_a_season_after_the_admission() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenVouches::set(1);
		apply_sponsored("Finn");
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), finn()));
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::TooManyBoundVouches);
		run_to(20);
		assert_ok!(Citizenship::admit(signed(ada()), finn()));
		assert!(citizen(BEN).open_vouches.is_empty());
		assert_eq!(citizen(BEN).bound_vouches.to_vec(), [20 + SEASON_LENGTH]);
		run_to(20 + SEASON_LENGTH - 1);
		turn_season();
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::TooManyBoundVouches);
		run_to(20 + SEASON_LENGTH);
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
	});
}

#[test]
fn a_vouch_stays_bound_even_if_the_person_leaves() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenVouches::set(1);
		apply_sponsored("Finn");
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), finn()));
		assert_ok!(Citizenship::admit(signed(ada()), finn()));
		assert_ok!(Citizenship::renounce(signed(finn())));
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::TooManyBoundVouches);
	});
}

#[test]
fn a_vouch_is_free_again_when_the_application_ends() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenVouches::set(1);
		apply_sponsored("Finn");
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), finn()));
		assert_ok!(Citizenship::withdraw_application(signed(finn())));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
	});
}

#[test]
fn vouches_that_are_no_longer_bound_make_room_in_the_list() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenVouches::set(MAX_VOUCHES);
		for season in 0..3 {
			for n in 0..MAX_VOUCHES {
				let name = format!("{season}/{n}");
				apply_sponsored(&name);
				assert_ok!(Citizenship::vouch(signed(ben()), account(&name)));
				assert_ok!(Citizenship::admit(signed(ada()), account(&name)));
			}
			assert_eq!(Citizenship::citizen_info(BEN).expect("Ben").vouches_left, 0);
			run_to(System::block_number() + SEASON_LENGTH);
			turn_season();
			assert_eq!(Citizenship::citizen_info(BEN).expect("Ben").vouches_left, MAX_VOUCHES);
		}
	});
}

#[test]
fn a_charter_that_allows_more_open_vouches_than_fit_allows_all_that_fit() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenVouches::set(MAX_VOUCHES + 1);
		let names = ["Finn", "Hope", "Iris", "Jack", "Kim", "Mona", "Nia", "Olga", "Pia"];
		for name in names {
			apply_sponsored(name);
		}
		for name in &names[..8] {
			assert_ok!(Citizenship::vouch(signed(ben()), account(name)));
		}
		assert_noop!(Citizenship::vouch(signed(ben()), account("Pia")), Error::TooManyBoundVouches);
	});
}

#[test]
fn an_application_counts_eight_vouches_and_not_a_ninth() {
	ExtBuilder::default().build_and_execute(|| {
		let newer = ["Hope", "Iris", "Jack", "Kim", "Mona"];
		for name in newer {
			make_citizen(name);
		}
		run_to(1 + SEASON_LENGTH);
		assert_ok!(apply("Eve"));
		for name in ["Ada", "Ben", "Cleo", "Dora", "Hope", "Iris", "Jack", "Kim"] {
			assert_ok!(Citizenship::vouch(signed(account(name)), eve()));
		}
		assert_eq!(vouchers("Eve").len(), 8);
		assert_noop!(Citizenship::vouch(signed(account("Mona")), eve()), Error::TooManyVouches);
		assert_ok!(Citizenship::withdraw_vouch(signed(ada()), eve()));
		assert_ok!(Citizenship::vouch(signed(account("Mona")), eve()));
	});
}

#[test]
fn a_withdrawn_vouch_stands_nowhere() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_ok!(Citizenship::vouch(signed(cleo()), eve()));
		assert_ok!(Citizenship::vouch(signed(ben()), finn()));
		events();
		assert_ok!(Citizenship::withdraw_vouch(signed(ben()), eve()));
		assert_eq!(events(), [Event::VouchWithdrawn { applicant: eve(), voucher: BEN }]);
		assert_eq!(vouchers("Eve"), [CLEO]);
		assert_eq!(citizen(BEN).open_vouches.to_vec(), [finn()]);
	});
}

#[test]
fn a_withdrawn_vouch_can_be_given_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_ok!(Citizenship::withdraw_vouch(signed(ben()), eve()));
		assert_noop!(Citizenship::withdraw_vouch(signed(ben()), eve()), Error::NotVouched);
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
	});
}

#[test]
fn only_ones_own_vouch_can_be_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_noop!(Citizenship::withdraw_vouch(signed(cleo()), eve()), Error::NotVouched);
		assert_noop!(Citizenship::withdraw_vouch(signed(gus()), eve()), Error::NotCitizen);
		assert_noop!(Citizenship::withdraw_vouch(signed(ben()), finn()), Error::UnknownApplicant);
	});
}
