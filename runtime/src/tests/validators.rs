//! The founding validators, their keys and their faults.

use super::*;
use crate::{configs::consensus::DisableOffender, opaque::SessionKeys};
use frame_support::traits::KeyOwnerProofSystem;
use sp_core::{ed25519, sr25519};
use sp_runtime::Perbill;
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
