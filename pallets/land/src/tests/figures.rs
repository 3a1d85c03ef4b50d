// SPDX-License-Identifier: Apache-2.0
//! What the census hears of land: no more than is true.

use crate::{latitude::tile_area, mock::*, *};
use civitas_primitives::{Extent, Footprints, Titles};
use frame_support::assert_ok;

/// A registrar could enter parcels that nobody had accepted, and the census counted them.
#[test]
fn only_held_land_counts_as_the_states() {
	build_and_execute(|| {
		let extent = |parcels: u32| Extent { parcels, area: u64::from(parcels) * 80, floor: 0 };
		file(0, Designation::Common);
		register(1, None);
		for east in [2, 3] {
			register(east, Some(HUGO));
		}
		for east in [4, 5, 6] {
			held(east, HUGO);
		}
		let park = file(7, Designation::Public);
		in_effect(park);
		let expected = Footprint {
			filed: extent(1),
			common: extent(1),
			assigned: extent(2),
			held: extent(3),
			public: extent(1),
			valuation: 0,
			residents: 0,
		};
		assert_eq!(Land::total(), expected);
		for cell in Land::cells_at(corner(zwettl(0, 0))) {
			assert_eq!(Land::cell_footprint(cell), expected);
		}
	});
}

/// A valuation was read at one moment that everybody knew.
#[test]
fn a_valuation_of_one_block_is_one_blocks_worth_in_the_seasons_mean() {
	build_and_execute(|| {
		let house = held(0, HUGO);
		turn();
		assert_eq!(Land::mean_valuation(), 0);
		Land::revalued(house, 0, 100);
		wait(SEASON - 1);
		assert_eq!(Land::mean_valuation(), 100);
		// For the season's last block it is worth a million.
		Land::revalued(house, 100, 1_000_100);
		wait(1);
		assert_eq!(Land::total().valuation, 1_000_100);
		assert_eq!(Land::mean_valuation(), 100 + 1_000_000 / u128::from(SEASON));
		turn();
		Land::revalued(house, 1_000_100, 100);
		assert_eq!(Land::mean_valuation(), 100, "nothing has lasted yet");
		wait(7);
		assert_eq!(Land::mean_valuation(), 100, "and nothing is left of it");
	});
}

#[test]
fn the_mean_is_that_of_every_block() {
	build_and_execute(|| {
		let houses = [held(0, HUGO), held(1, HUGO)];
		turn();
		let (mut sum, mut blocks) = (0u128, 0u128);
		for step in 1..200u64 {
			let house = houses[(step % 2) as usize];
			let old = Parcels::<Test>::get(house).expect("it is held").valuation;
			Land::revalued(house, old, u128::from(step * step % 977));
			for _ in 0..step % 5 {
				wait(1);
				sum += Land::total().valuation;
				blocks += 1;
			}
		}
		assert_eq!(Land::mean_valuation(), sum / blocks);
	});
}

#[test]
fn the_largest_valuations_do_not_overflow_the_mean() {
	build_and_execute(|| {
		let house = held(0, HUGO);
		turn();
		Land::revalued(house, 0, u128::MAX);
		wait(u64::from(u32::MAX));
		assert_eq!(Land::mean_valuation(), MAX_VALUATION);
	});
}

/// The dormant and the dead were residents until a registrar evicted them.
#[test]
fn a_resident_who_does_not_attest_for_a_full_season_counts_no_more() {
	build_and_execute(|| {
		let house = held(0, HUGO);
		assert_ok!(Land::reside(citizen(ADA), house));
		assert_ok!(Land::confirm(signed(HUGO), ADA, house));
		turn();
		assert_eq!(Land::total().residents, 1, "seen in the season before");
		assert_ok!(Land::do_try_state());
		turn();
		assert_eq!(Land::total().residents, 0);
		assert_eq!(Land::parcel_info(house).map(|info| info.residents), Some(0));
		assert_ok!(Land::do_try_state());
		attest(ADA);
		assert_eq!(Land::total().residents, 1, "back again");
		attest(ADA);
		assert_eq!(Land::total().residents, 1, "counted once");
	});
}

#[test]
fn a_tile_holds_what_the_ellipsoid_says_and_the_table_is_made_by_its_formula() {
	let area = |degrees: f64| {
		let p = degrees.to_radians();
		let lat = 111_132.954 - 559.822 * (2.0 * p).cos() + 1.175 * (4.0 * p).cos();
		let lon = 111_412.84 * p.cos() - 93.5 * (3.0 * p).cos() + 0.118 * (5.0 * p).cos();
		lat * lon * 1024e-7 * 1024e-7
	};
	for (degree, most) in TILE_AREAS.iter().enumerate() {
		assert_eq!(*most, area(degree as f64).ceil() as u32, "at {degree} degrees");
		for south in [1, -1].map(|sign| sign * degree as i64 * 10_000_000) {
			let north = if south < 0 { south } else { south + 1_024 };
			let south = if south < 0 { south - 1_024 } else { south };
			assert_eq!(tile_area(south, north), *most);
		}
	}
	assert_eq!(tile_area(-512, 512), 130, "a tile on the equator");
	assert_eq!(tile_area(899_999_744, 900_000_768), 3, "the northernmost tile");
	// No tile of the band holds more than its entry, and the entry is at most a degree's width too large.
	for tenth in 0..895 {
		let degrees = f64::from(tenth) / 10.0;
		let most = f64::from(tile_area((degrees * 1e7) as i64, (degrees * 1e7) as i64 + 1_024));
		assert!(area(degrees) <= most && most <= area((degrees - 1.0).max(0.0)) + 1.0, "{degrees}");
	}
}
