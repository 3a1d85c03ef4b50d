// SPDX-License-Identifier: Apache-2.0
//! The runtime as a whole: what the parts cannot show alone.

mod attacks;
mod block_space;
mod blocks;
mod calls;
mod constitution;
mod genesis;
mod governance;
mod land;
mod origins;
mod passports;
mod polls;
mod validators;

use crate::{genesis::preset, *};
use frame_support::traits::BuildGenesisConfig;
use serde_json::Value;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;

/// What lies in the state of a chain that begins with the default genesis and `patch`.
pub fn chain(patch: Value) -> TestExternalities {
	let mut genesis = serde_json::to_value(RuntimeGenesisConfig::default()).expect("it can be written");
	merge(&mut genesis, patch);
	let genesis: RuntimeGenesisConfig = serde_json::from_value(genesis).expect("it can be read");
	let mut state = TestExternalities::default();
	state.execute_with(|| genesis.build());
	state
}

/// The JSON of the preset named `name`.
pub fn preset_json(name: &str) -> Value {
	let patch = preset(&name.into()).expect("there is such a preset");
	serde_json::from_slice(&patch).expect("a preset is JSON")
}

/// The chain of the preset named `name`, in its first block.
pub fn preset_chain(name: &str) -> TestExternalities {
	let mut state = chain(preset_json(name));
	state.execute_with(|| System::set_block_number(1));
	state
}

/// A development chain, in its first block.
pub fn development_chain() -> TestExternalities {
	preset_chain("development")
}

/// All that lies in the state.
pub fn state() -> Vec<(Vec<u8>, Vec<u8>)> {
	let mut entries = Vec::new();
	let mut key = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&key) {
		entries.push((next.clone(), sp_io::storage::get(&next).expect("it has a value").to_vec()));
		key = next;
	}
	entries
}

/// Patches JSON as RFC 7386 says.
fn merge(target: &mut Value, patch: Value) {
	match (target, patch) {
		(Value::Object(target), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(target.entry(key).or_insert(Value::Null), value);
			}
		}
		(target, patch) => *target = patch,
	}
}

pub fn alice() -> AccountId {
	Sr25519Keyring::Alice.to_account_id()
}
pub fn bob() -> AccountId {
	Sr25519Keyring::Bob.to_account_id()
}
pub fn charlie() -> AccountId {
	Sr25519Keyring::Charlie.to_account_id()
}
pub fn dave() -> AccountId {
	Sr25519Keyring::Dave.to_account_id()
}
/// Rich, and no citizen.
pub fn eve() -> AccountId {
	Sr25519Keyring::Eve.to_account_id()
}
