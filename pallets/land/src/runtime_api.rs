//! What maps, pages and wallets ask about land.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{
	grid::{Bounds, Point, Tile},
	Cursor, Found, ParcelInfo, ResidenceInfo, Territory,
};
use alloc::vec::Vec;
use civitas_primitives::{CellId, CitizenId, Footprint, ParcelId, TerritoryId};
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// Land, for maps, pages and wallets. Coordinates are in units of 1e-7 degree.
	pub trait LandApi<AccountId: Codec, BlockNumber: Codec> {
		/// A territory.
		fn territory(territory: TerritoryId) -> Option<Territory<AccountId>>;

		/// The territories from number `from` on, at most `limit` and at most 256.
		fn territories(from: TerritoryId, limit: u32) -> Vec<(TerritoryId, Territory<AccountId>)>;

		/// How much land there is in all territories, and how many live there.
		fn footprint() -> Footprint;

		/// A parcel with its tiles.
		fn parcel(parcel: ParcelId) -> Option<ParcelInfo<AccountId>>;

		/// The parcel that covers a tile.
		fn parcel_on(tile: Tile) -> Option<ParcelInfo<AccountId>>;

		/// The parcel that covers the tile in which a point lies.
		fn parcel_at(point: Point) -> Option<ParcelInfo<AccountId>>;

		/// The parcels whose reference points lie within `bounds`, at most `limit` and at most 256. One answer looks at
		/// 4,096 cells and parcels at most, so a page can be empty though there is more: ask again from `next` on, until
		/// there is none.
		fn parcels_within(bounds: Bounds, from: Option<Cursor>, limit: u32) -> Found<AccountId>;

		/// The parcels of `holder`, after parcel `after` of the last page, at most `limit` and at most 256.
		fn parcels_of(holder: AccountId, after: Option<ParcelId>, limit: u32) -> Vec<ParcelInfo<AccountId>>;

		/// Where a citizen lives and wants to live.
		fn residence(citizen: CitizenId) -> Option<ResidenceInfo<BlockNumber>>;

		/// The 3 x 3 finest cells around a parcel, whose residents vote about it. Residents of a cell too small for a
		/// ring of its own prove with the ring of a coarser one: `RollApi_ring_of` tells which.
		fn neighbourhood(parcel: ParcelId) -> Vec<CellId>;

		/// Whether residents of `cell`, of any scale, vote about a parcel.
		fn is_near(parcel: ParcelId, cell: CellId) -> Option<bool>;

		/// The cells that a point lies in, from the finest to the coarsest. None if it does not lie on the earth.
		fn cells_at(point: Point) -> Vec<CellId>;

		/// What a cell covers.
		fn cell_bounds(cell: CellId) -> Option<Bounds>;
	}
}
