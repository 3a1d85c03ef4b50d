//! Whatever happens, in whatever order, the invariants hold.

use crate::{grid::Tile, mock::*, *};
use civitas_primitives::{Standing, Titles};
use frame_support::{dispatch::CheckIfFeeless, BoundedVec};
use proptest::prelude::*;
use std::{cell::RefCell, collections::BTreeMap};

/// A step of a random history. People and parcels are picked among those there are.
#[derive(Clone, Debug)]
enum Step {
	Register { at: (u32, u32), size: (u8, u8), unit: Unit, designation: Designation<u64>, registrar: u64 },
	File(u32, Designation<u64>),
	FileStrike(u32),
	Resurvey(u32, (u32, u32), (u8, u8)),
	Divide(u32),
	Join(u32, u32),
	Agree(u32),
	WithdrawFiling(u32),
	Enact(u32),
	Challenge(u32, u64),
	WithdrawChallenge(u32),
	Rule(u32, Ruling),
	LapseChallenge(u32),
	Lapse(u32),
	Rectify(u32, Designation<u64>),
	Describe(u32),
	Attest(u32),
	Turn,
	Stay(u32),
	Pass(u32, Option<u64>),
	Revalue(u32, u128),
	Reside(u32, u32),
	Withdraw(u32),
	Confirm(u32, u32, u64),
	MoveOut(u32),
	Notice(u32),
	Evict(u32),
	Leave(u32),
	Suspend(u32),
	Limit(u32),
	Wait(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let person = || 0..6u32;
	let parcel = || 0..9u32;
	let holder = || prop_oneof![Just(HUGO), Just(INES), Just(account(ADA))];
	let registrar = || prop_oneof![4 => Just(RITA), 1 => Just(SAM), 1 => Just(HUGO)];
	let designation = move || {
		prop_oneof![
			Just(Designation::Common),
			Just(Designation::Public),
			holder().prop_map(Designation::Assigned)
		]
	};
	let ruling = || prop_oneof![Just(Ruling::Upheld), Just(Ruling::Dismissed)];
	let place = || (0..70u32, 0..70u32);
	let size = || (0..4u8, 0..4u8);
	let land = prop_oneof![
		6 => (place(), size(), 0..2u16, designation(), registrar()).prop_map(
			|(at, size, unit, designation, registrar)| Step::Register { at, size, unit, designation, registrar }
		),
		2 => (parcel(), designation()).prop_map(|(id, to)| Step::File(id, to)),
		1 => parcel().prop_map(Step::FileStrike),
		2 => (parcel(), place(), size()).prop_map(|(id, at, size)| Step::Resurvey(id, at, size)),
		3 => parcel().prop_map(Step::Divide),
		3 => (parcel(), parcel()).prop_map(|(id, other)| Step::Join(id, other)),
		6 => parcel().prop_map(Step::Agree),
		1 => parcel().prop_map(Step::WithdrawFiling),
		12 => parcel().prop_map(Step::Enact),
		6 => (parcel(), holder()).prop_map(|(id, who)| Step::Challenge(id, who)),
		3 => parcel().prop_map(Step::WithdrawChallenge),
		2 => (parcel(), ruling()).prop_map(|(id, ruling)| Step::Rule(id, ruling)),
		8 => parcel().prop_map(Step::LapseChallenge),
		1 => parcel().prop_map(Step::Lapse),
		1 => (parcel(), designation()).prop_map(|(id, to)| Step::Rectify(id, to)),
		1 => parcel().prop_map(Step::Describe),
		5 => (parcel(), prop::option::weighted(0.8, holder())).prop_map(|(id, to)| Step::Pass(id, to)),
		3 => (parcel(), prop_oneof![0..1_000u128, Just(u128::MAX)]).prop_map(|(id, to)| Step::Revalue(id, to)),
		1 => (6..30u32).prop_map(Step::Limit),
		6 => (1..40u64).prop_map(Step::Wait),
	];
	let people = prop_oneof![
		6 => (person(), parcel()).prop_map(|(who, id)| Step::Reside(who, id)),
		1 => person().prop_map(Step::Withdraw),
		12 => (person(), parcel(), prop_oneof![holder(), registrar()]).prop_map(|(who, id, by)| Step::Confirm(who, id, by)),
		1 => person().prop_map(Step::MoveOut),
		5 => person().prop_map(Step::Notice),
		7 => person().prop_map(Step::Evict),
		2 => person().prop_map(Step::Stay),
		8 => person().prop_map(Step::Attest),
		1 => Just(Step::Turn),
		1 => (1..6u32).prop_map(Step::Leave),
		1 => (1..6u32).prop_map(Step::Suspend),
	];
	prop_oneof![3 => land, 2 => people]
}

/// Two halves of a parcel of one rectangle.
fn halves(id: ParcelId) -> Option<ChangeOf<Test>> {
	let record = Parcels::<Test>::get(id)?;
	let shape = Shapes::<Test>::get(id);
	let whole = *shape.first().filter(|whole| shape.len() == 1 && whole.columns > 1)?;
	let half = |column: u32, columns: u8, area: u32| Survey {
		unit: record.unit,
		area,
		..survey_at(Tile { row: whole.row, column }, whole.rows, columns)
	};
	let first = record.area / u32::from(whole.columns);
	let parts = vec![
		half(whole.column, 1, first),
		half(whole.column + 1, whole.columns - 1, record.area.checked_sub(first)?),
	];
	Some(Change::Divide(BoundedVec::truncate_from(parts)))
}

/// Both parcels together.
fn whole(id: ParcelId, other: ParcelId) -> Option<ChangeOf<Test>> {
	let (one, two) = (Parcels::<Test>::get(id)?, Parcels::<Test>::get(other)?);
	let shape = Shapes::<Test>::get(id).into_iter().chain(Shapes::<Test>::get(other)).collect::<Vec<_>>();
	let survey = Survey {
		shape: Shape::truncate_from(shape),
		reference: one.reference,
		unit: one.unit,
		area: one.area + two.area,
		title_hash: one.title_hash,
	};
	Some(Change::Join { other, survey })
}

/// Makes the step. Returns what came of it if it is one that can be refused.
fn make(step: Step) -> Option<DispatchResult> {
	let free = |call: Call<Test>, who| RuntimeCall::Land(call).is_feeless(&citizen(who));
	Some(match step {
		Step::Register { at: (north, east), size: (rows, columns), unit, designation, registrar } => {
			let mut survey = Survey { unit, ..survey_at(zwettl(north, east), rows, columns) };
			survey.area = survey.area.max(1);
			let territory = if registrar == SAM { SUVA } else { WALDVIERTEL };
			Land::register(signed(registrar), territory, survey, designation)
		}
		Step::File(id, to) => Land::file(signed(APPOINTER), id, Change::Designate(to)),
		Step::FileStrike(id) => Land::file(signed(RITA), id, Change::Strike),
		Step::Resurvey(id, (north, east), (rows, columns)) => {
			let survey = survey_at(zwettl(north, east), rows, columns);
			Land::file(signed(RITA), id, Change::Resurvey(survey))
		}
		Step::Divide(id) => Land::file(signed(RITA), id, halves(id)?),
		Step::Join(id, other) => Land::file(signed(RITA), id, whole(id, other)?),
		Step::Agree(id) => {
			let change = Filings::<Test>::get(id)?.change;
			let hash = change_hash(&change);
			Land::agree(signed(Land::holder(id)?), id, hash)
		}
		Step::WithdrawFiling(id) => Land::withdraw_filing(signed(RITA), id),
		Step::Enact(id) => free_of_info(|| Land::enact(signed(HUGO), id)),
		Step::Challenge(id, who) => Land::challenge(signed(who), id, H256::zero()),
		Step::WithdrawChallenge(id) => {
			let challenger = Filings::<Test>::get(id)?.challenge?.challenger;
			Land::withdraw_challenge(signed(challenger), id)
		}
		Step::Rule(id, ruling) => {
			let challenge = Filings::<Test>::get(id)?.challenge?;
			Land::rule(signed(JUDGE), id, challenge.challenger, challenge.since, ruling)
		}
		Step::LapseChallenge(id) => Land::lapse_challenge(signed(HUGO), id),
		Step::Lapse(id) => Land::lapse(signed(HUGO), id),
		Step::Rectify(id, to) => Land::rectify(signed(JUDGE), id, Change::Designate(to)),
		Step::Describe(id) => {
			let description = Description { land_use: LandUse::Civic, ..Default::default() };
			Land::describe(signed(RITA), id, description)
		}
		Step::Attest(who) => {
			Citizens::standing(who).filter(|standing| *standing == Standing::Active)?;
			attest(who);
			return None;
		}
		Step::Turn => {
			turn();
			return None;
		}
		Step::Stay(who) => Land::stay(signed(JUDGE), who),
		Step::Pass(id, to) => frame_support::storage::with_storage_layer(|| {
			// As the market does: what nobody holds has no valuation.
			let old = Parcels::<Test>::get(id).map_or(0, |record| record.valuation);
			Land::pass(id, to)?;
			Land::revalued(id, old, if to.is_some() { old } else { 0 });
			Ok(())
		}),
		Step::Revalue(id, new) => {
			Land::holder(id)?;
			let old = Parcels::<Test>::get(id)?.valuation;
			Land::revalued(id, old, new);
			return None;
		}
		Step::Reside(who, parcel) => {
			let spared = free(Call::reside { parcel }, who);
			let result = Land::reside(citizen(who), parcel);
			assert_eq!(spared, result.is_ok());
			result
		}
		Step::Withdraw(who) => {
			let spared = free(Call::withdraw_declaration {}, who);
			let result = Land::withdraw_declaration(citizen(who));
			assert_eq!(spared, result.is_ok());
			result
		}
		Step::Confirm(who, id, by) => {
			// Mostly where they say they live.
			let declared = Declarations::<Test>::get(who).filter(|_| id > 1);
			Land::confirm(signed(by), who, declared.unwrap_or(id))
		}
		Step::MoveOut(who) => {
			let spared = free(Call::move_out {}, who);
			let result = Land::move_out(citizen(who));
			assert_eq!(spared, result.is_ok());
			result
		}
		Step::Notice(who) => Land::give_notice(signed(RITA), who, H256::zero()),
		Step::Evict(who) => Land::evict(signed(RITA), who),
		Step::Leave(who) => {
			Citizens::standing(who)?;
			leave(who);
			return None;
		}
		Step::Suspend(who) => {
			Citizens::standing(who)?;
			set_standing(who, Standing::Suspended);
			return None;
		}
		Step::Limit(limit) => Land::set_parcel_limit(RuntimeOrigin::root(), WALDVIERTEL, limit),
		Step::Wait(blocks) => {
			System::set_block_number(System::block_number() + blocks);
			return None;
		}
	})
}

fn free_of_info(call: impl FnOnce() -> DispatchResultWithPostInfo) -> DispatchResult {
	call().map(|_| ()).map_err(|failed| failed.error)
}

/// What there is at first: a lot and two houses next to it that Hugo holds, two parks, and two reserved houses.
fn settle() {
	let lot = survey_at(zwettl(0, 0), 1, 3);
	Land::register(signed(RITA), WALDVIERTEL, lot, Designation::Assigned(HUGO)).expect("the tiles are free");
	in_effect(0);
	Land::pass(0, Some(HUGO)).expect("it is there");
	for east in [3, 4] {
		held(east, HUGO);
	}
	for east in [5, 6] {
		let park = file(east, Designation::Public);
		in_effect(park);
	}
	for east in [7, 8] {
		register(east, Some(INES));
	}
}

/// The name of a step.
fn name(step: &Step) -> String {
	format!("{step:?}").split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().into()
}

thread_local! {
	/// How often each step has succeeded.
	static DONE: RefCell<BTreeMap<String, u32>> = RefCell::default();
}

#[test]
fn every_step_succeeds_now_and_then() {
	the_register_always_equals_a_recount();
	let done = DONE.take();
	for step in [
		"Register",
		"File",
		"FileStrike",
		"Resurvey",
		"Divide",
		"Join",
		"Agree",
		"WithdrawFiling",
		"Enact",
		"Challenge",
		"WithdrawChallenge",
		"Rule",
		"LapseChallenge",
		"Lapse",
		"Rectify",
		"Describe",
		"Stay",
		"Pass",
		"Reside",
		"Withdraw",
		"Confirm",
		"MoveOut",
		"Notice",
		"Evict",
		"Limit",
	] {
		assert!(done.contains_key(step), "{step} never succeeds: {done:?}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	fn the_register_always_equals_a_recount(steps in prop::collection::vec(step(), 1..240)) {
		build().execute_with(|| {
			FreeActs::set(1_000);
			settle();
			for step in steps {
				let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
				match make(step.clone()) {
					Some(Err(_)) => {
						let after = sp_io::storage::root(sp_runtime::StateVersion::V1);
						prop_assert_eq!(before, after, "a refusal changes nothing: {:?}", step);
					}
					Some(Ok(())) => DONE.with_borrow_mut(|done| *done.entry(name(&step)).or_default() += 1),
					None => {}
				}
				prop_assert_eq!(Land::do_try_state(), Ok(()), "{:?}", step);
				// The roll knows what the register knows.
				for (citizen, residence) in Residences::<Test>::iter() {
					let cell = Parcels::<Test>::get(residence.parcel).map(|parcel| parcel.cell);
					prop_assert_eq!(Homes::get(citizen), Some(cell));
				}
			}
			Ok(())
		})?;
	}
}
