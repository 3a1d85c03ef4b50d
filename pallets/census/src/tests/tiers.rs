// SPDX-License-Identifier: Apache-2.0
//! Probation, and how power moves outward.

use super::*;
use civitas_primitives::Probation;

/// Admits so many, who attest in each season up to the one in which they are past probation.
fn settle(number: u32) -> Vec<CitizenId> {
	let all = admit_many(number);
	for _ in 0..2 {
		turn();
		attest_all(&all);
	}
	all
}

fn attest_all(all: &[CitizenId]) {
	for id in all {
		assert_ok!(Census::attest(signed(*id), None));
	}
}

fn is_past(citizen: CitizenId) -> bool {
	let past = <Census as Probation>::is_past(citizen);
	assert_eq!(Census::attendance(citizen).is_some_and(|it| it.past_probation), past);
	past
}

#[test]
fn probation_ends_with_a_whole_season_and_an_attestation_in_it() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit_by(Admission::Founder));
		assert!(!is_past(ada));
		turn();
		assert!(!is_past(ada), "a season that began without her is none of hers");
		for one in [ada, ben] {
			assert_ok!(Census::attest(signed(one), None));
			assert!(!is_past(one), "the season is not over");
		}
		turn();
		assert!(is_past(ada) && is_past(ben));
		assert_eq!(Census::can_vouch(), 2);
	});
}

#[test]
fn without_an_attestation_probation_goes_on() {
	build_and_execute(|| {
		let ada = admit();
		for _ in 0..5 {
			turn();
			assert!(!is_past(ada));
		}
		assert_ok!(Census::attest(signed(ada), None));
		assert!(!is_past(ada));
		turn();
		assert!(is_past(ada));
		turn();
		turn();
		assert!(is_past(ada), "once over, it is over, even for who is dormant");
		assert_eq!(Census::can_vouch(), 0, "but the dormant are not counted");
	});
}

#[test]
fn citizens_of_the_genesis_have_no_probation_and_strangers_are_not_past_it() {
	build_and_execute(|| {
		let ada = admit_by(Admission::Genesis);
		assert!(is_past(ada));
		assert_eq!(Census::can_vouch(), 1);
		assert!(!is_past(99));
		leave(ada);
		assert!(!is_past(ada));
	});
}

#[test]
fn a_suspension_neither_shortens_nor_repeats_probation() {
	build_and_execute(|| {
		let (ada, ben) = (admit(), admit());
		turn();
		attest_all(&[ada, ben]);
		suspend(ada);
		reinstate(ada);
		suspend(ben);
		turn();
		assert_eq!(Census::can_vouch(), 1);
		reinstate(ben);
		assert!(is_past(ada) && is_past(ben));
		assert_eq!(Census::can_vouch(), 2);
	});
}

#[test]
fn the_tier_rises_when_two_records_in_a_row_reach_it_and_not_a_citizen_earlier() {
	build_and_execute(|| {
		let two = settle(2);
		let third = admit();
		turn();
		attest_all(&[two[0], two[1], third]);
		turn();
		assert_eq!(record(3).people.map(|it| it.settled.value), Some(3), "the third is past probation now");
		assert_eq!(record(3).tier, Tier::Founding, "one record is not enough");
		attest_all(&[two[0], two[1]]);
		turn();
		assert_eq!(Census::tier(), Tier::Founding, "one short: the two records are not in a row");
		attest_all(&[two[0], two[1], third]);
		turn();
		attest_all(&[two[0], two[1], third]);
		assert_eq!(Census::tier(), Tier::Founding);
		turn();
		assert_eq!(Census::tier(), Tier::Consultative);
		assert_eq!(record(6).tier, Tier::Consultative);
		System::assert_has_event(Event::TierReached { tier: Tier::Consultative, season: 6 }.into());

		// It never falls again.
		leave(third);
		turn();
		turn();
		assert_eq!(active(), 0);
		assert_eq!(Census::tier(), Tier::Consultative);
	});
}

/// Before, seven people admitted in one season ended the founder's power at once.
#[test]
fn newcomers_raise_no_tier_however_many_they_are() {
	build_and_execute(|| {
		for _ in 0..4 {
			for _ in 0..20 {
				admit_by(Admission::Founder);
			}
			turn();
			assert_eq!(Census::tier(), Tier::Founding, "none of them has spoken for themselves");
		}
		assert_eq!(record(3).people.map(|it| it.by_founder.value), Some(80));
	});
}

#[test]
fn a_tier_rises_one_step_at_a_time() {
	build_and_execute(|| {
		let all = settle(7);
		let expected = [Tier::Founding, Tier::Consultative, Tier::Shared, Tier::Community, Tier::Community];
		// The first record that counts them is that of season 1: they are past probation from season 2 on.
		for (n, tier) in expected.into_iter().enumerate() {
			assert_eq!(Census::tier(), tier, "in season {}", n + 2);
			turn();
			attest_all(&all);
		}
		assert_eq!(record(1).people.map(|it| it.settled.value), Some(7));
	});
}

#[test]
fn the_dormant_raise_no_tier() {
	build_and_execute(|| {
		let all = settle(3);
		turn();
		turn();
		attest_all(&all[..2]);
		turn();
		assert_eq!(record(4).citizens.value, 3);
		assert_eq!(record(4).active.value, 2);
		assert_eq!(Census::tier(), Tier::Consultative, "as seasons 1 and 2 found");
		assert_eq!(record(4).people.map(|it| it.settled.value), Some(2));
	});
}

#[test]
fn each_tier_needs_what_its_threshold_says() {
	let thresholds = TierThresholds { consultative: 3, shared: 5, community: 7 };
	let needs =
		[Tier::Founding, Tier::Consultative, Tier::Shared, Tier::Community].map(|it| thresholds.of(it));
	assert_eq!(needs, [0, 3, 5, 7]);
	assert_eq!(Tier::Founding.next().and_then(Tier::next).and_then(Tier::next), Some(Tier::Community));
	assert_eq!(Tier::Community.next(), None);
}
