// SPDX-License-Identifier: Apache-2.0
//! Accounts: names, shared and delegated control, recovery of lost keys, and tokens of all kinds.

use super::{
	governance::Appointers,
	money::{deposit, ToTreasury},
	system::StoragePrice,
};
use crate::*;
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, AsEnsureOriginWithArg, ConstU32, InstanceFilter},
};
use frame_system::{EnsureRoot, EnsureSigned};
use pallet_nfts::PalletFeatures;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

parameter_types! {
	pub const IdentityDeposit: Balance = deposit(1, 32);
	pub const IdentityByteDeposit: Balance = deposit(0, 1);
	pub const SubAccountDeposit: Balance = deposit(1, 53);
	pub const UsernameDeposit: Balance = deposit(1, 64);
}

impl pallet_identity::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type BasicDeposit = IdentityDeposit;
	type ByteDeposit = IdentityByteDeposit;
	type UsernameDeposit = UsernameDeposit;
	type SubAccountDeposit = SubAccountDeposit;
	type MaxSubAccounts = ConstU32<100>;
	type IdentityInformation = pallet_identity::legacy::IdentityInfo<ConstU32<100>>;
	type MaxRegistrars = ConstU32<20>;
	type Slashed = Treasury;
	/// The entrenched track.
	type ForceOrigin = EnsureRoot<AccountId>;
	/// The track for appointments, and the founder in the Founding tier.
	type RegistrarOrigin = Appointers;
	type OffchainSignature = Signature;
	type SigningPublicKey = <Signature as Verify>::Signer;
	/// As for registrars.
	type UsernameAuthorityOrigin = Appointers;
	type PendingUsernameExpiration = ConstU32<{ 7 * DAYS }>;
	type UsernameGracePeriod = ConstU32<{ 30 * DAYS }>;
	type MaxSuffixLength = ConstU32<7>;
	type MaxUsernameLength = ConstU32<32>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
	type WeightInfo = weights::pallet_identity::WeightInfo<Runtime>;
}

parameter_types! {
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

/// What a proxy may do for the account that appointed it. None but [`ProxyType::Any`] can take the account's money
/// or its citizenship.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything that the account may.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Civic life: vouching, closing and completing applications, voting by name, and claiming the dividend for the
	/// account. Not attesting, since an attestation says that a person is there and has signed it. Not challenging,
	/// since a challenge puts money at stake.
	#[codec(index = 1)]
	Civic,
	/// The account's name and its judgements. Not asking for one, since that pays a registrar.
	#[codec(index = 2)]
	Identity,
	/// Rejecting what another proxy has announced.
	#[codec(index = 3)]
	CancelProxy,
	/// Looking after the account's land: replenishing its escrow, defending, naming a higher price, and confirming who lives there.
	#[codec(index = 4)]
	Steward,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		use pallet_citizenship::Call as Citizenship;
		use pallet_harberger::Call as Harberger;
		match self {
			ProxyType::Any => true,
			ProxyType::Civic => matches!(
				call,
				RuntimeCall::QuadraticVoting(..)
					| RuntimeCall::Polls(pallet_polls::Call::lapse { .. })
					| RuntimeCall::Dividend(pallet_dividend::Call::claim { .. })
					| RuntimeCall::Citizenship(
						Citizenship::vouch { .. }
							| Citizenship::withdraw_vouch { .. }
							| Citizenship::close_application { .. }
							| Citizenship::lapse_challenge { .. }
							| Citizenship::admit { .. }
					)
			),
			ProxyType::Identity => match call {
				RuntimeCall::Identity(call) => {
					!matches!(call, pallet_identity::Call::request_judgement { .. })
				}
				_ => false,
			},
			ProxyType::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			}
			ProxyType::Steward => match call {
				// Not `fund`, which would give the account's money to any parcel.
				RuntimeCall::Harberger(Harberger::replenish { .. } | Harberger::defend { .. }) => true,
				RuntimeCall::Harberger(Harberger::assess { parcel, valuation }) => {
					pallet_harberger::Holdings::<Runtime>::get(parcel)
						.is_some_and(|holding| *valuation > holding.valuation)
				}
				RuntimeCall::Land(pallet_land::Call::confirm { .. }) => true,
				_ => false,
			},
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		*self == ProxyType::Any || self == other
	}
}

parameter_types! {
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	pub const AnnouncementDepositBase: Balance = deposit(1, 16);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = weights::pallet_proxy::WeightInfo<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = weights::pallet_utility::WeightInfo<Runtime>;
}

parameter_types! {
	pub const FriendGroupsHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::FriendGroupsStorage);
	pub const AttemptHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::AttemptStorage);
	pub const InheritorHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Recovery(pallet_recovery::HoldReason::InheritorStorage);
	/// What whoever starts a recovery stands to lose if it was an attack.
	pub const RecoveryDeposit: Balance = 10 * CIV;
}

impl pallet_recovery::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeHoldReason = RuntimeHoldReason;
	type BlockNumberProvider = System;
	type Currency = Balances;
	type FriendGroupsConsideration =
		HoldConsideration<AccountId, Balances, FriendGroupsHoldReason, StoragePrice>;
	type AttemptConsideration = HoldConsideration<AccountId, Balances, AttemptHoldReason, StoragePrice>;
	type InheritorConsideration = HoldConsideration<AccountId, Balances, InheritorHoldReason, StoragePrice>;
	type SecurityDeposit = RecoveryDeposit;
	type Slash = ToTreasury;
	type MaxFriendsPerConfig = ConstU32<16>;
	type WeightInfo = weights::pallet_recovery::WeightInfo<Runtime>;
}

parameter_types! {
	pub const CollectionDeposit: Balance = deposit(3, 200);
	pub const ItemDeposit: Balance = deposit(2, 120);
	pub const MetadataDepositBase: Balance = deposit(1, 0);
	pub const AttributeDepositBase: Balance = deposit(1, 0);
	pub const NftByteDeposit: Balance = deposit(0, 1);
	pub NftFeatures: PalletFeatures = PalletFeatures::all_enabled();
}

impl pallet_nfts::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type CollectionId = passports::CollectionId;
	type ItemId = passports::ItemId;
	type Currency = Balances;
	/// The entrenched track, and the runtime itself for the passports.
	type ForceOrigin = EnsureRoot<AccountId>;
	/// Anyone. The first number is given to the passports at genesis.
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type Locker = ();
	type CollectionDeposit = CollectionDeposit;
	type ItemDeposit = ItemDeposit;
	type MetadataDepositBase = MetadataDepositBase;
	type AttributeDepositBase = AttributeDepositBase;
	type DepositPerByte = NftByteDeposit;
	type StringLimit = ConstU32<256>;
	type KeyLimit = ConstU32<64>;
	type ValueLimit = ConstU32<256>;
	type ApprovalsLimit = ConstU32<20>;
	type ItemAttributesApprovalsLimit = ConstU32<30>;
	type MaxTips = ConstU32<10>;
	type MaxDeadlineDuration = ConstU32<{ 365 * DAYS }>;
	type MaxAttributesPerCall = ConstU32<10>;
	type Features = NftFeatures;
	type OffchainSignature = Signature;
	type OffchainPublic = <Signature as Verify>::Signer;
	#[cfg(feature = "runtime-benchmarks")]
	type Helper = passports::BenchmarkCollections;
	type WeightInfo = weights::pallet_nfts::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}
