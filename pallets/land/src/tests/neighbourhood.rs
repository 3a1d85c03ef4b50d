// SPDX-License-Identifier: Apache-2.0
//! Whose residents vote about a parcel.

use crate::{
	grid::{Cell, Point},
	mock::*,
	*,
};
use civitas_primitives::Neighbourhood;

/// The cell of `scale`, some of the finest cells north and east of a parcel's own.
fn cell_from(parcel: ParcelId, north: i32, east: i32, scale: u8) -> CellId {
	let reference = Parcels::<Test>::get(parcel).expect("the test names a parcel").reference;
	let moved = Point { lat: reference.lat + north * 32_768, lon: reference.lon + east * 32_768 };
	moved.cell(scale).expect("it is on the earth").id()
}

#[test]
fn nine_cells_vote_about_a_parcel_and_the_sixteen_around_them_do_not() {
	build_and_execute(|| {
		let parcel = register(0, None);
		for north in -2..=2i32 {
			for east in -2..=2i32 {
				let near = north.abs() <= 1 && east.abs() <= 1;
				let cell = cell_from(parcel, north, east, 0);
				assert_eq!(Land::is_near(parcel, cell), Some(near), "{north}, {east}");
				assert_eq!(Land::neighbourhood(parcel).contains(&cell), near);
			}
		}
	});
}

/// Fifteen puppets in a field at the edge of town voted about 43 km², the town included.
#[test]
fn who_sits_with_a_coarser_cell_votes_about_what_is_near_a_cell_that_was_too_small() {
	build_and_execute(|| {
		let parcel = register(0, None);
		for scale in 1..grid::SCALES {
			let own = cell_from(parcel, 0, 0, 0);
			let coarse = cell_from(parcel, 0, 0, scale);
			// A town: its residents and its neighbours' sit in rings of their own cells.
			assert_eq!(Land::is_near(parcel, coarse), Some(false), "the town has its own voice");
			// A village: the parcel's cell is too small.
			Seats::insert(own, Some(coarse));
			assert_eq!(Land::is_near(parcel, coarse), Some(true));
			// Nobody lives there: nobody there has to be hidden among others.
			Seats::insert(own, None::<CellId>);
			assert_eq!(Land::is_near(parcel, coarse), Some(false));
			Seats::remove(own);
			// A hamlet next to the town votes about what it is near.
			for (north, east) in [(-1, -1), (-1, 1), (1, -1), (1, 1)] {
				let near = cell_from(parcel, north, east, 0);
				let sits = cell_from(parcel, north, east, scale);
				Seats::insert(near, Some(sits));
				assert_eq!(Land::is_near(parcel, sits), Some(true));
				Seats::remove(near);
			}
			// One farther off does not, though the coarser cell reaches the town.
			let field = cell_from(parcel, 2, 0, 0);
			Seats::insert(field, Some(coarse));
			assert_eq!(Land::is_near(parcel, coarse), Some(false));
			Seats::remove(field);
		}
	});
}

#[test]
fn neighbours_meet_across_the_antimeridian() {
	build_and_execute(|| {
		// Two houses on Taveuni, on either side of 180°.
		let east = Point { lat: -168_500_000, lon: 1_799_999_500 }.tile().expect("it is on the earth");
		let west = Point { lat: -168_500_000, lon: -1_799_999_500 }.tile().expect("it is on the earth");
		for tile in [east, west] {
			Land::register(signed(SAM), SUVA, survey_at(tile, 1, 1), Designation::Common)
				.expect("the tile is free");
		}
		assert_eq!(Land::is_near(0, cell_of(1)), Some(true));
		assert_eq!(Land::is_near(1, cell_of(0)), Some(true));
		assert_ne!(cell_of(0), cell_of(1));
	});
}

#[test]
fn no_parcel_has_no_neighbourhood_and_no_cell_is_near_nothing() {
	build_and_execute(|| {
		assert_eq!(Land::is_near(0, 0), None);
		let parcel = register(0, None);
		assert_eq!(Land::is_near(parcel, u64::MAX), Some(false));
		assert_eq!(Cell::from_id(u64::MAX), None);
	});
}
