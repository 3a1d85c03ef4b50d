// SPDX-License-Identifier: Apache-2.0
//! A poll that waits behind others until nobody can vote against it, on the whole chain.
//!
//! Before polls could be void, 11 of 100 voters replaced Article 2 in this way, which is entrenched.

use civitas_primitives::{Alias, Ballot, Context, RingId, Tier};
use civitas_runtime::{
	governance::{origins::Origin, tracks},
	AccountId, Balances, Charter, OriginCaller, Polls, Preimage, QuadraticVoting, Referenda, Roll, Runtime,
	RuntimeCall, RuntimeOrigin, Seasons, System, CIV,
};
use civitas_tests::{genesis, Chain, Person};
use frame_support::{
	assert_noop, assert_ok,
	traits::{schedule::DispatchTime, StorePreimage},
};
use frame_system::RawOrigin;
use pallet_charter::{Change, Changes, Text};
use pallet_polls::PollState;
use pallet_quadratic_voting::Vote;
use pallet_referenda::{ReferendumInfo, ReferendumInfoFor};
use pallet_roll::{Aliases, Enrolment, Enrolments, Phase, Speaker};
use parity_scale_codec::Encode;
use sp_io::hashing::blake2_256;

fn signed(who: &AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.clone())
}

fn account(of: &str, n: u32) -> AccountId {
	AccountId::from(blake2_256(&(of, n).encode()))
}

/// Enrols an account for the nation in `season` without a proof: its alias is a hash.
fn enrol(account: &AccountId, season: u32) {
	let alias: Alias = blake2_256(&(b"alias", account).encode());
	let ring = RingId::Nation(0);
	let ballot = Ballot { season, context: Context::Nation, ring, alias };
	Enrolments::<Runtime>::insert(account, Enrolment { ballot });
	let speaker = Speaker { account: account.clone(), used: 1, since: System::block_number() };
	Aliases::<Runtime>::insert(season, (Context::Nation, alias), speaker);
	System::inc_sufficients(account);
}

/// Somebody proposes. Alice pays for all, as if each had another author.
fn propose(who: &AccountId, origin: OriginCaller, call: impl Into<RuntimeCall>) -> u32 {
	pallet_polls::Open::<Runtime>::remove(0);
	let index = pallet_referenda::ReferendumCount::<Runtime>::get();
	let proposal = Preimage::bound(call.into()).expect("it is not too long");
	assert_ok!(Referenda::submit(signed(who), Box::new(origin), proposal, DispatchTime::After(0)));
	assert_ok!(Referenda::place_decision_deposit(signed(who), index));
	index
}

fn replace(number: u32, words: &str) -> pallet_charter::Call<Runtime> {
	let text = Text::try_from(words.as_bytes().to_vec()).expect("it is short");
	let changes: Changes = vec![Change::Replace { number, text }].try_into().expect("it is one");
	let base = Charter::base_for(changes.clone(), Default::default()).expect("there is such an article");
	pallet_charter::Call::amend { base, changes, parameters: Default::default() }
}

fn reads(number: u32) -> String {
	let info = Charter::article_info(number, None).expect("there is such an article");
	String::from_utf8(info.article.text.into_inner()).expect("it is readable")
}

/// A coalition parks a poll behind so many others, votes for it in the last block of its voters' time, and waits.
fn parked(origin: OriginCaller, blockers: u32, from: u32, coalition: u32, article: u32) {
	genesis().execute_with(|| {
		let mut chain = Chain::open();
		let alice = Person::development("Alice").account();
		pallet_census::ReachedTier::<Runtime>::put(Tier::Community);
		let friends: Vec<_> = (0..coalition).map(|n| account("friend", n)).collect();
		let critic = account("critic", 0);
		friends.iter().chain([&critic]).for_each(|it| enrol(it, 0));
		let vote = |who: &AccountId, poll, vote| QuadraticVoting::vote(signed(who), poll, vote);

		let reserved = Balances::reserved_balance(&alice);
		chain.go_to(from);
		// The roll of season 0 has a hundred members, of whom a few have enrolled.
		assert_eq!(Roll::roll_info().phase, Phase::Open);
		pallet_roll::Electorates::<Runtime>::insert(0, 100);
		let filler = |n: u32| frame_system::Call::remark { remark: n.encode() };
		let spam: Vec<_> = (0..blockers).map(|n| propose(&alice, origin.clone(), filler(n))).collect();
		for poll in &spam {
			assert_ok!(vote(&friends[0], *poll, Vote::Aye(1)));
		}
		chain.go_to(95);
		let wanted = propose(&alice, origin.clone(), replace(article, "It is as we say."));
		let before = reads(article);

		// The last block of season 1.
		chain.next_season();
		let last = Seasons::current().ends - 1;
		chain.go_to(last);
		assert_eq!(Seasons::current().index, 1);
		let status = |poll| Referenda::ensure_ongoing(poll);
		assert!(status(wanted).expect("it is open").deciding.is_none(), "it waits for a place");
		for friend in &friends {
			assert_ok!(vote(friend, wanted, Vote::Aye(1)));
		}
		assert_noop!(Polls::lapse(signed(&critic), wanted), pallet_polls::Error::<Runtime>::NotVoid);
		chain.next_block();
		assert_eq!(Seasons::current().index, 2);
		let over = pallet_quadratic_voting::Error::<Runtime>::TooLateToVote;
		assert_noop!(vote(&critic, wanted, Vote::Nay(10)), over);

		// Nobody needs to vote against it: it is void. Upkeep closes it, or anyone does, or its turn in the queue.
		if let Some(PollState::Open { void, .. }) = Polls::state_of(wanted) {
			assert!(void);
		}
		let mut blocks = 0;
		while status(wanted).is_ok() {
			chain.next_block();
			blocks += 1;
			assert!(blocks < 20, "it waits for ever");
		}
		let closed = ReferendumInfoFor::<Runtime>::get(wanted);
		assert!(matches!(closed, Some(ReferendumInfo::Cancelled(_, None, None))), "{closed:?}");
		chain.go_to(System::block_number() + tracks::days(60));
		assert_eq!(reads(article), before, "article {article} is what it was");

		// Of those that stood in its way, none is left open, and no deposit is.
		let open = spam.iter().filter(|poll| status(**poll).is_ok()).count();
		assert_eq!(open, 0);
		assert_eq!(pallet_polls::Watched::<Runtime>::iter().count(), 0);
		// Those that were decided gave their decision deposits back, too. The submission of what is rejected is lost.
		let info = ReferendumInfoFor::<Runtime>::get;
		let rejected = |poll: &&u32| matches!(info(**poll), Some(ReferendumInfo::Rejected(..)));
		let rejected: Vec<_> = spam.iter().filter(rejected).copied().collect();
		for poll in &rejected {
			assert_ok!(Referenda::refund_decision_deposit(signed(&alice), *poll));
		}
		assert_eq!(Balances::reserved_balance(&alice) - reserved, rejected.len() as u128 * CIV);
		assert!(rejected.len() < spam.len(), "some of them waited, too");
	});
}

#[test]
fn eleven_of_a_hundred_do_not_amend_the_charter_by_parking_a_poll() {
	parked(Origin::CharterAmendment.into(), 30, 60, 11, 5);
}

#[test]
fn eleven_of_a_hundred_do_not_replace_an_entrenched_article_by_parking_a_poll() {
	parked(RawOrigin::Root.into(), 20, 60, 11, 2);
}
