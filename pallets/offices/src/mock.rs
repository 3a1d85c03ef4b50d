// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet, where root and a founder appoint.

use crate as pallet_offices;
use civitas_primitives::{Calendar, Season, SeasonIndex, Tier, Tiers};
use frame_support::{derive_impl, ord_parameter_types, pallet_prelude::ValueQuery, parameter_types};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

pub type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Offices = pallet_offices;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

/// The season and the tier.
#[frame_support::storage_alias]
pub type Index = StorageValue<Now, SeasonIndex, ValueQuery>;
#[frame_support::storage_alias]
pub type Reached = StorageValue<Now, Tier, ValueQuery>;

pub struct Now;

impl Calendar for Now {
	type BlockNumber = u64;
	fn season() -> Season<u64> {
		Season { index: Index::get(), start: 0 }
	}
	fn season_length() -> u64 {
		100
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex) {
		Index::put(index);
	}
}

impl Tiers for Now {
	fn tier() -> Tier {
		Reached::get()
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_tier(tier: Tier) {
		Reached::put(tier);
	}
}

ord_parameter_types! {
	pub const Founder: u64 = 9;
}

parameter_types! {
	pub static SeasonsInOffice: u32 = 4;
}

impl pallet_offices::Config for Test {
	type AppointOrigin = EnsureRoot<u64>;
	type FounderOrigin = EnsureSignedBy<Founder, u64>;
	type Tiers = Now;
	type Calendar = Now;
	type Term = SeasonsInOffice;
	type WeightInfo = ();
}

/// The state at genesis, with every office empty.
pub fn build() -> TestExternalities {
	SeasonsInOffice::set(4);
	let storage = RuntimeGenesisConfig::default().build_storage().expect("there is nothing to refuse");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		Offices::do_try_state().expect("every invariant holds");
	});
}
