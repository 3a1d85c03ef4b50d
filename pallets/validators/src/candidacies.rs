//! Candidacies, bonds and approvals.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, OnCitizenship, Standing};
use frame_support::traits::{fungible::InspectHold, tokens::Precision, Imbalance};
use sp_runtime::{traits::Zero, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// Whether `account` is a candidate, a validator, or was one and can still be punished: then it can have keys.
	pub fn is_known(account: &T::AccountId) -> bool {
		CandidateOf::<T>::contains_key(account)
			|| Records::<T>::contains_key(account)
			|| KeptBonds::<T>::contains_key(account)
	}

	pub(crate) fn do_stand(who: T::AccountId, keys: T::Keys, proof: &[u8]) -> DispatchResult {
		ensure!(!CandidateOf::<T>::contains_key(&who), Error::<T>::AlreadyCandidate);
		let is_owner = who.using_encoded(|who| keys.ownership_proof_is_valid(who, proof));
		ensure!(is_owner, Error::<T>::InvalidProof);

		let candidate = NextCandidate::<T>::get();
		NextCandidate::<T>::put(candidate.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		// A bond that is kept counts, so that nobody who can still be punished must bond twice.
		let kept = KeptBonds::<T>::take(&who).unwrap_or_default();
		let bond = T::Bond::get().max(kept);
		T::Currency::hold(&HoldReason::Bond.into(), &who, bond.saturating_sub(kept))?;
		CandidateOf::<T>::insert(&who, candidate);
		Candidates::<T>::insert(candidate, Candidate { account: who.clone(), bond, approvals: 0 });
		// Only those who are known can set keys, so this comes after they are.
		T::Sessions::set_keys(&who, keys)?;
		Self::deposit_event(Event::Stood { candidate, account: who, bond });
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId) -> DispatchResult {
		let candidate = Self::end_candidacy(&who).ok_or(Error::<T>::NotCandidate)?;
		Self::deposit_event(Event::Withdrew { candidate, account: who.clone() });
		if Self::is_bound(&who) {
			return Ok(());
		}
		Self::do_release(&who)
	}

	/// Ends the candidacy of `account`, if there is one, and keeps its bond. Returns the candidate's number.
	pub(crate) fn end_candidacy(account: &T::AccountId) -> Option<CandidateId> {
		let candidate = CandidateOf::<T>::take(account)?;
		let ended = Candidates::<T>::take(candidate)?;
		Ranking::<T>::remove(Rank::new(ended.approvals, candidate));
		KeptBonds::<T>::insert(account, ended.bond);
		Some(candidate)
	}

	/// Whether an offence of `account` could still happen or be reported, as far as its seat is concerned.
	fn is_bound(account: &T::AccountId) -> bool {
		match Records::<T>::get(account) {
			None => false,
			Some(Record { left: None, .. }) => true,
			Some(Record { left: Some(left), .. }) => Self::session() < Self::free_from(left),
		}
	}

	/// The first session in which no offence can be reported of a validator that lost its seat in session `left`.
	pub(crate) fn free_from(left: SessionIndex) -> SessionIndex {
		// It serves in the session after that one, for which it was planned already.
		left.saturating_add(2).saturating_add(T::ReportSessions::get())
	}

	pub(crate) fn do_release(account: &T::AccountId) -> DispatchResult {
		let is_bound = CandidateOf::<T>::contains_key(account) || Self::is_bound(account);
		ensure!(!is_bound, Error::<T>::StillBound);
		ensure!(Self::is_known(account), Error::<T>::NothingToRelease);
		// Only those who are known can have keys, so this comes before they are forgotten. Whoever was never elected
		// after the founding may have none.
		let _ = T::Sessions::purge_keys(account);
		Records::<T>::remove(account);
		let amount = KeptBonds::<T>::take(account).unwrap_or_default();
		T::Currency::release(&HoldReason::Bond.into(), account, amount, Precision::BestEffort)?;
		Self::deposit_event(Event::Released { account: account.clone(), amount });
		Ok(())
	}

	/// Gives to the treasury whatever `account` has on hold as a bond.
	pub(crate) fn slash(account: &T::AccountId) {
		if let Some(kept) = KeptBonds::<T>::get(account) {
			if !kept.is_zero() {
				KeptBonds::<T>::insert(account, Balance::zero());
			}
		}
		let reason = HoldReason::Bond.into();
		let held = T::Currency::balance_on_hold(&reason, account);
		if held.is_zero() {
			return;
		}
		let (credit, _) = T::Currency::slash(&reason, account, held);
		let amount = credit.peek();
		T::Slashed::on_unbalanced(credit);
		Self::deposit_event(Event::Slashed { account: account.clone(), amount });
	}

	/// That `who` can approve `candidates`. Returns the citizen and whom they have approved so far.
	fn check_approval(
		who: &T::AccountId,
		candidates: &ApprovalList,
	) -> Result<(CitizenId, ApprovalList), DispatchError> {
		let citizen = T::Citizenry::citizen(who).ok_or(Error::<T>::NotCitizen)?;
		ensure!(T::Citizenry::standing(citizen) == Some(Standing::Active), Error::<T>::Suspended);
		let old = Approvals::<T>::get(citizen).unwrap_or_default();
		ensure!(old != *candidates, Error::<T>::Unchanged);
		ensure!(candidates.is_sorted_by(|lower, higher| lower < higher), Error::<T>::NotInOrder);
		ensure!(candidates.iter().all(Candidates::<T>::contains_key), Error::<T>::UnknownCandidate);
		Ok((citizen, old))
	}

	pub(crate) fn is_free_approval(origin: &OriginFor<T>, candidates: &ApprovalList) -> bool {
		let Ok(who) = ensure_signed(origin.clone()) else { return false };
		// The quota is the cheaper check, so it comes first.
		T::Citizenry::citizen(&who).is_some_and(|citizen| T::CivicActs::left(citizen) > 0)
			&& Self::check_approval(&who, candidates).is_ok()
	}

	pub(crate) fn do_approve(who: &T::AccountId, candidates: ApprovalList) -> DispatchResult {
		let (citizen, old) = Self::check_approval(who, &candidates)?;
		// Both lists are in order, so whoever is in both is found without a loop over one of them.
		for candidate in old.iter().filter(|it| candidates.binary_search(it).is_err()) {
			Self::recount(*candidate, |approvals| approvals.saturating_sub(1));
		}
		for candidate in candidates.iter().filter(|it| old.binary_search(it).is_err()) {
			Self::recount(*candidate, |approvals| approvals.saturating_add(1));
		}
		if candidates.is_empty() {
			Approvals::<T>::remove(citizen);
		} else {
			Approvals::<T>::insert(citizen, &candidates);
		}
		T::CivicActs::count(citizen);
		Self::deposit_event(Event::Approved { citizen, candidates });
		Ok(())
	}

	/// Changes the approvals of `candidate`, if it still stands, and moves it to its new place in the ranking.
	fn recount(candidate: CandidateId, change: impl FnOnce(u32) -> u32) {
		Candidates::<T>::mutate_extant(candidate, |it| {
			Ranking::<T>::remove(Rank::new(it.approvals, candidate));
			it.approvals = change(it.approvals);
			if it.approvals > 0 {
				Ranking::<T>::insert(Rank::new(it.approvals, candidate), ());
			}
		});
	}
}

impl<T: Config> OnCitizenship for Pallet<T> {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		if !matches!(change, CitizenshipChange::Suspended | CitizenshipChange::Left { .. }) {
			return;
		}
		let Some(approved) = Approvals::<T>::take(citizen) else { return };
		for candidate in approved {
			Self::recount(candidate, |approvals| approvals.saturating_sub(1));
		}
		Self::deposit_event(Event::ApprovalsEnded { citizen });
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ties(citizen: CitizenId) {
		benchmarking::ensure_approvals::<T>(citizen);
	}
}
