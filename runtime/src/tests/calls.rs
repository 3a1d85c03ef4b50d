//! Which calls there are, and which of them get through.

use super::*;
use crate::configs::accounts::ProxyType;
use frame_support::{
	assert_noop, assert_ok,
	traits::{Contains, GetCallName, InstanceFilter, PalletsInfoAccess},
};
use parity_scale_codec::Encode;
use sp_runtime::traits::Dispatchable;

#[test]
fn a_call_is_small() {
	// Every call in a queue or a batch takes this much memory, whichever it is.
	assert!(size_of::<RuntimeCall>() <= 256, "{}", size_of::<RuntimeCall>());
}

#[test]
fn the_extensions_add_nothing_but_mortality_nonce_tip_and_the_metadata_mode() {
	assert_eq!(tx_extension(0, 0).encode(), [0, 0, 0, 0]);
}

#[test]
fn nobody_rules_by_a_key() {
	let pallets = AllPalletsWithSystem::infos();
	assert!(pallets.len() > 20);
	for pallet in pallets {
		assert!(!pallet.name.to_lowercase().contains("sudo"), "{}", pallet.name);
		assert!(!pallet.module_name.contains("sudo"), "{}", pallet.module_name);
	}
}

#[test]
fn seasons_turn_before_what_turns_with_them() {
	let index = |name| {
		let pallets = AllPalletsWithSystem::infos();
		pallets.iter().position(|pallet| pallet.name == name).expect("there is such a pallet")
	};
	assert!(index("Parameters") < index("Founding"));
	assert!(index("Founding") < index("Seasons"));
	assert!(index("Seasons") < index("Citizenship"));
	assert!(index("Citizenship") < index("Census"));
	assert!(index("Authorship") < index("Session"));
}

#[test]
fn no_account_can_do_what_root_could() {
	development_chain().execute_with(|| {
		let calls: Vec<RuntimeCall> = vec![
			frame_system::Call::set_code { code: vec![1] }.into(),
			frame_system::Call::set_storage { items: vec![] }.into(),
			frame_system::Call::kill_prefix { prefix: vec![], subkeys: 1 }.into(),
			pallet_balances::Call::force_set_balance { who: eve().into(), new_free: 1 }.into(),
			pallet_scheduler::Call::cancel { when: 9, index: 0 }.into(),
			pallet_utility::Call::dispatch_as {
				as_origin: Box::new(OriginCaller::system(frame_system::RawOrigin::Root)),
				call: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
			}
			.into(),
			pallet_citizenship::Call::suspend { citizen: 1, reason_hash: Default::default() }.into(),
			pallet_nfts::Call::force_collection_owner { collection: 0, owner: eve().into() }.into(),
		];
		for call in calls {
			for who in [alice(), eve()] {
				let result = call.clone().dispatch(RuntimeOrigin::signed(who)).map_err(|e| e.error);
				assert_eq!(result.map(|_| ()), Err(sp_runtime::DispatchError::BadOrigin), "{call:?}");
			}
		}
	});
}

#[test]
fn validators_keep_their_keys_and_strangers_have_none() {
	development_chain().execute_with(|| {
		let purge: RuntimeCall = pallet_session::Call::purge_keys {}.into();
		let refused = purge.dispatch(RuntimeOrigin::signed(alice())).map_err(|e| e.error);
		assert_eq!(refused.map(|_| ()), Err(frame_system::Error::<Runtime>::CallFiltered.into()));
		assert!(Session::load_keys(&alice()).is_some());
		assert!(Validators::is_known(&alice()) && !Validators::is_known(&eve()));
	});
}

#[test]
fn the_filter_knows_every_call_on_tokens() {
	// Whoever takes a newer `pallet-nfts` sees here what has come, and decides in `passports::alters_passports`.
	let known = [
		"create",
		"force_create",
		"destroy",
		"mint",
		"force_mint",
		"burn",
		"transfer",
		"redeposit",
		"lock_item_transfer",
		"unlock_item_transfer",
		"lock_collection",
		"transfer_ownership",
		"set_team",
		"force_collection_owner",
		"force_collection_config",
		"approve_transfer",
		"cancel_approval",
		"clear_all_transfer_approvals",
		"lock_item_properties",
		"set_attribute",
		"force_set_attribute",
		"clear_attribute",
		"approve_item_attributes",
		"cancel_item_attributes_approval",
		"set_metadata",
		"clear_metadata",
		"set_collection_metadata",
		"clear_collection_metadata",
		"set_accept_ownership",
		"set_collection_max_supply",
		"update_mint_settings",
		"set_price",
		"buy_item",
		"pay_tips",
		"create_swap",
		"cancel_swap",
		"claim_swap",
		"mint_pre_signed",
		"set_attributes_pre_signed",
	];
	assert_eq!(pallet_nfts::Call::<Runtime>::get_call_names(), known);
}

#[test]
fn a_civic_proxy_can_take_neither_money_nor_citizenship() {
	let vouch: RuntimeCall = pallet_citizenship::Call::vouch { applicant: eve() }.into();
	let vote = pallet_quadratic_voting::Call::vote { poll: 0, vote: pallet_quadratic_voting::Vote::Aye(1) };
	assert!(ProxyType::Civic.filter(&vouch) && ProxyType::Civic.filter(&vote.into()));
	let name: RuntimeCall = pallet_identity::Call::clear_identity {}.into();
	assert!(ProxyType::Identity.filter(&name));

	let reason_hash = Default::default();
	let takes: [RuntimeCall; 10] = [
		// A proxy cannot say that a person is there.
		pallet_census::Call::attest { next: None }.into(),
		// A challenge holds a bond, which is lost to a friend of the proxy if it is dismissed.
		pallet_citizenship::Call::challenge { applicant: eve(), reason_hash }.into(),
		// A registrar may ask for any fee.
		pallet_identity::Call::request_judgement { reg_index: 0, max_fee: 1_000 * CIV }.into(),
		pallet_recovery_friends::Call::name_friends { friends: Default::default(), needed: 0 }.into(),
		pallet_citizenship::Call::rotate { new_account: eve() }.into(),
		pallet_citizenship::Call::renounce {}.into(),
		pallet_citizenship::Call::sponsor { applicant: eve() }.into(),
		pallet_balances::Call::transfer_all { dest: eve().into(), keep_alive: false }.into(),
		pallet_utility::Call::batch { calls: vec![vouch] }.into(),
		pallet_proxy::Call::add_proxy { delegate: eve().into(), proxy_type: ProxyType::Any, delay: 0 }.into(),
	];
	for call in takes {
		for proxy in [ProxyType::Civic, ProxyType::Identity, ProxyType::CancelProxy] {
			assert!(!proxy.filter(&call), "{proxy:?} may {call:?}");
		}
	}
	assert!(ProxyType::Any.is_superset(&ProxyType::Civic));
	assert!(!ProxyType::Civic.is_superset(&ProxyType::Any));
}

#[test]
fn a_filtered_call_does_not_get_through_in_another() {
	development_chain().execute_with(|| {
		let inner: RuntimeCall = pallet_session::Call::purge_keys {}.into();
		assert!(!configs::system::CallFilter::contains(&inner));
		assert_noop!(
			Utility::batch_all(RuntimeOrigin::signed(alice()), vec![inner.clone()]).map_err(|e| e.error),
			frame_system::Error::<Runtime>::CallFiltered
		);
		assert_ok!(Utility::as_derivative(RuntimeOrigin::signed(alice()), 0, Box::new(inner)).map_or_else(
			|e| {
				assert_eq!(e.error, frame_system::Error::<Runtime>::CallFiltered.into());
				Ok::<_, ()>(())
			},
			|_| Err(()),
		));
		assert!(Session::load_keys(&alice()).is_some());
	});
}
