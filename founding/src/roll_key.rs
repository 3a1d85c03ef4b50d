// SPDX-License-Identifier: Apache-2.0
//! Roll keys: the keys under which citizens vote in secret, and proofs that somebody has their secret.

use crate::words;
use civitas_primitives::{possession_message, PossessionProof, RollKey};
use parity_scale_codec::Encode;
use sp_core::{crypto::AccountId32, H256};
use std::fmt;
use verifiable::{ring::bandersnatch::BandersnatchVrfVerifiable as Scheme, GenerateVerifiable};
use zeroize::Zeroizing;

/// The last season that a backup can name.
const LAST_SEASON: u32 = (1 << 20) - 1;

/// A roll key and a proof that somebody has its secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RollProof {
	/// The key.
	pub roll_key: RollKey,
	/// A signature by the key.
	pub proof: PossessionProof,
}

/// A secret from which a roll key is made, and the first season that it is for.
///
/// It is kept as 28 words, in the format of the wallet library, so a wallet and this crate read each other's backups.
pub struct RollSecret {
	season: u32,
	entropy: Zeroizing<[u8; 32]>,
}

impl fmt::Debug for RollSecret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("RollSecret").field("season", &self.season).finish_non_exhaustive()
	}
}

impl RollSecret {
	/// Makes a secret from the system's randomness. `season` is the first season in which its key can vote.
	pub fn new(season: u32) -> Result<Self, String> {
		if season > LAST_SEASON {
			return Err(format!("there is no season {season}; the last one is {LAST_SEASON}"));
		}
		let mut entropy = Zeroizing::new([0; 32]);
		getrandom::getrandom(&mut entropy[..]).map_err(|error| error.to_string())?;
		Ok(Self { season, entropy })
	}

	/// Reads 28 words.
	pub fn from_words(words: &str) -> Result<Self, String> {
		words::read(words).map(|(season, entropy)| Self { season, entropy })
	}

	/// Writes 28 words.
	pub fn to_words(&self) -> Zeroizing<String> {
		words::write(self.season, &self.entropy)
	}

	/// The first season in which the key can vote.
	pub fn season(&self) -> u32 {
		self.season
	}

	/// The roll key.
	pub fn key(&self) -> RollKey {
		Scheme::member_from_secret(&Scheme::new_secret(*self.entropy))
	}

	/// Signs a message with the roll key. The proof is in the form that the chain checks.
	pub fn sign(&self, message: &[u8]) -> Result<RollProof, String> {
		let secret = Scheme::new_secret(*self.entropy);
		let roll_key = Scheme::member_from_secret(&secret);
		let proof = Scheme::sign(&secret, message).map_err(|error| format!("{error:?}"))?;
		Ok(RollProof { roll_key, proof })
	}

	/// Proves to the chain with this genesis that the key is for `account`: for applying, attesting or a new key.
	pub fn prove(&self, genesis: H256, account: &AccountId32) -> Result<RollProof, String> {
		self.sign(&possession_message(&genesis, account, &self.key()))
	}

	/// Proves that the key is for `account`, and that its owner accepts the charter with this digest for the state `id`.
	pub fn prove_for_founding(
		&self,
		id: &str,
		charter: H256,
		account: &AccountId32,
	) -> Result<RollProof, String> {
		self.sign(&founding_message(id, charter, account, &self.key()))
	}
}

/// What a first citizen signs: the state, its charter, the account and the key.
fn founding_message(id: &str, charter: H256, account: &AccountId32, roll_key: &RollKey) -> Vec<u8> {
	let mut message = b"civitas/founding-citizen".to_vec();
	(id, charter, account, roll_key).encode_to(&mut message);
	message
}

/// Whether `key` is a key at all.
pub(crate) fn is_well_formed(key: &RollKey) -> bool {
	Scheme::is_member_valid(key)
}

/// Whether the proof shows that the key's owner founds the state `id` with this charter, and has `account`.
pub(crate) fn is_founder_of(proof: &RollProof, id: &str, charter: H256, account: &AccountId32) -> bool {
	let message = founding_message(id, charter, account, &proof.roll_key);
	Scheme::verify_signature(&proof.proof, &message, &proof.roll_key)
}
