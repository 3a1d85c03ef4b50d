// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_identity` weigh on this runtime.
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
impl<T: frame_system::Config> pallet_identity::WeightInfo for WeightInfo<T> {
	/// The range of component `r` is `[1, 19]`.
	fn add_registrar(r: u32, ) -> Weight {
		// Minimum execution time: 9_064_000 picoseconds.
		Weight::from_parts(9_742_621, 2626)
			// Standard error: 19_134.
			.saturating_add(Weight::from_parts(113_425, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 20]`.
	fn remove_registrar(r: u32, ) -> Weight {
		// Minimum execution time: 8_723_000 picoseconds.
		Weight::from_parts(9_011_126, 2626)
			// Standard error: 25_703.
			.saturating_add(Weight::from_parts(136_926, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 20]`.
	fn set_identity(r: u32, ) -> Weight {
		// Minimum execution time: 145_859_000 picoseconds.
		Weight::from_parts(153_888_775, 11003)
			// Standard error: 177_336.
			.saturating_add(Weight::from_parts(378_643, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[0, 100]`.
	fn set_subs_new(s: u32, ) -> Weight {
		// Minimum execution time: 12_388_000 picoseconds.
		Weight::from_parts(14_354_806, 11003)
			// Standard error: 637_446.
			.saturating_add(Weight::from_parts(5_031_836, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2589).saturating_mul(s.into()))
	}
	/// The range of component `p` is `[0, 100]`.
	fn set_subs_old(p: u32, ) -> Weight {
		// Minimum execution time: 12_919_000 picoseconds.
		Weight::from_parts(27_212_679, 11003)
			// Standard error: 28_570.
			.saturating_add(Weight::from_parts(1_753_278, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
	}
	/// The range of component `r` is `[1, 20]`.
	/// The range of component `s` is `[0, 100]`.
	fn clear_identity(r: u32, s: u32, ) -> Weight {
		// Minimum execution time: 69_013_000 picoseconds.
		Weight::from_parts(69_211_110, 11003)
			// Standard error: 171_313.
			.saturating_add(Weight::from_parts(538_289, 0).saturating_mul(r.into()))
			// Standard error: 32_402.
			.saturating_add(Weight::from_parts(1_719_685, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
	}
	/// The range of component `r` is `[1, 20]`.
	fn request_judgement(r: u32, ) -> Weight {
		// Minimum execution time: 96_215_000 picoseconds.
		Weight::from_parts(96_175_903, 11003)
			// Standard error: 235_930.
			.saturating_add(Weight::from_parts(617_953, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 20]`.
	fn cancel_request(r: u32, ) -> Weight {
		// Minimum execution time: 93_761_000 picoseconds.
		Weight::from_parts(97_641_475, 11003)
			// Standard error: 124_091.
			.saturating_add(Weight::from_parts(121_857, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 19]`.
	fn set_fee(r: u32, ) -> Weight {
		// Minimum execution time: 6_399_000 picoseconds.
		Weight::from_parts(6_882_399, 2626)
			// Standard error: 10_618.
			.saturating_add(Weight::from_parts(86_116, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 19]`.
	fn set_account_id(r: u32, ) -> Weight {
		// Minimum execution time: 6_560_000 picoseconds.
		Weight::from_parts(6_802_024, 2626)
			// Standard error: 10_249.
			.saturating_add(Weight::from_parts(98_945, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 19]`.
	fn set_fields(r: u32, ) -> Weight {
		// Minimum execution time: 6_590_000 picoseconds.
		Weight::from_parts(6_847_926, 2626)
			// Standard error: 10_250.
			.saturating_add(Weight::from_parts(98_423, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 19]`.
	fn provide_judgement(r: u32, ) -> Weight {
		// Minimum execution time: 125_428_000 picoseconds.
		Weight::from_parts(130_054_209, 11003)
			// Standard error: 503_285.
			.saturating_add(Weight::from_parts(244_766, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `r` is `[1, 20]`.
	/// The range of component `s` is `[0, 100]`.
	fn kill_identity(r: u32, s: u32, ) -> Weight {
		// Minimum execution time: 78_437_000 picoseconds.
		Weight::from_parts(84_959_448, 11003)
			// Standard error: 162_720.
			.saturating_add(Weight::from_parts(148_348, 0).saturating_mul(r.into()))
			// Standard error: 30_776.
			.saturating_add(Weight::from_parts(1_695_651, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
	}
	/// The range of component `s` is `[0, 99]`.
	fn add_sub(s: u32, ) -> Weight {
		// Minimum execution time: 30_275_000 picoseconds.
		Weight::from_parts(35_079_193, 11003)
			// Standard error: 12_503.
			.saturating_add(Weight::from_parts(93_987, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `s` is `[1, 100]`.
	fn rename_sub(s: u32, ) -> Weight {
		// Minimum execution time: 16_465_000 picoseconds.
		Weight::from_parts(18_521_709, 11003)
			// Standard error: 7_331.
			.saturating_add(Weight::from_parts(56_017, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `s` is `[1, 100]`.
	fn remove_sub(s: u32, ) -> Weight {
		// Minimum execution time: 33_230_000 picoseconds.
		Weight::from_parts(35_726_469, 11003)
			// Standard error: 14_550.
			.saturating_add(Weight::from_parts(129_479, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// The range of component `s` is `[0, 99]`.
	fn quit_sub(s: u32, ) -> Weight {
		// Minimum execution time: 26_329_000 picoseconds.
		Weight::from_parts(28_988_705, 6723)
			// Standard error: 14_078.
			.saturating_add(Weight::from_parts(86_453, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn add_username_authority() -> Weight {
		// Minimum execution time: 6_420_000 picoseconds.
		Weight::from_parts(6_590_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn remove_username_authority() -> Weight {
		// Minimum execution time: 9_885_000 picoseconds.
		Weight::from_parts(10_356_000, 3517)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// The range of component `p` is `[0, 1]`.
	fn set_username_for(_p: u32, ) -> Weight {
		// Minimum execution time: 62_193_000 picoseconds.
		Weight::from_parts(86_626_387, 3593)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn accept_username() -> Weight {
		// Minimum execution time: 20_932_000 picoseconds.
		Weight::from_parts(22_915_000, 3567)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// The range of component `p` is `[0, 1]`.
	fn remove_expired_approval(_p: u32, ) -> Weight {
		// Minimum execution time: 63_546_000 picoseconds.
		Weight::from_parts(100_748_000, 3593)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn set_primary_username() -> Weight {
		// Minimum execution time: 13_220_000 picoseconds.
		Weight::from_parts(14_802_000, 3563)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn unbind_username() -> Weight {
		// Minimum execution time: 17_466_000 picoseconds.
		Weight::from_parts(17_817_000, 3563)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn remove_username() -> Weight {
		// Minimum execution time: 22_303_000 picoseconds.
		Weight::from_parts(22_594_000, 3563)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// The range of component `p` is `[0, 1]`.
	fn kill_username(_p: u32, ) -> Weight {
		// Minimum execution time: 18_929_000 picoseconds.
		Weight::from_parts(42_216_816, 3593)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn migration_v2_authority_step() -> Weight {
		// Minimum execution time: 8_463_000 picoseconds.
		Weight::from_parts(8_633_000, 6087)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn migration_v2_username_step() -> Weight {
		// Minimum execution time: 8_342_000 picoseconds.
		Weight::from_parts(8_834_000, 6099)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn migration_v2_identity_step() -> Weight {
		// Minimum execution time: 77_426_000 picoseconds.
		Weight::from_parts(78_548_000, 21016)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn migration_v2_pending_username_step() -> Weight {
		// Minimum execution time: 7_741_000 picoseconds.
		Weight::from_parts(7_771_000, 6144)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn migration_v2_cleanup_authority_step() -> Weight {
		// Minimum execution time: 11_267_000 picoseconds.
		Weight::from_parts(11_808_000, 6044)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn migration_v2_cleanup_username_step() -> Weight {
		// Minimum execution time: 9_825_000 picoseconds.
		Weight::from_parts(10_165_000, 6136)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
