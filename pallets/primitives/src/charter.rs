// SPDX-License-Identifier: Apache-2.0
//! One exact version of the charter, and the tiers of exit to community.

use crate::CitizenId;
use alloc::vec::Vec;
use frame_support::dispatch::DispatchResult;
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

impl Tier {
	/// The tier that power moves out to next, if there is one.
	pub const fn next(self) -> Option<Self> {
		match self {
			Self::Founding => Some(Self::Consultative),
			Self::Consultative => Some(Self::Shared),
			Self::Shared => Some(Self::Community),
			Self::Community => None,
		}
	}
}

/// How many active citizens past probation each tier above [`Tier::Founding`] needs. Set at genesis.
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
	/// How many active citizens past probation `tier` needs.
	pub const fn of(&self, tier: Tier) -> u32 {
		match tier {
			Tier::Founding => 0,
			Tier::Consultative => self.consultative,
			Tier::Shared => self.shared,
			Tier::Community => self.community,
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

	/// Makes `tier` the one reached, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_tier(tier: Tier);
}

/// Something that a founder may do and nobody else, as long as the tier leaves it to them.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, TypeInfo,
)]
pub enum FounderPower {
	/// Amend any article of the charter at once.
	Amend,
	/// Admit citizens by themselves, and dismiss other people's challenges to applications.
	Admit,
	/// Appoint registrars.
	Appoint,
	/// Amend ordinary articles after a season's notice, unless citizens reject it.
	Announce,
	/// Withhold consent from what citizens have passed, for which it is then no law.
	Consent,
	/// Veto what citizens have passed.
	Veto,
}

impl FounderPower {
	/// All of them.
	pub const ALL: [Self; 6] =
		[Self::Amend, Self::Admit, Self::Appoint, Self::Announce, Self::Consent, Self::Veto];

	/// The last tier that leaves this to the founder. The next one takes it for good.
	pub const fn lasts_to(self) -> Tier {
		match self {
			Self::Amend | Self::Admit | Self::Appoint => Tier::Founding,
			Self::Announce | Self::Consent => Tier::Consultative,
			Self::Veto => Tier::Shared,
		}
	}

	/// Whether `tier` leaves this to the founder.
	pub fn held_in(self, tier: Tier) -> bool {
		tier <= self.lasts_to()
	}
}

/// Who the founder is, as the pallet asks that bounds their powers.
pub trait Founders {
	/// The founder, as long as there is one. Nobody ever becomes it after genesis.
	fn founder() -> Option<CitizenId>;

	/// Ends the office of founder, for good.
	fn retire_founder();

	/// Makes `citizen` the founder, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_founder(citizen: CitizenId);
}

/// An article's permanent number, given in order and never reused. The preamble has number zero.
pub type ArticleNumber = u32;

/// What the charter must know about a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterRule<Parameter> {
	/// The article that it stands under, whose entrenchment it shares.
	pub article: ArticleNumber,
	/// Whether it is entrenched even where its article is not, and its article must be at genesis.
	pub entrenched: bool,
	/// Whether it takes effect a season after it is passed.
	pub deferred: bool,
	/// The parameter with the least value that an amendment may set.
	pub floor: Parameter,
	/// The parameter with the greatest value that an amendment may set.
	pub ceiling: Parameter,
}

/// Why an amendment cannot give a parameter its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterFault {
	/// There is no value.
	Unset,
	/// The value is below the floor.
	TooLow,
	/// The value is above the ceiling, or above what the state can bear now.
	TooHigh,
}

/// The parameters that stand in the charter, each under an article.
pub trait ConstitutionalParameters {
	/// A parameter with a value.
	type Parameter: frame_support::Parameter + MaxEncodedLen;

	/// All parameters with the values that they have now.
	fn all() -> Vec<Self::Parameter>;

	/// The same parameter with the value that it has now.
	fn current(of: &Self::Parameter) -> Self::Parameter;

	/// What holds for the parameter, whatever value it is given here.
	fn rule(of: &Self::Parameter) -> ParameterRule<Self::Parameter>;

	/// That an amendment may give the parameter this value.
	fn check(parameter: &Self::Parameter) -> Result<(), ParameterFault>;

	/// Gives the parameter its value.
	fn set(parameter: Self::Parameter) -> DispatchResult;

	/// The `n`th of some parameters with a value that an amendment may set and that it does not have, so that a
	/// benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn example(n: u32) -> Self::Parameter;
}
