//! Nobody is too poor to become a citizen.

use super::*;

#[test]
fn anyone_may_sponsor_and_that_keeps_the_account_alive() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(!System::account_exists(&finn()));
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		assert_eq!(events(), [Event::Sponsored { applicant: finn(), sponsor: gus(), deposit: DEPOSIT }]);
		assert_eq!((free(gus()), deposits(gus())), (930, 70));
		assert_eq!(references(finn()), (0, 1));
	});
}

#[test]
fn a_sponsored_applicant_needs_no_token() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		assert_ok!(apply("Finn"));
		assert_eq!(application("Finn").deposit, Deposit { payer: gus(), amount: DEPOSIT });
		assert_eq!(Balances::total_balance(&finn()), 0);
		assert_eq!(deposits(gus()), 70, "it is held once");
		assert_eq!(references(finn()), (0, 1));
		assert!(!Sponsorships::<Test>::contains_key(finn()), "the offer is used");
	});
}

#[test]
fn the_deposit_returns_to_the_sponsor_at_admission() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(Citizenship::admit(signed(ada()), finn()));
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
		assert_eq!(references(finn()), (0, 1), "the citizen's reference has replaced the sponsor's");
	});
}

#[test]
fn nobody_sponsors_themselves() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Citizenship::sponsor(signed(eve()), eve()), Error::SelfSponsored);
	});
}

#[test]
fn nobody_is_sponsored_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		for sponsor in [gus(), ben()] {
			assert_noop!(Citizenship::sponsor(signed(sponsor), finn()), Error::AlreadySponsored);
		}
	});
}

#[test]
fn an_applicant_needs_no_sponsor_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_noop!(Citizenship::sponsor(signed(gus()), eve()), Error::AlreadyApplied);
	});
}

#[test]
fn a_citizen_needs_no_sponsor_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Citizenship::sponsor(signed(gus()), ben()), Error::AlreadyCitizen);
	});
}

#[test]
fn a_sponsor_owns_the_deposit_and_what_keeps_an_account_alive() {
	ExtBuilder::default().build_and_execute(|| {
		give("Pia", 70);
		assert_noop!(Citizenship::sponsor(signed(account("Pia")), finn()), TokenError::FundsUnavailable);
		give("Pia", 1);
		assert_ok!(Citizenship::sponsor(signed(account("Pia")), finn()));
		assert_eq!((free(account("Pia")), deposits(account("Pia"))), (1, 70));
	});
}

#[test]
fn one_sponsor_may_pay_for_many() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		assert_ok!(Citizenship::sponsor(signed(gus()), account("Hope")));
		assert_eq!((free(gus()), deposits(gus())), (860, 140));
		assert_ok!(Citizenship::withdraw_sponsorship(signed(gus()), finn()));
		assert_eq!((free(gus()), deposits(gus())), (930, 70));
		assert!(Sponsorships::<Test>::contains_key(account("Hope")));
	});
}

#[test]
fn a_sponsor_takes_an_unused_offer_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		events();
		assert_ok!(Citizenship::withdraw_sponsorship(signed(gus()), finn()));
		assert_eq!(events(), [Event::SponsorshipWithdrawn { applicant: finn(), sponsor: gus() }]);
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
		assert!(!System::account_exists(&finn()), "nothing keeps the account alive");
		assert_noop!(apply("Finn"), TokenError::FundsUnavailable);
	});
}

#[test]
fn a_sponsored_account_with_money_of_its_own_outlives_the_offer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		give("Finn", 5);
		assert_eq!(references(finn()), (1, 1));
		assert_ok!(Citizenship::withdraw_sponsorship(signed(gus()), finn()));
		assert_eq!(references(finn()), (1, 0));
		assert_eq!(free(finn()), 5);
	});
}

#[test]
fn only_the_sponsor_takes_an_offer_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Citizenship::withdraw_sponsorship(signed(gus()), finn()), Error::NotSponsor);
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		for other in [eve(), finn()] {
			assert_noop!(Citizenship::withdraw_sponsorship(signed(other), finn()), Error::NotSponsor);
		}
	});
}

#[test]
fn a_sponsor_who_takes_the_deposit_back_ends_the_application() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(Citizenship::vouch(signed(ben()), finn()));
		events();
		assert_ok!(Citizenship::withdraw_sponsorship(signed(gus()), finn()));
		assert_eq!(
			events(),
			[Event::ApplicationClosed { applicant: finn(), closure: Closure::SponsorWithdrew }]
		);
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
		assert!(!has_applied("Finn"));
		assert!(citizen(BEN).open_vouches.is_empty());
		assert!(!RollKeyOwners::<Test>::contains_key(key("Finn", 0)));
		assert!(!System::account_exists(&finn()));
	});
}

#[test]
fn only_the_sponsor_ends_a_sponsored_application() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		for other in [eve(), finn()] {
			assert_noop!(Citizenship::withdraw_sponsorship(signed(other), finn()), Error::NotSponsor);
		}
	});
}

#[test]
fn an_applicant_who_paid_is_not_their_own_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for who in [eve(), gus()] {
			assert_noop!(Citizenship::withdraw_sponsorship(signed(who), eve()), Error::NotSponsor);
		}
	});
}

#[test]
fn a_challenge_binds_the_sponsor_until_the_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		challenge("Finn");
		assert_noop!(Citizenship::withdraw_sponsorship(signed(gus()), finn()), Error::AwaitsRuling);
		assert_ok!(Citizenship::rule(root(), finn(), Ruling::Dismissed));
		assert_ok!(Citizenship::withdraw_sponsorship(signed(gus()), finn()));
	});
}

#[test]
fn a_challenge_that_nobody_rules_on_binds_the_sponsor_until_somebody_ends_it() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		challenge("Finn");
		run_to(1 + RULING_PERIOD);
		assert_noop!(Citizenship::withdraw_sponsorship(signed(gus()), finn()), Error::AwaitsRuling);
		assert_ok!(Citizenship::lapse_challenge(signed(gus()), finn()));
		assert_eq!(references(finn()), (0, 1), "the sponsor still keeps the account alive");
		assert_ok!(Citizenship::withdraw_sponsorship(signed(gus()), finn()));
		assert!(!System::account_exists(&finn()));
	});
}

#[test]
fn a_sponsored_applicant_who_withdraws_gives_the_deposit_back_to_the_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_ok!(Citizenship::withdraw_application(signed(finn())));
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
		assert!(!System::account_exists(&finn()));
	});
}

#[test]
fn a_deposit_returns_in_full_whatever_the_charter_asks_by_then() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		ApplicationDeposit::set(33);
		assert_ok!(Citizenship::sponsor(signed(ben()), account("Hope")));
		assert_eq!((deposits(gus()), deposits(ben())), (70, 33));
		assert_ok!(Citizenship::withdraw_sponsorship(signed(gus()), finn()));
		assert_eq!(deposits(gus()), 0);
	});
}
