//! Ballot accounts.

use crate::{mock::*, *};
use civitas_primitives::Ballots;
use frame_support::{assert_noop, traits::Authorize};
use frame_system::RawOrigin;

fn alias_of(account: u64) -> Option<Alias> {
	<Roll as Ballots<u64>>::alias_of(&account, Context::Nation)
}

/// A sealed roll of seven, in two rings.
fn with_a_roll(test: impl FnOnce()) {
	build_and_execute(|| {
		admit_many(7);
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

#[test]
fn a_replayed_enrolment_is_refused_even_after_the_alias_has_moved_on() {
	with_a_roll(|| {
		let first = enrolment(0, seat(0), Context::Nation, 55);
		assert_eq!(submit(first.clone()), Ok(()));
		assert_eq!(submit(first.clone()), refused(Error::AlreadyEnrolled));
		assert_eq!(enrol(0, 56), Ok(()));
		assert_eq!(submit(first), refused(Error::AlreadyEnrolled), "whoever found the old phone is out");
		assert_eq!(alias_of(55), None);
	});
}

#[test]
fn each_reason_to_refuse_has_its_own_error() {
	with_a_roll(|| {
		let good = enrolment(0, seat(0), Context::Nation, 55);
		let Call::enrol { season, ring, context, account, alias: name, proof } = good.clone() else {
			unreachable!()
		};
		let with = |season, ring, context, account, alias, proof: &RingProof| {
			submit(Call::enrol { season, ring, context, account, alias, proof: Box::new(*proof) })
		};
		let nowhere = RingId::Nation(8);
		let in_a_cell = RingId::Cell(3, 0);
		let other_ring = seat(6);
		assert_ne!(other_ring, ring);
		let junk = [7; 785];
		assert_eq!(with(0, ring, context, account, name, &proof), refused(Error::WrongSeason));
		assert_eq!(with(2, ring, context, account, name, &proof), refused(Error::WrongSeason));
		assert_eq!(with(season, nowhere, context, account, name, &proof), refused(Error::UnknownRing));
		assert_eq!(with(season, in_a_cell, context, account, name, &proof), refused(Error::WrongContext));
		assert_eq!(
			with(season, ring, Context::Residence, account, name, &proof),
			refused(Error::WrongContext)
		);
		assert_eq!(with(season, ring, context, 1003, name, &proof), refused(Error::NotSecret));
		assert_eq!(with(season, ring, context, 56, name, &proof), refused(Error::InvalidProof));
		assert_eq!(with(season, other_ring, context, account, name, &proof), refused(Error::InvalidProof));
		assert_eq!(with(season, ring, context, account, [1; 32], &proof), refused(Error::WrongAlias));
		assert_eq!(with(season, ring, context, account, name, &junk), refused(Error::MalformedProof));
		assert_eq!(submit(enrolment(99, ring, context, account)), refused(Error::InvalidProof), "a stranger");
		assert_eq!(submit(good), Ok(()));
	});
}

#[test]
fn the_pool_names_errors_by_their_number_in_the_metadata() {
	use InvalidTransaction::Custom;
	assert_eq!(Roll::refusal(Error::WrongSeason), Custom(0).into());
	assert_eq!(Roll::refusal(Error::InvalidProof), Custom(9).into());
	assert_eq!(Roll::refusal(Error::AlreadyBuilt), Custom(12).into());
}

#[test]
fn a_proof_of_last_season_is_worth_nothing() {
	with_a_roll(|| {
		let late = enrolment(0, seat(0), Context::Nation, 55);
		attest_all();
		next_season();
		assert_eq!(submit(late.clone()), refused(Error::WrongSeason));
		let Call::enrol { ring, context, account, proof, .. } = late else { unreachable!() };
		let alias = alias(0, context, 2);
		assert_eq!(
			submit(Call::enrol { season: 2, ring, context, account, alias, proof }),
			refused(Error::InvalidProof)
		);
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
fn who_is_revoked_keeps_the_live_alias_and_has_none_after_the_next_sealing() {
	with_a_roll(|| {
		let ring = seat(0);
		leave(0);
		assert_eq!(enrol_secret(0, ring, 55), Ok(()), "nobody knows which alias it is");
		attest_all();
		next_season();
		assert_eq!(enrol_secret(0, RingId::Nation(0), 56), refused(Error::InvalidProof));
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
fn an_alias_enrols_a_limited_number_of_accounts() {
	with_a_roll(|| {
		let name = alias(0, Context::Nation, 1);
		for n in 0..MAX_ENROLMENTS {
			assert_eq!(Roll::enrolments_left_now(Context::Nation, name), MAX_ENROLMENTS - n);
			assert_eq!(enrol(0, 100 + u64::from(n)), Ok(()));
		}
		assert_eq!(enrol(0, 300), refused(Error::TooManyEnrolments));
		assert_eq!(alias_of(107), Some(name));
		attest_all();
		next_season();
		assert_eq!(enrol(0, 300), Ok(()));
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
		assert_eq!(Enrolments::<Test>::iter().count(), 3);
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
fn the_pool_takes_one_enrolment_for_each_account_and_alias_at_a_time() {
	with_a_roll(|| {
		let valid = |secret, account| {
			enrolment(secret, seat(secret), Context::Nation, account)
				.authorize(TransactionSource::External)
				.expect("it is authorized")
				.expect("it is valid")
				.0
		};
		let (ada, again, ben, same_account) = (valid(0, 55), valid(0, 56), valid(1, 57), valid(1, 55));
		let conflict = |a: &ValidTransaction, b: &ValidTransaction| {
			a.provides.iter().any(|tag| b.provides.contains(tag))
		};
		assert!(conflict(&ada, &again), "one alias");
		assert!(conflict(&ada, &same_account), "one account");
		assert!(!conflict(&ada, &ben));
		assert_eq!(ada.priority, 0, "after every signed transaction");
		assert_eq!((ada.longevity, ada.propagate), (64, true));
	});
}

#[test]
fn a_refused_enrolment_changes_nothing() {
	with_a_roll(|| {
		let Call::enrol { season, ring, context, account, alias, proof } =
			enrolment(0, seat(0), Context::Nation, 1003)
		else {
			unreachable!()
		};
		assert_noop!(
			Roll::enrol(RawOrigin::Authorized.into(), season, ring, context, account, alias, proof),
			Error::<Test>::NotSecret
		);
	});
}

#[test]
fn messages_and_contexts_differ_in_every_part() {
	build_and_execute(|| {
		let mut seen = std::collections::BTreeSet::new();
		for season in [0, 1, 256] {
			for context in [Context::Nation, Context::Residence] {
				assert!(seen.insert(Roll::context_bytes(context, season).to_vec()));
				for account in [0, 1, 1 << 40] {
					assert!(seen.insert(Roll::message(season, context, &account)));
				}
			}
		}
		let before = Roll::context_bytes(Context::Nation, 1);
		frame_system::BlockHash::<Test>::insert(0, sp_core::H256::repeat_byte(9));
		assert_ne!(Roll::context_bytes(Context::Nation, 1), before, "another chain");
		assert!(Roll::message(1, Context::Nation, &5).windows(32).any(|part| part == [9; 32]));
	});
}
