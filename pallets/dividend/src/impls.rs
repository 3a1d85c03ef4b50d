//! How shares are counted, divided, paid and returned.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::vec::Vec;
use civitas_primitives::{Admission, CitizenshipChange, Exit, OnAttendance, OnCitizenship, OnExit, OnSeason};
use frame_support::{
	defensive,
	storage::with_storage_layer,
	traits::{
		tokens::{DepositConsequence, Preservation, Provenance},
		Imbalance, OnUnbalanced,
	},
};

impl<T: Config> Pallet<T> {
	/// The account that keeps the money.
	pub fn account_id() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Lets the pallet's account exist, so that it can take any amount.
	pub(crate) fn found() -> DispatchResult {
		T::Currency::mint_into(&Self::account_id(), T::Currency::minimum_balance())?;
		Ok(())
	}

	pub(crate) fn season() -> SeasonIndex {
		T::Calendar::season().index
	}

	/// The season under way and the next: those that being seen counts for.
	fn seasons_ahead() -> [SeasonIndex; 2] {
		let now = Self::season();
		// Seasons outlast the block numbers.
		[now, now.saturating_add(1)]
	}

	/// Entitles a citizen who has been seen. The season in which they joined does not count.
	fn entitle(citizen: CitizenId) {
		let joined = Joined::<T>::get(citizen);
		if joined.is_some_and(|season| season < Self::season()) {
			Joined::<T>::remove(citizen);
		}
		for season in Self::seasons_ahead().into_iter().filter(|season| joined != Some(*season)) {
			if !Entitlements::<T>::contains_key(season, citizen) {
				Entitlements::<T>::insert(season, citizen, Entitlement::Due);
				Self::count(season);
			}
		}
	}

	/// Turns entitlements of `seasons` from `from` to `to`.
	fn turn_entitlements(
		citizen: CitizenId,
		seasons: impl IntoIterator<Item = SeasonIndex>,
		from: Entitlement,
		to: Entitlement,
	) {
		for season in seasons {
			if Entitlements::<T>::get(season, citizen) == Some(from) {
				Entitlements::<T>::insert(season, citizen, to);
			}
		}
	}

	/// Ends the entitlements of a citizen who has left, for the seasons ahead.
	fn end_entitlements(citizen: CitizenId) {
		Joined::<T>::remove(citizen);
		for season in Self::seasons_ahead() {
			if Entitlements::<T>::take(season, citizen).is_some() {
				Self::uncount(season);
			}
		}
	}

	fn count(season: SeasonIndex) {
		// Citizens' ids fit the type, so their number does; so it is below.
		Entitled::<T>::mutate(season, |count| *count = count.saturating_add(1));
	}

	fn uncount(season: SeasonIndex) {
		Entitled::<T>::mutate(season, |count| *count = count.saturating_sub(1));
	}

	/// The seasons that can be claimed from. They are few.
	fn open_seasons() -> impl Iterator<Item = SeasonIndex> {
		let claimable = ExpiredBefore::<T>::get()..Self::season();
		let most = usize::try_from(MAX_CLAIM_SEASONS).unwrap_or(usize::MAX);
		claimable.take(most)
	}

	/// What `citizen` may claim, season by season.
	fn claims(citizen: CitizenId) -> Vec<(SeasonIndex, Share)> {
		Self::open_seasons()
			.filter(|season| Entitlements::<T>::get(season, citizen) == Some(Entitlement::Due))
			.filter_map(|season| Some((season, Shares::<T>::get(season)?)))
			.collect()
	}

	/// What `claims` come to.
	fn sum(claims: &[(SeasonIndex, Share)]) -> Balance {
		// All the money there is fits the type.
		claims.iter().fold(0, |sum, (_, share)| sum.saturating_add(share.per_citizen))
	}

	/// The citizen that `who` is. A sentenced citizen waits until the sentence is carried out or lifted.
	fn check_claimant(who: &T::AccountId) -> Result<CitizenId, Error<T>> {
		let citizen = T::Citizenry::citizen(who).ok_or(Error::<T>::NotCitizen)?;
		ensure!(!T::Sentences::is_sentenced(citizen), Error::<T>::Sentenced);
		Ok(citizen)
	}

	pub(crate) fn is_free_claim(origin: &OriginFor<T>) -> bool {
		let Ok(who) = ensure_signed(origin.clone()) else { return false };
		let Ok(citizen) = Self::check_claimant(&who) else { return false };
		let amount = Self::sum(&Self::claims(citizen));
		amount > 0
			&& T::Currency::can_deposit(&who, amount, Provenance::Extant) == DepositConsequence::Success
	}

	pub(crate) fn do_claim(who: T::AccountId) -> DispatchResult {
		let citizen = Self::check_claimant(&who)?;
		Self::pay(citizen, &who)
	}

	/// Pays all shares of seasons that are over.
	fn pay(citizen: CitizenId, account: &T::AccountId) -> DispatchResult {
		let claims = Self::claims(citizen);
		let amount = Self::sum(&claims);
		ensure!(amount > 0, Error::<T>::NothingToClaim);
		for (season, share) in claims {
			let amount = share.per_citizen;
			Entitlements::<T>::remove(season, citizen);
			Shares::<T>::insert(
				season,
				// It covers the share of each that is still entitled (I3).
				Share { unclaimed: share.unclaimed.saturating_sub(amount), ..share },
			);
			Self::deposit_event(Event::Claimed { season, citizen, account: account.clone(), amount });
		}
		T::Currency::transfer(&Self::account_id(), account, amount, Preservation::Preserve)?;
		Ok(())
	}

	/// Returns to the pot what has not been claimed in time, as of season `now`.
	fn expire(now: SeasonIndex) {
		let period = T::ClaimSeasons::get().clamp(1, MAX_CLAIM_SEASONS);
		let expired_before = now.saturating_sub(period);
		// The seasons that can be claimed from are never more than one above the most: so few are left to expire.
		let expired = ExpiredBefore::<T>::get()..expired_before;
		if expired.is_empty() {
			return;
		}
		for season in expired {
			if let Some(Share { unclaimed, .. }) = Shares::<T>::take(season) {
				Pot::<T>::mutate(|pot| *pot = pot.saturating_add(unclaimed));
				Self::deposit_event(Event::Expired { season, unclaimed });
			}
		}
		ExpiredBefore::<T>::put(expired_before);
	}

	/// Divides the pot between those entitled in `season`.
	fn divide(season: SeasonIndex) {
		let entitled = Entitled::<T>::take(season);
		let pot = Pot::<T>::get();
		let per_citizen = pot.checked_div(entitled.into()).unwrap_or(0);
		let unclaimed = per_citizen.saturating_mul(entitled.into());
		let pot = pot.saturating_sub(unclaimed);
		if per_citizen > 0 {
			Shares::<T>::insert(season, Share { per_citizen, entitled, unclaimed });
			Pot::<T>::put(pot);
		}
		Self::deposit_event(Event::Shared { season, per_citizen, entitled, pot });
	}

	/// Removes entitlements of seasons that have expired, as long as there is room.
	pub(crate) fn upkeep(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::upkeep()).is_err() {
			return;
		}
		let expired_before = ExpiredBefore::<T>::get();
		loop {
			let season = SweptBefore::<T>::get();
			if season >= expired_before || !Self::sweep(season, meter) {
				return;
			}
			SweptBefore::<T>::put(season.saturating_add(1));
		}
	}

	/// Removes the entitlements of `season`, as long as there is room. Returns whether none is left.
	pub(crate) fn sweep(season: SeasonIndex, meter: &mut WeightMeter) -> bool {
		let mut left = Entitlements::<T>::drain_prefix(season);
		while meter.try_consume(T::WeightInfo::sweep()).is_ok() {
			if left.next().is_none() {
				return true;
			}
		}
		false
	}

	/// What a citizen may expect.
	pub fn dividend_info(citizen: CitizenId) -> DividendInfo {
		let season = Self::season();
		let (pot, entitled) = (Pot::<T>::get(), Entitled::<T>::get(season));
		let is_entitled = Entitlements::<T>::get(season, citizen) == Some(Entitlement::Due);
		let share = pot.checked_div(entitled.into()).unwrap_or(0);
		DividendInfo {
			claimable: if T::Sentences::is_sentenced(citizen) {
				0
			} else {
				Self::sum(&Self::claims(citizen))
			},
			pot,
			entitled,
			expected: if is_entitled { share } else { 0 },
		}
	}
}

impl<T: Config> OnUnbalanced<CreditOf<T>> for Pallet<T> {
	fn on_nonzero_unbalanced(credit: CreditOf<T>) {
		let amount = credit.peek();
		match T::Currency::resolve(&Self::account_id(), credit) {
			Ok(()) => {
				// All the money there is fits the type.
				let pot = Pot::<T>::get().saturating_add(amount);
				Pot::<T>::put(pot);
				Self::deposit_event(Event::Received { amount, pot });
			}
			Err(_) => {
				defensive!("the pallet's account exists, so it can take any amount");
			}
		}
	}
}

impl<T: Config> OnAttendance for Pallet<T> {
	fn attested(citizen: CitizenId) {
		Self::entitle(citizen);
	}
}

impl<T: Config> OnCitizenship for Pallet<T> {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		use Entitlement::{Due, Withheld};
		match change {
			CitizenshipChange::Admitted { admission, .. } => {
				// Those who founded the state are there from the first block on.
				if admission != Admission::Genesis {
					Joined::<T>::insert(citizen, Self::season());
				}
				Self::entitle(citizen)
			}
			CitizenshipChange::Suspended => {
				Self::turn_entitlements(citizen, Self::seasons_ahead(), Due, Withheld)
			}
			CitizenshipChange::Reinstated => {
				let seasons = Self::open_seasons().chain(Self::seasons_ahead());
				Self::turn_entitlements(citizen, seasons, Withheld, Due)
			}
			CitizenshipChange::RollKeyReplaced { .. } => {}
			CitizenshipChange::Left { .. } => Self::end_entitlements(citizen),
		}
	}
}

impl<T: Config> OnExit<T::AccountId> for Pallet<T> {
	fn leaving(citizen: CitizenId, account: &T::AccountId, exit: Exit) {
		// What is not paid returns to the pot in time.
		if exit == Exit::Honest {
			// Nothing stops an exit, not even a sum too little for an account to exist with.
			let _ = with_storage_layer(|| Self::pay(citizen, account));
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_dues(citizen: CitizenId, _: &T::AccountId) {
		crate::benchmarking::ensure_shares::<T>(citizen);
	}
}

impl<T: Config> OnSeason for Pallet<T> {
	fn turn(new: SeasonIndex) -> Weight {
		Self::expire(new);
		match new.checked_sub(1) {
			Some(season) => Self::divide(season),
			None => {
				defensive!("the first season never turns to itself");
			}
		}
		T::WeightInfo::turn()
	}
}
