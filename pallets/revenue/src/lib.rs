//! What land yields is shared between all citizens, the treasury, and the territory that it lies in.
//!
//! # Overview
//!
//! Charges and the prices of common land arrive here as money on its way. A part goes to the dividend, a part to the
//! treasury, and the rest to the purse of the territory, so that roads are paid for where the land is.
//!
//! # Life cycle
//!
//! 1. [`Revenue::collect`]: money arrives, and is split at once.
//! 2. [`Pallet::spend`]: whoever the charter names spends from a territory's purse.
//!
//! # Terms
//!
//! - *Purse*: what a territory has for itself. All purses lie on the pallet's account.
//!
//! # How the parts sum to the whole
//!
//! The dividend's and the treasury's parts are rounded down, and the purse takes what is left. A treasury's part that is
//! too small for an account to exist with waits on the pallet's account until it is large enough.
//!
//! # Invariants
//!
//! - **I1** The pallet's account has what is in the purses and what waits for the treasury.
//! - **I2** All that was ever collected is the sum of the dividend's, the treasury's and the purses' parts.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

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
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

use civitas_primitives::{Revenue, TerritoryId};
use frame_support::{
	pallet_prelude::*,
	traits::{
		fungible::{Balanced, Credit, Inspect, Mutate},
		EnsureOriginWithArg, OnUnbalanced,
	},
	PalletId,
};
use frame_system::pallet_prelude::*;
use sp_runtime::{traits::AccountIdConversion, Perquintill};

/// An amount of money.
pub type Balance = u128;
/// Money on its way.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

/// The money that land yields, shared between all citizens, the treasury and the territory where the land lies.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ Mutate<Self::AccountId>
			+ Balanced<Self::AccountId>;

		/// Takes the citizens' part.
		type Dividend: OnUnbalanced<CreditOf<Self>>;

		/// Takes the treasury's part.
		type Treasury: OnUnbalanced<CreditOf<Self>>;

		/// Who spends from a territory's purse.
		type PurseOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, TerritoryId>;

		/// The citizens' part.
		type DividendPart: Get<Perquintill>;

		/// The treasury's part. Clamped to what the citizens' part leaves.
		type TreasuryPart: Get<Perquintill>;

		/// Names the account that keeps the purses.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// What the call and the hook weigh.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What is in each territory's purse. One for each territory, which the charter opens.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Purses<T: Config> = StorageMap<_, Twox64Concat, TerritoryId, Balance, ValueQuery>;

	/// The treasury's part that waits until an account can exist with it.
	#[pallet::storage]
	pub type Waiting<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// All that was ever collected, and to whom it went.
	#[pallet::storage]
	pub type Collected<T: Config> = StorageValue<_, Totals, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::found().expect("a new account can take the least there is; qed");
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Land has yielded something.
		Split {
			/// In which territory.
			territory: TerritoryId,
			/// How much.
			total: Balance,
			/// The citizens' part.
			dividend: Balance,
			/// The treasury's part.
			treasury: Balance,
			/// The territory's part: the rest.
			purse: Balance,
		},
		/// A territory has spent something.
		Spent {
			/// Which territory.
			territory: TerritoryId,
			/// For whom.
			beneficiary: T::AccountId,
			/// How much.
			amount: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is not that much in the purse.
		PurseTooLow,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Spends from a territory's purse. Whoever the charter names for it may.
		///
		/// - `territory`: the id of the territory.
		/// - `beneficiary`: the account that gets the money.
		/// - `amount`: the money to pay, in units of 1e-12 CIV.
		///
		/// Emits `Spent`. Refused with `PurseTooLow`.
		#[pallet::call_index(0)]
		pub fn spend(
			origin: OriginFor<T>,
			territory: TerritoryId,
			beneficiary: T::AccountId,
			amount: Balance,
		) -> DispatchResult {
			T::PurseOrigin::ensure_origin(origin, &territory)?;
			Self::do_spend(territory, beneficiary, amount)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What is in a territory's purse.
		pub fn purse(territory: TerritoryId) -> Balance {
			Purses::<T>::get(territory)
		}

		/// All that was ever collected, and to whom it went.
		pub fn totals() -> Totals {
			Collected::<T>::get()
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
