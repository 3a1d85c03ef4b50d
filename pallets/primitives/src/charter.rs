//! One exact version of the charter, and the tiers of exit to community.

use crate::CitizenId;
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
	/// Admit citizens by themselves, and rule on challenged applications.
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

/// The parameters that stand in the charter, each under an article.
pub trait ConstitutionalParameters {
	/// A parameter with its new value.
	type Parameter: frame_support::Parameter + MaxEncodedLen;

	/// The article that `parameter` stands under, whose entrenchment it shares.
	fn article(parameter: &Self::Parameter) -> ArticleNumber;

	/// Gives the parameter its new value.
	fn set(parameter: Self::Parameter) -> DispatchResult;

	/// The `n`th of some parameters, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn example(n: u32) -> Self::Parameter;
}
