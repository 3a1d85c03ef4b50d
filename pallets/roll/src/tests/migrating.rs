// SPDX-License-Identifier: Apache-2.0
//! From version 1 of the storage to version 2.

use crate::{
	migrations::v2::{v1, MigrateToV2},
	mock::*,
	*,
};
use frame_support::migrations::{SteppedMigration, SteppedMigrationError};

/// Whether an account spoke, in version 1.
#[derive(Encode)]
enum Voice {
	Live,
	Moved,
}

/// Stores an enrolment as version 1 did.
fn enrol_as_before(account: u64, ballot: Ballot, voice: Voice) {
	if matches!(voice, Voice::Live) {
		System::inc_sufficients(&account);
	}
	frame_support::storage::unhashed::put_raw(
		&Enrolments::<Test>::hashed_key_for(account),
		&(ballot, voice).encode(),
	);
}

/// Runs the migration with room for `entries` entries in each block. Returns how many blocks it took.
fn migrate(entries: u64) -> u32 {
	let room = <() as WeightInfo>::migrate().saturating_mul(entries);
	let (mut cursor, mut blocks) = (None, 0);
	loop {
		blocks += 1;
		let mut meter = WeightMeter::with_limit(room);
		cursor = MigrateToV2::<Test>::step(cursor, &mut meter).expect("there is room");
		if cursor.is_none() {
			return blocks;
		}
	}
}

#[test]
fn version_two_keeps_every_voice_and_forgets_the_accounts_left_behind() {
	build_and_execute(|| {
		admit_many(7);
		next_season();
		StorageVersion::new(1).put::<Pallet<Test>>();
		for n in 0..6u8 {
			let (alias, number) = ([n; 32], u64::from(n) * 10);
			let ballot = Ballot { season: 1, context: Context::Nation, ring: RingId::Nation(0), alias };
			let accounts: Vec<u64> = (number..=number + u64::from(n)).collect();
			for account in &accounts[..accounts.len() - 1] {
				enrol_as_before(*account, ballot, Voice::Moved);
			}
			enrol_as_before(number + u64::from(n), ballot, Voice::Live);
			v1::Aliases::<Test>::insert(
				1,
				(Context::Nation, alias),
				v1::AccountsOf::<Test>::truncate_from(accounts),
			);
		}
		assert_eq!(Enrolments::<Test>::iter().count(), 21);
		let none = &mut WeightMeter::with_limit(Weight::from_parts(1, 0));
		assert!(matches!(
			MigrateToV2::<Test>::step(None, none),
			Err(SteppedMigrationError::InsufficientWeight { .. })
		));

		assert!(migrate(2) > 4, "a few in each block");
		assert_eq!(StorageVersion::get::<Pallet<Test>>(), 2);
		assert_eq!(Enrolments::<Test>::iter().count(), 6);
		for n in 0..6u8 {
			let info = Roll::alias_info(1, Context::Nation, [n; 32]);
			let account = u64::from(n) * 10 + u64::from(n);
			assert_eq!(
				info,
				AliasInfo { used: u32::from(n) + 1, account: Some(account), moves_from: info.moves_from }
			);
			assert!(info.moves_from <= 20, "it can move by and by");
			assert_eq!(Enrolments::<Test>::get(account).map(|it| it.ballot.alias), Some([n; 32]));
		}
		assert_eq!(enrol(0, 77), Ok(()));
	});
}

#[test]
fn version_two_meets_only_the_last_claim_of_each_citizen() {
	build_and_execute(|| {
		admit_many(4);
		next_season();
		attest_all();
		// As version 1 wrote them: one after the other. The last one counts.
		let mut end = ClaimsWaiting::<Test>::get().end;
		for secret in 50..60 {
			Claims::<Test>::insert(end, Claim { citizen: 1, key: Some(key(secret)), home: None });
			Electors::<Test>::mutate_extant(1, |it| (it.claim, it.key) = (end, key(secret)));
			end += 1;
		}
		// Somebody left, and their seat kept its key.
		Claims::<Test>::insert(end, Claim { citizen: 2, key: None, home: None });
		Electors::<Test>::mutate_extant(2, |it| (it.claim, it.status) = (end, Status::Left));
		SeenIn::<Test>::remove(1, 2);
		ClaimsWaiting::<Test>::mutate(|waiting| waiting.end = end + 1);
		migrate(3);
		Roll::do_try_state().expect("every invariant holds");
		idle();
		assert_eq!(Roll::ring_members(RingId::Nation(0)).len(), 3, "whoever left is gone at once");
		next_season();
		assert_eq!(nation(), [vec![0, 1, 3]]);
		assert!(Roll::ring_members(RingId::Nation(0)).contains(&key(59)));
	});
}

#[test]
fn version_two_lets_the_next_sealing_share_the_last_rings_evenly() {
	build_and_execute(|| {
		admit_many(12);
		next_season();
		// As version 1 left them: six and four.
		leave(nation()[1][0]);
		leave(nation()[1][1]);
		attest_all();
		next_season();
		assert_eq!(Shapes::<Test>::get(Group::Nation).members, 10);
		let (first, second) = (RingId::Nation(0), RingId::Nation(1));
		let mut one = Seating::<Test>::get(first).to_vec();
		let mut other = Seating::<Test>::get(second).to_vec();
		while let Some(moved) = (one.len() < 6).then(|| other.pop()).flatten() {
			one.push(moved);
			Electors::<Test>::mutate_extant(moved.citizen, |it| it.nation = Some(first));
		}
		Seating::<Test>::insert(first, Members::truncate_from(one));
		Seating::<Test>::insert(second, Members::truncate_from(other));
		Unbuilt::<Test>::insert(first, ());
		Unbuilt::<Test>::insert(second, ());
		assert!(Roll::do_try_state().is_err());
		migrate(100);
		Roll::do_try_state().expect("the unevenness is noted");
		attest_all();
		next_season();
		assert_eq!(nation().iter().map(Vec::len).collect::<Vec<_>>(), [5, 5]);
	});
}
