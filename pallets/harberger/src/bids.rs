// SPDX-License-Identifier: Apache-2.0
//! Bids, and what becomes of them.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{holdings::Deed, *};
use frame_support::storage::with_storage_layer;
use sp_runtime::traits::EnsureAdd;

impl<T: Config> Pallet<T> {
	/// The valuation that counts for bids now, in CIV.
	pub(crate) fn asking(holding: &HoldingOf<T>) -> Balance {
		let asking = match holding.rise {
			Some(rise) if Self::now() < rise.until => rise.from.min(holding.valuation),
			_ => holding.valuation,
		};
		Self::civ(holding.denomination, asking)
	}

	/// The least that can be bid above `asked`, and above the bid that there is.
	pub(crate) fn least_above(asked: Balance, bid: Option<&BidOf<T>>) -> Balance {
		let increment = T::BidIncrement::get();
		let above_bid = bid.map_or(0, |bid| math::above(bid.amount, increment));
		math::above(asked, increment).max(above_bid)
	}

	pub(crate) fn do_bid(who: T::AccountId, parcel: ParcelId, amount: Balance) -> DispatchResult {
		Self::ensure_can_hold(&who)?;
		if let Some(mut auction) = Auctions::<T>::get(parcel) {
			ensure!(amount >= Self::least_at_auction(parcel, &auction), Error::<T>::BidTooLow);
			auction.bid = Some(Self::place_bid(who, parcel, amount, 0, auction.bid.take())?);
			Auctions::<T>::insert(parcel, auction);
			return Ok(());
		}
		let mut holding = Self::find(parcel)?;
		ensure!(holding.holder != who, Error::<T>::OwnParcel);
		// Only the holder acts in a grace; if it ends in vain, the parcel goes to auction.
		ensure!(Self::dues(parcel, &holding).arrears == 0, Error::<T>::InArrears);
		let asked = Self::asking(&holding);
		ensure!(amount >= Self::least_above(asked, holding.bid.as_ref()), Error::<T>::BidTooLow);
		holding.bid = Some(Self::place_bid(who, parcel, amount, asked, holding.bid.take())?);
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	/// Holds what a bid needs, and ends the one that it replaces.
	fn place_bid(
		who: T::AccountId,
		parcel: ParcelId,
		amount: Balance,
		asked: Balance,
		old: Option<BidOf<T>>,
	) -> Result<BidOf<T>, DispatchError> {
		let notice = T::NoticePeriod::get();
		let until = Self::now().saturating_add(notice);
		// Higher bids move the end on, but not for ever.
		let latest = old.as_ref().map_or(until.saturating_add(notice), |bid| bid.latest);
		let until = until.min(latest);
		if let Some(old) = old {
			Self::end_bid(parcel, old, BidEnd::Replaced)?;
		}
		let (tip, escrow) = (T::ForeclosureTip::get(), Self::reserve_of(amount));
		T::Currency::hold(&HoldReason::Bid.into(), &who, amount.ensure_add(escrow)?)?;
		BidsOf::<T>::insert(&who, parcel, ());
		Self::deposit_event(Event::BidPlaced { parcel, bidder: who.clone(), amount, escrow, until });
		Ok(Bid { bidder: who, amount, escrow, tip, asked, until, latest })
	}

	/// Returns what is held for a bid.
	pub(crate) fn end_bid(parcel: ParcelId, bid: BidOf<T>, end: BidEnd) -> DispatchResult {
		let held = bid.held();
		let Bid { bidder, amount, .. } = bid;
		BidsOf::<T>::remove(&bidder, parcel);
		Self::give_back(HoldReason::Bid, &bidder, held)?;
		Self::deposit_event(Event::BidEnded { parcel, bidder, amount, end });
		Ok(())
	}

	/// What the holder would have paid more, had the price been `amount` of CIV, in CIV.
	pub(crate) fn shortfall(parcel: ParcelId, holding: &HoldingOf<T>, amount: Balance) -> Balance {
		let window = T::LookBack::get();
		let record = holding.record.follow(Self::now(), holding.valuation, window);
		let price = Self::named(holding.denomination, amount);
		Self::civ(holding.denomination, record.shortfall(price, Self::rate(parcel), window))
	}

	pub(crate) fn do_defend(who: T::AccountId, parcel: ParcelId, max_price: Balance) -> DispatchResult {
		let mut holding = Self::find_own(&who, parcel)?;
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		let bid = holding.bid.take().ok_or(Error::<T>::NoBid)?;
		ensure!(Self::now() < bid.until, Error::<T>::TooLateToDefend);
		ensure!(bid.amount <= max_price, Error::<T>::PriceTooHigh);
		Self::keep_against(parcel, holding, bid)
	}

	/// Lets the holder of a settled parcel keep it against a bid.
	fn keep_against(parcel: ParcelId, mut holding: HoldingOf<T>, bid: BidOf<T>) -> DispatchResult {
		let cost = Self::shortfall(parcel, &holding, bid.amount);
		Self::back_charge(parcel, &mut holding, cost)?;
		Self::follow(&mut holding);
		let price = Self::named(holding.denomination, bid.amount);
		holding.record = holding.record.paid_up(price);
		if price > holding.valuation {
			Self::raise(parcel, &mut holding, price)?;
		}
		holding.rise = None;
		Self::end_bid(parcel, bid, BidEnd::Defended)?;
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	/// Defends a parcel as its holder has ordered, out of the escrow and the holder's other money.
	fn obey_guard(parcel: ParcelId, mut holding: HoldingOf<T>, bid: BidOf<T>) -> DispatchResult {
		ensure!(holding.guard.is_some_and(|most| bid.amount <= most), Error::<T>::PriceTooHigh);
		// The escrow that is needed: arrears, the cost of the defence, and the reserve at the new price.
		let dues = Self::dues(parcel, &holding);
		let needed = dues
			.amount
			.ensure_add(dues.arrears)?
			.ensure_add(Self::shortfall(parcel, &holding, bid.amount))?
			.ensure_add(Self::reserve_of(bid.amount.max(Self::price_of(&holding))))?;
		let old = holding.escrow;
		let missing = needed.saturating_sub(old);
		if missing > 0 {
			T::Currency::hold(&HoldReason::Escrow.into(), &holding.holder, missing)?;
			holding.escrow = old.ensure_add(missing)?;
			let (by, new) = (holding.holder.clone(), holding.escrow);
			Self::deposit_event(Event::EscrowChanged { parcel, by, old, new });
		}
		Self::account_for(parcel, &mut holding)?;
		Self::keep_against(parcel, holding, bid)
	}

	/// What can be closed, or why nothing can.
	pub(crate) fn check_close(parcel: ParcelId) -> Result<Closing<T>, DispatchError> {
		let now = Self::now();
		if let Some(mut auction) = Auctions::<T>::get(parcel) {
			let bid = auction.bid.take().ok_or(Error::<T>::NoBid)?;
			let is_low = bid.amount < Self::price(parcel, &auction);
			ensure!(now >= bid.until && !is_low, Error::<T>::TooEarlyToClose);
			return Ok(Closing::Auction(auction, bid));
		}
		let mut holding = Self::find(parcel)?;
		let bid = holding.bid.take().ok_or(Error::<T>::NoBid)?;
		ensure!(now >= bid.until, Error::<T>::TooEarlyToClose);
		Ok(Closing::Holding(holding, bid))
	}

	pub(crate) fn do_close(parcel: ParcelId) -> DispatchResult {
		match Self::check_close(parcel)? {
			Closing::Auction(auction, bid) => Self::close_auction(parcel, auction, bid),
			Closing::Holding(mut holding, bid) => {
				let guarded = with_storage_layer(|| Self::obey_guard(parcel, holding.clone(), bid.clone()));
				if guarded.is_ok() {
					return Ok(());
				}
				Self::account_for(parcel, &mut holding)?;
				// A holder in arrears gets no more than by a foreclosure.
				let most = if holding.arrears > 0 { Self::price_of(&holding) } else { Balance::MAX };
				Self::sell_to_bidder(parcel, holding, bid, most)
			}
		}
	}

	/// Sells a settled parcel to its bidder. Its holder gets `most` at most.
	pub(crate) fn sell_to_bidder(
		parcel: ParcelId,
		mut holding: HoldingOf<T>,
		bid: BidOf<T>,
		most: Balance,
	) -> DispatchResult {
		Self::follow(&mut holding);
		Self::unlist_offer(parcel, &holding);
		let old = Self::price_of(&holding);
		// A seller makes good for a price too low like a holder who keeps it, but is left at least that price. A raise after
		// the bid makes nothing good.
		let left = old.min(bid.asked);
		let back = Self::shortfall(parcel, &holding, bid.amount).min(bid.amount.saturating_sub(left));
		let record = Self::record_in_civ(&holding).paid_up(bid.amount);
		// What the former holder has not paid for, the buyer has named as well.
		let unbound = Self::unbound(holding.bound, Self::now(), holding.valuation);
		let base = Self::civ(holding.denomination, unbound).min(bid.asked);
		let Holding { holder, booked, escrow, arrears, .. } = holding;
		Self::give_back(HoldReason::Escrow, &holder, escrow)?;
		let price = Self::seize(HoldReason::Bid, &bid.bidder, bid.amount)?;
		Self::share_out(parcel, price, arrears, back, Some((holder, most)))?;
		Self::hand_over(parcel, booked, bid, base, record, Means::Bid)
	}

	/// Gives a parcel to a bidder who has paid.
	pub(crate) fn hand_over(
		parcel: ParcelId,
		booked: Balance,
		bid: BidOf<T>,
		base: Balance,
		record: Record,
		means: Means,
	) -> DispatchResult {
		let Bid { bidder: holder, amount: valuation, escrow, tip, .. } = bid;
		Self::bid_to_escrow(&holder, escrow)?;
		BidsOf::<T>::remove(&holder, parcel);
		let until = Self::now().saturating_add(T::ReservePeriod::get());
		let deed = Deed {
			holder,
			means,
			price: valuation,
			denomination: Denomination::Civ,
			valuation,
			escrow,
			reserved: Reserved { tip, until },
			record,
			bound: Self::bind(valuation, base),
		};
		Self::enter(parcel, booked, deed)
	}
}

/// A bid whose notice is over, and what it is for.
pub(crate) enum Closing<T: Config> {
	/// A held parcel.
	Holding(HoldingOf<T>, BidOf<T>),
	/// A parcel at auction.
	Auction(AuctionOf<T>, BidOf<T>),
}
