//! Candidacies, bonds and keys.

use super::*;
use frame_support::traits::fungible::Inspect;
use sp_runtime::TokenError;

#[test]
fn a_candidate_places_the_bond_and_registers_keys() {
	build_and_execute(|| {
		fund(50, WEALTH);
		assert_ok!(stand(50));
		assert_eq!((held(50), Balances::balance(&50)), (BOND, WEALTH - BOND));
		assert_eq!(Session::load_keys(&50), Some(keys(50)));
		System::assert_has_event(Event::Stood { candidate: 0, account: 50, bond: BOND }.into());
		let expected = CandidateInfo { candidate: 0, account: 50, bond: BOND, approvals: 0, serves: false };
		assert_eq!(Validators::candidate(0), Some(expected.clone()));
		assert_eq!(Validators::candidacy(50), Some(expected));
		assert_noop!(stand(50), Error::AlreadyCandidate);
	});
}

#[test]
fn keys_need_a_proof_by_their_owner_and_belong_to_nobody_else() {
	build_and_execute(|| {
		fund(50, WEALTH);
		let stand = |key, proof| Validators::stand(RuntimeOrigin::signed(50), keys(key), proof);
		assert_noop!(stand(50, vec![]), Error::InvalidProof);
		assert_noop!(stand(50, proof(50, 51)), Error::InvalidProof);
		assert_noop!(stand(50, proof(51, 50)), Error::InvalidProof);
		assert_noop!(stand(1, proof(1, 50)), pallet_session::Error::<Test>::DuplicatedKey);
		assert_ok!(stand(50, proof(50, 50)));
	});
}

#[test]
fn whoever_cannot_pay_the_bond_does_not_stand() {
	build_and_execute(|| {
		// The bond and the least that an account must keep.
		fund(50, BOND);
		assert_noop!(stand(50), TokenError::FundsUnavailable);
		fund(50, 1);
		assert_ok!(stand(50));
	});
}

#[test]
fn only_candidates_and_validators_set_keys() {
	build_and_execute(|| {
		let set = |who, key| Session::set_keys(RuntimeOrigin::signed(who), keys(key), proof(key, who));
		fund(50, WEALTH);
		assert_noop!(set(50, 50), pallet_session::Error::<Test>::NoAssociatedValidatorId);
		assert_ok!(stand(50));
		assert_ok!(set(50, 51));
		assert_ok!(set(1, 11));
		assert_eq!(Session::load_keys(&50), Some(keys(51)));
	});
}

#[test]
fn the_bond_returns_at_once_to_a_candidate_who_never_served() {
	build_and_execute(|| {
		candidate(50);
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(50)));
		System::assert_has_event(Event::Withdrew { candidate: 0, account: 50 }.into());
		System::assert_last_event(Event::Released { account: 50, amount: BOND }.into());
		assert_eq!((held(50), Balances::balance(&50)), (0, WEALTH));
		assert_eq!((Session::load_keys(&50), Validators::is_known(&50)), (None, false));
		assert_noop!(Validators::withdraw(RuntimeOrigin::signed(50)), Error::NotCandidate);
	});
}

#[test]
fn a_validator_who_withdraws_serves_on_and_gets_the_bond_when_nothing_can_be_reported() {
	build_and_execute(|| {
		admit(ADA);
		let all: Vec<_> = (50..54).map(candidate).collect();
		assert_ok!(approve(ADA, &all));
		election();
		assert_eq!(serving(), [50, 51, 52, 53]);
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(50)));
		sessions(3);
		assert_eq!((Session::validators().contains(&50), held(50)), (true, BOND));
		assert_eq!(Validators::kept_bond(50), Some((BOND, None)));
		let release = || Validators::release(RuntimeOrigin::signed(7), 50).map_err(|failed| failed.error);
		assert_noop!(release(), Error::StillBound);

		let fifth = candidate(54);
		assert_ok!(approve(ADA, &[all[1], all[2], all[3], fifth]));
		turn();
		let lost_in = Session::current_index();
		sessions(1);
		assert!(Session::validators().contains(&50), "planned before the election");
		sessions(1);
		assert!(!Session::validators().contains(&50));
		let first_free = lost_in + 2 + REPORT_SESSIONS;
		assert_eq!(Validators::kept_bond(50), Some((BOND, Some(first_free))));
		sessions(first_free - 1 - Session::current_index());
		assert_noop!(release(), Error::StillBound);
		sessions(1);
		let done = Validators::release(RuntimeOrigin::signed(7), 50).expect("it is due");
		assert_eq!(done.pays_fee, Pays::No);
		assert_eq!((held(50), Validators::is_known(&50), Session::load_keys(&50)), (0, false, None));
		assert_noop!(release(), Error::NothingToRelease);
	});
}

#[test]
fn whoever_stands_again_is_a_new_candidate_with_the_bond_that_was_kept() {
	build_and_execute(|| {
		admit(ADA);
		let all: Vec<_> = (50..54).map(candidate).collect();
		assert_ok!(approve(ADA, &all));
		election();
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(50)));
		let free = Balances::balance(&50);
		assert_ok!(stand(50));
		assert_eq!((held(50), Balances::balance(&50)), (BOND, free));
		let again = Validators::candidacy(50).expect("stands");
		assert_eq!((again.candidate, again.approvals, again.serves), (4, 0, true));
	});
}

#[test]
fn a_founding_validator_stands_like_anyone() {
	build_and_execute(|| {
		assert_ok!(Validators::stand(RuntimeOrigin::signed(1), keys(1), proof(1, 1)));
		assert_eq!(held(1), BOND);
		// It can have a seat and a candidacy, and neither depends on the other.
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(1)));
		assert_eq!((held(1), serving()), (BOND, FOUNDERS.to_vec()));
	});
}

#[test]
fn a_bond_that_was_raised_meanwhile_is_asked_of_those_who_stand_later() {
	build_and_execute(|| {
		candidate(50);
		KeptBonds::<Test>::insert(51, 30);
		fund(51, WEALTH);
		use frame_support::traits::fungible::MutateHold;
		assert_ok!(Balances::hold(&HoldReason::Bond.into(), &51, 30));
		assert_ok!(stand(51));
		assert_eq!((held(50), held(51), KeptBonds::<Test>::get(51)), (BOND, BOND, None));
	});
}
