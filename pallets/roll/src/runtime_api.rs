// SPDX-License-Identifier: Apache-2.0
//! What wallets and pages ask about the roll.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{AliasInfo, CellRings, Enrolment, RingBatch, RingInfo, RollInfo};
use alloc::vec::Vec;
use civitas_primitives::{Alias, CellId, CitizenId, Context, RingId, RollKey, SeasonIndex};
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// The roll, for wallets and pages.
	///
	/// A wallet that asks a node for "the ring that I am in" tells it who is about to vote. Fetch whole batches, others'
	/// among them, and check the keys against the commitment.
	#[api_version(2)]
	pub trait RollApi<AccountId: Codec, BlockNumber: Codec> {
		/// The roll of the season and how far its sealing has come.
		fn roll() -> RollInfo<BlockNumber>;

		/// The rings of the nation (no cell) or of a cell, from number `from` on, at most `limit` and at most 256.
		fn rings(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingInfo>;

		/// The same with the keys of each ring, at most `limit` and at most 16. Whoever has a batch needs to ask nothing
		/// about any one of its rings.
		fn batch(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingBatch>;

		/// The cells that have rings, from the one after `after` on, at most `limit` and at most 256.
		fn cells(after: Option<CellId>, limit: u32) -> Vec<CellRings>;

		/// The keys of a whole ring, in the order that its commitment counts them in.
		fn members(ring: RingId) -> Vec<RollKey>;

		/// One ring.
		fn ring(ring: RingId) -> Option<RingInfo>;

		/// The ring that a citizen sits in for `context` on the roll of this season.
		fn ring_of(citizen: CitizenId, context: Context) -> Option<RingId>;

		/// What an account is enrolled for.
		fn enrolment(account: AccountId) -> Option<Enrolment>;

		/// How many accounts an alias has had in a season, which one speaks for it, and when it can move to another.
		fn alias(season: SeasonIndex, context: Context, alias: Alias) -> AliasInfo<AccountId, BlockNumber>;

		/// The bytes that name `context` in `season`: what a proof's alias is for.
		fn context_bytes(context: Context, season: SeasonIndex) -> [u8; 32];

		/// The message that a proof must carry to enrol `account`. Nothing if the block `at` is not recent.
		fn message(
			season: SeasonIndex,
			context: Context,
			account: AccountId,
			count: u32,
			at: BlockNumber,
		) -> Option<Vec<u8>>;

		/// The bytes that a ballot account signs to speak for `alias`. Nothing if the block `at` is not recent.
		fn consent(
			season: SeasonIndex,
			context: Context,
			alias: Alias,
			count: u32,
			at: BlockNumber,
		) -> Option<Vec<u8>>;
	}
}
