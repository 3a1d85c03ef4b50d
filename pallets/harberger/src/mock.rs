// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: real balances; a register of titles, a floating rate and a till as stubs.

use crate as pallet_harberger;
use crate::*;
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::Unbalanced, tokens::imbalance::ResolveTo, ConstU128, ConstU32, ConstU64},
};
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
	pub type Harberger = pallet_harberger;
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
	/// What is left of an account that is too small to live on.
	type DustRemoval = ResolveTo<ConstU64<SINK>, Balances>;
	type ExistentialDeposit = ConstU128<MINIMUM>;
}

/// The least that an account can have.
pub const MINIMUM: Balance = 100;
/// What everybody owns.
pub const WEALTH: Balance = 1_000_000_000;
/// When the tests begin.
pub const START: u64 = 1_800_000_000_000;
/// A day, in milliseconds.
pub const DAY: u64 = 86_400_000;
/// What goes to whoever forecloses.
pub const TIP: Balance = 70;

/// The account that casts secret ballots. It is as rich as everybody.
pub const VOTER: u64 = 8;
/// The account that takes all revenue.
pub const TILL: u64 = 900;
/// The account that takes what people lose otherwise.
pub const SINK: u64 = 901;

/// The holder of each parcel, and for whom it is reserved.
#[frame_support::storage_alias]
pub type Titled = StorageMap<Register, Twox64Concat, ParcelId, (Option<u64>, Option<u64>)>;

/// The valuations that the register knows.
#[frame_support::storage_alias]
pub type Valued = StorageMap<Register, Twox64Concat, ParcelId, u128, ValueQuery>;

/// The floating rate of each parcel.
#[frame_support::storage_alias]
pub type Floats = StorageMap<Register, Twox64Concat, ParcelId, Meter>;

parameter_types! {
	pub static Now: u64 = START;
	pub static BaseRate: Perquintill = Perquintill::from_percent(2);
	pub static ForeclosureTip: Balance = TIP;
	/// The highest rate that neighbours can make.
	pub static HighestFloat: Perquintill = Perquintill::from_percent(3);
	pub static NoticePeriod: u64 = 7 * DAY;
	pub static InitialPrice: Balance = 5_000;
	pub const LookBack: u64 = 3 * civitas_primitives::YEAR;
	pub const BindingPeriod: u64 = 90 * DAY;
	pub const GracePeriod: u64 = 14 * DAY;
	pub const GraceSurcharge: Perquintill = Perquintill::from_percent(10);
	pub const IndexStep: Perquintill = Perquintill::from_percent(10);
	pub const IndexNotice: u64 = 7 * DAY;
	pub const IndexPeriod: u64 = 30 * DAY;
	pub const ReservePeriod: u64 = 30 * DAY;
	pub const AuctionPeriod: u64 = 14 * DAY;
	pub const BidIncrement: Perquintill = Perquintill::from_percent(2);
	pub const TestPalletId: PalletId = PalletId(*b"py/harbr");
}

pub struct Register;

impl frame_support::traits::StorageInstance for Register {
	fn pallet_prefix() -> &'static str {
		"Register"
	}
	const STORAGE_PREFIX: &'static str = "Register";
}

impl Titles<u64> for Register {
	fn holder(parcel: ParcelId) -> Option<u64> {
		Titled::get(parcel)?.0
	}
	fn assignee(parcel: ParcelId) -> Option<u64> {
		Titled::get(parcel)?.1
	}
	fn territory(parcel: ParcelId) -> Option<TerritoryId> {
		Titled::get(parcel).map(|_| 5)
	}
	fn pass(parcel: ParcelId, to: Option<u64>) -> DispatchResult {
		assert!(Titled::contains_key(parcel), "the parcel is known");
		Titled::insert(parcel, (to, None::<u64>));
		Ok(())
	}
	fn revalued(parcel: ParcelId, old: u128, new: u128) {
		assert_eq!(Valued::get(parcel), old, "a valuation was changed without a word");
		Valued::insert(parcel, new);
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_parcel(holder: Option<u64>) -> ParcelId {
		let parcel = Titled::iter().count() as u32 + 1_000;
		Titled::insert(parcel, (holder, None::<u64>));
		parcel
	}
}

pub struct Neighbours;

impl FloatingRate for Neighbours {
	fn begin(parcel: ParcelId) {
		if !Floats::contains_key(parcel) {
			float(parcel, Perquintill::from_percent(3));
		}
	}
	fn inherit(parcel: ParcelId, of: ParcelId) {
		float(parcel, Self::rate(of));
	}
	fn highest() -> Perquintill {
		HighestFloat::get()
	}
	fn rate(parcel: ParcelId) -> Perquintill {
		Floats::get(parcel).map_or(Perquintill::from_percent(3), |meter| meter.rate)
	}
	fn accrued(parcel: ParcelId) -> Accrual {
		Floats::get(parcel).map_or(Accrual::default(), |meter| meter.read(Now::get()))
	}
}

/// The neighbours change their minds.
pub fn float(parcel: ParcelId, rate: Perquintill) {
	let mut meter = Floats::get(parcel).unwrap_or(Meter::start(Now::get(), rate));
	meter.change(Now::get(), rate);
	Floats::insert(parcel, meter);
}

pub struct Till;

impl Revenue<CreditOf<Test>> for Till {
	fn collect(territory: TerritoryId, credit: CreditOf<Test>) {
		assert_eq!(territory, 5, "all parcels of the tests lie there");
		Balances::resolve(&TILL, credit).expect("the till takes any amount");
	}
}

pub struct StubClock;

impl Time for StubClock {
	type Moment = u64;
	fn now() -> u64 {
		Now::get()
	}
}

/// Only one account of the tests casts secret ballots.
pub struct Booth;

impl BallotAccounts<u64> for Booth {
	fn is_ballot_account(who: &u64) -> bool {
		*who == VOTER
	}
}

impl pallet_harberger::Config for Test {
	type Currency = Balances;
	type Titles = Register;
	type FloatingRate = Neighbours;
	type Revenue = Till;
	type BallotAccounts = Booth;
	type Clock = StubClock;
	type BaseRate = BaseRate;
	type NoticePeriod = NoticePeriod;
	type LookBack = LookBack;
	type BindingPeriod = BindingPeriod;
	type GracePeriod = GracePeriod;
	type GraceSurcharge = GraceSurcharge;
	type FreeSettlement = ConstU128<1_000>;
	type IndexOrigin = frame_system::EnsureRoot<u64>;
	type IndexStep = IndexStep;
	type IndexNotice = IndexNotice;
	type IndexPeriod = IndexPeriod;
	type ReservePeriod = ReservePeriod;
	type AuctionPeriod = AuctionPeriod;
	type BidIncrement = BidIncrement;
	type AuctionFactor = ConstU32<2>;
	type InitialPrice = InitialPrice;
	type ForeclosureTip = ForeclosureTip;
	type PalletId = TestPalletId;
	type WeightInfo = ();
}

/// Lets time pass; a block begins.
pub fn wait(millis: u64) {
	use frame_support::traits::Hooks;
	System::set_block_number(System::block_number() + 1);
	Harberger::on_initialize(System::block_number());
	Now::mutate(|now| *now += millis);
}

/// What has been paid into the till.
pub fn revenue() -> Balance {
	Balances::balance(&TILL) - MINIMUM
}

/// Makes an account unable to take small amounts: it has holds, and another reason to exist, but nothing free.
pub fn drain(who: u64) {
	if System::providers(&who) < 2 {
		System::inc_providers(&who);
	}
	let free = Balances::balance(&who);
	Balances::decrease_balance(
		&who,
		free,
		frame_support::traits::tokens::Precision::Exact,
		frame_support::traits::tokens::Preservation::Expendable,
		frame_support::traits::tokens::Fortitude::Polite,
	)
	.expect("the account has another provider");
	Balances::increase_balance(&SINK, free, frame_support::traits::tokens::Precision::Exact)
		.expect("the sink takes any amount");
}

/// Gives a drained account its money back.
pub fn refill(who: u64) {
	use frame_support::traits::tokens::Preservation::Preserve;
	let all = Balances::balance(&SINK) - MINIMUM;
	let _ = Balances::transfer(&SINK, &who, all, Preserve);
}

/// The state at genesis: rich people, and parcels 1 to 3 reserved for Ada.
pub fn build() -> TestExternalities {
	Now::set(START);
	BaseRate::set(Perquintill::from_percent(2));
	HighestFloat::set(Perquintill::from_percent(3));
	NoticePeriod::set(7 * DAY);
	InitialPrice::set(5_000);
	ForeclosureTip::set(TIP);
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: (1..=8).map(|who| (who, WEALTH)).chain([(TILL, MINIMUM), (SINK, MINIMUM)]).collect(),
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.expect("the genesis of the tests is valid");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		Harberger::follow_base_rate();
		for parcel in 1..=3 {
			Titled::insert(parcel, (None::<u64>, Some(1)));
		}
		System::reset_events();
	});
	ext
}

/// Runs `test`, then checks every invariant and that no money was made or lost.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		let issued = Balances::total_issuance();
		test();
		assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		Harberger::do_try_state().expect("every invariant holds");
	});
}
