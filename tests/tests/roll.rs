//! The roll on a whole chain: seats follow citizenship, and ballots need neither money nor a name.

use civitas_primitives::{Context, RingId};
use civitas_runtime::{Citizenship, Roll, Runtime, RuntimeCall, RuntimeOrigin, Seasons, System};
use civitas_tests::{hash, run, Chain, Person};
use frame_support::assert_ok;
use pallet_citizenship::{Call as Civic, Grounds};
use pallet_roll::{Error, Voice};
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
		let call = nora.enrolment(FIRST, Context::Nation, &ballot.account());
		assert_ok!(chain.include(chain.general(call.clone())).expect("the block accepts it"));
		let enrolment = pallet_roll::Enrolments::<Runtime>::get(ballot.account()).expect("it is enrolled");
		assert_eq!((enrolment.ballot.ring, enrolment.voice), (FIRST, Voice::Live));
		assert!(System::account_exists(&ballot.account()), "the enrolment keeps the account alive");
		assert_eq!(ballot.free(), 0);
		assert_eq!(chain.include(chain.general(call)), refused(Error::AlreadyEnrolled), "a replay");
	});
}

#[test]
fn whoever_is_revoked_loses_the_seat_at_the_next_sealing_and_no_earlier() {
	run(|chain| {
		let nora = Person::new("Nora");
		let citizen = chain.admit(&nora);
		open_roll(chain);
		let old_ring = Roll::ring_members(FIRST);
		assert_ok!(Citizenship::revoke(
			RuntimeOrigin::root(),
			citizen,
			Grounds::Fraud,
			hash("two passports")
		));

		// Nobody knows which alias is hers, so this season's stays.
		let call = nora.enrolment(FIRST, Context::Nation, &Person::new("one").account());
		assert_ok!(chain.include(chain.general(call)).expect("her seat is still there"));
		for other in ["Alice", "Bob", "Charlie"].map(Person::development) {
			assert_ok!(chain.submit(&other, pallet_census::Call::attest {}.into()));
		}

		open_roll(chain);
		assert!(!Roll::ring_members(FIRST).contains(&nora.roll_key()));
		let account = Person::new("two").account();
		let call = nora.enrolment_in(&old_ring, FIRST, Context::Nation, &account);
		assert_eq!(chain.include(chain.general(call)), refused(Error::InvalidProof), "the ring is another");
	});
}

#[test]
fn a_proof_is_for_one_account_one_season_and_one_member() {
	run(|chain| {
		let (bob, stranger) = (Person::development("Bob"), Person::new("a stranger"));
		open_roll(chain);
		let account = Person::new("one").account();
		let good = bob.enrolment(FIRST, Context::Nation, &account);
		let pallet_roll::Call::enrol { season, ring, context, alias, proof, .. } = enrol(&good) else {
			panic!("it is an enrolment")
		};
		let with = |season, account, proof| {
			RuntimeCall::from(pallet_roll::Call::enrol { season, ring, context, account, alias, proof })
		};
		let other = Person::new("a thief").account();
		let stolen = with(season, other.clone(), proof.clone());
		assert_eq!(chain.include(chain.general(stolen)), refused(Error::InvalidProof), "another account");
		let early = with(season + 1, account.clone(), proof.clone());
		assert_eq!(chain.include(chain.general(early)), refused(Error::WrongSeason));
		let junk = with(season, account.clone(), Box::new([0xff; 785]));
		assert_eq!(chain.include(chain.general(junk)), refused(Error::MalformedProof));
		let mut with_stranger = Roll::ring_members(FIRST);
		with_stranger[0] = stranger.roll_key();
		let strange = stranger.enrolment_in(&with_stranger, FIRST, Context::Nation, &other);
		assert_eq!(chain.include(chain.general(strange)), refused(Error::InvalidProof), "a stranger");
		let own = bob.enrolment(FIRST, Context::Nation, &Person::development("Bob").account());
		assert_eq!(chain.include(chain.general(own)), refused(Error::NotSecret));
		assert_ok!(chain.include(chain.general(good)).expect("the first proof is still good"));

		let seasons = Seasons::current().index;
		open_roll(chain);
		assert_eq!(Seasons::current().index, seasons + 1);
		let late = with(season, other, proof);
		assert_eq!(chain.include(chain.general(late)), refused(Error::WrongSeason), "a season later");
	});
}

#[test]
fn attesting_keeps_a_seat_and_silence_gives_it_up() {
	run(|chain| {
		let (bob, charlie) = (Person::development("Bob"), Person::development("Charlie"));
		let on_the_roll = |who: &Person| Roll::ring_members(FIRST).contains(&who.roll_key());
		for _ in 0..3 {
			open_roll(chain);
			assert_ok!(chain.submit(&bob, pallet_census::Call::attest {}.into()));
		}
		assert!(on_the_roll(&bob));
		assert!(!on_the_roll(&charlie), "not seen for a whole season");
		assert_ok!(chain.submit(&charlie, pallet_census::Call::attest {}.into()));
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
