//! What the runtime API and the view functions answer.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;

impl<T: Config> Pallet<T> {
	/// A held parcel.
	pub fn holding_info(parcel: ParcelId) -> Option<HoldingInfo<T::AccountId>> {
		let holding = Holdings::<T>::get(parcel)?;
		let index = Self::accrued(parcel);
		Some(HoldingInfo {
			asking: Self::asking(&holding),
			least_bid: Self::least_bid(&holding),
			rate: Self::rate(parcel),
			index,
			due: index.since(holding.paid).due_on(holding.valuation).saturating_add(holding.arrears),
			reserve: Self::reserve_of(parcel, holding.valuation),
			dry_at: Self::dry_at(parcel, &holding),
			holding,
		})
	}

	/// From when on `foreclose` would succeed, if the rate stays and nobody touches the escrow.
	fn dry_at(parcel: ParcelId, holding: &HoldingOf<T>) -> Option<u64> {
		let now = T::Clock::now();
		let Some(money) = Self::spendable(holding).checked_sub(holding.arrears) else { return Some(now) };
		if holding.arrears > 0 {
			return Some(now);
		}
		let covered = Accrual::covered(money, holding.valuation)?;
		let used = Self::accrued(parcel).since(holding.paid);
		if used > covered {
			return Some(now);
		}
		covered.since(used).lasts(Self::rate(parcel))?.checked_add(now)?.checked_add(1)
	}

	/// A parcel at auction.
	pub fn auction_info(parcel: ParcelId) -> Option<AuctionInfo<T::AccountId>> {
		let auction = Auctions::<T>::get(parcel)?;
		Some(AuctionInfo {
			price: Self::price(parcel, &auction),
			lien: Self::lien(parcel, &auction),
			auction,
		})
	}

	/// What waits to be claimed by an account.
	pub fn proceeds_of(who: &T::AccountId) -> Balance {
		Proceeds::<T>::get(who)
	}
}
