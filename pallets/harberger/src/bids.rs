//! Bids, and what becomes of them.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{holdings::Deed, *};
use frame_support::traits::tokens::{DepositConsequence, Precision, Provenance};
use sp_runtime::traits::EnsureAdd;

impl<T: Config> Pallet<T> {
	/// The valuation that counts for bids now.
	pub(crate) fn asking(holding: &HoldingOf<T>) -> Balance {
		let now = T::Clock::now();
		match holding.rise {
			Some(rise) if now < rise.until => rise.from.min(holding.valuation),
			_ => holding.valuation,
		}
	}

	/// The least that can be bid now.
	pub(crate) fn least_bid(holding: &HoldingOf<T>) -> Balance {
		let increment = T::BidIncrement::get();
		let above_bid = holding.bid.as_ref().map_or(0, |bid| math::above(bid.amount, increment));
		math::above(Self::asking(holding), increment).max(above_bid)
	}

	pub(crate) fn do_bid(
		who: T::AccountId,
		parcel: ParcelId,
		amount: Balance,
		max_rate: Perquintill,
	) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		ensure!(holding.holder != who, Error::<T>::OwnParcel);
		ensure!(Self::rate(parcel) <= max_rate, Error::<T>::RateTooHigh);
		ensure!(amount >= Self::least_bid(&holding), Error::<T>::BidTooLow);
		let notice = T::NoticePeriod::get();
		let until = T::Clock::now().saturating_add(notice);
		// Higher bids move the end on, but not for ever.
		let latest = holding.bid.as_ref().map_or(until.saturating_add(notice), |bid| bid.latest);
		let until = until.min(latest);
		if let Some(bid) = holding.bid.take() {
			Self::end_bid(parcel, bid, BidEnd::Replaced, 0)?;
		}
		let escrow = math::reserve(T::ForeclosureTip::get(), amount, max_rate, T::ReservePeriod::get());
		T::Currency::hold(&HoldReason::Bid.into(), &who, amount.ensure_add(escrow)?)?;
		holding.bid = Some(Bid {
			bidder: who.clone(),
			amount,
			escrow,
			max_rate,
			asked: Self::asking(&holding),
			placed: Self::accrued(parcel),
			until,
			latest,
		});
		Holdings::<T>::insert(parcel, holding);
		Self::deposit_event(Event::BidPlaced { parcel, bidder: who, amount, escrow, max_rate, until });
		Ok(())
	}

	/// Returns what is held for a bid, but for `charge`, which is revenue.
	fn end_bid(parcel: ParcelId, bid: BidOf<T>, end: BidEnd, charge: Balance) -> DispatchResult {
		let charge = charge.min(bid.held());
		let credit = Self::seize(HoldReason::Bid, &bid.bidder, charge)?;
		Self::collect(parcel, credit)?;
		Self::give_back(HoldReason::Bid, &bid.bidder, bid.held().saturating_sub(charge))?;
		let Bid { bidder, amount, .. } = bid;
		Self::deposit_event(Event::BidEnded { parcel, bidder, amount, end, charge });
		Ok(())
	}

	/// Whether a bid accepts the rate of now, and its escrow can become one.
	pub(crate) fn stands(parcel: ParcelId, bid: &BidOf<T>) -> bool {
		let movable = T::Currency::can_deposit(&bid.bidder, bid.escrow, Provenance::Extant);
		Self::rate(parcel) <= bid.max_rate && movable == DepositConsequence::Success
	}

	/// Ends a bid that does not accept the rate. It has held others off, so it pays the charge on what it was above
	/// the valuation.
	pub(crate) fn lapse(parcel: ParcelId, bid: BidOf<T>) -> DispatchResult {
		let stood = Self::accrued(parcel).since(bid.placed);
		let charge = stood.due_on(bid.amount.saturating_sub(bid.asked)).min(bid.escrow);
		Self::end_bid(parcel, bid, BidEnd::Lapsed, charge)
	}

	pub(crate) fn do_defend(who: T::AccountId, parcel: ParcelId, max_price: Balance) -> DispatchResult {
		let mut holding = Self::find_own(&who, parcel)?;
		let bid = holding.bid.take().ok_or(Error::<T>::NoBid)?;
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		ensure!(T::Clock::now() < bid.until, Error::<T>::TooLateToDefend);
		ensure!(bid.amount <= max_price, Error::<T>::PriceTooHigh);
		// Raises since the bid do not lessen what is due, and cuts do not either.
		let difference = bid.amount.saturating_sub(bid.asked.min(holding.valuation));
		let back = Accrual::over(Self::rate(parcel), T::LookBack::get());
		Self::back_charge(parcel, &mut holding, back.due_on(difference))?;
		let amount = bid.amount;
		if amount > holding.valuation {
			Self::raise(parcel, &mut holding, amount)?;
		}
		holding.rise = None;
		Self::end_bid(parcel, bid, BidEnd::Defended, 0)?;
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	pub(crate) fn do_close(parcel: ParcelId) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		let bid = holding.bid.take().ok_or(Error::<T>::NoBid)?;
		ensure!(T::Clock::now() >= bid.until, Error::<T>::TooEarlyToClose);
		if !Self::stands(parcel, &bid) {
			holding.rise = None;
			Holdings::<T>::insert(parcel, holding);
			return Self::lapse(parcel, bid);
		}
		Self::settle(parcel, &mut holding)?;
		// Whoever is in arrears gets no more than by a foreclosure.
		let most = if holding.arrears > 0 { holding.valuation } else { Balance::MAX };
		Self::sell_to_bidder(parcel, holding, bid, most)
	}

	/// Sells a settled parcel to its bidder. Its holder gets `most` at most.
	pub(crate) fn sell_to_bidder(
		parcel: ParcelId,
		holding: HoldingOf<T>,
		bid: BidOf<T>,
		most: Balance,
	) -> DispatchResult {
		let Holding { holder, valuation: old, escrow, arrears, bound, .. } = holding;
		Self::give_back(HoldReason::Escrow, &holder, escrow)?;
		let price = Self::seize(HoldReason::Bid, &bid.bidder, bid.amount)?;
		Self::share_out(parcel, price, arrears, Some((holder, most)))?;
		T::Currency::release(&HoldReason::Bid.into(), &bid.bidder, bid.escrow, Precision::Exact)?;
		T::Currency::hold(&HoldReason::Escrow.into(), &bid.bidder, bid.escrow)?;
		let now = T::Clock::now();
		let Bid { bidder: holder, amount: valuation, escrow, asked, .. } = bid;
		// What the former holder has not paid for, the buyer has named as well.
		let base = Self::unbound(bound, now, asked.min(old));
		let bound = Some(Bound { level: valuation, base, until: now.saturating_add(T::LookBack::get()) });
		let deed = Deed { holder, means: Means::Bid, price: valuation, valuation, escrow, bound };
		Self::enter(parcel, old, deed)
	}
}
