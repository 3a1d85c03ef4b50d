//! Territories, parcels and titles.

use crate::{
	grid::{Point, Rectangle, Tile, POLE, TILE_COLUMNS, TILE_ROWS},
	mock::*,
	*,
};
use civitas_primitives::{Extent, Footprints, Titles};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;

fn footprint(territory: TerritoryId) -> Footprint {
	let record = Territories::<Test>::get(territory).expect("the test names a territory");
	record.tally.footprint(CurrentSeason::get())
}

fn try_register(survey: Survey) -> DispatchResult {
	Land::register(signed(RITA), WALDVIERTEL, survey, Designation::Common)
}

fn shape(rectangles: &[(Tile, u8, u8)]) -> Shape {
	let rectangle = |(tile, rows, columns): &(Tile, u8, u8)| Rectangle {
		row: tile.row,
		column: tile.column,
		rows: *rows,
		columns: *columns,
	};
	Shape::truncate_from(rectangles.iter().map(rectangle).collect())
}

#[test]
fn a_state_begins_with_the_territories_of_its_genesis() {
	let first = |name: &str, host: &str| FirstTerritory {
		name: name.into(),
		host: host.into(),
		registrar: SAM,
		parcel_limit: 7,
	};
	let genesis = |territories| GenesisConfig::<Test> { territories };
	sp_io::TestExternalities::default().execute_with(|| {
		genesis(vec![first("Ærø", "DK"), first("Suva", "FJ")]).build();
		assert_eq!(NextTerritoryId::<Test>::get(), 2);
		let suva = Territories::<Test>::get(1).expect("the second territory");
		assert_eq!((suva.name.to_vec(), suva.host), (b"Suva".to_vec(), *b"FJ"));
		assert_eq!((suva.registrar, suva.parcel_limit), (SAM, 7));
		assert_ok!(Land::do_try_state());

		let long = "x".repeat(65);
		for (name, host, error) in [
			("", "DK", Error::<Test>::InvalidName),
			(&long, "DK", Error::<Test>::InvalidName),
			("Ærø", "dk", Error::<Test>::InvalidCountry),
			("Ærø", "DNK", Error::<Test>::InvalidCountry),
		] {
			assert_noop!(Land::found(&genesis(vec![first(name, host)])), error);
		}
	});
}

#[test]
fn a_territory_is_opened_with_its_registrar() {
	build_and_execute(|| {
		let name = Name::truncate_from("Ærø".as_bytes().to_vec());
		let root = RuntimeOrigin::root;
		assert_ok!(Land::open_territory(root(), name.clone(), *b"DK", SAM, 7));
		System::assert_last_event(
			Event::TerritoryOpened {
				territory: 2,
				name: name.clone(),
				host: *b"DK",
				registrar: SAM,
				parcel_limit: 7,
			}
			.into(),
		);
		assert_eq!(
			Territories::<Test>::get(2),
			Some(Territory {
				name: name.clone(),
				host: *b"DK",
				registrar: SAM,
				parcel_limit: 7,
				tally: Tally::default(),
			})
		);
		assert_noop!(
			Land::open_territory(root(), Name::default(), *b"DK", SAM, 7),
			Error::<Test>::InvalidName
		);
		let garbage = Name::truncate_from(vec![0xC3]);
		assert_noop!(Land::open_territory(root(), garbage, *b"DK", SAM, 7), Error::<Test>::InvalidName);
		assert_noop!(
			Land::open_territory(root(), name.clone(), *b"dk", SAM, 7),
			Error::<Test>::InvalidCountry
		);
		NextTerritoryId::<Test>::put(TerritoryId::MAX);
		assert_noop!(Land::open_territory(root(), name, *b"DK", SAM, 7), Error::<Test>::TooManyTerritories);
		assert_noop!(Land::appoint_registrar(root(), 9, SAM), Error::<Test>::UnknownTerritory);
		assert_noop!(Land::set_parcel_limit(root(), 9, 1), Error::<Test>::UnknownTerritory);
	});
}

#[test]
fn what_changes_nothing_says_nothing() {
	build_and_execute(|| {
		assert_ok!(Land::appoint_registrar(RuntimeOrigin::root(), WALDVIERTEL, RITA));
		assert_ok!(Land::set_parcel_limit(RuntimeOrigin::root(), WALDVIERTEL, 1_000));
		assert!(System::events().is_empty());
	});
}

#[test]
fn a_parcel_in_common_ownership_goes_to_auction() {
	build_and_execute(|| {
		let survey = survey_at(zwettl(0, 0), 2, 3);
		assert_ok!(try_register(survey.clone()));
		System::assert_has_event(
			Event::Registered {
				parcel: 0,
				territory: WALDVIERTEL,
				cell: cell_of(0),
				survey,
				title: Title::Filed,
			}
			.into(),
		);
		in_effect(0);
		System::assert_last_event(
			Event::Redesignated { parcel: 0, old: Title::Filed, new: Title::Common }.into(),
		);
		assert_eq!(Auctions::get(), [0]);
		assert_eq!(Land::holder(0), None);
		assert_eq!(Land::assignee(0), None);
		assert_eq!(Land::territory(0), Some(WALDVIERTEL));
		assert_eq!(Tiles::<Test>::iter().count(), 6);
		let common = Extent { parcels: 1, area: 480, floor: 0 };
		let expected = Footprint { common, ..Footprint::default() };
		assert_eq!(footprint(WALDVIERTEL), expected);
		assert_eq!(Land::total(), expected);
		assert_eq!(footprint(SUVA), Footprint::default());
	});
}

#[test]
fn a_parcel_that_cannot_be_auctioned_does_not_take_effect() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		wait(PUBLIC_NOTICE);
		Auctioning::set(false);
		let refused = sp_runtime::DispatchError::Other("no auctions today");
		let failed = Land::enact(signed(HUGO), parcel).expect_err("it cannot be auctioned");
		assert_eq!(failed.error, refused);
		Auctioning::set(true);
	});
}

#[test]
fn an_assigned_parcel_is_nobodys_until_its_holder_accepts() {
	build_and_execute(|| {
		let parcel = register(0, Some(HUGO));
		assert_eq!(Land::assignee(parcel), Some(HUGO));
		assert_eq!(Land::holder(parcel), None);
		assert!(Auctions::get().is_empty());
		assert!(Holdings::<Test>::iter().next().is_none());
		assert!(Assignments::<Test>::contains_key(HUGO, parcel));

		// Hugo was the wrong one. He can accept it until the public notice is over.
		let to_ines = || Change::Designate(Designation::Assigned(INES));
		assert_ok!(Land::file(signed(RITA), parcel, to_ines()));
		assert_eq!(Land::assignee(parcel), Some(HUGO));
		in_effect(parcel);
		assert_eq!(Land::assignee(parcel), Some(INES));
		assert!(!Assignments::<Test>::contains_key(HUGO, parcel));
		assert_noop!(Land::file(signed(RITA), parcel, to_ines()), Error::<Test>::AlreadySo);

		assert_ok!(Land::pass(parcel, Some(INES)));
		System::assert_last_event(Event::TitlePassed { parcel, old: None, new: Some(INES) }.into());
		assert_eq!(Land::assignee(parcel), None);
		assert_eq!(Land::holder(parcel), Some(INES));
		assert!(Holdings::<Test>::contains_key(INES, parcel));
		assert!(Assignments::<Test>::iter().next().is_none());

		// From now on the registrar cannot take it.
		for change in [to_ines(), Change::Designate(Designation::Public), Change::Strike] {
			assert_noop!(Land::file(signed(RITA), parcel, change), Error::<Test>::Held);
		}
	});
}

#[test]
fn an_acceptance_overtakes_a_filing() {
	build_and_execute(|| {
		let parcel = register(0, Some(HUGO));
		assert_ok!(Land::file(signed(RITA), parcel, Change::Designate(Designation::Common)));
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		assert_ok!(Land::pass(parcel, Some(HUGO)));
		System::assert_has_event(Event::FilingEnded { parcel, end: FilingEnd::Overtaken }.into());
		assert_noop!(Land::withdraw_challenge(signed(INES), parcel), Error::<Test>::NotFiled);
		wait(PUBLIC_NOTICE);
		let refused = Land::enact(signed(RITA), parcel).expect_err("there is nothing to enact");
		assert_eq!(refused.error, Error::<Test>::NotFiled.into());
		assert_eq!(Balances::free_balance(INES), WEALTH, "her bond is back");
	});
}

#[test]
fn a_title_passes_on_and_back_to_all() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		assert_ok!(Land::pass(parcel, Some(INES)));
		System::assert_last_event(Event::TitlePassed { parcel, old: Some(HUGO), new: Some(INES) }.into());
		assert_eq!(Holdings::<Test>::iter_keys().collect::<Vec<_>>(), [(INES, parcel)]);
		let events = System::events().len();
		assert_ok!(Land::pass(parcel, Some(INES)));
		assert_eq!(System::events().len(), events, "nothing has happened");
		assert_ok!(Land::pass(parcel, None));
		System::assert_last_event(Event::TitlePassed { parcel, old: Some(INES), new: None }.into());
		assert_eq!(Land::holder(parcel), None);
		assert_eq!(Holdings::<Test>::iter().count(), 0);
		assert_noop!(Land::pass(77, Some(INES)), Error::<Test>::UnknownParcel);
	});
}

#[test]
fn no_two_parcels_overlap() {
	build_and_execute(|| {
		assert_ok!(try_register(survey_at(zwettl(10, 10), 3, 3)));
		// One tile in a corner, the whole, and one that encloses it.
		for (north, east, rows, columns) in [(12, 12, 1, 1), (10, 10, 3, 3), (9, 9, 5, 5), (8, 12, 3, 1)] {
			let other = survey_at(zwettl(north, east), rows, columns);
			assert_noop!(try_register(other), Error::<Test>::TileTaken);
		}
		// Another territory's registrar can take nothing of it either.
		let same = survey_at(zwettl(10, 10), 1, 1);
		assert_noop!(Land::register(signed(SAM), SUVA, same, Designation::Common), Error::<Test>::TileTaken);
		// All around it there is room.
		for (north, east) in [(9, 10), (13, 10), (10, 9), (10, 13)] {
			assert_ok!(try_register(survey_at(zwettl(north, east), 1, 1)));
		}
		// Nor does a parcel overlap itself.
		let twice = shape(&[(zwettl(20, 20), 2, 2), (zwettl(21, 21), 2, 2)]);
		let survey = Survey { shape: twice, ..survey_at(zwettl(20, 20), 2, 2) };
		assert_noop!(try_register(survey), Error::<Test>::TileTaken);
	});
}

#[test]
fn a_parcel_has_a_shape_that_can_be() {
	build_and_execute(|| {
		let sound = survey_at(zwettl(0, 0), 1, 1);
		let with = |shape: Shape| Survey { shape, ..sound.clone() };
		assert_noop!(try_register(with(shape(&[]))), Error::<Test>::NoTiles);
		assert_noop!(try_register(with(shape(&[(zwettl(0, 0), 0, 1)]))), Error::<Test>::OffTheGrid);
		let outside = Tile { row: TILE_ROWS, column: 0 };
		assert_noop!(try_register(with(shape(&[(outside, 1, 1)]))), Error::<Test>::OffTheGrid);
		let beside = shape(&[(zwettl(0, 1), 1, 1)]);
		assert_noop!(try_register(with(beside)), Error::<Test>::ReferenceOutside);
		let nowhere = Survey { reference: Point { lat: POLE + 1, lon: 0 }, ..sound.clone() };
		assert_noop!(try_register(nowhere), Error::<Test>::OffTheGrid);

		// 256 tiles are a parcel, 257 are not.
		let most = shape(&[(zwettl(0, 0), 16, 16)]);
		let more = shape(&[(zwettl(0, 0), 16, 16), (zwettl(0, 16), 1, 1)]);
		assert_noop!(try_register(with(more)), Error::<Test>::TooManyTiles);
		assert_ok!(try_register(with(most)));
	});
}

/// An estate at 48° N claimed as much land as one at the equator.
#[test]
fn an_area_is_some_and_not_more_than_the_tiles_can_hold_where_they_lie() {
	build_and_execute(|| {
		let with = |area: u32| Survey { area, ..survey_at(zwettl(0, 0), 1, 2) };
		assert_noop!(try_register(with(0)), Error::<Test>::InvalidArea);
		assert_eq!(zwettl(0, 0).most_area(), 88);
		assert_noop!(try_register(with(177)), Error::<Test>::InvalidArea);
		assert_ok!(try_register(with(176)));
		let smallest = Survey { area: 1, ..survey_at(zwettl(3, 0), 1, 1) };
		assert_ok!(try_register(smallest));
		assert_eq!(Land::total().filed.area, 177);
		let equator = Tile { row: TILE_ROWS / 2, column: 7 };
		let largest = Survey { area: 130, ..survey_at(equator, 1, 1) };
		assert_ok!(try_register(largest));
	});
}

#[test]
fn a_parcel_does_not_reach_beyond_its_neighbourhood() {
	build_and_execute(|| {
		let reference = zwettl(0, 0);
		// How far it is to the end of the next cell but one, to the east.
		let within = 63 - reference.column % 32;
		let far = |east: u32| {
			let tile = Tile { column: reference.column + east, ..reference };
			Survey { shape: shape(&[(reference, 1, 1), (tile, 1, 1)]), ..survey_at(reference, 1, 1) }
		};
		assert_noop!(try_register(far(within + 1)), Error::<Test>::TooFarApart);
		assert_ok!(try_register(far(within)));
	});
}

#[test]
fn a_parcel_can_lie_on_the_antimeridian_and_at_the_pole() {
	build_and_execute(|| {
		let seam = Tile { row: zwettl(0, 0).row, column: TILE_COLUMNS - 1 };
		assert_ok!(try_register(survey_at(seam, 1, 2)));
		assert_eq!(Tiles::<Test>::get(Tile { column: 0, ..seam }, GROUND), Some(0));
		assert_noop!(try_register(survey_at(Tile { column: 0, ..seam }, 1, 1)), Error::<Test>::TileTaken);
		let north = Tile { row: TILE_ROWS - 1, column: 5 };
		let small = |tile| Survey { area: 3, ..survey_at(tile, 1, 1) };
		assert_noop!(try_register(survey_at(north, 1, 1)), Error::<Test>::InvalidArea);
		assert_ok!(try_register(small(north)));
		assert_noop!(try_register(survey_at(Tile { column: 6, ..north }, 2, 1)), Error::<Test>::OffTheGrid);
		assert_ok!(try_register(small(Tile { row: 0, column: 5 })));
	});
}

#[test]
fn a_territory_has_as_many_parcels_as_the_charter_allows() {
	build_and_execute(|| {
		assert_ok!(Land::set_parcel_limit(RuntimeOrigin::root(), WALDVIERTEL, 2));
		System::assert_last_event(
			Event::ParcelLimitSet { territory: WALDVIERTEL, old: 1_000, new: 2 }.into(),
		);
		register(0, None);
		// What is not in effect yet counts as well.
		file(1, Designation::Assigned(HUGO));
		assert_noop!(try_register(survey_at(zwettl(0, 2), 1, 1)), Error::<Test>::TooManyParcels);
		// A limit below what there is takes nothing away.
		assert_ok!(Land::set_parcel_limit(RuntimeOrigin::root(), WALDVIERTEL, 1));
		assert_eq!(Parcels::<Test>::iter().count(), 2);
		assert_ok!(Land::withdraw_filing(signed(RITA), 1));
		assert_noop!(try_register(survey_at(zwettl(0, 2), 1, 1)), Error::<Test>::TooManyParcels);
		let elsewhere = survey_at(zwettl(0, 2), 1, 1);
		assert_noop!(
			Land::register(signed(RITA), 9, elsewhere, Designation::Common),
			Error::<Test>::UnknownTerritory
		);
	});
}

#[test]
fn a_mistake_is_struck_after_notice_and_its_tiles_are_free_but_its_number_is_gone() {
	build_and_execute(|| {
		let survey = survey_at(zwettl(0, 0), 4, 4);
		assert_ok!(Land::register(signed(RITA), WALDVIERTEL, survey, Designation::Assigned(HUGO)));
		in_effect(0);
		assert_ok!(Land::describe(signed(RITA), 0, Description::default()));
		assert_ok!(Land::file(signed(RITA), 0, Change::Strike));
		assert_eq!(Land::assignee(0), Some(HUGO), "he has time to object");
		in_effect(0);
		System::assert_last_event(Event::Struck { parcel: 0 }.into());
		assert_eq!(Tiles::<Test>::iter().count(), 0);
		assert_eq!(Shapes::<Test>::iter().count(), 0);
		assert_eq!(CellTallies::<Test>::iter().count(), 0);
		assert_eq!(Land::total(), Footprint::default());
		assert_eq!(register(0, None), 1);
		assert_noop!(Land::file(signed(RITA), 0, Change::Strike), Error::<Test>::UnknownParcel);
	});
}

#[test]
fn a_designation_costs_less_than_a_division() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Public);
		wait(PUBLIC_NOTICE);
		let info = Land::enact(signed(HUGO), parcel).expect("the notice is over");
		assert_eq!(info.actual_weight, Some(<() as WeightInfo>::enact_designation() * 2));
		assert!(<() as WeightInfo>::enact_designation().all_lt(<() as WeightInfo>::enact()));
	});
}

#[test]
fn nobody_strikes_the_roof_over_a_residents_head() {
	build_and_execute(|| {
		let parcel = register(0, Some(HUGO));
		assert_ok!(Land::reside(citizen(ADA), parcel));
		assert_ok!(Land::confirm(signed(RITA), ADA, parcel));
		assert_ok!(Land::file(signed(RITA), parcel, Change::Strike));
		wait(PUBLIC_NOTICE);
		let refused = Land::enact(signed(RITA), parcel).expect_err("Ada lives there");
		assert_eq!(refused.error, Error::<Test>::StillInhabited.into());
		assert_ok!(Land::move_out(citizen(ADA)));
		assert_ok!(Land::enact(signed(RITA), parcel));
	});
}

#[test]
fn valuations_are_summed_by_territory_and_overall() {
	build_and_execute(|| {
		let (first, second) = (held(0, HUGO), held(1, INES));
		let survey = survey_at(Tile { row: 800_000, column: 5 }, 1, 1);
		assert_ok!(Land::register(signed(SAM), SUVA, survey, Designation::Assigned(HUGO)));
		in_effect(2);
		assert_ok!(Land::pass(2, Some(HUGO)));
		Land::revalued(first, 0, 500);
		Land::revalued(second, 0, 70);
		Land::revalued(2, 0, 3);
		assert_eq!((footprint(WALDVIERTEL).valuation, footprint(SUVA).valuation), (570, 3));
		assert_eq!(Land::total().valuation, 573);
		assert_eq!(Land::cell_footprint(cell_of(first)).valuation, 570);
		Land::revalued(first, 500, 200);
		assert_eq!(Land::total().valuation, 273);
		Land::revalued(first, 200, u128::MAX);
		assert_eq!(Land::total().valuation, MAX_VALUATION + 73, "clamped, so that the sum fits");
		Land::revalued(first, u128::MAX, 1);
		assert_eq!(Land::total().valuation, 74);
	});
}

#[test]
fn numbers_run_out_before_they_repeat() {
	build_and_execute(|| {
		NextParcelId::<Test>::put(ParcelId::MAX);
		assert_noop!(try_register(survey_at(zwettl(0, 0), 1, 1)), Error::<Test>::TooManyParcels);
	});
}

#[test]
fn a_title_deed_is_kept_as_its_hash() {
	build_and_execute(|| {
		let survey = Survey { title_hash: H256::repeat_byte(9), ..survey_at(zwettl(0, 0), 1, 1) };
		assert_ok!(try_register(survey));
		assert_eq!(Parcels::<Test>::get(0).map(|parcel| parcel.title_hash), Some(H256::repeat_byte(9)));
	});
}
