// SPDX-License-Identifier: Apache-2.0
//! Verifies what a Civitas chain says about itself, given the chain's genesis hash and nothing else.
//!
//! # Overview
//!
//! A *certificate* is one file. It holds a chain of proofs that starts at the genesis block and ends at one entry of
//! the chain's state: a season's census, a ring's commitment, how a citizen stands, the charter. [`verify`] checks the
//! file offline, without a node and without a database, and returns what it proves.
//!
//! The chain of proofs has four links:
//!
//! 1. The file's genesis header has the hash that the verifier was given.
//! 2. A storage proof against that header's state root shows the first finality authorities.
//! 3. Each set of authorities signs, by more than two thirds, the block that names the next set. The last set signs the
//!    block that the file is about.
//! 4. A storage proof against that block's state root shows the entries.
//!
//! A *passport* ([`passport`]) adds a signature of a citizen's account over a service's challenge. An *anonymous
//! passport* ([`anonymous`]) adds a proof that somebody in a certified ring made it, without telling who.
//!
//! `docs/certificate.md` specifies the files byte by byte, so that others can write a verifier. `../oracle` is one.
//!
//! # For auditors
//!
//! | module | what it does |
//! | --- | --- |
//! | `scale` | reads the bytes, with a limit for every list |
//! | [`chain`] | headers and GRANDPA justifications |
//! | [`trie`] | storage proofs |
//! | [`state`] | storage keys, and what the entries mean |
//! | `hash` | names the hash functions |
//! | [`report`] | prints what was proven |
//!
//! Signatures and hashes come from `ed25519-zebra`, `schnorrkel`, `k256`, `blake2` and `twox-hash`, ring proofs from
//! `verifiable`. The crate has no unsafe code, no panic, and no memory use that a file can drive beyond
//! a small multiple of its own size.
//!
//! # Invariants
//!
//! - **I1** Every byte of a file counts: no signature, header or trie node is accepted that the proof does not need.
//! - **I2** Whatever the bytes are, [`verify`] returns; it never panics.
//! - **I3** Each refusal names its reason.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

#[cfg(feature = "anonymous")]
pub mod anonymous;
pub mod chain;
mod error;
mod hash;
#[cfg(feature = "passport")]
pub mod passport;
pub mod report;
mod scale;
pub mod state;
pub mod trie;

pub use error::Error;
pub use state::{Claim, Statement};

use alloc::{collections::BTreeMap, vec::Vec};
use chain::{Fragment, Header};
use scale::Bytes;
use state::State;

/// A Blake2-256 hash.
pub type Hash = [u8; 32];

/// What a certificate begins with: its name and its version.
pub const MAGIC: &[u8; 8] = b"CIVCERT\x01";

/// The most bytes that a file may have.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The most changes of authorities that a file may prove, and one more.
pub const MAX_FRAGMENTS: usize = 16_384;
/// The most entries that a file may be about.
pub const MAX_CLAIMS: usize = 64;
/// The most nodes of a storage proof.
pub const MAX_NODES: usize = 65_536;

/// What a certificate proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
	/// The chain: the hash of its genesis block.
	pub genesis: Hash,
	/// The number of the final block that the statements are true in.
	pub number: u32,
	/// The hash of that block.
	pub hash: Hash,
	/// The time of that block, in milliseconds since 1970.
	pub time: u64,
	/// The version of the runtime that wrote the state.
	pub runtime: u32,
	/// The season that the block lies in.
	pub season: u32,
	/// How many times the authorities have changed between the genesis and the block.
	pub set: u64,
	/// How many authorities there were in the set that signed the block.
	pub authorities: usize,
	/// What is true in that block, in the file's order.
	pub statements: Vec<Statement>,
}

/// Checks a certificate of the chain that begins with the block of hash `genesis`.
pub fn verify(file: &[u8], genesis: &Hash) -> Result<Verified, Error> {
	if file.len() > MAX_BYTES {
		return Err(Error::TooLong);
	}
	let rest = scale::after_magic(file, MAGIC)?;
	let mut input = rest;
	let first = Header::read(&mut input).ok_or(Error::Malformed("genesis header"))?;
	let genesis_nodes = nodes(&mut input).ok_or(Error::Malformed("genesis proof"))?;
	let fragments =
		scale::list(&mut input, MAX_FRAGMENTS, Fragment::read).ok_or(Error::Malformed("finality proof"))?;
	let claims = scale::list(&mut input, MAX_CLAIMS, Claim::read).ok_or(Error::Malformed("claims"))?;
	let state_nodes = nodes(&mut input).ok_or(Error::Malformed("state proof"))?;
	if !input.is_empty() {
		return Err(Error::Malformed("end of the file"));
	}

	if first.hash != *genesis || first.number != 0 {
		return Err(Error::OtherChain);
	}
	let mut proof = trie::Proof::new(first.state_root, genesis_nodes)?;
	let mut authorities = state::authorities(&mut proof)?;
	proof.finish()?;

	let last = fragments.last().ok_or(Error::NoFinality)?.header.clone();
	let set = chain::follow(&mut authorities, &fragments)?;

	let mut proof = trie::Proof::new(last.state_root, state_nodes)?;
	let moment = state::moment(&mut proof)?;
	let statements = claims
		.iter()
		.map(|claim| state::statement(&mut proof, moment.runtime, claim))
		.collect::<Result<Vec<_>, _>>()?;
	proof.finish()?;

	Ok(Verified {
		genesis: *genesis,
		number: last.number,
		hash: last.hash,
		time: moment.time,
		runtime: moment.runtime,
		season: moment.season,
		set: set.id,
		authorities: set.signed_by,
		statements,
	})
}

impl Verified {
	/// The census of `season`.
	pub fn census(&self, season: u32) -> Result<&state::CensusRecord, Error> {
		let found = self.statements.iter().find_map(|statement| match statement {
			Statement::Census(record) if record.season == season => Some(record),
			_ => None,
		});
		found.ok_or(Error::WrongSeason)
	}
}

/// A certificate's parts, as a producer puts them together.
pub struct Parts {
	/// The SCALE encoding of the genesis header.
	pub genesis: Vec<u8>,
	/// The nodes that prove [`state::genesis_keys`] in the state of the genesis block.
	pub genesis_nodes: Vec<Vec<u8>>,
	/// The SCALE encoding of the vector of warp-sync fragments.
	pub fragments: Vec<u8>,
	/// What the certificate is about.
	pub claims: Vec<Claim>,
	/// The nodes that prove what [`keys`] names in the state of the last fragment's block.
	pub nodes: Vec<Vec<u8>>,
}

impl Parts {
	/// The file.
	pub fn encode(&self) -> Vec<u8> {
		let mut file = MAGIC.to_vec();
		file.extend_from_slice(&self.genesis);
		write_nodes(&self.genesis_nodes, &mut file);
		file.extend_from_slice(&self.fragments);
		scale::write_length(self.claims.len(), &mut file);
		self.claims.iter().for_each(|claim| claim.write(&mut file));
		write_nodes(&self.nodes, &mut file);
		file
	}
}

/// The storage keys that a certificate about `claims` proves, given how to read the state. The producer asks the node
/// for a proof of exactly these: a node that nobody needs is refused.
pub fn keys(claims: &[Claim], read: impl FnMut(&[u8]) -> Option<Vec<u8>>) -> Result<Vec<Vec<u8>>, Error> {
	let mut recorder = Recorder { read, keys: BTreeMap::new() };
	let moment = state::moment(&mut recorder)?;
	for claim in claims {
		state::statement(&mut recorder, moment.runtime, claim)?;
	}
	Ok(recorder.keys.into_keys().collect())
}

/// The hash of the genesis header in a certificate: which chain the file says that it is of. Trust it only if it is the
/// hash that you know.
pub fn genesis_of(file: &[u8]) -> Option<Hash> {
	let mut input = scale::after_magic(file, MAGIC).ok()?;
	Header::read(&mut input).map(|header| header.hash)
}

/// The last block that a vector of warp-sync fragments finalises: its number and hash.
pub fn target(fragments: &[u8]) -> Option<(u32, Hash)> {
	let mut input = fragments;
	let fragments = scale::list(&mut input, MAX_FRAGMENTS, Fragment::read)?;
	fragments.last().map(|fragment| (fragment.header.number, fragment.header.hash))
}

/// Reads a state and remembers what was asked.
struct Recorder<R> {
	read: R,
	keys: BTreeMap<Vec<u8>, ()>,
}

impl<R: FnMut(&[u8]) -> Option<Vec<u8>>> State for Recorder<R> {
	fn read(&mut self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		self.keys.insert(key.to_vec(), ());
		Ok((self.read)(key))
	}
}

fn nodes<'a>(input: &mut &'a [u8]) -> Option<Vec<Bytes<'a>>> {
	scale::list(input, MAX_NODES, scale::bytes)
}

fn write_nodes(nodes: &[Vec<u8>], file: &mut Vec<u8>) {
	scale::write_length(nodes.len(), file);
	for node in nodes {
		scale::write_bytes(node, file);
	}
}
