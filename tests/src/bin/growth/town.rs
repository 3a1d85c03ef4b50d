//! A town: as many parcels as citizens, each held and lived on by one of them, at one price or another.

use crate::people::{account, admit_all, alias, citizen, enrol, fill, Papers};
use civitas_primitives::{Context, FloatingRate, Meter, ParcelId, RingId};
use civitas_runtime::{
	AccountId, Balance, Balances, FloatingTax, Harberger, Land, Runtime, RuntimeOrigin, Timestamp, CIV,
};
use civitas_tests::Person;
use frame_support::traits::{
	fungible::{Mutate, MutateHold},
	Time,
};
use pallet_floating_tax::{Opinion, Vote, Voter};
use pallet_harberger::{HoldReason, Holding, Record, Reserved};
use pallet_land::{
	grid::{Cell, Point, Rectangle, Tile, ANTIMERIDIAN, POLE, SCALES},
	Parcel, Residence, Residents, Survey, Tally, Title, GROUND,
};
use pallet_roll::{Area, Group, Seats, Shape};
use std::ops::Range;

/// How many parcels, and residents, there are in a cell.
pub const PER_CELL: u32 = 200;

/// How many cells lie side by side.
const CELLS_ACROSS: u32 = 100;

/// How many tiles the side of a cell measures, and how many parcels lie side by side in it.
const CELL_TILES: u32 = 32;
const ACROSS: u32 = 16;

/// The south-western corner of the town, in cells: somewhere in Castile.
const CORNER: (u32, u32) = (40_000, 54_000);

/// What each parcel measures, in square metres.
const AREA: u32 = 95;

/// What each holder has beside the escrow.
const MONEY: Balance = 100_000 * CIV;

/// The account that keeps the register.
pub fn registrar() -> AccountId {
	Person::development("Eve").account()
}

/// The survey of a flat over a parcel.
pub fn flat(parcel: ParcelId) -> Survey {
	let tile = tile(parcel);
	let shape = vec![Rectangle { row: tile.row, column: tile.column, rows: 1, columns: 1 }];
	Survey {
		shape: shape.try_into().expect("it is one rectangle"),
		reference: middle(tile),
		unit: 1,
		area: 50,
		title_hash: civitas_tests::hash(&format!("flat {parcel}")),
	}
}

/// Opens the territory.
pub fn open() {
	let alice = Person::development("Alice");
	let name = b"Town".to_vec().try_into().expect("it is short");
	Land::open_territory(RuntimeOrigin::signed(alice.account()), name, *b"ES", registrar(), u32::MAX)
		.expect("the founder may");
}

/// The valuation of a parcel.
pub fn valuation(parcel: ParcelId) -> Balance {
	(10_000 + Balance::from(parcel % 1_000)) * CIV
}

/// Whether the escrow of a parcel is the least there can be, so that it runs dry within sixty days. Of ten, one is.
pub fn is_thin(parcel: ParcelId) -> bool {
	parcel.is_multiple_of(10)
}

/// The parcel that lies `steps` further in the same cell.
pub fn neighbour(parcel: ParcelId, steps: u32) -> ParcelId {
	let place = parcel % PER_CELL;
	parcel - place + (place + steps) % PER_CELL
}

/// Whether the resident of a parcel is enrolled and has voted on the parcel next door. Of ten, one is.
pub fn is_enrolled(parcel: ParcelId) -> bool {
	parcel % 10 == 7
}

/// The tile of a parcel.
pub fn tile(parcel: ParcelId) -> Tile {
	let (cell, place) = (parcel / PER_CELL, parcel % PER_CELL);
	Tile {
		row: (CORNER.0 + cell / CELLS_ACROSS) * CELL_TILES + place / ACROSS,
		column: (CORNER.1 + cell % CELLS_ACROSS) * CELL_TILES + place % ACROSS,
	}
}

/// The point in the middle of a tile.
pub fn middle(tile: Tile) -> Point {
	let at = |number: u32, limit: i32| (i64::from(number) * 1_024 + 512 - i64::from(limit)) as i32;
	Point { lat: at(tile.row, POLE), lon: at(tile.column, ANTIMERIDIAN) }
}

/// The ring of the residents of a parcel's cell.
fn ring(parcel: ParcelId) -> RingId {
	RingId::Cell(middle(tile(parcel)).cell(0).expect("it lies on the earth").id(), 0)
}

/// Writes whole cells of parcels with their holders, residents, charges and votes, as the calls for each would have.
pub fn build(batch: Range<u32>, papers: Papers) {
	assert_eq!(batch.end % PER_CELL, 0, "there are whole cells");
	admit_all(batch.clone(), papers, |n| Some(ring(n)));
	for cell in batch.clone().step_by(PER_CELL as usize) {
		inhabit(cell..cell + PER_CELL);
	}
	for parcel in batch.clone() {
		survey(parcel);
		value(parcel);
		hold(parcel);
		if is_enrolled(parcel) {
			enrol(parcel, Context::Residence, ring(parcel));
		}
	}
	tally(batch.clone());
	pallet_land::NextParcelId::<Runtime>::put(batch.end);
}

/// Counts parcels and their residents, for the territory, for all and for each cell.
fn tally(batch: Range<u32>) {
	let add = |sum: &mut Tally, parcels: Range<u32>| {
		for parcel in parcels {
			sum.held.parcels += 1;
			sum.held.area += u64::from(AREA);
			sum.valuation += valuation(parcel);
			sum.residents.add(0, 0);
		}
	};
	pallet_land::Territories::<Runtime>::mutate(0, |territory| {
		add(&mut territory.as_mut().expect("it is open").tally, batch.clone());
	});
	pallet_land::Total::<Runtime>::mutate(|total| add(total, batch.clone()));
	for first in batch.step_by(PER_CELL as usize) {
		let finest = middle(tile(first)).cell(0).expect("it lies on the earth");
		for cell in (0..SCALES).filter_map(|scale| finest.at_scale(scale)).map(Cell::id) {
			pallet_land::CellTallies::<Runtime>::mutate(cell, |sum| {
				add(sum.get_or_insert_default(), first..first + PER_CELL);
			});
		}
	}
}

/// Seats the residents of a cell in a ring of their own.
fn inhabit(cell: Range<u32>) {
	let ring = ring(cell.start);
	let RingId::Cell(id, _) = ring else { unreachable!("it is a cell's") };
	let residents: Vec<u32> = cell.collect();
	for n in &residents {
		pallet_roll::Residents::<Runtime>::insert(id, citizen(*n), ());
	}
	pallet_roll::Areas::<Runtime>::insert(id, Area { residents: PER_CELL, seats: Seats::Own });
	pallet_roll::Shapes::<Runtime>::insert(Group::Cell(id), Shape { rings: 1, members: PER_CELL });
	fill(ring, &residents);
}

/// Enters a parcel, its holder and its resident.
fn survey(parcel: ParcelId) {
	let (tile, holder) = (tile(parcel), account(parcel));
	let reference = middle(tile);
	let cell = reference.cell(0).expect("it lies on the earth").id();
	let shape = vec![Rectangle { row: tile.row, column: tile.column, rows: 1, columns: 1 }];
	let record = Parcel {
		territory: 0,
		title: Title::Held(holder.clone()),
		since: 0,
		reference,
		cell,
		unit: GROUND,
		area: AREA,
		title_hash: civitas_tests::hash(&format!("deed {parcel}")),
		valuation: valuation(parcel),
		residents: Residents { season: 0, this: 1, last: 0 },
	};
	pallet_land::Parcels::<Runtime>::insert(parcel, record);
	let shape: pallet_land::Shape = shape.try_into().expect("it is one rectangle");
	pallet_land::Shapes::<Runtime>::insert(parcel, shape);
	pallet_land::Tiles::<Runtime>::insert(tile, GROUND, parcel);
	pallet_land::Registers::<Runtime>::insert(0, parcel, ());
	pallet_land::Locations::<Runtime>::insert(cell, parcel, ());
	pallet_land::Holdings::<Runtime>::insert(holder, parcel, ());
	let home = Residence { parcel, since: 0, seen: 0, notice: None };
	pallet_land::Residences::<Runtime>::insert(citizen(parcel), home);
	pallet_land::Inhabitants::<Runtime>::insert(parcel, citizen(parcel), ());
}

/// Writes a parcel's rate, with the vote of the resident next door if there is one.
fn value(parcel: ParcelId) {
	let terms = FloatingTax::terms();
	let inherited = terms.middle();
	let next_door = neighbour(parcel, PER_CELL - 1);
	let vote = is_enrolled(next_door).then_some(match parcel % 20 {
		8 => Vote::Approve,
		_ => Vote::Disapprove,
	});
	let (approve, disapprove) = match vote {
		Some(Vote::Approve) => (1, 0),
		Some(Vote::Disapprove) => (0, 1),
		None => (0, 0),
	};
	let rate = terms.rate(inherited, approve, disapprove);
	let meter = Meter::start(Timestamp::now(), rate);
	let opinion = Opinion { meter, inherited, season: 0, approve, disapprove };
	pallet_floating_tax::Opinions::<Runtime>::insert(parcel, opinion);
	if let Some(vote) = vote {
		let alias = alias(next_door);
		pallet_floating_tax::Votes::<Runtime>::insert(0, (parcel, alias), vote);
		pallet_floating_tax::Voters::<Runtime>::insert(0, alias, Voter { votes: 1, acts: 1 });
	}
}

/// Gives the holder of a parcel money, and takes some of it into escrow.
fn hold(parcel: ParcelId) {
	let holder = account(parcel);
	let escrow = if is_thin(parcel) { 50 * CIV } else { 5_000 * CIV };
	Balances::mint_into(&holder, MONEY + escrow).expect("there is room for more money");
	Balances::hold(&HoldReason::Escrow.into(), &holder, escrow).expect("it is there");
	let record = Holding {
		holder,
		denomination: Default::default(),
		valuation: valuation(parcel),
		booked: valuation(parcel),
		escrow,
		arrears: 0,
		paid: Harberger::accrued(parcel),
		reserved: Reserved { tip: CIV, until: 0 },
		// Those whose escrow is thin have had their grace.
		grace: is_thin(parcel).then_some(1),
		record: Record::start(Timestamp::now(), valuation(parcel)),
		bound: None,
		rise: None,
		bid: None,
		offer: None,
		guard: None,
	};
	assert!(FloatingTax::rate(parcel) > Default::default(), "its rate has begun");
	pallet_harberger::Holdings::<Runtime>::insert(parcel, record);
}
