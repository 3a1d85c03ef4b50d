// SPDX-License-Identifier: Apache-2.0
//! Every call of the runtime, tried as every origin.
//!
//! Each call is made of many arguments at random, and of some that mean something. What it does is undone after a
//! look at it.

use super::*;
use crate::governance::origins::Origin;
use civitas_primitives::{FounderPower, Tier};
use frame_support::{
	storage::with_transaction,
	traits::{GetCallMetadata, PalletsInfoAccess},
};
use pallet_charter::Change;
use parity_scale_codec::DecodeLimit;
use sp_runtime::{traits::Dispatchable, DispatchError, TransactionOutcome};
use std::collections::{BTreeMap, BTreeSet};

/// A pallet and a call.
type Name = (&'static str, &'static str);

/// How many samples of each call are made.
const SAMPLES: usize = 5;

/// How many tries there are at it.
const TRIES: u64 = 120;

/// Bytes of no meaning, mostly small, so that lists are short and variants exist.
fn noise(seed: u64) -> Vec<u8> {
	let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
	let next = move || {
		state ^= state << 13;
		state ^= state >> 7;
		state ^= state << 17;
		let byte = (state >> 24) as u8;
		match seed % 4 {
			// Nothing but zeros is the first of all.
			0 if seed == 0 => 0,
			0 => byte & 1,
			1 => byte & 3,
			2 => byte & 12,
			_ => byte & 31,
		}
	};
	std::iter::repeat_with(next).take(2_000).collect()
}

/// The name of a call.
fn name(call: &RuntimeCall) -> Name {
	let metadata = call.get_call_metadata();
	(metadata.pallet_name, metadata.function_name)
}

/// Every call that there is.
fn all_names() -> BTreeSet<Name> {
	RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| RuntimeCall::get_call_names(pallet).iter().map(move |call| (*pallet, *call)))
		.collect()
}

/// Some samples of every call.
fn samples() -> BTreeMap<Name, Vec<RuntimeCall>> {
	let mut samples: BTreeMap<Name, Vec<RuntimeCall>> = BTreeMap::new();
	let mut noises: Vec<_> = (0..TRIES).map(noise).collect();
	for pallet in AllPalletsWithSystem::infos() {
		for index in 0..=u8::MAX {
			for bytes in &mut noises {
				bytes[0] = pallet.index as u8;
				bytes[1] = index;
				let Ok(call) = RuntimeCall::decode_with_depth_limit(8, &mut &bytes[..]) else { continue };
				let known = samples.entry(name(&call)).or_default();
				if !known.contains(&call) {
					known.push(call);
				}
				if known.len() >= SAMPLES {
					break;
				}
			}
		}
	}
	for call in meaningful() {
		samples.entry(name(&call)).or_default().push(call);
	}
	samples
}

/// Calls on what is there: the founder, the charter, its parameters.
fn meaningful() -> Vec<RuntimeCall> {
	use crate::parameters::{amendable, RuntimeParameters};
	let base = |changes: &pallet_charter::Changes, parameters: &pallet_charter::ParametersOf<Runtime>| {
		let named = Charter::base_for(changes.clone(), parameters.clone());
		named.unwrap_or(pallet_charter::Base { articles: Default::default(), parameters: Default::default() })
	};
	let mut calls: Vec<RuntimeCall> = vec![
		pallet_charter::Call::step_down {}.into(),
		pallet_charter::Call::remove_founder {}.into(),
		pallet_citizenship::Call::renounce {}.into(),
		pallet_citizenship::Call::rotate { new_account: eve() }.into(),
		pallet_census::Call::attest { next: None }.into(),
	];
	for number in 0..13 {
		for change in
			[Change::Repeal { number }, Change::Replace { number, text: vec![b'x'].try_into().unwrap() }]
		{
			let changes: pallet_charter::Changes = vec![change].try_into().unwrap();
			let parameters: pallet_charter::ParameterList<RuntimeParameters> = Default::default();
			let base = base(&changes, &parameters);
			calls.push(
				pallet_charter::Call::amend {
					base: base.clone(),
					changes: changes.clone(),
					parameters: parameters.clone(),
				}
				.into(),
			);
			calls.push(pallet_charter::Call::announce { base, changes, parameters }.into());
		}
	}
	let longer = RuntimeParameters::Seasons(amendable::seasons::Parameters::SeasonLength(
		amendable::seasons::SeasonLength,
		Some(365 * DAYS),
	));
	calls.push(pallet_parameters::Call::set_parameter { key_value: longer.clone() }.into());
	let parameters = vec![longer].try_into().unwrap();
	let base = base(&Default::default(), &parameters);
	calls.push(pallet_charter::Call::amend { base, changes: Default::default(), parameters }.into());
	for citizen in 0..4 {
		let reason_hash = Default::default();
		calls.push(pallet_citizenship::Call::suspend { citizen, reason_hash }.into());
		calls.push(pallet_citizenship::Call::reinstate { citizen }.into());
		calls.push(pallet_citizenship::Call::lift_sentence { citizen }.into());
		calls.push(pallet_citizenship::Call::execute_sentence { citizen }.into());
		let grounds = pallet_citizenship::Grounds::Fraud;
		calls.push(pallet_citizenship::Call::revoke { citizen, grounds, reason_hash }.into());
	}
	calls
}

/// The tracks below the entrenched one, with the charter's own origin.
fn tracks() -> Vec<(&'static str, RuntimeOrigin)> {
	vec![
		("charter", Origin::CharterAmendment.into()),
		("law", Origin::Law.into()),
		("spending", Origin::Spending.into()),
		("justice", Origin::Justice.into()),
		("appointment", Origin::Appointment.into()),
		("the charter itself", Origin::Charter.into()),
	]
}

/// Everyone and everything that can call.
fn origins() -> Vec<(&'static str, RuntimeOrigin)> {
	let mut all = tracks();
	all.extend([
		("the founder", RuntimeOrigin::signed(alice())),
		("a citizen", RuntimeOrigin::signed(bob())),
		("a stranger", RuntimeOrigin::signed(eve())),
		("nobody", RuntimeOrigin::none()),
		("root", RuntimeOrigin::root()),
	]);
	all
}

/// Calls that stop a native test, whoever makes them: inherents out of place, and code that cannot be executed here.
const UNTRIED: [Name; 3] =
	[("Timestamp", "set"), ("System", "set_code"), ("System", "apply_authorized_upgrade")];

/// What comes of `call`, and what `look` sees after it. Nothing changes.
fn attempt<R>(
	call: RuntimeCall,
	origin: RuntimeOrigin,
	look: impl FnOnce() -> R,
) -> (Result<(), DispatchError>, R) {
	with_transaction(|| {
		let outcome = call.dispatch(origin).map(|_| ()).map_err(|failed| failed.error);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>((outcome, look())))
	})
	.expect("only the call can fail")
}

/// Which calls take `origin` for somebody who may make them.
fn reached(samples: &BTreeMap<Name, Vec<RuntimeCall>>, origin: &RuntimeOrigin) -> BTreeSet<Name> {
	let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
	let gets_through = |call: &RuntimeCall| {
		let (outcome, ()) = attempt(call.clone(), origin.clone(), || ());
		outcome != Err(DispatchError::BadOrigin) && outcome != Err(filtered)
	};
	samples
		.iter()
		.filter(|(name, calls)| !UNTRIED.contains(name) && calls.iter().any(gets_through))
		.map(|(name, _)| *name)
		.collect()
}

#[test]
fn there_are_samples_of_every_call() {
	development_chain().execute_with(|| {
		let sampled: BTreeSet<_> = samples().into_keys().collect();
		assert_eq!(all_names().difference(&sampled).collect::<Vec<_>>(), Vec::<&Name>::new());
	});
}

/// What anyone reaches who gets as far as a call: it does nothing, or passes the origin on.
const COMMON: [Name; 5] = [
	("System", "remark"),
	("Utility", "batch"),
	("Utility", "batch_all"),
	("Utility", "force_batch"),
	("Utility", "if_else"),
];

/// What each track reaches besides, as docs/governance.md says.
fn table(track: &str) -> &'static [Name] {
	match track {
		"charter" => &[("Charter", "amend"), ("Charter", "reject"), ("Charter", "remove_founder")],
		"law" => &[("Harberger", "announce_index")],
		"spending" => &[
			("Revenue", "spend"),
			("Treasury", "remove_approval"),
			("Treasury", "spend"),
			("Treasury", "spend_local"),
			("Treasury", "void_spend"),
		],
		"justice" => &[
			("Citizenship", "lift_sentence"),
			("Citizenship", "reinstate"),
			("Citizenship", "revoke"),
			("Citizenship", "rule"),
			("Citizenship", "suspend"),
			("Land", "rectify"),
			("Land", "rule"),
			("Land", "stay"),
			("Polls", "cancel"),
		],
		"appointment" => &[
			("Identity", "add_registrar"),
			("Identity", "add_username_authority"),
			("Identity", "remove_registrar"),
			("Identity", "remove_username_authority"),
			("Land", "appoint_registrar"),
			("Land", "file"),
			("Land", "open_territory"),
			("Land", "rule"),
			("Land", "set_parcel_limit"),
			("Offices", "appoint"),
		],
		"the charter itself" => &[("Parameters", "set_parameter")],
		_ => panic!("there is no such track"),
	}
}

#[test]
fn each_track_reaches_what_the_table_says_and_no_more() {
	development_chain().execute_with(|| {
		pallet_census::ReachedTier::<Runtime>::put(Tier::Community);
		let samples = samples();
		let (mut more, mut less) = (Vec::new(), Vec::new());
		for (track, origin) in tracks() {
			let reached = reached(&samples, &origin);
			let expected: BTreeSet<_> = COMMON.iter().chain(table(track)).copied().collect();
			more.extend(reached.difference(&expected).map(|name| (track, *name)));
			less.extend(expected.difference(&reached).map(|name| (track, *name)));
		}
		assert_eq!((more, less), (vec![], vec![]), "what is reached against the table, and what is not");
	});
}

/// The calls that write to the state as it lies, or act for anyone.
const RAW: [Name; 8] = [
	("System", "set_storage"),
	("System", "kill_storage"),
	("System", "kill_prefix"),
	("System", "set_code_without_checks"),
	("System", "authorize_upgrade"),
	("System", "authorize_upgrade_without_checks"),
	("Utility", "dispatch_as"),
	("Utility", "dispatch_as_fallible"),
];

#[test]
fn only_the_entrenched_track_reaches_the_raw_state() {
	development_chain().execute_with(|| {
		let samples = samples();
		for (who, origin) in origins() {
			let reached = reached(&samples, &origin);
			let raw: Vec<_> = RAW.iter().filter(|name| reached.contains(*name)).collect();
			assert_eq!(raw.len(), if who == "root" { RAW.len() } else { 0 }, "{who}: {raw:?}");
		}
		// What cannot be tried is refused before it does anything.
		for (who, origin) in origins().into_iter().filter(|(who, _)| *who != "root") {
			let call = frame_system::Call::set_code { code: vec![1] };
			let (outcome, ()) = attempt(call.into(), origin, || ());
			assert_eq!(outcome, Err(DispatchError::BadOrigin), "{who}");
		}
	});
}

/// What a founder is and has.
fn power() -> (Tier, Option<u32>, Vec<FounderPower>) {
	let info = Charter::founder_info();
	(info.tier, info.founder, info.powers)
}

/// Root's raw writes are apart: they can do anything, and nobody but the entrenched track reaches them.
#[test]
fn no_call_of_anyone_lowers_the_tier_or_gives_a_power_back() {
	for tier in [Tier::Consultative, Tier::Shared, Tier::Community] {
		for founder in [Some(0), None] {
			development_chain().execute_with(|| {
				pallet_census::ReachedTier::<Runtime>::put(tier);
				pallet_citizenship::Founder::<Runtime>::set(founder);
				let thresholds = pallet_census::Thresholds::<Runtime>::get();
				let before = power();
				let mut done = 0;
				for (name, calls) in samples() {
					if UNTRIED.contains(&name) {
						continue;
					}
					for call in calls {
						// The same within a batch.
						let said = format!("{call:?}");
						let raw = RAW.iter().any(|(_, name)| said.contains(name));
						for (who, origin) in origins() {
							if raw && who == "root" {
								continue;
							}
							let (outcome, (after, left, powers)) = attempt(call.clone(), origin, power);
							done += u32::from(outcome.is_ok());
							assert!(after >= before.0, "{who} lowers the tier by {call:?}");
							assert!(left.is_none() || left == before.1, "{who} makes a founder by {call:?}");
							assert!(
								powers.iter().all(|power| before.2.contains(power)),
								"{who} gives a power back by {call:?}"
							);
							let now = pallet_census::Thresholds::<Runtime>::get();
							assert_eq!(now, thresholds, "{who} moves the thresholds by {call:?}");
						}
					}
				}
				assert!(done > 500, "hardly a call did anything: {done}");
			});
		}
	}
}

#[test]
fn the_search_would_notice_a_power_given_back() {
	development_chain().execute_with(|| {
		pallet_census::ReachedTier::<Runtime>::put(Tier::Shared);
		let before = power();
		let key = pallet_census::ReachedTier::<Runtime>::hashed_key().to_vec();
		let value = parity_scale_codec::Encode::encode(&Tier::Founding);
		// Two thirds of the citizens can replace the code, and so could do this, too.
		let call = frame_system::Call::set_storage { items: vec![(key, value)] };
		let (outcome, (after, _, powers)) = attempt(call.into(), RuntimeOrigin::root(), power);
		assert_eq!(outcome, Ok(()));
		assert!(after < before.0 && powers.len() > before.2.len());
		assert_eq!(power(), before, "what is tried is undone");
	});
}
