//! What the pallet stores, and what its views answer.

use crate::Balance;
use alloc::vec::Vec;
use civitas_primitives::SeasonIndex;
use frame_support::pallet_prelude::*;
use sp_staking::SessionIndex;

/// The permanent number of a candidacy, given in order and never reused. A lower number is an older candidacy.
pub type CandidateId = u32;

/// How many candidates a citizen can approve.
pub const MAX_APPROVALS: u32 = 16;

/// The candidates that one citizen approves, in ascending order of their numbers.
pub type ApprovalList = BoundedVec<CandidateId, ConstU32<MAX_APPROVALS>>;

/// How many entries a page of an answer has at most.
pub const PAGE: u32 = 128;

/// A candidacy.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Candidate<AccountId> {
	/// Who stands.
	pub account: AccountId,
	/// The bond that is on hold, in units of 1e-12 CIV.
	pub bond: Balance,
	/// How many citizens approve.
	pub approvals: u32,
}

/// The place of a candidate in the ranking, as a key whose byte order is the order of the ranking: more approvals come
/// first, then the older candidacy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Rank([u8; 8]);

impl Rank {
	/// The place of `candidate` with this many approvals.
	pub fn new(approvals: u32, candidate: CandidateId) -> Self {
		let [a, b, c, d] = u32::MAX.saturating_sub(approvals).to_be_bytes();
		let [e, f, g, h] = candidate.to_be_bytes();
		Self([a, b, c, d, e, f, g, h])
	}

	/// The number of approvals and the candidate.
	pub fn parts(self) -> (u32, CandidateId) {
		let [a, b, c, d, e, f, g, h] = self.0;
		(u32::MAX.saturating_sub(u32::from_be_bytes([a, b, c, d])), CandidateId::from_be_bytes([e, f, g, h]))
	}
}

/// What the state remembers of a validator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Record {
	/// The first session of the seat.
	pub since: SessionIndex,
	/// How many blocks the validator has made since then.
	pub blocks: u32,
	/// The last session in which it made a block, or the one before its first.
	pub last_active: SessionIndex,
	/// The session in which it lost its seat. `None` while it has one.
	pub left: Option<SessionIndex>,
	/// The session in which it was last punished. Its offences up to that session are paid for.
	pub punished: Option<SessionIndex>,
}

/// The last election that changed who serves. At first, the founding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Election {
	/// The season that the election was for.
	pub season: SeasonIndex,
	/// The session in which it was held.
	pub session: SessionIndex,
	/// How many were elected.
	pub seats: u32,
}

/// Why a validator has lost its seat between elections.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Fault {
	/// It made no block for too many sessions.
	Absence,
	/// It signed two blocks, or two votes, where one was due.
	Equivocation,
}

/// A candidacy, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CandidateInfo<AccountId> {
	/// The candidate's number.
	pub candidate: CandidateId,
	/// The candidate's account.
	pub account: AccountId,
	/// The bond that is on hold, in units of 1e-12 CIV.
	pub bond: Balance,
	/// How many citizens approve.
	pub approvals: u32,
	/// Whether the candidate has a seat now.
	pub serves: bool,
}

/// A seat, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SeatInfo<AccountId> {
	/// Who serves.
	pub account: AccountId,
	/// The candidacy. `None` if it has ended: the validator serves until the next election.
	pub candidate: Option<CandidateId>,
	/// The first session of the seat.
	pub since: SessionIndex,
	/// How many blocks the validator has made since then.
	pub blocks: u32,
	/// For how many sessions that are over it has made no block.
	pub silent_sessions: u32,
	/// Whether it is disabled for an offence in the session under way.
	pub is_disabled: bool,
}

/// The next election as it would go now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Outlook<AccountId> {
	/// How many approvals a candidate needs.
	pub needed: u32,
	/// How many candidates there must be with as many approvals.
	pub quorum: u32,
	/// Who would be elected, the most approved first. If they are fewer than the quorum, the old validators stay.
	pub winners: Vec<CandidateInfo<AccountId>>,
}
