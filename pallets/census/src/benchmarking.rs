//! What the call and the hook cost at their dearest.

use crate::*;
use civitas_primitives::{Context, OnSeason};
use frame_benchmarking::v2::*;
use frame_support::{dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};
use frame_system::RawOrigin;

#[benchmarks]
mod benchmarks {
	use super::*;

	/// An attestation after a long absence, which moves most in the state, with the test that spares its fee.
	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("citizen", 0, 0);
		let citizen = T::Citizenry::ensure_citizen(&who);
		let season = T::Calendar::season().index + 3;
		T::Calendar::set_season(season);
		Present::<T>::kill();
		let origin: OriginFor<T> = RawOrigin::Signed(who).into();
		let call = Call::<T>::attest {};
		#[block]
		{
			assert!(call.is_feeless(&origin), "the call is free");
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert_eq!(LastAttested::<T>::get(citizen), Some(season));
		Ok(())
	}

	/// The turn of a season in which a tier is reached.
	#[benchmark]
	fn close_season() {
		T::Citizenry::ensure_citizen(&account("citizen", 0, 0));
		let season = T::Calendar::season().index;
		T::Calendar::set_season(season + 1);
		ReachedTier::<T>::put(Tier::Founding);
		Thresholds::<T>::put(TierThresholds { consultative: 1, shared: 2, community: 3 });
		#[block]
		{
			Pallet::<T>::turn(season + 1);
		}
		assert!(Records::<T>::contains_key(season));
	}

	/// Another band than before, with the test that spares the fee.
	#[benchmark]
	fn declare_income() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("ballot", 0, 0);
		let ballot = T::Ballots::ensure_ballot(&who, Context::Nation);
		let season = T::Calendar::season().index;
		Pallet::<T>::do_declare_income(who.clone(), 3)?;
		let origin: OriginFor<T> = RawOrigin::Signed(who).into();
		let call = Call::<T>::declare_income { band: 15 };
		#[block]
		{
			assert!(call.is_feeless(&origin), "the call is free");
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert!(Declarations::<T>::get(season, ballot.alias).is_some_and(|declared| declared.band == 15));
		Ok(())
	}

	/// One step: a declaration removed. Finding that a season has none left costs no more.
	#[benchmark]
	fn forget_income() {
		let season = T::Calendar::season().index;
		for n in 0..3u8 {
			Declarations::<T>::insert(season, [n; 32], Declaration { band: 1, acts: 1 });
		}
		#[block]
		{
			if let Some(alias) = Declarations::<T>::iter_key_prefix(season).next() {
				Declarations::<T>::remove(season, alias);
			}
			ForgottenBefore::<T>::put(season);
		}
		assert_eq!(Declarations::<T>::iter().count(), 2);
	}

	/// A block in which there is nothing to forget.
	#[benchmark]
	fn forget_nothing() {
		let limit = T::WeightInfo::forget_nothing();
		ForgottenBefore::<T>::put(T::Calendar::season().index);
		#[block]
		{
			Pallet::<T>::forget(limit);
		}
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
