// SPDX-License-Identifier: Apache-2.0
//! What the call and the hook cost at their dearest.

use crate::*;
use civitas_primitives::{Context, OnAttendance, OnSeason};
use frame_benchmarking::v2::*;
use frame_support::{dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};
use frame_system::RawOrigin;

#[benchmarks]
mod benchmarks {
	use super::*;

	/// An attestation after a long absence, in which others have filled the citizen's home: it moves most in the state, with the test that spares its fee.
	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("citizen", 0, 0);
		let citizen = T::Citizenry::ensure_citizen(&who);
		let season = T::Calendar::season().index + 3;
		T::Calendar::set_season(season);
		Present::<T>::kill();
		T::OnAttendance::come_back(citizen);
		let origin: OriginFor<T> = RawOrigin::Signed(who).into();
		let call = Call::<T>::attest { next: None };
		#[block]
		{
			assert!(call.is_feeless(&origin), "the call is free");
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert_eq!(LastAttested::<T>::get(citizen), Some(season));
		Ok(())
	}

	/// The same with the next season's roll key.
	#[benchmark]
	fn attest_with_key() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("citizen", 0, 0);
		let citizen = T::Citizenry::ensure_citizen(&who);
		let season = T::Calendar::season().index + 3;
		T::Calendar::set_season(season);
		Present::<T>::kill();
		T::OnAttendance::come_back(citizen);
		let origin: OriginFor<T> = RawOrigin::Signed(who.clone()).into();
		let call = Call::<T>::attest { next: Some(T::NextKeys::make(&who)) };
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
		let season = T::Calendar::season().index + 1;
		T::Calendar::set_season(season);
		T::Citizenry::ensure_citizen(&account("citizen", 0, 0));
		T::Calendar::set_season(season + 1);
		ReachedTier::<T>::put(Tier::Founding);
		Thresholds::<T>::put(TierThresholds { consultative: 1, shared: 2, community: 3 });
		// The season before it has reached the next tier, too.
		if let Some(before) = season.checked_sub(1) {
			<Pallet<T> as civitas_primitives::Population>::set_active(before, 1);
		}
		#[block]
		{
			Pallet::<T>::turn(season + 1);
		}
		assert!(Records::<T>::contains_key(season));
	}

	/// Another band than before.
	#[benchmark]
	fn declare_income() -> Result<(), BenchmarkError> {
		let claim = T::Memberships::ensure_claim(Context::Income);
		let season = T::Calendar::season().index;
		Pallet::<T>::do_declare_income(season, claim.alias, 3, 0)?;
		#[extrinsic_call]
		_(
			RawOrigin::Authorized,
			season,
			claim.ring,
			15,
			claim.alias,
			1,
			Default::default(),
			Box::new([0; 785]),
		);
		assert!(Declarations::<T>::get(season, claim.alias).is_some_and(|declared| declared.band == 15));
		Ok(())
	}

	/// All cheap checks, and a proof that verifies.
	#[benchmark]
	fn authorize_declare_income() {
		let claim = T::Memberships::ensure_claim(Context::Income);
		let season = T::Calendar::season().index;
		#[block]
		{
			assert!(Pallet::<T>::check_declaration(season, claim.alias, 3, 0).is_ok());
			T::Memberships::check_recorded(&claim);
			T::Memberships::lifetime(Default::default());
		}
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
