// SPDX-License-Identifier: Apache-2.0
//! Civic acts cost nothing to those entitled to them, and nothing beyond that is free.

use civitas_runtime::{Census, Citizenship, Runtime, RuntimeCall, RuntimeEvent, System};
use civitas_tests::{hash, run, Chain, Person};
use frame_support::assert_ok;
use pallet_citizenship::Call as Civic;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

const CANNOT_PAY: TransactionValidityError = TransactionValidityError::Invalid(InvalidTransaction::Payment);

fn attest() -> RuntimeCall {
	pallet_census::Call::attest { next: None }.into()
}

#[test]
fn a_person_without_a_token_becomes_a_full_citizen() {
	run(|chain| {
		let (nora, bob) = (Person::new("Nora"), Person::development("Bob"));
		let applicant = nora.account();

		// Nobody knows her account yet, so not even a right call gets anywhere.
		assert_eq!(chain.validate(nora.sign(nora.application())), Err(CANNOT_PAY));

		let before = bob.free();
		assert_ok!(chain.submit(&bob, Civic::sponsor { applicant: applicant.clone() }.into()));
		assert!(bob.free() < before, "the deposit is on hold");
		assert_ok!(chain.validate(nora.sign(nora.application())));
		assert_ok!(chain.submit(&nora, nora.application()));

		for voucher in ["Bob", "Charlie", "Dave"].map(Person::development) {
			let owned = voucher.free();
			assert_ok!(chain.submit(&voucher, Civic::vouch { applicant: applicant.clone() }.into()));
			assert_eq!(voucher.free(), owned, "vouching is free");
		}
		let info = Citizenship::application_info(&applicant).expect("she has applied");
		let ends = info.challengeable_until.expect("she has enough vouches");
		chain.go_to(ends - 1);
		let admit = || RuntimeCall::from(Civic::admit { applicant: applicant.clone() });
		assert_eq!(chain.include(nora.sign(admit())), Err(CANNOT_PAY), "a block too early");
		chain.next_block();
		assert_ok!(chain.submit(&nora, admit()));

		let citizen = Citizenship::citizen_of(applicant.clone()).expect("she is a citizen");
		assert_eq!(civitas_runtime::Nfts::owner(0, citizen), Some(applicant.clone()));
		chain.next_season();
		assert_ok!(chain.submit(&nora, attest()));
		assert_eq!(nora.free(), 0);
		assert_ok!(chain.submit(&nora, Civic::renounce {}.into()));
		assert!(!System::account_exists(&applicant), "nothing of her is left behind");
	});
}

#[test]
fn an_attestation_is_free_once_a_season_and_refused_before_it_costs_anyone_anything() {
	run(|chain| {
		let nora = Person::new("Nora");
		chain.admit(&nora);
		chain.next_season();
		assert_ok!(chain.submit(&nora, attest()));
		// The second one is not free, and she has nothing to pay with: the pool says so.
		assert_eq!(chain.validate(nora.sign(attest())), Err(CANNOT_PAY));
		assert_eq!(chain.include(nora.sign(attest())), Err(CANNOT_PAY));
	});
}

#[test]
fn whoever_can_pay_is_never_silenced_by_the_quota() {
	run(|chain| {
		let (eve, bob) = (Person::development("Eve"), Person::development("Bob"));
		assert_ok!(chain.submit(&eve, eve.application()));
		let applicant = eve.account();
		let quota = Citizenship::citizen_info(1).expect("Bob is a citizen").free_acts_left;
		for act in 0..quota {
			let owned = bob.free();
			assert_ok!(chain.submit(&bob, alternate(act, &applicant)));
			assert_eq!(bob.free(), owned, "act {act} is free");
		}
		let owned = bob.free();
		assert_ok!(chain.submit(&bob, alternate(quota, &applicant)));
		assert!(bob.free() < owned, "the next one costs the usual fee");
	});
}

#[test]
fn the_quota_starts_anew_each_season_and_is_checked_before_the_pool() {
	run(|chain| {
		let nora = Person::new("Nora");
		let citizen = chain.admit(&nora);
		// She may vouch after a full season, once she has attested in it.
		chain.next_season();
		assert_ok!(chain.submit(&nora, attest()));
		chain.next_season();
		chain.next_block();
		let eve = Person::development("Eve");
		assert_ok!(chain.submit(&eve, eve.application()));
		let applicant = eve.account();
		let quota = Citizenship::citizen_info(citizen).expect("she is a citizen").free_acts_left;
		for act in 0..quota {
			assert_ok!(chain.submit(&nora, alternate(act, &applicant)));
		}
		let next = alternate(quota, &applicant);
		assert_eq!(chain.validate(nora.sign(next.clone())), Err(CANNOT_PAY));
		chain.next_season();
		// The application has lapsed by the charter, but stands until somebody closes it.
		assert_ok!(chain.validate(nora.sign(next)));
	});
}

#[test]
fn many_free_calls_sent_at_once_do_not_outrun_the_quota() {
	run(|chain| {
		let nora = Person::new("Nora");
		chain.admit(&nora);
		chain.next_season();
		// All of them look free to the pool, but the block takes one.
		let nonce = *System::account_nonce(nora.account());
		let flood: Vec<_> = (0..5).map(|n| nora.sign_with_nonce(attest(), nonce + n)).collect();
		let included = flood.into_iter().filter(|one| chain.include(one.clone()).is_ok()).count();
		assert_eq!(included, 1);
		assert_eq!(*System::account_nonce(nora.account()), nonce + 1);
	});
}

#[test]
fn a_call_that_would_fail_is_never_free() {
	run(|chain| {
		let nora = Person::new("Nora");
		chain.admit(&nora);
		let eve = Person::development("Eve").account();
		let bad: [RuntimeCall; 7] = [
			Civic::vouch { applicant: eve.clone() }.into(),
			Civic::withdraw_vouch { applicant: eve.clone() }.into(),
			Civic::withdraw_application {}.into(),
			Civic::lapse_challenge { applicant: eve.clone() }.into(),
			Civic::close_application { applicant: eve.clone() }.into(),
			Civic::admit { applicant: eve }.into(),
			Civic::rotate { new_account: Person::development("Bob").account() }.into(),
		];
		for call in bad {
			assert_eq!(chain.validate(nora.sign(call.clone())), Err(CANNOT_PAY), "{call:?}");
		}
	});
}

#[test]
fn the_fee_of_what_is_not_free_goes_to_the_author_and_the_treasury() {
	run(|chain| {
		let (eve, author) = (Person::development("Eve"), Person::development("Alice"));
		let (owned, earned) = (eve.free(), author.free());
		assert_ok!(chain.submit(&eve, eve.application()));
		let fee = owned - eve.free() - 10 * civitas_runtime::CIV;
		assert!(fee > 0);
		assert_eq!(author.free(), earned + fee * 80 / 100);
	});
}

#[test]
fn a_failed_call_that_pays_changes_nothing_else() {
	run(|chain| {
		let eve = Person::development("Eve");
		let call = Civic::challenge { applicant: eve.account(), reason_hash: hash("because") };
		let result = chain.submit(&eve, call.into());
		assert_eq!(result, Err(pallet_citizenship::Error::<Runtime>::NotCitizen.into()));
		let ours =
			|event: &RuntimeEvent| matches!(event, RuntimeEvent::Citizenship(_) | RuntimeEvent::Census(_));
		assert!(!chain.events().iter().any(ours));
	});
}

#[test]
fn a_lost_key_does_not_lose_the_citizenship() {
	run(|chain| {
		let (nora, phone) = (Person::new("Nora"), Person::new("Nora's next phone"));
		let citizen = chain.admit(&nora);
		let rotate = Civic::rotate { new_account: phone.account() };
		let accept = || RuntimeCall::from(Civic::accept_rotation { citizen });
		assert_eq!(chain.validate(phone.sign(accept())), Err(CANNOT_PAY), "nobody has named it");
		assert_ok!(chain.submit(&nora, rotate.into()));
		assert_eq!(Citizenship::citizen_of(phone.account()), None, "it has not accepted yet");
		assert_ok!(chain.validate(phone.sign(accept())));
		assert_ok!(chain.submit(&phone, accept()));
		assert_eq!(phone.free(), 0);
		assert_eq!(Citizenship::citizen_of(phone.account()), Some(citizen));
		assert_eq!(civitas_runtime::Nfts::owner(0, citizen), Some(phone.account()));
		assert_eq!(chain.validate(nora.sign(attest())), Err(CANNOT_PAY), "the old key is worth nothing");
		chain.next_season();
		assert_ok!(chain.submit(&phone, attest()));
	});
}

#[test]
fn a_replayed_transaction_is_refused() {
	run(|chain| {
		let nora = Person::new("Nora");
		chain.admit(&nora);
		chain.next_season();
		let transaction = nora.sign(attest());
		assert_ok!(chain.include(transaction.clone()).expect("it is valid once"));
		let stale = TransactionValidityError::Invalid(InvalidTransaction::Stale);
		assert_eq!(chain.include(transaction), Err(stale));
	});
}

#[test]
fn nobody_registers_a_key_that_is_not_theirs() {
	run(|chain| {
		let (eve, ferdie) = (Person::development("Eve"), Person::development("Ferdie"));
		let RuntimeCall::Citizenship(Civic::apply { charter, roll_key, proof, evidence_hash, deposit }) =
			eve.application()
		else {
			unreachable!("an application is a call to citizenship")
		};
		// Ferdie overheard Eve's proof. It is bound to her account.
		let stolen = Civic::<Runtime>::apply { charter, roll_key, proof, evidence_hash, deposit };
		let result = chain.submit(&ferdie, stolen.into());
		assert_eq!(result, Err(pallet_citizenship::Error::<Runtime>::InvalidPossessionProof.into()));
		assert_ok!(chain.submit(&eve, eve.application()));
		let again = chain.submit(&ferdie, ferdie.application());
		assert_ok!(again);
	});
}

#[test]
fn the_founder_loses_the_founders_right_as_the_census_grows() {
	run(|chain| {
		let newcomers: Vec<_> = (0..6).map(|n| Person::new(&format!("Newcomer {n}"))).collect();
		for newcomer in &newcomers {
			chain.admit(newcomer);
		}
		// They count once they are past probation, and in two records in a row.
		let founders = ["Alice", "Bob", "Charlie", "Dave"].map(Person::development);
		for season in 1..=3 {
			assert_eq!(Census::tier(), civitas_primitives::Tier::Founding, "before season {season}");
			chain.next_season();
			for person in founders.iter().chain(&newcomers) {
				assert_ok!(chain.submit(person, attest()));
			}
		}
		assert_eq!(Census::tier(), civitas_primitives::Tier::Consultative);
		let (eve, alice) = (Person::development("Eve"), Person::development("Alice"));
		assert_ok!(chain.submit(&eve, eve.application()));
		let admit = Civic::admit { applicant: eve.account() };
		let result = chain.submit(&alice, admit.into());
		assert_eq!(result, Err(pallet_citizenship::Error::<Runtime>::TooFewVouches.into()));
		let ruling = pallet_citizenship::Ruling::Dismissed;
		let rule = Civic::rule { applicant: eve.account(), challenger: 1, challenged_at: 1, ruling };
		assert_eq!(chain.submit(&alice, rule.into()), Err(sp_runtime::DispatchError::BadOrigin));
	});
}

#[test]
fn nobody_can_dispatch_as_the_justice_track() {
	run(|chain| {
		let alice = Person::development("Alice");
		let suspend = Civic::suspend { citizen: 1, reason_hash: hash("envy") };
		assert_eq!(chain.submit(&alice, suspend.into()), Err(sp_runtime::DispatchError::BadOrigin));
	});
}

/// Vouches and takes it back, in turn.
fn alternate(n: u32, applicant: &civitas_runtime::AccountId) -> RuntimeCall {
	if n.is_multiple_of(2) {
		Civic::vouch { applicant: applicant.clone() }.into()
	} else {
		Civic::withdraw_vouch { applicant: applicant.clone() }.into()
	}
}

#[test]
fn a_season_turns_and_its_record_equals_a_recount() {
	run(|chain: &mut Chain| {
		let (nora, oskar) = (Person::new("Nora"), Person::new("Oskar"));
		chain.admit(&nora);
		chain.admit(&oskar);
		assert_ok!(chain.submit(&oskar, Civic::renounce {}.into()));
		chain.next_season();
		let record = Census::record(0).expect("season 0 is over");
		assert_eq!(record.closed_at, 100);
		assert_eq!(record.citizens.value as usize, pallet_citizenship::Citizens::<Runtime>::iter().count());
		assert_eq!((record.citizens.value, record.active.value), (5, 5));
		assert_eq!((record.admitted.value, record.left.value), (6, 1));
		assert_eq!(record.charter, civitas_runtime::Charter::charter());
	});
}
