// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: real referenda with their scheduler and preimages, real fees; a roll, a register
//! of citizens and a calendar that tests turn by hand.

use crate as pallet_quadratic_voting;
use crate::*;
use alloc::borrow::Cow;
use civitas_primitives::{
	ActiveCitizens, Alias, Ballot, BallotKind, BallotKinds, CitizenId, Context, Headcount, RingId, Season,
	Standing,
};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{schedule::DispatchTime, ConstU32, ConstU64, EqualPrivilegeOnly, OriginTrait, StorePreimage},
	weights::IdentityFee,
};
use frame_system::{EnsureRoot, RawOrigin};
use pallet_referenda::{Curve, DecidingStatus, ReferendumInfo, Track, TrackInfo};
use sp_io::{hashing::blake2_256, TestExternalities};
use sp_runtime::{str_array as s, BuildStorage, Perbill};

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
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(3)]
	pub type SkipFeelessPayment = pallet_skip_feeless_payment;
	#[runtime::pallet_index(4)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(5)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(6)]
	pub type Referenda = pallet_referenda;
	#[runtime::pallet_index(7)]
	pub type QuadraticVoting = pallet_quadratic_voting;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<u64>;
	type Block = Block;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Test {
	type OnChargeTransaction = pallet_transaction_payment::FungibleAdapter<Balances, ()>;
	type WeightToFee = IdentityFee<u64>;
	type LengthToFee = IdentityFee<u64>;
}

impl pallet_skip_feeless_payment::Config for Test {
	type RuntimeEvent = RuntimeEvent;
}

impl pallet_preimage::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<u64>;
	type Consideration = ();
}

parameter_types! {
	pub MaxWeight: Weight = Weight::from_parts(2_000_000_000_000, u64::MAX);
}

impl pallet_scheduler::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaxWeight;
	type ScheduleOrigin = EnsureRoot<u64>;
	type MaxScheduledPerBlock = ConstU32<100>;
	type WeightInfo = ();
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

/// A secret track, for proposals of root.
pub const LAW: u16 = 0;
/// An open track, for proposals of a judge.
pub const JUSTICE: u16 = 1;
/// Whose origin the open track's proposals have.
pub const JUDGE: u64 = 77;

/// For how many blocks a poll is prepared, decided and confirmed.
pub const PREPARE: u64 = 2;
pub const DECIDE: u64 = 20;
pub const CONFIRM: u64 = 3;

pub struct Tracks;

const fn track(id: u16, name: [u8; 25]) -> Track<u16, u64, u64> {
	Track {
		id,
		info: TrackInfo {
			name,
			max_deciding: 100,
			decision_deposit: 1,
			prepare_period: PREPARE,
			decision_period: DECIDE,
			confirm_period: CONFIRM,
			min_enactment_period: 1,
			// More than half, from four fifths on down.
			min_approval: Curve::LinearDecreasing {
				length: Perbill::from_percent(100),
				floor: Perbill::from_parts(500_000_001),
				ceil: Perbill::from_percent(80),
			},
			// A tenth of the electorate, from a half on down.
			min_support: Curve::LinearDecreasing {
				length: Perbill::from_percent(100),
				floor: Perbill::from_percent(10),
				ceil: Perbill::from_percent(50),
			},
		},
	}
}

impl pallet_referenda::TracksInfo<u64, u64> for Tracks {
	type Id = u16;
	type RuntimeOrigin = <RuntimeOrigin as OriginTrait>::PalletsOrigin;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<u16, u64, u64>>> {
		static DATA: [Track<u16, u64, u64>; 2] = [track(LAW, s("law")), track(JUSTICE, s("justice"))];
		DATA.iter().map(Cow::Borrowed)
	}

	fn track_for(origin: &Self::RuntimeOrigin) -> Result<u16, ()> {
		match RawOrigin::try_from(origin.clone()) {
			Ok(RawOrigin::Root) => Ok(LAW),
			Ok(RawOrigin::Signed(JUDGE)) => Ok(JUSTICE),
			_ => Err(()),
		}
	}
}

impl BallotKinds<u16> for Tracks {
	fn kind(track: &u16) -> BallotKind {
		match *track {
			LAW => BallotKind::Secret,
			_ => BallotKind::Open,
		}
	}
}

impl pallet_referenda::Config for Test {
	type WeightInfo = ();
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = frame_system::EnsureSigned<u64>;
	type CancelOrigin = EnsureRoot<u64>;
	type KillOrigin = EnsureRoot<u64>;
	type Slash = ();
	type Votes = u64;
	type Tally = Tally<Test>;
	type SubmissionDeposit = ConstU64<1>;
	type MaxQueued = ConstU32<10>;
	type UndecidingTimeout = ConstU64<500>;
	type AlarmInterval = ConstU64<1>;
	type Tracks = Tracks;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

parameter_types! {
	pub static CurrentSeason: SeasonIndex = 0;
	pub static Credits: u32 = 100;
	pub static FreeVotes: u32 = 50;
	pub static UpkeepWeight: Weight = Weight::from_parts(500_000_000_000, 1_000_000);
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

/// Citizens by account, how they stand, and who is dormant. In storage, so that what is undone is undone here too.
#[frame_support::storage_alias]
pub type Numbers = StorageMap<Register, Twox64Concat, u64, CitizenId>;
#[frame_support::storage_alias]
pub type Standings = StorageMap<Register, Twox64Concat, CitizenId, Standing>;
#[frame_support::storage_alias]
pub type Dormant = StorageMap<Register, Twox64Concat, CitizenId, ()>;
#[frame_support::storage_alias]
pub type NextNumber = StorageValue<Register, CitizenId, ValueQuery>;

pub struct Register;

impl Citizenry<u64> for Register {
	fn citizen(account: &u64) -> Option<CitizenId> {
		Numbers::get(account)
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		Standings::get(citizen)
	}
	fn headcount() -> Headcount {
		let count =
			|standing| Standings::iter_values().filter(|one| *one == standing).count().try_into().unwrap();
		Headcount { active: count(Standing::Active), suspended: count(Standing::Suspended) }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		admit(*account)
	}
}

impl ActiveCitizens for Register {
	fn active() -> u32 {
		Standings::iter_keys().filter(|one| Self::is_active(*one)).count().try_into().unwrap()
	}
	fn is_active(citizen: CitizenId) -> bool {
		Standings::get(citizen) == Some(Standing::Active) && !Dormant::contains_key(citizen)
	}
	fn next_citizen() -> CitizenId {
		NextNumber::get()
	}
}

/// Admits a citizen who acts through `account`.
pub fn admit(account: u64) -> CitizenId {
	let number = NextNumber::get();
	NextNumber::put(number + 1);
	Numbers::insert(account, number);
	Standings::insert(number, Standing::Active);
	number
}

/// Lets the citizen behind `account` leave.
pub fn leave(account: u64) {
	Standings::remove(Numbers::take(account).expect("the test names a citizen"));
}

/// Moves a citizenship to another account.
pub fn rotate(old: u64, new: u64) {
	Numbers::insert(new, Numbers::take(old).expect("the test names a citizen"));
}

/// What accounts are enrolled for, which of them speaks for an alias, and how many members each roll has.
#[frame_support::storage_alias]
pub type Enrolments = StorageMap<Roll, Twox64Concat, u64, Ballot>;
#[frame_support::storage_alias]
pub type Speakers = StorageMap<Roll, Blake2_128Concat, Alias, u64>;
#[frame_support::storage_alias]
pub type Rolls = StorageMap<Roll, Twox64Concat, SeasonIndex, u32>;

pub struct Roll;

impl Ballots<u64> for Roll {
	fn ballot(account: &u64) -> Option<Ballot> {
		Enrolments::get(account).filter(|ballot| ballot.season + 1 >= CurrentSeason::get())
	}
	fn alias_of(account: &u64, context: Context) -> Option<Alias> {
		Self::ballot(account)
			.filter(|ballot| ballot.context == context && ballot.season == CurrentSeason::get())
			.map(|ballot| ballot.alias)
	}
	fn electorate(season: SeasonIndex) -> Option<u32> {
		Rolls::get(season)
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ballot(account: &u64, context: Context) -> Ballot {
		enrol_for(*account, context, *account)
	}
}

/// The name that a person has in this season.
pub fn alias(person: u64, context: Context) -> Alias {
	blake2_256(&(person, context, CurrentSeason::get()).encode())
}

/// A person enrols `account` this season. Whatever account spoke for them until now is silent.
pub fn enrol_for(person: u64, context: Context, account: u64) -> Ballot {
	let season = CurrentSeason::get();
	assert!(Rolls::contains_key(season), "the roll is not sealed yet");
	assert!(!Enrolments::contains_key(account), "the account is not fresh");
	let alias = alias(person, context);
	let ring = match context {
		Context::Residence => RingId::Cell(0, 0),
		_ => RingId::Nation(0),
	};
	let ballot = Ballot { season, context, ring, alias };
	if let Some(old) = Speakers::get(alias) {
		Enrolments::remove(old);
	}
	Speakers::insert(alias, account);
	Enrolments::insert(account, ballot);
	ballot
}

/// A person enrols `account` for the nation.
pub fn enrol(person: u64, account: u64) {
	enrol_for(person, Context::Nation, account);
}

impl pallet_quadratic_voting::Config for Test {
	type Polls = Referenda;
	type Tracks = Tracks;
	type Texts = NotedTexts;
	type Ballots = Roll;
	type Citizenry = Register;
	type Active = Register;
	type Calendar = StubCalendar;
	type CreditsPerSeason = Credits;
	type FreeVotesPerSeason = FreeVotes;
	type UpkeepWeight = UpkeepWeight;
	type WeightInfo = ();
}

/// The polls whose text is missing.
#[frame_support::storage_alias]
pub type Missing = StorageMap<NotedTexts, Twox64Concat, PollIndex, ()>;
/// The polls whose text is kept.
#[frame_support::storage_alias]
pub type Kept = StorageMap<NotedTexts, Twox64Concat, PollIndex, ()>;

/// Knows which texts are there.
pub struct NotedTexts;

impl PollTexts for NotedTexts {
	fn check(poll: PollIndex) -> DispatchResult {
		ensure!(!Missing::contains_key(poll), sp_runtime::DispatchError::Other("there is no text"));
		Ok(())
	}
	fn keep(poll: PollIndex) -> DispatchResult {
		Self::check(poll)?;
		Kept::insert(poll, ());
		Ok(())
	}
	fn weight() -> Weight {
		Weight::from_parts(1, 0)
	}
}

/// People. Their own accounts are their numbers; whatever account they enrol for this season's ballots, see [`ballot`].
pub const ADA: u64 = 1;
pub const BEN: u64 = 2;
pub const CLEO: u64 = 3;
pub const DORA: u64 = 4;
pub const EVE: u64 = 5;
/// How many people there are, from [`ADA`] on. All are citizens, and members of the first roll.
pub const PEOPLE: u64 = 10;
/// Who pays for proposals, and is no citizen.
pub const PROPOSER: u64 = 900;

/// The account that a person uses for the ballots of this season.
pub fn ballot(person: u64) -> u64 {
	1_000 * (u64::from(CurrentSeason::get()) + 1) + person
}

/// Signs with an account.
pub fn signed(account: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// The next season begins, its roll is sealed, and everybody enrols.
pub fn next_season() {
	turn();
	seal();
}

/// The next season begins. Its roll is not sealed yet.
pub fn turn() {
	CurrentSeason::mutate(|season| *season += 1);
}

/// The roll of the season is sealed, and everybody enrols.
pub fn seal() {
	Rolls::insert(CurrentSeason::get(), u32::try_from(PEOPLE).unwrap());
	(ADA..=PEOPLE).for_each(|person| enrol(person, ballot(person)));
}

/// Submits a proposal: to give account 42 seven tokens, or, in the open track, a remark.
pub fn submit(track: u16) -> PollIndex {
	let (origin, call): (OriginCaller, RuntimeCall) = match track {
		LAW => {
			(RawOrigin::Root.into(), pallet_balances::Call::force_set_balance { who: 42, new_free: 7 }.into())
		}
		_ => (RawOrigin::Signed(JUDGE).into(), frame_system::Call::remark { remark: vec![] }.into()),
	};
	let poll = pallet_referenda::ReferendumCount::<Test>::get();
	let call = Preimage::bound(call).expect("the call is small");
	assert_ok!(Referenda::submit(signed(PROPOSER), Box::new(origin), call, DispatchTime::After(1)));
	poll
}

/// Submits a proposal and pays for its decision, which begins when it has been prepared.
pub fn propose(track: u16) -> PollIndex {
	let poll = submit(track);
	assert_ok!(Referenda::place_decision_deposit(signed(PROPOSER), poll));
	poll
}

/// The tally of an open poll.
pub fn tally(poll: PollIndex) -> Tally<Test> {
	Referenda::ensure_ongoing(poll).expect("the poll is open").tally
}

/// How a poll is being decided, if it is.
pub fn deciding(poll: PollIndex) -> Option<DecidingStatus<u64>> {
	Referenda::ensure_ongoing(poll).ok().and_then(|status| status.deciding)
}

/// How a poll has ended.
pub fn outcome(poll: PollIndex) -> &'static str {
	match pallet_referenda::ReferendumInfoFor::<Test>::get(poll).expect("there is such a poll") {
		ReferendumInfo::Ongoing(_) => "open",
		ReferendumInfo::Approved(..) => "approved",
		ReferendumInfo::Rejected(..) => "rejected",
		_ => "ended otherwise",
	}
}

/// Goes on to the beginning of block `n`.
pub fn run_to(n: u64) {
	while System::block_number() < n {
		System::set_block_number(System::block_number() + 1);
		Scheduler::on_initialize(System::block_number());
	}
}

/// Goes on by so many blocks.
pub fn run(blocks: u64) {
	run_to(System::block_number() + blocks);
}

/// Lets a block be idle, with so much time left.
pub fn idle(remaining: Weight) -> Weight {
	QuadraticVoting::on_idle(System::block_number(), remaining)
}

/// The state at genesis: ten citizens, all enrolled.
pub fn build() -> TestExternalities {
	CurrentSeason::set(0);
	Credits::set(100);
	FreeVotes::set(50);
	UpkeepWeight::set(Weight::from_parts(500_000_000_000, 1_000_000));
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(PROPOSER, 1_000_000_000_000)],
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.expect("the genesis of the tests is valid");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		NextNumber::put(1);
		(ADA..=PEOPLE).for_each(|person| assert_eq!(u64::from(admit(person)), person));
		seal();
	});
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		QuadraticVoting::do_try_state().expect("every invariant holds");
	});
}
