//! The register: territories, parcels and titles.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{grid::Cell, *};
use civitas_primitives::{Neighbourhood, Titles};
use frame_support::defensive;
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	/// Opens the territories that the state begins with.
	pub(crate) fn found(genesis: &GenesisConfig<T>) -> DispatchResult {
		for first in &genesis.territories {
			let name = Name::try_from(first.name.as_bytes().to_vec()).map_err(|_| Error::<T>::InvalidName)?;
			let host = Country::try_from(first.host.as_bytes()).map_err(|_| Error::<T>::InvalidCountry)?;
			Self::do_open_territory(name, host, first.registrar.clone(), first.parcel_limit)?;
		}
		Ok(())
	}

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
			tally: Tally::default(),
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

	/// The block so many blocks after `from`. Clamping at the last block number there is means: never.
	pub(crate) fn later(from: BlockNumberFor<T>, blocks: BlockNumberFor<T>) -> BlockNumberFor<T> {
		from.saturating_add(blocks)
	}

	/// Whether anybody lives on a parcel, dormant people included.
	pub(crate) fn is_inhabited(parcel: ParcelId) -> bool {
		Inhabitants::<T>::iter_key_prefix(parcel).next().is_some()
	}

	/// Takes the tiles of a survey for the parcel `id`. Returns the finest cell that it lies in.
	pub(crate) fn cover(id: ParcelId, survey: &Survey) -> Result<Cell, DispatchError> {
		ensure!(survey.tiles() <= MAX_TILES, Error::<T>::TooManyTiles);
		let place = survey.reference.cell(0).ok_or(Error::<T>::OffTheGrid)?;
		ensure!(!survey.shape.is_empty(), Error::<T>::NoTiles);
		let mut most = 0u32;
		for rectangle in &survey.shape {
			ensure!(rectangle.is_on_grid(), Error::<T>::OffTheGrid);
			for tile in rectangle.tiles() {
				ensure!(tile.cell(0).touches(place), Error::<T>::TooFarApart);
				ensure!(!Tiles::<T>::contains_key(tile, survey.unit), Error::<T>::TileTaken);
				Tiles::<T>::insert(tile, survey.unit, id);
				most = most.saturating_add(tile.most_area());
			}
		}
		let under = survey.reference.tile().and_then(|tile| Tiles::<T>::get(tile, survey.unit));
		ensure!(under == Some(id), Error::<T>::ReferenceOutside);
		ensure!(0 < survey.area && survey.area <= most, Error::<T>::InvalidArea);
		Shapes::<T>::insert(id, &survey.shape);
		Ok(place)
	}

	/// Gives the tiles of a parcel up.
	pub(crate) fn uncover(id: ParcelId, unit: Unit) {
		for tile in Shapes::<T>::take(id).iter().flat_map(|rectangle| rectangle.tiles()) {
			Tiles::<T>::remove(tile, unit);
		}
	}

	/// Enters a parcel, whoever asks for it.
	pub(crate) fn enter(
		territory: TerritoryId,
		survey: Survey,
		title: TitleOf<T>,
	) -> Result<ParcelId, DispatchError> {
		let id = NextParcelId::<T>::get();
		NextParcelId::<T>::put(id.checked_add(1).ok_or(Error::<T>::TooManyParcels)?);
		let cell = Self::cover(id, &survey)?.id();
		let parcel = Parcel {
			territory,
			title: title.clone(),
			since: frame_system::Pallet::<T>::block_number(),
			reference: survey.reference,
			cell,
			unit: survey.unit,
			area: survey.area,
			title_hash: survey.title_hash,
			valuation: 0,
			residents: Residents::default(),
		};
		Locations::<T>::insert(cell, id, ());
		Registers::<T>::insert(territory, id, ());
		Self::index(id, &title);
		Self::include(&parcel);
		Parcels::<T>::insert(id, parcel);
		Self::deposit_event(Event::Registered { parcel: id, territory, cell, survey, title });
		Ok(id)
	}

	/// Removes a parcel where nobody lives. Its number is never used again.
	pub(crate) fn remove(id: ParcelId) -> DispatchResult {
		ensure!(!Self::is_inhabited(id), Error::<T>::StillInhabited);
		let record = Parcels::<T>::take(id).ok_or(Error::<T>::UnknownParcel)?;
		Self::uncover(id, record.unit);
		Locations::<T>::remove(record.cell, id);
		Registers::<T>::remove(record.territory, id);
		Descriptions::<T>::remove(id);
		Self::unindex(id, &record.title);
		Self::exclude(&record);
		Ok(())
	}

	/// Lists a parcel under its holder or assignee.
	fn index(id: ParcelId, title: &TitleOf<T>) {
		match title {
			Title::Held(holder) => Holdings::<T>::insert(holder, id, ()),
			Title::Assigned(assignee) => Assignments::<T>::insert(assignee, id, ()),
			Title::Common | Title::Public | Title::Filed => {}
		}
	}

	fn unindex(id: ParcelId, title: &TitleOf<T>) {
		match title {
			Title::Held(holder) => Holdings::<T>::remove(holder, id),
			Title::Assigned(assignee) => Assignments::<T>::remove(assignee, id),
			Title::Common | Title::Public | Title::Filed => {}
		}
	}

	/// Writes another title.
	pub(crate) fn entitle(id: ParcelId, mut record: ParcelOf<T>, title: TitleOf<T>) {
		let old = core::mem::replace(&mut record.title, title);
		record.since = frame_system::Pallet::<T>::block_number();
		Self::unindex(id, &old);
		Self::index(id, &record.title);
		Self::recount(&record, &old);
		Parcels::<T>::insert(id, record);
	}

	pub(crate) fn do_describe(who: T::AccountId, parcel: ParcelId, new: Description) -> DispatchResult {
		Self::ensure_registrar(&who, Self::find_parcel(parcel)?.territory)?;
		ensure!(core::str::from_utf8(&new.name).is_ok(), Error::<T>::InvalidName);
		let old = Descriptions::<T>::get(parcel);
		if old == new {
			return Ok(());
		}
		Descriptions::<T>::insert(parcel, &new);
		Self::deposit_event(Event::Described { parcel, old, new });
		Ok(())
	}
}

impl<T: Config> Titles<T::AccountId> for Pallet<T> {
	fn holder(parcel: ParcelId) -> Option<T::AccountId> {
		Parcels::<T>::get(parcel)?.title.holder().cloned()
	}

	fn assignee(parcel: ParcelId) -> Option<T::AccountId> {
		Parcels::<T>::get(parcel)?.title.assignee().cloned()
	}

	fn territory(parcel: ParcelId) -> Option<TerritoryId> {
		Parcels::<T>::get(parcel).map(|parcel| parcel.territory)
	}

	fn pass(parcel: ParcelId, new: Option<T::AccountId>) -> DispatchResult {
		let record = Self::find_parcel(parcel)?;
		let title = new.clone().map_or(Title::Common, Title::Held);
		if record.title == title {
			return Ok(());
		}
		ensure!(!matches!(record.title, Title::Public | Title::Filed), Error::<T>::NotForSale);
		let old = record.title.holder().cloned();
		Self::end_filing(parcel, FilingEnd::Overtaken)?;
		Self::entitle(parcel, record, title);
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
		let (territory, cell) = (record.territory, record.cell);
		Parcels::<T>::insert(parcel, record);
		Self::count(territory, cell, |tally| {
			tally.valuation = tally.valuation.saturating_sub(old).saturating_add(new);
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_parcel(holder: Option<T::AccountId>) -> ParcelId {
		let title = holder.clone().map_or(Title::Common, Title::Assigned);
		let parcel = crate::benchmarking::parcel::<T>(title);
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
		let Some(cell) = Cell::from_id(cell) else { return Some(false) };
		if cell.scale() == 0 {
			return Some(cell.touches(place));
		}
		// The members of a coarser cell's rings live where too few do for a ring. Nobody knows in which of those cells; so
		// they vote about what is near one of them, and not about a town that the coarser cell reaches.
		let sits_there = |near: Cell| {
			near.at_scale(cell.scale()) == Some(cell) && T::Precincts::seated(near.id()) == Some(cell.id())
		};
		Some(place.neighbourhood().any(sits_there))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_neighbours() -> (ParcelId, CellId) {
		// The dearest case: the last of the nine cells sits with the coarsest one.
		let parcel = <Self as Titles<T::AccountId>>::ensure_parcel(None);
		let place = Parcels::<T>::get(parcel).and_then(|record| Cell::from_id(record.cell));
		let last = place.and_then(|cell| cell.neighbourhood().last());
		let coarsest = last.and_then(|cell| cell.at_scale(grid::SCALES.saturating_sub(1)));
		match (last, coarsest) {
			(Some(last), Some(coarsest)) => {
				T::Precincts::seat(last.id(), coarsest.id());
				(parcel, coarsest.id())
			}
			_ => (parcel, 0),
		}
	}
}
