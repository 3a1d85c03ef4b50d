// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: real referenda and real quadratic voting, randomness that tests can foresee.

use crate as pallet_outside_panel;
use crate::*;
use alloc::borrow::Cow;
use civitas_primitives::{
	ActiveCitizens, Alias, Ballot, BallotKind, BallotKinds, Ballots, Calendar, CitizenId, Context, Headcount,
	Season, SeasonIndex, Standing,
};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{schedule::DispatchTime, ConstU32, ConstU64, EqualPrivilegeOnly, OriginTrait, StorePreimage},
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use pallet_quadratic_voting::{Tally, Vote};
use pallet_referenda::{Curve, ReferendumInfo, Track, TrackInfo};
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
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(3)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(4)]
	pub type Referenda = pallet_referenda;
	#[runtime::pallet_index(5)]
	pub type QuadraticVoting = pallet_quadratic_voting;
	#[runtime::pallet_index(6)]
	pub type OutsidePanel = pallet_outside_panel;
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

/// For how many blocks a poll is prepared, decided and confirmed.
pub const PREPARE: u64 = 2;
pub const DECIDE: u64 = 100;
pub const CONFIRM: u64 = 3;

pub struct Tracks;

impl pallet_referenda::TracksInfo<u64, u64> for Tracks {
	type Id = u16;
	type RuntimeOrigin = <RuntimeOrigin as OriginTrait>::PalletsOrigin;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<u16, u64, u64>>> {
		static DATA: [Track<u16, u64, u64>; 1] = [Track {
			id: 0,
			info: TrackInfo {
				name: s("law"),
				max_deciding: 100,
				decision_deposit: 1,
				prepare_period: PREPARE,
				decision_period: DECIDE,
				confirm_period: CONFIRM,
				min_enactment_period: 1,
				min_approval: Curve::LinearDecreasing {
					length: Perbill::from_percent(100),
					floor: Perbill::from_parts(500_000_001),
					ceil: Perbill::from_percent(100),
				},
				min_support: Curve::LinearDecreasing {
					length: Perbill::from_percent(100),
					floor: Perbill::from_percent(0),
					ceil: Perbill::from_percent(50),
				},
			},
		}];
		DATA.iter().map(Cow::Borrowed)
	}

	fn track_for(_: &Self::RuntimeOrigin) -> Result<u16, ()> {
		Ok(0)
	}
}

impl BallotKinds<u16> for Tracks {
	fn kind(_: &u16) -> BallotKind {
		BallotKind::Open
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

/// Reads the state of polls from the referenda pallet, as a runtime does.
pub struct Polls;

impl Decisions<u64> for Polls {
	fn deciding_since(poll: PollIndex) -> Option<u64> {
		Referenda::ensure_ongoing(poll).ok()?.deciding.map(|deciding| deciding.since)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_deciding(since: u64) -> PollIndex {
		use frame_support::traits::Polling;
		let poll = <Referenda as Polling<_>>::create_ongoing(0).expect("there is such a track");
		pallet_referenda::ReferendumInfoFor::<Test>::mutate(poll, |info| {
			if let Some(ReferendumInfo::Ongoing(status)) = info {
				status.deciding = Some(pallet_referenda::DecidingStatus { since, confirming: None });
			}
		});
		poll
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn end(poll: PollIndex) {
		use frame_support::traits::Polling;
		<Referenda as Polling<_>>::end_ongoing(poll, true).expect("the poll is open");
	}
}

/// How many citizens there are; their accounts are from [`CITIZEN`] on.
pub const CITIZENS: u32 = 10;
pub const CITIZEN: u64 = 500;

/// Citizens besides those, by account.
#[frame_support::storage_alias]
pub type Naturalised = StorageMap<People, Twox64Concat, u64, CitizenId>;

pub struct People;

impl Citizenry<u64> for People {
	fn citizen(account: &u64) -> Option<CitizenId> {
		let number = (*account).checked_sub(CITIZEN).and_then(|it| CitizenId::try_from(it).ok());
		number.filter(|it| *it < CITIZENS).or_else(|| Naturalised::get(account))
	}
	fn standing(_: CitizenId) -> Option<Standing> {
		Some(Standing::Active)
	}
	fn headcount() -> Headcount {
		Headcount { active: CITIZENS, suspended: 0 }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		Naturalised::insert(account, CITIZENS);
		CITIZENS
	}
}

impl ActiveCitizens for People {
	fn active() -> u32 {
		CITIZENS
	}
	fn is_active(_: CitizenId) -> bool {
		true
	}
	fn next_citizen() -> CitizenId {
		CITIZENS
	}
}

/// All polls here are open: nobody needs a secret ballot.
pub struct NoBallots;

impl Ballots<u64> for NoBallots {
	fn ballot(_: &u64) -> Option<Ballot> {
		None
	}
	fn alias_of(_: &u64, _: Context) -> Option<Alias> {
		None
	}
	fn electorate(_: SeasonIndex) -> Option<u32> {
		None
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ballot(_: &u64, _: Context) -> Ballot {
		unimplemented!("no benchmark of this pallet votes in secret")
	}
}

/// The season.
#[frame_support::storage_alias]
pub type CurrentSeason = StorageValue<OneSeason, SeasonIndex, ValueQuery>;

pub struct OneSeason;

impl Calendar for OneSeason {
	type BlockNumber = u64;
	fn season() -> Season<u64> {
		Season { index: CurrentSeason::get(), start: 0 }
	}
	fn season_length() -> u64 {
		1_000_000
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(_: SeasonIndex) {}
}

impl pallet_quadratic_voting::Config for Test {
	type Polls = Referenda;
	type Tracks = Tracks;
	type Texts = ();
	type Ballots = NoBallots;
	type Citizenry = People;
	type Active = People;
	type Calendar = OneSeason;
	type CreditsPerSeason = ConstU32<10_000>;
	type FreeVotesPerSeason = ConstU32<50>;
	type UpkeepWeight = UpkeepWeight;
	type WeightInfo = ();
}

/// Blocks in an epoch.
pub const EPOCH: u64 = 10;

parameter_types! {
	/// What makes this chain's randomness differ from another's.
	pub static Salt: u64 = 0;
	pub static PanelSize: u32 = 5;
	pub static MinResidents: u32 = 3;
	pub static MaxResidents: u32 = 100_000;
	pub static FreeVotes: u32 = 4;
	pub UpkeepWeight: Weight = Weight::from_parts(500_000_000_000, 1_000_000);
}

/// As BABE's randomness of one epoch ago: new with each epoch, known since its first block.
pub struct Epochs;

impl Randomness<sp_core::H256, u64> for Epochs {
	fn random(subject: &[u8]) -> (sp_core::H256, u64) {
		let now = System::block_number();
		let since = now - now % EPOCH;
		(blake2_256(&(subject, Salt::get(), since).encode()).into(), since)
	}
}

/// The registrar's account.
pub const REGISTRAR: u64 = 700;
/// Who pays for proposals.
pub const PROPOSER: u64 = 900;

ord_parameter_types! {
	pub const Registrar: u64 = REGISTRAR;
}

impl pallet_outside_panel::Config for Test {
	type RegistrarOrigin = EnsureSignedBy<Registrar, u64>;
	type Citizenry = People;
	type Randomness = Epochs;
	type Decisions = Polls;
	type Tally = QuadraticVoting;
	type PanelSize = PanelSize;
	type MinResidents = MinResidents;
	type MaxResidents = MaxResidents;
	type FreeVotesPerPoll = FreeVotes;
	type LongestDecision = ConstU64<{ DECIDE + CONFIRM }>;
	type WeightInfo = ();
}

/// Signs with an account.
pub fn signed(account: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// A piece of evidence.
pub fn evidence(n: u64) -> H256 {
	H256(blake2_256(&n.encode()))
}

/// Registers a resident. Returns the slot.
pub fn register(account: u64) -> u32 {
	assert_ok!(OutsidePanel::register(signed(REGISTRAR), account, evidence(account)));
	Residents::<Test>::get(account).expect("has just been registered").slot
}

/// Removes a resident.
pub fn remove(account: u64) {
	assert_ok!(OutsidePanel::remove(signed(REGISTRAR), account));
}

/// Registers so many residents, whose accounts are from `first` on.
pub fn register_many(first: u64, number: u64) {
	(first..first + number).for_each(|account| {
		register(account);
	});
}

/// Submits a proposal and pays for its decision, which begins when it has been prepared.
pub fn propose() -> PollIndex {
	let poll = pallet_referenda::ReferendumCount::<Test>::get();
	let call = Preimage::bound(RuntimeCall::from(frame_system::Call::remark { remark: vec![] }));
	let origin = Box::new(frame_system::RawOrigin::Root.into());
	let call = call.expect("the call is small");
	assert_ok!(Referenda::submit(signed(PROPOSER), origin, call, DispatchTime::After(1)));
	assert_ok!(Referenda::place_decision_deposit(signed(PROPOSER), poll));
	poll
}

/// A poll whose deciding begins in block `since`.
pub fn decide_at(since: u64) -> PollIndex {
	run_to(since - PREPARE);
	let poll = propose();
	run_to(since);
	assert_eq!(Polls::deciding_since(poll), Some(since));
	poll
}

/// The first citizens vote: so many for a proposal and so many against it, with one vote each.
pub fn citizens_vote(poll: PollIndex, ayes: u64, nays: u64) {
	for n in 0..ayes + nays {
		let vote = if n < ayes { Vote::Aye(1) } else { Vote::Nay(1) };
		assert_ok!(QuadraticVoting::vote(signed(CITIZEN + n), poll, vote));
	}
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
		OutsidePanel::on_initialize(System::block_number());
	}
}

/// The state at genesis: an empty register.
pub fn build() -> TestExternalities {
	Salt::set(0);
	PanelSize::set(5);
	MinResidents::set(3);
	MaxResidents::set(100_000);
	FreeVotes::set(4);
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
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		OutsidePanel::do_try_state().expect("every invariant holds");
		QuadraticVoting::do_try_state().expect("every invariant of the votes holds");
	});
}
