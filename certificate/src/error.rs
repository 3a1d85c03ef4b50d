// SPDX-License-Identifier: Apache-2.0
//! Why a file is refused.

use core::fmt;

/// Why a file is refused. Each reason has a [`code`](Error::code), which does not change, and a text for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
	/// The file has more bytes than allowed.
	TooLong,
	/// The file does not begin as one of its kind does.
	NotThisKind,
	/// The file has a version that this verifier does not know.
	UnknownVersion,
	/// A part of the file cannot be read.
	Malformed(&'static str),
	/// The genesis block in the file is not the one asked for.
	OtherChain,
	/// The file proves no block final.
	NoFinality,
	/// A finality proof is about another block than its header.
	WrongBlock,
	/// The blocks of the finality proofs do not rise.
	WrongOrder,
	/// A block between two finality proofs names no next authorities.
	MissingChange,
	/// A block changes its authorities in a way that a proof cannot follow.
	ForcedChange,
	/// Somebody voted who is no authority.
	UnknownVoter,
	/// An authority is counted twice.
	VotedTwice,
	/// A signature is not by the authority that it names.
	ForgedSignature,
	/// A vote is for a block that the file does not connect to the final one.
	VoteForOtherBlock,
	/// Too few authorities have voted.
	TooFewVotes,
	/// A finality proof has a header that no vote needs.
	UnusedHeader,
	/// A storage proof lacks a node.
	MissingNode,
	/// A storage proof has a node that no entry needs, or one twice.
	UnusedNode,
	/// A storage proof has a node that is no node.
	MalformedNode,
	/// The state lacks an entry that every chain has.
	MissingEntry(&'static str),
	/// An entry cannot be read.
	MalformedEntry(&'static str),
	/// The runtime is newer than the layouts that this verifier knows.
	UnknownRuntime,
	/// The season has no record in the block.
	SeasonNotOver,
	/// The certificate has no record of the season asked for.
	WrongSeason,
	/// The ring does not exist, or was changed and not built again.
	RingNotBuilt,
	/// The roll of the season was being sealed.
	RollNotSealed,
	/// The charter has more articles than this verifier reads.
	CharterTooLong,
	/// The passport is for another service.
	OtherService,
	/// The passport answers another challenge.
	OtherChallenge,
	/// The signature is not by the account over this challenge.
	BadSignature,
	/// The certificate in the passport is not about the account or ring that the passport names.
	NotAbout,
	/// The certified block is older than the verifier allows.
	TooOld,
	/// The certified block is later than the verifier's clock.
	FromTheFuture,
	/// The account is no citizen's.
	NotCitizen,
	/// The citizen is suspended.
	Suspended,
	/// The citizen has not attested in this season or the last.
	Dormant,
	/// The proof of membership is for another season than the certified block's.
	OtherSeason,
	/// The proof of membership does not verify.
	BadProof,
}

impl Error {
	/// The reason's name, for programs.
	pub fn code(&self) -> &'static str {
		self.both().0
	}

	/// The reason's name, and what is wrong and what to do.
	fn both(&self) -> (&'static str, &'static str) {
		match self {
			Self::TooLong => ("TooLong", "The file is larger than 16 MiB. Ask for a newer certificate."),
			Self::NotThisKind => {
				("NotThisKind", "This is not a file of the kind asked for. Check which file you have.")
			}
			Self::UnknownVersion => (
				"UnknownVersion",
				"The file has a version that this verifier does not know. Get a newer verifier.",
			),
			Self::Malformed(_) => ("Malformed", "The file is damaged. Get it again."),
			Self::OtherChain => (
				"OtherChain",
				"The file is of another chain: its genesis block is not the one you asked for.",
			),
			Self::NoFinality => ("NoFinality", "The file proves no block final. Export it again."),
			Self::WrongBlock => {
				("WrongBlock", "The block in the file is not the one that the validators finalised.")
			}
			Self::WrongOrder => {
				("WrongOrder", "The finality proofs are out of order. Export the file again.")
			}
			Self::MissingChange => {
				("MissingChange", "A change of validators is missing from the file. Export it again.")
			}
			Self::ForcedChange => (
				"ForcedChange",
				"The validators were changed by force or with delay. No certificate can prove that.",
			),
			Self::UnknownVoter => {
				("UnknownVoter", "A vote is by somebody who was not a validator at the time.")
			}
			Self::VotedTwice => ("VotedTwice", "A validator is counted twice."),
			Self::ForgedSignature => ("ForgedSignature", "A validator's signature is forged or damaged."),
			Self::VoteForOtherBlock => ("VoteForOtherBlock", "A validator's vote is for another block."),
			Self::TooFewVotes => (
				"TooFewVotes",
				"Not more than two thirds of the validators have signed, so the block is not final.",
			),
			Self::UnusedHeader => {
				("UnusedHeader", "A finality proof has a header too many. Export the file again.")
			}
			Self::MissingNode => {
				("MissingNode", "The storage proof is incomplete or altered. Get the file again.")
			}
			Self::UnusedNode => ("UnusedNode", "The storage proof has a part too many. Get the file again."),
			Self::MalformedNode => ("MalformedNode", "The storage proof has a part that cannot be read."),
			Self::MissingEntry(_) => {
				("MissingEntry", "The chain's state lacks an entry, so this is not a Civitas chain.")
			}
			Self::MalformedEntry(_) => {
				("MalformedEntry", "An entry of the chain's state cannot be read. Get a newer verifier.")
			}
			Self::UnknownRuntime => {
				("UnknownRuntime", "The chain's runtime is older than what this verifier can read.")
			}
			Self::SeasonNotOver => {
				("SeasonNotOver", "The season was not over in the certified block, so it has no record.")
			}
			Self::WrongSeason => {
				("WrongSeason", "The certificate is not about this season. Ask for one that is.")
			}
			Self::RingNotBuilt => (
				"RingNotBuilt",
				"There is no such ring, or it has changed and is not built yet. Export again later.",
			),
			Self::RollNotSealed => {
				("RollNotSealed", "The roll of the season was being sealed. Export again some blocks later.")
			}
			Self::CharterTooLong => (
				"CharterTooLong",
				"The charter has more articles than this verifier reads. Get a newer verifier.",
			),
			Self::OtherService => ("OtherService", "The passport was made for another service."),
			Self::OtherChallenge => (
				"OtherChallenge",
				"The passport answers another challenge: it is old, or somebody uses it again.",
			),
			Self::BadSignature => {
				("BadSignature", "The signature is not by this account over this challenge.")
			}
			Self::NotAbout => ("NotAbout", "The certificate in the passport is about somebody else."),
			Self::TooOld => ("TooOld", "The certified block is too old. Make a new passport."),
			Self::FromTheFuture => {
				("FromTheFuture", "The certified block is later than this computer's clock. Check the clock.")
			}
			Self::NotCitizen => {
				("NotCitizen", "The account is not a citizen's: it never was, left, or was revoked.")
			}
			Self::Suspended => ("Suspended", "The citizen is suspended."),
			Self::Dormant => (
				"Dormant",
				"The citizen has attested neither in this season nor in the last. Attest, then try again.",
			),
			Self::OtherSeason => ("OtherSeason", "The proof was made in another season. Prove again."),
			Self::BadProof => {
				("BadProof", "The proof does not show a member of this ring for this service and challenge.")
			}
		}
	}
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.both().1)?;
		match self {
			Self::Malformed(part) | Self::MissingEntry(part) | Self::MalformedEntry(part) => {
				write!(f, " ({part})")
			}
			_ => Ok(()),
		}
	}
}

impl core::error::Error for Error {}
