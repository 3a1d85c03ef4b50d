//! What holders do.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use sp_runtime::traits::EnsureSub;

/// How a parcel passes into somebody's hands.
pub(crate) struct Deed<AccountId> {
	pub holder: AccountId,
	pub means: Means,
	pub price: Balance,
	pub valuation: Balance,
	/// What is already held from the holder as escrow.
	pub escrow: Balance,
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
		Self::settle(parcel, &mut holding)?;
		// Whoever has become a citizen since holds it as one from now on.
		holding.citizen = T::Citizenry::citizen(who).or(holding.citizen);
		Ok(holding)
	}

	/// The same, without arrears.
	pub(crate) fn find_sound(who: &T::AccountId, parcel: ParcelId) -> Result<HoldingOf<T>, DispatchError> {
		let holding = Self::find_own(who, parcel)?;
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		Ok(holding)
	}

	/// Holds at least the reserve from `who`.
	pub(crate) fn hold_escrow(
		who: &T::AccountId,
		parcel: ParcelId,
		valuation: Balance,
		escrow: Balance,
	) -> DispatchResult {
		ensure!(escrow >= Self::reserve_of(parcel, valuation), Error::<T>::EscrowTooLow);
		T::Currency::hold(&HoldReason::Escrow.into(), who, escrow)
	}

	/// Writes a new holding. The charge begins now.
	pub(crate) fn enter(parcel: ParcelId, old: Balance, deed: Deed<T::AccountId>) -> DispatchResult {
		let Deed { holder, means, price, valuation, escrow, bound } = deed;
		T::FloatingRate::begin(parcel);
		let paid = Self::accrued(parcel);
		let citizen = T::Citizenry::citizen(&holder);
		let holding = Holding {
			holder: holder.clone(),
			citizen,
			valuation,
			escrow,
			arrears: 0,
			paid,
			bound,
			rise: None,
			bid: None,
			offer: None,
		};
		Holdings::<T>::insert(parcel, holding);
		T::Titles::pass(parcel, Some(holder.clone()))?;
		T::Titles::revalued(parcel, old, valuation);
		Self::deposit_event(Event::Acquired { parcel, holder, means, price, valuation, escrow, paid });
		Ok(())
	}

	pub(crate) fn do_accept(
		who: T::AccountId,
		parcel: ParcelId,
		valuation: Balance,
		escrow: Balance,
	) -> DispatchResult {
		let (old, means) = match Holdings::<T>::get(parcel) {
			Some(holding) => {
				ensure!(holding.offer.as_ref() == Some(&who), Error::<T>::NotOffered);
				(Self::part_with_gift(parcel, holding)?, Means::Gift)
			}
			None => {
				ensure!(T::Titles::assignee(parcel).as_ref() == Some(&who), Error::<T>::NotOffered);
				(0, Means::Assignment)
			}
		};
		T::FloatingRate::begin(parcel);
		Self::hold_escrow(&who, parcel, valuation, escrow)?;
		Self::enter(parcel, old, Deed { holder: who, means, price: 0, valuation, escrow, bound: None })
	}

	/// Ends the holding of somebody who gives the parcel away: the receiver takes over no debt. Returns the valuation.
	fn part_with_gift(parcel: ParcelId, mut holding: HoldingOf<T>) -> Result<Balance, DispatchError> {
		ensure!(holding.bid.is_none(), Error::<T>::BidOpen);
		Self::settle(parcel, &mut holding)?;
		ensure!(holding.arrears == 0, Error::<T>::InArrears);
		Self::unbind(parcel, &mut holding, 0)?;
		Self::give_back(HoldReason::Escrow, &holding.holder, holding.escrow)?;
		Ok(holding.valuation)
	}

	pub(crate) fn do_offer(who: T::AccountId, parcel: ParcelId, new: Option<T::AccountId>) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		ensure!(holding.holder == who, Error::<T>::NotHolder);
		ensure!(new.as_ref() != Some(&who), Error::<T>::OwnParcel);
		let old = core::mem::replace(&mut holding.offer, new.clone());
		Holdings::<T>::insert(parcel, holding);
		if old != new {
			Self::deposit_event(Event::Offered { parcel, old, new });
		}
		Ok(())
	}

	/// What a cut to `new` costs, as far as the valuation still binds.
	pub(crate) fn price_of_cut(parcel: ParcelId, bound: Bound, new: Balance) -> Balance {
		let difference = bound.level.saturating_sub(new.max(bound.base));
		let rest = bound.until.saturating_sub(T::Clock::now());
		Accrual::over(Self::rate(parcel), rest).due_on(difference)
	}

	/// The price that does not bind: that before `bound`, as long as it lasts, or `otherwise` if that is less.
	pub(crate) fn unbound(bound: Option<Bound>, now: u64, otherwise: Balance) -> Balance {
		bound.filter(|bound| now < bound.until).map_or(otherwise, |bound| bound.base.min(otherwise))
	}

	/// Pays for a cut to `new` as far as the valuation still binds.
	pub(crate) fn unbind(parcel: ParcelId, holding: &mut HoldingOf<T>, new: Balance) -> DispatchResult {
		let now = T::Clock::now();
		let Some(bound) = holding.bound.take().filter(|bound| now < bound.until) else { return Ok(()) };
		Self::back_charge(parcel, holding, Self::price_of_cut(parcel, bound, new))?;
		// What is above the price before binds on.
		let level = bound.level.min(new.max(bound.base));
		holding.bound = (level > bound.base).then_some(Bound { level, ..bound });
		Ok(())
	}

	/// Raises the valuation to `new`, which binds from now on.
	pub(crate) fn raise(parcel: ParcelId, holding: &mut HoldingOf<T>, new: Balance) -> DispatchResult {
		ensure!(holding.escrow >= Self::reserve_of(parcel, new), Error::<T>::EscrowTooLow);
		let (now, old) = (T::Clock::now(), holding.valuation);
		// A raise upon a raise lets both bind anew.
		let base = Self::unbound(holding.bound, now, old);
		holding.bound = Some(Bound { level: new, base, until: now.saturating_add(T::LookBack::get()) });
		if holding.bid.is_some() {
			let from = holding.rise.filter(|rise| now < rise.until).map_or(old, |rise| rise.from);
			holding.rise = Some(Rise { from, until: now.saturating_add(T::NoticePeriod::get()) });
		}
		Self::revalue(parcel, holding, new);
		Ok(())
	}

	fn revalue(parcel: ParcelId, holding: &mut HoldingOf<T>, new: Balance) {
		let old = core::mem::replace(&mut holding.valuation, new);
		T::Titles::revalued(parcel, old, new);
		Self::deposit_event(Event::Assessed { parcel, old, new });
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

	pub(crate) fn do_fund(who: T::AccountId, parcel: ParcelId, amount: Balance) -> DispatchResult {
		let mut holding = Self::find(parcel)?;
		ensure!(holding.holder == who, Error::<T>::NotHolder);
		T::Currency::hold(&HoldReason::Escrow.into(), &who, amount)?;
		let old = holding.escrow;
		holding.escrow = old.saturating_add(amount);
		Self::deposit_event(Event::EscrowChanged { parcel, old, new: holding.escrow });
		Holdings::<T>::insert(parcel, holding);
		let holding = Self::find_own(&who, parcel)?;
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, parcel: ParcelId, amount: Balance) -> DispatchResult {
		let mut holding = Self::find_sound(&who, parcel)?;
		let old = holding.escrow;
		let new = old.ensure_sub(amount).map_err(|_| Error::<T>::EscrowTooLow)?;
		ensure!(new >= Self::reserve_of(parcel, holding.valuation), Error::<T>::EscrowTooLow);
		holding.escrow = new;
		Self::give_back(HoldReason::Escrow, &who, amount)?;
		Self::deposit_event(Event::EscrowChanged { parcel, old, new });
		Holdings::<T>::insert(parcel, holding);
		Ok(())
	}
}
