//! Every call and hook of ours has a weight that was measured.

use civitas_runtime::{Runtime, RuntimeCall};
use frame_support::{dispatch::GetDispatchInfo, traits::GetCallName};

/// The generated weights of a pallet, and the calls and hooks that they must cover.
fn pallets() -> [(&'static str, &'static str, Vec<&'static str>); 4] {
	let calls = |names: &[&'static str], hooks: &[&'static str]| [names, hooks].concat();
	[
		(
			"citizenship",
			include_str!("../../pallets/citizenship/src/weights.rs"),
			calls(pallet_citizenship::Call::<Runtime>::get_call_names(), &[]),
		),
		(
			"census",
			include_str!("../../pallets/census/src/weights.rs"),
			calls(pallet_census::Call::<Runtime>::get_call_names(), &["close_season"]),
		),
		(
			"seasons",
			include_str!("../../pallets/seasons/src/weights.rs"),
			calls(&[], &["on_initialize", "turn"]),
		),
		(
			"roll",
			include_str!("../../pallets/roll/src/weights.rs"),
			// The weight of `seal` is that of a block's upkeep, which is made of the steps.
			vec![
				"enrol",
				"authorize_enrol",
				"build_ring",
				"authorize_build_ring",
				"authorize_seal",
				"meet_claim",
				"rest",
				"settle",
				"forget",
				"upkeep",
				"turn",
				"attested",
			],
		),
	]
}

#[test]
fn every_call_and_hook_was_measured_on_a_named_machine() {
	for (pallet, weights, names) in pallets() {
		assert!(
			weights.contains("Measured by scripts/weights on "),
			"the weights of {pallet} were not measured on a machine that they name"
		);
		for name in names {
			let measured = weights.matches(&format!("fn {name}(")).count();
			assert!(measured >= 2, "{pallet}::{name} has no measured weight");
		}
	}
}

#[test]
fn no_call_of_ours_weighs_nothing_or_does_not_fit_a_block() {
	civitas_tests::run(|_| {
		let limit = <Runtime as frame_system::Config>::BlockWeights::get();
		let normal = limit.get(frame_support::dispatch::DispatchClass::Normal);
		let longest = normal.max_extrinsic.expect("ordinary transactions are limited");
		for call in [
			RuntimeCall::from(pallet_census::Call::attest {}),
			pallet_roll::Call::seal { season: 0 }.into(),
			pallet_roll::Call::build_ring { ring: civitas_primitives::RingId::Nation(0) }.into(),
			pallet_citizenship::Call::renounce {}.into(),
			pallet_citizenship::Call::withdraw_application {}.into(),
			pallet_citizenship::Call::suspend { citizen: 0, reason_hash: Default::default() }.into(),
			pallet_citizenship::Call::reinstate { citizen: 0 }.into(),
			civitas_tests::Person::development("Eve").application(),
		] {
			let weight = call.get_dispatch_info().call_weight;
			assert!(weight.ref_time() > 1_000_000, "{call:?} weighs next to nothing");
			assert!(weight.all_lte(longest), "{call:?} does not fit a block");
		}
	});
}
