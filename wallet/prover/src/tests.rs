//! The wallet's suite is the plain one with fewer powers of tau, and the shared test vectors hold.

use super::*;
use blake2::{
	digest::{consts::U32, Mac},
	Blake2b, Blake2bMac, Digest,
};
use proptest::prelude::*;
use std::vec;
use verifiable::ring::{
	ark_vrf::{reexports::ark_serialize::CanonicalSerialize, ring::PcsParams},
	bandersnatch::BandersnatchVrfVerifiable as Plain,
};

fn keys(size: u8) -> Vec<[u8; KEY]> {
	(0..size).map(|n| Plain::member_from_secret(&Plain::new_secret([n; 32]))).collect()
}

#[test]
fn the_embedded_powers_are_the_first_of_the_ceremony() {
	let all =
		PcsParams::<PlainSuite>::deserialize_uncompressed_unchecked(Bls12_381Params::srs_raw()).unwrap();
	let first = PcsParams::<PlainSuite> {
		powers_in_g1: all.powers_in_g1[..1537].to_vec(),
		powers_in_g2: all.powers_in_g2[..2].to_vec(),
	};
	let mut bytes = vec![];
	first.serialize_uncompressed(&mut bytes).unwrap();
	assert!(bytes == POWERS);
}

#[test]
fn keys_aliases_and_rings_are_those_of_the_plain_suite() {
	let secret = Plain::new_secret([7; 32]);
	let ours = Scheme::new_secret([7; 32]);
	assert_eq!(Scheme::member_from_secret(&ours), Plain::member_from_secret(&secret));
	assert_eq!(Scheme::alias_in_context(&ours, b"c"), Plain::alias_in_context(&secret, b"c"));
	let signature = Scheme::sign(&ours, b"mine").unwrap();
	assert!(Plain::verify_signature(&signature, b"mine", &keys(8)[7]));
}

#[test]
fn proofs_of_either_suite_verify_in_the_other() {
	let keys = keys(5);
	let (proof, alias) = prove_membership(&[3; 32], &keys, b"context", b"message").unwrap();
	assert_eq!(verify_membership(&keys, b"context", b"message", &proof), Ok(alias));
	assert_eq!(verify_membership(&keys, b"context", b"other", &proof), Err(Code::InvalidProof));
	let opened = Plain::open(DOMAIN, &keys[2], keys.iter().copied()).unwrap();
	let (proof, alias) = Plain::create(opened, &Plain::new_secret([2; 32]), b"context", b"message").unwrap();
	let proof = proof.as_slice().try_into().unwrap();
	assert_eq!(verify_membership(&keys, b"context", b"message", &proof), Ok(alias));
}

#[test]
fn a_stranger_and_a_bad_ring_have_their_own_codes() {
	assert_eq!(prove_membership(&[99; 32], &keys(3), b"c", b"m").err(), Some(Code::NotInRing));
	assert_eq!(prove_membership(&[0; 32], &[[0; 32]], b"c", b"m").err(), Some(Code::InvalidRing));
	assert_eq!(commit_to(&vec![keys(1)[0]; 256]).err(), Some(Code::InvalidRing));
}

#[test]
fn two_proofs_of_one_statement_differ() {
	let keys = keys(2);
	let prove = || prove_membership(&[1; 32], &keys, b"context", b"message").unwrap();
	let ((one, alias), (other, same)) = (prove(), prove());
	assert_ne!(one, other);
	assert_eq!(alias, same);
}

/// The test vectors that all builders of wallets share.
fn vectors() -> serde_json::Value {
	serde_json::from_str(include_str!("../../client/vectors.json")).unwrap()
}

fn bytes(value: &serde_json::Value) -> Vec<u8> {
	hex::decode(value.as_str().unwrap().strip_prefix("0x").unwrap()).unwrap()
}

fn array<const N: usize>(value: &serde_json::Value) -> [u8; N] {
	bytes(value).try_into().unwrap()
}

fn hash(parts: &[&[u8]]) -> Vec<u8> {
	Blake2b::<U32>::digest(parts.concat()).to_vec()
}

#[test]
fn keys_commitments_and_proofs_are_those_of_the_vectors() {
	let vectors = vectors();
	let secrets: Vec<Entropy> =
		vectors["secrets"].as_array().unwrap().iter().map(|entry| array(&entry["secret"])).collect();
	let keys: Vec<[u8; KEY]> =
		vectors["secrets"].as_array().unwrap().iter().map(|entry| array(&entry["rollKey"])).collect();
	assert_eq!(keys.len(), 20);
	for (secret, key) in secrets.iter().zip(&keys) {
		assert_eq!(Scheme::member_from_secret(&Scheme::new_secret(*secret)), *key);
	}
	assert_eq!(commit_to(&keys).unwrap().to_vec(), bytes(&vectors["commitment"]));
	let proofs = vectors["proofs"].as_array().unwrap();
	assert_eq!(proofs.len(), 4);
	for proof in proofs {
		let (context, message) = (bytes(&proof["context"]), bytes(&proof["message"]));
		let alias: [u8; ALIAS] = array(&proof["alias"]);
		assert_eq!(verify_membership(&keys, &context, &message, &array(&proof["proof"])), Ok(alias));
		let secret = Scheme::new_secret(secrets[proof["who"].as_u64().unwrap() as usize]);
		assert_eq!(Scheme::alias_in_context(&secret, &context), Ok(alias));
	}
	let possession = &vectors["possession"];
	let (signature, key) = (array(&possession["signature"]), array(&possession["rollKey"]));
	assert!(Scheme::verify_signature(&signature, &bytes(&possession["message"]), &key));
}

#[test]
fn contexts_and_season_secrets_are_those_of_the_vectors() {
	let vectors = vectors();
	let (genesis, scope) = (bytes(&vectors["genesis"]), bytes(&vectors["scope"]));
	let season = (vectors["season"].as_u64().unwrap() as u32).to_le_bytes();
	for proof in vectors["proofs"].as_array().unwrap() {
		let purpose = match proof["name"].as_str().unwrap() {
			"Nation" => b"civitas/nation".to_vec(),
			"Residence" => b"civitas/residence".to_vec(),
			"Income" => b"civitas/income".to_vec(),
			"Scope" => [b"civitas/scope", scope.as_slice()].concat(),
			other => panic!("{other}"),
		};
		assert_eq!(bytes(&proof["context"]), hash(&[&purpose, &genesis, &season]));
	}
	for step in vectors["seasons"].as_array().unwrap() {
		let next = step["next"]["season"].as_u64().unwrap() as u32;
		assert_eq!(u64::from(next), step["season"].as_u64().unwrap() + 1);
		let mut keyed = <Blake2bMac<U32> as Mac>::new_from_slice(&bytes(&step["secret"])).unwrap();
		Mac::update(&mut keyed, b"civitas/roll-secret");
		Mac::update(&mut keyed, &next.to_le_bytes());
		assert_eq!(Mac::finalize(keyed).into_bytes().to_vec(), bytes(&step["next"]["secret"]));
	}
}

/// The package's test looks for this number in the module's memory.
#[test]
fn the_entropy_of_the_memory_test_makes_this_number() {
	let entropy = core::array::from_fn(|i| (i * 37 + 11) as u8);
	let mut number = vec![];
	Scheme::new_secret(entropy).scalar().serialize_compressed(&mut number).unwrap();
	number.reverse();
	assert_eq!(hex::encode(number), "0c8a259ee4e2058ac853d74c63f061cb353ed606f43df3994ed5fb77f70280aa");
}

/// Calls through the C interface as a host does: with memory that [`alloc`] gave, between bytes that must not change.
struct Host(Vec<(*mut u8, usize)>);

const MARGIN: usize = 16;
const UNTOUCHED: u8 = 0x5a;

impl Host {
	/// Passes bytes in.
	fn give(&mut self, bytes: &[u8]) -> *mut u8 {
		let len = bytes.len() + 2 * MARGIN;
		unsafe {
			let at = alloc(len);
			core::slice::from_raw_parts_mut(at, len).fill(UNTOUCHED);
			let inner = at.add(MARGIN);
			core::ptr::copy_nonoverlapping(bytes.as_ptr(), inner, bytes.len());
			self.0.push((at, len));
			inner
		}
	}

	/// What is in memory that was given.
	fn take<const N: usize>(&self, at: *mut u8) -> [u8; N] {
		unsafe { *(at as *const [u8; N]) }
	}

	/// That no byte outside of what was given has changed, and frees it.
	fn end(self) {
		for (at, len) in self.0 {
			let all = unsafe { core::slice::from_raw_parts(at, len) };
			let margins = all[..MARGIN].iter().chain(&all[len - MARGIN..]);
			assert!(margins.copied().all(|byte| byte == UNTOUCHED), "a function wrote beyond its result");
			unsafe { free(at, len) };
		}
	}
}

/// Keys as they may come from a node: good ones, noise, and noise that is more often a point.
fn any_keys() -> impl Strategy<Value = Vec<[u8; KEY]>> {
	let key = prop_oneof![
		3 => any::<u8>().prop_map(|n| Plain::member_from_secret(&Plain::new_secret([n; 32]))),
		1 => any::<[u8; KEY]>(),
		1 => any::<[u8; KEY]>().prop_map(|mut key| {
			key[31] &= 0x3f;
			key
		}),
		1 => Just([0; KEY]),
	];
	prop::collection::vec(key, 0..6)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever a host passes to the C interface, it gets a code, and no byte outside of the results changes.
	#[test]
	fn the_interface_takes_anything(
		entropy in any::<[u8; 32]>(),
		keys in any_keys(),
		context in prop::collection::vec(any::<u8>(), 0..80),
		message in prop::collection::vec(any::<u8>(), 0..80),
		noise in prop::collection::vec(any::<u8>(), PROOF),
	) {
		let mut host = Host(vec![]);
		let ring = host.give(keys.as_flattened());
		let (secret, name, text) = (host.give(&entropy), host.give(&context), host.give(&message));
		let (proof, result) = (host.give(&noise), host.give(&[0; ALIAS]));
		let (commitment, signature) = (host.give(&[0; COMMITMENT]), host.give(&[0; SIGNATURE]));
		unsafe {
			roll_key(secret, result);
			let key: [u8; KEY] = host.take(result);
			prop_assert!(Plain::is_member_valid(&key));

			prop_assert_eq!(sign(secret, text, message.len(), signature), 0);
			prop_assert!(Plain::verify_signature(&host.take(signature), &message, &key));

			prop_assert_eq!(alias(secret, name, context.len(), result), 0);
			let expected = Plain::alias_in_context(&Plain::new_secret(entropy), &context).unwrap();
			prop_assert_eq!(host.take::<ALIAS>(result), expected);

			let sound = keys.iter().all(Plain::is_member_valid);
			let code = commit(ring, keys.len(), commitment);
			prop_assert_eq!(code, if sound { Code::Done } else { Code::InvalidRing } as i32);

			let checked = verify(ring, keys.len(), name, context.len(), text, message.len(), proof, result);
			prop_assert!(checked == Code::InvalidProof as i32 || !sound && checked == Code::InvalidRing as i32);

			let code = prove(secret, ring, keys.len(), name, context.len(), text, message.len(), proof, result);
			prop_assert!(code == Code::NotInRing as i32 || !sound && code == Code::InvalidRing as i32);
		}
		host.end();
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(6))]

	/// A member's proof of any statement verifies, and no bent one does.
	#[test]
	fn a_member_proves_anything_and_no_bent_proof_passes(
		who in 0u8..5,
		context in prop::collection::vec(any::<u8>(), 0..80),
		message in prop::collection::vec(any::<u8>(), 0..80),
		bends in prop::collection::vec((0..PROOF, 1u8..), 1..24),
	) {
		let keys = keys(5);
		let mut host = Host(vec![]);
		let ring = host.give(keys.as_flattened());
		let (secret, name, text) = (host.give(&[who; 32]), host.give(&context), host.give(&message));
		let (proof, result) = (host.give(&[0; PROOF]), host.give(&[0; ALIAS]));
		unsafe {
			let code = prove(secret, ring, keys.len(), name, context.len(), text, message.len(), proof, result);
			prop_assert_eq!(code, 0);
			let (made, expected) = (host.take::<PROOF>(proof), host.take::<ALIAS>(result));
			let check = |proof| verify(ring, 5, name, context.len(), text, message.len(), proof, result);
			prop_assert_eq!(check(proof), 0);
			prop_assert_eq!(host.take::<ALIAS>(result), expected);
			for (at, by) in bends {
				let mut bent = made;
				bent[at] ^= by;
				let bent = host.give(&bent);
				prop_assert_eq!(verify(ring, 5, name, context.len(), text, message.len(), bent, result), 3);
			}
		}
		host.end();
	}
}
