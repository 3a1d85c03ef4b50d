// SPDX-License-Identifier: Apache-2.0
//! Who is in the register, and who is not.

use super::*;
use frame_support::dispatch::CheckIfFeeless;
use sp_runtime::DispatchError;

fn enter(account: u64, n: u64) -> DispatchResult {
	OutsidePanel::register(signed(REGISTRAR), account, evidence(n))
}

#[test]
fn the_registrar_enters_people_who_get_slots_in_order() {
	build_and_execute(|| {
		assert_ok!(enter(11, 1));
		assert_ok!(enter(12, 2));
		System::assert_last_event(Event::Registered { account: 12, slot: 1, evidence: evidence(2) }.into());
		assert_eq!(Register::<Test>::get(), Size { slots: 2, residents: 2 });
		assert_eq!(Residents::<Test>::get(11), Some(Resident { slot: 0, evidence: evidence(1) }));
		assert_eq!(System::sufficients(&11), 1, "the account lives without a token");
	});
}

#[test]
fn nobody_else_enters_or_removes_people() {
	build_and_execute(|| {
		register(11);
		for origin in [signed(11), signed(PROPOSER), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let entered = OutsidePanel::register(origin.clone(), 12, evidence(2));
			assert_noop!(entered, DispatchError::BadOrigin);
			assert_noop!(OutsidePanel::remove(origin, 11), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn nobody_is_registered_twice() {
	build_and_execute(|| {
		assert_ok!(enter(11, 1));
		assert_noop!(enter(11, 2), Error::AlreadyRegistered);
		assert_noop!(enter(12, 1), Error::EvidenceTaken);
		remove(11);
		assert_ok!(enter(12, 1));
	});
}

#[test]
fn citizens_are_no_outsiders() {
	build_and_execute(|| {
		assert_noop!(enter(CITIZEN, 1), Error::NotOutside);
		assert_ok!(enter(CITIZEN - 1, 1));
	});
}

#[test]
fn the_register_has_an_end() {
	build_and_execute(|| {
		MaxResidents::set(2);
		register_many(11, 2);
		assert_noop!(enter(13, 13), Error::TooManyResidents);
		remove(11);
		assert_ok!(enter(13, 13));
		MaxResidents::set(10);
		Register::<Test>::mutate(|size| size.slots = u32::MAX - 1);
		assert_ok!(enter(14, 14));
		assert_noop!(enter(15, 15), Error::TooManyResidents);
	});
}

#[test]
fn a_slot_once_left_stays_empty_for_ever() {
	build_and_execute(|| {
		register_many(11, 3);
		assert_ok!(OutsidePanel::leave(signed(12)));
		System::assert_last_event(Event::Removed { account: 12, slot: 1 }.into());
		assert_eq!(System::sufficients(&12), 0);
		assert_noop!(OutsidePanel::remove(signed(REGISTRAR), 12), Error::NotResident);
		assert_eq!(register(12), 3);
		assert_eq!(Register::<Test>::get(), Size { slots: 4, residents: 3 });
		assert_eq!(Holders::<Test>::get(1), None);
	});
}

#[test]
fn a_resident_leaves_at_will_and_free_of_charge() {
	build_and_execute(|| {
		register(11);
		let is_free = |who| RuntimeCall::from(Call::leave {}).is_feeless(&signed(who));
		assert!(is_free(11) && !is_free(12));
		assert_ok!(OutsidePanel::leave(signed(11)));
		System::assert_last_event(Event::Removed { account: 11, slot: 0 }.into());
		assert!(!is_free(11));
		assert_noop!(OutsidePanel::leave(signed(11)), Error::NotResident);
		assert_noop!(OutsidePanel::leave(RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}

#[test]
fn who_was_removed_is_forgotten_when_no_poll_of_that_time_can_be_open() {
	build_and_execute(|| {
		register(11);
		remove(11);
		System::assert_last_event(Event::Removed { account: 11, slot: 0 }.into());
		assert_eq!(Register::<Test>::get(), Size { slots: 1, residents: 0 });
		assert_noop!(OutsidePanel::remove(signed(REGISTRAR), 11), Error::NotResident);
		let is_free = |account| RuntimeCall::from(Call::forget { account }).is_feeless(&signed(99));
		run_to(1 + DECIDE + CONFIRM);
		assert_noop!(OutsidePanel::forget(signed(99), 11), Error::RemovedLately);
		// Nobody loses a vote by being registered and removed again.
		assert_noop!(enter(11, 11), Error::RemovedLately);
		assert!(!is_free(11));
		assert_eq!(System::sufficients(&11), 1);
		run_to(2 + DECIDE + CONFIRM);
		assert!(is_free(11) && !is_free(12));
		assert_noop!(OutsidePanel::forget(signed(99), 12), Error::NotRemoved);
		let forgotten = OutsidePanel::forget(signed(99), 11).expect("it is long ago");
		assert_eq!(forgotten.pays_fee, frame_support::dispatch::Pays::No);
		System::assert_last_event(Event::Forgotten { account: 11, slot: 0 }.into());
		assert_eq!((System::sufficients(&11), Holders::<Test>::iter().count()), (0, 0));
		assert_eq!(register(11), 1);
	});
}

#[test]
fn who_was_removed_long_ago_is_registered_again_and_gets_another_slot() {
	build_and_execute(|| {
		register(11);
		remove(11);
		run_to(2 + DECIDE + CONFIRM);
		assert_eq!(register(11), 1);
		assert_eq!(System::sufficients(&11), 1);
		remove(11);
		assert_ok!(OutsidePanel::leave(signed(11)));
		assert_eq!((System::sufficients(&11), Removals::<Test>::iter().count()), (0, 0));
	});
}
