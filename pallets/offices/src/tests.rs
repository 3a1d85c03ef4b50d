// SPDX-License-Identifier: Apache-2.0
//! Who is appointed, and what that lets them do.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use frame_system::RawOrigin;
use sp_runtime::DispatchError::BadOrigin;

const REGISTRAR: Office = Office::PanelRegistrar;
const ADA: u64 = 1;
const BEN: u64 = 2;

/// Says whether `who` passes for the registrar.
fn passes(who: RuntimeOrigin) -> bool {
	EnsurePanelRegistrar::<Test>::try_origin(who).is_ok()
}

#[test]
fn an_office_changes_hands_and_is_left_empty() {
	build_and_execute(|| {
		assert!(!passes(RuntimeOrigin::signed(ADA)));
		assert_ok!(Offices::appoint(RuntimeOrigin::root(), REGISTRAR, Some(ADA)));
		System::assert_last_event(Event::Appointed { office: REGISTRAR, old: None, new: Some(ADA) }.into());
		assert!(passes(RuntimeOrigin::signed(ADA)));

		assert_ok!(Offices::appoint(RuntimeOrigin::root(), REGISTRAR, Some(BEN)));
		System::assert_last_event(
			Event::Appointed { office: REGISTRAR, old: Some(ADA), new: Some(BEN) }.into(),
		);
		assert!(!passes(RuntimeOrigin::signed(ADA)));
		assert!(passes(RuntimeOrigin::signed(BEN)));

		assert_ok!(Offices::appoint(RuntimeOrigin::root(), REGISTRAR, None));
		System::assert_last_event(Event::Appointed { office: REGISTRAR, old: Some(BEN), new: None }.into());
		assert!(!passes(RuntimeOrigin::signed(BEN)));
	});
}

#[test]
fn nobody_appoints_but_who_may() {
	build_and_execute(|| {
		for origin in [RawOrigin::None, RawOrigin::Signed(ADA)] {
			assert_noop!(Offices::appoint(origin.into(), REGISTRAR, Some(ADA)), BadOrigin);
		}
		assert_ok!(Offices::appoint(RuntimeOrigin::root(), REGISTRAR, Some(ADA)));
		// Nor does the holder.
		assert_noop!(Offices::appoint(RuntimeOrigin::signed(ADA), REGISTRAR, Some(BEN)), BadOrigin);
		// Root and nobody hold no office.
		assert!(!passes(RuntimeOrigin::root()));
		assert!(!passes(RuntimeOrigin::none()));
	});
}

#[test]
fn an_appointment_that_changes_nothing_is_refused() {
	build_and_execute(|| {
		assert_noop!(
			Offices::appoint(RuntimeOrigin::root(), REGISTRAR, None),
			Error::<Test>::AlreadyAppointed
		);
		assert_ok!(Offices::appoint(RuntimeOrigin::root(), REGISTRAR, Some(ADA)));
		assert_noop!(
			Offices::appoint(RuntimeOrigin::root(), REGISTRAR, Some(ADA)),
			Error::<Test>::AlreadyAppointed
		);
	});
}

fn appoint(origin: RuntimeOrigin, holder: u64) -> frame_support::dispatch::DispatchResult {
	Offices::appoint(origin, REGISTRAR, Some(holder))
}

fn founder() -> RuntimeOrigin {
	RuntimeOrigin::signed(Founder::get())
}

/// A founder's registrar used to outlive the founder's power.
#[test]
fn what_a_founder_gave_ends_with_the_founding_tier() {
	build_and_execute(|| {
		assert_ok!(appoint(founder(), ADA));
		assert!(passes(RuntimeOrigin::signed(ADA)));
		let holding = Holding { holder: ADA, giver: Giver::Founder, last_season: 4 };
		assert_eq!(Offices::holding_of(REGISTRAR), Some(holding));
		Reached::put(Tier::Consultative);
		assert!(!passes(RuntimeOrigin::signed(ADA)));
		assert_eq!(Offices::holding_of(REGISTRAR), None);
		// The citizens can give the same person the office again.
		assert_ok!(appoint(RuntimeOrigin::root(), ADA));
		assert!(passes(RuntimeOrigin::signed(ADA)));
	});
}

#[test]
fn an_office_ends_with_the_fourth_season_after_the_appointment_and_can_be_given_again() {
	build_and_execute(|| {
		Index::put(3);
		assert_ok!(appoint(RuntimeOrigin::root(), ADA));
		assert_noop!(appoint(RuntimeOrigin::root(), ADA), Error::<Test>::AlreadyAppointed);
		Index::put(7);
		assert!(passes(RuntimeOrigin::signed(ADA)));
		assert_ok!(appoint(RuntimeOrigin::root(), ADA));
		System::assert_last_event(
			Event::Appointed { office: REGISTRAR, old: Some(ADA), new: Some(ADA) }.into(),
		);
		Index::put(11);
		assert!(passes(RuntimeOrigin::signed(ADA)));
		Index::put(12);
		assert!(!passes(RuntimeOrigin::signed(ADA)));
	});
}

#[test]
fn an_appointment_from_before_there_were_terms_is_a_founders_of_the_first_season() {
	build_and_execute(|| {
		Holders::<Test>::insert(REGISTRAR, ADA);
		assert!(passes(RuntimeOrigin::signed(ADA)));
		Reached::put(Tier::Shared);
		assert!(!passes(RuntimeOrigin::signed(ADA)));
		Reached::kill();
		Index::put(5);
		assert!(!passes(RuntimeOrigin::signed(ADA)));
	});
}

#[test]
fn broken_terms_are_found() {
	let broken = |tamper: fn()| {
		build().execute_with(|| {
			assert_ok!(appoint(founder(), ADA));
			tamper();
			Offices::do_try_state()
		})
	};
	assert_eq!(broken(|| Holders::<Test>::remove(REGISTRAR)), Err("an empty office has a term".into()));
	assert_eq!(
		broken(|| Terms::<Test>::insert(REGISTRAR, Term { since: 1, giver: Giver::Founder })),
		Err("a term begins in the future".into())
	);
}
