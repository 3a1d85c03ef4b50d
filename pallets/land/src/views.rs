// SPDX-License-Identifier: Apache-2.0
//! What the runtime API and the view functions answer.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{
	grid::{Cell, SCALES},
	*,
};

/// The most entries that one question is answered with.
pub const PAGE: u32 = 256;

/// The most cells and parcels that one question looks at.
pub const LOOKS: u32 = 4_096;

/// The most cells that a zoomed-out map looks at: a country of 90,000 km² at the coarsest scale.
pub const OVERVIEW_LOOKS: u32 = 8_192;

impl<T: Config> Pallet<T> {
	/// A parcel with all that there is to know.
	pub fn parcel_info(id: ParcelId) -> Option<ParcelInfoOf<T>> {
		let parcel = Parcels::<T>::get(id)?;
		Some(ParcelInfo {
			id,
			shape: Shapes::<T>::get(id),
			description: Descriptions::<T>::get(id),
			residents: parcel.residents.live(Self::season()),
			capacity: Self::capacity(parcel.area),
			limit: Self::limit(parcel.area),
			parcel,
		})
	}

	/// How many entries a page can have.
	fn page(limit: u32) -> usize {
		usize::try_from(limit.min(PAGE)).unwrap_or_default()
	}

	/// The parcels from number `from` on.
	pub fn parcels(from: ParcelId, limit: u32) -> Vec<ParcelInfoOf<T>> {
		let end = from.saturating_add(limit.min(PAGE)).min(NextParcelId::<T>::get());
		(from..end).filter_map(Self::parcel_info).collect()
	}

	/// The parcels of a territory, in the order of their keys, after `after`.
	pub fn parcels_in_territory(
		territory: TerritoryId,
		after: Option<ParcelId>,
		limit: u32,
	) -> Vec<ParcelInfoOf<T>> {
		let ids = match after {
			Some(after) => Registers::<T>::iter_key_prefix_from(
				territory,
				Registers::<T>::hashed_key_for(territory, after),
			),
			None => Registers::<T>::iter_key_prefix(territory),
		};
		ids.take(Self::page(limit)).filter_map(Self::parcel_info).collect()
	}

	/// The parcels reserved for an account, in the order of their keys, after `after`.
	pub fn parcels_assigned_to(
		assignee: &T::AccountId,
		after: Option<ParcelId>,
		limit: u32,
	) -> Vec<ParcelInfoOf<T>> {
		let ids = match after {
			Some(after) => Assignments::<T>::iter_key_prefix_from(
				assignee,
				Assignments::<T>::hashed_key_for(assignee, after),
			),
			None => Assignments::<T>::iter_key_prefix(assignee),
		};
		ids.take(Self::page(limit)).filter_map(Self::parcel_info).collect()
	}

	/// The changes under public notice, in the order of their keys, after `after`.
	pub fn filings(after: Option<ParcelId>, limit: u32) -> Vec<(ParcelId, FilingOf<T>)> {
		let filings = match after {
			Some(after) => Filings::<T>::iter_from(Filings::<T>::hashed_key_for(after)),
			None => Filings::<T>::iter(),
		};
		filings.take(Self::page(limit)).collect()
	}

	/// Who lives on a parcel, in the order of their keys, after `after`.
	pub fn residents_of(
		parcel: ParcelId,
		after: Option<CitizenId>,
		limit: u32,
	) -> Vec<Inhabitant<BlockNumberFor<T>>> {
		let citizens = match after {
			Some(after) => Inhabitants::<T>::iter_key_prefix_from(
				parcel,
				Inhabitants::<T>::hashed_key_for(parcel, after),
			),
			None => Inhabitants::<T>::iter_key_prefix(parcel),
		};
		citizens
			.take(Self::page(limit))
			.filter_map(|citizen| Some(Inhabitant { citizen, residence: Residences::<T>::get(citizen)? }))
			.collect()
	}

	/// Who has declared to live on a parcel, in the order of their keys, after `after`.
	pub fn declarants_of(parcel: ParcelId, after: Option<CitizenId>, limit: u32) -> Vec<CitizenId> {
		let citizens = match after {
			Some(after) => {
				Declarants::<T>::iter_key_prefix_from(parcel, Declarants::<T>::hashed_key_for(parcel, after))
			}
			None => Declarants::<T>::iter_key_prefix(parcel),
		};
		citizens.take(Self::page(limit)).collect()
	}

	/// The parcels on a tile, unit by unit, after `after`.
	pub fn units_on(tile: Tile, after: Option<Unit>, limit: u32) -> Vec<(Unit, ParcelId)> {
		let units = match after {
			Some(after) => Tiles::<T>::iter_prefix_from(tile, Tiles::<T>::hashed_key_for(tile, after)),
			None => Tiles::<T>::iter_prefix(tile),
		};
		units.take(Self::page(limit)).collect()
	}

	/// The cells of `scale` within `bounds` with land in them, and how much, from the `from`th cell on.
	pub fn overview(bounds: Bounds, scale: u8, from: u64) -> Overview {
		let mut cells = Vec::new();
		let mut at = from;
		let end = from.saturating_add(OVERVIEW_LOOKS.into());
		let season = Self::season();
		if let Some(block) = bounds.cells_at(scale.min(SCALES.saturating_sub(1))) {
			while let Some(cell) = block.get(at) {
				if at >= end {
					return Overview { cells, next: Some(at) };
				}
				let tally = CellTallies::<T>::get(cell.id());
				cells.extend(tally.map(|tally| (cell.id(), tally.footprint(season))));
				at = at.saturating_add(1);
			}
		}
		Overview { cells, next: None }
	}

	/// How much land there is in a cell of any scale.
	pub fn cell_footprint(cell: CellId) -> Footprint {
		CellTallies::<T>::get(cell).unwrap_or_default().footprint(Self::season())
	}

	/// The rings around a parcel's tiles.
	pub fn outline_of(parcel: ParcelId) -> Vec<Vec<Point>> {
		outline(&Shapes::<T>::get(parcel))
	}

	/// The territories from number `from` on.
	pub fn territories(from: TerritoryId, limit: u32) -> Vec<(TerritoryId, TerritoryOf<T>)> {
		let end = from.saturating_add(limit.min(PAGE)).min(NextTerritoryId::<T>::get());
		(from..end).filter_map(|id| Some((id, Territories::<T>::get(id)?))).collect()
	}

	/// The parcels of which a tile meets `bounds`.
	pub fn parcels_within(
		bounds: Bounds,
		from: Option<Cursor>,
		limit: u32,
	) -> Found<T::AccountId, BlockNumberFor<T>> {
		let limit = usize::try_from(limit.clamp(1, PAGE)).unwrap_or(1);
		let mut found = Found { parcels: Vec::new(), next: None };
		// Tiles reach no farther than the cells around that of the reference point.
		let Some(block) = bounds.cells().map(grid::Block::widened) else { return found };
		let mut at = from.unwrap_or_default();
		let mut looks = 0u32;
		while let Some(cell) = block.get(at.cells) {
			for id in Self::parcels_in(cell.id(), at.parcel) {
				if looks >= LOOKS || found.parcels.len() >= limit {
					found.next = Some(at);
					return found;
				}
				looks = looks.saturating_add(1);
				at.parcel = Some(id);
				let info = Self::parcel_info(id)
					.filter(|info| info.shape.iter().any(|rectangle| bounds.meets(*rectangle)));
				found.parcels.extend(info);
			}
			at = Cursor { cells: at.cells.saturating_add(1), parcel: None };
			looks = looks.saturating_add(1);
			if looks >= LOOKS && block.get(at.cells).is_some() {
				found.next = Some(at);
				return found;
			}
		}
		found
	}

	/// The parcels in one of the finest cells, in the order of their keys, after `after`.
	fn parcels_in(cell: CellId, after: Option<ParcelId>) -> impl Iterator<Item = ParcelId> {
		match after {
			Some(after) => {
				Locations::<T>::iter_key_prefix_from(cell, Locations::<T>::hashed_key_for(cell, after))
			}
			None => Locations::<T>::iter_key_prefix(cell),
		}
	}

	/// The parcels of `holder`, in the order of their keys, after `after`.
	pub fn parcels_of(holder: &T::AccountId, after: Option<ParcelId>, limit: u32) -> Vec<ParcelInfoOf<T>> {
		let ids = match after {
			Some(after) => {
				Holdings::<T>::iter_key_prefix_from(holder, Holdings::<T>::hashed_key_for(holder, after))
			}
			None => Holdings::<T>::iter_key_prefix(holder),
		};
		ids.take(Self::page(limit)).filter_map(Self::parcel_info).collect()
	}

	/// Where a citizen lives and wants to live. `None` if there is no such citizen.
	pub fn residence_info(citizen: CitizenId) -> Option<ResidenceInfo<BlockNumberFor<T>>> {
		T::Citizenry::standing(citizen)?;
		let residence = Residences::<T>::get(citizen);
		Some(ResidenceInfo {
			residence,
			cell: residence
				.and_then(|residence| Parcels::<T>::get(residence.parcel))
				.map(|parcel| parcel.cell),
			declared: Declarations::<T>::get(citizen),
			free_acts_left: T::CivicActs::left(citizen),
		})
	}

	/// The 3 x 3 finest cells around a parcel.
	pub fn neighbourhood(parcel: ParcelId) -> Vec<CellId> {
		Parcels::<T>::get(parcel)
			.and_then(|parcel| Cell::from_id(parcel.cell))
			.map(|cell| cell.neighbourhood().map(Cell::id).collect())
			.unwrap_or_default()
	}

	/// The cells that a point lies in, from the finest to the coarsest.
	pub fn cells_at(point: Point) -> Vec<CellId> {
		(0..grid::SCALES).filter_map(|scale| point.cell(scale)).map(Cell::id).collect()
	}

	/// What a cell covers.
	pub fn cell_bounds(cell: CellId) -> Option<Bounds> {
		Cell::from_id(cell).map(Cell::bounds)
	}
}
