//! Whatever happens, in whatever order, the invariants hold.

use crate::{mock::*, *};
use civitas_primitives::{Standing, Titles};
use frame_support::dispatch::CheckIfFeeless;
use proptest::prelude::*;

/// A step of a random history. People and parcels are picked among those there are.
#[derive(Clone, Debug)]
enum Step {
	Register { at: (u32, u32), size: (u8, u8), assignee: Option<u64>, registrar: u64 },
	Assign(u32, u64),
	Unassign(u32),
	Strike(u32),
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
	let parcel = || 0..12u32;
	let holder = || prop_oneof![Just(HUGO), Just(INES), Just(account(ADA))];
	let registrar = || prop_oneof![4 => Just(RITA), 1 => Just(SAM), 1 => Just(HUGO)];
	prop_oneof![
		6 => ((0..70u32, 0..70u32), (0..4u8, 0..4u8), prop::option::of(holder()), registrar()).prop_map(
			|(at, size, assignee, registrar)| Step::Register { at, size, assignee, registrar }
		),
		1 => (parcel(), holder()).prop_map(|(id, to)| Step::Assign(id, to)),
		1 => parcel().prop_map(Step::Unassign),
		1 => parcel().prop_map(Step::Strike),
		3 => (parcel(), prop::option::of(holder())).prop_map(|(id, to)| Step::Pass(id, to)),
		2 => (parcel(), prop_oneof![0..1_000u128, Just(u128::MAX)]).prop_map(|(id, to)| Step::Revalue(id, to)),
		5 => (person(), parcel()).prop_map(|(who, id)| Step::Reside(who, id)),
		1 => person().prop_map(Step::Withdraw),
		8 => (person(), parcel(), prop_oneof![holder(), registrar()]).prop_map(|(who, id, by)| Step::Confirm(who, id, by)),
		1 => person().prop_map(Step::MoveOut),
		2 => person().prop_map(Step::Notice),
		2 => person().prop_map(Step::Evict),
		1 => (1..6u32).prop_map(Step::Leave),
		1 => (1..6u32).prop_map(Step::Suspend),
		1 => (0..15u32).prop_map(Step::Limit),
		2 => (1..50u64).prop_map(Step::Wait),
	]
}

/// Makes the step. Returns what came of it if it is one that can be refused.
fn make(step: Step) -> Option<DispatchResult> {
	let free = |call: Call<Test>, who| RuntimeCall::Land(call).is_feeless(&citizen(who));
	Some(match step {
		Step::Register { at: (north, east), size: (rows, columns), assignee, registrar } => {
			let mut survey = survey_at(zwettl(north, east), rows, columns);
			survey.area = survey.area.max(1);
			let territory = if registrar == SAM { SUVA } else { WALDVIERTEL };
			Land::register(signed(registrar), territory, survey, assignee)
		}
		Step::Assign(id, to) => Land::assign(signed(RITA), id, to),
		Step::Unassign(id) => Land::unassign(signed(RITA), id),
		Step::Strike(id) => Land::strike(signed(RITA), id).map(|_| ()).map_err(|failed| failed.error),
		Step::Pass(id, to) => frame_support::storage::with_storage_layer(|| Land::pass(id, to)),
		Step::Revalue(id, new) => {
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
		Step::Confirm(who, id, by) => Land::confirm(signed(by), who, id),
		Step::MoveOut(who) => {
			let spared = free(Call::move_out {}, who);
			let result = Land::move_out(citizen(who));
			assert_eq!(spared, result.is_ok());
			result
		}
		Step::Notice(who) => Land::give_notice(signed(RITA), who),
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

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn the_register_always_equals_a_recount(steps in prop::collection::vec(step(), 1..120)) {
		build().execute_with(|| {
			FreeActs::set(1_000);
			for step in steps {
				let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
				if let Some(Err(_)) = make(step.clone()) {
					let after = sp_io::storage::root(sp_runtime::StateVersion::V1);
					prop_assert_eq!(before, after, "a refusal changes nothing: {:?}", step);
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
