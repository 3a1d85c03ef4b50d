//! The chains that the node knows by name, and spec files.
//!
//! A chain spec is a genesis state and the network's settings. The genesis of a named chain comes from the
//! preset of the same name in the runtime this binary was built with, so it changes whenever the runtime
//! does. A network that people rely on is therefore started from a *raw spec file*, made once with `civitas
//! found seal` and kept: that file is the network's identity. The chain `live` is only the template of such a
//! file: nobody has its validators' keys.

use crate::errors::Problem;
use civitas_founding::Founding;
use civitas_runtime::{genesis::LIVE_RUNTIME_PRESET, opaque::Block, RuntimeGenesisConfig};
use sc_chain_spec::{get_extension, json_merge, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sc_network::config::MultiaddrWithPeerId;
use sc_service::{ChainType, Error, Properties};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sp_core::storage::well_known_keys::CODE;
use sp_crypto_ec_utils::HostFunctionsRfc163;
use sp_runtime::{BuildStorage, Storage};
use std::path::PathBuf;

/// The spec of a Civitas chain. The curve operations are there for runtimes that use them at genesis.
pub type ChainSpec = sc_service::GenericChainSpec<Extensions, HostFunctionsRfc163>;

/// What a Civitas spec may hold beside the usual fields.
#[derive(Default, Clone, Serialize, Deserialize, sc_chain_spec::ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// Blocks that the chain is known to pass through.
	pub fork_blocks: sc_client_api::ForkBlocks<Block>,
	/// Blocks that nodes refuse.
	pub bad_blocks: sc_client_api::BadBlocks<Block>,
	/// Where a light client starts; filled in by the RPC method sync_state_genSyncSpec.
	pub light_sync_state: sc_sync_state_rpc::LightSyncStateExtension,
	/// Where the genesis of a chain known by name comes from. Not in spec files.
	#[serde(skip)]
	pub preset: Preset,
}

/// A preset of the runtime in this binary.
#[derive(Default, Clone)]
pub struct Preset(Option<&'static str>);

/// A chain that the node knows by name.
struct Named {
	/// What to give to `--chain`.
	name: &'static str,
	preset: &'static str,
	title: &'static str,
	id: &'static str,
	protocol: &'static str,
	chain_type: fn() -> ChainType,
}

const NAMED: [Named; 3] = [
	Named {
		name: "dev",
		preset: DEV_RUNTIME_PRESET,
		title: "Civitas Development",
		id: "civitas-dev",
		protocol: "civdev",
		chain_type: || ChainType::Development,
	},
	Named {
		name: "local",
		preset: LOCAL_TESTNET_RUNTIME_PRESET,
		title: "Civitas Local",
		id: "civitas-local",
		protocol: "civlocal",
		chain_type: || ChainType::Local,
	},
	Named {
		name: "live",
		preset: LIVE_RUNTIME_PRESET,
		title: "Civitas",
		id: "civitas",
		protocol: "civ",
		chain_type: || ChainType::Live,
	},
];

/// The id of the chain that foundings are made from.
const TEMPLATE: &str = "civitas";

/// The ids of the chains that the node knows by name.
pub fn named_ids() -> impl Iterator<Item = &'static str> {
	NAMED.iter().map(|named| named.id)
}

/// The id of the chain with this name.
pub fn id_of_named(name: &str) -> Option<&'static str> {
	NAMED.iter().find(|named| named.name == name).map(|named| named.id)
}

/// Refuses to run the template that foundings are made from: nobody has its validators' keys.
pub fn ensure_founded(id: &str) -> Result<(), Problem> {
	match id == TEMPLATE {
		true => Err(Problem::new(
			"the chain live is a template: nobody has its validators' keys, so it can never make a block",
			"give --chain the raw spec file of a network, or found a state of your own with `civitas found init \
			 FOLDER`",
		)),
		false => Ok(()),
	}
}

/// The chain of a founding, with this runtime.
pub fn founded(founding: &Founding, code: &[u8]) -> Result<ChainSpec, Problem> {
	let mut genesis = patch(LIVE_RUNTIME_PRESET)?;
	json_merge(&mut genesis, founding.genesis());
	let bootnode = |address: &String| {
		address.parse::<MultiaddrWithPeerId>().map_err(|error| {
			Problem::new(
				format!("{address} is not the address of a node: {error}"),
				"`civitas key inspect-node-key --file FILE` prints the last part of a bootnode's address",
			)
		})
	};
	let bootnodes = founding.bootnodes.iter().map(bootnode).collect::<Result<Vec<_>, _>>()?;
	let chain_type = if founding.is_development { ChainType::Local } else { ChainType::Live };
	Ok(ChainSpec::builder(code, Extensions::default())
		.with_name(&founding.name)
		.with_id(&founding.id)
		.with_protocol_id(&founding.id)
		.with_boot_nodes(bootnodes)
		.with_chain_type(chain_type)
		.with_properties(properties())
		.with_genesis_config_patch(genesis)
		.build())
}

/// Loads the chain that `--chain` names: one of [`NAMED`], or the path of a spec file.
pub fn load(chain: &str) -> Result<ChainSpec, Problem> {
	if chain.is_empty() {
		return Err(Problem::new(
			"no chain was chosen",
			"give --dev for a chain of your own, or --chain with dev, local or the path of a chain spec file",
		));
	}
	match NAMED.iter().find(|named| named.name == chain) {
		Some(named) => from_preset(named),
		None => from_file(chain),
	}
}

fn from_preset(named: &Named) -> Result<ChainSpec, Problem> {
	let extensions = Extensions { preset: Preset(Some(named.preset)), ..Default::default() };
	Ok(ChainSpec::builder(code()?, extensions)
		.with_name(named.title)
		.with_id(named.id)
		.with_protocol_id(named.protocol)
		.with_chain_type((named.chain_type)())
		.with_properties(properties())
		.with_genesis_config_patch(patch(named.preset)?)
		.build())
}

/// The genesis state of a spec.
///
/// That of a chain known by name comes straight from the library. Asking the Wasm for it, as the SDK does, would
/// compile the runtime for this alone, at each start.
pub fn genesis(spec: &dyn sc_service::ChainSpec) -> Result<Storage, Error> {
	match get_extension(spec.extensions()) {
		Some(Preset(Some(preset))) => Ok(state(preset)?),
		_ => {
			let state = spec.as_storage_builder().build_storage();
			Ok(state.map_err(sp_blockchain::Error::Storage)?)
		}
	}
}

/// The genesis state that a preset describes.
fn state(preset: &str) -> Result<Storage, Problem> {
	let fault = |error: &dyn std::fmt::Display| {
		let what = format!("the genesis of the preset {preset} cannot be built: {error}");
		Problem::new(what, "this is a fault of this binary; please report it")
	};
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).map_err(|error| fault(&error))?;
	json_merge(&mut config, patch(preset)?);
	let config: RuntimeGenesisConfig = serde_json::from_value(config).map_err(|error| fault(&error))?;
	let mut state = config.build_storage().map_err(|error| fault(&error))?;
	state.top.insert(CODE.to_vec(), code()?.to_vec());
	Ok(state)
}

/// What a preset changes of the default genesis.
fn patch(preset: &str) -> Result<Value, Problem> {
	civitas_runtime::genesis::preset(&preset.into())
		.and_then(|json| serde_json::from_slice(&json).ok())
		.ok_or_else(|| {
			Problem::new(
				format!("the runtime has no preset named {preset}"),
				"this is a fault of this binary; please report it",
			)
		})
}

/// The runtime's Wasm.
pub fn code() -> Result<&'static [u8], Problem> {
	civitas_runtime::WASM_BINARY.ok_or_else(|| {
		Problem::new(
			"this binary was built without the runtime (SKIP_WASM_BUILD)",
			"build it again without that variable, or give --chain the path of a raw chain spec file",
		)
	})
}

fn from_file(path: &str) -> Result<ChainSpec, Problem> {
	let file = PathBuf::from(path);
	if !file.is_file() {
		return Err(Problem::new(
			format!("there is no chain spec at {path}"),
			"the chains this node knows by name are dev and local; anything else is read as the path of a chain \
			 spec file",
		));
	}
	ChainSpec::from_json_file(file).map_err(|error| {
		Problem::new(
			format!("{path} is not a chain spec: {error}"),
			"download it again, or make it again with `civitas found seal`",
		)
	})
}

/// What wallets read: the token and the address format.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), "CIV".into());
	properties.insert("tokenDecimals".into(), 12.into());
	properties.insert("ss58Format".into(), 42.into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;

	fn refusal(chain: &str) -> Problem {
		match load(chain) {
			Ok(spec) => panic!("{chain} was loaded as {}", spec.id()),
			Err(problem) => problem,
		}
	}

	#[test]
	fn every_named_chain_has_a_genesis_with_the_runtime_in_it() {
		for named in &NAMED {
			let spec = load(named.name).expect("a chain known by name");
			assert_eq!(spec.id(), named.id);
			let state = genesis(&spec).expect("a preset of the runtime");
			assert_eq!(state.top.get(CODE).map(Vec::as_slice), civitas_runtime::WASM_BINARY);
		}
	}

	#[test]
	fn the_genesis_from_the_library_is_the_one_that_the_wasm_builds() {
		for named in &NAMED {
			let spec = load(named.name).expect("a chain known by name");
			let by_library = genesis(&spec).expect("a preset of the runtime");
			let by_wasm = spec.build_storage().expect("a preset of the runtime");
			assert!(by_library.top == by_wasm.top, "{}", named.name);
			assert!(by_library.children_default.is_empty() && by_wasm.children_default.is_empty());
		}
	}

	#[test]
	fn a_spec_from_a_file_brings_its_own_genesis() {
		let mut json: Value =
			serde_json::from_str(&load("dev").expect("a chain").as_json(true).expect("a spec"))
				.expect("JSON");
		json["genesis"]["raw"]["top"]["0x77"] = "0x2a".into();
		let file = std::env::temp_dir().join(format!("civitas-own-genesis-{}.json", std::process::id()));
		std::fs::write(&file, json.to_string()).expect("a temporary folder");
		let spec = load(&file.display().to_string()).expect("the spec we wrote");
		let state = genesis(&spec).expect("a raw state");
		std::fs::remove_file(file).expect("the file we wrote");
		assert_eq!(state.top.get(&vec![0x77]), Some(&vec![0x2a]));
	}

	#[test]
	fn only_the_template_is_refused() {
		let ids: Vec<_> = named_ids().filter(|id| ensure_founded(id).is_err()).collect();
		assert_eq!(ids, ["civitas"]);
		assert_eq!(load("live").expect("a chain known by name").id(), TEMPLATE);
		assert_eq!(ensure_founded("example"), Ok(()));
		let help = ensure_founded(TEMPLATE).expect_err("a template").help.expect("a remedy");
		assert!(help.contains("civitas found init"), "{help}");
	}

	#[test]
	fn wallets_find_the_token_in_every_spec() {
		for named in &NAMED {
			let properties = load(named.name).expect("a chain known by name").properties();
			assert_eq!(properties["tokenSymbol"], "CIV");
			assert_eq!(properties["tokenDecimals"], 12);
			assert_eq!(properties["ss58Format"], 42);
		}
	}

	#[test]
	fn no_two_named_chains_can_be_mistaken_for_each_other() {
		for (number, one) in NAMED.iter().enumerate() {
			for other in &NAMED[..number] {
				assert_ne!(one.id, other.id);
				assert_ne!(one.protocol, other.protocol);
			}
		}
	}

	#[test]
	fn a_spec_survives_the_way_through_a_file() {
		let spec = load("dev").expect("a chain known by name");
		let json = spec.as_json(true).expect("a spec that can be written");
		let file = std::env::temp_dir().join(format!("civitas-spec-{}.json", std::process::id()));
		std::fs::write(&file, &json).expect("a temporary folder");
		let read = load(&file.display().to_string()).expect("the spec we wrote");
		assert_eq!(read.as_json(true).expect("a spec that can be written"), json);
		std::fs::remove_file(file).expect("the file we wrote");
	}

	#[test]
	fn light_clients_find_their_extension() {
		let spec = load("dev").expect("a chain known by name");
		let extensions = sc_service::ChainSpec::extensions(&spec);
		assert!(get_extension::<sc_sync_state_rpc::LightSyncStateExtension>(extensions).is_some());
	}

	#[test]
	fn a_chain_that_is_not_there_is_explained() {
		assert_eq!(refusal("").what, "no chain was chosen");
		assert_eq!(refusal("/nowhere/at-all.json").what, "there is no chain spec at /nowhere/at-all.json");
		assert_eq!(refusal("testnet").what, "there is no chain spec at testnet");
	}

	#[test]
	fn a_file_that_is_no_spec_is_explained() {
		let file = std::env::temp_dir().join(format!("civitas-no-spec-{}.json", std::process::id()));
		std::fs::write(&file, "{ \"name\": 7").expect("a temporary folder");
		let said = refusal(&file.display().to_string()).what;
		std::fs::remove_file(&file).expect("the file we wrote");
		assert!(said.starts_with(&format!("{} is not a chain spec", file.display())), "{said}");
	}
}
