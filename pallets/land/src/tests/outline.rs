// SPDX-License-Identifier: Apache-2.0
//! The rings around a parcel's tiles.

use crate::{
	grid::{Point, Rectangle, Tile, TILE_COLUMNS},
	mock::*,
	*,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

const ROW: u32 = 1_000_000;
const COLUMN: u32 = 2_000_000;

fn rectangle(north: u32, east: u32, rows: u8, columns: u8) -> Rectangle {
	Rectangle { row: ROW + north, column: (COLUMN + east) % TILE_COLUMNS, rows, columns }
}

fn rings(rectangles: &[Rectangle]) -> Vec<Vec<Point>> {
	outline(&Shape::truncate_from(rectangles.to_vec()))
}

/// A corner of tiles, north and east of the first.
fn at(north: u32, east: u32) -> Point {
	corner(Tile { row: ROW + north, column: COLUMN + east })
}

/// Twice the area of a ring in tiles: positive if it runs counter-clockwise.
fn doubled(ring: &[Point]) -> i64 {
	let sides = ring.windows(2).map(|side| {
		let (x, y) = (i64::from(side[0].lon), i64::from(side[0].lat));
		let (u, v) = (i64::from(side[1].lon), i64::from(side[1].lat));
		x * v - u * y
	});
	sides.sum::<i64>() / (1_024 * 1_024)
}

#[test]
fn a_square_has_four_corners_and_ends_where_it_began() {
	let ring = vec![at(0, 0), at(0, 3), at(2, 3), at(2, 0), at(0, 0)];
	assert_eq!(rings(&[rectangle(0, 0, 2, 3)]), [ring.clone()]);
	// Of however many rectangles it is made.
	assert_eq!(rings(&[rectangle(0, 0, 2, 1), rectangle(0, 1, 1, 2), rectangle(1, 1, 1, 2)]), [ring]);
	assert!(rings(&[]).is_empty());
}

#[test]
fn a_courtyard_is_a_ring_of_its_own_that_runs_the_other_way() {
	let walls = [rectangle(0, 0, 1, 3), rectangle(2, 0, 1, 3), rectangle(1, 0, 1, 1), rectangle(1, 2, 1, 1)];
	let rings = rings(&walls);
	assert_eq!(rings.iter().map(|ring| doubled(ring)).collect::<Vec<_>>(), [18, -2]);
}

#[test]
fn tiles_that_meet_in_a_corner_have_rings_of_their_own() {
	let rings = rings(&[rectangle(0, 0, 1, 1), rectangle(1, 1, 1, 1)]);
	assert_eq!(rings.iter().map(|ring| doubled(ring)).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_parcel_across_the_antimeridian_is_one_ring() {
	let seam = Rectangle { row: ROW, column: TILE_COLUMNS - 1, rows: 1, columns: 2 };
	let west = Rectangle { row: ROW + 1, column: 0, rows: 1, columns: 1 };
	let rings = rings(&[seam, west]);
	assert_eq!(rings.len(), 1);
	assert_eq!(doubled(&rings[0]), 6);
	assert!(rings[0].iter().any(|point| point.lon > 1_800_000_000), "it runs on");
}

proptest! {
	/// Outer rings less holes cover as much as the tiles, and each side of a ring has a tile on its left only.
	#[test]
	fn rings_enclose_exactly_the_tiles(
		places in prop::collection::vec((0..9u32, 0..9u32, 1..4u8, 1..4u8), 1..16),
	) {
		let shape = places.iter().map(|(n, e, r, c)| rectangle(*n, *e, *r, *c)).collect::<Vec<_>>();
		let tiles = shape.iter().flat_map(|one| one.tiles()).collect::<BTreeSet<_>>();
		let rings = rings(&shape);
		let enclosed = rings.iter().map(|ring| doubled(ring)).sum::<i64>();
		prop_assert_eq!(enclosed, 2 * tiles.len() as i64);
		for ring in rings {
			prop_assert_eq!(ring.first(), ring.last());
			prop_assert!(ring.len() > 4);
		}
	}
}
