//! The cryptography of rings: Bandersnatch ring-VRF from the crate `verifiable`, nothing of our own.
//!
//! # What is here
//!
//! - [`HostSuite`] is the crate's suite `BandersnatchSha512Ell2`, constant for constant, on curve types whose dear
//!   operations (pairings, multi-scalar and scalar multiplications) are done by the node's native code through the
//!   elliptic-curve host functions of RFC-163. Proofs, keys and commitments are the same bytes in both suites.
//! - [`Rings`] answers the roll's questions with it, or with the plain suite, which suits tests and wallets.
//!
//! # Where the common reference string comes from
//!
//! Proofs are sound as long as nobody knows the secret behind the powers of tau. These are those of the Zcash
//! ceremony for BLS12-381 ("Powers of Tau", 2017 and 2018, 87 participants), of which one honest participant is
//! enough. The crate carries them as `srs-uncompressed.bin`; `data/builder-domain11.bin` is the part that
//! commitments of rings up to 255 keys are computed from: the 512 Lagrange basis points of the domain of 2^9, in
//! uncompressed form after a length of eight bytes. A test computes them again from the powers of tau and compares
//! them with the file and its digest, [`BUILDER_DIGEST`], so anybody can check the file with
//! `cargo test -p civitas-ring-suite`.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

extern crate alloc;

#[cfg(test)]
mod tests;

use alloc::{borrow::Cow, vec::Vec};
use civitas_primitives::{Alias, ProofError, RingCommitment, RingProof, RingVrf, RollKey};
use core::{marker::PhantomData, ops::Range, slice};
use sp_crypto_ec_utils::{bls12_381::Bls12_381, ed_on_bls12_381_bandersnatch::EdwardsAffine};
use spin::Once;
use verifiable::{
	ring::{
		ark_vrf::{
			pedersen::PedersenSuite,
			reexports::ark_serialize::{CanonicalDeserialize, CanonicalSerialize},
			ring::{G1Affine, PcsVerifierParams, RingContext, RingSuite, VerifierKeyBuilder},
			AffinePoint, Public, Suite,
		},
		bandersnatch::BandersnatchSha512Ell2 as PlainSuite,
		make_canonical_pcs_vk, make_empty_members_set, make_ring_context, MembersSet, RingCurveParams,
		RingDomainSize, RingSuiteExt, RingVrfVerifiable, VerifierCache,
	},
	BatchProofItem, Error, GenerateVerifiable,
};

/// The size of every ring: up to 255 keys.
pub const DOMAIN: RingDomainSize = RingDomainSize::Domain11;

/// The points that commitments are computed from.
const BUILDER: &[u8] = include_bytes!("../data/builder-domain11.bin");

/// The Blake2-256 digest of these points' file.
pub const BUILDER_DIGEST: [u8; 32] = [
	0x8f, 0x61, 0x63, 0xd0, 0x96, 0x3b, 0x8d, 0xb8, 0x9c, 0x32, 0x4c, 0xe2, 0xcf, 0xbd, 0xb0, 0xb2, 0x1f,
	0x2d, 0xa2, 0xa9, 0x0e, 0xc3, 0x37, 0x2f, 0x1c, 0x89, 0x45, 0x3a, 0xd0, 0x69, 0xb8, 0x8b,
];

/// The bytes before the first point: how many there are.
const BUILDER_PREFIX: usize = 8;
/// The bytes of one point.
const POINT: usize = 96;

/// The suite `BandersnatchSha512Ell2` with its curve work done by the node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostSuite;

/// The same point on the curve type that calls the node.
const fn hosted(point: AffinePoint<PlainSuite>) -> EdwardsAffine {
	EdwardsAffine::new_unchecked(point.x, point.y)
}

impl Suite for HostSuite {
	const SUITE_ID: &'static [u8] = PlainSuite::SUITE_ID;
	const SECURITY_PARAMETER: usize = PlainSuite::SECURITY_PARAMETER;
	const CHALLENGE_LEN: usize = PlainSuite::CHALLENGE_LEN;
	type Affine = EdwardsAffine;
	type Transcript = <PlainSuite as Suite>::Transcript;

	fn data_to_point(data: &[u8]) -> Option<EdwardsAffine> {
		PlainSuite::data_to_point(data).map(hosted)
	}
}

impl PedersenSuite for HostSuite {
	const BLINDING_BASE: EdwardsAffine = hosted(PlainSuite::BLINDING_BASE);
}

impl RingSuite for HostSuite {
	type Pairing = Bls12_381;
	const ACCUMULATOR_BASE: EdwardsAffine = hosted(PlainSuite::ACCUMULATOR_BASE);
	const PADDING: EdwardsAffine = hosted(PlainSuite::PADDING);
}

impl RingSuiteExt for HostSuite {
	const VRF_INPUT_DOMAIN: &[u8] = PlainSuite::VRF_INPUT_DOMAIN;
	const PUBLIC_KEY_SIZE: usize = PlainSuite::PUBLIC_KEY_SIZE;
	const MEMBERS_SET_SIZE: usize = PlainSuite::MEMBERS_SET_SIZE;
	const MEMBERS_COMMITMENT_SIZE: usize = PlainSuite::MEMBERS_COMMITMENT_SIZE;
	const STATIC_CHUNK_SIZE: usize = PlainSuite::STATIC_CHUNK_SIZE;
	const SIGNATURE_SIZE: usize = PlainSuite::SIGNATURE_SIZE;
	const RING_PROOF_SIZE: usize = PlainSuite::RING_PROOF_SIZE;
	const VRF_OUTPUT_SIZE: usize = PlainSuite::VRF_OUTPUT_SIZE;
	type PublicKeyBytes = <PlainSuite as RingSuiteExt>::PublicKeyBytes;
	type SignatureBytes = <PlainSuite as RingSuiteExt>::SignatureBytes;
	type CurveParams = <PlainSuite as RingSuiteExt>::CurveParams;
	type VerifierCache = HostCache;
	#[cfg(feature = "std")]
	type ProverCache = ();
}

/// Keeps what every check of a proof needs for as long as the runtime's instance lives: one call.
pub struct HostCache;

impl VerifierCache<HostSuite> for HostCache {
	fn ring_context(domain: RingDomainSize) -> Cow<'static, RingContext<HostSuite>> {
		static CONTEXT: Once<RingContext<HostSuite>> = Once::new();
		if domain == DOMAIN {
			Cow::Borrowed(CONTEXT.call_once(|| make_ring_context(DOMAIN)))
		} else {
			Cow::Owned(make_ring_context(domain))
		}
	}

	fn verifier_params() -> PcsVerifierParams<HostSuite> {
		static PARAMS: Once<PcsVerifierParams<HostSuite>> = Once::new();
		PARAMS.call_once(make_canonical_pcs_vk::<HostSuite>).clone()
	}

	fn empty_members_set(domain: RingDomainSize) -> MembersSet<HostSuite> {
		make_empty_members_set(domain)
	}
}

/// A suite that the runtime can use: its encodings have the sizes that the roll stores.
pub trait RollSuite: RingSuiteExt<PublicKeyBytes = RollKey> {}
impl<S: RingSuiteExt<PublicKeyBytes = RollKey>> RollSuite for S {}

/// The rings of the roll, on suite `S`.
pub struct Rings<S>(PhantomData<S>);

/// The points numbered `range`, from the embedded file.
fn chunks<S: RingSuiteExt>(range: Range<usize>) -> Option<Vec<G1Affine<S>>> {
	let points = BUILDER.get(BUILDER_PREFIX..)?;
	range
		.map(|number| {
			let start = number.checked_mul(POINT)?;
			let bytes = points.get(start..start.checked_add(POINT)?)?;
			// The file is part of this program, and a test checks it.
			G1Affine::<S>::deserialize_uncompressed_unchecked(bytes).ok()
		})
		.collect()
}

impl<S: RollSuite> RingVrf for Rings<S> {
	const CAPACITY: u32 = 255;

	// `RingVrfVerifiable::push_members` does the same, but checks again of each key that it is of the group of prime
	// order: in Wasm, that takes longer than all the rest. Whoever registers a key has had it checked.
	fn commit(keys: &[RollKey]) -> Option<RingCommitment> {
		let keys: Option<Vec<_>> =
			keys.iter().map(|key| Public::<S>::deserialize_compressed_unchecked(&key[..]).ok()).collect();
		let empty = S::CurveParams::empty_ring_commitment(DOMAIN);
		let mut ring = VerifierKeyBuilder::<S>::deserialize_uncompressed_unchecked(empty).ok()?;
		ring.append(keys?, chunks::<S>).ok()?;
		let mut bytes = Vec::new();
		ring.finalize().commitment().serialize_uncompressed(&mut bytes).ok()?;
		bytes.try_into().ok()
	}

	fn verify(
		ring: &RingCommitment,
		context: &[u8],
		message: &[u8],
		proof: &RingProof,
	) -> Result<Alias, ProofError> {
		// Commitments come from `commit` and the chain's own state alone.
		let members =
			verifiable::DecodeUnchecked::decode_unchecked(&mut &ring[..]).map_err(|_| ProofError::Invalid)?;
		let item = BatchProofItem {
			proof: proof.to_vec().try_into().map_err(|_| ProofError::Malformed)?,
			config: DOMAIN,
			members,
			context: context.to_vec(),
			message: message.to_vec(),
		};
		// The check of a batch leaves its sums to the node's native code; that of a single proof does them in Wasm.
		let aliases =
			RingVrfVerifiable::<S>::batch_validate(slice::from_ref(&item)).map_err(|error| match error {
				Error::DecodeError | Error::Unsupported => ProofError::Malformed,
				_ => ProofError::Invalid,
			})?;
		aliases.into_iter().next().ok_or(ProofError::Invalid)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn make_key(seed: [u8; 32]) -> RollKey {
		RingVrfVerifiable::<S>::member_from_secret(&RingVrfVerifiable::<S>::new_secret(seed))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn recorded() -> civitas_primitives::RecordedProof {
		recorded::proof()
	}
}

/// A proof made by a test of this crate, for benchmarks of the runtime, which cannot make one.
#[cfg(any(feature = "runtime-benchmarks", test))]
pub(crate) mod recorded {
	/// What the proof was made for.
	pub const CONTEXT: &[u8] = b"civitas/benchmark/context";
	/// What the proof says.
	pub const MESSAGE: &[u8] = b"civitas/benchmark/message";
	/// The ring's commitment, the alias and the proof, one after the other.
	pub const BYTES: &[u8; 288 + 32 + 785] = include_bytes!("../data/recorded-proof.bin");

	#[cfg(feature = "runtime-benchmarks")]
	pub fn proof() -> civitas_primitives::RecordedProof {
		let (ring, rest) = BYTES.split_at(288);
		let (alias, proof) = rest.split_at(32);
		civitas_primitives::RecordedProof {
			ring: ring.try_into().expect("the lengths are constants; benchmarks only"),
			context: CONTEXT.to_vec(),
			message: MESSAGE.to_vec(),
			proof: alloc::boxed::Box::new(
				proof.try_into().expect("the lengths are constants; benchmarks only"),
			),
			alias: alias.try_into().expect("the lengths are constants; benchmarks only"),
		}
	}
}
