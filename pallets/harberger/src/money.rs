// SPDX-License-Identifier: Apache-2.0
//! How charges are measured, taken and paid out.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use frame_support::{
	defensive,
	traits::{
		tokens::{Fortitude, Precision, Preservation, Provenance},
		Imbalance,
	},
};
use sp_runtime::{traits::Zero, Saturating};

/// What is due on a holding.
pub(crate) struct Dues {
	/// What the escrow can pay of it.
	pub amount: Balance,
	/// What being late adds.
	pub surcharge: Balance,
	/// What is owed then.
	pub arrears: Balance,
	/// Whether the holder's grace begins with that.
	pub begins_grace: bool,
}

impl<T: Config> Pallet<T> {
	/// The account that keeps what is waiting to be claimed.
	pub fn account_id() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Lets the pallet's account exist, so that it can take any amount.
	pub(crate) fn found() -> DispatchResult {
		T::Currency::mint_into(&Self::account_id(), T::Currency::minimum_balance())?;
		Ok(())
	}

	/// Notices when the charter's base rate has changed. Runs before the block's time is set: a change counts from the
	/// time of the block in which it was made, and time past keeps the old rate.
	pub(crate) fn follow_base_rate() {
		let mut base = Base::<T>::get();
		let (old, new) = (base.rate, T::BaseRate::get());
		if old == new && !base.since.is_zero() {
			return;
		}
		let at = T::Clock::now();
		base.change(at, new);
		Base::<T>::put(base);
		if old != new {
			Self::deposit_event(Event::BaseRateChanged { old, new, at });
		}
	}

	/// The yearly rate of a parcel now.
	pub fn rate(parcel: ParcelId) -> Perquintill {
		// More than everything in a year is as good as everything.
		Base::<T>::get().rate.saturating_add(T::FloatingRate::rate(parcel))
	}

	/// What rates have come to for a parcel.
	pub fn accrued(parcel: ParcelId) -> Accrual {
		Base::<T>::get().read(T::Clock::now()).plus(T::FloatingRate::accrued(parcel))
	}

	/// The highest yearly rate that a parcel can have under today's charter.
	pub fn highest_rate() -> Perquintill {
		// An amendment counts from the next block on.
		Base::<T>::get().rate.max(T::BaseRate::get()).saturating_add(T::FloatingRate::highest())
	}

	/// What must be in escrow for a valuation in CIV: it lasts for a reserve period whatever the neighbours vote.
	pub(crate) fn reserve_of(valuation: Balance) -> Balance {
		let tip = T::ForeclosureTip::get();
		math::reserve(tip, valuation, Self::highest_rate(), T::ReservePeriod::get())
	}

	/// What is due on a holding now, and where it comes from.
	pub(crate) fn dues(parcel: ParcelId, holding: &HoldingOf<T>) -> Dues {
		let index = Self::accrued(parcel);
		let charge = index.since(holding.paid).due_on(holding.valuation);
		let charge = Self::civ(holding.denomination, charge);
		let due = charge.saturating_add(holding.arrears);
		let amount = due.min(Self::spendable(holding));
		// Arrears are paid first. A holder is late after what was reserved has ended.
		let missing = due.saturating_sub(amount).min(charge);
		let is_late = Self::now() > holding.reserved.until;
		let surcharge = if is_late { math::fraction(missing, T::GraceSurcharge::get()) } else { 0 };
		let arrears = due.saturating_sub(amount).saturating_add(surcharge);
		Dues { amount, surcharge, arrears, begins_grace: arrears > 0 && holding.grace.is_none() }
	}

	/// Takes the charge since the last time from the escrow, but for the tip; what is not there is owed.
	pub(crate) fn account_for(parcel: ParcelId, holding: &mut HoldingOf<T>) -> DispatchResult {
		let Dues { amount, surcharge, arrears, begins_grace } = Self::dues(parcel, holding);
		holding.paid = holding.paid.max(Self::accrued(parcel));
		if amount.is_zero() && arrears == holding.arrears {
			return Ok(());
		}
		holding.arrears = arrears;
		Self::take(parcel, holding, amount)?;
		let (holder, paid) = (holding.holder.clone(), holding.paid);
		Self::deposit_event(Event::Charged { parcel, holder, amount, surcharge, arrears, paid });
		if begins_grace {
			let begins = Self::now().max(holding.reserved.until);
			let until = begins.saturating_add(T::GracePeriod::get());
			holding.grace = Some(until);
			Self::deposit_event(Event::GraceBegun { parcel, holder: holding.holder.clone(), until });
		}
		Ok(())
	}

	/// What there is in escrow beside the tip.
	pub(crate) fn spendable(holding: &HoldingOf<T>) -> Balance {
		holding.escrow.saturating_sub(holding.reserved.tip)
	}

	/// Takes `amount` from the escrow as revenue.
	fn take(parcel: ParcelId, holding: &mut HoldingOf<T>, amount: Balance) -> DispatchResult {
		let credit = Self::seize(HoldReason::Escrow, &holding.holder, amount)?;
		holding.escrow = holding.escrow.saturating_sub(amount);
		Self::collect(parcel, credit)
	}

	/// Takes `amount` from the escrow for a price that was named before. What is not there is refused.
	pub(crate) fn back_charge(
		parcel: ParcelId,
		holding: &mut HoldingOf<T>,
		amount: Balance,
	) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		ensure!(amount <= Self::spendable(holding), Error::<T>::EscrowTooLow);
		Self::take(parcel, holding, amount)?;
		Self::deposit_event(Event::BackCharged { parcel, holder: holding.holder.clone(), amount });
		Ok(())
	}

	/// Takes exactly `amount` of what is held from `who`.
	pub(crate) fn seize(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> Result<CreditOf<T>, DispatchError> {
		let (credit, missing) = T::Currency::slash(&reason.into(), who, amount);
		ensure!(missing.is_zero(), sp_runtime::TokenError::FundsUnavailable);
		Ok(credit)
	}

	/// Hands `credit` over as revenue of the parcel's territory.
	pub(crate) fn collect(parcel: ParcelId, credit: CreditOf<T>) -> DispatchResult {
		if credit.peek().is_zero() {
			return Ok(());
		}
		let territory = Self::territory(parcel)?;
		T::Revenue::collect(territory, credit);
		Ok(())
	}

	fn territory(parcel: ParcelId) -> Result<TerritoryId, DispatchError> {
		Ok(T::Titles::territory(parcel).ok_or(Error::<T>::UnknownParcel)?)
	}

	/// Pays `credit` to `who`, or keeps it for them if their account cannot take it.
	pub(crate) fn pay(who: &T::AccountId, credit: CreditOf<T>) {
		let amount = credit.peek();
		if amount.is_zero() {
			return;
		}
		let Err(credit) = T::Currency::resolve(who, credit) else { return };
		match T::Currency::resolve(&Self::account_id(), credit) {
			Ok(()) => {
				// All the money there is fits the type.
				Proceeds::<T>::mutate(who, |sum| *sum = sum.saturating_add(amount));
				Self::deposit_event(Event::ProceedsKept { who: who.clone(), amount });
			}
			Err(_) => {
				defensive!("the pallet's account exists, so it can take any amount");
			}
		}
	}

	/// Ends the hold of `amount`. If the account cannot take it, it is kept for its owner.
	pub(crate) fn give_back(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
		if T::Currency::release(&reason.into(), who, amount, Precision::Exact).is_err() {
			let credit = Self::seize(reason, who, amount)?;
			Self::pay(who, credit);
		}
		Ok(())
	}

	/// Shares out the price of a sale: `dues` and `back` first, then the former holder up to what they can get, then
	/// revenue.
	pub(crate) fn share_out(
		parcel: ParcelId,
		credit: CreditOf<T>,
		dues: Balance,
		back: Balance,
		former: Option<(T::AccountId, Balance)>,
	) -> DispatchResult {
		let price = credit.peek();
		let (dues, rest) = credit.split(dues.saturating_add(back));
		let (former, most) = match former {
			Some((former, most)) => (Some(former), most),
			None => (None, 0),
		};
		let (theirs, excess) = rest.split(most);
		let (dues, proceeds) = (dues.merge(excess), theirs.peek());
		Self::deposit_event(Event::Sold {
			parcel,
			price,
			dues: dues.peek(),
			back,
			former: former.clone(),
			proceeds,
		});
		LastPrices::<T>::insert(parcel, (price, T::Clock::now()));
		match former {
			Some(former) => Self::pay(&former, theirs),
			None => drop(theirs),
		}
		Self::collect(parcel, dues)
	}

	/// Lets what is held for a bid become escrow of the same account. Nothing moves, so nothing can stop it.
	pub(crate) fn bid_to_escrow(who: &T::AccountId, amount: Balance) -> DispatchResult {
		let (bid, escrow) = (HoldReason::Bid.into(), HoldReason::Escrow.into());
		T::Currency::increase_balance_on_hold(&escrow, who, amount, Precision::Exact)?;
		T::Currency::decrease_balance_on_hold(&bid, who, amount, Precision::Exact)?;
		Ok(())
	}

	/// Whether `who` can claim what waits for them.
	pub(crate) fn check_claim(who: &T::AccountId) -> Result<Balance, DispatchError> {
		let amount = Proceeds::<T>::get(who);
		ensure!(!amount.is_zero(), Error::<T>::NothingToClaim);
		T::Currency::can_deposit(who, amount, Provenance::Extant).into_result()?;
		Ok(amount)
	}

	pub(crate) fn do_claim(who: T::AccountId) -> DispatchResult {
		let amount = Self::check_claim(&who)?;
		Proceeds::<T>::remove(&who);
		T::Currency::transfer(&Self::account_id(), &who, amount, Preservation::Preserve)?;
		Self::deposit_event(Event::Claimed { who, amount });
		Ok(())
	}

	/// Takes `price` from `who`.
	pub(crate) fn take_price(who: &T::AccountId, price: Balance) -> Result<CreditOf<T>, DispatchError> {
		T::Currency::withdraw(who, price, Precision::Exact, Preservation::Preserve, Fortitude::Polite)
	}
}
