//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use civitas_primitives::Standing;
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_approvals()?;
		Self::check_ranking()?;
		Self::check_bonds()?;
		Self::check_accounts()?;
		Self::check_seats()
	}

	fn check_approvals() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<CandidateId, u32>::new();
		for (citizen, approved) in Approvals::<T>::iter() {
			let standing = T::Citizenry::standing(citizen);
			ensure!(standing == Some(Standing::Active), "I5: somebody approves who is no active citizen");
			let distinct: BTreeSet<_> = approved.iter().copied().collect();
			let in_order = distinct.iter().eq(approved.iter());
			ensure!(in_order && !approved.is_empty(), "I5: a list of approvals is empty or not in order");
			for candidate in approved {
				let count = counts.entry(candidate).or_default();
				*count = count.saturating_add(1);
			}
		}
		let is_counted =
			|(candidate, it): (_, Candidate<_>)| counts.get(&candidate).copied().unwrap_or(0) == it.approvals;
		ensure!(Candidates::<T>::iter().all(is_counted), "I1: approvals are miscounted");
		Ok(())
	}

	fn check_ranking() -> Result<(), TryRuntimeError> {
		let ranked: Vec<_> = Ranking::<T>::iter_keys().map(Rank::parts).collect();
		let mut expected: Vec<_> = Candidates::<T>::iter()
			.filter(|(_, it)| it.approvals > 0)
			.map(|(candidate, it)| (it.approvals, candidate))
			.collect();
		expected.sort_by_key(|(approvals, candidate)| (core::cmp::Reverse(*approvals), *candidate));
		ensure!(ranked == expected, "I2: the ranking is wrong");
		Ok(())
	}

	fn check_bonds() -> Result<(), TryRuntimeError> {
		let reason = HoldReason::Bond.into();
		let bonds = Candidates::<T>::iter_values().map(|it| (it.account, it.bond));
		for (account, bond) in bonds.chain(KeptBonds::<T>::iter()) {
			ensure!(T::Currency::balance_on_hold(&reason, &account) == bond, "I3: a bond is not on hold");
		}
		let has_both = |account: &T::AccountId| KeptBonds::<T>::contains_key(account);
		ensure!(!CandidateOf::<T>::iter_keys().any(|it| has_both(&it)), "I3: a candidate has a kept bond");
		Ok(())
	}

	fn check_accounts() -> Result<(), TryRuntimeError> {
		let next = NextCandidate::<T>::get();
		for (candidate, it) in Candidates::<T>::iter() {
			let found = CandidateOf::<T>::get(&it.account);
			ensure!(found == Some(candidate) && candidate < next, "I4: a candidate is not found");
		}
		let same = Candidates::<T>::iter_keys().count() == CandidateOf::<T>::iter_keys().count();
		ensure!(same, "I4: an account has a candidacy that is not there");
		Ok(())
	}

	fn check_seats() -> Result<(), TryRuntimeError> {
		let serving = Serving::<T>::get();
		ensure!(!serving.is_empty(), "I6: nobody serves");
		let distinct: BTreeSet<_> = serving.iter().collect();
		ensure!(distinct.into_iter().eq(serving.iter()), "I6: those who serve are not in order");
		let seated: BTreeSet<_> =
			Records::<T>::iter().filter(|(_, it)| it.left.is_none()).map(|(account, _)| account).collect();
		ensure!(seated.iter().eq(serving.iter()), "I6: the records of seats are wrong");
		let elected = LastElection::<T>::get().seats;
		let lost = elected.saturating_sub(serving.len().try_into().unwrap_or(u32::MAX));
		ensure!(lost.saturating_mul(3) < elected.max(1), "I7: too many have lost their seats");
		Ok(())
	}
}
