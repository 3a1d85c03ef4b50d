//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::{grid::Cell, *};
use alloc::collections::{BTreeMap, BTreeSet};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_tiles()?;
		Self::check_places()?;
		Self::check_indexes()?;
		Self::check_footprints()?;
		Self::check_residents()?;
		Self::check_numbers()
	}

	fn check_tiles() -> Result<(), TryRuntimeError> {
		let mut covered = BTreeMap::new();
		for (id, shape) in Shapes::<T>::iter() {
			ensure!(Parcels::<T>::contains_key(id), "I1: a shape is no parcel's");
			for tile in shape.into_iter().flat_map(|rectangle| rectangle.tiles()) {
				ensure!(covered.insert(tile, id).is_none(), "I1: parcels overlap");
			}
		}
		ensure!(
			Tiles::<T>::iter().collect::<BTreeMap<_, _>>() == covered,
			"I1: tiles are not their parcels'"
		);
		Ok(())
	}

	fn check_places() -> Result<(), TryRuntimeError> {
		for (id, parcel) in Parcels::<T>::iter() {
			let tile = parcel.reference.tile().ok_or("I2: a reference point is off the grid")?;
			let tiles =
				Shapes::<T>::get(id).into_iter().flat_map(|rectangle| rectangle.tiles()).collect::<Vec<_>>();
			ensure!(tiles.contains(&tile), "I2: a reference point is not on its parcel");
			let cell = Cell::from_id(parcel.cell).ok_or("I2: a parcel's cell is none")?;
			ensure!(cell.bounds().contains(parcel.reference), "I2: a parcel's cell is another");
			ensure!(
				tiles.iter().all(|tile| cell.neighbourhood().any(|near| near == tile.cell(0))),
				"I2: a parcel is too large"
			);
		}
		Ok(())
	}

	fn check_indexes() -> Result<(), TryRuntimeError> {
		let mut held = BTreeSet::new();
		let mut located = BTreeSet::new();
		for (id, parcel) in Parcels::<T>::iter() {
			if let Title::Held(holder) = parcel.title {
				held.insert((holder, id));
			}
			located.insert((parcel.cell, id));
		}
		ensure!(Holdings::<T>::iter_keys().collect::<BTreeSet<_>>() == held, "I3: holdings are off");
		ensure!(Locations::<T>::iter_keys().collect::<BTreeSet<_>>() == located, "I3: locations are off");
		Ok(())
	}

	fn check_footprints() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<TerritoryId, Footprint>::new();
		let mut total = Footprint::default();
		for parcel in Parcels::<T>::iter_values() {
			for sum in [counted.entry(parcel.territory).or_default(), &mut total] {
				sum.parcels += 1;
				sum.area += u64::from(parcel.area);
				sum.valuation += parcel.valuation;
				sum.residents += parcel.residents;
			}
		}
		for (id, territory) in Territories::<T>::iter() {
			ensure!(
				counted.remove(&id).unwrap_or_default() == territory.footprint,
				"I4: a territory's footprint is off"
			);
		}
		ensure!(Total::<T>::get() == total, "I4: the footprint is off");
		Ok(())
	}

	fn check_residents() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<ParcelId, u32>::new();
		for (citizen, residence) in Residences::<T>::iter() {
			ensure!(T::Citizenry::standing(citizen).is_some(), "I5: a resident is no citizen");
			ensure!(
				Declarations::<T>::get(citizen) != Some(residence.parcel),
				"I5: a resident awaits what they have"
			);
			*counted.entry(residence.parcel).or_default() += 1;
		}
		for citizen in Declarations::<T>::iter_keys() {
			ensure!(T::Citizenry::standing(citizen).is_some(), "I5: a declaration is no citizen's");
		}
		for (id, parcel) in Parcels::<T>::iter() {
			ensure!(
				counted.remove(&id).unwrap_or_default() == parcel.residents,
				"I5: a parcel's residents are miscounted"
			);
		}
		ensure!(counted.is_empty(), "I5: somebody lives on no parcel");
		Ok(())
	}

	fn check_numbers() -> Result<(), TryRuntimeError> {
		for id in Territories::<T>::iter_keys() {
			ensure!(id < NextTerritoryId::<T>::get(), "I6: a territory's number has not been given");
		}
		for (id, parcel) in Parcels::<T>::iter() {
			ensure!(id < NextParcelId::<T>::get(), "I6: a parcel's number has not been given");
			ensure!(Territories::<T>::contains_key(parcel.territory), "I6: a parcel has no territory");
		}
		Ok(())
	}
}
