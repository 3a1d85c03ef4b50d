// SPDX-License-Identifier: Apache-2.0
//! What citizens say that they earn.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{Ballot, Context, MembershipError};
use frame_support::{defensive, weights::WeightMeter};
use sp_runtime::traits::UniqueSaturatedInto;

/// The most declarations that one block forgets.
pub const FORGOTTEN_PER_BLOCK: u32 = 256;

/// The fewest declarations that a record shows in a band of its own.
pub const SMALLEST_BAND: u32 = 5;

/// What a proof of a declaration is made for.
const PURPOSE: &[u8] = b"civitas/census/income";

/// The pool's names for what it accepts once at a time.
const TAG: &str = "CivitasIncome";

impl<T: Config> From<MembershipError> for Error<T> {
	fn from(error: MembershipError) -> Self {
		match error {
			MembershipError::WrongSeason => Self::WrongSeason,
			MembershipError::NotSealed => Self::NotSealed,
			MembershipError::WrongContext | MembershipError::UnknownRing => Self::UnknownRing,
			MembershipError::NotBuilt => Self::NotBuilt,
			MembershipError::RingTooSmall => Self::RingTooSmall,
			MembershipError::NotRecent => Self::NotRecent,
			MembershipError::Malformed => Self::MalformedProof,
			MembershipError::Invalid => Self::InvalidProof,
			MembershipError::WrongAlias => Self::WrongAlias,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Checks all of a declaration but its proof. Returns what the alias has declared before.
	pub(crate) fn check_declaration(
		season: SeasonIndex,
		alias: Alias,
		band: u8,
		count: u32,
	) -> Result<Option<Declaration>, Error<T>> {
		ensure!(season == T::Calendar::season().index, Error::<T>::WrongSeason);
		ensure!(usize::from(band) < INCOME_BANDS, Error::<T>::UnknownBand);
		let before = Declarations::<T>::get(season, alias);
		ensure!(before.map(|declared| declared.band) != Some(band), Error::<T>::AlreadyDeclared);
		let acts = before.map_or(0, |declared| declared.acts);
		ensure!(acts < T::FreeDeclarations::get(), Error::<T>::TooManyDeclarations);
		ensure!(acts == count, Error::<T>::WrongCount);
		Ok(before)
	}

	/// Whether the pool and a block may take a declaration: the cheap checks first, the proof last. A newer one takes the
	/// place of an older one that waits.
	#[allow(clippy::borrowed_box, reason = "it is called with references to the call's arguments")]
	#[allow(clippy::too_many_arguments, reason = "they are the call's")]
	pub(crate) fn authorize_declare_income(
		_: TransactionSource,
		season: &SeasonIndex,
		ring: &RingId,
		band: &u8,
		alias: &Alias,
		count: &u32,
		at: &BlockNumberFor<T>,
		proof: &Box<RingProof>,
	) -> TransactionValidityWithRefund {
		let claim = Ballot { season: *season, context: Context::Income, ring: *ring, alias: *alias };
		Self::check_declaration(*season, *alias, *band, *count).map_err(Self::refusal)?;
		let said = (band, count).encode();
		T::Memberships::check(&claim, PURPOSE, &said, *at, proof)
			.map_err(|error| Self::refusal(error.into()))?;
		ValidTransaction::with_tag_prefix(TAG)
			.priority((*at).unique_saturated_into())
			.longevity(T::Memberships::lifetime(*at))
			.and_provides((season, alias))
			.propagate(true)
			.build()
			.map(|valid| (valid, Weight::zero()))
	}

	/// How the pool tells a caller which error stopped a transaction.
	pub(crate) fn refusal(error: Error<T>) -> TransactionValidityError {
		InvalidTransaction::Custom(error.encode().first().copied().unwrap_or(u8::MAX)).into()
	}

	/// Counts a declaration whose proof has been checked.
	pub(crate) fn do_declare_income(
		season: SeasonIndex,
		alias: Alias,
		band: u8,
		count: u32,
	) -> DispatchResult {
		let before = Self::check_declaration(season, alias, band, count)?;
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
		// The quota bounds it.
		Declarations::<T>::insert(season, alias, Declaration { band, acts: count.saturating_add(1) });
		Self::deposit_event(Event::IncomeDeclared { season, alias, old, new: band });
		Ok(())
	}

	/// The histogram as a record shows it: a band with fewer than [`SMALLEST_BAND`] is counted with the one below it. So
	/// each figure still says how many earn at least the band's floor and were not counted higher.
	pub(crate) fn published(incomes: &ByBand<u32>) -> ByBand<u32> {
		let mut published = ByBand::default();
		let mut carried = 0u32;
		for (band, (shown, count)) in published.iter_mut().zip(incomes).enumerate().rev() {
			let all = count.saturating_add(carried);
			if all >= SMALLEST_BAND || band == 0 {
				*shown = all;
				carried = 0;
			} else {
				carried = all;
			}
		}
		published
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
