//! The census: how many people there are, counted from the state and recorded for ever.
//!
//! # Overview
//!
//! Once a season each citizen says "I am here", with one free signed call. Whoever did so in this or the last
//! season, or was admitted in one of them, counts as active. Whoever did not is dormant: not counted, and back
//! with the next attestation. When a season is over, its record is written and never changed again. The record
//! also decides how far power has moved outward: the [`Tier`] only ever rises.
//!
//! # Life cycle
//!
//! 1. An admission counts as the attestation of its season.
//! 2. [`Pallet::attest`], once a season.
//! 3. When the season turns, its [`CensusRecord`] is written, and the tier rises if the record says so.
//!
//! # Terms
//!
//! - *Active*: in full standing, and attested in this or the last season. *Dormant*: in full standing, not active.
//! - *Presence*: how many active citizens attested last in this season, and how many in the one before. Both are
//!   kept as people come and go, so that no block ever loops over citizens.
//! - *Evidence*: how a figure is known, see [`civitas_primitives::Evidence`].
//!
//! # Invariants
//!
//! - **I1** Presence equals a recount over all citizens.
//! - **I2** Each citizen, and nobody else, has a last attestation, and none lies in the future.
//! - **I3** Each season that is over has a record; no other season has one.
//! - **I4** The tier is the highest that genesis or a record's active citizens have reached.
//! - **I5** Those admitted less those who left, over all records and this season, are the citizens of today.

#![cfg_attr(not(feature = "std"), no_std)]

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
#[cfg(test)]
mod mock;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

use civitas_primitives::{
	Calendar, CharterRef, CitizenId, Citizenry, OnAttendance, SeasonIndex, Tier, TierThresholds,
};
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;

/// A season's record.
pub type CensusRecordOf<T> = CensusRecord<BlockNumberFor<T>>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// The charter in force.
		type Charter: Get<CharterRef>;

		/// Who else learns of attestations. An admission is known to them by itself.
		type OnAttendance: OnAttendance;

		/// What the call and the hook weigh.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The season in which each citizen was last here. Lives and ends with the citizenship.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type LastAttested<T: Config> = StorageMap<_, Twox64Concat, CitizenId, SeasonIndex>;

	/// How many citizens are active.
	#[pallet::storage]
	pub type Present<T: Config> = StorageValue<_, Presence, ValueQuery>;

	/// How many citizens have come and gone in the current season.
	#[pallet::storage]
	pub type Moved<T: Config> = StorageValue<_, Movements, ValueQuery>;

	/// The record of each season that is over. Written once and kept for ever; one a season.
	// Seasons are numbered by the chain.
	#[pallet::storage]
	pub type Records<T: Config> = StorageMap<_, Twox64Concat, SeasonIndex, CensusRecordOf<T>>;

	/// The tier reached. It only ever rises.
	#[pallet::storage]
	pub type ReachedTier<T: Config> = StorageValue<_, Tier, ValueQuery>;

	/// How many active citizens each tier needs. Set at genesis.
	#[pallet::storage]
	pub type Thresholds<T: Config> = StorageValue<_, TierThresholds, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The tier to begin with: `Community` for a state without a founder.
		pub tier: Tier,
		/// How many active citizens each tier needs, rising.
		pub thresholds: TierThresholds,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.thresholds.is_rising(), "each tier must need more citizens than the one before");
			ReachedTier::<T>::put(self.tier);
			Thresholds::<T>::put(self.thresholds);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A citizen is here.
		Attested {
			/// Which citizen.
			citizen: CitizenId,
			/// In which season.
			season: SeasonIndex,
		},
		/// A season is over, and its record is written.
		CensusTaken {
			/// Which season.
			season: SeasonIndex,
			/// How many citizens there are.
			citizens: u32,
			/// How many of them are active.
			active: u32,
		},
		/// Power has moved outward, for good.
		TierReached {
			/// The tier reached.
			tier: Tier,
			/// The season whose record reached it.
			season: SeasonIndex,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a citizen's.
		NotCitizen,
		/// This citizen is suspended and cannot be counted.
		NotActive,
		/// You have attested this season already. Once is enough.
		AlreadyAttested,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Says "I am here" for this season. Any citizen in full standing may, once a season, free of charge.
		///
		/// Emits `Attested`. Refused with `AlreadyAttested` the second time, and in the season of one's admission,
		/// which counts by itself.
		#[pallet::call_index(0)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| Pallet::<T>::check_attestation(&who).is_ok())
		})]
		pub fn attest(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest(who)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The record of a season that is over.
		pub fn record(season: SeasonIndex) -> Option<CensusRecordOf<T>> {
			Records::<T>::get(season)
		}

		/// What this season's record would say if the season ended now.
		pub fn preview() -> CensusRecordOf<T> {
			Self::take()
		}

		/// How far power has moved outward.
		pub fn tier() -> Tier {
			ReachedTier::<T>::get()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
