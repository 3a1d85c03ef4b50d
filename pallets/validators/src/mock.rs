//! A small chain around the pallet: real balances and real sessions, a register of citizens. Sessions and seasons are
//! turned by hand. Account 1,000 + n is citizen n's, as long as there is one.

use crate as pallet_validators;
use crate::*;
use civitas_primitives::{CitizenshipChange, Headcount, OnCitizenship, OnSeason, Standing};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Inspect, InspectHold},
		ConstU128, ConstU32,
	},
};
use pallet_session::{disabling::UpToLimitDisablingStrategy, historical as pallet_session_historical};
use sp_io::TestExternalities;
use sp_runtime::{impl_opaque_keys, testing::UintAuthorityId, traits::Convert, BuildStorage, Perbill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
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
	pub type Historical = pallet_session_historical;
	#[runtime::pallet_index(2)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(3)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(4)]
	pub type Validators = pallet_validators;
}

/// The bond of a candidate.
pub const BOND: Balance = 100;
/// What each account owns at first.
pub const WEALTH: Balance = 1_000;
/// Gets what is slashed.
pub const TREASURY: u64 = 9_999;
/// For how many sessions an offence can be reported.
pub const REPORT_SESSIONS: SessionIndex = 5;
/// After how many sessions without a block a seat is lost.
pub const PATIENCE: SessionIndex = 3;
/// The free acts of a citizen.
pub const QUOTA: u32 = 4;
/// The founding validators.
pub const FOUNDERS: [u64; 4] = [1, 2, 3, 4];

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Balance>;
	type Block = Block;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type RuntimeHoldReason = RuntimeHoldReason;
}

impl_opaque_keys! {
	pub struct MockKeys {
		pub dummy: UintAuthorityId,
	}
}

pub struct Known;

impl Convert<u64, Option<u64>> for Known {
	fn convert(account: u64) -> Option<u64> {
		Validators::is_known(&account).then_some(account)
	}
}

pub struct Never;

impl pallet_session::ShouldEndSession<u64> for Never {
	fn should_end_session(_: u64) -> bool {
		false
	}
}

/// What consensus was told: the validators that act, and how often their set has changed.
pub struct Consensus;

impl pallet_session::SessionHandler<u64> for Consensus {
	const KEY_TYPE_IDS: &'static [sp_runtime::KeyTypeId] = &[sp_core::crypto::key_types::DUMMY];
	fn on_genesis_session<Ks: OpaqueKeys>(_: &[(u64, Ks)]) {}
	fn on_new_session<Ks: OpaqueKeys>(changed: bool, _: &[(u64, Ks)], _: &[(u64, Ks)]) {
		if changed {
			Changes::mutate(|count| *count += 1);
		}
	}
	fn on_disabled(_: u32) {}
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = u64;
	type ValidatorIdOf = Known;
	type ShouldEndSession = Never;
	type NextSessionRotation = ();
	type SessionManager = pallet_session_historical::NoteHistoricalRoot<Self, Validators>;
	type SessionHandler = Consensus;
	type Keys = MockKeys;
	type DisablingStrategy = UpToLimitDisablingStrategy;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ConstU128<10>;
}

impl pallet_session_historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = Nothing;
}

pub struct Nothing;

impl Convert<u64, Option<()>> for Nothing {
	fn convert(_: u64) -> Option<()> {
		Some(())
	}
}

thread_local! {
	/// The standing of each citizen, and how many free acts they have done.
	static PEOPLE: RefCell<BTreeMap<CitizenId, (Standing, u32)>> = RefCell::default();
}

parameter_types! {
	pub static Changes: u32 = 0;
	pub static Seats: u32 = 5;
	pub static Quorum: u32 = 4;
	pub static LeastApprovals: u32 = 1;
	pub static ApprovalPercent: u32 = 0;
	pub static Founding: Vec<u64> = FOUNDERS.to_vec();
	pub static CurrentSeason: SeasonIndex = 0;
	/// The account that a benchmark has made a citizen's.
	pub static Benchmarked: Option<u64> = None;
}

/// Whether one of those who serve has new keys.
pub struct NewKeys;

impl Get<bool> for NewKeys {
	fn get() -> bool {
		Session::queued_keys().iter().any(|(who, keys)| Session::load_keys(who).as_ref() != Some(keys))
	}
}

pub struct ToTreasury;

impl OnUnbalanced<CreditOf<Test>> for ToTreasury {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		use frame_support::traits::fungible::Balanced;
		let _ = Balances::resolve(&TREASURY, credit);
	}
}

/// The citizens.
pub struct People;

impl People {
	fn with<R>(citizen: CitizenId, act: impl FnOnce(&mut (Standing, u32)) -> R) -> Option<R> {
		PEOPLE.with_borrow_mut(|people| people.get_mut(&citizen).map(act))
	}
}

impl Citizenry<u64> for People {
	fn citizen(account: &u64) -> Option<CitizenId> {
		if Benchmarked::get() == Some(*account) {
			return Some(7);
		}
		let citizen = CitizenId::try_from((*account).checked_sub(1_000)?).ok()?;
		Self::standing(citizen).map(|_| citizen)
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		Self::with(citizen, |it| it.0)
	}
	fn headcount() -> Headcount {
		PEOPLE.with_borrow(|people| {
			let active = people.values().filter(|it| it.0 == Standing::Active).count() as u32;
			Headcount { active, suspended: people.len() as u32 - active }
		})
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		Benchmarked::set(Some(*account));
		admit(7);
		7
	}
}

impl CivicActs for People {
	fn left(citizen: CitizenId) -> u32 {
		Self::with(citizen, |it| QUOTA.saturating_sub(it.1)).unwrap_or_default()
	}
	fn count(citizen: CitizenId) {
		Self::with(citizen, |it| it.1 += 1);
	}
}

impl pallet_validators::Config for Test {
	type Currency = Balances;
	type Slashed = ToTreasury;
	type Citizenry = People;
	type CivicActs = People;
	type Keys = MockKeys;
	type Sessions = Session;
	type NewKeys = NewKeys;
	type FoundingValidators = Founding;
	type Bond = ConstU128<BOND>;
	type Seats = Seats;
	type Quorum = Quorum;
	type LeastApprovals = LeastApprovals;
	type ApprovalPercent = ApprovalPercent;
	type AbsenceSessions = ConstU32<PATIENCE>;
	type MaxValidators = ConstU32<100>;
	type ReportSessions = ConstU32<REPORT_SESSIONS>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Scenes;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Scenes;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_validators::BenchmarkHelper<u64, MockKeys> for Scenes {
	fn keys(owner: &u64) -> (MockKeys, Vec<u8>) {
		(keys(*owner), proof(*owner, *owner))
	}
	fn set_seats(seats: u32) {
		Seats::set(seats);
	}
}

/// The keys number `key`.
pub fn keys(key: u64) -> MockKeys {
	MockKeys { dummy: UintAuthorityId(key) }
}

/// The proof that `owner` has the keys number `key`.
pub fn proof(key: u64, owner: u64) -> Vec<u8> {
	keys(key).create_ownership_proof(&owner.encode()).expect("mock keys sign").encode()
}

/// Makes somebody a citizen.
pub fn admit(citizen: CitizenId) {
	PEOPLE.with_borrow_mut(|people| people.insert(citizen, (Standing::Active, 0)));
}

pub fn suspend(citizen: CitizenId) {
	People::with(citizen, |it| it.0 = Standing::Suspended).expect("there is such a citizen");
	Validators::changed(citizen, CitizenshipChange::Suspended);
}

pub fn reinstate(citizen: CitizenId) {
	People::with(citizen, |it| it.0 = Standing::Active).expect("there is such a citizen");
	Validators::changed(citizen, CitizenshipChange::Reinstated);
}

pub fn leave(citizen: CitizenId) {
	let gone = PEOPLE.with_borrow_mut(|people| people.remove(&citizen));
	let (standing, _) = gone.expect("there is such a citizen");
	Validators::changed(citizen, CitizenshipChange::Left { standing });
}

pub const fn account(citizen: CitizenId) -> u64 {
	1_000 + citizen as u64
}

/// `who` gets money.
pub fn fund(who: u64, amount: Balance) {
	use frame_support::traits::fungible::Mutate;
	Balances::mint_into(&who, amount).expect("it can have that");
}

pub fn stand(who: u64) -> DispatchResult {
	Validators::stand(RuntimeOrigin::signed(who), keys(who), proof(who, who))
}

/// `who` stands with money of its own. Returns the candidate's number.
pub fn candidate(who: u64) -> CandidateId {
	if Balances::balance(&who) < WEALTH {
		fund(who, WEALTH);
	}
	stand(who).expect("it can stand");
	CandidateOf::<Test>::get(who).expect("it stands")
}

pub fn list(candidates: &[CandidateId]) -> ApprovalList {
	ApprovalList::try_from(candidates.to_vec()).expect("not too many")
}

pub fn approve(citizen: CitizenId, candidates: &[CandidateId]) -> DispatchResult {
	Validators::approve(RuntimeOrigin::signed(account(citizen)), list(candidates))
}

pub fn held(who: u64) -> Balance {
	Balances::balance_on_hold(&HoldReason::Bond.into(), &who)
}

/// A session ends in which the validators that act make a block each, but for `absent`.
pub fn session_without(absent: &[u64]) {
	use pallet_authorship::EventHandler;
	for who in Session::validators().into_iter().filter(|who| !absent.contains(who)) {
		<Validators as EventHandler<u64, u64>>::note_author(who);
	}
	Session::rotate_session();
}

pub fn sessions(number: u32) {
	for _ in 0..number {
		session_without(&[]);
	}
}

pub fn turn() {
	CurrentSeason::mutate(|season| *season += 1);
	Validators::turn(CurrentSeason::get());
}

/// The season turns, and those who are elected begin to serve.
pub fn election() {
	turn();
	sessions(2);
}

pub fn serving() -> Vec<u64> {
	Serving::<Test>::get().into_inner()
}

/// Somebody proves that each of `offenders` has signed twice in `session`, in the same slot.
pub fn report(offenders: &[u64], session: SessionIndex) {
	let details: Vec<_> =
		offenders.iter().map(|who| OffenceDetails { offender: (*who, ()), reporters: vec![] }).collect();
	let fractions = vec![Perbill::from_percent(50); offenders.len()];
	Validators::on_offence(&details, &fractions, session);
}

pub fn is_disabled(who: u64) -> bool {
	let index = Session::validators().iter().position(|it| *it == who);
	index.is_some_and(|index| Session::disabled_validators().contains(&(index as u32)))
}

/// The state at genesis: four founding validators, and nobody else.
pub fn build() -> TestExternalities {
	PEOPLE.with_borrow_mut(|all| all.clear());
	Changes::set(0);
	Seats::set(5);
	Quorum::set(4);
	LeastApprovals::set(1);
	ApprovalPercent::set(0);
	CurrentSeason::set(0);
	Benchmarked::set(None);
	let storage = RuntimeGenesisConfig {
		session: pallet_session::GenesisConfig {
			keys: Founding::get().into_iter().map(|who| (who, who, keys(who))).collect(),
			..Default::default()
		},
		balances: pallet_balances::GenesisConfig {
			balances: FOUNDERS.into_iter().chain([TREASURY]).map(|who| (who, WEALTH)).collect(),
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
		Validators::do_try_state().expect("every invariant holds");
	});
}
