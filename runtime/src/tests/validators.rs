// SPDX-License-Identifier: Apache-2.0
//! The founding validators, their keys and their faults.

use super::*;
use crate::{
	configs::consensus::{DisableOffender, EPOCH_DURATION_IN_SLOTS},
	opaque::SessionKeys,
};
use frame_support::{assert_noop, assert_ok, traits::KeyOwnerProofSystem};
use parity_scale_codec::{Decode, Encode};
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{ed25519, sr25519, H256};
use sp_keyring::Ed25519Keyring;
use sp_runtime::{traits::Header as _, Digest, DigestItem, Perbill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

fn fresh_keys() -> SessionKeys {
	SessionKeys {
		babe: sr25519::Public::from_raw([1; 32]).into(),
		grandpa: ed25519::Public::from_raw([2; 32]).into(),
		im_online: sr25519::Public::from_raw([3; 32]).into(),
		authority_discovery: sr25519::Public::from_raw([4; 32]).into(),
	}
}

fn report(offender: AccountId) {
	let details = OffenceDetails { offender: (offender, ()), reporters: vec![alice()] };
	DisableOffender::on_offence(&[details], &[Perbill::from_percent(50)], 0);
}

#[test]
fn a_key_can_be_proven_from_the_first_block_on() {
	preset_chain("local_testnet").execute_with(|| {
		for turn in 0..4 {
			let key = (sp_consensus_babe::KEY_TYPE, Session::load_keys(&bob()).expect("he has").babe);
			let proof = Historical::prove(key.clone()).expect("the session's root is kept");
			assert_eq!(Historical::check_proof(key, proof), Some((bob(), ())), "in session {turn}");
			Session::rotate_session();
		}
	});
}

#[test]
fn the_founding_validators_stay() {
	preset_chain("local_testnet").execute_with(|| {
		let founding = Session::validators();
		assert_eq!(founding.len(), 4);
		for _ in 0..5 {
			Session::rotate_session();
			assert_eq!(Session::validators(), founding);
		}
		// Nothing has changed, so finality goes on with the set that it had.
		assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), 0);
	});
}

#[test]
fn new_keys_come_into_force_and_can_be_proven() {
	preset_chain("local_testnet").execute_with(|| {
		pallet_session::NextKeys::<Runtime>::insert(bob(), fresh_keys());
		Session::rotate_session();
		Session::rotate_session();
		assert!(Session::validators().contains(&bob()));
		assert!(Session::queued_keys().contains(&(bob(), fresh_keys())));
		let key = (sp_consensus_babe::KEY_TYPE, fresh_keys().babe);
		let proof = Historical::prove(key.clone()).expect("the session's root is kept");
		assert_eq!(Historical::check_proof(key, proof), Some((bob(), ())));
	});
}

#[test]
fn who_signs_twice_is_disabled_until_keys_change_but_never_more_than_a_third() {
	preset_chain("local_testnet").execute_with(|| {
		let index = |who| Session::validator_id_to_index(&who).expect("a validator");
		report(bob());
		assert_eq!(Session::disabled_validators(), [index(bob())]);
		report(charlie());
		assert_eq!(Session::disabled_validators(), [index(bob())]);

		Session::rotate_session();
		Session::rotate_session();
		assert_eq!(Session::disabled_validators(), [index(bob())]);

		pallet_session::NextKeys::<Runtime>::insert(bob(), fresh_keys());
		Session::rotate_session();
		Session::rotate_session();
		assert!(Session::disabled_validators().is_empty());
	});
}

/// A block header that Bob has signed for `slot`.
fn header_by_bob(slot: u64, state_root: H256) -> Header {
	let pre_digest =
		PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index: 1, slot: slot.into() });
	let digest = Digest { logs: vec![<DigestItem as CompatibleDigestItem>::babe_pre_digest(pre_digest)] };
	let mut header = Header::new(9, H256::zero(), state_root, H256::zero(), digest);
	let seal = Sr25519Keyring::Bob.sign(header.hash().as_bytes());
	header.digest_mut().push(<DigestItem as CompatibleDigestItem>::babe_seal(seal.into()));
	header
}

#[test]
fn two_blocks_for_one_slot_can_be_reported_once() {
	preset_chain("local_testnet").execute_with(|| {
		let slot = EPOCH_DURATION_IN_SLOTS - 1;
		pallet_babe::GenesisSlot::<Runtime>::put(sp_consensus_babe::Slot::from(0));
		let offender: sp_consensus_babe::AuthorityId = Sr25519Keyring::Bob.public().into();
		let owner = Historical::prove((sp_consensus_babe::KEY_TYPE, offender.clone())).expect("his");
		let one = header_by_bob(slot, H256::zero());
		let report = |second: Header| {
			let proof = sp_consensus_babe::EquivocationProof {
				offender: offender.clone(),
				slot: slot.into(),
				first_header: one.clone(),
				second_header: second,
			};
			Babe::report_equivocation_unsigned(RuntimeOrigin::none(), Box::new(proof), owner.clone())
				.map(|_| ())
				.map_err(|e| e.error)
		};
		let other = header_by_bob(slot, H256::repeat_byte(1));
		assert_noop!(report(one.clone()), pallet_babe::Error::<Runtime>::InvalidEquivocationProof);
		assert_noop!(
			report(header_by_bob(slot + 1, H256::repeat_byte(1))),
			pallet_babe::Error::<Runtime>::InvalidEquivocationProof
		);
		assert_ok!(report(other.clone()));
		assert_eq!(Session::disabled_validators(), [Session::validator_id_to_index(&bob()).expect("is")]);
		assert_noop!(report(other), pallet_babe::Error::<Runtime>::DuplicateOffenceReport);
	});
}

#[test]
fn two_votes_in_one_round_can_be_reported_once() {
	preset_chain("local_testnet").execute_with(|| {
		let offender: sp_consensus_grandpa::AuthorityId = Ed25519Keyring::Bob.public().into();
		let owner = Historical::prove((sp_consensus_grandpa::KEY_TYPE, offender.clone())).expect("his");
		let (round, set) = (7u64, 0u64);
		// The encodings of a vote, its signature's payload and the proof, written out.
		let vote = |hash: H256| {
			let target = (hash, 9u32);
			let payload = (0u8, target, round, set).encode();
			(target, Ed25519Keyring::Bob.sign(&payload))
		};
		let report = |first: H256, second: H256| {
			let bytes = (set, 0u8, round, &offender, vote(first), vote(second)).encode();
			let proof = Decode::decode(&mut &bytes[..]).expect("a proof");
			Grandpa::report_equivocation_unsigned(RuntimeOrigin::none(), Box::new(proof), owner.clone())
				.map(|_| ())
				.map_err(|e| e.error)
		};
		assert_noop!(
			report(H256::repeat_byte(1), H256::repeat_byte(1)),
			pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof
		);
		assert_ok!(report(H256::repeat_byte(1), H256::repeat_byte(2)));
		assert_eq!(Session::disabled_validators(), [Session::validator_id_to_index(&bob()).expect("is")]);
		assert_noop!(
			report(H256::repeat_byte(1), H256::repeat_byte(3)),
			pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport
		);
	});
}

#[test]
fn the_only_validator_is_never_disabled() {
	development_chain().execute_with(|| {
		report(alice());
		assert!(Session::disabled_validators().is_empty());
	});
}

#[test]
fn the_roots_of_sessions_long_past_are_removed() {
	development_chain().execute_with(|| {
		for _ in 0..28 * 24 + 10 {
			Session::rotate_session();
		}
		let kept = pallet_session::historical::HistoricalSessions::<Runtime>::iter().count();
		// Those of four weeks, of the session under way and of the two that are planned.
		assert_eq!(kept, 28 * 24 + 3);
	});
}
