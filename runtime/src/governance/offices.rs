//! Offices: those whom citizens appoint to do what cannot be done by referendum.
//!
//! # Overview
//!
//! Whoever holds an office holds it until another is appointed or the office is left empty. Citizens appoint by the
//! track for appointments, and the founder does in the Founding tier.

pub use pallet::*;

use crate::{AccountId, RuntimeOrigin};
use frame_support::{pallet_prelude::*, weights::Weight};
use frame_system::{ensure_signed, pallet_prelude::*};

/// Something to be appointed to.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Office {
	/// Keeps the register of residents of the host country, from whom outside panels are drawn.
	#[codec(index = 0)]
	PanelRegistrar,
}

/// Who holds which office.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// Who appoints.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who appoints.
		type AppointOrigin: EnsureOrigin<Self::RuntimeOrigin>;
	}

	/// Who holds which office.
	#[pallet::pallet]
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

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Appoints somebody to an office, or nobody. The track for appointments may, and the founder in the Founding
		/// tier.
		///
		/// Emits `Appointed`. Refused with `AlreadyAppointed` if nothing changes.
		#[pallet::call_index(0)]
		#[pallet::weight(Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 1)))]
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

/// Passes whoever keeps the register of residents of the host country.
pub struct EnsurePanelRegistrar;

impl EnsureOrigin<RuntimeOrigin> for EnsurePanelRegistrar {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		let who = ensure_signed(origin.clone()).map_err(|_| origin.clone())?;
		let holder = Holders::<crate::Runtime>::get(Office::PanelRegistrar);
		if holder.as_ref() == Some(&who) {
			Ok(who)
		} else {
			Err(origin)
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		let who: AccountId = frame_benchmarking::account("registrar", 0, 0);
		Holders::<crate::Runtime>::insert(Office::PanelRegistrar, who.clone());
		Ok(RuntimeOrigin::signed(who))
	}
}
