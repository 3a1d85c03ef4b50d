// SPDX-License-Identifier: Apache-2.0
//! A small chain around the pallet: a register of citizens with a quota of free acts, and notes of what others are
//! told.

use crate as pallet_land;
use crate::{
	grid::{Rectangle, Tile},
	*,
};
use civitas_primitives::{
	CitizenshipChange, Headcount, OnAttendance, OnCitizenship, Season, SeasonIndex, Standing, Titles,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{tokens::imbalance::ResolveTo, ConstU128, ConstU32, ConstU64, EitherOfDiverse},
};
use frame_system::{EnsureRoot, EnsureSignedBy};
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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Land = pallet_land;
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
	type ExistentialDeposit = ConstU128<1>;
}

/// How many blocks of notice a resident has.
pub const NOTICE: u64 = 30;
/// For how many blocks a filing is under public notice.
pub const PUBLIC_NOTICE: u64 = 14;
/// For how many blocks a challenge waits for a ruling.
pub const RULING: u64 = 28;
/// For how many blocks a parcel stays reserved.
pub const RESERVATION: u64 = 90;
/// For how many blocks a stay counts.
pub const STAY: u64 = 360;
/// What is held from a challenger.
pub const BOND: Balance = 70;
/// What everybody owns.
pub const WEALTH: Balance = 1_000;
/// How many blocks a season lasts.
pub const SEASON: u64 = 100;

/// The citizens.
pub const ADA: CitizenId = 0;
pub const BEN: CitizenId = 1;
pub const CLEO: CitizenId = 2;
pub const DORA: CitizenId = 3;
pub const ERIK: CitizenId = 4;

/// Who keeps the register of Waldviertel, and who that of Suva.
pub const RITA: u64 = 11;
pub const SAM: u64 = 12;
/// Landholders who are no citizens.
pub const HUGO: u64 = 21;
pub const INES: u64 = 22;
/// A judge, and those who appoint registrars. Root does both.
pub const JUDGE: u64 = 31;
pub const APPOINTER: u64 = 32;
/// The account that casts secret ballots.
pub const VOTER: u64 = 51;
/// Where lost bonds go.
pub const SINK: u64 = 41;

/// The territories of most tests.
pub const WALDVIERTEL: TerritoryId = 0;
pub const SUVA: TerritoryId = 1;

thread_local! {
	/// Each citizen's account and standing.
	static REGISTER: RefCell<BTreeMap<CitizenId, (u64, Standing)>> = RefCell::default();
}

/// How many acts each citizen has done. In storage, so that what is undone is undone here too.
#[frame_support::storage_alias]
pub type Acts = StorageMap<Quota, Twox64Concat, CitizenId, u32, ValueQuery>;

/// The parcels to be auctioned.
#[frame_support::storage_alias]
pub type Auctions = StorageValue<Auctioneer, Vec<ParcelId>, ValueQuery>;

/// Where the roll believes that citizens live: what it was told last.
#[frame_support::storage_alias]
pub type Homes = StorageMap<Roll, Twox64Concat, CitizenId, Option<CellId>>;

/// The season in which each citizen was last here; the first one if nothing is written.
#[frame_support::storage_alias]
pub type Seen = StorageMap<Roll, Twox64Concat, CitizenId, SeasonIndex, ValueQuery>;

/// The cells whose residents sit with a coarser one, and where; `None`: nobody lives there. Others sit in their own.
#[frame_support::storage_alias]
pub type Seats = StorageMap<Roll, Twox64Concat, CellId, Option<CellId>>;

parameter_types! {
	pub static CurrentSeason: SeasonIndex = 0;
	pub static FreeActs: u32 = 100;
	pub static EvictionNotice: u64 = NOTICE;
	/// Whether auctions can be held.
	pub static Auctioning: bool = true;
}

pub struct Citizens;

impl Citizenry<u64> for Citizens {
	fn citizen(account: &u64) -> Option<CitizenId> {
		REGISTER.with_borrow(|all| all.iter().find(|(_, (one, _))| one == account).map(|(id, _)| *id))
	}
	fn standing(citizen: CitizenId) -> Option<Standing> {
		REGISTER.with_borrow(|all| all.get(&citizen).map(|(_, standing)| *standing))
	}
	fn headcount() -> Headcount {
		Headcount::default()
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &u64) -> CitizenId {
		Self::citizen(account).unwrap_or_else(|| {
			REGISTER.with_borrow_mut(|all| {
				let id = all.len() as CitizenId;
				all.insert(id, (*account, Standing::Active));
				id
			})
		})
	}
}

pub struct Quota;

impl CivicActs for Quota {
	fn left(citizen: CitizenId) -> u32 {
		FreeActs::get().saturating_sub(Acts::get(citizen))
	}
	fn count(citizen: CitizenId) {
		Acts::mutate(citizen, |acts| *acts += 1);
	}
}

pub struct Auctioneer;

impl OnParcel for Auctioneer {
	fn withdrawn(parcel: ParcelId) -> DispatchResult {
		frame_support::ensure!(Auctioning::get(), "no auctions today");
		Auctions::mutate(|all| all.retain(|one| *one != parcel));
		let valuation = Parcels::<Test>::get(parcel).map_or(0, |record| record.valuation);
		Land::revalued(parcel, valuation, 0);
		Ok(())
	}
	/// As the market does: valuations divide by area, the rest of a division is the first part's.
	fn divided(parcel: ParcelId, parts: &[(ParcelId, u32)]) -> DispatchResult {
		let old = Parcels::<Test>::get(parcel).map_or(0, |record| record.valuation);
		let area = parts.iter().map(|(_, area)| u128::from(*area)).sum::<u128>();
		let shares = parts.iter().skip(1).map(|(id, part)| (*id, old * u128::from(*part) / area));
		let shares = shares.collect::<Vec<_>>();
		let rest = shares.iter().fold(old, |rest, (_, share)| rest - share);
		shares.into_iter().for_each(|(id, share)| Land::revalued(id, 0, share));
		Land::revalued(parcel, old, rest);
		Ok(())
	}
	fn joined(parcel: ParcelId, other: ParcelId) -> DispatchResult {
		let of = |id| Parcels::<Test>::get(id).map_or(0, |record| record.valuation);
		let (one, two) = (of(parcel), of(other));
		Land::revalued(other, two, 0);
		Land::revalued(parcel, one, one + two);
		Ok(())
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_held(parcel: ParcelId) {
		let assignee = Land::assignee(parcel);
		Land::pass(parcel, assignee).expect("the parcel is there");
	}
	fn registered(parcel: ParcelId) -> DispatchResult {
		frame_support::ensure!(Auctioning::get(), "no auctions today");
		assert_eq!(
			Parcels::<Test>::get(parcel).map(|record| record.title),
			Some(Title::Common),
			"what is auctioned is nobody's"
		);
		Auctions::append(parcel);
		Ok(())
	}
}

pub struct Roll;

impl OnResidence for Roll {
	fn moved(citizen: CitizenId, home: Option<CellId>) {
		let lives = Residences::<Test>::get(citizen).and_then(|it| Parcels::<Test>::get(it.parcel));
		assert_eq!(lives.map(|parcel| parcel.cell), home, "what is told stands in the state already");
		Homes::insert(citizen, home);
	}
}

impl LastSeen for Roll {
	fn last_seen(citizen: CitizenId) -> Option<SeasonIndex> {
		Citizens::standing(citizen).map(|_| Seen::get(citizen))
	}
}

impl Precincts for Roll {
	fn seated(cell: CellId) -> Option<CellId> {
		Seats::get(cell).unwrap_or(Some(cell))
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn seat(cell: CellId, coarser: CellId) {
		Seats::insert(cell, Some(coarser));
	}
}

pub struct StubCalendar;

impl Calendar for StubCalendar {
	type BlockNumber = u64;
	fn season() -> Season<u64> {
		let index = CurrentSeason::get();
		Season { index, start: u64::from(index) * SEASON }
	}
	fn season_length() -> u64 {
		SEASON
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn set_season(index: SeasonIndex) {
		CurrentSeason::set(index);
	}
}

frame_support::ord_parameter_types! {
	pub const Judge: u64 = JUDGE;
	pub const Appointer: u64 = APPOINTER;
}

impl BallotAccounts<u64> for Roll {
	fn is_ballot_account(who: &u64) -> bool {
		*who == VOTER
	}
}

impl pallet_land::Config for Test {
	type Currency = Balances;
	type Slash = ResolveTo<ConstU64<SINK>, Balances>;
	type Citizenry = Citizens;
	type CivicActs = Quota;
	type LastSeen = Roll;
	type Calendar = StubCalendar;
	type Precincts = Roll;
	type BallotAccounts = Roll;
	type TerritoryOrigin = EitherOfDiverse<EnsureRoot<u64>, EnsureSignedBy<Appointer, u64>>;
	type JusticeOrigin = EitherOfDiverse<EnsureRoot<u64>, EnsureSignedBy<Judge, u64>>;
	type OnParcel = Auctioneer;
	type OnResidence = Roll;
	type RegistrationNotice = ConstU64<PUBLIC_NOTICE>;
	type ChallengeBond = ConstU128<BOND>;
	type RulingPeriod = ConstU64<RULING>;
	type AssignmentPeriod = ConstU64<RESERVATION>;
	type EvictionNotice = EvictionNotice;
	type StayPeriod = ConstU64<STAY>;
	type AreaPerResident = ConstU32<40>;
	type RegistrarFactor = ConstU32<2>;
	type WeightInfo = ();
}

/// Signs as a citizen.
pub fn citizen(id: CitizenId) -> RuntimeOrigin {
	signed(account(id))
}

/// The account of a citizen.
pub fn account(id: CitizenId) -> u64 {
	100 + u64::from(id)
}

/// Signs with an account.
pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Makes a citizen active or suspended.
pub fn set_standing(id: CitizenId, standing: Standing) {
	REGISTER.with_borrow_mut(|all| all.insert(id, (account(id), standing)));
}

/// Lets a citizen leave the state.
pub fn leave(id: CitizenId) {
	let (_, standing) = REGISTER.with_borrow_mut(|all| all.remove(&id)).expect("the test names a citizen");
	Land::changed(id, CitizenshipChange::Left { standing });
}

/// The citizen attests.
pub fn attest(id: CitizenId) {
	Seen::insert(id, CurrentSeason::get());
	Land::attested(id);
}

/// The season turns, as the census tells. Its block does not change.
pub fn turn() {
	use civitas_primitives::Footprints;
	CurrentSeason::mutate(|season| *season += 1);
	Land::turned();
}

/// Lets blocks pass.
pub fn wait(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

/// A survey of some tiles side by side, from `tile` to the north and east: 80 m² each.
pub fn survey_at(tile: Tile, rows: u8, columns: u8) -> Survey {
	let rectangle = Rectangle { row: tile.row, column: tile.column, rows, columns };
	Survey {
		shape: Shape::truncate_from(vec![rectangle]),
		reference: corner(tile),
		unit: GROUND,
		area: u32::from(rows) * u32::from(columns) * 80,
		title_hash: H256::repeat_byte(7),
	}
}

/// The south-western corner of a tile.
pub fn corner(tile: Tile) -> Point {
	Point {
		lat: i32::try_from(i64::from(tile.row) * 1_024 - 900_000_000).expect("it is on the earth"),
		lon: i32::try_from(i64::from(tile.column) * 1_024 - 1_800_000_000).expect("it is on the earth"),
	}
}

/// The tile of Zwettl's main square, 48.6070° N 15.1670° E, moved by some tiles to the north and east.
pub fn zwettl(north: u32, east: u32) -> Tile {
	let square = Point { lat: 486_070_000, lon: 151_670_000 }.tile().expect("Zwettl is on the earth");
	Tile { row: square.row + north, column: square.column + east }
}

/// Rita files a parcel of one tile in Waldviertel, `east` tiles east of Zwettl's main square.
pub fn file(east: u32, designation: Designation<u64>) -> ParcelId {
	let id = NextParcelId::<Test>::get();
	Land::register(signed(RITA), WALDVIERTEL, survey_at(zwettl(0, east), 1, 1), designation)
		.expect("the tile is free");
	id
}

/// The same, in effect: in common ownership, or reserved for somebody. No block passes.
pub fn register(east: u32, assignee: Option<u64>) -> ParcelId {
	let id = file(east, assignee.map_or(Designation::Common, Designation::Assigned));
	in_effect(id);
	id
}

/// The hash by which a holder agrees to a change.
pub fn change_hash(change: &ChangeOf<Test>) -> H256 {
	use sp_runtime::traits::{BlakeTwo256, Hash};
	BlakeTwo256::hash_of(change)
}

/// Lets what is filed for a parcel take effect in this block.
pub fn in_effect(id: ParcelId) {
	let now = System::block_number();
	Filings::<Test>::mutate_extant(id, |filing| filing.from = now);
	Land::enact(signed(HUGO), id).expect("the notice is over");
}

/// A parcel of one tile that `holder` holds.
pub fn held(east: u32, holder: u64) -> ParcelId {
	let id = register(east, Some(holder));
	Land::pass(id, Some(holder)).expect("the parcel is there");
	id
}

/// The cell of a parcel.
pub fn cell_of(parcel: ParcelId) -> CellId {
	Parcels::<Test>::get(parcel).expect("the test names a parcel").cell
}

/// Waldviertel in Austria and Suva in Fiji, without parcels, and five citizens.
pub fn build() -> TestExternalities {
	REGISTER.with_borrow_mut(|all| {
		*all = [ADA, BEN, CLEO, DORA, ERIK].map(|id| (id, (account(id), Standing::Active))).into();
	});
	FreeActs::set(100);
	EvictionNotice::set(NOTICE);
	Auctioning::set(true);
	CurrentSeason::set(0);
	let balances = [HUGO, INES, RITA, SAM, SINK].map(|who| (who, WEALTH)).into_iter();
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances: balances.collect(), ..Default::default() },
		..Default::default()
	}
	.build_storage()
	.expect("the genesis of the tests is valid");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		for (name, host, registrar) in [("Waldviertel", *b"AT", RITA), ("Suva", *b"FJ", SAM)] {
			let name = Name::truncate_from(name.as_bytes().to_vec());
			Land::open_territory(RuntimeOrigin::root(), name, host, registrar, 1_000)
				.expect("the territory is sound");
		}
		System::reset_events();
	});
	ext
}

/// Runs `test`, then checks every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
	build().execute_with(|| {
		let issued = Balances::total_issuance();
		test();
		assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		Land::do_try_state().expect("every invariant holds");
	});
}
