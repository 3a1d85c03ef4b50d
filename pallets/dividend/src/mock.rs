//! A small chain around the pallet: real balances, a register of citizens, a calendar that tests turn by hand.

use crate as pallet_dividend;
use crate::*;
use civitas_primitives::{
	Admission, CitizenshipChange, Exit, Headcount, OnAttendance, OnCitizenship, OnExit, OnSeason, Season,
	Standing,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		tokens::{Fortitude, Precision, Preservation},
		ConstU128, OnUnbalanced,
	},
};
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;
use std::{cell::RefCell, collections::BTreeMap};

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
	pub type Dividend = pallet_dividend;
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
pub const LANDLORD: u64 = 1;

thread_local! {
	static REGISTER: RefCell<BTreeMap<CitizenId, Standing>> = RefCell::default();
}

parameter_types! {
	pub static CurrentSeason: SeasonIndex = 0;
	pub static ClaimSeasons: u32 = 4;
	pub static Sentenced: Vec<CitizenId> = vec![];
	/// The account that a benchmark has made a citizen's.
	pub static Benchmarked: Option<u64> = None;
	pub static UpkeepWeight: Weight = Weight::from_parts(10_000_000_000, 10_000_000);
	pub const TestPalletId: PalletId = PalletId(*b"py/divid");
}

pub struct StubCalendar;

impl Calendar for StubCalendar {
	type BlockNumber = u64;
	fn season() -> Season<u64> {
		Season { index: CurrentSeason::get(), start: 0 }
	}
	fn season_length() -> u64 {
		100
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex) {
		CurrentSeason::set(index);
	}
}

/// The account of citizen `n` is `100 + n`.
pub struct Register;

impl Citizenry<u64> for Register {
	fn citizen(account: &u64) -> Option<CitizenId> {
		if Benchmarked::get() == Some(*account) {
			return Some(7);
		}
		let id = CitizenId::try_from((*account).checked_sub(100)?).ok()?;
		Self::standing(id).map(|_| id)
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		REGISTER.with_borrow(|all| all.get(&citizen).copied())
	}
	fn headcount() -> Headcount {
		Headcount::default()
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		Benchmarked::set(Some(*account));
		REGISTER.with_borrow_mut(|all| all.insert(7, Standing::Active));
		7
	}
}

/// Those whom a sentence waits for.
pub struct Court;

impl Sentences for Court {
	fn is_sentenced(citizen: CitizenId) -> bool {
		Sentenced::get().contains(&citizen)
	}
}

impl pallet_dividend::Config for Test {
	type Currency = Balances;
	type Calendar = StubCalendar;
	type Citizenry = Register;
	type Sentences = Court;
	type ClaimSeasons = ClaimSeasons;
	type PalletId = TestPalletId;
	type UpkeepWeight = UpkeepWeight;
	type WeightInfo = ();
}

pub const fn account(citizen: CitizenId) -> u64 {
	100 + citizen as u64
}

fn set(citizen: CitizenId, standing: Standing, change: CitizenshipChange) {
	REGISTER.with_borrow_mut(|all| all.insert(citizen, standing));
	Dividend::changed(citizen, change);
}

/// Makes somebody a citizen among the founders of the state.
pub fn admit(citizen: CitizenId) {
	let admission = Admission::Genesis;
	set(citizen, Standing::Active, CitizenshipChange::Admitted { roll_key: [7; 32], admission });
}

/// Makes somebody a citizen who joins the state later.
pub fn join(citizen: CitizenId) {
	let admission = Admission::Vouched;
	set(citizen, Standing::Active, CitizenshipChange::Admitted { roll_key: [7; 32], admission });
}

pub fn suspend(citizen: CitizenId) {
	set(citizen, Standing::Suspended, CitizenshipChange::Suspended);
}

pub fn reinstate(citizen: CitizenId) {
	set(citizen, Standing::Active, CitizenshipChange::Reinstated);
}

pub fn attest(citizen: CitizenId) {
	Dividend::attested(citizen);
}

pub fn leave(citizen: CitizenId) {
	exit(citizen, Exit::Honest);
}

pub fn exit(citizen: CitizenId, exit: Exit) {
	Dividend::leaving(citizen, &account(citizen), exit);
	let standing = REGISTER.with_borrow_mut(|all| all.remove(&citizen)).expect("the test names a citizen");
	Dividend::changed(citizen, CitizenshipChange::Left { standing });
}

pub fn standing(citizen: CitizenId) -> Option<Standing> {
	Register::standing(citizen)
}

/// Land has yielded something.
pub fn receive(amount: Balance) {
	let (exact, preserve) = (Precision::Exact, Preservation::Preserve);
	let credit = Balances::withdraw(&LANDLORD, amount, exact, preserve, Fortitude::Polite);
	Dividend::on_unbalanced(credit.expect("the landlord is rich"));
}

pub fn turn() {
	CurrentSeason::mutate(|season| *season += 1);
	Dividend::turn(CurrentSeason::get());
}

/// The state at genesis: a landlord, and nobody else.
pub fn build() -> TestExternalities {
	REGISTER.with_borrow_mut(|all| all.clear());
	CurrentSeason::set(0);
	ClaimSeasons::set(4);
	Sentenced::set(vec![]);
	Benchmarked::set(None);
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(LANDLORD, 1_000_000_000_000)],
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

/// What the pallet's account has, above the least.
pub fn kept() -> Balance {
	Balances::balance(&Dividend::account_id()) - MINIMUM
}

/// Runs `test`, then checks every invariant and that no money was made or lost.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		let issued = Balances::total_issuance();
		test();
		assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		Dividend::do_try_state().expect("every invariant holds");
	});
}
