//! A citizen's life after admission: suspension, revocation, rotation, exit.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, Founders, Passport, Standing};
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	pub(crate) fn is_free_renunciation(origin: &OriginFor<T>) -> bool {
		ensure_signed(origin.clone()).is_ok_and(CitizenIds::<T>::contains_key)
	}

	pub(crate) fn do_renounce(who: T::AccountId) -> DispatchResult {
		let (id, citizen) = Self::citizen_by(&who)?;
		Self::leave(id, citizen)?;
		Self::deposit_event(Event::Renounced { citizen: id });
		Ok(())
	}

	pub(crate) fn do_suspend(id: CitizenId, reason_hash: H256) -> DispatchResult {
		let mut citizen = Citizens::<T>::get(id).ok_or(Error::<T>::UnknownCitizen)?;
		ensure!(citizen.standing == Standing::Active, Error::<T>::NotActive);
		Self::drop_open_business(id, &mut citizen)?;
		citizen.standing = Standing::Suspended;
		Citizens::<T>::insert(id, citizen);
		// The counts cannot under- or overflow: they count the entries of `Citizens` (I2).
		Citizenship::<T>::mutate(|count| {
			count.active = count.active.saturating_sub(1);
			count.suspended = count.suspended.saturating_add(1);
		});
		T::OnCitizenship::changed(id, CitizenshipChange::Suspended);
		Self::deposit_event(Event::Suspended { citizen: id, reason_hash });
		Ok(())
	}

	pub(crate) fn do_reinstate(id: CitizenId) -> DispatchResult {
		let mut citizen = Citizens::<T>::get(id).ok_or(Error::<T>::UnknownCitizen)?;
		ensure!(citizen.standing == Standing::Suspended, Error::<T>::NotSuspended);
		citizen.standing = Standing::Active;
		Citizens::<T>::insert(id, citizen);
		// As in `do_suspend`.
		Citizenship::<T>::mutate(|count| {
			count.suspended = count.suspended.saturating_sub(1);
			count.active = count.active.saturating_add(1);
		});
		T::OnCitizenship::changed(id, CitizenshipChange::Reinstated);
		Self::deposit_event(Event::Reinstated { citizen: id });
		Ok(())
	}

	pub(crate) fn do_revoke(id: CitizenId, grounds: Grounds, reason_hash: H256) -> DispatchResult {
		let citizen = Citizens::<T>::get(id).ok_or(Error::<T>::UnknownCitizen)?;
		let vouchers = citizen.vouchers.clone();
		Self::leave(id, citizen)?;
		Self::deposit_event(Event::Revoked { citizen: id, grounds, reason_hash });
		if grounds == Grounds::Fraud {
			let seasons = BlockNumberFor::<T>::from(T::VoucherLiability::get());
			let term = T::Calendar::season_length().saturating_mul(seasons);
			let until = frame_system::Pallet::<T>::block_number().saturating_add(term);
			for voucher in vouchers {
				Self::suspend_vouching(voucher, until);
			}
		}
		Ok(())
	}

	/// Keeps a citizen from vouching until block `until`. Whoever has left is out of reach.
	fn suspend_vouching(voucher: CitizenId, until: BlockNumberFor<T>) {
		let extended = Citizens::<T>::mutate(voucher, |citizen| match citizen {
			Some(citizen) if citizen.may_vouch_from < until => {
				citizen.may_vouch_from = until;
				true
			}
			_ => false,
		});
		if extended {
			Self::deposit_event(Event::VouchingSuspended { citizen: voucher, until });
		}
	}

	/// Removes a citizen and everything that refers to them.
	fn leave(id: CitizenId, mut citizen: CitizenOf<T>) -> DispatchResult {
		T::OnExit::leaving(id, &citizen.account);
		Self::drop_open_business(id, &mut citizen)?;
		Citizens::<T>::remove(id);
		CitizenIds::<T>::remove(&citizen.account);
		RollKeyOwners::<T>::remove(citizen.roll_key);
		// As in `do_suspend`.
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

	/// That `who` can move to `new_account`. Returns the citizen.
	fn check_rotation(
		who: &T::AccountId,
		new_account: &T::AccountId,
	) -> Result<(CitizenId, CitizenOf<T>), DispatchError> {
		let found = Self::citizen_by(who)?;
		Self::check_newcomer(new_account)?;
		ensure!(!Sponsorships::<T>::contains_key(new_account), Error::<T>::AlreadySponsored);
		Ok(found)
	}

	pub(crate) fn is_free_rotation(origin: &OriginFor<T>, new_account: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Self::check_rotation(&who, new_account)
				.is_ok_and(|(_, citizen)| Self::free_acts_left(&citizen) > 0)
		})
	}

	pub(crate) fn do_rotate(who: T::AccountId, new_account: T::AccountId) -> DispatchResult {
		let (id, mut citizen) = Self::check_rotation(&who, &new_account)?;
		CitizenIds::<T>::remove(&who);
		CitizenIds::<T>::insert(&new_account, id);
		T::Passports::withdraw(id)?;
		T::Passports::issue(
			&new_account,
			Passport { number: id, admitted: citizen.admitted_in, charter_version: citizen.charter.version },
		)?;
		citizen.account = new_account.clone();
		citizen.free_acts.count(Self::season());
		Citizens::<T>::insert(id, citizen);
		frame_system::Pallet::<T>::inc_sufficients(&new_account);
		frame_system::Pallet::<T>::dec_sufficients(&who);
		Self::deposit_event(Event::Rotated { citizen: id, old: who, new: new_account });
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
		let old = core::mem::replace(&mut citizen.roll_key, new_key);
		citizen.free_acts.count(Self::season());
		RollKeyOwners::<T>::remove(old);
		RollKeyOwners::<T>::insert(new_key, RollKeyOwner::Citizen(id));
		Citizens::<T>::insert(id, citizen);
		T::OnCitizenship::changed(id, CitizenshipChange::RollKeyReplaced { roll_key: new_key });
		Self::deposit_event(Event::RollKeyReplaced { citizen: id, old, new: new_key });
		Ok(())
	}
}
