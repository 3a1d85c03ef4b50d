// SPDX-License-Identifier: Apache-2.0
//! Polls: what those who conduct them, cast in them and count them ask of each other.

use crate::{CitizenId, SeasonIndex};
use frame_support::{dispatch::DispatchResult, weights::Weight};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A poll's permanent number: that of its referendum.
pub type PollIndex = u32;

/// Which ballots a track takes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum BallotKind {
	/// Those of enrolled ballot accounts: nobody knows whose they are.
	Secret,
	/// Those of citizens' own accounts, by name.
	Open,
}

/// Tells which ballots each track takes. Fixed per track, so that nobody has two voices in one poll.
pub trait BallotKinds<Track> {
	/// Which ballots `track` takes.
	fn kind(track: &Track) -> BallotKind;
}

/// Tells who counts as active, for polls by name.
pub trait ActiveCitizens {
	/// How many citizens are active now.
	fn active() -> u32;

	/// Whether `citizen` is active now: in full standing, and not dormant.
	fn is_active(citizen: CitizenId) -> bool;

	/// The number that the next citizen will get: whoever has a lower one was admitted before now.
	fn next_citizen() -> CitizenId;
}

/// The side that a vote takes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Side {
	/// For the proposal.
	Aye,
	/// Against it.
	Nay,
}

/// What the outside panel has voted in a poll, one vote for each member.
///
/// The layout is that of two 32-bit counts, which tallies stored before there were seats in it: their high halves are
/// zero, so those tallies still decode, without seats.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct PanelCount {
	/// Members for the proposal.
	pub ayes: u16,
	/// Always zero.
	pub reserved: u16,
	/// Members against the proposal.
	pub nays: u16,
	/// How many members the panel was drawn to have. Zero until the first member votes.
	pub seats: u16,
}

impl PanelCount {
	/// So many votes of a panel with so many seats.
	pub const fn new(ayes: u16, nays: u16, seats: u16) -> Self {
		Self { ayes, reserved: 0, nays, seats }
	}
}

/// Counts the outside panel's votes in the tally of a poll.
pub trait PanelTally {
	/// What is counted in the tally of `poll`. `None` if the poll is not open.
	fn counted(poll: PollIndex) -> Option<PanelCount>;

	/// Checks that panel members can vote in `poll` now: it is open, and its voters' time is not over.
	fn takes_votes(poll: PollIndex) -> DispatchResult;

	/// A panel member whose vote in `poll` was `old` votes `new` from now on; `None` is no vote. The panel was drawn
	/// to have so many `seats`. Refused unless the poll [takes votes](Self::takes_votes).
	fn count(poll: PollIndex, old: Option<Side>, new: Option<Side>, seats: u16) -> DispatchResult;
}

/// Watches over the texts of polls: nobody can vote on a text that is not on the chain.
pub trait PollTexts {
	/// Checks that the text of `poll` is on the chain.
	fn check(poll: PollIndex) -> DispatchResult;

	/// Keeps the text of `poll` on the chain until the poll is over. Refused if the text is not there.
	fn keep(poll: PollIndex) -> DispatchResult;

	/// What `keep` weighs.
	fn weight() -> Weight;
}

/// All texts are there.
impl PollTexts for () {
	fn check(_: PollIndex) -> DispatchResult {
		Ok(())
	}

	fn keep(_: PollIndex) -> DispatchResult {
		Ok(())
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

/// Something that belongs to a season: the tally of a poll.
pub trait InSeason {
	/// The season in which the poll was submitted. Its voters' time is over when the next season is over.
	fn season(&self) -> SeasonIndex;
}

/// Tells which polls are being decided.
pub trait Decisions<BlockNumber> {
	/// The block in which the deciding of `poll` began. `None` before, and once the poll is over.
	fn deciding_since(poll: PollIndex) -> Option<BlockNumber>;

	/// A poll that is being decided since `since`, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_deciding(since: BlockNumber) -> PollIndex;

	/// Ends `poll`, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn end(poll: PollIndex);
}
