//! The public key under which a citizen votes secretly.

use alloc::vec::Vec;
use frame_support::dispatch::DispatchResult;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A compressed Bandersnatch public key: the member key of the ring-VRF that secret ballots are cast with.
///
/// Made from its own random secret, never from the account's: losing either does not lose the other.
pub type RollKey = [u8; 32];

/// A signature made with a roll key's secret over a message that names its use: proof that whoever registers a
/// key also holds its secret. Without it, a key made from other people's keys could be registered.
pub type PossessionProof = [u8; 64];

/// The message whose signature by the roll key proves its possession.
///
/// It names its purpose, the chain, the account and the key, so that a proof is worth nothing anywhere else.
pub fn possession_message<Hash: Encode, AccountId: Encode>(
	genesis: &Hash,
	account: &AccountId,
	roll_key: &RollKey,
) -> Vec<u8> {
	let mut message = b"civitas/roll-key".to_vec();
	(genesis, account, roll_key).encode_to(&mut message);
	message
}

/// The roll key that a citizen will vote with from the next sealing on.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct NextKey {
	/// The key.
	pub roll_key: RollKey,
	/// Shows that the citizen holds the key's secret. Made over the bytes that the runtime API
	/// `CitizenshipApi_possession_message` returns.
	pub proof: PossessionProof,
}

/// Registers the roll keys of the next season.
pub trait NextKeys<AccountId> {
	/// Checks that the citizen behind `account` can take `next` as the roll key.
	fn check(account: &AccountId, next: &NextKey) -> DispatchResult;

	/// Makes `next` the roll key of the citizen behind `account`, from the next sealing on.
	fn replace(account: &AccountId, next: &NextKey) -> DispatchResult;

	/// A key that passes [`Self::check`], so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn make(account: &AccountId) -> NextKey;
}

/// Checks roll keys.
pub trait RollKeys {
	/// Whether `key` is a point of the right group and not its identity.
	fn is_well_formed(key: &RollKey) -> bool;

	/// Whether `proof` shows that whoever made it for `message` holds the secret of `key`.
	fn is_possessed(key: &RollKey, message: &[u8], proof: &PossessionProof) -> bool;

	/// A key and its proof for the message that `message` makes of it, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn make(
		seed: [u8; 32],
		message: impl FnOnce(&RollKey) -> alloc::vec::Vec<u8>,
	) -> (RollKey, PossessionProof);
}
