// SPDX-License-Identifier: Apache-2.0
//! What the pallet stores, and what its views answer.

use civitas_primitives::{CitizenId, SeasonIndex};
use frame_support::pallet_prelude::*;

/// The most polls that a citizen can ever have open: far fewer than a track's queue or a block's agenda has places.
pub const MAX_OPEN_POLLS: u32 = 10;

/// How many polls upkeep looks at in a block.
pub const LOOKS: usize = 8;

/// The power to stop polls.
pub trait Stops<Track> {
	/// Whether it reaches the polls of `track`.
	fn stops(&self, track: &Track) -> bool;
}

/// What is kept of a poll until it is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Watch<Hash> {
	/// The citizen who submitted the poll. `None` if it was submitted before anybody counted.
	pub author: Option<CitizenId>,
	/// The text that is kept on the chain. `None` before the first vote, and if the text is short enough to stand in
	/// the poll itself.
	pub text: Option<Hash>,
}

/// What becomes of a poll, as pages show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum PollState<BlockNumber> {
	/// The poll is open.
	Open {
		/// The season of its submission.
		season: SeasonIndex,
		/// The season at whose end its voters' time is over.
		last_season: SeasonIndex,
		/// Whether it is void: it cannot pass, and anyone can call `lapse`.
		void: bool,
		/// Whether its text is on the chain, so that people can vote.
		text: bool,
	},
	/// The poll has passed.
	Approved {
		/// The block in which it passed.
		at: BlockNumber,
		/// What becomes of its text.
		enactment: Enactment<BlockNumber>,
	},
	/// The poll has ended otherwise.
	Over,
}

/// What becomes of a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Enactment<BlockNumber> {
	/// The scheduler dispatches it in this block.
	Due {
		/// The block.
		at: BlockNumber,
	},
	/// The scheduler has no room for it. Anyone can call `enact`.
	Waiting,
	/// The scheduler has dispatched it. The scheduler's event `Dispatched` tells the result.
	Dispatched,
}
