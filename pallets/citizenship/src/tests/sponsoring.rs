// SPDX-License-Identifier: Apache-2.0
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
fn a_sponsor_cannot_pull_out_once_the_applicant_has_applied() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		vouch_enough("Finn");
		run_to(CHALLENGE_PERIOD);
		for who in [gus(), eve(), finn()] {
			assert_noop!(Citizenship::withdraw_sponsorship(signed(who), finn()), Error::NotSponsor);
		}
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(Citizenship::admit(signed(gus()), finn()));
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
	});
}

#[test]
fn an_applicant_with_money_of_their_own_needs_no_sponsor_and_gets_rid_of_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), eve()));
		events();
		let proof = proof(&eve(), &key("Eve", 0));
		let own = DepositSource::Own;
		assert_ok!(Citizenship::apply(signed(eve()), charter(), key("Eve", 0), proof, hash("Eve"), own));
		assert_eq!(events()[0], Event::SponsorshipDeclined { applicant: eve(), sponsor: gus() });
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
		assert_eq!((free(eve()), deposits(eve())), (930, 70));
		assert_eq!(references(eve()), (1, 0));
		assert_noop!(Citizenship::withdraw_sponsorship(signed(gus()), eve()), Error::NotSponsor);
		assert!(has_applied("Eve"));
	});
}

#[test]
fn nobody_applies_with_a_deposit_that_nobody_has_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let proof = proof(&eve(), &key("Eve", 0));
		let sponsored = DepositSource::Sponsored;
		assert_noop!(
			Citizenship::apply(signed(eve()), charter(), key("Eve", 0), proof, hash("Eve"), sponsored),
			Error::NotSponsored
		);
	});
}

#[test]
fn an_unwanted_sponsorship_is_declined() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Citizenship::decline_sponsorship(signed(finn())), Error::NotSponsored);
		assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
		events();
		assert_ok!(Citizenship::decline_sponsorship(signed(finn())));
		assert_eq!(events(), [Event::SponsorshipDeclined { applicant: finn(), sponsor: gus() }]);
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
		assert!(!System::account_exists(&finn()));
		assert_ok!(Citizenship::sponsor(signed(ben()), finn()));
	});
}

#[test]
fn a_used_sponsorship_is_not_declined() {
	ExtBuilder::default().build_and_execute(|| {
		apply_sponsored("Finn");
		assert_noop!(Citizenship::decline_sponsorship(signed(finn())), Error::NotSponsored);
	});
}

#[test]
fn a_sponsor_pays_for_the_free_calls_that_they_make_possible() {
	use frame_support::dispatch::GetDispatchInfo;
	let sponsor = Call::sponsor { applicant: finn() }.get_dispatch_info().call_weight;
	let free = <() as WeightInfo>::apply() + <() as WeightInfo>::withdraw_application();
	assert!(sponsor.all_gt(free));
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
