// SPDX-License-Identifier: Apache-2.0
//! Each invariant is checked: what breaks it is found.

use super::*;
use civitas_primitives::PanelTally;
use sp_runtime::TryRuntimeError;

/// Breaks the state of a sound chain with a poll and a vote, and says what the check finds.
#[track_caller]
fn expect(message: &'static str, break_it: impl FnOnce(PollIndex, u64)) {
	build().execute_with(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		assert_ok!(OutsidePanel::do_try_state());
		break_it(poll, members[0]);
		assert_eq!(OutsidePanel::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

#[test]
fn a_register_that_is_off_is_found() {
	expect("I1: a slot was never given", |_, _| Register::<Test>::mutate(|size| size.slots = 19));
	expect("I1: residents are miscounted", |_, _| Register::<Test>::mutate(|size| size.residents = 19));
	expect("I1: a resident holds no slot", |_, _| Holders::<Test>::remove(3));
	expect("I1: a slot is held by no resident", |_, _| Holders::<Test>::insert(90, 99));
	expect("I1: a resident was removed", |_, who| {
		let slot = Residents::<Test>::get(who).expect("is registered").slot;
		Removals::<Test>::insert(who, Removal { slot, at: 1 });
	});
	expect("I2: evidence is not its resident's", |_, _| EvidenceOf::<Test>::insert(evidence(4), 9));
	expect("I2: evidence is no resident's", |_, _| EvidenceOf::<Test>::insert(evidence(99), 9));
	expect("I3: a resident's account is not kept alive", |_, who| {
		System::dec_sufficients(&who);
	});
}

#[test]
fn draws_that_are_off_are_found() {
	expect("I4: draws are not numbered without a gap", |_, _| Draws::<Test>::remove(2));
	expect("I4: draws are not in the order of time", |_, _| {
		Draws::<Test>::mutate_extant(2, |draw| draw.collected_from = 20);
	});
	expect("I4: members are noted of a draw that is not kept", |_, _| DrawnMembers::<Test>::insert(99, 1));
	expect("I4: a draw has more seats than slots", |_, _| {
		Draws::<Test>::mutate_extant(3, |draw| draw.seats = 21);
	});
}

#[test]
fn votes_that_are_off_are_found() {
	expect("I5: a vote is no panel's", |poll, _| Panels::<Test>::remove(poll));
	expect("I5: a vote is under a slot without a seat", |poll, _| {
		Votes::<Test>::insert(poll, 20, PanelVote::default());
	});
	expect("I6: a tally is not what its panel voted", |poll, _| {
		assert_ok!(QuadraticVoting::count(poll, None, Some(Nay), 5));
	});
}
