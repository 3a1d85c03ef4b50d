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
				eve.vouchers.try_push(voucher).expect("there is room");
			})
		}
	};
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
	let forgotten = || change_citizen(CLEO, |cleo| cleo.open_challenge = None);
	assert_eq!(complaint(forgotten), "I6: a challenge is not open with its challenger");
	let suspended = || {
		for name in ["Iris", "Mona"] {
			assert_ok!(Citizenship::withdraw_vouch(signed(cleo()), account(name)));
		}
		suspend_carelessly(CLEO);
	};
	assert_eq!(complaint(suspended), "I6: a challenge is not open with its challenger");
	let imagined = || change_citizen(BEN, |ben| ben.open_challenge = Some(eve()));
	assert_eq!(complaint(imagined), "I6: an open challenge is not in an application");
}

#[test]
fn i7_citizens_and_applicants_are_apart_and_their_accounts_live() {
	let offer_to = |who| {
		move || {
			Sponsorships::<Test>::insert(who, Deposit { payer: gus(), amount: 0 });
		}
	};
	assert_eq!(complaint(offer_to(ben())), "I7: a citizen is an applicant too");
	assert_eq!(complaint(offer_to(eve())), "I7: an applicant has an unused sponsorship");
	let release = |who| {
		move || {
			System::dec_sufficients(&who);
		}
	};
	assert_eq!(complaint(release(ben())), "I7: a citizen's account is not kept alive");
	assert_eq!(complaint(release(finn())), "I7: a sponsored account is not kept alive");
	assert_eq!(complaint(release(account("Kim"))), "I7: a sponsored account is not kept alive");
}

#[test]
fn i7_nobody_applies_and_is_a_citizen_at_once() {
	let moved = || {
		let eves = Applications::<Test>::take(eve()).expect("Eve has applied");
		for voucher in eves.vouchers.iter() {
			change_citizen(*voucher, |it| it.open_vouches.retain(|open| *open != eve()));
		}
		let application = Application { vouchers: Vouchers::default(), ..eves };
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
