// SPDX-License-Identifier: Apache-2.0
//! What pages and wallets ask about the census.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{Attendance, ByBand, CensusRecord, Declaration};
use civitas_primitives::{Alias, CitizenId, SeasonIndex, Tier, TierThresholds};
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// The census, for pages and wallets.
	pub trait CensusApi<BlockNumber: Codec> {
		/// The record of a season that is over.
		fn record(season: SeasonIndex) -> Option<CensusRecord<BlockNumber>>;

		/// What this season's record would say if the season ended now.
		fn preview() -> CensusRecord<BlockNumber>;

		/// How a citizen counts now.
		fn attendance(citizen: CitizenId) -> Option<Attendance>;

		/// How far power has moved outward, and how many active citizens each step needs.
		fn tier() -> (Tier, TierThresholds);

		/// The least yearly income of each band.
		fn income_floors() -> ByBand<u64>;

		/// The band that an alias has declared this season, and how often it has declared one.
		fn declaration(alias: Alias) -> Option<Declaration>;
	}
}
