// SPDX-License-Identifier: Apache-2.0
//! Storage proofs: which value a key has in the state with a given root.
//!
//! The state is a tree. A node's name is the Blake2-256 hash of its bytes, and a node contains the names of its children,
//! so the root's name fixes the whole tree. A key is a path of half bytes from the root. A proof is the set of nodes on the
//! paths to the keys. This reads the encoding of `sp-trie`, layouts 0 and 1; a test compares it with that crate.

use crate::{
	hash::blake2_256,
	scale::{self, Bytes},
	state::State,
	Error, Hash,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};

/// A proof of some entries of one state.
pub struct Proof<'a> {
	root: Hash,
	nodes: BTreeMap<Hash, Bytes<'a>>,
	used: BTreeSet<Hash>,
}

impl<'a> Proof<'a> {
	/// Takes the nodes of a proof for the state with this root.
	pub fn new(root: Hash, nodes: Vec<Bytes<'a>>) -> Result<Self, Error> {
		let count = nodes.len();
		let nodes: BTreeMap<_, _> = nodes.into_iter().map(|node| (blake2_256(node), node)).collect();
		if nodes.len() != count {
			return Err(Error::UnusedNode);
		}
		Ok(Self { root, nodes, used: BTreeSet::new() })
	}

	/// Checks that every node was needed.
	pub fn finish(self) -> Result<(), Error> {
		if self.used.len() == self.nodes.len() {
			Ok(())
		} else {
			Err(Error::UnusedNode)
		}
	}

	fn node(&mut self, hash: Hash) -> Result<Bytes<'a>, Error> {
		let node = self.nodes.get(&hash).ok_or(Error::MissingNode)?;
		self.used.insert(hash);
		Ok(node)
	}
}

impl State for Proof<'_> {
	fn read(&mut self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		let path: Vec<u8> = key.iter().flat_map(|byte| [byte >> 4, byte & 15]).collect();
		let mut rest = &path[..];
		let mut bytes = self.node(self.root)?;
		// Each turn takes a half byte off the path, so this ends.
		loop {
			let Some(node) = Node::read(bytes).ok_or(Error::MalformedNode)? else { return Ok(None) };
			let Some(further) = rest.strip_prefix(&node.partial[..]) else { return Ok(None) };
			let Some((branch, further)) = further.split_first() else {
				return match node.value {
					Value::None => Ok(None),
					Value::Inline(value) => Ok(Some(value.to_vec())),
					Value::Hashed(hash) => self.node(hash).map(|value| Some(value.to_vec())),
				};
			};
			rest = further;
			bytes = match node.children.get(usize::from(*branch)).copied().flatten() {
				None => return Ok(None),
				Some(child) => match Hash::try_from(child) {
					Ok(hash) => self.node(hash)?,
					// A child shorter than a hash stands there itself.
					Err(_) => child,
				},
			};
		}
	}
}

/// A node's value.
enum Value<'a> {
	None,
	Inline(Bytes<'a>),
	/// The value is a part of the proof of its own, under this hash.
	Hashed(Hash),
}

struct Node<'a> {
	/// The half bytes that the node adds to the path.
	partial: Vec<u8>,
	value: Value<'a>,
	children: [Option<Bytes<'a>>; 16],
}

impl<'a> Node<'a> {
	/// Reads a node. `Some(None)` is the node of an empty tree.
	fn read(bytes: Bytes<'a>) -> Option<Option<Self>> {
		let mut input = bytes;
		let head = scale::value::<u8>(&mut input)?;
		// The bits for the length of the partial key, whether there are children, and which kind of value.
		let (length_bits, is_branch, has_value, is_hashed) = match head {
			0 => return Some(None),
			_ if head >> 6 == 0b01 => (0x3f, false, true, false),
			_ if head >> 6 == 0b10 => (0x3f, true, false, false),
			_ if head >> 6 == 0b11 => (0x3f, true, true, false),
			_ if head >> 5 == 0b001 => (0x1f, false, true, true),
			_ if head >> 4 == 0b0001 => (0x0f, true, true, true),
			_ => return None,
		};
		let length = length(&mut input, head, length_bits)?;
		let partial = partial(&mut input, length)?;
		let present = if is_branch { scale::value::<u16>(&mut input)? } else { 0 };
		let value = match (has_value, is_hashed) {
			(false, _) => Value::None,
			(true, true) => Value::Hashed(scale::array(&mut input)?),
			(true, false) => Value::Inline(scale::bytes(&mut input)?),
		};
		let mut children = [None; 16];
		for (number, child) in children.iter_mut().enumerate() {
			if present & 1u16.checked_shl(u32::try_from(number).ok()?)? != 0 {
				*child = Some(scale::bytes(&mut input)?);
			}
		}
		input.is_empty().then_some(Some(Self { partial, value, children }))
	}
}

/// How many half bytes the partial key has: in the head, or further bytes if they do not fit.
fn length(input: &mut &[u8], head: u8, bits: u8) -> Option<usize> {
	let mut length = usize::from(head & bits);
	if head & bits < bits {
		return Some(length);
	}
	loop {
		let more = scale::value::<u8>(input)?;
		length = length.checked_add(usize::from(more))?;
		if more < 255 {
			return Some(length);
		}
	}
}

/// A partial key of `length` half bytes. An odd one begins with a half byte of zero, which is not a part of it.
fn partial(input: &mut &[u8], length: usize) -> Option<Vec<u8>> {
	let bytes = scale::take(input, length.div_ceil(2))?;
	let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
	let padding = length % 2;
	if padding == 1 && bytes.first()? >> 4 != 0 {
		return None;
	}
	Some(halves.skip(padding).collect())
}
