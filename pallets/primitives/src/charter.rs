//! One exact version of the charter, and the tiers of exit to community.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// One exact version of the charter: what an applicant accepts.
///
/// The number is for people, the hash is what binds: it covers the whole text and its history, so consent given
/// to one text can never pass for consent to another, on this chain or on a fork of it.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
	serde::Serialize,
	serde::Deserialize,
)]
pub struct CharterRef {
	/// The version's number, from 1.
	pub version: u32,
	/// The hash of the text and all its earlier versions.
	pub hash: H256,
}

/// The stage of exit to community. It only ever rises, driven by the census.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
	serde::Serialize,
	serde::Deserialize,
)]
pub enum Tier {
	/// From genesis: the founder may amend the charter, admit citizens, appoint registrars and veto.
	#[default]
	Founding,
	/// The founder may amend ordinary articles after notice, and veto.
	Consultative,
	/// The founder may veto each text once; two thirds of the citizens override it.
	Shared,
	/// The founder has no power left.
	Community,
}

/// How many active citizens each tier above [`Tier::Founding`] needs. Set at genesis.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
	serde::Serialize,
	serde::Deserialize,
)]
pub struct TierThresholds {
	/// Active citizens that end the Founding tier.
	pub consultative: u32,
	/// Active citizens that end the Consultative tier.
	pub shared: u32,
	/// Active citizens that end the Shared tier.
	pub community: u32,
}

impl Default for TierThresholds {
	fn default() -> Self {
		Self { consultative: 100, shared: 1_000, community: 10_000 }
	}
}

impl TierThresholds {
	/// The tier that a population of `active` citizens has reached.
	pub fn tier(&self, active: u32) -> Tier {
		match active {
			n if n >= self.community => Tier::Community,
			n if n >= self.shared => Tier::Shared,
			n if n >= self.consultative => Tier::Consultative,
			_ => Tier::Founding,
		}
	}

	/// Whether each threshold is above the one before it.
	pub fn is_rising(&self) -> bool {
		0 < self.consultative && self.consultative < self.shared && self.shared < self.community
	}
}

/// Tells how far power has moved outward.
pub trait Tiers {
	/// The tier reached. Never lower than at any earlier block.
	fn tier() -> Tier;
}
