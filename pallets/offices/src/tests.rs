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
