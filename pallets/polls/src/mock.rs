// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: real referenda with their scheduler and preimages, a tally of plain votes, and a
//! calendar that tests turn by hand.

use crate as pallet_polls;
use crate::*;
use alloc::borrow::Cow;
use civitas_primitives::{PollTexts, Season, SeasonIndex};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		schedule::DispatchTime, Bounded, ConstU32, ConstU64, EnsureOriginWithArg, EqualPrivilegeOnly,
		OriginTrait, Polling, StorePreimage, VoteTally,
	},
};
use frame_system::{EnsureRoot, RawOrigin};
use pallet_referenda::{Curve, DecidingStatus, ReferendumInfo, Track, TrackInfo};
use sp_io::TestExternalities;
use sp_runtime::{str_array as s, testing::H256, BuildStorage, Perbill};

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
	pub type Polls = pallet_polls;
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
	pub UpkeepWeight: Weight = Weight::from_parts(500_000_000_000, u64::MAX);
	pub static Allowed: u32 = 3;
}

/// How many tasks a block has room for.
pub const ROOM: u32 = 8;

impl pallet_scheduler::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaxWeight;
	type ScheduleOrigin = EnsureRoot<u64>;
	type MaxScheduledPerBlock = ConstU32<ROOM>;
	type WeightInfo = ();
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

/// For how many blocks a poll is prepared, decided and confirmed, and waits for its deposit.
pub const PREPARE: u64 = 2;
pub const DECIDE: u64 = 20;
pub const CONFIRM: u64 = 4;
pub const UNDECIDED: u64 = 30;
/// How many blocks a season has.
pub const SEASON: u64 = 100;

/// One track, on which one poll is decided at a time.
pub struct Tracks;

const DATA: [Track<u16, u64, u64>; 1] = [Track {
	id: 0,
	info: TrackInfo {
		name: s("law"),
		max_deciding: 1,
		decision_deposit: 10,
		prepare_period: PREPARE,
		decision_period: DECIDE,
		confirm_period: CONFIRM,
		min_enactment_period: 1,
		min_approval: Curve::LinearDecreasing {
			length: Perbill::from_percent(100),
			floor: Perbill::from_parts(500_000_001),
			ceil: Perbill::from_percent(80),
		},
		min_support: Curve::LinearDecreasing {
			length: Perbill::from_percent(100),
			floor: Perbill::from_percent(10),
			ceil: Perbill::from_percent(50),
		},
	},
}];

impl pallet_referenda::TracksInfo<u64, u64> for Tracks {
	type Id = u16;
	type RuntimeOrigin = <RuntimeOrigin as OriginTrait>::PalletsOrigin;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<u16, u64, u64>>> {
		DATA.iter().map(Cow::Borrowed)
	}

	fn track_for(_: &Self::RuntimeOrigin) -> Result<u16, ()> {
		Ok(0)
	}
}

/// Votes of ten people, one each.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Tally {
	pub ayes: u32,
	pub nays: u32,
	pub season: SeasonIndex,
}

impl VoteTally<u32, u16> for Tally {
	fn new(_: u16) -> Self {
		Self { season: StubCalendar::season().index, ..Default::default() }
	}
	fn ayes(&self, _: u16) -> u32 {
		self.ayes
	}
	fn support(&self, _: u16) -> Perbill {
		Perbill::from_rational(self.ayes, 10)
	}
	fn approval(&self, _: u16) -> Perbill {
		Perbill::from_rational(self.ayes, (self.ayes + self.nays).max(1))
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn unanimity(_: u16) -> Self {
		Self { ayes: 10, ..Default::default() }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn rejection(_: u16) -> Self {
		Self { nays: 10, ..Default::default() }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn from_requirements(_: Perbill, _: Perbill, _: u16) -> Self {
		Self { ayes: 10, ..Default::default() }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn setup(_: u16, _: Perbill) {}
}

impl InSeason for Tally {
	fn season(&self) -> SeasonIndex {
		self.season
	}
}

/// Passes every account as the citizen of the same number.
pub struct Proposers;

impl EnsureOriginWithArg<RuntimeOrigin, OriginCaller> for Proposers {
	type Success = u64;

	fn try_origin(origin: RuntimeOrigin, _: &OriginCaller) -> Result<u64, RuntimeOrigin> {
		let who = ensure_signed(origin.clone()).map_err(|_| origin.clone())?;
		let citizen = who.try_into().expect("citizens have small numbers");
		Polls::note_submission(citizen).map_err(|_| origin)?;
		Ok(who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &OriginCaller) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(ADA))
	}
}

impl pallet_referenda::Config for Test {
	type WeightInfo = ();
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type Scheduler = Patient<Test>;
	type Currency = Balances;
	type SubmitOrigin = Proposers;
	type CancelOrigin = EnsureRoot<u64>;
	type KillOrigin = EnsureRoot<u64>;
	type Slash = ();
	type Votes = u32;
	type Tally = Tally;
	type SubmissionDeposit = ConstU64<1>;
	type MaxQueued = ConstU32<3>;
	type UndecidingTimeout = ConstU64<UNDECIDED>;
	type AlarmInterval = ConstU64<1>;
	type Tracks = Tracks;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

/// The season, in storage, so that what is undone is undone here too.
#[frame_support::storage_alias]
pub type Current = StorageValue<Polls, Season<u64>, ValueQuery>;

pub struct StubCalendar;

impl Calendar for StubCalendar {
	type BlockNumber = u64;
	fn season() -> Season<u64> {
		Current::get()
	}
	fn season_length() -> u64 {
		SEASON
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex) {
		Current::put(Season { index, start: System::block_number() });
	}
}

/// Whether somebody can stop polls.
pub struct Power(bool);

impl Stops<u16> for Power {
	fn stops(&self, _: &u16) -> bool {
		self.0
	}
}

/// Passes [`JUDGE`], who stops all polls, and [`CLERK`], who stops none.
pub struct Judges;

impl EnsureOrigin<RuntimeOrigin> for Judges {
	type Success = Power;

	fn try_origin(origin: RuntimeOrigin) -> Result<Power, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Signed(JUDGE)) => Ok(Power(true)),
			Ok(RawOrigin::Signed(CLERK)) => Ok(Power(false)),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(JUDGE))
	}
}

impl pallet_polls::Config for Test {
	type Agenda = Scheduler;
	type Calendar = StubCalendar;
	type StopOrigin = Judges;
	type OpenPolls = Allowed;
	type UpkeepWeight = UpkeepWeight;
	type WeightInfo = ();
}

/// People.
pub const ADA: u64 = 1;
pub const BEN: u64 = 2;
pub const JUDGE: u64 = 77;
pub const CLERK: u64 = 78;

pub fn signed(account: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// Submits a proposal to give account 42 seven tokens.
pub fn submit(who: u64) -> PollIndex {
	let call = RuntimeCall::from(pallet_balances::Call::force_set_balance { who: 42, new_free: 7 });
	let call = Preimage::bound(call).expect("the call is small");
	assert_ok!(try_submit(who, call));
	pallet_referenda::ReferendumCount::<Test>::get() - 1
}

/// Submits a proposal with this text.
pub fn try_submit(who: u64, text: BoundedCallOf<Test, ()>) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Referenda::submit(signed(who), Box::new(RawOrigin::Root.into()), text, DispatchTime::After(1))
	})
}

/// Submits a proposal and pays for its decision.
pub fn propose(who: u64) -> PollIndex {
	let poll = submit(who);
	assert_ok!(Referenda::place_decision_deposit(signed(who), poll));
	poll
}

/// Gives a poll these votes, if there is a text to vote on.
pub fn vote(poll: PollIndex, ayes: u32, nays: u32) -> DispatchResult {
	Polls::keep(poll)?;
	Referenda::try_access_poll(poll, |status| {
		let (tally, _) = status.ensure_ongoing().ok_or(Error::<Test>::NotOngoing)?;
		(tally.ayes, tally.nays) = (ayes, nays);
		Ok(())
	})
}

/// How a poll is being decided, if it is.
pub fn deciding(poll: PollIndex) -> Option<DecidingStatus<u64>> {
	Referenda::ensure_ongoing(poll).ok().and_then(|status| status.deciding)
}

/// How a poll has ended.
pub fn outcome(poll: PollIndex) -> &'static str {
	match ReferendumInfoFor::<Test>::get(poll).expect("there is such a poll") {
		ReferendumInfo::Ongoing(_) => "open",
		ReferendumInfo::Approved(..) => "approved",
		ReferendumInfo::Rejected(..) => "rejected",
		ReferendumInfo::Cancelled(..) => "cancelled",
		ReferendumInfo::TimedOut(..) => "timed out",
		ReferendumInfo::Killed(_) => "killed",
	}
}

/// Notes a text that is too long to stand in a poll itself. Returns its hash and the proposal.
pub fn long_text() -> (H256, Vec<u8>, BoundedCallOf<Test, ()>) {
	let remark = frame_system::Call::remark_with_event { remark: vec![7; 500] };
	let bytes = RuntimeCall::from(remark).encode();
	let hash = H256(sp_io::hashing::blake2_256(&bytes));
	let len = u32::try_from(bytes.len()).expect("it is short");
	(hash, bytes, Bounded::Lookup { hash, len })
}

/// Goes on to the beginning of block `n`. As in the runtime, the scheduler comes before the calendar.
pub fn run_to(n: u64) {
	while System::block_number() < n {
		let now = System::block_number() + 1;
		System::set_block_number(now);
		Scheduler::on_initialize(now);
		if now % SEASON == 0 {
			Current::mutate(|season| *season = Season { index: season.index + 1, start: now });
		}
	}
}

/// Goes on by so many blocks.
pub fn run(blocks: u64) {
	run_to(System::block_number() + blocks);
}

/// Lets a block be idle.
pub fn idle() -> Weight {
	Polls::on_idle(System::block_number(), Weight::MAX)
}

/// The state at genesis.
pub fn build() -> TestExternalities {
	Allowed::set(3);
	let balances = (1..42).map(|who| (who, 1_000_000)).collect();
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
		..Default::default()
	};
	let storage = storage.build_storage().expect("the genesis of the tests is valid");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		Polls::do_try_state().expect("every invariant holds");
	});
}
