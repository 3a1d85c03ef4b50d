// SPDX-License-Identifier: Apache-2.0
//! Roll keys: public keys of the Bandersnatch ring-VRF, under which citizens will vote secretly.

use civitas_primitives::{PossessionProof, RollKey, RollKeys};
use civitas_ring_suite::HostSuite;
use verifiable::{
	ring::{bandersnatch::BandersnatchVrfVerifiable as Scheme, RingVrfVerifiable},
	GenerateVerifiable,
};

/// The same scheme with its curve work done by the node.
type HostScheme = RingVrfVerifiable<HostSuite>;

/// Checks roll keys with the crate that will check ballots.
///
/// Decoding is strict: one encoding per point, in the group of prime order, and not its identity, for which
/// everyone knows the secret.
pub struct BandersnatchKeys;

impl RollKeys for BandersnatchKeys {
	fn is_well_formed(key: &RollKey) -> bool {
		HostScheme::is_member_valid(key)
	}

	fn is_possessed(key: &RollKey, message: &[u8], proof: &PossessionProof) -> bool {
		HostScheme::verify_signature(proof, message, key)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn make(
		seed: [u8; 32],
		message: impl FnOnce(&RollKey) -> alloc::vec::Vec<u8>,
	) -> (RollKey, PossessionProof) {
		let secret = Scheme::new_secret(seed);
		let key = Scheme::member_from_secret(&secret);
		let proof = Scheme::sign(&secret, &message(&key)).expect("a fresh secret signs; benchmarks only");
		(key, proof)
	}
}

/// The entropy of a development citizen's roll secret. Public, so for chains without value alone.
pub fn development_entropy(name: &str) -> [u8; 32] {
	sp_io::hashing::blake2_256(&[b"civitas/dev-roll-key/", name.as_bytes()].concat())
}

/// A development citizen's roll key.
pub fn development_key(name: &str) -> RollKey {
	Scheme::member_from_secret(&Scheme::new_secret(development_entropy(name)))
}

#[cfg(test)]
mod tests {
	use super::*;

	/// What the point at infinity is encoded as: x = 0, y = 1.
	const IDENTITY: RollKey = {
		let mut key = [0; 32];
		key[0] = 1;
		key
	};

	fn signed(name: &str, message: &[u8]) -> (RollKey, PossessionProof) {
		let secret = Scheme::new_secret(development_entropy(name));
		(development_key(name), Scheme::sign(&secret, message).expect("a fresh secret signs"))
	}

	#[test]
	fn a_key_and_its_signature_are_accepted() {
		let (key, proof) = signed("Ada", b"I hold this key");
		assert!(BandersnatchKeys::is_well_formed(&key));
		assert!(BandersnatchKeys::is_possessed(&key, b"I hold this key", &proof));
	}

	#[test]
	fn a_signature_counts_for_its_message_and_its_key_alone() {
		let (ada, proof) = signed("Ada", b"I hold this key");
		let (ben, _) = signed("Ben", b"I hold this key");
		assert!(!BandersnatchKeys::is_possessed(&ada, b"I hold that key", &proof));
		assert!(!BandersnatchKeys::is_possessed(&ada, b"", &proof));
		assert!(!BandersnatchKeys::is_possessed(&ben, b"I hold this key", &proof));
	}

	#[test]
	fn no_bit_of_a_signature_can_be_changed() {
		let (key, proof) = signed("Ada", b"I hold this key");
		for bit in 0..proof.len() * 8 {
			let mut forged = proof;
			forged[bit / 8] ^= 1 << (bit % 8);
			assert!(!BandersnatchKeys::is_possessed(&key, b"I hold this key", &forged), "bit {bit}");
		}
	}

	#[test]
	fn what_is_no_key_is_refused() {
		let (key, proof) = signed("Ada", b"I hold this key");
		let mut other_sign = IDENTITY;
		other_sign[31] |= 0x80;
		let beyond_the_field = [0xff; 32];
		for garbage in [[0; 32], IDENTITY, other_sign, beyond_the_field] {
			assert!(!BandersnatchKeys::is_well_formed(&garbage), "{garbage:?}");
			assert!(!BandersnatchKeys::is_possessed(&garbage, b"I hold this key", &proof), "{garbage:?}");
		}
		// Half of all strings are no point of the curve, and three quarters of the points not of the group.
		let chances =
			(0..200u8).filter(|n| BandersnatchKeys::is_well_formed(&sp_io::hashing::blake2_256(&[*n])));
		assert!(chances.count() < 60);
		assert!(BandersnatchKeys::is_well_formed(&key));
	}

	#[test]
	fn the_identity_signs_nothing() {
		// With s = 0 and R = 0, the equation of a signature holds for the identity, whatever the message.
		let mut forged = [0; 64];
		forged[0] = 1;
		assert!(!BandersnatchKeys::is_possessed(&IDENTITY, b"I hold this key", &forged));
	}
}
