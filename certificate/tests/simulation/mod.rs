// SPDX-License-Identifier: Apache-2.0
//! A chain made by hand: its validators, its votes and its state, so that a test can break any one thing.

#![allow(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic,
	clippy::unwrap_used
)]
#![allow(dead_code)]

use blake2::{digest::consts::U32, Blake2b, Digest};
use ed25519_zebra::{SigningKey, VerificationKey};
use parity_scale_codec::{Compact, Encode};
use std::collections::BTreeMap;

pub type Hash = [u8; 32];

pub fn hash(bytes: &[u8]) -> Hash {
	Blake2b::<U32>::digest(bytes).into()
}

/// The state of a block: its entries, as a tree of nodes.
#[derive(Clone, Default)]
pub struct Tree {
	pub entries: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Tree {
	/// The root, and all nodes by name.
	pub fn build(&self) -> (Hash, BTreeMap<Hash, Vec<u8>>) {
		let mut nodes = BTreeMap::new();
		let entries: Vec<(Vec<u8>, Vec<u8>)> = self
			.entries
			.iter()
			.map(|(key, value)| (key.iter().flat_map(|byte| [byte >> 4, byte & 15]).collect(), value.clone()))
			.collect();
		let root = node(&entries, 0, &mut nodes);
		let name = hash(&root);
		nodes.insert(name, root);
		(name, nodes)
	}
}

/// The node of `entries`, which all share their first `depth` half bytes. Its descendants go to `nodes`.
fn node(entries: &[(Vec<u8>, Vec<u8>)], depth: usize, nodes: &mut BTreeMap<Hash, Vec<u8>>) -> Vec<u8> {
	if entries.is_empty() {
		return vec![0];
	}
	let (first, last) = (&entries[0].0, &entries[entries.len() - 1].0);
	let shared = first.iter().zip(last).take_while(|(a, b)| a == b).count();
	let is_leaf = entries.len() == 1;
	let own = (first.len() == shared).then(|| &entries[0].1);
	let is_hashed = own.is_some_and(|value| value.len() > 32);
	let (prefix, bits) = match (is_leaf, own.is_some(), is_hashed) {
		(true, _, false) => (0b0100_0000, 6),
		(true, _, true) => (0b0010_0000, 5),
		(false, false, _) => (0b1000_0000, 6),
		(false, true, false) => (0b1100_0000, 6),
		(false, true, true) => (0b0001_0000, 4),
	};
	let partial = &first[depth..shared];
	let most = (1usize << bits) - 1;
	let mut out = Vec::new();
	if partial.len() < most {
		out.push(prefix | partial.len() as u8);
	} else {
		out.push(prefix | most as u8);
		let mut rest = partial.len() - most;
		while rest >= 255 {
			out.push(255);
			rest -= 255;
		}
		out.push(rest as u8);
	}
	let padded: Vec<u8> =
		std::iter::repeat_n(0u8, partial.len() % 2).chain(partial.iter().copied()).collect();
	out.extend(padded.chunks(2).map(|pair| pair[0] << 4 | pair[1]));
	let below = |branch: u8| -> Vec<(Vec<u8>, Vec<u8>)> {
		entries.iter().filter(|(key, _)| key.len() > shared && key[shared] == branch).cloned().collect()
	};
	let children: Vec<Vec<(Vec<u8>, Vec<u8>)>> =
		if is_leaf { Vec::new() } else { (0..16).map(below).collect() };
	if !is_leaf {
		let bitmap = children
			.iter()
			.enumerate()
			.filter(|(_, it)| !it.is_empty())
			.fold(0u16, |all, (n, _)| all | 1 << n);
		bitmap.encode_to(&mut out);
	}
	match own {
		Some(value) if is_hashed => {
			nodes.insert(hash(value), value.clone());
			out.extend(hash(value));
		}
		Some(value) => value.encode_to(&mut out),
		None => {}
	}
	for child in children.into_iter().filter(|it| !it.is_empty()) {
		let child = node(&child, shared + 1, nodes);
		if child.len() < 32 {
			child.encode_to(&mut out);
		} else {
			let name = hash(&child);
			nodes.insert(name, child);
			name.to_vec().encode_to(&mut out);
		}
	}
	out
}

pub fn xx128(name: &str) -> Vec<u8> {
	use std::hash::Hasher;
	(0..2)
		.flat_map(|seed| {
			let mut hasher = twox_hash::XxHash64::with_seed(seed);
			hasher.write(name.as_bytes());
			hasher.finish().to_le_bytes()
		})
		.collect()
}

pub fn xx64(key: &[u8]) -> Vec<u8> {
	use std::hash::Hasher;
	let mut hasher = twox_hash::XxHash64::with_seed(0);
	hasher.write(key);
	[&hasher.finish().to_le_bytes()[..], key].concat()
}

pub fn blake128(key: &[u8]) -> Vec<u8> {
	let digest = Blake2b::<blake2::digest::consts::U16>::digest(key);
	[&digest[..], key].concat()
}

pub fn entry(pallet: &str, item: &str, keys: &[Vec<u8>]) -> Vec<u8> {
	[xx128(pallet), xx128(item), keys.concat()].concat()
}

/// A set of validators, each of weight 1.
#[derive(Clone)]
pub struct Set(pub Vec<SigningKey>);

impl Set {
	pub fn new(number: u32, size: u32) -> Self {
		Self((0..size).map(|who| SigningKey::from(hash(&(number, who).encode()))).collect())
	}

	pub fn list(&self) -> Vec<(Hash, u64)> {
		self.0.iter().map(|key| (VerificationKey::from(key).into(), 1)).collect()
	}
}

/// A header.
#[derive(Clone)]
pub struct Header {
	pub parent: Hash,
	pub number: u32,
	pub state_root: Hash,
	pub digest: Vec<Vec<u8>>,
}

impl Header {
	pub fn encode(&self) -> Vec<u8> {
		let mut out = (
			self.parent,
			Compact(self.number),
			self.state_root,
			[7u8; 32],
			Compact(self.digest.len() as u32),
		)
			.encode();
		out.extend(self.digest.concat());
		out
	}

	pub fn hash(&self) -> Hash {
		hash(&self.encode())
	}
}

/// What BABE adds to a header: as many bytes as in real ones.
pub fn babe() -> Vec<Vec<u8>> {
	vec![(6u8, *b"BABE", vec![1u8; 109]).encode(), (5u8, *b"BABE", vec![2u8; 64]).encode()]
}

/// The digest item that names the next set.
pub fn change(next: &Set) -> Vec<u8> {
	(4u8, *b"FRNK", (1u8, next.list(), 0u32).encode()).encode()
}

pub type Vote = (Hash, u32, [u8; 64], Hash);

/// A fragment, before it is written.
#[derive(Clone)]
pub struct Fragment {
	pub header: Header,
	pub round: u64,
	pub target: (Hash, u32),
	pub votes: Vec<Vote>,
	pub headers: Vec<Header>,
}

impl Fragment {
	/// The first `votes` validators of `set` finalise the header.
	pub fn new(header: Header, set: &Set, id: u64, votes: usize) -> Self {
		let round = 9;
		let target = (header.hash(), header.number);
		let votes = set.0.iter().take(votes).map(|key| vote(key, target, round, id)).collect();
		Self { header, round, target, votes, headers: Vec::new() }
	}

	pub fn encode(&self) -> Vec<u8> {
		let mut out = self.header.encode();
		(self.round, self.target, &self.votes, Compact(self.headers.len() as u32)).encode_to(&mut out);
		out.extend(self.headers.iter().flat_map(Header::encode));
		out
	}
}

pub fn vote(key: &SigningKey, (hash, number): (Hash, u32), round: u64, set: u64) -> Vote {
	let signature = key.sign(&(1u8, hash, number, round, set).encode());
	(hash, number, signature.into(), VerificationKey::from(key).into())
}

/// A whole certificate, before it is written.
#[derive(Clone)]
pub struct File {
	pub genesis: Header,
	pub genesis_nodes: Vec<Vec<u8>>,
	pub fragments: Vec<Fragment>,
	pub claims: Vec<Vec<u8>>,
	pub nodes: Vec<Vec<u8>>,
}

impl File {
	pub fn encode(&self) -> Vec<u8> {
		let mut out = b"CIVCERT\x01".to_vec();
		out.extend(self.genesis.encode());
		self.genesis_nodes.encode_to(&mut out);
		Compact(self.fragments.len() as u32).encode_to(&mut out);
		out.extend(self.fragments.iter().flat_map(Fragment::encode));
		Compact(self.claims.len() as u32).encode_to(&mut out);
		out.extend(self.claims.concat());
		self.nodes.encode_to(&mut out);
		out
	}

	pub fn genesis_hash(&self) -> Hash {
		self.genesis.hash()
	}
}

/// A census record of runtime 103.
pub fn record(season: u32) -> Vec<u8> {
	let figures: Vec<u8> =
		(1u32..=7).flat_map(|figure| (figure * 100, (figure % 5) as u8).encode()).collect();
	let land = ((5_000u64, 3u8), (60u64, 3u8), (7_000_000_000_000_000u128, 2u8), (8u32, 900u64, 10u64, 3u8));
	let more =
		((1u32, 2u64, 3u64, 3u8), (4u32, 5u64, 6u64, 3u8), (11_000_000_000_000u128, 4u8), (12u128, 0u8));
	let rest = (([1u32; 16], 2u8), (30_000u128, 2u8), (2u32, [9u8; 32]), 1u8);
	let people = Some([(1u32, 1u8), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0)]);
	[(season, 4_321u32).encode(), figures, land.encode(), more.encode(), rest.encode(), people.encode()]
		.concat()
}

/// The entries of every state: the runtime, the time, the season.
pub fn state(season: u32) -> Tree {
	let mut tree = Tree::default();
	let mut put = |pallet: &str, item: &str, keys: &[Vec<u8>], value: Vec<u8>| {
		tree.entries.insert(entry(pallet, item, keys), value);
	};
	put("System", "LastRuntimeUpgrade", &[], (Compact(103u32), "civitas").encode());
	put("Timestamp", "Now", &[], 1_800_000_000_000u64.encode());
	put("Seasons", "Current", &[], (season, 4_000u32).encode());
	for closed in 0..season {
		put("Census", "Records", &[xx64(&closed.to_le_bytes())], record(closed));
	}
	tree
}

/// Adds a citizen, last seen in `seen`.
pub fn admit(tree: &mut Tree, id: u32, account: Hash, is_suspended: bool, seen: u32) {
	let key = xx64(&id.to_le_bytes());
	let citizen = (account, is_suspended, 5u32, 0u32, (1u32, [3u8; 32]), [4u8; 60]).encode();
	tree.entries.insert(entry("Citizenship", "CitizenIds", &[blake128(&account)]), id.encode());
	tree.entries.insert(entry("Citizenship", "Citizens", std::slice::from_ref(&key)), citizen);
	tree.entries.insert(entry("Census", "LastAttested", &[key]), seen.encode());
}

/// Adds a built ring of `season`.
pub fn build_ring(tree: &mut Tree, season: u32, number: u32, commitment: &[u8]) {
	tree.entries.insert(entry("Roll", "CurrentSealing", &[]), (season, 3u8, 0u64).encode());
	let key = blake128(&(0u8, number).encode());
	tree.entries.insert(entry("Roll", "Commitments", &[key]), commitment.to_vec());
}

/// A chain of `changes` changes of `size` validators, with `claims` proven in `tree`. All that want to can vote.
pub fn file(changes: u32, size: u32, tree: &Tree, claims: Vec<civitas_certificate::Claim>) -> File {
	let first = Set::new(0, size);
	let genesis_tree =
		Tree { entries: BTreeMap::from([(entry("Grandpa", "Authorities", &[]), first.list().encode())]) };
	let (root, nodes) = genesis_tree.build();
	let genesis = Header { parent: [0; 32], number: 0, state_root: root, digest: Vec::new() };
	let (state_root, all) = tree.build();
	let mut fragments = Vec::new();
	for id in 0..=changes {
		let digest =
			if id == changes { babe() } else { [vec![change(&Set::new(id + 1, size))], babe()].concat() };
		let header = Header { parent: [id as u8; 32], number: 600 * (id + 1), state_root, digest };
		fragments.push(Fragment::new(header, &Set::new(id, size), id.into(), size as usize));
	}
	let keys = civitas_certificate::keys(&claims, |key| tree.entries.get(key).cloned()).unwrap_or_default();
	let claims = claims.iter().map(written).collect();
	let used = needed(state_root, &all, &keys);
	File { genesis, genesis_nodes: nodes.into_values().collect(), fragments, claims, nodes: used }
}

/// A claim's bytes.
pub fn written(claim: &civitas_certificate::Claim) -> Vec<u8> {
	use civitas_certificate::Claim::*;
	match claim {
		Census(season) => (0u8, season).encode(),
		Ring(number) => (1u8, number).encode(),
		Citizen(account) => (2u8, account).encode(),
		Charter => 3u8.encode(),
		Version(version) => (4u8, version).encode(),
	}
}

/// The nodes on the ways to `keys`: tries each node, and keeps those without which the verifier misses one.
fn needed(root: Hash, all: &BTreeMap<Hash, Vec<u8>>, keys: &[Vec<u8>]) -> Vec<Vec<u8>> {
	use civitas_certificate::{state::State, trie::Proof};
	let nodes: Vec<&[u8]> = all.values().map(Vec::as_slice).collect();
	let misses = |nodes: Vec<&[u8]>| {
		let mut proof = Proof::new(root, nodes).expect("distinct nodes");
		keys.iter().any(|key| proof.read(key).is_err())
	};
	(0..nodes.len())
		.filter(|left_out| {
			misses(nodes.iter().enumerate().filter(|(n, _)| n != left_out).map(|(_, it)| *it).collect())
		})
		.map(|it| nodes[it].to_vec())
		.collect()
}
