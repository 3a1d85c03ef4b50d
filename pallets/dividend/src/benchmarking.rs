// SPDX-License-Identifier: Apache-2.0
//! What the call and each hook cost at their dearest.

use crate::*;
use civitas_primitives::{OnAttendance, OnSeason};
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::CheckIfFeeless,
	traits::{OnUnbalanced, UnfilteredDispatchable},
};
use frame_system::RawOrigin;

/// More than any account needs to exist.
const PLENTY: Balance = 1_000_000_000_000_000;

/// Entitles `citizen` to as many shares as there can be.
pub(crate) fn ensure_shares<T: Config>(citizen: CitizenId) {
	T::Calendar::set_season(MAX_CLAIM_SEASONS);
	let all = PLENTY.saturating_mul(u128::from(MAX_CLAIM_SEASONS) + 1);
	T::Currency::set_balance(&Pallet::<T>::account_id(), all);
	for season in 0..MAX_CLAIM_SEASONS {
		Entitlements::<T>::insert(season, citizen, Entitlement::Due);
		let share = Share { per_citizen: PLENTY, entitled: 1, unclaimed: PLENTY };
		Shares::<T>::insert(season, share);
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// A claim of as many seasons as there can be, with the test that spares its fee.
	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("citizen", 0, 0);
		let citizen = T::Citizenry::ensure_citizen(&who);
		ensure_shares::<T>(citizen);
		let origin: OriginFor<T> = RawOrigin::Signed(who).into();
		let call = Call::<T>::claim {};
		#[block]
		{
			assert!(call.is_feeless(&origin), "the call is free");
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert_eq!(Pallet::<T>::dividend_info(citizen).claimable, 0);
		Ok(())
	}

	/// A season that ends and as many that expire as there can be.
	#[benchmark]
	fn turn() {
		let new = MAX_CLAIM_SEASONS.saturating_mul(2);
		T::Calendar::set_season(new);
		ExpiredBefore::<T>::put(new - MAX_CLAIM_SEASONS - 1);
		for season in new - MAX_CLAIM_SEASONS - 1..new - 1 {
			Shares::<T>::insert(season, Share { per_citizen: 1, entitled: 1, unclaimed: 1 });
		}
		Entitled::<T>::insert(new - 1, 7);
		Pot::<T>::put(PLENTY);
		#[block]
		{
			<Pallet<T> as OnSeason>::turn(new);
		}
		assert!(Shares::<T>::contains_key(new - 1));
	}

	/// A block with nothing to do.
	#[benchmark]
	fn upkeep() {
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::upkeep(&mut meter);
		}
	}

	/// One entitlement, and the look that finds no other.
	#[benchmark]
	fn sweep() {
		let season = SeasonIndex::MAX;
		Entitlements::<T>::insert(season, 7, Entitlement::Due);
		#[block]
		{
			Pallet::<T>::sweep(season, &mut WeightMeter::new());
		}
		assert!(!Entitlements::<T>::contains_key(season, 7));
	}

	/// Somebody who comes back.
	#[benchmark]
	fn attested() {
		#[block]
		{
			<Pallet<T> as OnAttendance>::attested(CitizenId::MAX);
		}
		assert!(Entitlements::<T>::contains_key(Pallet::<T>::season(), CitizenId::MAX));
	}

	#[benchmark]
	fn receive() {
		let before = Pot::<T>::get();
		let credit = T::Currency::issue(PLENTY);
		#[block]
		{
			<Pallet<T> as OnUnbalanced<CreditOf<T>>>::on_unbalanced(credit);
		}
		assert_eq!(Pot::<T>::get(), before + PLENTY);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
