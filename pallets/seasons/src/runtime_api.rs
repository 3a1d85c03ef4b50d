// SPDX-License-Identifier: Apache-2.0
//! What pages and wallets ask about the calendar.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use civitas_primitives::SeasonIndex;
use parity_scale_codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;

/// A season and its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SeasonInfo<BlockNumber> {
	/// The season's number.
	pub index: SeasonIndex,
	/// Its first block.
	pub start: BlockNumber,
	/// The first block of the next season.
	pub ends: BlockNumber,
}

sp_api::decl_runtime_apis! {
	/// The civic calendar, for pages and wallets.
	pub trait SeasonsApi<BlockNumber: Codec> {
		/// The current season.
		fn season() -> SeasonInfo<BlockNumber>;
	}
}
