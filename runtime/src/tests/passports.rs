// SPDX-License-Identifier: Apache-2.0
//! Passports stay where they are.

use super::*;
use crate::passports::{NftPassports, ACCOUNT, ADMITTED_SEASON, CHARTER_VERSION, COLLECTION, NUMBER};
use civitas_primitives::{Passport, Passports};
use frame_support::traits::tokens::nonfungibles_v2::Inspect;
use pallet_nfts::{AttributeNamespace, CollectionConfig, Error, MintSettings, MintType};
use sp_runtime::{traits::AccountIdConversion, traits::Dispatchable, DispatchError};

const ALICES: u32 = 0;

fn shown(number: u32, key: &[u8]) -> Option<String> {
	Nfts::attribute(&COLLECTION, &number, key).map(|value| String::from_utf8(value).expect("readable"))
}

/// Dispatches `call` as an account's transaction would.
fn send(who: AccountId, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
	call.into().dispatch(RuntimeOrigin::signed(who)).map(|_| ()).map_err(|e| e.error)
}

/// A collection for holders of items of collection `of`.
fn for_holders_of(of: u32) -> pallet_nfts::CollectionConfigFor<Runtime> {
	CollectionConfig {
		mint_settings: MintSettings { mint_type: MintType::HolderOf(of), ..Default::default() },
		..Default::default()
	}
}

#[test]
fn a_passport_shows_public_facts() {
	development_chain().execute_with(|| {
		assert_eq!(NftPassports::holder(ALICES), Some(alice()));
		assert_eq!(NftPassports::holder(3), Some(dave()));
		assert_eq!(NftPassports::holder(4), None);
		assert_eq!(shown(3, NUMBER).as_deref(), Some("3"));
		assert_eq!(shown(3, ADMITTED_SEASON).as_deref(), Some("0"));
		assert_eq!(shown(3, CHARTER_VERSION).as_deref(), Some("1"));
	});
}

#[test]
fn the_collection_belongs_to_an_account_without_a_key_and_costs_nobody_anything() {
	development_chain().execute_with(|| {
		let owner: AccountId = ACCOUNT.into_account_truncating();
		assert_eq!(Nfts::collection_owner(COLLECTION), Some(owner.clone()));
		assert_eq!(Balances::free_balance(&owner), 0);
		assert_eq!(Balances::reserved_balance(alice()), 0);
		assert_eq!(NftPassports::found(), Err(DispatchError::Other("there are collections already")));
	});
}

#[test]
fn a_passport_cannot_be_moved_in_any_way() {
	development_chain().execute_with(|| {
		let nfts = |call| send(alice(), RuntimeCall::Nfts(call));
		use pallet_nfts::Call::*;
		let (collection, item) = (COLLECTION, ALICES);
		let locked: DispatchError = Error::<Runtime>::ItemLocked.into();
		let fixed: DispatchError = Error::<Runtime>::ItemsNonTransferable.into();
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		let before = sp_io::storage::root(sp_runtime::StateVersion::V1);

		assert_eq!(nfts(transfer { collection, item, dest: eve().into() }), Err(locked));
		assert_eq!(nfts(burn { collection, item }), Err(locked));
		assert_eq!(
			nfts(approve_transfer { collection, item, delegate: eve().into(), maybe_deadline: None }),
			Err(fixed)
		);
		assert_eq!(
			nfts(set_price { collection, item, price: Some(CIV), whitelisted_buyer: None }),
			Err(fixed)
		);
		assert_eq!(
			send(eve(), RuntimeCall::Nfts(buy_item { collection, item, bid_price: CIV })),
			Err(Error::<Runtime>::NotForSale.into())
		);
		assert_eq!(
			nfts(create_swap {
				offered_collection: collection,
				offered_item: item,
				desired_collection: collection,
				maybe_desired_item: Some(1),
				maybe_price: None,
				duration: 10,
			}),
			Err(filtered)
		);
		assert_eq!(
			sp_io::storage::root(sp_runtime::StateVersion::V1),
			before,
			"something was written all the same"
		);
	});
}

#[test]
fn a_passport_cannot_be_had_by_a_swap_that_somebody_else_offers() {
	development_chain().execute_with(|| {
		use pallet_nfts::Call::*;
		let open = CollectionConfig::default();
		send(eve(), RuntimeCall::Nfts(create { admin: eve().into(), config: open })).expect("anyone may");
		let mint = mint { collection: 1, item: 0, mint_to: eve().into(), witness_data: None };
		send(eve(), RuntimeCall::Nfts(mint)).expect("Eve may");
		let offer = create_swap {
			offered_collection: 1,
			offered_item: 0,
			desired_collection: COLLECTION,
			maybe_desired_item: Some(ALICES),
			maybe_price: None,
			duration: 10,
		};
		send(eve(), RuntimeCall::Nfts(offer)).expect("it is Eve's");
		let claim = claim_swap {
			send_collection: COLLECTION,
			send_item: ALICES,
			receive_collection: 1,
			receive_item: 0,
			witness_price: None,
		};
		assert_eq!(send(alice(), RuntimeCall::Nfts(claim)), Err(Error::<Runtime>::ItemLocked.into()));
		assert_eq!(NftPassports::holder(ALICES), Some(alice()));
	});
}

#[test]
fn nobody_writes_on_a_passport() {
	development_chain().execute_with(|| {
		use pallet_nfts::Call::*;
		let (collection, item) = (COLLECTION, ALICES);
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		let forbidden: DispatchError = Error::<Runtime>::NoPermission.into();
		let key: frame_support::BoundedVec<_, _> = NUMBER.to_vec().try_into().expect("short");
		let value: frame_support::BoundedVec<_, _> = b"7".to_vec().try_into().expect("short");
		let data: frame_support::BoundedVec<_, _> = b"Alice".to_vec().try_into().expect("short");

		for namespace in [
			AttributeNamespace::ItemOwner,
			AttributeNamespace::CollectionOwner,
			AttributeNamespace::Pallet,
			AttributeNamespace::Account(alice()),
		] {
			assert_eq!(
				send(
					alice(),
					RuntimeCall::Nfts(set_attribute {
						collection,
						maybe_item: Some(item),
						namespace: namespace.clone(),
						key: key.clone(),
						value: value.clone(),
					})
				),
				Err(filtered)
			);
			assert!(send(
				alice(),
				RuntimeCall::Nfts(clear_attribute {
					collection,
					maybe_item: Some(item),
					namespace,
					key: key.clone(),
				})
			)
			.is_err());
		}
		assert_eq!(
			send(
				alice(),
				RuntimeCall::Nfts(approve_item_attributes { collection, item, delegate: eve().into() })
			),
			Err(filtered)
		);
		assert_eq!(send(alice(), RuntimeCall::Nfts(set_metadata { collection, item, data })), Err(forbidden));
		assert_eq!(
			send(
				alice(),
				RuntimeCall::Nfts(mint { collection, item: 99, mint_to: alice().into(), witness_data: None })
			),
			Err(forbidden)
		);
		let config = for_holders_of(COLLECTION);
		assert_eq!(send(eve(), RuntimeCall::Nfts(create { admin: eve().into(), config })), Err(filtered));
		let config = CollectionConfig::default();
		send(eve(), RuntimeCall::Nfts(create { admin: eve().into(), config })).expect("anyone may");
		let mint_settings = for_holders_of(COLLECTION).mint_settings;
		assert_eq!(
			send(eve(), RuntimeCall::Nfts(update_mint_settings { collection: 1, mint_settings })),
			Err(filtered)
		);
		let mint_settings = for_holders_of(1).mint_settings;
		send(eve(), RuntimeCall::Nfts(update_mint_settings { collection: 1, mint_settings }))
			.expect("her own");
		assert_eq!(shown(ALICES, NUMBER).as_deref(), Some("0"));
	});
}

#[test]
fn a_withdrawn_passport_leaves_nothing_behind_and_its_number_can_be_issued_again() {
	development_chain().execute_with(|| {
		let passport = Passport { number: 77, admitted: 5, charter_version: 2 };
		System::reset_events();
		let before = state();

		NftPassports::issue(&eve(), passport).expect("the number is free");
		assert_eq!(NftPassports::holder(77), Some(eve()));
		assert!(NftPassports::issue(&bob(), passport).is_err(), "one number has one passport");
		NftPassports::withdraw(77).expect("it is there");
		assert_eq!(NftPassports::holder(77), None);
		assert!(NftPassports::withdraw(77).is_err(), "it is gone");
		System::reset_events();
		assert_eq!(state(), before);

		NftPassports::issue(&bob(), passport).expect("the number is free again");
		assert_eq!(NftPassports::holder(77), Some(bob()));
		assert_eq!(shown(77, ADMITTED_SEASON).as_deref(), Some("5"));
		assert_eq!(shown(77, CHARTER_VERSION).as_deref(), Some("2"));
	});
}

#[test]
fn a_passport_costs_its_holder_no_deposit() {
	development_chain().execute_with(|| {
		let nobody = AccountId::from([9; 32]);
		System::inc_sufficients(&nobody);
		NftPassports::issue(&nobody, Passport { number: 77, admitted: 0, charter_version: 1 })
			.expect("it needs no money");
		assert_eq!(Balances::free_balance(&nobody), 0);
		NftPassports::withdraw(77).expect("it is there");
	});
}
