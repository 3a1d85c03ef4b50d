//! From the second layout to the third: records tell land by its kind, and what it yielded.
//!
//! There is one record a season. Records of seasons that are over counted all land alike and no revenue: they keep their
//! figures, and the new ones are zero. The season under way counts what land yields from the upgrade on.

use crate::*;
use civitas_primitives::{Extent, Figure};
use frame_support::{migrations::VersionedMigration, storage_alias, traits::UncheckedOnRuntimeUpgrade};

/// Brings the pallet from the second layout to the third.
pub type MigrateV2ToV3<T> = VersionedMigration<2, 3, Unchecked<T>, Pallet<T>, DbWeightOf<T>>;

type DbWeightOf<T> = <T as frame_system::Config>::DbWeight;

/// What the second layout kept.
pub mod v2 {
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
		/// Parcels of land of any title.
		pub parcels: Figure<u32>,
		/// Their area, in square metres.
		pub area: Figure<u64>,
		/// The sum of their valuations when the season closed.
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
		/// How citizens came and were seen.
		pub people: Option<People>,
	}

	/// The record of each season that is over.
	#[storage_alias]
	pub type Records<T: Config> =
		StorageMap<Pallet<T>, Twox64Concat, SeasonIndex, CensusRecord<BlockNumberFor<T>>>;
}

impl<BlockNumber> From<v2::CensusRecord<BlockNumber>> for CensusRecord<BlockNumber> {
	fn from(old: v2::CensusRecord<BlockNumber>) -> Self {
		let none = Figure::registered(Extent::default());
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
			floor: Figure::registered(0),
			valuation: old.valuation,
			assigned: none,
			common: none,
			public: none,
			revenue: Figure::collected(0),
			treasury: old.treasury,
			incomes: old.incomes,
			income: old.income,
			charter: old.charter,
			tier: old.tier,
			people: old.people,
		}
	}
}

/// The migration, whatever the version.
pub struct Unchecked<T>(core::marker::PhantomData<T>);

impl<T: Config> UncheckedOnRuntimeUpgrade for Unchecked<T> {
	fn on_runtime_upgrade() -> Weight {
		let mut records = 0u64;
		Records::<T>::translate(|_, old: v2::CensusRecord<BlockNumberFor<T>>| {
			records = records.saturating_add(1);
			Some(old.into())
		});
		CollectedBefore::<T>::put(T::Revenue::get());
		let touched = records.saturating_add(1);
		DbWeightOf::<T>::get().reads_writes(touched, touched)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		Ok((Records::<T>::iter_keys().count() as u32).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(state: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let records = u32::decode(&mut &state[..]).map_err(|_| "the figure of before the upgrade")?;
		ensure!(Records::<T>::iter().count() as u32 == records, "a record is lost");
		ensure!(CollectedBefore::<T>::get() == T::Revenue::get(), "old revenue would count in this season");
		Ok(())
	}
}
