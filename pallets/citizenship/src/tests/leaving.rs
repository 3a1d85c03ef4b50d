//! Everyone may leave, at once and always, with what is theirs.

use super::*;
use civitas_primitives::Exit;

#[test]
fn a_citizen_leaves_and_nothing_refers_to_them_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert_eq!(events(), [Event::Renounced { citizen: BEN }]);
		assert_eq!(changes(), [(BEN, CitizenshipChange::Left { standing: Standing::Active })]);
		assert_eq!(Citizens::<Test>::get(BEN), None);
		assert_eq!(Citizenship::citizen(&ben()), None);
		assert_eq!(<Citizenship as Citizenry<Account>>::standing(BEN), None);
		assert!(!RollKeyOwners::<Test>::contains_key(key("Ben", 0)));
		assert_eq!(Issued::get(BEN), None);
		assert_eq!(headcount(), (3, 0));
		assert_eq!(references(ben()), (1, 0), "Ben's money alone keeps the account");
		assert_eq!(free(ben()), 1_000);
	});
}

#[test]
fn only_a_citizen_leaves_and_only_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for who in [gus(), eve()] {
			assert_noop!(Citizenship::renounce(signed(who)), Error::NotCitizen);
		}
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert_noop!(Citizenship::renounce(signed(ben())), Error::NotCitizen);
	});
}

#[test]
fn who_leaves_takes_their_open_vouches_along() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		vouch_enough("Eve");
		assert_ok!(Citizenship::vouch(signed(ben()), finn()));
		events();
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert_eq!(
			events(),
			[
				Event::VouchWithdrawn { applicant: eve(), voucher: BEN },
				Event::VouchWithdrawn { applicant: finn(), voucher: BEN },
				Event::Renounced { citizen: BEN },
			]
		);
		assert_eq!(vouchers("Eve"), [CLEO, DORA]);
		assert!(vouchers("Finn").is_empty());
		run_to(1 + CHALLENGE_PERIOD);
		assert_noop!(Citizenship::admit(signed(gus()), eve()), Error::TooFewVouches);
	});
}

#[test]
fn who_leaves_while_challenging_gets_the_bond_back_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		challenge("Eve");
		assert_eq!((free(cleo()), bonds(cleo())), (890, 110));
		events();
		assert_ok!(Citizenship::renounce(signed(cleo())));
		assert_eq!(
			events(),
			[
				Event::ChallengeLapsed { applicant: eve(), challenger: CLEO },
				Event::Renounced { citizen: CLEO },
			]
		);
		assert_eq!((free(cleo()), bonds(cleo())), (1_000, 0));
		assert_eq!(application("Eve").challenge, None);
		assert_noop!(Citizenship::rule(root(), eve(), CLEO, 1, Ruling::Upheld), Error::NotChallenged);
	});
}

#[test]
fn a_suspended_citizen_leaves_like_anyone() {
	ExtBuilder::default().build_and_execute(|| {
		suspend(BEN);
		assert_eq!(headcount(), (3, 1));
		changes();
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert_eq!(changes(), [(BEN, CitizenshipChange::Left { standing: Standing::Suspended })]);
		assert_eq!(headcount(), (3, 0));
	});
}

#[test]
fn a_founder_who_leaves_takes_the_powers_along() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_ok!(Citizenship::renounce(signed(ada())));
		assert_eq!(events()[1..], [Event::FounderLeft { citizen: ADA }, Event::Renounced { citizen: ADA }]);
		assert_eq!(Founder::<Test>::get(), None);
		assert!(EnsureFounder::<Test>::try_origin(signed(ada())).is_err());
		for who in [ada(), ben()] {
			assert_noop!(Citizenship::admit(signed(who), eve()), Error::TooFewVouches);
		}
	});
}

#[test]
fn a_founder_who_comes_back_is_a_citizen_like_anyone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::renounce(signed(ada())));
		assert_ok!(apply("Ada"));
		vouch_enough("Ada");
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(Citizenship::admit(signed(gus()), ada()));
		assert_ok!(apply("Eve"));
		assert_noop!(Citizenship::admit(signed(ada()), eve()), Error::TooFewVouches);
	});
}

#[test]
fn the_founder_stays_when_somebody_else_leaves() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert_eq!(Founder::<Test>::get(), Some(ADA));
	});
}

#[test]
fn who_owns_nothing_leaves_no_account_behind() {
	ExtBuilder::default().build_and_execute(|| {
		make_citizen("Finn");
		assert_eq!(references(finn()), (0, 1));
		assert_ok!(Citizenship::renounce(signed(finn())));
		assert!(!System::account_exists(&finn()));
	});
}

#[test]
fn who_comes_back_gets_a_new_number_and_may_use_the_old_key() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(make_citizen("Finn"), 4);
		assert_ok!(Citizenship::renounce(signed(finn())));
		assert_eq!(make_citizen("Hope"), 5);
		assert_eq!(make_citizen("Finn"), 6);
		assert_eq!(citizen(6).roll_key, key("Finn", 0));
		assert_eq!(Citizens::<Test>::get(4), None);
	});
}

#[test]
fn even_the_newest_number_is_not_given_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(make_citizen("Finn"), 4);
		assert_ok!(Citizenship::renounce(signed(finn())));
		assert_eq!(make_citizen("Finn"), 5);
	});
}

#[test]
fn a_sponsor_who_leaves_still_sponsors() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(ben()), finn()));
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert_eq!(deposits(ben()), 70);
		assert_ok!(apply("Finn"));
		assert_ok!(Citizenship::admit(signed(ada()), finn()));
		assert_eq!((free(ben()), deposits(ben())), (1_000, 0));
	});
}

#[test]
fn whoever_leaves_gets_what_is_theirs_while_they_are_still_citizens() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::renounce(signed(ben())));
		revoke(CLEO, Grounds::Breach);
		let exits = EXITS.with_borrow(Clone::clone);
		assert_eq!(exits, [(BEN, ben(), true, Exit::Honest), (CLEO, cleo(), true, Exit::Honest)]);
	});
}

#[test]
fn leaving_cancels_a_pending_rotation() {
	ExtBuilder::default().build_and_execute(|| {
		let phone = account("Ben's phone");
		assert_ok!(Citizenship::rotate(signed(ben()), phone.clone()));
		events();
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert_eq!(
			events(),
			[
				Event::RotationCancelled { citizen: BEN, account: phone.clone() },
				Event::Renounced { citizen: BEN },
			]
		);
		assert!(!System::account_exists(&phone));
		assert_noop!(Citizenship::accept_rotation(signed(phone), BEN), Error::NotNamed);
	});
}

#[test]
fn a_sentenced_citizen_leaves_at_once_like_anyone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::revoke(root(), BEN, Grounds::Breach, hash("verdict")));
		assert_ok!(Citizenship::renounce(signed(ben())));
		events();
		run_to(1 + APPEAL_PERIOD);
		assert_ok!(Citizenship::execute_sentence(signed(gus()), BEN));
		assert_eq!(events(), [Event::SentenceMoot { citizen: BEN }]);
	});
}

/// Leaving was a way to be paid what a sentence for fraud would have taken.
#[test]
fn nobody_escapes_a_sentence_for_fraud_by_leaving_first() {
	let last_exit = || EXITS.with_borrow(|all| all.last().map(|(.., exit)| *exit));
	let leaves_after = |sentence: &dyn Fn(), expected: Exit| {
		ExtBuilder::default().build_and_execute(|| {
			sentence();
			assert_ok!(Citizenship::renounce(signed(ben())));
			assert_eq!(last_exit(), Some(expected));
		});
	};
	let revoked = |grounds| {
		assert_ok!(Citizenship::revoke(root(), BEN, grounds, hash("verdict")));
	};
	let suspended = || {
		assert_ok!(Citizenship::suspend(root(), BEN, hash("verdict")));
	};
	leaves_after(&|| {}, Exit::Honest);
	leaves_after(&|| revoked(Grounds::Fraud), Exit::Fraud);
	leaves_after(&|| revoked(Grounds::Breach), Exit::Honest);
	leaves_after(&suspended, Exit::Honest);
	let lifted = || {
		revoked(Grounds::Fraud);
		assert_ok!(Citizenship::lift_sentence(root(), BEN));
	};
	leaves_after(&lifted, Exit::Honest);
	// A sentence that takes effect does the same.
	ExtBuilder::default().build_and_execute(|| {
		assert!(!<Citizenship as civitas_primitives::Sentences>::is_sentenced(BEN));
		assert_ok!(Citizenship::revoke(root(), BEN, Grounds::Fraud, hash("verdict")));
		assert!(<Citizenship as civitas_primitives::Sentences>::is_sentenced(BEN));
		run_to(1 + APPEAL_PERIOD);
		assert_ok!(Citizenship::execute_sentence(signed(gus()), BEN));
		assert!(!<Citizenship as civitas_primitives::Sentences>::is_sentenced(BEN));
		assert_eq!(last_exit(), Some(Exit::Fraud));
	});
}
