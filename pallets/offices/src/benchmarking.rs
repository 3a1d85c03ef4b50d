// SPDX-License-Identifier: Apache-2.0
//! What an appointment costs at its dearest: one holder for another.

use crate::*;
use frame_benchmarking::v2::*;
use frame_support::traits::UnfilteredDispatchable;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn appoint() -> Result<(), BenchmarkError> {
		let origin = T::AppointOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (old, new): (T::AccountId, T::AccountId) = (account("old", 0, 0), account("new", 0, 0));
		Holders::<T>::insert(Office::PanelRegistrar, old);
		let call = Call::<T>::appoint { office: Office::PanelRegistrar, holder: Some(new.clone()) };
		#[block]
		{
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert_eq!(Holders::<T>::get(Office::PanelRegistrar), Some(new));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
