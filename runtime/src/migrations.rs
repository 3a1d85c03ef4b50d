//! How a chain that runs an older runtime comes to this one.
//!
//! From spec versions 100, 101 and 102. A list is emptied when no chain can run a version that it starts from any more.

use crate::{
	constitution::WriteEveryParameter,
	opaque::SessionKeys,
	parameters::{
		amendable::harberger::{self, BindingPeriod, LookBack},
		RuntimeParameters, DAY_MILLIS,
	},
	AccountId, Harberger, Offices, Runtime, Session,
};
use frame_support::{
	migrations::RemovePallet,
	parameter_types,
	storage::unhashed,
	traits::{dynamic_params::AggregatedKeyValue, Get, OnRuntimeUpgrade, StorageVersion},
	weights::Weight,
};
use parity_scale_codec::{Decode, Encode};
use sp_core::{
	crypto::{key_types, KeyTypeId},
	ed25519, sr25519,
};
use sp_io::hashing::twox_128;
use sp_runtime::traits::OpaqueKeys;

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

parameter_types! {
	/// Under which name `pallet_im_online` kept its state.
	pub const ImOnlineName: &'static str = "ImOnline";
}

/// A validator's keys up to spec version 102: with one for signs of life.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct KeysWithImOnline {
	/// Made blocks.
	pub babe: [u8; 32],
	/// Finalised them.
	pub grandpa: [u8; 32],
	/// Said that the node was there.
	pub im_online: [u8; 32],
	/// Told other validators where the node was.
	pub authority_discovery: [u8; 32],
}

impl OpaqueKeys for KeysWithImOnline {
	type KeyTypeIdProviders = ();

	fn key_ids() -> &'static [KeyTypeId] {
		&[key_types::BABE, key_types::GRANDPA, key_types::IM_ONLINE, key_types::AUTHORITY_DISCOVERY]
	}

	fn get_raw(&self, id: KeyTypeId) -> &[u8] {
		match id {
			id if id == key_types::BABE => &self.babe,
			id if id == key_types::GRANDPA => &self.grandpa,
			id if id == key_types::IM_ONLINE => &self.im_online,
			id if id == key_types::AUTHORITY_DISCOVERY => &self.authority_discovery,
			_ => &[],
		}
	}

	// Nobody registers such keys any more.
	fn ownership_proof_is_valid(&self, _: &[u8], _: &[u8]) -> bool {
		false
	}
}

/// Takes the key for signs of life out of validators' keys. The others stay, so no operator has to do anything.
///
/// The validators are few. It does nothing on a chain that never had such keys.
pub struct DropImOnlineKeys;

impl OnRuntimeUpgrade for DropImOnlineKeys {
	fn on_runtime_upgrade() -> Weight {
		let weights = <Runtime as frame_system::Config>::DbWeight::get();
		let prefix = twox_128(ImOnlineName::get().as_bytes());
		if !unhashed::contains_prefixed_key(&prefix) {
			return weights.reads(1);
		}
		Session::upgrade_keys::<KeysWithImOnline, _>(|_: AccountId, old| SessionKeys {
			babe: sr25519::Public::from_raw(old.babe).into(),
			grandpa: ed25519::Public::from_raw(old.grandpa).into(),
			authority_discovery: sr25519::Public::from_raw(old.authority_discovery).into(),
		});
		// Each validator's keys, and who owns each of them, twice.
		let validators = Session::queued_keys().len() as u64;
		weights.reads_writes(validators.saturating_mul(2).saturating_add(2), validators.saturating_mul(9))
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
	DropImOnlineKeys,
	RemovePallet<ImOnlineName, <Runtime as frame_system::Config>::DbWeight>,
	pallet_validators::migrations::SeatValidators<Runtime>,
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
