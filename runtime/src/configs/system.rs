//! The system: blocks and their limits, the call filter, scheduling, migrations.

use super::money::deposit;
use crate::{passports, *};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	migrations::FreezeChainOnFailedMigration,
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU32, Contains, EqualPrivilegeOnly, Get, LinearStoragePrice},
	weights::{
		constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::{
	limits::{BlockLength, BlockWeights},
	EnsureRoot,
};
use sp_runtime::{traits::AccountIdLookup, Perbill};

/// How much of a block ordinary transactions may fill. The rest is kept for what keeps the chain alive.
const NORMAL_RATIO: Perbill = Perbill::from_percent(75);

/// The most that a block may weigh.
///
/// A third of the slot is spent on execution: the rest is for the block to reach the others, who execute it too
/// before they build on it. Proofs of the state read are of no concern to a chain with validators of its own, who
/// hold that state, so their size is not limited.
const MAX_BLOCK_WEIGHT: Weight = Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX);

/// The most bytes that a block may have. It reaches every validator well within a slot over an ordinary line.
const MAX_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

parameter_types! {
	pub const BlockHashCount: BlockNumber = 2_400;
	pub const SS58Prefix: u16 = 42;
	pub const Version: RuntimeVersion = VERSION;
	pub RuntimeBlockWeights: BlockWeights =
		BlockWeights::with_sensible_defaults(MAX_BLOCK_WEIGHT, NORMAL_RATIO);
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAX_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |max| *max = NORMAL_RATIO * MAX_BLOCK_LENGTH)
		.build();
}

/// Which calls may come from an account, directly or through another call.
///
/// Two kinds may not, because they would succeed where they must not:
/// - Whatever writes to the passports, which only citizenship does.
/// - Giving up a validator's keys. A set that shrinks cannot finalise; `validators.release` forgets the keys of those
///   who serve no more.
pub struct CallFilter;

impl Contains<RuntimeCall> for CallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Nfts(call) => !passports::alters_passports(call),
			RuntimeCall::Session(pallet_session::Call::purge_keys {}) => false,
			_ => true,
		}
	}
}

/// How many first nonces a block stands for.
const NONCES_PER_BLOCK: Nonce = 8;

/// The nonce that an account begins with: eight times the number of the block that creates it.
///
/// An account that owns nothing disappears when its owner leaves or is not admitted. If it ever comes back, its nonce
/// must not start again, or anyone could replay its old transactions. Nonces that follow the block number never do, as
/// long as an account sends no more than eight transactions a block, averaged over its life. 32 bits last for a
/// hundred years of blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FirstNonce;

impl Get<Nonce> for FirstNonce {
	fn get() -> Nonce {
		System::block_number().saturating_mul(NONCES_PER_BLOCK)
	}
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type BaseCallFilter = CallFilter;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = ParityDbWeight;
	type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
	type Hash = Hash;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MultiBlockMigrator = Migrations;
	type Nonce = StoredNonce;
	type SS58Prefix = SS58Prefix;
	type SingleBlockMigrations = migrations::InOneBlock;
	type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
	type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
	/// Milliseconds since 1970.
	type Moment = u64;
	type OnTimestampSet = Babe;
	type MinimumPeriod = frame_support::traits::ConstU64<{ SLOT_DURATION / 2 }>;
	type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

parameter_types! {
	pub const StorageBase: Balance = deposit(1, 0);
	pub const StorageByte: Balance = deposit(0, 1);
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

/// The price of what an account keeps in the state: a base and so much a byte, held as long as it is there.
pub type StoragePrice = LinearStoragePrice<StorageBase, StorageByte, Balance>;

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = weights::pallet_preimage::WeightInfo<Runtime>;
	type Currency = Balances;
	/// The entrenched track. Everybody else who keeps a text here pays a deposit.
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = HoldConsideration<AccountId, Balances, PreimageHoldReason, StoragePrice>;
}

parameter_types! {
	pub MaximumSchedulerWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
	pub MigrationWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	/// The entrenched track. What referenda enact is scheduled by the runtime itself.
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	/// Each open referendum wakes up in the block after a vote: there is room for as many as anyone would pay
	/// deposits for.
	type MaxScheduledPerBlock = ConstU32<512>;
	type WeightInfo = weights::pallet_scheduler::WeightInfo<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Migrations = migrations::InManyBlocks;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	/// A state that is half migrated is worse than a chain that waits for its validators to mend it.
	type FailedMigrationHandler = FreezeChainOnFailedMigration;
	type MaxServiceWeight = MigrationWeight;
	type WeightInfo = weights::pallet_migrations::WeightInfo<Runtime>;
}
