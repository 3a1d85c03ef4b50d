//! How a chain that runs an older runtime comes to this one.
//!
//! From spec versions 100 and 101. A list is emptied when no chain can run a version that it starts from any more.

use crate::{constitution::WriteEveryParameter, Offices, Runtime};
use frame_support::{
	traits::{OnRuntimeUpgrade, StorageVersion},
	weights::Weight,
};

/// Gives the offices' storage its number. It was not numbered in the first runtime, and has the same layout.
pub struct NumberOffices;

impl OnRuntimeUpgrade for NumberOffices {
	fn on_runtime_upgrade() -> Weight {
		if StorageVersion::get::<Offices>() < 1 {
			StorageVersion::new(1).put::<Offices>();
		}
		<Runtime as frame_system::Config>::DbWeight::get().reads_writes(1, 1)
	}
}

/// What happens in the first block, in this order. Each touches single values and short lists only.
pub type InOneBlock = (
	WriteEveryParameter,
	NumberOffices,
	pallet_charter::migrations::v2::MigrateV1ToV2<Runtime>,
	pallet_census::migrations::v2::MigrateV1ToV2<Runtime>,
);

/// What happens in the blocks after it, in this order. These touch every citizen, application, alias, declaration,
/// parcel and holding, so many in each block. Blocks hold no transactions meanwhile.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type InManyBlocks = (
	pallet_citizenship::migrations::v2::MigrateToV2<Runtime>,
	pallet_roll::migrations::v2::MigrateToV2<Runtime>,
	pallet_census::migrations::incomes::ForgetVotersIncomes<Runtime>,
	pallet_land::migrations::v2::LazyMigration<Runtime>,
	pallet_harberger::migrations::v2::MigrateV1ToV2<Runtime>,
);
#[cfg(feature = "runtime-benchmarks")]
pub type InManyBlocks = pallet_migrations::mock_helpers::MockedMigrations;
