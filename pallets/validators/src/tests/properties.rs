//! Random histories against a plain model.

use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What can happen.
#[derive(Clone, Debug)]
enum Act {
	Stand(u64),
	Withdraw(u64),
	Approve(CitizenId, BTreeSet<u64>),
	Admit(CitizenId),
	Suspend(CitizenId),
	Leave(CitizenId),
	Offend(u64),
	Session(BTreeSet<u64>),
	Election,
	Release(u64),
}

fn act() -> impl Strategy<Value = Act> {
	let who = || 50u64..60;
	let citizen = || 0u32..8;
	prop_oneof![
		4 => who().prop_map(Act::Stand),
		1 => who().prop_map(Act::Withdraw),
		8 => (citizen(), prop::collection::btree_set(who(), 0..10)).prop_map(|(citizen, whom)| Act::Approve(citizen, whom)),
		3 => citizen().prop_map(Act::Admit),
		1 => citizen().prop_map(Act::Suspend),
		1 => citizen().prop_map(Act::Leave),
		1 => who().prop_map(Act::Offend),
		4 => prop::collection::btree_set(who(), 0..3).prop_map(Act::Session),
		3 => Just(Act::Election),
		2 => who().prop_map(Act::Release),
	]
}

/// The state as somebody would keep it on paper.
#[derive(Default)]
struct Model {
	/// The account of each candidate.
	candidates: BTreeMap<CandidateId, u64>,
	/// Whom each citizen approves, those included that stand no more.
	approvals: BTreeMap<CitizenId, BTreeSet<CandidateId>>,
}

impl Model {
	/// The accounts of the winners, by counting every vote.
	fn winners(&self, seats: usize) -> Vec<u64> {
		let count = |id: &CandidateId| self.approvals.values().filter(|it| it.contains(id)).count();
		let mut ranked: Vec<_> =
			self.candidates.iter().map(|(id, who)| (count(id), *id, *who)).filter(|it| it.0 > 0).collect();
		ranked.sort_by_key(|(count, id, _)| (core::cmp::Reverse(*count), *id));
		let mut winners: Vec<_> = ranked.into_iter().take(seats).map(|(.., who)| who).collect();
		winners.sort();
		winners
	}

	/// Forgets candidacies that the chain has ended for a fault.
	fn settle(&mut self) {
		self.candidates.retain(|id, _| Candidates::<Test>::contains_key(id));
	}
}

/// Does `act`, and says whether it succeeded.
fn perform(act: Act, model: &mut Model) -> bool {
	match act {
		Act::Stand(who) => {
			let is_new = CandidateOf::<Test>::get(who).is_none();
			let stood = stand(who).is_ok();
			assert_eq!(stood, is_new);
			if let Some(id) = CandidateOf::<Test>::get(who) {
				model.candidates.insert(id, who);
			}
			stood
		}
		Act::Withdraw(who) => {
			let withdrew = Validators::withdraw(RuntimeOrigin::signed(who)).is_ok();
			assert_eq!(withdrew, model.candidates.values().any(|it| *it == who));
			model.settle();
			withdrew
		}
		Act::Approve(citizen, whom) => {
			let ids: BTreeSet<_> = whom.iter().filter_map(CandidateOf::<Test>::get).collect();
			let named: Vec<_> = ids.iter().copied().collect();
			let call = RuntimeCall::from(Call::approve { candidates: list(&named) });
			let free = call.is_feeless(&RuntimeOrigin::signed(account(citizen)));
			let done = approve(citizen, &named).is_ok();
			assert!(done || !free, "a free call has failed");
			if done {
				model.approvals.insert(citizen, ids);
			}
			done
		}
		Act::Admit(citizen) => {
			let is_new = People::standing(citizen).is_none();
			if is_new {
				admit(citizen);
			}
			is_new
		}
		Act::Suspend(citizen) => {
			let is_citizen = People::standing(citizen).is_some();
			if is_citizen {
				suspend(citizen);
				model.approvals.remove(&citizen);
			}
			is_citizen
		}
		Act::Leave(citizen) => {
			let is_citizen = People::standing(citizen).is_some();
			if is_citizen {
				leave(citizen);
				model.approvals.remove(&citizen);
			}
			is_citizen
		}
		Act::Offend(who) => {
			let serves = Session::validators().contains(&who);
			if serves {
				report(&[who], Session::current_index());
				model.settle();
			}
			serves
		}
		Act::Session(absent) => {
			session_without(&absent.into_iter().collect::<Vec<_>>());
			model.settle();
			true
		}
		Act::Election => {
			let before = serving();
			let winners = model.winners(Seats::get() as usize);
			turn();
			let is_quorum = winners.len() >= Quorum::get() as usize;
			assert_eq!(serving(), if is_quorum { winners } else { before });
			is_quorum
		}
		Act::Release(who) => {
			let release = Validators::release(RuntimeOrigin::signed(who), who).is_ok();
			assert!(!release || !Validators::is_known(&who));
			release
		}
	}
}

/// How often each kind of act succeeds in a run.
fn kind(act: &Act) -> &'static str {
	match act {
		Act::Stand(_) => "stand",
		Act::Withdraw(_) => "withdraw",
		Act::Approve(..) => "approve",
		Act::Admit(_) => "admit",
		Act::Suspend(_) => "suspend",
		Act::Leave(_) => "leave",
		Act::Offend(_) => "offend",
		Act::Session(_) => "session",
		Act::Election => "election",
		Act::Release(_) => "release",
	}
}

#[test]
fn random_histories_agree_with_a_count_by_hand() {
	use proptest::{strategy::ValueTree, test_runner::TestRunner};
	let mut runner = TestRunner::deterministic();
	let mut successes = BTreeMap::<&str, u32>::new();
	for _ in 0..60 {
		let acts = prop::collection::vec(act(), 90..150).new_tree(&mut runner).expect("acts").current();
		build_and_execute(|| {
			(50..60).for_each(|who| fund(who, 100 * WEALTH));
			(0..6).for_each(admit);
			let issued = Balances::total_issuance();
			let mut model = Model::default();
			for act in acts {
				let kind = kind(&act);
				if perform(act, &mut model) {
					*successes.entry(kind).or_default() += 1;
				}
				Validators::do_try_state().expect("every invariant holds");
				assert!(Session::validators().len() >= 3, "the chain goes on");
			}
			assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		});
	}
	for kind in [
		"stand", "withdraw", "approve", "admit", "suspend", "leave", "offend", "session", "election",
		"release",
	] {
		let count = successes.get(kind).copied().unwrap_or_default();
		assert!(count >= 10, "{kind} succeeded only {count} times: {successes:?}");
	}
	println!("{successes:?}");
}
