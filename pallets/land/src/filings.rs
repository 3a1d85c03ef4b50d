// SPDX-License-Identifier: Apache-2.0
//! What a registrar files: public notice, challenges, effect; and what courts decide.
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
	traits::{tokens::Precision, Imbalance},
};
use sp_runtime::traits::{BlakeTwo256, Hash, Saturating, Zero};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		who: T::AccountId,
		territory: TerritoryId,
		survey: Survey,
		designation: Designation<T::AccountId>,
	) -> DispatchResult {
		let record = Territories::<T>::get(territory).ok_or(Error::<T>::UnknownTerritory)?;
		ensure!(record.registrar == who, Error::<T>::NotRegistrar);
		ensure!(record.tally.parcels() < record.parcel_limit, Error::<T>::TooManyParcels);
		let change = Change::Designate(designation);
		Self::ensure_can_hold(&change)?;
		let parcel = Self::enter(territory, survey, Title::Filed)?;
		Self::open_filing(parcel, change);
		Ok(())
	}

	/// Files a change: as the registrar `who`, or as those who appoint registrars.
	pub(crate) fn do_file(
		who: Option<T::AccountId>,
		parcel: ParcelId,
		change: ChangeOf<T>,
	) -> DispatchResult {
		let record = Self::find_parcel(parcel)?;
		if let Some(who) = &who {
			Self::ensure_registrar(who, record.territory)?;
		}
		ensure!(!Filings::<T>::contains_key(parcel), Error::<T>::AlreadyFiled);
		Self::ensure_can_hold(&change)?;
		match &change {
			Change::Designate(_) | Change::Strike => {
				ensure!(record.title.holder().is_none(), Error::<T>::Held);
				ensure!(record.title != Title::Public || who.is_none(), Error::<T>::PublicStays);
			}
			Change::Resurvey(_) | Change::Divide(_) | Change::Join { .. } => {}
		}
		Self::check_change(parcel, &record, &change)?;
		Self::open_filing(parcel, change);
		Ok(())
	}

	/// That a change reserves a parcel for nobody who casts secret ballots: land would tell whose they are.
	fn ensure_can_hold(change: &ChangeOf<T>) -> DispatchResult {
		if let Change::Designate(Designation::Assigned(assignee)) = change {
			ensure!(!T::BallotAccounts::is_ballot_account(assignee), Error::<T>::BallotAccount);
		}
		Ok(())
	}

	/// That a change makes sense for a parcel. Whether its tiles are free is seen when it takes effect.
	fn check_change(parcel: ParcelId, record: &ParcelOf<T>, change: &ChangeOf<T>) -> DispatchResult {
		match change {
			Change::Designate(designation) => {
				ensure!(record.title != TitleOf::<T>::from(designation.clone()), Error::<T>::AlreadySo);
			}
			Change::Resurvey(survey) => ensure!(survey.tiles() <= MAX_TILES, Error::<T>::TooManyTiles),
			Change::Divide(parts) => Self::check_division(parcel, record, parts)?,
			Change::Join { other, survey } => Self::check_joining(parcel, record, *other, survey)?,
			Change::Strike => {}
		}
		Ok(())
	}

	fn open_filing(parcel: ParcelId, change: ChangeOf<T>) {
		let now = frame_system::Pallet::<T>::block_number();
		let from = Self::later(now, T::RegistrationNotice::get());
		let filing = Filing { change: change.clone(), from, agreed: None, challenge: None };
		Filings::<T>::insert(parcel, filing);
		Self::deposit_event(Event::Filed { parcel, change, from });
	}

	fn find_filing(parcel: ParcelId) -> Result<FilingOf<T>, DispatchError> {
		Ok(Filings::<T>::get(parcel).ok_or(Error::<T>::NotFiled)?)
	}

	pub(crate) fn do_agree(who: T::AccountId, parcel: ParcelId, change_hash: H256) -> DispatchResult {
		let record = Self::find_parcel(parcel)?;
		ensure!(record.title.holder() == Some(&who), Error::<T>::NotHolder);
		let mut filing = Self::find_filing(parcel)?;
		ensure!(BlakeTwo256::hash_of(&filing.change) == change_hash, Error::<T>::OtherChange);
		if filing.agreed.as_ref() == Some(&who) {
			return Ok(());
		}
		filing.agreed = Some(who.clone());
		Filings::<T>::insert(parcel, filing);
		Self::deposit_event(Event::Agreed { parcel, holder: who });
		Ok(())
	}

	/// Ends a filing, if there is one. An open challenge gets its bond back.
	pub(crate) fn end_filing(parcel: ParcelId, end: FilingEnd) -> DispatchResult {
		let Some(filing) = Filings::<T>::take(parcel) else { return Ok(()) };
		if let Some(challenge) = filing.challenge {
			Self::return_bond(parcel, challenge, ChallengeEnd::Moot)?;
		}
		Self::deposit_event(Event::FilingEnded { parcel, end });
		Ok(())
	}

	/// Ends a filing that has come to nothing. A parcel that was never in effect is struck with it.
	fn void(parcel: ParcelId, end: FilingEnd) -> DispatchResult {
		Self::end_filing(parcel, end)?;
		if Self::find_parcel(parcel)?.title == Title::Filed {
			Self::do_strike(parcel)?;
		}
		Ok(())
	}

	pub(crate) fn do_withdraw_filing(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		Self::ensure_registrar(&who, Self::find_parcel(parcel)?.territory)?;
		ensure!(Filings::<T>::contains_key(parcel), Error::<T>::NotFiled);
		Self::void(parcel, FilingEnd::Withdrawn)
	}

	/// Lets the change of a filing take effect. Returns which it was.
	pub(crate) fn do_enact(parcel: ParcelId) -> Result<ChangeOf<T>, DispatchError> {
		let filing = Self::find_filing(parcel)?;
		ensure!(filing.challenge.is_none(), Error::<T>::ChallengeOpen);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(filing.from <= now, Error::<T>::UnderNotice);
		let record = Self::find_parcel(parcel)?;
		if let Some(holder) = record.title.holder() {
			ensure!(filing.agreed.as_ref() == Some(holder), Error::<T>::NotAgreed);
		}
		Self::end_filing(parcel, FilingEnd::Enacted)?;
		Self::apply(parcel, filing.change.clone())?;
		Ok(filing.change)
	}

	pub(crate) fn do_rectify(parcel: ParcelId, change: ChangeOf<T>) -> DispatchResult {
		Self::ensure_can_hold(&change)?;
		let record = Self::find_parcel(parcel)?;
		let decides_title = matches!(change, Change::Designate(_) | Change::Strike);
		ensure!(decides_title || record.title != Title::Filed, Error::<T>::NotInEffect);
		Self::end_filing(parcel, FilingEnd::Overtaken)?;
		Self::deposit_event(Event::Rectified { parcel });
		Self::apply(parcel, change)
	}

	fn apply(parcel: ParcelId, change: ChangeOf<T>) -> DispatchResult {
		Self::check_change(parcel, &Self::find_parcel(parcel)?, &change)?;
		match change {
			Change::Designate(designation) => Self::redesignate(parcel, designation.into()),
			Change::Resurvey(survey) => Self::resurvey(parcel, survey),
			Change::Divide(parts) => Self::divide(parcel, parts.into_inner()),
			Change::Join { other, survey } => Self::join(parcel, other, survey),
			Change::Strike => Self::do_strike(parcel),
		}
	}

	/// Takes a parcel off the market, if it is there.
	fn withdraw(parcel: ParcelId) -> DispatchResult {
		match Self::find_parcel(parcel)?.title {
			Title::Common | Title::Held(_) => T::OnParcel::withdrawn(parcel),
			Title::Assigned(_) | Title::Public | Title::Filed => Ok(()),
		}
	}

	/// Gives a parcel another title than somebody's.
	fn redesignate(parcel: ParcelId, new: TitleOf<T>) -> DispatchResult {
		Self::withdraw(parcel)?;
		let record = Self::find_parcel(parcel)?;
		let old = record.title.clone();
		Self::entitle(parcel, record, new.clone());
		Self::deposit_event(Event::Redesignated { parcel, old, new: new.clone() });
		if new == Title::Common {
			T::OnParcel::registered(parcel)?;
		}
		Ok(())
	}

	fn do_strike(parcel: ParcelId) -> DispatchResult {
		Self::withdraw(parcel)?;
		Self::remove(parcel)?;
		Self::deposit_event(Event::Struck { parcel });
		Ok(())
	}

	pub(crate) fn do_lapse(parcel: ParcelId) -> DispatchResult {
		let record = Self::find_parcel(parcel)?;
		ensure!(record.title.assignee().is_some(), Error::<T>::NotAssigned);
		let over = Self::later(record.since, T::AssignmentPeriod::get());
		ensure!(over <= frame_system::Pallet::<T>::block_number(), Error::<T>::StillReserved);
		Self::end_filing(parcel, FilingEnd::Overtaken)?;
		Self::redesignate(parcel, Title::Common)
	}

	pub(crate) fn do_challenge(who: T::AccountId, parcel: ParcelId, reason_hash: H256) -> DispatchResult {
		let mut filing = Self::find_filing(parcel)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(filing.challenge.is_none(), Error::<T>::AlreadyChallenged);
		ensure!(now < filing.from, Error::<T>::NoticeOver);
		let bond = T::ChallengeBond::get();
		T::Currency::hold(&HoldReason::ChallengeBond.into(), &who, bond)?;
		filing.challenge = Some(Challenge { challenger: who.clone(), since: now, bond, reason_hash });
		Filings::<T>::insert(parcel, filing);
		Self::deposit_event(Event::Challenged { parcel, challenger: who, since: now, bond, reason_hash });
		Ok(())
	}

	/// Takes the challenge out of a filing. The notice stood still while it was open.
	fn take_challenge(filing: &mut FilingOf<T>) -> Result<ChallengeOf<T>, DispatchError> {
		let challenge = filing.challenge.take().ok_or(Error::<T>::NotChallenged)?;
		let now = frame_system::Pallet::<T>::block_number();
		filing.from = Self::later(filing.from, now.saturating_sub(challenge.since));
		Ok(challenge)
	}

	/// Ends a challenge without loss for the challenger.
	fn return_bond(parcel: ParcelId, challenge: ChallengeOf<T>, end: ChallengeEnd) -> DispatchResult {
		let Challenge { challenger, bond, .. } = challenge;
		T::Currency::release(&HoldReason::ChallengeBond.into(), &challenger, bond, Precision::Exact)?;
		Self::deposit_event(Event::ChallengeEnded { parcel, challenger, end });
		Ok(())
	}

	pub(crate) fn do_withdraw_challenge(who: T::AccountId, parcel: ParcelId) -> DispatchResult {
		let mut filing = Self::find_filing(parcel)?;
		let challenge = Self::take_challenge(&mut filing)?;
		ensure!(challenge.challenger == who, Error::<T>::NotChallenger);
		Filings::<T>::insert(parcel, filing);
		Self::return_bond(parcel, challenge, ChallengeEnd::Withdrawn)
	}

	pub(crate) fn do_lapse_challenge(parcel: ParcelId) -> DispatchResult {
		let mut filing = Self::find_filing(parcel)?;
		let challenge = Self::take_challenge(&mut filing)?;
		let over = Self::later(challenge.since, T::RulingPeriod::get());
		ensure!(over <= frame_system::Pallet::<T>::block_number(), Error::<T>::RulingOpen);
		Filings::<T>::insert(parcel, filing);
		Self::return_bond(parcel, challenge, ChallengeEnd::Lapsed)
	}

	pub(crate) fn do_rule(
		parcel: ParcelId,
		challenger: T::AccountId,
		since: BlockNumberFor<T>,
		ruling: Ruling,
	) -> DispatchResult {
		let mut filing = Filings::<T>::get(parcel).ok_or(Error::<T>::UnknownChallenge)?;
		let challenge = Self::take_challenge(&mut filing).map_err(|_| Error::<T>::UnknownChallenge)?;
		let is_that = challenge.challenger == challenger && challenge.since == since;
		ensure!(is_that, Error::<T>::UnknownChallenge);
		Filings::<T>::insert(parcel, filing);
		match ruling {
			Ruling::Upheld => {
				Self::return_bond(parcel, challenge, ChallengeEnd::Ruled(ruling))?;
				Self::void(parcel, FilingEnd::Void)
			}
			Ruling::Dismissed => {
				let reason = HoldReason::ChallengeBond.into();
				let (credit, missing) = T::Currency::slash(&reason, &challenger, challenge.bond);
				if !missing.is_zero() {
					defensive!("a bond is held until its challenge ends (I8)", credit.peek());
				}
				T::Slash::on_unbalanced(credit);
				let end = ChallengeEnd::Ruled(ruling);
				Self::deposit_event(Event::ChallengeEnded { parcel, challenger, end });
				Ok(())
			}
		}
	}
}
