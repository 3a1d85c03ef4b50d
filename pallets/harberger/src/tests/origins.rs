// SPDX-License-Identifier: Apache-2.0
//! Only signed accounts act.

use super::*;
use frame_support::traits::{GetCallName, UnfilteredDispatchable};
use sp_runtime::traits::BadOrigin;

#[test]
fn every_call_but_the_laws_is_signed() {
	build_and_execute(|| {
		let parcel = HOUSE;
		let calls = [
			Call::accept { parcel, valuation: 1, escrow: 1 },
			Call::assess { parcel, valuation: 1 },
			Call::fund { parcel, amount: 1 },
			Call::withdraw { parcel, amount: 1 },
			Call::bid { parcel, amount: 1 },
			Call::defend { parcel, max_price: 1 },
			Call::close { parcel },
			Call::foreclose { parcel },
			Call::buy { parcel, max_price: 1, valuation: 1, escrow: 1 },
			Call::relinquish { parcel },
			Call::offer { parcel, receiver: None },
			Call::claim {},
			Call::settle { parcel },
			Call::guard { parcel, max_price: None },
			Call::reclaim { parcel, escrow: 1 },
			Call::denominate { parcel, denomination: Denomination::Unit },
			Call::announce_index { price: FixedU128::from_u32(1) },
			Call::replenish { parcel, amount: 1 },
		];
		let names = calls.iter().map(|call: &Call<Test>| call.get_call_name()).collect::<Vec<_>>();
		assert_eq!(names, Call::<Test>::get_call_names());
		for call in calls {
			let is_law = matches!(call, Call::announce_index { .. });
			let others = if is_law { signed(ADA) } else { RuntimeOrigin::root() };
			for origin in [others, RuntimeOrigin::none()] {
				let refused = call.clone().dispatch_bypass_filter(origin);
				assert_eq!(refused.map_err(|it| it.error), Err(BadOrigin.into()));
			}
		}
	});
}
