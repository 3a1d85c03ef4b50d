// SPDX-License-Identifier: Apache-2.0
//! What is left of polls that are over.

use super::*;
use frame_support::{
	dispatch::{CheckIfFeeless, GetDispatchInfo, Pays},
	traits::UnfilteredDispatchable,
};

fn is_free(poll: PollIndex) -> bool {
	RuntimeCall::from(Call::retire { poll }).is_feeless(&signed(99))
}

#[test]
fn anyone_removes_what_is_left_of_a_poll_that_is_over_and_pays_nothing() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		assert_ok!(vote(members[1], poll, Nay));
		assert!(!is_free(poll));
		assert_noop!(OutsidePanel::retire(signed(99), poll), Error::NothingToRetire);
		run_to(15 + DECIDE);
		assert_eq!(outcome(poll), "rejected");
		assert!(is_free(poll));
		let info = OutsidePanel::retire(signed(99), poll).expect("it is over");
		assert_eq!(info.pays_fee, Pays::No);
		assert_eq!(info.actual_weight, Some(<() as WeightInfo>::retire(2)));
		System::assert_last_event(Event::PanelRetired { poll }.into());
		assert_eq!((Votes::<Test>::iter().count(), Panels::<Test>::iter().count()), (0, 0));
		assert!(!is_free(poll));
		assert_noop!(OutsidePanel::retire(signed(99), poll), Error::NothingToRetire);
	});
}

#[test]
fn a_cancelled_poll_is_over_too() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		assert_ok!(Referenda::cancel(RuntimeOrigin::root(), poll));
		assert_noop!(vote(members[0], poll, Nay), Error::NotDeciding);
		assert_ok!(OutsidePanel::retire(signed(99), poll));
	});
}

#[test]
fn a_large_panel_is_removed_some_at_a_time() {
	build_and_execute(|| {
		PanelSize::set(100);
		register_many(1, 100);
		let poll = decide_at(15);
		run_to(30);
		for member in 1..=65 {
			assert_ok!(vote(member, poll, Aye));
		}
		assert_ok!(Referenda::cancel(RuntimeOrigin::root(), poll));
		assert_ok!(OutsidePanel::retire(signed(99), poll));
		assert_eq!((Votes::<Test>::iter().count(), Panels::<Test>::iter().count()), (1, 1));
		assert!(is_free(poll));
		assert_ok!(OutsidePanel::retire(signed(99), poll));
		assert_eq!((Votes::<Test>::iter().count(), Panels::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn what_is_charged_beforehand_covers_the_most_that_is_removed() {
	build_and_execute(|| {
		let call = RuntimeCall::from(Call::retire { poll: 0 });
		let most = <() as WeightInfo>::retire(RETIRED_AT_ONCE);
		assert_eq!(call.get_dispatch_info().call_weight, most);
		assert!(call.dispatch_bypass_filter(RuntimeOrigin::root()).is_err());
	});
}
