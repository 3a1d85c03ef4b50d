// SPDX-License-Identifier: Apache-2.0
//! Stories of lost keys. Ada is citizen 0; her friends are Bo (1), Cy (2) and Di (3), two of whom must agree.

use crate::{mock::*, *};
use frame_support::{assert_err, assert_noop, assert_ok, dispatch::CheckIfFeeless};

type E = Error<Test>;

const ADA: CitizenId = 0;
const BO: CitizenId = 1;
const CY: CitizenId = 2;
const DI: CitizenId = 3;
/// Ada's next phone.
const PHONE: u64 = 200;
/// A thief's.
const THIEF: u64 = 666;

fn by(citizen: CitizenId) -> RuntimeOrigin {
	RuntimeOrigin::signed(100 + u64::from(citizen))
}

fn friends(ids: &[CitizenId]) -> Friends {
	Friends::truncate_from(ids.to_vec())
}

fn name() {
	assert_ok!(RecoveryFriends::name_friends(by(ADA), friends(&[BO, CY, DI]), 2));
}

fn support(friend: CitizenId, account: u64) -> DispatchResult {
	RecoveryFriends::support(by(friend), ADA, account)
}

fn complete() -> DispatchResult {
	RecoveryFriends::complete(by(9), ADA)
}

fn agreed() -> Option<(u64, u64)> {
	Recoveries::<Test>::get(ADA).and_then(|recovery| recovery.agreed)
}

fn is_free(who: RuntimeOrigin, call: Call<Test>) -> bool {
	RuntimeCall::from(call).is_feeless(&who)
}

#[test]
fn friends_who_agree_bring_a_citizenship_to_a_new_account_after_the_period() {
	build_and_execute(|| {
		name();
		assert_ok!(support(BO, PHONE));
		assert_noop!(complete(), E::NotAgreed);
		System::set_block_number(5);
		assert_ok!(support(CY, PHONE));
		System::assert_last_event(Event::Agreed { citizen: ADA, new_account: PHONE, due: 5 + PERIOD }.into());
		System::set_block_number(5 + PERIOD - 1);
		assert_noop!(complete(), E::TooEarly);
		System::set_block_number(5 + PERIOD);
		assert_ok!(complete());
		System::assert_last_event(Event::Completed { citizen: ADA, new_account: PHONE }.into());
		assert_eq!(People::account(ADA), PHONE);
		assert_noop!(complete(), E::NotUnderWay);
		assert!(Circles::<Test>::contains_key(ADA), "her friends stay her friends");
	});
}

#[test]
fn a_citizen_with_the_key_stops_false_friends_and_has_to_name_others() {
	build_and_execute(|| {
		name();
		assert_ok!(support(BO, THIEF));
		assert_ok!(support(CY, THIEF));
		System::set_block_number(5 + PERIOD);
		assert_noop!(RecoveryFriends::name_friends(by(ADA), friends(&[DI, 4]), 2), E::UnderWay);
		assert!(is_free(by(ADA), Call::stop {}));
		assert_ok!(RecoveryFriends::stop(by(ADA)));
		System::assert_last_event(Event::Stopped { citizen: ADA }.into());
		assert_noop!(support(BO, THIEF), E::NotFriend);
		assert_noop!(complete(), E::NotUnderWay);
		assert_noop!(RecoveryFriends::stop(by(ADA)), E::NotUnderWay);
		assert_ok!(RecoveryFriends::name_friends(by(ADA), friends(&[DI, 4]), 2));
	});
}

#[test]
fn stopping_is_free_even_when_the_quota_is_used_up() {
	build_and_execute(|| {
		for _ in 0..QUOTA {
			name();
		}
		assert!(!is_free(by(ADA), Call::name_friends { friends: friends(&[BO, CY]), needed: 2 }));
		assert_ok!(support(BO, THIEF));
		assert!(is_free(by(ADA), Call::stop {}));
	});
}

#[test]
fn one_friend_alone_moves_nothing_and_blocks_nobody() {
	build_and_execute(|| {
		assert_noop!(RecoveryFriends::name_friends(by(ADA), friends(&[BO, CY, DI]), 1), E::InvalidNeeded);
		name();
		assert_ok!(support(BO, THIEF));
		assert_noop!(support(BO, THIEF), E::AlreadySupported);
		assert_eq!(agreed(), None);
		// The others go on.
		assert_ok!(support(CY, PHONE));
		assert_ok!(support(DI, PHONE));
		assert_eq!(agreed(), Some((PHONE, 1)));
		// Bo joins them; the period does not begin again.
		System::set_block_number(4);
		assert_ok!(support(BO, PHONE));
		assert_eq!(agreed(), Some((PHONE, 1)));
	});
}

#[test]
fn a_period_ends_with_the_support_that_it_needs() {
	build_and_execute(|| {
		name();
		assert_ok!(support(BO, PHONE));
		assert_ok!(support(CY, PHONE));
		assert_ok!(RecoveryFriends::withdraw_support(by(CY), ADA));
		assert_noop!(RecoveryFriends::withdraw_support(by(CY), ADA), E::NotSupported);
		assert_eq!(agreed(), None);
		System::set_block_number(7);
		assert_ok!(support(DI, PHONE));
		assert_eq!(agreed(), Some((PHONE, 7)));
		// Changing one's mind is withdrawing.
		assert_ok!(support(DI, THIEF));
		assert_eq!(agreed(), None);
		assert_ok!(RecoveryFriends::withdraw_support(by(DI), ADA));
		assert_ok!(RecoveryFriends::withdraw_support(by(BO), ADA));
		assert!(!Recoveries::<Test>::contains_key(ADA), "nothing is left of it");
	});
}

#[test]
fn friends_are_two_or_more_other_citizens() {
	build_and_execute(|| {
		let name = |ids: &[CitizenId], needed| RecoveryFriends::name_friends(by(ADA), friends(ids), needed);
		assert_noop!(name(&[BO, BO], 2), E::InvalidFriends);
		assert_noop!(name(&[CY, BO], 2), E::InvalidFriends);
		assert_noop!(name(&[ADA, BO], 2), E::InvalidFriends);
		assert_noop!(name(&[BO, 77], 2), E::InvalidFriends);
		assert_noop!(name(&[BO], 2), E::InvalidNeeded);
		assert_noop!(name(&[BO, CY], 3), E::InvalidNeeded);
		assert_noop!(name(&[], 1), E::InvalidNeeded);
		assert_noop!(
			RecoveryFriends::name_friends(RuntimeOrigin::signed(PHONE), friends(&[BO, CY]), 2),
			E::NotCitizen
		);
		assert_ok!(name(&[BO, CY], 2));
		assert_ok!(name(&[], 0));
		assert!(!Circles::<Test>::contains_key(ADA));
	});
}

#[test]
fn only_active_friends_support_and_only_where_a_citizenship_can_go() {
	build_and_execute(|| {
		name();
		assert_noop!(support(4, PHONE), E::NotFriend);
		assert_noop!(RecoveryFriends::support(RuntimeOrigin::signed(PHONE), ADA, PHONE), E::NotCitizen);
		assert_noop!(support(BO, People::account(7)), DispatchError::Other("taken"));
		People::suspend(BO);
		assert_noop!(support(BO, PHONE), E::Suspended);
		// A suspended citizen can still be recovered.
		People::suspend(ADA);
		assert_ok!(support(CY, PHONE));
		assert_ok!(support(DI, PHONE));
		System::set_block_number(1 + PERIOD);
		assert_ok!(complete());
	});
}

#[test]
fn whoever_leaves_has_no_friends_and_helps_nobody() {
	build_and_execute(|| {
		name();
		assert_ok!(support(BO, PHONE));
		People::leave(DI);
		assert_err!(support(DI, PHONE), E::NotCitizen);
		People::leave(ADA);
		assert!(!Circles::<Test>::contains_key(ADA) && !Recoveries::<Test>::contains_key(ADA));
		assert_noop!(support(CY, PHONE), E::NotFriend);
	});
}

#[test]
fn calls_are_free_if_they_succeed_and_within_the_quota() {
	build_and_execute(|| {
		let naming = |needed| Call::name_friends { friends: friends(&[BO, CY, DI]), needed };
		let supporting = || Call::support { citizen: ADA, new_account: PHONE };
		assert!(!is_free(by(BO), supporting()));
		assert!(is_free(by(ADA), naming(2)) && !is_free(by(ADA), naming(4)));
		name();
		assert!(is_free(by(BO), supporting()) && !is_free(by(4), supporting()));
		assert_ok!(support(BO, PHONE));
		assert!(!is_free(by(BO), supporting()));
		let withdrawing = || Call::withdraw_support { citizen: ADA };
		assert!(is_free(by(BO), withdrawing()) && !is_free(by(CY), withdrawing()));
		assert_ok!(support(CY, PHONE));
		let completing = || Call::complete { citizen: ADA };
		assert!(!is_free(RuntimeOrigin::signed(PHONE), completing()));
		System::set_block_number(1 + PERIOD);
		assert!(is_free(RuntimeOrigin::signed(PHONE), completing()));
		assert!(!is_free(RuntimeOrigin::none(), completing()));
		// Bo has acted once; the quota allows five more.
		for n in 0..QUOTA - 1 {
			assert!(is_free(by(BO), Call::support { citizen: ADA, new_account: 300 + u64::from(n) }));
			assert_ok!(support(BO, 300 + u64::from(n)));
		}
		assert!(!is_free(by(BO), supporting()));
		assert_ok!(support(BO, PHONE));
	});
}

fn broken(invariant: &'static str, breaking: impl FnOnce()) {
	build().execute_with(|| {
		name();
		assert_ok!(support(BO, PHONE));
		assert_ok!(RecoveryFriends::do_try_state());
		breaking();
		let error = RecoveryFriends::do_try_state().expect_err("an invariant is broken");
		let sp_runtime::TryRuntimeError::Other(message) = error else { panic!("{error:?}") };
		assert!(message.starts_with(invariant), "{message}");
	});
}

#[test]
fn i1_circles_are_what_citizens_can_name() {
	broken("I1", || Circles::<Test>::mutate(ADA, |it| it.as_mut().expect("she has friends").needed = 1));
	broken("I1", || {
		Circles::<Test>::insert(77, Circle { friends: friends(&[BO, CY]), needed: 2 });
	});
}

#[test]
fn i2_only_friends_support() {
	broken("I2", || {
		Recoveries::<Test>::mutate(ADA, |it| {
			it.as_mut().expect("it is under way").support.force_push((7, PHONE));
		});
	});
}

#[test]
fn i3_a_period_runs_exactly_with_enough_friends() {
	broken("I3", || {
		Recoveries::<Test>::mutate(ADA, |it| it.as_mut().expect("it is under way").agreed = Some((PHONE, 1)));
	});
	broken("I3", || {
		Recoveries::<Test>::mutate(ADA, |it| {
			it.as_mut().expect("it is under way").support.force_push((CY, PHONE));
		});
	});
}
