//! What citizens say that they earn.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::Context;
use frame_support::{defensive, weights::WeightMeter};

/// The most declarations that one block forgets.
pub const FORGOTTEN_PER_BLOCK: u32 = 256;

impl<T: Config> Pallet<T> {
	/// That `who` can declare `band` now. Returns the season, the alias and what it has declared before.
	fn check_declaration(
		who: &T::AccountId,
		band: u8,
	) -> Result<(SeasonIndex, Alias, Option<Declaration>), DispatchError> {
		let alias = T::Ballots::alias_of(who, Context::Nation).ok_or(Error::<T>::NotEnrolled)?;
		ensure!(usize::from(band) < INCOME_BANDS, Error::<T>::UnknownBand);
		let season = T::Calendar::season().index;
		let before = Declarations::<T>::get(season, alias);
		ensure!(before.map(|declared| declared.band) != Some(band), Error::<T>::AlreadyDeclared);
		Ok((season, alias, before))
	}

	pub(crate) fn is_free_declaration(who: &T::AccountId, band: u8) -> bool {
		Self::check_declaration(who, band).is_ok_and(|(_, _, before)| {
			before.map_or(0, |declared| declared.acts) < T::FreeDeclarations::get()
		})
	}

	pub(crate) fn do_declare_income(who: T::AccountId, band: u8) -> DispatchResult {
		let (season, alias, before) = Self::check_declaration(&who, band)?;
		let old = before.map(|declared| declared.band);
		let mut counts = Incomes::<T>::get().counts_in(season);
		if let Some(old) = old {
			match counts.get_mut(usize::from(old)) {
				// It was counted once (I6).
				Some(count) => *count = count.saturating_sub(1),
				None => {
					defensive!("a band declared is one that there is");
				}
			}
		}
		if let Some(count) = counts.get_mut(usize::from(band)) {
			// Aliases are fewer than citizens' ids, which fit the type.
			*count = count.saturating_add(1);
		}
		Incomes::<T>::put(Histogram { season, counts });
		// Clamping is the rule: whoever pays may change their mind without limit.
		let acts = before.map_or(0, |declared| declared.acts).saturating_add(1);
		Declarations::<T>::insert(season, alias, Declaration { band, acts });
		Self::deposit_event(Event::IncomeDeclared { season, alias, old, new: band });
		Ok(())
	}

	/// The least that incomes in these bands add up to.
	pub(crate) fn least_income(incomes: &ByBand<u32>) -> u128 {
		let floors = T::IncomeFloors::get();
		incomes.iter().zip(floors).fold(0u128, |sum, (count, floor)| {
			// Sixteen products of 32 and 64 bits fit 128.
			sum.saturating_add(u128::from(*count).saturating_mul(floor.into()))
		})
	}

	/// Forgets declarations of seasons that are over, as far as `limit` and a constant allow. Returns the weight used.
	///
	/// One iterator goes through all that a block removes: a new one would pass over what is removed already.
	pub(crate) fn forget(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		if meter.try_consume(T::WeightInfo::forget_nothing()).is_err() {
			return meter.consumed();
		}
		let now = T::Calendar::season().index;
		let mut left = FORGOTTEN_PER_BLOCK;
		let mut has_room = || match left.checked_sub(1) {
			Some(less) if meter.try_consume(T::WeightInfo::forget_income()).is_ok() => {
				left = less;
				true
			}
			_ => false,
		};
		'seasons: loop {
			let season = ForgottenBefore::<T>::get();
			if season >= now {
				break;
			}
			for alias in Declarations::<T>::iter_key_prefix(season) {
				if !has_room() {
					break 'seasons;
				}
				Declarations::<T>::remove(season, alias);
			}
			if !has_room() {
				break;
			}
			ForgottenBefore::<T>::put(season.saturating_add(1));
		}
		meter.consumed()
	}
}
