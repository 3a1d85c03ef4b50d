//! What pages ask.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;

impl<T: Config> Pallet<T> {
	pub(crate) fn candidate_info(candidate: CandidateId) -> Option<CandidateInfo<T::AccountId>> {
		let Candidate { account, bond, approvals } = Candidates::<T>::get(candidate)?;
		let serves = Serving::<T>::get().binary_search(&account).is_ok();
		Some(CandidateInfo { candidate, account, bond, approvals, serves })
	}

	/// Up to [`PAGE`] candidacies that have not ended, from number `from` on, and where the next page begins.
	pub fn candidates_page(from: CandidateId) -> (Vec<CandidateInfo<T::AccountId>>, Option<CandidateId>) {
		let end = NextCandidate::<T>::get();
		let next = from.saturating_add(PAGE).min(end);
		let page = (from..next).filter_map(Self::candidate_info).collect();
		(page, (next < end).then_some(next))
	}

	/// The `count` best of the ranking, [`PAGE`] at most.
	pub fn ranking(count: u32) -> Vec<CandidateInfo<T::AccountId>> {
		let count = usize::try_from(count.min(PAGE)).unwrap_or_default();
		Ranking::<T>::iter_keys()
			.take(count)
			.filter_map(|rank| Self::candidate_info(rank.parts().1))
			.collect()
	}

	/// How the next election would go now.
	pub fn outlook() -> Outlook<T::AccountId> {
		Outlook {
			needed: Self::needed_approvals(),
			quorum: T::Quorum::get().max(1),
			winners: Self::winners().filter_map(Self::candidate_info).collect(),
		}
	}

	/// Those who have the seats, and how they serve.
	pub fn seat_infos() -> Vec<SeatInfo<T::AccountId>> {
		let session = Self::session();
		let active = <T::Sessions as SessionInterface>::validators();
		let disabled = <T::Sessions as DisabledValidators>::disabled_validators();
		let is_disabled = |account: &T::AccountId| {
			let index = active.iter().position(|it| it == account);
			index.and_then(|index| u32::try_from(index).ok()).is_some_and(|index| disabled.contains(&index))
		};
		Serving::<T>::get()
			.into_iter()
			.map(|account| {
				let record = Records::<T>::get(&account).unwrap_or_default();
				SeatInfo {
					candidate: CandidateOf::<T>::get(&account),
					since: record.since,
					blocks: record.blocks,
					silent_sessions: session.saturating_sub(record.last_active).saturating_sub(1),
					is_disabled: is_disabled(&account),
					account,
				}
			})
			.collect()
	}

	pub(crate) fn kept_bond_info(account: &T::AccountId) -> Option<(Balance, Option<SessionIndex>)> {
		let amount = KeptBonds::<T>::get(account)?;
		let free_from = match Records::<T>::get(account) {
			None => Some(Self::session()),
			Some(record) => record.left.map(Self::free_from),
		};
		Some((amount, free_from))
	}
}
