// SPDX-License-Identifier: Apache-2.0
//! Foreclosure, and sale by falling price or by rising bids.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{holdings::Deed, *};

impl<T: Config> Pallet<T> {
	/// That a parcel can be taken from its holder.
	pub(crate) fn check_foreclose(parcel: ParcelId) -> Result<HoldingOf<T>, DispatchError> {
		let holding = Self::find(parcel)?;
		ensure!(Self::dues(parcel, &holding).arrears > 0, Error::<T>::NotInArrears);
		ensure!(holding.grace.is_some_and(|until| until <= Self::now()), Error::<T>::InGrace);
		Ok(holding)
	}

	pub(crate) fn do_foreclose(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		let mut holding = Self::check_foreclose(parcel)?;
		Self::account_for(parcel, &mut holding)?;
		// A holder who stops paying pays for a price that they have just named all the same.
		if let Some(bound) = holding.bound.take() {
			let rest = Self::price_of_cut(parcel, holding.denomination, bound, 0);
			holding.arrears = holding.arrears.saturating_add(rest);
		}
		let tip = holding.escrow.min(holding.reserved.tip);
		let credit = Self::seize(HoldReason::Escrow, &holding.holder, tip)?;
		holding.escrow = holding.escrow.saturating_sub(tip);
		Self::pay(&who, credit);
		Self::deposit_event(Event::Foreclosed {
			parcel,
			holder: holding.holder.clone(),
			arrears: holding.arrears,
			by: who,
			tip,
		});
		let most = Self::price_of(&holding);
		match holding.bid.take() {
			Some(bid) if bid.until <= Self::now() => Self::sell_to_bidder(parcel, holding, bid, most),
			// A bid whose notice is not over is the least price of the auction.
			bid => Self::put_up(parcel, holding, bid, most),
		}
	}

	pub(crate) fn do_relinquish(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		let mut holding = Self::find_sound(&who, parcel)?;
		ensure!(holding.bid.is_none(), Error::<T>::BidOpen);
		Self::unbind(parcel, &mut holding, 0)?;
		Self::deposit_event(Event::Relinquished { parcel, holder: who });
		let most = Self::price_of(&holding);
		Self::put_up(parcel, holding, None, most)
	}

	/// Brings a settled parcel to auction. Its holder gets `most` of the price at most.
	fn put_up(
		parcel: ParcelId,
		mut holding: HoldingOf<T>,
		bid: Option<BidOf<T>>,
		most: Balance,
	) -> DispatchResult {
		Self::follow(&mut holding);
		Self::unlist_offer(parcel, &holding);
		let start = Self::price_of(&holding).saturating_mul(T::AuctionFactor::get().into());
		let Holding { holder, denomination, valuation, booked, escrow, arrears, paid, record, .. } = holding;
		Self::give_back(HoldReason::Escrow, &holder, escrow)?;
		Holdings::<T>::remove(parcel);
		T::Titles::pass(parcel, None)?;
		T::Titles::revalued(parcel, booked, 0);
		Self::start_auction(
			parcel,
			Auction {
				// A price named too low is tested like that of new land: nobody takes a parcel out of sight by it.
				start: start.max(T::InitialPrice::get()),
				since: Self::now(),
				period: T::AuctionPeriod::get(),
				former: Some(Former { who: holder, most, record }),
				arrears,
				denomination,
				valuation,
				paid,
				bid,
			},
		);
		Ok(())
	}

	fn start_auction(parcel: ParcelId, auction: AuctionOf<T>) {
		let Auction { start, since, period, .. } = auction;
		Auctions::<T>::insert(parcel, auction);
		Self::deposit_event(Event::AuctionStarted { parcel, start, since, period });
	}

	/// Begins the first sale of a parcel.
	pub(crate) fn start_first_sale(parcel: ParcelId) {
		Self::start_auction(
			parcel,
			Auction {
				start: T::InitialPrice::get(),
				since: Self::now(),
				period: T::AuctionPeriod::get(),
				former: None,
				arrears: 0,
				denomination: Denomination::Civ,
				valuation: 0,
				paid: Accrual::default(),
				bid: None,
			},
		);
	}

	/// What is owed on a parcel at auction: arrears, and the charge that runs on.
	pub(crate) fn lien(parcel: ParcelId, auction: &AuctionOf<T>) -> Balance {
		let since = Self::accrued(parcel).since(auction.paid).due_on(auction.valuation);
		auction.arrears.saturating_add(Self::civ(auction.denomination, since))
	}

	/// What a parcel at auction costs now, whatever is bid.
	pub(crate) fn price(parcel: ParcelId, auction: &AuctionOf<T>) -> Balance {
		let elapsed = Self::now().saturating_sub(auction.since);
		math::auction_price(auction.start, Self::lien(parcel, auction), elapsed, auction.period)
	}

	/// The least that can be bid at an auction now.
	pub(crate) fn least_at_auction(parcel: ParcelId, auction: &AuctionOf<T>) -> Balance {
		match &auction.bid {
			Some(bid) => Self::least_above(0, Some(bid)),
			None => Self::price(parcel, auction).max(1),
		}
	}

	pub(crate) fn do_buy(
		who: T::AccountId,
		parcel: ParcelId,
		max_price: Balance,
		valuation: Balance,
		escrow: Balance,
	) -> DispatchResult {
		Self::ensure_can_hold(&who)?;
		let mut auction = Auctions::<T>::take(parcel).ok_or(Error::<T>::NotForSale)?;
		ensure!(auction.former.is_some(), Error::<T>::BidsOnly);
		let mut price = Self::price(parcel, &auction);
		let lien = Self::lien(parcel, &auction);
		if let Some(bid) = auction.bid.take() {
			price = price.max(Self::least_above(0, Some(&bid)));
			Self::end_bid(parcel, bid, BidEnd::Outbought)?;
		}
		ensure!(price <= max_price, Error::<T>::PriceTooHigh);
		T::FloatingRate::begin(parcel);
		let credit = Self::take_price(&who, price)?;
		let former = auction.former.map(|former| (former.who, former.most));
		Self::share_out(parcel, credit, lien, 0, former)?;
		let reserved = Self::reservation(valuation, escrow)?;
		T::Currency::hold(&HoldReason::Escrow.into(), &who, escrow)?;
		let deed = Deed {
			holder: who,
			means: Means::Auction,
			price,
			denomination: Denomination::Civ,
			valuation,
			escrow,
			reserved,
			record: Record::start(Self::now(), valuation),
			bound: Self::bind(valuation, 0),
		};
		Self::enter(parcel, 0, deed)
	}

	/// Sells a parcel at auction to its bidder.
	pub(crate) fn close_auction(parcel: ParcelId, auction: AuctionOf<T>, bid: BidOf<T>) -> DispatchResult {
		Auctions::<T>::remove(parcel);
		let lien = Self::lien(parcel, &auction);
		let credit = Self::seize(HoldReason::Bid, &bid.bidder, bid.amount)?;
		let former = auction.former.map(|former| (former.who, former.most));
		Self::share_out(parcel, credit, lien, 0, former)?;
		let record = Record::start(Self::now(), bid.amount);
		Self::hand_over(parcel, 0, bid, 0, record, Means::Auction)
	}

	pub(crate) fn do_reclaim(who: T::AccountId, parcel: ParcelId, escrow: Balance) -> DispatchResult {
		Self::ensure_can_hold(&who)?;
		let auction = Auctions::<T>::take(parcel).ok_or(Error::<T>::NotForSale)?;
		let lien = Self::lien(parcel, &auction);
		let Auction { former, denomination, valuation, bid, .. } = auction;
		let record = former.filter(|former| former.who == who).ok_or(Error::<T>::NotFormerHolder)?.record;
		let credit = Self::take_price(&who, lien)?;
		Self::collect(parcel, credit)?;
		Self::deposit_event(Event::LienPaid { parcel, who: who.clone(), amount: lien });
		let price = Self::civ(denomination, valuation);
		let reserved = Self::reservation(price, escrow)?;
		T::Currency::hold(&HoldReason::Escrow.into(), &who, escrow)?;
		let (holder, means, bound) = (who.clone(), Means::Reclaim, None);
		// The auction was no price, so the record goes on; the time at auction was paid for at the old one.
		let record = record.follow(Self::now(), valuation, T::LookBack::get());
		let deed = Deed { holder, means, price: 0, denomination, valuation, escrow, reserved, record, bound };
		Self::enter(parcel, 0, deed)?;
		match bid {
			Some(bid) if bid.amount > price && bid.bidder != who => {
				Holdings::<T>::mutate_extant(parcel, |holding| {
					holding.bid = Some(Bid { asked: price, ..bid })
				});
				Ok(())
			}
			Some(bid) => Self::end_bid(parcel, bid, BidEnd::Reclaimed),
			None => Ok(()),
		}
	}
}
