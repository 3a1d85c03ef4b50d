// SPDX-License-Identifier: Apache-2.0
//! What the roll stores, and what its views answer.

use alloc::vec::Vec;
use civitas_primitives::{Ballot, CellId, CitizenId, Context, RingCommitment, RingId, RollKey, SeasonIndex};
use frame_support::pallet_prelude::*;

/// How many keys a ring can hold, whatever the configuration.
pub const MAX_RING: u32 = 255;

/// The key of a seat whose citizen has left in the season: nobody proves with it, and no commitment counts it.
pub const NOBODY: RollKey = [0; 32];

/// The most members that a ring is ever required to have before it can be used. The charter cannot ask for more, so
/// it cannot silence the ballots of a small state.
pub const MAX_MINIMUM: u32 = 16;

/// How many times an alias can move to another account in a season without waiting.
pub const FREE_MOVES: u32 = 2;

/// A seat in a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Seat {
	/// Who sits there.
	pub citizen: CitizenId,
	/// The key that they prove with.
	pub key: RollKey,
}

/// The seats of one ring, in the order that its commitment counts them in.
pub type Members = BoundedVec<Seat, ConstU32<MAX_RING>>;

/// Rings that fill up together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Group {
	/// All citizens.
	Nation,
	/// The residents of one cell, and of the cells in it that are too small for rings of their own.
	Cell(CellId),
}

impl Group {
	/// The group's ring with this number.
	pub const fn ring(self, number: u32) -> RingId {
		match self {
			Self::Nation => RingId::Nation(number),
			Self::Cell(cell) => RingId::Cell(cell, number),
		}
	}

	/// The group that `ring` belongs to, and its number there.
	pub const fn of(ring: RingId) -> (Self, u32) {
		match ring {
			RingId::Nation(number) => (Self::Nation, number),
			RingId::Cell(cell, number) => (Self::Cell(cell), number),
		}
	}

	/// Whether the group's rings prove `context`.
	pub const fn proves(self, context: Context) -> bool {
		match self {
			Self::Nation => matches!(context, Context::Nation | Context::Income | Context::Scope(_)),
			Self::Cell(_) => matches!(context, Context::Residence),
		}
	}
}

/// How large a group is. Its rings are numbered from zero without a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Shape {
	/// How many rings there are.
	pub rings: u32,
	/// How many seats are taken in all of them.
	pub members: u32,
}

/// How somebody the roll knows stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Status {
	/// A citizen in full standing.
	Standing,
	/// Suspended: not on the next roll.
	Suspended,
	/// No citizen any more. The record ends when the last claim is met.
	Left,
}

/// What the roll knows of a citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Elector {
	/// The roll key of today.
	pub key: RollKey,
	/// How the citizen stands today.
	pub status: Status,
	/// The season in which the citizen was last here.
	pub seen: SeasonIndex,
	/// The number of the last claim written for the citizen.
	pub claim: u64,
	/// The cell that the citizen lives in today.
	pub home: Option<CellId>,
	/// The cell whose resident the citizen is on this roll.
	pub resident: Option<CellId>,
	/// The ring of the nation that the citizen sits in.
	pub nation: Option<RingId>,
	/// The ring of a cell that the citizen sits in.
	pub local: Option<RingId>,
}

/// What the next roll owes to a citizen, as of the change that it was written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Claim {
	/// Whose.
	pub citizen: CitizenId,
	/// The key to sit with. `None`: no seat.
	pub key: Option<RollKey>,
	/// The cell to be a resident of, besides.
	pub home: Option<CellId>,
}

/// The claims that wait, numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Waiting {
	/// The first that is not met yet.
	pub next: u64,
	/// The number of the next one to be written.
	pub end: u64,
}

/// How many people flow through a cell, and where they sit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Area {
	/// The cell's residents, and those of cells in it that are too small.
	pub residents: u32,
	/// Where they sit.
	pub seats: Seats,
}

/// Where the people of a cell sit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Seats {
	/// In the cell's own rings.
	Own,
	/// With the coarser cell.
	#[default]
	Coarser,
}

/// How far the sealing of the roll has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Phase {
	/// The claims of the seasons before are being met.
	#[default]
	Claims,
	/// Those not seen for too long are losing their seats.
	Absences,
	/// Gaps are being closed and small rings merged.
	Settling,
	/// The seats are fixed for the season. Changed rings are being built; built ones serve.
	Open,
}

/// The roll of the season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Sealing {
	/// Which season.
	pub season: SeasonIndex,
	/// How far.
	pub phase: Phase,
	/// Claims from this number on are for the next season.
	pub until: u64,
}

/// An enrolled account. It speaks for the alias of its ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Enrolment {
	/// What it was enrolled for.
	pub ballot: Ballot,
}

/// Who speaks for an alias.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Speaker<AccountId, BlockNumber> {
	/// The account.
	pub account: AccountId,
	/// How many accounts the alias has had this season, this one included.
	pub used: u32,
	/// The block in which this account was enrolled.
	pub since: BlockNumber,
}

/// How an alias stands, as its wallet sees it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AliasInfo<AccountId, BlockNumber> {
	/// How many accounts the alias has had in the season: the `count` of its next enrolment.
	pub used: u32,
	/// The account that speaks for it.
	pub account: Option<AccountId>,
	/// The block from which on the alias can move to another account.
	pub moves_from: BlockNumber,
}

/// Whether a ring can be proven membership of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum RingStatus {
	/// It can.
	Built,
	/// Its seats are fixed, its commitment is not computed yet: anyone may call `build_ring`.
	Unbuilt,
	/// The roll is being sealed: its seats may still change.
	Unsealed,
	/// It has too few members to hide one of them, so it cannot be used this season.
	TooSmall,
}

/// A ring, as wallets see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RingInfo {
	/// Which ring.
	pub ring: RingId,
	/// How many members it has: among so many a voter is hidden.
	pub size: u32,
	/// Whether it can be used.
	pub status: RingStatus,
	/// The commitment that proofs are checked against, or the last one while it is out of date.
	pub commitment: Option<RingCommitment>,
}

/// A ring with all that a wallet needs to prove membership of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RingBatch {
	/// The ring.
	pub info: RingInfo,
	/// The keys of its members, in the order that its commitment counts them in.
	pub keys: Vec<RollKey>,
}

/// The rings of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CellRings {
	/// The cell.
	pub cell: CellId,
	/// How many rings it has.
	pub rings: u32,
	/// How many members they have.
	pub members: u32,
}

/// The roll of the season, as pages see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RollInfo<BlockNumber> {
	/// The season.
	pub season: SeasonIndex,
	/// How far its sealing has come.
	pub phase: Phase,
	/// How many rings the nation has.
	pub rings: u32,
	/// How many members the nation's rings have.
	pub members: u32,
	/// Whether no ring waits to be built.
	pub complete: bool,
	/// How many claims wait for the next season.
	pub waiting: u64,
	/// The fewest members with which a ring can be used.
	pub minimum: u32,
	/// A proof names a block that is at most this many blocks old.
	pub window: BlockNumber,
}
