//! The unit of account: what prices in it are in CIV, and how the law changes that.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use sp_runtime::{PerThing, Rounding, Saturating};

impl<T: Config> Pallet<T> {
	/// The time by which deadlines are counted, in milliseconds.
	pub(crate) fn now() -> u64 {
		T::Clock::now()
	}

	/// The price of a unit in CIV now.
	pub fn unit_price() -> FixedU128 {
		UnitIndex::<T>::get().at(Self::now()).price
	}

	/// What `amount` is in CIV now, rounded up.
	pub(crate) fn civ(denomination: Denomination, amount: Balance) -> Balance {
		match denomination {
			Denomination::Civ => amount,
			Denomination::Unit => math::to_civ(amount, Self::unit_price()),
		}
	}

	/// An amount of CIV as a price, rounded up.
	pub(crate) fn named(denomination: Denomination, civ: Balance) -> Balance {
		match denomination {
			Denomination::Civ => civ,
			Denomination::Unit => math::to_units(civ, Self::unit_price(), Rounding::Up),
		}
	}

	/// An amount of CIV as money for charges on a price, rounded down.
	pub(crate) fn money(denomination: Denomination, civ: Balance) -> Balance {
		match denomination {
			Denomination::Civ => civ,
			Denomination::Unit => math::to_units(civ, Self::unit_price(), Rounding::Down),
		}
	}

	/// The valuation of a holding in CIV now.
	pub(crate) fn price_of(holding: &HoldingOf<T>) -> Balance {
		Self::civ(holding.denomination, holding.valuation)
	}

	/// The record of a holding with its mean in CIV.
	pub(crate) fn record_in_civ(holding: &HoldingOf<T>) -> Record {
		let mean = Self::civ(holding.denomination, holding.record.mean);
		Record { mean, ..holding.record }
	}

	pub(crate) fn do_announce_index(price: FixedU128) -> DispatchResult {
		let (now, index) = (Self::now(), UnitIndex::<T>::get().at(Self::now()));
		let step =
			FixedU128::from_rational(T::IndexStep::get().deconstruct().into(), Perquintill::ACCURACY.into());
		let change = index.price.saturating_mul(step);
		let lowest = index.price.saturating_sub(change).max(FixedU128::from_inner(1));
		let highest = index.price.saturating_add(change);
		ensure!((lowest..=highest).contains(&price), Error::<T>::IndexTooFar);
		ensure!(index.next.is_none(), Error::<T>::IndexTooSoon);
		let at = now.saturating_add(T::IndexNotice::get());
		// The index that a chain begins with counts since zero and can change at once.
		let soonest = if index.since == 0 { 0 } else { index.since.saturating_add(T::IndexPeriod::get()) };
		ensure!(at >= soonest, Error::<T>::IndexTooSoon);
		UnitIndex::<T>::put(Index { next: Some((price, at)), ..index });
		Self::deposit_event(Event::IndexAnnounced { price, at });
		Ok(())
	}
}
