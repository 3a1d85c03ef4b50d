//! The holder of a parcel names its price, pays a tax on that price, and must sell to anyone who pays it.
//!
//! # Overview
//!
//! The holder of a parcel says what it is worth. On that *valuation* they pay a yearly charge, every moment of it, and
//! at that price, or a little more, anybody may buy. A price that is too low loses the parcel, and a price that is too
//! high costs money. The charge's rate is the charter's base rate and a part that floats with the neighbours' approval.
//! What holders pay is everybody's revenue.
//!
//! # Life cycle
//!
//! 1. Somebody acquires a parcel: by [`Pallet::accept`], if the registrar has reserved it for them, or by
//!    [`Pallet::bid`] in its first sale. They name a valuation and put money into *escrow*, a hold on their own balance.
//! 2. The charge is taken from the escrow each time the parcel is touched, for exactly the time since the last touch.
//!    Anyone can touch it with [`Pallet::settle`] and put money in with [`Pallet::fund`]. The holder takes money out
//!    with [`Pallet::withdraw`] and changes the valuation with [`Pallet::assess`].
//! 3. [`Pallet::bid`]: somebody offers more than the valuation, and all of that money is held. A higher bid replaces
//!    and refunds a lower one, and gives the holder another notice period, but all of them together no more than two.
//!    Nobody can take a bid back, and no vote ends it.
//! 4. [`Pallet::defend`]: within the notice period the holder can keep the parcel. They raise the valuation to the bid
//!    and pay what they would have paid, had the price been the bid's. [`Pallet::guard`] is a standing order to do
//!    that. Otherwise anyone can [`Pallet::close`], and the bidder buys.
//! 5. An escrow that runs dry begins a *grace*. Until it ends only the holder acts. Then anyone can
//!    [`Pallet::foreclose`], for a small tip, and the parcel goes to auction. [`Pallet::relinquish`] gives it up.
//! 6. At an auction the price falls with time, but not below an open bid. Arrears and the charge that runs on are paid
//!    first; what is left goes to the former holder, up to the valuation. Until somebody has bought, the former holder
//!    can [`Pallet::reclaim`] the parcel. The first sale of a parcel goes to the highest bid after its notice period.
//! 7. [`Pallet::offer`], then [`Pallet::accept`]: a gift, with the receiver's consent and at the receiver's valuation.
//! 8. [`Pallet::claim`] pays out what could not be paid at once.
//!
//! # Terms
//!
//! - *Charge* = valuation x integral of (base rate + floating rate) over time, rounded up.
//! - *Reserve*: the tip, and the charge of a reserve period at the highest rate of today's charter. A holder must leave
//!   as much when they take a parcel, raise its valuation or withdraw escrow. What they have put down is stored with
//!   the holding: for a reserve period no later parameter puts them in default.
//! - *Bound*: whoever names a price is bound by it for a binding period, however they came to name it. A holder who
//!   cuts it sooner pays the charge on the difference for the rest of that period, at today's rate.
//! - *Shortfall*: what a holder would have paid more, had the price always been that of a bid: the charge at today's
//!   rate on the bid less the mean price of the past. It reaches back for a look-back period, and as many times
//!   further as the bid is higher than the mean. Renaming a price does not shorten it, and neither does a gift or a sale.
//! - *Lien*: the arrears on a parcel at auction, and the charge on its last valuation since. The buyer pays it first.
//! - *Unit of account*: a holder can name prices in a unit whose price in CIV, the index, is set by law. Charges accrue
//!   in the unit and are paid in CIV at the index of the moment of payment.
//!
//! # Why nobody dodges the charge
//!
//! `docs/attacks.md` lists the attacks and the tests. `docs/property.md` shows what naming zero and defending costs.
//!
//! # Who gets what is rounded
//!
//! Charges, liens and prices are rounded up, to the last unit and in favour of all: what is left over is revenue. What
//! leaves an escrow or a bid is what arrives elsewhere; nothing is rounded on the way.
//!
//! # Invariants
//!
//! - **I1** Each holding's holder is the register's, and a parcel at auction is nobody's. None is both.
//! - **I2** What is held from an account equals its escrows and its bids.
//! - **I3** The pallet's account has what is waiting to be claimed.
//! - **I4** Each bid is above the valuation that it was made against, not the holder's, and ends when it must at the
//!   latest.
//! - **I5** Nobody has paid for time to come, and no record is of time to come.
//! - **I6** No grace ends before what the holder has reserved.
//! - **I7** The lists of bids and offers by account are those of the parcels.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use views::PAGE;
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
pub mod migrations;
#[cfg(test)]
mod mock;
mod money;
mod register;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod types;
mod unit;
mod views;
pub mod weights;

use civitas_primitives::{
	would_succeed, Accrual, BallotAccounts, FloatingRate, KnownAccounts, Meter, OnParcel, ParcelId, Revenue,
	TerritoryId, Titles,
};
use frame_support::{
	pallet_macros::import_section,
	pallet_prelude::*,
	traits::{
		fungible::{
			Balanced, BalancedHold, Credit, Inspect, InspectHold, Mutate, MutateHold, UnbalancedHold,
		},
		Time,
	},
	PalletId,
};
use frame_system::pallet_prelude::*;
use money::Dues;
use sp_runtime::{traits::AccountIdConversion, FixedU128, Perquintill};

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
/// The market for land. The holder of a parcel names its price, pays a yearly charge on that price, and must sell
/// to anyone who pays it.
///
/// A holder can defend a parcel against a bid by raising the price.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

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

		/// Accounts that cast secret ballots: they can hold no land.
		type BallotAccounts: BallotAccounts<Self::AccountId>;

		/// The time, in milliseconds.
		type Clock: Time<Moment = u64>;

		/// The part of the yearly rate that is the same for all.
		type BaseRate: Get<Perquintill>;

		/// How long a holder may defend a parcel against a bid, in milliseconds.
		type NoticePeriod: Get<u64>;

		/// For how long a defence makes good for a price that was too low, in milliseconds: as many times longer as the
		/// bid is higher than the price. At least one.
		type LookBack: Get<u64>;

		/// For how long a price binds whoever names it, in milliseconds.
		type BindingPeriod: Get<u64>;

		/// How long a holder in arrears has to pay them, in milliseconds.
		type GracePeriod: Get<u64>;

		/// What is added to a charge that was not in escrow, as a part of it.
		type GraceSurcharge: Get<Perquintill>;

		/// For how long the reserve covers the charge, in milliseconds.
		type ReservePeriod: Get<u64>;

		/// How long it takes for an auction's price to fall to the lien, and then for the lien to lapse, in
		/// milliseconds. At least one.
		type AuctionPeriod: Get<u64>;

		/// By which part a bid is above the valuation, or above the bid that it replaces, at least.
		type BidIncrement: Get<Perquintill>;

		/// What an auction begins with, in valuations.
		type AuctionFactor: Get<u32>;

		/// What the first sale of a parcel begins with, and any auction at least.
		type InitialPrice: Get<Balance>;

		/// What whoever forecloses gets from the escrow.
		type ForeclosureTip: Get<Balance>;

		/// The least charge for which `settle` is free.
		type FreeSettlement: Get<Balance>;

		/// Sets the price of the unit of account: the law.
		type IndexOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// By which part the index can change at a time.
		type IndexStep: Get<Perquintill>;

		/// How long before it counts an index is announced, in milliseconds.
		type IndexNotice: Get<u64>;

		/// How long an index counts at least, in milliseconds.
		type IndexPeriod: Get<u64>;

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

	/// The parcels that each account bids for. The money of the bid stands for it; removed when the bid ends.
	#[pallet::storage]
	pub type BidsOf<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, ParcelId, ()>;

	/// The parcels that are offered to each account. One for each parcel at most; removed with the offer.
	#[pallet::storage]
	pub type OffersTo<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, ParcelId, ()>;

	/// The last price that was paid for each parcel, in CIV, and when, in milliseconds. Kept for ever.
	#[pallet::storage]
	pub type LastPrices<T: Config> = StorageMap<_, Twox64Concat, ParcelId, (Balance, u64)>;

	/// The price of the unit of account in CIV.
	#[pallet::storage]
	pub type UnitIndex<T: Config> = StorageValue<_, Index, ValueQuery>;

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
		/// names the valuation, is bound by it, and puts at least the reserve into escrow.
		///
		/// - `parcel`: the id of the parcel.
		/// - `valuation`: the price at which you must sell, in units of 1e-12 CIV.
		/// - `escrow`: the money to put aside for charges, in units of 1e-12 CIV.
		///
		/// A gift keeps the record of past prices. Emits `Acquired`. Refused with `NotOffered`, or `EscrowTooLow`. A
		/// gift is refused with `BidOpen` while somebody bids, and with `InArrears` or `EscrowTooLow` if the giver owes
		/// more than is in escrow.
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
		/// - `parcel`: the id of the parcel.
		/// - `valuation`: the price at which you must sell, in units of 1e-12 CIV.
		///
		/// A cut takes effect at once; within a binding period after a raise it is paid for. A raise is charged at
		/// once, and binds; against a bid that is open it counts after a notice period. Emits `Assessed`. Refused with
		/// `EscrowTooLow`, or `InArrears`.
		#[pallet::call_index(1)]
		pub fn assess(origin: OriginFor<T>, parcel: ParcelId, valuation: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_assess(who, parcel, valuation)
		}

		/// Puts money of the caller into a parcel's escrow. Anyone may; the money is the holder's from then on. What is
		/// owed is paid first.
		///
		/// - `parcel`: the id of the parcel.
		/// - `amount`: the money to add, in units of 1e-12 CIV.
		///
		/// Ends a grace if nothing is owed then and the escrow is at least the reserve. Emits `EscrowChanged`,
		/// `Charged` and `GraceEnded`.
		#[pallet::call_index(2)]
		pub fn fund(origin: OriginFor<T>, parcel: ParcelId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fund(who, parcel, amount)
		}

		/// Takes money out of a parcel's escrow, down to the reserve. Its holder may.
		///
		/// - `parcel`: the id of the parcel.
		/// - `amount`: the money to take out, in units of 1e-12 CIV.
		///
		/// Emits `EscrowChanged`. Refused with `EscrowTooLow`, or `InArrears`.
		#[pallet::call_index(3)]
		pub fn withdraw(origin: OriginFor<T>, parcel: ParcelId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, parcel, amount)
		}

		/// Bids for a parcel. The bid binds at any rate. Anyone but the holder may. The amount is held,
		/// and with it the escrow that the bidder will need.
		///
		/// - `parcel`: the id of the parcel.
		/// - `amount`: the price that you offer, in units of 1e-12 CIV.
		///
		/// A lower bid is replaced, and refunded whole. In the first sale of a parcel the highest bid wins; at another
		/// auction the price does not fall below it. Emits `BidPlaced`. Refused with `BidTooLow`, or with `InArrears`
		/// while the holder has grace.
		#[pallet::call_index(4)]
		pub fn bid(origin: OriginFor<T>, parcel: ParcelId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_bid(who, parcel, amount)
		}

		/// Keeps a parcel against a bid of `max_price` at most: raises the valuation to it, and pays the shortfall. Its
		/// holder may, within the notice period.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// Emits `BackCharged`, `Assessed` and `BidEnded`. Refused with `PriceTooHigh` if the bid has become higher,
		/// `TooLateToDefend`, `EscrowTooLow`, or `InArrears`.
		#[pallet::call_index(5)]
		pub fn defend(origin: OriginFor<T>, parcel: ParcelId, max_price: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_defend(who, parcel, max_price)
		}

		/// Ends a bid whose notice period is over: the bidder buys, unless the holder's guard defends the parcel. At
		/// auction the price must have fallen to the bid. Anyone may, free of charge.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// The seller gets the price, less arrears and the shortfall, but not less than the valuation for the
		/// shortfall's sake. Emits `Sold` and `Acquired`, or what a defence emits. Refused with `TooEarlyToClose`.
		#[pallet::call_index(6)]
		#[pallet::weight(
			<T as Config>::WeightInfo::close().max(<T as Config>::WeightInfo::close_guarded()).saturating_mul(2)
		)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok() && would_succeed(|| Pallet::<T>::do_close(*parcel))
		})]
		pub fn close(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close(parcel)
		}

		/// Takes a parcel from a holder whose escrow has run dry and whose grace is over: it goes to auction, or to the
		/// open bid if its notice is over. Anyone may, free of charge, and gets a tip.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// Emits `Foreclosed`. Refused with `NotInArrears`, or `InGrace`.
		#[pallet::call_index(7)]
		#[pallet::weight(<T as Config>::WeightInfo::foreclose().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| would_succeed(|| Pallet::<T>::do_foreclose(who, *parcel)))
		})]
		pub fn foreclose(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_foreclose(who, parcel)
		}

		/// Buys a parcel at auction at once, at the price of now and at most at `max_price`. Anyone may. The caller
		/// names the valuation, is bound by it, and puts at least the reserve into escrow.
		///
		/// - `parcel`: the id of the parcel.
		/// - `valuation`: the price at which you must sell, in units of 1e-12 CIV.
		/// - `escrow`: the money to put aside for charges, in units of 1e-12 CIV.
		///
		/// Emits `Sold` and `Acquired`. Refused with `BidsOnly` in a first sale, `PriceTooHigh`, or `EscrowTooLow`.
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
		/// - `parcel`: the id of the parcel.
		///
		/// A price that still binds is paid for. Emits `Relinquished`. Refused with `BidOpen`, `InArrears` or
		/// `EscrowTooLow`.
		#[pallet::call_index(9)]
		pub fn relinquish(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_relinquish(who, parcel)
		}

		/// Offers a parcel to somebody as a gift, or to nobody any more. Its holder may; it is theirs until the
		/// receiver accepts.
		///
		/// - `parcel`: the id of the parcel.
		/// - `receiver`: the account to give it to, or nothing to take the offer back.
		///
		/// On acceptance the giver pays from the escrow for a price that still binds, and gets the rest back. Emits
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

		/// Takes what could not be paid out at once. Its owner may, free of charge.
		///
		/// Emits `Claimed`. Refused with `NothingToClaim`, or if the account still cannot take it.
		#[pallet::call_index(12)]
		#[pallet::weight(<T as Config>::WeightInfo::claim().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| would_succeed(|| Pallet::<T>::do_claim(who)))
		})]
		pub fn claim(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(who)
		}

		/// Takes the charge of a parcel up to now from its escrow. Anyone may, free of charge if that is worth it, or if
		/// the escrow has run dry: then the holder's grace begins.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// Emits `Charged` and `GraceBegun`. Refused with `NothingDue`.
		#[pallet::call_index(13)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok() && Pallet::<T>::is_free_settlement(*parcel)
		})]
		pub fn settle(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle(parcel)
		}

		/// Gives a standing order: a bid of `max_price` CIV at most is defended against when somebody would close it.
		/// `None` ends the order. The holder may.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// The defence is paid from the escrow and from the holder's free balance. If there is not enough, the bidder
		/// buys. A new holder has no guard. Emits `Guarded`.
		#[pallet::call_index(14)]
		pub fn guard(origin: OriginFor<T>, parcel: ParcelId, max_price: Option<Balance>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_guard(who, parcel, max_price)
		}

		/// Takes a parcel back from an auction at its old valuation. Its former holder may, until somebody has bought
		/// it. The caller pays the lien and puts at least the reserve into escrow.
		///
		/// - `parcel`: the id of the parcel.
		/// - `escrow`: the money to put aside for charges, in units of 1e-12 CIV.
		///
		/// An open bid above the valuation stays open, and the caller can defend the parcel against it. Emits
		/// `LienPaid` and `Acquired`. Refused with `NotFormerHolder`, or `EscrowTooLow`.
		#[pallet::call_index(15)]
		pub fn reclaim(origin: OriginFor<T>, parcel: ParcelId, escrow: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reclaim(who, parcel, escrow)
		}

		/// Names the price of a parcel in other money from now on: CIV, or the unit of account. Its holder may. The
		/// price is the same at today's index.
		///
		/// - `parcel`: the id of the parcel.
		/// - `denomination`: the money in which the price is named.
		///
		/// Emits `Denominated`. Refused with `AlreadyDenominated`, or `InArrears`.
		#[pallet::call_index(16)]
		pub fn denominate(
			origin: OriginFor<T>,
			parcel: ParcelId,
			denomination: Denomination,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_denominate(who, parcel, denomination)
		}

		/// Announces another price of the unit of account in CIV. The law track may.
		///
		/// - `price`: the price of one unit of account in CIV.
		///
		/// Emits `IndexAnnounced`. Refused with `IndexTooFar`, or `IndexTooSoon`.
		#[pallet::call_index(17)]
		pub fn announce_index(origin: OriginFor<T>, price: FixedU128) -> DispatchResult {
			T::IndexOrigin::ensure_origin(origin)?;
			Self::do_announce_index(price)
		}

		/// Puts money into the escrow of a parcel that the caller holds. Like `fund`, but for the holder only: a `Steward`
		/// proxy may call it, and cannot give the holder's money to somebody else's parcel.
		///
		/// - `parcel`: the id of the parcel.
		/// - `amount`: the money to add, in units of 1e-12 CIV.
		///
		/// Emits `EscrowChanged`, `Charged` and `GraceEnded`. Refused with `NotHolder`.
		#[pallet::call_index(18)]
		#[pallet::weight(<T as Config>::WeightInfo::fund())]
		pub fn replenish(origin: OriginFor<T>, parcel: ParcelId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			ensure!(Self::find(parcel)?.holder == who, Error::<T>::NotHolder);
			Self::do_fund(who, parcel, amount)
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

		/// What must be in escrow for a valuation in CIV.
		pub fn reserve(valuation: Balance) -> Balance {
			Self::reserve_of(valuation)
		}

		/// The price of the unit of account in CIV, and the next one if it is announced.
		pub fn unit_index() -> Index {
			UnitIndex::<T>::get().at(Self::now())
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
			assert!(T::LookBack::get() > 0, "a defence looks back");
			assert!(T::AuctionFactor::get() > 0, "an auction begins with a price");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
