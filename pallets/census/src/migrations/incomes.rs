// SPDX-License-Identifier: Apache-2.0
//! Forgets the incomes that were declared under voting aliases, a few in each block. They are declared again, under
//! aliases of their own.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use core::marker::PhantomData;
use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	weights::WeightMeter,
};

/// The migration. It does not depend on the storage version: no declaration can be made before it has ended.
pub struct ForgetVotersIncomes<T>(PhantomData<T>);

impl<T: Config> SteppedMigration for ForgetVotersIncomes<T> {
	/// It begins at the first entry that is left.
	type Cursor = ();
	type Identifier = MigrationId<21>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"pallet-census-incomes", version_from: 1, version_to: 2 }
	}

	fn step(
		_: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		let required = T::WeightInfo::forget_income();
		if meter.try_consume(required).is_err() {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		Incomes::<T>::kill();
		// One iterator goes through all that is removed in a block.
		let mut entries = Declarations::<T>::drain();
		while meter.try_consume(required).is_ok() {
			if entries.next().is_none() {
				return Ok(None);
			}
		}
		Ok(Some(()))
	}
}
