// SPDX-License-Identifier: Apache-2.0
//! Yearly rates over time, without rounding.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::{
	helpers_128bit::multiply_by_rational_with_rounding, FixedPointNumber, FixedU128, PerThing, Perquintill,
	Rounding,
};

/// The milliseconds of a year: 365 days.
pub const YEAR: u64 = 365 * 24 * 60 * 60 * 1_000;

/// How many units of an accrual make a whole principal: those of a rate times those of a year.
const WHOLE: u128 = Perquintill::ACCURACY as u128 * YEAR as u128;

/// What yearly rates come to over time, as a share of a principal: quintillionths times milliseconds.
///
/// Nothing is rounded before an accrual is applied to an amount. So an integral of rates in many small steps equals
/// the one in few large steps, and nobody gains by settling often or seldom. It overflows after ten thousand million
/// years at 100 %.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
pub struct Accrual(pub u128);

impl Accrual {
	/// What `rate` comes to over `millis`.
	pub fn over(rate: Perquintill, millis: u64) -> Self {
		// At most 1e18 * 2^64, which fits.
		Self(u128::from(rate.deconstruct()).saturating_mul(millis.into()))
	}

	/// Both together.
	pub fn plus(self, other: Self) -> Self {
		Self(self.0.saturating_add(other.0))
	}

	/// What has come to `earlier` since. Nothing if `earlier` is later.
	pub fn since(self, earlier: Self) -> Self {
		Self(self.0.saturating_sub(earlier.0))
	}

	/// As a share, rounded down: 1 is the whole principal.
	pub fn share(self) -> FixedU128 {
		let parts = multiply_by_rational_with_rounding(self.0, FixedU128::DIV, WHOLE, Rounding::Down);
		FixedU128::from_inner(parts.unwrap_or(u128::MAX))
	}

	/// What is due on `principal`, rounded up.
	pub fn due_on(self, principal: u128) -> u128 {
		// What is more than all the money there can be is as good as all of it.
		multiply_by_rational_with_rounding(principal, self.0, WHOLE, Rounding::Up).unwrap_or(u128::MAX)
	}

	/// The most that `money` pays for on `principal`. `None` if it pays for ever.
	pub fn covered(money: u128, principal: u128) -> Option<Self> {
		multiply_by_rational_with_rounding(money, WHOLE, principal, Rounding::Down).map(Self)
	}

	/// How many whole milliseconds `rate` takes to come to this at most. `None` if it never does.
	pub fn lasts(self, rate: Perquintill) -> Option<u64> {
		self.0.checked_div(rate.deconstruct().into())?.try_into().ok()
	}
}

/// The integral of a rate that changes now and then, settled when it does.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Meter {
	/// What had accrued by `since`.
	pub settled: Accrual,
	/// The time of the last change, in milliseconds; zero before the clock's first tick: nothing accrues by then.
	pub since: u64,
	/// The yearly rate since.
	pub rate: Perquintill,
}

impl Meter {
	/// A meter that starts at `now`.
	pub fn start(now: u64, rate: Perquintill) -> Self {
		Self { settled: Accrual::default(), since: now, rate }
	}

	/// What has accrued by `now`. Never falls, whatever the clock does.
	pub fn read(&self, now: u64) -> Accrual {
		if self.since == 0 {
			return self.settled;
		}
		self.settled.plus(Accrual::over(self.rate, now.saturating_sub(self.since)))
	}

	/// Changes the rate from `now` on; time past keeps the old one.
	pub fn change(&mut self, now: u64, rate: Perquintill) {
		*self = Self { settled: self.read(now), since: now.max(self.since), rate };
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const FIVE: Perquintill = Perquintill::from_percent(5);
	const TWO: Perquintill = Perquintill::from_percent(2);

	#[test]
	fn a_year_costs_the_yearly_rate_and_one_unit_more_time_rounds_up() {
		assert_eq!(Accrual::over(FIVE, YEAR).due_on(1_000), 50);
		assert_eq!(Accrual::over(FIVE, YEAR + 1).due_on(1_000), 51);
		assert_eq!(Accrual::over(FIVE, YEAR).share(), FixedU128::from_rational(5, 100));
		assert_eq!(Accrual::over(FIVE, 0).due_on(1_000), 0);
	}

	#[test]
	fn steps_add_up_to_the_whole() {
		let mut meter = Meter::start(1_000, FIVE);
		for step in 1..=1_000 {
			meter.change(1_000 + step * 7, FIVE);
		}
		assert_eq!(meter.read(10_000), Meter::start(1_000, FIVE).read(10_000));
	}

	#[test]
	fn time_past_keeps_its_rate() {
		let mut meter = Meter::start(1_000, FIVE);
		meter.change(1_000 + YEAR, TWO);
		assert_eq!(meter.read(1_000 + 2 * YEAR).due_on(100), 7);
	}

	#[test]
	fn a_clock_that_stands_still_or_goes_back_takes_nothing_away() {
		let mut meter = Meter::start(5_000, FIVE);
		meter.change(6_000, FIVE);
		let read = meter.read(6_000);
		assert_eq!(meter.read(5_500), read);
		meter.change(5_500, TWO);
		assert_eq!((meter.read(6_000), meter.since), (read, 6_000));
	}

	#[test]
	fn nothing_accrues_before_the_clock_ticks() {
		let mut meter = Meter::start(0, FIVE);
		assert_eq!(meter.read(1_000_000), Accrual::default());
		meter.change(1_000_000, FIVE);
		assert_eq!(meter.read(1_000_010), Accrual::over(FIVE, 10));
	}

	#[test]
	fn money_lasts_to_the_millisecond() {
		for money in [1, 999, 1_000_000_007] {
			let covered = Accrual::covered(money, 5_000_000_000).expect("it does not last for ever");
			let millis = covered.lasts(FIVE).expect("it ends");
			assert!(Accrual::over(FIVE, millis).due_on(5_000_000_000) <= money);
			assert!(Accrual::over(FIVE, millis + 1).due_on(5_000_000_000) > money);
		}
		assert_eq!(Accrual::covered(5, 0), None);
		assert_eq!(Accrual(5).lasts(Perquintill::zero()), None);
	}

	#[test]
	fn what_is_too_much_is_all() {
		assert_eq!(Accrual(u128::MAX).due_on(u128::MAX), u128::MAX);
	}
}
