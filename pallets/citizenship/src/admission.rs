//! The way in: sponsorship, application, vouches, admission.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::FounderPower;
use frame_support::defensive;
use sp_runtime::traits::Saturating;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_sponsor(sponsor: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		ensure!(sponsor != applicant, Error::<T>::SelfSponsored);
		Self::check_newcomer(&applicant)?;
		ensure!(Sponsorships::<T>::get(&applicant).is_none(), Error::<T>::AlreadySponsored);
		let amount = T::ApplicationDeposit::get();
		T::Currency::hold(&HoldReason::ApplicationDeposit.into(), &sponsor, amount)?;
		frame_system::Pallet::<T>::inc_sufficients(&applicant);
		Sponsorships::<T>::insert(&applicant, Deposit { payer: sponsor.clone(), amount });
		Self::deposit_event(Event::Sponsored { applicant, sponsor, deposit: amount });
		Ok(())
	}

	pub(crate) fn do_withdraw_sponsorship(sponsor: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		let offer = Sponsorships::<T>::get(&applicant).ok_or(Error::<T>::NotSponsor)?;
		ensure!(offer.payer == sponsor, Error::<T>::NotSponsor);
		Self::end_sponsorship(&applicant)?;
		Self::deposit_event(Event::SponsorshipWithdrawn { applicant, sponsor });
		Ok(())
	}

	pub(crate) fn is_free_decline(origin: &OriginFor<T>) -> bool {
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		ensure_signed(origin.clone()).is_ok_and(|who| Sponsorships::<T>::get(who).is_some())
	}

	pub(crate) fn do_decline_sponsorship(applicant: T::AccountId) -> DispatchResult {
		ensure!(Sponsorships::<T>::get(&applicant).is_some(), Error::<T>::NotSponsored);
		Self::decline_any_sponsorship(applicant)
	}

	/// Gives the sponsor of `applicant`, if there is one, the money back.
	pub(crate) fn decline_any_sponsorship(applicant: T::AccountId) -> DispatchResult {
		if let Some(offer) = Self::end_sponsorship(&applicant)? {
			Self::deposit_event(Event::SponsorshipDeclined { applicant, sponsor: offer.payer });
		}
		Ok(())
	}

	/// Removes the sponsorship of `applicant`, if there is one, and releases the money.
	fn end_sponsorship(applicant: &T::AccountId) -> Result<Option<DepositOf<T>>, DispatchError> {
		let Some(offer) = Sponsorships::<T>::take(applicant) else { return Ok(None) };
		Self::release(HoldReason::ApplicationDeposit, &offer)?;
		frame_system::Pallet::<T>::dec_sufficients(applicant);
		Ok(Some(offer))
	}

	/// That `who` can apply like this, as far as the deposit is not concerned.
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
		deposit: DepositSource,
	) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			deposit == DepositSource::Sponsored
				// As above.
				&& Sponsorships::<T>::get(&who).is_some()
				&& Self::check_application(&who, charter, roll_key, proof).is_ok()
		})
	}

	pub(crate) fn do_apply(
		who: T::AccountId,
		charter: CharterRef,
		roll_key: RollKey,
		proof: PossessionProof,
		evidence_hash: H256,
		source: DepositSource,
	) -> DispatchResult {
		Self::check_application(&who, &charter, &roll_key, &proof)?;
		let deposit = match source {
			DepositSource::Sponsored => Sponsorships::<T>::take(&who).ok_or(Error::<T>::NotSponsored)?,
			DepositSource::Own => {
				let amount = T::ApplicationDeposit::get();
				T::Currency::hold(&HoldReason::ApplicationDeposit.into(), &who, amount)?;
				Self::decline_any_sponsorship(who.clone())?;
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
				objections_until: now,
				deposit,
				vouches: Default::default(),
				challenge: None,
				challenged_by: Challengers::default(),
			},
		);
		Self::deposit_event(Event::Applied {
			applicant: who,
			charter,
			roll_key,
			evidence_hash,
			deposit: source,
		});
		Ok(())
	}

	/// That `who` can accept `charter` in place of the version accepted before. Returns the application.
	fn check_acceptance(who: &T::AccountId, charter: &CharterRef) -> Result<ApplicationOf<T>, DispatchError> {
		let application = Self::application(who)?;
		ensure!(*charter == T::Charter::get(), Error::<T>::OutdatedCharter);
		ensure!(application.charter != *charter, Error::<T>::AlreadyAccepted);
		Ok(application)
	}

	pub(crate) fn is_free_acceptance(origin: &OriginFor<T>, charter: &CharterRef) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| Self::check_acceptance(&who, charter).is_ok())
	}

	pub(crate) fn do_accept(who: T::AccountId, charter: CharterRef) -> DispatchResult {
		let application = Self::check_acceptance(&who, &charter)?;
		Applications::<T>::insert(&who, Application { charter, ..application });
		Self::deposit_event(Event::CharterAccepted { applicant: who, charter });
		Ok(())
	}

	/// That the application of `who` can end without a ruling. Returns it.
	fn check_withdrawal(who: &T::AccountId) -> Result<ApplicationOf<T>, DispatchError> {
		let application = Self::application(who)?;
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
		ensure!(T::Probation::is_past(id), Error::<T>::OnProbation);
		let application = Self::application(applicant)?;
		ensure!(!application.is_vouched_by(id), Error::<T>::AlreadyVouched);
		ensure!(Self::vouches_left(&citizen) > 0, Error::<T>::TooManyBoundVouches);
		ensure!(!application.vouches.is_full(), Error::<T>::TooManyVouches);
		Ok((id, citizen, application))
	}

	pub(crate) fn is_free_vouch(origin: &OriginFor<T>, applicant: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Self::check_vouch(&who, applicant).is_ok_and(|(_, citizen, _)| Self::free_acts_left(&citizen) > 0)
		})
	}

	pub(crate) fn do_vouch(who: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		let (id, mut citizen, mut application) = Self::check_vouch(&who, &applicant)?;
		let since = frame_system::Pallet::<T>::block_number();
		// Clamping at the last block number there is means: never.
		let matures = since.saturating_add(T::ChallengePeriod::get());
		let vouch = Vouch { voucher: id, since, matures };
		application.vouches.try_push(vouch).map_err(|_| Error::<T>::TooManyVouches)?;
		citizen.open_vouches.try_push(applicant.clone()).map_err(|_| Error::<T>::TooManyBoundVouches)?;
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
		let application = Self::application(applicant)?;
		ensure!(application.is_vouched_by(id), Error::<T>::NotVouched);
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
		application.vouches.retain(|vouch| vouch.voucher != id);
		citizen.open_vouches.retain(|open| *open != applicant);
		citizen.free_acts.count(Self::season());
		Citizens::<T>::insert(id, citizen);
		Applications::<T>::insert(&applicant, application);
		Self::deposit_event(Event::VouchWithdrawn { applicant, voucher: id });
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
		Self::end_unadmitted(applicant, &application, closure);
		Ok(())
	}

	/// Removes `application`, whose deposit has found its owner, and frees the roll key and the vouches.
	pub(crate) fn end_unadmitted(applicant: T::AccountId, application: &ApplicationOf<T>, closure: Closure) {
		RollKeyOwners::<T>::remove(application.roll_key);
		Self::end(&applicant, application, |_| ());
		Self::deposit_event(Event::ApplicationClosed { applicant, closure });
	}

	/// Removes `application` and what refers to it: the vouchers' open vouches and the sponsor's reference. Each
	/// voucher's record undergoes `then`.
	fn end(applicant: &T::AccountId, application: &ApplicationOf<T>, then: impl Fn(&mut CitizenOf<T>)) {
		for vouch in &application.vouches {
			Citizens::<T>::mutate_extant(vouch.voucher, |citizen| {
				citizen.open_vouches.retain(|open| open != applicant);
				then(citizen);
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
		let application = Self::application(applicant)?;
		ensure!(application.challenge.is_none(), Error::<T>::AwaitsRuling);
		ensure!(application.charter == T::Charter::get(), Error::<T>::CharterNotAccepted);
		ensure!(!T::BallotAccounts::is_ballot_account(applicant), Error::<T>::BallotAccount);
		ensure!(NextCitizenId::<T>::get() < CitizenId::MAX, Error::<T>::TooManyCitizens);
		let admission = match Self::check_completion(&application) {
			Ok(()) => Admission::Vouched,
			Err(_) if Self::founder_by(who, FounderPower::Admit).is_some() => Admission::Founder,
			Err(missing) => return Err(missing),
		};
		let intake = Self::season_intake();
		// The founder's admissions take no place from those whom citizens vouch for.
		let joined = match admission {
			Admission::Founder => intake.total(),
			_ => intake.vouched,
		};
		ensure!(joined < Self::intake_limit(&intake), Error::<T>::IntakeExhausted);
		Ok((application, admission))
	}

	/// That `application` has been complete for its challenge period.
	fn check_completion(application: &ApplicationOf<T>) -> DispatchResult {
		let until = application.challengeable_until(Self::required_vouches());
		let until = until.ok_or(Error::<T>::TooFewVouches)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= until, Error::<T>::TooEarlyToAdmit);
		Ok(())
	}

	/// This season's intake so far.
	pub(crate) fn season_intake() -> SeasonIntake {
		Intake::<T>::get().in_season(Self::season(), Citizenship::<T>::get().active)
	}

	/// How many people can join in the season of `intake`.
	pub(crate) fn intake_limit(intake: &SeasonIntake) -> u32 {
		let percent = u64::from(intake.citizens).saturating_mul(T::IntakePercent::get().into());
		let share = u32::try_from(percent.checked_div(100).unwrap_or_default()).unwrap_or(u32::MAX);
		// Clamping means: no limit but the numbers there are.
		share.saturating_add(T::IntakeAllowance::get())
	}

	/// For the runtime API: this season's intake.
	pub fn intake_info() -> IntakeInfo {
		let intake = Self::season_intake();
		IntakeInfo {
			season: intake.season,
			limit: Self::intake_limit(&intake),
			vouched: intake.vouched,
			by_founder: intake.by_founder,
		}
	}

	pub(crate) fn is_free_admission(origin: &OriginFor<T>, applicant: &T::AccountId) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| Self::check_admission(&who, applicant).is_ok())
	}

	pub(crate) fn do_admit(who: T::AccountId, applicant: T::AccountId) -> DispatchResult {
		let (application, admission) = Self::check_admission(&who, &applicant)?;
		// Counted from the citizens there were before this one.
		let mut intake = Self::season_intake();
		match admission {
			Admission::Founder => intake.by_founder = intake.by_founder.saturating_add(1),
			_ => intake.vouched = intake.vouched.saturating_add(1),
		}
		Intake::<T>::put(intake);
		Self::release(HoldReason::ApplicationDeposit, &application.deposit)?;
		// The citizen's own reference comes before the sponsor's goes, so that the account lives on.
		Self::enter(
			applicant.clone(),
			application.roll_key,
			application.charter,
			application.vouchers(),
			admission,
		)?;
		let now = frame_system::Pallet::<T>::block_number();
		// Clamping at the last block number there is means: never.
		let until = now.saturating_add(T::Calendar::season_length());
		Self::end(&applicant, &application, |voucher| Self::bind_vouch(voucher, now, until));
		Ok(())
	}

	/// Keeps one more vouch of `voucher` bound until block `until`, and drops those that no longer are.
	fn bind_vouch(voucher: &mut CitizenOf<T>, now: BlockNumberFor<T>, until: BlockNumberFor<T>) {
		voucher.bound_vouches.retain(|bound| *bound > now);
		if voucher.bound_vouches.try_push(until).is_err() {
			// Open and bound vouches together fit (I9), and this one was open.
			defensive!("a bound vouch has no place");
		}
	}

	/// How many vouches `citizen` has left, as far as bound ones go.
	pub(crate) fn vouches_left(citizen: &CitizenOf<T>) -> u32 {
		let now = frame_system::Pallet::<T>::block_number();
		let bound = citizen.bound_vouches.iter().filter(|until| **until > now).count();
		// Both lists are short.
		let used = u32::try_from(citizen.open_vouches.len().saturating_add(bound)).unwrap_or(u32::MAX);
		// Clamping is the rule: the charter's figure may have fallen since.
		T::MaxOpenVouches::get().min(MAX_VOUCHES).saturating_sub(used)
	}
}
