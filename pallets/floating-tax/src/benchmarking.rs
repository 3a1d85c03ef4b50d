// SPDX-License-Identifier: Apache-2.0
//! What each call and each step of upkeep costs at its dearest, with the test that spares a call's fee.

use crate::*;
use civitas_primitives::{FloatingRate, OnSeason};
use frame_benchmarking::v2::*;
use frame_support::{dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};
use frame_system::RawOrigin;

/// A parcel and a resident near it.
fn scene<T: Config>() -> (ParcelId, T::AccountId, Alias) {
	let who: T::AccountId = account("resident", 0, 0);
	let (parcel, cell) = T::Neighbourhood::ensure_neighbours();
	let ballot = T::Ballots::ensure_resident(&who, cell);
	T::Calendar::set_season(ballot.season);
	Pallet::<T>::begin(parcel);
	(parcel, who, ballot.alias)
}

fn dispatch<T: Config>(call: Call<T>, who: T::AccountId) -> Result<(), BenchmarkError> {
	let origin: OriginFor<T> = RawOrigin::Signed(who).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn vote() -> Result<(), BenchmarkError> {
		let (parcel, who, alias) = scene::<T>();
		Pallet::<T>::do_vote(who.clone(), parcel, Some(Vote::Approve))?;
		let call = Call::<T>::vote { parcel, vote: Vote::Disapprove };
		#[block]
		{
			dispatch::<T>(call, who)?;
		}
		assert_eq!(Pallet::<T>::vote_of(alias, parcel), Some(Vote::Disapprove));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (parcel, who, alias) = scene::<T>();
		Pallet::<T>::do_vote(who.clone(), parcel, Some(Vote::Approve))?;
		let call = Call::<T>::withdraw { parcel };
		#[block]
		{
			dispatch::<T>(call, who)?;
		}
		assert_eq!(Pallet::<T>::vote_of(alias, parcel), None);
		Ok(())
	}

	#[benchmark]
	fn refresh() -> Result<(), BenchmarkError> {
		let (parcel, who, _) = scene::<T>();
		Opinions::<T>::mutate_extant(parcel, |opinion| opinion.meter.rate = Perquintill::one());
		let call = Call::<T>::refresh { parcel };
		#[block]
		{
			dispatch::<T>(call, who)?;
		}
		assert!(Opinions::<T>::get(parcel).is_some_and(|it| it.meter.rate < Perquintill::one()));
		Ok(())
	}

	/// A block with nothing to do.
	#[benchmark]
	fn upkeep() {
		ForgottenBefore::<T>::put(Pallet::<T>::season());
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::upkeep(&mut meter);
		}
	}

	#[benchmark]
	fn turn() {
		#[block]
		{
			<Pallet<T> as OnSeason>::turn(7);
		}
		assert!(SeasonStarts::<T>::contains_key(7));
	}

	/// One vote, and the look that finds no other.
	#[benchmark]
	fn forget() {
		Votes::<T>::insert(0, (0, [0; 32]), Vote::Approve);
		#[block]
		{
			Pallet::<T>::forget(0, &mut WeightMeter::new());
		}
		assert_eq!(Votes::<T>::iter().count(), 0);
	}

	#[benchmark]
	fn begin() {
		#[block]
		{
			<Pallet<T> as FloatingRate>::begin(ParcelId::MAX);
		}
		assert!(Opinions::<T>::contains_key(ParcelId::MAX));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
