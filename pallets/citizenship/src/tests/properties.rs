// SPDX-License-Identifier: Apache-2.0
//! Whatever people do, in whatever order: what must always hold.

use super::*;
use frame_support::storage::{with_transaction, TransactionOutcome};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Those who act. The first four are citizens at first, Eve and Gus own money, too.
const PEOPLE: [&str; 9] = ["Ada", "Ben", "Cleo", "Dora", "Eve", "Gus", "Finn", "Hope", "Iris"];

/// How often each call is tried, so that long stories happen.
const TRIES: [(&str, u32); 24] = [
	("apply", 12),
	("withdraw_application", 2),
	("sponsor", 6),
	("withdraw_sponsorship", 3),
	("decline_sponsorship", 2),
	("accept", 6),
	("vouch", 14),
	("withdraw_vouch", 3),
	("challenge", 4),
	("rule", 4),
	("lapse_challenge", 4),
	("withdraw_challenge", 2),
	("close_application", 4),
	("admit", 14),
	("renounce", 1),
	("suspend", 2),
	("reinstate", 3),
	("revoke", 2),
	("execute_sentence", 5),
	("lift_sentence", 1),
	("rotate", 3),
	("accept_rotation", 4),
	("cancel_rotation", 1),
	("replace_roll_key", 2),
];

#[derive(Clone, Debug)]
enum Step {
	/// Somebody tries a call on somebody; the rest is up to the salt.
	Try { who: usize, call: &'static str, whom: usize, salt: u8 },
	/// So many blocks pass.
	Wait(u64),
	/// The season turns.
	Season,
	/// The charter changes.
	Amend,
	/// The Founding tier ends.
	Rise,
}

fn step() -> impl Strategy<Value = Step> {
	let calls = TRIES.map(|(call, tries)| (tries, Just(call)));
	let call = prop::strategy::Union::new_weighted(calls.to_vec());
	let people = 0..PEOPLE.len();
	prop_oneof![
		200 => (people.clone(), call, people, any::<u8>())
			.prop_map(|(who, call, whom, salt)| Step::Try { who, call, whom, salt }),
		30 => (1..20u64).prop_map(Step::Wait),
		6 => Just(Step::Season),
		3 => Just(Step::Amend),
		1 => Just(Step::Rise),
	]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	prop::collection::vec(step(), 1..120)
}

/// The account that acts for `name` today.
fn whose(name: &str) -> Account {
	let moved = account(&format!("{name}'s phone"));
	if CitizenIds::<Test>::contains_key(&moved) {
		moved
	} else {
		account(name)
	}
}

/// One of `those`, if there are any.
fn pick<T>(those: impl Iterator<Item = T>, n: usize) -> Option<T> {
	let mut those: Vec<_> = those.collect();
	(!those.is_empty()).then(|| those.swap_remove(n % those.len()))
}

/// The account that acts for a citizen today.
fn citizen_account(id: CitizenId) -> Account {
	citizen(id).account
}

/// Which call the step means, and by which origin. Most of them make sense, some are wrong on purpose.
fn meant(who: usize, call: &'static str, whom: usize, salt: u8) -> (Call, RuntimeOrigin) {
	let sensible = !salt.is_multiple_of(8);
	let citizen = match call {
		"accept_rotation" => pick(PendingRotations::<Test>::iter_keys(), whom),
		"execute_sentence" | "lift_sentence" => pick(Sentences::<Test>::iter_keys(), whom),
		_ => pick(Citizens::<Test>::iter_keys(), whom),
	};
	let citizen = citizen.filter(|_| sensible).unwrap_or(salt.into());
	let applicant = pick(Applications::<Test>::iter_keys(), whom).filter(|_| sensible);
	let applicant = applicant.unwrap_or_else(|| whose(PEOPLE[whom]));
	let me = match call {
		"vouch" | "withdraw_vouch" | "challenge" if sensible => pick(CitizenIds::<Test>::iter_keys(), who),
		"withdraw_challenge" if sensible => {
			let challenge = Applications::<Test>::get(&applicant).and_then(|it| it.challenge);
			challenge.map(|it| citizen_account(it.challenger))
		}
		"accept" if sensible => Some(applicant.clone()),
		"decline_sponsorship" if sensible => pick(Sponsorships::<Test>::iter_keys(), who),
		"accept_rotation" if sensible => PendingRotations::<Test>::get(citizen),
		"cancel_rotation" if sensible => {
			pick(PendingRotations::<Test>::iter_keys(), who).map(citizen_account)
		}
		"withdraw_sponsorship" if sensible => {
			pick(Sponsorships::<Test>::iter_values(), who).map(|offer| offer.payer)
		}
		_ => None,
	};
	let me = me.unwrap_or_else(|| whose(PEOPLE[who]));
	let roll_key = match salt % 16 {
		0 => [0; 32],
		1 => key(PEOPLE[whom], 0),
		n => key(PEOPLE[who], n % 3),
	};
	let proof = if salt % 16 == 2 { [7; 64] } else { proof(&me, &roll_key) };
	let reason_hash = H256::repeat_byte(salt);
	let call = match call {
		"apply" => {
			let charter = if salt % 16 == 3 { CharterRef::default() } else { charter() };
			let sponsored = Sponsorships::<Test>::contains_key(&me) != (salt % 16 == 4);
			let deposit = if sponsored { DepositSource::Sponsored } else { DepositSource::Own };
			Call::apply { charter, roll_key, proof, evidence_hash: reason_hash, deposit }
		}
		"withdraw_application" => Call::withdraw_application {},
		"sponsor" => Call::sponsor { applicant: whose(PEOPLE[whom]) },
		"withdraw_sponsorship" => {
			let applicant = if salt.is_multiple_of(3) { whose(PEOPLE[whom]) } else { applicant };
			Call::withdraw_sponsorship { applicant }
		}
		"vouch" => Call::vouch { applicant },
		"withdraw_vouch" => Call::withdraw_vouch { applicant },
		"challenge" => Call::challenge { applicant, reason_hash },
		"rule" => {
			let ruling = if salt.is_multiple_of(2) { Ruling::Upheld } else { Ruling::Dismissed };
			let challenge = Applications::<Test>::get(&applicant).and_then(|it| it.challenge);
			let named = challenge.map(|it| (it.challenger, it.challenged_at));
			let (challenger, challenged_at) = named.filter(|_| sensible).unwrap_or((citizen, 1));
			Call::rule { applicant, challenger, challenged_at, ruling }
		}
		"withdraw_challenge" => Call::withdraw_challenge { applicant },
		"decline_sponsorship" => Call::decline_sponsorship {},
		"accept" => Call::accept { charter: charter() },
		"accept_rotation" => Call::accept_rotation { citizen },
		"cancel_rotation" => Call::cancel_rotation {},
		"execute_sentence" => Call::execute_sentence { citizen },
		"lift_sentence" => Call::lift_sentence { citizen },
		"lapse_challenge" => Call::lapse_challenge { applicant },
		"close_application" => Call::close_application { applicant },
		"admit" => Call::admit { applicant },
		"renounce" => Call::renounce {},
		"suspend" => Call::suspend { citizen, reason_hash },
		"reinstate" => Call::reinstate { citizen },
		"revoke" => {
			let grounds = if salt.is_multiple_of(2) { Grounds::Fraud } else { Grounds::Breach };
			Call::revoke { citizen, grounds, reason_hash }
		}
		"rotate" => {
			let new_account = match salt % 4 {
				0 => whose(PEOPLE[whom]),
				1 => account(PEOPLE[who]),
				_ => account(&format!("{}'s phone", PEOPLE[who])),
			};
			Call::rotate { new_account }
		}
		"replace_roll_key" => Call::replace_roll_key { new_key: roll_key, proof },
		unknown => panic!("nobody tries {unknown}"),
	};
	let by_authority =
		matches!(call.get_call_name(), "rule" | "suspend" | "reinstate" | "revoke" | "lift_sentence");
	let origin = match salt % 5 {
		0 | 1 if by_authority && who == 0 => signed(whose("Ada")),
		2 if by_authority => justice(),
		_ if by_authority => root(),
		_ => signed(me),
	};
	(call, origin)
}

std::thread_local! {
	/// How often each call has succeeded in the stories of this thread.
	static SUCCEEDED: std::cell::RefCell<BTreeMap<&'static str, u32>> = Default::default();
}

/// Takes one step. A call that fails changes nothing, and a free one does not fail.
fn take(step: Step) {
	match step {
		Step::Wait(blocks) => run_to(System::block_number() + blocks),
		Step::Season => turn_season(),
		Step::Amend => amend_charter(),
		Step::Rise => CurrentTier::set(Tier::Consultative),
		Step::Try { who, call, whom, salt } => {
			let name = call;
			let (call, origin) = meant(who, call, whom, salt);
			let call = RuntimeCall::from(call);
			let free = call.is_feeless(&origin);
			let before = sp_io::storage::root(Default::default());
			if let Err(error) = call.clone().dispatch(origin) {
				let after = sp_io::storage::root(Default::default());
				assert_eq!(after, before, "{call:?} fails and changes something");
				assert!(!free, "{call:?} was thought free and fails: {error:?}");
			} else {
				SUCCEEDED.with_borrow_mut(|all| *all.entry(name).or_default() += 1);
			}
		}
	}
}

/// A world in which things happen soon: two vouches admit, two acts a season are free.
fn world() -> sp_io::TestExternalities {
	let mut world = ExtBuilder::default().build();
	world.execute_with(|| {
		RequiredVouches::set(2);
		FreeActsQuota::set(2);
	});
	world
}

/// What somebody knows who has seen the founding and then heard every event.
#[derive(Clone, Debug, Default, PartialEq)]
struct Story {
	citizens: BTreeMap<CitizenId, (Account, Standing, RollKey, u64)>,
	founder: Option<CitizenId>,
	sponsors: BTreeMap<Account, Account>,
	applicants: BTreeMap<Account, (RollKey, u64, CharterRef)>,
	vouches: BTreeSet<(Account, CitizenId)>,
	challenges: BTreeMap<Account, CitizenId>,
	challenged_by: BTreeSet<(Account, CitizenId)>,
	rotations: BTreeMap<CitizenId, Account>,
	sentences: BTreeMap<CitizenId, (Penalty, u64)>,
}

impl Story {
	/// What the storage says.
	fn read() -> Self {
		let mut story = Self {
			citizens: Citizens::<Test>::iter()
				.map(|(id, it)| (id, (it.account, it.standing, it.roll_key, it.may_vouch_from)))
				.collect(),
			founder: Founder::<Test>::get(),
			rotations: PendingRotations::<Test>::iter().collect(),
			sentences: Sentences::<Test>::iter()
				.map(|(id, it)| (id, (it.penalty, it.effective_from)))
				.collect(),
			sponsors: Sponsorships::<Test>::iter().map(|(who, offer)| (who, offer.payer)).collect(),
			..Default::default()
		};
		for (applicant, it) in Applications::<Test>::iter() {
			story.vouches.extend(it.vouches.iter().map(|vouch| (applicant.clone(), vouch.voucher)));
			story.challenged_by.extend(it.challenged_by.iter().map(|by| (applicant.clone(), *by)));
			story.challenges.extend(it.challenge.map(|by| (applicant.clone(), by.challenger)));
			story.applicants.insert(applicant, (it.roll_key, it.objections_until, it.charter));
		}
		story
	}

	fn citizen(&mut self, id: CitizenId) -> &mut (Account, Standing, RollKey, u64) {
		self.citizens.get_mut(&id).expect("the event is about a citizen")
	}

	/// Takes an event's word for it.
	fn hear(&mut self, event: Event) {
		match event {
			Event::Sponsored { applicant, sponsor, .. } => {
				self.sponsors.insert(applicant, sponsor);
			}
			Event::SponsorshipWithdrawn { applicant, .. } | Event::SponsorshipDeclined { applicant, .. } => {
				self.sponsors.remove(&applicant);
			}
			Event::Applied { applicant, roll_key, charter, deposit, .. } => {
				let sponsor = self.sponsors.remove(&applicant);
				assert_eq!(sponsor.is_some(), deposit == DepositSource::Sponsored);
				self.applicants.insert(applicant, (roll_key, System::block_number(), charter));
			}
			Event::CharterAccepted { applicant, charter } => {
				self.applicants.get_mut(&applicant).expect("the applicant").2 = charter;
			}
			Event::ApplicationClosed { applicant, .. } => {
				self.applicants.remove(&applicant).expect("the application was open");
				self.vouches.retain(|(whose, _)| *whose != applicant);
				self.challenged_by.retain(|(whose, _)| *whose != applicant);
			}
			Event::Vouched { applicant, voucher } => {
				assert!(self.vouches.insert((applicant, voucher)));
			}
			Event::VouchWithdrawn { applicant, voucher } => {
				assert!(self.vouches.remove(&(applicant, voucher)));
			}
			Event::Challenged { applicant, challenger, .. } => {
				assert!(self.challenged_by.insert((applicant.clone(), challenger)));
				assert_eq!(self.challenges.insert(applicant, challenger), None);
			}
			Event::ChallengeLapsed { applicant, challenger }
			| Event::ChallengeWithdrawn { applicant, challenger } => {
				assert_eq!(self.challenges.remove(&applicant), Some(challenger));
				let application = self.applicants.get_mut(&applicant).expect("it goes on");
				application.1 = System::block_number() + FURTHER_PERIOD;
			}
			Event::Ruled { applicant, challenger, ruling, .. } => {
				assert_eq!(self.challenges.remove(&applicant), Some(challenger));
				if ruling == Ruling::Dismissed {
					let application = self.applicants.get_mut(&applicant).expect("it goes on");
					application.1 = System::block_number() + FURTHER_PERIOD;
				}
			}
			Event::Admitted { citizen, account, .. } => {
				let (roll_key, _, accepted) = self.applicants.remove(&account).expect("the applicant");
				assert_eq!(accepted, charter(), "nobody joins another charter than they have accepted");
				self.vouches.retain(|(whose, _)| *whose != account);
				self.challenged_by.retain(|(whose, _)| *whose != account);
				let record = (account, Standing::Active, roll_key, 0);
				assert_eq!(self.citizens.insert(citizen, record), None);
			}
			Event::Sentenced { citizen, penalty, effective_from, .. } => {
				assert_eq!(self.sentences.insert(citizen, (penalty, effective_from)), None);
			}
			Event::SentenceLifted { citizen } | Event::SentenceMoot { citizen } => {
				self.sentences.remove(&citizen).expect("was sentenced");
			}
			Event::Suspended { citizen, .. } => {
				let (penalty, from) = self.sentences.remove(&citizen).expect("was sentenced");
				assert!(penalty == Penalty::Suspension && from <= System::block_number());
				self.citizen(citizen).1 = Standing::Suspended;
			}
			Event::Reinstated { citizen } => self.citizen(citizen).1 = Standing::Active,
			Event::Renounced { citizen } => {
				self.citizens.remove(&citizen).expect("was a citizen");
			}
			Event::Revoked { citizen, grounds, .. } => {
				let (penalty, from) = self.sentences.remove(&citizen).expect("was sentenced");
				assert!(penalty == Penalty::Revocation(grounds) && from <= System::block_number());
				self.citizens.remove(&citizen).expect("was a citizen");
			}
			Event::VouchingSuspended { citizen, until } => self.citizen(citizen).3 = until,
			Event::RotationNamed { citizen, account } => {
				assert_eq!(self.rotations.insert(citizen, account), None);
			}
			Event::RotationCancelled { citizen, account } => {
				assert_eq!(self.rotations.remove(&citizen), Some(account));
			}
			Event::Rotated { citizen, old, new } => {
				assert_eq!(self.rotations.remove(&citizen), Some(new.clone()));
				assert_eq!(std::mem::replace(&mut self.citizen(citizen).0, new), old);
			}
			Event::RollKeyReplaced { citizen, old, new } => {
				assert_eq!(std::mem::replace(&mut self.citizen(citizen).2, new), old);
			}
			Event::FounderLeft { citizen } => assert_eq!(self.founder.take(), Some(citizen)),
			Event::__Ignore(..) => unreachable!("never made"),
		}
	}
}

/// Every call that may be free, by everybody and on everybody.
fn hopes() -> Vec<(Account, Call)> {
	let mut hopes = Vec::new();
	for (n, name) in PEOPLE.into_iter().enumerate() {
		let me = whose(name);
		for roll_key in [key(name, 0), key(name, 4)] {
			let proof = proof(&me, &roll_key);
			for deposit in [DepositSource::Own, DepositSource::Sponsored] {
				let evidence_hash = hash("evidence");
				let apply = Call::apply { charter: charter(), roll_key, proof, evidence_hash, deposit };
				hopes.push((me.clone(), apply));
			}
			hopes.push((me.clone(), Call::replace_roll_key { new_key: roll_key, proof }));
		}
		hopes.push((me.clone(), Call::withdraw_application {}));
		hopes.push((me.clone(), Call::renounce {}));
		hopes.push((me.clone(), Call::accept { charter: charter() }));
		hopes.push((me.clone(), Call::decline_sponsorship {}));
		hopes.push((me.clone(), Call::cancel_rotation {}));
		for citizen in 0..6 {
			hopes.push((me.clone(), Call::accept_rotation { citizen }));
			hopes.push((account(&format!("{name}'s phone")), Call::accept_rotation { citizen }));
			hopes.push((me.clone(), Call::execute_sentence { citizen }));
		}
		hopes.push((me.clone(), Call::rotate { new_account: account("nobody yet") }));
		for applicant in PEOPLE.map(whose) {
			hopes.push((me.clone(), Call::rotate { new_account: applicant.clone() }));
			hopes.push((me.clone(), Call::vouch { applicant: applicant.clone() }));
			hopes.push((me.clone(), Call::withdraw_vouch { applicant: applicant.clone() }));
			if n % 4 == 0 {
				hopes.push((me.clone(), Call::admit { applicant: applicant.clone() }));
				hopes.push((me.clone(), Call::lapse_challenge { applicant: applicant.clone() }));
				hopes.push((me.clone(), Call::close_application { applicant }));
			}
		}
	}
	hopes
}

/// Whether `call` is among those that the quota spares `who` the fee of, by a look at the storage.
fn is_covered(who: &Account, call: &Call) -> bool {
	let used = CitizenIds::<Test>::get(who).map(|id| citizen(id).free_acts.used_in(CurrentSeason::get()));
	match call.get_call_name() {
		"vouch" | "withdraw_vouch" | "rotate" | "replace_roll_key" => used < Some(2),
		"apply" => matches!(call, Call::apply { deposit: DepositSource::Sponsored, .. }),
		_ => true,
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn no_money_is_made_and_every_invariant_holds(steps in steps()) {
		world().execute_with(|| {
			let issued = Balances::total_issuance();
			for step in steps {
				take(step);
				assert_eq!(Balances::total_issuance(), issued);
				assert_ok!(Citizenship::do_try_state());
			}
		});
	}

	#[test]
	fn no_number_is_given_twice(steps in steps()) {
		world().execute_with(|| {
			let mut given: BTreeSet<_> = Citizens::<Test>::iter_keys().collect();
			for step in steps {
				take(step);
				for event in events() {
					if let Event::Admitted { citizen, .. } = event {
						assert!(given.insert(citizen), "{citizen} is reused");
					}
				}
			}
		});
	}

	#[test]
	fn no_season_takes_in_or_sentences_more_than_it_may(steps in steps()) {
		world().execute_with(|| {
			IntakeAllowance::set(0);
			IntakePercent::set(50);
			let (mut vouched, mut sentenced, mut citizens) = (0, 0, headcount().0);
			for step in steps {
				let season = CurrentSeason::get();
				let by_justice = SentencesPassed::<Test>::get();
				take(step);
				if CurrentSeason::get() != season {
					(vouched, sentenced, citizens) = (0, 0, headcount().0);
				}
				if SentencesPassed::<Test>::get() != by_justice {
					sentenced += 1;
				}
				for event in events() {
					if let Event::Admitted { admission: Admission::Vouched, .. } = event {
						vouched += 1;
					}
				}
				// Suspended citizens may be reinstated before the first admission.
				assert!(vouched <= (citizens + 9) / 2, "{vouched} of {citizens}");
				assert!(sentenced <= 1, "{sentenced}");
				for citizen in Citizens::<Test>::iter_values() {
					let now = System::block_number();
					let bound = citizen.bound_vouches.iter().filter(|until| **until > now).count();
					assert!(citizen.open_vouches.len() + bound <= 3);
				}
			}
		});
	}

	#[test]
	fn the_events_tell_the_whole_story(steps in steps()) {
		world().execute_with(|| {
			let mut story = Story::read();
			for step in steps {
				take(step);
				events().into_iter().for_each(|event| story.hear(event));
				assert_eq!(story, Story::read());
			}
		});
	}

	#[test]
	fn a_call_is_free_exactly_if_it_succeeds_and_is_covered(steps in steps()) {
		world().execute_with(|| {
			steps.into_iter().for_each(take);
			for (who, call) in hopes() {
				let covered = is_covered(&who, &call);
				let call = RuntimeCall::from(call);
				let outcome = with_transaction(|| {
					let outcome = call.clone().dispatch(signed(who.clone()));
					TransactionOutcome::Rollback(outcome.map(|_| ()).map_err(|it| it.error))
				});
				let free = call.is_feeless(&signed(who.clone()));
				assert_eq!(free, outcome.is_ok() && covered, "{who} calls {call:?}: {outcome:?}");
			}
		});
	}

	#[test]
	fn whatever_has_happened_everyone_can_leave_and_nothing_is_left_behind(steps in steps()) {
		world().execute_with(|| {
			steps.into_iter().for_each(take);
			for citizen in Citizens::<Test>::iter_values().collect::<Vec<_>>() {
				let renounce = RuntimeCall::from(Call::renounce {});
				assert!(renounce.is_feeless(&signed(citizen.account.clone())));
				assert_ok!(renounce.dispatch(signed(citizen.account)));
			}
			for applicant in Applications::<Test>::iter_keys().collect::<Vec<_>>() {
				assert_ok!(Citizenship::withdraw_application(signed(applicant)));
			}
			for (applicant, offer) in Sponsorships::<Test>::iter().collect::<Vec<_>>() {
				assert_ok!(Citizenship::withdraw_sponsorship(signed(offer.payer), applicant));
			}
			for sentence in Sentences::<Test>::iter_keys().collect::<Vec<_>>() {
				assert_ok!(Citizenship::lift_sentence(root(), sentence));
			}
			assert_ok!(Citizenship::do_try_state());
			assert_eq!(Story::read(), Story::default());
			assert_eq!(headcount(), (0, 0));
			assert_eq!(CitizenIds::<Test>::iter().count(), 0);
			assert_eq!(RollKeyOwners::<Test>::iter().count(), 0);
			assert_eq!(Issued::iter().count(), 0);
			for (who, account) in frame_system::Account::<Test>::iter() {
				assert_eq!((account.sufficients, account.consumers), (0, 0), "{who}");
				assert_eq!(Balances::reserved_balance(&who), 0, "{who}");
			}
		});
	}
}

#[test]
fn the_stories_try_every_call_and_each_succeeds_in_them() {
	use proptest::test_runner::{Config as Cases, RngAlgorithm, TestRng, TestRunner};
	let all: BTreeSet<_> = Call::get_call_names().iter().copied().collect();
	assert_eq!(TRIES.into_iter().map(|(call, _)| call).collect::<BTreeSet<_>>(), all);
	let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let mut runner = TestRunner::new_with_rng(Cases::with_cases(200), rng);
	let stories = runner.run(&steps(), |steps| {
		world().execute_with(|| steps.into_iter().for_each(take));
		Ok(())
	});
	assert_ok!(stories);
	SUCCEEDED.with_borrow(|succeeded| {
		for call in all {
			assert!(succeeded.get(call).is_some_and(|times| *times >= 3), "{call}: {succeeded:?}");
		}
	});
}
