//! What the calls and hooks cost at their dearest.

use crate::*;
use civitas_primitives::OnSeason;
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::CheckIfFeeless,
	traits::{
		fungible::{Balanced, Inspect},
		tokens::Precision,
		UnfilteredDispatchable,
	},
};
use frame_system::RawOrigin;
use pallet_authorship::EventHandler;

/// Sets the scenes of benchmarks.
pub trait BenchmarkHelper<AccountId, Keys> {
	/// Fresh keys of `owner`, and the proof that they are.
	fn keys(owner: &AccountId) -> (Keys, Vec<u8>);

	/// Makes as many seats as there can be.
	fn set_seats(seats: u32);
}

/// More approvals than a candidate needs.
const PLENTY: u32 = 1_000_000;

/// A candidacy of a new account, with `approvals` and without a bond.
fn ensure_candidate<T: Config>(seed: u32, approvals: u32) -> (CandidateId, T::AccountId) {
	let account: T::AccountId = account("candidate", seed, 0);
	let candidate = NextCandidate::<T>::get();
	NextCandidate::<T>::put(candidate + 1);
	CandidateOf::<T>::insert(&account, candidate);
	Candidates::<T>::insert(candidate, Candidate { account: account.clone(), bond: 0, approvals });
	Ranking::<T>::insert(Rank::new(approvals, candidate), ());
	(candidate, account)
}

/// Lets `citizen` approve as many candidates as there can be.
pub(crate) fn ensure_approvals<T: Config>(citizen: CitizenId) {
	let approved: Vec<_> = (0..MAX_APPROVALS).map(|seed| ensure_candidate::<T>(seed, PLENTY).0).collect();
	Approvals::<T>::insert(citizen, ApprovalList::truncate_from(approved));
}

/// An account that stands, with a bond and keys.
fn ensure_standing<T: Config>(seed: u32) -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account("validator", seed, 0);
	let amount = T::Bond::get() * 2 + T::Currency::minimum_balance();
	let _ = T::Currency::deposit(&who, amount, Precision::Exact)?;
	let (keys, proof) = T::BenchmarkHelper::keys(&who);
	Pallet::<T>::do_stand(who.clone(), keys, &proof)?;
	Ok(who)
}

/// A full set of validators, among them `account`.
fn ensure_seats<T: Config>(also: Option<T::AccountId>) {
	let others = (1..T::MaxValidators::get()).map(|seed| account("serving", seed, 0));
	let mut all: Vec<T::AccountId> = others.chain(also).collect();
	all.sort();
	Pallet::<T>::seat(0, all);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn stand() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("validator", 0, 0);
		let _ = T::Currency::deposit(&who, T::Bond::get() * 2, Precision::Exact)?;
		let (keys, proof) = T::BenchmarkHelper::keys(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), keys, proof);
		assert!(CandidateOf::<T>::contains_key(&who));
		Ok(())
	}

	/// The bond returns at once.
	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let who = ensure_standing::<T>(0)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(!Pallet::<T>::is_known(&who));
		Ok(())
	}

	/// As many approvals as there can be end, `n` others begin, with the test that spares the fee.
	#[benchmark]
	fn approve(n: Linear<0, MAX_APPROVALS>) -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("citizen", 0, 0);
		let citizen = T::Citizenry::ensure_citizen(&who);
		ensure_approvals::<T>(citizen);
		let new = (0..n).map(|seed| ensure_candidate::<T>(100 + seed, PLENTY + seed).0).collect();
		let candidates = ApprovalList::truncate_from(new);
		let origin: OriginFor<T> = RawOrigin::Signed(who).into();
		let call = Call::<T>::approve { candidates: candidates.clone() };
		#[block]
		{
			assert!(call.is_feeless(&origin), "the call is free");
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert_eq!(Pallet::<T>::approvals(citizen), candidates);
		Ok(())
	}

	#[benchmark]
	fn release() -> Result<(), BenchmarkError> {
		let who = ensure_standing::<T>(0)?;
		Pallet::<T>::end_candidacy(&who);
		let caller: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());
		assert!(!Pallet::<T>::is_known(&who));
		Ok(())
	}

	/// A full set of validators goes, and `n` others come.
	#[benchmark]
	fn elect(n: Linear<4, 100>) {
		T::BenchmarkHelper::set_seats(T::MaxValidators::get());
		ensure_seats::<T>(None);
		for seed in 0..n {
			ensure_candidate::<T>(seed, PLENTY + seed);
		}
		#[block]
		{
			<Pallet<T> as OnSeason>::turn(7);
		}
		assert_eq!(Serving::<T>::get().len(), n as usize);
	}

	#[benchmark]
	fn punish() -> Result<(), BenchmarkError> {
		let who = ensure_standing::<T>(0)?;
		ensure_seats::<T>(Some(who.clone()));
		#[block]
		{
			Pallet::<T>::punish(&who, 0);
		}
		assert!(!Serving::<T>::get().contains(&who));
		Ok(())
	}

	#[benchmark]
	fn note_author() -> Result<(), BenchmarkError> {
		let who = ensure_standing::<T>(0)?;
		ensure_seats::<T>(Some(who.clone()));
		let author = who.clone();
		#[block]
		{
			<Pallet<T> as EventHandler<_, _>>::note_author(author);
		}
		assert_eq!(Records::<T>::get(&who).map(|record| record.blocks), Some(1));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
