// SPDX-License-Identifier: Apache-2.0
//! The census's behaviour, one rule a test.

mod incomes;
mod migrations;
mod tiers;

use self::incomes::declare;
use crate::{mock::*, *};
use civitas_primitives::{Admission, Evidence, Extent, Figure, Footprint, Population};
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
		assert_noop!(Census::attest(signed(ada), None), Error::<Test>::AlreadyAttested);
	});
}

#[test]
fn who_attests_stays_active_and_who_does_not_is_dormant_after_a_whole_season() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit());
		turn();
		assert_eq!(active(), 2, "last season's attestations still count");
		assert_ok!(Census::attest(signed(ada), None));
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
fn others_read_the_settled_citizens_of_seasons_that_are_over() {
	build_and_execute(|| {
		admit_many(3);
		assert_eq!(<Census as Population>::active(0), None);
		turn();
		assert_eq!(<Census as Population>::active(0), Some(0), "they are on probation");
		assert_ok!(Census::attest(signed(0), None));
		turn();
		assert_eq!(<Census as Population>::active(1), Some(1));
		assert_eq!(<Census as Population>::active(2), None);
	});
}

/// Before, the record counted those seen in this season or the one before, but the roll took only those seen in this.
#[test]
fn a_record_counts_as_active_who_votes_in_the_next_season() {
	build_and_execute(|| {
		let (ada, _ben) = (admit(), admit());
		turn();
		assert_ok!(Census::attest(signed(ada), None));
		let cleo = admit();
		assert_eq!(Census::preview().active.value, 2);
		turn();
		assert_eq!(record(1).active.value, 2, "Ada and Cleo were seen in the season; Ben was not");
		assert_eq!(active(), 2);
		let active =
			|citizen| Census::attendance(citizen).map(|it| it.presence) == Some(PresenceStatus::Active);
		assert_eq!([0, 1, cleo].map(active), [true, false, true]);
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
		assert_ok!(Census::attest(signed(ada), None));
		assert_eq!(active(), 1);
	});
}

#[test]
fn nobody_attests_twice_in_a_season() {
	build_and_execute(|| {
		let ada = admit();
		turn();
		assert_ok!(Census::attest(signed(ada), None));
		assert_noop!(Census::attest(signed(ada), None), Error::<Test>::AlreadyAttested);
		turn();
		assert_ok!(Census::attest(signed(ada), None));
	});
}

#[test]
fn a_suspended_citizen_is_not_counted_and_comes_back_as_they_were() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit());
		suspend(ada);
		assert_eq!(active(), 1);
		assert_eq!(Census::preview().suspended.value, 1);
		assert_noop!(Census::attest(signed(ada), None), Error::<Test>::NotActive);
		turn();
		reinstate(ada);
		assert_eq!(active(), 2, "seen last season");
		suspend(ben);
		turn();
		turn();
		reinstate(ben);
		assert_eq!(active(), 0, "both have been away too long");
		assert_ok!(Census::attest(signed(ben), None));
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
		admit_by(Admission::Genesis);
		admit_many(3);
		turn();
		let second = [admit(), admit_by(Admission::Founder)];
		// Citizen 0 is of the genesis and silent; 1 is vouched for and suspended; 3 speaks.
		assert_ok!(Census::attest(signed(3), None));
		suspend(1);
		leave(2);
		InForce::set(CharterRef { version: 2, hash: H256::repeat_byte(8) });
		let extent = |n: u32| Extent { parcels: n, area: u64::from(n) + 100, floor: u64::from(n) + 200 };
		let [filed, common, assigned, held, public] = [29, 59, 53, 31, 61].map(extent);
		Land::set(Footprint { filed, common, assigned, held, public, valuation: 1_000, residents: 43 });
		MeanValuation::set(41);
		LandRevenue::set(67);
		Treasury::set(47);
		for (person, band) in [(0, 3), (1, 3), (2, 3), (3, 3), (4, 15)] {
			assert_ok!(declare(person, band));
		}
		let preview = Census::preview();
		turn();
		let expected = CensusRecord {
			season: 1,
			closed_at: 21,
			citizens: Figure { value: 5, evidence: Evidence::Counted },
			active: Figure { value: 3, evidence: Evidence::Counted },
			suspended: Figure { value: 1, evidence: Evidence::Counted },
			admitted: Figure { value: 2, evidence: Evidence::Counted },
			left: Figure { value: 1, evidence: Evidence::Counted },
			residents: Figure { value: 43, evidence: Evidence::Attested },
			parcels: Figure { value: 31, evidence: Evidence::Registered },
			area: Figure { value: 131, evidence: Evidence::Registered },
			floor: Figure { value: 231, evidence: Evidence::Registered },
			valuation: Figure { value: 41, evidence: Evidence::Declared },
			assigned: Figure { value: extent(53), evidence: Evidence::Registered },
			common: Figure { value: extent(59), evidence: Evidence::Registered },
			public: Figure { value: extent(61), evidence: Evidence::Registered },
			revenue: Figure { value: 67, evidence: Evidence::Collected },
			treasury: Figure { value: 47, evidence: Evidence::Counted },
			incomes: Figure {
				value: [0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
				evidence: Evidence::Declared,
			},
			income: Figure { value: 5 * 9, evidence: Evidence::Declared },
			charter: CharterRef { version: 2, hash: H256::repeat_byte(8) },
			tier: Tier::Founding,
			people: Some(People {
				attested: Figure { value: 1, evidence: Evidence::Attested },
				settled: Figure { value: 1, evidence: Evidence::Counted },
				vouched: Figure { value: 3, evidence: Evidence::Counted },
				by_founder: Figure { value: 1, evidence: Evidence::Counted },
				genesis: Figure { value: 1, evidence: Evidence::Counted },
				unrecorded: Figure { value: 0, evidence: Evidence::Counted },
			}),
		};
		assert_eq!(record(1), expected);
		assert_eq!(preview, CensusRecord { closed_at: 11, ..expected });
		System::assert_has_event(Event::CensusTaken { season: 1, citizens: 5, active: 3 }.into());

		// What happens later does not touch it.
		second.into_iter().for_each(leave);
		Land::set(Footprint::default());
		Treasury::set(0);
		LandRevenue::set(167);
		turn();
		assert_eq!(record(1), expected);
		assert_eq!(record(2).revenue.value, 100, "only what was collected in the season");
		assert_eq!(record(2).valuation.value, 0, "the mean has begun again");
		assert_eq!(record(2).admitted.value, 0);
		assert_eq!(record(2).left.value, 2);
		assert_eq!(record(2).incomes.value, [0; INCOME_BANDS], "nobody has declared anything since");
		assert_eq!(record(2).income.value, 0);
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
		let free =
			|origin: RuntimeOrigin| RuntimeCall::Census(Call::attest { next: None }).is_feeless(&origin);
		assert!(!free(signed(ada)), "admitted this season");
		turn();
		assert!(free(signed(ada)));
		assert_ok!(Census::attest(signed(ada), None));
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
		assert_noop!(Census::attest(RawOrigin::None.into(), None), bad_origin);
		assert_noop!(Census::attest(RawOrigin::Root.into(), None), bad_origin);
		assert_noop!(Census::attest(RuntimeOrigin::signed(1), None), Error::<Test>::NotCitizen);
		assert_noop!(Census::attest(signed(suspended), None), Error::<Test>::NotActive);
		assert_ok!(Census::attest(signed(citizen), None));
		let declare = |origin: RuntimeOrigin| {
			let (ring, proof) = (RingId::Nation(0), Box::new([0; 785]));
			Census::declare_income(origin, 1, ring, 1, [1; 32], 0, 1, proof)
		};
		for origin in [RawOrigin::None, RawOrigin::Root, RawOrigin::Signed(account(citizen))] {
			assert_noop!(declare(origin.into()), bad_origin);
		}
		assert_ok!(declare(RawOrigin::Authorized.into()));
		assert_noop!(declare(RawOrigin::Authorized.into()), Error::<Test>::AlreadyDeclared);
	});
}

#[test]
fn an_attestation_brings_the_key_of_the_next_season() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit());
		turn();
		let key = |roll_key| Some(NextKey { roll_key, proof: [0; 64] });
		let free = |next: &Option<NextKey>| {
			RuntimeCall::Census(Call::attest { next: *next }).is_feeless(&signed(ada))
		};
		assert!(free(&key([7; 32])) && !free(&key([0; 32])));
		assert_noop!(Census::attest(signed(ada), key([0; 32])), "this is not a key");
		assert!(attended().is_empty(), "a key that is refused leaves no attestation");
		assert_ok!(Census::attest(signed(ada), key([7; 32])));
		assert_eq!((next_key(account(ada)), next_key(account(ben))), (Some([7; 32]), None));
		assert!(!free(&key([8; 32])), "once a season");
		assert_noop!(Census::attest(signed(ada), key([8; 32])), Error::<Test>::AlreadyAttested);
		assert_ok!(Census::attest(signed(ben), None));
		assert_eq!(next_key(account(ben)), None);
	});
}

#[test]
fn each_broken_invariant_is_named() {
	let broken = |expected: &str, breaks: &dyn Fn()| {
		build().execute_with(|| {
			admit_many(3);
			turn();
			assert_ok!(declare(5, 1));
			assert_ok!(Census::do_try_state());
			breaks();
			let found = Census::do_try_state().expect_err("the invariant is broken");
			assert_eq!(
				found,
				sp_runtime::TryRuntimeError::Other(Box::leak(expected.to_string().into_boxed_str()))
			);
		});
	};
	broken("I1: presence is off", &|| Present::<Test>::mutate(|present| present.this.all += 1));
	broken("I2: an attestation is no citizen's", &|| LastAttested::<Test>::insert(77, 0));
	broken("I2: an attestation lies in the future", &|| {
		LastAttested::<Test>::insert(0, 2);
		Present::<Test>::mutate(|present| present.last.all -= 1);
	});
	broken("I2: a citizen has no attestation", &|| {
		LastAttested::<Test>::remove(0);
		Present::<Test>::mutate(|present| present.last.all -= 1);
	});
	broken("I3: a record is not of a season that is over", &|| {
		Records::<Test>::insert(1, record(0));
	});
	broken("I3: a season that is over has no record", &|| Records::<Test>::remove(0));
	for figure in [
		|seen: &mut Seen| seen.attested += 1,
		|seen: &mut Seen| seen.settled += 1,
		|seen: &mut Seen| seen.maturing += 1,
	] {
		broken("I1: presence is off", &|| Present::<Test>::mutate(|present| figure(&mut present.last)));
	}
	broken("I4: a record's tier does not follow from the records", &|| {
		Records::<Test>::insert(1, CensusRecord { season: 1, tier: Tier::Consultative, ..record(0) });
		CurrentSeason::set(2);
		Present::<Test>::kill();
		Declarations::<Test>::remove(1, alias(5, 1));
	});
	broken("I4: the tier is lower than a record's", &|| {
		Records::<Test>::insert(0, CensusRecord { tier: Tier::Shared, ..record(0) });
	});
	broken("I8: an arrival is no citizen's", &|| Arrivals::<Test>::insert(77, Arrival::default()));
	broken("I8: an arrival lies in the future", &|| {
		let first_attested = Some(2);
		Arrivals::<Test>::insert(0, Arrival { admission: Some(Admission::Vouched), first_attested });
		Present::<Test>::mutate(|present| (present.last.attested, present.last.maturing) = (1, 1));
	});
	broken("I8: arrivals are miscounted", &|| ArrivedBy::<Test>::mutate(|arrived| arrived.vouched += 1));
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
	Admit(Admission),
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
		3 => Just(Step::Admit(Admission::Vouched)),
		1 => Just(Step::Admit(Admission::Founder)),
		1 => Just(Step::Admit(Admission::Genesis)),
		6 => any::<usize>().prop_map(Step::Attest),
		1 => any::<usize>().prop_map(Step::Suspend),
		1 => any::<usize>().prop_map(Step::Reinstate),
		1 => any::<usize>().prop_map(Step::Leave),
		6 => (0..6u64, 0..18u8).prop_map(|(person, band)| Step::Declare(person, band)),
		1 => (0..2_000_000_000u64).prop_map(Step::Forget),
		2 => Just(Step::Turn),
	]
}

/// Whatever happens, the invariants hold after each step, and the tier never falls. Each call succeeds in some stories.
#[test]
fn the_census_always_equals_a_recount() {
	use proptest::test_runner::TestRunner;
	use std::cell::Cell;
	let (attested, declared) = (Cell::new(0u32), Cell::new(0u32));
	let config = ProptestConfig { cases: 128, failure_persistence: None, ..Default::default() };
	let mut runner = TestRunner::new(config);
	let stories = prop::collection::vec(step(), 1..80);
	let told = runner.run(&stories, |steps| {
		use civitas_primitives::Standing::{Active, Suspended};
		build().execute_with(|| {
			let mut tier = Census::tier();
			for step in steps {
				let pick = |n: usize| {
					let ids = NextId::get();
					(ids > 0).then(|| (n % ids as usize) as CitizenId)
				};
				match step {
					Step::Admit(admission) => {
						admit_by(admission);
					}
					Step::Attest(n) => {
						let Some(id) = pick(n) else { continue };
						let free = RuntimeCall::Census(Call::attest { next: None }).is_feeless(&signed(id));
						let done = Census::attest(signed(id), None).is_ok();
						assert_eq!(free, done);
						attested.set(attested.get() + u32::from(done));
					}
					Step::Suspend(n) => {
						let Some(id) = pick(n) else { continue };
						if Register::standing(id) == Some(Active) {
							suspend(id);
						}
					}
					Step::Reinstate(n) => {
						let Some(id) = pick(n) else { continue };
						if Register::standing(id) == Some(Suspended) {
							reinstate(id);
						}
					}
					Step::Leave(n) => {
						let Some(id) = pick(n) else { continue };
						if Register::standing(id).is_some() {
							leave(id);
						}
					}
					Step::Declare(person, band) => {
						if declare(person, band).is_ok() {
							declared.set(declared.get() + 1);
						}
					}
					Step::Forget(time) => {
						let limit = Weight::from_parts(time, u64::MAX);
						assert!(Census::forget(limit).all_lte(limit));
					}
					Step::Turn => turn(),
				}
				assert_eq!(Census::do_try_state(), Ok(()));
				assert!(Census::tier() == tier || Some(Census::tier()) == tier.next());
				tier = Census::tier();
			}
		});
		Ok(())
	});
	assert!(told.is_ok(), "{told:?}");
	assert!(attested.get() >= 100 && declared.get() >= 100, "{attested:?} {declared:?}");
}

#[test]
fn who_attests_is_reported_once_and_who_is_refused_is_not() {
	build_and_execute(|| {
		let ada = admit();
		turn();
		attended();
		assert_ok!(Census::attest(signed(ada), None));
		assert_eq!(attended(), [ada]);
		assert_noop!(Census::attest(signed(ada), None), Error::<Test>::AlreadyAttested);
		assert!(attended().is_empty());
	});
}
