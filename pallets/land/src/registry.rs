//! The register: territories, parcels and titles.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{
	grid::{Cell, TILE_AREA},
	*,
};
use civitas_primitives::{Footprints, Neighbourhood, Titles};
use frame_support::defensive;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_territory(
		name: Name,
		host: Country,
		registrar: T::AccountId,
		parcel_limit: u32,
	) -> DispatchResult {
		ensure!(!name.is_empty() && core::str::from_utf8(&name).is_ok(), Error::<T>::InvalidName);
		ensure!(host.iter().all(u8::is_ascii_uppercase), Error::<T>::InvalidCountry);
		let territory = NextTerritoryId::<T>::get();
		NextTerritoryId::<T>::put(territory.checked_add(1).ok_or(Error::<T>::TooManyTerritories)?);
		let record = Territory {
			name: name.clone(),
			host,
			registrar: registrar.clone(),
			parcel_limit,
			footprint: Footprint::default(),
		};
		Territories::<T>::insert(territory, record);
		Self::deposit_event(Event::TerritoryOpened { territory, name, host, registrar, parcel_limit });
		Ok(())
	}

	pub(crate) fn do_appoint_registrar(territory: TerritoryId, new: T::AccountId) -> DispatchResult {
		let mut record = Territories::<T>::get(territory).ok_or(Error::<T>::UnknownTerritory)?;
		if record.registrar == new {
			return Ok(());
		}
		let old = core::mem::replace(&mut record.registrar, new.clone());
		Territories::<T>::insert(territory, record);
		Self::deposit_event(Event::RegistrarAppointed { territory, old, new });
		Ok(())
	}

	pub(crate) fn do_set_parcel_limit(territory: TerritoryId, new: u32) -> DispatchResult {
		let mut record = Territories::<T>::get(territory).ok_or(Error::<T>::UnknownTerritory)?;
		if record.parcel_limit == new {
			return Ok(());
		}
		let old = core::mem::replace(&mut record.parcel_limit, new);
		Territories::<T>::insert(territory, record);
		Self::deposit_event(Event::ParcelLimitSet { territory, old, new });
		Ok(())
	}

	/// That `who` keeps the register of `territory`.
	pub(crate) fn ensure_registrar(who: &T::AccountId, territory: TerritoryId) -> DispatchResult {
		let record = Territories::<T>::get(territory).ok_or(Error::<T>::UnknownTerritory)?;
		ensure!(record.registrar == *who, Error::<T>::NotRegistrar);
		Ok(())
	}

	pub(crate) fn find_parcel(parcel: ParcelId) -> Result<ParcelOf<T>, DispatchError> {
		Ok(Parcels::<T>::get(parcel).ok_or(Error::<T>::UnknownParcel)?)
	}

	pub(crate) fn do_register(
		who: T::AccountId,
		territory: TerritoryId,
		survey: Survey,
		assignee: Option<T::AccountId>,
	) -> DispatchResult {
		let record = Territories::<T>::get(territory).ok_or(Error::<T>::UnknownTerritory)?;
		ensure!(record.registrar == who, Error::<T>::NotRegistrar);
		ensure!(record.footprint.parcels < record.parcel_limit, Error::<T>::TooManyParcels);
		Self::enter(territory, survey, assignee)?;
		Ok(())
	}

	/// Enters a parcel, whoever asks for it.
	pub(crate) fn enter(
		territory: TerritoryId,
		survey: Survey,
		assignee: Option<T::AccountId>,
	) -> Result<ParcelId, DispatchError> {
		let tiles = survey.tiles();
		ensure!(tiles <= MAX_TILES, Error::<T>::TooManyTiles);
		let most = tiles.saturating_mul(TILE_AREA);
		let id = NextParcelId::<T>::get();
		NextParcelId::<T>::put(id.checked_add(1).ok_or(Error::<T>::TooManyParcels)?);

		let place = survey.reference.cell(0).ok_or(Error::<T>::OffTheGrid)?;
		ensure!(!survey.shape.is_empty(), Error::<T>::NoTiles);
		for rectangle in &survey.shape {
			ensure!(rectangle.is_on_grid(), Error::<T>::OffTheGrid);
			for tile in rectangle.tiles() {
				ensure!(tile.cell(0).touches(place), Error::<T>::TooFarApart);
				ensure!(!Tiles::<T>::contains_key(tile), Error::<T>::TileTaken);
				Tiles::<T>::insert(tile, id);
			}
		}
		let under = survey.reference.tile().and_then(Tiles::<T>::get);
		ensure!(under == Some(id), Error::<T>::ReferenceOutside);
		ensure!(0 < survey.area && survey.area <= most, Error::<T>::InvalidArea);

		let cell = place.id();
		let title = assignee.map_or(Title::Common, Title::Assigned);
		let parcel = Parcel {
			territory,
			title: title.clone(),
			reference: survey.reference,
			cell,
			area: survey.area,
			title_hash: survey.title_hash,
			valuation: 0,
			residents: 0,
		};
		Parcels::<T>::insert(id, parcel);
		Shapes::<T>::insert(id, &survey.shape);
		Locations::<T>::insert(cell, id, ());
		let area = u64::from(survey.area);
		Self::count(territory, |footprint| {
			// Parcels' ids fit the type, so their number does, and 2^32 areas of 32 bits fit 64.
			footprint.parcels = footprint.parcels.saturating_add(1);
			footprint.area = footprint.area.saturating_add(area);
		});
		let is_common = title == Title::Common;
		Self::deposit_event(Event::Registered { parcel: id, territory, cell, survey, title });
		if is_common {
			T::OnParcel::registered(id)?;
		}
		Ok(id)
	}

	/// The parcel, which its registrar `who` has reserved for somebody; and for whom.
	fn find_assigned(
		who: &T::AccountId,
		parcel: ParcelId,
	) -> Result<(ParcelOf<T>, T::AccountId), DispatchError> {
		let record = Self::find_parcel(parcel)?;
		Self::ensure_registrar(who, record.territory)?;
		match record.title.clone() {
			Title::Assigned(assignee) => Ok((record, assignee)),
			Title::Common | Title::Held(_) => Err(Error::<T>::NotAssigned.into()),
		}
	}

	pub(crate) fn do_assign(who: T::AccountId, parcel: ParcelId, new: T::AccountId) -> DispatchResult {
		let (mut record, old) = Self::find_assigned(&who, parcel)?;
		ensure!(old != new, Error::<T>::AlreadyAssigned);
		record.title = Title::Assigned(new.clone());
		Parcels::<T>::insert(parcel, record);
		Self::deposit_event(Event::Reassigned { parcel, old, new: Some(new) });
		Ok(())
	}

	pub(crate) fn do_unassign(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		let (mut record, old) = Self::find_assigned(&who, parcel)?;
		record.title = Title::Common;
		Parcels::<T>::insert(parcel, record);
		Self::deposit_event(Event::Reassigned { parcel, old, new: None });
		T::OnParcel::registered(parcel)
	}

	/// Strikes a parcel. Returns how many tiles it had.
	pub(crate) fn do_strike(who: T::AccountId, parcel: ParcelId) -> Result<u32, DispatchError> {
		let (record, _) = Self::find_assigned(&who, parcel)?;
		ensure!(record.residents == 0, Error::<T>::StillInhabited);
		let mut tiles = 0u32;
		for rectangle in Shapes::<T>::take(parcel) {
			for tile in rectangle.tiles() {
				Tiles::<T>::remove(tile);
				tiles = tiles.saturating_add(1);
			}
		}
		Locations::<T>::remove(record.cell, parcel);
		Parcels::<T>::remove(parcel);
		Self::count(record.territory, |footprint| {
			// What was counted once is taken away once (I4). So it is below.
			footprint.parcels = footprint.parcels.saturating_sub(1);
			footprint.area = footprint.area.saturating_sub(record.area.into());
			footprint.valuation = footprint.valuation.saturating_sub(record.valuation);
		});
		Self::deposit_event(Event::Struck { parcel });
		Ok(tiles)
	}

	/// Changes the footprint of a territory, and with it the total.
	pub(crate) fn count(territory: TerritoryId, change: impl Fn(&mut Footprint)) {
		let known = Territories::<T>::mutate_extant(territory, |record| {
			change(&mut record.footprint);
			Some(())
		});
		if known.is_none() {
			defensive!("a parcel belongs to a territory (I6)");
			return;
		}
		Total::<T>::mutate(change);
	}
}

impl<T: Config> Titles<T::AccountId> for Pallet<T> {
	fn holder(parcel: ParcelId) -> Option<T::AccountId> {
		Parcels::<T>::get(parcel)?.title.holder().cloned()
	}

	fn assignee(parcel: ParcelId) -> Option<T::AccountId> {
		match Parcels::<T>::get(parcel)?.title {
			Title::Assigned(assignee) => Some(assignee),
			Title::Common | Title::Held(_) => None,
		}
	}

	fn territory(parcel: ParcelId) -> Option<TerritoryId> {
		Parcels::<T>::get(parcel).map(|parcel| parcel.territory)
	}

	fn pass(parcel: ParcelId, new: Option<T::AccountId>) -> DispatchResult {
		let mut record = Self::find_parcel(parcel)?;
		let title = new.clone().map_or(Title::Common, Title::Held);
		if record.title == title {
			return Ok(());
		}
		let old = record.title.holder().cloned();
		if let Some(old) = &old {
			Holdings::<T>::remove(old, parcel);
		}
		if let Some(new) = &new {
			Holdings::<T>::insert(new, parcel, ());
		}
		record.title = title;
		Parcels::<T>::insert(parcel, record);
		Self::deposit_event(Event::TitlePassed { parcel, old, new });
		Ok(())
	}

	fn revalued(parcel: ParcelId, old: u128, new: u128) {
		let Some(mut record) = Parcels::<T>::get(parcel) else {
			defensive!("only parcels that there are have a valuation");
			return;
		};
		// What is counted is what is written down, so the sum is right whatever the caller believes.
		if record.valuation != old.min(MAX_VALUATION) {
			defensive!("a valuation was changed without a word");
		}
		let old = record.valuation;
		// Clamping is the rule: the sum must fit the figure.
		let new = new.min(MAX_VALUATION);
		record.valuation = new;
		let territory = record.territory;
		Parcels::<T>::insert(parcel, record);
		Self::count(territory, |footprint| {
			footprint.valuation = footprint.valuation.saturating_sub(old).saturating_add(new);
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_parcel(holder: Option<T::AccountId>) -> ParcelId {
		let parcel = crate::benchmarking::parcel::<T>(holder.clone());
		if holder.is_some() {
			let passed = Self::pass(parcel, holder);
			assert!(passed.is_ok(), "the parcel is there");
		}
		parcel
	}
}

impl<T: Config> Neighbourhood for Pallet<T> {
	fn is_near(parcel: ParcelId, cell: CellId) -> Option<bool> {
		let place = Cell::from_id(Parcels::<T>::get(parcel)?.cell)?;
		Some(Cell::from_id(cell).is_some_and(|cell| cell.meets_neighbourhood(place)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_neighbours() -> (ParcelId, CellId) {
		let parcel = <Self as Titles<T::AccountId>>::ensure_parcel(None);
		let cell = Parcels::<T>::get(parcel).map_or(0, |record| record.cell);
		(parcel, cell)
	}
}

impl<T: Config> Footprints for Pallet<T> {
	fn total() -> Footprint {
		Total::<T>::get()
	}
}
