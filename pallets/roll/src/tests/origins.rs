// SPDX-License-Identifier: Apache-2.0
//! Who may call what: nobody signs, everything is authorized by what it says.

use crate::{mock::*, *};
use frame_support::{
	assert_noop,
	traits::{GetCallName, UnfilteredDispatchable},
};
use frame_system::RawOrigin;
use sp_runtime::traits::BadOrigin;

#[test]
fn no_call_takes_a_signature_root_or_nothing() {
	build_and_execute(|| {
		admit_many(3);
		next_season();
		let calls = [
			enrolment(0, seat(0), Context::Nation, 55),
			Call::build_ring { ring: RingId::Nation(0) },
			Call::seal { season: 1 },
		];
		let names: Vec<_> = calls.iter().map(|call| call.get_call_name()).collect();
		assert_eq!(names, Call::<Test>::get_call_names(), "every call is listed");
		for call in calls {
			for origin in [RawOrigin::Root, RawOrigin::Signed(1000), RawOrigin::Signed(55), RawOrigin::None] {
				let origin: RuntimeOrigin = origin.into();
				assert_noop!(
					call.clone().dispatch_bypass_filter(origin).map_err(|failed| failed.error),
					BadOrigin
				);
			}
		}
	});
}

#[test]
fn a_call_authorized_before_is_checked_again() {
	build_and_execute(|| {
		admit_many(3);
		next_season();
		let authorized = || RuntimeOrigin::from(RawOrigin::Authorized);
		assert_noop!(Roll::build_ring(authorized(), RingId::Nation(0)), Error::<Test>::AlreadyBuilt);
		assert_eq!(
			Roll::seal(authorized(), 1).map_err(|failed| failed.error),
			Err(Error::<Test>::AlreadySealed.into())
		);
	});
}
