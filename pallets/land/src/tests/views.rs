//! What pages ask, compared with a look at everything.

use crate::{
	grid::{Bounds, Point, ANTIMERIDIAN, POLE},
	mock::*,
	views::{LOOKS, PAGE},
	*,
};
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

fn slow_scan(bounds: Bounds) -> BTreeSet<ParcelId> {
	Parcels::<Test>::iter()
		.filter(|(_, parcel)| {
			let Point { lat, lon } = parcel.reference;
			let across = bounds.west > bounds.east;
			let north = lat < bounds.north || (lat == POLE && bounds.north == POLE);
			let east_of_west = lon >= bounds.west;
			let west_of_east = lon < bounds.east;
			lat >= bounds.south
				&& north && if across { east_of_west || west_of_east } else { east_of_west && west_of_east }
		})
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
				let survey = Survey { reference: point(north, east), ..survey_at(tile, 1, 1) };
				// Two may fall on one tile.
				let _ = Land::register(signed(RITA), WALDVIERTEL, survey, None);
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
		assert_ok!(Land::strike(signed(RITA), last));
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
				residence: Some(Residence { parcel: old, notice: None }),
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
