//! Foreclosure, exit, and sale by falling price.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::{holdings::Deed, *};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_foreclose(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		Self::settle(parcel, &mut holding)?;
		ensure!(holding.arrears > 0, Error::<T>::NotInArrears);
		// Whoever stops paying pays for a price that they have just named all the same.
		if let Some(bound) = holding.bound.take() {
			let rest = Self::price_of_cut(parcel, bound, 0);
			holding.arrears = holding.arrears.saturating_add(rest);
		}
		let tip = holding.escrow.min(T::ForeclosureTip::get());
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
		let most = holding.valuation;
		Self::dispose(parcel, holding, most)
	}

	pub(crate) fn do_relinquish(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		let mut holding = Self::find_sound(&who, parcel)?;
		ensure!(holding.bid.is_none(), Error::<T>::BidOpen);
		Self::unbind(parcel, &mut holding, 0)?;
		Self::deposit_event(Event::Relinquished { parcel, holder: who });
		let most = holding.valuation;
		Self::dispose(parcel, holding, most)
	}

	pub(crate) fn do_release(parcel: ParcelId) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		let citizen = holding.citizen.ok_or(Error::<T>::NotLeft)?;
		ensure!(T::Citizenry::standing(citizen).is_none(), Error::<T>::NotLeft);
		Self::settle(parcel, &mut holding)?;
		Self::deposit_event(Event::Released { parcel, holder: holding.holder.clone() });
		Self::dispose(parcel, holding, Balance::MAX)
	}

	/// Brings a settled parcel to the open bid, or to auction. Its holder gets `most` of the price at most.
	fn dispose(parcel: ParcelId, mut holding: HoldingOf<T>, most: Balance) -> DispatchResult {
		if let Some(bid) = holding.bid.take() {
			if Self::stands(parcel, &bid) {
				return Self::sell_to_bidder(parcel, holding, bid, most);
			}
			Self::lapse(parcel, bid)?;
		}
		let Holding { holder, valuation, escrow, arrears, paid, .. } = holding;
		Self::give_back(HoldReason::Escrow, &holder, escrow)?;
		Holdings::<T>::remove(parcel);
		T::Titles::pass(parcel, None)?;
		T::Titles::revalued(parcel, valuation, 0);
		Self::start_auction(
			parcel,
			Auction {
				// A price beyond all money is as good as all of it.
				start: valuation.saturating_mul(T::AuctionFactor::get().into()),
				since: T::Clock::now(),
				period: T::AuctionPeriod::get(),
				former: Some((holder, most)),
				arrears,
				valuation,
				paid,
			},
		);
		Ok(())
	}

	fn start_auction(parcel: ParcelId, auction: AuctionOf<T>) {
		let Auction { start, since, period, .. } = auction;
		Auctions::<T>::insert(parcel, auction);
		Self::deposit_event(Event::AuctionStarted { parcel, start, since, period });
	}

	/// What is owed on a parcel at auction: arrears, and the charge that runs on.
	pub(crate) fn lien(parcel: ParcelId, auction: &AuctionOf<T>) -> Balance {
		let since = Self::accrued(parcel).since(auction.paid).due_on(auction.valuation);
		auction.arrears.saturating_add(since)
	}

	/// What a parcel at auction costs now.
	pub(crate) fn price(parcel: ParcelId, auction: &AuctionOf<T>) -> Balance {
		let elapsed = T::Clock::now().saturating_sub(auction.since);
		math::auction_price(auction.start, Self::lien(parcel, auction), elapsed, auction.period)
	}

	pub(crate) fn do_buy(
		who: T::AccountId,
		parcel: ParcelId,
		max_price: Balance,
		valuation: Balance,
		escrow: Balance,
	) -> DispatchResult {
		let auction = Auctions::<T>::take(parcel).ok_or(Error::<T>::NotForSale)?;
		let price = Self::price(parcel, &auction);
		ensure!(price <= max_price, Error::<T>::PriceTooHigh);
		T::FloatingRate::begin(parcel);
		let lien = Self::lien(parcel, &auction);
		let credit = Self::take_price(&who, price)?;
		Self::share_out(parcel, credit, lien, auction.former)?;
		Self::hold_escrow(&who, parcel, valuation, escrow)?;
		let deed = Deed { holder: who, means: Means::Auction, price, valuation, escrow, bound: None };
		Self::enter(parcel, 0, deed)
	}
}

impl<T: Config> OnParcel for Pallet<T> {
	fn registered(parcel: ParcelId) -> DispatchResult {
		Self::start_auction(
			parcel,
			Auction {
				start: T::InitialPrice::get(),
				since: T::Clock::now(),
				period: T::AuctionPeriod::get(),
				former: None,
				arrears: 0,
				valuation: 0,
				paid: Accrual::default(),
			},
		);
		Ok(())
	}
}
