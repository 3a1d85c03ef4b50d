// SPDX-License-Identifier: Apache-2.0
//! What maps, pages and wallets ask about land.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{
	grid::{Bounds, Point, Tile},
	Cursor, Filing, Found, Inhabitant, Overview, ParcelInfo, ResidenceInfo, Territory, Unit,
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

		/// How much land of each kind there is in all territories, and how many live there.
		fn footprint() -> Footprint;

		/// A parcel with its tiles, name and use.
		fn parcel(parcel: ParcelId) -> Option<ParcelInfo<AccountId, BlockNumber>>;

		/// The parcel that covers the ground of a tile.
		fn parcel_on(tile: Tile) -> Option<ParcelInfo<AccountId, BlockNumber>>;

		/// The parcel that covers the ground of the tile in which a point lies.
		fn parcel_at(point: Point) -> Option<ParcelInfo<AccountId, BlockNumber>>;

		/// The parcels on a tile by unit, after unit `after` of the last page, at most `limit` and at most 256.
		fn units_on(tile: Tile, after: Option<Unit>, limit: u32) -> Vec<(Unit, ParcelId)>;

		/// The parcels from number `from` on, at most `limit` and at most 256. Numbers of struck parcels are left out.
		fn parcels(from: ParcelId, limit: u32) -> Vec<ParcelInfo<AccountId, BlockNumber>>;

		/// The parcels of a territory, after parcel `after` of the last page, at most `limit` and at most 256.
		fn parcels_in_territory(
			territory: TerritoryId,
			after: Option<ParcelId>,
			limit: u32,
		) -> Vec<ParcelInfo<AccountId, BlockNumber>>;

		/// The parcels of which a tile meets `bounds`, at most `limit` and at most 256. One answer looks at 4,096 cells and
		/// parcels at most, so a page can be empty though there is more: ask again from `next` on, until there is none.
		fn parcels_within(
			bounds: Bounds,
			from: Option<Cursor>,
			limit: u32,
		) -> Found<AccountId, BlockNumber>;

		/// The cells within `bounds` of `scale` (0 to 2) that have land in them, with how much there is of each kind, its
		/// valuation and its residents: a zoomed-out map. One answer looks at 8,192 cells from the `from`th on.
		fn overview(bounds: Bounds, scale: u8, from: u64) -> Overview;

		/// How much land there is in a cell of any scale.
		fn cell_footprint(cell: CellId) -> Footprint;

		/// The rings of corners around a parcel's tiles, as GeoJSON has them: outer rings run counter-clockwise, holes
		/// clockwise, each ends where it began. Longitudes run on beyond 180° if the parcel crosses the antimeridian.
		fn outline(parcel: ParcelId) -> Vec<Vec<Point>>;

		/// The parcels of `holder`, after parcel `after` of the last page, at most `limit` and at most 256.
		fn parcels_of(
			holder: AccountId,
			after: Option<ParcelId>,
			limit: u32,
		) -> Vec<ParcelInfo<AccountId, BlockNumber>>;

		/// The parcels reserved for `assignee`, after parcel `after` of the last page, at most `limit` and at most 256.
		fn parcels_assigned_to(
			assignee: AccountId,
			after: Option<ParcelId>,
			limit: u32,
		) -> Vec<ParcelInfo<AccountId, BlockNumber>>;

		/// The change of a parcel under public notice, with its challenge.
		fn filing(parcel: ParcelId) -> Option<Filing<AccountId, BlockNumber>>;

		/// All changes under public notice, after parcel `after` of the last page, at most `limit` and at most 256.
		fn filings(after: Option<ParcelId>, limit: u32) -> Vec<(ParcelId, Filing<AccountId, BlockNumber>)>;

		/// Who lives on a parcel, after citizen `after` of the last page, at most `limit` and at most 256.
		fn residents_of(
			parcel: ParcelId,
			after: Option<CitizenId>,
			limit: u32,
		) -> Vec<Inhabitant<BlockNumber>>;

		/// Who has declared to live on a parcel, after citizen `after` of the last page, at most `limit` and at most 256.
		fn declarants_of(parcel: ParcelId, after: Option<CitizenId>, limit: u32) -> Vec<CitizenId>;

		/// Where a citizen lives and wants to live.
		fn residence(citizen: CitizenId) -> Option<ResidenceInfo<BlockNumber>>;

		/// The 3 x 3 finest cells around a parcel, whose residents vote about it. Residents of a cell too small for a
		/// ring of its own prove with the ring of a coarser one: `RollApi_ring_of` tells which.
		fn neighbourhood(parcel: ParcelId) -> Vec<CellId>;

		/// Whether the rings of `cell`, of any scale, vote about a parcel: if it is one of the nine cells around it, or if
		/// residents of one of them sit there because they are too few.
		fn is_near(parcel: ParcelId, cell: CellId) -> Option<bool>;

		/// The cells that a point lies in, from the finest to the coarsest. None if it does not lie on the earth.
		fn cells_at(point: Point) -> Vec<CellId>;

		/// What a cell covers.
		fn cell_bounds(cell: CellId) -> Option<Bounds>;
	}
}
