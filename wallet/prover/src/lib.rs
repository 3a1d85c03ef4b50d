//! The citizen's side of the roll: makes roll keys and proves membership of a ring, in a wallet.
//!
//! Compiled to Wasm without a standard library and without generated glue: the functions below are exported with a
//! plain C interface, and `env.random` is the only import. The crate `verifiable` does the cryptography. This crate
//! gives it the part of the powers of tau that rings of up to 255 need (148 KB instead of the crate's 4.7 MB), and
//! passes bytes in and out.
//!
//! Native builds, which only the tests use, export no plain names: our `free` would replace the C library's.
//!
//! All pointers are into the module's memory and come from [`alloc`]. Every function that can fail returns a
//! [`Code`].
//!
//! # Secrets
//!
//! The caller passes a secret as 32 bytes of entropy. When a function returns, the module's memory holds no copy of
//! it and nothing derived from it but the results: [`Wiping`] clears all memory that is given back, and
//! [`leaving_nothing`] clears the stack. The caller's own copy is cleared by [`free`].

#![no_std]

extern crate alloc as heap;

#[cfg(test)]
extern crate std;
#[cfg(test)]
mod tests;

mod wiping;

use core::ops::Range;
use heap::{alloc::Layout, borrow::Cow, vec::Vec};
use spin::Once;
use verifiable::{
	ring::{
		ark_vrf::{
			pedersen::PedersenSuite,
			reexports::ark_serialize::CanonicalDeserialize,
			ring::{G1Affine, RingSetup, RingSuite},
			AffinePoint, Suite,
		},
		bandersnatch::BandersnatchSha512Ell2 as PlainSuite,
		make_ring_setup, Bls12_381Params, ProverCache, RingCurveParams, RingDomainSize, RingSuiteExt,
		RingVrfVerifiable, StaticChunk,
	},
	Entropy, Error, GenerateVerifiable,
};
use zeroize::Zeroizing;

pub use wiping::{leaving_nothing, Wiping};

/// The size of every ring: up to 255 keys.
pub const DOMAIN: RingDomainSize = RingDomainSize::Domain11;
/// A roll key.
pub const KEY: usize = 32;
/// The alias of a secret in a context.
pub const ALIAS: usize = 32;
/// A proof of possession.
pub const SIGNATURE: usize = 64;
/// A ring's commitment.
pub const COMMITMENT: usize = 288;
/// A proof of membership.
pub const PROOF: usize = 785;

/// The powers of tau that rings of up to 255 are proven with: 1,537 in G1, 2 in G2.
const POWERS: &[u8] = include_bytes!("../data/powers-domain11.bin");
/// The points that commitments are computed from, as the chain embeds them.
const BUILDER: &[u8] = include_bytes!("../../../pallets/roll/suite/data/builder-domain11.bin");

/// The result of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub enum Code {
	/// Done.
	Done = 0,
	/// The secret's key is not in the ring.
	NotInRing = 1,
	/// One of the keys is not a valid key, or there are more than 255.
	InvalidRing = 2,
	/// The proof does not verify.
	InvalidProof = 3,
	/// Anything else: the module and its caller do not fit each other.
	Failed = 4,
}

impl From<Error> for Code {
	fn from(error: Error) -> Self {
		match error {
			Error::NotInRing => Self::NotInRing,
			Error::InvalidMember | Error::SetFull => Self::InvalidRing,
			Error::DecodeError | Error::VerificationFailed | Error::ContextCountMismatch => {
				Self::InvalidProof
			}
			_ => Self::Failed,
		}
	}
}

/// The suite `BandersnatchSha512Ell2` with fewer powers of tau.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WalletSuite;

impl Suite for WalletSuite {
	const SUITE_ID: &'static [u8] = PlainSuite::SUITE_ID;
	const SECURITY_PARAMETER: usize = PlainSuite::SECURITY_PARAMETER;
	const CHALLENGE_LEN: usize = PlainSuite::CHALLENGE_LEN;
	type Affine = AffinePoint<PlainSuite>;
	type Transcript = <PlainSuite as Suite>::Transcript;

	fn data_to_point(data: &[u8]) -> Option<AffinePoint<PlainSuite>> {
		PlainSuite::data_to_point(data)
	}
}

impl PedersenSuite for WalletSuite {
	const BLINDING_BASE: AffinePoint<PlainSuite> = PlainSuite::BLINDING_BASE;
}

impl RingSuite for WalletSuite {
	type Pairing = <PlainSuite as RingSuite>::Pairing;
	const ACCUMULATOR_BASE: AffinePoint<PlainSuite> = PlainSuite::ACCUMULATOR_BASE;
	const PADDING: AffinePoint<PlainSuite> = PlainSuite::PADDING;
}

impl RingSuiteExt for WalletSuite {
	const VRF_INPUT_DOMAIN: &[u8] = PlainSuite::VRF_INPUT_DOMAIN;
	const PUBLIC_KEY_SIZE: usize = PlainSuite::PUBLIC_KEY_SIZE;
	const MEMBERS_SET_SIZE: usize = PlainSuite::MEMBERS_SET_SIZE;
	const MEMBERS_COMMITMENT_SIZE: usize = PlainSuite::MEMBERS_COMMITMENT_SIZE;
	const STATIC_CHUNK_SIZE: usize = PlainSuite::STATIC_CHUNK_SIZE;
	const SIGNATURE_SIZE: usize = PlainSuite::SIGNATURE_SIZE;
	const RING_PROOF_SIZE: usize = PlainSuite::RING_PROOF_SIZE;
	const VRF_OUTPUT_SIZE: usize = PlainSuite::VRF_OUTPUT_SIZE;
	type PublicKeyBytes = [u8; KEY];
	type SignatureBytes = [u8; SIGNATURE];
	type CurveParams = FewPowers;
	type VerifierCache = ();
	type ProverCache = SetupCache;
}

/// The embedded part of the powers of tau.
pub struct FewPowers;

impl RingCurveParams for FewPowers {
	fn srs_raw() -> &'static [u8] {
		POWERS
	}

	fn ring_builder_params(_: RingDomainSize) -> &'static [u8] {
		BUILDER
	}

	fn empty_ring_commitment(_: RingDomainSize) -> &'static [u8] {
		Bls12_381Params::empty_ring_commitment(DOMAIN)
	}
}

/// Keeps what every proof needs.
pub struct SetupCache;

impl ProverCache<WalletSuite> for SetupCache {
	fn ring_setup(_: RingDomainSize) -> Cow<'static, RingSetup<WalletSuite>> {
		static SETUP: Once<RingSetup<WalletSuite>> = Once::new();
		Cow::Borrowed(SETUP.call_once(|| make_ring_setup(DOMAIN)))
	}
}

type Scheme = RingVrfVerifiable<WalletSuite>;
type Members = <Scheme as GenerateVerifiable>::Members;

fn chunks(range: Range<usize>) -> Result<Vec<StaticChunk<WalletSuite>>, ()> {
	range
		.map(|number| {
			let bytes = BUILDER.get(8 + 96 * number..8 + 96 * (number + 1)).ok_or(())?;
			G1Affine::<WalletSuite>::deserialize_uncompressed_unchecked(bytes)
				.map(StaticChunk)
				.map_err(|_| ())
		})
		.collect()
}

/// The ring that these keys make.
pub fn ring(keys: &[[u8; KEY]]) -> Result<Members, Code> {
	let mut ring = Scheme::start_members(DOMAIN);
	Scheme::push_members(&mut ring, keys.iter().copied(), chunks)?;
	Ok(Scheme::finish_members(ring))
}

/// The commitment of a ring with these keys, in this order.
pub fn commit_to(keys: &[[u8; KEY]]) -> Result<[u8; COMMITMENT], Code> {
	use verifiable::ring::ark_vrf::reexports::ark_serialize::CanonicalSerialize;
	let mut bytes = [0; COMMITMENT];
	ring(keys)?.serialize_uncompressed(&mut bytes[..]).map_err(|_| Code::Failed)?;
	Ok(bytes)
}

/// A proof that the secret of `entropy` is in the ring of `keys`, and its alias.
pub fn prove_membership(
	entropy: &Entropy,
	keys: &[[u8; KEY]],
	context: &[u8],
	message: &[u8],
) -> Result<([u8; PROOF], [u8; ALIAS]), Code> {
	let secret = Scheme::new_secret(*entropy);
	let member = Scheme::member_from_secret(&secret);
	let opened = Scheme::open(DOMAIN, &member, keys.iter().copied())?;
	let (proof, alias) = Scheme::create(opened, &secret, context, message)?;
	Ok((proof.as_slice().try_into().map_err(|_| Code::Failed)?, alias))
}

/// The alias of a proof, if it verifies for this ring, context and message.
pub fn verify_membership(
	keys: &[[u8; KEY]],
	context: &[u8],
	message: &[u8],
	proof: &[u8; PROOF],
) -> Result<[u8; ALIAS], Code> {
	let proof = proof.to_vec().try_into().map_err(|_| Code::Failed)?;
	Ok(Scheme::validate(DOMAIN, &proof, &ring(keys)?, context, message)?)
}

// The C interface. Callers pass pointers that `alloc` gave them, to as many bytes as each function says.

/// Reads `len` bytes.
unsafe fn read<'a>(at: *const u8, len: usize) -> &'a [u8] {
	core::slice::from_raw_parts(at, len)
}

/// Copies a secret. The copy is cleared when it is dropped.
unsafe fn read_entropy(at: *const u8) -> Zeroizing<Entropy> {
	Zeroizing::new(*(at as *const Entropy))
}

/// Reads `count` keys.
unsafe fn read_keys<'a>(at: *const u8, count: usize) -> &'a [[u8; KEY]] {
	core::slice::from_raw_parts(at as *const [u8; KEY], count)
}

unsafe fn write(at: *mut u8, bytes: &[u8]) {
	core::ptr::copy_nonoverlapping(bytes.as_ptr(), at, bytes.len());
}

fn code(result: Result<(), Code>) -> i32 {
	result.err().unwrap_or(Code::Done) as i32
}

/// Gives `len` bytes of memory, all zero. Returns null if there is no memory left.
///
/// # Safety
/// Give the memory back with [`free`] and the same length.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn alloc(len: usize) -> *mut u8 {
	match Layout::from_size_align(len.max(1), 8) {
		Ok(layout) => heap::alloc::alloc_zeroed(layout),
		Err(_) => core::ptr::null_mut(),
	}
}

/// Clears memory that [`alloc`] gave, because it may have held a secret, and takes it back.
///
/// # Safety
/// `at` comes from [`alloc`] with the same `len`, and is not used any more.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn free(at: *mut u8, len: usize) {
	if let Ok(layout) = Layout::from_size_align(len.max(1), 8) {
		wiping::wipe(at, layout.size());
		heap::alloc::dealloc(at, layout);
	}
}

/// Writes the roll key (32 bytes) of the secret that 32 bytes of entropy make.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn roll_key(entropy: *const u8, key: *mut u8) {
	leaving_nothing(|| {
		let secret = Scheme::new_secret(*read_entropy(entropy));
		write(key, &Scheme::member_from_secret(&secret));
	})
}

/// Writes the alias (32 bytes) of a secret in a context.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn alias(
	entropy: *const u8,
	context: *const u8,
	context_len: usize,
	alias: *mut u8,
) -> i32 {
	leaving_nothing(|| {
		let secret = Scheme::new_secret(*read_entropy(entropy));
		let named = Scheme::alias_in_context(&secret, read(context, context_len));
		code(named.map(|name| write(alias, &name)).map_err(Code::from))
	})
}

/// Writes a signature (64 bytes) that proves possession of a secret.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn sign(
	entropy: *const u8,
	message: *const u8,
	message_len: usize,
	signature: *mut u8,
) -> i32 {
	leaving_nothing(|| {
		let secret = Scheme::new_secret(*read_entropy(entropy));
		let signed = Scheme::sign(&secret, read(message, message_len));
		code(signed.map(|bytes| write(signature, &bytes)).map_err(Code::from))
	})
}

/// Writes the commitment (288 bytes) of a ring of `count` keys.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn commit(keys: *const u8, count: usize, commitment: *mut u8) -> i32 {
	code(commit_to(read_keys(keys, count)).map(|bytes| write(commitment, &bytes)))
}

/// Writes a proof of membership (785 bytes) and its alias (32 bytes).
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn prove(
	entropy: *const u8,
	keys: *const u8,
	count: usize,
	context: *const u8,
	context_len: usize,
	message: *const u8,
	message_len: usize,
	proof: *mut u8,
	alias: *mut u8,
) -> i32 {
	leaving_nothing(|| {
		let made = prove_membership(
			&read_entropy(entropy),
			read_keys(keys, count),
			read(context, context_len),
			read(message, message_len),
		);
		code(made.map(|(bytes, name)| {
			write(proof, &bytes);
			write(alias, &name);
		}))
	})
}

/// Writes the alias (32 bytes) of a proof (785 bytes) that verifies.
///
/// # Safety
/// Pointers are to the lengths said.
#[cfg_attr(target_arch = "wasm32", no_mangle)]
pub unsafe extern "C" fn verify(
	keys: *const u8,
	count: usize,
	context: *const u8,
	context_len: usize,
	message: *const u8,
	message_len: usize,
	proof: *const u8,
	alias: *mut u8,
) -> i32 {
	let checked = verify_membership(
		read_keys(keys, count),
		read(context, context_len),
		read(message, message_len),
		&*(proof as *const [u8; PROOF]),
	);
	code(checked.map(|name| write(alias, &name)))
}

#[cfg(target_arch = "wasm32")]
mod host {
	use core::num::NonZeroU32;

	#[global_allocator]
	static MEMORY: crate::Wiping<dlmalloc::GlobalDlmalloc> = crate::Wiping(dlmalloc::GlobalDlmalloc);

	#[link(wasm_import_module = "env")]
	extern "C" {
		/// Fills memory with randomness from the system. A proof made without it would reveal its author.
		fn random(at: *mut u8, len: usize);
	}

	fn fill(bytes: &mut [u8]) -> Result<(), getrandom::Error> {
		// If the host gives no randomness, nothing is proven.
		bytes.fill(0);
		unsafe { random(bytes.as_mut_ptr(), bytes.len()) };
		if bytes.len() >= 8 && bytes.iter().all(|byte| *byte == 0) {
			let code = const { NonZeroU32::new(getrandom::Error::CUSTOM_START).unwrap() };
			return Err(getrandom::Error::from(code));
		}
		Ok(())
	}

	getrandom::register_custom_getrandom!(fill);

	#[panic_handler]
	fn panic(_: &core::panic::PanicInfo) -> ! {
		core::arch::wasm32::unreachable()
	}
}
