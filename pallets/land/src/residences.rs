//! Who lives where.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, OnCitizenship, Standing};
use frame_support::defensive;
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	fn citizen_by(who: &T::AccountId) -> Result<CitizenId, DispatchError> {
		Ok(T::Citizenry::citizen(who).ok_or(Error::<T>::NotCitizen)?)
	}

	/// Whether `check` lets the signer of `origin` act, and the act is free.
	fn is_free(
		origin: &OriginFor<T>,
		check: impl FnOnce(&T::AccountId) -> Result<CitizenId, DispatchError>,
	) -> bool {
		ensure_signed(origin.clone())
			.is_ok_and(|who| check(&who).is_ok_and(|citizen| T::CivicActs::left(citizen) > 0))
	}

	/// That `who` can declare to live on `parcel`.
	fn check_declaration(who: &T::AccountId, parcel: ParcelId) -> Result<CitizenId, DispatchError> {
		let citizen = Self::citizen_by(who)?;
		ensure!(T::Citizenry::standing(citizen) == Some(Standing::Active), Error::<T>::NotActive);
		ensure!(Parcels::<T>::contains_key(parcel), Error::<T>::UnknownParcel);
		let home = Residences::<T>::get(citizen).map(|residence| residence.parcel);
		ensure!(home != Some(parcel), Error::<T>::AlreadyResident);
		ensure!(Declarations::<T>::get(citizen) != Some(parcel), Error::<T>::AlreadyDeclared);
		Ok(citizen)
	}

	pub(crate) fn is_free_declaration(origin: &OriginFor<T>, parcel: ParcelId) -> bool {
		Self::is_free(origin, |who| Self::check_declaration(who, parcel))
	}

	pub(crate) fn do_reside(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		let citizen = Self::check_declaration(&who, parcel)?;
		let old = Declarations::<T>::get(citizen);
		Declarations::<T>::insert(citizen, parcel);
		T::CivicActs::count(citizen);
		Self::deposit_event(Event::ResidenceDeclared { citizen, old, new: parcel });
		Ok(())
	}

	/// That `who` has a declaration to take back.
	fn check_withdrawal(who: &T::AccountId) -> Result<CitizenId, DispatchError> {
		let citizen = Self::citizen_by(who)?;
		ensure!(Declarations::<T>::contains_key(citizen), Error::<T>::NotDeclared);
		Ok(citizen)
	}

	pub(crate) fn is_free_withdrawal(origin: &OriginFor<T>) -> bool {
		Self::is_free(origin, Self::check_withdrawal)
	}

	pub(crate) fn do_withdraw_declaration(who: T::AccountId) -> DispatchResult {
		let citizen = Self::check_withdrawal(&who)?;
		Self::drop_declaration(citizen);
		T::CivicActs::count(citizen);
		Ok(())
	}

	fn drop_declaration(citizen: CitizenId) {
		if let Some(parcel) = Declarations::<T>::take(citizen) {
			Self::deposit_event(Event::DeclarationWithdrawn { citizen, parcel });
		}
	}

	/// Up to how many residents the holder of so much land can confirm.
	pub(crate) fn capacity(area: u32) -> u32 {
		area.checked_div(T::AreaPerResident::get()).unwrap_or(u32::MAX).max(1)
	}

	pub(crate) fn do_confirm(who: T::AccountId, citizen: CitizenId, parcel: ParcelId) -> DispatchResult {
		let mut record = Self::find_parcel(parcel)?;
		let is_registrar = Self::ensure_registrar(&who, record.territory).is_ok();
		let is_holder = record.title.holder() == Some(&who);
		ensure!(is_registrar || is_holder, Error::<T>::NotEntitled);
		ensure!(Declarations::<T>::get(citizen) == Some(parcel), Error::<T>::NotDeclared);
		ensure!(is_registrar || record.residents < Self::capacity(record.area), Error::<T>::TooManyResidents);
		Declarations::<T>::remove(citizen);
		let old = Residences::<T>::get(citizen).map(|residence| residence.parcel);
		if let Some(old) = old {
			Self::uncount_resident(old);
		}
		// Citizens' ids fit the type, so their number does.
		record.residents = record.residents.saturating_add(1);
		let (cell, territory) = (record.cell, record.territory);
		Parcels::<T>::insert(parcel, record);
		Self::count(territory, |footprint| footprint.residents = footprint.residents.saturating_add(1));
		Residences::<T>::insert(citizen, Residence { parcel, notice: None });
		T::OnResidence::moved(citizen, Some(cell));
		Self::deposit_event(Event::ResidenceConfirmed { citizen, old, new: parcel, by: who });
		Ok(())
	}

	/// Counts one resident less on `parcel`.
	fn uncount_resident(parcel: ParcelId) {
		let Some(mut record) = Parcels::<T>::get(parcel) else {
			defensive!("a residence is on a parcel (I5)");
			return;
		};
		// What was counted once is taken away once (I5).
		record.residents = record.residents.saturating_sub(1);
		let territory = record.territory;
		Parcels::<T>::insert(parcel, record);
		Self::count(territory, |footprint| footprint.residents = footprint.residents.saturating_sub(1));
	}

	/// Ends a residence, if there is one.
	fn end_residence(citizen: CitizenId, departure: Departure) {
		if let Some(Residence { parcel, .. }) = Residences::<T>::take(citizen) {
			Self::uncount_resident(parcel);
			Self::deposit_event(Event::ResidenceEnded { citizen, parcel, departure });
		}
	}

	/// That `who` has a residence to end.
	fn check_move(who: &T::AccountId) -> Result<CitizenId, DispatchError> {
		let citizen = Self::citizen_by(who)?;
		ensure!(Residences::<T>::contains_key(citizen), Error::<T>::NotResident);
		Ok(citizen)
	}

	pub(crate) fn is_free_move(origin: &OriginFor<T>) -> bool {
		Self::is_free(origin, Self::check_move)
	}

	pub(crate) fn do_move_out(who: T::AccountId) -> DispatchResult {
		let citizen = Self::check_move(&who)?;
		Self::end_residence(citizen, Departure::MovedOut);
		T::CivicActs::count(citizen);
		T::OnResidence::moved(citizen, None);
		Ok(())
	}

	/// The residence of `citizen`, in a territory whose register `who` keeps.
	fn find_residence(who: &T::AccountId, citizen: CitizenId) -> Result<ResidenceOf<T>, DispatchError> {
		let residence = Residences::<T>::get(citizen).ok_or(Error::<T>::NotResident)?;
		Self::ensure_registrar(who, Self::find_parcel(residence.parcel)?.territory)?;
		Ok(residence)
	}

	pub(crate) fn do_give_notice(who: T::AccountId, citizen: CitizenId) -> DispatchResult {
		let mut residence = Self::find_residence(&who, citizen)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(residence.notice.is_none_or(|notice| notice.until <= now), Error::<T>::AlreadyNotified);
		let term = T::EvictionNotice::get();
		// Clamping at the last block number there is means: never.
		let from = now.saturating_add(term);
		let notice = Notice { from, until: from.saturating_add(term) };
		residence.notice = Some(notice);
		Residences::<T>::insert(citizen, residence);
		Self::deposit_event(Event::NoticeGiven { citizen, parcel: residence.parcel, notice });
		Ok(())
	}

	pub(crate) fn do_evict(who: T::AccountId, citizen: CitizenId) -> DispatchResult {
		let residence = Self::find_residence(&who, citizen)?;
		let now = frame_system::Pallet::<T>::block_number();
		let notice = residence.notice.filter(|notice| now < notice.until).ok_or(Error::<T>::NotNotified)?;
		ensure!(now >= notice.from, Error::<T>::TooEarlyToEvict);
		Self::end_residence(citizen, Departure::Evicted);
		T::OnResidence::moved(citizen, None);
		Ok(())
	}
}

impl<T: Config> OnCitizenship for Pallet<T> {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		// Who is suspended still lives somewhere. The roll hears of an exit itself.
		if let CitizenshipChange::Left { .. } = change {
			Self::drop_declaration(citizen);
			Self::end_residence(citizen, Departure::LeftTheState);
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ties(citizen: CitizenId) {
		crate::benchmarking::settle::<T>(citizen);
	}
}
