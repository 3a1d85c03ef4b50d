// SPDX-License-Identifier: Apache-2.0
//! How many people a season takes in.

use super::*;

fn admit(who: Account, name: &str) -> DispatchResult {
	Citizenship::admit(signed(who), account(name))
}

#[test]
fn a_season_takes_in_as_many_as_there_are_and_some() {
	ExtBuilder::default().build_and_execute(|| {
		// Four citizens: half of them, and one.
		IntakePercent::set(50);
		IntakeAllowance::set(1);
		assert_eq!(Citizenship::intake_info(), IntakeInfo { season: 0, limit: 3, vouched: 0, by_founder: 0 });
		for name in ["Finn", "Hope", "Iris", "Jack"] {
			apply_sponsored(name);
		}
		for name in ["Finn", "Hope", "Iris"] {
			assert_ok!(admit(ada(), name));
		}
		assert_eq!(headcount(), (7, 0));
		assert_noop!(admit(ada(), "Jack"), Error::IntakeExhausted);
		assert_eq!(Citizenship::intake_info(), IntakeInfo { season: 0, limit: 3, vouched: 0, by_founder: 3 });
		turn_season();
		assert_eq!(Citizenship::intake_info(), IntakeInfo { season: 1, limit: 4, vouched: 0, by_founder: 0 });
		assert_ok!(admit(ada(), "Jack"));
	});
}

#[test]
fn the_founders_admissions_take_no_place_from_those_whom_citizens_vouch_for() {
	ExtBuilder::default().build_and_execute(|| {
		IntakePercent::set(0);
		IntakeAllowance::set(1);
		apply_sponsored("Finn");
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		assert_ok!(admit(ada(), "Finn"));
		apply_sponsored("Hope");
		vouch_enough("Hope");
		run_to(1 + CHALLENGE_PERIOD);
		assert_ok!(admit(gus(), "Eve"));
		assert_noop!(admit(gus(), "Hope"), Error::IntakeExhausted);
		assert_noop!(admit(ada(), "Hope"), Error::IntakeExhausted);
	});
}

#[test]
fn those_whom_citizens_vouch_for_leave_the_founder_what_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		IntakePercent::set(0);
		IntakeAllowance::set(2);
		assert_ok!(apply("Eve"));
		vouch_enough("Eve");
		run_to(1 + CHALLENGE_PERIOD);
		// She was admitted by vouches, even though the founder has sent the call.
		events();
		assert_ok!(admit(ada(), "Eve"));
		assert_eq!(events(), [Event::Admitted { citizen: 4, account: eve(), admission: Admission::Vouched }]);
		apply_sponsored("Finn");
		apply_sponsored("Hope");
		assert_ok!(admit(ada(), "Finn"));
		assert_noop!(admit(ada(), "Hope"), Error::IntakeExhausted);
	});
}

#[test]
fn leaving_makes_no_room_for_another_newcomer() {
	ExtBuilder::default().build_and_execute(|| {
		IntakePercent::set(0);
		IntakeAllowance::set(1);
		make_citizen("Finn");
		assert_ok!(Citizenship::renounce(signed(finn())));
		assert_ok!(apply("Eve"));
		assert_noop!(admit(ada(), "Eve"), Error::IntakeExhausted);
	});
}
