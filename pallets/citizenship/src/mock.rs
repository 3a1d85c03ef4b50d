//! A small chain around the pallet: real balances, stubs for everything else.

use crate as pallet_citizenship;
use crate::*;
use civitas_primitives::{CitizenshipChange, Exit, Passport, Season, SeasonIndex, Tier};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU32, ConstU64},
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_core::crypto::AccountId32;
use sp_io::{hashing::blake2_256, TestExternalities};
use sp_runtime::{BuildStorage, DispatchResult};
use std::cell::RefCell;

pub type Account = AccountId32;
pub type Balance = u64;
pub type Block = frame_system::mocking::MockBlock<Test>;

pub const DEPOSIT: Balance = 70;
pub const BOND: Balance = 110;
pub const WEALTH: Balance = 1_000;
pub const CHALLENGE_PERIOD: u64 = 14;
pub const FURTHER_PERIOD: u64 = 7;
pub const RULING_PERIOD: u64 = 28;
pub const APPEAL_PERIOD: u64 = 15;
pub const LIFETIME: u64 = 60;
pub const SEASON_LENGTH: u64 = 90;

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
	pub type Citizenship = pallet_citizenship;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = Account;
	type AccountData = pallet_balances::AccountData<Balance>;
	type Block = Block;
	type Lookup = sp_runtime::traits::IdentityLookup<Account>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
}

thread_local! {
	pub static CHANGES: RefCell<Vec<(CitizenId, CitizenshipChange)>> = RefCell::default();
	pub static EXITS: RefCell<Vec<(CitizenId, Account, bool, Exit)>> = RefCell::default();
}

parameter_types! {
	pub static CurrentTier: Tier = Tier::Founding;
	pub static InForce: CharterRef = CharterRef { version: 1, hash: H256(blake2_256(b"the charter")) };
	pub static CurrentSeason: SeasonIndex = 0;
	pub static FreeActsQuota: u32 = 6;
	pub static RequiredVouches: u32 = 3;
	pub static MaxOpenVouches: u32 = 3;
	pub static ApplicationDeposit: Balance = DEPOSIT;
	pub static ApplicationLifetime: u64 = LIFETIME;
	pub static ChallengeTerm: u64 = CHALLENGE_PERIOD;
	pub static MaxOpenChallenges: u32 = 3;
	pub static IntakePercent: u32 = 100;
	pub static IntakeAllowance: u32 = 20;
	pub static SentencePercent: u32 = 1;
	/// The citizens on probation.
	pub static OnProbation: Vec<CitizenId> = vec![];
	/// The accounts that cast secret ballots.
	pub static BallotAccounts: Vec<Account> = vec![];
}

pub struct StubProbation;

impl Probation for StubProbation {
	fn is_past(citizen: CitizenId) -> bool {
		!OnProbation::get().contains(&citizen)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn end(citizen: CitizenId) {
		OnProbation::mutate(|all| all.retain(|other| *other != citizen));
	}
}

pub struct StubBallots;

impl civitas_primitives::BallotAccounts<Account> for StubBallots {
	fn is_ballot_account(who: &Account) -> bool {
		BallotAccounts::get().contains(who)
	}
}

/// The justice track of the tests: the account that has this name.
pub struct Justice;

impl frame_support::traits::SortedMembers<Account> for Justice {
	fn sorted_members() -> Vec<Account> {
		vec![account("Justice")]
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn add(_: &Account) {}
}

pub struct StubCalendar;

impl Calendar for StubCalendar {
	type BlockNumber = u64;
	fn season() -> Season<u64> {
		Season { index: CurrentSeason::get(), start: 0 }
	}
	fn season_length() -> u64 {
		SEASON_LENGTH
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex) {
		CurrentSeason::set(index);
	}
}

pub struct StubTiers;

impl Tiers for StubTiers {
	fn tier() -> Tier {
		CurrentTier::get()
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_tier(tier: Tier) {
		CurrentTier::set(tier);
	}
}

/// Keys whose first byte is zero are malformed; the proof of possession is a hash of key and message.
pub struct StubRollKeys;

impl RollKeys for StubRollKeys {
	fn is_well_formed(key: &RollKey) -> bool {
		key[0] != 0
	}
	fn is_possessed(key: &RollKey, message: &[u8], proof: &PossessionProof) -> bool {
		*proof == sign(key, message)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn make(
		seed: [u8; 32],
		message: impl FnOnce(&RollKey) -> alloc::vec::Vec<u8>,
	) -> (RollKey, PossessionProof) {
		let mut key = seed;
		key[0] |= 1;
		(key, sign(&key, &message(&key)))
	}
}

pub fn sign(key: &RollKey, message: &[u8]) -> PossessionProof {
	let half = blake2_256(&(key, message).encode());
	let mut proof = [0; 64];
	proof[..32].copy_from_slice(&half);
	proof[32..].copy_from_slice(&half);
	proof
}

/// The passports issued, with their holders. In storage, so that what is undone is undone here too.
#[frame_support::storage_alias]
pub type Issued = StorageMap<StubPassports, Twox64Concat, CitizenId, (Account, Passport)>;

/// Whether there is a collection to issue passports in.
#[frame_support::storage_alias]
pub type Founded = StorageValue<StubPassports, bool, ValueQuery>;

pub struct StubPassports;

impl Passports<Account> for StubPassports {
	fn found() -> DispatchResult {
		assert!(!Founded::get(), "the collection is founded already");
		Founded::put(true);
		Ok(())
	}
	fn issue(holder: &Account, passport: Passport) -> DispatchResult {
		assert!(Founded::get(), "there is no collection yet");
		assert!(!Issued::contains_key(passport.number), "the passport is issued already");
		Issued::insert(passport.number, (holder, passport));
		Ok(())
	}
	fn withdraw(number: CitizenId) -> DispatchResult {
		assert!(Issued::take(number).is_some(), "there is no such passport");
		Ok(())
	}
	fn holder(number: CitizenId) -> Option<Account> {
		Issued::get(number).map(|(holder, _)| holder)
	}
}

pub struct NoteChanges;

impl OnCitizenship for NoteChanges {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		CHANGES.with_borrow_mut(|all| all.push((citizen, change)));
	}
}

/// Notes who leaves, and whether they are citizens still.
pub struct NoteExits;

impl OnExit<Account> for NoteExits {
	fn leaving(citizen: CitizenId, account: &Account, exit: Exit) {
		let known = CitizenIds::<Test>::get(account) == Some(citizen);
		EXITS.with_borrow_mut(|all| all.push((citizen, account.clone(), known, exit)));
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_dues(_: CitizenId, _: &Account) {}
}

parameter_types! {
	pub const ChallengeBond: Balance = BOND;
	pub const RulingPeriod: u64 = RULING_PERIOD;
}

impl pallet_citizenship::Config for Test {
	type Currency = Balances;
	type Calendar = StubCalendar;
	type Tiers = StubTiers;
	type Charter = InForce;
	type RollKeys = StubRollKeys;
	type Passports = StubPassports;
	type OnCitizenship = NoteChanges;
	type OnExit = NoteExits;
	type BallotAccounts = StubBallots;
	type Probation = StubProbation;
	type JusticeOrigin =
		frame_support::traits::EitherOfDiverse<EnsureRoot<Account>, EnsureSignedBy<Justice, Account>>;
	type EntrenchedOrigin = EnsureRoot<Account>;
	type ApplicationDeposit = ApplicationDeposit;
	type ChallengeBond = ChallengeBond;
	type ChallengePeriod = ChallengeTerm;
	type FurtherChallengePeriod = ConstU64<FURTHER_PERIOD>;
	type RulingPeriod = RulingPeriod;
	type ApplicationLifetime = ApplicationLifetime;
	type MaxOpenChallenges = MaxOpenChallenges;
	type RequiredVouches = RequiredVouches;
	type MaxOpenVouches = MaxOpenVouches;
	type IntakePercent = IntakePercent;
	type IntakeAllowance = IntakeAllowance;
	type SentencePercent = SentencePercent;
	type AppealPeriod = ConstU64<APPEAL_PERIOD>;
	type VoucherLiability = ConstU32<4>;
	type FreeActsPerSeason = FreeActsQuota;
	type WeightInfo = ();
}

/// A person's account.
pub fn account(name: &str) -> Account {
	Account::new(blake2_256(name.as_bytes()))
}

/// A person's `n`th roll key.
pub fn key(name: &str, n: u8) -> RollKey {
	let mut key = blake2_256(&(name, n).encode());
	key[0] |= 1;
	key
}

pub fn ada() -> Account {
	account("Ada")
}
pub fn ben() -> Account {
	account("Ben")
}
pub fn cleo() -> Account {
	account("Cleo")
}
pub fn dora() -> Account {
	account("Dora")
}
/// Applies in most tests, and owns money.
pub fn eve() -> Account {
	account("Eve")
}
/// Owns nothing.
pub fn finn() -> Account {
	account("Finn")
}
/// Nobody in particular, but rich.
pub fn gus() -> Account {
	account("Gus")
}

pub struct ExtBuilder {
	founder: Option<Account>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { founder: Some(ada()) }
	}
}

impl ExtBuilder {
	pub fn without_founder(mut self) -> Self {
		self.founder = None;
		self
	}

	pub fn build(self) -> TestExternalities {
		CHANGES.with_borrow_mut(|all| all.clear());
		EXITS.with_borrow_mut(|all| all.clear());
		CurrentTier::set(Tier::Founding);
		InForce::set(CharterRef { version: 1, hash: H256(blake2_256(b"the charter")) });
		CurrentSeason::set(0);
		FreeActsQuota::set(6);
		RequiredVouches::set(3);
		MaxOpenVouches::set(3);
		ApplicationDeposit::set(DEPOSIT);
		ApplicationLifetime::set(LIFETIME);
		ChallengeTerm::set(CHALLENGE_PERIOD);
		MaxOpenChallenges::set(3);
		IntakePercent::set(100);
		IntakeAllowance::set(20);
		SentencePercent::set(1);
		OnProbation::set(vec![]);
		BallotAccounts::set(vec![]);
		let citizens = [("Ada", 0), ("Ben", 0), ("Cleo", 0), ("Dora", 0)];
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: [ada(), ben(), cleo(), dora(), eve(), gus()].map(|who| (who, WEALTH)).to_vec(),
				..Default::default()
			},
			citizenship: pallet_citizenship::GenesisConfig {
				citizens: citizens.map(|(name, n)| (account(name), H256(key(name, n)))).to_vec(),
				founder: self.founder,
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests is valid");
		let mut ext = TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			CHANGES.with_borrow_mut(|all| all.clear());
		});
		ext
	}

	/// Runs `test`, then checks every invariant and that no money was made or lost.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let issued = Balances::total_issuance();
			test();
			assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
			pallet_citizenship::Pallet::<Test>::do_try_state().expect("every invariant holds");
		});
	}
}
