// SPDX-License-Identifier: Apache-2.0
//! How revenue is split and spent.
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
		tokens::{Fortitude, Precision, Preservation},
		Imbalance,
	},
};
use sp_runtime::{traits::EnsureSub, Saturating};

impl<T: Config> Pallet<T> {
	/// The account that keeps the purses.
	pub fn account_id() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Lets the pallet's account exist, so that it can take any amount.
	pub(crate) fn found() -> DispatchResult {
		T::Currency::mint_into(&Self::account_id(), T::Currency::minimum_balance())?;
		Ok(())
	}

	pub(crate) fn do_spend(
		territory: TerritoryId,
		beneficiary: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		Purses::<T>::try_mutate_exists(territory, |purse| -> DispatchResult {
			let left = purse.unwrap_or_default().ensure_sub(amount).map_err(|_| Error::<T>::PurseTooLow)?;
			*purse = (left > 0).then_some(left);
			Ok(())
		})?;
		T::Currency::transfer(&Self::account_id(), &beneficiary, amount, Preservation::Preserve)?;
		Self::deposit_event(Event::Spent { territory, beneficiary, amount });
		Ok(())
	}

	/// Puts `credit` on the pallet's account. Returns how much that was.
	fn keep(credit: CreditOf<T>) -> Balance {
		let amount = credit.peek();
		match T::Currency::resolve(&Self::account_id(), credit) {
			Ok(()) => amount,
			Err(_) => {
				defensive!("the pallet's account exists, so it can take any amount");
				0
			}
		}
	}

	/// Hands over what waits for the treasury, once an account can exist with it.
	fn hand_over() {
		let waiting = Waiting::<T>::get();
		if waiting < T::Currency::minimum_balance() {
			return;
		}
		let (precision, preservation) = (Precision::Exact, Preservation::Preserve);
		let account = Self::account_id();
		match T::Currency::withdraw(&account, waiting, precision, preservation, Fortitude::Polite) {
			Ok(credit) => {
				Waiting::<T>::kill();
				T::Treasury::on_unbalanced(credit);
			}
			Err(_) => {
				defensive!("what waits is on the account (I1)");
			}
		}
	}
}

impl<T: Config> Revenue<CreditOf<T>> for Pallet<T> {
	fn collect(territory: TerritoryId, credit: CreditOf<T>) {
		let total = credit.peek();
		if total == 0 {
			return;
		}
		let dividend = T::DividendPart::get().mul_floor(total);
		let treasury = T::TreasuryPart::get().mul_floor(total);
		let (dividend, rest) = credit.split(dividend);
		let (treasury, purse) = rest.split(treasury);
		let (dividend_part, treasury_part, purse_part) = (dividend.peek(), treasury.peek(), purse.peek());

		T::Dividend::on_unbalanced(dividend);
		// Here and below, all the money there is fits the type.
		let waiting = Self::keep(treasury);
		Waiting::<T>::mutate(|sum| *sum = sum.saturating_add(waiting));
		Self::hand_over();
		let kept = Self::keep(purse);
		if kept > 0 {
			Purses::<T>::mutate(territory, |sum| *sum = sum.saturating_add(kept));
		}
		Collected::<T>::mutate(|totals| {
			totals.collected.saturating_accrue(total);
			totals.dividend.saturating_accrue(dividend_part);
			totals.treasury.saturating_accrue(treasury_part);
			totals.purses.saturating_accrue(purse_part);
		});
		Self::deposit_event(Event::Split {
			territory,
			total,
			dividend: dividend_part,
			treasury: treasury_part,
			purse: purse_part,
		});
	}
}
