//! Ballot accounts.

use crate::{mock::*, *};
use civitas_primitives::{BallotAccounts, Ballots, MembershipError, Memberships};
use frame_support::{assert_noop, traits::Authorize};
use frame_system::RawOrigin;
use sp_runtime::testing::TestSignature;

fn alias_of(account: u64) -> Option<Alias> {
	<Roll as Ballots<u64>>::alias_of(&account, Context::Nation)
}

/// A sealed roll of nine, in two rings.
fn with_a_roll(test: impl FnOnce()) {
	build_and_execute(|| {
		admit_many(9);
		next_season();
		System::reset_events();
		test();
	});
}

#[docify::export]
#[test]
fn a_proof_enrols_an_account_that_owns_nothing() {
	with_a_roll(|| {
		let (ada, ballot_account) = (0, 55);
		assert_eq!(enrol(ada, ballot_account), Ok(()));
		let name = alias(ada, Context::Nation, 1);
		assert_eq!(alias_of(ballot_account), Some(name));
		System::assert_last_event(
			Event::Enrolled {
				season: 1,
				context: Context::Nation,
				ring: seat(ada),
				alias: name,
				account: ballot_account,
			}
			.into(),
		);
		assert_eq!(System::sufficients(&ballot_account), 1, "the account lives without a balance");
	});
}

#[test]
fn an_alias_moves_to_another_account_and_leaves_the_old_one_silent() {
	with_a_roll(|| {
		assert_eq!(enrol(0, 55), Ok(()));
		assert_eq!(enrol(0, 56), Ok(()));
		let name = alias(0, Context::Nation, 1);
		assert_eq!((alias_of(55), alias_of(56)), (None, Some(name)));
		assert_eq!((System::sufficients(&55), System::sufficients(&56)), (0, 1));
		System::assert_last_event(
			Event::EnrolmentMoved {
				season: 1,
				context: Context::Nation,
				ring: seat(0),
				alias: name,
				old: 55,
				new: 56,
			}
			.into(),
		);
	});
}

/// The parts of an enrolment, to be changed one by one.
#[derive(Clone)]
struct Parts {
	season: SeasonIndex,
	ring: RingId,
	context: Context,
	account: u64,
	alias: Alias,
	count: u32,
	at: u64,
	consent: TestSignature,
	proof: Box<RingProof>,
}

impl Parts {
	fn of(call: Call<Test>) -> Self {
		let Call::enrol { season, ring, context, account, alias, count, at, consent, proof } = call else {
			unreachable!()
		};
		Self { season, ring, context, account, alias, count, at, consent, proof }
	}

	fn submit(self) -> Result<(), TransactionValidityError> {
		let Self { season, ring, context, account, alias, count, at, consent, proof } = self;
		submit(Call::enrol { season, ring, context, account, alias, count, at, consent, proof })
	}
}

/// Submits an enrolment of `secret` with one part changed.
fn with(secret: u32, change: impl FnOnce(&mut Parts)) -> Result<(), TransactionValidityError> {
	let mut parts = Parts::of(enrolment(secret, seat(secret), Context::Nation, 55));
	change(&mut parts);
	parts.submit()
}

#[test]
fn an_enrolment_used_again_is_refused_even_after_the_alias_has_moved_on() {
	with_a_roll(|| {
		let first = enrolment(0, seat(0), Context::Nation, 55);
		assert_eq!(submit(first.clone()), Ok(()));
		assert_eq!(submit(first.clone()), refused(Error::AlreadyEnrolled));
		assert_eq!(enrol(0, 56), Ok(()));
		assert_eq!(submit(first), refused(Error::WrongCount), "whoever found the old phone is out");
		assert_eq!(alias_of(55), None);
	});
}

#[test]
fn nobody_enrols_an_account_that_does_not_ask_for_it() {
	with_a_roll(|| {
		// Vera's node sees that she enrols account 55. It proves the account for its own alias.
		let (vera, node) = (0, 1);
		let hers = Parts::of(enrolment(vera, seat(vera), Context::Nation, 55));
		let mut squat = Parts::of(enrolment(node, seat(node), Context::Nation, 55));
		squat.consent = hers.consent.clone();
		assert_eq!(squat.clone().submit(), refused(Error::NoConsent), "her signature is for her alias");
		squat.consent = TestSignature(66, squat.consent.1);
		assert_eq!(squat.submit(), refused(Error::NoConsent), "nor does another account's signature count");
		assert_eq!(hers.submit(), Ok(()));
		assert_eq!(alias_of(55), Some(alias(vera, Context::Nation, 1)));
	});
}

#[test]
fn wallets_may_wrap_what_the_account_signs() {
	with_a_roll(|| {
		let wrap = |bytes: &[u8]| [b"<Bytes>", bytes, b"</Bytes>"].concat();
		assert_eq!(
			with(0, |it| it.consent.1 = wrap(&wrap(&it.consent.1))),
			refused(Error::NoConsent),
			"once is enough"
		);
		assert_eq!(with(0, |it| it.consent.1 = wrap(&it.consent.1)), Ok(()));
	});
}

#[test]
fn a_proof_held_back_is_worth_nothing_after_a_while() {
	with_a_roll(|| {
		let window = ProofWindow::get();
		let at = System::block_number() - 1;
		let [swallowed, in_time] =
			[0, 1].map(|secret| enrolment(secret, seat(secret), Context::Nation, 60 + u64::from(secret)));
		go_to(at + window);
		assert_eq!(submit(in_time), Ok(()), "the last block for it");
		wait(1);
		assert_eq!(submit(swallowed), refused(Error::NotRecent));
		// Nor can it be sent with a newer block, with one to come, or with one of another fork.
		let now = System::block_number();
		assert_eq!(with(0, |it| it.at = now), refused(Error::NotRecent));
		assert_eq!(with(0, |it| it.at = now + 1), refused(Error::NotRecent));
		assert_eq!(with(0, |it| it.at = u64::MAX), refused(Error::NotRecent));
		assert_eq!(with(0, |it| it.at -= 1), refused(Error::NoConsent));
		assert_eq!(
			with(0, |it| {
				it.at -= 1;
				it.consent.1 =
					Roll::consent(it.season, it.context, it.alias, 0, it.at).expect("it is recent");
			}),
			refused(Error::InvalidProof)
		);
		let other_fork = enrolment(0, seat(0), Context::Nation, 55);
		frame_system::BlockHash::<Test>::insert(now - 1, sp_core::H256::repeat_byte(3));
		assert_eq!(submit(other_fork), refused(Error::NoConsent));
	});
}

#[test]
fn a_swallowed_proof_cannot_take_the_voice_back() {
	with_a_roll(|| {
		let swallowed = enrolment(0, seat(0), Context::Nation, 55);
		assert_eq!(enrol(0, 56), Ok(()), "by another node");
		assert_eq!(submit(swallowed), refused(Error::WrongCount));
		assert_eq!(alias_of(56), Some(alias(0, Context::Nation, 1)));
	});
}

#[test]
fn after_two_moves_an_alias_moves_once_in_each_period_and_never_for_the_last_time() {
	with_a_roll(|| {
		let name = alias(0, Context::Nation, 1);
		let info = || Roll::alias_info(1, Context::Nation, name);
		assert_eq!(info(), AliasInfo { used: 0, account: None, moves_from: 0 });
		for account in [55, 56, 57] {
			assert_eq!(enrol(0, account), Ok(()), "the first and two moves");
		}
		// A coercer who has the secret has spent the free moves. The voter waits and moves again, as often as it takes.
		let mut last = 57;
		for day in 0..20 {
			let moved = System::block_number();
			assert_eq!(
				info(),
				AliasInfo { used: 3 + day, account: Some(last), moves_from: moved + MovePeriod::get() }
			);
			go_to(moved + MovePeriod::get() - 1);
			assert_eq!(enrol(0, 200), refused(Error::MovedTooSoon));
			wait(1);
			last = 100 + u64::from(day);
			assert_eq!(enrol(0, last), Ok(()));
			assert_eq!(alias_of(last), Some(name));
		}
		assert_eq!(Enrolments::<Test>::iter().count(), 1, "nothing is left of the others");
		// The wait ends with the season: the next alias is another one.
		attest_all();
		next_season();
		assert_eq!(enrol(0, 300), Ok(()));
	});
}

#[test]
fn an_account_left_behind_is_free_again() {
	with_a_roll(|| {
		assert_eq!(enrol(0, 55), Ok(()));
		assert_eq!(enrol(0, 56), Ok(()));
		assert_eq!(Enrolments::<Test>::get(55), None);
		assert!(!System::account_exists(&55));
		let is_one = |account: u64| <Roll as BallotAccounts<u64>>::is_ballot_account(&account);
		assert!(is_one(56) && !is_one(55));
		assert_eq!(enrol(1, 55), Ok(()), "it can speak for somebody else");
		assert_eq!(alias_of(55), Some(alias(1, Context::Nation, 1)));
	});
}

#[test]
fn nobody_enrols_for_an_income_or_a_scope() {
	with_a_roll(|| {
		for context in [Context::Income, Context::Scope([4; 32])] {
			assert_eq!(submit(enrolment(0, seat(0), context, 55)), refused(Error::NotEnrollable));
		}
		assert_eq!(Enrolments::<Test>::iter().count(), 0);
	});
}

#[test]
fn other_pallets_check_what_a_member_says() {
	with_a_roll(|| {
		let (season, context, ring) = (1, Context::Income, seat(0));
		let claim = Ballot { season, context, ring, alias: alias(0, context, season) };
		let at = System::block_number() - 1;
		let message = [
			&b"test"[..],
			&(System::block_hash(0), season).encode(),
			b"said",
			&(at, System::block_hash(at)).encode(),
		]
		.concat();
		let proof = prove(0, &Roll::ring_members(ring), &Roll::context_bytes(context, season), &message);
		let check = |claim: &Ballot, purpose: &[u8], said: &[u8], at| {
			<Roll as Memberships<u64>>::check(claim, purpose, said, at, &proof)
		};
		assert_eq!(check(&claim, b"test", b"said", at), Ok(()));
		assert_eq!(check(&claim, b"test", b"unsaid", at), Err(MembershipError::Invalid));
		assert_eq!(check(&claim, b"best", b"said", at), Err(MembershipError::Invalid));
		assert_eq!(check(&claim, b"test", b"said", at - 1), Err(MembershipError::Invalid));
		assert_eq!(check(&claim, b"test", b"said", at + 1), Err(MembershipError::NotRecent));
		let stranger = Ballot { alias: [1; 32], ..claim };
		assert_eq!(check(&stranger, b"test", b"said", at), Err(MembershipError::WrongAlias));
		let voter = Ballot { context: Context::Nation, ..claim };
		assert_eq!(check(&voter, b"test", b"said", at), Err(MembershipError::Invalid));
		let resident = Ballot { context: Context::Residence, ..claim };
		assert_eq!(check(&resident, b"test", b"said", at), Err(MembershipError::WrongContext));
		assert_eq!(<Roll as Memberships<u64>>::lifetime(at), ProofWindow::get());
		wait(ProofWindow::get());
		assert_eq!(<Roll as Memberships<u64>>::lifetime(at), 0);
		assert_eq!(check(&claim, b"test", b"said", at), Err(MembershipError::NotRecent));
	});
}

#[test]
fn a_ring_too_small_to_hide_anybody_is_not_used() {
	build_and_execute(|| {
		let only = admit_many(2);
		next_season();
		assert_eq!(Roll::ring_infos(None, 0, 9)[0].status, RingStatus::TooSmall);
		assert_eq!(enrol(only[0], 55), refused(Error::RingTooSmall));
		admit();
		attest_all();
		next_season();
		assert_eq!(enrol(only[0], 55), Ok(()), "three are the minimum here");
		assert_eq!(Roll::roll_info().minimum, 3);
	});
}

#[test]
fn no_parameter_asks_for_more_than_sixteen_in_a_ring() {
	build_and_execute(|| {
		RingSize::set(255);
		MinRingSize::set(127);
		admit_many(15);
		next_season();
		assert_eq!(Roll::roll_info().minimum, 16);
		assert_eq!(enrol(0, 55), refused(Error::RingTooSmall));
		admit();
		attest_all();
		next_season();
		assert_eq!(enrol(0, 55), Ok(()));
	});
}

#[test]
fn each_reason_to_refuse_has_its_own_error() {
	with_a_roll(|| {
		let other_ring = RingId::Nation(1 - Group::of(seat(0)).1);
		assert_eq!(with(0, |it| it.season = 0), refused(Error::WrongSeason));
		assert_eq!(with(0, |it| it.season = 2), refused(Error::WrongSeason));
		assert_eq!(with(0, |it| it.ring = RingId::Nation(8)), refused(Error::UnknownRing));
		assert_eq!(with(0, |it| it.ring = RingId::Cell(3, 0)), refused(Error::WrongContext));
		assert_eq!(with(0, |it| it.context = Context::Residence), refused(Error::WrongContext));
		assert_eq!(with(0, |it| it.account = 1003), refused(Error::NotSecret));
		assert_eq!(with(0, |it| it.account = LANDHOLDER), refused(Error::NotSecret));
		assert_eq!(with(0, |it| it.count = 1), refused(Error::WrongCount));
		assert_eq!(with(0, |it| it.account = 56), refused(Error::NoConsent));
		assert_eq!(with(0, |it| it.consent.1[0] ^= 1), refused(Error::NoConsent));
		assert_eq!(with(0, |it| it.alias = [1; 32]), refused(Error::NoConsent));
		let stolen = |it: &mut Parts| {
			it.account = 56;
			it.consent.0 = 56;
		};
		assert_eq!(with(0, stolen), refused(Error::InvalidProof), "a proof for another account");
		assert_eq!(with(0, |it| it.ring = other_ring), refused(Error::InvalidProof));
		let other_alias = |it: &mut Parts| {
			it.alias = [1; 32];
			it.consent.1 = Roll::consent(1, it.context, it.alias, 0, it.at).expect("it is recent");
		};
		assert_eq!(with(0, other_alias), refused(Error::WrongAlias));
		assert_eq!(with(0, |it| *it.proof = [7; 785]), refused(Error::MalformedProof));
		assert_eq!(
			submit(enrolment(99, seat(0), Context::Nation, 55)),
			refused(Error::InvalidProof),
			"a stranger"
		);
		assert_eq!(with(0, |_| {}), Ok(()));
		assert_eq!(with(1, |_| {}), refused(Error::AlreadyEnrolled));
	});
}

#[test]
fn the_pool_names_errors_by_their_number_in_the_metadata() {
	use InvalidTransaction::Custom;
	assert_eq!(Roll::refusal(Error::WrongSeason), Custom(0).into());
	assert_eq!(Roll::refusal(Error::InvalidProof), Custom(9).into());
	assert_eq!(Roll::refusal(Error::AlreadyBuilt), Custom(12).into());
	assert_eq!(Roll::refusal(Error::NoConsent), Custom(17).into());
}

#[test]
fn a_proof_of_last_season_is_worth_nothing() {
	with_a_roll(|| {
		let late = enrolment(0, seat(0), Context::Nation, 55);
		attest_all();
		next_season();
		assert_eq!(submit(late.clone()), refused(Error::WrongSeason));
		let mut parts = Parts::of(late);
		let fresh = Parts::of(enrolment(0, seat(0), Context::Nation, 55));
		parts = Parts { proof: parts.proof, ..fresh };
		assert_eq!(parts.submit(), refused(Error::InvalidProof));
	});
}

#[test]
fn a_key_changed_in_a_season_gives_no_second_alias() {
	with_a_roll(|| {
		let ring = seat(0);
		assert_eq!(enrol_secret(0, ring, 55), Ok(()));
		rekey(0, 80);
		assert_eq!(enrol_secret(80, ring, 56), refused(Error::InvalidProof));
		attest_all();
		next_season();
		assert_eq!(enrol_secret(0, ring, 57), refused(Error::InvalidProof), "the old key is off the roll");
		assert_eq!(enrol_secret(80, ring, 58), Ok(()));
	});
}

#[test]
fn while_the_roll_is_sealed_and_built_no_key_of_either_season_enrols() {
	with_a_roll(|| {
		let ring = seat(0);
		rekey(0, 80);
		attest_all();
		turn();
		assert_eq!(enrol_secret(0, ring, 55), refused(Error::NotSealed));
		assert_eq!(enrol_secret(80, ring, 55), refused(Error::NotSealed));
		assert_eq!(submit(Call::seal { season: 2 }), Ok(()));
		assert_eq!(enrol_secret(0, ring, 55), refused(Error::NotBuilt));
		assert_eq!(enrol_secret(80, ring, 55), refused(Error::NotBuilt));
		idle();
		assert_eq!(enrol_secret(0, ring, 55), refused(Error::InvalidProof));
		assert_eq!(enrol_secret(80, ring, 55), Ok(()));
	});
}

#[test]
fn leaving_and_joining_again_gives_no_second_alias() {
	with_a_roll(|| {
		let ring = seat(0);
		assert_eq!(enrol(0, 55), Ok(()));
		leave(0);
		idle();
		let again = admit();
		rekey(again, 81);
		assert_eq!(enrol_secret(81, ring, 56), refused(Error::InvalidProof));
		attest_all();
		next_season();
		assert_eq!(enrol(again, 56), Ok(()));
		assert_eq!(enrol_secret(0, seat(again), 57), refused(Error::InvalidProof));
	});
}

#[test]
fn whoever_leaves_or_is_revoked_enrols_no_more_once_the_ring_is_built_again() {
	with_a_roll(|| {
		let ring = seat(0);
		let neighbour = (1..9).find(|one| seat(*one) == ring).expect("a ring has several members");
		let size = Roll::ring_info(ring).expect("it is there").size;
		assert_eq!(enrol(neighbour, 54), Ok(()));
		leave(0);
		assert_eq!(
			Roll::ring_info(ring).map(|it| (it.size, it.status)),
			Some((size - 1, RingStatus::Unbuilt))
		);
		assert_eq!(enrol_secret(0, ring, 55), refused(Error::NotBuilt), "not even in the next block");
		assert_eq!(enrol(neighbour, 57), refused(Error::NotBuilt), "the others wait for the ring");
		Roll::do_try_state().expect("every invariant holds");
		idle();
		assert!(!Roll::ring_members(ring).contains(&key(0)));
		assert_eq!(enrol_secret(0, ring, 55), refused(Error::InvalidProof));
		assert_eq!(alias_of(54), Some(alias(neighbour, Context::Nation, 1)), "what is enrolled stays");
		assert_eq!(enrol(neighbour, 57), Ok(()), "and moves, under the same alias");
		assert_eq!(alias_of(57), Some(alias(neighbour, Context::Nation, 1)));
		assert_eq!(<Roll as Ballots<u64>>::electorate(1), Some(9), "polls still count who left");
		attest_all();
		next_season();
		let mut left = nation().concat();
		left.sort();
		assert_eq!(left, (1..9).collect::<Vec<_>>());
		for ring in [RingId::Nation(0), RingId::Nation(1)] {
			assert_eq!(enrol_secret(0, ring, 56), refused(Error::InvalidProof));
		}
	});
}

#[test]
fn whoever_leaves_while_the_roll_is_sealed_gets_no_seat_on_it() {
	build_and_execute(|| {
		admit_many(4);
		turn();
		leave(1);
		idle();
		assert_eq!(nation(), [vec![0, 2, 3]]);
		assert_eq!(Electors::<Test>::iter().count(), 4, "the claim to leave waits for the next sealing");
		attest_all();
		next_season();
		assert_eq!((Electors::<Test>::iter().count(), nation()), (3, vec![vec![0, 2, 3]]));
	});
}

#[test]
fn a_ring_that_everybody_leaves_is_built_and_used_by_nobody() {
	build_and_execute(|| {
		let people = admit_many(3);
		people.iter().for_each(|one| move_to(*one, Some(cell(0, 1))));
		next_season();
		let local = Roll::ring_of(0, Context::Residence).expect("a resident");
		people.into_iter().for_each(leave);
		idle();
		for ring in [RingId::Nation(0), local] {
			assert_eq!(Roll::ring_info(ring).map(|it| (it.size, it.status)), Some((0, RingStatus::TooSmall)));
			assert!(Roll::ring_members(ring).is_empty());
		}
		next_season();
		assert_eq!(Seating::<Test>::iter().count(), 0);
	});
}

#[test]
fn two_people_have_two_aliases_and_one_has_one_in_each_context() {
	build_and_execute(|| {
		let people = admit_many(3);
		people.iter().for_each(|one| move_to(*one, Some(cell(0, 1))));
		next_season();
		let local = Roll::ring_of(0, Context::Residence).expect("a resident");
		assert_eq!(local, RingId::Cell(cell(0, 1), 0));
		assert_eq!(enrol(0, 55), Ok(()));
		assert_eq!(enrol(1, 56), Ok(()));
		assert_eq!(submit(enrolment(0, local, Context::Residence, 57)), Ok(()));
		assert_eq!(
			submit(enrolment(0, local, Context::Residence, 55)),
			refused(Error::AlreadyEnrolled),
			"one account for one alias"
		);
		let ballot = |account: u64| <Roll as Ballots<u64>>::ballot(&account).expect("it speaks");
		assert_ne!(ballot(55).alias, ballot(56).alias);
		assert_ne!(ballot(55).alias, ballot(57).alias);
		assert_eq!(ballot(57).ring, local, "a resident's ring tells where they live");
		assert_eq!(<Roll as Ballots<u64>>::alias_of(&57, Context::Nation), None);
	});
}

#[test]
fn an_enrolment_serves_the_season_after_and_is_then_forgotten() {
	with_a_roll(|| {
		assert_eq!(enrol(0, 55), Ok(()));
		assert_eq!(enrol(0, 56), Ok(()));
		assert_eq!(enrol(1, 60), Ok(()));
		let speaks = |account: u64| <Roll as Ballots<u64>>::ballot(&account).is_some();
		attest_all();
		next_season();
		assert!(speaks(56) && speaks(60), "for polls that began last season");
		assert_eq!(alias_of(56), None, "but not for this season");
		attest_all();
		turn();
		assert!(!speaks(56) && !speaks(60), "even before the clean-up");
		assert_eq!(Enrolments::<Test>::iter().count(), 2);
		idle();
		assert_eq!((Enrolments::<Test>::iter().count(), Aliases::<Test>::iter().count()), (0, 0));
		System::assert_last_event(Event::EnrolmentsForgotten { season: 1 }.into());
		for account in [55, 56, 60] {
			assert_eq!(System::sufficients(&account), 0);
			assert!(!System::account_exists(&account));
		}
	});
}

#[test]
fn the_pool_keeps_the_newest_enrolment_of_each_account_and_alias() {
	with_a_roll(|| {
		wait(5);
		let now = System::block_number();
		let valid = |secret, account, at| {
			enrolment_at(secret, seat(secret), Context::Nation, account, at)
				.authorize(TransactionSource::External)
				.expect("it is authorized")
				.expect("it is valid")
				.0
		};
		let ada = valid(0, 55, now - 3);
		let (again, ben, same_account) =
			(valid(0, 56, now - 2), valid(1, 57, now - 2), valid(1, 55, now - 3));
		let conflict = |a: &ValidTransaction, b: &ValidTransaction| {
			a.provides.iter().any(|tag| b.provides.contains(tag))
		};
		assert!(conflict(&ada, &again), "one alias");
		assert!(conflict(&ada, &same_account), "one account");
		assert!(!conflict(&ada, &ben));
		assert!(again.priority > ada.priority, "the pool replaces the older one");
		assert_eq!(ada.priority, same_account.priority, "the pool keeps what it has");
		assert_eq!((ada.longevity, ada.propagate), (ProofWindow::get() - 2, true));
		assert!(again.longevity > ada.longevity);
	});
}

#[test]
fn a_refused_enrolment_changes_nothing() {
	with_a_roll(|| {
		let Parts { season, ring, context, account, alias, count, at, consent, proof } =
			Parts::of(enrolment(0, seat(0), Context::Nation, 1003));
		assert_noop!(
			Roll::enrol(
				RawOrigin::Authorized.into(),
				season,
				ring,
				context,
				account,
				alias,
				count,
				at,
				consent,
				proof
			),
			Error::<Test>::NotSecret
		);
	});
}

#[test]
fn messages_consents_and_contexts_differ_in_every_part() {
	build_and_execute(|| {
		go_to(9);
		let mut seen = std::collections::BTreeSet::new();
		let contexts = [
			Context::Nation,
			Context::Residence,
			Context::Income,
			Context::Scope([0; 32]),
			Context::Scope([1; 32]),
		];
		for season in [0, 1, 256] {
			for context in contexts {
				assert!(seen.insert(Roll::context_bytes(context, season).to_vec()));
				for (account, count, at) in [(0, 0, 0), (1, 0, 0), (1 << 40, 0, 0), (0, 1, 0), (0, 0, 7)] {
					let message = Roll::message(season, context, &account, count, at);
					assert!(seen.insert(message.expect("the block is recent")));
				}
				for (alias, count, at) in [([0; 32], 0, 0), ([1; 32], 0, 0), ([0; 32], 1, 0), ([0; 32], 0, 7)]
				{
					let consent = Roll::consent(season, context, alias, count, at);
					assert!(seen.insert(consent.expect("the block is recent")));
				}
			}
		}
		let before = Roll::context_bytes(Context::Nation, 1);
		frame_system::BlockHash::<Test>::insert(0, sp_core::H256::repeat_byte(9));
		assert_ne!(Roll::context_bytes(Context::Nation, 1), before, "another chain");
		let message = Roll::message(1, Context::Nation, &5, 0, 7).expect("the block is recent");
		assert!(message.windows(32).any(|part| part == [9; 32]));
	});
}

#[test]
fn the_bytes_are_those_that_the_documentation_gives_to_wallets() {
	build_and_execute(|| {
		go_to(9);
		let (genesis, at) = ([69u8; 32], System::block_hash(7).0);
		let context =
			sp_io::hashing::blake2_256(&[&b"civitas/scope"[..], &[4; 32], &genesis, &[3, 0, 0, 0]].concat());
		assert_eq!(Roll::context_bytes(Context::Scope([4; 32]), 3), context);
		let income = sp_io::hashing::blake2_256(&[&b"civitas/income"[..], &genesis, &[3, 0, 0, 0]].concat());
		assert_eq!(Roll::context_bytes(Context::Income, 3), income);
		let account = 5u64.to_le_bytes();
		let ends = [&2u32.to_le_bytes()[..], &7u64.to_le_bytes(), &at].concat();
		let message = [&b"civitas/roll/enrol"[..], &genesis, &[3, 0, 0, 0], &[0], &account, &ends].concat();
		assert_eq!(Roll::message(3, Context::Nation, &5, 2, 7), Some(message));
		let consent = [&b"civitas/roll/consent"[..], &genesis, &[3, 0, 0, 0], &[1], &[8; 32], &ends].concat();
		assert_eq!(Roll::consent(3, Context::Residence, [8; 32], 2, 7), Some(consent));
	});
}
