// SPDX-License-Identifier: Apache-2.0
//! What takes effect later. Dials 35 to 39 do, as land and money do in a runtime.

use super::*;
use civitas_primitives::OnSeason;

/// The next season begins.
fn turn() {
	CurrentSeason::mutate(|it| *it += 1);
	Charter::turn(CurrentSeason::get());
	assert_ok!(Charter::do_try_state());
}

fn set(dials: &[(u32, u32)]) -> DispatchResult {
	amend(ORDINARY_TRACK, &amendment_with(&[], dials))
}

#[test]
fn a_deferred_parameter_takes_effect_after_a_whole_season() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_ok!(set(&[(35, 7), (30, 7)]));
		let parameter = Dial { key: 35, value: 7 };
		assert_eq!(events()[0], Event::ParameterDeferred { parameter: parameter.clone(), from: 2 });
		let record = Versions::<Test>::get(2).expect("it is new");
		assert_eq!(record.parameters[0], parameter, "the chain binds it when it is passed");
		assert_eq!((Dials::get(35), Dials::get(30)), (0, 7));
		let infos = Charter::parameter_infos();
		let waiting = infos.iter().find(|it| it.parameter.key == 35).and_then(|it| it.deferred.clone());
		assert_eq!(waiting, Some(DeferredParameter { parameter, from: 2 }));
		turn();
		assert_eq!(Dials::get(35), 0, "what is left of a season is no whole one");
		turn();
		assert_eq!(Dials::get(35), 7);
		assert!(Deferred::<Test>::get().is_empty());
		turn();
		assert_eq!(Dials::get(35), 7);
	});
}

#[test]
fn a_later_amendment_takes_the_place_of_a_deferred_one() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		let stale = amendment_with(&[], &[(35, 9)]);
		assert_ok!(set(&[(35, 7)]));
		assert_noop!(amend(ORDINARY_TRACK, &stale), Error::StaleParameter);
		assert_noop!(set(&[(35, 7)]), Error::NothingChanges);
		turn();
		assert_ok!(set(&[(35, 8)]));
		turn();
		assert_eq!(Dials::get(35), 0, "it has its own season of notice");
		turn();
		assert_eq!(Dials::get(35), 8);
	});
}

#[test]
fn a_deferred_parameter_can_be_kept_as_it_is() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_ok!(set(&[(35, 7), (36, 5)]));
		events();
		assert_ok!(set(&[(35, 0)]));
		assert_eq!(events()[0], Event::ParameterKept { parameter: Dial { key: 35, value: 0 } });
		turn();
		turn();
		assert_eq!((Dials::get(35), Dials::get(36)), (0, 5));
	});
}

#[test]
fn the_turn_weighs_what_takes_effect_in_it() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_ok!(set(&[(35, 7), (36, 5)]));
		assert_eq!(Charter::turn(1), <() as WeightInfo>::turn(0));
		CurrentSeason::set(2);
		assert_eq!(Charter::turn(2), <() as WeightInfo>::turn(2));
		assert!(<() as WeightInfo>::turn(2).ref_time() > <() as WeightInfo>::turn(0).ref_time());
	});
}

#[test]
fn a_value_out_of_bounds_is_refused_when_it_is_passed() {
	ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
		assert_noop!(set(&[(35, u32::MAX)]), Error::ParameterTooHigh);
		assert_ok!(set(&[(35, u32::MAX - 1)]));
	});
}
