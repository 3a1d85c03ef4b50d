//! Who may make which call.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::GetCallName};
use frame_system::RawOrigin;
use sp_runtime::DispatchError::BadOrigin;

fn name(text: &str) -> Name {
	Name::truncate_from(text.as_bytes().to_vec())
}

#[test]
fn every_call_knows_who_may_make_it() {
	let rows = [
		"open_territory",
		"appoint_registrar",
		"set_parcel_limit",
		"register",
		"assign",
		"unassign",
		"strike",
		"reside",
		"withdraw_declaration",
		"confirm",
		"move_out",
		"give_notice",
		"evict",
	];
	assert_eq!(Call::<Test>::get_call_names(), rows, "a new call needs a row here");
	build_and_execute(|| {
		let parcel = register(0, Some(HUGO));
		let survey = || survey_at(zwettl(9, 9), 1, 1);
		let calls = |origin: RuntimeOrigin| {
			[
				Land::open_territory(origin.clone(), name("Taveuni"), *b"FJ", SAM, 1),
				Land::appoint_registrar(origin.clone(), 0, SAM),
				Land::set_parcel_limit(origin.clone(), 0, 1),
				Land::register(origin.clone(), 0, survey(), None),
				Land::assign(origin.clone(), parcel, INES),
				Land::unassign(origin.clone(), parcel),
				Land::strike(origin.clone(), parcel).map(|_| ()).map_err(|failed| failed.error),
				Land::reside(origin.clone(), parcel),
				Land::withdraw_declaration(origin.clone()),
				Land::confirm(origin.clone(), ADA, parcel),
				Land::move_out(origin.clone()),
				Land::give_notice(origin.clone(), ADA),
				Land::evict(origin, ADA),
			]
		};
		assert_eq!(calls(RawOrigin::None.into()), [(); 13].map(|()| Err(BadOrigin)));
		// Neither the keeper of another register nor a landholder nor a citizen is the registrar.
		for stranger in [SAM, HUGO, account(ADA)] {
			let results = calls(signed(stranger));
			assert!(results[..3].iter().all(|result| *result == Err(BadOrigin)), "only the charter may");
			assert!(
				results[3..7].iter().all(|result| *result == Err(Error::<Test>::NotRegistrar.into())),
				"only the registrar of that territory may"
			);
			let not_entitled = Err(Error::<Test>::NotEntitled.into());
			assert_eq!(results[9], not_entitled, "who has been assigned a parcel does not hold it yet");
		}
		for stranger in [SAM, HUGO] {
			let results = calls(signed(stranger));
			for act in [7, 8, 10] {
				assert_eq!(results[act], Err(Error::<Test>::NotCitizen.into()));
			}
		}
		let results = calls(RawOrigin::Root.into());
		assert!(results[..3].iter().all(Result::is_ok), "the charter may");
		assert!(results[3..].iter().all(|result| *result == Err(BadOrigin)), "and nothing else");
	});
}

#[test]
fn only_the_registrar_of_the_parcel_can_turn_somebody_out() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		assert_ok!(Land::reside(citizen(ADA), parcel));
		assert_ok!(Land::confirm(signed(HUGO), ADA, parcel));
		for stranger in [HUGO, SAM, account(ADA), account(BEN)] {
			assert_noop!(Land::give_notice(signed(stranger), ADA), Error::<Test>::NotRegistrar);
		}
		assert_ok!(Land::give_notice(signed(RITA), ADA));
		System::set_block_number(1 + NOTICE);
		for stranger in [HUGO, SAM, account(ADA), account(BEN)] {
			assert_noop!(Land::evict(signed(stranger), ADA), Error::<Test>::NotRegistrar);
		}
		assert_ok!(Land::evict(signed(RITA), ADA));
	});
}

#[test]
fn a_registrar_who_is_replaced_has_no_power_left_and_the_new_one_has_all() {
	build_and_execute(|| {
		let parcel = register(0, Some(HUGO));
		assert_ok!(Land::appoint_registrar(RuntimeOrigin::root(), WALDVIERTEL, INES));
		System::assert_last_event(
			Event::RegistrarAppointed { territory: WALDVIERTEL, old: RITA, new: INES }.into(),
		);
		assert_noop!(Land::assign(signed(RITA), parcel, INES), Error::<Test>::NotRegistrar);
		assert_ok!(Land::assign(signed(INES), parcel, account(BEN)));
	});
}
