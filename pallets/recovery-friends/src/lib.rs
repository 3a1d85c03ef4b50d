//! Recovery friends: citizens who lose a key get their citizenship back through friends, without money.
//!
//! # Overview
//!
//! A citizen names up to [`MAX_FRIENDS`] other citizens as friends, and how many of them must agree. If the citizen
//! loses the key of their account, the friends name a new account for the citizenship. When enough of them have named
//! the same account, a period begins in which the citizen can stop the recovery with the old key. After the period,
//! anyone completes it: the citizenship moves to the new account. Nothing here costs anything within the quota of free
//! civic acts.
//!
//! Friends move the citizenship and nothing else. To hand over money and tokens of a lost account as well, use
//! `pallet-recovery`, which takes deposits.
//!
//! # Life cycle
//!
//! 1. The citizen calls `name_friends`. Calling it again replaces the list; an empty list removes it.
//! 2. Each friend calls `support` with the new account, and may change their mind (`support`, `withdraw_support`).
//! 3. When [`Circle::needed`] friends support the same account, the period begins.
//! 4. The citizen may call `stop` at any time. Then the friends are friends no longer: some of them were wrong, or
//!    their keys are in wrong hands. The citizen names new ones.
//! 5. After the period, anyone calls `complete`.
//!
//! # Invariants
//!
//! - **I1** Only citizens have friends; the friends are in ascending order, never include the citizen, and at least two
//!   and at most all of them must agree.
//! - **I2** Only friends support a recovery, each of them one account.
//! - **I3** A period runs exactly if enough friends support its account.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::{Circle, Friends, Recovery, MAX_FRIENDS, MIN_NEEDED};
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

use civitas_primitives::{CitizenId, Citizenry, CivicActs};
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;

/// Moves citizenships between accounts.
pub trait Rotation<AccountId> {
	/// Whether the citizenship of `citizen` can move to `new_account`, and why not.
	fn check(citizen: CitizenId, new_account: &AccountId) -> DispatchResult;

	/// Moves the citizenship of `citizen` to `new_account`, or offers it to that account if it must accept first.
	fn rotate(citizen: CitizenId, new_account: &AccountId) -> DispatchResult;
}

/// Recovery of citizenships through friends.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Who is a citizen, and how a citizenship moves.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// The quota of free civic acts.
		type CivicActs: CivicActs;

		/// Moves the citizenship in the end.
		type Rotation: Rotation<Self::AccountId>;

		/// For how many blocks the citizen can stop a recovery that enough friends support.
		type Period: Get<BlockNumberFor<Self>>;

		/// What the calls weigh.
		type WeightInfo: WeightInfo;
	}

	/// Recovery of citizenships through friends.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The friends of each citizen who has named some. One entry a citizen, removed when the citizen leaves.
	// Citizens are numbered by the state, so nobody can choose a key.
	#[pallet::storage]
	pub type Circles<T: Config> = StorageMap<_, Twox64Concat, CitizenId, Circle>;

	/// The recoveries under way, by the citizen whose key is lost. Removed when the recovery ends.
	#[pallet::storage]
	pub type Recoveries<T: Config> =
		StorageMap<_, Twox64Concat, CitizenId, Recovery<T::AccountId, BlockNumberFor<T>>>;

	/// What has happened to circles of friends and to recoveries.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A citizen has named recovery friends, or removed them.
		FriendsNamed {
			/// The citizen.
			citizen: CitizenId,
			/// The friends. Empty if the citizen has none any more.
			friends: Friends,
			/// How many of them must agree.
			needed: u32,
		},
		/// A friend has named the account to which a citizenship shall move.
		Supported {
			/// The citizen whose key is lost.
			citizen: CitizenId,
			/// The friend.
			friend: CitizenId,
			/// The account that the friend has named.
			new_account: T::AccountId,
		},
		/// A friend supports a recovery no longer.
		SupportWithdrawn {
			/// The citizen whose key is lost.
			citizen: CitizenId,
			/// The friend.
			friend: CitizenId,
		},
		/// Enough friends agree. The citizen can stop the recovery until it is completed.
		Agreed {
			/// The citizen whose key is lost.
			citizen: CitizenId,
			/// The account on which the friends agree.
			new_account: T::AccountId,
			/// The first block in which anyone can complete the recovery.
			due: BlockNumberFor<T>,
		},
		/// The citizen has stopped a recovery and has no recovery friends any more.
		Stopped {
			/// The citizen.
			citizen: CitizenId,
		},
		/// The period is over. The citizenship has moved to the new account, or is offered to it.
		Completed {
			/// The citizen.
			citizen: CitizenId,
			/// The new account.
			new_account: T::AccountId,
		},
	}

	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a citizen's.
		NotCitizen,
		/// Only an active citizen can help a friend. You are suspended.
		Suspended,
		/// Your friends must be citizens, in ascending order of their numbers, without repetition and without you.
		InvalidFriends,
		/// At least two friends must agree, and at most as many as you name.
		InvalidNeeded,
		/// A recovery of your citizenship is under way. Call `stop` first.
		UnderWay,
		/// You are not a recovery friend of this citizen.
		NotFriend,
		/// You support this account already.
		AlreadySupported,
		/// You do not support a recovery of this citizen.
		NotSupported,
		/// No recovery of this citizenship is under way.
		NotUnderWay,
		/// Too few friends have named the same account yet.
		NotAgreed,
		/// The citizen can still stop this recovery. Wait until the period is over.
		TooEarly,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Names the friends who can recover your citizenship if you lose your key, and how many of them must agree.
		/// Replaces those you have named before; an empty list removes them. Any citizen may. A free act.
		///
		/// - `friends`: the citizens to name.
		/// - `needed`: how many of them must agree.
		///
		/// Emits `FriendsNamed`. Refused with `InvalidFriends`, `InvalidNeeded`, `UnderWay`.
		#[pallet::call_index(0)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, friends: &Friends, needed: &u32| -> bool {
			Pallet::<T>::is_free(origin, |who| Pallet::<T>::check_friends(who, friends, *needed))
		})]
		pub fn name_friends(origin: OriginFor<T>, friends: Friends, needed: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_name_friends(&who, friends, needed)
		}

		/// Names the account to which the citizenship of a friend who has lost their key shall move. Replaces the
		/// account that you have named before. When enough friends have named the same account, the period begins in
		/// which the citizen can stop the recovery. Active citizens whom `citizen` has named as friends may. A free act.
		///
		/// - `new_account`: the account that the citizenship shall move to.
		///
		/// Emits `Supported`, and `Agreed` when you are the last who was needed. Refused with `NotFriend`,
		/// `AlreadySupported`, or the reason why the citizenship cannot move there.
		#[pallet::call_index(1)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, citizen: &CitizenId, new_account: &T::AccountId| -> bool {
			Pallet::<T>::is_free(origin, |who| {
				Pallet::<T>::check_support(who, *citizen, new_account).map(|(friend, ..)| friend)
			})
		})]
		pub fn support(
			origin: OriginFor<T>,
			citizen: CitizenId,
			new_account: T::AccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_support(&who, citizen, new_account)
		}

		/// Takes back your support of a recovery. A period that needs your support ends. A free act.
		///
		/// - `citizen`: the id of the citizen whose recovery you have supported.
		///
		/// Emits `SupportWithdrawn`. Refused with `NotSupported`.
		#[pallet::call_index(2)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, citizen: &CitizenId| -> bool {
			Pallet::<T>::is_free(origin, |who| {
				Pallet::<T>::check_withdrawal(who, *citizen).map(|(friend, _)| friend)
			})
		})]
		pub fn withdraw_support(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_support(&who, citizen)
		}

		/// Stops a recovery of your own citizenship and removes your recovery friends, because some of them have acted
		/// against you. Name new ones afterwards. Any citizen may, always free.
		///
		/// Emits `Stopped`. Refused with `NotUnderWay`.
		#[pallet::call_index(3)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| Pallet::<T>::check_stop(&who).is_ok())
		})]
		pub fn stop(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_stop(&who)
		}

		/// Completes a recovery whose period is over: the citizenship moves to the account on which the friends agree.
		/// Anyone may, free.
		///
		/// - `citizen`: the id of the citizen who is recovered.
		///
		/// Emits `Completed`. Refused with `NotUnderWay`, `NotAgreed`, `TooEarly`, or the reason why the citizenship
		/// cannot move there.
		#[pallet::call_index(4)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, citizen: &CitizenId| -> bool {
			ensure_signed(origin.clone()).is_ok() && Pallet::<T>::check_completion(*citizen).is_ok()
		})]
		pub fn complete(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_complete(citizen)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The recovery friends of a citizen, and how many of them must agree.
		pub fn circle(citizen: CitizenId) -> Option<Circle> {
			Circles::<T>::get(citizen)
		}

		/// The recovery of a citizenship that is under way, and the first block in which it can be completed.
		pub fn recovery(
			citizen: CitizenId,
		) -> Option<(Recovery<T::AccountId, BlockNumberFor<T>>, Option<BlockNumberFor<T>>)> {
			Recoveries::<T>::get(citizen).map(|recovery| {
				let due = recovery.agreed.as_ref().map(|(_, since)| Self::due(*since));
				(recovery, due)
			})
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
