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
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, PerThing, Perquintill, Rounding};

/// `amount` x `left` / `period`, rounded up.
fn part(amount: Balance, left: u64, period: u64) -> Balance {
	multiply_by_rational_with_rounding(amount, left.into(), period.into(), Rounding::Up).unwrap_or(amount)
}

/// The price of an auction `elapsed` milliseconds after its beginning: it falls from `start` to nothing in one
/// `period`, but never below `lien`, which falls to nothing in the next.
pub fn auction_price(start: Balance, lien: Balance, elapsed: u64, period: u64) -> Balance {
	let period = period.max(1);
	let falling = part(start, period.saturating_sub(elapsed), period);
	let second = elapsed.saturating_sub(period);
	falling.max(part(lien, period.saturating_sub(second), period))
}

/// The least bid above `amount`.
pub fn above(amount: Balance, increment: Perquintill) -> Balance {
	let step = multiply_by_rational_with_rounding(
		amount,
		increment.deconstruct().into(),
		Perquintill::ACCURACY.into(),
		Rounding::Up,
	);
	amount.saturating_add(step.unwrap_or(amount).max(1))
}

/// The tip and the charge of a reserve period.
pub fn reserve(tip: Balance, valuation: Balance, rate: Perquintill, period: u64) -> Balance {
	tip.saturating_add(Accrual::over(rate, period).due_on(valuation))
}
