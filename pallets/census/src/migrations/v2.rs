//! From the first layout to the second: records and presence say how citizens came and were seen.
//!
//! There is one record a season, and one presence. Citizens themselves have no entry of how they came: they count as
//! past probation and as unrecorded, and records of seasons that are over say that they do not know.

use super::v3::v2;
use crate::*;
use civitas_primitives::Figure;
use frame_support::{migrations::VersionedMigration, storage_alias, traits::UncheckedOnRuntimeUpgrade};

/// Brings the pallet from the first layout to the second.
pub type MigrateV1ToV2<T> = VersionedMigration<1, 2, Unchecked<T>, Pallet<T>, DbWeightOf<T>>;

type DbWeightOf<T> = <T as frame_system::Config>::DbWeight;

/// What the first layout kept.
pub mod v1 {
	use super::*;

	/// The census of one season.
	#[derive(Clone, Encode, Decode)]
	pub struct CensusRecord<BlockNumber> {
		/// The season counted.
		pub season: SeasonIndex,
		/// The block in which it was over.
		pub closed_at: BlockNumber,
		/// Citizens of any standing.
		pub citizens: Figure<u32>,
		/// Citizens seen in the season or the one before.
		pub active: Figure<u32>,
		/// Citizens suspended.
		pub suspended: Figure<u32>,
		/// Citizens admitted in the season.
		pub admitted: Figure<u32>,
		/// Citizens who left in the season.
		pub left: Figure<u32>,
		/// Citizens whose residence is confirmed.
		pub residents: Figure<u32>,
		/// Parcels of land.
		pub parcels: Figure<u32>,
		/// Their area, in square metres.
		pub area: Figure<u64>,
		/// The sum of their valuations.
		pub valuation: Figure<u128>,
		/// What the treasury owns.
		pub treasury: Figure<u128>,
		/// How many citizens declared a yearly income in each band.
		pub incomes: Figure<ByBand<u32>>,
		/// The least that those incomes add up to.
		pub income: Figure<u128>,
		/// The charter in force.
		pub charter: CharterRef,
		/// The tier.
		pub tier: Tier,
	}

	/// How many active citizens were seen last in which season.
	#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
	pub struct Presence {
		/// In the current season.
		pub this: u32,
		/// In the season before.
		pub last: u32,
	}

	/// How many citizens are active.
	#[storage_alias]
	pub type Present<T: Config> = StorageValue<Pallet<T>, Presence, ValueQuery>;
}

impl<BlockNumber> From<v1::CensusRecord<BlockNumber>> for v2::CensusRecord<BlockNumber> {
	fn from(old: v1::CensusRecord<BlockNumber>) -> Self {
		Self {
			season: old.season,
			closed_at: old.closed_at,
			citizens: old.citizens,
			active: old.active,
			suspended: old.suspended,
			admitted: old.admitted,
			left: old.left,
			residents: old.residents,
			parcels: old.parcels,
			area: old.area,
			valuation: old.valuation,
			treasury: old.treasury,
			incomes: old.incomes,
			income: old.income,
			charter: old.charter,
			tier: old.tier,
			people: None,
		}
	}
}

/// The migration, whatever the version.
pub struct Unchecked<T>(core::marker::PhantomData<T>);

impl<T: Config> UncheckedOnRuntimeUpgrade for Unchecked<T> {
	fn on_runtime_upgrade() -> Weight {
		let mut records = 0u64;
		v2::Records::<T>::translate(|_, old: v1::CensusRecord<BlockNumberFor<T>>| {
			records = records.saturating_add(1);
			Some(old.into())
		});
		let v1::Presence { this, last } = v1::Present::<T>::get();
		let seen = |all| Seen { all, settled: all, ..Default::default() };
		Present::<T>::put(Presence { this: seen(this), last: seen(last) });
		DbWeightOf::<T>::get().reads_writes(records.saturating_add(1), records.saturating_add(1))
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		let v1::Presence { this, last } = v1::Present::<T>::get();
		Ok((Records::<T>::iter_keys().count() as u32, this, last).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(state: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let (records, this, last) =
			<(u32, u32, u32)>::decode(&mut &state[..]).map_err(|_| "the figures of before the upgrade")?;
		ensure!(v2::Records::<T>::iter().count() as u32 == records, "a record is lost");
		let present = Present::<T>::get();
		ensure!((present.this.all, present.last.all) == (this, last), "somebody is lost");
		Ok(())
	}
}
