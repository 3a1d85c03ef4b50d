//! The census: how many people there are, counted from the state and recorded for ever.
//!
//! # Overview
//!
//! Once a season each citizen says "I am here", with one free signed call. Whoever did so in this or the last
//! season, or was admitted in one of them, counts as active. Whoever did not is dormant: not counted, and back
//! with the next attestation. When a season is over, its record is written and never changed again. The record
//! also decides how far power has moved outward: the [`Tier`] only ever rises.
//!
//! The record also says how much land there is, how many live on it, what the treasury owns, and what citizens say
//! that they earn: once a season each may name a band of income, in secret. Only their ballot account's alias is seen,
//! which nobody can link to a person.
//!
//! # Life cycle
//!
//! 1. An admission counts as the attestation of its season.
//! 2. [`Pallet::attest`], once a season.
//! 3. [`Pallet::declare_income`], by ballot account, as often as one changes one's mind within the season.
//! 4. When the season turns, its [`CensusRecord`] is written, and the tier rises if the record says so.
//!    Declarations of seasons that are over are forgotten, a few in each block that has time for it.
//!
//! # Terms
//!
//! - *Active*: in full standing, and attested in this or the last season. *Dormant*: in full standing, not active.
//! - *Presence*: how many active citizens attested last in this season, and how many in the one before. Both are
//!   kept as people come and go, so that no block ever loops over citizens.
//! - *Band*: a range of yearly income, from its own floor up to the next band's. The sum of all floors is the least that
//!   all declared incomes add up to.
//! - *Evidence*: how a figure is known, see [`civitas_primitives::Evidence`].
//!
//! # Honest limits
//!
//! A declaration is linkable to whatever else its alias does in the nation's context that season, votes included, as
//! these are to each other; not to the person, nor to another season. Nobody checks what is declared.
//!
//! # Invariants
//!
//! - **I1** Presence equals a recount over all citizens.
//! - **I2** Each citizen, and nobody else, has a last attestation, and none lies in the future.
//! - **I3** Each season that is over has a record; no other season has one.
//! - **I4** The tier is the highest that genesis or a record's active citizens have reached.
//! - **I5** Those admitted less those who left, over all records and this season, are the citizens of today.
//! - **I6** The histogram counts each declaration of its season once, in its band.
//! - **I7** No declaration is of a season that is forgotten or has not begun.

#![cfg_attr(not(feature = "std"), no_std)]

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
mod incomes;
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
	Alias, Ballots, Calendar, CharterRef, CitizenId, Citizenry, Footprints, OnAttendance, SeasonIndex, Tier,
	TierThresholds,
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

		/// How much land there is, and how many live on it.
		type Footprints: Footprints;

		/// What the treasury owns.
		type Treasury: Get<u128>;

		/// What ballot accounts speak for.
		type Ballots: Ballots<Self::AccountId>;

		/// The least yearly income of each band, rising from nothing. The charter says in which currency.
		#[pallet::constant]
		type IncomeFloors: Get<ByBand<u64>>;

		/// How many declarations of income an alias may make in a season free of charge.
		type FreeDeclarations: Get<u32>;

		/// What the calls and the hooks weigh.
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

	/// What each alias has declared in each season. Removed after the season, in bounded steps.
	// Seasons are numbered by the chain; aliases come out of a hash.
	#[pallet::storage]
	pub type Declarations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SeasonIndex, Twox64Concat, Alias, Declaration>;

	/// How many have declared an income in each band. Of one season at a time.
	#[pallet::storage]
	pub type Incomes<T: Config> = StorageValue<_, Histogram, ValueQuery>;

	/// The first season whose declarations have not been forgotten.
	#[pallet::storage]
	pub type ForgottenBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

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
		/// Somebody has declared their income.
		IncomeDeclared {
			/// In which season.
			season: SeasonIndex,
			/// Their name in this season.
			alias: Alias,
			/// The band declared before.
			old: Option<u8>,
			/// The band declared now.
			new: u8,
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
		/// This account is not enrolled for acts of a citizen this season. Enrol a fresh one with a proof of the nation's
		/// ring.
		NotEnrolled,
		/// Bands of income are numbered from 0 to 15.
		UnknownBand,
		/// You have declared this band already.
		AlreadyDeclared,
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

		/// Declares, in secret, in which band one's yearly income lies. Any account enrolled this season for acts of a
		/// citizen may; a few times a season, free of charge.
		///
		/// A later declaration takes the place of the one before. The bands are those of the constant `IncomeFloors`.
		/// Emits `IncomeDeclared`. Refused with `NotEnrolled`, `UnknownBand`, or `AlreadyDeclared` if it changes nothing.
		#[pallet::call_index(1)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, band: &u8| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| Pallet::<T>::is_free_declaration(&who, *band))
		})]
		pub fn declare_income(origin: OriginFor<T>, band: u8) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_declare_income(who, band)
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
			Self::take(T::Calendar::season().index)
		}

		/// The band that an alias has declared this season.
		pub fn declared_income(alias: Alias) -> Option<u8> {
			Declarations::<T>::get(T::Calendar::season().index, alias).map(|declared| declared.band)
		}

		/// How far power has moved outward.
		pub fn tier() -> Tier {
			ReachedTier::<T>::get()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::forget(remaining)
		}

		fn integrity_test() {
			let floors = T::IncomeFloors::get();
			let rising = floors.iter().zip(floors.iter().skip(1)).all(|(floor, next)| floor < next);
			assert!(floors.first() == Some(&0) && rising, "bands of income rise from nothing");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
