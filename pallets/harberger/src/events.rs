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
			/// The new holder.
			holder: T::AccountId,
			/// How it was acquired.
			means: Means,
			/// At which price.
			price: Balance,
			/// The valuation from now on.
			valuation: Balance,
			/// The money in escrow.
			escrow: Balance,
			/// Up to where the charge is paid.
			paid: Accrual,
		},
		/// A holder has paid the charge.
		Charged {
			/// For which parcel.
			parcel: ParcelId,
			/// The account that has paid.
			holder: T::AccountId,
			/// How much.
			amount: Balance,
			/// The surcharge on late arrears.
			surcharge: Balance,
			/// The charges still owed.
			arrears: Balance,
			/// Up to where the charge is accounted for.
			paid: Accrual,
		},
		/// A holder has paid for having named another price before.
		BackCharged {
			/// For which parcel.
			parcel: ParcelId,
			/// The account that has paid.
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
			/// The valuation from now on, in the same money.
			new: Balance,
		},
		/// A holder names prices in other money from now on.
		Denominated {
			/// Of which parcel.
			parcel: ParcelId,
			/// The money from now on.
			denomination: Denomination,
			/// The valuation in it.
			valuation: Balance,
		},
		/// Somebody has put money into the escrow of a parcel, or its holder has taken some out.
		EscrowChanged {
			/// Of which parcel.
			parcel: ParcelId,
			/// The bidder, whose money was held.
			by: T::AccountId,
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
			/// The money held for the escrow, on top of the bid.
			escrow: Balance,
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
		},
		/// A parcel has been sold.
		Sold {
			/// Which parcel.
			parcel: ParcelId,
			/// The price.
			price: Balance,
			/// The part of it that is revenue.
			dues: Balance,
			/// The part of that which makes up for a valuation below the price.
			back: Balance,
			/// The previous holder, if there was one.
			former: Option<T::AccountId>,
			/// The money that the previous holder gets.
			proceeds: Balance,
		},
		/// A holder's escrow has run dry. Only the holder can end the arrears, and nobody takes the parcel, until the
		/// grace is over.
		GraceBegun {
			/// For which parcel.
			parcel: ParcelId,
			/// The holder.
			holder: T::AccountId,
			/// When the grace ends, in milliseconds.
			until: u64,
		},
		/// A holder has paid the arrears and put down the reserve again.
		GraceEnded {
			/// For which parcel.
			parcel: ParcelId,
		},
		/// A holder has given a standing order to defend a parcel, or has changed it.
		Guarded {
			/// Which parcel.
			parcel: ParcelId,
			/// The highest bid that was defended against until now.
			old: Option<Balance>,
			/// The highest bid that is defended against from now on.
			new: Option<Balance>,
		},
		/// A holder whose escrow has run dry has lost the parcel.
		Foreclosed {
			/// Which parcel.
			parcel: ParcelId,
			/// The previous holder.
			holder: T::AccountId,
			/// The charges owed, with those that the valuation still bound the holder to.
			arrears: Balance,
			/// The account that gets the tip.
			by: T::AccountId,
			/// How much.
			tip: Balance,
		},
		/// A holder has given up a parcel.
		Relinquished {
			/// Which parcel.
			parcel: ParcelId,
			/// The previous holder.
			holder: T::AccountId,
		},
		/// A former holder has paid what was owed on a parcel, to take it back from the auction.
		LienPaid {
			/// Which parcel.
			parcel: ParcelId,
			/// The account that has paid.
			who: T::AccountId,
			/// How much.
			amount: Balance,
		},
		/// The register has taken a parcel off the market.
		Withdrawn {
			/// Which parcel.
			parcel: ParcelId,
		},
		/// A holder has joined a parcel to another one.
		Joined {
			/// The parcel that goes on.
			parcel: ParcelId,
			/// The parcel that is part of it from now on.
			other: ParcelId,
			/// The valuation of both.
			valuation: Balance,
			/// The escrow of both.
			escrow: Balance,
		},
		/// A parcel has been divided; `Acquired` tells of each of the other parts.
		Divided {
			/// The parcel that goes on as the first part.
			parcel: ParcelId,
			/// Its valuation from now on.
			valuation: Balance,
			/// Its escrow from now on.
			escrow: Balance,
		},
		/// The law has announced another price of the unit of account.
		IndexAnnounced {
			/// The price of a unit in CIV.
			price: FixedU128,
			/// From when on it counts, in milliseconds.
			at: u64,
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
