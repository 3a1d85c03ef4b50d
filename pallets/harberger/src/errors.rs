// SPDX-License-Identifier: Apache-2.0
//! Why calls are refused.

use frame_support::pallet_macros::*;

/// A part of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// Nobody holds this parcel.
		NotHeld,
		/// There is no such parcel.
		UnknownParcel,
		/// You do not hold this parcel.
		NotHolder,
		/// Nobody offers you this parcel.
		NotOffered,
		/// You hold this parcel.
		OwnParcel,
		/// This account casts secret ballots, which must not be linked to a person. Use another account for land.
		BallotAccount,
		/// The escrow is too low for the valuation. Put in more, or name a lower price.
		EscrowTooLow,
		/// The escrow of this parcel has run dry. Its holder must fund it first.
		InArrears,
		/// The escrow of this parcel has not run dry.
		NotInArrears,
		/// The holder still has time to pay. `settle` begins the grace, and `TaxApi.holding` tells when it ends.
		InGrace,
		/// That is the valuation already.
		AlreadyAssessed,
		/// You name prices in this money already.
		AlreadyDenominated,
		/// Somebody bids for this parcel. Wait until the bid has ended.
		BidOpen,
		/// Nobody bids for this parcel.
		NoBid,
		/// The bid is too low. `TaxApi.holding` or `TaxApi.auction` tells the least bid.
		BidTooLow,
		/// The notice period is over.
		TooLateToDefend,
		/// The notice period is not over, or the price of the auction has not fallen to the bid.
		TooEarlyToClose,
		/// This parcel is not at auction.
		NotForSale,
		/// The first sale of a parcel goes to the highest bid. Call `bid`.
		BidsOnly,
		/// Only the former holder can reclaim a parcel, until somebody has bought it.
		NotFormerHolder,
		/// The price, or the bid, is higher than you accept.
		PriceTooHigh,
		/// Nothing is waiting to be claimed.
		NothingToClaim,
		/// No charge is due on this parcel.
		NothingDue,
		/// The two parcels do not have the same holder.
		NotSameHolder,
		/// The index changes by a limited part at a time. Choose a price closer to today's.
		IndexTooFar,
		/// The index has changed, or will change, too recently. Wait until a period is over.
		IndexTooSoon,
	}
}
