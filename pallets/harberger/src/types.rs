// SPDX-License-Identifier: Apache-2.0
//! What the pallet stores, and what its views answer.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use crate::{math, Balance};
use civitas_primitives::{Accrual, ParcelId};
use frame_support::pallet_prelude::*;
use sp_runtime::{FixedU128, Perquintill};

/// The money in which a holder names prices.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Denomination {
	/// The chain's own money.
	#[default]
	Civ,
	/// The unit of account, whose price in CIV is the index.
	Unit,
}

/// A parcel that somebody holds. Prices are in its denomination; escrow, arrears and bids are in CIV.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Holding<AccountId> {
	/// Who holds it.
	pub holder: AccountId,
	/// The money in which the holder names prices.
	pub denomination: Denomination,
	/// The price that the holder has named.
	pub valuation: Balance,
	/// The valuation that the register knows, in CIV.
	pub booked: Balance,
	/// What is held from the holder for the charge.
	pub escrow: Balance,
	/// What the holder owes and was not in escrow.
	pub arrears: Balance,
	/// Up to where the charge is accounted for.
	pub paid: Accrual,
	/// What the escrow was checked against, and until when that counts.
	pub reserved: Reserved,
	/// When the grace ends in which the holder can pay arrears, in milliseconds.
	pub grace: Option<u64>,
	/// The prices of the past.
	pub record: Record,
	/// How long the valuation binds.
	pub bound: Option<Bound>,
	/// A raise that does not count against the open bid yet.
	pub rise: Option<Rise>,
	/// The open bid.
	pub bid: Option<Bid<AccountId>>,
	/// The account that the holder wants to give it to.
	pub offer: Option<AccountId>,
	/// The highest bid, in CIV, that is defended against without a call.
	pub guard: Option<Balance>,
}

/// What a holder has put down for the charge. No later parameter changes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Reserved {
	/// The part of the escrow that is kept for the account that forecloses.
	pub tip: Balance,
	/// Until when the holder cannot be in default, in milliseconds.
	pub until: u64,
}

/// Which prices a parcel had over time: what a holder who defends it has not paid for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Record {
	/// Since when prices were named for it without an auction in between, in milliseconds.
	pub since: u64,
	/// The mean price: over all of this time at first, fading over the look-back period later.
	pub mean: Balance,
	/// Up to when the mean is known, in milliseconds.
	pub at: u64,
}

impl Record {
	/// A record that begins at `now`.
	pub fn start(now: u64, price: Balance) -> Self {
		Self { since: now, mean: price, at: now }
	}

	/// The record at `now`, if `price` has stood since it was known.
	pub fn follow(self, now: u64, price: Balance, window: u64) -> Self {
		let passed = now.saturating_sub(self.at);
		if passed == 0 {
			return self;
		}
		let age = self.at.saturating_sub(self.since).min(window);
		Self { mean: math::mean(self.mean, age, price, passed), at: now, ..self }
	}

	/// The record when all of the past is paid for at `price`, or at what was paid if that is more.
	pub fn paid_up(self, price: Balance) -> Self {
		Self { mean: self.mean.max(price), ..self }
	}

	/// What a price of `price` at `rate` would have cost more until now.
	pub fn shortfall(&self, price: Balance, rate: Perquintill, window: u64) -> Balance {
		let held = self.at.saturating_sub(self.since);
		let span = math::span(held, window, price, self.mean);
		Accrual::over(rate, span).due_on(price.saturating_sub(self.mean))
	}
}

/// A price named for some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Bound {
	/// The price.
	pub level: Balance,
	/// The price before.
	pub base: Balance,
	/// When it ends, in milliseconds.
	pub until: u64,
}

/// A valuation raised under an open bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Rise {
	/// The valuation that counts for bids until then.
	pub from: Balance,
	/// From when on the raised one counts, in milliseconds.
	pub until: u64,
}

/// An offer to buy. All of its money is held from the bidder.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Bid<AccountId> {
	/// Who bids.
	pub bidder: AccountId,
	/// The price, in CIV.
	pub amount: Balance,
	/// The escrow to begin with.
	pub escrow: Balance,
	/// What that escrow keeps for the account that forecloses.
	pub tip: Balance,
	/// The valuation that it was made against, in CIV. Zero at an auction.
	pub asked: Balance,
	/// From when on it can be closed, in milliseconds.
	pub until: u64,
	/// Up to when higher bids can put that off, in milliseconds.
	pub latest: u64,
}

impl<AccountId> Bid<AccountId> {
	/// All that is held for it.
	pub fn held(&self) -> Balance {
		// Both together were held from one account.
		self.amount.saturating_add(self.escrow)
	}
}

/// Who held a parcel before its auction.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Former<AccountId> {
	/// Who.
	pub who: AccountId,
	/// The most of the price that they can get.
	pub most: Balance,
	/// The prices of the past, in case they reclaim the parcel.
	pub record: Record,
}

/// A parcel for sale by falling price.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Auction<AccountId> {
	/// The price to begin with, in CIV.
	pub start: Balance,
	/// When it began, in milliseconds.
	pub since: u64,
	/// After how many milliseconds only the lien is left; after as many again, nothing is.
	pub period: u64,
	/// Who held it. Nobody if it is the first sale.
	pub former: Option<Former<AccountId>>,
	/// What was owed when it began, in CIV.
	pub arrears: Balance,
	/// The money in which the valuation is.
	pub denomination: Denomination,
	/// The valuation that the charge runs on with.
	pub valuation: Balance,
	/// Up to where the charge was accounted for when it began.
	pub paid: Accrual,
	/// The open bid: the price does not fall below it.
	pub bid: Option<Bid<AccountId>>,
}

/// The price of the unit of account in CIV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Index {
	/// The price that counts until the next one does.
	pub price: FixedU128,
	/// Since when, in milliseconds.
	pub since: u64,
	/// The price that was announced, and from when on it counts, in milliseconds.
	pub next: Option<(FixedU128, u64)>,
}

impl Default for Index {
	fn default() -> Self {
		Self { price: FixedU128::from_u32(1), since: 0, next: None }
	}
}

impl Index {
	/// The index at `now`, with what was announced before in force.
	pub fn at(self, now: u64) -> Self {
		match self.next {
			Some((price, since)) if since <= now => Self { price, since, next: None },
			_ => self,
		}
	}
}

/// How a parcel was acquired.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Means {
	/// The registrar had reserved it.
	Assignment,
	/// Its holder gave it away.
	Gift,
	/// By a bid.
	Bid,
	/// At auction.
	Auction,
	/// Its former holder took it back from the auction.
	Reclaim,
	/// It was divided from a parcel of the same holder.
	Division,
}

/// Why a bid ended without a sale.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum BidEnd {
	/// Somebody bid more.
	Replaced,
	/// The holder has raised the valuation to it.
	Defended,
	/// Somebody bought at the auction for more.
	Outbought,
	/// The former holder took the parcel back, at a valuation above the bid.
	Reclaimed,
	/// The register took the parcel off the market.
	Withdrawn,
}

/// A held parcel, as pages see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct HoldingInfo<AccountId> {
	/// What is stored.
	pub holding: Holding<AccountId>,
	/// The valuation that counts for bids now, in CIV.
	pub asking: Balance,
	/// The least that can be bid now.
	pub least_bid: Balance,
	/// What a defence against the open bid costs at once, if there is one.
	pub defence: Option<Balance>,
	/// The yearly rate now.
	pub rate: Perquintill,
	/// What charges have come to.
	pub index: Accrual,
	/// The charge due now, with arrears, in CIV.
	pub due: Balance,
	/// What must be left in escrow.
	pub reserve: Balance,
	/// When the escrow will have run dry at today's rate, in milliseconds. `None`: never.
	pub dry_at: Option<u64>,
}

/// A parcel at auction, as pages see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AuctionInfo<AccountId> {
	/// What is stored.
	pub auction: Auction<AccountId>,
	/// The price now. In the first sale it is the least first bid.
	pub price: Balance,
	/// What is owed of it.
	pub lien: Balance,
	/// The least that can be bid now.
	pub least_bid: Balance,
}

/// What a map shows of a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Quote {
	/// Which parcel.
	pub parcel: ParcelId,
	/// How it stands on the market.
	pub state: MarketState,
	/// The least price that buys it now, in CIV. Zero if it is not for sale.
	pub price: Balance,
	/// The yearly rate of its charge.
	pub rate: Perquintill,
	/// The last price that was paid for it, in CIV, and when, in milliseconds.
	pub last: Option<(Balance, u64)>,
}

/// How a parcel stands on the market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum MarketState {
	/// Neither held nor for sale: reserved, public, or unknown.
	None,
	/// Somebody holds it, and nobody bids.
	Held,
	/// Somebody holds it, and somebody bids.
	Bidden,
	/// Its holder is in arrears.
	InGrace,
	/// For sale for the first time, to the highest bid.
	FirstSale,
	/// At auction.
	Auction,
}
