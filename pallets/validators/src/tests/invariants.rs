//! Each invariant, broken.

use super::*;
use sp_runtime::DispatchError;

/// Breaks something in a state with five candidates, four of whom serve, and says what the check has found.
fn broken(by: impl FnOnce()) -> &'static str {
	build().execute_with(|| {
		admit(ADA);
		let all: Vec<_> = (50..54).map(candidate).collect();
		assert_ok!(approve(ADA, &all));
		election();
		candidate(54);
		assert_ok!(Validators::do_try_state());
		by();
		match Validators::do_try_state() {
			Err(DispatchError::Other(message)) => message,
			other => panic!("no invariant is broken: {other:?}"),
		}
	})
}

#[test]
fn i1_counted_approvals() {
	assert_eq!(
		broken(|| Candidates::<Test>::mutate_extant(4, |it| it.approvals = 1)),
		"I1: approvals are miscounted"
	);
}

#[test]
fn i2_ranking() {
	assert_eq!(broken(|| Ranking::<Test>::remove(Rank::new(1, 0))), "I2: the ranking is wrong");
	assert_eq!(broken(|| Ranking::<Test>::insert(Rank::new(0, 4), ())), "I2: the ranking is wrong");
}

#[test]
fn i3_bonds() {
	let lower = || Candidates::<Test>::mutate_extant(0, |it| it.bond -= 1);
	assert_eq!(broken(lower), "I3: a bond is not on hold");
	assert_eq!(broken(|| KeptBonds::<Test>::insert(70, 1)), "I3: a bond is not on hold");
	assert_eq!(broken(|| KeptBonds::<Test>::insert(50, BOND)), "I3: a candidate has a kept bond");
}

#[test]
fn i4_accounts() {
	assert_eq!(broken(|| CandidateOf::<Test>::insert(50, 1)), "I4: a candidate is not found");
	assert_eq!(broken(|| NextCandidate::<Test>::put(4)), "I4: a candidate is not found");
	let extra = || CandidateOf::<Test>::insert(70, 0);
	assert_eq!(broken(extra), "I4: an account has a candidacy that is not there");
}

#[test]
fn i5_lists() {
	let stranger = || Approvals::<Test>::insert(7, list(&[9]));
	assert_eq!(broken(stranger), "I5: somebody approves who is no active citizen");
	let disorder = || Approvals::<Test>::insert(ADA, list(&[1, 0]));
	assert_eq!(broken(disorder), "I5: a list of approvals is empty or not in order");
	let nothing = || Approvals::<Test>::insert(ADA, list(&[]));
	assert_eq!(broken(nothing), "I5: a list of approvals is empty or not in order");
}

#[test]
fn i6_seats() {
	assert_eq!(broken(Serving::<Test>::kill), "I6: nobody serves");
	let disorder = || {
		let reversed = serving().into_iter().rev().collect();
		Serving::<Test>::put(BoundedVec::truncate_from(reversed));
	};
	assert_eq!(broken(disorder), "I6: those who serve are not in order");
	assert_eq!(broken(|| Records::<Test>::remove(50)), "I6: the records of seats are wrong");
	let extra = || Records::<Test>::insert(70, Record::default());
	assert_eq!(broken(extra), "I6: the records of seats are wrong");
}

#[test]
fn i7_lost_seats() {
	let many = || LastElection::<Test>::mutate(|it| it.seats = 6);
	assert_eq!(broken(many), "I7: too many have lost their seats");
}
