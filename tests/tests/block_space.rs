// SPDX-License-Identifier: Apache-2.0
//! Free civic acts and full blocks: whoever pays waits, and old transactions of accounts that are gone stay dead.

use civitas_primitives::{Context, RingId};
use civitas_runtime::{
	fees, governance::origins::Origin, AccountId, Citizenship, Roll, Runtime, RuntimeCall, System,
	UncheckedExtrinsic, CIV,
};
use civitas_tests::{run, Chain, Person};
use frame_support::{assert_ok, traits::Bounded, weights::Weight};
use pallet_block_space::{Lane, Used, MAX_AHEAD, MAX_PAID_PRIORITY};
use pallet_citizenship::Call as Civic;
use pallet_quadratic_voting::Vote;
use pallet_recovery_friends::{Call as Recovery, Friends};
use parity_scale_codec::Encode;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionPriority, TransactionValidityError};

const FIRST: RingId = RingId::Nation(0);
const STALE: TransactionValidityError = TransactionValidityError::Invalid(InvalidTransaction::Stale);
const FULL: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources);

fn attest() -> RuntimeCall {
	pallet_census::Call::attest { next: None }.into()
}

fn transfer(to: &Person) -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive { dest: to.account().into(), value: 1 }.into()
}

fn priority(chain: &Chain, transaction: UncheckedExtrinsic) -> TransactionPriority {
	chain.validate(transaction).expect("the pool takes it").priority
}

/// Citizens without a token, and what each of them may do free of charge in an open season: the name of the act, the
/// transaction and its lane.
fn free_acts(chain: &mut Chain) -> Vec<(&'static str, UncheckedExtrinsic, Lane)> {
	let [nora, oskar, pia, quin, rosa] = ["Nora", "Oskar", "Pia", "Quin", "Rosa"].map(Person::new);
	let (alice, bob) = (Person::development("Alice"), Person::development("Bob"));
	for newcomer in [&nora, &oskar] {
		chain.admit(newcomer);
	}
	chain.next_season();
	for _ in 0..20 {
		if Roll::roll_info().complete {
			break;
		}
		chain.next_block();
	}
	// She has no seat yet. Whoever has one ends the ring with it, and with the ring the proofs for it that wait.
	chain.admit(&rosa);

	let submit = pallet_referenda::Call::submit {
		proposal_origin: Box::new(Origin::Law.into()),
		proposal: Bounded::Inline(
			RuntimeCall::from(frame_system::Call::remark { remark: vec![1] })
				.encode()
				.try_into()
				.expect("it is short"),
		),
		enactment_moment: frame_support::traits::schedule::DispatchTime::After(1),
	};
	assert_ok!(chain.submit(&alice, submit.into()));
	let ballot = Person::new("Nora's ballot");
	let enrolment = nora.enrolment(FIRST, Context::Nation, &ballot);
	assert_ok!(chain.include(chain.general(enrolment)).expect("it is valid"));
	for applicant in [&pia, &quin] {
		assert_ok!(chain.submit(&bob, Civic::sponsor { applicant: applicant.account() }.into()));
	}
	assert_ok!(chain.submit(&quin, quin.application()));

	let second = Person::new("Oskar's ballot");
	let vote = pallet_quadratic_voting::Call::vote { poll: 0, vote: Vote::Aye(2) };
	let friends = Friends::truncate_from(vec![1, 2, 3]);
	let acts = vec![
		("renounce", rosa.sign(Civic::renounce {}.into()), Lane::Voice),
		("attest", nora.sign(attest()), Lane::Voice),
		("vote", ballot.sign(vote.into()), Lane::Voice),
		("apply", pia.sign(pia.application()), Lane::Acts),
		("vouch", bob.sign(Civic::vouch { applicant: quin.account() }.into()), Lane::Acts),
		("withdraw_application", quin.sign(Civic::withdraw_application {}.into()), Lane::Acts),
		("name_friends", oskar.sign(Recovery::name_friends { friends, needed: 2 }.into()), Lane::Acts),
		("enrol", chain.general(oskar.enrolment(FIRST, Context::Nation, &second)), Lane::Enrolment),
	];
	for penniless in [&nora, &oskar, &pia, &quin, &rosa, &ballot] {
		assert_eq!(penniless.free(), 0);
	}
	acts
}

#[test]
fn every_free_act_goes_before_the_largest_tip() {
	run(|chain| {
		let acts = free_acts(chain);
		let eve = Person::development("Eve");
		let nonce = *System::account_nonce(eve.account());
		let richest = eve.sign_with_tip(transfer(&eve), nonce, 900_000 * CIV);
		assert_eq!(priority(chain, richest), MAX_PAID_PRIORITY);
		for (name, act, lane) in acts {
			// Within its lane, the newest enrolment of an alias goes first.
			let priority = priority(chain, act);
			assert!((lane.priority()..lane.priority() + (1 << 60)).contains(&priority), "{name}: {priority}");
			assert!(lane.priority() > MAX_PAID_PRIORITY);
		}
	});
}

#[test]
fn requests_to_seal_and_to_build_go_before_everything() {
	run(|chain| {
		chain.next_season();
		let season = civitas_runtime::Seasons::current().index;
		let seal = chain.general(pallet_roll::Call::seal { season }.into());
		assert_eq!(priority(chain, seal), Lane::Upkeep.priority());
		assert!([Lane::Voice, Lane::Acts, Lane::Enrolment].iter().all(|lane| *lane < Lane::Upkeep));
	});
}

/// Transactions by somebody rich: each takes a fiftieth of a block, and they pay tips.
fn flood(count: u32) -> Vec<UncheckedExtrinsic> {
	let (eve, to) = (Person::development("Eve"), Person::development("Ferdie"));
	let nonce = *System::account_nonce(eve.account());
	let batch = || pallet_utility::Call::batch { calls: vec![transfer(&to); 250] };
	(0..count).map(|n| eve.sign_with_tip(batch().into(), nonce + n, 10 * CIV)).collect()
}

/// Includes what fits, in the order in which the pool offers it to an author. Returns what waits on.
fn make_block(chain: &mut Chain, pool: Vec<UncheckedExtrinsic>) -> Vec<UncheckedExtrinsic> {
	let mut ordered: Vec<_> = pool
		.into_iter()
		.enumerate()
		.map(|(arrival, it)| (core::cmp::Reverse(priority(chain, it.clone())), arrival, it))
		.collect();
	ordered.sort_by_key(|(priority, arrival, _)| (*priority, *arrival));
	ordered
		.into_iter()
		.filter_map(|(.., it)| match chain.include(it.clone()) {
			Ok(outcome) => {
				assert_ok!(outcome);
				None
			}
			Err(TransactionValidityError::Invalid(
				InvalidTransaction::ExhaustsResources | InvalidTransaction::Future,
			)) => Some(it),
			Err(error) => panic!("{error:?}"),
		})
		.collect()
}

#[test]
fn full_blocks_take_every_free_act_and_still_serve_those_who_pay() {
	run(|chain| {
		let acts = free_acts(chain);
		chain.next_block();
		// Two full blocks wait already when the civic acts arrive.
		let mut pool = flood(100);
		pool.extend(acts.iter().map(|(_, act, _)| act.clone()));
		let waiting = make_block(chain, pool);
		for (name, act, _) in &acts {
			assert!(!waiting.contains(act), "{name} waits");
		}
		assert!((30..70).contains(&waiting.len()), "{} of the flood wait", waiting.len());
		let full = System::block_weight().get(frame_support::dispatch::DispatchClass::Normal).ref_time();
		assert!(full > 1_350_000_000_000, "the block is full: {full}");
	});
}

#[test]
fn free_acts_wait_when_their_share_is_used_up_and_those_who_pay_do_not() {
	run(|chain| {
		let acts = free_acts(chain);
		chain.next_block();
		let limit = civitas_runtime::BlockSpace::limit();
		Used::<Runtime>::put((System::block_number(), limit.saturating_sub(Weight::from_parts(1, 0))));
		let eve = Person::development("Eve");
		for (name, act, _) in &acts {
			assert_eq!(chain.include(act.clone()), Err(FULL), "{name}");
			assert_ok!(chain.validate(act.clone()));
		}
		assert_ok!(chain.submit(&eve, transfer(&eve)));
		chain.next_block();
		for (name, act, _) in acts {
			// Bob vouches for Quin, who has withdrawn by then.
			if name != "withdraw_application" {
				assert_ok!(chain.include(act).unwrap_or_else(|error| panic!("{name}: {error:?}")));
			}
		}
	});
}

#[test]
fn one_citizen_cannot_fill_the_pool_with_free_acts() {
	run(|chain| {
		let nora = Person::new("Nora");
		chain.admit(&nora);
		chain.next_season();
		let nonce = *System::account_nonce(nora.account());
		// The pool sees each of them as free, since the first one has not been included yet.
		let of = |ahead| priority(chain, nora.sign_with_nonce(attest(), nonce + ahead));
		assert_eq!(of(0), Lane::Voice.priority());
		assert_eq!(of(MAX_AHEAD - 1), Lane::Voice.priority());
		assert_eq!(of(MAX_AHEAD), 0);
		assert_eq!(of(5_000), 0);
	});
}

#[test]
fn nobody_replays_what_an_account_sent_before_it_was_reaped() {
	run(|chain| {
		let (nora, bob, eve) = (Person::new("Nora"), Person::development("Bob"), Person::development("Eve"));
		let alice = Person::development("Alice");
		let applicant = nora.account();
		let sponsor = || RuntimeCall::from(Civic::sponsor { applicant: nora.account() });
		assert_ok!(chain.submit(&bob, sponsor()));
		let application = nora.sign(nora.application());
		assert_ok!(chain.include(application.clone()).expect("it is valid"));
		assert_ok!(chain.submit(&alice, Civic::admit { applicant: applicant.clone() }.into()));
		let leaving = nora.sign(Civic::renounce {}.into());
		assert_ok!(chain.include(leaving.clone()).expect("it is valid"));
		assert!(!System::account_exists(&applicant), "nothing of her is left");

		// Eve wants her back, as an applicant first.
		chain.next_block();
		assert_ok!(chain.submit(&eve, sponsor()));
		assert_eq!(chain.include(application.clone()), Err(STALE));
		assert_eq!(chain.include(leaving.clone()), Err(STALE));
		assert!(Citizenship::application_info(&applicant).is_none());

		// Nora comes back by her own will, and Eve wants her out.
		assert_ok!(chain.submit(&nora, nora.application()));
		assert_ok!(chain.submit(&alice, Civic::admit { applicant: applicant.clone() }.into()));
		assert_eq!(chain.include(leaving), Err(STALE));
		assert_eq!(chain.include(application), Err(STALE));
		assert!(Citizenship::citizen_of(applicant).is_some());
	});
}

#[test]
fn an_account_that_lived_for_one_block_is_not_replayed_either() {
	run(|chain| {
		let (nora, bob) = (Person::new("Nora"), Person::development("Bob"));
		let sponsor = || RuntimeCall::from(Civic::sponsor { applicant: nora.account() });
		assert_ok!(chain.submit(&bob, sponsor()));
		let sent = [nora.application(), Civic::withdraw_application {}.into()].map(|call| {
			let transaction = nora.sign(call);
			assert_ok!(chain.include(transaction.clone()).expect("it is valid"));
			transaction
		});
		assert!(!System::account_exists(&nora.account()), "the sponsorship has ended with the application");
		chain.next_block();
		assert_ok!(chain.submit(&bob, sponsor()));
		for old in sent {
			assert_eq!(chain.include(old), Err(STALE));
		}
	});
}

fn fee(transaction: UncheckedExtrinsic) -> u128 {
	let length = transaction.encoded_size() as u32;
	let info = fees::of_transaction(transaction.clone(), length);
	let details = fees::details_of_transaction(transaction, length);
	assert_eq!(details.final_fee(), info.partial_fee, "both answers agree");
	info.partial_fee
}

#[test]
fn wallets_are_told_that_free_acts_cost_nothing_and_what_others_cost() {
	run(|chain| {
		let acts = free_acts(chain);
		for (name, act, _) in acts {
			assert_eq!(fee(act), 0, "{name}");
		}
		let (nora, eve) = (Person::new("Nora"), Person::development("Eve"));
		assert!(fee(eve.sign(transfer(&eve))) > CIV / 1_000);
		assert!(fee(eve.sign(attest())) > CIV / 1_000, "Eve is no citizen");
		assert_ok!(chain.submit(&nora, attest()));
		assert!(fee(nora.sign(attest())) > CIV / 1_000, "the second time is not free");
	});
}

#[test]
fn a_call_without_a_signer_is_answered_for_somebody_who_must_pay() {
	run(|chain| {
		let fee = |call: RuntimeCall| {
			let details = fees::details_of_call(call.clone(), 200);
			let info = fees::of_call(call, 200);
			assert_eq!(details.final_fee(), info.partial_fee, "both answers agree");
			info.partial_fee
		};
		let eve = Person::development("Eve");
		assert!(fee(transfer(&eve)) > 0 && fee(attest()) > 0);
		chain.next_season();
		let season = civitas_runtime::Seasons::current().index;
		assert_eq!(fee(pallet_roll::Call::seal { season }.into()), 0);
	});
}

/// Names recovery friends for `who`, free of charge.
fn name_friends(chain: &mut Chain, who: &Person, friends: &[&Person]) {
	let mut ids: Vec<_> = friends
		.iter()
		.map(|friend| Citizenship::citizen_of(friend.account()).expect("friends are citizens"))
		.collect();
	ids.sort();
	let friends = Friends::truncate_from(ids);
	assert_ok!(chain.submit(who, Recovery::name_friends { friends, needed: 2 }.into()));
}

#[test]
fn who_owns_nothing_gets_a_lost_citizenship_back_through_friends() {
	run(|chain| {
		let [nora, oskar, pia] = ["Nora", "Oskar", "Pia"].map(Person::new);
		let citizen = chain.admit(&nora);
		chain.admit(&oskar);
		chain.admit(&pia);
		name_friends(chain, &nora, &[&oskar, &pia]);

		// Nora has lost her phone. Her friends own nothing either.
		let phone = Person::new("Nora's next phone");
		let support = || RuntimeCall::from(Recovery::support { citizen, new_account: phone.account() });
		assert_ok!(chain.submit(&oskar, support()));
		assert_ok!(chain.submit(&pia, support()));
		let complete = || RuntimeCall::from(Recovery::complete { citizen });
		let period = <civitas_runtime::parameters::ChallengePeriod as frame_support::traits::Get<u32>>::get();
		chain.go_to(System::block_number() + period - 1);
		assert!(chain.include(oskar.sign(complete())).is_err(), "a block too early");
		chain.next_block();
		assert_ok!(chain.submit(&oskar, complete()));
		assert_eq!(Citizenship::citizen_of(phone.account()), None, "nobody gets what they did not ask for");
		assert_ok!(chain.submit(&phone, Civic::accept_rotation { citizen }.into()));
		assert_eq!(Citizenship::citizen_of(phone.account()), Some(citizen));
		assert_eq!(Citizenship::citizen_of(nora.account()), None);
		chain.next_season();
		assert_ok!(chain.submit(&phone, attest()));
		for person in [&nora, &oskar, &pia, &phone] {
			assert_eq!(person.free(), 0);
		}
	});
}

#[test]
fn false_friends_are_stopped_by_the_key_that_is_not_lost() {
	run(|chain| {
		let [nora, thief] = ["Nora", "a thief"].map(Person::new);
		let [bob, charlie] = ["Bob", "Charlie"].map(Person::development);
		let citizen = chain.admit(&nora);
		name_friends(chain, &nora, &[&bob, &charlie]);
		for friend in [&bob, &charlie] {
			let support = Recovery::support { citizen, new_account: thief.account() };
			assert_ok!(chain.submit(friend, support.into()));
		}
		chain.go_to(System::block_number() + 20);
		assert_ok!(chain.submit(&nora, Recovery::stop {}.into()));
		let complete = Recovery::complete { citizen };
		assert!(chain.submit(&bob, complete.into()).is_err());
		assert_eq!(Citizenship::citizen_of(nora.account()), Some(citizen));
	});
}

#[test]
fn whoever_leaves_takes_their_recovery_along() {
	run(|chain| {
		let nora = Person::new("Nora");
		let citizen = chain.admit(&nora);
		let [bob, charlie] = ["Bob", "Charlie"].map(Person::development);
		name_friends(chain, &nora, &[&bob, &charlie]);
		assert_ok!(chain.submit(&nora, Civic::renounce {}.into()));
		assert!(pallet_recovery_friends::Circles::<Runtime>::get(citizen).is_none());
		let new_account: AccountId = Person::new("somebody").account();
		let support = Recovery::support { citizen, new_account };
		assert!(chain.submit(&bob, support.into()).is_err());
	});
}
