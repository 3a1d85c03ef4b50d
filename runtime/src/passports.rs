// SPDX-License-Identifier: Apache-2.0
//! Passports: the picture of citizenship that wallets and explorers see, as items of the first collection of
//! `pallet-nfts`.
//!
//! The collection belongs to an account without a key, takes no deposit from anyone, and its items cannot be moved:
//! - The collection says that its items are not transferable, which stops transfers, approvals, sales and swaps.
//! - Each item is locked by a system attribute, which stops burning too.
//! - [`alters_passports`] names the calls that would still write to the collection; the call filter refuses them.
//!
//! So nobody but this module writes there, and [`Passports::withdraw`] leaves nothing behind.

use crate::{AccountId, Nfts, Runtime, RuntimeOrigin};
use alloc::string::ToString;
use civitas_primitives::{CitizenId, Passport, Passports};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::tokens::nonfungibles_v2::{Mutate, Transfer},
	PalletId,
};
use pallet_nfts::{
	AttributeNamespace, CollectionConfig, CollectionSetting, CollectionSettings, ItemConfig, MintSettings,
	MintType,
};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

/// The number of a collection of tokens.
pub type CollectionId = u32;
/// The number of a token in its collection.
pub type ItemId = u32;

/// The collection of all passports: the first there is.
pub const COLLECTION: CollectionId = 0;

/// The account that the collection belongs to. Nobody has its key.
pub const ACCOUNT: PalletId = PalletId(*b"civ/pass");

/// The attribute that shows the citizen's number.
pub const NUMBER: &[u8] = b"number";
/// The attribute that shows the season of admission.
pub const ADMITTED_SEASON: &[u8] = b"admitted_season";
/// The attribute that shows the charter version accepted.
pub const CHARTER_VERSION: &[u8] = b"charter_version";

/// Passports as items of a collection that nobody can write to.
pub struct NftPassports;

impl NftPassports {
	fn show(number: CitizenId, key: &[u8], value: u32) -> DispatchResult {
		Nfts::force_set_attribute(
			RuntimeOrigin::root(),
			None,
			COLLECTION,
			Some(number),
			AttributeNamespace::CollectionOwner,
			Nfts::construct_attribute_key(key.to_vec())?,
			Nfts::construct_attribute_value(value.to_string().into_bytes())?,
		)
	}

	fn hide(number: CitizenId, key: &[u8]) -> DispatchResult {
		Nfts::clear_attribute(
			RuntimeOrigin::root(),
			COLLECTION,
			Some(number),
			AttributeNamespace::CollectionOwner,
			Nfts::construct_attribute_key(key.to_vec())?,
		)
	}
}

impl Passports<AccountId> for NftPassports {
	fn found() -> DispatchResult {
		ensure!(
			pallet_nfts::NextCollectionId::<Runtime>::get().is_none(),
			DispatchError::Other("there are collections already")
		);
		let owner: AccountId = ACCOUNT.into_account_truncating();
		let config = CollectionConfig {
			settings: CollectionSettings::from_disabled(
				CollectionSetting::TransferableItems | CollectionSetting::DepositRequired,
			),
			max_supply: None,
			mint_settings: MintSettings::default(),
		};
		Nfts::force_create(RuntimeOrigin::root(), owner.into(), config)
	}

	fn issue(holder: &AccountId, passport: Passport) -> DispatchResult {
		let Passport { number, admitted, charter_version } = passport;
		Nfts::mint_into(&COLLECTION, &number, holder, &ItemConfig::default(), true)?;
		Self::show(number, NUMBER, number)?;
		Self::show(number, ADMITTED_SEASON, admitted)?;
		Self::show(number, CHARTER_VERSION, charter_version)?;
		<Nfts as Transfer<AccountId>>::disable_transfer(&COLLECTION, &number)
	}

	fn withdraw(number: CitizenId) -> DispatchResult {
		<Nfts as Transfer<AccountId>>::enable_transfer(&COLLECTION, &number)?;
		for key in [NUMBER, ADMITTED_SEASON, CHARTER_VERSION] {
			Self::hide(number, key)?;
		}
		<Nfts as Mutate<AccountId, ItemConfig>>::burn(&COLLECTION, &number, None)
	}

	fn holder(number: CitizenId) -> Option<AccountId> {
		Nfts::owner(COLLECTION, number)
	}
}

/// Whether `call` would succeed in writing to the passports, or to something that lasts as long as they do.
///
/// All other calls of `pallet-nfts` either do not concern them or are refused by that pallet, which says why.
pub fn alters_passports(call: &pallet_nfts::Call<Runtime>) -> bool {
	use pallet_nfts::Call;
	match call {
		Call::set_attribute { collection, .. }
		| Call::approve_item_attributes { collection, .. }
		| Call::create_swap { offered_collection: collection, .. } => *collection == COLLECTION,
		Call::set_attributes_pre_signed { data, .. } => data.collection == COLLECTION,
		// Whoever minted by the right of a passport would leave a mark on it.
		Call::create { config, .. } => config.mint_settings.mint_type == MintType::HolderOf(COLLECTION),
		Call::update_mint_settings { mint_settings, .. } => {
			mint_settings.mint_type == MintType::HolderOf(COLLECTION)
		}
		_ => false,
	}
}

/// What the benchmarks of `pallet-nfts` work with: collections beside the passports.
#[cfg(feature = "runtime-benchmarks")]
pub struct BenchmarkCollections;

#[cfg(feature = "runtime-benchmarks")]
impl
	pallet_nfts::BenchmarkHelper<
		CollectionId,
		ItemId,
		sp_runtime::MultiSigner,
		AccountId,
		sp_runtime::MultiSignature,
	> for BenchmarkCollections
{
	fn collection(i: u16) -> CollectionId {
		COLLECTION + 1 + CollectionId::from(i)
	}

	fn item(i: u16) -> ItemId {
		i.into()
	}

	fn signer() -> (sp_runtime::MultiSigner, AccountId) {
		<() as pallet_nfts::BenchmarkHelper<CollectionId, ItemId, _, _, sp_runtime::MultiSignature>>::signer()
	}

	fn sign(signer: &sp_runtime::MultiSigner, message: &[u8]) -> sp_runtime::MultiSignature {
		<() as pallet_nfts::BenchmarkHelper<CollectionId, ItemId, _, AccountId, _>>::sign(signer, message)
	}
}
