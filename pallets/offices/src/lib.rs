//! Offices: those whom citizens appoint to do what cannot be done by referendum.
//!
//! # Overview
//!
//! Somebody holds an office until another is appointed, the office is left empty, or the term ends. A term ends some
//! seasons after the appointment ([`Config::Term`]), and the same person can be appointed again. An office that a
//! founder gave ends with the Founding tier as well. [`Config::AppointOrigin`] and [`Config::FounderOrigin`] say who
//! appoints. The pallets that ask for a holder, through [`EnsurePanelRegistrar`], say what the holder may do.
//!
//! # Terms
//!
//! - *Term*: the season of the appointment and those after it, as many as [`Config::Term`] says. An appointment from
//!   before there were terms counts as a founder's of season 0.
//!
//! # Invariants
//!
//! - **I1** There are no more holders than offices.
//! - **I2** Only an office that somebody was appointed to has a term, and no term begins in the future.

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

use civitas_primitives::{Calendar, SeasonIndex, Tier, Tiers};
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

/// Who gave somebody an office.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Giver {
	/// The founder, for as long as the Founding tier lasts.
	#[default]
	Founder,
	/// The citizens.
	Citizens,
}

/// Since when and by whose word somebody holds an office.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Term {
	/// The season of the appointment.
	pub since: SeasonIndex,
	/// Who appointed.
	pub giver: Giver,
}

/// Somebody who holds an office now, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Holding<AccountId> {
	/// The holder.
	pub holder: AccountId,
	/// Who appointed. What a founder gave ends with the Founding tier.
	pub giver: Giver,
	/// The last season of the term.
	pub last_season: SeasonIndex,
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
		/// The citizens who appoint.
		type AppointOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The founder who appoints. Passes nobody after the Founding tier.
		type FounderOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The tier reached.
		type Tiers: Tiers;

		/// The civic calendar.
		type Calendar: Calendar;

		/// How many seasons after the one of the appointment a term lasts.
		type Term: Get<u32>;

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

	/// Since when each office is held, and by whose word. Made and removed with the holder.
	#[pallet::storage]
	pub type Terms<T: Config> = StorageMap<_, Twox64Concat, Office, Term, ValueQuery>;

	/// What has happened to offices.
	#[pallet::event]
	#[pallet::generate_deposit(fn deposit_event)]
	pub enum Event<T: Config> {
		/// An office has another holder, or none.
		Appointed {
			/// Which office.
			office: Office,
			/// The previous holder.
			old: Option<T::AccountId>,
			/// The new holder.
			new: Option<T::AccountId>,
		},
	}

	/// Why an appointment is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// This account was appointed to the office this season already, or the office is empty already.
		AlreadyAppointed,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Who holds an office now. `None` if it is empty or the term is over.
		pub fn holding(office: Office) -> Option<Holding<T::AccountId>> {
			Self::holding_of(office)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Appoints somebody to an office for a term, or nobody. The track for appointments may, and the founder in the
		/// Founding tier. To appoint the holder again begins a new term.
		///
		/// - `office`: the office to fill.
		/// - `holder`: the account that gets the office, or nothing to leave it empty.
		///
		/// Emits `Appointed`. Refused with `AlreadyAppointed` if nothing changes.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::appoint())]
		pub fn appoint(origin: OriginFor<T>, office: Office, holder: Option<T::AccountId>) -> DispatchResult {
			let giver = match T::FounderOrigin::try_origin(origin) {
				Ok(_) => Giver::Founder,
				Err(origin) => {
					T::AppointOrigin::ensure_origin(origin)?;
					Giver::Citizens
				}
			};
			let term = Term { since: T::Calendar::season().index, giver };
			let old = Holders::<T>::get(office);
			let renews = holder.is_some() && Terms::<T>::get(office) != term;
			ensure!(old != holder || renews, Error::<T>::AlreadyAppointed);
			match holder {
				Some(_) => Terms::<T>::insert(office, term),
				None => Terms::<T>::remove(office),
			}
			Holders::<T>::set(office, holder.clone());
			Self::deposit_event(Event::Appointed { office, old, new: holder });
			Ok(())
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Who holds an office now.
	pub fn holding_of(office: Office) -> Option<Holding<T::AccountId>> {
		let holder = Holders::<T>::get(office)?;
		let Term { since, giver } = Terms::<T>::get(office);
		let last_season = since.saturating_add(T::Term::get());
		let given_for_now = giver == Giver::Citizens || T::Tiers::tier() == Tier::Founding;
		let lasts = given_for_now && T::Calendar::season().index <= last_season;
		lasts.then_some(Holding { holder, giver, last_season })
	}
}

#[cfg(any(feature = "std", feature = "try-runtime"))]
impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		// I1
		ensure!(Holders::<T>::iter().count() <= OFFICES, "an office that nobody knows is held");
		// I2
		let now = T::Calendar::season().index;
		for (office, term) in Terms::<T>::iter() {
			ensure!(Holders::<T>::contains_key(office), "an empty office has a term");
			ensure!(term.since <= now, "a term begins in the future");
		}
		Ok(())
	}
}

/// Passes whoever keeps the register of residents of the host country.
pub struct EnsurePanelRegistrar<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsurePanelRegistrar<T> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<T::AccountId, OriginFor<T>> {
		let who = frame_system::EnsureSigned::<T::AccountId>::try_origin(origin)?;
		if Pallet::<T>::holding_of(Office::PanelRegistrar).is_some_and(|it| it.holder == who) {
			Ok(who)
		} else {
			Err(frame_system::RawOrigin::Signed(who).into())
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		let who: T::AccountId = frame_benchmarking::account("registrar", 0, 0);
		Holders::<T>::insert(Office::PanelRegistrar, who.clone());
		let since = T::Calendar::season().index;
		Terms::<T>::insert(Office::PanelRegistrar, Term { since, giver: Giver::Citizens });
		Ok(frame_system::RawOrigin::Signed(who).into())
	}
}
