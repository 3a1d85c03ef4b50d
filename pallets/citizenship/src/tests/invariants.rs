// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices when its rule is broken, and says so.

use super::*;

/// What the checks say after `breakage`, which nothing but a bug could do.
fn complaint(breakage: impl FnOnce()) -> &'static str {
	ExtBuilder::default().build().execute_with(|| {
		scene();
		assert_ok!(Citizenship::do_try_state());
		breakage();
		Citizenship::do_try_state().expect_err("the breakage is noticed").into()
	})
}

fn change_citizen(id: CitizenId, change: impl FnOnce(&mut CitizenOf<Test>)) {
	Citizens::<Test>::mutate(id, |citizen| change(citizen.as_mut().expect("is a citizen")));
}

fn change_application(name: &str, change: impl FnOnce(&mut ApplicationOf<Test>)) {
	Applications::<Test>::mutate(account(name), |it| change(it.as_mut().expect("has applied")));
}

/// Suspends somebody as far as I2 can tell, without the care that the call takes.
fn suspend_carelessly(id: CitizenId) {
	change_citizen(id, |citizen| citizen.standing = Standing::Suspended);
	crate::Citizenship::<Test>::mutate(|count| {
		count.active -= 1;
		count.suspended += 1;
	});
}

#[test]
fn i1_a_citizen_has_one_account_and_an_account_one_citizen() {
	let two_accounts = || CitizenIds::<Test>::insert(ben(), ADA);
	assert_eq!(complaint(two_accounts), "I1: a citizen's account is not theirs");
	let number_to_come = || NextCitizenId::<Test>::put(DORA);
	assert_eq!(complaint(number_to_come), "I1: an id has not been given yet");
	let nobodys_account = || CitizenIds::<Test>::insert(gus(), 3);
	assert_eq!(complaint(nobodys_account), "I1: an account has no citizen");
	let strange_founder = || Founder::<Test>::put(77);
	assert_eq!(complaint(strange_founder), "I1: the founder is no citizen");
}

#[test]
fn i2_the_headcount_is_a_count() {
	let one_more = || crate::Citizenship::<Test>::mutate(|count| count.active += 1);
	assert_eq!(complaint(one_more), "I2: the headcount is off");
	let one_less = || crate::Citizenship::<Test>::mutate(|count| count.suspended -= 1);
	assert_eq!(complaint(one_less), "I2: the headcount is off");
	let wrong_standing = || change_citizen(BEN, |ben| ben.standing = Standing::Suspended);
	assert_eq!(complaint(wrong_standing), "I2: the headcount is off");
}

#[test]
fn i3_a_roll_key_belongs_to_one_person() {
	let shared = || change_citizen(BEN, |ben| ben.roll_key = key("Eve", 0));
	assert_eq!(complaint(shared), "I3: two people share a roll key");
	let swapped = || RollKeyOwners::<Test>::insert(key("Ben", 0), RollKeyOwner::Citizen(ADA));
	assert_eq!(complaint(swapped), "I3: a roll key is not its owner's");
	let left_over = || RollKeyOwners::<Test>::insert(key("Gus", 0), RollKeyOwner::Applicant(gus()));
	assert_eq!(complaint(left_over), "I3: a roll key is not its owner's");
	for name in ["Ben", "Eve"] {
		let unowned = || RollKeyOwners::<Test>::remove(key(name, 0));
		assert_eq!(complaint(unowned), "I3: a roll key has no owner");
	}
}

#[test]
fn i4_a_vouch_stands_on_both_sides_once_with_an_active_citizen() {
	let add = |voucher| {
		move || {
			change_application("Eve", |eve| {
				eve.vouches.try_push(Vouch { voucher, since: 61, matures: 75 }).expect("there is room");
			})
		}
	};
	let older = || change_application("Mona", |mona| mona.vouches[0].since = 62);
	assert_eq!(complaint(older), "I4: vouches are out of order");
	assert_eq!(complaint(add(99)), "I4: a voucher is no citizen");
	assert_eq!(complaint(|| suspend_carelessly(BEN)), "I4: a voucher is not active");
	assert_eq!(complaint(add(BEN)), "I4: a vouch counts twice");
	assert_eq!(complaint(add(CLEO)), "I4: a vouch is not open with its voucher");
	let open = |id, applicant| {
		move || {
			change_citizen(id, |citizen| {
				citizen.open_vouches.try_push(applicant).expect("there is room");
			})
		}
	};
	assert_eq!(complaint(open(CLEO, eve())), "I4: an open vouch is not in an application");
	assert_eq!(complaint(open(BEN, eve())), "I4: an open vouch is not in an application");
}

#[test]
fn i5_what_is_held_is_what_is_owed() {
	let message = "I5: what is held differs from deposits and bonds";
	assert_eq!(complaint(|| change_application("Eve", |eve| eve.deposit.amount = 71)), message);
	let bond = || {
		change_application("Kim", |kim| {
			kim.challenge.as_mut().expect("is challenged").bond.amount = 109;
		})
	};
	assert_eq!(complaint(bond), message);
	let forgotten_offer = || Sponsorships::<Test>::remove(finn());
	assert_eq!(complaint(forgotten_offer), message);
	let ghost = || {
		let deposit = Deposit { payer: account("Olga"), amount: 5 };
		Sponsorships::<Test>::insert(account("Pia"), deposit);
	};
	assert_eq!(complaint(ghost), "I5: an account that owes a deposit is gone");
}

#[test]
fn i6_a_challenge_stands_on_both_sides_with_an_active_citizen() {
	let by = |id| {
		move || {
			change_application("Kim", |kim| {
				kim.challenge.as_mut().expect("is challenged").challenger = id;
			})
		}
	};
	assert_eq!(complaint(by(99)), "I6: a challenger is no citizen");
	assert_eq!(complaint(by(DORA)), "I6: a challenge is not open with its challenger");
	let forgotten = || change_citizen(CLEO, |cleo| cleo.open_challenges.clear());
	assert_eq!(complaint(forgotten), "I6: a challenge is not open with its challenger");
	let suspended = || {
		for name in ["Iris", "Mona"] {
			assert_ok!(Citizenship::withdraw_vouch(signed(cleo()), account(name)));
		}
		suspend_carelessly(CLEO);
	};
	assert_eq!(complaint(suspended), "I6: a challenge is not open with its challenger");
	let imagined = || {
		change_citizen(BEN, |ben| ben.open_challenges.try_push(eve()).expect("there is room"));
	};
	assert_eq!(complaint(imagined), "I6: an open challenge is not in an application");
	let unknown = || change_application("Kim", |kim| kim.challenged_by.clear());
	assert_eq!(complaint(unknown), "I6: a challenger is not remembered");
	let twice = || {
		change_application("Kim", |kim| kim.challenged_by.try_push(CLEO).expect("there is room"));
	};
	assert_eq!(complaint(twice), "I6: a citizen has challenged twice");
}

#[test]
fn i7_citizens_and_applicants_are_apart_and_their_accounts_live() {
	let offer_to = |who| {
		move || {
			Sponsorships::<Test>::insert(who, Deposit { payer: gus(), amount: 0 });
		}
	};
	assert_eq!(complaint(offer_to(ben())), "I7: a citizen has an unused sponsorship");
	assert_eq!(complaint(offer_to(eve())), "I7: an applicant has an unused sponsorship");
	let release = |who| {
		move || {
			System::dec_sufficients(&who);
		}
	};
	for kept in [ben(), finn(), account("Kim"), account("Dora's phone")] {
		assert_eq!(complaint(release(kept)), "I7: an account is not kept alive");
	}
}

#[test]
fn i7_nobody_applies_and_is_a_citizen_at_once() {
	let moved = || {
		let eves = Applications::<Test>::take(eve()).expect("Eve has applied");
		for vouch in eves.vouches.iter() {
			change_citizen(vouch.voucher, |it| it.open_vouches.retain(|open| *open != eve()));
		}
		let application = Application { vouches: Default::default(), ..eves };
		RollKeyOwners::<Test>::insert(application.roll_key, RollKeyOwner::Applicant(dora()));
		Applications::<Test>::insert(dora(), application);
	};
	assert_eq!(complaint(moved), "I7: a citizen is an applicant too");
}

#[test]
fn i8_a_passport_is_its_citizens() {
	let message = "I8: a passport is not its citizen's";
	assert_eq!(complaint(|| Issued::remove(BEN)), message);
	let given_away = || {
		let (_, passport) = Issued::get(BEN).expect("Ben has one");
		Issued::insert(BEN, (gus(), passport));
	};
	assert_eq!(complaint(given_away), message);
}

#[test]
fn i9_bound_vouches_fit() {
	let many = || {
		change_citizen(BEN, |ben| ben.bound_vouches = vec![62; 7].try_into().expect("seven fit"));
	};
	assert_eq!(complaint(many), "I9: a citizen has more bound vouches than fit");
}

#[test]
fn i10_everyone_who_joins_is_counted() {
	let uncounted = || Intake::<Test>::mutate(|intake| intake.by_founder -= 1);
	assert_eq!(complaint(uncounted), "I10: somebody has joined uncounted");
	let to_come = || Intake::<Test>::mutate(|intake| intake.season += 1);
	assert_eq!(complaint(to_come), "I10: a season to come has taken people in");
}

#[test]
fn i11_what_is_pending_is_somebodys() {
	let sentence = || {
		let sentence = Sentences::<Test>::get(HOPE).expect("Hope is sentenced");
		Sentences::<Test>::insert(77, sentence);
	};
	assert_eq!(complaint(sentence), "I11: a sentence is against nobody");
	let nobody = || {
		System::inc_sufficients(&gus());
		PendingRotations::<Test>::insert(77, gus());
	};
	assert_eq!(complaint(nobody), "I11: nobody is about to move");
	let home = || {
		System::inc_sufficients(&ben());
		PendingRotations::<Test>::insert(BEN, ben());
	};
	assert_eq!(complaint(home), "I11: a citizen is about to move to where they are");
}
