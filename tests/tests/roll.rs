//! The roll on a whole chain: seats follow citizenship, and ballots need neither money nor a name.

use civitas_primitives::{BallotAccounts, Context, RingId};
use civitas_runtime::{
	tx_extension, Census, Citizenship, Roll, Runtime, RuntimeCall, RuntimeOrigin, Seasons, System,
	UncheckedExtrinsic,
};
use civitas_tests::{hash, run, Chain, Person};
use frame_support::assert_ok;
use pallet_citizenship::{Call as Civic, Grounds};
use pallet_roll::Error;
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchResult,
};

const FIRST: RingId = RingId::Nation(0);

/// How the pool refuses with this error of the roll.
fn refused(error: Error<Runtime>) -> Result<DispatchResult, TransactionValidityError> {
	let number = match sp_runtime::DispatchError::from(error) {
		sp_runtime::DispatchError::Module(module) => module.error[0],
		other => panic!("not an error of a pallet: {other:?}"),
	};
	Err(TransactionValidityError::Invalid(InvalidTransaction::Custom(number)))
}

/// A new season whose roll is sealed and built.
fn open_roll(chain: &mut Chain) {
	chain.next_season();
	for _ in 0..20 {
		if Roll::roll_info().complete {
			return;
		}
		chain.next_block();
	}
	panic!("the roll is not complete after twenty blocks");
}

#[test]
fn an_account_without_a_token_speaks_for_somebody_and_nobody_knows_for_whom() {
	run(|chain| {
		let (nora, ballot) = (Person::new("Nora"), Person::new("a ballot"));
		chain.admit(&nora);
		open_roll(chain);
		let keys = Roll::ring_members(FIRST);
		assert_eq!(keys.len(), 5);
		let call = nora.enrolment(FIRST, Context::Nation, &ballot);
		for (nonce, tip) in [(1, 0), (0, 1)] {
			let copy = UncheckedExtrinsic::new_transaction(call.clone(), tx_extension(nonce, tip));
			let refused = TransactionValidityError::Invalid(InvalidTransaction::BadProof);
			assert_eq!(chain.validate(copy.clone()).err(), Some(refused), "a copy with a byte changed");
			assert_eq!(chain.include(copy), Err(refused));
		}
		assert_ok!(chain.include(chain.general(call.clone())).expect("the block accepts it"));
		let enrolment = pallet_roll::Enrolments::<Runtime>::get(ballot.account()).expect("it is enrolled");
		assert_eq!((enrolment.ballot.ring, enrolment.ballot.alias), (FIRST, nora.alias(Context::Nation)));
		assert!(Roll::is_ballot_account(&ballot.account()));
		assert!(System::account_exists(&ballot.account()), "the enrolment keeps the account alive");
		assert_eq!(ballot.free(), 0);
		assert_eq!(chain.include(chain.general(call)), refused(Error::AlreadyEnrolled), "a replay");
	});
}

#[test]
fn whoever_is_revoked_enrols_no_more_and_the_others_do() {
	run(|chain| {
		let nora = Person::new("Nora");
		let citizen = chain.admit(&nora);
		open_roll(chain);
		let old_ring = Roll::ring_members(FIRST);
		let in_time = nora.enrolment(FIRST, Context::Nation, &Person::new("one"));
		assert_ok!(Citizenship::revoke(
			RuntimeOrigin::root(),
			citizen,
			Grounds::Fraud,
			hash("two passports")
		));
		let sentence = pallet_citizenship::Sentences::<Runtime>::get(citizen).expect("she is sentenced");
		chain.go_to(sentence.effective_from);
		assert_ok!(Citizenship::execute_sentence(
			RuntimeOrigin::signed(Person::development("Bob").account()),
			citizen
		));
		assert_eq!(chain.include(chain.general(in_time.clone())), refused(Error::NotBuilt));
		chain.next_block();
		assert!(!Roll::ring_members(FIRST).contains(&nora.roll_key()), "the ring is built again at once");
		assert_eq!(chain.include(chain.general(in_time)), refused(Error::InvalidProof));
		let again = nora.enrolment_in(&old_ring, FIRST, Context::Nation, &Person::new("two"));
		assert_eq!(chain.include(chain.general(again)), refused(Error::InvalidProof), "the ring is another");
		let bob = Person::development("Bob").enrolment(FIRST, Context::Nation, &Person::new("three"));
		assert_ok!(chain.include(chain.general(bob)).expect("the others enrol as before"));
	});
}

/// The parts of an enrolment that a thief may change.
fn changed(call: &RuntimeCall, change: impl FnOnce(&mut pallet_roll::Call<Runtime>)) -> RuntimeCall {
	let mut call = call.clone();
	match &mut call {
		RuntimeCall::Roll(call) => change(call),
		other => panic!("not the roll's: {other:?}"),
	}
	call
}

#[test]
fn an_account_enrolled_for_ballots_becomes_nobodys() {
	run(|chain| {
		let (nora, ballot) = (Person::new("Nora"), Person::new("ballot"));
		chain.admit(&nora);
		open_roll(chain);
		let call = nora.enrolment(FIRST, Context::Nation, &ballot);
		assert_ok!(chain.include(chain.general(call)).expect("she has a seat"));
		let refused = Err(pallet_citizenship::Error::<Runtime>::BallotAccount.into());
		let sponsor = Civic::sponsor { applicant: ballot.account() };
		assert_eq!(chain.submit(&Person::development("Eve"), sponsor.into()), refused);
		let rotate = Civic::rotate { new_account: ballot.account() };
		assert_eq!(chain.submit(&Person::development("Bob"), rotate.into()), refused);
	});
}

#[test]
fn a_proof_is_for_one_account_one_season_and_one_member() {
	run(|chain| {
		let (bob, stranger, ballot) =
			(Person::development("Bob"), Person::new("a stranger"), Person::new("a ballot"));
		open_roll(chain);
		let good = bob.enrolment(FIRST, Context::Nation, &ballot);
		let try_with = |chain: &mut Chain, change: &dyn Fn(&mut pallet_roll::Call<Runtime>)| {
			chain.include(chain.general(changed(&good, change)))
		};
		let thief = Person::new("a thief").account();
		let stolen = try_with(chain, &|call| {
			if let pallet_roll::Call::enrol { account, .. } = call {
				*account = thief.clone();
			}
		});
		assert_eq!(stolen, refused(Error::NoConsent), "another account");
		// The thief consents, but the proof is for another account.
		let own = bob.enrolment(FIRST, Context::Nation, &Person::new("a thief"));
		let (pallet_roll::Call::enrol { proof, .. }, mut forged) = (enrol(&good), own.clone()) else {
			panic!("it is an enrolment")
		};
		forged = changed(&forged, |call| {
			if let pallet_roll::Call::enrol { proof: theirs, .. } = call {
				*theirs = proof;
			}
		});
		assert_eq!(chain.include(chain.general(forged)), refused(Error::InvalidProof));
		let early = try_with(chain, &|call| {
			if let pallet_roll::Call::enrol { season, .. } = call {
				*season += 1;
			}
		});
		assert_eq!(early, refused(Error::WrongSeason));
		let junk = try_with(chain, &|call| {
			if let pallet_roll::Call::enrol { proof, .. } = call {
				proof.fill(0xff);
			}
		});
		assert_eq!(junk, refused(Error::MalformedProof));
		let mut with_stranger = Roll::ring_members(FIRST);
		with_stranger[0] = stranger.roll_key();
		let strange = stranger.enrolment_in(&with_stranger, FIRST, Context::Nation, &ballot);
		assert_eq!(chain.include(chain.general(strange)), refused(Error::InvalidProof), "a stranger");
		let own = bob.enrolment(FIRST, Context::Nation, &Person::development("Bob"));
		assert_eq!(chain.include(chain.general(own)), refused(Error::NotSecret));
		assert_ok!(chain.include(chain.general(good.clone())).expect("the first proof is still good"));

		let seasons = Seasons::current().index;
		open_roll(chain);
		assert_eq!(Seasons::current().index, seasons + 1);
		assert_eq!(chain.include(chain.general(good)), refused(Error::WrongSeason), "a season later");
	});
}

#[test]
fn an_income_is_declared_by_proof_and_under_no_name_that_votes() {
	run(|chain| {
		let (bob, ballot) = (Person::development("Bob"), Person::new("a ballot"));
		open_roll(chain);
		let enrolment = bob.enrolment(FIRST, Context::Nation, &ballot);
		assert_ok!(chain.include(chain.general(enrolment)).expect("he enrols"));
		let accounts = frame_system::Account::<Runtime>::iter_keys().count();
		let call = bob.declaration(FIRST, 3);
		assert_ok!(chain.include(chain.general(call.clone())).expect("he declares"));
		assert_eq!(frame_system::Account::<Runtime>::iter_keys().count(), accounts, "no account is made");
		let declared = |context| Census::declaration(bob.alias(context)).map(|it| it.band);
		assert_eq!((declared(Context::Income), declared(Context::Nation)), (Some(3), None));
		assert!(chain.include(chain.general(call)).is_err(), "a replay");
		let again = bob.declaration(FIRST, 4);
		assert_ok!(chain.include(chain.general(again)).expect("he changes his mind"));
		assert_eq!(declared(Context::Income), Some(4));
		let tampered = match bob.declaration(FIRST, 5) {
			RuntimeCall::Census(pallet_census::Call::declare_income {
				season,
				ring,
				alias,
				count,
				at,
				proof,
				..
			}) => RuntimeCall::Census(pallet_census::Call::declare_income {
				season,
				ring,
				band: 15,
				alias,
				count,
				at,
				proof,
			}),
			other => panic!("not the census': {other:?}"),
		};
		assert!(chain.include(chain.general(tampered)).is_err());
		assert_eq!(declared(Context::Income), Some(4));
		assert_eq!(Census::preview().incomes.value[0], 1, "a band of one is not shown");
	});
}

#[test]
fn an_attestation_brings_the_next_seasons_key_and_the_old_one_opens_nothing_new() {
	run(|chain| {
		let bob = Person::development("Bob");
		open_roll(chain);
		let (next, key) = bob.with_next_key("Bob's second season");
		assert_ok!(chain.submit(&bob, pallet_census::Call::attest { next: Some(key) }.into()));
		let now = bob.enrolment(FIRST, Context::Nation, &Person::new("this season"));
		assert_ok!(chain.include(chain.general(now)).expect("the old key serves until the next sealing"));
		for other in ["Alice", "Charlie"].map(Person::development) {
			assert_ok!(chain.submit(&other, pallet_census::Call::attest { next: None }.into()));
		}
		open_roll(chain);
		let keys = Roll::ring_members(FIRST);
		assert!(keys.contains(&next.roll_key()) && !keys.contains(&bob.roll_key()));
		let later = next.enrolment(FIRST, Context::Nation, &Person::new("next season"));
		assert_ok!(chain.include(chain.general(later)).expect("the new key serves"));
	});
}

#[test]
fn attesting_keeps_a_seat_and_silence_gives_it_up() {
	run(|chain| {
		let (bob, charlie) = (Person::development("Bob"), Person::development("Charlie"));
		let on_the_roll = |who: &Person| Roll::ring_members(FIRST).contains(&who.roll_key());
		for _ in 0..3 {
			open_roll(chain);
			assert_ok!(chain.submit(&bob, pallet_census::Call::attest { next: None }.into()));
		}
		assert!(on_the_roll(&bob));
		assert!(!on_the_roll(&charlie), "not seen for a whole season");
		assert_ok!(chain.submit(&charlie, pallet_census::Call::attest { next: None }.into()));
		open_roll(chain);
		assert!(on_the_roll(&charlie), "back with the next roll");
		assert_ok!(chain.submit(&charlie, Civic::renounce {}.into()));
		open_roll(chain);
		assert!(!on_the_roll(&charlie));
	});
}

/// The roll's call in a runtime call.
fn enrol(call: &RuntimeCall) -> pallet_roll::Call<Runtime> {
	match call {
		RuntimeCall::Roll(call) => call.clone(),
		other => panic!("not the roll's: {other:?}"),
	}
}
