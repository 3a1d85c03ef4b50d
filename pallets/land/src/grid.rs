// SPDX-License-Identifier: Apache-2.0
//! The grid: the earth in squares of integer degrees, at several scales. No storage.
//!
//! Latitude and longitude are integers in units of 1e-7 degree, about 1.1 cm. Counted from the south pole and from
//! 180° W they are never negative, so that a shift to the right finds the square that a point lies in: the equator
//! and the meridian of Greenwich are lines like any other.
//!
//! - A *tile* measures 2^10 = 1,024 units: 11.4 m from south to north, and as much from west to east at the equator.
//!   It is the largest power of two that divides the earth's 3.6e9 units of longitude, so the tiles meet at the
//!   antimeridian without a seam. The northernmost tiles are half as high as the others.
//! - A *cell* measures 2^5, 2^7 or 2^9 tiles, at scales 0, 1 and 2: 365 m, 1.5 km and 5.8 km from south to north. The
//!   3 x 3 finest cells around a place are 1.1 km high, and 1.1 km wide at the equator, 0.7 km at 50° and 0.5 km at
//!   60°: what one walks past every day. A cell of one scale lies wholly in one of the next.
//! - What is left over at the antimeridian and at the north pole, less than the side of a cell, belongs to the last
//!   cell there. So no cell is smaller than the others of its scale, and nobody's neighbourhood is a sliver.
//! - Longitude wraps: the last column lies next to the first. Latitude does not: nobody is anybody's neighbour across
//!   a pole.
#![cfg_attr(
	not(test),
	deny(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects,
		clippy::as_conversions
	)
)]

use civitas_primitives::{CellId, Cells};
use frame_support::pallet_prelude::*;

/// The latitude of the north pole, in units of 1e-7 degree.
pub const POLE: i32 = 900_000_000;
/// The antimeridian, in units of 1e-7 degree east of Greenwich.
pub const ANTIMERIDIAN: i32 = 1_800_000_000;
/// The side of a tile, as a power of two of units.
const TILE_SHIFT: u32 = 10;
/// How many tiles there are from pole to pole.
pub const TILE_ROWS: u32 = (1_800_000_000 >> TILE_SHIFT) + 1;
/// How many tiles there are around the earth.
pub const TILE_COLUMNS: u32 = 3_600_000_000 >> TILE_SHIFT;
/// How many scales of cells there are.
pub const SCALES: u8 = 3;
/// Where a number's fields lie in a cell's number.
const SCALE_SHIFT: u32 = 48;
const ROW_SHIFT: u32 = 24;
const FIELD: u64 = (1 << ROW_SHIFT) - 1;

/// A point on the earth.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Point {
	/// Latitude north of the equator in units of 1e-7 degree, from -900,000,000 to 900,000,000.
	pub lat: i32,
	/// Longitude east of Greenwich in units of 1e-7 degree, from -1,800,000,000 to 1,799,999,999.
	pub lon: i32,
}

impl Point {
	/// The tile that the point lies in. `None` if it does not lie on the earth.
	pub fn tile(self) -> Option<Tile> {
		let y = from_start(self.lat, POLE)?;
		let x = from_start(self.lon, ANTIMERIDIAN)?;
		let tile = Tile { row: y >> TILE_SHIFT, column: x >> TILE_SHIFT };
		(tile.row < TILE_ROWS && self.lat <= POLE && tile.column < TILE_COLUMNS).then_some(tile)
	}

	/// The cell of `scale` that the point lies in. `None` if it does not lie on the earth.
	pub fn cell(self, scale: u8) -> Option<Cell> {
		self.tile().map(|tile| tile.cell(scale))
	}
}

/// How far a coordinate is from -`limit`.
fn from_start(coordinate: i32, limit: i32) -> Option<u32> {
	u32::try_from(i64::from(coordinate).saturating_add(i64::from(limit))).ok()
}

/// The coordinate that is `distance` from -`limit`, or `limit` if that is less.
fn at_distance(distance: u64, limit: i32) -> i32 {
	let limit = i64::from(limit);
	let coordinate = i64::try_from(distance).unwrap_or(limit).saturating_sub(limit).min(limit);
	i32::try_from(coordinate).unwrap_or(i32::MAX)
}

/// The smallest square of the grid: what parcels are made of.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
pub struct Tile {
	/// Its row, from the south pole. `(lat + 900,000,000) >> 10`.
	pub row: u32,
	/// Its column, from 180° W. `(lon + 1,800,000,000) >> 10`.
	pub column: u32,
}

impl Tile {
	/// The most square metres that lie in it: 130 at the equator, less towards the poles.
	pub fn most_area(self) -> u32 {
		let south = i64::from(self.row).saturating_mul(1 << TILE_SHIFT).saturating_sub(POLE.into());
		crate::latitude::tile_area(south, south.saturating_add(1 << TILE_SHIFT))
	}

	/// The cell of `scale` that the tile lies in.
	pub fn cell(self, scale: u8) -> Cell {
		let (rows, columns) = extent(scale);
		let (row, column) = match scale {
			0 => (self.row >> 5, self.column >> 5),
			1 => (self.row >> 7, self.column >> 7),
			_ => (self.row >> 9, self.column >> 9),
		};
		Cell { scale, row: row.min(rows.saturating_sub(1)), column: column.min(columns.saturating_sub(1)) }
	}
}

/// How many rows and columns of cells there are at `scale`.
fn extent(scale: u8) -> (u32, u32) {
	match scale {
		0 => (TILE_ROWS >> 5, TILE_COLUMNS >> 5),
		1 => (TILE_ROWS >> 7, TILE_COLUMNS >> 7),
		_ => (TILE_ROWS >> 9, TILE_COLUMNS >> 9),
	}
}

/// How many units the side of a cell of `scale` measures.
fn side(scale: u8) -> u64 {
	match scale {
		0 => 1 << 15,
		1 => 1 << 17,
		_ => 1 << 19,
	}
}

/// A square of the grid at one of its scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
	scale: u8,
	row: u32,
	column: u32,
}

impl Cell {
	/// The cell's number: `scale << 48 | row << 24 | column`. Below 2^53, so any language's numbers hold it.
	pub fn id(self) -> CellId {
		u64::from(self.scale) << SCALE_SHIFT | u64::from(self.row) << ROW_SHIFT | u64::from(self.column)
	}

	/// The cell with this number, if there is one.
	pub fn from_id(id: CellId) -> Option<Self> {
		let scale = u8::try_from(id >> SCALE_SHIFT).ok().filter(|scale| *scale < SCALES)?;
		let (rows, columns) = extent(scale);
		let row = u32::try_from(id >> ROW_SHIFT & FIELD).ok().filter(|row| *row < rows)?;
		let column = u32::try_from(id & FIELD).ok().filter(|column| *column < columns)?;
		Some(Self { scale, row, column })
	}

	/// Its scale.
	pub fn scale(self) -> u8 {
		self.scale
	}

	/// The cell of the next scale that this one lies in.
	pub fn coarser(self) -> Option<Self> {
		let scale = self.scale.saturating_add(1);
		if scale >= SCALES {
			return None;
		}
		let (rows, columns) = extent(scale);
		Some(Self {
			scale,
			row: (self.row >> 2).min(rows.saturating_sub(1)),
			column: (self.column >> 2).min(columns.saturating_sub(1)),
		})
	}

	/// The cell of `scale` that this one is or lies in.
	pub fn at_scale(self, scale: u8) -> Option<Self> {
		let mut cell = self;
		while cell.scale < scale {
			cell = cell.coarser()?;
		}
		(cell.scale == scale).then_some(cell)
	}

	/// Whether `other` is this cell or one of the eight around it.
	pub fn touches(self, other: Self) -> bool {
		let (_, columns) = extent(self.scale);
		let rows_apart = self.row.abs_diff(other.row);
		let columns_apart = self.column.abs_diff(other.column);
		self.scale == other.scale
			&& rows_apart <= 1
			&& (columns_apart <= 1 || columns_apart == columns.saturating_sub(1))
	}

	/// The 3 x 3 cells around this one, from south-west to north-east. Fewer at the poles.
	pub fn neighbourhood(self) -> impl Iterator<Item = Self> {
		let (rows, columns) = extent(self.scale);
		let south = self.row.saturating_sub(1);
		let north = self.row.saturating_add(1).min(rows.saturating_sub(1));
		let west = self.column.checked_sub(1).unwrap_or(columns.saturating_sub(1));
		let east = Some(self.column.saturating_add(1)).filter(|column| *column < columns).unwrap_or(0);
		(south..=north).flat_map(move |row| {
			[west, self.column, east].into_iter().map(move |column| Self { scale: self.scale, row, column })
		})
	}

	/// What the cell covers.
	pub fn bounds(self) -> Bounds {
		let (rows, columns) = extent(self.scale);
		let edge =
			|number: u32, limit| at_distance(u64::from(number).saturating_mul(side(self.scale)), limit);
		let last = |number: u32, count: u32| number.saturating_add(1) >= count;
		Bounds {
			south: edge(self.row, POLE),
			west: edge(self.column, ANTIMERIDIAN),
			north: if last(self.row, rows) { POLE } else { edge(self.row.saturating_add(1), POLE) },
			east: if last(self.column, columns) {
				ANTIMERIDIAN
			} else {
				edge(self.column.saturating_add(1), ANTIMERIDIAN)
			},
		}
	}
}

/// A part of the earth between two circles of latitude and two meridians, in units of 1e-7 degree.
///
/// Its south and west edges belong to it, its north and east edges do not; but the north pole belongs to what ends
/// there. If `west` lies east of `east`, it crosses the antimeridian; if they are equal, it is empty.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Bounds {
	/// The southern edge's latitude.
	pub south: i32,
	/// The western edge's longitude.
	pub west: i32,
	/// The northern edge's latitude.
	pub north: i32,
	/// The eastern edge's longitude, up to 1,800,000,000.
	pub east: i32,
}

impl Bounds {
	/// Whether `point` lies in it.
	pub fn contains(self, point: Point) -> bool {
		let below = point.lat < self.north || (self.north >= POLE && point.lat <= POLE);
		let between = if self.west <= self.east {
			self.west <= point.lon && point.lon < self.east
		} else {
			self.west <= point.lon || point.lon < self.east
		};
		self.south <= point.lat && below && between
	}

	/// Whether it meets a rectangle of tiles.
	pub fn meets(self, rectangle: Rectangle) -> bool {
		let row = i64::from(rectangle.row);
		let south = row.saturating_mul(1 << TILE_SHIFT).saturating_sub(POLE.into());
		let height = i64::from(rectangle.rows).saturating_mul(1 << TILE_SHIFT);
		let across = i64::from(self.south) < south.saturating_add(height)
			&& (south < i64::from(self.north) || (self.north >= POLE && south <= POLE.into()));
		across && self.spans(rectangle.column, rectangle.columns)
	}

	/// Whether it meets so many columns of tiles from `column` on.
	fn spans(self, column: u32, columns: u8) -> bool {
		let turn = i64::from(ANTIMERIDIAN).saturating_mul(2);
		let width = i64::from(self.east).saturating_sub(self.west.into());
		let width = if self.west > self.east { width.saturating_add(turn) } else { width };
		let west = i64::from(column).saturating_mul(1 << TILE_SHIFT).saturating_sub(ANTIMERIDIAN.into());
		let reach = i64::from(columns).saturating_mul(1 << TILE_SHIFT);
		// How far the tiles begin east of the western edge, or that edge east of the tiles' beginning.
		let behind = west.saturating_sub(self.west.into()).rem_euclid(turn);
		let before = i64::from(self.west).saturating_sub(west).rem_euclid(turn);
		width > 0 && (behind < width || before < reach)
	}

	/// The cells of `scale` that it meets. `None` if it is empty.
	pub fn cells_at(self, scale: u8) -> Option<Block> {
		let finest = self.cells()?;
		if scale >= SCALES {
			return None;
		}
		let shift = u32::from(scale).saturating_mul(2);
		let (rows, around) = extent(scale);
		let south_west = finest.first.at_scale(scale)?;
		// The last row and column of finest cells, which may lie beyond the antimeridian.
		let north = finest.first.row.saturating_add(finest.rows).saturating_sub(1);
		let north = north.checked_shr(shift)?.min(rows.saturating_sub(1));
		let east = finest.first.column.saturating_add(finest.columns).saturating_sub(1);
		let (_, finest_around) = extent(0);
		let columns = if east < finest_around {
			let east = east.checked_shr(shift)?.min(around.saturating_sub(1));
			east.saturating_sub(south_west.column).saturating_add(1)
		} else {
			let east = east.saturating_sub(finest_around).checked_shr(shift)?;
			around.saturating_sub(south_west.column).saturating_add(east).saturating_add(1).min(around)
		};
		let rows = north.saturating_sub(south_west.row).saturating_add(1);
		Some(Block { first: south_west, rows, columns })
	}

	/// The finest cells that it meets. `None` if it is empty.
	pub fn cells(self) -> Option<Block> {
		let south = self.south.max(POLE.saturating_neg());
		let north = self.north.min(POLE);
		let west = self.west.max(ANTIMERIDIAN.saturating_neg());
		// An edge at the antimeridian itself is the last column's eastern one.
		let east = self.east.min(ANTIMERIDIAN).saturating_sub(1).max(ANTIMERIDIAN.saturating_neg());
		if south > north || self.west == self.east {
			return None;
		}
		let first = Point { lat: south, lon: west }.cell(0)?;
		let last = Point { lat: north, lon: east }.cell(0)?;
		let (_, around) = extent(0);
		let columns = if self.west <= self.east {
			last.column.checked_sub(first.column)?.saturating_add(1)
		} else {
			around.saturating_sub(first.column).saturating_add(last.column).saturating_add(1).min(around)
		};
		let rows = last.row.checked_sub(first.row)?.saturating_add(1);
		Some(Block { first, rows, columns })
	}
}

/// Cells of one scale side by side, in rows from south to north, each from west to east.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
	first: Cell,
	rows: u32,
	columns: u32,
}

impl Block {
	/// The same cells with those around them: where parcels lie whose tiles reach into the block.
	pub fn widened(self) -> Self {
		let (rows, around) = extent(self.first.scale);
		let south = self.first.row.saturating_sub(1);
		let north = self.first.row.saturating_add(self.rows).min(rows.saturating_sub(1));
		let column = self.first.column.checked_sub(1).unwrap_or(around.saturating_sub(1));
		Self {
			first: Cell { row: south, column, ..self.first },
			rows: north.saturating_sub(south).saturating_add(1),
			columns: self.columns.saturating_add(2).min(around),
		}
	}

	/// The `n`th cell. `None` after the last.
	pub fn get(self, n: u64) -> Option<Cell> {
		let (_, around) = extent(self.first.scale);
		let columns = u64::from(self.columns);
		let row = u32::try_from(n.checked_div(columns)?).ok().filter(|row| *row < self.rows)?;
		let across = u64::from(self.first.column).saturating_add(n.checked_rem(columns)?);
		let column = u32::try_from(across.checked_rem(u64::from(around))?).ok()?;
		Some(Cell { row: self.first.row.saturating_add(row), column, ..self.first })
	}
}

/// Tiles side by side. It may cross the antimeridian, but neither pole.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Rectangle {
	/// The southernmost row of tiles.
	pub row: u32,
	/// The westernmost column of tiles.
	pub column: u32,
	/// How many rows.
	pub rows: u8,
	/// How many columns.
	pub columns: u8,
}

impl Rectangle {
	/// Whether it covers something, and nothing outside the grid.
	pub fn is_on_grid(self) -> bool {
		self.rows > 0
			&& self.columns > 0
			&& self.row.saturating_add(self.rows.into()) <= TILE_ROWS
			&& self.column < TILE_COLUMNS
	}

	/// How many tiles it covers.
	pub fn size(self) -> u32 {
		u32::from(self.rows).saturating_mul(self.columns.into())
	}

	/// Its tiles, in rows from south to north, each from west to east.
	pub fn tiles(self) -> impl Iterator<Item = Tile> {
		(0..u32::from(self.rows)).flat_map(move |row| {
			(0..u32::from(self.columns)).map(move |column| Tile {
				row: self.row.saturating_add(row),
				column: self.column.saturating_add(column) % TILE_COLUMNS,
			})
		})
	}
}

/// The scales of cells, for the roll: people of a cell too small for a ring of its own sit with the coarser one.
pub struct Grid;

impl Cells for Grid {
	fn coarser(cell: CellId) -> Option<CellId> {
		Cell::from_id(cell)?.coarser().map(Cell::id)
	}

	const LEVELS: u32 = 3;
}
