//! What the runtime API and the view functions answer.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{grid::Cell, *};

/// The most entries that one question is answered with.
pub const PAGE: u32 = 256;

/// The most cells and parcels that one question looks at.
pub const LOOKS: u32 = 4_096;

impl<T: Config> Pallet<T> {
	/// A parcel with its tiles.
	pub fn parcel_info(id: ParcelId) -> Option<ParcelInfo<T::AccountId>> {
		let parcel = Parcels::<T>::get(id)?;
		let capacity = Self::capacity(parcel.area);
		Some(ParcelInfo { id, parcel, shape: Shapes::<T>::get(id), capacity })
	}

	/// The territories from number `from` on.
	pub fn territories(from: TerritoryId, limit: u32) -> Vec<(TerritoryId, TerritoryOf<T>)> {
		let end = from.saturating_add(limit.min(PAGE)).min(NextTerritoryId::<T>::get());
		(from..end).filter_map(|id| Some((id, Territories::<T>::get(id)?))).collect()
	}

	/// The parcels whose reference points lie within `bounds`.
	pub fn parcels_within(bounds: Bounds, from: Option<Cursor>, limit: u32) -> Found<T::AccountId> {
		let limit = usize::try_from(limit.clamp(1, PAGE)).unwrap_or(1);
		let mut found = Found { parcels: Vec::new(), next: None };
		let Some(block) = bounds.cells() else { return found };
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
				let info = Self::parcel_info(id).filter(|info| bounds.contains(info.parcel.reference));
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
	pub fn parcels_of(
		holder: &T::AccountId,
		after: Option<ParcelId>,
		limit: u32,
	) -> Vec<ParcelInfo<T::AccountId>> {
		let ids = match after {
			Some(after) => {
				Holdings::<T>::iter_key_prefix_from(holder, Holdings::<T>::hashed_key_for(holder, after))
			}
			None => Holdings::<T>::iter_key_prefix(holder),
		};
		let limit = usize::try_from(limit.min(PAGE)).unwrap_or(0);
		ids.take(limit).filter_map(Self::parcel_info).collect()
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
