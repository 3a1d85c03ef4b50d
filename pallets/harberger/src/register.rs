// SPDX-License-Identifier: Apache-2.0
//! What the register does to parcels: registering, withdrawing, dividing and joining them.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{holdings::Deed, *};
use sp_runtime::traits::EnsureAdd;

impl<T: Config> OnParcel for Pallet<T> {
	fn registered(parcel: ParcelId) -> DispatchResult {
		Self::start_first_sale(parcel);
		Ok(())
	}

	fn withdrawn(parcel: ParcelId) -> DispatchResult {
		if let Some(auction) = Auctions::<T>::take(parcel) {
			if let Some(bid) = auction.bid {
				Self::end_bid(parcel, bid, BidEnd::Withdrawn)?;
			}
			Self::deposit_event(Event::Withdrawn { parcel });
		}
		if let Some(mut holding) = Holdings::<T>::take(parcel) {
			Self::account_for(parcel, &mut holding)?;
			if let Some(bid) = holding.bid.take() {
				Self::end_bid(parcel, bid, BidEnd::Withdrawn)?;
			}
			Self::unlist_offer(parcel, &holding);
			Self::give_back(HoldReason::Escrow, &holding.holder, holding.escrow)?;
			T::Titles::revalued(parcel, holding.booked, 0);
			Self::deposit_event(Event::Withdrawn { parcel });
		}
		Ok(())
	}

	fn divided(parcel: ParcelId, parts: &[(ParcelId, u32)]) -> DispatchResult {
		let mut holding = Self::quiet(parcel)?;
		let whole = parts.iter().fold(0u64, |sum, (_, area)| sum.saturating_add((*area).into())).max(1);
		let (valuation, escrow, bound) = (holding.valuation, holding.escrow, holding.bound);
		let record = holding.record;
		let (mut valuation_left, mut escrow_left) = (valuation, escrow);
		for (part, area) in parts.iter().filter(|(part, _)| *part != parcel) {
			let share = |amount| math::share(amount, (*area).into(), whole);
			let (theirs, held) = (share(valuation), share(escrow));
			valuation_left = valuation_left.saturating_sub(theirs);
			escrow_left = escrow_left.saturating_sub(held);
			T::FloatingRate::inherit(*part, parcel);
			let deed = Deed {
				holder: holding.holder.clone(),
				means: Means::Division,
				price: 0,
				denomination: holding.denomination,
				valuation: theirs,
				escrow: held,
				reserved: Self::reservation(Self::civ(holding.denomination, theirs), held)?,
				record: Record { mean: share(record.mean), ..record },
				bound: bound.map(|it| Bound { level: share(it.level), base: share(it.base), ..it }),
			};
			Self::enter(*part, 0, deed)?;
		}
		let kept = |amount| math::scale_to(amount, valuation_left, valuation);
		holding.bound = bound.map(|it| Bound { level: kept(it.level), base: kept(it.base), ..it });
		holding.record = Record { mean: kept(record.mean), ..record };
		(holding.valuation, holding.escrow) = (valuation_left, escrow_left);
		Self::secure(parcel, &mut holding)?;
		Self::book(parcel, &mut holding);
		Holdings::<T>::insert(parcel, holding);
		Self::deposit_event(Event::Divided { parcel, valuation: valuation_left, escrow: escrow_left });
		Ok(())
	}

	fn joined(parcel: ParcelId, other: ParcelId) -> DispatchResult {
		let (mut holding, joined) = (Self::quiet(parcel)?, Self::quiet(other)?);
		ensure!(holding.holder == joined.holder, Error::<T>::NotSameHolder);
		let change = |amount| Self::named(holding.denomination, Self::civ(joined.denomination, amount));
		let (now, old) = (Self::now(), holding.valuation);
		let added = change(joined.valuation);
		let unbound = change(Self::unbound(joined.bound, now, joined.valuation));
		let base = Self::unbound(holding.bound, now, old).ensure_add(unbound)?;
		let until = [holding.bound, joined.bound].into_iter().flatten().map(|bound| bound.until).max();
		let mean = holding.record.mean.ensure_add(change(joined.record.mean))?;
		let valuation = old.ensure_add(added)?;
		holding.valuation = valuation;
		holding.bound = until.map(|until| Bound { level: valuation, base, until });
		holding.record =
			Record { mean, since: holding.record.since.min(joined.record.since), ..holding.record };
		holding.escrow = holding.escrow.ensure_add(joined.escrow)?;
		Self::secure(parcel, &mut holding)?;
		T::Titles::revalued(other, joined.booked, 0);
		Self::book(parcel, &mut holding);
		let escrow = holding.escrow;
		Holdings::<T>::remove(other);
		Holdings::<T>::insert(parcel, holding);
		Self::deposit_event(Event::Joined { parcel, other, valuation, escrow });
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_held(parcel: ParcelId) {
		crate::benchmarking::take::<T>(parcel);
	}
}

impl<T: Config> Pallet<T> {
	/// A holding without arrears, without a bid and without an offer, settled.
	fn quiet(parcel: ParcelId) -> Result<HoldingOf<T>, DispatchError> {
		let mut holding = Self::find(parcel)?;
		ensure!(holding.bid.is_none(), Error::<T>::BidOpen);
		Self::account_for(parcel, &mut holding)?;
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		Self::follow(&mut holding);
		Self::unlist_offer(parcel, &holding);
		holding.offer = None;
		holding.rise = None;
		Ok(holding)
	}
}
