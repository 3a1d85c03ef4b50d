// SPDX-License-Identifier: Apache-2.0
//! The pallet's behaviour, one rule a test. This file holds what the tests share.

mod admitting;
mod applying;
mod capture;
mod challenging;
mod free_calls;
mod genesis;
mod intake;
mod invariants;
mod justice;
mod leaving;
mod migrating;
mod origins;
mod properties;
mod rotating;
mod sponsoring;
mod vouching;

use crate::{mock::*, *};
// The pallet, not the storage item of the same name.
use crate::mock::{BallotAccounts, Citizenship};
use civitas_primitives::{Citizenry, CitizenshipChange, FounderPower, Founders, Passport, Standing, Tier};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless, traits::GetCallName};
use sp_io::hashing::blake2_256;
use sp_runtime::{
	traits::{BadOrigin, Dispatchable},
	DispatchError, TokenError,
};

type Event = crate::Event<Test>;
type Error = crate::Error<Test>;
type Call = crate::Call<Test>;

/// The citizens of the genesis, by number.
pub const ADA: CitizenId = 0;
pub const BEN: CitizenId = 1;
pub const CLEO: CitizenId = 2;
pub const DORA: CitizenId = 3;
/// The first citizen after them: Hope in [`scene`].
pub const HOPE: CitizenId = 4;
/// The next one: Rosa in [`scene`].
pub const ROSA: CitizenId = 5;

pub fn signed(who: Account) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

/// The hash of a text kept off chain.
pub fn hash(text: &str) -> H256 {
	H256(blake2_256(text.as_bytes()))
}

/// The charter in force.
pub fn charter() -> CharterRef {
	InForce::get()
}

/// Puts another version of the charter in force.
pub fn amend_charter() {
	let version = charter().version + 1;
	InForce::set(CharterRef { version, hash: hash(&format!("charter {version}")) });
}

/// The proof that `who` holds the secret of `key`.
pub fn proof(who: &Account, key: &RollKey) -> PossessionProof {
	sign(key, &Citizenship::possession_message(who, key))
}

/// `name` applies with a good key, a good proof and today's charter, with a sponsor's deposit if there is one.
pub fn apply(name: &str) -> DispatchResult {
	apply_with(name, charter(), key(name, 0))
}

pub fn apply_with(name: &str, charter: CharterRef, key: RollKey) -> DispatchResult {
	let who = account(name);
	let source = match Sponsorships::<Test>::contains_key(&who) {
		true => DepositSource::Sponsored,
		false => DepositSource::Own,
	};
	let proof = proof(&who, &key);
	Citizenship::apply(signed(who), charter, key, proof, hash(name), source)
}

/// Gus pays for `name`, who applies.
pub fn apply_sponsored(name: &str) {
	assert_ok!(Citizenship::sponsor(signed(gus()), account(name)));
	assert_ok!(apply(name));
}

/// Ben, Cleo and Dora stand behind `name`: as many as an admission needs.
pub fn vouch_enough(name: &str) {
	for voucher in [ben(), cleo(), dora()] {
		assert_ok!(Citizenship::vouch(signed(voucher), account(name)));
	}
}

/// Makes `name` a citizen who owns nothing: Gus pays the deposit, the founder admits.
pub fn make_citizen(name: &str) -> CitizenId {
	apply_sponsored(name);
	assert_ok!(Citizenship::admit(signed(ada()), account(name)));
	Citizenship::citizen(&account(name)).expect("just admitted")
}

/// Makes `name` a citizen for whom Ben, Cleo and Dora have vouched, at once.
pub fn make_vouched_citizen(name: &str) -> CitizenId {
	apply_sponsored(name);
	vouch_enough(name);
	assert_ok!(Citizenship::admit(signed(ada()), account(name)));
	Citizenship::citizen(&account(name)).expect("just admitted")
}

/// Cleo objects to the application of `name`.
pub fn challenge(name: &str) {
	assert_ok!(Citizenship::challenge(signed(cleo()), account(name), hash("Cleo's reasons")));
}

/// Decides the challenge that is open against `name`.
pub fn rule(origin: RuntimeOrigin, name: &str, ruling: Ruling) -> DispatchResult {
	let challenge = application(name).challenge.expect("is challenged");
	Citizenship::rule(origin, account(name), challenge.challenger, challenge.challenged_at, ruling)
}

/// Carries out the sentence against `citizen` as if the appeal period were over.
pub fn enforce(citizen: CitizenId) {
	Sentences::<Test>::mutate(citizen, |sentence| {
		sentence.as_mut().expect("is sentenced").effective_from = System::block_number();
	});
	assert_ok!(Citizenship::execute_sentence(signed(gus()), citizen));
}

/// Suspends a citizen at once.
pub fn suspend(citizen: CitizenId) {
	assert_ok!(Citizenship::suspend(root(), citizen, hash("suspended")));
	enforce(citizen);
}

/// Revokes a citizenship at once.
pub fn revoke(citizen: CitizenId, grounds: Grounds) {
	assert_ok!(Citizenship::revoke(root(), citizen, grounds, hash("verdict")));
	enforce(citizen);
}

/// Ben, or whoever else is `who`, moves to `new`.
pub fn move_to(who: Account, new: Account) {
	let citizen = Citizenship::citizen(&who).expect("is a citizen");
	assert_ok!(Citizenship::rotate(signed(who), new.clone()));
	assert_ok!(Citizenship::accept_rotation(signed(new), citizen));
}

/// The vouchers of an application, oldest vouch first.
pub fn vouchers(name: &str) -> Vec<CitizenId> {
	application(name).vouchers().to_vec()
}

/// The justice track, which is held to its limit each season.
pub fn justice() -> RuntimeOrigin {
	signed(account("Justice"))
}

/// Gus gives `name` so much.
pub fn give(name: &str, amount: Balance) {
	assert_ok!(Balances::transfer_allow_death(signed(gus()), account(name), amount));
}

pub fn run_to(block: u64) {
	assert!(block >= System::block_number(), "time runs forward");
	System::set_block_number(block);
}

pub fn turn_season() {
	CurrentSeason::mutate(|season| *season += 1);
}

/// The pallet's events since the last time one asked.
pub fn events() -> Vec<Event> {
	let events = System::read_events_for_pallet();
	System::reset_events();
	events
}

/// What other pallets have heard since the last time one asked.
pub fn changes() -> Vec<(CitizenId, CitizenshipChange)> {
	CHANGES.take()
}

pub fn citizen(id: CitizenId) -> CitizenOf<Test> {
	Citizens::<Test>::get(id).expect("is a citizen")
}

pub fn application(name: &str) -> ApplicationOf<Test> {
	Applications::<Test>::get(account(name)).expect("has applied")
}

pub fn has_applied(name: &str) -> bool {
	Applications::<Test>::contains_key(account(name))
}

pub fn headcount() -> (u32, u32) {
	let Headcount { active, suspended } = <Citizenship as Citizenry<Account>>::headcount();
	(active, suspended)
}

/// What `who` can spend.
pub fn free(who: Account) -> Balance {
	Balances::free_balance(who)
}

/// What is held from `who` as deposits.
pub fn deposits(who: Account) -> Balance {
	Balances::balance_on_hold(&HoldReason::ApplicationDeposit.into(), &who)
}

/// What is held from `who` as bonds.
pub fn bonds(who: Account) -> Balance {
	Balances::balance_on_hold(&HoldReason::ChallengeBond.into(), &who)
}

/// What keeps an account alive: its providers and its sufficient references.
pub fn references(who: Account) -> (u32, u32) {
	(System::providers(&who), System::sufficients(&who))
}

/// A scene with somebody in every position, at block 61.
///
/// - Ada is the founder; Ben, Cleo and Dora are citizens. Dora has three open vouches, Ben and Cleo two.
/// - Hope is a suspended citizen who owns 100, and is sentenced since this very block. Nia is a citizen since this very
///   block, on probation. Rosa is sentenced, and her appeal period is over. Dora has named another account.
/// - Eve has paid her own deposit and has one vouch, Ben's.
/// - Finn is sponsored by Gus and has not applied.
/// - Iris has all vouches and has waited long enough. Mona has the vouches, too, but applied just now.
/// - Jack's application has lapsed. Kim's is challenged by Cleo. Leo's is challenged by Dora, and since this very
///   block nobody has ruled in time.
/// - Pia has accepted an older charter.
/// - Gus is a stranger. Olga has no account at all.
pub fn scene() {
	assert_eq!(make_citizen("Hope"), HOPE);
	assert_eq!(make_citizen("Rosa"), ROSA);
	suspend(HOPE);
	give("Hope", 100);
	apply_sponsored("Jack");
	assert_ok!(Citizenship::vouch(signed(dora()), account("Jack")));
	run_to(30);
	apply_sponsored("Iris");
	vouch_enough("Iris");
	apply_sponsored("Leo");
	run_to(61 - RULING_PERIOD);
	assert_ok!(Citizenship::challenge(signed(dora()), account("Leo"), hash("Dora's reasons")));
	assert_ok!(Citizenship::suspend(root(), ROSA, hash("suspended")));
	run_to(61);
	let nia = make_citizen("Nia");
	OnProbation::set(vec![nia]);
	assert_ok!(Citizenship::revoke(root(), HOPE, Grounds::Breach, hash("verdict")));
	assert_ok!(Citizenship::rotate(signed(dora()), account("Dora's phone")));
	assert_ok!(apply("Eve"));
	assert_ok!(Citizenship::vouch(signed(ben()), eve()));
	apply_sponsored("Kim");
	challenge("Kim");
	apply_sponsored("Mona");
	for voucher in [ada(), cleo(), dora()] {
		assert_ok!(Citizenship::vouch(signed(voucher), account("Mona")));
	}
	assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
	apply_sponsored("Pia");
	Applications::<Test>::mutate(account("Pia"), |pia| {
		pia.as_mut().expect("has applied").charter = CharterRef { version: 0, hash: hash("before") };
	});
	System::reset_events();
}
