//! What holds whatever happens.

use super::*;
use frame_support::traits::StorePreimage;
use proptest::{prelude::*, strategy::ValueTree};
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Act {
	Submit(u64),
	Propose(u64),
	Vote(u32, u32, u32),
	Cancel(u32),
	Lapse(u32),
	Nudge(u32),
	Enact(u32),
	/// Others take every place in the agenda for a while.
	Crowd,
	Run(u64),
	Idle,
}

fn act() -> impl Strategy<Value = Act> {
	let (who, poll) = (1u64..6, 0u32..40);
	prop_oneof![
		3 => who.clone().prop_map(Act::Submit),
		6 => who.prop_map(Act::Propose),
		9 => (poll.clone(), 0u32..11, 0u32..4).prop_map(|(poll, ayes, nays)| Act::Vote(poll, ayes, nays)),
		1 => poll.clone().prop_map(Act::Cancel),
		3 => poll.clone().prop_map(Act::Lapse),
		4 => poll.clone().prop_map(Act::Nudge),
		4 => poll.prop_map(Act::Enact),
		1 => prop::bool::weighted(0.3).prop_map(|crowd| if crowd { Act::Crowd } else { Act::Idle }),
		6 => (1u64..25).prop_map(Act::Run),
		1 => Just(Act::Idle),
	]
}

/// How often each act succeeded.
type Counts = BTreeMap<&'static str, u32>;

/// Plays a story, and checks after each act what must hold.
fn play(acts: Vec<Act>, counts: &mut Counts) {
	build().execute_with(|| {
		let mut open: BTreeMap<PollIndex, (u32, Option<u64>)> = BTreeMap::new();
		for act in acts {
			let (name, done) = match act {
				Act::Submit(who) => ("submit", submit_any(who)),
				Act::Propose(who) => (
					"propose",
					submit_any(who) && {
						let poll = pallet_referenda::ReferendumCount::<Test>::get() - 1;
						Referenda::place_decision_deposit(signed(who), poll).is_ok()
					},
				),
				Act::Vote(poll, ayes, nays) => {
					let live = Referenda::ensure_ongoing(poll)
						.is_ok_and(|it| Current::get().index <= it.tally.season + 1);
					("vote", live && vote(poll, ayes, nays).is_ok())
				}
				Act::Cancel(poll) => ("cancel", Polls::cancel(signed(JUDGE), poll).is_ok()),
				Act::Lapse(poll) => ("lapse", Polls::lapse(signed(9), poll).is_ok()),
				Act::Nudge(poll) => ("nudge", Polls::nudge(signed(9), poll).is_ok()),
				Act::Enact(poll) => ("enact", Polls::enact(signed(9), poll).is_ok()),
				Act::Crowd => {
					let next = System::block_number() + 1;
					(next..next + 80).for_each(agenda::fill);
					("crowd", true)
				}
				Act::Run(blocks) => {
					for _ in 0..blocks {
						run(1);
						observe(&mut open, counts);
					}
					("run", true)
				}
				Act::Idle => {
					idle();
					("idle", true)
				}
			};
			*counts.entry(name).or_default() += u32::from(done);
			observe(&mut open, counts);
			Polls::do_try_state().expect("every invariant holds");
			for who in 1..6 {
				assert!(Polls::open_polls_of(who).len() <= 3, "a citizen has too many open polls");
			}
		}
	});
}

fn submit_any(who: u64) -> bool {
	let call = Preimage::bound(frame_system::Call::remark { remark: vec![] }.into()).expect("it is short");
	try_submit(who, call).is_ok()
}

/// Notes when the decision of each poll begins, and that none passes whose voters' time was over before.
fn observe(open: &mut BTreeMap<PollIndex, (u32, Option<u64>)>, counts: &mut Counts) {
	for poll in 0..pallet_referenda::ReferendumCount::<Test>::get() {
		if let Ok(status) = Referenda::ensure_ongoing(poll) {
			open.insert(poll, (status.tally.season, status.deciding.map(|it| it.since)));
		} else if let Some((season, since)) = open.remove(&poll) {
			*counts.entry(outcome(poll)).or_default() += 1;
			if outcome(poll) == "approved" {
				// Seasons have a fixed length here, so that their ends are known by arithmetic.
				let end = u64::from(season + 2) * SEASON;
				let since = since.unwrap_or(System::block_number());
				let in_time = System::block_number() <= end || since + CONFIRM <= end;
				assert!(in_time, "{poll} of season {season}, decided since {since}, has passed");
			}
		}
	}
}

#[test]
fn no_void_poll_passes_whatever_people_do_and_every_call_succeeds_in_the_stories() {
	let mut runner = proptest::test_runner::TestRunner::deterministic();
	let mut counts = Counts::new();
	for _ in 0..60 {
		let acts = proptest::collection::vec(act(), 60..200);
		let story = acts.new_tree(&mut runner).expect("there are such stories").current();
		play(story, &mut counts);
	}
	let calls = ["submit", "propose", "vote", "cancel", "lapse", "nudge", "enact"];
	for name in calls.into_iter().chain(["approved", "rejected", "cancelled", "timed out"]) {
		assert!(counts.get(name).is_some_and(|it| *it > 3), "{name} hardly ever succeeds: {counts:?}");
	}
}
