// SPDX-License-Identifier: Apache-2.0
//! How much land there is of each kind: by territory, by cell at each scale, and in all.
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
use civitas_primitives::{Extent, Footprints, SeasonIndex};
use frame_support::defensive;
use sp_core::U256;
use sp_runtime::traits::{Saturating, UniqueSaturatedInto};

/// Both together.
fn add(extent: &mut Extent, other: Extent) {
	// Parcels' ids fit the type, so their number does, and 2^32 areas of 32 bits fit 64.
	extent.parcels = extent.parcels.saturating_add(other.parcels);
	extent.area = extent.area.saturating_add(other.area);
	extent.floor = extent.floor.saturating_add(other.floor);
}

/// Without the other.
fn subtract(extent: &mut Extent, other: Extent) {
	// What was counted once is taken away once (I4). So it is with all figures here.
	extent.parcels = extent.parcels.saturating_sub(other.parcels);
	extent.area = extent.area.saturating_sub(other.area);
	extent.floor = extent.floor.saturating_sub(other.floor);
}

impl<T: Config> Pallet<T> {
	/// The season under way.
	pub(crate) fn season() -> SeasonIndex {
		T::Calendar::season().index
	}

	/// Changes every tally that counts what lies in `cell` of `territory`.
	pub(crate) fn count(territory: TerritoryId, cell: CellId, change: impl Fn(&mut Tally)) {
		let known = Territories::<T>::mutate_extant(territory, |record| {
			change(&mut record.tally);
			Some(())
		});
		if known.is_none() {
			defensive!("a parcel belongs to a territory (I6)");
			return;
		}
		Total::<T>::mutate(|total| {
			let old = total.valuation;
			change(total);
			if total.valuation != old {
				Self::meter(old);
			}
		});
		let Some(finest) = Cell::from_id(cell) else {
			defensive!("a parcel lies in a cell (I2)");
			return;
		};
		for cell in (0..SCALES).filter_map(|scale| finest.at_scale(scale)) {
			CellTallies::<T>::mutate_exists(cell.id(), |entry| {
				let mut tally = entry.unwrap_or_default();
				change(&mut tally);
				*entry = (tally.parcels() > 0).then_some(tally);
			});
		}
	}

	/// Counts a parcel, with its valuation and its residents.
	pub(crate) fn include(record: &ParcelOf<T>) {
		let season = Self::season();
		Self::count(record.territory, record.cell, |tally| {
			add(tally.of(&record.title), record.extent());
			tally.valuation = tally.valuation.saturating_add(record.valuation);
			tally.residents = tally.residents.plus(record.residents, season);
		});
	}

	/// Stops counting a parcel.
	pub(crate) fn exclude(record: &ParcelOf<T>) {
		let season = Self::season();
		Self::count(record.territory, record.cell, |tally| {
			subtract(tally.of(&record.title), record.extent());
			tally.valuation = tally.valuation.saturating_sub(record.valuation);
			tally.residents = tally.residents.minus(record.residents, season);
		});
	}

	/// Counts a parcel under another title than before.
	pub(crate) fn recount(record: &ParcelOf<T>, old: &TitleOf<T>) {
		Self::count(record.territory, record.cell, |tally| {
			subtract(tally.of(old), record.extent());
			add(tally.of(&record.title), record.extent());
		});
	}

	/// Changes who lives on a parcel, for all who count them.
	pub(crate) fn recount_residents(parcel: ParcelId, change: impl Fn(&mut Residents)) {
		let place = Parcels::<T>::mutate_extant(parcel, |record| {
			change(&mut record.residents);
			Some((record.territory, record.cell))
		});
		let Some((territory, cell)) = place else {
			defensive!("a residence is on a parcel (I5)");
			return;
		};
		Self::count(territory, cell, |tally| change(&mut tally.residents));
	}

	/// Adds the blocks since the last change, in which the total valuation was `value`.
	fn meter(value: u128) {
		let now = frame_system::Pallet::<T>::block_number();
		Valued::<T>::mutate(|meter| {
			let blocks: u128 = now.saturating_sub(meter.since).unique_saturated_into();
			// 2^128 times 2^128 fits; a season of blocks adds no more than that.
			meter.sum = meter.sum.saturating_add(U256::from(value).saturating_mul(blocks.into()));
			meter.since = now;
		});
	}
}

impl<T: Config> Footprints for Pallet<T> {
	fn total() -> Footprint {
		Total::<T>::get().footprint(Self::season())
	}

	fn mean_valuation() -> u128 {
		let now = frame_system::Pallet::<T>::block_number();
		let value = Total::<T>::get().valuation;
		let ValueMeter { sum, began, since } = Valued::<T>::get();
		let last: u128 = now.saturating_sub(since).unique_saturated_into();
		let all: u128 = now.saturating_sub(began).unique_saturated_into();
		let sum = sum.saturating_add(U256::from(value).saturating_mul(last.into()));
		// In the season's first block nothing has lasted yet.
		sum.checked_div(all.into()).and_then(|mean| mean.try_into().ok()).unwrap_or(value)
	}

	fn turned() {
		let now = frame_system::Pallet::<T>::block_number();
		Valued::<T>::put(ValueMeter { sum: U256::zero(), began: now, since: now });
	}
}
