//! What the charter is made of, and what its views answer.

use alloc::{string::String, vec::Vec};
use civitas_primitives::{ArticleNumber, CharterRef, CitizenId, FounderPower, SeasonIndex, Tier};
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

/// An amendment: what changes, of which exact version of the charter.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Amendment<Parameter> {
	/// The version that it was written for. It is worth nothing for any other.
	pub base: CharterRef,
	/// What changes in the articles.
	pub changes: Changes,
	/// What changes in the parameters.
	pub parameters: ParameterList<Parameter>,
}

impl<Parameter: Encode> Amendment<Parameter> {
	/// Names this amendment: its text, and the version that it is for.
	pub fn id(&self) -> H256 {
		H256(self.using_encoded(blake2_256))
	}

	/// Names the text, whatever version it is for.
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
	/// The charter has changed since it was written.
	#[codec(index = 0)]
	Stale,
	/// The founder has not consented in time.
	#[codec(index = 1)]
	Unanswered,
	/// The founder announced it and has lost the power to.
	#[codec(index = 2)]
	PowerLost,
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
	/// The parameters that it set, in order.
	pub parameters: ParameterList<Parameter>,
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
pub struct PendingInfo<BlockNumber> {
	/// The amendment's name, by which calls refer to it.
	pub id: H256,
	/// The name of its text, whatever version it is for. A veto is remembered by it.
	pub text: H256,
	/// The version that it is for.
	pub base: CharterRef,
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
}

/// For pages: a milestone reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MilestoneInfo {
	/// Which one.
	pub milestone: Milestone,
	/// The season whose census reached it.
	pub season: SeasonIndex,
}
