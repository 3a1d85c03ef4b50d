// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: a founder, some citizens, and tracks that tests speak for.

use crate as pallet_charter;
use crate::*;
use civitas_primitives::{CitizenId, Headcount, ParameterRule, Season, Standing, Tier};
use frame_support::{derive_impl, parameter_types};
use frame_system::RawOrigin;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;
use std::{cell::RefCell, collections::BTreeMap};

pub type Block = frame_system::mocking::MockBlock<Test>;

/// The founder.
pub const ADA: u64 = 1;
/// A citizen.
pub const BEN: u64 = 2;
/// Nobody in particular.
pub const GUS: u64 = 50;
/// Speaks for the track for amendments.
pub const ORDINARY_TRACK: u64 = 100;
/// Speaks for the entrenched track.
pub const ENTRENCHED_TRACK: u64 = 101;

pub const SEASON_LENGTH: u64 = 90;
pub const VETO_PERIOD: u64 = 7;
pub const CONSENT_PERIOD: u64 = 60;
pub const REJECTION_SEASONS: SeasonIndex = 4;

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
	pub type Charter = pallet_charter;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

thread_local! {
	/// The active citizens that the census of each season found.
	pub static CENSUS: RefCell<BTreeMap<SeasonIndex, u32>> = RefCell::default();
}

parameter_types! {
	pub static CurrentTier: Tier = Tier::Founding;
	pub static CurrentSeason: SeasonIndex = 0;
	pub static AdaSuspended: bool = false;
	pub const VetoPeriod: u64 = VETO_PERIOD;
	pub const ConsentPeriod: u64 = CONSENT_PERIOD;
	pub const PopulationGoal: u32 = 1_000;
	pub const RejectionSeasons: SeasonIndex = REJECTION_SEASONS;
	/// The dials that there are: ten for each article of the mock's charter.
	pub static AllDials: Vec<u32> = (10..50).collect();
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

/// Ada and Ben are citizens 1 and 2; in benchmarks whoever needs to be is one.
pub struct Register;

impl Citizenry<u64> for Register {
	fn citizen(account: &u64) -> Option<CitizenId> {
		let known = [ADA, BEN].contains(account) || cfg!(feature = "runtime-benchmarks");
		known.then_some(*account as CitizenId)
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		let suspended = u64::from(citizen) == ADA && AdaSuspended::get();
		Some(if suspended { Standing::Suspended } else { Standing::Active })
	}
	fn headcount() -> Headcount {
		Headcount { active: 2, suspended: 0 }
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		*account as CitizenId
	}
}

/// The founder's office. In storage, so that what is undone is undone here too.
#[frame_support::storage_alias]
pub type Office = StorageValue<StubFounders, CitizenId>;

pub struct StubFounders;

impl Founders for StubFounders {
	fn founder() -> Option<CitizenId> {
		Office::get()
	}
	fn retire_founder() {
		Office::kill();
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_founder(citizen: CitizenId) {
		Office::put(citizen);
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

pub struct StubCensus;

impl Population for StubCensus {
	fn active(season: SeasonIndex) -> Option<u32> {
		CENSUS.with_borrow(|all| all.get(&season).copied())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(season: SeasonIndex, active: u32) {
		CENSUS.with_borrow_mut(|all| all.insert(season, active));
	}
}

/// A dial that the charter turns. Those from 10 to 19 stand under article 1, those from 20 to 29 under article 2, and
/// so on.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Dial {
	pub key: u32,
	pub value: u32,
}

/// What each dial shows.
#[frame_support::storage_alias]
pub type Dials = StorageMap<StubParameters, Twox64Concat, u32, u32, ValueQuery>;

/// Those under article 4 are always entrenched. Those from 35 to 39 take effect later. None goes to `u32::MAX`.
pub struct StubParameters;

impl ConstitutionalParameters for StubParameters {
	type Parameter = Dial;
	fn all() -> Vec<Dial> {
		AllDials::get().into_iter().map(|key| Dial { key, value: Dials::get(key) }).collect()
	}
	fn current(of: &Dial) -> Dial {
		Dial { key: of.key, value: Dials::get(of.key) }
	}
	fn rule(of: &Dial) -> ParameterRule<Dial> {
		ParameterRule {
			article: of.key / 10,
			entrenched: of.key / 10 == 4,
			deferred: (35..40).contains(&of.key),
			floor: Dial { key: of.key, value: 0 },
			ceiling: Dial { key: of.key, value: u32::MAX - 1 },
		}
	}
	fn check(dial: &Dial) -> Result<(), ParameterFault> {
		ensure!(dial.value < u32::MAX, ParameterFault::TooHigh);
		Ok(())
	}
	fn set(dial: Dial) -> DispatchResult {
		Dials::insert(dial.key, dial.value);
		Ok(())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn example(n: u32) -> Dial {
		Dial { key: 10 + n, value: n + 1 }
	}
}

/// Root is the entrenched track, as in a runtime.
pub struct Tracks;

impl EnsureOrigin<RuntimeOrigin> for Tracks {
	type Success = Entrenchment;
	fn try_origin(origin: RuntimeOrigin) -> Result<Entrenchment, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) | Ok(RawOrigin::Signed(ENTRENCHED_TRACK)) => Ok(Entrenchment::Entrenched),
			Ok(RawOrigin::Signed(ORDINARY_TRACK)) => Ok(Entrenchment::Ordinary),
			_ => Err(origin),
		}
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::root())
	}
}

impl pallet_charter::Config for Test {
	type Calendar = StubCalendar;
	type Citizenry = Register;
	type Founders = StubFounders;
	type Tiers = StubTiers;
	type Population = StubCensus;
	type Parameters = StubParameters;
	type AmendmentOrigin = Tracks;
	type VetoPeriod = VetoPeriod;
	type ConsentPeriod = ConsentPeriod;
	type RejectionSeasons = RejectionSeasons;
	type PopulationGoal = PopulationGoal;
	type WeightInfo = ();
}

pub struct ExtBuilder {
	founder: bool,
	tier: Tier,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { founder: true, tier: Tier::Founding }
	}
}

impl ExtBuilder {
	pub fn without_founder(mut self) -> Self {
		self.founder = false;
		self
	}

	pub fn in_tier(mut self, tier: Tier) -> Self {
		self.tier = tier;
		self
	}

	/// A charter of four articles, of which 2 and 4 are entrenched.
	pub fn build(self) -> TestExternalities {
		use Entrenchment::*;
		CENSUS.with_borrow_mut(|all| all.clear());
		CurrentTier::set(self.tier);
		CurrentSeason::set(0);
		AdaSuspended::set(false);
		AllDials::set((10..50).collect());
		let articles = [
			("Membership", "Whoever is vouched for may join.", Ordinary),
			("Exit", "Everyone may leave.", Entrenched),
			("Money", "What comes in is public.", Ordinary),
			("The founder", "The founder begins with power and loses it.", Entrenched),
		];
		let storage = RuntimeGenesisConfig {
			charter: pallet_charter::GenesisConfig {
				commandment: "Do no harm.".into(),
				preamble: "We found one state together.".into(),
				articles: articles
					.map(|(title, text, entrenchment)| FirstArticle {
						title: title.into(),
						text: text.into(),
						entrenchment,
					})
					.to_vec(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests is valid");
		let mut ext = TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if self.founder {
				Office::put(ADA as CitizenId);
			}
		});
		ext
	}

	/// Runs `test`, then checks every invariant.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Charter::do_try_state().expect("every invariant holds");
		});
	}
}
