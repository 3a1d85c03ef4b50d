//! What the calls do.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, OnCitizenship, Standing};
use sp_runtime::traits::Saturating;

type RecoveryOf<T> = Recovery<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

impl<T: Config> Pallet<T> {
	/// Whether the call is free: `check` says that it will succeed, and whose free act it is.
	pub(crate) fn is_free(
		origin: &OriginFor<T>,
		check: impl FnOnce(&T::AccountId) -> Result<CitizenId, DispatchError>,
	) -> bool {
		let Ok(who) = ensure_signed(origin.clone()) else { return false };
		// The quota is the cheaper check, so it comes first.
		T::Citizenry::citizen(&who).is_some_and(|citizen| T::CivicActs::left(citizen) > 0)
			&& check(&who).is_ok()
	}

	/// The citizen behind `who`.
	fn citizen(who: &T::AccountId) -> Result<CitizenId, DispatchError> {
		T::Citizenry::citizen(who).ok_or(Error::<T>::NotCitizen.into())
	}

	/// The citizen behind `who`, if they are a friend of `citizen`, and all those friends.
	fn friend(who: &T::AccountId, citizen: CitizenId) -> Result<(CitizenId, Circle), DispatchError> {
		let friend = Self::citizen(who)?;
		ensure!(T::Citizenry::standing(friend) == Some(Standing::Active), Error::<T>::Suspended);
		let circle = Circles::<T>::get(citizen).ok_or(Error::<T>::NotFriend)?;
		ensure!(circle.friends.contains(&friend), Error::<T>::NotFriend);
		Ok((friend, circle))
	}

	/// The first block in which a recovery can be completed on which friends agree since block `since`.
	pub(crate) fn due(since: BlockNumberFor<T>) -> BlockNumberFor<T> {
		since.saturating_add(T::Period::get())
	}

	/// That `who` can name these friends. Returns the citizen.
	pub(crate) fn check_friends(
		who: &T::AccountId,
		friends: &Friends,
		needed: u32,
	) -> Result<CitizenId, DispatchError> {
		let citizen = Self::citizen(who)?;
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		ensure!(Recoveries::<T>::get(citizen).is_none(), Error::<T>::UnderWay);
		if friends.is_empty() {
			ensure!(needed == 0, Error::<T>::InvalidNeeded);
			return Ok(citizen);
		}
		let is_sorted = friends.is_sorted_by(|lower, higher| lower < higher);
		ensure!(is_sorted && !friends.contains(&citizen), Error::<T>::InvalidFriends);
		let are_citizens = friends.iter().all(|friend| T::Citizenry::standing(*friend).is_some());
		ensure!(are_citizens, Error::<T>::InvalidFriends);
		let most = u32::try_from(friends.len()).unwrap_or(MAX_FRIENDS);
		ensure!((MIN_NEEDED..=most).contains(&needed), Error::<T>::InvalidNeeded);
		Ok(citizen)
	}

	pub(crate) fn do_name_friends(who: &T::AccountId, friends: Friends, needed: u32) -> DispatchResult {
		let citizen = Self::check_friends(who, &friends, needed)?;
		if friends.is_empty() {
			Circles::<T>::remove(citizen);
		} else {
			Circles::<T>::insert(citizen, Circle { friends: friends.clone(), needed });
		}
		T::CivicActs::count(citizen);
		Self::deposit_event(Event::FriendsNamed { citizen, friends, needed });
		Ok(())
	}

	/// That `who` can name `new_account` for `citizen`. Returns the friend, the circle, and the recovery so far.
	pub(crate) fn check_support(
		who: &T::AccountId,
		citizen: CitizenId,
		new_account: &T::AccountId,
	) -> Result<(CitizenId, Circle, RecoveryOf<T>), DispatchError> {
		let (friend, circle) = Self::friend(who, citizen)?;
		let recovery = Recoveries::<T>::get(citizen).unwrap_or_default();
		ensure!(recovery.named_by(friend) != Some(new_account), Error::<T>::AlreadySupported);
		T::Rotation::check(citizen, new_account)?;
		Ok((friend, circle, recovery))
	}

	pub(crate) fn do_support(
		who: &T::AccountId,
		citizen: CitizenId,
		new_account: T::AccountId,
	) -> DispatchResult {
		let (friend, circle, mut recovery) = Self::check_support(who, citizen, &new_account)?;
		recovery.support.retain(|(supporter, _)| *supporter != friend);
		// There are no more supporters than friends.
		recovery.support.try_push((friend, new_account.clone())).map_err(|_| Error::<T>::NotFriend)?;
		Self::deposit_event(Event::Supported { citizen, friend, new_account });
		Self::settle(citizen, &circle, recovery);
		T::CivicActs::count(friend);
		Ok(())
	}

	/// Stores `recovery` after a change of its support.
	fn settle(citizen: CitizenId, circle: &Circle, mut recovery: RecoveryOf<T>) {
		let now = frame_system::Pallet::<T>::block_number();
		if recovery.settle(circle.needed, now) {
			if let Some((new_account, since)) = recovery.agreed.clone() {
				Self::deposit_event(Event::Agreed { citizen, new_account, due: Self::due(since) });
			}
		}
		if recovery.support.is_empty() {
			Recoveries::<T>::remove(citizen);
		} else {
			Recoveries::<T>::insert(citizen, recovery);
		}
	}

	/// That `who` can withdraw their support. Returns the friend and the recovery without it.
	pub(crate) fn check_withdrawal(
		who: &T::AccountId,
		citizen: CitizenId,
	) -> Result<(CitizenId, RecoveryOf<T>), DispatchError> {
		let friend = Self::citizen(who)?;
		let mut recovery = Recoveries::<T>::get(citizen).ok_or(Error::<T>::NotSupported)?;
		ensure!(recovery.named_by(friend).is_some(), Error::<T>::NotSupported);
		recovery.support.retain(|(supporter, _)| *supporter != friend);
		Ok((friend, recovery))
	}

	pub(crate) fn do_withdraw_support(who: &T::AccountId, citizen: CitizenId) -> DispatchResult {
		let (friend, recovery) = Self::check_withdrawal(who, citizen)?;
		let circle = Circles::<T>::get(citizen).ok_or(Error::<T>::NotSupported)?;
		Self::deposit_event(Event::SupportWithdrawn { citizen, friend });
		Self::settle(citizen, &circle, recovery);
		T::CivicActs::count(friend);
		Ok(())
	}

	/// That `who` can stop a recovery. Returns the citizen.
	pub(crate) fn check_stop(who: &T::AccountId) -> Result<CitizenId, DispatchError> {
		let citizen = Self::citizen(who)?;
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		ensure!(Recoveries::<T>::get(citizen).is_some(), Error::<T>::NotUnderWay);
		Ok(citizen)
	}

	pub(crate) fn do_stop(who: &T::AccountId) -> DispatchResult {
		let citizen = Self::check_stop(who)?;
		Self::forget(citizen);
		Self::deposit_event(Event::Stopped { citizen });
		Ok(())
	}

	/// That the recovery of `citizen` can be completed. Returns the new account.
	pub(crate) fn check_completion(citizen: CitizenId) -> Result<T::AccountId, DispatchError> {
		let recovery = Recoveries::<T>::get(citizen).ok_or(Error::<T>::NotUnderWay)?;
		let (new_account, since) = recovery.agreed.ok_or(Error::<T>::NotAgreed)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= Self::due(since), Error::<T>::TooEarly);
		T::Rotation::check(citizen, &new_account)?;
		Ok(new_account)
	}

	pub(crate) fn do_complete(citizen: CitizenId) -> DispatchResult {
		let new_account = Self::check_completion(citizen)?;
		T::Rotation::rotate(citizen, &new_account)?;
		Recoveries::<T>::remove(citizen);
		Self::deposit_event(Event::Completed { citizen, new_account });
		Ok(())
	}

	/// Removes all that is stored of `citizen`.
	fn forget(citizen: CitizenId) {
		Circles::<T>::remove(citizen);
		Recoveries::<T>::remove(citizen);
	}
}

impl<T: Config> OnCitizenship for Pallet<T> {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		if matches!(change, CitizenshipChange::Left { .. }) {
			Self::forget(citizen);
		}
	}
}
