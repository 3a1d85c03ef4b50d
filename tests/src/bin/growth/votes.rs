// SPDX-License-Identifier: Apache-2.0
//! Quadratic votes, by the number of citizens and by the number of open polls.

use crate::{
	measure::{commit, free, measure, next_block, seed, spread, Act, Cost, CALLS},
	people::{account, alias, ballot_account, enrol_for_nation, seeded_with, Papers},
};
use civitas_primitives::PollIndex;
use civitas_runtime::{
	governance::origins::Origin, OriginCaller, Preimage, Referenda, Runtime, RuntimeCall, RuntimeOrigin,
	System,
};
use civitas_tests::Person;
use frame_support::traits::{schedule::DispatchTime, StorePreimage};
use pallet_quadratic_voting::{Call, Purse, Purses, Vote, Voter, Votes};
use pallet_referenda::{ReferendumCount, ReferendumInfo, ReferendumInfoFor};
use sp_io::TestExternalities;

/// How many secret polls are open while citizens grow.
const POLLS: u32 = 100;

/// How many citizens there are while polls grow.
const CITIZENS: u32 = 10_000;

/// A state of so many citizens, with some polls.
pub fn seeded_citizens(citizens: u32) -> TestExternalities {
	with_polls(citizens, POLLS)
}

/// A state of so many open polls, with some citizens.
pub fn seeded_polls(polls: u32) -> TestExternalities {
	with_polls(CITIZENS, polls)
}

/// A state of so many citizens and secret polls, and one poll by name. Each citizen is enrolled, and those with odd
/// numbers have voted, each in one of the secret polls.
fn with_polls(citizens: u32, polls: u32) -> TestExternalities {
	let mut ext = seeded_with(citizens, Papers::untouched(citizens));
	ext.execute_with(|| {
		for _ in 0..polls {
			submit(Origin::Law);
		}
		submit(Origin::Appointment);
	});
	commit(&mut ext);
	seed(&mut ext, citizens, |batch| {
		let mut cast = vec![Vec::new(); polls as usize];
		for n in batch {
			enrol_for_nation(n);
			if let Some((poll, vote)) = seeded_vote(n, polls) {
				let voter = Voter::Alias(alias(n));
				Votes::<Runtime>::insert((0, voter, poll), vote);
				let spent = vote.cost().expect("it is a few votes");
				Purses::<Runtime>::insert(0, voter, Purse { spent, acts: 1 });
				cast[poll as usize].push(vote);
			}
		}
		for (poll, votes) in (0..).zip(cast) {
			count(poll, &votes);
		}
	});
	next_block(&mut ext);
	ext
}

/// Alice proposes something in a block of its own, by a track that `origin` belongs to. She stands for many citizens.
fn submit(origin: Origin) {
	System::set_block_number(System::block_number() + 1);
	let proposal = RuntimeCall::from(frame_system::Call::remark { remark: vec![0; 32] });
	let proposal = Preimage::bound(proposal).expect("it is short");
	let alice = RuntimeOrigin::signed(Person::development("Alice").account());
	let origin = Box::new(OriginCaller::from(origin));
	Referenda::submit(alice, origin, proposal, DispatchTime::After(0)).expect("Alice may propose");
	// As if it had been submitted before anybody counted.
	pallet_polls::Open::<Runtime>::remove(0);
	pallet_polls::Watched::<Runtime>::remove(poll_by_name());
}

/// What the `n`th seeded citizen has voted, if anything.
fn seeded_vote(n: u32, polls: u32) -> Option<(PollIndex, Vote)> {
	let vote = if n % 4 == 1 { Vote::Aye(3) } else { Vote::Nay(2) };
	(n % 2 == 1).then_some((n / 2 % polls, vote))
}

/// Adds votes to the tally of a poll.
fn count(poll: PollIndex, votes: &[Vote]) {
	ReferendumInfoFor::<Runtime>::mutate(poll, |info| {
		let Some(ReferendumInfo::Ongoing(status)) = info else { panic!("the poll is open") };
		for vote in votes {
			status.tally.cast(None, Some(*vote)).expect("it fits");
		}
	});
}

/// The open poll by name: the last one.
fn poll_by_name() -> PollIndex {
	ReferendumCount::<Runtime>::get() - 1
}

/// The secret vote of the `n`th seeded citizen in a poll.
fn vote(n: u32, poll: PollIndex, vote: Vote) -> Act {
	free(ballot_account(n), Call::vote { poll, vote })
}

/// What a secret vote costs, its change, and a vote by name.
pub fn costs_by_citizens(ext: &mut TestExternalities, citizens: u32) -> Vec<Cost> {
	let pairs = citizens / 2;
	let first = measure(ext, |n| vote(2 * spread(n, pairs), n % POLLS, Vote::Aye(2)));
	next_block(ext);
	let changed = measure(ext, |n| {
		let n = 2 * spread(n, pairs) + 1;
		let (poll, _) = seeded_vote(n, POLLS).expect("those with odd numbers have voted");
		vote(n, poll, Vote::Nay(4))
	});
	next_block(ext);
	let by_name = measure(ext, |n| {
		let call = Call::vote { poll: poll_by_name(), vote: Vote::Aye(2) };
		free(account(spread(n, citizens)), call)
	});
	vec![first, changed, by_name]
}

/// What a secret vote costs that is the first of its block, one that follows upon a vote in every other poll, and one
/// in a poll that had a vote in this block.
pub fn costs_by_polls(ext: &mut TestExternalities, polls: u32) -> Vec<Cost> {
	// Those who vote beforehand have lower numbers than those whose votes are measured.
	let voter = |n: u32| 2 * (polls + n * 7 % (CITIZENS / 2 - polls));
	let first = measure(ext, |n| vote(voter(n), n % polls, Vote::Aye(2)));
	next_block(ext);
	let again = measure(ext, |n| {
		let poll = n % polls;
		vote(voter(n + 1 + CALLS), poll, Vote::Aye(1))();
		vote(voter(n + 2 + 2 * CALLS), poll, Vote::Aye(2))
	});
	next_block(ext);
	let among_all = measure(ext, |n| {
		let measured = n % polls;
		for poll in (0..polls).filter(|poll| *poll != measured) {
			vote(2 * poll, poll, Vote::Aye(1))();
		}
		vote(voter(n + 3 + 3 * CALLS), measured, Vote::Aye(2))
	});
	vec![first, among_all, again]
}
