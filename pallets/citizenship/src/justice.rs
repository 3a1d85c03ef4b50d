//! Sentences: how they are passed, lifted and carried out.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{CitizenshipChange, Standing};
use frame_support::defensive;
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	/// Who passes a sentence with `origin`.
	pub(crate) fn ensure_judge(origin: OriginFor<T>) -> Result<Judge, DispatchError> {
		match T::EntrenchedOrigin::try_origin(origin) {
			Ok(_) => Ok(Judge::Entrenched),
			Err(origin) => {
				T::JusticeOrigin::ensure_origin(origin)?;
				Ok(Judge::Justice)
			}
		}
	}

	pub(crate) fn do_sentence(
		judge: Judge,
		id: CitizenId,
		penalty: Penalty,
		reason_hash: H256,
	) -> DispatchResult {
		let citizen = Citizens::<T>::get(id).ok_or(Error::<T>::UnknownCitizen)?;
		ensure!(
			penalty != Penalty::Suspension || citizen.standing == Standing::Active,
			Error::<T>::NotActive
		);
		ensure!(!Sentences::<T>::contains_key(id), Error::<T>::AlreadySentenced);
		if judge == Judge::Justice {
			Self::count_sentence()?;
		}
		let liable = match penalty {
			Penalty::Revocation(Grounds::Fraud) => citizen.vouchers,
			_ => Vouchers::default(),
		};
		let now = frame_system::Pallet::<T>::block_number();
		// Clamping at the last block number there is means: never.
		let effective_from = now.saturating_add(T::AppealPeriod::get());
		Sentences::<T>::insert(id, Sentence { penalty, reason_hash, liable, effective_from });
		Self::deposit_event(Event::Sentenced { citizen: id, penalty, reason_hash, effective_from });
		Ok(())
	}

	/// Counts one more sentence of the justice track this season, if there is one left.
	fn count_sentence() -> DispatchResult {
		let Headcount { active, suspended } = Citizenship::<T>::get();
		// Both are below the numbers given (I2).
		let citizens = active.saturating_add(suspended);
		let mut count = SentencesPassed::<T>::get().in_season(Self::season(), citizens);
		let percent = u64::from(count.citizens).saturating_mul(T::SentencePercent::get().into());
		let limit = percent.checked_div(100).unwrap_or_default().max(1);
		ensure!(u64::from(count.passed) < limit, Error::<T>::TooManySentences);
		// Below the limit, so it cannot overflow.
		count.passed = count.passed.saturating_add(1);
		SentencesPassed::<T>::put(count);
		Ok(())
	}

	pub(crate) fn do_lift_sentence(id: CitizenId) -> DispatchResult {
		ensure!(Sentences::<T>::take(id).is_some(), Error::<T>::NotSentenced);
		Self::deposit_event(Event::SentenceLifted { citizen: id });
		Ok(())
	}

	/// That anyone may carry out the sentence against citizen `id` now. Returns it.
	fn check_execution(id: CitizenId) -> Result<Sentence<BlockNumberFor<T>>, DispatchError> {
		let sentence = Sentences::<T>::get(id).ok_or(Error::<T>::NotSentenced)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= sentence.effective_from, Error::<T>::TooEarlyToExecute);
		Ok(sentence)
	}

	pub(crate) fn is_free_execution(origin: &OriginFor<T>, id: CitizenId) -> bool {
		ensure_signed(origin.clone()).is_ok() && Self::check_execution(id).is_ok()
	}

	pub(crate) fn do_execute_sentence(id: CitizenId) -> DispatchResult {
		let Sentence { penalty, reason_hash, liable, .. } = Self::check_execution(id)?;
		Sentences::<T>::remove(id);
		match (Citizens::<T>::get(id), penalty) {
			(None, _) => Self::deposit_event(Event::SentenceMoot { citizen: id }),
			(Some(citizen), Penalty::Suspension) => Self::apply_suspension(id, citizen, reason_hash)?,
			(Some(citizen), Penalty::Revocation(grounds)) => {
				Self::leave(id, citizen, penalty.exit())?;
				Self::deposit_event(Event::Revoked { citizen: id, grounds, reason_hash });
			}
		}
		let seasons = BlockNumberFor::<T>::from(T::VoucherLiability::get());
		// Clamping at the last block number there is means: never.
		let term = T::Calendar::season_length().saturating_mul(seasons);
		let until = frame_system::Pallet::<T>::block_number().saturating_add(term);
		for voucher in liable {
			Self::suspend_vouching(voucher, until);
		}
		Ok(())
	}

	fn apply_suspension(id: CitizenId, mut citizen: CitizenOf<T>, reason_hash: H256) -> DispatchResult {
		if citizen.standing != Standing::Active {
			// Nothing else suspends, and a citizen has one sentence at a time.
			defensive!("a citizen was suspended without a sentence");
			return Ok(());
		}
		Self::drop_open_vouches(id, &mut citizen);
		Self::drop_open_challenges(id, &mut citizen)?;
		citizen.standing = Standing::Suspended;
		Citizens::<T>::insert(id, citizen);
		// The counts cannot under- or overflow: they count the entries of `Citizens` (I2).
		Citizenship::<T>::mutate(|count| {
			count.active = count.active.saturating_sub(1);
			count.suspended = count.suspended.saturating_add(1);
		});
		T::OnCitizenship::changed(id, CitizenshipChange::Suspended);
		Self::deposit_event(Event::Suspended { citizen: id, reason_hash });
		Ok(())
	}

	/// Ends the open vouches of a citizen, and keeps them from vouching until block `until`. Those who have left are out
	/// of reach.
	fn suspend_vouching(voucher: CitizenId, until: BlockNumberFor<T>) {
		let Some(mut citizen) = Citizens::<T>::get(voucher) else { return };
		Self::drop_open_vouches(voucher, &mut citizen);
		if citizen.may_vouch_from < until {
			citizen.may_vouch_from = until;
			Self::deposit_event(Event::VouchingSuspended { citizen: voucher, until });
		}
		Citizens::<T>::insert(voucher, citizen);
	}

	pub(crate) fn do_reinstate(id: CitizenId) -> DispatchResult {
		let mut citizen = Citizens::<T>::get(id).ok_or(Error::<T>::UnknownCitizen)?;
		ensure!(citizen.standing == Standing::Suspended, Error::<T>::NotSuspended);
		citizen.standing = Standing::Active;
		Citizens::<T>::insert(id, citizen);
		// As in `apply_suspension`.
		Citizenship::<T>::mutate(|count| {
			count.suspended = count.suspended.saturating_sub(1);
			count.active = count.active.saturating_add(1);
		});
		T::OnCitizenship::changed(id, CitizenshipChange::Reinstated);
		Self::deposit_event(Event::Reinstated { citizen: id });
		Ok(())
	}
}
