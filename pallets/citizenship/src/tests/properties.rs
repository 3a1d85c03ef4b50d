//! Whatever people do, in whatever order: what must always hold.

use super::*;
use frame_support::storage::{with_transaction, TransactionOutcome};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Those who act. The first four are citizens at first, Eve and Gus own money, too.
const PEOPLE: [&str; 9] = ["Ada", "Ben", "Cleo", "Dora", "Eve", "Gus", "Finn", "Hope", "Iris"];

/// How often each call is tried, so that long stories happen.
const TRIES: [(&str, u32); 17] = [
	("apply", 12),
	("withdraw_application", 2),
	("sponsor", 6),
	("withdraw_sponsorship", 3),
	("vouch", 14),
	("withdraw_vouch", 3),
	("challenge", 4),
	("rule", 4),
	("lapse_challenge", 4),
	("close_application", 4),
	("admit", 14),
	("renounce", 1),
	("suspend", 1),
	("reinstate", 3),
	("revoke", 1),
	("rotate", 2),
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

/// Which call the step means, and by which origin. Most of them make sense, some are wrong on purpose.
fn meant(who: usize, call: &'static str, whom: usize, salt: u8) -> (Call, RuntimeOrigin) {
	let sensible = !salt.is_multiple_of(8);
	let citizen = pick(Citizens::<Test>::iter_keys(), whom).filter(|_| sensible).unwrap_or(salt.into());
	let applicant = pick(Applications::<Test>::iter_keys(), whom).filter(|_| sensible);
	let applicant = applicant.unwrap_or_else(|| whose(PEOPLE[whom]));
	let me = match call {
		"vouch" | "withdraw_vouch" | "challenge" if sensible => pick(CitizenIds::<Test>::iter_keys(), who),
		"withdraw_sponsorship" if sensible => {
			let payer = Applications::<Test>::get(&applicant).map(|it| it.deposit.payer);
			payer.or_else(|| pick(Sponsorships::<Test>::iter_values(), who).map(|offer| offer.payer))
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
			Call::apply { charter, roll_key, proof, evidence_hash: reason_hash }
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
			Call::rule { applicant, ruling }
		}
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
	let by_authority = matches!(call.get_call_name(), "rule" | "suspend" | "reinstate" | "revoke");
	let origin = if by_authority && !salt.is_multiple_of(5) { root() } else { signed(me) };
	(call, origin)
}

/// Takes one step. A call that fails changes nothing, and a free one does not fail.
fn take(step: Step) {
	match step {
		Step::Wait(blocks) => run_to(System::block_number() + blocks),
		Step::Season => turn_season(),
		Step::Amend => amend_charter(),
		Step::Rise => CurrentTier::set(Tier::Consultative),
		Step::Try { who, call, whom, salt } => {
			let (call, origin) = meant(who, call, whom, salt);
			let call = RuntimeCall::from(call);
			let free = call.is_feeless(&origin);
			let before = sp_io::storage::root(Default::default());
			if let Err(error) = call.clone().dispatch(origin) {
				let after = sp_io::storage::root(Default::default());
				assert_eq!(after, before, "{call:?} fails and changes something");
				assert!(!free, "{call:?} was thought free and fails: {error:?}");
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
	applicants: BTreeMap<Account, (RollKey, u64)>,
	vouches: BTreeSet<(Account, CitizenId)>,
	challenges: BTreeMap<Account, CitizenId>,
}

impl Story {
	/// What the storage says.
	fn read() -> Self {
		let mut story = Self {
			citizens: Citizens::<Test>::iter()
				.map(|(id, it)| (id, (it.account, it.standing, it.roll_key, it.may_vouch_from)))
				.collect(),
			founder: Founder::<Test>::get(),
			sponsors: Sponsorships::<Test>::iter().map(|(who, offer)| (who, offer.payer)).collect(),
			..Default::default()
		};
		for (applicant, it) in Applications::<Test>::iter() {
			story.vouches.extend(it.vouchers.iter().map(|voucher| (applicant.clone(), *voucher)));
			story.challenges.extend(it.challenge.map(|by| (applicant.clone(), by.challenger)));
			story.applicants.insert(applicant, (it.roll_key, it.challengeable_until));
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
			Event::SponsorshipWithdrawn { applicant, .. } => {
				self.sponsors.remove(&applicant);
			}
			Event::Applied { applicant, roll_key, .. } => {
				self.sponsors.remove(&applicant);
				let until = System::block_number() + CHALLENGE_PERIOD;
				self.applicants.insert(applicant, (roll_key, until));
			}
			Event::ApplicationClosed { applicant, .. } => {
				self.applicants.remove(&applicant).expect("the application was open");
				self.vouches.retain(|(whose, _)| *whose != applicant);
			}
			Event::Vouched { applicant, voucher } => {
				assert!(self.vouches.insert((applicant, voucher)));
			}
			Event::VouchWithdrawn { applicant, voucher } => {
				assert!(self.vouches.remove(&(applicant, voucher)));
			}
			Event::Challenged { applicant, challenger, .. } => {
				assert_eq!(self.challenges.insert(applicant, challenger), None);
			}
			Event::ChallengeLapsed { applicant, challenger } => {
				assert_eq!(self.challenges.remove(&applicant), Some(challenger));
			}
			Event::Ruled { applicant, challenger, ruling, .. } => {
				assert_eq!(self.challenges.remove(&applicant), Some(challenger));
				if ruling == Ruling::Dismissed {
					let application = self.applicants.get_mut(&applicant).expect("it goes on");
					application.1 = System::block_number() + CHALLENGE_PERIOD;
				}
			}
			Event::Admitted { citizen, account, .. } => {
				let (roll_key, _) = self.applicants.remove(&account).expect("the applicant");
				self.vouches.retain(|(whose, _)| *whose != account);
				let may_vouch_from = System::block_number() + SEASON_LENGTH;
				let record = (account, Standing::Active, roll_key, may_vouch_from);
				assert_eq!(self.citizens.insert(citizen, record), None);
			}
			Event::Suspended { citizen, .. } => self.citizen(citizen).1 = Standing::Suspended,
			Event::Reinstated { citizen } => self.citizen(citizen).1 = Standing::Active,
			Event::Renounced { citizen } | Event::Revoked { citizen, .. } => {
				self.citizens.remove(&citizen).expect("was a citizen");
			}
			Event::VouchingSuspended { citizen, until } => self.citizen(citizen).3 = until,
			Event::Rotated { citizen, old, new } => {
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
			let evidence_hash = hash("evidence");
			hopes.push((me.clone(), Call::apply { charter: charter(), roll_key, proof, evidence_hash }));
			hopes.push((me.clone(), Call::replace_roll_key { new_key: roll_key, proof }));
		}
		hopes.push((me.clone(), Call::withdraw_application {}));
		hopes.push((me.clone(), Call::renounce {}));
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
		"apply" => Sponsorships::<Test>::contains_key(who),
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
fn the_stories_try_every_call() {
	let tried: BTreeSet<_> = TRIES.into_iter().map(|(call, _)| call).collect();
	assert_eq!(tried, Call::get_call_names().iter().copied().collect());
}
