// SPDX-License-Identifier: Apache-2.0
//! What wallets and map pages ask about charges, prices and shares.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{AuctionInfo, Balance, HoldingInfo, Index, Quote};
use alloc::vec::Vec;
use civitas_primitives::{Alias, CitizenId, ParcelId, TerritoryId};
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// Charges, prices and shares, for wallets and map pages.
	///
	/// `Opinion` is a parcel's floating rate and what it is made of, `Vote` a neighbour's vote, and `Dividend` what a
	/// citizen may claim.
	pub trait TaxApi<AccountId: Codec, Opinion: Codec, Vote: Codec, Dividend: Codec> {
		/// Who holds a parcel, at which price; the open bid; the charge due now; when the escrow will be dry.
		fn holding(parcel: ParcelId) -> Option<HoldingInfo<AccountId>>;

		/// What a parcel at auction costs now.
		fn auction(parcel: ParcelId) -> Option<AuctionInfo<AccountId>>;

		/// The parcels at auction after `after`, in the state's own order, at most 256. Ask again after the last one.
		fn auctions(after: Option<ParcelId>) -> Vec<(ParcelId, AuctionInfo<AccountId>)>;

		/// The parcels that an account bids for, after `after` in the state's own order, at most 256.
		fn bids_of(account: AccountId, after: Option<ParcelId>) -> Vec<ParcelId>;

		/// The parcels that are offered to an account as gifts, after `after` in the state's own order, at most 256.
		fn offers_to(account: AccountId, after: Option<ParcelId>) -> Vec<ParcelId>;

		/// What a map shows of some parcels: state, price, rate, last price. At most 256; the others are left out.
		fn quotes(parcels: Vec<ParcelId>) -> Vec<Quote>;

		/// What must be in escrow for a valuation in CIV.
		fn reserve(valuation: Balance) -> Balance;

		/// The price of the unit of account in CIV, and the next one if it is announced.
		fn unit_index() -> Index;

		/// What could not be paid out to an account, and waits to be claimed.
		fn proceeds(account: AccountId) -> Balance;

		/// A parcel's floating rate now, and the votes that it is made of.
		fn opinion(parcel: ParcelId) -> Opinion;

		/// How an alias votes on a parcel this season.
		fn vote_of(alias: Alias, parcel: ParcelId) -> Option<Vote>;

		/// How many more times an alias may vote this season free of charge.
		fn free_votes_left(alias: Alias) -> u32;

		/// What a citizen may claim now, and what this season's share would be if it ended now.
		fn dividend(citizen: CitizenId) -> Dividend;

		/// What is in a territory's purse.
		fn purse(territory: TerritoryId) -> Balance;
	}
}
