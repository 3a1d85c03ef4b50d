//! Offices: those whom citizens appoint to do what cannot be done by referendum.
//!
//! # Overview
//!
//! Whoever holds an office holds it until another is appointed or the office is left empty. Who appoints is said by
//! [`Config::AppointOrigin`]. What a holder may do is said by the pallets that ask for one, through
//! [`EnsurePanelRegistrar`].
//!
//! # Invariants
//!
//! - **I1** There are no more holders than offices.

#![cfg_attr(not(feature = "std"), no_std)]

pub use pallet::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

use core::marker::PhantomData;
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;

/// Something to be appointed to.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Office {
	/// Keeps the register of residents of the host country, from whom outside panels are drawn.
	#[codec(index = 0)]
	PanelRegistrar,
}

/// How many offices there are.
pub const OFFICES: usize = 1;

/// Who holds which office.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Who appoints.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who appoints.
		type AppointOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What the call weighs.
		type WeightInfo: WeightInfo;
	}

	/// Who holds which office.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Who holds each office. There are but a few.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageMap<_, Twox64Concat, Office, T::AccountId>;

	/// What has happened to offices.
	#[pallet::event]
	#[pallet::generate_deposit(fn deposit_event)]
	pub enum Event<T: Config> {
		/// An office has another holder, or none.
		Appointed {
			/// Which office.
			office: Office,
			/// Who held it until now.
			old: Option<T::AccountId>,
			/// Who holds it from now on.
			new: Option<T::AccountId>,
		},
	}

	/// Why an appointment is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// This is who holds the office already.
		AlreadyAppointed,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Appoints somebody to an office, or nobody. The track for appointments may, and the founder in the Founding
		/// tier.
		///
		/// Emits `Appointed`. Refused with `AlreadyAppointed` if nothing changes.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::appoint())]
		pub fn appoint(origin: OriginFor<T>, office: Office, holder: Option<T::AccountId>) -> DispatchResult {
			T::AppointOrigin::ensure_origin(origin)?;
			let old = Holders::<T>::get(office);
			ensure!(old != holder, Error::<T>::AlreadyAppointed);
			Holders::<T>::set(office, holder.clone());
			Self::deposit_event(Event::Appointed { office, old, new: holder });
			Ok(())
		}
	}
}

#[cfg(any(feature = "std", feature = "try-runtime"))]
impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		// I1
		ensure!(Holders::<T>::iter().count() <= OFFICES, "an office that nobody knows is held");
		Ok(())
	}
}

/// Passes whoever keeps the register of residents of the host country.
pub struct EnsurePanelRegistrar<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsurePanelRegistrar<T> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<T::AccountId, OriginFor<T>> {
		let who = frame_system::EnsureSigned::<T::AccountId>::try_origin(origin)?;
		if Holders::<T>::get(Office::PanelRegistrar).as_ref() == Some(&who) {
			Ok(who)
		} else {
			Err(frame_system::RawOrigin::Signed(who).into())
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		let who: T::AccountId = frame_benchmarking::account("registrar", 0, 0);
		Holders::<T>::insert(Office::PanelRegistrar, who.clone());
		Ok(frame_system::RawOrigin::Signed(who).into())
	}
}
