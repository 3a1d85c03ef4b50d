// SPDX-License-Identifier: Apache-2.0
//! What citizens say that they earn, and what becomes of it.

use crate::{incomes::FORGOTTEN_PER_BLOCK, migrations::incomes::ForgetVotersIncomes, mock::*, *};
use civitas_primitives::{Ballot, Context};
use frame_support::{
	assert_ok,
	migrations::SteppedMigration,
	traits::{Authorize, Hooks, UnfilteredDispatchable},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use proptest::prelude::*;

/// Three people.
const EVA: u64 = 0;
const FINN: u64 = 1;
const GITA: u64 = 2;

/// The parts of a declaration, to be changed one by one.
#[derive(Clone)]
struct Parts {
	season: SeasonIndex,
	ring: RingId,
	band: u8,
	alias: Alias,
	count: u32,
	at: u64,
	proof: RingProof,
}

impl Parts {
	/// What the wallet of `person` makes.
	fn of(person: u64, band: u8) -> Self {
		let season = CurrentSeason::get();
		let (ring, alias, at) = (RingId::Nation(0), alias(person, season), System::block_number() - 1);
		let count = Census::declaration(alias).map_or(0, |declared| declared.acts);
		let claim = Ballot { season, context: Context::Income, ring, alias };
		let proof = proof(&claim, b"civitas/census/income", &(band, count).encode(), at);
		Self { season, ring, band, alias, count, at, proof }
	}

	fn call(self) -> Call<Test> {
		let Self { season, ring, band, alias, count, at, proof } = self;
		Call::declare_income { season, ring, band, alias, count, at, proof: Box::new(proof) }
	}
}

/// Submits a call as the pool and a block do.
pub fn submit(call: Call<Test>) -> Result<(), TransactionValidityError> {
	call.authorize(TransactionSource::External).expect("the call is authorized")?;
	let origin: RuntimeOrigin = RawOrigin::Authorized.into();
	call.dispatch_bypass_filter(origin).expect("what is authorized succeeds");
	Ok(())
}

pub fn declare(person: u64, band: u8) -> Result<(), TransactionValidityError> {
	submit(Parts::of(person, band).call())
}

/// Submits a declaration of Eva's with one part changed.
fn with(band: u8, change: impl FnOnce(&mut Parts)) -> Result<(), TransactionValidityError> {
	let mut parts = Parts::of(EVA, band);
	change(&mut parts);
	submit(parts.call())
}

fn refused(error: Error<Test>) -> Result<(), TransactionValidityError> {
	Err(Census::refusal(error))
}

/// The histogram before small bands are merged.
fn exact() -> ByBand<u32> {
	Incomes::<Test>::get().counts_in(CurrentSeason::get())
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
fn a_record_shows_no_band_with_fewer_than_five() {
	build_and_execute(|| {
		for person in 0..5 {
			assert_ok!(declare(person, 9));
		}
		for person in 5..9 {
			assert_ok!(declare(person, 15));
		}
		assert_ok!(declare(9, 12));
		assert_ok!(declare(10, 2));
		assert_eq!(
			counts(),
			in_bands(&[9, 9, 9, 9, 9, 12, 12, 12, 12, 12, 0]),
			"counted with the next one below"
		);
		assert_eq!(Census::preview().income.value, 5 * 81 + 5 * 144);
		assert_eq!(exact(), in_bands(&[9, 9, 9, 9, 9, 15, 15, 15, 15, 12, 2]));
	});
}

#[test]
fn a_declaration_is_an_event_under_an_alias_of_its_own() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 2));
		System::assert_last_event(
			Event::IncomeDeclared { season: 0, alias: alias(EVA, 0), old: None, new: 2 }.into(),
		);
	});
}

#[test]
fn who_changes_their_mind_is_counted_once() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 2));
		assert_ok!(declare(FINN, 2));
		assert_eq!(declare(EVA, 2), refused(Error::AlreadyDeclared));
		assert_ok!(declare(EVA, 7));
		System::assert_last_event(
			Event::IncomeDeclared { season: 0, alias: alias(EVA, 0), old: Some(2), new: 7 }.into(),
		);
		assert_eq!(exact(), in_bands(&[2, 7]));
		assert_eq!(Census::declaration(alias(EVA, 0)), Some(Declaration { band: 7, acts: 2 }));
	});
}

#[test]
fn a_person_declares_a_few_times_a_season() {
	build_and_execute(|| {
		for band in 1..4 {
			assert_ok!(declare(EVA, band));
		}
		assert_eq!(declare(EVA, 4), refused(Error::TooManyDeclarations));
		assert_ok!(declare(FINN, 4));
		turn();
		assert_ok!(declare(EVA, 4));
	});
}

#[test]
fn there_are_sixteen_bands() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 15));
		assert_eq!(declare(EVA, 16), refused(Error::UnknownBand));
		assert_eq!(declare(EVA, u8::MAX), refused(Error::UnknownBand));
	});
}

#[test]
fn no_declaration_passes_without_its_own_proof() {
	build_and_execute(|| {
		System::set_block_number(100);
		assert_eq!(with(1, |it| it.band = 2), refused(Error::InvalidProof));
		assert_eq!(with(1, |it| it.alias = alias(FINN, 0)), refused(Error::InvalidProof));
		assert_eq!(with(1, |it| it.at -= 1), refused(Error::InvalidProof));
		assert_eq!(with(1, |it| it.proof[9] ^= 1), refused(Error::InvalidProof));
		assert_eq!(with(1, |it| it.ring = RingId::Nation(1)), refused(Error::UnknownRing));
		assert_eq!(with(1, |it| it.season = 1), refused(Error::WrongSeason));
		assert_eq!(with(1, |it| it.count = 1), refused(Error::WrongCount));
		assert_eq!(exact(), in_bands(&[]));
		assert_ok!(with(1, |_| {}));
	});
}

#[test]
fn a_declaration_used_again_or_held_back_is_refused() {
	build_and_execute(|| {
		System::set_block_number(100);
		let (first, held_back) = (Parts::of(EVA, 1).call(), Parts::of(FINN, 1).call());
		assert_ok!(submit(first.clone()));
		assert_eq!(submit(first.clone()), refused(Error::AlreadyDeclared));
		assert_ok!(declare(EVA, 2));
		assert_eq!(submit(first), refused(Error::WrongCount), "nobody can set it back");
		System::set_block_number(99 + WINDOW + 1);
		assert_eq!(submit(held_back), refused(Error::NotRecent));
		assert_eq!(exact(), in_bands(&[2]));
	});
}

#[test]
fn the_pool_keeps_the_newest_declaration_of_each_person() {
	build_and_execute(|| {
		let valid = |person, block| {
			System::set_block_number(block);
			let call = Parts::of(person, 1).call();
			call.authorize(TransactionSource::External).expect("it is authorized").expect("it is valid").0
		};
		let (old, new, other) = (valid(EVA, 50), valid(EVA, 51), valid(FINN, 51));
		assert_eq!(old.provides, new.provides);
		assert_ne!(old.provides, other.provides);
		assert!(new.priority > old.priority);
		assert_eq!((new.longevity, new.propagate), (WINDOW, true));
	});
}

#[test]
fn incomes_declared_under_voting_aliases_are_forgotten_a_few_in_each_block() {
	build_and_execute(|| {
		for n in 0..100u8 {
			Declarations::<Test>::insert(0, [n; 32], Declaration { band: 3, acts: 1 });
		}
		Incomes::<Test>::mutate(|incomes| incomes.counts[3] = 100);
		let room = <() as WeightInfo>::forget_income().saturating_mul(30);
		let (mut cursor, mut blocks) = (None, 0);
		loop {
			blocks += 1;
			let meter = &mut WeightMeter::with_limit(room);
			cursor = ForgetVotersIncomes::<Test>::step(cursor, meter).expect("there is room");
			if cursor.is_none() {
				break;
			}
			// As when a block ends.
			assert!(Declarations::<Test>::iter().count() < 100);
		}
		assert!(blocks >= 4);
		assert_eq!(Declarations::<Test>::iter().count(), 0);
		assert_eq!(exact(), in_bands(&[]));
	});
}

proptest! {
	/// The published histogram counts everybody, shows no small band, and claims no income that was not declared.
	#[test]
	fn merging_small_bands_loses_nobody_and_adds_nothing(counts in prop::array::uniform16(0u32..12)) {
		let shown = Census::published(&counts);
		prop_assert_eq!(shown.iter().sum::<u32>(), counts.iter().sum::<u32>());
		prop_assert!(shown[1..].iter().all(|count| *count == 0 || *count >= 5));
		for band in 0..INCOME_BANDS {
			let above = |all: &ByBand<u32>| all[band..].iter().sum::<u32>();
			prop_assert!(above(&shown) <= above(&counts));
		}
		prop_assert!(Census::least_income(&shown) <= Census::least_income(&counts));
	}
}

#[test]
fn a_season_begins_without_declarations() {
	build_and_execute(|| {
		assert_ok!(declare(EVA, 2));
		turn();
		assert_eq!(exact(), in_bands(&[]));
		assert_ok!(declare(EVA, 2));
		assert_ok!(declare(FINN, 3));
		assert_ok!(declare(GITA, 3));
		assert_eq!(exact(), in_bands(&[2, 3, 3]));
		assert_eq!(Records::<Test>::get(0).map(|record| record.incomes.value), Some(in_bands(&[0])));
		// A season in which nobody says anything does not repeat the one before.
		turn();
		turn();
		assert_eq!(Records::<Test>::get(2).map(|record| record.incomes.value), Some(in_bands(&[])));
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
		assert_eq!(exact(), in_bands(&[2]));
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
