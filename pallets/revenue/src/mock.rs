// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: real balances, a bowl for the citizens' part, an account for the treasury.

use crate as pallet_revenue;
use crate::*;
use frame_support::{
	derive_impl, parameter_types,
	traits::{tokens::imbalance::ResolveTo, AsEnsureOriginWithArg, ConstU128},
};
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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Purse = pallet_revenue;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Balance>;
	type Block = Block;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<MINIMUM>;
}

/// The least that an account can have.
pub const MINIMUM: Balance = 10;
/// Pays for land.
pub const ADA: u64 = 1;

parameter_types! {
	pub static DividendPart: Perquintill = Perquintill::from_percent(50);
	pub static TreasuryPart: Perquintill = Perquintill::from_percent(30);
	pub const Bowl: u64 = 800;
	pub const Treasury: u64 = 900;
	pub const TestPalletId: PalletId = PalletId(*b"py/revnu");
}

impl pallet_revenue::Config for Test {
	type Currency = Balances;
	type Dividend = ResolveTo<Bowl, Balances>;
	type Treasury = ResolveTo<Treasury, Balances>;
	type PurseOrigin = AsEnsureOriginWithArg<EnsureRoot<u64>>;
	type DividendPart = DividendPart;
	type TreasuryPart = TreasuryPart;
	type PalletId = TestPalletId;
	type WeightInfo = ();
}

/// Ada pays for land in a territory.
pub fn collect(territory: TerritoryId, amount: Balance) {
	use frame_support::traits::tokens::{Fortitude, Precision, Preservation};
	let (exact, preserve) = (Precision::Exact, Preservation::Preserve);
	let credit = Balances::withdraw(&ADA, amount, exact, preserve, Fortitude::Polite);
	Purse::collect(territory, credit.expect("Ada is rich"));
}

/// The state at genesis. The bowl exists, the treasury does not.
pub fn build() -> TestExternalities {
	DividendPart::set(Perquintill::from_percent(50));
	TreasuryPart::set(Perquintill::from_percent(30));
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(ADA, 1_000_000_000_000), (Bowl::get(), MINIMUM)],
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.expect("the genesis of the tests is valid");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs `test`, then checks every invariant and that no money was made or lost.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		let issued = Balances::total_issuance();
		test();
		assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		Purse::do_try_state().expect("every invariant holds");
	});
}
