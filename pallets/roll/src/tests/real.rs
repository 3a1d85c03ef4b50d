// SPDX-License-Identifier: Apache-2.0
//! The stories that matter most, with the real cryptography.

use crate::{mock::*, *};
use civitas_primitives::Ballots;

fn real(test: impl FnOnce()) {
	build_and_execute(|| {
		Real::set(true);
		RingSize::set(255);
		MinRingSize::set(3);
		test();
	});
}

fn alias_of(account: u64) -> Option<Alias> {
	<Roll as Ballots<u64>>::alias_of(&account, Context::Nation)
}

#[test]
fn twenty_citizens_enrol_and_nothing_ties_a_ballot_account_to_a_citizen() {
	real(|| {
		let people = admit_many(20);
		next_season();
		System::reset_events();
		let before =
			(Electors::<Test>::iter().collect::<Vec<_>>(), Seating::<Test>::iter().collect::<Vec<_>>());
		for one in &people {
			assert_eq!(enrol(*one, 500 + u64::from(*one)), Ok(()));
		}
		let aliases: std::collections::BTreeSet<_> =
			people.iter().filter_map(|one| alias_of(500 + u64::from(*one))).collect();
		assert_eq!(aliases.len(), 20);
		assert_eq!(
			(Electors::<Test>::iter().collect::<Vec<_>>(), Seating::<Test>::iter().collect::<Vec<_>>()),
			before,
			"what the chain knows of citizens has not changed"
		);
		// All that the enrolments wrote, as bytes, names no key of any citizen.
		let written = (
			Enrolments::<Test>::iter().collect::<Vec<_>>(),
			Aliases::<Test>::iter().collect::<Vec<_>>(),
			System::events().into_iter().map(|record| record.event).collect::<Vec<_>>(),
		)
			.encode();
		for one in &people {
			assert!(!written.windows(32).any(|bytes| bytes == key(*one)));
		}
	});
}

#[test]
fn an_alias_moves_and_old_proofs_of_it_are_worth_nothing() {
	real(|| {
		admit_many(3);
		next_season();
		let first = enrolment(1, seat(1), Context::Nation, 55);
		assert_eq!(submit(first.clone()), Ok(()));
		assert_eq!(enrol(1, 56), Ok(()));
		assert_eq!(alias_of(56), Some(alias(1, Context::Nation, 1)));
		assert_eq!(submit(first), refused(Error::WrongCount));
	});
}

/// Submits an enrolment with another proof, which the account consents to.
fn with_proof(call: &Call<Test>, new: RingProof) -> Result<(), TransactionValidityError> {
	let mut call = call.clone();
	let Call::enrol { proof, .. } = &mut call else { unreachable!() };
	**proof = new;
	submit(call)
}

#[test]
fn forged_foreign_and_stale_proofs_are_refused() {
	real(|| {
		admit_many(3);
		next_season();
		let (context, season, at) = (Context::Nation, 1, System::block_number() - 1);
		let good = enrolment(1, seat(1), context, 55);
		let Call::enrol { proof, .. } = good.clone() else { unreachable!() };
		let mut elsewhere = enrolment(1, seat(1), context, 56);
		let Call::enrol { proof: for_56, .. } = &mut elsewhere else { unreachable!() };
		*for_56 = proof.clone();
		assert_eq!(submit(elsewhere), refused(Error::InvalidProof), "for another account");
		let other = enrolment(2, seat(1), context, 55);
		assert_eq!(with_proof(&other, *proof), refused(Error::WrongAlias));
		let mut forged = proof.clone();
		forged[0] ^= 1;
		assert!(with_proof(&good, *forged).is_err());
		assert_eq!(with_proof(&good, [0xff; 785]), refused(Error::MalformedProof));
		// A stranger proves to be in a ring of their own.
		let strangers = [key(1), key(77), key(2)];
		let name = Roll::context_bytes(context, season);
		let message = Roll::message(season, context, &55, 0, at).expect("the block is recent");
		let foreign = prove(77, &strangers, &name, &message);
		assert_eq!(with_proof(&good, foreign), refused(Error::InvalidProof));
		// Another chain with the same people.
		let here = enrolment(1, seat(1), context, 58);
		frame_system::BlockHash::<Test>::insert(0, sp_core::H256::repeat_byte(9));
		assert_eq!(submit(here), refused(Error::NoConsent));
	});
}

#[test]
fn whoever_leaves_proves_nothing_with_the_ring_as_it_is_built_again() {
	real(|| {
		admit_many(4);
		next_season();
		let (ring, old_keys) = (seat(0), Roll::ring_members(seat(0)));
		let before = enrolment(0, ring, Context::Nation, 55);
		leave(0);
		idle();
		assert_eq!(submit(before.clone()), refused(Error::InvalidProof));
		let Call::enrol { season, context, count, at, .. } = before.clone() else { unreachable!() };
		let message = Roll::message(season, context, &55, count, at).expect("the block is recent");
		let proof = prove(0, &old_keys, &Roll::context_bytes(context, season), &message);
		assert_eq!(with_proof(&before, proof), refused(Error::InvalidProof));
		assert_eq!(enrol(1, 56), Ok(()));
	});
}

#[test]
fn a_replaced_key_votes_from_the_next_sealing_on_and_the_old_one_until_then() {
	real(|| {
		admit_many(3);
		next_season();
		let ring = seat(0);
		rekey(0, 60);
		assert_eq!(enrol_secret(0, ring, 55), Ok(()));
		attest_all();
		let old_keys = Roll::ring_members(ring);
		next_season();
		assert_eq!(enrol_secret(60, ring, 56), Ok(()));
		let (context, season, at) = (Context::Nation, 2, System::block_number() - 1);
		let name = Roll::context_bytes(context, season);
		let message = Roll::message(season, context, &57, 0, at).expect("the block is recent");
		let proof = prove(0, &old_keys, &name, &message);
		let mut call = enrolment(60, ring, context, 57);
		let Call::enrol { alias: name, consent, count, .. } = &mut call else { unreachable!() };
		(*name, *count) = (alias(0, context, season), 0);
		consent.1 = Roll::consent(season, context, *name, 0, at).expect("the block is recent");
		assert_eq!(with_proof(&call, proof), refused(Error::InvalidProof));
	});
}

#[test]
fn residents_enrol_with_their_cells_ring() {
	real(|| {
		admit_many(3);
		(0..3).for_each(|one| move_to(one, Some(cell(0, 7))));
		next_season();
		let ring = Roll::ring_of(2, Context::Residence).expect("a resident");
		assert_eq!(submit(enrolment(2, ring, Context::Residence, 55)), Ok(()));
		let ballot = <Roll as Ballots<u64>>::ballot(&55).expect("it speaks");
		assert_eq!((ballot.context, ballot.ring), (Context::Residence, ring));
	});
}
