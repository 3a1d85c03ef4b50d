// SPDX-License-Identifier: Apache-2.0
//! Units, and parcels that are corrected, divided and joined.

use crate::{grid::Tile, mock::*, *};
use civitas_primitives::{Extent, Footprints, Titles};
use frame_support::{assert_noop, assert_ok, BoundedVec};

fn enact(parcel: ParcelId) -> DispatchResult {
	Land::enact(signed(HUGO), parcel).map(|_| ()).map_err(|failed| failed.error)
}

/// Rita files a change, its holder agrees, and the notice ends.
fn agreed(parcel: ParcelId, change: ChangeOf<Test>) -> DispatchResult {
	Land::file(signed(RITA), parcel, change.clone())?;
	let hash = change_hash(&change);
	if let Some(holder) = Land::holder(parcel) {
		Land::agree(signed(holder), parcel, hash)?;
	}
	wait(PUBLIC_NOTICE);
	enact(parcel)
}

/// A lot of four tiles in a row that Hugo holds.
fn lot() -> ParcelId {
	let id = NextParcelId::<Test>::get();
	let survey = survey_at(zwettl(0, 0), 1, 4);
	assert_ok!(Land::register(signed(RITA), WALDVIERTEL, survey, Designation::Assigned(HUGO)));
	in_effect(id);
	assert_ok!(Land::pass(id, Some(HUGO)));
	Land::revalued(id, 0, 1_001);
	id
}

fn divide(parts: Vec<Survey>) -> ChangeOf<Test> {
	Change::Divide(BoundedVec::truncate_from(parts))
}

fn valuation(parcel: ParcelId) -> u128 {
	Parcels::<Test>::get(parcel).expect("the test names a parcel").valuation
}

/// Only one parcel fitted on a tile, so no two flats could be parcels.
#[test]
fn flats_lie_over_each_other_and_do_not_overlap() {
	build_and_execute(|| {
		let flat = |unit| Survey { unit, ..survey_at(zwettl(0, 0), 1, 1) };
		for unit in [GROUND, 1, 2] {
			assert_ok!(Land::register(signed(RITA), WALDVIERTEL, flat(unit), Designation::Assigned(HUGO)));
			in_effect(unit.into());
			assert_ok!(Land::pass(unit.into(), Some(HUGO)));
		}
		assert_noop!(
			Land::register(signed(RITA), WALDVIERTEL, flat(2), Designation::Public),
			Error::<Test>::TileTaken
		);
		// Two flats are homes, but no land.
		assert_eq!(Land::total().held, Extent { parcels: 3, area: 80, floor: 160 });
		assert_eq!(Land::parcel_on(zwettl(0, 0)), Some(0), "the ground");
		let mut units = Land::units_on(zwettl(0, 0), None, 10);
		units.sort_unstable();
		assert_eq!(units, [(0, 0), (1, 1), (2, 2)]);
	});
}

#[test]
fn a_lot_is_divided_and_its_valuation_with_it() {
	build_and_execute(|| {
		let lot = lot();
		assert_ok!(Land::reside(citizen(ADA), lot));
		assert_ok!(Land::confirm(signed(HUGO), ADA, lot));
		let parts = vec![survey_at(zwettl(0, 0), 1, 1), survey_at(zwettl(0, 1), 1, 3)];
		assert_ok!(agreed(lot, divide(parts)));
		System::assert_last_event(Event::Divided { parcel: 0, parts: vec![0, 1] }.into());
		assert_eq!((Land::holder(0), Land::holder(1)), (Some(HUGO), Some(HUGO)));
		assert_eq!((valuation(0), valuation(1)), (251, 750));
		assert_eq!(Land::total().held, Extent { parcels: 2, area: 320, floor: 0 });
		assert_eq!(Land::total().valuation, 1_001);
		assert_eq!(Land::parcel_on(zwettl(0, 3)), Some(1));
		assert_eq!(Residences::<Test>::get(ADA).map(|it| it.parcel), Some(0), "she lives on the first part");
	});
}

#[test]
fn parts_make_up_the_whole_and_nothing_else() {
	build_and_execute(|| {
		let lot = lot();
		let at = |east, columns| survey_at(zwettl(0, east), 1, columns);
		let refused = |parts: Vec<Survey>| Land::file(signed(RITA), lot, divide(parts)).expect_err("refused");
		assert_eq!(refused(vec![at(0, 4)]), Error::<Test>::TooFewParts.into());
		for parts in [
			vec![at(0, 2), at(2, 1)],
			vec![at(0, 2), at(2, 3)],
			vec![at(0, 2), at(1, 2)],
			vec![at(0, 2), at(1, 3)],
		] {
			assert_eq!(refused(parts), Error::<Test>::OtherTiles.into());
		}
		let more = Survey { area: 161, ..at(0, 2) };
		assert_eq!(refused(vec![more, at(2, 2)]), Error::<Test>::OtherArea.into());
		let flat = Survey { unit: 1, ..at(0, 2) };
		assert_eq!(refused(vec![flat, at(2, 2)]), Error::<Test>::OtherUnit.into());
		// What is for sale is not divided.
		let common = register(9, None);
		assert_noop!(
			Land::file(signed(RITA), common, divide(vec![at(9, 1), at(10, 1)])),
			Error::<Test>::NotInEffect
		);
		// There must be room in the register.
		assert_ok!(Land::set_parcel_limit(RuntimeOrigin::root(), WALDVIERTEL, 2));
		let change = divide(vec![at(0, 2), at(2, 2)]);
		assert_noop!(
			frame_support::storage::with_storage_layer(|| agreed(lot, change)),
			Error::<Test>::TooManyParcels
		);
	});
}

#[test]
fn neighbouring_lots_of_one_holder_are_joined() {
	build_and_execute(|| {
		let (one, two) = (held(0, HUGO), held(1, HUGO));
		Land::revalued(one, 0, 300);
		Land::revalued(two, 0, 55);
		let survey = survey_at(zwettl(0, 0), 1, 2);
		assert_ok!(agreed(one, Change::Join { other: two, survey }));
		System::assert_has_event(Event::Joined { parcel: one, other: two }.into());
		assert_eq!(valuation(one), 355);
		assert_eq!(Land::total().held, Extent { parcels: 1, area: 160, floor: 0 });
		assert_eq!(Land::parcel_on(zwettl(0, 1)), Some(one));
		assert_eq!(Land::parcel_info(two), None);
		assert!(Land::parcels_of(&HUGO, None, 9).iter().all(|info| info.id == one));
	});
}

#[test]
fn only_what_is_alike_is_joined() {
	build_and_execute(|| {
		let (hugos, iness, lived_on) = (held(0, HUGO), held(1, INES), held(2, HUGO));
		let survey = survey_at(zwettl(0, 0), 1, 2);
		let join = |other| Land::file(signed(RITA), hugos, Change::Join { other, survey: survey.clone() });
		for other in [iness, hugos] {
			assert_noop!(join(other), Error::<Test>::NotAlike);
		}
		assert_noop!(join(77), Error::<Test>::UnknownParcel);
		assert_ok!(Land::reside(citizen(ADA), lived_on));
		assert_ok!(Land::confirm(signed(HUGO), ADA, lived_on));
		assert_noop!(join(lived_on), Error::<Test>::StillInhabited);
		assert_ok!(Land::move_out(citizen(ADA)));
		assert_noop!(join(lived_on), Error::<Test>::OtherTiles);
		assert_ok!(Land::file(signed(RITA), lived_on, Change::Resurvey(survey_at(zwettl(0, 2), 1, 1))));
		assert_noop!(join(lived_on), Error::<Test>::AlreadyFiled);
	});
}

#[test]
fn a_home_that_is_surveyed_again_stays_in_its_cell() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		Land::revalued(parcel, 0, 40);
		assert_ok!(Land::reside(citizen(ADA), parcel));
		assert_ok!(Land::confirm(signed(HUGO), ADA, parcel));
		let old = cell_of(parcel);
		let afar = survey_at(zwettl(0, 40), 1, 1);
		let refused =
			frame_support::storage::with_storage_layer(|| agreed(parcel, Change::Resurvey(afar.clone())));
		assert_eq!(refused, Err(Error::<Test>::OtherCell.into()));
		assert_ok!(Land::move_out(citizen(ADA)));
		assert_ok!(agreed(parcel, Change::Resurvey(afar)));
		assert_ne!(cell_of(parcel), old);
		assert_eq!(Land::cell_footprint(old), Footprint::default());
		assert_eq!(Land::cell_footprint(cell_of(parcel)).valuation, 40, "it has taken its figures along");
	});
}

#[test]
fn a_survey_that_overlaps_when_its_notice_is_over_is_refused() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		let wide = survey_at(zwettl(0, 0), 1, 2);
		assert_ok!(Land::file(signed(RITA), parcel, Change::Resurvey(wide)));
		register(1, None);
		let hash = change_hash(&Filings::<Test>::get(parcel).expect("it is filed").change);
		assert_ok!(Land::agree(signed(HUGO), parcel, hash));
		wait(PUBLIC_NOTICE);
		assert_noop!(enact(parcel), Error::<Test>::TileTaken);
		assert_eq!(Land::parcel_on(Tile { ..zwettl(0, 0) }), Some(parcel));
	});
}
