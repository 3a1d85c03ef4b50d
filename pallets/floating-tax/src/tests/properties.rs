//! What always holds, whatever the neighbours do and however time passes.

use super::*;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeMap;

fn terms() -> impl Strategy<Value = Terms> {
	let part = 0..=1_000_000_000_000_000_000u64;
	(1..5_000u32, part.clone(), part).prop_map(|(phantoms, a, b)| Terms {
		phantoms,
		min: Perquintill::from_parts(a.min(b)),
		max: Perquintill::from_parts(a.max(b)),
	})
}

proptest! {
	#[test]
	fn rates_keep_within_bounds_and_follow_votes(
		terms in terms(),
		inherited in 0..=1_000_000_000_000_000_000u64,
		approve in 0..u32::MAX,
		disapprove in 0..u32::MAX,
	) {
		let inherited = Perquintill::from_parts(inherited);
		let rate = terms.rate(inherited, approve, disapprove);
		prop_assert!(terms.min <= rate && rate <= terms.max);
		prop_assert!(terms.rate(inherited, approve + 1, disapprove) <= rate);
		prop_assert!(terms.rate(inherited, approve, disapprove + 1) >= rate);
	}

	#[test]
	fn without_votes_the_inherited_rate_stays_to_the_last_part(
		terms in terms(),
		inherited in 0..=1_000_000_000_000_000_000u64,
	) {
		let inherited = Perquintill::from_parts(inherited).clamp(terms.min, terms.max);
		prop_assert_eq!(terms.rate(inherited, 0, 0), inherited);
	}

	#[test]
	fn the_rate_is_the_obvious_fraction(
		terms in terms(),
		share in 0..=100u64,
		approve in 0..1_000u32,
		disapprove in 0..1_000u32,
	) {
		let (min, max) = (terms.min.deconstruct() as u128, terms.max.deconstruct() as u128);
		let inherited = min + (max - min) * share as u128 / 100;
		let phantoms = terms.phantoms as u128;
		let sum = phantoms * inherited + max * disapprove as u128;
		let slow = (sum / (phantoms + approve as u128 + disapprove as u128)).clamp(min, max);
		let fast = terms.rate(Perquintill::from_parts(inherited as u64), approve, disapprove);
		prop_assert_eq!(fast.deconstruct() as u128, slow);
	}
}

#[derive(Clone, Debug)]
enum Step {
	Vote { who: u64, parcel: ParcelId, vote: Vote },
	Withdraw { who: u64, parcel: ParcelId },
	Refresh { parcel: ParcelId },
	Wait(u64),
	Year,
	Turn,
	Terms { phantoms: u32, min: u64, max: u64 },
	Idle,
}

fn step() -> impl Strategy<Value = Step> {
	let (who, parcel) = (1..8u64, 49..53u32);
	let vote = prop_oneof![Just(Vote::Approve), Just(Vote::Disapprove)];
	prop_oneof![
		12 => (who.clone(), parcel.clone(), vote).prop_map(|(who, parcel, vote)| Step::Vote { who, parcel, vote }),
		4 => (who, parcel.clone()).prop_map(|(who, parcel)| Step::Withdraw { who, parcel }),
		2 => parcel.prop_map(|parcel| Step::Refresh { parcel }),
		6 => (0..100_000_000u64).prop_map(Step::Wait),
		1 => Just(Step::Year),
		2 => Just(Step::Turn),
		1 => (1..30u32, 0..30u64, 0..80u64).prop_map(|(phantoms, min, max)| Step::Terms { phantoms, min, max }),
		1 => Just(Step::Idle),
	]
}

/// What has just been touched has a rate within the bounds of today.
fn assert_within_terms(parcel: ParcelId) {
	let terms = FloatingTax::terms();
	assert!((terms.min..=terms.max).contains(&FloatingTax::rate(parcel)));
}

/// How often each call has succeeded.
type Done = BTreeMap<&'static str, u32>;

/// A slow clerk writes down, for each millisecond that passes, the rate of each parcel.
fn live(steps: Vec<Step>, done: &mut Done) {
	let mut succeeded = |call| *done.entry(call).or_default() += 1;
	build().execute_with(|| {
		VotesPerSeason::set(2);
		let street = [49, 50, 51];
		for parcel in [49, 51] {
			FloatingTax::begin(parcel);
		}
		let mut clerk = [0u128; 3];
		// No rate is outside of all bounds there have been since it was touched.
		let (mut lowest, mut highest) = (MinRate::get(), MaxRate::get());
		for step in steps {
			let rates = street.map(FloatingTax::rate);
			let before = Now::get();
			match step {
				Step::Vote { who, parcel, vote } => {
					// Bounds of today apply first, so that all that is left is the vote.
					let _ = FloatingTax::refresh(signed(1), parcel);
					let old = FloatingTax::rate(parcel);
					if FloatingTax::vote(signed(who), parcel, vote).is_ok() {
						succeeded("vote");
						let new = FloatingTax::rate(parcel);
						match vote {
							Vote::Approve => assert!(new <= old, "an approval raises a rate"),
							Vote::Disapprove => assert!(new >= old, "a disapproval lowers a rate"),
						}
						assert_within_terms(parcel);
					}
				}
				Step::Withdraw { who, parcel } => {
					if FloatingTax::withdraw(signed(who), parcel).is_ok() {
						succeeded("withdraw");
						assert_within_terms(parcel);
					}
				}
				Step::Refresh { parcel } => {
					if FloatingTax::refresh(signed(1), parcel).is_ok() {
						succeeded("refresh");
						assert_within_terms(parcel);
					}
				}
				Step::Wait(millis) => wait(millis),
				Step::Year => wait(YEAR),
				Step::Turn => {
					let before = street.map(FloatingTax::accrued);
					let opening = street.map(|parcel| {
						let opinion = Opinions::<Test>::get(parcel)?;
						let opening = Openings::<Test>::get(parcel)?;
						Some((opinion.season == opening.season).then_some(opening))?
					});
					let was = CurrentSeason::get();
					turn();
					enrol_many(6);
					assert_eq!(street.map(FloatingTax::accrued), before, "time past keeps its rate");
					for n in 0..3 {
						let mean = opening[n]
							.filter(|opening| opening.season == was)
							.and_then(|opening| opening.mean(Now::get(), before[n]))
							.unwrap_or(rates[n]);
						assert_eq!(FloatingTax::rate(street[n]), mean, "the season inherits another rate");
					}
				}
				Step::Terms { phantoms, min, max } => {
					PhantomVotes::set(phantoms);
					MinRate::set(permille(min));
					MaxRate::set(permille(max));
				}
				Step::Idle => {
					use frame_support::traits::Hooks;
					FloatingTax::on_idle(1, Weight::from_parts(500_000_000, 50_000));
				}
			}
			let passed = (Now::get() - before) as u128;
			for (sum, rate) in clerk.iter_mut().zip(rates) {
				*sum += rate.deconstruct() as u128 * passed;
			}
			let terms = FloatingTax::terms();
			(lowest, highest) = (lowest.min(terms.min), highest.max(terms.max));
			assert!(street.map(FloatingTax::rate).iter().all(|rate| (lowest..=highest).contains(rate)));
			assert_eq!(street.map(FloatingTax::accrued), clerk.map(Accrual));
			FloatingTax::do_try_state().expect("every invariant holds");
		}
	});
}

#[test]
fn every_call_succeeds_in_the_stories() {
	let (mut runner, mut done) = (TestRunner::deterministic(), Done::new());
	for _ in 0..40 {
		let steps =
			prop::collection::vec(step(), 40..80).new_tree(&mut runner).expect("there are such stories");
		live(steps.current(), &mut done);
	}
	for call in ["vote", "withdraw", "refresh"] {
		assert!(done.get(call).is_some_and(|times| *times >= 10), "{call} hardly ever succeeds: {done:?}");
	}
}

proptest! {
	#[test]
	fn the_index_is_the_integral_of_the_rate(steps in prop::collection::vec(step(), 1..80)) {
		live(steps, &mut Done::new());
	}
}
