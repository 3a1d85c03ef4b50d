//! What a chain of the first layout becomes.

use super::*;
use crate::migrations::{
	v2::{v1, MigrateV1ToV2},
	v3::{v2, MigrateV2ToV3},
};
use civitas_primitives::Probation;
use frame_support::{
	storage::unhashed,
	traits::{GetStorageVersion, OnRuntimeUpgrade, StorageVersion},
};

#[test]
fn records_stay_and_citizens_are_past_probation() {
	build_and_execute(|| {
		let [ada, ben, _]: [CitizenId; 3] = admit_many(3).try_into().expect("three");
		turn();
		assert_ok!(Census::attest(signed(ada), None));
		let new = record(0);
		// Everything as the first layout kept it.
		StorageVersion::new(1).put::<Census>();
		let old = v1::CensusRecord {
			season: new.season,
			closed_at: new.closed_at,
			citizens: new.citizens,
			active: Figure::attested(3),
			suspended: new.suspended,
			admitted: new.admitted,
			left: new.left,
			residents: new.residents,
			parcels: new.parcels,
			area: new.area,
			valuation: new.valuation,
			treasury: new.treasury,
			incomes: new.incomes,
			income: new.income,
			charter: new.charter,
			tier: new.tier,
		};
		unhashed::put(&Records::<Test>::hashed_key_for(0), &old);
		v1::Present::<Test>::put(v1::Presence { this: 1, last: 2 });
		let _ = Arrivals::<Test>::clear(u32::MAX, None);
		ArrivedBy::<Test>::kill();
		CollectedBefore::<Test>::kill();
		LandRevenue::set(1_000);

		MigrateV1ToV2::<Test>::on_runtime_upgrade();
		MigrateV2ToV3::<Test>::on_runtime_upgrade();

		assert_eq!(Census::on_chain_storage_version(), 3);
		assert_eq!(record(0), CensusRecord { active: Figure::attested(3), people: None, ..new });
		assert_ok!(Census::do_try_state());
		assert_eq!((active(), Census::can_vouch()), (3, 3));
		assert!(<Census as Probation>::is_past(ben));
		assert_ok!(Census::attest(signed(ben), None));
		LandRevenue::set(1_070);
		turn();
		assert_eq!(record(1).revenue.value, 70, "only what was collected since");
		let people = record(1).people.expect("it is recorded now");
		assert_eq!((people.unrecorded.value, people.vouched.value), (3, 0));
		assert_eq!((people.attested.value, people.settled.value), (1, 2), "Ada spoke before it was recorded");
		assert_eq!(Census::tier(), Tier::Founding);
	});
}

#[test]
fn records_of_the_second_layout_stay_and_revenue_counts_from_the_upgrade_on() {
	build_and_execute(|| {
		let [ada]: [CitizenId; 1] = admit_many(1).try_into().expect("one");
		turn();
		assert_ok!(Census::attest(signed(ada), None));
		let new = record(0);
		StorageVersion::new(2).put::<Census>();
		let old = v2::CensusRecord {
			season: new.season,
			closed_at: new.closed_at,
			citizens: new.citizens,
			active: new.active,
			suspended: new.suspended,
			admitted: new.admitted,
			left: new.left,
			residents: Figure::counted(5),
			parcels: Figure::counted(3),
			area: Figure::counted(300),
			valuation: Figure::counted(7_000),
			treasury: new.treasury,
			incomes: new.incomes,
			income: new.income,
			charter: new.charter,
			tier: new.tier,
			people: new.people,
		};
		v2::Records::<Test>::insert(0, old);
		CollectedBefore::<Test>::kill();
		LandRevenue::set(1_000);
		for _ in 0..2 {
			// The first migration has run before, and the second does nothing the second time.
			MigrateV1ToV2::<Test>::on_runtime_upgrade();
			MigrateV2ToV3::<Test>::on_runtime_upgrade();
			assert_eq!(Census::on_chain_storage_version(), 3);
			let kept = CensusRecord {
				residents: Figure::counted(5),
				parcels: Figure::counted(3),
				area: Figure::counted(300),
				valuation: Figure::counted(7_000),
				..new
			};
			assert_eq!(record(0), kept);
			assert_eq!(CollectedBefore::<Test>::get(), 1_000);
			LandRevenue::set(1_070);
		}
		assert_ok!(Census::do_try_state());
		turn();
		assert_eq!(record(1).revenue.value, 70, "only what was collected since");
	});
}
