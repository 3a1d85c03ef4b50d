// SPDX-License-Identifier: Apache-2.0
//! A small chain with the clock and a scheduler that counts by it.

use crate as pallet_civic_clock;
use crate::*;
use frame_support::{derive_impl, parameter_types, traits::EqualPrivilegeOnly};
use frame_system::EnsureRoot;
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
	pub type Clock = pallet_civic_clock;
	#[runtime::pallet_index(2)]
	pub type Scheduler = pallet_scheduler;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

impl pallet_civic_clock::Config for Test {}

parameter_types! {
	pub MaximumWeight: Weight = Weight::MAX;
}

impl pallet_scheduler::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumWeight;
	type ScheduleOrigin = EnsureRoot<u64>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<8>;
	type WeightInfo = ();
	type Preimages = ();
	type BlockNumberProvider = Clock;
}

/// A chain that began at civic height `offset`.
pub fn chain(offset: u64) -> TestExternalities {
	let genesis =
		RuntimeGenesisConfig { clock: pallet_civic_clock::GenesisConfig { offset }, ..Default::default() };
	TestExternalities::new(genesis.build_storage().expect("there is nothing to refuse"))
}

/// Goes on to block `to`, with the scheduler's hook of each block.
pub fn run_to(to: u64) {
	use frame_support::traits::Hooks;
	while System::block_number() < to {
		System::set_block_number(System::block_number() + 1);
		Scheduler::on_initialize(System::block_number());
	}
}
