// SPDX-License-Identifier: Apache-2.0
//! What the runtime API and the view functions answer.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::vec::Vec;

/// How many entries a page has, and how many parcels can be asked about at once.
pub const PAGE: usize = 256;

impl<T: Config> Pallet<T> {
	/// A held parcel.
	pub fn holding_info(parcel: ParcelId) -> Option<HoldingInfo<T::AccountId>> {
		let holding = Holdings::<T>::get(parcel)?;
		let dues = Self::dues(parcel, &holding);
		let asking = Self::asking(&holding);
		let defence = holding.bid.as_ref().map(|bid| Self::shortfall(parcel, &holding, bid.amount));
		Some(HoldingInfo {
			asking,
			least_bid: Self::least_above(asking, holding.bid.as_ref()),
			defence,
			rate: Self::rate(parcel),
			index: Self::accrued(parcel),
			due: dues.amount.saturating_add(dues.arrears),
			reserve: Self::reserve_of(Self::price_of(&holding)),
			dry_at: Self::dry_at(parcel, &holding),
			holding,
		})
	}

	/// From when on settling would leave arrears, if the rate stays and nobody touches the escrow.
	fn dry_at(parcel: ParcelId, holding: &HoldingOf<T>) -> Option<u64> {
		let now = T::Clock::now();
		if holding.arrears > 0 {
			return Some(now);
		}
		let money = Self::money(holding.denomination, Self::spendable(holding));
		let covered = Accrual::covered(money, holding.valuation)?;
		let used = Self::accrued(parcel).since(holding.paid);
		if used > covered {
			return Some(now);
		}
		covered.since(used).lasts(Self::rate(parcel))?.checked_add(now)?.checked_add(1)
	}

	/// A parcel at auction.
	pub fn auction_info(parcel: ParcelId) -> Option<AuctionInfo<T::AccountId>> {
		Auctions::<T>::get(parcel).map(|auction| Self::describe(parcel, auction))
	}

	fn describe(parcel: ParcelId, auction: AuctionOf<T>) -> AuctionInfo<T::AccountId> {
		AuctionInfo {
			price: Self::price(parcel, &auction),
			lien: Self::lien(parcel, &auction),
			least_bid: Self::least_at_auction(parcel, &auction),
			auction,
		}
	}

	/// The parcels at auction after `after`, in the state's own order, at most [`PAGE`].
	pub fn auctions(after: Option<ParcelId>) -> Vec<(ParcelId, AuctionInfo<T::AccountId>)> {
		let auctions = match after {
			Some(after) => Auctions::<T>::iter_from(Auctions::<T>::hashed_key_for(after)),
			None => Auctions::<T>::iter(),
		};
		auctions.take(PAGE).map(|(parcel, auction)| (parcel, Self::describe(parcel, auction))).collect()
	}

	/// The parcels that an account bids for, after `after` in the state's own order, at most [`PAGE`].
	pub fn bids_of(who: &T::AccountId, after: Option<ParcelId>) -> Vec<ParcelId> {
		let bids = match after {
			Some(after) => BidsOf::<T>::iter_key_prefix_from(who, BidsOf::<T>::hashed_key_for(who, after)),
			None => BidsOf::<T>::iter_key_prefix(who),
		};
		bids.take(PAGE).collect()
	}

	/// The parcels that are offered to an account, after `after` in the state's own order, at most [`PAGE`].
	pub fn offers_to(who: &T::AccountId, after: Option<ParcelId>) -> Vec<ParcelId> {
		let offers = match after {
			Some(after) => {
				OffersTo::<T>::iter_key_prefix_from(who, OffersTo::<T>::hashed_key_for(who, after))
			}
			None => OffersTo::<T>::iter_key_prefix(who),
		};
		offers.take(PAGE).collect()
	}

	/// What a map shows of some parcels, at most [`PAGE`].
	pub fn quotes(parcels: Vec<ParcelId>) -> Vec<Quote> {
		parcels.into_iter().take(PAGE).map(Self::quote).collect()
	}

	fn quote(parcel: ParcelId) -> Quote {
		let (state, price) = if let Some(holding) = Holdings::<T>::get(parcel) {
			let state = match (&holding.bid, Self::dues(parcel, &holding).arrears) {
				(_, 1..) => MarketState::InGrace,
				(Some(_), _) => MarketState::Bidden,
				(None, _) => MarketState::Held,
			};
			(state, Self::least_above(Self::asking(&holding), holding.bid.as_ref()))
		} else if let Some(auction) = Auctions::<T>::get(parcel) {
			match auction.former {
				None => (MarketState::FirstSale, Self::least_at_auction(parcel, &auction)),
				Some(_) => {
					let above_bid = auction.bid.as_ref().map_or(0, |bid| Self::least_above(0, Some(bid)));
					(MarketState::Auction, Self::price(parcel, &auction).max(above_bid))
				}
			}
		} else {
			(MarketState::None, 0)
		};
		Quote { parcel, state, price, rate: Self::rate(parcel), last: LastPrices::<T>::get(parcel) }
	}

	/// What waits to be claimed by an account.
	pub fn proceeds_of(who: &T::AccountId) -> Balance {
		Proceeds::<T>::get(who)
	}
}
