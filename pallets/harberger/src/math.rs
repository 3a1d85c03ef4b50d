// SPDX-License-Identifier: Apache-2.0
//! The pallet's formulas.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::Balance;
use civitas_primitives::Accrual;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, PerThing, Perquintill,
	Rounding,
};

/// `amount` x `part` / `whole`. `None` if `whole` is zero or the result does not fit.
fn scale(amount: Balance, part: u128, whole: u128, rounding: Rounding) -> Option<Balance> {
	multiply_by_rational_with_rounding(amount, part, whole, rounding)
}

/// `amount` x `left` / `period`, rounded up.
fn part(amount: Balance, left: u64, period: u64) -> Balance {
	scale(amount, left.into(), period.into(), Rounding::Up).unwrap_or(amount)
}

/// The part of `amount` that belongs to `share` of `whole`, rounded down.
pub fn share(amount: Balance, share: u64, whole: u64) -> Balance {
	scale(amount, share.into(), whole.into(), Rounding::Down).unwrap_or(0)
}

/// The price of an auction `elapsed` milliseconds after its beginning: it falls from `start` to nothing in one
/// `period`, but never below `lien`, which falls to nothing in the next.
pub fn auction_price(start: Balance, lien: Balance, elapsed: u64, period: u64) -> Balance {
	let period = period.max(1);
	let falling = part(start, period.saturating_sub(elapsed), period);
	let second = elapsed.saturating_sub(period);
	falling.max(part(lien, period.saturating_sub(second), period))
}

/// The part `rate` of `amount`, rounded up.
pub fn fraction(amount: Balance, rate: Perquintill) -> Balance {
	let whole = Perquintill::ACCURACY.into();
	scale(amount, rate.deconstruct().into(), whole, Rounding::Up).unwrap_or(amount)
}

/// The least bid above `amount`.
pub fn above(amount: Balance, increment: Perquintill) -> Balance {
	amount.saturating_add(fraction(amount, increment).max(1))
}

/// The tip and the charge of a reserve period.
pub fn reserve(tip: Balance, valuation: Balance, rate: Perquintill, period: u64) -> Balance {
	tip.saturating_add(Accrual::over(rate, period).due_on(valuation))
}

/// The mean of `mean` over `age` and of `price` over `passed`. It is between the two.
pub fn mean(mean: Balance, age: u64, price: Balance, passed: u64) -> Balance {
	let whole = u128::from(age).saturating_add(passed.into());
	let old = scale(mean, age.into(), whole, Rounding::Down);
	let new = scale(price, passed.into(), whole, Rounding::Up);
	old.unwrap_or(0).saturating_add(new.unwrap_or(price)).min(mean.max(price)).max(mean.min(price))
}

/// For how much of the time `held` a price of `price` is charged, if the mean price was `mean`: for `window` and as
/// many times longer as the price is higher.
pub fn span(held: u64, window: u64, price: Balance, mean: Balance) -> u64 {
	let longest = scale(window.into(), price, mean, Rounding::Up).unwrap_or(u128::MAX);
	held.min(u64::try_from(longest).unwrap_or(u64::MAX))
}

/// What `units` are in CIV at the price `index`, rounded up.
pub fn to_civ(units: Balance, index: FixedU128) -> Balance {
	scale(units, index.into_inner(), FixedU128::DIV, Rounding::Up).unwrap_or(Balance::MAX)
}

/// How many units an amount of CIV is at the price `index`, rounded as told.
pub fn to_units(civ: Balance, index: FixedU128, rounding: Rounding) -> Balance {
	scale(civ, FixedU128::DIV, index.into_inner(), rounding).unwrap_or(Balance::MAX)
}

/// `amount` x `part` / `whole`, rounded up, and at most `amount`.
pub fn scale_to(amount: Balance, part: Balance, whole: Balance) -> Balance {
	scale(amount, part, whole, Rounding::Up).unwrap_or(amount).min(amount)
}
