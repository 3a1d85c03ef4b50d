// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: a street in which parcel `n` lies in cell `n`, and residents of its cells.

use crate as pallet_floating_tax;
use crate::*;
use civitas_primitives::{Ballot, CellId, Context, FloatingRate, OnSeason, RingId, Season};
use frame_support::{derive_impl, parameter_types};
use sp_io::{hashing::blake2_256, TestExternalities};
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
	pub type FloatingTax = pallet_floating_tax;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

thread_local! {
	static BALLOTS: RefCell<BTreeMap<u64, Ballot>> = RefCell::default();
}

/// When the tests begin.
pub const START: u64 = 1_800_000_000_000;
/// The house that most tests are about, in the middle of a street of a hundred.
pub const TAVERN: ParcelId = 50;

parameter_types! {
	pub static CurrentSeason: SeasonIndex = 3;
	pub static Now: u64 = START;
	pub static PhantomVotes: u32 = 10;
	/// How many people live near any parcel.
	pub static Residents: u32 = 0;
	pub static MinRate: Perquintill = Perquintill::zero();
	pub static MaxRate: Perquintill = Perquintill::from_percent(5);
	pub static VotesPerSeason: u32 = 3;
	pub static FreeVotesPerSeason: u32 = 4;
	pub static UpkeepWeight: Weight = Weight::from_parts(10_000_000_000, 10_000_000);
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

pub struct StubClock;

impl Time for StubClock {
	type Moment = u64;
	fn now() -> u64 {
		Now::get()
	}
}

pub struct StubBallots;

impl Ballots<u64> for StubBallots {
	fn ballot(account: &u64) -> Option<Ballot> {
		BALLOTS.with_borrow(|all| all.get(account).copied())
	}
	fn alias_of(_: &u64, _: Context) -> Option<Alias> {
		unreachable!("the pallet needs the ring")
	}
	fn electorate(_: SeasonIndex) -> Option<u32> {
		None
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ballot(account: &u64, _: Context) -> Ballot {
		enrol(*account, TAVERN.into());
		Self::ballot(account).expect("it has just been enrolled")
	}
}

pub struct Street;

impl Neighbourhood for Street {
	fn is_near(parcel: ParcelId, cell: CellId) -> Option<bool> {
		(parcel < 100).then(|| cell.abs_diff(parcel.into()) <= 1)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_neighbours() -> (ParcelId, CellId) {
		(TAVERN, TAVERN.into())
	}
}

impl Electorate for Street {
	fn near(_: ParcelId) -> u32 {
		Residents::get()
	}
}

impl pallet_floating_tax::Config for Test {
	type Ballots = StubBallots;
	type Calendar = StubCalendar;
	type Neighbourhood = Street;
	type Electorate = Street;
	type Clock = StubClock;
	type PhantomVotes = PhantomVotes;
	type MinRate = MinRate;
	type MaxRate = MaxRate;
	type VotesPerSeason = VotesPerSeason;
	type FreeVotesPerSeason = FreeVotesPerSeason;
	type UpkeepWeight = UpkeepWeight;
	type WeightInfo = ();
}

/// The alias of whoever votes with `account` in a season.
pub fn alias(account: u64, season: SeasonIndex) -> Alias {
	blake2_256(&(account, season).encode())
}

/// Enrols an account with a ballot of any kind.
pub fn enrol_as(account: u64, season: SeasonIndex, context: Context, ring: RingId) {
	let ballot = Ballot { season, context, ring, alias: alias(account, season) };
	BALLOTS.with_borrow_mut(|all| all.insert(account, ballot));
}

/// Enrols an account for a resident of a cell this season.
pub fn enrol(account: u64, cell: CellId) {
	enrol_as(account, CurrentSeason::get(), Context::Residence, RingId::Cell(cell, 0));
}

/// Enrols the accounts from 1 to `number` for residents of the tavern's cell.
pub fn enrol_many(number: u64) {
	(1..=number).for_each(|account| enrol(account, TAVERN.into()));
}

/// Lets time pass.
pub fn wait(millis: u64) {
	Now::mutate(|now| *now += millis);
}

/// Turns the season. Nobody is enrolled yet.
pub fn turn() {
	CurrentSeason::mutate(|season| *season += 1);
	System::set_block_number(System::block_number() + 1);
	FloatingTax::turn(CurrentSeason::get());
}

/// A street with a tavern.
pub fn build() -> TestExternalities {
	BALLOTS.with_borrow_mut(|all| all.clear());
	CurrentSeason::set(3);
	Now::set(START);
	PhantomVotes::set(10);
	Residents::set(0);
	MinRate::set(Perquintill::zero());
	MaxRate::set(Perquintill::from_percent(5));
	VotesPerSeason::set(3);
	FreeVotesPerSeason::set(4);
	let storage = RuntimeGenesisConfig::default().build_storage().expect("there is nothing to refuse");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		ForgottenBefore::<Test>::put(3);
		FloatingTax::begin(TAVERN);
	});
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		FloatingTax::do_try_state().expect("every invariant holds");
	});
}
