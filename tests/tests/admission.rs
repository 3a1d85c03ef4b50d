// SPDX-License-Identifier: Apache-2.0
//! What a few people, a founder or a hostile sponsor try to do to admission, on a whole chain, with signed transactions.

use civitas_runtime::{Citizenship, Runtime, RuntimeCall, System, Utility, CIV};
use civitas_tests::{hash, run, Person};
use frame_support::{assert_ok, dispatch::CallableCallFor};
use pallet_citizenship::{Applications, Call as Civic, Error, Ruling};
use sp_runtime::DispatchError;

fn error(error: Error<Runtime>) -> Result<(), DispatchError> {
	Err(error.into())
}

fn vouch(applicant: &Person) -> RuntimeCall {
	Civic::vouch { applicant: applicant.account() }.into()
}

fn admit(applicant: &Person) -> RuntimeCall {
	Civic::admit { applicant: applicant.account() }.into()
}

#[test]
fn three_citizens_admit_three_of_twelve_strangers() {
	run(|chain| {
		let (eve, ferdie) = (Person::development("Eve"), Person::development("Ferdie"));
		let strangers: Vec<_> = (0..12).map(|n| Person::new(&format!("Stranger {n}"))).collect();
		for stranger in &strangers {
			assert_ok!(chain.submit(&eve, Civic::sponsor { applicant: stranger.account() }.into()));
			assert_ok!(chain.submit(stranger, stranger.application()));
		}
		// They wait until an application could once no longer be challenged, and are vouched for one after the other.
		chain.go_to(20);
		let mut admitted = 0;
		for (n, stranger) in strangers.iter().enumerate() {
			for voucher in ["Bob", "Charlie", "Dave"].map(Person::development) {
				let vouched = chain.submit(&voucher, vouch(stranger));
				assert_eq!(vouched, if n < 3 { Ok(()) } else { error(Error::TooManyBoundVouches) });
			}
			if n < 3 {
				let soon = chain.submit(&ferdie, admit(stranger));
				assert_eq!(soon, error(Error::TooEarlyToAdmit), "there is time to object");
			}
		}
		chain.go_to(30);
		for stranger in &strangers {
			admitted += u32::from(chain.submit(&ferdie, admit(stranger)).is_ok());
			for voucher in ["Bob", "Charlie", "Dave"].map(Person::development) {
				assert!(chain.submit(&voucher, vouch(stranger)).is_err());
			}
		}
		assert_eq!(admitted, 3);
		let newcomer = chain.submit(&strangers[0], Civic::renounce {}.into());
		assert_ok!(newcomer);
		let again = chain.submit(&Person::development("Bob"), vouch(&strangers[5]));
		assert_eq!(again, error(Error::TooManyBoundVouches), "not even if they leave");
	});
}

#[test]
fn a_founder_refuses_nobody_in_a_batch_and_earns_nothing() {
	run(|chain| {
		let (alice, eve) = (Person::development("Alice"), Person::development("Eve"));
		assert_ok!(chain.submit(&eve, eve.application()));
		let applicant = eve.account();
		let held = eve.free();
		let rule = |challenged_at, ruling| Civic::<Runtime>::rule {
			applicant: applicant.clone(),
			challenger: 0,
			challenged_at,
			ruling,
		};
		let challenge =
			Civic::<Runtime>::challenge { applicant: applicant.clone(), reason_hash: hash("envy") };
		let now = System::block_number();
		for (ruling, refusal) in
			[(Ruling::Upheld, Error::OnlyJusticeUpholds), (Ruling::Dismissed, Error::OwnChallenge)]
		{
			let calls = vec![challenge.clone().into(), rule(now, ruling).into()];
			let batch = CallableCallFor::<Utility, Runtime>::new_call_variant_batch_all(calls);
			assert_eq!(chain.submit(&alice, batch.into()), error(refusal));
			assert!(Applications::<Runtime>::get(&applicant).is_some_and(|it| it.challenge.is_none()));
		}
		let before = alice.free();
		assert_ok!(chain.submit(&alice, challenge.into()));
		assert_ok!(chain.submit(&alice, Civic::withdraw_challenge { applicant: applicant.clone() }.into()));
		assert!(alice.free() < before, "it costs the founder two fees");
		assert_eq!(eve.free(), held);
	});
}

#[test]
fn a_hostile_sponsor_ends_no_application() {
	run(|chain| {
		let (eve, ferdie) = (Person::development("Eve"), Person::development("Ferdie"));
		let ada = Person::new("Ada");
		// Eve sponsors Ferdie, who has money of his own, and Ada, who has none.
		let owned = eve.free();
		assert_ok!(chain.submit(&eve, Civic::sponsor { applicant: ferdie.account() }.into()));
		assert_ok!(chain.submit(&ferdie, Civic::decline_sponsorship {}.into()));
		assert!(owned - eve.free() < CIV, "she has her deposit back, and has paid a fee");
		assert_ok!(chain.submit(&ferdie, ferdie.application()));

		assert_ok!(chain.submit(&eve, Civic::sponsor { applicant: ada.account() }.into()));
		assert_ok!(chain.submit(&ada, ada.application()));
		for voucher in ["Bob", "Charlie", "Dave"].map(Person::development) {
			assert_ok!(chain.submit(&voucher, vouch(&ada)));
		}
		let info = Citizenship::application_info(&ada.account()).expect("she has applied");
		let ends = info.challengeable_until.expect("she has enough vouches");
		chain.go_to(ends - 1);
		for applicant in [ada.account(), ferdie.account()] {
			let pulled = chain.submit(&eve, Civic::withdraw_sponsorship { applicant }.into());
			assert_eq!(pulled, error(Error::NotSponsor));
		}
		chain.next_block();
		assert_ok!(chain.submit(&ada, admit(&ada)));
	});
}

#[test]
fn nobody_is_made_a_citizen_by_somebody_elses_move() {
	run(|chain| {
		let (dave, vera) = (Person::development("Dave"), Person::new("Vera"));
		assert_ok!(chain.submit(&dave, Civic::rotate { new_account: vera.account() }.into()));
		assert_eq!(Citizenship::citizen_of(vera.account()), None);
		assert_eq!(Citizenship::citizen_of(dave.account()), Some(3));
		// She applies herself, although Dave has named her account.
		assert_eq!(chain.admit(&vera), 4);
		assert_eq!(Citizenship::citizen_of(vera.account()), Some(4));
		assert_ok!(chain.submit(&dave, Civic::cancel_rotation {}.into()));
	});
}
