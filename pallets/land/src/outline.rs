// SPDX-License-Identifier: Apache-2.0
//! The outline of a parcel, as maps draw it: closed rings of corners around its tiles.

use crate::{
	grid::{Point, Rectangle, ANTIMERIDIAN, POLE, TILE_COLUMNS},
	Shape,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};

/// A corner of tiles: row and column. Columns run on beyond the antimeridian.
type Corner = (i64, i64);

/// The rings around a shape's tiles. Outer ones run counter-clockwise, those around holes clockwise; each ends where it
/// began, and corners on a straight line are left out. Tiles that meet in one corner only lie in rings of their own.
/// Longitudes run on beyond 180° if the shape crosses the antimeridian. This is what GeoJSON asks of a polygon's rings.
pub fn outline(shape: &Shape) -> Vec<Vec<Point>> {
	let Some(origin) = shape.first().map(|rectangle| i64::from(rectangle.column)) else {
		return Vec::new();
	};
	let tiles = shape.iter().flat_map(|rectangle| placed(*rectangle, origin)).collect::<BTreeSet<_>>();
	let mut edges = borders(&tiles);
	let mut rings = Vec::new();
	while let Some(start) = edges.keys().next().copied() {
		let ring = walk(&mut edges, start);
		rings.push(ring.into_iter().map(point).collect());
	}
	rings
}

/// The tiles of a rectangle, in columns that do not wrap: as near to `origin` as can be.
fn placed(rectangle: Rectangle, origin: i64) -> impl Iterator<Item = Corner> {
	let around = i64::from(TILE_COLUMNS);
	let column = i64::from(rectangle.column);
	let apart = column.saturating_sub(origin);
	let column = if apart > around.saturating_div(2) {
		column.saturating_sub(around)
	} else if apart < around.saturating_div(2).saturating_neg() {
		column.saturating_add(around)
	} else {
		column
	};
	(0..i64::from(rectangle.rows)).flat_map(move |row| {
		(0..i64::from(rectangle.columns))
			.map(move |at| (i64::from(rectangle.row).saturating_add(row), column.saturating_add(at)))
	})
}

/// The edges between a tile of the shape and one outside, each with the shape on its left. From each corner there are at
/// most two.
fn borders(tiles: &BTreeSet<Corner>) -> BTreeMap<Corner, Vec<Corner>> {
	let mut edges = BTreeMap::<Corner, Vec<Corner>>::new();
	for (row, column) in tiles.iter().copied() {
		let (south, north) = (row, row.saturating_add(1));
		let (west, east) = (column, column.saturating_add(1));
		let sides = [
			((row.saturating_sub(1), column), (south, west), (south, east)),
			((row, east), (south, east), (north, east)),
			((north, column), (north, east), (north, west)),
			((row, column.saturating_sub(1)), (north, west), (south, west)),
		];
		for (beyond, from, to) in sides {
			if !tiles.contains(&beyond) {
				edges.entry(from).or_default().push(to);
			}
		}
	}
	edges
}

/// Follows the edges from `start` until they close, and takes them away.
fn walk(edges: &mut BTreeMap<Corner, Vec<Corner>>, start: Corner) -> Vec<Corner> {
	let mut ring = Vec::new();
	let mut at = start;
	let mut heading = None;
	loop {
		let Some(next) = take_edge(edges, at, heading) else { break };
		let new = direction(at, next);
		if heading != Some(new) {
			ring.push(at);
		}
		heading = Some(new);
		at = next;
		if at == start {
			break;
		}
	}
	if let Some(first) = ring.first().copied() {
		ring.push(first);
	}
	ring
}

/// Takes an edge that leaves `from`. Where two do, the one that turns left: so rings do not cross themselves.
fn take_edge(
	edges: &mut BTreeMap<Corner, Vec<Corner>>,
	from: Corner,
	heading: Option<Corner>,
) -> Option<Corner> {
	let ends = edges.get_mut(&from)?;
	let left = heading.map(|(row, column)| (column, row.saturating_neg()));
	let turn = ends.iter().position(|to| Some(direction(from, *to)) == left).unwrap_or_default();
	let to = (turn < ends.len()).then(|| ends.remove(turn));
	if ends.is_empty() {
		edges.remove(&from);
	}
	to
}

/// Where an edge leads: rows and columns, each -1, 0 or 1.
fn direction(from: Corner, to: Corner) -> Corner {
	(to.0.saturating_sub(from.0), to.1.saturating_sub(from.1))
}

/// The point at a corner of tiles.
fn point((row, column): Corner) -> Point {
	let at = |number: i64, limit: i32| number.saturating_mul(1_024).saturating_sub(i64::from(limit));
	Point {
		// The northernmost tiles are half as high as the others.
		lat: i32::try_from(at(row, POLE).min(i64::from(POLE))).unwrap_or(POLE),
		lon: i32::try_from(at(column, ANTIMERIDIAN)).unwrap_or(i32::MAX),
	}
}
