//! Every active citizen's equal share of what land yields.
//!
//! # Overview
//!
//! Land belongs to whoever pays for it; what they pay belongs to everybody. Half of it comes here. When a season is
//! over, all that has come in is shared equally between the citizens who were active in it, whether they own land or
//! nothing at all. Each claims their share whenever they like, free of charge.
//!
//! # Life cycle
//!
//! 1. Money arrives in the *pot*.
//! 2. A citizen attests their presence, or is admitted: that entitles them to a share of this season and of the next.
//!    A person who joins has no share in the season in which they join: shares start with the first full season.
//! 3. The season turns: the pot is divided by the number of those entitled. What cannot be divided stays in the pot.
//! 4. [`Pallet::claim`]: a citizen takes all their shares of seasons that are over.
//! 5. Some seasons later, what has not been claimed returns to the pot, and the list of those entitled is removed in
//!    bounded steps.
//!
//! A citizen who leaves the state gets the shares of seasons that are over at once, with the exit; those of the season
//! under way go to those who stay. A citizen who is thrown out for fraud, or leaves before such a sentence takes effect,
//! gets nothing. Nobody claims while a sentence waits for them. The share of a suspended citizen is kept back. If the
//! suspension is lifted while it can be claimed, it is paid.
//!
//! # Terms
//!
//! - *Entitlement*: an entry that says that a citizen has a share in a season, made when they were seen. So no block
//!   ever looks at all citizens, and no season pays more shares than it has counted.
//!
//! # Invariants
//!
//! - **I1** The pallet's account has the pot and what is unclaimed of each season.
//! - **I2** The count of those entitled in a season under way or to come is that of the entries, withheld or not.
//! - **I3** What is unclaimed of a season that is over covers the share of each that is still entitled.
//! - **I4** No entitlement is older than what has been swept.

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

use civitas_primitives::{Calendar, CitizenId, Citizenry, SeasonIndex, Sentences};
use frame_support::{
	pallet_prelude::*,
	traits::fungible::{Balanced, Credit, Inspect, Mutate},
	weights::WeightMeter,
	PalletId,
};
use frame_system::pallet_prelude::*;
use sp_runtime::traits::AccountIdConversion;

/// For how many seasons a share can be claimed, whatever the configuration.
pub const MAX_CLAIM_SEASONS: u32 = 16;

/// An amount of money.
pub type Balance = u128;
/// Money on its way.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

/// The dividend: every active citizen's equal share of what land yields.
///
/// Citizens claim it after the season is over.
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

		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// Who is sentenced.
		type Sentences: Sentences;

		/// For how many seasons after its own a share can be claimed. Clamped between one and [`MAX_CLAIM_SEASONS`].
		type ClaimSeasons: Get<u32>;

		/// Names the account that keeps the money.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How much of a block's idle time upkeep may take.
		type UpkeepWeight: Get<Weight>;

		/// What the call and each hook weigh.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What will be shared when the season is over.
	#[pallet::storage]
	pub type Pot<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// Who has a share in each season. Each citizen has one attestation a season, which makes two entries at most.
	/// Removed when claimed, at the exit, or some seasons later.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Entitlements<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SeasonIndex, Twox64Concat, CitizenId, Entitlement>;

	/// Citizens who joined in this season, with the season. Removed when they are next seen, or leave.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Joined<T: Config> = StorageMap<_, Twox64Concat, CitizenId, SeasonIndex>;

	/// How many are entitled to a share in the season under way and in the next. Removed when the season is over.
	#[pallet::storage]
	pub type Entitled<T: Config> = StorageMap<_, Twox64Concat, SeasonIndex, u32, ValueQuery>;

	/// The share of each season that is over and can still be claimed from. Removed some seasons later.
	#[pallet::storage]
	pub type Shares<T: Config> = StorageMap<_, Twox64Concat, SeasonIndex, Share>;

	/// The first season whose share can still be claimed.
	#[pallet::storage]
	pub type ExpiredBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

	/// The first season whose entitlements have not been removed.
	#[pallet::storage]
	pub type SweptBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

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
		/// Money has arrived in the pot.
		Received {
			/// How much.
			amount: Balance,
			/// The money in the pot now.
			pot: Balance,
		},
		/// A season is over, and its share is fixed.
		Shared {
			/// Which season.
			season: SeasonIndex,
			/// The share of each citizen.
			per_citizen: Balance,
			/// How many have a share.
			entitled: u32,
			/// The remainder of the division, which stays in the pot.
			pot: Balance,
		},
		/// A citizen has taken their share of a season.
		Claimed {
			/// Which season.
			season: SeasonIndex,
			/// Which citizen.
			citizen: CitizenId,
			/// The citizen's account.
			account: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// The unclaimed shares of a season are back in the pot.
		Expired {
			/// Which season.
			season: SeasonIndex,
			/// How much.
			unclaimed: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a citizen's.
		NotCitizen,
		/// There is no share to claim: you were not active, you have claimed, or it has expired.
		NothingToClaim,
		/// A sentence against you waits to take effect. Claim when it is carried out or lifted.
		Sentenced,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Takes all one's shares of seasons that are over. Any citizen may, free of charge.
		///
		/// Emits `Claimed` for each season. Refused with `NothingToClaim`, with `Sentenced` until a sentence is carried out
		/// or lifted, or with the currency's error if the sum is less than an account can exist with: it waits for the
		/// next season's share, then.
		#[pallet::call_index(0)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_claim(origin) })]
		pub fn claim(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(who)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What a citizen may claim now, and what this season's share would be if it ended now.
		pub fn dividend(citizen: CitizenId) -> DividendInfo {
			Self::dividend_info(citizen)
		}

		/// The share of a season that is over and can still be claimed from.
		pub fn share(season: SeasonIndex) -> Option<Share> {
			Shares::<T>::get(season)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining.min(T::UpkeepWeight::get()));
			Self::upkeep(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			let step = T::WeightInfo::upkeep().saturating_add(T::WeightInfo::sweep());
			assert!(step.all_lte(T::UpkeepWeight::get()), "a step of upkeep never fits");
			let block = T::BlockWeights::get().max_block;
			assert!(T::UpkeepWeight::get().all_lte(block), "upkeep does not fit a block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
