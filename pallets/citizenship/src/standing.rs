//! A citizen's life after admission: rotation, another roll key, exit.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, Exit, Founders, NextKey, NextKeys, Passport, Standing};

impl<T: Config> Pallet<T> {
	pub(crate) fn is_free_renunciation(origin: &OriginFor<T>) -> bool {
		ensure_signed(origin.clone()).is_ok_and(CitizenIds::<T>::contains_key)
	}

	pub(crate) fn do_renounce(who: T::AccountId) -> DispatchResult {
		let (id, citizen) = Self::citizen_by(&who)?;
		// Nobody escapes a sentence for fraud by leaving first.
		let exit = Sentences::<T>::get(id).map_or(Exit::Honest, |sentence| sentence.penalty.exit());
		Self::leave(id, citizen, exit)?;
		Self::deposit_event(Event::Renounced { citizen: id });
		Ok(())
	}

	/// Removes a citizen and everything that refers to them.
	pub(crate) fn leave(id: CitizenId, mut citizen: CitizenOf<T>, exit: Exit) -> DispatchResult {
		T::OnExit::leaving(id, &citizen.account, exit);
		Self::drop_open_vouches(id, &mut citizen);
		Self::drop_open_challenges(id, &mut citizen)?;
		Self::end_rotation(id);
		Citizens::<T>::remove(id);
		CitizenIds::<T>::remove(&citizen.account);
		RollKeyOwners::<T>::remove(citizen.roll_key);
		// The counts cannot underflow: they count the entries of `Citizens` (I2).
		Citizenship::<T>::mutate(|count| match citizen.standing {
			Standing::Active => count.active = count.active.saturating_sub(1),
			Standing::Suspended => count.suspended = count.suspended.saturating_sub(1),
		});
		T::Passports::withdraw(id)?;
		T::OnCitizenship::changed(id, CitizenshipChange::Left { standing: citizen.standing });
		if Founder::<T>::get() == Some(id) {
			Self::retire_founder();
		}
		frame_system::Pallet::<T>::dec_sufficients(&citizen.account);
		Ok(())
	}

	/// Takes the open vouches of a citizen who may no longer vouch back.
	pub(crate) fn drop_open_vouches(id: CitizenId, citizen: &mut CitizenOf<T>) {
		for applicant in core::mem::take(&mut citizen.open_vouches) {
			Applications::<T>::mutate_extant(&applicant, |application| {
				application.vouches.retain(|vouch| vouch.voucher != id);
			});
			Self::deposit_event(Event::VouchWithdrawn { applicant, voucher: id });
		}
	}

	/// That `who` can name `new_account`. Returns the citizen.
	fn check_rotation(
		who: &T::AccountId,
		new_account: &T::AccountId,
	) -> Result<(CitizenId, CitizenOf<T>), DispatchError> {
		let (id, citizen) = Self::citizen_by(who)?;
		Self::check_newcomer(new_account)?;
		ensure!(PendingRotations::<T>::get(id).as_ref() != Some(new_account), Error::<T>::AlreadyNamed);
		Ok((id, citizen))
	}

	pub(crate) fn is_free_rotation(origin: &OriginFor<T>, new_account: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Self::check_rotation(&who, new_account)
				.is_ok_and(|(_, citizen)| Self::free_acts_left(&citizen) > 0)
		})
	}

	pub(crate) fn do_rotate(who: T::AccountId, new_account: T::AccountId) -> DispatchResult {
		let (id, mut citizen) = Self::check_rotation(&who, &new_account)?;
		citizen.free_acts.count(Self::season());
		Citizens::<T>::insert(id, citizen);
		Self::end_rotation(id);
		// An account without a reference can send no transaction, not even the free one by which it accepts.
		frame_system::Pallet::<T>::inc_sufficients(&new_account);
		PendingRotations::<T>::insert(id, &new_account);
		Self::deposit_event(Event::RotationNamed { citizen: id, account: new_account });
		Ok(())
	}

	/// Forgets the account that citizen `id` has named, if there is one.
	fn end_rotation(id: CitizenId) {
		if let Some(account) = PendingRotations::<T>::take(id) {
			frame_system::Pallet::<T>::dec_sufficients(&account);
			Self::deposit_event(Event::RotationCancelled { citizen: id, account });
		}
	}

	/// That `who` has named an account. Returns who that is.
	fn check_rotation_cancellation(who: &T::AccountId) -> Result<CitizenId, DispatchError> {
		let id = CitizenIds::<T>::get(who).ok_or(Error::<T>::NotCitizen)?;
		ensure!(PendingRotations::<T>::contains_key(id), Error::<T>::NoRotation);
		Ok(id)
	}

	pub(crate) fn is_free_rotation_cancellation(origin: &OriginFor<T>) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| Self::check_rotation_cancellation(&who).is_ok())
	}

	pub(crate) fn do_cancel_rotation(who: T::AccountId) -> DispatchResult {
		let id = Self::check_rotation_cancellation(&who)?;
		Self::end_rotation(id);
		Ok(())
	}

	/// That citizen `id` can move to `who`. Returns the citizen.
	fn check_rotation_acceptance(who: &T::AccountId, id: CitizenId) -> Result<CitizenOf<T>, DispatchError> {
		ensure!(PendingRotations::<T>::get(id).as_ref() == Some(who), Error::<T>::NotNamed);
		Self::check_newcomer(who)?;
		Citizens::<T>::get(id).ok_or(Error::<T>::UnknownCitizen.into())
	}

	pub(crate) fn is_free_rotation_acceptance(origin: &OriginFor<T>, id: CitizenId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| Self::check_rotation_acceptance(&who, id).is_ok())
	}

	pub(crate) fn do_accept_rotation(who: T::AccountId, id: CitizenId) -> DispatchResult {
		let mut citizen = Self::check_rotation_acceptance(&who, id)?;
		// The reference of the pending rotation becomes the citizen's.
		PendingRotations::<T>::remove(id);
		Self::decline_any_sponsorship(who.clone())?;
		let old = core::mem::replace(&mut citizen.account, who.clone());
		CitizenIds::<T>::remove(&old);
		CitizenIds::<T>::insert(&who, id);
		T::Passports::withdraw(id)?;
		T::Passports::issue(
			&who,
			Passport { number: id, admitted: citizen.admitted_in, charter_version: citizen.charter.version },
		)?;
		Citizens::<T>::insert(id, citizen);
		frame_system::Pallet::<T>::dec_sufficients(&old);
		Self::deposit_event(Event::Rotated { citizen: id, old, new: who });
		Ok(())
	}

	/// That `who` can replace the roll key like this. Returns the citizen.
	fn check_key_replacement(
		who: &T::AccountId,
		new_key: &RollKey,
		proof: &PossessionProof,
	) -> Result<(CitizenId, CitizenOf<T>), DispatchError> {
		let found = Self::active_citizen_by(who)?;
		Self::check_roll_key(who, new_key, proof)?;
		Ok(found)
	}

	pub(crate) fn is_free_key_replacement(
		origin: &OriginFor<T>,
		new_key: &RollKey,
		proof: &PossessionProof,
	) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			// The quota is the cheaper check, so it comes before the proof's.
			Self::citizen_by(&who).is_ok_and(|(_, citizen)| Self::free_acts_left(&citizen) > 0)
				&& Self::check_key_replacement(&who, new_key, proof).is_ok()
		})
	}

	pub(crate) fn do_replace_roll_key(
		who: T::AccountId,
		new_key: RollKey,
		proof: PossessionProof,
	) -> DispatchResult {
		let (id, mut citizen) = Self::check_key_replacement(&who, &new_key, &proof)?;
		citizen.free_acts.count(Self::season());
		Self::set_roll_key(id, citizen, new_key);
		Ok(())
	}

	fn set_roll_key(id: CitizenId, mut citizen: CitizenOf<T>, new_key: RollKey) {
		let old = core::mem::replace(&mut citizen.roll_key, new_key);
		RollKeyOwners::<T>::remove(old);
		RollKeyOwners::<T>::insert(new_key, RollKeyOwner::Citizen(id));
		Citizens::<T>::insert(id, citizen);
		T::OnCitizenship::changed(id, CitizenshipChange::RollKeyReplaced { roll_key: new_key });
		Self::deposit_event(Event::RollKeyReplaced { citizen: id, old, new: new_key });
	}
}

/// A key that comes with an attestation counts as no free act: it comes once a season.
impl<T: Config> NextKeys<T::AccountId> for Pallet<T> {
	fn check(account: &T::AccountId, next: &NextKey) -> DispatchResult {
		Self::check_key_replacement(account, &next.roll_key, &next.proof).map(|_| ())
	}

	fn replace(account: &T::AccountId, next: &NextKey) -> DispatchResult {
		let (id, citizen) = Self::check_key_replacement(account, &next.roll_key, &next.proof)?;
		Self::set_roll_key(id, citizen, next.roll_key);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn make(account: &T::AccountId) -> NextKey {
		let (roll_key, proof) = T::RollKeys::make([0xa7; 32], |key| Self::possession_message(account, key));
		NextKey { roll_key, proof }
	}
}
