//! Whatever happens, all that was ever in force can be read, and the chain of hashes holds.

use super::*;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::BTreeMap;

/// What somebody tries.
#[derive(Clone, Debug)]
enum Step {
	Amend { who: u64, changes: Vec<Change>, dials: Vec<(u32, u32)>, stale: bool },
	Announce { changes: Vec<Change> },
	Withdraw(usize),
	Consent(usize),
	Veto(usize),
	Reject(usize),
	Enact(usize),
	Discard(usize),
	Wait(u64),
	Turn,
	Rise,
	Resign,
	Dismiss,
}

fn change() -> impl Strategy<Value = Change> {
	let words = "[a-z]{1,12}";
	let level = prop_oneof![Just(Ordinary), Just(Entrenched)];
	let number = 0u32..8;
	prop_oneof![
		(words, words, level.clone()).prop_map(|(name, words, level)| add(&name, &words, level)),
		(number.clone(), words).prop_map(|(number, words)| replace(number, &words)),
		(number.clone(), words).prop_map(|(number, name)| Change::Retitle { number, title: title(&name) }),
		number.clone().prop_map(|number| Change::Repeal { number }),
		(number, level).prop_map(|(number, entrenchment)| Change::Entrench { number, entrenchment }),
		(words, words)
			.prop_map(|(name, words)| Change::SetPreamble { commandment: title(&name), text: text(&words) }),
	]
}

fn step() -> impl Strategy<Value = Step> {
	let who = prop_oneof![Just(ADA), Just(BEN), Just(ORDINARY_TRACK), Just(ENTRENCHED_TRACK)];
	let changes = || prop::collection::vec(change(), 0..3);
	let dials = prop::collection::vec((0u32..60, 0u32..9), 0..2);
	prop_oneof![
		8 => (who, changes(), dials, prop::bool::weighted(0.1))
			.prop_map(|(who, changes, dials, stale)| Step::Amend { who, changes, dials, stale }),
		2 => changes().prop_map(|changes| Step::Announce { changes }),
		1 => (0usize..8).prop_map(Step::Withdraw),
		2 => (0usize..8).prop_map(Step::Consent),
		1 => (0usize..8).prop_map(Step::Veto),
		1 => (0usize..8).prop_map(Step::Reject),
		4 => (0usize..8).prop_map(Step::Enact),
		2 => (0usize..8).prop_map(Step::Discard),
		3 => prop_oneof![Just(1u64), Just(VETO_PERIOD), Just(SEASON_LENGTH)].prop_map(Step::Wait),
		2 => Just(Step::Turn),
		1 => Just(Step::Rise),
		1 => prop::option::weighted(0.2, prop_oneof![Just(Step::Resign), Just(Step::Dismiss)])
			.prop_map(|end| end.unwrap_or(Step::Wait(1))),
	]
}

/// The `n`th of what waits.
fn nth(n: usize) -> H256 {
	let mut all: Vec<_> = Pending::<Test>::iter_keys().collect();
	all.sort();
	all.get(n % all.len().max(1)).copied().unwrap_or_default()
}

fn take(step: Step) -> DispatchResult {
	match step {
		Step::Amend { who, changes, dials, stale } => {
			let mut it = amendment_with(&changes, &dials);
			if stale {
				it.base.articles.iter_mut().for_each(|(_, version)| *version += 1);
				it.base.parameters.iter_mut().for_each(|dial| dial.value += 1);
			}
			amend(who, &it)
		}
		Step::Announce { changes } => announce(ADA, &amendment(&changes)),
		Step::Withdraw(n) => Charter::withdraw(signed(ADA), nth(n)),
		Step::Consent(n) => Charter::consent(signed(ADA), nth(n)),
		Step::Veto(n) => Charter::veto(signed(ADA), nth(n)),
		Step::Reject(n) => Charter::reject(signed(ORDINARY_TRACK), nth(n)),
		Step::Enact(n) => Charter::enact(signed(GUS), nth(n)),
		Step::Discard(n) => Charter::discard(signed(GUS), nth(n)),
		Step::Wait(blocks) => {
			pass_time(blocks);
			Ok(())
		}
		Step::Turn => {
			CurrentSeason::mutate(|it| *it += 1);
			<Charter as civitas_primitives::OnSeason>::turn(CurrentSeason::get());
			Ok(())
		}
		Step::Rise => {
			CurrentTier::mutate(|tier| *tier = *TIERS.iter().find(|it| **it > *tier).unwrap_or(tier));
			Ok(())
		}
		Step::Resign => Charter::step_down(signed(ADA)),
		Step::Dismiss => Charter::remove_founder(signed(ENTRENCHED_TRACK)),
	}
}

/// All that has ever been in force, as an onlooker writes it down.
#[derive(Default)]
struct Notes {
	articles: BTreeMap<VersionedArticle, Article>,
	versions: Vec<VersionRecordOf<Test>>,
}

impl Notes {
	/// Writes down what is new, and checks that all that was written down before can still be read.
	fn take(&mut self) {
		for (key, article) in &self.articles {
			assert_eq!(Articles::<Test>::get(key.0, key.1).as_ref(), Some(article), "history was rewritten");
		}
		for (n, record) in self.versions.iter().enumerate() {
			assert_eq!(Versions::<Test>::get(n as u32 + 1).as_ref(), Some(record), "history was rewritten");
		}
		for version in self.versions.len() as u32 + 1..=charter().version {
			let record = Versions::<Test>::get(version).expect("versions are not skipped");
			let previous = self.versions.last().map(|it| it.hash).unwrap_or_default();
			assert_eq!(Charter::change_of(version).expect("there is").hash(previous), record.hash);
			self.versions.push(record);
		}
		for (number, version, article) in Articles::<Test>::iter() {
			self.articles.insert((number, version), article);
		}
	}
}

/// How often each step has succeeded.
type Done = BTreeMap<String, u32>;

/// Takes these steps. After each of them, all that was ever in force can be read, and a refusal has changed nothing.
fn live(steps: Vec<Step>, done: &mut Done) {
	ExtBuilder::default().build_and_execute(|| {
		let mut notes = Notes::default();
		notes.take();
		for step in steps {
			let before = sp_io::storage::root(Default::default());
			let (version, powers) = (charter().version, Charter::founder_info().powers);
			// As the runtime dispatches.
			let outcome = frame_support::storage::with_storage_layer(|| take(step.clone()));
			let name = format!("{step:?}");
			if outcome.is_err() {
				assert_eq!(sp_io::storage::root(Default::default()), before, "{name}");
			} else {
				let call = name.split(|it: char| !it.is_alphabetic()).next().unwrap_or_default();
				*done.entry(call.to_string()).or_default() += 1;
			}
			assert!(charter().version - version <= 1, "{name}");
			let left = Charter::founder_info().powers;
			assert!(left.iter().all(|power| powers.contains(power)), "{name} gave a power back");
			notes.take();
			Charter::do_try_state().expect("every invariant holds");
		}
	});
}

#[test]
fn every_call_succeeds_in_the_stories() {
	let (mut runner, mut done) = (TestRunner::deterministic(), Done::new());
	for _ in 0..300 {
		let steps =
			prop::collection::vec(step(), 20..60).new_tree(&mut runner).expect("there are such stories");
		live(steps.current(), &mut done);
	}
	let calls = [
		"Amend", "Announce", "Withdraw", "Consent", "Veto", "Reject", "Enact", "Discard", "Resign", "Dismiss",
	];
	for call in calls {
		assert!(done.get(call).is_some_and(|times| *times >= 3), "{call} hardly ever succeeds: {done:?}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(200))]

	#[test]
	fn history_is_never_rewritten_and_refusals_change_nothing(steps in prop::collection::vec(step(), 1..40)) {
		live(steps, &mut Done::new());
	}

	/// Citizens' ordinary track never changes what is entrenched, nor does an announcement.
	#[test]
	fn what_is_entrenched_moves_by_the_entrenched_track_alone(
		changes in prop::collection::vec(change(), 1..4),
		dials in prop::collection::vec((0u32..60, 0u32..9), 0..2),
	) {
		ExtBuilder::default().in_tier(Tier::Community).build_and_execute(|| {
			let entrenched = || -> Vec<_> {
				let kept = Charter::text().into_iter().filter(|it| it.article.entrenchment == Entrenched);
				kept.collect()
			};
			let before = entrenched();
			if amend(ORDINARY_TRACK, &amendment_with(&changes, &dials)).is_ok() {
				assert_eq!(entrenched(), before);
				let deferred = Deferred::<Test>::get();
				for key in (20..30).chain(40..50) {
					assert_eq!(Dials::get(key), 0);
					assert!(deferred.iter().all(|it| it.parameter.key != key));
				}
			}
		});
	}
}
