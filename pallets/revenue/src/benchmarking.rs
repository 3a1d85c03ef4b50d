// SPDX-License-Identifier: Apache-2.0
//! What the call and the hook cost at their dearest.

use crate::*;
use frame_benchmarking::v2::*;
use frame_support::traits::UnfilteredDispatchable;

/// More than any account needs to exist.
const PLENTY: Balance = 1_000_000_000_000_000_000;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn spend() -> Result<(), BenchmarkError> {
		Pallet::<T>::collect(3, T::Currency::issue(PLENTY));
		let origin = T::PurseOrigin::try_successful_origin(&3).map_err(|_| BenchmarkError::Weightless)?;
		let beneficiary: T::AccountId = account("beneficiary", 0, 0);
		let amount = Purses::<T>::get(3);
		let call = Call::<T>::spend { territory: 3, beneficiary: beneficiary.clone(), amount };
		#[block]
		{
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert_eq!(T::Currency::balance(&beneficiary), amount);
		Ok(())
	}

	#[benchmark]
	fn collect() {
		let credit = T::Currency::issue(PLENTY);
		#[block]
		{
			<Pallet<T> as Revenue<CreditOf<T>>>::collect(3, credit);
		}
		assert_eq!(Collected::<T>::get().collected, PLENTY);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
