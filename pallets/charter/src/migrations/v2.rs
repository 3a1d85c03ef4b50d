// SPDX-License-Identifier: Apache-2.0
//! From the first layout to the second: amendments that wait name all that they touch, instead of one version of the
//! whole charter. They are few.
//!
//! Those that could still be law get the base of today, which is theirs. The others are cleared away, as anyone could
//! have done with `discard`. A veto keeps its bytes, and binds the version that it was for as long as that is in force.

use crate::*;
use frame_support::{migrations::VersionedMigration, storage_alias, traits::UncheckedOnRuntimeUpgrade};

/// Brings the pallet from the first layout to the second.
pub type MigrateV1ToV2<T> = VersionedMigration<1, 2, Unchecked<T>, Pallet<T>, DbWeightOf<T>>;

type DbWeightOf<T> = <T as frame_system::Config>::DbWeight;

/// What the first layout kept.
pub mod v1 {
	use super::*;

	/// An amendment of one exact version of the charter.
	#[derive(Clone, Encode, Decode)]
	pub struct Amendment<Parameter> {
		/// The version.
		pub base: CharterRef,
		/// What changes in the articles.
		pub changes: Changes,
		/// What changes in the parameters.
		pub parameters: ParameterList<Parameter>,
	}

	/// An amendment that waits.
	#[derive(Clone, Encode, Decode)]
	pub struct PendingAmendment<BlockNumber, Parameter> {
		/// The amendment.
		pub amendment: Amendment<Parameter>,
		/// Whose it is.
		pub author: Author,
		/// The block in which it was announced or passed.
		pub since: BlockNumber,
	}

	/// The amendments that wait, by name.
	#[storage_alias]
	pub type Pending<T: Config> =
		StorageMap<Pallet<T>, Blake2_128Concat, H256, PendingAmendment<BlockNumberFor<T>, ParameterOf<T>>>;
}

/// The migration, whatever the version.
pub struct Unchecked<T>(core::marker::PhantomData<T>);

impl<T: Config> UncheckedOnRuntimeUpgrade for Unchecked<T> {
	fn on_runtime_upgrade() -> Weight {
		let old: Vec<_> = v1::Pending::<T>::drain().collect();
		let number = old.len() as u64;
		let in_force = InForce::<T>::get();
		Passed::<T>::kill();
		Announced::<T>::kill();
		for (id, v1::PendingAmendment { amendment, author, since }) in old {
			let v1::Amendment { base, changes, parameters } = amendment;
			let based = Pallet::<T>::base_now(&changes, &parameters);
			match based {
				Ok(now) if base == in_force => {
					let amendment = Amendment { base: now, changes, parameters };
					match author {
						Author::Founder => Announced::<T>::mutate(|it| *it = it.saturating_add(1)),
						_ => Passed::<T>::mutate(|it| *it = it.saturating_add(1)),
					}
					Pending::<T>::insert(amendment.id(), PendingAmendment { amendment, author, since });
				}
				_ => {
					Pallet::<T>::deposit_event(Event::Discarded { amendment: id, futility: Futility::Stale })
				}
			}
		}
		// Each is read and removed, looks at 32 versions and values, and is written with its counter.
		let each = DbWeightOf::<T>::get().reads_writes(34, 3);
		DbWeightOf::<T>::get().reads_writes(3, 2).saturating_add(each.saturating_mul(number))
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<Vec<u8>, sp_runtime::TryRuntimeError> {
		let in_force = InForce::<T>::get();
		let alive = v1::Pending::<T>::iter_values().filter(|it| it.amendment.base == in_force).count();
		Ok((alive as u32).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(state: Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let alive = u32::decode(&mut &state[..]).map_err(|_| "the number of amendments that wait")?;
		ensure!(Pending::<T>::iter().count() as u32 == alive, "an amendment that waits is lost");
		Ok(())
	}
}
