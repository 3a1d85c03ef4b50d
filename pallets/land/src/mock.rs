//! A small chain around the pallet: a register of citizens with a quota of free acts, and notes of what others are
//! told.

use crate as pallet_land;
use crate::{
	grid::{Rectangle, Tile},
	*,
};
use civitas_primitives::{CitizenshipChange, Headcount, OnCitizenship, Standing};
use frame_support::{derive_impl, parameter_types};
use frame_system::EnsureRoot;
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
	pub type Land = pallet_land;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

/// How many blocks of notice a resident has.
pub const NOTICE: u64 = 30;

/// The citizens.
pub const ADA: CitizenId = 0;
pub const BEN: CitizenId = 1;
pub const CLEO: CitizenId = 2;
pub const DORA: CitizenId = 3;

/// Who keeps the register of Waldviertel, and who that of Suva.
pub const RITA: u64 = 11;
pub const SAM: u64 = 12;
/// Landholders who are no citizens.
pub const HUGO: u64 = 21;
pub const INES: u64 = 22;

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

parameter_types! {
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

impl pallet_land::Config for Test {
	type Citizenry = Citizens;
	type CivicActs = Quota;
	type TerritoryOrigin = EnsureRoot<u64>;
	type OnParcel = Auctioneer;
	type OnResidence = Roll;
	type EvictionNotice = EvictionNotice;
	type AreaPerResident = frame_support::traits::ConstU32<50>;
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

/// A survey of some tiles side by side, from `tile` to the north and east.
pub fn survey_at(tile: Tile, rows: u8, columns: u8) -> Survey {
	let rectangle = Rectangle { row: tile.row, column: tile.column, rows, columns };
	Survey {
		shape: Shape::truncate_from(vec![rectangle]),
		reference: corner(tile),
		area: u32::from(rows) * u32::from(columns) * 100,
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

/// Rita registers a parcel of one tile in Waldviertel, `east` tiles east of Zwettl's main square.
pub fn register(east: u32, assignee: Option<u64>) -> ParcelId {
	let id = NextParcelId::<Test>::get();
	Land::register(signed(RITA), WALDVIERTEL, survey_at(zwettl(0, east), 1, 1), assignee)
		.expect("the tile is free");
	id
}

/// A parcel of one tile that `holder` holds.
pub fn held(east: u32, holder: u64) -> ParcelId {
	use civitas_primitives::Titles;
	let id = register(east, Some(holder));
	Land::pass(id, Some(holder)).expect("the parcel is there");
	id
}

/// The cell of a parcel.
pub fn cell_of(parcel: ParcelId) -> CellId {
	Parcels::<Test>::get(parcel).expect("the test names a parcel").cell
}

/// Waldviertel in Austria and Suva in Fiji, without parcels, and four citizens.
pub fn build() -> TestExternalities {
	REGISTER.with_borrow_mut(|all| {
		*all = [ADA, BEN, CLEO, DORA].map(|id| (id, (account(id), Standing::Active))).into();
	});
	FreeActs::set(100);
	EvictionNotice::set(NOTICE);
	Auctioning::set(true);
	let storage = RuntimeGenesisConfig::default().build_storage().expect("there is nothing to build");
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
		test();
		Land::do_try_state().expect("every invariant holds");
	});
}
