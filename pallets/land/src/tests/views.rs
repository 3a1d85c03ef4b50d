// SPDX-License-Identifier: Apache-2.0
//! What pages ask, compared with a look at everything.

use crate::{
	grid::{Bounds, Cell, Point, Tile, ANTIMERIDIAN, POLE},
	mock::*,
	views::{LOOKS, PAGE},
	*,
};
use civitas_primitives::Titles;
use frame_support::assert_ok;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Asks for page after page. Returns the parcels, and how many pages there were.
fn pages(bounds: Bounds, limit: u32) -> (Vec<ParcelId>, u32) {
	let mut ids = vec![];
	let mut from = None;
	for asked in 1.. {
		let found = Land::parcels_within(bounds, from, limit);
		assert!(found.parcels.len() <= limit.clamp(1, PAGE) as usize);
		ids.extend(found.parcels.iter().map(|info| info.id));
		if found.next.is_none() {
			return (ids, asked);
		}
		assert_ne!(found.next, from, "the search gets on");
		from = found.next;
	}
	unreachable!("the search ends")
}

/// The parcels with a tile of which some point lies in the box, tile by tile.
fn slow_scan(bounds: Bounds) -> BTreeSet<ParcelId> {
	let meets = |tile: Tile| {
		let Point { lat, lon } = corner(tile);
		let (south, west) = (i64::from(lat), i64::from(lon));
		let rows = i64::from(bounds.south) < south + 1_024 && south < i64::from(bounds.north);
		let ranges = if bounds.west > bounds.east {
			vec![(bounds.west, ANTIMERIDIAN), (-ANTIMERIDIAN, bounds.east)]
		} else {
			vec![(bounds.west, bounds.east)]
		};
		let columns = ranges
			.into_iter()
			.any(|(from, to)| from < to && i64::from(from) < west + 1_024 && west < i64::from(to));
		rows && columns
	};
	Shapes::<Test>::iter()
		.filter(|(_, shape)| shape.iter().flat_map(|rectangle| rectangle.tiles()).any(meets))
		.map(|(id, _)| id)
		.collect()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Page after page, a box shows each parcel in it once, wherever it lies and however long the pages are.
	#[test]
	fn a_box_in_pages_equals_a_slow_scan(
		at_seam in any::<bool>(),
		places in prop::collection::vec((0..120i64, 0..120i64), 1..60),
		corner in (-60..120i64, -60..120i64),
		size in (0..140i64, 0..140i64),
		limit in 0..9u32,
	) {
		build().execute_with(|| {
			let (south, west) = if at_seam { (-168_500_000, ANTIMERIDIAN as i64 - 60 * 1_024) } else { (486_070_000, 151_670_000) };
			let point = |north: i64, east: i64| {
				let lon = (west + east * 1_024 + 1_800_000_000).rem_euclid(3_600_000_000) - 1_800_000_000;
				Point { lat: (south + north * 1_024) as i32, lon: lon as i32 }
			};
			for (north, east) in places {
				let tile = point(north, east).tile().unwrap();
				let (rows, columns) = (1 + (north % 4) as u8, 1 + (east % 5) as u8);
				let survey = Survey { reference: point(north, east), ..survey_at(tile, rows, columns) };
				// Two may overlap.
				let _ = Land::register(signed(RITA), WALDVIERTEL, survey, Designation::Common);
			}
			let (low, high) = (point(corner.0, corner.1), point(corner.0 + size.0, corner.1 + size.1));
			let bounds = Bounds { south: low.lat, west: low.lon, north: high.lat, east: high.lon };
			let (ids, _) = pages(bounds, limit);
			let distinct = ids.iter().copied().collect::<BTreeSet<_>>();
			prop_assert_eq!(distinct.len(), ids.len());
			prop_assert_eq!(distinct, slow_scan(bounds));
			Ok(())
		})?;
	}
}

#[test]
fn a_page_looks_at_so_many_cells_and_no_more() {
	build_and_execute(|| {
		let parcel = register(0, None);
		let Point { lat, lon } = Parcels::<Test>::get(parcel).expect("it is registered").reference;
		// 101 rows of 101 cells.
		let reach = 50 * 32_768;
		let bounds = Bounds { south: lat - reach, west: lon - reach, north: lat + reach, east: lon + reach };
		let first = Land::parcels_within(bounds, None, PAGE);
		assert!(first.parcels.is_empty());
		assert_eq!(first.next, Some(Cursor { cells: LOOKS.into(), parcel: None }));
		let (ids, asked) = pages(bounds, PAGE);
		assert_eq!(ids, [parcel]);
		assert_eq!(asked, 3);
	});
}

#[test]
fn a_crowded_cell_takes_several_pages_and_a_parcel_struck_between_them_confuses_nobody() {
	build_and_execute(|| {
		let all = (0..10).map(|east| register(east, Some(HUGO))).collect::<BTreeSet<_>>();
		let earth = Bounds { south: 480_000_000, west: 150_000_000, north: 490_000_000, east: 160_000_000 };
		let near = Bounds { south: 486_000_000, west: 151_000_000, north: 487_000_000, east: 153_000_000 };
		assert_eq!(slow_scan(earth), all);
		let first = Land::parcels_within(near, None, 4);
		let last = first.parcels.last().expect("the page is full").id;
		assert_ok!(Land::rectify(RuntimeOrigin::root(), last, Change::Strike));
		let second = Land::parcels_within(near, first.next, 100);
		let seen = first.parcels.iter().chain(&second.parcels).map(|info| info.id).collect::<BTreeSet<_>>();
		assert_eq!(seen, all);
		assert_eq!((first.parcels.len(), second.parcels.len()), (4, 6));
	});
}

#[test]
fn a_cursor_that_was_never_given_finds_nothing_and_breaks_nothing() {
	build_and_execute(|| {
		register(0, None);
		let bounds = Bounds { south: 486_000_000, west: 151_000_000, north: 487_000_000, east: 153_000_000 };
		let from = |cells, parcel| Land::parcels_within(bounds, Some(Cursor { cells, parcel }), 10);
		assert_eq!(from(u64::MAX, None), Found { parcels: vec![], next: None });
		assert_eq!(from(u64::MAX, Some(7)).parcels, vec![]);
		let (whole, _) = pages(bounds, 10);
		assert_eq!(whole, [0]);
	});
}

#[test]
fn a_holders_parcels_are_listed_in_pages() {
	build_and_execute(|| {
		let hugos = (0..7).map(|east| held(east, HUGO)).collect::<BTreeSet<_>>();
		held(50, INES);
		let mut seen = BTreeSet::new();
		let mut after = None;
		loop {
			let page = Land::parcels_of(&HUGO, after, 3);
			assert!(page.len() <= 3);
			let Some(last) = page.last() else { break };
			after = Some(last.id);
			assert!(page.iter().all(|info| info.parcel.title == Title::Held(HUGO)));
			seen.extend(page.into_iter().map(|info| info.id));
		}
		assert_eq!(seen, hugos);
		assert!(Land::parcels_of(&SAM, None, 3).is_empty());
		assert!(Land::parcels_of(&HUGO, None, 0).is_empty());
	});
}

#[test]
fn a_parcel_is_found_by_its_number_its_tile_and_any_point_of_it() {
	build_and_execute(|| {
		let id = held(0, HUGO);
		let info = Land::parcel_info(id).expect("it is registered");
		assert_eq!((info.id, info.capacity), (id, 2));
		assert_eq!(info.shape.len(), 1);
		let tile = zwettl(0, 0);
		assert_eq!(Land::parcel_on(tile), Some(id));
		let Point { lat, lon } = corner(tile);
		for (north, east, found) in
			[(0, 0, Some(id)), (1_023, 1_023, Some(id)), (1_024, 0, None), (0, -1, None)]
		{
			assert_eq!(Land::parcel_at(Point { lat: lat + north, lon: lon + east }), found);
		}
		assert_eq!(Land::parcel_at(Point { lat: POLE + 1, lon: 0 }), None);
		assert_eq!(Land::parcel_info(77), None);
	});
}

#[test]
fn a_citizens_page_says_where_they_live_and_want_to_live() {
	build_and_execute(|| {
		FreeActs::set(5);
		let (old, new) = (held(0, HUGO), held(1, HUGO));
		assert_ok!(Land::reside(citizen(ADA), old));
		assert_ok!(Land::confirm(signed(HUGO), ADA, old));
		assert_ok!(Land::reside(citizen(ADA), new));
		assert_eq!(
			Land::residence_info(ADA),
			Some(ResidenceInfo {
				residence: Some(Residence { parcel: old, since: 1, seen: 0, notice: None }),
				cell: Some(cell_of(old)),
				declared: Some(new),
				free_acts_left: 3,
			})
		);
		assert_eq!(Land::residence_info(BEN).map(|info| info.residence), Some(None));
		assert_eq!(Land::residence_info(99), None);
	});
}

#[test]
fn territories_are_listed_in_pages() {
	build_and_execute(|| {
		let ids =
			|from, limit| Land::territories(from, limit).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
		assert_eq!(ids(0, 10), [WALDVIERTEL, SUVA]);
		assert_eq!(ids(0, 1), [WALDVIERTEL]);
		assert_eq!(ids(1, u32::MAX), [SUVA]);
		assert!(ids(2, 10).is_empty() && ids(u32::MAX, u32::MAX).is_empty());
	});
}

#[test]
fn a_point_lies_in_a_cell_of_each_scale() {
	build_and_execute(|| {
		let point = Point { lat: 486_070_000, lon: 151_670_000 };
		let cells = Land::cells_at(point);
		assert_eq!(cells.len(), 3);
		for cell in cells {
			assert!(Land::cell_bounds(cell).is_some_and(|bounds| bounds.contains(point)));
		}
		assert!(Land::cells_at(Point { lat: POLE + 1, lon: 0 }).is_empty());
		assert_eq!(Land::cell_bounds(u64::MAX), None);
	});
}

/// Asks for page after page of a list. Returns all of it.
fn list<Item, Key: Copy>(
	ask: impl Fn(Option<Key>, u32) -> Vec<Item>,
	key: impl Fn(&Item) -> Key,
) -> Vec<Key> {
	let mut all = vec![];
	loop {
		let page = ask(all.last().copied(), 3);
		assert!(page.len() <= 3);
		if page.is_empty() {
			return all;
		}
		all.extend(page.iter().map(&key));
	}
}

fn sorted<Key: Ord>(mut all: Vec<Key>) -> Vec<Key> {
	all.sort();
	all
}

#[test]
fn parcels_are_listed_by_number_territory_assignee_and_notice() {
	build_and_execute(|| {
		let hugos = (0..7).map(|east| register(east, Some(HUGO))).collect::<Vec<_>>();
		let common = register(20, None);
		let filed = (30..34).map(|east| file(east, Designation::Public)).collect::<Vec<_>>();
		let survey = survey_at(Tile { row: 800_000, column: 5 }, 1, 1);
		assert_ok!(Land::register(signed(SAM), SUVA, survey, Designation::Common));
		let here = [hugos.clone(), vec![common], filed.clone()].concat();

		let numbers =
			|from, limit| Land::parcels(from, limit).into_iter().map(|info| info.id).collect::<Vec<_>>();
		assert_eq!(numbers(2, 4), [2, 3, 4, 5]);
		assert_eq!(numbers(0, u32::MAX), [here.clone(), vec![12]].concat());
		assert!(numbers(13, 10).is_empty() && numbers(u32::MAX, u32::MAX).is_empty());

		let of = |territory| list(|after, n| Land::parcels_in_territory(territory, after, n), |info| info.id);
		assert_eq!(sorted(of(WALDVIERTEL)), here);
		assert_eq!(of(SUVA), [12]);
		assert!(of(9).is_empty());
		let to = |who| list(|after, n| Land::parcels_assigned_to(&who, after, n), |info| info.id);
		assert_eq!(sorted(to(HUGO)), hugos);
		assert!(to(INES).is_empty());
		let notices = list(Land::filings, |(id, _)| *id);
		assert_eq!(sorted(notices), [filed, vec![12]].concat());
	});
}

#[test]
fn a_holder_sees_who_lives_there_and_who_says_so() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		for id in [ADA, BEN, CLEO, DORA] {
			assert_ok!(Land::reside(citizen(id), parcel));
		}
		let declarants = || sorted(list(|after, n| Land::declarants_of(parcel, after, n), |id| *id));
		let residents = || sorted(list(|after, n| Land::residents_of(parcel, after, n), |it| it.citizen));
		assert_eq!((declarants(), residents()), (vec![ADA, BEN, CLEO, DORA], vec![]));
		for id in [ADA, BEN, CLEO, DORA] {
			assert_ok!(Land::confirm(signed(RITA), id, parcel));
		}
		assert_ok!(Land::reside(citizen(ADA), held(1, HUGO)));
		assert_eq!((declarants(), residents()), (vec![], vec![ADA, BEN, CLEO, DORA]));
	});
}

#[test]
fn a_zoomed_out_map_is_one_answer() {
	build_and_execute(|| {
		let parcels = [held(0, HUGO), held(40, HUGO), held(400, INES)];
		Land::revalued(parcels[2], 0, 77);
		let Point { lat, lon } = corner(zwettl(0, 0));
		// 4.6° by 4.6°: a country.
		let country = Bounds {
			south: lat - 23_000_000,
			west: lon - 23_000_000,
			north: lat + 23_000_000,
			east: lon + 23_000_000,
		};
		let all = Land::overview(country, 2, 0);
		assert_eq!(all.next, None);
		let held = all.cells.iter().map(|(_, footprint)| footprint.held.parcels).sum::<u32>();
		assert_eq!(held, 3);
		for (id, footprint) in &all.cells {
			let cell = Cell::from_id(*id).expect("it is a cell");
			assert_eq!(cell.scale(), 2);
			assert_eq!(Land::cell_footprint(*id), *footprint);
		}
		// At a finer scale the same country takes several answers.
		let mut found = 0;
		let mut from = Some(0);
		while let Some(at) = from {
			let page = Land::overview(country, 1, at);
			found += page.cells.iter().map(|(_, footprint)| footprint.valuation).sum::<u128>();
			from = page.next;
			assert!(from.is_none_or(|next| next == at + u64::from(crate::views::OVERVIEW_LOOKS)));
		}
		assert_eq!(found, 77);
		assert!(Land::overview(country, 2, u64::MAX).cells.is_empty());
	});
}

#[test]
fn an_overview_goes_around_the_earth() {
	build_and_execute(|| {
		for column in [3, grid::TILE_COLUMNS - 3] {
			let survey = survey_at(Tile { row: 800_000, column }, 1, 1);
			assert_ok!(Land::register(signed(SAM), SUVA, survey, Designation::Common));
		}
		let seam = Bounds {
			south: -90_000_000,
			west: ANTIMERIDIAN - 100_000,
			north: -70_000_000,
			east: -ANTIMERIDIAN + 100_000,
		};
		for scale in 0..grid::SCALES {
			assert_eq!(Land::overview(seam, scale, 0).cells.len(), 2, "at scale {scale}");
		}
	});
}

#[test]
fn an_outline_is_that_of_the_parcel() {
	build_and_execute(|| {
		let parcel = register(0, None);
		assert_eq!(Land::outline_of(parcel).len(), 1);
		assert_eq!(Land::outline_of(parcel)[0].len(), 5);
		assert!(Land::outline_of(77).is_empty());
	});
}
