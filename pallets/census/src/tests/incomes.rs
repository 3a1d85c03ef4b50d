//! What citizens say that they earn, and what becomes of it.

use crate::{incomes::FORGOTTEN_PER_BLOCK, mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless, traits::Hooks};

/// Three people's ballot accounts, and another one of the first.
const EVA: u64 = 0;
const FINN: u64 = 10;
const GITA: u64 = 20;
const EVA_AGAIN: u64 = 1;

fn declare(who: u64, band: u8) -> DispatchResult {
	Census::declare_income(RuntimeOrigin::signed(who), band)
}

fn counts() -> ByBand<u32> {
	Census::preview().incomes.value
}

fn in_bands(bands: &[usize]) -> ByBand<u32> {
	let mut counts = ByBand::default();
	bands.iter().for_each(|band| counts[*band] += 1);
	counts
}

#[test]
fn the_histogram_shows_bands_and_the_least_they_add_up_to() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 2));
		System::assert_last_event(
			Event::IncomeDeclared { season: 0, alias: alias(EVA, 0), old: None, new: 2 }.into(),
		);
		assert_ok!(declare(FINN, 2));
		assert_ok!(declare(GITA, 15));
		assert_eq!(counts(), in_bands(&[2, 2, 15]));
		assert_eq!(Census::preview().income.value, 4 + 4 + 225);
	});
}

#[test]
fn who_changes_their_mind_is_counted_once() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 2));
		assert_ok!(declare(FINN, 2));
		assert_noop!(declare(EVA, 2), Error::<Test>::AlreadyDeclared);
		assert_ok!(declare(EVA, 7));
		System::assert_last_event(
			Event::IncomeDeclared { season: 0, alias: alias(EVA, 0), old: Some(2), new: 7 }.into(),
		);
		assert_eq!(counts(), in_bands(&[2, 7]));
		// Another account of the same person is the same person.
		assert_ok!(declare(EVA_AGAIN, 9));
		assert_eq!(counts(), in_bands(&[2, 9]));
		assert_eq!(Census::declared_income(alias(EVA, 0)), Some(9));
	});
}

#[test]
fn there_are_sixteen_bands() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 15));
		assert_noop!(declare(EVA, 16), Error::<Test>::UnknownBand);
		assert_noop!(declare(EVA, u8::MAX), Error::<Test>::UnknownBand);
	});
}

#[test]
fn a_season_begins_without_declarations() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 2));
		turn();
		assert_eq!(counts(), in_bands(&[]));
		assert_ok!(declare(EVA, 2));
		assert_ok!(declare(FINN, 3));
		assert_eq!(counts(), in_bands(&[2, 3]));
		assert_eq!(Records::<Test>::get(0).map(|record| record.incomes.value), Some(in_bands(&[2])));
		// A season in which nobody says anything does not repeat the one before.
		turn();
		turn();
		assert_eq!(Records::<Test>::get(2).map(|record| record.incomes.value), Some(in_bands(&[])));
	});
}

#[test]
fn a_declaration_is_free_exactly_if_it_would_succeed_and_the_quota_lasts() {
	build_and_execute(|| {
		let free = |who: u64, band: u8| {
			RuntimeCall::Census(Call::declare_income { band }).is_feeless(&RuntimeOrigin::signed(who))
		};
		assert!(free(EVA, 1) && !free(EVA, 16));
		assert!(!free(account(0), 1) && !free(55, 1), "no ballot accounts of the nation");
		assert!(!RuntimeCall::Census(Call::declare_income { band: 1 }).is_feeless(&RuntimeOrigin::none()));
		assert_ok!(declare(EVA, 1));
		assert!(!free(EVA, 1) && free(EVA, 2));
		assert_ok!(declare(EVA, 2));
		assert_ok!(declare(EVA, 3));
		assert!(!free(EVA, 4) && !free(EVA_AGAIN, 4), "the quota is the person's");
		assert_ok!(declare(EVA, 4));
		assert!(free(FINN, 4));
		turn();
		assert!(free(EVA, 4));
	});
}

#[test]
fn declarations_of_seasons_that_are_over_are_forgotten_as_blocks_have_time() {
	build_and_execute(|| {
		let step = <() as WeightInfo>::forget_income();
		let look = <() as WeightInfo>::forget_nothing();
		for n in 0..300u32 {
			Declarations::<Test>::insert(0, [(n % 256) as u8; 32], Declaration { band: 0, acts: 1 });
		}
		assert_eq!(Declarations::<Test>::iter().count(), 256);
		Incomes::<Test>::mutate(|incomes| incomes.counts[0] = 256);
		Census::on_idle(1, Weight::MAX);
		assert_eq!(Declarations::<Test>::iter().count(), 256, "the season is not over");
		turn();
		assert_ok!(declare(EVA, 2));

		// No time, too little, and enough for one.
		assert_eq!(Census::on_idle(1, Weight::zero()), Weight::zero());
		Census::on_idle(1, look.saturating_add(step).saturating_sub(Weight::from_parts(1, 0)));
		assert_eq!(Declarations::<Test>::iter_prefix(0).count(), 256);
		assert_eq!(Census::on_idle(1, look.saturating_add(step)), look.saturating_add(step));
		assert_eq!(Declarations::<Test>::iter_prefix(0).count(), 255);

		// One block does so much and no more.
		let most = look.saturating_add(step.saturating_mul(FORGOTTEN_PER_BLOCK.into()));
		assert_eq!(Census::on_idle(1, Weight::MAX), most);
		assert_eq!(Declarations::<Test>::iter_prefix(0).count(), 0);
		Census::on_idle(1, Weight::MAX);
		assert_eq!(ForgottenBefore::<Test>::get(), 1);
		assert_eq!(Census::on_idle(1, Weight::MAX), look, "nothing is left to do");
		assert_eq!(counts(), in_bands(&[2]));
	});
}

#[test]
#[should_panic(expected = "bands of income rise from nothing")]
fn bands_that_do_not_rise_are_refused() {
	let mut floors = FLOORS;
	floors[5] = floors[4];
	IncomeFloors::set(floors);
	Census::integrity_test();
}
