//! A small chain around the pallet, where root appoints.

use crate as pallet_offices;
use frame_support::derive_impl;
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

impl pallet_offices::Config for Test {
	type AppointOrigin = frame_system::EnsureRoot<u64>;
	type WeightInfo = ();
}

/// The state at genesis, with every office empty.
pub fn build() -> TestExternalities {
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
