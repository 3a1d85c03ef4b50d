// SPDX-License-Identifier: Apache-2.0
//! Citizenship outlives a lost key: the account can change, and so can the roll key.

use super::*;

fn phone() -> Account {
	account("Ben's phone")
}

fn replace_key(who: Account, key: RollKey) -> DispatchResult {
	let proof = proof(&who, &key);
	Citizenship::replace_roll_key(signed(who), key, proof)
}

#[test]
fn a_citizen_moves_to_another_account_once_it_accepts() {
	ExtBuilder::default().build_and_execute(|| {
		let before = citizen(BEN);
		assert_ok!(Citizenship::rotate(signed(ben()), phone()));
		assert_eq!(events(), [Event::RotationNamed { citizen: BEN, account: phone() }]);
		assert_eq!((Citizenship::citizen(&ben()), Citizenship::citizen(&phone())), (Some(BEN), None));
		let pending = Citizenship::citizen_info(BEN).and_then(|info| info.pending_rotation);
		assert_eq!(pending, Some(phone()));
		assert_ok!(Citizenship::accept_rotation(signed(phone()), BEN));
		assert_eq!(events(), [Event::Rotated { citizen: BEN, old: ben(), new: phone() }]);
		assert_eq!((Citizenship::citizen(&ben()), Citizenship::citizen(&phone())), (None, Some(BEN)));
		let free_acts = FreeActs { season: 0, used: 1 };
		assert_eq!(citizen(BEN), Citizen { account: phone(), free_acts, ..before });
		assert_eq!(headcount(), (4, 0));
		assert!(changes().is_empty(), "it is the same citizen");
		assert!(!PendingRotations::<Test>::contains_key(BEN));
	});
}

#[test]
fn nobody_receives_a_citizenship_that_they_did_not_ask_for() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::rotate(signed(ben()), eve()));
		assert_eq!(Citizenship::citizen(&eve()), None);
		assert_noop!(Citizenship::accept_rotation(signed(gus()), BEN), Error::NotNamed);
		assert_noop!(Citizenship::accept_rotation(signed(eve()), CLEO), Error::NotNamed);
		// She goes her own way.
		assert_ok!(apply("Eve"));
		assert_noop!(Citizenship::accept_rotation(signed(eve()), BEN), Error::AlreadyApplied);
		assert_ok!(Citizenship::admit(signed(ada()), eve()));
		assert_noop!(Citizenship::accept_rotation(signed(eve()), BEN), Error::AlreadyCitizen);
		assert_eq!(Citizenship::citizen(&eve()), Some(4));
	});
}

#[test]
fn an_account_named_lives_until_another_is_named_or_none() {
	ExtBuilder::default().build_and_execute(|| {
		let watch = account("Ben's watch");
		assert_ok!(Citizenship::rotate(signed(ben()), phone()));
		assert_eq!(references(phone()), (0, 1), "so it can accept without owning a token");
		assert_noop!(Citizenship::rotate(signed(ben()), phone()), Error::AlreadyNamed);
		events();
		assert_ok!(Citizenship::rotate(signed(ben()), watch.clone()));
		assert_eq!(
			events(),
			[
				Event::RotationCancelled { citizen: BEN, account: phone() },
				Event::RotationNamed { citizen: BEN, account: watch.clone() },
			]
		);
		assert!(!System::account_exists(&phone()));
		assert_noop!(Citizenship::accept_rotation(signed(phone()), BEN), Error::NotNamed);
		assert_eq!(references(watch.clone()), (0, 1));
		assert_ok!(Citizenship::cancel_rotation(signed(ben())));
		assert_eq!(events(), [Event::RotationCancelled { citizen: BEN, account: watch.clone() }]);
		assert!(!System::account_exists(&watch));
		assert_noop!(Citizenship::cancel_rotation(signed(ben())), Error::NoRotation);
		assert_noop!(Citizenship::cancel_rotation(signed(gus())), Error::NotCitizen);
	});
}

#[test]
fn two_citizens_who_name_the_same_account_do_not_kill_it_for_each_other() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::rotate(signed(ben()), phone()));
		assert_ok!(Citizenship::rotate(signed(cleo()), phone()));
		assert_eq!(references(phone()), (0, 2));
		assert_ok!(Citizenship::cancel_rotation(signed(ben())));
		assert_ok!(Citizenship::accept_rotation(signed(phone()), CLEO));
		assert_eq!(references(phone()), (0, 1));
		assert_noop!(Citizenship::rotate(signed(ben()), phone()), Error::AlreadyCitizen);
	});
}

#[test]
fn a_sponsorship_stops_nobody_from_moving() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::sponsor(signed(gus()), phone()));
		assert_ok!(Citizenship::rotate(signed(ben()), phone()));
		events();
		assert_ok!(Citizenship::accept_rotation(signed(phone()), BEN));
		assert_eq!(
			events(),
			[
				Event::SponsorshipDeclined { applicant: phone(), sponsor: gus() },
				Event::Rotated { citizen: BEN, old: ben(), new: phone() },
			]
		);
		assert_eq!((free(gus()), deposits(gus())), (1_000, 0));
		assert_eq!(references(phone()), (0, 1));
	});
}

#[test]
fn an_account_that_casts_secret_ballots_is_no_citizens() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Citizenship::rotate(signed(cleo()), phone()));
		BallotAccounts::set(vec![phone()]);
		assert_noop!(Citizenship::rotate(signed(ben()), phone()), Error::BallotAccount);
		assert_noop!(Citizenship::accept_rotation(signed(phone()), CLEO), Error::BallotAccount);
	});
}

#[test]
fn the_passport_moves_along_unchanged() {
	ExtBuilder::default().build_and_execute(|| {
		CurrentSeason::set(3);
		let id = make_citizen("Finn");
		turn_season();
		amend_charter();
		let (_, passport) = Issued::get(id).expect("Finn has one");
		assert_eq!(passport, Passport { number: 4, admitted: 3, charter_version: 1 });
		move_to(finn(), phone());
		assert_eq!(Issued::get(id), Some((phone(), passport)));
	});
}

#[test]
fn money_does_not_move_and_the_new_account_needs_none() {
	ExtBuilder::default().build_and_execute(|| {
		move_to(ben(), phone());
		assert_eq!((free(ben()), references(ben())), (1_000, (1, 0)));
		assert_eq!((free(phone()), references(phone())), (0, (0, 1)));
	});
}

#[test]
fn an_old_account_that_owns_nothing_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		make_citizen("Finn");
		move_to(finn(), phone());
		assert!(!System::account_exists(&finn()));
		assert_eq!(references(phone()), (0, 1));
	});
}

#[test]
fn only_a_citizen_moves() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for who in [gus(), eve()] {
			assert_noop!(Citizenship::rotate(signed(who), phone()), Error::NotCitizen);
		}
		move_to(ben(), phone());
		assert_noop!(Citizenship::rotate(signed(ben()), account("Ben's watch")), Error::NotCitizen);
	});
}

#[test]
fn nobody_moves_to_an_account_that_has_a_place_of_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for citizen in [cleo(), ben()] {
			assert_noop!(Citizenship::rotate(signed(ben()), citizen), Error::AlreadyCitizen);
		}
		assert_noop!(Citizenship::rotate(signed(ben()), eve()), Error::AlreadyApplied);
	});
}

#[test]
fn vouches_and_challenges_are_the_citizens_not_the_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		apply_sponsored("Finn");
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_ok!(Citizenship::challenge(signed(ben()), finn(), hash("why")));
		move_to(ben(), phone());
		assert_noop!(Citizenship::withdraw_vouch(signed(ben()), eve()), Error::NotCitizen);
		assert_ok!(Citizenship::withdraw_vouch(signed(phone()), eve()));
		assert_eq!((free(ben()), bonds(ben())), (890, 110));
		assert_ok!(Citizenship::renounce(signed(phone())));
		assert_eq!((free(ben()), bonds(ben())), (1_000, 0), "the bond returns to where it came from");
	});
}

#[test]
fn the_founders_powers_move_along() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		let tablet = account("Ada's tablet");
		move_to(ada(), tablet.clone());
		assert_noop!(Citizenship::admit(signed(ada()), eve()), Error::TooFewVouches);
		assert_ok!(Citizenship::admit(signed(tablet), eve()));
	});
}

#[test]
fn the_account_left_behind_is_anybodys() {
	ExtBuilder::default().build_and_execute(|| {
		move_to(ben(), phone());
		assert_noop!(apply("Ben"), Error::RollKeyTaken);
		assert_ok!(apply_with("Ben", charter(), key("Ben", 1)));
	});
}

#[test]
fn a_citizen_replaces_the_roll_key() {
	ExtBuilder::default().build_and_execute(|| {
		let before = citizen(BEN);
		let (old, new) = (key("Ben", 0), key("Ben", 1));
		assert_ok!(replace_key(ben(), new));
		assert_eq!(events(), [Event::RollKeyReplaced { citizen: BEN, old, new }]);
		assert_eq!(changes(), [(BEN, CitizenshipChange::RollKeyReplaced { roll_key: new })]);
		let free_acts = FreeActs { season: 0, used: 1 };
		assert_eq!(citizen(BEN), Citizen { roll_key: new, free_acts, ..before });
		assert_eq!(RollKeyOwners::<Test>::get(new), Some(RollKeyOwner::Citizen(BEN)));
		assert_eq!(RollKeyOwners::<Test>::get(old), None);
	});
}

#[test]
fn a_replaced_key_can_be_taken_up_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(replace_key(ben(), key("Ben", 1)));
		assert_ok!(replace_key(ben(), key("Ben", 0)));
	});
}

#[test]
fn a_key_that_somebody_has_is_no_replacement() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		for name in ["Ben", "Cleo", "Eve"] {
			assert_noop!(replace_key(ben(), key(name, 0)), Error::RollKeyTaken);
		}
	});
}

#[test]
fn a_malformed_key_is_no_replacement() {
	ExtBuilder::default().build_and_execute(|| {
		let mut malformed = key("Ben", 1);
		malformed[0] = 0;
		assert_noop!(replace_key(ben(), malformed), Error::InvalidRollKey);
	});
}

#[test]
fn a_new_key_is_proven_for_the_account_of_today() {
	ExtBuilder::default().build_and_execute(|| {
		let new = key("Ben", 1);
		let proof_of_old_account = proof(&ben(), &new);
		move_to(ben(), phone());
		assert_noop!(
			Citizenship::replace_roll_key(signed(phone()), new, proof_of_old_account),
			Error::InvalidPossessionProof
		);
		assert_ok!(replace_key(phone(), new));
	});
}

#[test]
fn only_active_citizens_replace_their_key() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_noop!(replace_key(gus(), key("Gus", 1)), Error::NotCitizen);
		assert_noop!(replace_key(eve(), key("Eve", 1)), Error::NotCitizen);
		suspend(BEN);
		assert_noop!(replace_key(ben(), key("Ben", 1)), Error::NotActive);
	});
}
