// SPDX-License-Identifier: Apache-2.0
//! What the charter is made of, and what its views answer.

use alloc::{string::String, vec::Vec};
use civitas_primitives::{ArticleNumber, CitizenId, FounderPower, SeasonIndex, Tier};
use frame_support::pallet_prelude::*;
use sp_core::H256;
use sp_io::hashing::blake2_256;

/// The most bytes of a title.
pub const MAX_TITLE: u32 = 256;
/// The most bytes of an article's text.
pub const MAX_TEXT: u32 = 8 * 1024;
/// The most changes to articles that one amendment can make.
pub const MAX_CHANGES: u32 = 16;
/// The most parameters that one amendment can set.
pub const MAX_PARAMETERS: u32 = 16;
/// The most articles that a charter can begin with, its preamble included.
pub const MAX_FIRST_ARTICLES: u32 = 64;
/// The most amendments of citizens that can wait at once.
pub const MAX_PASSED: u32 = 32;
/// The most amendments of the founder that can wait at once.
pub const MAX_ANNOUNCED: u32 = 4;
/// The most parameters that there can be.
pub const MAX_ALL_PARAMETERS: u32 = 128;
/// The most amendments that a founder can make or announce in a season, whatever becomes of them.
pub const MAX_FOUNDER_AMENDMENTS: u32 = 8;
/// The most rejected texts that are remembered: more than can be rejected in the longest time of remembrance.
pub const MAX_REJECTIONS: u32 = 96;
/// The most seasons for which a rejected text can be remembered.
pub const MAX_REJECTION_SEASONS: u32 = 8;
/// The number of the preamble, which is kept as an article is. Its title is the commandment.
pub const PREAMBLE: ArticleNumber = 0;

/// A title, in UTF-8.
pub type Title = BoundedVec<u8, ConstU32<MAX_TITLE>>;
/// A text, in UTF-8.
pub type Text = BoundedVec<u8, ConstU32<MAX_TEXT>>;
/// Changes to articles, made in this order.
pub type Changes = BoundedVec<Change, ConstU32<MAX_CHANGES>>;
/// Parameters and their new values, set in this order.
pub type ParameterList<Parameter> = BoundedVec<Parameter, ConstU32<MAX_PARAMETERS>>;
/// Every parameter with its value, or some of them.
pub type AllParameters<Parameter> = BoundedVec<Parameter, ConstU32<MAX_ALL_PARAMETERS>>;
/// One version of one article.
pub type VersionedArticle = (ArticleNumber, u32);

/// How hard something is to change, from the least.
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
pub enum Entrenchment {
	/// By the track for amendments: more than half.
	#[default]
	Ordinary,
	/// By the entrenched track: two thirds.
	Entrenched,
}

/// Whether an article is in force.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum ArticleStatus {
	/// It is.
	InForce,
	/// It is not, and never will be again. Its number is not given to another.
	Repealed,
}

/// One version of an article. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Article {
	/// The version of the charter that brought it.
	pub since: u32,
	/// Its title; of the preamble, the commandment.
	pub title: Title,
	/// Its text; nothing once it is repealed.
	pub text: Text,
	/// How hard it is to change.
	pub entrenchment: Entrenchment,
	/// Whether it is in force.
	pub status: ArticleStatus,
}

/// One change to the articles.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub enum Change {
	/// A new article. It gets the next number.
	#[codec(index = 0)]
	Add {
		/// Its title.
		title: Title,
		/// Its text.
		text: Text,
		/// How hard it will be to change.
		entrenchment: Entrenchment,
	},
	/// Another text for an article.
	#[codec(index = 1)]
	Replace {
		/// Which article.
		number: ArticleNumber,
		/// Its text from now on.
		text: Text,
	},
	/// Another title for an article.
	#[codec(index = 2)]
	Retitle {
		/// Which article.
		number: ArticleNumber,
		/// Its title from now on.
		title: Title,
	},
	/// The end of an article.
	#[codec(index = 3)]
	Repeal {
		/// Which article.
		number: ArticleNumber,
	},
	/// Another entrenchment for an article.
	#[codec(index = 4)]
	Entrench {
		/// Which article.
		number: ArticleNumber,
		/// How hard it is to change from now on.
		entrenchment: Entrenchment,
	},
	/// Another preamble.
	#[codec(index = 5)]
	SetPreamble {
		/// The one commandment.
		commandment: Title,
		/// The text around it.
		text: Text,
	},
}

impl Change {
	/// The article that this changes, if it is there already. The preamble has number zero.
	pub fn touches(&self) -> Option<ArticleNumber> {
		match self {
			Self::Add { .. } => None,
			Self::Replace { number, .. }
			| Self::Retitle { number, .. }
			| Self::Repeal { number }
			| Self::Entrench { number, .. } => Some(*number),
			Self::SetPreamble { .. } => Some(PREAMBLE),
		}
	}
}

/// What an amendment was written for: all that it touches, as it was then. `CharterApi.base_for` answers it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Base<Parameter> {
	/// Each article that the amendment touches, once, in order of their numbers, with the version that it has. A new
	/// article is not named. The preamble has number zero.
	pub articles: BoundedVec<VersionedArticle, ConstU32<MAX_CHANGES>>,
	/// Each parameter that the amendment sets, in the same order, with the value that is law: what was passed and has
	/// not taken effect yet is law.
	pub parameters: ParameterList<Parameter>,
}

impl<Parameter: Encode> Base<Parameter> {
	/// Names this base.
	pub fn hash(&self) -> H256 {
		H256(self.using_encoded(blake2_256))
	}
}

/// An amendment: what changes, and what it changes from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Amendment<Parameter> {
	/// What it was written for. It is refused once any of this is another.
	pub base: Base<Parameter>,
	/// What changes in the articles.
	pub changes: Changes,
	/// What changes in the parameters.
	pub parameters: ParameterList<Parameter>,
}

impl<Parameter: Encode> Amendment<Parameter> {
	/// Names this amendment: its text, and what it is for.
	pub fn id(&self) -> H256 {
		H256(self.using_encoded(blake2_256))
	}

	/// Names the text, whatever it is for.
	pub fn text_hash(&self) -> H256 {
		H256((&self.changes, &self.parameters).using_encoded(blake2_256))
	}
}

/// Whose amendment it is.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Author {
	/// Whoever wrote the genesis.
	#[codec(index = 0)]
	Genesis,
	/// The founder.
	#[codec(index = 1)]
	Founder,
	/// The citizens, by a referendum.
	#[codec(index = 2)]
	Citizens {
		/// The hardest thing that the referendum's track may change.
		track: Entrenchment,
	},
}

impl Author {
	/// The hardest thing that what waits in their name may change.
	pub fn track(&self) -> Entrenchment {
		match self {
			Self::Citizens { track } => *track,
			_ => Entrenchment::Ordinary,
		}
	}
}

/// An amendment that waits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct PendingAmendment<BlockNumber, Parameter> {
	/// The amendment.
	pub amendment: Amendment<Parameter>,
	/// Whose it is: announced by the founder, or passed by the citizens.
	pub author: Author,
	/// The block in which it was announced or passed.
	pub since: BlockNumber,
}

/// What still stands between a referendum's result and the law.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Brake {
	/// The founder must consent.
	#[codec(index = 0)]
	Consent,
	/// The founder has some time for a veto.
	#[codec(index = 1)]
	Veto,
}

/// Why a waiting amendment can never be law.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Futility {
	/// What it touches has changed since it was written.
	#[codec(index = 0)]
	Stale,
	/// The founder has not consented in time.
	#[codec(index = 1)]
	Unanswered,
	/// The founder announced it and has lost the power to.
	#[codec(index = 2)]
	PowerLost,
	/// Its track cannot make it any more: something is more entrenched by now, or a value is out of its bounds.
	#[codec(index = 3)]
	Impossible,
}

/// A veto: which text, as an amendment of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Veto {
	/// The version of the charter that was in force.
	pub version: u32,
	/// The hash of the vetoed amendment's base, which the veto binds. Before the second layout of the storage: the
	/// hash of that version, which the veto binds as long as it is in force.
	pub base: H256,
}

/// A parameter's new value that is law and has not taken effect yet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct DeferredParameter<Parameter> {
	/// The parameter with its new value.
	pub parameter: Parameter,
	/// The season with whose first block it takes effect.
	pub from: SeasonIndex,
}

/// A text that citizens have rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Rejection {
	/// The text's name.
	pub text: H256,
	/// The season in which they rejected it.
	pub season: SeasonIndex,
}

/// How much the founder has announced in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct SeasonCount {
	/// The season that `number` is of.
	pub season: SeasonIndex,
	/// How many amendments.
	pub number: u32,
}

/// One version of the charter, as a link of the chain of hashes. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct VersionRecord<BlockNumber, Parameter> {
	/// The charter's hash from this version on.
	pub hash: H256,
	/// The block in which it came into force.
	pub at: BlockNumber,
	/// Who made it.
	pub author: Author,
	/// The articles that it brought, in order.
	pub articles: BoundedVec<VersionedArticle, ConstU32<MAX_FIRST_ARTICLES>>,
	/// The parameters that it set, in order. The first version set all.
	pub parameters: AllParameters<Parameter>,
}

/// What one version changed, in full: what its hash is made of.
///
/// The hash of a version is Blake2-256 over the hash before it (zero before the first) and the SCALE encoding of
/// this.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ChangeOfVersion<Parameter> {
	/// The version's number.
	pub version: u32,
	/// Each article that it brought: number, version, and all that it says.
	pub articles: Vec<(ArticleNumber, u32, Article)>,
	/// The parameters that it set.
	pub parameters: Vec<Parameter>,
}

impl<Parameter: Encode> ChangeOfVersion<Parameter> {
	/// The hash of the version that comes by this change after the one with the hash `previous`.
	pub fn hash(&self, previous: H256) -> H256 {
		H256((previous, self).using_encoded(blake2_256))
	}
}

/// A goal of the community beyond its tiers.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
pub enum Milestone {
	/// As many active citizens as [`crate::Config::PopulationGoal`] says.
	#[codec(index = 0)]
	Population,
}

/// An article that a charter begins with.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FirstArticle {
	/// Its title.
	pub title: String,
	/// Its text.
	pub text: String,
	/// How hard it is to change.
	pub entrenchment: Entrenchment,
}

/// For pages: an article with the number and the version that it has.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ArticleInfo {
	/// Its number; zero is the preamble.
	pub number: ArticleNumber,
	/// Its version, from 1.
	pub version: u32,
	/// All that it says.
	pub article: Article,
}

/// For pages: an amendment that waits, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PendingInfo<BlockNumber, Parameter> {
	/// The amendment's name, by which calls refer to it.
	pub id: H256,
	/// The name of its text, whatever it is for. Vetoes and rejections are remembered by it.
	pub text: H256,
	/// What it is for.
	pub base: Base<Parameter>,
	/// Whose it is.
	pub author: Author,
	/// The block in which it was announced or passed.
	pub since: BlockNumber,
	/// The first block in which anyone can enact it, as things stand. `None`: not without the founder's consent, or
	/// never.
	pub enactable_from: Option<BlockNumber>,
	/// Why it can never be law, if so.
	pub futile: Option<Futility>,
}

/// For pages: the founder and what is left of their powers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FounderInfo {
	/// Which citizen, if there is a founder.
	pub founder: Option<CitizenId>,
	/// The tier that bounds the powers.
	pub tier: Tier,
	/// What the founder may do now.
	pub powers: Vec<FounderPower>,
	/// How many more amendments the founder may make or announce this season.
	pub amendments_left: u32,
	/// The texts that citizens have rejected, each with the first season in which the founder may announce it again.
	pub rejected: Vec<(H256, SeasonIndex)>,
}

/// For pages: a parameter and what holds for it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ParameterInfo<Parameter> {
	/// The parameter with the value in effect.
	pub parameter: Parameter,
	/// The value that is law and will take effect, if there is one.
	pub deferred: Option<DeferredParameter<Parameter>>,
	/// The article that it stands under.
	pub article: ArticleNumber,
	/// How hard it is to change.
	pub entrenchment: Entrenchment,
	/// Whether a new value takes effect a season after it is passed.
	pub with_notice: bool,
	/// The parameter with the least value that an amendment may set.
	pub floor: Parameter,
	/// The parameter with the greatest value that an amendment may set.
	pub ceiling: Parameter,
}

/// For pages: a milestone reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MilestoneInfo {
	/// Which one.
	pub milestone: Milestone,
	/// The season whose census reached it.
	pub season: SeasonIndex,
}
