//! What it costs to count a free act against the civic share of a block.

use crate::*;
use frame_benchmarking::v2::*;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn take() {
		// The block of the benchmark itself: until here it is zero.
		frame_system::Pallet::<T>::set_block_number(1u32.into());
		Pallet::<T>::take(Weight::from_parts(1, 1)).expect("the block is empty");
		#[block]
		{
			Pallet::<T>::take(Weight::from_parts(1, 1)).expect("there is room for another");
		}
		assert_eq!(Pallet::<T>::used(), Weight::from_parts(2, 2));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
