//! The register of residents.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use sp_runtime::traits::{EnsureAdd, EnsureSub, Saturating};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(account: T::AccountId, evidence: H256) -> DispatchResult {
		ensure!(!Residents::<T>::contains_key(&account), Error::<T>::AlreadyRegistered);
		if Removals::<T>::contains_key(&account) {
			Self::do_forget(account.clone())?;
		}
		ensure!(!EvidenceOf::<T>::contains_key(evidence), Error::<T>::EvidenceTaken);
		ensure!(T::Citizenry::citizen(&account).is_none(), Error::<T>::NotOutside);
		let Size { slots: slot, residents } = Register::<T>::get();
		ensure!(residents < T::MaxResidents::get(), Error::<T>::TooManyResidents);
		let slots = slot.checked_add(1).ok_or(Error::<T>::TooManyResidents)?;
		Register::<T>::put(Size { slots, residents: residents.ensure_add(1)? });
		Residents::<T>::insert(&account, Resident { slot, evidence });
		Holders::<T>::insert(slot, &account);
		EvidenceOf::<T>::insert(evidence, slot);
		frame_system::Pallet::<T>::inc_sufficients(&account);
		Self::deposit_event(Event::Registered { account, slot, evidence });
		Ok(())
	}

	/// Ends a resident's entry, for polls whose decision begins later.
	pub(crate) fn do_remove(account: T::AccountId) -> DispatchResult {
		let slot = Self::strike(&account)?;
		let at = frame_system::Pallet::<T>::block_number();
		Removals::<T>::insert(&account, Removal { slot, at });
		Self::deposit_event(Event::Removed { account, slot });
		Ok(())
	}

	/// A resident, or somebody who was removed, wants nothing more to do with panels.
	pub(crate) fn do_leave(account: T::AccountId) -> DispatchResult {
		if let Some(Removal { slot, .. }) = Removals::<T>::take(&account) {
			Self::release(&account, slot);
			Self::deposit_event(Event::Forgotten { account, slot });
		} else {
			let slot = Self::strike(&account)?;
			Self::release(&account, slot);
			Self::deposit_event(Event::Removed { account, slot });
		}
		Ok(())
	}

	/// Takes a resident out of the register. The slot stays theirs.
	fn strike(account: &T::AccountId) -> Result<u32, DispatchError> {
		let Resident { slot, evidence } = Residents::<T>::take(account).ok_or(Error::<T>::NotResident)?;
		let size = Register::<T>::get();
		Register::<T>::put(Size { residents: size.residents.ensure_sub(1)?, ..size });
		EvidenceOf::<T>::remove(evidence);
		Ok(slot)
	}

	/// Leaves a slot empty for good.
	fn release(account: &T::AccountId, slot: u32) {
		Holders::<T>::remove(slot);
		frame_system::Pallet::<T>::dec_sufficients(account);
	}

	/// Whether `account` holds a slot.
	pub(crate) fn is_known(account: &T::AccountId) -> bool {
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		Residents::<T>::get(account).is_some() || Removals::<T>::contains_key(account)
	}

	/// The slot under which `account` votes in a poll that is being decided since `since`.
	pub(crate) fn slot_for(account: &T::AccountId, since: BlockNumberFor<T>) -> Result<u32, Error<T>> {
		if let Some(Resident { slot, .. }) = Residents::<T>::get(account) {
			return Ok(slot);
		}
		let Removal { slot, at } = Removals::<T>::get(account).ok_or(Error::<T>::NotResident)?;
		ensure!(since <= at, Error::<T>::RemovedBefore);
		Ok(slot)
	}

	/// Checks that `account` was removed before every poll that can still be open.
	pub(crate) fn check_forgetting(account: &T::AccountId) -> Result<u32, Error<T>> {
		let Removal { slot, at } = Removals::<T>::get(account).ok_or(Error::<T>::NotRemoved)?;
		// Clamping at the last block number there is means: never.
		let end = at.saturating_add(T::LongestDecision::get());
		ensure!(frame_system::Pallet::<T>::block_number() > end, Error::<T>::RemovedLately);
		Ok(slot)
	}

	pub(crate) fn do_forget(account: T::AccountId) -> DispatchResult {
		let slot = Self::check_forgetting(&account)?;
		Removals::<T>::remove(&account);
		Self::release(&account, slot);
		Self::deposit_event(Event::Forgotten { account, slot });
		Ok(())
	}
}
