// SPDX-License-Identifier: Apache-2.0
//! A register of version 1 becomes one of version 2, entry by entry.

use crate::{
	grid::Rectangle,
	migrations::v2::{v1, LazyMigration},
	mock::*,
	*,
};
use civitas_primitives::{Extent, Footprints, Titles};
use frame_support::{assert_ok, migrations::SteppedMigration, weights::WeightMeter};

/// Writes a parcel as version 1 had it.
fn old_parcel(id: ParcelId, east: u32, title: Title<u64>, valuation: u128, residents: u32) {
	let tile = zwettl(0, east);
	let shape = vec![Rectangle { row: tile.row, column: tile.column, rows: 1, columns: 2 }];
	let reference = corner(tile);
	let cell = reference.cell(0).expect("it lies on the earth").id();
	if let Title::Held(holder) = &title {
		Holdings::<Test>::insert(holder, id, ());
	}
	let (area, title_hash) = (100, H256::repeat_byte(7));
	let parcel = v1::Parcel { territory: 0, title, reference, cell, area, title_hash, valuation, residents };
	v1::Parcels::<Test>::insert(id, parcel);
	for tile in shape.iter().flat_map(|rectangle| rectangle.tiles()) {
		v1::Tiles::<Test>::insert(tile, id);
	}
	Shapes::<Test>::insert(id, Shape::truncate_from(shape));
	Locations::<Test>::insert(cell, id, ());
	NextParcelId::<Test>::put(id + 1);
}

/// The register of version 1: parcel 1 was struck.
fn old_register() {
	for id in [WALDVIERTEL, SUVA] {
		let Territory { name, host, registrar, parcel_limit, .. } =
			Territories::<Test>::get(id).expect("it is open");
		let footprint = v1::Footprint { parcels: 3, area: 300, valuation: 500, residents: 2 };
		let old = v1::Territory { name, host, registrar, parcel_limit, footprint };
		v1::Territories::<Test>::insert(id, old);
	}
	Total::<Test>::kill();
	frame_support::storage::unhashed::put(
		&Total::<Test>::hashed_key(),
		&v1::Footprint { parcels: 3, area: 300, valuation: 500, residents: 2 },
	);
	old_parcel(0, 0, Title::Held(HUGO), 500, 2);
	old_parcel(2, 10, Title::Assigned(INES), 0, 0);
	old_parcel(3, 20, Title::Common, 0, 0);
	v1::Residences::<Test>::insert(ADA, v1::Residence { parcel: 0, notice: Some((7, 9)) });
	v1::Residences::<Test>::insert(BEN, v1::Residence { parcel: 0, notice: None });
	Declarations::<Test>::insert(CLEO, 2);
	CurrentSeason::set(5);
	Seen::insert(ADA, 4);
	Seen::insert(BEN, 1);
	StorageVersion::new(1).put::<Land>();
}

/// Migrates with room for so many entries a block. Returns how many blocks it took.
fn migrate(entries: u64) -> u32 {
	let mut cursor = None;
	for blocks in 1.. {
		let mut meter = WeightMeter::with_limit(LazyMigration::<Test>::step_weight().saturating_mul(entries));
		cursor = LazyMigration::<Test>::step(cursor, &mut meter).expect("there is room for one");
		if cursor.is_none() {
			return blocks;
		}
	}
	unreachable!("it ends")
}

#[test]
fn a_register_of_version_1_is_moved_entry_by_entry() {
	for (entries, blocks) in [(1, 13), (3, 5), (100, 1)] {
		build_and_execute(|| {
			old_register();
			System::set_block_number(50);
			assert_eq!(migrate(entries), blocks);
			assert_ok!(Land::do_try_state());
			assert_eq!(StorageVersion::get::<Land>(), 2);
			let extent = Extent { parcels: 1, area: 100, floor: 0 };
			let (held, assigned, common) = (extent, extent, extent);
			let expected =
				Footprint { held, assigned, common, valuation: 500, residents: 1, ..Default::default() };
			assert_eq!(Land::total(), expected);
			assert_eq!(Land::footprint(), expected);
			assert_eq!((Land::holder(0), Land::assignee(2)), (Some(HUGO), Some(INES)));
			assert_eq!(Land::parcel_on(zwettl(0, 1)), Some(0));
			assert_eq!(Parcels::<Test>::get(2).map(|parcel| parcel.since), Some(50));
			let notice = Notice::Given { from: 7, until: 9, reason_hash: H256::zero() };
			let expected = Residence { parcel: 0, since: 50, seen: 4, notice: Some(notice) };
			assert_eq!(Residences::<Test>::get(ADA), Some(expected));
			assert_eq!(Land::declarants_of(2, None, 9), [CLEO]);
			// Nothing is left under old keys.
			let prefix = frame_support::storage::storage_prefix(b"Land", b"Tiles");
			let mut keys = 0;
			let mut at = prefix.to_vec();
			while let Some(next) = sp_io::storage::next_key(&at).filter(|key| key.starts_with(&prefix)) {
				keys += 1;
				at = next;
			}
			assert_eq!(keys, 6);
			// Once is enough.
			assert_eq!(migrate(1), 1);
			attest(BEN);
			assert_eq!(Land::total().residents, 2);
		});
	}
}

#[test]
fn a_step_without_room_does_nothing() {
	build_and_execute(|| {
		let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 1));
		assert!(LazyMigration::<Test>::step(None, &mut meter).is_err());
	});
}
