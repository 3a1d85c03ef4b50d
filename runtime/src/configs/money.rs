//! Money: balances, fees, deposits and the treasury.

use crate::{
	governance::origins::{EnsureSpending, OrEntrenched},
	*,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		tokens::{PayFromAccount, UnityAssetBalanceConversion},
		ConstU32, ConstU8, EnsureOrigin, Imbalance, OnUnbalanced, VariantCountOf,
	},
	weights::{constants::ExtrinsicBaseWeight, ConstantMultiplier, Weight, WeightToFee},
	PalletId,
};
use pallet_block_space::{Lane, Lanes};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{
	traits::{AccountIdConversion, AccountIdLookup},
	FixedPointNumber, Perbill, Permill, Perquintill,
};

/// The deposit for `items` entries of the state with `bytes` in all. It returns when they are removed.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	(items as Balance) * 100 * MILLI + (bytes as Balance) * MILLI
}

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
}

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = weights::pallet_balances::WeightInfo<Runtime>;
	type Balance = Balance;
	/// What is left of an account that is too small to live on is the treasury's: no money is lost.
	type DustRemoval = ToTreasury;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

/// What a weight costs: the least that any transaction weighs costs a thousandth of a CIV, the rest in proportion.
pub struct WeightFee;

impl WeightToFee for WeightFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		let unit = Balance::from(ExtrinsicBaseWeight::get().ref_time());
		// A weight is below 2^64, so the product never clamps.
		MILLI.saturating_mul(weight.ref_time().into()).checked_div(unit).unwrap_or(Balance::MAX)
	}
}

parameter_types! {
	/// What each byte of a transaction costs.
	pub const ByteFee: Balance = 10 * MICRO;
	/// Blocks fuller than this make fees rise, emptier ones let them fall.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// Full blocks raise fees by about 14 % an hour. Nobody is surprised between signing and sending, but a flood that
	/// lasts a day pays 25 times the fee at its end.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(300, 1_000_000);
	/// Fees never fall below what this file says.
	pub MinimumMultiplier: Multiplier = Multiplier::from_u32(1);
	/// A flood cannot price everybody out for good.
	pub MaximumMultiplier: Multiplier = Multiplier::from_u32(1_000);
}

/// What goes to the author of the block. What cannot be paid out, because there is no author or the author's account
/// would stay below the minimum, is burnt.
pub struct ToAuthor;

impl OnUnbalanced<Credit<AccountId, Balances>> for ToAuthor {
	fn on_nonzero_unbalanced(credit: Credit<AccountId, Balances>) {
		if let Some(author) = Authorship::author() {
			let _ = Balances::resolve(&author, credit);
		}
	}
}

/// What goes to the treasury.
pub struct ToTreasury;

impl OnUnbalanced<Credit<AccountId, Balances>> for ToTreasury {
	fn on_nonzero_unbalanced(credit: Credit<AccountId, Balances>) {
		// The account is there from genesis on.
		let _ = Balances::resolve(&TreasuryAccount::get(), credit);
	}
}

/// How many parts of a hundred of a fee go to the author of the block, who has the machine and the line to pay for.
/// The rest goes to the treasury.
const AUTHORS_SHARE: u32 = 80;

/// Splits fees between the author of the block and the treasury. The remainder of the division is the treasury's. Tips
/// are for the author alone.
pub struct SplitFees;

impl OnUnbalanced<Credit<AccountId, Balances>> for SplitFees {
	fn on_unbalanceds(mut fees_then_tips: impl Iterator<Item = Credit<AccountId, Balances>>) {
		if let Some(fee) = fees_then_tips.next() {
			let author = Permill::from_percent(AUTHORS_SHARE).mul_floor(fee.peek());
			let (author, treasury) = fee.split(author);
			ToAuthor::on_unbalanced(author);
			ToTreasury::on_unbalanced(treasury);
		}
		fees_then_tips.for_each(ToAuthor::on_unbalanced);
	}
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, SplitFees>;
	type WeightToFee = WeightFee;
	type LengthToFee = ConstantMultiplier<Balance, ByteFee>;
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Self,
		TargetBlockFullness,
		AdjustmentVariable,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = weights::pallet_transaction_payment::WeightInfo<Runtime>;
}

impl pallet_skip_feeless_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
}

/// The lanes of free calls, see [`pallet_block_space`]. A call that is not named here is an ordinary civic act.
pub struct CivicLanes;

impl Lanes<RuntimeCall> for CivicLanes {
	fn lane(call: &RuntimeCall) -> Lane {
		use pallet_citizenship::Call as Citizenship;
		match call {
			RuntimeCall::Roll(pallet_roll::Call::enrol { .. })
			| RuntimeCall::Census(pallet_census::Call::declare_income { .. }) => Lane::Enrolment,
			// Sealing and ring building: what nobody signs keeps the state alive.
			call if Self::is_unsigned(call) => Lane::Upkeep,
			RuntimeCall::Citizenship(Citizenship::renounce {})
			| RuntimeCall::Census(pallet_census::Call::attest { .. })
			| RuntimeCall::QuadraticVoting(..)
			| RuntimeCall::Validators(pallet_validators::Call::approve { .. })
			| RuntimeCall::OutsidePanel(..) => Lane::Voice,
			_ => Lane::Acts,
		}
	}

	fn is_unsigned(call: &RuntimeCall) -> bool {
		use pallet_roll::Call as Roll;
		matches!(
			call,
			RuntimeCall::Roll(Roll::enrol { .. } | Roll::seal { .. } | Roll::build_ring { .. })
				| RuntimeCall::Census(pallet_census::Call::declare_income { .. })
		)
	}
}

parameter_types! {
	/// Free civic acts may take three quarters of a block's ordinary space. Those who pay always have a quarter.
	pub const CivicShare: Perbill = Perbill::from_percent(75);
}

impl pallet_block_space::Config for Runtime {
	type Lanes = CivicLanes;
	type CivicShare = CivicShare;
	type WeightInfo = pallet_block_space::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const TreasuryPalletId: PalletId = PalletId(*b"civ/trsy");
	pub TreasuryAccount: AccountId = TreasuryPalletId::get().into_account_truncating();
	/// Nothing of the treasury is ever burnt.
	pub const NoBurn: Permill = Permill::zero();
}

/// Passes those who spend, with no limit to what they spend at once: the track's vote is the limit.
pub struct Spenders;

impl EnsureOrigin<RuntimeOrigin> for Spenders {
	type Success = Balance;

	fn try_origin(origin: RuntimeOrigin) -> Result<Balance, RuntimeOrigin> {
		OrEntrenched::<EnsureSpending>::try_origin(origin).map(|_| Balance::MAX)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		EnsureSpending::try_successful_origin()
	}
}

impl pallet_treasury::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	/// Those who spend can take it back.
	type RejectOrigin = OrEntrenched<EnsureSpending>;
	type SpendOrigin = Spenders;
	type SpendPeriod = ConstU32<DAYS>;
	type Burn = NoBurn;
	type BurnDestination = ();
	type PalletId = TreasuryPalletId;
	type SpendFunds = ();
	type MaxApprovals = ConstU32<100>;
	type AssetKind = ();
	type Beneficiary = AccountId;
	type BeneficiaryLookup = AccountIdLookup<AccountId, ()>;
	type Paymaster = PayFromAccount<Balances, TreasuryAccount>;
	type BalanceConverter = UnityAssetBalanceConversion;
	/// Whoever is granted money claims it within a season.
	type PayoutPeriod = ConstU32<{ 90 * DAYS }>;
	type BlockNumberProvider = System;
	type WeightInfo = weights::pallet_treasury::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = BenchmarkTreasury;
}

/// Whom benchmarks pay.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkTreasury;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_treasury::ArgumentsFactory<(), AccountId> for BenchmarkTreasury {
	fn create_asset_kind(_: u32) {}
	/// Somebody who has an account already: what benchmarks pay is too little to open one.
	fn create_beneficiary(seed: [u8; 32]) -> AccountId {
		let who = AccountId::from(seed);
		let _ = <Balances as frame_support::traits::fungible::Mutate<AccountId>>::mint_into(
			&who,
			ExistentialDeposit::get(),
		);
		who
	}
}
