//! The census's behaviour, one rule a test.

mod incomes;

use crate::{mock::*, *};
use civitas_primitives::{Evidence, Figure, Footprint, Population};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless, traits::GetCallName};
use frame_system::RawOrigin;
use proptest::prelude::*;
use sp_core::H256;

fn active() -> u32 {
	Present::<Test>::get().active()
}

fn record(season: SeasonIndex) -> CensusRecord<u64> {
	Records::<Test>::get(season).expect("the season is over")
}

#[test]
fn an_admission_counts_as_the_attestation_of_its_season() {
	build_and_execute(|| {
		let ada = admit();
		assert_eq!(active(), 1);
		assert_noop!(Census::attest(signed(ada)), Error::<Test>::AlreadyAttested);
	});
}

#[test]
fn who_attests_stays_active_and_who_does_not_is_dormant_after_a_whole_season() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit());
		turn();
		assert_eq!(active(), 2, "last season's attestations still count");
		assert_ok!(Census::attest(signed(ada)));
		System::assert_last_event(Event::Attested { citizen: ada, season: 1 }.into());
		assert_eq!(active(), 2);
		turn();
		assert_eq!(active(), 1, "Ben was not here for a whole season");
		let status = |citizen| Census::attendance(citizen).map(|it| it.presence);
		assert_eq!(status(ada), Some(PresenceStatus::Active));
		assert_eq!(status(ben), Some(PresenceStatus::Dormant));
	});
}

#[test]
fn others_read_the_active_citizens_of_seasons_that_are_over() {
	build_and_execute(|| {
		admit_many(3);
		assert_eq!(<Census as Population>::active(0), None);
		turn();
		assert_eq!(<Census as Population>::active(0), Some(3));
		assert_eq!(<Census as Population>::active(1), None);
	});
}

#[test]
fn a_dormant_citizen_is_back_with_the_next_attestation() {
	build_and_execute(|| {
		let ada = admit();
		turn();
		turn();
		turn();
		assert_eq!(active(), 0);
		assert_ok!(Census::attest(signed(ada)));
		assert_eq!(active(), 1);
	});
}

#[test]
fn nobody_attests_twice_in_a_season() {
	build_and_execute(|| {
		let ada = admit();
		turn();
		assert_ok!(Census::attest(signed(ada)));
		assert_noop!(Census::attest(signed(ada)), Error::<Test>::AlreadyAttested);
		turn();
		assert_ok!(Census::attest(signed(ada)));
	});
}

#[test]
fn a_suspended_citizen_is_not_counted_and_comes_back_as_they_were() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit());
		suspend(ada);
		assert_eq!(active(), 1);
		assert_eq!(Census::preview().suspended.value, 1);
		assert_noop!(Census::attest(signed(ada)), Error::<Test>::NotActive);
		turn();
		reinstate(ada);
		assert_eq!(active(), 2, "seen last season");
		suspend(ben);
		turn();
		turn();
		reinstate(ben);
		assert_eq!(active(), 0, "both have been away too long");
		assert_ok!(Census::attest(signed(ben)));
		assert_eq!(active(), 1);
	});
}

#[test]
fn who_leaves_is_uncounted_at_once_in_every_state() {
	build_and_execute(|| {
		let [ada, ben, cleo, dora]: [CitizenId; 4] = admit_many(4).try_into().expect("four");
		leave(ada);
		assert_eq!(active(), 3, "seen this season");
		turn();
		leave(ben);
		assert_eq!(active(), 2, "seen last season");
		suspend(cleo);
		leave(cleo);
		assert_eq!(active(), 1, "suspended: was not counted any more");
		turn();
		leave(dora);
		assert_eq!(active(), 0, "dormant: was not counted any more");
		assert_eq!(LastAttested::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_record_says_what_was_true_when_its_season_closed() {
	build_and_execute(|| {
		admit_many(4);
		turn();
		let second = admit_many(2);
		assert_ok!(Census::attest(signed(0)));
		suspend(1);
		leave(2);
		InForce::set(CharterRef { version: 2, hash: H256::repeat_byte(8) });
		Land::set(Footprint { parcels: 31, area: 37, valuation: 41, residents: 43 });
		Treasury::set(47);
		for (ballot, band) in [(0, 3), (10, 3), (20, 15)] {
			assert_ok!(Census::declare_income(RuntimeOrigin::signed(ballot), band));
		}
		let preview = Census::preview();
		turn();
		let expected = CensusRecord {
			season: 1,
			closed_at: 21,
			citizens: Figure { value: 5, evidence: Evidence::Counted },
			active: Figure { value: 4, evidence: Evidence::Attested },
			suspended: Figure { value: 1, evidence: Evidence::Counted },
			admitted: Figure { value: 2, evidence: Evidence::Counted },
			left: Figure { value: 1, evidence: Evidence::Counted },
			residents: Figure { value: 43, evidence: Evidence::Counted },
			parcels: Figure { value: 31, evidence: Evidence::Counted },
			area: Figure { value: 37, evidence: Evidence::Counted },
			valuation: Figure { value: 41, evidence: Evidence::Counted },
			treasury: Figure { value: 47, evidence: Evidence::Counted },
			incomes: Figure {
				value: [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
				evidence: Evidence::Declared,
			},
			income: Figure { value: 9 + 9 + 225, evidence: Evidence::Declared },
			charter: CharterRef { version: 2, hash: H256::repeat_byte(8) },
			tier: Tier::Consultative,
		};
		assert_eq!(record(1), expected);
		assert_eq!(preview, CensusRecord { closed_at: 11, ..expected });
		System::assert_has_event(Event::CensusTaken { season: 1, citizens: 5, active: 4 }.into());

		// What happens later does not touch it.
		second.into_iter().for_each(leave);
		Land::set(Footprint::default());
		Treasury::set(0);
		turn();
		assert_eq!(record(1), expected);
		assert_eq!(record(2).admitted.value, 0);
		assert_eq!(record(2).left.value, 2);
		assert_eq!(record(2).incomes.value, [0; INCOME_BANDS], "nobody has declared anything since");
		assert_eq!(record(2).income.value, 0);
	});
}

#[test]
fn the_tier_rises_with_a_record_and_not_a_citizen_earlier() {
	build_and_execute(|| {
		admit_many(2);
		turn();
		assert_eq!(Census::tier(), Tier::Founding, "one short of the threshold");
		let third = admit();
		assert_eq!(Census::tier(), Tier::Founding, "only a record counts");
		turn();
		assert_eq!(Census::tier(), Tier::Consultative);
		System::assert_has_event(Event::TierReached { tier: Tier::Consultative, season: 1 }.into());
		assert_eq!(record(1).tier, Tier::Consultative);

		// It never falls again.
		leave(third);
		turn();
		turn();
		assert_eq!(active(), 0);
		assert_eq!(Census::tier(), Tier::Consultative);
	});
}

#[test]
fn a_growing_census_can_pass_several_tiers_at_once() {
	build_and_execute(|| {
		admit_many(7);
		turn();
		assert_eq!(Census::tier(), Tier::Community);
		let reached = System::events()
			.into_iter()
			.filter(|record| matches!(record.event, RuntimeEvent::Census(Event::TierReached { .. })))
			.count();
		assert_eq!(reached, 1);
	});
}

#[test]
fn dormant_citizens_raise_no_tier() {
	build_and_execute(|| {
		admit_many(2);
		turn();
		turn();
		admit_many(2);
		turn();
		assert_eq!(record(2).citizens.value, 4);
		assert_eq!(record(2).active.value, 2);
		assert_eq!(Census::tier(), Tier::Founding);
	});
}

#[test]
#[should_panic(expected = "each tier must need more citizens than the one before")]
fn thresholds_that_do_not_rise_are_refused_at_genesis() {
	use sp_runtime::BuildStorage;
	let thresholds = TierThresholds { consultative: 5, shared: 5, community: 7 };
	let config = GenesisConfig::<Test> { thresholds, ..Default::default() };
	let _ = config.build_storage();
}

#[test]
fn an_attestation_is_free_exactly_if_it_would_succeed() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit());
		let free = |origin: RuntimeOrigin| RuntimeCall::Census(Call::attest {}).is_feeless(&origin);
		assert!(!free(signed(ada)), "admitted this season");
		turn();
		assert!(free(signed(ada)));
		assert_ok!(Census::attest(signed(ada)));
		assert!(!free(signed(ada)), "attested this season");
		suspend(ben);
		assert!(!free(signed(ben)), "suspended");
		assert!(!free(signed(99)), "no citizen");
		assert!(!free(RawOrigin::None.into()), "nobody");
		assert!(!free(RawOrigin::Root.into()), "no person");
	});
}

#[test]
fn every_call_knows_who_may_make_it() {
	let rows = ["attest", "declare_income"];
	assert_eq!(Call::<Test>::get_call_names(), rows, "a new call needs a row here");
	build_and_execute(|| {
		let (citizen, suspended) = (admit(), admit());
		suspend(suspended);
		turn();
		let bad_origin = sp_runtime::DispatchError::BadOrigin;
		assert_noop!(Census::attest(RawOrigin::None.into()), bad_origin);
		assert_noop!(Census::attest(RawOrigin::Root.into()), bad_origin);
		assert_noop!(Census::attest(RuntimeOrigin::signed(1)), Error::<Test>::NotCitizen);
		assert_noop!(Census::attest(signed(suspended)), Error::<Test>::NotActive);
		assert_ok!(Census::attest(signed(citizen)));
		assert_noop!(Census::declare_income(RawOrigin::None.into(), 1), bad_origin);
		assert_noop!(Census::declare_income(RawOrigin::Root.into(), 1), bad_origin);
		// Neither a citizen's own account nor a resident's ballot account.
		for stranger in [account(citizen), 55] {
			let call = Census::declare_income(RuntimeOrigin::signed(stranger), 1);
			assert_noop!(call, Error::<Test>::NotEnrolled);
		}
		assert_ok!(Census::declare_income(RuntimeOrigin::signed(5), 1));
	});
}

#[test]
fn each_broken_invariant_is_named() {
	let broken = |expected: &str, breaks: &dyn Fn()| {
		build().execute_with(|| {
			admit_many(3);
			turn();
			assert_ok!(Census::declare_income(RuntimeOrigin::signed(5), 1));
			assert_ok!(Census::do_try_state());
			breaks();
			let found = Census::do_try_state().expect_err("the invariant is broken");
			assert_eq!(
				found,
				sp_runtime::TryRuntimeError::Other(Box::leak(expected.to_string().into_boxed_str()))
			);
		});
	};
	broken("I1: presence is off", &|| Present::<Test>::mutate(|present| present.this += 1));
	broken("I2: an attestation is no citizen's", &|| LastAttested::<Test>::insert(77, 0));
	broken("I2: an attestation lies in the future", &|| {
		LastAttested::<Test>::insert(0, 2);
		Present::<Test>::mutate(|present| present.last -= 1);
	});
	broken("I2: a citizen has no attestation", &|| {
		LastAttested::<Test>::remove(0);
		Present::<Test>::mutate(|present| present.last -= 1);
	});
	broken("I3: a record is not of a season that is over", &|| {
		Records::<Test>::insert(1, record(0));
	});
	broken("I3: a season that is over has no record", &|| Records::<Test>::remove(0));
	broken("I4: the tier is lower than a record's", &|| ReachedTier::<Test>::put(Tier::Founding));
	broken("I5: admissions and exits do not add up to the citizens", &|| {
		Moved::<Test>::mutate(|moved| moved.admitted += 1);
	});
	broken("I6: there is no such band of income", &|| {
		Declarations::<Test>::insert(1, [9; 32], Declaration { band: 16, acts: 1 });
	});
	broken("I6: the histogram of incomes is off", &|| {
		Incomes::<Test>::mutate(|incomes| incomes.counts[1] += 1);
	});
	broken("I6: the histogram of incomes is off", &|| Incomes::<Test>::mutate(|incomes| incomes.season = 2));
	broken("I7: a declaration is of a season forgotten or to come", &|| ForgottenBefore::<Test>::put(2));
}

/// A step of a random history. Citizens are named by their place among those admitted so far.
#[derive(Clone, Debug)]
enum Step {
	Admit,
	Attest(usize),
	Suspend(usize),
	Reinstate(usize),
	Leave(usize),
	Declare(u64, u8),
	Forget(u64),
	Turn,
}

fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		3 => Just(Step::Admit),
		6 => any::<usize>().prop_map(Step::Attest),
		1 => any::<usize>().prop_map(Step::Suspend),
		1 => any::<usize>().prop_map(Step::Reinstate),
		1 => any::<usize>().prop_map(Step::Leave),
		6 => (0..60u64, 0..18u8).prop_map(|(ballot, band)| Step::Declare(ballot, band)),
		1 => (0..2_000_000_000u64).prop_map(Step::Forget),
		2 => Just(Step::Turn),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	/// Whatever happens, the invariants hold after each step, and the tier never falls.
	#[test]
	fn the_census_always_equals_a_recount(steps in prop::collection::vec(step(), 1..80)) {
		use civitas_primitives::Standing::{Active, Suspended};
		build().execute_with(|| {
			let mut tier = Census::tier();
			for step in steps {
				let pick = |n: usize| {
					let ids = NextId::get();
					(ids > 0).then(|| (n % ids as usize) as CitizenId)
				};
				match step {
					Step::Admit => {
						admit();
					},
					Step::Attest(n) => {
						let Some(id) = pick(n) else { continue };
						let free = RuntimeCall::Census(Call::attest {}).is_feeless(&signed(id));
						prop_assert_eq!(free, Census::attest(signed(id)).is_ok());
					},
					Step::Suspend(n) => {
						let Some(id) = pick(n) else { continue };
						if Register::standing(id) == Some(Active) {
							suspend(id);
						}
					},
					Step::Reinstate(n) => {
						let Some(id) = pick(n) else { continue };
						if Register::standing(id) == Some(Suspended) {
							reinstate(id);
						}
					},
					Step::Leave(n) => {
						let Some(id) = pick(n) else { continue };
						if Register::standing(id).is_some() {
							leave(id);
						}
					},
					Step::Declare(ballot, band) => {
						let _ = Census::declare_income(RuntimeOrigin::signed(ballot), band);
					},
					Step::Forget(time) => {
						let limit = Weight::from_parts(time, u64::MAX);
						prop_assert!(Census::forget(limit).all_lte(limit));
					},
					Step::Turn => turn(),
				}
				prop_assert_eq!(Census::do_try_state(), Ok(()));
				prop_assert!(Census::tier() >= tier);
				tier = Census::tier();
			}
			Ok(())
		})?;
	}

	/// The tier is the number of thresholds reached.
	#[test]
	fn a_tier_counts_the_thresholds_reached(a in 1..1000u32, b in 1..1000u32, c in 1..1000u32, active in 0..4000u32) {
		let thresholds = TierThresholds { consultative: a, shared: a + b, community: a + b + c };
		prop_assert!(thresholds.is_rising());
		let reached = [a, a + b, a + b + c].iter().filter(|threshold| active >= **threshold).count();
		prop_assert_eq!(thresholds.tier(active) as usize, reached);
	}
}

#[test]
fn who_attests_is_reported_once_and_who_is_refused_is_not() {
	build_and_execute(|| {
		let ada = admit();
		turn();
		attended();
		assert_ok!(Census::attest(signed(ada)));
		assert_eq!(attended(), [ada]);
		assert_noop!(Census::attest(signed(ada)), Error::<Test>::AlreadyAttested);
		assert!(attended().is_empty());
	});
}
