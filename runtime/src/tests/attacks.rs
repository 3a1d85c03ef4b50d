// SPDX-License-Identifier: Apache-2.0
//! What attackers try with several pallets at once, and how each of them fails.

use super::{
	governance::{pass_blocks, propose, set_votes, whole_poll},
	*,
};
use crate::{
	configs::accounts::ProxyType,
	governance::{origins::Origin, tracks},
};
use frame_support::{
	assert_noop, assert_ok,
	storage::with_transaction,
	traits::{fungible::Mutate, Get, UnfilteredDispatchable},
	weights::Weight,
};
use parity_scale_codec::Encode;
use scale_info::{meta_type, PortableRegistry, Registry, TypeDef};
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, Hash as _},
	DispatchError, TransactionOutcome,
};
use std::collections::BTreeSet;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Every call that carries another one, as the metadata has it.
fn carriers() -> BTreeSet<(String, String)> {
	let mut registry = Registry::new();
	registry.register_type(&meta_type::<RuntimeCall>());
	let mut found = BTreeSet::new();
	for it in PortableRegistry::from(registry).types {
		let segments = it.ty.path.segments;
		let (Some(pallet), Some(last)) = (segments.first(), segments.last()) else { continue };
		let TypeDef::Variant(calls) = it.ty.type_def else { continue };
		if last != "Call" {
			continue;
		}
		for call in calls.variants {
			let mut names = call.fields.iter().filter_map(|field| field.type_name.as_ref());
			if names.any(|name| name.contains("RuntimeCall")) {
				found.insert((pallet.to_string(), call.name.to_string()));
			}
		}
	}
	found
}

#[test]
fn these_are_all_the_calls_that_carry_another_one() {
	// Whoever takes a newer SDK sees here what has come, and tries it below.
	let known = [
		("pallet_multisig", "as_multi"),
		("pallet_multisig", "as_multi_threshold_1"),
		("pallet_proxy", "proxy"),
		("pallet_proxy", "proxy_announced"),
		("pallet_recovery", "control_inherited_account"),
		("pallet_scheduler", "schedule"),
		("pallet_scheduler", "schedule_after"),
		("pallet_scheduler", "schedule_named"),
		("pallet_scheduler", "schedule_named_after"),
		("pallet_utility", "as_derivative"),
		("pallet_utility", "batch"),
		("pallet_utility", "batch_all"),
		("pallet_utility", "dispatch_as"),
		("pallet_utility", "dispatch_as_fallible"),
		("pallet_utility", "force_batch"),
		("pallet_utility", "if_else"),
		("pallet_utility", "with_weight"),
	];
	let known = known.map(|(pallet, call)| (pallet.to_string(), call.to_string()));
	assert_eq!(carriers(), known.into_iter().collect());
}

/// What came of a call and of all that it carried: every reason why something was refused. Nothing changes.
fn refusals(call: RuntimeCall, origin: RuntimeOrigin) -> Vec<DispatchError> {
	with_transaction(|| {
		let before = System::events().len();
		let mut refusals: Vec<_> =
			call.dispatch(origin).map_err(|failed| failed.error).err().into_iter().collect();
		for record in System::events().into_iter().skip(before) {
			use pallet_utility::Event as Batched;
			match record.event {
				RuntimeEvent::Utility(
					Batched::BatchInterrupted { error, .. } | Batched::ItemFailed { error },
				) => {
					refusals.push(error);
				}
				RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result: Err(error) })
				| RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
					result: Err(error),
					..
				}) => {
					refusals.push(error);
				}
				_ => {}
			}
		}
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(refusals))
	})
	.expect("it is undone")
}

#[test]
fn no_batch_proxy_or_multisig_carries_a_call_around_the_filter() {
	development_chain().execute_with(|| {
		let inner: RuntimeCall = pallet_session::Call::purge_keys {}.into();
		let carried = || Box::new(inner.clone());
		// Without the filter, it would succeed.
		let succeeds = with_transaction(|| {
			let outcome = inner.clone().dispatch_bypass_filter(signed(alice())).is_ok();
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(
				outcome && Session::load_keys(&alice()).is_none(),
			))
		});
		assert_eq!(succeeds, Ok(true));

		// Eve may do everything for Alice: at once, and Charlie once it is announced. Alice and Bob share an account.
		assert_ok!(Proxy::add_proxy(signed(alice()), eve().into(), ProxyType::Any, 0));
		assert_ok!(Proxy::add_proxy(signed(alice()), charlie().into(), ProxyType::Any, 1));
		assert_ok!(Proxy::announce(signed(charlie()), alice().into(), BlakeTwo256::hash_of(&inner)));
		let timepoint = Multisig::timepoint();
		let share = |timepoint: Option<_>| pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories: vec![if timepoint.is_none() { bob() } else { alice() }],
			maybe_timepoint: timepoint,
			call: carried(),
			max_weight: Weight::MAX,
		};
		assert_ok!(RuntimeCall::from(share(None)).dispatch(signed(alice())).map_err(|failed| failed.error));
		System::set_block_number(3);

		use pallet_utility::Call as Batch;
		let by_eve = |call| pallet_proxy::Call::proxy { real: alice().into(), force_proxy_type: None, call };
		let tries: Vec<(AccountId, RuntimeCall)> = vec![
			(alice(), inner.clone()),
			(alice(), Batch::batch { calls: vec![inner.clone()] }.into()),
			(alice(), Batch::batch_all { calls: vec![inner.clone()] }.into()),
			(alice(), Batch::force_batch { calls: vec![inner.clone()] }.into()),
			(alice(), Batch::if_else { main: carried(), fallback: carried() }.into()),
			(alice(), Batch::as_derivative { index: 0, call: carried() }.into()),
			(
				alice(),
				Batch::batch_all { calls: vec![Batch::batch_all { calls: vec![inner.clone()] }.into()] }
					.into(),
			),
			(eve(), by_eve(carried()).into()),
			(eve(), by_eve(Box::new(Batch::batch_all { calls: vec![inner.clone()] }.into())).into()),
			(
				bob(),
				pallet_proxy::Call::proxy_announced {
					delegate: charlie().into(),
					real: alice().into(),
					force_proxy_type: None,
					call: carried(),
				}
				.into(),
			),
			(bob(), share(Some(timepoint)).into()),
			(
				alice(),
				pallet_multisig::Call::as_multi_threshold_1 {
					other_signatories: vec![bob()],
					call: carried(),
				}
				.into(),
			),
		];
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		for (who, call) in tries {
			assert!(refusals(call.clone(), signed(who)).contains(&filtered), "{call:?}");
		}
		// The rest is root's.
		let for_root: Vec<RuntimeCall> = vec![
			Batch::with_weight { call: carried(), weight: Weight::zero() }.into(),
			Batch::dispatch_as {
				as_origin: Box::new(frame_system::RawOrigin::Signed(alice()).into()),
				call: carried(),
			}
			.into(),
			pallet_scheduler::Call::schedule { when: 9, maybe_periodic: None, priority: 0, call: carried() }
				.into(),
		];
		for call in for_root {
			assert_eq!(refusals(call, signed(alice())), [DispatchError::BadOrigin]);
		}
	});
}

#[test]
fn a_civic_proxy_takes_no_money_by_whatever_way() {
	development_chain().execute_with(|| {
		assert_ok!(Proxy::add_proxy(signed(bob()), eve().into(), ProxyType::Civic, 0));
		let vouch: RuntimeCall = pallet_citizenship::Call::vouch { applicant: charlie() }.into();
		let take: RuntimeCall =
			pallet_balances::Call::transfer_all { dest: eve().into(), keep_alive: false }.into();
		let by_proxy = |call: RuntimeCall| -> RuntimeCall {
			pallet_proxy::Call::proxy { real: bob().into(), force_proxy_type: None, call: Box::new(call) }
				.into()
		};
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		let by_derivative = pallet_utility::Call::as_derivative { index: 0, call: Box::new(take.clone()) };
		let tries = [
			take.clone(),
			pallet_utility::Call::batch_all { calls: vec![vouch.clone(), take.clone()] }.into(),
			pallet_utility::Call::force_batch { calls: vec![take] }.into(),
			by_derivative.into(),
			pallet_proxy::Call::add_proxy { delegate: eve().into(), proxy_type: ProxyType::Any, delay: 0 }
				.into(),
			pallet_citizenship::Call::challenge { applicant: eve(), reason_hash: Default::default() }.into(),
			pallet_census::Call::attest { next: None }.into(),
			pallet_harberger::Call::bid { parcel: 0, amount: 1 }.into(),
		];
		for call in tries {
			assert_eq!(refusals(by_proxy(call.clone()), signed(eve())), [filtered], "{call:?}");
		}
		let refused = refusals(by_proxy(vouch), signed(eve()));
		assert!(!refused.contains(&filtered), "what is civic gets through the filter: {refused:?}");
	});
}

/// Many people fill the law's track and its queue with proposals that nobody wants. Alice stands for all of them.
#[test]
fn spam_crowds_out_nothing_that_is_wanted_and_costs_its_author() {
	development_chain().execute_with(|| {
		assert_ok!(Balances::mint_into(&alice(), 2_000 * CIV));
		let remark = |n: u32| frame_system::Call::remark { remark: n.encode() };
		let spam_of_another = |n: u32| {
			pallet_polls::Open::<Runtime>::remove(0);
			propose(Origin::Law, remark(n))
		};
		let spam: Vec<_> = (0..110).map(spam_of_another).collect();
		pallet_polls::Open::<Runtime>::remove(0);
		pass_blocks(tracks::days(2) + 1);
		let deciding = || pallet_referenda::DecidingCount::<Runtime>::get(tracks::LAW);
		let queued = || pallet_referenda::TrackQueue::<Runtime>::get(tracks::LAW).len();
		assert_eq!((deciding(), queued()), (10, 100), "there is no room left");

		let wanted = propose(Origin::Law, remark(1_000));
		set_votes(wanted, 5_000, 0);
		let status = |index| Referenda::ensure_ongoing(index);
		let mut waited = 0;
		while status(wanted).expect("it is open").deciding.is_none() {
			pass_blocks(1);
			waited += 1;
			assert!(waited <= whole_poll(tracks::LAW), "it waits for ever");
		}
		let undecided = |index: &&u32| status(**index).is_ok_and(|it| it.deciding.is_none());
		assert!(spam.iter().filter(undecided).count() >= 90, "it has overtaken what came before it");
		while status(wanted).is_ok() {
			pass_blocks(1);
		}
		let outcome = pallet_referenda::ReferendumInfoFor::<Runtime>::get(wanted);
		assert!(matches!(outcome, Some(pallet_referenda::ReferendumInfo::Approved(..))), "{outcome:?}");

		// What was rejected has cost its author the submission; what is killed costs the other deposit, too. Justice
		// closes spam, and leaves deposits to the entrenched track.
		let info = pallet_referenda::ReferendumInfoFor::<Runtime>::get;
		let is_rejected =
			|index: &&u32| matches!(info(**index), Some(pallet_referenda::ReferendumInfo::Rejected(..)));
		let rejected = spam.iter().find(is_rejected).expect("nobody voted for it");
		assert_noop!(
			Referenda::refund_submission_deposit(signed(alice()), *rejected),
			pallet_referenda::Error::<Runtime>::BadStatus
		);
		let open = *spam.iter().find(undecided).expect("there is more of it");
		let treasury = configs::land::TreasuryBalance::get();
		let kill = |origin| Referenda::kill(origin, open);
		for origin in [signed(bob()), Origin::Justice.into()] {
			assert_noop!(kill(origin), DispatchError::BadOrigin);
		}
		assert_ok!(kill(RuntimeOrigin::root()));
		assert_eq!(configs::land::TreasuryBalance::get() - treasury, 11 * CIV);
		let open = *spam.iter().find(undecided).expect("there is more of it");
		assert_noop!(Polls::cancel(signed(bob()), open), DispatchError::BadOrigin);
		assert_ok!(Polls::cancel(Origin::Justice.into(), open));
	});
}
