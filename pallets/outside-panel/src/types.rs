// SPDX-License-Identifier: Apache-2.0
//! What the pallet stores, and what its views answer.

use crate::math::Order;
use civitas_primitives::{PollIndex, Side};
use frame_support::pallet_prelude::*;
use sp_core::H256;

/// How many draws are kept. A poll that began deciding before the oldest of them has no panel any more, unless a
/// member has voted.
pub const HISTORY: u32 = 1_024;

/// How many votes of a poll that is over are removed at a time.
pub const RETIRED_AT_ONCE: u32 = 64;

/// A resident of the host country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Resident {
	/// The number that lots are drawn by. Given in order of registration and never used again.
	pub slot: u32,
	/// The hash of the evidence that the registrar has seen.
	pub evidence: H256,
}

/// A resident who was removed and is not forgotten yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Removal<BlockNumber> {
	/// The resident's slot.
	pub slot: u32,
	/// The block of the removal. It changes nothing for polls whose decision had begun.
	pub at: BlockNumber,
}

/// How large the register is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Size {
	/// How many slots have been given.
	pub slots: u32,
	/// How many of them are held.
	pub residents: u32,
}

/// The register as it stood when the source of randomness had something new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Opening<BlockNumber> {
	/// Since when that was known.
	pub since: BlockNumber,
	/// The register at the beginning of that block.
	pub size: Size,
}

/// The last two openings. The next draw needs both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Openings<BlockNumber> {
	/// The last draw's number; draws are numbered from one.
	pub draw: u32,
	/// The last opening.
	pub last: Opening<BlockNumber>,
	/// The one before.
	pub before: Opening<BlockNumber>,
}

/// Randomness, and the register that lots are drawn from with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Draw<BlockNumber> {
	/// From which block on the randomness was collected. It is for the polls whose deciding began before, and not
	/// before the same block of an earlier draw.
	pub collected_from: BlockNumber,
	/// The randomness.
	pub seed: H256,
	/// How many slots the register had, before the deciding of any of those polls began.
	pub slots: u32,
	/// How many of them sit on a panel. None if too few people were registered.
	pub seats: u32,
}

/// The panel of one poll: all there is to know who sits on it.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Panel {
	/// The seed of the poll's own order of slots.
	pub seed: H256,
	/// How many slots take part.
	pub slots: u32,
	/// How many of them, the first in that order, sit on the panel.
	pub seats: u32,
}

impl Panel {
	/// The seat that `slot` has drawn, if it has drawn one.
	pub fn seat(&self, slot: u32) -> Option<u32> {
		Order::new(self.seed, self.slots).place(slot).filter(|place| *place < self.seats)
	}

	/// The slot that has drawn `seat`.
	pub fn slot(&self, seat: u32) -> Option<u32> {
		if seat >= self.seats {
			return None;
		}
		Order::new(self.seed, self.slots).slot(seat)
	}
}

/// A panel member's vote in one poll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct PanelVote {
	/// The side taken. `None` if the vote was taken back.
	pub side: Option<Side>,
	/// How often the member has voted, changed or removed the vote.
	pub acts: u32,
}

/// A poll's panel, as pages show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PanelInfo {
	/// The poll.
	pub poll: PollIndex,
	/// All there is to know who sits on it.
	pub panel: Panel,
	/// Members who vote for the proposal.
	pub ayes: u32,
	/// Members who vote against it.
	pub nays: u32,
}

/// A resident's place on a panel, as wallets show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SeatInfo {
	/// The resident's slot.
	pub slot: u32,
	/// The seat drawn.
	pub seat: u32,
	/// The vote, if there is one.
	pub vote: Option<Side>,
	/// How many more times the member can vote, change or remove the vote free of charge.
	pub free_acts_left: u32,
}
