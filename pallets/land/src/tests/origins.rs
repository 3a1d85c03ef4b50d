//! Who may make which call.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::GetCallName};
use frame_system::RawOrigin;
use sp_core::H256;
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
		"file",
		"agree",
		"withdraw_filing",
		"reside",
		"withdraw_declaration",
		"confirm",
		"move_out",
		"give_notice",
		"evict",
		"stay",
		"enact",
		"challenge",
		"withdraw_challenge",
		"rule",
		"lapse_challenge",
		"lapse",
		"rectify",
		"describe",
	];
	assert_eq!(Call::<Test>::get_call_names(), rows, "a new call needs a row here");
	build_and_execute(|| {
		let parcel = register(0, Some(HUGO));
		let survey = || survey_at(zwettl(9, 9), 1, 1);
		let hash = H256::zero();
		let free = |result: DispatchResultWithPostInfo| result.map(|_| ()).map_err(|failed| failed.error);
		let calls = |origin: RuntimeOrigin| {
			let from = || origin.clone();
			[
				Land::open_territory(from(), name("Taveuni"), *b"FJ", SAM, 1),
				Land::appoint_registrar(from(), 0, SAM),
				Land::set_parcel_limit(from(), 0, 1),
				Land::register(from(), 0, survey(), Designation::Common),
				Land::file(from(), parcel, Change::Strike),
				Land::agree(from(), parcel, hash),
				Land::withdraw_filing(from(), parcel),
				Land::reside(from(), parcel),
				Land::withdraw_declaration(from()),
				Land::confirm(from(), ADA, parcel),
				Land::move_out(from()),
				Land::give_notice(from(), ADA, hash),
				Land::evict(from(), ADA),
				Land::stay(from(), ADA),
				free(Land::enact(from(), parcel)),
				Land::challenge(from(), parcel, hash),
				Land::withdraw_challenge(from(), parcel),
				Land::rule(from(), parcel, HUGO, 1, Ruling::Upheld),
				Land::lapse_challenge(from(), parcel),
				Land::lapse(from(), parcel),
				Land::rectify(from(), parcel, Change::Strike),
				Land::describe(from(), parcel, Description::default()),
			]
		};
		assert_eq!(calls(RawOrigin::None.into()), [(); 22].map(|()| Err(BadOrigin)));
		// Neither the keeper of another register nor a landholder nor a citizen is the registrar.
		for stranger in [SAM, HUGO, account(ADA)] {
			let results = calls(signed(stranger));
			for act in [0, 1, 2, 13, 17, 20] {
				assert_eq!(results[act], Err(BadOrigin), "only the charter or justice may {}", rows[act]);
			}
			for act in [3, 4, 6, 21] {
				let refused = Err(Error::<Test>::NotRegistrar.into());
				assert_eq!(results[act], refused, "only the registrar may {}", rows[act]);
			}
			assert_eq!(results[5], Err(Error::<Test>::NotHolder.into()));
			let not_entitled = Err(Error::<Test>::NotEntitled.into());
			assert_eq!(results[9], not_entitled, "who has been assigned a parcel does not hold it yet");
			// Upkeep and challenges are anyone's: they are refused for other reasons.
			for act in [14, 15, 16, 18] {
				assert_eq!(results[act], Err(Error::<Test>::NotFiled.into()), "{}", rows[act]);
			}
			assert_eq!(results[19], Err(Error::<Test>::StillReserved.into()));
		}
		for stranger in [SAM, HUGO] {
			let results = calls(signed(stranger));
			for act in [7, 8, 10] {
				assert_eq!(results[act], Err(Error::<Test>::NotCitizen.into()));
			}
		}
		// Root is the charter and justice, and nobody else.
		let results = calls(RawOrigin::Root.into());
		for act in [0, 1, 2, 4, 20] {
			assert_eq!(results[act], Ok(()), "{}", rows[act]);
		}
		for act in [3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 18, 19, 21] {
			assert_eq!(results[act], Err(BadOrigin), "{}", rows[act]);
		}
	});
}

#[test]
fn only_the_registrar_or_the_holder_can_turn_somebody_out() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		assert_ok!(Land::reside(citizen(ADA), parcel));
		assert_ok!(Land::confirm(signed(HUGO), ADA, parcel));
		let reason = H256::zero();
		for stranger in [INES, SAM, account(ADA), account(BEN)] {
			assert_noop!(Land::give_notice(signed(stranger), ADA, reason), Error::<Test>::NotEntitled);
		}
		assert_ok!(Land::give_notice(signed(RITA), ADA, reason));
		System::set_block_number(1 + NOTICE);
		for stranger in [INES, SAM, account(ADA), account(BEN)] {
			assert_noop!(Land::evict(signed(stranger), ADA), Error::<Test>::NotEntitled);
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
		assert_noop!(Land::file(signed(RITA), parcel, Change::Strike), Error::<Test>::NotRegistrar);
		assert_ok!(Land::file(signed(INES), parcel, Change::Strike));
	});
}
