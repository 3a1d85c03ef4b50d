//! The Civitas state machine: what a block may change, and how.
//!
//! It is compiled twice: to Wasm, which every node runs, and natively, for the tests alone.
//!
//! - [`configs`]: each pallet's configuration, by topic.
//! - [`governance`]: who decides, by which track, and what each of them may do.
//! - [`parameters`]: the values that the charter may amend.
//! - [`genesis`]: the presets that chains begin with.
//! - [`fees`]: what a transaction would cost, as wallets ask.
//! - [`apis`]: what nodes, pages and wallets may ask.

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[macro_use]
mod benchmarks;

pub mod apis;
pub mod configs;
pub mod constitution;
pub mod facts;
pub mod fees;
pub mod founding;
pub mod genesis;
pub mod governance;
pub mod migrations;
pub mod parameters;
pub mod passports;
pub mod ranges;
pub mod roll_keys;
#[cfg(test)]
mod tests;
pub mod weights;

use crate::{founding as pallet_founding, governance::origins as pallet_origins};
use alloc::{borrow::Cow, vec::Vec};
use pallet_session::historical as pallet_session_historical;
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	type_with_default::TypeWithDefault,
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

/// How people sign: sr25519, ed25519 or ecdsa, as Polkadot wallets do.
pub type Signature = MultiSignature;
/// An account: the public key, or the hash of it, that its owner signs for.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// An amount of the currency, in units of 1e-12 CIV.
pub type Balance = u128;
/// The number that an account's next transaction carries.
pub type Nonce = u32;
/// A nonce as the state stores it: that of a new account is [`configs::system::FirstNonce`].
pub type StoredNonce = TypeWithDefault<Nonce, configs::system::FirstNonce>;
/// A hash of the chain.
pub type Hash = sp_core::H256;
/// The number of a block.
pub type BlockNumber = u32;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A block with its signature (for tools).
pub type SignedBlock = generic::SignedBlock<Block>;
/// A block's number or hash.
pub type BlockId = generic::BlockId<Block>;
/// A transaction as it arrives.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a signature covers.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// The checks around each transaction, in order. They add no byte beyond Polkadot's own, so wallets work unchanged.
pub type TxExtension = (
	pallet_block_space::OpenLane<Runtime, frame_system::AuthorizeCall<Runtime>>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	// The nonce, the weight and the payment. Free calls are not charged and have lanes of their own.
	pallet_block_space::CivicLane<Runtime, pallet_transaction_payment::ChargeTransactionPayment<Runtime>>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// The checks of a transaction that lives for ever, with this nonce and tip.
pub fn tx_extension(nonce: Nonce, tip: Balance) -> TxExtension {
	(
		frame_system::AuthorizeCall::new().into(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(generic::Era::Immortal),
		pallet_block_space::CivicLane::new(
			nonce.into(),
			pallet_transaction_payment::ChargeTransactionPayment::from(tip),
		),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// Runs blocks. Migrations are listed in the configuration of `frame_system`.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// What the node knows of the runtime's types: enough to carry blocks, too little to depend on one version.
pub mod opaque {
	use super::*;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// A block's header.
	pub type Header = super::Header;
	/// A block whose transactions are opaque bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// The number or hash of such a block.
	pub type BlockId = generic::BlockId<Block>;
	/// A hash of the chain.
	pub type Hash = super::Hash;

	impl_opaque_keys! {
		/// The keys that a validator's node signs with.
		pub struct SessionKeys {
			/// Makes blocks.
			pub babe: Babe,
			/// Finalises them.
			pub grandpa: Grandpa,
			/// Tells other validators where the node is.
			pub authority_discovery: AuthorityDiscovery,
		}
	}
}

/// Which runtime this is.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("civitas"),
	impl_name: Cow::Borrowed("civitas"),
	authoring_version: 1,
	// Rises with every change of behaviour.
	spec_version: 103,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	// Rises when the encoding of a call or of an extension changes, so that old signatures die.
	transaction_version: 4,
	system_version: 1,
};

/// One CIV.
pub const CIV: Balance = 1_000_000_000_000;
/// A thousandth of a CIV.
pub const MILLI: Balance = CIV / 1_000;
/// A millionth of a CIV.
pub const MICRO: Balance = MILLI / 1_000;
/// What an account must own to exist by its money alone.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLI;

/// The time between two blocks. It can never change.
pub const MILLISECS_PER_BLOCK: u64 = 6_000;
/// The time of one slot, in which one validator may make a block.
pub const SLOT_DURATION: u64 = MILLISECS_PER_BLOCK;
/// Blocks in a minute.
pub const MINUTES: BlockNumber = 60_000 / (MILLISECS_PER_BLOCK as BlockNumber);
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// The pallets. The order of their indices is the order in which their hooks run and their genesis is built.
/// Indices are grouped by topic, with gaps for what is to come, and never reused.
#[frame_support::runtime]
mod runtime {
	/// The whole state machine.
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// The system and its clock.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Parameters = pallet_parameters;
	#[runtime::pallet_index(3)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(4)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(5)]
	pub type Migrations = pallet_migrations;

	// Consensus. A block's author is noted before a session can turn and change who validators are.
	#[runtime::pallet_index(10)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(11)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(12)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(13)]
	pub type Historical = pallet_session_historical;
	#[runtime::pallet_index(14)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(15)]
	pub type Grandpa = pallet_grandpa;
	// 16 was pallet_im_online.
	#[runtime::pallet_index(17)]
	pub type AuthorityDiscovery = pallet_authority_discovery;
	#[runtime::pallet_index(18)]
	pub type Validators = pallet_validators;

	// Money.
	#[runtime::pallet_index(30)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(31)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(32)]
	pub type SkipFeelessPayment = pallet_skip_feeless_payment;
	#[runtime::pallet_index(33)]
	pub type Treasury = pallet_treasury;
	#[runtime::pallet_index(34)]
	pub type BlockSpace = pallet_block_space;

	// Accounts, their names and their keys.
	#[runtime::pallet_index(40)]
	pub type Identity = pallet_identity;
	#[runtime::pallet_index(41)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(42)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(43)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(44)]
	pub type Recovery = pallet_recovery;
	#[runtime::pallet_index(45)]
	pub type Nfts = pallet_nfts;

	// The state of the citizens. The founding comes first: it sets the parameters, which the charter's first version
	// binds, and the first citizens have accepted the charter. The calendar turns before anything that turns with it.
	#[runtime::pallet_index(58)]
	pub type Founding = pallet_founding;
	#[runtime::pallet_index(59)]
	pub type Charter = pallet_charter;
	#[runtime::pallet_index(61)]
	pub type Seasons = pallet_seasons;
	#[runtime::pallet_index(62)]
	pub type Citizenship = pallet_citizenship;
	#[runtime::pallet_index(63)]
	pub type Roll = pallet_roll;
	#[runtime::pallet_index(64)]
	pub type Referenda = pallet_referenda;
	#[runtime::pallet_index(65)]
	pub type QuadraticVoting = pallet_quadratic_voting;
	#[runtime::pallet_index(66)]
	pub type OutsidePanel = pallet_outside_panel;
	#[runtime::pallet_index(67)]
	pub type Offices = pallet_offices;
	#[runtime::pallet_index(68)]
	pub type Origins = pallet_origins;
	#[runtime::pallet_index(69)]
	pub type Polls = pallet_polls;
	#[runtime::pallet_index(70)]
	pub type Census = pallet_census;
	#[runtime::pallet_index(71)]
	pub type RecoveryFriends = pallet_recovery_friends;

	// Land, what it costs, and who gets that.
	#[runtime::pallet_index(80)]
	pub type Land = pallet_land;
	#[runtime::pallet_index(81)]
	pub type FloatingTax = pallet_floating_tax;
	#[runtime::pallet_index(82)]
	pub type Harberger = pallet_harberger;
	#[runtime::pallet_index(83)]
	pub type Revenue = pallet_revenue;
	#[runtime::pallet_index(84)]
	pub type Dividend = pallet_dividend;
}
