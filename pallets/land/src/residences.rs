//! Who lives where.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, OnAttendance, OnCitizenship, SeasonIndex, Standing};

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
		ensure!(Self::find_parcel(parcel)?.title != Title::Filed, Error::<T>::NotInEffect);
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
		if let Some(old) = old {
			Declarants::<T>::remove(old, citizen);
		}
		Declarations::<T>::insert(citizen, parcel);
		Declarants::<T>::insert(parcel, citizen, ());
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
		if let Some(parcel) = Self::take_declaration(citizen) {
			Self::deposit_event(Event::DeclarationWithdrawn { citizen, parcel });
		}
	}

	fn take_declaration(citizen: CitizenId) -> Option<ParcelId> {
		let parcel = Declarations::<T>::take(citizen)?;
		Declarants::<T>::remove(parcel, citizen);
		Some(parcel)
	}

	/// Up to how many residents the holder of so much land can confirm.
	pub(crate) fn capacity(area: u32) -> u32 {
		area.checked_div(T::AreaPerResident::get()).unwrap_or(u32::MAX).max(1)
	}

	/// Up to how many residents the registrar can confirm.
	pub(crate) fn limit(area: u32) -> u32 {
		// Clamping at more people than there can be means: no limit.
		Self::capacity(area).saturating_mul(T::RegistrarFactor::get().max(1))
	}

	/// Whether somebody last seen in `seen` is dormant, and lives nowhere as far as figures go.
	pub(crate) fn is_dormant(seen: SeasonIndex) -> bool {
		seen.saturating_add(1) < Self::season()
	}

	pub(crate) fn do_confirm(who: T::AccountId, citizen: CitizenId, parcel: ParcelId) -> DispatchResult {
		let record = Self::find_parcel(parcel)?;
		let is_registrar = Self::ensure_registrar(&who, record.territory).is_ok();
		let is_holder = record.title.holder() == Some(&who);
		ensure!(is_registrar || is_holder, Error::<T>::NotEntitled);
		ensure!(Declarations::<T>::get(citizen) == Some(parcel), Error::<T>::NotDeclared);
		let seen = T::LastSeen::last_seen(citizen).unwrap_or_default();
		ensure!(!Self::is_dormant(seen), Error::<T>::Dormant);
		let room = if is_registrar { Self::limit(record.area) } else { Self::capacity(record.area) };
		ensure!(record.residents.live(Self::season()) < room, Error::<T>::TooManyResidents);
		Self::take_declaration(citizen);
		let old = Self::leave(citizen);
		let season = Self::season();
		Self::recount_residents(parcel, |residents| residents.add(seen, season));
		let since = frame_system::Pallet::<T>::block_number();
		Residences::<T>::insert(citizen, Residence { parcel, since, seen, notice: None });
		Inhabitants::<T>::insert(parcel, citizen, ());
		T::OnResidence::moved(citizen, Some(record.cell));
		Self::deposit_event(Event::ResidenceConfirmed { citizen, old, new: parcel, by: who });
		Ok(())
	}

	/// Ends a residence, if there is one. Returns where it was.
	fn leave(citizen: CitizenId) -> Option<ParcelId> {
		let Residence { parcel, seen, .. } = Residences::<T>::take(citizen)?;
		Inhabitants::<T>::remove(parcel, citizen);
		let season = Self::season();
		Self::recount_residents(parcel, |residents| residents.remove(seen, season));
		Some(parcel)
	}

	/// Ends a residence and says so, if there is one.
	fn end_residence(citizen: CitizenId, departure: Departure) {
		if let Some(parcel) = Self::leave(citizen) {
			Self::deposit_event(Event::ResidenceEnded { citizen, parcel, departure });
		}
	}

	/// That `who` has a residence to end.
	fn check_move(who: &T::AccountId) -> Result<CitizenId, DispatchError> {
		let citizen = Self::citizen_by(who)?;
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		ensure!(Residences::<T>::get(citizen).is_some(), Error::<T>::NotResident);
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

	/// The residence of `citizen`, the parcel, and whether `who` keeps its register. Its holder may ask, too.
	fn find_residence(
		who: &T::AccountId,
		citizen: CitizenId,
	) -> Result<(ResidenceOf<T>, ParcelOf<T>, bool), DispatchError> {
		let residence = Residences::<T>::get(citizen).ok_or(Error::<T>::NotResident)?;
		let record = Self::find_parcel(residence.parcel)?;
		let is_registrar = Self::ensure_registrar(who, record.territory).is_ok();
		ensure!(is_registrar || record.title.holder() == Some(who), Error::<T>::NotEntitled);
		Ok((residence, record, is_registrar))
	}

	pub(crate) fn do_give_notice(who: T::AccountId, citizen: CitizenId, reason_hash: H256) -> DispatchResult {
		let (mut residence, record, is_registrar) = Self::find_residence(&who, citizen)?;
		// Whoever was confirmed in the block of the sale came before the new holder had a say.
		ensure!(is_registrar || residence.since <= record.since, Error::<T>::YourResident);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(residence.notice.is_none_or(|notice| *notice.until() <= now), Error::<T>::AlreadyNotified);
		let from = Self::later(now, T::EvictionNotice::get());
		let notice = Notice::Given { from, until: Self::later(from, T::EvictionNotice::get()), reason_hash };
		residence.notice = Some(notice);
		Residences::<T>::insert(citizen, residence);
		Self::deposit_event(Event::NoticeGiven { citizen, parcel: residence.parcel, notice, by: who });
		Ok(())
	}

	pub(crate) fn do_stay(citizen: CitizenId) -> DispatchResult {
		let mut residence = Residences::<T>::get(citizen).ok_or(Error::<T>::NotResident)?;
		let now = frame_system::Pallet::<T>::block_number();
		let until = Self::later(now, T::StayPeriod::get());
		residence.notice = Some(Notice::Stayed { until });
		Residences::<T>::insert(citizen, residence);
		Self::deposit_event(Event::EvictionStayed { citizen, parcel: residence.parcel, until });
		Ok(())
	}

	pub(crate) fn do_evict(who: T::AccountId, citizen: CitizenId) -> DispatchResult {
		let (residence, ..) = Self::find_residence(&who, citizen)?;
		if !Self::is_dormant(residence.seen) {
			let now = frame_system::Pallet::<T>::block_number();
			let Some(Notice::Given { from, until, .. }) = residence.notice else {
				return Err(Error::<T>::NotNotified.into());
			};
			ensure!(now < until, Error::<T>::NotNotified);
			ensure!(now >= from, Error::<T>::TooEarlyToEvict);
		}
		Self::end_residence(citizen, Departure::Evicted);
		T::OnResidence::moved(citizen, None);
		Ok(())
	}
}

impl<T: Config> OnAttendance for Pallet<T> {
	fn attested(citizen: CitizenId) {
		let Some(mut residence) = Residences::<T>::get(citizen) else { return };
		let season = Self::season();
		let (parcel, old) = (residence.parcel, residence.seen);
		if old == season {
			return;
		}
		if Self::is_dormant(old) {
			// Others may live there by now.
			let is_full = Parcels::<T>::get(parcel)
				.is_none_or(|record| record.residents.live(season) >= Self::limit(record.area));
			if is_full {
				Self::end_residence(citizen, Departure::Lapsed);
				T::OnResidence::moved(citizen, None);
				return;
			}
		}
		Self::recount_residents(parcel, |residents| {
			residents.remove(old, season);
			residents.add(season, season);
		});
		residence.seen = season;
		Residences::<T>::insert(citizen, residence);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn come_back(citizen: CitizenId) {
		crate::benchmarking::come_back::<T>(citizen);
	}
}

impl<T: Config> OnCitizenship for Pallet<T> {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		// A suspended citizen still lives somewhere. The roll hears of an exit itself.
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
