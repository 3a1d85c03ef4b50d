//! How a chain that runs an older runtime comes to this one.
//!
//! From spec versions 100, 101 and 102. A list is emptied when no chain can run a version that it starts from any more.

use crate::{
	constitution::WriteEveryParameter,
	parameters::{
		amendable::harberger::{self, BindingPeriod, LookBack},
		RuntimeParameters, DAY_MILLIS,
	},
	Harberger, Offices, Runtime,
};
use frame_support::{
	traits::{dynamic_params::AggregatedKeyValue, Get, OnRuntimeUpgrade, StorageVersion},
	weights::Weight,
};

/// Keeps how far a defence looks back and how long a price binds: one period in runtimes before 103, ninety days unless
/// it was amended. New chains look back for longer. Holders of an older one pay no more than they knew until their
/// charter is amended, a season ahead. Comes before the first defaults are written down.
pub struct KeepLookBack;

impl OnRuntimeUpgrade for KeepLookBack {
	fn on_runtime_upgrade() -> Weight {
		let weight = <Runtime as frame_system::Config>::DbWeight::get();
		if StorageVersion::get::<Harberger>() >= 2 {
			return weight.reads(1);
		}
		let look_back =
			|value| RuntimeParameters::Harberger(harberger::Parameters::LookBack(LookBack, Some(value)));
		write_if_unknown(look_back(90 * DAY_MILLIS));
		let bound = harberger::Parameters::BindingPeriod(BindingPeriod, Some(LookBack::get()));
		write_if_unknown(RuntimeParameters::Harberger(bound));
		weight.reads_writes(4, 2)
	}
}

/// Writes a parameter down that stands nowhere yet.
fn write_if_unknown(parameter: RuntimeParameters) {
	if let (key, Some(value)) = parameter.into_parts() {
		if !pallet_parameters::Parameters::<Runtime>::contains_key(&key) {
			pallet_parameters::Parameters::<Runtime>::insert(key, value);
		}
	}
}

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
	KeepLookBack,
	WriteEveryParameter,
	NumberOffices,
	pallet_charter::migrations::v2::MigrateV1ToV2<Runtime>,
	pallet_census::migrations::v2::MigrateV1ToV2<Runtime>,
	pallet_census::migrations::v3::MigrateV2ToV3<Runtime>,
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
