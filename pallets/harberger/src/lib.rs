//! Land is held by whoever names the highest price for it, and pays for naming it.
//!
//! # Overview
//!
//! The holder of a parcel says what it is worth. On that *valuation* they pay a yearly charge, every moment of it, and
//! at that price, or a little more, anybody may buy. So a price too low loses the parcel, a price too high costs
//! money, and land goes to those who do most with it. The charge's rate is the charter's base rate and the part that
//! floats with the neighbours' approval. What is paid is everybody's revenue.
//!
//! # Life cycle
//!
//! 1. A parcel becomes somebody's: by [`Pallet::accept`], if the registrar has reserved it for them, or by
//!    [`Pallet::buy`] from an auction. They name a valuation and put money into *escrow*, a hold on their own balance.
//! 2. The charge is taken from the escrow whenever the parcel is touched, for exactly the time since the last touch.
//!    [`Pallet::fund`] and [`Pallet::withdraw`] change the escrow, [`Pallet::assess`] the valuation.
//! 3. [`Pallet::bid`]: somebody offers more than the valuation, and all of that money is held. A higher bid replaces
//!    and refunds a lower one, and gives the holder another notice period, but all of them together no more than two.
//!    Bids are binding: nobody can take one back.
//! 4. [`Pallet::defend`]: within the notice period the holder may keep the parcel by raising the valuation to the bid,
//!    paying what they should have paid on the difference. Otherwise anyone may [`Pallet::close`], and the bidder buys.
//!    If the charge rate has risen above what the bidder accepts, the bid lapses instead.
//! 5. [`Pallet::foreclose`]: an escrow that has run dry costs the parcel, for a small tip. It goes to the open bid, or
//!    to auction. [`Pallet::relinquish`] gives it up, [`Pallet::release`] takes it from whoever has left the state.
//! 6. At an auction the price falls with time. Arrears and the charge that runs on meanwhile are paid first; what is
//!    left goes to the former holder, but to a defaulter never more than the valuation.
//! 7. [`Pallet::offer`], then [`Pallet::accept`]: a gift, with the receiver's consent and at the receiver's valuation.
//! 8. [`Pallet::claim`] pays out what could not be paid at once.
//!
//! # Terms
//!
//! - *Charge* = valuation x integral of (base rate + floating rate) over time, rounded up.
//! - *Reserve*: the tip, and the charge of a reserve period at today's rate. Whoever takes a parcel, raises its
//!   valuation or withdraws escrow must leave as much.
//! - *Bound*: who raises a valuation, or buys by a bid, has named a price for a look-back period. Whoever cuts it
//!   sooner pays the charge on the difference for the rest of that period, at today's rate. Whoever is foreclosed owes
//!   it with the arrears; whoever is bought out passes it on to the buyer.
//! - *Lien*: the arrears on a parcel at auction, and the charge on its last valuation since. Whoever buys pays it.
//!
//! # Why nobody dodges the charge
//!
//! - *Price hop*: raising the valuation before a bid arrives and cutting it afterwards costs the same as a defence,
//!   since the raise binds. Against an open bid a raise counts only after another notice period.
//! - *Bidding on one's own parcel* through somebody else blocks no rival: any higher bid replaces it, and bids upon bids
//!   end two notice periods after the first. To win it and cut the valuation costs what the bound says. A bid that
//!   lapses pays the charge on what it was above the valuation.
//! - *Letting it lapse to buy it back at zero*: the lien is a floor to the price until the auction's second period,
//!   and runs on. What still binds is part of it. Cuts, gifts and exits settle first.
//! - *Poisoned gifts*: the receiver consents, names the valuation, and takes over neither arrears nor a bound.
//! - *Raising a rate under a bidder*: the bid says the highest rate that it accepts.
//! - *Raising a bid under a defender*: the defence says the highest price that it accepts.
//! - *Unpayable payees*: bids and escrows are holds on their owners' accounts; what cannot be paid out is claimed.
//!
//! # Who gets what is rounded
//!
//! Charges, liens and prices are rounded up, to the last unit and in favour of all: what is left over is revenue. What
//! leaves an escrow or a bid is what arrives elsewhere; nothing is rounded on the way.
//!
//! # Who never was a citizen
//!
//! Anybody may hold land. Only the parcels of those who held them as citizens are released when they leave. What still
//! bound a leaver is not asked of them: leaving the state costs nothing but the state.
//!
//! # Invariants
//!
//! - **I1** Each holding's holder is the register's, and a parcel at auction is nobody's. None is both.
//! - **I2** What is held from an account equals its escrows and its bids.
//! - **I3** The pallet's account has what is waiting to be claimed.
//! - **I4** Each bid is above the valuation that it was made against, not the holder's, and ends when it must at the
//!   latest.
//! - **I5** Nobody has paid for time to come.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod auctions;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod bids;
mod errors;
mod events;
mod holdings;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
pub mod math;
#[cfg(test)]
mod mock;
mod money;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod types;
mod views;
pub mod weights;

use civitas_primitives::{
	would_succeed, Accrual, Citizenry, FloatingRate, Meter, OnParcel, ParcelId, Revenue, TerritoryId, Titles,
};
use frame_support::{
	pallet_macros::import_section,
	pallet_prelude::*,
	traits::{
		fungible::{Balanced, BalancedHold, Credit, Inspect, InspectHold, Mutate, MutateHold},
		Time,
	},
	PalletId,
};
use frame_system::pallet_prelude::*;
use sp_runtime::{traits::AccountIdConversion, Perquintill};

/// An amount of money.
pub type Balance = u128;
/// A holding's record.
pub type HoldingOf<T> = Holding<<T as frame_system::Config>::AccountId>;
/// A bid's record.
pub type BidOf<T> = Bid<<T as frame_system::Config>::AccountId>;
/// An auction's record.
pub type AuctionOf<T> = Auction<<T as frame_system::Config>::AccountId>;
/// Money on its way.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money of charges and prices.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ Mutate<Self::AccountId>
			+ Balanced<Self::AccountId>
			+ InspectHold<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason: From<HoldReason>>
			+ BalancedHold<Self::AccountId>;

		/// The registry of title.
		type Titles: Titles<Self::AccountId>;

		/// The part of the rate that floats.
		type FloatingRate: FloatingRate;

		/// Where charges go.
		type Revenue: Revenue<CreditOf<Self>>;

		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// The time, in milliseconds.
		type Clock: Time<Moment = u64>;

		/// The part of the yearly rate that is the same for all.
		type BaseRate: Get<Perquintill>;

		/// How long a holder may defend a parcel against a bid, in milliseconds.
		type NoticePeriod: Get<u64>;

		/// For how long a defence pays back the charge, and for how long a raise binds, in milliseconds.
		type LookBack: Get<u64>;

		/// For how long the reserve covers the charge, in milliseconds.
		type ReservePeriod: Get<u64>;

		/// How long it takes for an auction's price to fall to the lien, and then for the lien to lapse, in
		/// milliseconds. At least one.
		type AuctionPeriod: Get<u64>;

		/// By which part a bid is above the valuation, or above the bid that it replaces, at least.
		type BidIncrement: Get<Perquintill>;

		/// What an auction begins with, in valuations.
		type AuctionFactor: Get<u32>;

		/// What the auction of a parcel that nobody has held yet begins with.
		type InitialPrice: Get<Balance>;

		/// What whoever forecloses gets from the escrow.
		type ForeclosureTip: Get<Balance>;

		/// Names the account that keeps what is waiting to be claimed.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why an account's money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The escrow of a parcel, from which its charge is paid.
		#[codec(index = 0)]
		Escrow,
		/// A bid for a parcel, with the escrow that the bidder will need.
		#[codec(index = 1)]
		Bid,
	}

	/// The parcels that somebody holds. The holder pays; removed when the parcel goes to auction.
	// Ids are given by the chain, so nobody can unbalance the trie with them. So it is with auctions.
	#[pallet::storage]
	pub type Holdings<T: Config> = StorageMap<_, Twox64Concat, ParcelId, HoldingOf<T>>;

	/// The parcels that are for sale, by falling price. Removed when bought.
	#[pallet::storage]
	pub type Auctions<T: Config> = StorageMap<_, Twox64Concat, ParcelId, AuctionOf<T>>;

	/// What could not be paid out to each account. Removed when claimed.
	#[pallet::storage]
	pub type Proceeds<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Balance, ValueQuery>;

	/// The base rate of now, and what it has come to.
	#[pallet::storage]
	pub type Base<T: Config> = StorageValue<_, Meter, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::found().expect("a new account can take the least there is; qed");
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Takes a parcel that the registrar has reserved for the caller, or that its holder gives them. The caller
		/// names the valuation, and puts at least the reserve into escrow.
		///
		/// Emits `Acquired`. Refused with `NotOffered`, or `EscrowTooLow`. A gift is refused with `BidOpen` while
		/// somebody bids, and with `InArrears` or `EscrowTooLow` if the giver owes more than is in escrow.
		#[pallet::call_index(0)]
		pub fn accept(
			origin: OriginFor<T>,
			parcel: ParcelId,
			valuation: Balance,
			escrow: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(who, parcel, valuation, escrow)
		}

		/// Names another price for a parcel. Its holder may.
		///
		/// A cut takes effect at once; sooner than a look-back period after a raise it is paid for. A raise is charged
		/// at once, and binds; against a bid that is open it counts after a notice period. Emits `Assessed`. Refused
		/// with `EscrowTooLow`, or `InArrears`.
		#[pallet::call_index(1)]
		pub fn assess(origin: OriginFor<T>, parcel: ParcelId, valuation: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_assess(who, parcel, valuation)
		}

		/// Puts money into a parcel's escrow. Its holder may. What is owed is paid first.
		///
		/// Emits `EscrowChanged` and `Charged`.
		#[pallet::call_index(2)]
		pub fn fund(origin: OriginFor<T>, parcel: ParcelId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund(who, parcel, amount)
		}

		/// Takes money out of a parcel's escrow, down to the reserve. Its holder may.
		///
		/// Emits `EscrowChanged`. Refused with `EscrowTooLow`, or `InArrears`.
		#[pallet::call_index(3)]
		pub fn withdraw(origin: OriginFor<T>, parcel: ParcelId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, parcel, amount)
		}

		/// Bids for a parcel, bindingly. Anyone but its holder may. The amount is held, and the escrow that the bidder
		/// will need with it, at the highest rate that they accept.
		///
		/// A lower bid is replaced, and refunded whole. Emits `BidPlaced`. Refused with `BidTooLow`, or `RateTooHigh`.
		#[pallet::call_index(4)]
		pub fn bid(
			origin: OriginFor<T>,
			parcel: ParcelId,
			amount: Balance,
			max_rate: Perquintill,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_bid(who, parcel, amount, max_rate)
		}

		/// Keeps a parcel against a bid of `max_price` at most: raises the valuation to it, and pays the charge on the
		/// difference for the look-back period. Its holder may, within the notice period.
		///
		/// Emits `BackCharged`, `Assessed` and `BidEnded`. Refused with `PriceTooHigh` if the bid has become higher,
		/// `TooLateToDefend`, `EscrowTooLow`, or `InArrears`.
		#[pallet::call_index(5)]
		pub fn defend(origin: OriginFor<T>, parcel: ParcelId, max_price: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_defend(who, parcel, max_price)
		}

		/// Ends a bid whose notice period is over: the bidder buys, unless the rate has risen above what they accept.
		/// Anyone may, and pays nothing.
		///
		/// Emits `Sold` and `Acquired`, or `BidEnded`. Refused with `TooEarlyToClose`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::close().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|_| would_succeed(|| Pallet::<T>::do_close(*parcel)))
		})]
		pub fn close(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_close(parcel)?;
			Ok(Pays::No.into())
		}

		/// Takes a parcel from a holder whose escrow has run dry: it goes to the open bid, or to auction. Anyone may,
		/// pays nothing, and gets a tip.
		///
		/// Emits `Foreclosed`. Refused with `NotInArrears`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::foreclose().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| would_succeed(|| Pallet::<T>::do_foreclose(who, *parcel)))
		})]
		pub fn foreclose(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_foreclose(who, parcel)?;
			Ok(Pays::No.into())
		}

		/// Buys a parcel at auction, at the price of now and at most at `max_price`. Anyone may. The caller names the
		/// valuation, and puts at least the reserve into escrow.
		///
		/// Emits `Sold` and `Acquired`. Refused with `PriceTooHigh`, or `EscrowTooLow`.
		#[pallet::call_index(8)]
		pub fn buy(
			origin: OriginFor<T>,
			parcel: ParcelId,
			max_price: Balance,
			valuation: Balance,
			escrow: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_buy(who, parcel, max_price, valuation, escrow)
		}

		/// Gives up a parcel: it goes to auction, and the price, up to the valuation, to the caller. Its holder may.
		///
		/// A raise that still binds is paid for. Emits `Relinquished`. Refused with `BidOpen`, `InArrears` or
		/// `EscrowTooLow`.
		#[pallet::call_index(9)]
		pub fn relinquish(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_relinquish(who, parcel)
		}

		/// Wants to give a parcel to somebody, or to nobody any more. Its holder may; it is theirs until it is accepted.
		///
		/// When it is, a raise that still binds is paid for from the giver's escrow, and the rest returns. Emits
		/// `Offered`.
		#[pallet::call_index(10)]
		pub fn offer(
			origin: OriginFor<T>,
			parcel: ParcelId,
			receiver: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer(who, parcel, receiver)
		}

		/// Brings the parcel of a citizen who has left the state to the open bid, or to auction. All of the price is
		/// theirs, but for arrears. Anyone may, and pays nothing.
		///
		/// Emits `Released`. Refused with `NotLeft`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::release().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|_| would_succeed(|| Pallet::<T>::do_release(*parcel)))
		})]
		pub fn release(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_release(parcel)?;
			Ok(Pays::No.into())
		}

		/// Takes what could not be paid out at once. Whoever it belongs to may, and pays nothing.
		///
		/// Emits `Claimed`. Refused with `NothingToClaim`, or if the account still cannot take it.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::claim().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| would_succeed(|| Pallet::<T>::do_claim(who)))
		})]
		pub fn claim(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_claim(who)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Who holds a parcel, at which price, and for how long the escrow lasts.
		pub fn holding(parcel: ParcelId) -> Option<HoldingInfo<T::AccountId>> {
			Self::holding_info(parcel)
		}

		/// What a parcel at auction costs now.
		pub fn auction(parcel: ParcelId) -> Option<AuctionInfo<T::AccountId>> {
			Self::auction_info(parcel)
		}

		/// What must be in escrow for a valuation of a parcel, at today's rate.
		pub fn reserve(parcel: ParcelId, valuation: Balance) -> Balance {
			Self::reserve_of(parcel, valuation)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::follow_base_rate();
			T::WeightInfo::on_initialize()
		}

		fn integrity_test() {
			assert!(T::AuctionPeriod::get() > 0, "an auction takes time");
			assert!(T::AuctionFactor::get() > 0, "an auction begins with a price");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
