// SPDX-License-Identifier: Apache-2.0
//! A chain with the layout before goes on with this one.

use super::*;
use crate::migrations::v2::{v1, Cursor, MigrateToV2};
use frame_support::{
	migrations::{SteppedMigration, SteppedMigrationError},
	traits::{GetStorageVersion, StorageVersion},
	weights::{Weight, WeightMeter},
};

/// Writes [`scene`] in the layout before. Returns the applications of this layout.
fn write_v1() {
	for (id, it) in Citizens::<Test>::iter().collect::<Vec<_>>() {
		let old = v1::Citizen {
			account: it.account,
			standing: it.standing,
			admitted_at: it.admitted_at,
			admitted_in: it.admitted_in,
			charter: it.charter,
			roll_key: it.roll_key,
			vouchers: it.vouchers,
			open_vouches: it.open_vouches,
			open_challenge: it.open_challenges.first().cloned(),
			may_vouch_from: if id == CLEO { 500 } else { it.admitted_at + SEASON_LENGTH },
			free_acts: it.free_acts,
		};
		v1::Citizens::<Test>::insert(id, old);
	}
	for (who, it) in Applications::<Test>::iter().collect::<Vec<_>>() {
		let old = v1::Application {
			charter: it.charter,
			roll_key: it.roll_key,
			evidence_hash: it.evidence_hash,
			applied_at: it.applied_at,
			challengeable_until: it.applied_at + CHALLENGE_PERIOD,
			vouchers: it.vouchers(),
			deposit: it.deposit,
			challenge: it.challenge,
		};
		v1::Applications::<Test>::insert(who, old);
	}
	Intake::<Test>::kill();
	StorageVersion::new(1).put::<Citizenship>();
}

/// Migrates with room for `items` a step. Returns how many steps it took.
fn migrate(items: u64) -> u32 {
	let one = match MigrateToV2::<Test>::step(None, &mut WeightMeter::with_limit(Weight::zero())) {
		Err(SteppedMigrationError::InsufficientWeight { required }) => required,
		other => panic!("no weight is enough: {other:?}"),
	};
	let mut cursor = None;
	for step in 1.. {
		let mut meter = WeightMeter::with_limit(one * items);
		cursor = MigrateToV2::<Test>::transactional_step(cursor, &mut meter).expect("there is weight");
		assert!(meter.consumed().all_lte(one * items));
		if cursor.is_none() {
			return step;
		}
	}
	unreachable!("the migration ends")
}

#[test]
fn every_citizen_and_application_goes_on() {
	for items in [1, 3, 1_000] {
		ExtBuilder::default().build_and_execute(|| {
			scene();
			let citizens = Citizens::<Test>::iter().collect::<Vec<_>>();
			let applications = Applications::<Test>::iter().collect::<Vec<_>>();
			let joined = 3;
			write_v1();
			run_to(62);
			let steps = migrate(items);
			assert_eq!(steps == 1, items == 1_000);
			assert_eq!(Citizenship::on_chain_storage_version(), StorageVersion::new(2));
			for (id, old) in &citizens {
				let may_vouch_from = if *id == CLEO { 500 } else { 0 };
				assert_eq!(citizen(*id), Citizen { may_vouch_from, ..old.clone() });
			}
			for (who, old) in &applications {
				let new = Applications::<Test>::get(who).expect("it goes on");
				assert_eq!(new.vouchers(), old.vouchers());
				let waits = |vouch: &Vouch<u64>| (vouch.since, vouch.matures) == (62, 62 + CHALLENGE_PERIOD);
				assert!(new.vouches.iter().all(waits), "nobody is admitted sooner than by the new rules");
				assert_eq!(new.challenge, old.challenge);
				assert_eq!(new.challenged_by.len(), usize::from(old.challenge.is_some()));
			}
			assert_eq!(Citizens::<Test>::iter().count(), citizens.len());
			assert_eq!(Applications::<Test>::iter().count(), applications.len());
			assert_eq!(Citizenship::intake_info().vouched, joined, "who has joined this season counts");
		});
	}
}

#[test]
fn a_state_without_people_migrates_in_a_step() {
	sp_io::TestExternalities::default().execute_with(|| {
		assert_eq!(migrate(2), 1);
		assert_eq!(Citizenship::on_chain_storage_version(), StorageVersion::new(2));
	});
}

#[test]
fn the_place_where_a_migration_stopped_is_stored() {
	use frame_support::pallet_prelude::MaxEncodedLen;
	let cursor = Cursor::Application(eve());
	assert!(cursor.encode().len() <= Cursor::<Account>::max_encoded_len());
}
