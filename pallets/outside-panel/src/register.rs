//! The register of residents.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use sp_runtime::traits::{EnsureAdd, EnsureSub};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(account: T::AccountId, evidence: H256) -> DispatchResult {
		ensure!(!Residents::<T>::contains_key(&account), Error::<T>::AlreadyRegistered);
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

	pub(crate) fn do_remove(account: T::AccountId) -> DispatchResult {
		let Resident { slot, evidence } = Residents::<T>::take(&account).ok_or(Error::<T>::NotResident)?;
		let size = Register::<T>::get();
		Register::<T>::put(Size { residents: size.residents.ensure_sub(1)?, ..size });
		Holders::<T>::remove(slot);
		EvidenceOf::<T>::remove(evidence);
		frame_system::Pallet::<T>::dec_sufficients(&account);
		Self::deposit_event(Event::Removed { account, slot });
		Ok(())
	}
}
