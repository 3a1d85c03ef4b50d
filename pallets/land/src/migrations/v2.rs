// SPDX-License-Identifier: Apache-2.0
//! Version 2: units, tallies by kind of land and by cell, lists of parcels and people.
//!
//! Parcels and residents are as many as people make them, so each step moves one entry, block after block. Nothing else
//! changes the register meanwhile.
//!
//! 1. Territories lose their old footprint. It is counted again as their parcels move.
//! 2. Parcels get the unit 0 and the block of the migration as the beginning of their title. Their tiles move to new keys.
//! 3. Residences get the season of the citizen's last attestation. A notice goes on without reasons.
//! 4. Declarations are listed by parcel.

use crate::*;
use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	weights::WeightMeter,
};

/// The old layout.
pub mod v1 {
	use super::*;
	use frame_support::storage_alias;

	/// A footprint, all kinds of land in one.
	#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
	pub struct Footprint {
		pub parcels: u32,
		pub area: u64,
		pub valuation: u128,
		pub residents: u32,
	}

	/// A territory.
	#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
	pub struct Territory<AccountId> {
		pub name: Name,
		pub host: Country,
		pub registrar: AccountId,
		pub parcel_limit: u32,
		pub footprint: Footprint,
	}

	/// A parcel. Titles had the same encoding.
	#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
	pub struct Parcel<AccountId> {
		pub territory: TerritoryId,
		pub title: Title<AccountId>,
		pub reference: Point,
		pub cell: CellId,
		pub area: u32,
		pub title_hash: H256,
		pub valuation: u128,
		pub residents: u32,
	}

	/// A residence, and from when to when its resident may be evicted.
	#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
	pub struct Residence<BlockNumber> {
		pub parcel: ParcelId,
		pub notice: Option<(BlockNumber, BlockNumber)>,
	}

	#[storage_alias]
	pub type Territories<T: Config> =
		StorageMap<Pallet<T>, Twox64Concat, TerritoryId, Territory<<T as frame_system::Config>::AccountId>>;

	#[storage_alias]
	pub type Parcels<T: Config> =
		StorageMap<Pallet<T>, Twox64Concat, ParcelId, Parcel<<T as frame_system::Config>::AccountId>>;

	#[storage_alias]
	pub type Tiles<T: Config> = StorageMap<Pallet<T>, Blake2_128Concat, Tile, ParcelId>;

	#[storage_alias]
	pub type Residences<T: Config> =
		StorageMap<Pallet<T>, Twox64Concat, CitizenId, Residence<BlockNumberFor<T>>>;
}

/// How far the migration has come: the next entry of each kind to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Progress {
	/// From this territory on.
	Territories(TerritoryId),
	/// From this parcel on.
	Parcels(ParcelId),
	/// After this citizen's residence.
	Residences(Option<CitizenId>),
	/// After this citizen's declaration.
	Declarations(Option<CitizenId>),
}

/// Moves the register from version 1 to version 2.
pub struct LazyMigration<T>(core::marker::PhantomData<T>);

impl<T: Config> LazyMigration<T> {
	/// What one step weighs: the largest parcel given up and entered again.
	pub fn step_weight() -> Weight {
		T::WeightInfo::withdraw_filing().saturating_add(T::WeightInfo::register(MAX_TILES))
	}

	/// Moves one entry. Returns where to go on.
	fn move_one(at: Progress) -> Option<Progress> {
		match at {
			Progress::Territories(id) if id >= NextTerritoryId::<T>::get() => {
				Total::<T>::kill();
				let now = frame_system::Pallet::<T>::block_number();
				Valued::<T>::put(ValueMeter { began: now, since: now, ..Default::default() });
				Some(Progress::Parcels(0))
			}
			Progress::Territories(id) => {
				Self::move_territory(id);
				Some(Progress::Territories(id.saturating_add(1)))
			}
			Progress::Parcels(id) if id >= NextParcelId::<T>::get() => Some(Progress::Residences(None)),
			Progress::Parcels(id) => {
				Self::move_parcel(id);
				Some(Progress::Parcels(id.saturating_add(1)))
			}
			Progress::Residences(after) => {
				let mut keys = match after {
					Some(after) => {
						v1::Residences::<T>::iter_keys_from(v1::Residences::<T>::hashed_key_for(after))
					}
					None => v1::Residences::<T>::iter_keys(),
				};
				let Some(citizen) = keys.next() else { return Some(Progress::Declarations(None)) };
				Self::move_residence(citizen);
				Some(Progress::Residences(Some(citizen)))
			}
			Progress::Declarations(after) => {
				let mut entries = match after {
					Some(after) => Declarations::<T>::iter_from(Declarations::<T>::hashed_key_for(after)),
					None => Declarations::<T>::iter(),
				};
				let (citizen, parcel) = entries.next()?;
				Declarants::<T>::insert(parcel, citizen, ());
				Some(Progress::Declarations(Some(citizen)))
			}
		}
	}

	fn move_territory(id: TerritoryId) {
		let Some(old) = v1::Territories::<T>::get(id) else { return };
		let v1::Territory { name, host, registrar, parcel_limit, .. } = old;
		let new = Territory { name, host, registrar, parcel_limit, tally: Tally::default() };
		Territories::<T>::insert(id, new);
	}

	fn move_parcel(id: ParcelId) {
		let Some(old) = v1::Parcels::<T>::get(id) else { return };
		for tile in Shapes::<T>::get(id).iter().flat_map(|rectangle| rectangle.tiles()) {
			v1::Tiles::<T>::remove(tile);
			Tiles::<T>::insert(tile, GROUND, id);
		}
		let new = Parcel {
			territory: old.territory,
			title: old.title,
			since: frame_system::Pallet::<T>::block_number(),
			reference: old.reference,
			cell: old.cell,
			unit: GROUND,
			area: old.area,
			title_hash: old.title_hash,
			valuation: old.valuation,
			// They are counted one by one as their residences move.
			residents: Residents::default(),
		};
		Registers::<T>::insert(new.territory, id, ());
		if let Title::Assigned(assignee) = &new.title {
			Assignments::<T>::insert(assignee, id, ());
		}
		Pallet::<T>::include(&new);
		Parcels::<T>::insert(id, new);
	}

	fn move_residence(citizen: CitizenId) {
		let Some(v1::Residence { parcel, notice }) = v1::Residences::<T>::get(citizen) else { return };
		let season = Pallet::<T>::season();
		let seen = T::LastSeen::last_seen(citizen).unwrap_or_default().min(season);
		let notice = notice.map(|(from, until)| Notice::Given { from, until, reason_hash: H256::default() });
		let since = frame_system::Pallet::<T>::block_number();
		Residences::<T>::insert(citizen, Residence { parcel, since, seen, notice });
		Inhabitants::<T>::insert(parcel, citizen, ());
		Pallet::<T>::recount_residents(parcel, |residents| residents.add(seen, season));
	}
}

impl<T: Config> SteppedMigration for LazyMigration<T> {
	type Cursor = Progress;
	type Identifier = MigrationId<11>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"pallet-land", version_from: 1, version_to: 2 }
	}

	fn step(
		cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		let weight = Self::step_weight();
		if meter.remaining().any_lt(weight) {
			return Err(SteppedMigrationError::InsufficientWeight { required: weight });
		}
		let mut at = cursor.unwrap_or(Progress::Territories(0));
		if cursor.is_none() && StorageVersion::get::<Pallet<T>>() >= 2 {
			return Ok(None);
		}
		while meter.try_consume(weight).is_ok() {
			let Some(next) = Self::move_one(at) else {
				StorageVersion::new(2).put::<Pallet<T>>();
				return Ok(None);
			};
			at = next;
		}
		Ok(Some(at))
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<Vec<u8>, sp_runtime::TryRuntimeError> {
		let counts = (v1::Parcels::<T>::iter_keys().count(), v1::Residences::<T>::iter_keys().count());
		Ok((counts.0 as u64, counts.1 as u64).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(state: Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let (parcels, residences) =
			<(u64, u64)>::decode(&mut state.as_slice()).map_err(|_| "the counts are these")?;
		ensure!(Parcels::<T>::iter().count() as u64 == parcels, "a parcel was lost");
		ensure!(Residences::<T>::iter().count() as u64 == residences, "a residence was lost");
		Pallet::<T>::do_try_state()
	}
}
