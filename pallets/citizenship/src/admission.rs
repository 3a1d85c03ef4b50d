//! The way in: sponsorship, application, vouches, challenges, admission.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::FounderPower;
use frame_support::traits::tokens::{Fortitude, Precision, Restriction};
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_sponsor(sponsor: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		ensure!(sponsor != applicant, Error::<T>::SelfSponsored);
		Self::check_newcomer(&applicant)?;
		ensure!(!Sponsorships::<T>::contains_key(&applicant), Error::<T>::AlreadySponsored);
		let amount = T::ApplicationDeposit::get();
		T::Currency::hold(&HoldReason::ApplicationDeposit.into(), &sponsor, amount)?;
		frame_system::Pallet::<T>::inc_sufficients(&applicant);
		Sponsorships::<T>::insert(&applicant, Deposit { payer: sponsor.clone(), amount });
		Self::deposit_event(Event::Sponsored { applicant, sponsor, deposit: amount });
		Ok(())
	}

	pub(crate) fn do_withdraw_sponsorship(sponsor: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		if let Some(offer) = Sponsorships::<T>::take(&applicant) {
			ensure!(offer.payer == sponsor, Error::<T>::NotSponsor);
			Self::release(HoldReason::ApplicationDeposit, &offer)?;
			frame_system::Pallet::<T>::dec_sufficients(&applicant);
			Self::deposit_event(Event::SponsorshipWithdrawn { applicant, sponsor });
			return Ok(());
		}
		let application = Applications::<T>::get(&applicant).ok_or(Error::<T>::NotSponsor)?;
		ensure!(
			application.deposit.payer == sponsor && application.is_sponsored(&applicant),
			Error::<T>::NotSponsor
		);
		ensure!(application.challenge.is_none(), Error::<T>::AwaitsRuling);
		Self::close(applicant, application, Closure::SponsorWithdrew)
	}

	/// That `who` can apply like this.
	fn check_application(
		who: &T::AccountId,
		charter: &CharterRef,
		roll_key: &RollKey,
		proof: &PossessionProof,
	) -> DispatchResult {
		Self::check_newcomer(who)?;
		ensure!(*charter == T::Charter::get(), Error::<T>::OutdatedCharter);
		Self::check_roll_key(who, roll_key, proof)
	}

	pub(crate) fn is_free_apply(
		origin: &OriginFor<T>,
		charter: &CharterRef,
		roll_key: &RollKey,
		proof: &PossessionProof,
	) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Sponsorships::<T>::contains_key(&who)
				&& Self::check_application(&who, charter, roll_key, proof).is_ok()
		})
	}

	pub(crate) fn do_apply(
		who: T::AccountId,
		charter: CharterRef,
		roll_key: RollKey,
		proof: PossessionProof,
		evidence_hash: H256,
	) -> DispatchResult {
		Self::check_application(&who, &charter, &roll_key, &proof)?;
		let deposit = match Sponsorships::<T>::take(&who) {
			Some(sponsorship) => sponsorship,
			None => {
				let amount = T::ApplicationDeposit::get();
				T::Currency::hold(&HoldReason::ApplicationDeposit.into(), &who, amount)?;
				Deposit { payer: who.clone(), amount }
			}
		};
		let now = frame_system::Pallet::<T>::block_number();
		RollKeyOwners::<T>::insert(roll_key, RollKeyOwner::Applicant(who.clone()));
		Applications::<T>::insert(
			&who,
			Application {
				charter,
				roll_key,
				evidence_hash,
				applied_at: now,
				challengeable_until: Self::challenge_period_from(now),
				deposit,
				vouchers: Vouchers::default(),
				challenge: None,
			},
		);
		Self::deposit_event(Event::Applied { applicant: who, charter, roll_key, evidence_hash });
		Ok(())
	}

	/// That the application of `who` can end without a ruling. Returns it.
	fn check_withdrawal(who: &T::AccountId) -> Result<ApplicationOf<T>, DispatchError> {
		let application = Applications::<T>::get(who).ok_or(Error::<T>::UnknownApplicant)?;
		ensure!(application.challenge.is_none(), Error::<T>::AwaitsRuling);
		Ok(application)
	}

	pub(crate) fn is_free_withdrawal(origin: &OriginFor<T>) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| Self::check_withdrawal(&who).is_ok())
	}

	pub(crate) fn do_withdraw_application(who: T::AccountId) -> DispatchResult {
		let application = Self::check_withdrawal(&who)?;
		Self::close(who, application, Closure::Withdrawn)
	}

	/// That `who` can vouch for `applicant`. Returns the voucher and the application.
	fn check_vouch(
		who: &T::AccountId,
		applicant: &T::AccountId,
	) -> Result<(CitizenId, CitizenOf<T>, ApplicationOf<T>), DispatchError> {
		let (id, citizen) = Self::active_citizen_by(who)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= citizen.may_vouch_from, Error::<T>::TooEarlyToVouch);
		let application = Applications::<T>::get(applicant).ok_or(Error::<T>::UnknownApplicant)?;
		ensure!(!application.vouchers.contains(&id), Error::<T>::AlreadyVouched);
		let open = u32::try_from(citizen.open_vouches.len()).unwrap_or(u32::MAX);
		ensure!(open < T::MaxOpenVouches::get().min(MAX_VOUCHES), Error::<T>::TooManyOpenVouches);
		ensure!(!application.vouchers.is_full(), Error::<T>::TooManyVouches);
		Ok((id, citizen, application))
	}

	pub(crate) fn is_free_vouch(origin: &OriginFor<T>, applicant: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Self::check_vouch(&who, applicant).is_ok_and(|(_, citizen, _)| Self::free_acts_left(&citizen) > 0)
		})
	}

	pub(crate) fn do_vouch(who: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		let (id, mut citizen, mut application) = Self::check_vouch(&who, &applicant)?;
		application.vouchers.try_push(id).map_err(|_| Error::<T>::TooManyVouches)?;
		citizen.open_vouches.try_push(applicant.clone()).map_err(|_| Error::<T>::TooManyOpenVouches)?;
		citizen.free_acts.count(Self::season());
		Citizens::<T>::insert(id, citizen);
		Applications::<T>::insert(&applicant, application);
		Self::deposit_event(Event::Vouched { applicant, voucher: id });
		Ok(())
	}

	/// That `who` vouches for `applicant`. Returns the voucher and the application.
	fn check_vouch_withdrawal(
		who: &T::AccountId,
		applicant: &T::AccountId,
	) -> Result<(CitizenId, CitizenOf<T>, ApplicationOf<T>), DispatchError> {
		let (id, citizen) = Self::citizen_by(who)?;
		let application = Applications::<T>::get(applicant).ok_or(Error::<T>::UnknownApplicant)?;
		ensure!(application.vouchers.contains(&id), Error::<T>::NotVouched);
		Ok((id, citizen, application))
	}

	pub(crate) fn is_free_vouch_withdrawal(origin: &OriginFor<T>, applicant: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Self::check_vouch_withdrawal(&who, applicant)
				.is_ok_and(|(_, citizen, _)| Self::free_acts_left(&citizen) > 0)
		})
	}

	pub(crate) fn do_withdraw_vouch(who: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		let (id, mut citizen, mut application) = Self::check_vouch_withdrawal(&who, &applicant)?;
		application.vouchers.retain(|voucher| *voucher != id);
		citizen.open_vouches.retain(|open| *open != applicant);
		citizen.free_acts.count(Self::season());
		Citizens::<T>::insert(id, citizen);
		Applications::<T>::insert(&applicant, application);
		Self::deposit_event(Event::VouchWithdrawn { applicant, voucher: id });
		Ok(())
	}

	pub(crate) fn do_challenge(
		who: T::AccountId,
		applicant: T::AccountId,
		reason_hash: H256,
	) -> DispatchResult {
		let (id, mut citizen) = Self::active_citizen_by(&who)?;
		let mut application = Applications::<T>::get(&applicant).ok_or(Error::<T>::UnknownApplicant)?;
		ensure!(application.challenge.is_none(), Error::<T>::AlreadyChallenged);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now < application.challengeable_until, Error::<T>::TooLateToChallenge);
		ensure!(citizen.open_challenge.is_none(), Error::<T>::ChallengeOpen);

		let amount = T::ChallengeBond::get();
		T::Currency::hold(&HoldReason::ChallengeBond.into(), &who, amount)?;
		citizen.open_challenge = Some(applicant.clone());
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

	pub(crate) fn do_rule(applicant: T::AccountId, ruling: Ruling) -> DispatchResult {
		let mut application = Applications::<T>::get(&applicant).ok_or(Error::<T>::UnknownApplicant)?;
		let challenge = application.challenge.take().ok_or(Error::<T>::NotChallenged)?;
		let challenger = challenge.challenger;
		let winner = Citizens::<T>::try_mutate(challenger, |citizen| {
			let citizen = citizen.as_mut().ok_or(Error::<T>::UnknownCitizen)?;
			citizen.open_challenge = None;
			Ok::<_, Error<T>>(citizen.account.clone())
		})?;
		match ruling {
			Ruling::Upheld => {
				Self::release(HoldReason::ChallengeBond, &challenge.bond)?;
				let award = Self::award(HoldReason::ApplicationDeposit, &application.deposit, &winner)?;
				Self::deposit_event(Event::Ruled { applicant: applicant.clone(), challenger, ruling, award });
				Self::end(&applicant, &application);
				RollKeyOwners::<T>::remove(application.roll_key);
				Self::deposit_event(Event::ApplicationClosed { applicant, closure: Closure::Refused });
			}
			Ruling::Dismissed => {
				let award = Self::award(HoldReason::ChallengeBond, &challenge.bond, &applicant)?;
				let now = frame_system::Pallet::<T>::block_number();
				application.challengeable_until =
					application.challengeable_until.max(Self::challenge_period_from(now));
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

	/// The first block after a challenge period that begins in block `now`.
	fn challenge_period_from(now: BlockNumberFor<T>) -> BlockNumberFor<T> {
		// Clamping at the last block number there is means: never.
		now.saturating_add(T::ChallengePeriod::get())
	}

	/// That anyone may end the challenge against `applicant` for want of a ruling. Returns the application without
	/// it, and the challenge.
	fn check_lapse(applicant: &T::AccountId) -> Result<(ApplicationOf<T>, ChallengeOf<T>), DispatchError> {
		let mut application = Applications::<T>::get(applicant).ok_or(Error::<T>::UnknownApplicant)?;
		let challenge = application.challenge.take().ok_or(Error::<T>::NotChallenged)?;
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
		Applications::<T>::insert(&applicant, application);
		Citizens::<T>::mutate_extant(challenger, |citizen| citizen.open_challenge = None);
		Self::release(HoldReason::ChallengeBond, &challenge.bond)?;
		Self::deposit_event(Event::ChallengeLapsed { applicant, challenger });
		Ok(())
	}

	/// That anyone may close the application of `applicant` now. Returns it.
	fn check_closable(applicant: &T::AccountId) -> Result<ApplicationOf<T>, DispatchError> {
		let application = Self::check_withdrawal(applicant)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= Self::closable_from(&application), Error::<T>::TooEarlyToClose);
		Ok(application)
	}

	pub(crate) fn is_free_closure(origin: &OriginFor<T>, applicant: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok() && Self::check_closable(applicant).is_ok()
	}

	pub(crate) fn do_close_application(applicant: T::AccountId) -> DispatchResult {
		let application = Self::check_closable(&applicant)?;
		Self::close(applicant, application, Closure::Lapsed)
	}

	/// Ends `application`, against which no challenge is open, without admission. The deposit returns.
	fn close(applicant: T::AccountId, application: ApplicationOf<T>, closure: Closure) -> DispatchResult {
		Self::release(HoldReason::ApplicationDeposit, &application.deposit)?;
		RollKeyOwners::<T>::remove(application.roll_key);
		Self::end(&applicant, &application);
		Self::deposit_event(Event::ApplicationClosed { applicant, closure });
		Ok(())
	}

	/// Removes `application` and what refers to it: the vouchers' open vouches and the sponsor's reference.
	fn end(applicant: &T::AccountId, application: &ApplicationOf<T>) {
		for voucher in &application.vouchers {
			Citizens::<T>::mutate_extant(voucher, |citizen| {
				citizen.open_vouches.retain(|open| open != applicant);
			});
		}
		Applications::<T>::remove(applicant);
		if application.is_sponsored(applicant) {
			frame_system::Pallet::<T>::dec_sufficients(applicant);
		}
	}

	/// That `who` can complete the admission of `applicant` now. Returns the application, and by which right.
	fn check_admission(
		who: &T::AccountId,
		applicant: &T::AccountId,
	) -> Result<(ApplicationOf<T>, Admission), DispatchError> {
		let application = Applications::<T>::get(applicant).ok_or(Error::<T>::UnknownApplicant)?;
		ensure!(application.challenge.is_none(), Error::<T>::AwaitsRuling);
		ensure!(NextCitizenId::<T>::get() < CitizenId::MAX, Error::<T>::TooManyCitizens);
		if Self::founder_by(who, FounderPower::Admit).is_some() {
			return Ok((application, Admission::Founder));
		}
		let vouches = u32::try_from(application.vouchers.len()).unwrap_or(u32::MAX);
		ensure!(vouches >= Self::required_vouches(), Error::<T>::TooFewVouches);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= application.challengeable_until, Error::<T>::TooEarlyToAdmit);
		Ok((application, Admission::Vouched))
	}

	pub(crate) fn is_free_admission(origin: &OriginFor<T>, applicant: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| Self::check_admission(&who, applicant).is_ok())
	}

	pub(crate) fn do_admit(who: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		let (application, admission) = Self::check_admission(&who, &applicant)?;
		Self::release(HoldReason::ApplicationDeposit, &application.deposit)?;
		// The citizen's own reference comes before the sponsor's goes, so that the account lives on.
		Self::enter(
			applicant.clone(),
			application.roll_key,
			application.charter,
			application.vouchers.clone(),
			admission,
		)?;
		Self::end(&applicant, &application);
		Ok(())
	}
}
