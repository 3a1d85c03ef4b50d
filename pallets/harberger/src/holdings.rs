//! What holders do.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use frame_support::traits::tokens::{Fortitude, Precision, Preservation};
use sp_runtime::traits::EnsureSub;

/// How a parcel passes into somebody's hands.
pub(crate) struct Deed<AccountId> {
	pub holder: AccountId,
	pub means: Means,
	pub price: Balance,
	pub denomination: Denomination,
	pub valuation: Balance,
	/// What is already held from the holder as escrow.
	pub escrow: Balance,
	pub reserved: Reserved,
	pub record: Record,
	pub bound: Option<Bound>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn find(parcel: ParcelId) -> Result<HoldingOf<T>, DispatchError> {
		Ok(Holdings::<T>::get(parcel).ok_or(Error::<T>::NotHeld)?)
	}

	/// The holding of `who`, settled.
	pub(crate) fn find_own(who: &T::AccountId, parcel: ParcelId) -> Result<HoldingOf<T>, DispatchError> {
		let mut holding = Self::find(parcel)?;
		ensure!(holding.holder == *who, Error::<T>::NotHolder);
		Self::account_for(parcel, &mut holding)?;
		Ok(holding)
	}

	/// The same, without arrears.
	pub(crate) fn find_sound(who: &T::AccountId, parcel: ParcelId) -> Result<HoldingOf<T>, DispatchError> {
		let holding = Self::find_own(who, parcel)?;
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		Ok(holding)
	}

	/// That `who` can become a holder. Land would tell who casts a ballot account's secret votes.
	pub(crate) fn ensure_can_hold(who: &T::AccountId) -> DispatchResult {
		ensure!(!T::BallotAccounts::is_ballot_account(who), Error::<T>::BallotAccount);
		Ok(())
	}

	/// What is put down today for a valuation in CIV, if `escrow` is enough.
	pub(crate) fn reservation(valuation: Balance, escrow: Balance) -> Result<Reserved, DispatchError> {
		ensure!(escrow >= Self::reserve_of(valuation), Error::<T>::EscrowTooLow);
		let until = Self::now().saturating_add(T::ReservePeriod::get());
		Ok(Reserved { tip: T::ForeclosureTip::get(), until })
	}

	/// Ends a grace and notes what is put down, if the escrow is enough. No later parameter makes that worse, whoever
	/// makes the call.
	pub(crate) fn secure(parcel: ParcelId, holding: &mut HoldingOf<T>) -> DispatchResult {
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		let new = Self::reservation(Self::price_of(holding), holding.escrow)?;
		let old = holding.reserved;
		holding.reserved = Reserved { tip: new.tip.min(old.tip), until: new.until.max(old.until) };
		if holding.grace.take().is_some() {
			Self::deposit_event(Event::GraceEnded { parcel });
		}
		Ok(())
	}

	/// Writes a new holding. The charge begins now.
	pub(crate) fn enter(parcel: ParcelId, old: Balance, deed: Deed<T::AccountId>) -> DispatchResult {
		let Deed { holder, means, price, denomination, valuation, escrow, reserved, record, bound } = deed;
		T::FloatingRate::begin(parcel);
		let paid = Self::accrued(parcel);
		let booked = Self::civ(denomination, valuation);
		let holding = Holding {
			holder: holder.clone(),
			denomination,
			valuation,
			booked,
			escrow,
			arrears: 0,
			paid,
			reserved,
			grace: None,
			record,
			bound: bound.filter(|bound| bound.level > bound.base),
			rise: None,
			bid: None,
			offer: None,
			guard: None,
		};
		Holdings::<T>::insert(parcel, holding);
		if T::Titles::holder(parcel).as_ref() != Some(&holder) {
			T::Titles::pass(parcel, Some(holder.clone()))?;
		}
		T::Titles::revalued(parcel, old, booked);
		Self::deposit_event(Event::Acquired { parcel, holder, means, price, valuation, escrow, paid });
		Ok(())
	}

	/// That a price named now binds down to `base`.
	pub(crate) fn bind(level: Balance, base: Balance) -> Option<Bound> {
		let until = Self::now().saturating_add(T::BindingPeriod::get());
		Some(Bound { level, base: base.min(level), until })
	}

	pub(crate) fn do_accept(
		who: T::AccountId,
		parcel: ParcelId,
		valuation: Balance,
		escrow: Balance,
	) -> DispatchResult {
		Self::ensure_can_hold(&who)?;
		let (now, old) = (Self::now(), Holdings::<T>::get(parcel));
		let (booked, base, record, means) = match old {
			Some(holding) => {
				ensure!(holding.offer.as_ref() == Some(&who), Error::<T>::NotOffered);
				let old = Self::part_with_gift(parcel, holding)?;
				(old.booked, Self::price_of(&old), Self::record_in_civ(&old), Means::Gift)
			}
			None => {
				ensure!(T::Titles::assignee(parcel).as_ref() == Some(&who), Error::<T>::NotOffered);
				(0, 0, Record::start(now, valuation), Means::Assignment)
			}
		};
		T::FloatingRate::begin(parcel);
		let reserved = Self::reservation(valuation, escrow)?;
		T::Currency::hold(&HoldReason::Escrow.into(), &who, escrow)?;
		let denomination = Denomination::Civ;
		// A receiver who names a price is bound by it like a holder who raises one.
		let bound = Self::bind(valuation, base);
		let (holder, price) = (who, 0);
		let deed = Deed { holder, means, price, denomination, valuation, escrow, reserved, record, bound };
		Self::enter(parcel, booked, deed)
	}

	/// Ends the holding of somebody who gives the parcel away: the receiver takes over no debt. Returns how it ended.
	fn part_with_gift(parcel: ParcelId, mut holding: HoldingOf<T>) -> Result<HoldingOf<T>, DispatchError> {
		ensure!(holding.bid.is_none(), Error::<T>::BidOpen);
		Self::account_for(parcel, &mut holding)?;
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		Self::unbind(parcel, &mut holding, 0)?;
		Self::give_back(HoldReason::Escrow, &holding.holder, holding.escrow)?;
		Self::follow(&mut holding);
		Self::unlist_offer(parcel, &holding);
		Ok(holding)
	}

	pub(crate) fn unlist_offer(parcel: ParcelId, holding: &HoldingOf<T>) {
		if let Some(old) = &holding.offer {
			OffersTo::<T>::remove(old, parcel);
		}
	}

	pub(crate) fn do_offer(who: T::AccountId, parcel: ParcelId, new: Option<T::AccountId>) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		ensure!(holding.holder == who, Error::<T>::NotHolder);
		ensure!(new.as_ref() != Some(&who), Error::<T>::OwnParcel);
		Self::unlist_offer(parcel, &holding);
		if let Some(new) = &new {
			Self::ensure_can_hold(new)?;
			OffersTo::<T>::insert(new, parcel, ());
		}
		let old = core::mem::replace(&mut holding.offer, new.clone());
		Holdings::<T>::insert(parcel, holding);
		if old != new {
			Self::deposit_event(Event::Offered { parcel, old, new });
		}
		Ok(())
	}

	/// What a cut to `new` costs, as far as the valuation still binds.
	pub(crate) fn price_of_cut(
		parcel: ParcelId,
		denomination: Denomination,
		bound: Bound,
		new: Balance,
	) -> Balance {
		let difference = bound.level.saturating_sub(new.max(bound.base));
		let rest = bound.until.saturating_sub(Self::now());
		Self::civ(denomination, Accrual::over(Self::rate(parcel), rest).due_on(difference))
	}

	/// The price that does not bind: that before `bound`, as long as it lasts, or `otherwise` if that is less.
	pub(crate) fn unbound(bound: Option<Bound>, now: u64, otherwise: Balance) -> Balance {
		bound.filter(|bound| now < bound.until).map_or(otherwise, |bound| bound.base.min(otherwise))
	}

	/// Pays for a cut to `new` as far as the valuation still binds.
	pub(crate) fn unbind(parcel: ParcelId, holding: &mut HoldingOf<T>, new: Balance) -> DispatchResult {
		let now = Self::now();
		let Some(bound) = holding.bound.take().filter(|bound| now < bound.until) else { return Ok(()) };
		let cost = Self::price_of_cut(parcel, holding.denomination, bound, new);
		Self::back_charge(parcel, holding, cost)?;
		// What is above the price before binds on.
		let level = bound.level.min(new.max(bound.base));
		holding.bound = (level > bound.base).then_some(Bound { level, ..bound });
		Ok(())
	}

	/// Raises the valuation to `new`, which binds from now on.
	pub(crate) fn raise(parcel: ParcelId, holding: &mut HoldingOf<T>, new: Balance) -> DispatchResult {
		let (now, old) = (Self::now(), holding.valuation);
		// A raise upon a raise lets both bind anew.
		holding.bound = Self::bind(new, Self::unbound(holding.bound, now, old));
		if holding.bid.is_some() {
			let from = holding.rise.filter(|rise| now < rise.until).map_or(old, |rise| rise.from);
			holding.rise = Some(Rise { from, until: now.saturating_add(T::NoticePeriod::get()) });
		}
		Self::revalue(parcel, holding, new);
		Self::secure(parcel, holding)
	}

	fn revalue(parcel: ParcelId, holding: &mut HoldingOf<T>, new: Balance) {
		Self::follow(holding);
		let old = core::mem::replace(&mut holding.valuation, new);
		Self::book(parcel, holding);
		Self::deposit_event(Event::Assessed { parcel, old, new });
	}

	/// Lets the record of a holding follow the price that has stood.
	pub(crate) fn follow(holding: &mut HoldingOf<T>) {
		holding.record = holding.record.follow(Self::now(), holding.valuation, T::LookBack::get());
	}

	/// Tells the register today's valuation in CIV.
	pub(crate) fn book(parcel: ParcelId, holding: &mut HoldingOf<T>) {
		let new = Self::price_of(holding);
		let old = core::mem::replace(&mut holding.booked, new);
		if old != new {
			T::Titles::revalued(parcel, old, new);
		}
	}

	pub(crate) fn do_assess(who: T::AccountId, parcel: ParcelId, new: Balance) -> DispatchResult {
		let mut holding = Self::find_sound(&who, parcel)?;
		ensure!(new != holding.valuation, Error::<T>::AlreadyAssessed);
		if new > holding.valuation {
			Self::raise(parcel, &mut holding, new)?;
		} else {
			Self::unbind(parcel, &mut holding, new)?;
			holding.rise = holding.rise.filter(|rise| rise.from < new);
			Self::revalue(parcel, &mut holding, new);
		}
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	pub(crate) fn do_denominate(who: T::AccountId, parcel: ParcelId, new: Denomination) -> DispatchResult {
		let mut holding = Self::find_sound(&who, parcel)?;
		ensure!(new != holding.denomination, Error::<T>::AlreadyDenominated);
		Self::follow(&mut holding);
		let old = core::mem::replace(&mut holding.denomination, new);
		let change = |amount| Self::named(new, Self::civ(old, amount));
		holding.valuation = change(holding.valuation);
		holding.record.mean = change(holding.record.mean);
		holding.bound = holding.bound.map(|bound| Bound {
			level: change(bound.level),
			base: change(bound.base),
			..bound
		});
		holding.rise = holding.rise.map(|rise| Rise { from: change(rise.from), ..rise });
		Self::book(parcel, &mut holding);
		Self::deposit_event(Event::Denominated { parcel, denomination: new, valuation: holding.valuation });
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	pub(crate) fn do_fund(who: T::AccountId, parcel: ParcelId, amount: Balance) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		let reason = HoldReason::Escrow.into();
		if who == holding.holder {
			T::Currency::hold(&reason, &who, amount)?;
		} else {
			T::Currency::transfer_and_hold(
				&reason,
				&who,
				&holding.holder,
				amount,
				Precision::Exact,
				Preservation::Preserve,
				Fortitude::Polite,
			)?;
		}
		let old = holding.escrow;
		holding.escrow = old.saturating_add(amount);
		Self::deposit_event(Event::EscrowChanged { parcel, by: who, old, new: holding.escrow });
		Self::account_for(parcel, &mut holding)?;
		if holding.arrears == 0 && holding.escrow >= Self::reserve_of(Self::price_of(&holding)) {
			Self::secure(parcel, &mut holding)?;
		}
		Self::book(parcel, &mut holding);
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, parcel: ParcelId, amount: Balance) -> DispatchResult {
		let mut holding = Self::find_sound(&who, parcel)?;
		let old = holding.escrow;
		let new = old.ensure_sub(amount).map_err(|_| Error::<T>::EscrowTooLow)?;
		holding.escrow = new;
		Self::secure(parcel, &mut holding)?;
		Self::give_back(HoldReason::Escrow, &who, amount)?;
		Self::deposit_event(Event::EscrowChanged { parcel, by: who, old, new });
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	/// What settling a parcel would do: something, or why not.
	pub(crate) fn check_settle(parcel: ParcelId) -> Result<Dues, DispatchError> {
		let dues = Self::dues(parcel, &Self::find(parcel)?);
		ensure!(dues.amount > 0 || dues.begins_grace, Error::<T>::NothingDue);
		Ok(dues)
	}

	/// Whether settling a parcel is free: it yields something, or begins a grace.
	pub(crate) fn is_free_settlement(parcel: ParcelId) -> bool {
		Self::check_settle(parcel)
			.is_ok_and(|dues| dues.amount >= T::FreeSettlement::get() || dues.begins_grace)
	}

	pub(crate) fn do_settle(parcel: ParcelId) -> DispatchResult {
		Self::check_settle(parcel)?;
		let mut holding = Self::find(parcel)?;
		Self::account_for(parcel, &mut holding)?;
		Self::book(parcel, &mut holding);
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	pub(crate) fn do_guard(who: T::AccountId, parcel: ParcelId, new: Option<Balance>) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		ensure!(holding.holder == who, Error::<T>::NotHolder);
		let old = core::mem::replace(&mut holding.guard, new);
		Holdings::<T>::insert(parcel, holding);
		if old != new {
			Self::deposit_event(Event::Guarded { parcel, old, new });
		}
		Ok(())
	}
}

/// An account that holds land or bids for it is known by the money that is held from it.
impl<T: Config> KnownAccounts<T::AccountId> for Pallet<T> {
	fn is_known(account: &T::AccountId) -> bool {
		[HoldReason::Escrow, HoldReason::Bid]
			.into_iter()
			.any(|reason| T::Currency::balance_on_hold(&reason.into(), account) > 0)
	}
}
