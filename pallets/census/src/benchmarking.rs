//! What the call and the hook cost at their dearest.

use crate::*;
use civitas_primitives::OnSeason;
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
}
