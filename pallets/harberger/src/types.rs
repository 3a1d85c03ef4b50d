//! What the pallet stores, and what its views answer.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use crate::Balance;
use civitas_primitives::{Accrual, CitizenId};
use frame_support::pallet_prelude::*;
use sp_runtime::Perquintill;

/// A parcel that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Holding<AccountId> {
	/// Who.
	pub holder: AccountId,
	/// Which citizen that was at the last call, if one.
	pub citizen: Option<CitizenId>,
	/// The price that they have named.
	pub valuation: Balance,
	/// What is held from them for the charge.
	pub escrow: Balance,
	/// What is owed and was not in escrow.
	pub arrears: Balance,
	/// Up to where the charge is accounted for.
	pub paid: Accrual,
	/// How long the valuation binds.
	pub bound: Option<Bound>,
	/// A raise that does not count against the open bid yet.
	pub rise: Option<Rise>,
	/// The open bid.
	pub bid: Option<Bid<AccountId>>,
	/// To whom they want to give it.
	pub offer: Option<AccountId>,
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
	/// Whose.
	pub bidder: AccountId,
	/// The price.
	pub amount: Balance,
	/// The escrow to begin with.
	pub escrow: Balance,
	/// The highest yearly rate that the bidder accepts.
	pub max_rate: Perquintill,
	/// The valuation that it was made against.
	pub asked: Balance,
	/// What charges had come to when it was made.
	pub placed: Accrual,
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

/// A parcel for sale by falling price.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Auction<AccountId> {
	/// The price to begin with.
	pub start: Balance,
	/// When it began, in milliseconds.
	pub since: u64,
	/// After how many milliseconds only the lien is left; after as many again, nothing is.
	pub period: u64,
	/// Who held it, and what they can get at most. Nobody if it is new.
	pub former: Option<(AccountId, Balance)>,
	/// What was owed when it began.
	pub arrears: Balance,
	/// The valuation that the charge runs on with.
	pub valuation: Balance,
	/// Up to where the charge was accounted for when it began.
	pub paid: Accrual,
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
	/// The rate had risen above what the bidder accepts.
	Lapsed,
}

/// A held parcel, as pages see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct HoldingInfo<AccountId> {
	/// What is stored.
	pub holding: Holding<AccountId>,
	/// The valuation that counts for bids now.
	pub asking: Balance,
	/// The least that can be bid now.
	pub least_bid: Balance,
	/// The yearly rate now.
	pub rate: Perquintill,
	/// What charges have come to.
	pub index: Accrual,
	/// The charge due now, with arrears.
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
	/// The price now.
	pub price: Balance,
	/// What is owed of it.
	pub lien: Balance,
}
