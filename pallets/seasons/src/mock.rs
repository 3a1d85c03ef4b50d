// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet, with a witness of each turn.

use crate as pallet_seasons;
use crate::*;
use frame_support::{derive_impl, parameter_types, traits::Hooks};
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
	pub type Seasons = pallet_seasons;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

parameter_types! {
	pub static SeasonLength: u64 = 90;
	/// Each turn that the witness saw: the block, the season told, and the season that the calendar showed.
	pub static Turns: Vec<(u64, SeasonIndex, SeasonIndex)> = Vec::new();
}

/// What the witness says that it used.
pub const WITNESS_WEIGHT: Weight = Weight::from_parts(4_321, 7);

pub struct Witness;

impl OnSeason for Witness {
	fn turn(new: SeasonIndex) -> Weight {
		Turns::mutate(|turns| turns.push((System::block_number(), new, Seasons::season().index)));
		WITNESS_WEIGHT
	}
}

impl pallet_seasons::Config for Test {
	type SeasonLength = SeasonLength;
	type OnSeason = (Witness, ());
	type WeightInfo = ();
}

/// Goes on to block `to`, with the hook of each block. Returns the weight of the last.
pub fn run_to(to: u64) -> Weight {
	let mut used = Weight::zero();
	while System::block_number() < to {
		System::set_block_number(System::block_number() + 1);
		used = Seasons::on_initialize(System::block_number());
	}
	used
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	SeasonLength::set(90);
	Turns::set(Vec::new());
	let storage = RuntimeGenesisConfig::default().build_storage().expect("there is nothing to refuse");
	TestExternalities::new(storage).execute_with(|| {
		test();
		Seasons::do_try_state().expect("every invariant holds");
	});
}
