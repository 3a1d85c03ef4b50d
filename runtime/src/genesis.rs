//! What chains begin with: the development chain, a local network, and the live one.

use crate::{
	configs::consensus::EPOCH_CONFIG, opaque::SessionKeys, roll_keys::development_key, AccountId, BabeConfig,
	Balance, BalancesConfig, CensusConfig, CharterConfig, CitizenshipConfig, FoundingConfig,
	RuntimeGenesisConfig, SessionConfig, CIV,
};
use alloc::{format, string::String, vec, vec::Vec};
use civitas_primitives::{CharterText, Tier, TierThresholds};
use frame_support::build_struct_json_patch;
use pallet_charter::{Entrenchment, FirstArticle};
use serde_json::Value;
use sp_core::{ed25519, sr25519, H256};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_io::hashing::blake2_256;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// The name of the live preset.
pub const LIVE_RUNTIME_PRESET: &str = "live";

/// The text of the charter that chains begin with, see [`CharterText`].
pub const CHARTER: &str = include_str!("charter-1.md");

/// The charter that chains begin with: the commandment, the preamble, and the articles in order.
pub fn charter() -> (String, String, Vec<FirstArticle>) {
	let CharterText { commandment, preamble, articles } = CharterText::read(CHARTER);
	let articles = articles
		.into_iter()
		.map(|article| FirstArticle {
			title: article.title.into(),
			text: article.text.into(),
			entrenchment: match article.is_entrenched {
				true => Entrenchment::Entrenched,
				false => Entrenchment::Ordinary,
			},
		})
		.collect();
	(commandment.into(), preamble.into(), articles)
}

/// The charter of a genesis.
fn charter_config() -> CharterConfig {
	let (commandment, preamble, articles) = charter();
	CharterConfig { commandment, preamble, articles, ..Default::default() }
}

/// What each development account owns.
const DEVELOPMENT_ENDOWMENT: Balance = 1_000_000 * CIV;

/// A minute, in milliseconds.
const MINUTE_MILLIS: u64 = 60_000;

/// How many validators the live preset leaves room for.
const LIVE_VALIDATORS: u8 = 4;

/// A validator and the keys of its node.
type Validator = (AccountId, AccountId, SessionKeys);

fn validator(account: AccountId, sr25519: sr25519::Public, ed25519: ed25519::Public) -> Validator {
	let keys =
		SessionKeys { babe: sr25519.into(), grandpa: ed25519.into(), authority_discovery: sr25519.into() };
	(account.clone(), account, keys)
}

/// A validator with the public development keys of these names.
fn development_validator(account: Sr25519Keyring, finality: Ed25519Keyring) -> Validator {
	validator(account.to_account_id(), account.public(), finality.public())
}

/// The `n`th validator of the live preset. Its keys are hashes of what this function says, so nobody can sign with
/// them.
fn placeholder_validator(n: u8) -> Validator {
	let hash = |kind| blake2_256(format!("civitas/live/no-key-yet/{n}/{kind}").as_bytes());
	let keys = SessionKeys {
		babe: sr25519::Public::from_raw(hash("babe")).into(),
		grandpa: ed25519::Public::from_raw(hash("grandpa")).into(),
		authority_discovery: sr25519::Public::from_raw(hash("authority_discovery")).into(),
	};
	let account = AccountId::from(hash("account"));
	(account.clone(), account, keys)
}

/// A chain for development: short seasons, rich accounts whose keys everyone knows, and four citizens, of whom Alice
/// is the founder.
fn development(validators: Vec<Validator>) -> Value {
	use Sr25519Keyring::*;
	let endowed = [
		Alice,
		Bob,
		Charlie,
		Dave,
		Eve,
		Ferdie,
		AliceStash,
		BobStash,
		CharlieStash,
		DaveStash,
		EveStash,
		FerdieStash,
	];
	let citizens = [(Alice, "Alice"), (Bob, "Bob"), (Charlie, "Charlie"), (Dave, "Dave")];
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig {
			balances: endowed
				.iter()
				.map(|who| (who.to_account_id(), DEVELOPMENT_ENDOWMENT))
				.collect::<Vec<_>>(),
		},
		babe: BabeConfig { epoch_config: EPOCH_CONFIG },
		session: SessionConfig { keys: validators },
		founding: FoundingConfig {
			season_length: Some(100),
			challenge_period: Some(10),
			further_challenge_period: Some(5),
			appeal_period: Some(20),
			ruling_period: Some(20),
			application_lifetime: Some(60),
			required_vouches: Some(3),
			min_ring_size: Some(2),
			least_approvals: Some(1),
			absence_sessions: Some(4),
			deliberation_day: Some(2),
			veto_period: Some(10),
			consent_period: Some(100),
			panel_size: Some(5),
			min_residents: Some(3),
			eviction_notice: Some(10),
			registration_notice: Some(5),
			land_ruling_period: Some(60),
			assignment_period: Some(100),
			stay_period: Some(100),
			notice_period: Some(2 * MINUTE_MILLIS),
			look_back: Some(10 * MINUTE_MILLIS),
			binding_period: Some(10 * MINUTE_MILLIS),
			grace_period: Some(MINUTE_MILLIS),
			reserve_period: Some(MINUTE_MILLIS),
			auction_period: Some(2 * MINUTE_MILLIS),
		},
		charter: charter_config(),
		citizenship: CitizenshipConfig {
			citizens: citizens
				.iter()
				.map(|(who, name)| (who.to_account_id(), H256(development_key(name))))
				.collect::<Vec<_>>(),
			founder: Some(Alice.to_account_id()),
		},
		census: CensusConfig {
			tier: Tier::Founding,
			thresholds: TierThresholds { consultative: 10, shared: 20, community: 30 },
		},
	})
}

/// A live chain before its founding: nobody owns anything, nobody is a citizen, and there is no founder.
///
/// It cannot run as it is, since nobody has its validators' keys. Whoever founds a state writes the accounts and keys
/// of its validators, its first citizens and their money into a founding file, which replaces those of this preset in
/// the chain spec before launch.
fn live() -> Value {
	build_struct_json_patch!(RuntimeGenesisConfig {
		babe: BabeConfig { epoch_config: EPOCH_CONFIG },
		session: SessionConfig { keys: (0..LIVE_VALIDATORS).map(placeholder_validator).collect::<Vec<_>>() },
		charter: charter_config(),
		census: CensusConfig { tier: Tier::Community, thresholds: TierThresholds::default() },
	})
}

/// The preset named `id`, as a patch of the default genesis.
pub fn preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => {
			development(vec![development_validator(Sr25519Keyring::Alice, Ed25519Keyring::Alice)])
		}
		LOCAL_TESTNET_RUNTIME_PRESET => development(vec![
			development_validator(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
			development_validator(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
			development_validator(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
			development_validator(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
		]),
		LIVE_RUNTIME_PRESET => live(),
		_ => return None,
	};
	Some(serde_json::to_vec(&patch).expect("a JSON value can be written; qed"))
}

/// The names of all presets.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET, LIVE_RUNTIME_PRESET].map(PresetId::from).to_vec()
}
