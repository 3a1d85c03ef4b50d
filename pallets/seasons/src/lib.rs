//! The civic calendar.
//!
//! # Overview
//!
//! Public life turns with the seasons: the census is taken, the roll is sealed and quotas start anew. A season
//! lasts as many blocks as the charter says, counted from genesis. Seasons are numbered from zero, one after the
//! other, and none is ever skipped.
//!
//! # Life cycle
//!
//! 1. In the first block of a season, before its transactions, [`Config::OnSeason`] is told.
//! 2. Everything else reads the season through [`Calendar`].
//!
//! # Terms
//!
//! - *Season*: its number and its first block.
//! - *Turn*: the first block of a season.
//!
//! # Invariants
//!
//! - **I1** The current season has begun, and is not over.

#![cfg_attr(not(feature = "std"), no_std)]

pub use pallet::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
pub mod runtime_api;
#[cfg(test)]
mod tests;
pub mod weights;

use civitas_primitives::{Calendar, OnSeason, Season, SeasonIndex};
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;
use runtime_api::SeasonInfo;
use sp_runtime::traits::{One, Saturating};

/// The calendar of the state. Each season has the same number of blocks.
///
/// The census, the roll of voters and many limits are kept by season.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// How many blocks a season lasts. A change applies to the season that is under way. At least one.
		type SeasonLength: Get<BlockNumberFor<Self>>;

		/// Who acts when a season turns.
		type OnSeason: OnSeason;

		/// What the hook weighs.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The season that the chain is in. Written once a season.
	#[pallet::storage]
	pub type Current<T: Config> = StorageValue<_, Season<BlockNumberFor<T>>, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A season has begun.
		SeasonTurned {
			/// The season that has begun.
			season: SeasonIndex,
		},
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(now: BlockNumberFor<T>) -> Weight {
			if now < Self::ends() {
				return T::WeightInfo::on_initialize();
			}
			let season = Self::begin(now);
			T::WeightInfo::turn().saturating_add(T::OnSeason::turn(season))
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The current season: its number, its first block, and the first block of the next.
		pub fn current() -> SeasonInfo<BlockNumberFor<T>> {
			let Season { index, start } = Current::<T>::get();
			SeasonInfo { index, start, ends: Self::ends() }
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The first block of the next season, as the charter stands.
	fn ends() -> BlockNumberFor<T> {
		// Clamping at the last block number there is means: never.
		Current::<T>::get().start.saturating_add(Self::season_length())
	}

	/// Begins the next season in block `now`.
	pub(crate) fn begin(now: BlockNumberFor<T>) -> SeasonIndex {
		let season = Current::<T>::mutate(|season| {
			// 2^32 seasons of ten blocks outlast the block numbers.
			*season = Season { index: season.index.saturating_add(1), start: now };
			season.index
		});
		Self::deposit_event(Event::SeasonTurned { season });
		season
	}

	/// Checks every invariant of the module's documentation.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(Current::<T>::get().start <= now, "I1: the current season has not begun");
		ensure!(now < Self::ends(), "I1: the current season is over");
		Ok(())
	}
}

impl<T: Config> Calendar for Pallet<T> {
	type BlockNumber = BlockNumberFor<T>;

	fn season() -> Season<BlockNumberFor<T>> {
		Current::<T>::get()
	}

	fn season_length() -> BlockNumberFor<T> {
		T::SeasonLength::get().max(One::one())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex) {
		Current::<T>::put(Season { index, start: frame_system::Pallet::<T>::block_number() });
	}
}
