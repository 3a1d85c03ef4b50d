// SPDX-License-Identifier: Apache-2.0
//! From version 1 to version 2, a few entries in each block.
//!
//! - An alias names the account that speaks for it and how many it has had; it was a list of up to eight accounts. The
//!   enrolments of accounts that it has left are removed.
//! - The claims of one citizen for the next sealing are made equal to the last of them, so that their order does not
//!   matter. The seats of citizens who have left lose their keys.
//! - The last ring of each group is noted, so that the next sealing shares its members evenly with the ring before.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use core::marker::PhantomData;
use frame_support::migrations::{MigrationId, SteppedMigration, SteppedMigrationError};
use sp_runtime::traits::Zero;

/// What was stored in version 1.
pub mod v1 {
	use super::*;

	/// The accounts that an alias had enrolled, the last of which spoke for it.
	pub type AccountsOf<T> = BoundedVec<<T as frame_system::Config>::AccountId, ConstU32<8>>;

	/// The accounts of each alias of a season.
	#[frame_support::storage_alias]
	pub type Aliases<T: Config> = StorageDoubleMap<
		Pallet<T>,
		Twox64Concat,
		SeasonIndex,
		Blake2_128Concat,
		(Context, Alias),
		AccountsOf<T>,
	>;
}

/// What has been migrated last.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
pub enum Cursor {
	/// An alias.
	Aliases(Option<(SeasonIndex, (Context, Alias))>),
	/// A claim.
	Claims(Option<u64>),
	/// A group of rings.
	Groups(Option<Group>),
}

/// The migration from version 1 to version 2.
pub struct MigrateToV2<T>(PhantomData<T>);

impl<T: Config> SteppedMigration for MigrateToV2<T> {
	type Cursor = Cursor;
	type Identifier = MigrationId<11>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"pallet-roll", version_from: 1, version_to: 2 }
	}

	fn step(
		cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		let required = T::WeightInfo::migrate();
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		let mut cursor = cursor.unwrap_or(Cursor::Aliases(None));
		while meter.try_consume(required).is_ok() {
			match Self::next(cursor) {
				Some(next) => cursor = next,
				None => {
					StorageVersion::new(2).put::<Pallet<T>>();
					return Ok(None);
				}
			}
		}
		Ok(Some(cursor))
	}
}

impl<T: Config> MigrateToV2<T> {
	/// Migrates the entry after the cursor. `None` if all are.
	pub(crate) fn next(cursor: Cursor) -> Option<Cursor> {
		match cursor {
			Cursor::Aliases(last) => {
				let mut entries = match last {
					Some((season, name)) => {
						v1::Aliases::<T>::iter_from(v1::Aliases::<T>::hashed_key_for(season, name))
					}
					None => v1::Aliases::<T>::iter(),
				};
				let Some((season, name, accounts)) = entries.next() else {
					return Some(Cursor::Claims(None));
				};
				Self::migrate_alias(season, name, accounts);
				Some(Cursor::Aliases(Some((season, name))))
			}
			Cursor::Claims(last) => {
				let mut claims = match last {
					Some(number) => Claims::<T>::iter_from(Claims::<T>::hashed_key_for(number)),
					None => Claims::<T>::iter(),
				};
				let Some((number, claim)) = claims.next() else { return Some(Cursor::Groups(None)) };
				Self::migrate_claim(number, claim);
				Some(Cursor::Claims(Some(number)))
			}
			Cursor::Groups(last) => {
				let mut groups = match last {
					Some(group) => Shapes::<T>::iter_from(Shapes::<T>::hashed_key_for(group)),
					None => Shapes::<T>::iter(),
				};
				let (group, shape) = groups.next()?;
				if shape.rings > 1 {
					Vacancies::<T>::insert(group, shape.rings.saturating_sub(1), ());
				}
				Some(Cursor::Groups(Some(group)))
			}
		}
	}

	fn migrate_alias(season: SeasonIndex, name: (Context, Alias), accounts: v1::AccountsOf<T>) {
		let used = u32::try_from(accounts.len()).unwrap_or(u32::MAX);
		let mut accounts = accounts.into_inner();
		let Some(account) = accounts.pop() else { return };
		// The references to these ended when the alias moved on.
		accounts.iter().for_each(Enrolments::<T>::remove);
		// This leaves out whether the account speaks: it does.
		Enrolments::<T>::mutate_extant(&account, |_| {});
		Aliases::<T>::insert(season, name, Speaker { account, used, since: Zero::zero() });
	}

	fn migrate_claim(number: u64, claim: Claim) {
		let Some(elector) = Electors::<T>::get(claim.citizen) else { return };
		if elector.status == Status::Left {
			for ring in [elector.nation, elector.local].into_iter().flatten() {
				Pallet::<T>::rekey(ring, claim.citizen, NOBODY);
			}
		}
		// Claims of a sealing under way are met in order.
		if number >= CurrentSealing::<T>::get().until {
			if let Some(newest) = Claims::<T>::get(elector.claim).filter(|it| it.citizen == claim.citizen) {
				Claims::<T>::insert(number, newest);
			}
		}
	}
}
