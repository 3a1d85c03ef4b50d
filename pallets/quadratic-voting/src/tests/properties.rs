//! What holds whatever happens.

use super::*;
use civitas_primitives::{Context, PanelCount, PanelTally, Side};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeMap;

/// What people do.
#[derive(Clone, Debug)]
enum Act {
	Submit(bool),
	Vote { person: u64, poll: usize, aye: bool, votes: u32 },
	Remove { person: u64, poll: usize },
	Reenrol(u64),
	Panel { poll: usize, aye: bool },
	Decide(usize),
	Run(u64),
	Season,
	Idle(u64),
}

fn act() -> impl Strategy<Value = Act> {
	let (person, poll) = (ADA..=EVE, 0usize..6);
	prop_oneof![
		2 => any::<bool>().prop_map(Act::Submit),
		20 => (person.clone(), poll.clone(), any::<bool>(), 0u32..13)
			.prop_map(|(person, poll, aye, votes)| Act::Vote { person, poll, aye, votes }),
		5 => (person.clone(), poll.clone()).prop_map(|(person, poll)| Act::Remove { person, poll }),
		2 => person.prop_map(Act::Reenrol),
		2 => (poll.clone(), any::<bool>()).prop_map(|(poll, aye)| Act::Panel { poll, aye }),
		1 => poll.prop_map(Act::Decide),
		1 => (1u64..6).prop_map(Act::Run),
		1 => Just(Act::Season),
		1 => (0u64..20).prop_map(Act::Idle),
	]
}

/// How often each call has succeeded.
type Done = BTreeMap<&'static str, u32>;

/// A chain as an observer keeps it who knows people, and nothing of aliases.
#[derive(Default)]
struct Observer {
	/// The season and the kind of each poll.
	polls: Vec<(SeasonIndex, u16)>,
	/// Who voted what.
	votes: BTreeMap<(usize, u64), Vote>,
	/// The account that each person has enrolled in each season.
	accounts: BTreeMap<(u64, SeasonIndex), u64>,
	fresh: u64,
	/// How often each call has succeeded.
	done: Done,
}

impl Observer {
	fn note_season(&mut self) {
		for person in ADA..=PEOPLE {
			self.accounts.insert((person, CurrentSeason::get()), ballot(person));
		}
	}

	/// What a person has spent on polls of a season and a kind.
	fn spent(&self, person: u64, of: (SeasonIndex, u16)) -> u64 {
		let mine = self.votes.iter().filter(|((poll, who), _)| *who == person && self.polls[*poll] == of);
		mine.map(|(_, vote)| u64::from(vote.votes()).pow(2)).sum()
	}

	fn vote(&mut self, person: u64, poll: usize, new: Option<Vote>) {
		let Some(of) = self.polls.get(poll).copied() else { return };
		let account = if of.1 == LAW { self.accounts[&(person, of.0)] } else { person };
		let index = PollIndex::try_from(poll).unwrap();
		let old = self.votes.get(&(poll, person)).copied();
		let price = |vote: Option<Vote>| vote.map_or(0, |vote| u64::from(vote.votes()).pow(2));
		let lawful = outcome(index) == "open"
			&& CurrentSeason::get() <= of.0 + 1
			&& old != new
			&& new.is_none_or(|vote| vote.votes() > 0)
			&& self.spent(person, of) - price(old) + price(new) <= 100;
		let result = match new {
			Some(new) => QuadraticVoting::vote(signed(account), index, new),
			None => QuadraticVoting::remove_vote(signed(account), index),
		};
		assert_eq!(result.is_ok(), lawful, "{person} votes {new:?} in {poll}: {result:?}");
		if lawful {
			*self.done.entry(if new.is_some() { "vote" } else { "remove_vote" }).or_default() += 1;
			match new {
				Some(new) => self.votes.insert((poll, person), new),
				None => self.votes.remove(&(poll, person)),
			};
		}
	}

	fn act(&mut self, act: Act) {
		match act {
			Act::Submit(secret) => {
				let track = if secret { LAW } else { JUSTICE };
				submit(track);
				self.polls.push((CurrentSeason::get(), track));
			}
			Act::Vote { person, poll, aye, votes } => {
				let vote = if aye { Vote::Aye(votes) } else { Vote::Nay(votes) };
				self.vote(person, poll, Some(vote));
			}
			Act::Remove { person, poll } => self.vote(person, poll, None),
			Act::Reenrol(person) => {
				self.fresh += 1;
				let account = 1_000_000 + self.fresh;
				enrol_for(person, Context::Nation, account);
				self.accounts.insert((person, CurrentSeason::get()), account);
			}
			Act::Panel { poll, aye } => {
				let side = if aye { Side::Aye } else { Side::Nay };
				let counted = QuadraticVoting::count(PollIndex::try_from(poll).unwrap(), None, Some(side), 5);
				*self.done.entry("count").or_default() += u32::from(counted.is_ok());
			}
			Act::Decide(poll) => {
				let poll = PollIndex::try_from(poll).unwrap();
				let decided = Referenda::place_decision_deposit(signed(PROPOSER), poll);
				*self.done.entry("decide").or_default() += u32::from(decided.is_ok());
			}
			Act::Run(blocks) => run(blocks),
			Act::Season => {
				next_season();
				self.note_season();
			}
			Act::Idle(steps) => {
				let step = <() as WeightInfo>::forget();
				idle(<() as WeightInfo>::upkeep().saturating_add(step.saturating_mul(steps)));
			}
		}
	}

	/// What people's votes add up to.
	fn counted(&self, poll: usize) -> [u64; 4] {
		add_up(self.votes.iter().filter(|((it, _), _)| *it == poll).map(|(_, vote)| *vote))
	}
}

fn add_up(votes: impl Iterator<Item = Vote>) -> [u64; 4] {
	votes.fold([0; 4], |[ayes, voters_for, nays, voters_against], vote| match vote {
		Vote::Aye(votes) => [ayes + u64::from(votes), voters_for + 1, nays, voters_against],
		Vote::Nay(votes) => [ayes, voters_for, nays + u64::from(votes), voters_against + 1],
	})
}

/// What the events of the chain add up to, read by somebody who has nothing else.
fn recount(poll: PollIndex) -> [u64; 4] {
	let mut votes = BTreeMap::new();
	for record in System::events() {
		match record.event {
			RuntimeEvent::QuadraticVoting(Event::Voted { poll: it, voter, old, new, .. }) if it == poll => {
				assert_eq!(votes.insert(voter.encode(), new), old);
			}
			RuntimeEvent::QuadraticVoting(Event::VoteRemoved { poll: it, voter, old, .. }) if it == poll => {
				assert_eq!(votes.remove(&voter.encode()), Some(old));
			}
			_ => {}
		}
	}
	add_up(votes.into_values())
}

/// People do all that. In the end, a recount from the events gives the tallies.
fn live(acts: Vec<Act>, done: &mut Done) {
	build_and_execute(|| {
		let mut observer = Observer { done: core::mem::take(done), ..Default::default() };
		observer.note_season();
		for act in acts {
			observer.act(act);
			QuadraticVoting::do_try_state().expect("every invariant holds");
		}
		for poll in 0..observer.polls.len() {
			let index = PollIndex::try_from(poll).unwrap();
			assert_eq!(recount(index), observer.counted(poll), "the events of poll {poll}");
			if outcome(index) == "open" {
				assert_eq!(counted(index), observer.counted(poll), "the tally of poll {poll}");
			}
		}
		*done = observer.done;
	});
}

#[test]
fn every_call_succeeds_in_the_stories() {
	let (mut runner, mut done) = (TestRunner::deterministic(), Done::new());
	for _ in 0..40 {
		let acts =
			prop::collection::vec(act(), 50..150).new_tree(&mut runner).expect("there are such stories");
		live(acts.current(), &mut done);
	}
	for call in ["vote", "remove_vote", "count", "decide"] {
		assert!(done.get(call).is_some_and(|times| *times >= 10), "{call} hardly ever succeeds: {done:?}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]

	/// Whatever people do, the chain lets them do what the law says, and a recount from its events gives its tallies.
	#[test]
	fn the_tally_is_what_people_voted_and_what_the_events_say(acts in prop::collection::vec(act(), 1..150)) {
		live(acts, &mut Done::new());
	}

	#[test]
	fn votes_cost_their_square(votes: u32) {
		assert_eq!(u128::from(math::cost(votes).expect("it fits")), u128::from(votes).pow(2));
	}

	/// As exact as a thousand millionth can be, and never too high.
	#[test]
	fn the_panels_weight_is_a_fifth_of_the_share_of_its_members_who_vote(
		ayes in 0u64..1 << 48,
		nays in 0u64..1 << 48,
		panel_ayes in 0u16..1_000,
		panel_nays in 0u16..1_000,
		seats in 0u16..3_000,
	) {
		let share = |part: f64, other: f64| if part + other > 0.0 { part / (part + other) } else { 0.0 };
		let citizens = share(ayes as f64, nays as f64);
		let voted = panel_ayes + panel_nays;
		let weight = if voted * 3 < seats || seats == 0 {
			0.0
		} else {
			0.2 * (f64::from(voted) / f64::from(seats)).min(1.0)
		};
		let expected = if ayes + nays == 0 {
			0.0
		} else {
			(1.0 - weight) * citizens + weight * share(panel_ayes.into(), panel_nays.into())
		};
		let panel = PanelCount::new(panel_ayes, panel_nays, seats);
		let approval = f64::from(math::approval((ayes, nays), panel).deconstruct()) / 1e9;
		prop_assert!(approval <= expected + 1e-12 && approval > expected - 1.1e-9, "{approval} {expected}");
	}

	/// A citizen's vote for never hurts, and one against never helps.
	#[test]
	fn approval_is_monotone(
		ayes: u64, nays: u64, panel_ayes: u16, panel_nays: u16, seats: u16, more in 1u32..,
	) {
		let panel = PanelCount::new(panel_ayes, panel_nays, seats);
		let approval = math::approval((ayes, nays), panel);
		prop_assert!(math::approval((ayes.saturating_add(more.into()), nays), panel) >= approval
			// The first citizen's vote brings in a panel that may be against it, but from nothing nothing is lost.
			|| ayes == 0 && nays == 0);
		prop_assert!(math::approval((ayes, nays.saturating_add(more.into())), panel) <= approval
			|| ayes == 0 && nays == 0);
	}

	/// A member who changes sides moves approval that way.
	#[test]
	fn a_member_who_changes_sides_moves_approval_that_way(
		ayes: u64, nays: u64, panel_ayes in 0u16..30_000, panel_nays in 1u16..30_000, seats: u16,
	) {
		let with = |ayes_, nays_| math::approval((ayes, nays), PanelCount::new(ayes_, nays_, seats));
		prop_assert!(with(panel_ayes + 1, panel_nays - 1) >= with(panel_ayes, panel_nays));
	}

	/// The panel moves approval by a fifth at most.
	#[test]
	fn the_panel_has_a_fifth_and_no_more(
		ayes: u64, nays: u64, panel_ayes: u16, panel_nays: u16, seats: u16,
	) {
		let alone = math::approval((ayes, nays), PanelCount::default()).deconstruct();
		let together = math::approval((ayes, nays), PanelCount::new(panel_ayes, panel_nays, seats));
		prop_assert!(together.deconstruct().abs_diff(alone) <= 200_000_001);
	}

	#[test]
	fn support_is_a_share_of_the_electorate(voters: u32, electorate: u32) {
		let expected = match electorate {
			0 => 0,
			_ => (u64::from(voters) * 1_000_000_000 / u64::from(electorate)).min(1_000_000_000),
		};
		prop_assert_eq!(u64::from(math::support(voters, electorate).deconstruct()), expected);
	}
}
