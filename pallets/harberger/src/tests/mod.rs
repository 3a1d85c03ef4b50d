// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, one rule a test. This file holds what the tests share.

mod amendments;
mod attacks;
mod auctions;
mod bids;
mod broken;
mod charges;
mod grace;
mod holdings;
mod honesty;
mod migrations;
mod origins;
mod payouts;
mod properties;
mod register;
mod stewards;
mod unit;
mod views;

use crate::{mock::*, *};
use civitas_primitives::YEAR;
use frame_support::{assert_noop, assert_ok, traits::Hooks};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

/// Holds parcel [`HOUSE`] in most tests.
pub const ADA: u64 = 1;
pub const BEN: u64 = 2;
pub const CLEO: u64 = 3;
pub const DORA: u64 = 4;

pub const HOUSE: ParcelId = 1;
/// What Ada thinks it is worth.
pub const WORTH: Balance = 1_000_000;
/// What Ada puts into escrow: enough for a year and a half.
pub const ESCROW: Balance = 80_000;
/// The yearly rate at first: 2 % for all, 3 % by the neighbours.
pub const RATE: Perquintill = Perquintill::from_percent(5);

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn house() -> HoldingOf<Test> {
	Holdings::<Test>::get(HOUSE).expect("somebody holds the house")
}

pub fn info() -> HoldingInfo<u64> {
	Harberger::holding_info(HOUSE).expect("somebody holds the house")
}

/// What the charge on `principal` at the first rate comes to.
pub fn charge(principal: Balance, millis: u64) -> Balance {
	Accrual::over(RATE, millis).due_on(principal)
}

/// Ada takes the house that was reserved for her.
pub fn settle_in() {
	assert_ok!(Harberger::accept(signed(ADA), HOUSE, WORTH, ESCROW));
}

/// Somebody bids for the house.
pub fn bid(who: u64, amount: Balance) -> DispatchResult {
	Harberger::bid(signed(who), HOUSE, amount)
}

pub fn assess(valuation: Balance) -> DispatchResult {
	Harberger::assess(signed(ADA), HOUSE, valuation)
}

pub fn defend() -> DispatchResult {
	Harberger::defend(signed(ADA), HOUSE, Balance::MAX)
}

pub fn close() -> DispatchResult {
	Harberger::close(signed(DORA), HOUSE)
}

pub fn foreclose() -> DispatchResult {
	Harberger::foreclose(signed(DORA), HOUSE)
}

/// Somebody settles the house.
pub fn settle() -> DispatchResult {
	Harberger::settle(signed(DORA), HOUSE)
}

/// Whether somebody who owns nothing can make a call.
pub fn is_free(call: Call<Test>) -> bool {
	use frame_support::dispatch::CheckIfFeeless;
	RuntimeCall::from(call).is_feeless(&signed(77))
}

/// All that somebody owns, held or not.
pub fn wealth(who: u64) -> Balance {
	Balances::total_balance(&who)
}

/// What a charge that was not in escrow comes to.
pub fn late(missing: Balance) -> Balance {
	missing + missing.div_ceil(10)
}

/// What Ada owes when the house is taken from her: a charge of two years, less her escrow, and that of the grace.
pub fn arrears() -> Balance {
	late(100_000 - (ESCROW - TIP)) + late(charge(WORTH, 14 * DAY))
}

/// Ada's escrow runs dry, and the house is taken from her.
pub fn lose_the_house() {
	settle_in();
	wait(2 * YEAR);
	assert_ok!(settle());
	wait(14 * DAY);
	assert_ok!(foreclose());
}

/// A parcel that nobody has held yet.
pub fn field() -> ParcelId {
	Titled::insert(7, (None::<u64>, None::<u64>));
	assert_ok!(Harberger::registered(7));
	7
}
