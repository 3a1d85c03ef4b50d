// SPDX-License-Identifier: Apache-2.0
//! What is left to a founder in each tier: the design's table, and that nothing brings a power back.

use super::*;

/// Tries each power of the founder once, in a fresh state of `tier`. Returns which of them worked.
fn works(power: FounderPower, tier: Tier) -> Option<bool> {
	let mut outcome = None;
	ExtBuilder::default().in_tier(tier).build_and_execute(|| {
		let amendment = amendment(&[replace(1, "Anyone may join.")]);
		let id = amendment.id();
		let refused = Err(Error::PowerLost.into());
		let result = match power {
			FounderPower::Amend => amend(ADA, &amendment),
			FounderPower::Announce => announce(ADA, &amendment),
			FounderPower::Consent | FounderPower::Veto => {
				assert_ok!(amend(ORDINARY_TRACK, &amendment));
				match power {
					FounderPower::Consent => Charter::consent(signed(ADA), id),
					_ => Charter::veto(signed(ADA), id),
				}
			}
			// Other pallets grant these.
			FounderPower::Admit | FounderPower::Appoint => return,
		};
		assert!(result == Ok(()) || result == refused, "{result:?}");
		assert_eq!(Charter::founder_info().powers.contains(&power), result.is_ok());
		outcome = Some(result.is_ok());
	});
	outcome
}

#[test]
fn each_power_works_up_to_its_last_tier_and_not_after_it() {
	use FounderPower::*;
	let table = [
		(Amend, [true, false, false, false]),
		(Announce, [true, true, false, false]),
		(Consent, [true, true, false, false]),
		(Veto, [true, true, true, false]),
	];
	for (power, expected) in table {
		for (tier, expected) in TIERS.into_iter().zip(expected) {
			assert_eq!(works(power, tier), Some(expected), "{power:?} in {tier:?}");
		}
	}
}

#[test]
fn a_founder_only_ever_loses_powers_as_the_tier_rises() {
	for power in FounderPower::ALL {
		for (before, after) in TIERS.iter().zip(&TIERS[1..]) {
			assert!(power.held_in(*before) || !power.held_in(*after), "{power:?} comes back in {after:?}");
		}
		assert!(power.held_in(Tier::Founding));
		assert!(!power.held_in(Tier::Community));
	}
}

#[test]
fn nobody_but_the_founder_has_the_founders_powers() {
	for tier in TIERS {
		ExtBuilder::default().in_tier(tier).build_and_execute(|| {
			let amendment = amendment(&[replace(1, "Anyone may join.")]);
			let id = amendment.id();
			for who in [BEN, GUS, ORDINARY_TRACK, ENTRENCHED_TRACK] {
				assert_noop!(announce(who, &amendment), Error::NotFounder);
				assert_noop!(Charter::consent(signed(who), id), Error::NotFounder);
				assert_noop!(Charter::veto(signed(who), id), Error::NotFounder);
				assert_noop!(Charter::withdraw(signed(who), id), Error::NotFounder);
				assert_noop!(Charter::step_down(signed(who)), Error::NotFounder);
			}
			assert_noop!(Charter::step_down(RuntimeOrigin::root()), BadOrigin);
			assert_noop!(Charter::veto(RuntimeOrigin::root(), id), BadOrigin);
		});
	}
}

#[test]
fn a_founder_steps_down_in_any_tier_and_any_standing_and_is_nobody_then() {
	for tier in TIERS {
		for suspended in [false, true] {
			ExtBuilder::default().in_tier(tier).build_and_execute(|| {
				AdaSuspended::set(suspended);
				assert_ok!(Charter::step_down(signed(ADA)));
				AdaSuspended::set(false);
				let info = Charter::founder_info();
				assert_eq!((info.founder, info.tier, info.powers), (None, tier, vec![]));
				let amendment = amendment(&[replace(1, "Anyone may join.")]);
				assert_noop!(amend(ADA, &amendment), Error::NotFounder);
				assert_noop!(announce(ADA, &amendment), Error::NotFounder);
				assert_noop!(Charter::step_down(signed(ADA)), Error::NotFounder);
				assert_ok!(amend(ORDINARY_TRACK, &amendment));
				assert_eq!(reads(1), "Anyone may join.", "nobody is asked");
			});
		}
	}
}

#[test]
fn citizens_remove_the_founder_in_the_community_tier_alone() {
	for tier in TIERS {
		for track in [ORDINARY_TRACK, ENTRENCHED_TRACK] {
			ExtBuilder::default().in_tier(tier).build_and_execute(|| {
				for who in [ADA, BEN, GUS] {
					assert_noop!(Charter::remove_founder(signed(who)), BadOrigin);
				}
				if tier == Tier::Community {
					assert_ok!(Charter::remove_founder(signed(track)));
					assert_eq!(Office::get(), None);
					assert_noop!(Charter::remove_founder(signed(track)), Error::NoFounder);
				} else {
					assert_noop!(Charter::remove_founder(signed(track)), Error::NotCommunity);
					assert_noop!(Charter::remove_founder(RuntimeOrigin::root()), Error::NotCommunity);
				}
			});
		}
	}
}

#[test]
fn a_suspended_founder_has_no_powers_and_the_view_says_so() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Charter::founder_info().powers, FounderPower::ALL);
		AdaSuspended::set(true);
		assert_eq!(Charter::founder_info().powers, []);
		assert_noop!(amend(ADA, &amendment(&[replace(1, "Mine.")])), Error::NotActive);
		assert_noop!(announce(ADA, &amendment(&[replace(1, "Mine.")])), Error::NotActive);
	});
}
