//! The public key under which a citizen votes secretly.

/// A compressed Bandersnatch public key: the member key of the ring-VRF that secret ballots are cast with.
///
/// Made from its own random secret, never from the account's: losing either does not lose the other.
pub type RollKey = [u8; 32];

/// A signature made with a roll key's secret over a message that names its use: proof that whoever registers a
/// key also holds its secret. Without it, a key made from other people's keys could be registered.
pub type PossessionProof = [u8; 64];

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
