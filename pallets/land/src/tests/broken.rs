// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices when it is broken.

use crate::{grid::Tile, mock::*, *};
use civitas_primitives::Titles;
use frame_support::assert_ok;

#[test]
fn each_broken_invariant_is_named() {
	let broken = |expected: &str, breaks: &dyn Fn()| {
		build().execute_with(|| {
			let parcel = held(0, HUGO);
			register(1, Some(INES));
			register(40, None);
			assert_ok!(Land::reside(citizen(ADA), parcel));
			assert_ok!(Land::confirm(signed(HUGO), ADA, parcel));
			assert_ok!(Land::reside(citizen(BEN), parcel));
			file(50, Designation::Public);
			assert_ok!(Land::challenge(signed(INES), 3, Default::default()));
			assert_ok!(Land::do_try_state());
			breaks();
			let found = Land::do_try_state().expect_err("the invariant is broken");
			assert_eq!(
				found,
				sp_runtime::TryRuntimeError::Other(Box::leak(expected.to_string().into_boxed_str()))
			);
		});
	};
	let change = |id: ParcelId, change: fn(&mut ParcelOf<Test>)| Parcels::<Test>::mutate_extant(id, change);
	broken("I1: a shape is no parcel's", &|| {
		let shape = Shapes::<Test>::get(0);
		Shapes::<Test>::insert(77, shape);
	});
	broken("I1: parcels overlap", &|| Shapes::<Test>::insert(1, Shapes::<Test>::get(0)));
	broken("I1: tiles are not their parcels'", &|| Tiles::<Test>::insert(zwettl(0, 0), GROUND, 1));
	broken("I1: tiles are not their parcels'", &|| Tiles::<Test>::insert(zwettl(0, 0), 7, 1));
	broken("I1: tiles are not their parcels'", &|| change(0, |parcel| parcel.unit = 7));
	broken("I1: tiles are not their parcels'", &|| {
		Tiles::<Test>::insert(Tile { row: 0, column: 0 }, GROUND, 0)
	});
	broken("I2: a reference point is off the grid", &|| {
		change(0, |parcel| parcel.reference.lat = i32::MAX);
	});
	broken("I2: a reference point is not on its parcel", &|| {
		change(0, |parcel| parcel.reference.lat += 1_024);
	});
	broken("I2: a parcel's cell is none", &|| change(0, |parcel| parcel.cell = u64::MAX));
	broken("I2: a parcel's cell is another", &|| change(0, |parcel| parcel.cell += 1));
	broken("I2: a parcel is too large", &|| {
		let far = Tile { row: 5, column: 5 };
		let mut shape = Shapes::<Test>::get(0);
		shape.try_extend(survey_at(far, 1, 1).shape.into_iter()).expect("there is room");
		Shapes::<Test>::insert(0, shape);
		Tiles::<Test>::insert(far, GROUND, 0);
	});
	broken("I3: holdings are off", &|| Holdings::<Test>::insert(INES, 1, ()));
	broken("I3: holdings are off", &|| Holdings::<Test>::remove(HUGO, 0));
	broken("I3: assignments are off", &|| Assignments::<Test>::remove(INES, 1));
	broken("I3: locations are off", &|| Locations::<Test>::remove(cell_of(0), 0));
	broken("I3: registers are off", &|| Registers::<Test>::insert(SUVA, 0, ()));
	broken("I4: a parcel that nobody holds has a valuation", &|| Land::revalued(1, 0, 5));
	broken("I4: a cell's footprint is off", &|| CellTallies::<Test>::insert(7, Tally::default()));
	broken("I4: a cell's footprint is off", &|| {
		CellTallies::<Test>::mutate_extant(cell_of(0), |tally| tally.held.floor += 1);
	});
	broken("I4: a territory's footprint is off", &|| {
		Territories::<Test>::mutate_extant(WALDVIERTEL, |record| record.tally.held.area += 1);
	});
	broken("I4: the footprint is off", &|| Total::<Test>::mutate(|total| total.valuation += 1));
	broken("I5: a resident is no citizen", &|| {
		Residences::<Test>::insert(99, Residence { parcel: 0, since: 1, seen: 0, notice: None });
	});
	broken("I5: a resident awaits what they have", &|| Declarations::<Test>::insert(ADA, 0));
	broken("I5: a declaration is no citizen's", &|| Declarations::<Test>::insert(99, 0));
	broken("I5: a parcel's residents are miscounted", &|| Residences::<Test>::remove(ADA));
	broken("I5: a resident was seen in the future", &|| {
		Residences::<Test>::mutate_extant(ADA, |residence| residence.seen = 1);
	});
	broken("I5: inhabitants are off", &|| Inhabitants::<Test>::insert(1, ADA, ()));
	broken("I5: declarants are off", &|| Declarants::<Test>::remove(0, BEN));
	broken("I5: somebody lives on no parcel", &|| {
		Residences::<Test>::insert(BEN, Residence { parcel: 77, since: 1, seen: 0, notice: None });
	});
	broken("I6: a territory's number has not been given", &|| NextTerritoryId::<Test>::put(1));
	broken("I6: a parcel's number has not been given", &|| NextParcelId::<Test>::put(2));
	broken("I7: a filing is no parcel's", &|| {
		let filing = Filings::<Test>::get(3).expect("it is filed");
		Filings::<Test>::insert(77, filing);
	});
	broken("I7: a parcel waits for nothing", &|| Filings::<Test>::remove(3));
	broken("I7: a description is no parcel's", &|| {
		Descriptions::<Test>::insert(77, Description::default());
	});
	broken("I8: bonds are off", &|| {
		Filings::<Test>::mutate_extant(3, |filing| filing.challenge.as_mut().expect("it is").bond += 1);
	});
}
