//! Polls: what those who conduct them, cast in them and count them ask of each other.

use crate::CitizenId;
use frame_support::dispatch::DispatchResult;
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

/// What the outside panel has voted in a poll, a vote for each member.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct PanelCount {
	/// Members for the proposal.
	pub ayes: u32,
	/// Members against it.
	pub nays: u32,
}

/// Counts the outside panel's votes in the tally of a poll.
pub trait PanelTally {
	/// What is counted in the tally of `poll`. `None` if the poll is not open.
	fn counted(poll: PollIndex) -> Option<PanelCount>;

	/// A panel member whose vote in `poll` was `old` votes `new` from now on; `None` is no vote. Refused if the poll
	/// is not open.
	fn count(poll: PollIndex, old: Option<Side>, new: Option<Side>) -> DispatchResult;
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
