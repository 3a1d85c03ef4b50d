// SPDX-License-Identifier: Apache-2.0
//! What the calls and each step of upkeep cost at their dearest.

use crate::*;
use alloc::vec::Vec;
use civitas_primitives::{BallotKind, Context};
use frame_benchmarking::v2::*;
use frame_support::{dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};
use frame_system::RawOrigin;

/// A poll of a track that takes ballots of this kind.
fn poll<T: Config>(kind: BallotKind) -> Result<PollIndex, BenchmarkError> {
	let tracks: Vec<ClassOf<T>> = T::Polls::classes();
	let track = tracks.into_iter().find(|track| T::Tracks::kind(track) == kind);
	let track = track.ok_or(BenchmarkError::Stop("there is no track of this kind"))?;
	T::Polls::create_ongoing(track).map_err(|()| BenchmarkError::Stop("no poll could be made"))
}

/// Tests whether the call is free, and makes it.
fn cast<T: Config>(who: &T::AccountId, call: Call<T>) -> Result<(), BenchmarkError> {
	let origin: OriginFor<T> = RawOrigin::Signed(who.clone()).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// A change of a vote in secret, with the test that spares its fee.
	#[benchmark]
	fn vote_in_secret() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("ballot", 0, 0);
		T::Ballots::ensure_ballot(&who, Context::Nation);
		let poll = poll::<T>(BallotKind::Secret)?;
		Pallet::<T>::do_cast(who.clone(), poll, Some(Vote::Aye(1)))?;
		#[block]
		{
			cast::<T>(&who, Call::vote { poll, vote: Vote::Nay(2) })?;
		}
		assert_eq!(Pallet::<T>::vote_info(&who, poll), Some(Vote::Nay(2)));
		Ok(())
	}

	/// A change of a vote by name, with the test that spares its fee.
	#[benchmark]
	fn vote_by_name() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("citizen", 0, 0);
		T::Citizenry::ensure_citizen(&who);
		let poll = poll::<T>(BallotKind::Open)?;
		Pallet::<T>::do_cast(who.clone(), poll, Some(Vote::Aye(1)))?;
		#[block]
		{
			cast::<T>(&who, Call::vote { poll, vote: Vote::Nay(2) })?;
		}
		assert_eq!(Pallet::<T>::vote_info(&who, poll), Some(Vote::Nay(2)));
		Ok(())
	}

	/// The last vote of a season long over, and the season: more than one step does.
	#[benchmark]
	fn forget() {
		Votes::<T>::insert((0, Voter::Alias([7; 32]), 3), Vote::Aye(1));
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::forget(0, &mut meter);
		}
		assert_eq!(ForgottenBefore::<T>::get(), 1);
	}

	/// A block with nothing to forget.
	#[benchmark]
	fn upkeep() {
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::upkeep(&mut meter);
		}
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
