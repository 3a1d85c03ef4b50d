//! Elections, seats and faults.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::OnSeason;
use frame_support::defensive;
use sp_runtime::Perbill;
use sp_staking::offence::OffenceSeverity;

impl<T: Config> Pallet<T> {
	/// The session under way.
	pub(crate) fn session() -> SessionIndex {
		<T::Sessions as ValidatorSet<T::AccountId>>::session_index()
	}

	/// How many approvals a candidate needs now.
	pub(crate) fn needed_approvals() -> u32 {
		let active = T::Citizenry::headcount().active;
		let part = Perbill::from_percent(T::ApprovalPercent::get()).mul_ceil(active);
		T::LeastApprovals::get().max(part).max(1)
	}

	/// How many seats there are.
	pub(crate) fn seats() -> u32 {
		T::Seats::get().min(T::MaxValidators::get())
	}

	/// The candidates who would be elected now, the most approved first.
	pub(crate) fn winners() -> impl Iterator<Item = CandidateId> {
		let needed = Self::needed_approvals();
		let seats = usize::try_from(Self::seats()).unwrap_or(usize::MAX);
		Ranking::<T>::iter_keys()
			.take(seats)
			.map(Rank::parts)
			.take_while(move |(approvals, _)| *approvals >= needed)
			.map(|(_, candidate)| candidate)
	}

	/// Gives the seats for `season` to those who are elected, or leaves them as they are if these are too few.
	pub(crate) fn elect(season: SeasonIndex) -> u32 {
		let mut winners: Vec<_> = Self::winners()
			.filter_map(|candidate| Candidates::<T>::get(candidate).map(|it| it.account))
			.collect();
		let electable = u32::try_from(winners.len()).unwrap_or(u32::MAX);
		let quorum = T::Quorum::get().max(1);
		if electable < quorum {
			Self::deposit_event(Event::OldValidatorsStay { season, electable, quorum });
			return electable;
		}
		winners.sort();
		Self::deposit_event(Event::Elected { season, validators: winners.clone() });
		Offenders::<T>::kill();
		Self::seat(season, winners);
		electable
	}

	/// Gives the seats to `validators`, who are in ascending order.
	pub(crate) fn seat(season: SeasonIndex, validators: Vec<T::AccountId>) {
		let session = Self::session();
		let Ok(validators) = BoundedVec::<_, T::MaxValidators>::try_from(validators) else {
			defensive!("there are no more validators than the type holds");
			return;
		};
		let old = Serving::<T>::get();
		for account in old.iter().filter(|it| validators.binary_search(it).is_err()) {
			Records::<T>::mutate_extant(account, |record| record.left = Some(session));
		}
		// They serve from the session after the next, which is the first that is not planned yet.
		let since = session.saturating_add(2);
		let last_active = since.saturating_sub(1);
		for account in validators.iter().filter(|it| old.binary_search(it).is_err()) {
			Records::<T>::mutate(account, |record| {
				let punished = record.and_then(|record| record.punished);
				*record = Some(Record { since, blocks: 0, last_active, left: None, punished });
			});
		}
		let seats = u32::try_from(validators.len()).unwrap_or(u32::MAX);
		LastElection::<T>::put(Election { season, session, seats });
		if old != validators {
			Serving::<T>::put(validators);
			HasChanged::<T>::put(true);
		}
	}

	/// How many seats can be taken away between two elections: so many that those who are left can finalise.
	pub(crate) fn spare_seats(elected: u32) -> u32 {
		elected.saturating_sub(1).checked_div(3).unwrap_or_default()
	}

	/// Takes the seat of `account`, if it has one and not too many have lost theirs since the election.
	fn take_seat(account: &T::AccountId, fault: Fault) {
		let mut serving = Serving::<T>::get();
		let Ok(place) = serving.binary_search(account) else { return };
		let elected = LastElection::<T>::get().seats;
		let left = u32::try_from(serving.len()).unwrap_or(u32::MAX);
		if elected.saturating_sub(left) >= Self::spare_seats(elected) {
			return;
		}
		serving.remove(place);
		Serving::<T>::put(serving);
		HasChanged::<T>::put(true);
		let session = Self::session();
		Records::<T>::mutate_extant(account, |record| record.left = Some(session));
		Self::deposit_event(Event::SeatLost { account: account.clone(), fault });
	}

	/// Ends the candidacy of `account`, if it has one, and takes its seat, because of a fault.
	fn expel(account: &T::AccountId, fault: Fault) {
		if let Some(candidate) = Self::end_candidacy(account) {
			Self::deposit_event(Event::CandidacyEnded { candidate, account: account.clone(), fault });
		}
		Self::take_seat(account, fault);
	}

	/// Expels those who have made no block for too long, when session `ended` is over.
	pub(crate) fn expel_absent(ended: SessionIndex) {
		let patience = T::AbsenceSessions::get().max(1);
		for account in Serving::<T>::get() {
			let Some(record) = Records::<T>::get(&account) else { continue };
			if ended.saturating_sub(record.last_active) >= patience {
				Self::expel(&account, Fault::Absence);
			}
		}
	}

	/// Punishes `account` for an offence in `session`. Offences up to the session of the last punishment are paid for.
	pub(crate) fn punish(account: &T::AccountId, session: SessionIndex) {
		let is_paid = Records::<T>::get(account)
			.and_then(|record| record.punished)
			.is_some_and(|punished| session <= punished);
		if is_paid {
			return;
		}
		let now = Self::session();
		Records::<T>::mutate_extant(account, |record| record.punished = Some(now));
		Self::expel(account, Fault::Equivocation);
		Self::slash(account);
		Offenders::<T>::mutate(|offenders| {
			if !offenders.contains(account) {
				// No more than those who serve can be disabled, so nothing is lost if there is no room.
				let _ = offenders.try_push(account.clone());
			}
		});
		Self::disable(account);
	}

	/// Disables `account` in the session under way, if it serves in it and not too many are disabled.
	pub(crate) fn disable(account: &T::AccountId) {
		T::Sessions::report_offence(account.clone(), OffenceSeverity(Perbill::one()));
	}
}

impl<T: Config> OnSeason for Pallet<T> {
	fn turn(new: SeasonIndex) -> Weight {
		T::WeightInfo::elect(Self::elect(new))
	}
}
