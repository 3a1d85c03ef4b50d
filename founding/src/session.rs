// SPDX-License-Identifier: Apache-2.0
//! The keys that a validator's node signs with.

use crate::values::Unreadable;
use serde_json::{Map, Value};
use sp_core::{
	crypto::{AccountId32, ByteArray, KeyTypeId, Pair as _, Ss58Codec},
	ed25519,
	proof_of_possession::statement_of_ownership,
	sr25519,
};
use sp_keystore::Keystore;

/// The bytes of every public key.
const KEY: usize = 32;
/// The bytes of every signature.
const SIGNATURE: usize = 64;

/// A kind of session key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyKind {
	/// Its type in a keystore.
	pub id: KeyTypeId,
	/// Its name in a genesis.
	pub field: &'static str,
	/// Its scheme.
	scheme: Scheme,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
	Sr25519,
	Ed25519,
}

/// Every kind that a runtime may ask for.
const KINDS: [KeyKind; 4] = [
	KeyKind { id: KeyTypeId(*b"babe"), field: "babe", scheme: Scheme::Sr25519 },
	KeyKind { id: KeyTypeId(*b"gran"), field: "grandpa", scheme: Scheme::Ed25519 },
	KeyKind { id: KeyTypeId(*b"imon"), field: "im_online", scheme: Scheme::Sr25519 },
	KeyKind { id: KeyTypeId(*b"audi"), field: "authority_discovery", scheme: Scheme::Sr25519 },
];

impl KeyKind {
	/// The kind of keys with the type `id`.
	pub fn of(id: KeyTypeId) -> Option<Self> {
		KINDS.into_iter().find(|kind| kind.id == id)
	}

	fn verifies(&self, signature: &[u8], message: &[u8], key: &[u8]) -> bool {
		match self.scheme {
			Scheme::Sr25519 => {
				match (sr25519::Signature::try_from(signature), sr25519::Public::try_from(key)) {
					(Ok(signature), Ok(key)) => sr25519::Pair::verify(&signature, message, &key),
					_ => false,
				}
			}
			Scheme::Ed25519 => {
				match (ed25519::Signature::try_from(signature), ed25519::Public::try_from(key)) {
					(Ok(signature), Ok(key)) => ed25519::Pair::verify(&signature, message, &key),
					_ => false,
				}
			}
		}
	}

	/// A new key and its signature of `message`.
	fn make(&self, message: &[u8], keystore: &dyn Keystore) -> Result<(Vec<u8>, Vec<u8>), String> {
		let (key, signature) = match self.scheme {
			Scheme::Sr25519 => {
				let key = keystore.sr25519_generate_new(self.id, None).map_err(|error| error.to_string())?;
				let signature =
					keystore.sr25519_sign(self.id, &key, message).map_err(|error| error.to_string())?;
				(key.to_raw_vec(), signature.map(|signature| signature.0.to_vec()))
			}
			Scheme::Ed25519 => {
				let key = keystore.ed25519_generate_new(self.id, None).map_err(|error| error.to_string())?;
				let signature =
					keystore.ed25519_sign(self.id, &key, message).map_err(|error| error.to_string())?;
				(key.to_raw_vec(), signature.map(|signature| signature.0.to_vec()))
			}
		};
		Ok((key, signature.ok_or("the keystore has lost a new key")?))
	}

	fn address(&self, key: &[u8]) -> String {
		match self.scheme {
			Scheme::Sr25519 => sr25519::Public::from_slice(key).map(|key| key.to_ss58check()),
			Scheme::Ed25519 => ed25519::Public::from_slice(key).map(|key| key.to_ss58check()),
		}
		.unwrap_or_default()
	}
}

/// The public keys of a validator's node, whose owner has been proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionKeys {
	kinds: Vec<KeyKind>,
	keys: Vec<u8>,
}

impl SessionKeys {
	/// Makes keys in a keystore, and the proof that they are `owner`'s. The proof is the one that `session.setKeys` takes.
	pub fn make(
		kinds: &[KeyKind],
		owner: &AccountId32,
		keystore: &dyn Keystore,
	) -> Result<(Self, Vec<u8>), String> {
		let statement = statement_of_ownership(owner.as_ref());
		let (mut keys, mut proof) = (Vec::new(), Vec::new());
		for kind in kinds {
			let (key, signature) = kind.make(&statement, keystore)?;
			keys.extend(key);
			proof.extend(signature);
		}
		Ok((Self { kinds: kinds.to_vec(), keys }, proof))
	}

	/// Reads keys and checks that they are `owner`'s.
	pub(crate) fn check(
		kinds: &[KeyKind],
		owner: &AccountId32,
		keys: Vec<u8>,
		proof: &[u8],
	) -> Result<Self, Unreadable> {
		let again = "Make them again with `civitas key session`, for this account, and copy both lines whole";
		for (what, length, each) in [("keys", keys.len(), KEY), ("proof", proof.len(), SIGNATURE)] {
			let expected = kinds.len().saturating_mul(each);
			if length != expected {
				let what =
					format!("the validator's {what} must have {expected} bytes, and this has {length}");
				return Err((what, again.into()));
			}
		}
		let statement = statement_of_ownership(owner.as_ref());
		let signed = keys.chunks_exact(KEY).zip(proof.chunks_exact(SIGNATURE));
		for (kind, (key, signature)) in kinds.iter().zip(signed) {
			if !kind.verifies(signature, &statement, key) {
				let what = format!("the proof does not show that the {} key is this account's", kind.field);
				return Err((what, again.into()));
			}
		}
		Ok(Self { kinds: kinds.to_vec(), keys })
	}

	/// The bytes of all keys, as `session.setKeys` takes them.
	pub fn encoded(&self) -> &[u8] {
		&self.keys
	}

	/// Each kind and its key.
	pub fn each(&self) -> impl Iterator<Item = (&KeyKind, &[u8])> {
		self.kinds.iter().zip(self.keys.chunks_exact(KEY))
	}

	/// The keys as a genesis has them.
	pub(crate) fn in_genesis(&self) -> Value {
		let fields = self.each().map(|(kind, key)| (kind.field.to_string(), kind.address(key).into()));
		Value::Object(fields.collect::<Map<_, _>>())
	}
}
