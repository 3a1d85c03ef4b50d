// SPDX-License-Identifier: Apache-2.0
//! From the layout of version 1.

use super::*;
use crate::migrations::v2::{v1, MigrateV1ToV2};
use frame_support::{
	migrations::SteppedMigration,
	traits::{fungible::MutateHold, GetStorageVersion},
	weights::WeightMeter,
};

fn hold(reason: HoldReason, who: u64, amount: Balance) {
	assert_ok!(Balances::hold(&reason.into(), &who, amount));
}

/// A state of version 1: a house with everything, one in arrears, and two parcels at auction.
fn old_state() {
	StorageVersion::new(1).put::<Harberger>();
	let paid = Accrual(3);
	Neighbours::begin(HOUSE);
	wait(DAY);
	let bid = v1::Bid {
		bidder: BEN,
		amount: 2 * WORTH,
		escrow: 9_000,
		max_rate: RATE,
		asked: WORTH,
		placed: paid,
		until: Now::get() + DAY,
		latest: Now::get() + 2 * DAY,
	};
	let house = v1::Holding {
		holder: ADA,
		citizen: Some(7),
		valuation: WORTH,
		escrow: ESCROW,
		arrears: 0,
		paid,
		bound: Some(Bound { level: WORTH, base: 1, until: 5 }),
		rise: Some(Rise { from: 1, until: 7 }),
		bid: Some(bid),
		offer: Some(CLEO),
	};
	let poor = v1::Holding {
		holder: DORA,
		escrow: TIP,
		arrears: 11,
		bid: None,
		rise: None,
		offer: None,
		..house.clone()
	};
	hold(HoldReason::Escrow, ADA, ESCROW);
	hold(HoldReason::Escrow, DORA, TIP);
	hold(HoldReason::Bid, BEN, 2 * WORTH + 9_000);
	for (parcel, holding) in [(HOUSE, house), (2, poor)] {
		Titled::insert(parcel, (Some(holding.holder), None::<u64>));
		Valued::insert(parcel, WORTH);
		v1::Holdings::<Test>::insert(parcel, holding);
	}
	for (parcel, former) in [(3, Some((ADA, WORTH))), (4, None)] {
		Titled::insert(parcel, (None::<u64>, None::<u64>));
		let auction = v1::Auction {
			start: 2 * WORTH,
			since: START,
			period: 14 * DAY,
			former,
			arrears: 5,
			valuation: WORTH,
			paid,
		};
		v1::Auctions::<Test>::insert(parcel, auction);
	}
}

fn migrate(weight: Weight) -> u32 {
	let (mut cursor, mut steps) = (None, 0);
	loop {
		let mut meter = WeightMeter::with_limit(weight);
		steps += 1;
		cursor = MigrateV1ToV2::<Test>::step(cursor, &mut meter).expect("there is enough weight");
		if cursor.is_none() {
			return steps;
		}
	}
}

#[test]
fn everything_is_kept_and_nobody_is_in_default_at_once() {
	for weight in [<() as WeightInfo>::offer() * 2, Weight::MAX] {
		build_and_execute(|| {
			old_state();
			let steps = migrate(weight);
			assert_eq!(steps, if weight == Weight::MAX { 1 } else { 6 });
			assert_eq!(Harberger::on_chain_storage_version(), 2);
			let now = Now::get();
			let house = house();
			assert_eq!(
				(house.holder, house.valuation, house.booked, house.escrow),
				(ADA, WORTH, WORTH, ESCROW)
			);
			assert_eq!(house.reserved, Reserved { tip: TIP, until: now + 30 * DAY });
			assert_eq!(
				house.bid.map(|it| (it.bidder, it.amount, it.until)),
				Some((BEN, 2 * WORTH, now + DAY))
			);
			let poor = Holdings::<Test>::get(2).expect("Dora holds it");
			assert_eq!((poor.arrears, poor.grace), (11, Some(now + 44 * DAY)));
			let former = Auctions::<Test>::get(3).and_then(|it| it.former);
			assert_eq!(former.map(|it| (it.who, it.most)), Some((ADA, WORTH)));
			assert_eq!(Harberger::bids_of(&BEN, None), [HOUSE]);
			assert_eq!(Harberger::offers_to(&CLEO, None), [HOUSE]);
			Harberger::do_try_state().expect("every invariant holds");
			wait(DAY);
			assert_ok!(close());
			// A migration that has run does nothing.
			assert_eq!(migrate(Weight::MAX), 1);
		});
	}
}

/// The runtime of version 100 wrote bids without their last end, and an iterator leaves out what it cannot read.
#[test]
fn a_bid_of_the_first_runtime_is_kept_and_ends_when_it_would_have() {
	build_and_execute(|| {
		old_state();
		let house = v1::Holdings::<Test>::get(HOUSE).expect("Ada holds it");
		let v1::Bid { bidder, amount, escrow, max_rate, asked, placed, until, .. } =
			house.bid.expect("Ben bids");
		let bid = Some(v1::EndlessBid { bidder, amount, escrow, max_rate, asked, placed, until });
		let v1::Holding { holder, citizen, valuation, escrow, arrears, paid, bound, rise, .. } = house;
		// With an offer, the accounts of 32 bytes tell the two forms apart. Those of the tests have 8, like a time.
		let first =
			v1::Holding { holder, citizen, valuation, escrow, arrears, paid, bound, rise, bid, offer: None };
		frame_support::storage::unhashed::put(&v1::Holdings::<Test>::hashed_key_for(HOUSE), &first);
		migrate(Weight::MAX);
		let kept = Holdings::<Test>::get(HOUSE).expect("Ada still holds it");
		assert_eq!((kept.holder, kept.escrow), (ADA, ESCROW));
		let bid = kept.bid.expect("Ben still bids");
		assert_eq!((bid.bidder, bid.amount, bid.until, bid.latest), (BEN, 2 * WORTH, until, until));
		Harberger::do_try_state().expect("every invariant holds");
	});
}
