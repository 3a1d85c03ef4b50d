//! What the pallet says has happened.

use frame_support::pallet_macros::*;

/// A part of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The charter's base rate has changed.
		BaseRateChanged {
			/// The yearly rate until now.
			old: Perquintill,
			/// The yearly rate from now on.
			new: Perquintill,
			/// Since when, in milliseconds.
			at: u64,
		},
		/// A parcel has a new holder.
		Acquired {
			/// Which parcel.
			parcel: ParcelId,
			/// Who holds it from now on.
			holder: T::AccountId,
			/// How it was acquired.
			means: Means,
			/// At which price.
			price: Balance,
			/// The valuation from now on.
			valuation: Balance,
			/// What is in escrow.
			escrow: Balance,
			/// Up to where the charge is paid.
			paid: Accrual,
		},
		/// A holder has paid the charge.
		Charged {
			/// For which parcel.
			parcel: ParcelId,
			/// Who has paid.
			holder: T::AccountId,
			/// How much.
			amount: Balance,
			/// What is still owed.
			arrears: Balance,
			/// Up to where the charge is accounted for.
			paid: Accrual,
		},
		/// A holder has paid for having named another price before.
		BackCharged {
			/// For which parcel.
			parcel: ParcelId,
			/// Who has paid.
			holder: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// A holder has named another price.
		Assessed {
			/// Of which parcel.
			parcel: ParcelId,
			/// The valuation until now.
			old: Balance,
			/// The valuation from now on.
			new: Balance,
		},
		/// The escrow of a parcel has changed by its holder's will.
		EscrowChanged {
			/// Of which parcel.
			parcel: ParcelId,
			/// The escrow until now.
			old: Balance,
			/// The escrow from now on.
			new: Balance,
		},
		/// Somebody bids for a parcel.
		BidPlaced {
			/// For which parcel.
			parcel: ParcelId,
			/// Who.
			bidder: T::AccountId,
			/// How much.
			amount: Balance,
			/// What is held besides, for the escrow.
			escrow: Balance,
			/// The highest yearly rate that the bidder accepts.
			max_rate: Perquintill,
			/// From when on it can be closed, in milliseconds.
			until: u64,
		},
		/// A bid has ended without a sale. What was held is the bidder's again.
		BidEnded {
			/// For which parcel.
			parcel: ParcelId,
			/// Whose.
			bidder: T::AccountId,
			/// How much it was.
			amount: Balance,
			/// Why.
			end: BidEnd,
			/// What it has paid for having stood.
			charge: Balance,
		},
		/// A parcel has been sold.
		Sold {
			/// Which parcel.
			parcel: ParcelId,
			/// The price.
			price: Balance,
			/// What of it is revenue.
			dues: Balance,
			/// Who held it, if anybody did.
			former: Option<T::AccountId>,
			/// What they get.
			proceeds: Balance,
		},
		/// A holder whose escrow has run dry has lost the parcel.
		Foreclosed {
			/// Which parcel.
			parcel: ParcelId,
			/// Who held it.
			holder: T::AccountId,
			/// What was owed, with what the valuation still bound them to.
			arrears: Balance,
			/// Who gets the tip.
			by: T::AccountId,
			/// How much.
			tip: Balance,
		},
		/// A holder has given up a parcel.
		Relinquished {
			/// Which parcel.
			parcel: ParcelId,
			/// Who held it.
			holder: T::AccountId,
		},
		/// Somebody who has left the state has lost a parcel, but not its worth.
		Released {
			/// Which parcel.
			parcel: ParcelId,
			/// Who held it.
			holder: T::AccountId,
		},
		/// A parcel is for sale by falling price.
		AuctionStarted {
			/// Which parcel.
			parcel: ParcelId,
			/// The price to begin with.
			start: Balance,
			/// Since when, in milliseconds.
			since: u64,
			/// After how many milliseconds only the lien is left of it.
			period: u64,
		},
		/// A holder wants to give a parcel away, or does not any more.
		Offered {
			/// Which parcel.
			parcel: ParcelId,
			/// To whom until now.
			old: Option<T::AccountId>,
			/// To whom from now on.
			new: Option<T::AccountId>,
		},
		/// Money could not be paid to somebody, and waits to be claimed.
		ProceedsKept {
			/// Whose.
			who: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// Somebody has claimed what was waiting.
		Claimed {
			/// Who.
			who: T::AccountId,
			/// How much.
			amount: Balance,
		},
	}
}
