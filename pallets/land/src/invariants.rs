// SPDX-License-Identifier: Apache-2.0
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
		Self::check_numbers()?;
		Self::check_filings()
	}

	fn check_tiles() -> Result<(), TryRuntimeError> {
		let mut covered = BTreeMap::new();
		for (id, shape) in Shapes::<T>::iter() {
			ensure!(Parcels::<T>::contains_key(id), "I1: a shape is no parcel's");
			let unit = Parcels::<T>::get(id).map_or(GROUND, |parcel| parcel.unit);
			for tile in shape.into_iter().flat_map(|rectangle| rectangle.tiles()) {
				ensure!(covered.insert((tile, unit), id).is_none(), "I1: parcels overlap");
			}
		}
		ensure!(
			Tiles::<T>::iter().map(|(tile, unit, id)| ((tile, unit), id)).collect::<BTreeMap<_, _>>()
				== covered,
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
		let mut assigned = BTreeSet::new();
		let mut located = BTreeSet::new();
		let mut registered = BTreeSet::new();
		for (id, parcel) in Parcels::<T>::iter() {
			match parcel.title {
				Title::Held(holder) => drop(held.insert((holder, id))),
				Title::Assigned(assignee) => drop(assigned.insert((assignee, id))),
				_ => {}
			}
			located.insert((parcel.cell, id));
			registered.insert((parcel.territory, id));
		}
		ensure!(Holdings::<T>::iter_keys().collect::<BTreeSet<_>>() == held, "I3: holdings are off");
		ensure!(
			Assignments::<T>::iter_keys().collect::<BTreeSet<_>>() == assigned,
			"I3: assignments are off"
		);
		ensure!(Locations::<T>::iter_keys().collect::<BTreeSet<_>>() == located, "I3: locations are off");
		ensure!(Registers::<T>::iter_keys().collect::<BTreeSet<_>>() == registered, "I3: registers are off");
		Ok(())
	}

	fn check_footprints() -> Result<(), TryRuntimeError> {
		let season = T::Calendar::season().index;
		let mut counted = BTreeMap::<TerritoryId, Footprint>::new();
		let mut cells = BTreeMap::<CellId, Footprint>::new();
		let mut total = Footprint::default();
		for parcel in Parcels::<T>::iter_values() {
			Self::add_up(counted.entry(parcel.territory).or_default(), &parcel);
			Self::add_up(&mut total, &parcel);
			let cell = Cell::from_id(parcel.cell).ok_or("I4: a parcel's cell is none")?;
			for place in (0..grid::SCALES).filter_map(|scale| cell.at_scale(scale)) {
				Self::add_up(cells.entry(place.id()).or_default(), &parcel);
			}
			ensure!(
				parcel.valuation == 0 || matches!(parcel.title, Title::Held(_)),
				"I4: a parcel that nobody holds has a valuation"
			);
		}
		for (id, territory) in Territories::<T>::iter() {
			ensure!(
				counted.remove(&id).unwrap_or_default() == territory.tally.footprint(season),
				"I4: a territory's footprint is off"
			);
		}
		let stored = CellTallies::<T>::iter().map(|(id, tally)| (id, tally.footprint(season)));
		ensure!(stored.collect::<BTreeMap<_, _>>() == cells, "I4: a cell's footprint is off");
		ensure!(Total::<T>::get().footprint(season) == total, "I4: the footprint is off");
		Ok(())
	}

	fn add_up(sum: &mut Footprint, parcel: &ParcelOf<T>) {
		let kind = match parcel.title {
			Title::Common => &mut sum.common,
			Title::Assigned(_) => &mut sum.assigned,
			Title::Held(_) => &mut sum.held,
			Title::Public => &mut sum.public,
			Title::Filed => &mut sum.filed,
		};
		kind.parcels += 1;
		match parcel.unit {
			GROUND => kind.area += u64::from(parcel.area),
			_ => kind.floor += u64::from(parcel.area),
		}
		sum.valuation += parcel.valuation;
		sum.residents += parcel.residents.live(T::Calendar::season().index);
	}

	fn check_residents() -> Result<(), TryRuntimeError> {
		let season = T::Calendar::season().index;
		let mut counted = BTreeMap::<ParcelId, (u32, u32)>::new();
		let mut homes = BTreeSet::new();
		let mut declared = BTreeSet::new();
		for (citizen, residence) in Residences::<T>::iter() {
			ensure!(T::Citizenry::standing(citizen).is_some(), "I5: a resident is no citizen");
			ensure!(
				Declarations::<T>::get(citizen) != Some(residence.parcel),
				"I5: a resident awaits what they have"
			);
			homes.insert((residence.parcel, citizen));
			let (this, last) = counted.entry(residence.parcel).or_default();
			match season.checked_sub(residence.seen) {
				Some(0) => *this += 1,
				Some(1) => *last += 1,
				Some(_) => {}
				None => return Err("I5: a resident was seen in the future".into()),
			}
		}
		for (citizen, parcel) in Declarations::<T>::iter() {
			ensure!(T::Citizenry::standing(citizen).is_some(), "I5: a declaration is no citizen's");
			declared.insert((parcel, citizen));
		}
		for (id, parcel) in Parcels::<T>::iter() {
			let Residents { this, last, .. } = parcel.residents.turned(season);
			ensure!(
				counted.remove(&id).unwrap_or_default() == (this, last),
				"I5: a parcel's residents are miscounted"
			);
		}
		ensure!(counted.is_empty(), "I5: somebody lives on no parcel");
		ensure!(Inhabitants::<T>::iter_keys().collect::<BTreeSet<_>>() == homes, "I5: inhabitants are off");
		ensure!(Declarants::<T>::iter_keys().collect::<BTreeSet<_>>() == declared, "I5: declarants are off");
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

	fn check_filings() -> Result<(), TryRuntimeError> {
		let mut bonds = BTreeMap::<T::AccountId, Balance>::new();
		for (id, filing) in Filings::<T>::iter() {
			ensure!(Parcels::<T>::contains_key(id), "I7: a filing is no parcel's");
			if let Some(challenge) = filing.challenge {
				*bonds.entry(challenge.challenger).or_default() += challenge.bond;
			}
		}
		for (id, parcel) in Parcels::<T>::iter() {
			ensure!(
				parcel.title != Title::Filed || Filings::<T>::contains_key(id),
				"I7: a parcel waits for nothing"
			);
		}
		for id in Descriptions::<T>::iter_keys() {
			ensure!(Parcels::<T>::contains_key(id), "I7: a description is no parcel's");
		}
		for who in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&HoldReason::ChallengeBond.into(), &who);
			ensure!(bonds.remove(&who).unwrap_or_default() == held, "I8: bonds are off");
		}
		ensure!(bonds.is_empty(), "I8: an account that should hold a bond is gone");
		Ok(())
	}
}
