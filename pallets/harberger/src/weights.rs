// SPDX-License-Identifier: Apache-2.0
//! What the calls and hooks of `pallet_harberger` weigh.
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
	fn accept() -> Weight;
	fn assess() -> Weight;
	fn fund() -> Weight;
	fn withdraw() -> Weight;
	fn bid() -> Weight;
	fn defend() -> Weight;
	fn close() -> Weight;
	fn close_guarded() -> Weight;
	fn foreclose() -> Weight;
	fn buy() -> Weight;
	fn relinquish() -> Weight;
	fn offer() -> Weight;
	fn claim() -> Weight;
	fn settle() -> Weight;
	fn guard() -> Weight;
	fn reclaim() -> Weight;
	fn denominate() -> Weight;
	fn announce_index() -> Weight;
	fn on_initialize() -> Weight;
	fn registered() -> Weight;
}

/// What was measured, with the database's costs of the runtime that uses it.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Holdings` (r:0 w:2)
	/// Proof: `Land::Holdings` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Proof size in bytes: measured `2467`, estimated `11402`.
		// Minimum execution time: 305_198_000 picoseconds.
		Weight::from_parts(318_917_000, 11402)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn assess() -> Weight {
		// Proof size in bytes: measured `2257`, estimated `8799`.
		// Minimum execution time: 202_334_000 picoseconds.
		Weight::from_parts(204_837_000, 8799)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:0)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn fund() -> Weight {
		// Proof size in bytes: measured `1800`, estimated `8523`.
		// Minimum execution time: 147_541_000 picoseconds.
		Weight::from_parts(150_486_000, 8523)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:0)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof size in bytes: measured `1800`, estimated `11034`.
		// Minimum execution time: 143_856_000 picoseconds.
		Weight::from_parts(145_638_000, 11034)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn bid() -> Weight {
		// Proof size in bytes: measured `1335`, estimated `11034`.
		// Minimum execution time: 140_400_000 picoseconds.
		Weight::from_parts(152_417_000, 11034)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:5 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn defend() -> Weight {
		// Proof size in bytes: measured `2855`, estimated `13545`.
		// Minimum execution time: 283_746_000 picoseconds.
		Weight::from_parts(292_820_000, 13545)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Holdings` (r:0 w:2)
	/// Proof: `Land::Holdings` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Proof size in bytes: measured `2355`, estimated `11034`.
		// Minimum execution time: 276_595_000 picoseconds.
		Weight::from_parts(285_249_000, 11034)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:5 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn close_guarded() -> Weight {
		// Proof size in bytes: measured `2855`, estimated `13545`.
		// Minimum execution time: 283_746_000 picoseconds.
		Weight::from_parts(292_820_000, 13545)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Holdings` (r:0 w:2)
	/// Proof: `Land::Holdings` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn foreclose() -> Weight {
		// Proof size in bytes: measured `2816`, estimated `16608`.
		// Minimum execution time: 458_658_000 picoseconds.
		Weight::from_parts(470_226_000, 16608)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `Harberger::Auctions` (r:1 w:1)
	/// Proof: `Harberger::Auctions` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Holdings` (r:0 w:1)
	/// Proof: `Land::Holdings` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Holdings` (r:0 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	fn buy() -> Weight {
		// Proof size in bytes: measured `2606`, estimated `14005`.
		// Minimum execution time: 274_462_000 picoseconds.
		Weight::from_parts(286_769_000, 14005)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:5 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Holdings` (r:0 w:1)
	/// Proof: `Land::Holdings` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Auctions` (r:0 w:1)
	/// Proof: `Harberger::Auctions` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	fn relinquish() -> Weight {
		// Proof size in bytes: measured `2257`, estimated `13545`.
		// Minimum execution time: 249_385_000 picoseconds.
		Weight::from_parts(254_942_000, 13545)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	fn offer() -> Weight {
		// Proof size in bytes: measured `256`, estimated `3798`.
		// Minimum execution time: 11_608_000 picoseconds.
		Weight::from_parts(20_028_000, 3798)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}

	/// Storage: `Harberger::Proceeds` (r:1 w:1)
	/// Proof: `Harberger::Proceeds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof size in bytes: measured `409`, estimated `6196`.
		// Minimum execution time: 51_648_000 picoseconds.
		Weight::from_parts(52_790_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:0)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Proof size in bytes: measured `1800`, estimated `8523`.
		// Minimum execution time: 147_541_000 picoseconds.
		Weight::from_parts(150_486_000, 8523)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	fn guard() -> Weight {
		// Proof size in bytes: measured `256`, estimated `3798`.
		// Minimum execution time: 11_608_000 picoseconds.
		Weight::from_parts(12_028_000, 3798)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Harberger::Auctions` (r:1 w:1)
	/// Proof: `Harberger::Auctions` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:4 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Land::Holdings` (r:0 w:1)
	/// Proof: `Land::Holdings` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Holdings` (r:0 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	fn reclaim() -> Weight {
		// Proof size in bytes: measured `2606`, estimated `14005`.
		// Minimum execution time: 274_462_000 picoseconds.
		Weight::from_parts(286_769_000, 14005)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Harberger::Holdings` (r:1 w:1)
	/// Proof: `Harberger::Holdings` (`max_values`: None, `max_size`: Some(333), added: 2808, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Base` (r:1 w:0)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FloatingTax::Opinions` (r:1 w:0)
	/// Proof: `FloatingTax::Opinions` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:3 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Land::Parcels` (r:1 w:1)
	/// Proof: `Land::Parcels` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Waiting` (r:1 w:1)
	/// Proof: `Revenue::Waiting` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Purses` (r:1 w:1)
	/// Proof: `Revenue::Purses` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Revenue::Collected` (r:1 w:1)
	/// Proof: `Revenue::Collected` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Citizenship::CitizenIds` (r:1 w:0)
	/// Proof: `Citizenship::CitizenIds` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Dividend::Pot` (r:1 w:1)
	/// Proof: `Dividend::Pot` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Land::Territories` (r:1 w:1)
	/// Proof: `Land::Territories` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Land::Total` (r:1 w:1)
	/// Proof: `Land::Total` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn denominate() -> Weight {
		// Proof size in bytes: measured `2257`, estimated `8799`.
		// Minimum execution time: 202_334_000 picoseconds.
		Weight::from_parts(204_837_000, 8799)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Harberger::Base` (r:1 w:1)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn announce_index() -> Weight {
		// Proof size in bytes: measured `519`, estimated `3501`.
		// Minimum execution time: 17_036_000 picoseconds.
		Weight::from_parts(17_556_000, 3501)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Harberger::Base` (r:1 w:1)
	/// Proof: `Harberger::Base` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Parameters::Parameters` (r:1 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn on_initialize() -> Weight {
		// Proof size in bytes: measured `519`, estimated `3501`.
		// Minimum execution time: 17_036_000 picoseconds.
		Weight::from_parts(17_556_000, 3501)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Parameters::Parameters` (r:2 w:0)
	/// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Harberger::Auctions` (r:0 w:1)
	/// Proof: `Harberger::Auctions` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	fn registered() -> Weight {
		// Proof size in bytes: measured `387`, estimated `6012`.
		// Minimum execution time: 15_964_000 picoseconds.
		Weight::from_parts(16_435_000, 6012)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same with ParityDB's costs, for tests.
impl WeightInfo for () {
	fn accept() -> Weight {
		Weight::from_parts(318_917_000, 11402)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn assess() -> Weight {
		Weight::from_parts(204_837_000, 8799)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(150_486_000, 8523)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(145_638_000, 11034)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn bid() -> Weight {
		Weight::from_parts(152_417_000, 11034)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn defend() -> Weight {
		Weight::from_parts(292_820_000, 13545)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn close() -> Weight {
		Weight::from_parts(285_249_000, 11034)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn close_guarded() -> Weight {
		Weight::from_parts(292_820_000, 13545)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn foreclose() -> Weight {
		Weight::from_parts(470_226_000, 16608)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn buy() -> Weight {
		Weight::from_parts(286_769_000, 14005)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn relinquish() -> Weight {
		Weight::from_parts(254_942_000, 13545)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn offer() -> Weight {
		Weight::from_parts(20_028_000, 3798)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(52_790_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn settle() -> Weight {
		Weight::from_parts(150_486_000, 8523)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn guard() -> Weight {
		Weight::from_parts(12_028_000, 3798)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reclaim() -> Weight {
		Weight::from_parts(286_769_000, 14005)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn denominate() -> Weight {
		Weight::from_parts(204_837_000, 8799)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn announce_index() -> Weight {
		Weight::from_parts(17_556_000, 3501)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn on_initialize() -> Weight {
		Weight::from_parts(17_556_000, 3501)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn registered() -> Weight {
		Weight::from_parts(16_435_000, 6012)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
