// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, one rule a test. This file holds what the tests share.

mod broken;
mod free_calls;
mod properties;
mod rates;
mod seasons;
mod voting;

use crate::{mock::*, *};
use civitas_primitives::{Accrual, Context, FloatingRate, RingId, YEAR};
use frame_support::{assert_noop, assert_ok};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

pub const ADA: u64 = 1;
pub const BEN: u64 = 2;

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn approve(who: u64) -> DispatchResult {
	FloatingTax::vote(signed(who), TAVERN, Vote::Approve)
}

pub fn disapprove(who: u64) -> DispatchResult {
	FloatingTax::vote(signed(who), TAVERN, Vote::Disapprove)
}

pub fn rate() -> Perquintill {
	FloatingTax::rate(TAVERN)
}

pub fn info() -> OpinionInfo {
	FloatingTax::opinion_info(TAVERN)
}

pub const fn permille(parts: u64) -> Perquintill {
	Perquintill::from_parts(parts * 1_000_000_000_000_000)
}
