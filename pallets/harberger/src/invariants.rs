// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_titles()?;
		Self::check_holds()?;
		Self::check_proceeds()?;
		Self::check_bids()?;
		Self::check_clock()?;
		Self::check_grace()?;
		Self::check_lists()
	}

	fn check_titles() -> Result<(), TryRuntimeError> {
		for (parcel, holding) in Holdings::<T>::iter() {
			ensure!(T::Titles::holder(parcel) == Some(holding.holder), "I1: a parcel is not its holder's");
			ensure!(!Auctions::<T>::contains_key(parcel), "I1: a held parcel is for sale");
		}
		for parcel in Auctions::<T>::iter_keys() {
			ensure!(T::Titles::holder(parcel).is_none(), "I1: a parcel at auction is somebody's");
		}
		Ok(())
	}

	fn check_holds() -> Result<(), TryRuntimeError> {
		let mut escrows = BTreeMap::<T::AccountId, Balance>::new();
		let mut bids = BTreeMap::<T::AccountId, Balance>::new();
		for holding in Holdings::<T>::iter_values() {
			let sum = escrows.entry(holding.holder).or_default();
			*sum = sum.saturating_add(holding.escrow);
		}
		for (_, bid) in Self::open_bids() {
			let sum = bids.entry(bid.bidder).or_default();
			*sum = sum.saturating_add(bid.amount).saturating_add(bid.escrow);
		}
		for who in frame_system::Account::<T>::iter_keys() {
			for (reason, sums) in [(HoldReason::Escrow, &mut escrows), (HoldReason::Bid, &mut bids)] {
				let expected = sums.remove(&who).unwrap_or_default();
				ensure!(
					T::Currency::balance_on_hold(&reason.into(), &who) == expected,
					"I2: what is held differs from escrows and bids"
				);
			}
		}
		let left = escrows.values().chain(bids.values()).any(|sum| *sum > 0);
		ensure!(!left, "I2: an account that should hold money is gone");
		Ok(())
	}

	fn check_proceeds() -> Result<(), TryRuntimeError> {
		let waiting = Proceeds::<T>::iter_values()
			.fold(T::Currency::minimum_balance(), |sum, one| sum.saturating_add(one));
		// Anybody may give it more.
		ensure!(
			T::Currency::balance(&Self::account_id()) >= waiting,
			"I3: what waits to be claimed is not there"
		);
		Ok(())
	}

	fn check_bids() -> Result<(), TryRuntimeError> {
		for holding in Holdings::<T>::iter_values() {
			ensure!(holding.rise.is_none() || holding.bid.is_some(), "I4: a raise waits for no bid");
			let is_own = holding.bid.is_some_and(|bid| bid.bidder == holding.holder);
			ensure!(!is_own, "I4: a holder bids");
		}
		for (_, bid) in Self::open_bids() {
			ensure!(bid.amount > bid.asked, "I4: a bid is too low");
			ensure!(bid.until <= bid.latest, "I4: a bid stands for too long");
		}
		Ok(())
	}

	fn check_clock() -> Result<(), TryRuntimeError> {
		for (parcel, holding) in Holdings::<T>::iter() {
			ensure!(holding.paid <= Self::accrued(parcel), "I5: somebody has paid for time to come");
			let record = holding.record;
			let is_past = record.since <= record.at && record.at <= T::Clock::now();
			ensure!(is_past, "I5: a record is of time to come");
		}
		ensure!(Base::<T>::get().since <= T::Clock::now(), "I5: the base rate is of time to come");
		Ok(())
	}

	fn open_bids() -> impl Iterator<Item = (ParcelId, BidOf<T>)> {
		let held = Holdings::<T>::iter().filter_map(|(parcel, holding)| Some((parcel, holding.bid?)));
		held.chain(Auctions::<T>::iter().filter_map(|(parcel, auction)| Some((parcel, auction.bid?))))
	}

	fn check_grace() -> Result<(), TryRuntimeError> {
		for holding in Holdings::<T>::iter_values() {
			let is_late = holding.grace.is_none_or(|until| until >= holding.reserved.until);
			ensure!(is_late, "I6: a grace ends before what was reserved");
			ensure!(holding.arrears == 0 || holding.grace.is_some(), "I6: arrears without a grace");
		}
		Ok(())
	}

	fn check_lists() -> Result<(), TryRuntimeError> {
		let bids = Self::open_bids().map(|(parcel, bid)| (parcel, bid.bidder));
		let listed = BidsOf::<T>::iter_keys().map(|(who, parcel)| (parcel, who));
		ensure!(same(bids, listed), "I7: the list of bids is wrong");
		let offers = Holdings::<T>::iter().filter_map(|(parcel, holding)| Some((parcel, holding.offer?)));
		let listed = OffersTo::<T>::iter_keys().map(|(who, parcel)| (parcel, who));
		ensure!(same(offers, listed), "I7: the list of offers is wrong");
		Ok(())
	}
}

/// Whether two lists have the same entries.
fn same<A: Ord>(a: impl Iterator<Item = (ParcelId, A)>, b: impl Iterator<Item = (ParcelId, A)>) -> bool {
	a.collect::<BTreeSet<_>>() == b.collect::<BTreeSet<_>>()
}
