// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use civitas_primitives::Standing;
use frame_support::ensure;
use sp_runtime::{
	traits::{Saturating, Zero},
	TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_accounts()?;
		Self::check_headcount()?;
		Self::check_roll_keys()?;
		Self::check_vouches()?;
		Self::check_holds()?;
		Self::check_challenges()?;
		Self::check_references()?;
		Self::check_passports()?;
		Self::check_bound_vouches()?;
		Self::check_intake()?;
		Self::check_what_is_pending()
	}

	fn check_accounts() -> Result<(), TryRuntimeError> {
		let next = NextCitizenId::<T>::get();
		for (id, citizen) in Citizens::<T>::iter() {
			ensure!(
				CitizenIds::<T>::get(&citizen.account) == Some(id),
				"I1: a citizen's account is not theirs"
			);
			ensure!(id < next, "I1: an id has not been given yet");
		}
		ensure!(
			CitizenIds::<T>::iter().count() == Citizens::<T>::iter().count(),
			"I1: an account has no citizen"
		);
		if let Some(founder) = Founder::<T>::get() {
			ensure!(Citizens::<T>::contains_key(founder), "I1: the founder is no citizen");
		}
		Ok(())
	}

	fn check_headcount() -> Result<(), TryRuntimeError> {
		let count = |standing| {
			Citizens::<T>::iter_values().filter(|citizen| citizen.standing == standing).count() as u32
		};
		let counted = Headcount { active: count(Standing::Active), suspended: count(Standing::Suspended) };
		ensure!(Citizenship::<T>::get() == counted, "I2: the headcount is off");
		Ok(())
	}

	fn check_roll_keys() -> Result<(), TryRuntimeError> {
		let mut owners = BTreeMap::new();
		for (id, citizen) in Citizens::<T>::iter() {
			owners.insert(citizen.roll_key, RollKeyOwner::Citizen(id));
		}
		for (applicant, application) in Applications::<T>::iter() {
			owners.insert(application.roll_key, RollKeyOwner::Applicant(applicant));
		}
		let people = Citizens::<T>::iter().count().saturating_add(Applications::<T>::iter().count());
		ensure!(owners.len() == people, "I3: two people share a roll key");
		for (key, owner) in RollKeyOwners::<T>::iter() {
			ensure!(owners.remove(&key) == Some(owner), "I3: a roll key is not its owner's");
		}
		ensure!(owners.is_empty(), "I3: a roll key has no owner");
		Ok(())
	}

	fn check_vouches() -> Result<(), TryRuntimeError> {
		let mut in_applications = BTreeSet::new();
		for (applicant, application) in Applications::<T>::iter() {
			let mut last = Zero::zero();
			for Vouch { voucher, since, .. } in application.vouches {
				ensure!(last <= since, "I4: vouches are out of order");
				last = since;
				let citizen = Citizens::<T>::get(voucher).ok_or("I4: a voucher is no citizen")?;
				ensure!(citizen.standing == Standing::Active, "I4: a voucher is not active");
				ensure!(in_applications.insert((applicant.clone(), voucher)), "I4: a vouch counts twice");
			}
		}
		for (id, citizen) in Citizens::<T>::iter() {
			for applicant in citizen.open_vouches {
				ensure!(
					in_applications.remove(&(applicant, id)),
					"I4: an open vouch is not in an application"
				);
			}
		}
		ensure!(in_applications.is_empty(), "I4: a vouch is not open with its voucher");
		Ok(())
	}

	fn check_holds() -> Result<(), TryRuntimeError> {
		let mut deposits = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		let mut bonds = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		let add = |sums: &mut BTreeMap<_, BalanceOf<T>>, deposit: DepositOf<T>| {
			let sum = sums.entry(deposit.payer).or_default();
			*sum = sum.saturating_add(deposit.amount);
		};
		for sponsorship in Sponsorships::<T>::iter_values() {
			add(&mut deposits, sponsorship);
		}
		for application in Applications::<T>::iter_values() {
			add(&mut deposits, application.deposit);
			if let Some(challenge) = application.challenge {
				add(&mut bonds, challenge.bond);
			}
		}
		for who in frame_system::Account::<T>::iter_keys() {
			for (reason, sums) in
				[(HoldReason::ApplicationDeposit, &mut deposits), (HoldReason::ChallengeBond, &mut bonds)]
			{
				let expected = sums.remove(&who).unwrap_or_default();
				ensure!(
					T::Currency::balance_on_hold(&reason.into(), &who) == expected,
					"I5: what is held differs from deposits and bonds"
				);
			}
		}
		ensure!(deposits.is_empty() && bonds.is_empty(), "I5: an account that owes a deposit is gone");
		Ok(())
	}

	fn check_challenges() -> Result<(), TryRuntimeError> {
		let mut challenges = 0usize;
		for (applicant, application) in Applications::<T>::iter() {
			if let Some(challenge) = application.challenge {
				let challenger =
					Citizens::<T>::get(challenge.challenger).ok_or("I6: a challenger is no citizen")?;
				let open = challenger.open_challenges.iter().filter(|open| **open == applicant).count();
				ensure!(
					open == 1 && challenger.standing == Standing::Active,
					"I6: a challenge is not open with its challenger"
				);
				ensure!(
					application.challenged_by.contains(&challenge.challenger),
					"I6: a challenger is not remembered"
				);
				challenges = challenges.saturating_add(1);
			}
			let once = BTreeSet::from_iter(application.challenged_by.iter());
			ensure!(once.len() == application.challenged_by.len(), "I6: a citizen has challenged twice");
		}
		let open = Citizens::<T>::iter_values().map(|citizen| citizen.open_challenges.len()).sum::<usize>();
		ensure!(open == challenges, "I6: an open challenge is not in an application");
		Ok(())
	}

	fn check_references() -> Result<(), TryRuntimeError> {
		let mut references = BTreeMap::<T::AccountId, u32>::new();
		let mut count = |who| {
			let references = references.entry(who).or_default();
			*references = references.saturating_add(1);
		};
		for account in CitizenIds::<T>::iter_keys() {
			ensure!(!Applications::<T>::contains_key(&account), "I7: a citizen is an applicant too");
			ensure!(!Sponsorships::<T>::contains_key(&account), "I7: a citizen has an unused sponsorship");
			count(account);
		}
		for applicant in Sponsorships::<T>::iter_keys() {
			ensure!(
				!Applications::<T>::contains_key(&applicant),
				"I7: an applicant has an unused sponsorship"
			);
			count(applicant);
		}
		for (applicant, application) in Applications::<T>::iter() {
			if application.deposit.payer != applicant {
				count(applicant);
			}
		}
		PendingRotations::<T>::iter_values().for_each(count);
		for (who, least) in references {
			ensure!(
				frame_system::Account::<T>::get(who).sufficients >= least,
				"I7: an account is not kept alive"
			);
		}
		Ok(())
	}

	fn check_passports() -> Result<(), TryRuntimeError> {
		for (id, citizen) in Citizens::<T>::iter() {
			ensure!(T::Passports::holder(id) == Some(citizen.account), "I8: a passport is not its citizen's");
		}
		Ok(())
	}

	fn check_bound_vouches() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		for citizen in Citizens::<T>::iter_values() {
			let bound = citizen.bound_vouches.iter().filter(|until| **until > now).count();
			ensure!(
				citizen.open_vouches.len().saturating_add(bound) <= MAX_VOUCHES as usize,
				"I9: a citizen has more bound vouches than fit"
			);
		}
		Ok(())
	}

	fn check_intake() -> Result<(), TryRuntimeError> {
		let intake = Intake::<T>::get();
		let season = T::Calendar::season().index;
		ensure!(intake.season <= season, "I10: a season to come has taken people in");
		let here = Citizens::<T>::iter_values()
			.filter(|citizen| citizen.admitted_in == season && citizen.admitted_at > Zero::zero())
			.count();
		let counted = match intake.season == season {
			true => intake.vouched.saturating_add(intake.by_founder) as usize,
			false => 0,
		};
		ensure!(here <= counted, "I10: somebody has joined uncounted");
		Ok(())
	}

	fn check_what_is_pending() -> Result<(), TryRuntimeError> {
		for id in Sentences::<T>::iter_keys() {
			ensure!(id < NextCitizenId::<T>::get(), "I11: a sentence is against nobody");
		}
		for (id, account) in PendingRotations::<T>::iter() {
			let citizen = Citizens::<T>::get(id).ok_or("I11: nobody is about to move")?;
			ensure!(citizen.account != account, "I11: a citizen is about to move to where they are");
		}
		Ok(())
	}
}
