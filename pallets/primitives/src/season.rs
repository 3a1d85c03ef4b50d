// SPDX-License-Identifier: Apache-2.0
//! The civic calendar: what a season is, who tells it and who turns with it.

use frame_support::weights::Weight;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A season's number. The chain's first season is zero; numbers go up by one and are never skipped.
pub type SeasonIndex = u32;

/// One season of the civic calendar.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Season<BlockNumber> {
	/// The season's number.
	pub index: SeasonIndex,
	/// The block in which it began.
	pub start: BlockNumber,
}

/// Tells which season it is.
pub trait Calendar {
	/// How blocks are counted.
	type BlockNumber;

	/// The season that the current block lies in.
	fn season() -> Season<Self::BlockNumber>;

	/// How many blocks a season lasts, by today's charter.
	fn season_length() -> Self::BlockNumber;

	/// Makes `index` the current season, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex);
}

/// Work that is due when a season turns.
///
/// Runs in the first block of a season, before its transactions. Every hook is O(1): whatever must touch many
/// items takes note here and does its work in bounded steps later.
pub trait OnSeason {
	/// The season `new` has begun; `new - 1` is over. Returns the weight used.
	fn turn(new: SeasonIndex) -> Weight;
}

#[impl_trait_for_tuples::impl_for_tuples(8)]
impl OnSeason for Tuple {
	fn turn(new: SeasonIndex) -> Weight {
		let mut weight = Weight::zero();
		for_tuples!( #( weight = weight.saturating_add(Tuple::turn(new)); )* );
		weight
	}
}
