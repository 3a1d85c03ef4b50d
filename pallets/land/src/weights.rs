// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_land` weigh.
//!
//! Written by scripts/weights on 2026-11-22 with 50 steps and 20 repetitions. Do not edit.
// Measured by scripts/weights on AMD EPYC, 2 cores, 24 GiB.
// Calls that have changed since are estimated from similar ones, until scripts/weights measures them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook weighs.
pub trait WeightInfo {
	fn open_territory() -> Weight;
	fn appoint_registrar() -> Weight;
	fn set_parcel_limit() -> Weight;
	fn register(t: u32, ) -> Weight;
	fn reside() -> Weight;
	fn withdraw_declaration() -> Weight;
	fn confirm() -> Weight;
	fn move_out() -> Weight;
	fn give_notice() -> Weight;
	fn evict() -> Weight;
	fn file() -> Weight;
	fn agree() -> Weight;
	fn withdraw_filing() -> Weight;
	fn stay() -> Weight;
	fn enact() -> Weight;
	fn enact_designation() -> Weight;
	fn challenge() -> Weight;
	fn withdraw_challenge() -> Weight;
	fn rule() -> Weight;
	fn lapse_challenge() -> Weight;
	fn lapse() -> Weight;
	fn rectify() -> Weight;
	fn describe() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Land::NextTerritoryId` (r:1 w:1)
	/// Proof: `Land::NextTerritoryId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:0 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	fn open_territory() -> Weight {
		// Proof size in bytes: measured `42`, estimated `1489`.
		// Minimum execution time: 8_733_000 picoseconds.
		Weight::from_parts(9_183_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	fn appoint_registrar() -> Weight {
		// Proof size in bytes: measured `244`, estimated `3613`.
		// Minimum execution time: 12_218_000 picoseconds.
		Weight::from_parts(12_588_000, 3613)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	fn set_parcel_limit() -> Weight {
		// Proof size in bytes: measured `244`, estimated `3613`.
		// Minimum execution time: 11_928_000 picoseconds.
		Weight::from_parts(12_409_000, 3613)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::NextParcelId` (r:1 w:1)
	/// Proof: `Land::NextParcelId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Land::Tiles` (r:256 w:256)
	/// Proof: `Land::Tiles` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Land::Shapes` (r:0 w:1)
	/// Proof: `Land::Shapes` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	/// Storage: `Land::Locations` (r:0 w:1)
	/// Proof: `Land::Locations` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:0 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Auctions` (r:0 w:1)
	/// Proof: `Harberger::Auctions` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// The range of component `t` is `[1, 256]`.
	fn register(t: u32, ) -> Weight {
		// Proof size in bytes: measured `631`, estimated `6012 + t * (2503 ±0)`.
		// Minimum execution time: 43_896_000 picoseconds.
		Weight::from_parts(47_652_895, 6012)
			// Standard error: 5_767.
			.saturating_add(Weight::from_parts(3_527_919, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2503).saturating_mul(t.into()))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:1)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:0)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Land::Residences` (r:1 w:0)
	/// Proof: `Land::Residences` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Land::Declarations` (r:1 w:1)
	/// Proof: `Land::Declarations` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn reside() -> Weight {
		// Proof size in bytes: measured `1508`, estimated `3921`.
		// Minimum execution time: 61_272_000 picoseconds.
		Weight::from_parts(63_846_000, 3921)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Declarations` (r:1 w:1)
	/// Proof: `Land::Declarations` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:1)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn withdraw_declaration() -> Weight {
		// Proof size in bytes: measured `1308`, estimated `3921`.
		// Minimum execution time: 45_939_000 picoseconds.
		Weight::from_parts(46_861_000, 3921)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Land::Parcels` (r:2 w:2)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:2 w:2)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Declarations` (r:1 w:1)
	/// Proof: `Land::Declarations` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Residences` (r:1 w:1)
	/// Proof: `Land::Residences` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:1)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electors` (r:1 w:1)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Claims` (r:0 w:1)
	/// Proof: `Roll::Claims` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn confirm() -> Weight {
		// Proof size in bytes: measured `1735`, estimated `6236`.
		// Minimum execution time: 72_439_000 picoseconds.
		Weight::from_parts(74_272_000, 6236)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(19_u64))
	}
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Residences` (r:1 w:1)
	/// Proof: `Land::Residences` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::Citizens` (r:1 w:1)
	/// Proof: `Citizenship::Citizens` (`max_values`: None, `max_size`: Some(456), added: 2931, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:1)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electors` (r:1 w:1)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Claims` (r:0 w:1)
	/// Proof: `Roll::Claims` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn move_out() -> Weight {
		// Proof size in bytes: measured `2150`, estimated `3921`.
		// Minimum execution time: 77_216_000 picoseconds.
		Weight::from_parts(80_071_000, 3921)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Land::Residences` (r:1 w:1)
	/// Proof: `Land::Residences` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:0)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:0)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	fn give_notice() -> Weight {
		// Proof size in bytes: measured `1078`, estimated `3613`.
		// Minimum execution time: 36_315_000 picoseconds.
		Weight::from_parts(37_737_000, 3613)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Land::Residences` (r:1 w:1)
	/// Proof: `Land::Residences` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Seasons::Current` (r:1 w:0)
	/// Proof: `Seasons::Current` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Roll::ClaimsWaiting` (r:1 w:1)
	/// Proof: `Roll::ClaimsWaiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Electors` (r:1 w:1)
	/// Proof: `Roll::Electors` (`max_values`: None, `max_size`: Some(103), added: 2578, mode: `MaxEncodedLen`)
	/// Storage: `Roll::Claims` (r:0 w:1)
	/// Proof: `Roll::Claims` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn evict() -> Weight {
		// Proof size in bytes: measured `1141`, estimated `3613`.
		// Minimum execution time: 50_025_000 picoseconds.
		Weight::from_parts(51_167_000, 3613)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Provisional: like `harberger::assess`, with the shapes that a division is compared with.
	fn file() -> Weight {
		Weight::from_parts(168_000_000, 6_200)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Provisional.
	fn agree() -> Weight {
		Weight::from_parts(38_000_000, 4_600)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Provisional: like `strike` of the largest parcel.
	fn withdraw_filing() -> Weight {
		Weight::from_parts(640_000_000, 700_000)
			.saturating_add(T::DbWeight::get().reads(270_u64))
			.saturating_add(T::DbWeight::get().writes(275_u64))
	}
	/// Provisional: like `give_notice`.
	fn stay() -> Weight {
		Weight::from_parts(16_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Provisional: like `strike` and `register` of the largest parcel, in eight parts.
	fn enact() -> Weight {
		Weight::from_parts(3_100_000_000, 1_400_000)
			.saturating_add(T::DbWeight::get().reads(620_u64))
			.saturating_add(T::DbWeight::get().writes(680_u64))
	}
	/// Provisional: like `unassign`, with the tallies of cells.
	fn enact_designation() -> Weight {
		Weight::from_parts(75_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Provisional: like `citizenship::challenge`.
	fn challenge() -> Weight {
		Weight::from_parts(62_000_000, 4_700)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Provisional: like `citizenship::rule`.
	fn withdraw_challenge() -> Weight {
		Weight::from_parts(60_000_000, 4_700)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Provisional: like `withdraw_filing`.
	fn rule() -> Weight {
		Weight::from_parts(700_000_000, 700_000)
			.saturating_add(T::DbWeight::get().reads(274_u64))
			.saturating_add(T::DbWeight::get().writes(279_u64))
	}
	/// Provisional: like `citizenship::rule`.
	fn lapse_challenge() -> Weight {
		Weight::from_parts(60_000_000, 4_700)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Provisional: like `unassign`, with the tallies of cells.
	fn lapse() -> Weight {
		Weight::from_parts(75_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Provisional: like `enact`.
	fn rectify() -> Weight {
		Weight::from_parts(3_208_000_000, 1_400_000)
			.saturating_add(T::DbWeight::get().reads(632_u64))
			.saturating_add(T::DbWeight::get().writes(690_u64))
	}
	/// Provisional: like `set_parcel_limit`.
	fn describe() -> Weight {
		Weight::from_parts(24_000_000, 3_700)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}


/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn open_territory() -> Weight {
		Weight::from_parts(9_183_000, 1489)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn appoint_registrar() -> Weight {
		Weight::from_parts(12_588_000, 3613)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_parcel_limit() -> Weight {
		Weight::from_parts(12_409_000, 3613)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn register(t: u32, ) -> Weight {
		Weight::from_parts(47_652_895, 6012)
			.saturating_add(Weight::from_parts(3_527_919, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(t.into())))
			.saturating_add(Weight::from_parts(0, 2503).saturating_mul(t.into()))
	}
	fn reside() -> Weight {
		Weight::from_parts(63_846_000, 3921)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn withdraw_declaration() -> Weight {
		Weight::from_parts(46_861_000, 3921)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn confirm() -> Weight {
		Weight::from_parts(74_272_000, 6236)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(19_u64))
	}
	fn move_out() -> Weight {
		Weight::from_parts(80_071_000, 3921)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn give_notice() -> Weight {
		Weight::from_parts(37_737_000, 3613)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn evict() -> Weight {
		Weight::from_parts(51_167_000, 3613)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	/// Provisional: like `harberger::assess`, with the shapes that a division is compared with.
	fn file() -> Weight {
		Weight::from_parts(168_000_000, 6_200)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Provisional.
	fn agree() -> Weight {
		Weight::from_parts(38_000_000, 4_600)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Provisional: like `strike` of the largest parcel.
	fn withdraw_filing() -> Weight {
		Weight::from_parts(640_000_000, 700_000)
			.saturating_add(ParityDbWeight::get().reads(270_u64))
			.saturating_add(ParityDbWeight::get().writes(275_u64))
	}
	/// Provisional: like `give_notice`.
	fn stay() -> Weight {
		Weight::from_parts(16_000_000, 3_600)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Provisional: like `strike` and `register` of the largest parcel, in eight parts.
	fn enact() -> Weight {
		Weight::from_parts(3_100_000_000, 1_400_000)
			.saturating_add(ParityDbWeight::get().reads(620_u64))
			.saturating_add(ParityDbWeight::get().writes(680_u64))
	}
	/// Provisional: like `unassign`, with the tallies of cells.
	fn enact_designation() -> Weight {
		Weight::from_parts(75_000_000, 8_000)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	/// Provisional: like `citizenship::challenge`.
	fn challenge() -> Weight {
		Weight::from_parts(62_000_000, 4_700)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// Provisional: like `citizenship::rule`.
	fn withdraw_challenge() -> Weight {
		Weight::from_parts(60_000_000, 4_700)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// Provisional: like `withdraw_filing`.
	fn rule() -> Weight {
		Weight::from_parts(700_000_000, 700_000)
			.saturating_add(ParityDbWeight::get().reads(274_u64))
			.saturating_add(ParityDbWeight::get().writes(279_u64))
	}
	/// Provisional: like `citizenship::rule`.
	fn lapse_challenge() -> Weight {
		Weight::from_parts(60_000_000, 4_700)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// Provisional: like `unassign`, with the tallies of cells.
	fn lapse() -> Weight {
		Weight::from_parts(75_000_000, 8_000)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	/// Provisional: like `enact`.
	fn rectify() -> Weight {
		Weight::from_parts(3_208_000_000, 1_400_000)
			.saturating_add(ParityDbWeight::get().reads(632_u64))
			.saturating_add(ParityDbWeight::get().writes(690_u64))
	}
	/// Provisional: like `set_parcel_limit`.
	fn describe() -> Weight {
		Weight::from_parts(24_000_000, 3_700)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
