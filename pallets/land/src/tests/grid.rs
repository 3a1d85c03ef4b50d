// SPDX-License-Identifier: Apache-2.0
//! The grid against a slow, obvious version of itself, and where the earth is awkward.

use crate::grid::*;
use civitas_primitives::Cells;
use proptest::prelude::*;

fn point() -> impl Strategy<Value = Point> {
	let near =
		|edge: i32, limit: i32| (edge - 40_000..=edge + 40_000).prop_map(move |c| c.clamp(-limit, limit));
	let lat = prop_oneof![
		4 => -POLE..=POLE,
		1 => near(0, POLE),
		1 => near(POLE, POLE),
		1 => near(-POLE, POLE),
	];
	let lon = prop_oneof![
		4 => -ANTIMERIDIAN..ANTIMERIDIAN,
		1 => near(0, ANTIMERIDIAN - 1),
		1 => near(ANTIMERIDIAN - 40_000, ANTIMERIDIAN - 1),
		1 => near(-ANTIMERIDIAN + 40_000, ANTIMERIDIAN - 1),
	];
	(lat, lon).prop_map(|(lat, lon)| Point { lat, lon })
}

fn cell(lat: i32, lon: i32, scale: u8) -> Cell {
	Point { lat, lon }.cell(scale).expect("the test names a point on the earth")
}

/// The cells of `scale` around a cell, found by stepping over its edges.
fn neighbours_by_walking(centre: Cell, scale: u8) -> Vec<Cell> {
	let Bounds { south, west, north, east } = centre.bounds();
	let wrapped = |lon: i64| ((lon + 1_800_000_000).rem_euclid(3_600_000_000) - 1_800_000_000) as i32;
	let mut found = vec![];
	for lat in [south - 1, south, if north == POLE { POLE + 1 } else { north }] {
		if lat.abs() > POLE {
			continue;
		}
		for lon in [i64::from(west) - 1, i64::from(west), i64::from(east)] {
			found.push(cell(lat, wrapped(lon), scale));
		}
	}
	found
}

/// Whether two boxes that do not cross the antimeridian share a point.
fn overlap(a: Bounds, b: Bounds) -> bool {
	a.south < b.north && b.south < a.north && a.west < b.east && b.west < a.east
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// The row and column are the coordinate's distance from its start, divided and rounded down; what is left over
	/// at the end belongs to the last.
	#[test]
	fn a_cell_is_a_division_rounded_down(point in point(), scale in 0..SCALES) {
		let side = [32_768i64, 131_072, 524_288][usize::from(scale)];
		let whole = |extent: i64| (extent >> 10) * 1_024 / side;
		let row = ((i64::from(point.lat) + 900_000_000) / side).min(whole(1_800_000_000 + 1_024) - 1);
		let column = ((i64::from(point.lon) + 1_800_000_000) / side).min(whole(3_600_000_000) - 1);
		let id = i64::from(scale) * (1 << 48) + row * (1 << 24) + column;
		prop_assert_eq!(cell(point.lat, point.lon, scale).id(), id as u64);
		prop_assert!(id < 1 << 53, "a number of JavaScript holds it");
	}

	/// Every point lies in exactly one cell of each scale: the one whose bounds contain it, and no neighbour's do.
	#[test]
	fn every_point_lies_in_one_cell(point in point(), scale in 0..SCALES) {
		let home = point.cell(scale).unwrap();
		prop_assert!(home.bounds().contains(point));
		for other in home.neighbourhood().filter(|other| *other != home) {
			prop_assert!(!other.bounds().contains(point));
		}
	}

	/// Neighbours are what one comes to by a step over an edge.
	#[test]
	fn the_neighbourhood_is_what_a_walk_finds(point in point(), scale in 0..SCALES) {
		let home = point.cell(scale).unwrap();
		let mut walked = neighbours_by_walking(home, scale);
		let mut found = home.neighbourhood().collect::<Vec<_>>();
		walked.sort();
		found.sort();
		prop_assert_eq!(&found, &walked);
		for other in found {
			prop_assert!(home.touches(other));
			prop_assert!(other.neighbourhood().any(|back| back == home), "nearness is mutual");
		}
	}

	/// Two cells touch if and only if one is among the other's neighbours.
	#[test]
	fn cells_touch_only_their_neighbours(a in point(), b in point(), close in any::<bool>(), scale in 0..SCALES) {
		let b = if close {
			// Somewhere within a few cells of `a`.
			let shift = |c: i32, by: i32, limit: i32| (c + by % 100_000).clamp(-limit, limit);
			Point { lat: shift(a.lat, b.lat, POLE), lon: shift(a.lon, b.lon, ANTIMERIDIAN - 1).min(ANTIMERIDIAN - 1) }
		} else {
			b
		};
		let (a, b) = (a.cell(scale).unwrap(), b.cell(scale).unwrap());
		prop_assert_eq!(a.touches(b), a.neighbourhood().any(|near| near == b));
	}

	/// A cell lies wholly in one coarser cell, which is that of each of its points.
	#[test]
	fn scales_are_nested(point in point()) {
		let cells = [0, 1, 2].map(|scale| point.cell(scale).unwrap());
		prop_assert_eq!(cells[0].coarser(), Some(cells[1]));
		prop_assert_eq!(cells[1].coarser(), Some(cells[2]));
		prop_assert_eq!(cells[2].coarser(), None);
		for (fine, coarse) in [(0, 1), (1, 2)] {
			let (inner, outer) = (cells[fine].bounds(), cells[coarse].bounds());
			prop_assert!(outer.south <= inner.south && inner.north <= outer.north);
			prop_assert!(outer.west <= inner.west && inner.east <= outer.east);
		}
		prop_assert_eq!(Grid::coarser(cells[0].id()), Some(cells[1].id()));
		prop_assert_eq!(Grid::coarser(cells[2].id()), None);
	}

	/// A cell of any scale meets a neighbourhood if and only if it overlaps one of its nine cells.
	#[test]
	fn a_coarser_cell_meets_what_it_overlaps(place in point(), by in (-900_000..900_000i32, -900_000..900_000i32), scale in 0..SCALES) {
		let other = Point {
			lat: (place.lat + by.0).clamp(-POLE, POLE),
			lon: place.lon.saturating_add(by.1).clamp(-ANTIMERIDIAN, ANTIMERIDIAN - 1),
		};
		let (place, other) = (place.cell(0).unwrap(), other.cell(scale).unwrap());
		let expected = place.neighbourhood().any(|near| overlap(near.bounds(), other.bounds()));
		let meets = place.neighbourhood().any(|near| near.at_scale(scale) == Some(other));
		prop_assert_eq!(meets, expected);
	}

	/// Numbers and cells are each other's.
	#[test]
	fn a_number_is_a_cell_or_nothing(point in point(), scale in 0..SCALES, any_id in any::<u64>()) {
		let cell = point.cell(scale).unwrap();
		prop_assert_eq!(Cell::from_id(cell.id()), Some(cell));
		if let Some(cell) = Cell::from_id(any_id) {
			prop_assert_eq!(cell.id(), any_id);
		}
	}

	/// The cells of a box are visited once each, and are all that its points lie in.
	#[test]
	fn the_cells_of_a_box_are_all_there_and_there_once(
		corner in point(), height in 0..200_000i32, width in 1..200_000i64, at in (any::<u32>(), any::<u32>()),
	) {
		let wrap = |lon: i64| ((lon + 1_800_000_000).rem_euclid(3_600_000_000) - 1_800_000_000) as i32;
		let north = (corner.lat + height).min(POLE);
		let bounds = Bounds { south: corner.lat, west: corner.lon, north, east: wrap(i64::from(corner.lon) + width) };
		let block = bounds.cells().unwrap();
		let cells = (0..).map_while(|n| block.get(n)).collect::<Vec<_>>();
		let mut distinct = cells.clone();
		distinct.sort();
		distinct.dedup();
		prop_assert_eq!(distinct.len(), cells.len());
		let inside = Point {
			lat: corner.lat + (at.0 % (north - corner.lat).max(1) as u32) as i32,
			lon: wrap(i64::from(corner.lon) + i64::from(at.1) % width),
		};
		if bounds.contains(inside) {
			prop_assert!(cells.contains(&inside.cell(0).unwrap()));
		}
	}
}

#[test]
fn tiles_fit_round_the_earth_exactly() {
	assert_eq!(u64::from(TILE_COLUMNS) * 1_024, 3_600_000_000);
	assert_eq!(Point { lat: -POLE, lon: -ANTIMERIDIAN }.tile(), Some(Tile { row: 0, column: 0 }));
	let last = Tile { row: TILE_ROWS - 1, column: TILE_COLUMNS - 1 };
	assert_eq!(Point { lat: POLE, lon: ANTIMERIDIAN - 1 }.tile(), Some(last));
}

#[test]
fn what_is_not_on_the_earth_has_no_tile() {
	for (lat, lon) in [
		(POLE + 1, 0),
		(-POLE - 1, 0),
		(0, ANTIMERIDIAN),
		(0, -ANTIMERIDIAN - 1),
		(i32::MAX, 0),
		(i32::MIN, 0),
		(0, i32::MAX),
		(0, i32::MIN),
	] {
		assert_eq!(Point { lat, lon }.tile(), None, "{lat}, {lon}");
		assert_eq!(Point { lat, lon }.cell(0), None);
	}
}

#[test]
fn the_antimeridian_is_a_line_like_any_other() {
	for scale in 0..SCALES {
		let (fiji_east, fiji_west) =
			(cell(-168_000_000, 1_799_999_999, scale), cell(-168_000_000, -1_800_000_000, scale));
		assert_ne!(fiji_east, fiji_west);
		assert!(fiji_east.touches(fiji_west) && fiji_west.touches(fiji_east));
		assert_eq!(fiji_east.neighbourhood().count(), 9);
		// The last column takes what is left over: it is not narrower than the others, and less than twice as wide.
		let width = |cell: Cell| i64::from(cell.bounds().east) - i64::from(cell.bounds().west);
		assert!(width(fiji_east) >= width(fiji_west) && width(fiji_east) < 2 * width(fiji_west));
		// Two columns on, nobody is a neighbour.
		let Bounds { east, .. } = fiji_west.bounds();
		assert!(!fiji_east.touches(cell(-168_000_000, east, scale)));
	}
}

#[test]
fn the_equator_and_greenwich_have_no_double_cell() {
	for scale in 0..SCALES {
		let bounds = cell(0, 0, scale).bounds();
		assert!(bounds.south < 0 && 0 < bounds.north, "the equator runs through the cell");
		assert!(bounds.west < 0 && 0 < bounds.east, "so does the meridian");
		assert_eq!(cell(-1, -1, scale), cell(0, 0, scale));
		let height = i64::from(bounds.north) - i64::from(bounds.south);
		assert_eq!(height, i64::from(bounds.east) - i64::from(bounds.west), "it is a square like any other");
		assert_eq!(height, 32_768 << (2 * scale));
	}
}

#[test]
fn nobody_is_a_neighbour_across_a_pole() {
	for scale in 0..SCALES {
		for (pole, rows) in [(POLE, 2), (-POLE, 2)] {
			let (here, there) = (cell(pole, 0, scale), cell(pole, ANTIMERIDIAN - 1, scale));
			assert!(!here.touches(there));
			assert_eq!(here.neighbourhood().count(), 3 * rows);
		}
		assert!(
			cell(POLE, 0, scale).bounds().contains(Point { lat: POLE, lon: 0 }),
			"the pole itself belongs to it"
		);
	}
}

#[test]
fn a_box_that_cannot_be_is_empty() {
	let bounds = |south, west, north, east| Bounds { south, west, north, east }.cells();
	assert_eq!(bounds(10, 0, 9, 5), None);
	assert_eq!(bounds(0, 5, 9, 5), None);
	assert!(bounds(0, 5, 0, 6).is_some(), "it has a cell, though no point");
	// The whole earth, written either way.
	let earth = bounds(-POLE, -ANTIMERIDIAN, POLE, ANTIMERIDIAN).expect("there is an earth");
	let cells = u64::from(TILE_ROWS >> 5) * u64::from(TILE_COLUMNS >> 5);
	assert!(earth.get(cells - 1).is_some() && earth.get(cells).is_none());
	let nearly = bounds(-POLE, 7, POLE, 6).expect("nearly the whole earth");
	assert!(nearly.get(cells - 1).is_some() && nearly.get(cells).is_none(), "no cell is visited twice");
	assert!(bounds(i32::MIN, i32::MIN, i32::MAX, i32::MAX).is_some(), "more than the earth is the earth");
}

#[test]
fn a_rectangle_wraps_round_the_earth_but_not_over_the_poles() {
	let seam = Rectangle { row: 5, column: TILE_COLUMNS - 1, rows: 1, columns: 2 };
	assert!(seam.is_on_grid());
	let tiles = seam.tiles().collect::<Vec<_>>();
	assert_eq!(tiles, [Tile { row: 5, column: TILE_COLUMNS - 1 }, Tile { row: 5, column: 0 }]);
	assert!(!Rectangle { column: TILE_COLUMNS, ..seam }.is_on_grid());
	assert!(Rectangle { row: TILE_ROWS - 1, ..seam }.is_on_grid());
	assert!(!Rectangle { row: TILE_ROWS - 1, rows: 2, ..seam }.is_on_grid());
	assert!(!Rectangle { rows: 0, ..seam }.is_on_grid() && !Rectangle { columns: 0, ..seam }.is_on_grid());
	assert_eq!(Rectangle { rows: 255, columns: 255, ..seam }.size(), 65_025);
}
