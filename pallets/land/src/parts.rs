// SPDX-License-Identifier: Apache-2.0
//! Correcting, dividing and joining parcels.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::collections::BTreeSet;

/// The tiles of a shape.
fn tiles(shape: &Shape) -> impl Iterator<Item = Tile> + '_ {
	shape.iter().flat_map(|rectangle| rectangle.tiles())
}

impl<T: Config> Pallet<T> {
	/// That surveys cover the tiles of `shapes` and no others, and that their areas add up to `area`.
	fn check_surveys(surveys: &[Survey], shapes: &[Shape], area: u64, unit: Unit) -> DispatchResult {
		let count = surveys.iter().fold(0u32, |sum, survey| sum.saturating_add(survey.tiles()));
		ensure!(count <= MAX_TILES, Error::<T>::TooManyTiles);
		ensure!(surveys.iter().all(|survey| survey.unit == unit), Error::<T>::OtherUnit);
		let known = shapes.iter().flat_map(tiles).collect::<BTreeSet<_>>();
		let named = surveys.iter().flat_map(|survey| tiles(&survey.shape)).collect::<BTreeSet<_>>();
		// No tile is named twice, either.
		let is_whole = known == named && usize::try_from(count) == Ok(named.len());
		ensure!(is_whole, Error::<T>::OtherTiles);
		let sum = surveys.iter().fold(0u64, |sum, survey| sum.saturating_add(survey.area.into()));
		ensure!(sum == area, Error::<T>::OtherArea);
		Ok(())
	}

	/// What is for sale or not in effect is neither divided nor joined.
	fn ensure_settled(record: &ParcelOf<T>) -> DispatchResult {
		ensure!(!matches!(record.title, Title::Common | Title::Filed), Error::<T>::NotInEffect);
		Ok(())
	}

	pub(crate) fn check_division(parcel: ParcelId, record: &ParcelOf<T>, parts: &[Survey]) -> DispatchResult {
		Self::ensure_settled(record)?;
		ensure!(parts.len() > 1, Error::<T>::TooFewParts);
		Self::check_surveys(parts, &[Shapes::<T>::get(parcel)], record.area.into(), record.unit)
	}

	pub(crate) fn check_joining(
		parcel: ParcelId,
		record: &ParcelOf<T>,
		other: ParcelId,
		survey: &Survey,
	) -> DispatchResult {
		Self::ensure_settled(record)?;
		let partner = Self::find_parcel(other)?;
		let is_same = partner.territory == record.territory
			&& partner.title == record.title
			&& partner.unit == record.unit
			&& other != parcel;
		ensure!(is_same, Error::<T>::NotAlike);
		ensure!(!Filings::<T>::contains_key(other), Error::<T>::AlreadyFiled);
		ensure!(!Self::is_inhabited(other), Error::<T>::StillInhabited);
		let shapes = [Shapes::<T>::get(parcel), Shapes::<T>::get(other)];
		let area = u64::from(record.area).saturating_add(partner.area.into());
		Self::check_surveys(core::slice::from_ref(survey), &shapes, area, record.unit)
	}

	/// Writes another survey of a parcel.
	pub(crate) fn resurvey(parcel: ParcelId, survey: Survey) -> DispatchResult {
		let mut record = Self::find_parcel(parcel)?;
		Self::exclude(&record);
		Self::uncover(parcel, record.unit);
		let cell = Self::cover(parcel, &survey)?.id();
		if cell != record.cell {
			// The roll seats residents by their cell.
			ensure!(!Self::is_inhabited(parcel), Error::<T>::OtherCell);
			Locations::<T>::remove(record.cell, parcel);
			Locations::<T>::insert(cell, parcel, ());
		}
		record.cell = cell;
		record.reference = survey.reference;
		record.unit = survey.unit;
		record.area = survey.area;
		record.title_hash = survey.title_hash;
		Self::include(&record);
		Parcels::<T>::insert(parcel, record);
		Self::deposit_event(Event::Resurveyed { parcel, survey });
		Ok(())
	}

	/// Divides a parcel.
	pub(crate) fn divide(parcel: ParcelId, parts: Vec<Survey>) -> DispatchResult {
		let record = Self::find_parcel(parcel)?;
		let territory = Territories::<T>::get(record.territory).ok_or(Error::<T>::UnknownTerritory)?;
		let mut surveys = parts.into_iter();
		let first = surveys.next().ok_or(Error::<T>::TooFewParts)?;
		let room = territory.parcel_limit.saturating_sub(territory.tally.parcels());
		let more = u32::try_from(surveys.len()).unwrap_or(u32::MAX);
		ensure!(more <= room, Error::<T>::TooManyParcels);
		let mut parts = alloc::vec![(parcel, first.area)];
		Self::resurvey(parcel, first)?;
		for survey in surveys {
			let area = survey.area;
			parts.push((Self::enter(record.territory, survey, record.title.clone())?, area));
		}
		let ids = parts.iter().map(|(id, _)| *id).collect();
		Self::deposit_event(Event::Divided { parcel, parts: ids });
		match record.title {
			Title::Held(_) => T::OnParcel::divided(parcel, &parts),
			_ => Ok(()),
		}
	}

	/// Joins `other` to `parcel`.
	pub(crate) fn join(parcel: ParcelId, other: ParcelId, survey: Survey) -> DispatchResult {
		if Self::find_parcel(parcel)?.title.holder().is_some() {
			T::OnParcel::joined(parcel, other)?;
		}
		Self::remove(other)?;
		Self::deposit_event(Event::Joined { parcel, other });
		Self::resurvey(parcel, survey)
	}
}
