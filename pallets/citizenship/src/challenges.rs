// SPDX-License-Identifier: Apache-2.0
//! Objections to applications: how they are made, and the four ways in which they end.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use frame_support::traits::tokens::{Fortitude, Precision, Restriction};
use sp_runtime::traits::{Saturating, Zero};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_challenge(
		who: T::AccountId,
		applicant: T::AccountId,
		reason_hash: H256,
	) -> DispatchResult {
		let (id, mut citizen) = Self::active_citizen_by(&who)?;
		ensure!(T::Probation::is_past(id), Error::<T>::OnProbation);
		let mut application = Self::application(&applicant)?;
		ensure!(application.challenge.is_none(), Error::<T>::AlreadyChallenged);
		ensure!(!application.challenged_by.contains(&id), Error::<T>::ChallengedBefore);
		let now = frame_system::Pallet::<T>::block_number();
		let until = application.challengeable_until(Self::required_vouches());
		ensure!(until.is_none_or(|until| now < until), Error::<T>::TooLateToChallenge);
		let open = u32::try_from(citizen.open_challenges.len()).unwrap_or(u32::MAX);
		ensure!(open < T::MaxOpenChallenges::get(), Error::<T>::TooManyOpenChallenges);
		application.challenged_by.try_push(id).map_err(|_| Error::<T>::TooManyChallenges)?;
		citizen.open_challenges.try_push(applicant.clone()).map_err(|_| Error::<T>::TooManyOpenChallenges)?;

		let amount = T::ChallengeBond::get();
		T::Currency::hold(&HoldReason::ChallengeBond.into(), &who, amount)?;
		application.challenge = Some(Challenge {
			challenger: id,
			bond: Deposit { payer: who, amount },
			reason_hash,
			challenged_at: now,
		});
		Citizens::<T>::insert(id, citizen);
		Applications::<T>::insert(&applicant, application);
		Self::deposit_event(Event::Challenged { applicant, challenger: id, bond: amount, reason_hash });
		Ok(())
	}

	/// Who rules with `origin`.
	pub(crate) fn ensure_arbiter(origin: OriginFor<T>) -> Result<Arbiter, DispatchError> {
		match T::JusticeOrigin::try_origin(origin) {
			Ok(_) => Ok(Arbiter::Justice),
			Err(origin) => Ok(Arbiter::Founder(EnsureFounder::<T>::ensure_origin(origin)?)),
		}
	}

	pub(crate) fn do_rule(
		arbiter: Arbiter,
		applicant: T::AccountId,
		challenger: CitizenId,
		challenged_at: BlockNumberFor<T>,
		ruling: Ruling,
	) -> DispatchResult {
		let (mut application, challenge) = Self::take_challenge(&applicant)?;
		ensure!(
			challenge.challenger == challenger && challenge.challenged_at == challenged_at,
			Error::<T>::UnknownChallenge
		);
		if let Arbiter::Founder(founder) = arbiter {
			ensure!(ruling == Ruling::Dismissed, Error::<T>::OnlyJusticeUpholds);
			ensure!(founder != challenger, Error::<T>::OwnChallenge);
		}
		let winner = Self::close_with_challenger(&applicant, challenger)?;
		match ruling {
			Ruling::Upheld => {
				Self::release(HoldReason::ChallengeBond, &challenge.bond)?;
				let award = Self::award(HoldReason::ApplicationDeposit, &application.deposit, &winner)?;
				Self::deposit_event(Event::Ruled { applicant: applicant.clone(), challenger, ruling, award });
				Self::end_unadmitted(applicant, &application, Closure::Refused);
			}
			Ruling::Dismissed => {
				let award = match arbiter {
					Arbiter::Justice => Self::award(HoldReason::ChallengeBond, &challenge.bond, &applicant)?,
					// A founder decides who goes on, and nobody's money.
					Arbiter::Founder(_) => {
						Self::release(HoldReason::ChallengeBond, &challenge.bond)?;
						Zero::zero()
					}
				};
				Self::reopen(&mut application);
				Applications::<T>::insert(&applicant, application);
				Self::deposit_event(Event::Ruled { applicant, challenger, ruling, award });
			}
		}
		Ok(())
	}

	/// Hands what is held as `deposit` over to `winner`, to spend freely.
	fn award(
		reason: HoldReason,
		deposit: &DepositOf<T>,
		winner: &T::AccountId,
	) -> Result<BalanceOf<T>, DispatchError> {
		if deposit.payer == *winner {
			Self::release(reason, deposit)?;
			return Ok(deposit.amount);
		}
		T::Currency::transfer_on_hold(
			&reason.into(),
			&deposit.payer,
			winner,
			deposit.amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)
	}

	/// The application of `applicant` without its challenge, and the challenge.
	fn take_challenge(applicant: &T::AccountId) -> Result<(ApplicationOf<T>, ChallengeOf<T>), DispatchError> {
		let mut application = Self::application(applicant)?;
		let challenge = application.challenge.take().ok_or(Error::<T>::NotChallenged)?;
		Ok((application, challenge))
	}

	/// Removes the challenge from those that `challenger` has open. Returns the challenger's account.
	fn close_with_challenger(
		applicant: &T::AccountId,
		challenger: CitizenId,
	) -> Result<T::AccountId, DispatchError> {
		Citizens::<T>::try_mutate(challenger, |citizen| {
			let citizen = citizen.as_mut().ok_or(Error::<T>::UnknownCitizen)?;
			citizen.open_challenges.retain(|open| open != applicant);
			Ok(citizen.account.clone())
		})
	}

	/// Gives others time to object after a challenge that ended without a refusal, so that no sham challenge shields
	/// an applicant from a real one.
	fn reopen(application: &mut ApplicationOf<T>) {
		let now = frame_system::Pallet::<T>::block_number();
		// Clamping at the last block number there is means: never.
		let until = now.saturating_add(T::FurtherChallengePeriod::get());
		application.objections_until = application.objections_until.max(until);
	}

	/// Ends `challenge` without a ruling, apart from the challenger's record: the bond returns, and `application` goes
	/// on.
	fn drop_challenge(
		applicant: &T::AccountId,
		mut application: ApplicationOf<T>,
		challenge: &ChallengeOf<T>,
	) -> DispatchResult {
		Self::reopen(&mut application);
		Applications::<T>::insert(applicant, application);
		Self::release(HoldReason::ChallengeBond, &challenge.bond)
	}

	/// Ends all challenges of a citizen who loses full standing.
	pub(crate) fn drop_open_challenges(id: CitizenId, citizen: &mut CitizenOf<T>) -> DispatchResult {
		for applicant in core::mem::take(&mut citizen.open_challenges) {
			let (application, challenge) = Self::take_challenge(&applicant)?;
			Self::drop_challenge(&applicant, application, &challenge)?;
			Self::deposit_event(Event::ChallengeLapsed { applicant, challenger: id });
		}
		Ok(())
	}

	pub(crate) fn do_withdraw_challenge(who: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		let (id, _) = Self::citizen_by(&who)?;
		let (application, challenge) = Self::take_challenge(&applicant)?;
		ensure!(challenge.challenger == id, Error::<T>::NotChallenger);
		Self::close_with_challenger(&applicant, id)?;
		Self::drop_challenge(&applicant, application, &challenge)?;
		Self::deposit_event(Event::ChallengeWithdrawn { applicant, challenger: id });
		Ok(())
	}

	/// That anyone may end the challenge against `applicant` for want of a ruling. Returns the application without
	/// it, and the challenge.
	fn check_lapse(applicant: &T::AccountId) -> Result<(ApplicationOf<T>, ChallengeOf<T>), DispatchError> {
		let (application, challenge) = Self::take_challenge(applicant)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= Self::challenge_lapses(&challenge), Error::<T>::TooEarlyToLapse);
		Ok((application, challenge))
	}

	pub(crate) fn is_free_lapse(origin: &OriginFor<T>, applicant: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok() && Self::check_lapse(applicant).is_ok()
	}

	pub(crate) fn do_lapse_challenge(applicant: T::AccountId) -> DispatchResult {
		let (application, challenge) = Self::check_lapse(&applicant)?;
		let challenger = challenge.challenger;
		Self::close_with_challenger(&applicant, challenger)?;
		Self::drop_challenge(&applicant, application, &challenge)?;
		Self::deposit_event(Event::ChallengeLapsed { applicant, challenger });
		Ok(())
	}

	/// The first block in which anyone may end `challenge` for want of a ruling.
	pub(crate) fn challenge_lapses(challenge: &ChallengeOf<T>) -> BlockNumberFor<T> {
		// Clamping at the last block number there is means: never.
		challenge.challenged_at.saturating_add(T::RulingPeriod::get())
	}
}
