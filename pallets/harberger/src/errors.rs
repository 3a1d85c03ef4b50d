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
		/// This is too little in escrow for the valuation. Put in more, or name less.
		EscrowTooLow,
		/// The escrow has run dry. Fund it first.
		InArrears,
		/// The escrow has not run dry.
		NotInArrears,
		/// That is the valuation already.
		AlreadyAssessed,
		/// Somebody bids for this parcel.
		BidOpen,
		/// Nobody bids for this parcel.
		NoBid,
		/// The bid must be higher: above the valuation, and above any other bid.
		BidTooLow,
		/// The charge rate is higher than you accept.
		RateTooHigh,
		/// The notice period is over.
		TooLateToDefend,
		/// The notice period is not over yet.
		TooEarlyToClose,
		/// This parcel's holder has not left the state.
		NotLeft,
		/// This parcel is not for sale.
		NotForSale,
		/// The price, or the bid, is higher than you accept.
		PriceTooHigh,
		/// Nothing is waiting to be claimed.
		NothingToClaim,
	}
}
