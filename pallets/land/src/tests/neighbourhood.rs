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

#[test]
fn who_sits_with_a_coarser_cell_votes_about_what_it_meets() {
	build_and_execute(|| {
		let parcel = register(0, None);
		for scale in 1..grid::SCALES {
			assert_eq!(Land::is_near(parcel, cell_from(parcel, 0, 0, scale)), Some(true));
			// The coarser cell of a finest cell that touches the parcel's is near as well, wherever its edge runs.
			for (north, east) in [(-1, -1), (-1, 1), (1, -1), (1, 1)] {
				assert_eq!(Land::is_near(parcel, cell_from(parcel, north, east, scale)), Some(true));
			}
			let far = 2 * (1 << (2 * scale)) + 2;
			assert_eq!(Land::is_near(parcel, cell_from(parcel, far, 0, scale)), Some(false));
			assert_eq!(Land::is_near(parcel, cell_from(parcel, 0, -far, scale)), Some(false));
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
			Land::register(signed(SAM), SUVA, survey_at(tile, 1, 1), None).expect("the tile is free");
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
