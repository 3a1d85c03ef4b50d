// SPDX-License-Identifier: Apache-2.0
//! Headers, and who finalised them.
//!
//! GRANDPA finalises a block when authorities with more than two thirds of the weight have signed it or blocks after
//! it. The last block of each set of authorities names the next set. So a proof goes from set to set: a *fragment* is a
//! header with the votes that finalise it, and each fragment but the last names the authorities of the next one.

use crate::{
	hash::blake2_256,
	scale::{self, Bytes},
	Error, Hash,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use ed25519_zebra::{Signature, VerificationKey};
use parity_scale_codec::Encode;

/// The most digest items of a header.
const MAX_DIGEST: usize = 64;
/// The most authorities of a set.
const MAX_AUTHORITIES: usize = 1024;
/// The most votes of a fragment.
const MAX_VOTES: usize = 2048;
/// The most headers that connect a fragment's votes to its block.
const MAX_HEADERS: usize = 1024;
/// GRANDPA's name in digests.
const GRANDPA: &[u8] = b"FRNK";

/// The authorities of one set, with their weights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authorities(BTreeMap<[u8; 32], u128>);

impl Authorities {
	/// Reads a list of keys and weights. A key without weight is not an authority.
	pub fn read(input: &mut &[u8]) -> Option<Self> {
		let list = scale::list(input, MAX_AUTHORITIES, |input| {
			Some((scale::array(input)?, scale::value::<u64>(input)?))
		})?;
		let mut weights = BTreeMap::<[u8; 32], u128>::new();
		for (key, weight) in list.into_iter().filter(|(_, weight)| *weight > 0) {
			let total = weights.entry(key).or_default();
			*total = total.saturating_add(u128::from(weight));
		}
		Some(Self(weights))
	}

	/// How many there are.
	pub fn count(&self) -> usize {
		self.0.len()
	}

	/// The least weight that is more than two thirds: all but less than a third.
	fn threshold(&self) -> u128 {
		let all = self.0.values().fold(0u128, |sum, weight| sum.saturating_add(*weight));
		let faulty = all.saturating_sub(1) / 3;
		all.saturating_sub(faulty)
	}
}

/// What a header says about the next authorities.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
	/// Nothing.
	None,
	/// They are these, from the next block on.
	Next(Authorities),
	/// They change in a way that cannot be followed.
	Forced,
}

/// A block's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
	/// The hash of its encoding: the block's hash.
	pub hash: Hash,
	/// The hash of the block before.
	pub parent: Hash,
	/// Its number.
	pub number: u32,
	/// The root of the state after the block.
	pub state_root: Hash,
	change: Change,
}

impl Header {
	/// Reads a header.
	pub fn read(input: &mut &[u8]) -> Option<Self> {
		let start = *input;
		let parent = scale::array(input)?;
		let number = scale::compact(input)?;
		let state_root = scale::array(input)?;
		let _extrinsics_root: Hash = scale::array(input)?;
		let digest = scale::list(input, MAX_DIGEST, Digest::read)?;
		let length = start.len().checked_sub(input.len())?;
		Some(Self {
			hash: blake2_256(start.get(..length)?),
			parent,
			number,
			state_root,
			change: Change::of(&digest)?,
		})
	}
}

/// An item of a header's digest.
struct Digest<'a> {
	/// Whether it is a message between the runtime and the engine that it names.
	is_consensus: bool,
	engine: Bytes<'a>,
	data: Bytes<'a>,
}

impl<'a> Digest<'a> {
	fn read(input: &mut &'a [u8]) -> Option<Self> {
		let kind = scale::value::<u8>(input)?;
		let (engine, data) = match kind {
			0 => (&[][..], scale::bytes(input)?),
			4..=6 => (scale::take(input, 4)?, scale::bytes(input)?),
			8 => (&[][..], &[][..]),
			_ => return None,
		};
		Some(Self { is_consensus: kind == 4, engine, data })
	}
}

impl Change {
	/// What a digest says. `None` if it cannot be read.
	fn of(digest: &[Digest]) -> Option<Self> {
		let mut change = Self::None;
		for item in digest.iter().filter(|item| item.is_consensus && item.engine == GRANDPA) {
			let mut data = item.data;
			let next = match scale::value::<u8>(&mut data)? {
				// A scheduled change.
				1 => {
					let authorities = Authorities::read(&mut data)?;
					match scale::value::<u32>(&mut data)? {
						0 => Self::Next(authorities),
						_delay => Self::Forced,
					}
				}
				// A forced change.
				2 => Self::Forced,
				// Somebody is disabled, or voting pauses or goes on.
				3..=5 => continue,
				_ => return None,
			};
			change = if change == Self::None { next } else { Self::Forced };
		}
		Some(change)
	}
}

/// A vote for a block.
struct Vote<'a> {
	hash: Hash,
	number: u32,
	signature: [u8; 64],
	voter: Bytes<'a>,
}

impl<'a> Vote<'a> {
	fn read(input: &mut &'a [u8]) -> Option<Self> {
		Some(Self {
			hash: scale::array(input)?,
			number: scale::value(input)?,
			signature: scale::array(input)?,
			voter: scale::take(input, 32)?,
		})
	}
}

/// A header and the votes that finalise it.
pub struct Fragment<'a> {
	/// The header.
	pub header: Header,
	round: u64,
	hash: Hash,
	number: u32,
	votes: Vec<Vote<'a>>,
	headers: Vec<Header>,
}

impl<'a> Fragment<'a> {
	/// Reads a fragment, in the encoding that nodes use for warp sync.
	pub fn read(input: &mut &'a [u8]) -> Option<Self> {
		Some(Self {
			header: Header::read(input)?,
			round: scale::value(input)?,
			hash: scale::array(input)?,
			number: scale::value(input)?,
			votes: scale::list(input, MAX_VOTES, Vote::read)?,
			headers: scale::list(input, MAX_HEADERS, Header::read)?,
		})
	}

	/// Checks that `authorities`, who are the set `set`, have finalised the header.
	fn check(&self, authorities: &Authorities, set: u64) -> Result<(), Error> {
		if (self.hash, self.number) != (self.header.hash, self.header.number) {
			return Err(Error::WrongBlock);
		}
		let after: BTreeMap<_, _> = self.headers.iter().map(|header| (header.hash, header)).collect();
		let mut needed = BTreeSet::new();
		let mut voters = BTreeSet::new();
		let mut weight = 0u128;
		for vote in &self.votes {
			let key: [u8; 32] = vote.voter.try_into().map_err(|_| Error::UnknownVoter)?;
			let voter = authorities.0.get(&key).ok_or(Error::UnknownVoter)?;
			if !voters.insert(key) {
				return Err(Error::VotedTwice);
			}
			// A precommit, the second of GRANDPA's messages.
			let signed = (1u8, vote.hash, vote.number, self.round, set).encode();
			VerificationKey::try_from(key)
				.and_then(|key| key.verify(&Signature::from(vote.signature), &signed))
				.map_err(|_| Error::ForgedSignature)?;
			self.connect(vote, &after, &mut needed)?;
			weight = weight.saturating_add(*voter);
		}
		if authorities.count() == 0 || weight < authorities.threshold() {
			return Err(Error::TooFewVotes);
		}
		if needed.len() != self.headers.len() {
			return Err(Error::UnusedHeader);
		}
		Ok(())
	}

	/// Goes from the block of a vote back to the final one, and notes the headers on the way.
	fn connect(
		&self,
		vote: &Vote,
		after: &BTreeMap<Hash, &Header>,
		needed: &mut BTreeSet<Hash>,
	) -> Result<(), Error> {
		let (mut hash, mut number) = (vote.hash, vote.number);
		// Numbers fall by one, so this ends.
		while number > self.number {
			let header =
				after.get(&hash).filter(|header| header.number == number).ok_or(Error::VoteForOtherBlock)?;
			needed.insert(hash);
			hash = header.parent;
			number = number.saturating_sub(1);
		}
		if (hash, number) == (self.hash, self.number) {
			Ok(())
		} else {
			Err(Error::VoteForOtherBlock)
		}
	}
}

/// The set that signed the last fragment.
pub struct Signed {
	/// Its number: the genesis set is zero.
	pub id: u64,
	/// How many authorities it has.
	pub signed_by: usize,
}

/// Follows the fragments from set to set.
pub fn follow(authorities: &mut Authorities, fragments: &[Fragment]) -> Result<Signed, Error> {
	let mut set = 0u64;
	let mut number = 0;
	let mut left = fragments.len();
	for fragment in fragments {
		if fragment.header.number <= number {
			return Err(Error::WrongOrder);
		}
		number = fragment.header.number;
		fragment.check(authorities, set)?;
		left = left.saturating_sub(1);
		if left == 0 {
			break;
		}
		match &fragment.header.change {
			Change::Next(next) => *authorities = next.clone(),
			Change::None => return Err(Error::MissingChange),
			Change::Forced => return Err(Error::ForcedChange),
		}
		set = set.saturating_add(1);
	}
	Ok(Signed { id: set, signed_by: authorities.count() })
}
