// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: a register of citizens and a calendar that tests turn by hand.

use crate as pallet_census;
use crate::*;
use civitas_primitives::{
	Admission, Ballot, CitizenshipChange, Footprint, Headcount, MembershipError, OnCitizenship, OnSeason,
	RollKey, Season, Standing,
};
use frame_support::{derive_impl, parameter_types};
use sp_core::H256;
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
	pub type Census = pallet_census;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

thread_local! {
	/// The citizens: number and standing. Citizen `n` acts through account `100 + n`.
	static REGISTER: RefCell<BTreeMap<CitizenId, Standing>> = RefCell::default();
	/// Other accounts through which citizens act: those of benchmarks.
	static NAMED: RefCell<BTreeMap<u64, CitizenId>> = RefCell::default();
}

parameter_types! {
	pub static CurrentSeason: SeasonIndex = 0;
	pub static NextId: CitizenId = 0;
	pub static Land: Footprint = Footprint::default();
	/// The season's mean valuation, and all that land has yielded.
	pub static MeanValuation: u128 = 0;
	pub static LandRevenue: u128 = 0;
	pub static Treasury: u128 = 0;
	pub static IncomeFloors: ByBand<u64> = FLOORS;
	pub static FreeDeclarations: u32 = 3;
	pub static InForce: CharterRef = CharterRef { version: 1, hash: H256::repeat_byte(7) };
}

/// The least income of each band: the squares of its number.
pub const FLOORS: ByBand<u64> = [0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144, 169, 196, 225];

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

pub struct Register;

impl Citizenry<u64> for Register {
	fn citizen(account: &u64) -> Option<CitizenId> {
		let named = NAMED.with_borrow(|all| all.get(account).copied());
		let id = named.or_else(|| CitizenId::try_from((*account).checked_sub(100)?).ok())?;
		Self::standing(id).map(|_| id)
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		REGISTER.with_borrow(|all| all.get(&citizen).copied())
	}
	fn headcount() -> Headcount {
		let count = |standing| {
			REGISTER.with_borrow(|all| all.values().filter(|one| **one == standing).count() as u32)
		};
		Headcount { active: count(Standing::Active), suspended: count(Standing::Suspended) }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		Self::citizen(account).unwrap_or_else(|| {
			let id = admit();
			NAMED.with_borrow_mut(|all| all.insert(*account, id));
			id
		})
	}
}

impl Footprints for Land {
	fn total() -> Footprint {
		Self::get()
	}
	fn mean_valuation() -> u128 {
		MeanValuation::get()
	}
	fn turned() {
		MeanValuation::set(0);
	}
}

/// Proofs of a ring of which everybody is a member: they say what they were made for.
pub struct Ring;

/// For how many blocks a proof can be used.
pub const WINDOW: u64 = 64;

impl Memberships<u64> for Ring {
	fn check(
		claim: &Ballot,
		purpose: &[u8],
		said: &[u8],
		at: u64,
		given: &RingProof,
	) -> Result<(), MembershipError> {
		ensure!(claim.season == CurrentSeason::get(), MembershipError::WrongSeason);
		ensure!(claim.ring == RingId::Nation(0), MembershipError::UnknownRing);
		ensure!(at < System::block_number() && Self::lifetime(at) > 0, MembershipError::NotRecent);
		ensure!(*given == proof(claim, purpose, said, at), MembershipError::Invalid);
		Ok(())
	}
	fn lifetime(at: u64) -> u64 {
		(at + WINDOW + 1).saturating_sub(System::block_number())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_claim(context: civitas_primitives::Context) -> Ballot {
		let season = CurrentSeason::get();
		Ballot { season, context, ring: RingId::Nation(0), alias: alias(0, season) }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn check_recorded(_: &Ballot) {}
}

/// A proof that passes.
pub fn proof(claim: &Ballot, purpose: &[u8], said: &[u8], at: u64) -> RingProof {
	let mut proof = [0; 785];
	proof[..32].copy_from_slice(&sp_io::hashing::blake2_256(&(claim, purpose, said, at).encode()));
	proof
}

/// The alias under which a person declares an income.
pub fn alias(person: u64, season: SeasonIndex) -> Alias {
	sp_io::hashing::blake2_256(&(person, season).encode())
}

thread_local! {
	/// The keys that citizens have registered for the next season.
	static KEYS: RefCell<BTreeMap<u64, RollKey>> = RefCell::default();
}

/// A register that takes every key but zeros.
pub struct Keys;

impl NextKeys<u64> for Keys {
	fn check(_: &u64, next: &NextKey) -> DispatchResult {
		ensure!(next.roll_key != [0; 32], "this is not a key");
		Ok(())
	}
	fn replace(account: &u64, next: &NextKey) -> DispatchResult {
		Self::check(account, next)?;
		KEYS.with_borrow_mut(|all| all.insert(*account, next.roll_key));
		Ok(())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn make(_: &u64) -> NextKey {
		NextKey { roll_key: [1; 32], proof: [0; 64] }
	}
}

/// The key that a citizen has registered last.
pub fn next_key(account: u64) -> Option<RollKey> {
	KEYS.with_borrow(|all| all.get(&account).copied())
}

thread_local! {
	/// The citizens who were reported to have attested, in order.
	static ATTENDED: RefCell<Vec<CitizenId>> = RefCell::default();
}

pub struct Attendants;

impl OnAttendance for Attendants {
	fn attested(citizen: CitizenId) {
		ATTENDED.with_borrow_mut(|all| all.push(citizen));
	}
}

/// The citizens reported to have attested since the last look.
pub fn attended() -> Vec<CitizenId> {
	ATTENDED.take()
}

impl pallet_census::Config for Test {
	type Calendar = StubCalendar;
	type Citizenry = Register;
	type Charter = InForce;
	type OnAttendance = Attendants;
	type Footprints = Land;
	type Revenue = LandRevenue;
	type Treasury = Treasury;
	type Memberships = Ring;
	type NextKeys = Keys;
	type IncomeFloors = IncomeFloors;
	type FreeDeclarations = FreeDeclarations;
	type WeightInfo = ();
}

/// The account of a citizen.
pub fn account(citizen: CitizenId) -> u64 {
	100 + u64::from(citizen)
}

/// Signs as a citizen.
pub fn signed(citizen: CitizenId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(citizen))
}

/// Admits the next citizen, for whom others have vouched.
pub fn admit() -> CitizenId {
	admit_by(Admission::Vouched)
}

/// Admits the next citizen.
pub fn admit_by(admission: Admission) -> CitizenId {
	let id = NextId::get();
	NextId::set(id + 1);
	REGISTER.with_borrow_mut(|all| all.insert(id, Standing::Active));
	Census::changed(id, CitizenshipChange::Admitted { roll_key: [1; 32], admission });
	id
}

/// Admits some citizens.
pub fn admit_many(number: u32) -> Vec<CitizenId> {
	(0..number).map(|_| admit()).collect()
}

/// Suspends a citizen.
pub fn suspend(id: CitizenId) {
	REGISTER.with_borrow_mut(|all| all.insert(id, Standing::Suspended));
	Census::changed(id, CitizenshipChange::Suspended);
}

/// Restores a citizen.
pub fn reinstate(id: CitizenId) {
	REGISTER.with_borrow_mut(|all| all.insert(id, Standing::Active));
	Census::changed(id, CitizenshipChange::Reinstated);
}

/// Lets a citizen leave.
pub fn leave(id: CitizenId) {
	let standing = REGISTER.with_borrow_mut(|all| all.remove(&id)).expect("the test names a citizen");
	Census::changed(id, CitizenshipChange::Left { standing });
}

/// Turns the season, in a block of its own.
pub fn turn() {
	System::set_block_number(System::block_number() + 10);
	CurrentSeason::mutate(|season| *season += 1);
	Census::turn(CurrentSeason::get());
}

/// The state at genesis: nobody, and small thresholds.
pub fn build() -> TestExternalities {
	REGISTER.with_borrow_mut(|all| all.clear());
	NAMED.with_borrow_mut(|all| all.clear());
	Land::set(Footprint::default());
	MeanValuation::set(0);
	LandRevenue::set(0);
	Treasury::set(0);
	IncomeFloors::set(FLOORS);
	FreeDeclarations::set(3);
	KEYS.with_borrow_mut(|all| all.clear());
	CurrentSeason::set(0);
	NextId::set(0);
	InForce::set(CharterRef { version: 1, hash: H256::repeat_byte(7) });
	let storage = RuntimeGenesisConfig {
		census: pallet_census::GenesisConfig {
			tier: Tier::Founding,
			thresholds: TierThresholds { consultative: 3, shared: 5, community: 7 },
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

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		Census::do_try_state().expect("every invariant holds");
	});
}
