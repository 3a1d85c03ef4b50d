//! What wallets and pages ask about the roll.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{Enrolment, RingInfo, RollInfo};
use alloc::vec::Vec;
use civitas_primitives::{Alias, CellId, CitizenId, Context, RingId, RollKey, SeasonIndex};
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// The roll, for wallets and pages.
	///
	/// A wallet that asks a node for "the ring that I am in" tells it who is about to vote. Fetch rings as a whole,
	/// with some others, and check the keys against the commitment.
	pub trait RollApi<AccountId: Codec> {
		/// The roll of the season and how far its sealing has come.
		fn roll() -> RollInfo;

		/// The rings of the nation (no cell) or of a cell, from number `from` on, at most `limit` and at most 256.
		fn rings(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingInfo>;

		/// The keys of a whole ring, in the order that its commitment counts them in.
		fn members(ring: RingId) -> Vec<RollKey>;

		/// One ring.
		fn ring(ring: RingId) -> Option<RingInfo>;

		/// The ring that a citizen sits in for `context` on the roll of this season.
		fn ring_of(citizen: CitizenId, context: Context) -> Option<RingId>;

		/// What an account is enrolled for.
		fn enrolment(account: AccountId) -> Option<Enrolment>;

		/// How many more accounts an alias can enrol in this season.
		fn enrolments_left(context: Context, alias: Alias) -> u32;

		/// The bytes that name `context` in `season`: what a proof's alias is for.
		fn context_bytes(context: Context, season: SeasonIndex) -> [u8; 32];

		/// The message that a proof must carry to enrol `account`.
		fn message(season: SeasonIndex, context: Context, account: AccountId) -> Vec<u8>;
	}
}
