// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_nfts` weigh on this runtime.
//!
//! Written by scripts/weights on 2026-11-22 with 20 steps and 5 repetitions. Do not edit.
// Measured by scripts/weights on AMD EPYC, 2 cores, 24 GiB.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call and hook weighs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_nfts::WeightInfo for WeightInfo<T> {
	fn create() -> Weight {
		// Minimum execution time: 37_226_000 picoseconds.
		Weight::from_parts(41_272_000, 3549)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn force_create() -> Weight {
		// Minimum execution time: 21_422_000 picoseconds.
		Weight::from_parts(22_473_000, 3549)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// The range of component `m` is `[0, 1000]`.
	/// The range of component `c` is `[0, 1000]`.
	/// The range of component `a` is `[0, 1000]`.
	fn destroy(_m: u32, c: u32, a: u32, ) -> Weight {
		// Minimum execution time: 1_422_106_000 picoseconds.
		Weight::from_parts(2_841_545_686, 2523990)
			// Standard error: 559_628.
			.saturating_add(Weight::from_parts(42_573, 0).saturating_mul(c.into()))
			// Standard error: 559_628.
			.saturating_add(Weight::from_parts(9_158_619, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(1004_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(a.into())))
			.saturating_add(T::DbWeight::get().writes(1005_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(a.into())))
			.saturating_add(Weight::from_parts(0, 2954).saturating_mul(a.into()))
	}
	fn mint() -> Weight {
		// Minimum execution time: 62_754_000 picoseconds.
		Weight::from_parts(63_405_000, 4326)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn force_mint() -> Weight {
		// Minimum execution time: 59_369_000 picoseconds.
		Weight::from_parts(60_301_000, 4326)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn burn() -> Weight {
		// Minimum execution time: 66_389_000 picoseconds.
		Weight::from_parts(66_620_000, 4326)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn transfer() -> Weight {
		// Minimum execution time: 51_347_000 picoseconds.
		Weight::from_parts(53_200_000, 4326)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// The range of component `i` is `[0, 5000]`.
	fn redeposit(i: u32, ) -> Weight {
		// Minimum execution time: 15_583_000 picoseconds.
		Weight::from_parts(16_024_000, 3549)
			// Standard error: 427_923.
			.saturating_add(Weight::from_parts(24_917_776, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
			.saturating_add(Weight::from_parts(0, 3336).saturating_mul(i.into()))
	}
	fn lock_item_transfer() -> Weight {
		// Minimum execution time: 21_673_000 picoseconds.
		Weight::from_parts(24_908_000, 3534)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn unlock_item_transfer() -> Weight {
		// Minimum execution time: 20_040_000 picoseconds.
		Weight::from_parts(20_151_000, 3534)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn lock_collection() -> Weight {
		// Minimum execution time: 16_525_000 picoseconds.
		Weight::from_parts(16_705_000, 3549)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn transfer_ownership() -> Weight {
		// Minimum execution time: 27_141_000 picoseconds.
		Weight::from_parts(28_533_000, 3593)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn set_team() -> Weight {
		// Minimum execution time: 40_030_000 picoseconds.
		Weight::from_parts(42_053_000, 6078)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn force_collection_owner() -> Weight {
		// Minimum execution time: 15_914_000 picoseconds.
		Weight::from_parts(16_114_000, 3549)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn force_collection_config() -> Weight {
		// Minimum execution time: 12_328_000 picoseconds.
		Weight::from_parts(12_609_000, 3549)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn lock_item_properties() -> Weight {
		// Minimum execution time: 18_588_000 picoseconds.
		Weight::from_parts(19_820_000, 3534)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_attribute() -> Weight {
		// Minimum execution time: 61_042_000 picoseconds.
		Weight::from_parts(62_494_000, 3944)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn force_set_attribute() -> Weight {
		// Minimum execution time: 27_702_000 picoseconds.
		Weight::from_parts(28_713_000, 3944)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn clear_attribute() -> Weight {
		// Minimum execution time: 52_579_000 picoseconds.
		Weight::from_parts(55_213_000, 3944)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn approve_item_attributes() -> Weight {
		// Minimum execution time: 15_523_000 picoseconds.
		Weight::from_parts(16_635_000, 4466)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `n` is `[0, 1000]`.
	fn cancel_item_attributes_approval(n: u32, ) -> Weight {
		// Minimum execution time: 26_069_000 picoseconds.
		Weight::from_parts(26_530_000, 4466)
			// Standard error: 563_026.
			.saturating_add(Weight::from_parts(10_253_118, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2954).saturating_mul(n.into()))
	}
	fn set_metadata() -> Weight {
		// Minimum execution time: 50_506_000 picoseconds.
		Weight::from_parts(54_161_000, 3812)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn clear_metadata() -> Weight {
		// Minimum execution time: 45_388_000 picoseconds.
		Weight::from_parts(46_340_000, 3812)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn set_collection_metadata() -> Weight {
		// Minimum execution time: 41_242_000 picoseconds.
		Weight::from_parts(42_463_000, 3759)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn clear_collection_metadata() -> Weight {
		// Minimum execution time: 41_683_000 picoseconds.
		Weight::from_parts(42_554_000, 3759)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn approve_transfer() -> Weight {
		// Minimum execution time: 21_382_000 picoseconds.
		Weight::from_parts(21_653_000, 4326)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn cancel_approval() -> Weight {
		// Minimum execution time: 16_034_000 picoseconds.
		Weight::from_parts(16_335_000, 4326)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn clear_all_transfer_approvals() -> Weight {
		// Minimum execution time: 16_154_000 picoseconds.
		Weight::from_parts(17_856_000, 4326)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_accept_ownership() -> Weight {
		// Minimum execution time: 13_621_000 picoseconds.
		Weight::from_parts(14_251_000, 3517)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_collection_max_supply() -> Weight {
		// Minimum execution time: 18_107_000 picoseconds.
		Weight::from_parts(20_260_000, 3549)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn update_mint_settings() -> Weight {
		// Minimum execution time: 17_696_000 picoseconds.
		Weight::from_parts(18_478_000, 3538)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_price() -> Weight {
		// Minimum execution time: 25_338_000 picoseconds.
		Weight::from_parts(26_549_000, 4326)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn buy_item() -> Weight {
		// Minimum execution time: 59_981_000 picoseconds.
		Weight::from_parts(61_453_000, 4326)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// The range of component `n` is `[0, 10]`.
	fn pay_tips(n: u32, ) -> Weight {
		// Minimum execution time: 2_313_000 picoseconds.
		Weight::from_parts(4_073_135, 0)
			// Standard error: 135_637.
			.saturating_add(Weight::from_parts(2_055_223, 0).saturating_mul(n.into()))
	}
	fn create_swap() -> Weight {
		// Minimum execution time: 20_251_000 picoseconds.
		Weight::from_parts(21_502_000, 7662)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn cancel_swap() -> Weight {
		// Minimum execution time: 20_581_000 picoseconds.
		Weight::from_parts(22_043_000, 4326)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn claim_swap() -> Weight {
		// Minimum execution time: 97_025_000 picoseconds.
		Weight::from_parts(97_817_000, 7662)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// The range of component `n` is `[0, 10]`.
	fn mint_pre_signed(n: u32, ) -> Weight {
		// Minimum execution time: 146_850_000 picoseconds.
		Weight::from_parts(57_803_183, 6078)
			// Standard error: 21_860_625.
			.saturating_add(Weight::from_parts(90_747_007, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2954).saturating_mul(n.into()))
	}
	/// The range of component `n` is `[0, 10]`.
	fn set_attributes_pre_signed(n: u32, ) -> Weight {
		// Minimum execution time: 79_739_000 picoseconds.
		Weight::from_parts(140_577_514, 4466)
			// Standard error: 1_333_409.
			.saturating_add(Weight::from_parts(34_532_703, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2954).saturating_mul(n.into()))
	}
}
