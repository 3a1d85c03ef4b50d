//! Validators, their keys and their faults, with the real session, offences and consensus pallets.

use super::*;
use crate::{
	configs::consensus::EPOCH_DURATION_IN_SLOTS,
	migrations::{DropImOnlineKeys, ImOnlineName, KeysWithImOnline},
	opaque::SessionKeys,
};
use civitas_primitives::OnSeason;
use frame_support::{
	assert_noop, assert_ok,
	storage::unhashed,
	traits::{fungible::InspectHold, KeyOwnerProofSystem, OnRuntimeUpgrade},
};
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
		authority_discovery: sr25519::Public::from_raw([4; 32]).into(),
	}
}

fn report(offender: AccountId) {
	let details = OffenceDetails { offender: (offender, ()), reporters: vec![alice()] };
	Validators::on_offence(&[details], &[Perbill::from_percent(50)], 0);
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
		for _ in 0..3 {
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
fn whoever_signs_twice_is_disabled_at_once_and_out_of_the_next_set() {
	preset_chain("local_testnet").execute_with(|| {
		let index = |who| Session::validator_id_to_index(&who).expect("a validator");
		report(bob());
		assert_eq!(Session::disabled_validators(), [index(bob())]);
		// One of four can go, so that the others still finalise.
		report(charlie());
		assert_eq!(Session::disabled_validators(), [index(bob())]);
		for _ in 0..2 {
			Session::rotate_session();
		}
		assert!(!Session::validators().contains(&bob()) && Session::validators().contains(&charlie()));
		assert_eq!(Grandpa::grandpa_authorities().len(), 3);
		// Charlie has no candidacy to lose, and stays disabled until the next election.
		assert_eq!(Session::disabled_validators(), [index(charlie())]);
	});
}

#[test]
fn citizens_elect_a_fifth_validator() {
	preset_chain("local_testnet").execute_with(|| {
		System::set_block_number(1);
		let stand = |who: AccountId, keys: SessionKeys| {
			// The proof is checked by the pallet, with real keys in the story `elections.story.ts`.
			let candidate = pallet_validators::NextCandidate::<Runtime>::get();
			let made = pallet_validators::Candidate { account: who.clone(), bond: 0, approvals: 0 };
			pallet_validators::NextCandidate::<Runtime>::put(candidate + 1);
			pallet_validators::CandidateOf::<Runtime>::insert(&who, candidate);
			pallet_validators::Candidates::<Runtime>::insert(candidate, made);
			pallet_session::NextKeys::<Runtime>::insert(&who, keys);
			candidate
		};
		let founders = Session::validators();
		let mut candidates: Vec<_> = founders
			.iter()
			.map(|who| stand(who.clone(), Session::load_keys(who).expect("it has keys")))
			.collect();
		candidates.push(stand(eve(), fresh_keys()));
		let candidates = pallet_validators::ApprovalList::truncate_from(candidates);
		for citizen in [alice(), bob()] {
			let call = RuntimeCall::from(pallet_validators::Call::approve { candidates: candidates.clone() });
			let origin = RuntimeOrigin::signed(citizen);
			assert!(frame_support::dispatch::CheckIfFeeless::is_feeless(&call, &origin));
			assert_ok!(sp_runtime::traits::Dispatchable::dispatch(call, origin));
		}
		Validators::turn(1);
		for _ in 0..2 {
			Session::rotate_session();
		}
		assert_eq!(Session::validators().len(), 5);
		assert!(Babe::authorities().iter().any(|(key, _)| *key == fresh_keys().babe));
		assert!(Grandpa::grandpa_authorities().iter().any(|(key, _)| *key == fresh_keys().grandpa));
		assert_eq!(Validators::seat_infos().len(), 5);
		// A citizen who leaves takes the approvals along.
		assert_ok!(Citizenship::renounce(RuntimeOrigin::signed(alice())));
		assert_eq!(Validators::ranking(1)[0].approvals, 1);
	});
}

#[test]
fn strangers_cannot_stand_with_keys_that_they_do_not_have() {
	preset_chain("local_testnet").execute_with(|| {
		assert_noop!(
			Validators::stand(RuntimeOrigin::signed(eve()), fresh_keys(), vec![0; 192]),
			pallet_validators::Error::<Runtime>::InvalidProof
		);
		let reason = pallet_validators::HoldReason::Bond.into();
		assert_eq!(Balances::balance_on_hold(&reason, &eve()), 0);
	});
}

#[test]
fn validators_keep_their_keys_when_the_one_for_signs_of_life_goes() {
	preset_chain("local_testnet").execute_with(|| {
		let before: Vec<_> = Session::queued_keys();
		// As it was up to version 102.
		let old = |keys: &SessionKeys| KeysWithImOnline {
			babe: keys.babe.clone().into_inner().0,
			grandpa: keys.grandpa.clone().into_inner().0,
			im_online: [7; 32],
			authority_discovery: keys.authority_discovery.clone().into_inner().0,
		};
		let queued: Vec<_> = before.iter().map(|(who, keys)| (who.clone(), old(keys))).collect();
		unhashed::put(&pallet_session::QueuedKeys::<Runtime>::hashed_key(), &queued);
		for (who, keys) in &queued {
			unhashed::put(&pallet_session::NextKeys::<Runtime>::hashed_key_for(who), keys);
		}
		let sign = [&sp_io::hashing::twox_128(ImOnlineName::get().as_bytes())[..], b"Keys"].concat();
		unhashed::put(&sign, &1u8);
		DropImOnlineKeys::on_runtime_upgrade();
		assert_eq!(Session::queued_keys(), before);
		assert!(before.iter().all(|(who, keys)| Session::load_keys(who).as_ref() == Some(keys)));
		// Without the old pallet's state there is nothing to do.
		unhashed::kill(&sign);
		DropImOnlineKeys::on_runtime_upgrade();
		assert_eq!(Session::queued_keys(), before);
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
