//! Tells a validator's operator in words what the node does, and stops a disabled validator from trying.
//!
//! The SDK says nothing to a node without keys, and prints a panic of the runtime with its trace for each slot of a
//! disabled validator. This module looks at each new best block and says so once, when something changes.

use crate::client::Client;
use civitas_runtime::{apis::ValidatorsApi, opaque::Block, Hash};
use futures::{pin_mut, stream, FutureExt, StreamExt};
use log::{info, warn};
use sc_client_api::BlockchainEvents;
use sc_consensus_grandpa::GrandpaApi;
use sc_network_sync::SyncingService;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus::SyncOracle;
use sp_consensus_babe::BabeApi;
use sp_core::crypto::{key_types, ByteArray};
use sp_keystore::{Keystore, KeystorePtr};
use std::{
	sync::{
		atomic::{AtomicBool, Ordering},
		Arc,
	},
	time::Duration,
};

/// How long a node waits for a peer before it says that there is none.
const LONELY: Duration = Duration::from_secs(60);

/// What a node that runs as a validator does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Duty {
	/// It makes blocks and votes for them.
	Serves,
	/// It makes blocks and has no key to vote with.
	ServesWithoutVotes,
	/// It was reported for an offence.
	Disabled,
	/// It has keys, and none of them is a validator's of this session.
	Waits,
	/// It has no key to make blocks with.
	HasNoKeys,
}

impl Duty {
	/// What the operator reads.
	fn tell(self) {
		match self {
			Self::Serves => info!("🗳  This validator has a seat: it makes blocks and votes for them."),
			Self::ServesWithoutVotes => warn!(
				"⚠️  This validator makes blocks, but the keystore lacks its key to finalise them (gran). Make new keys \
				 with the RPC author_rotateKeysWithOwner and register them with session.setKeys."
			),
			Self::Disabled => warn!(
				"⚠️  This validator is disabled: somebody proved that it signed two blocks or two votes where one was due. \
				 It makes no blocks until the next election. If a second node runs with the same keys, stop that node. \
				 Then stand again with validators.stand."
			),
			Self::Waits => info!(
				"🗳  This node has keys and no seat in this session: it follows the chain. A validator serves from the \
				 session after the next one after its election."
			),
			Self::HasNoKeys => warn!(
				"⚠️  This node runs as a validator and has no keys, so it makes no blocks. Make keys with the RPC \
				 author_rotateKeysWithOwner and stand with validators.stand, or run without --validator."
			),
		}
	}
}

/// What this node does at block `at`.
fn duty(client: &Client, keystore: &KeystorePtr, at: Hash) -> Result<Duty, ApiError> {
	let has = |key: Vec<u8>, kind| keystore.has_keys(&[(key, kind)]);
	let authorities = client.runtime_api().current_epoch(at)?.authorities;
	let Some(place) = authorities.iter().position(|(key, _)| has(key.to_raw_vec(), key_types::BABE)) else {
		let has_some = !keystore.sr25519_public_keys(key_types::BABE).is_empty();
		return Ok(if has_some { Duty::Waits } else { Duty::HasNoKeys });
	};
	// Older runtimes do not tell.
	let disabled = client.runtime_api().disabled(at).unwrap_or_default();
	if u32::try_from(place).is_ok_and(|place| disabled.contains(&place)) {
		return Ok(Duty::Disabled);
	}
	let finalisers = client.runtime_api().grandpa_authorities(at)?;
	let votes = finalisers.iter().any(|(key, _)| has(key.to_raw_vec(), key_types::GRANDPA));
	Ok(if votes { Duty::Serves } else { Duty::ServesWithoutVotes })
}

/// Says what the node does whenever that changes, and that it finds no peer, as long as the node runs.
pub async fn watch(
	client: Arc<Client>,
	keystore: KeystorePtr,
	sync: Arc<SyncingService<Block>>,
	disabled: Disabled,
	bootnodes: usize,
) {
	// Once at the start, since a chain without validators never makes a block, and then at each new best block.
	let blocks = client.import_notification_stream().filter(|block| {
		let is_best = block.is_new_best;
		async move { is_best }
	});
	let moments = stream::once(async {}).chain(blocks.map(|_| ()));
	pin_mut!(moments);
	let mut last = None;
	let mut lonely = Box::pin(tokio::time::sleep(LONELY).fuse());
	loop {
		futures::select! {
			moment = moments.next().fuse() => {
				if moment.is_none() {
					return;
				}
				let Ok(now) = duty(&client, &keystore, client.info().best_hash) else { continue };
				disabled.0.store(now == Duty::Disabled, Ordering::Relaxed);
				if last != Some(now) {
					now.tell();
					last = Some(now);
				}
			}
			_ = lonely => {
				if bootnodes > 0 && sync.num_connected_peers() == 0 {
					warn!(
						"⚠️  No peer after {} seconds: none of the {bootnodes} bootnodes answers at its address under its id. \
						 Check the addresses of --bootnodes and of the chain spec, and that this machine reaches them.",
						LONELY.as_secs(),
					);
				}
			}
		}
	}
}

/// Whether this validator is disabled.
#[derive(Clone, Default)]
pub struct Disabled(Arc<AtomicBool>);

/// Tells BABE to wait while the node fetches blocks, and while this validator is disabled: the runtime would refuse its
/// blocks with a panic.
#[derive(Clone)]
pub struct Patient {
	/// Who fetches blocks.
	pub sync: Arc<SyncingService<Block>>,
	/// Whether this validator is disabled.
	pub disabled: Disabled,
}

impl SyncOracle for Patient {
	fn is_major_syncing(&self) -> bool {
		self.disabled.0.load(Ordering::Relaxed) || self.sync.is_major_syncing()
	}

	fn is_offline(&self) -> bool {
		self.sync.is_offline()
	}
}
