// SPDX-License-Identifier: Apache-2.0
//! A development node that makes blocks on demand, alone and without waiting.
//!
//! A block is made and finalised as soon as a transaction is ready, and whenever engine_createBlock asks for
//! one, so that a test can turn a season in seconds. The runtime is the same and expects BABE: each block
//! carries a claim of its slot, and a timestamp in that slot. Slots are counted up by one from the parent's,
//! so that time runs by blocks, a restart goes on where the chain stands, and the same transactions give the
//! same times however long they took. Nobody checks the claims: blocks go straight into the database.

use crate::{
	cli::Cli,
	client::{self, Client, Opened},
	errors::Problem,
	rpc,
	service::{self, Connected, Pool, Running, SelectChain, Workers},
};
use civitas_runtime::{
	opaque::{Block, Header},
	Hash,
};
use futures::{
	channel::{mpsc, oneshot},
	stream::{self, Stream, StreamExt},
};
use sc_basic_authorship::ProposerFactory;
use sc_cli::{TransactionPoolParams, TransactionPoolType};
use sc_client_api::HeaderBackend;
use sc_consensus::BlockImportParams;
use sc_consensus_manual_seal::{
	ConsensusDataProvider, CreatedBlock, EngineCommand, Error as SealingError, ManualSealParams,
};
use sc_network::{
	config::{FullNetworkConfiguration, NonReservedPeerMode, TransportConfig},
	Litep2pNetworkBackend, NetworkBackend,
};
use sc_service::{BuildNetworkParams, ChainType, Configuration, Error, TaskManager};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::TransactionPool;
use sp_api::StorageProof;
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest},
	Slot, SlotDuration,
};
use sp_inherents::InherentData;
use sp_runtime::{traits::Header as _, Digest, DigestItem};
use sp_timestamp::{Timestamp, TimestampInherentData};
use std::{
	sync::Arc,
	time::{Duration, Instant},
};
use tokio::time::timeout;

/// How often a block is tried again when the pool holds transactions that the last attempt did not see: the pool
/// follows the chain with a delay.
const RETRIES: u32 = 20;

/// Which of these attempts makes an empty block. Transactions do not fit into every block: one that ends a session
/// is full before the first of them.
const MAKE_WAY: u32 = 3;

/// When transactions come in numbers, a block waits until none has come for the first of these, and at most for the
/// second. With a block every few milliseconds, one that the pool is still checking may find that the pool has
/// forgotten its predecessor: it remembers two blocks.
const BURST: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));

/// Allows this way of making blocks on a development chain alone, cuts the node off from others, since nobody
/// could check its blocks, and gives it the plain pool: the fork-aware one follows every block with a view of its
/// own, and loses transactions that wait for an earlier one when blocks are final within milliseconds.
pub fn stand_alone(config: &mut Configuration, pool: &TransactionPoolParams) -> Result<(), Problem> {
	if config.chain_spec.chain_type() != ChainType::Development {
		return Err(Problem::new(
			format!("--sealing instant is for development chains, and {} is none", config.chain_spec.name()),
			"add --dev, or leave --sealing out",
		));
	}
	let plain = TransactionPoolParams { pool_type: TransactionPoolType::SingleState, ..pool.clone() };
	config.transaction_pool = plain.transaction_pool(true);
	config.network.listen_addresses.clear();
	config.network.public_addresses.clear();
	config.network.boot_nodes.clear();
	config.network.default_peers_set.in_peers = 0;
	config.network.default_peers_set.out_peers = 0;
	config.network.default_peers_set.non_reserved_mode = NonReservedPeerMode::Deny;
	config.network.transport = TransportConfig::Normal { enable_mdns: false, allow_private_ip: true };
	Ok(())
}

/// Runs the node.
pub fn run(config: Configuration, cli: &Cli) -> Result<TaskManager, Error> {
	let opened = client::open(&config)?;
	ensure_made_on_demand(&opened.client)?;
	service::watch_disk(&config, &cli.storage_monitor, &opened.task_manager)?;
	let pool = service::pool(&config, &opened);
	let Opened { client, backend, keystore, mut task_manager, mut telemetry } = opened;

	let registry = config.prometheus_registry().cloned();
	let metrics = <Litep2pNetworkBackend as NetworkBackend<Block, Hash>>::register_notification_metrics(
		registry.as_ref(),
	);
	let import_queue = sc_consensus_manual_seal::import_queue(
		Box::new(client.clone()),
		&Workers(task_manager.spawn_essential_handle()),
		registry.as_ref(),
	);
	let (network, system_rpc, transactions, sync, _) = sc_service::build_network(BuildNetworkParams {
		config: &config,
		net_config: FullNetworkConfiguration::<Block, Hash, Litep2pNetworkBackend>::new(
			&config.network,
			registry.clone(),
		),
		client: client.clone(),
		transaction_pool: pool.clone(),
		spawn_handle: task_manager.spawn_handle(),
		spawn_essential_handle: task_manager.spawn_essential_handle(),
		import_queue,
		block_announce_validator_builder: None,
		warp_sync_config: None,
		block_relay: None,
		metrics,
		gap_sync_body_policy: None,
	})?;

	let (orders, from_rpc) = mpsc::channel(1024);
	Running {
		client: client.clone(),
		backend: backend.clone(),
		keystore: &keystore,
		pool: pool.clone(),
		connected: Connected { network, system_rpc, transactions, sync },
		task_manager: &mut task_manager,
		telemetry: telemetry.as_mut(),
		rpc: rpc::WithSealing { common: rpc::Common { client: client.clone(), pool: pool.clone() }, orders }
			.builder(),
	}
	.spawn(config)?;

	let clock = Clock { slot_duration: sc_consensus_babe::configuration(&*client)?.slot_duration() };
	let at = client.clone();
	let sealing = sc_consensus_manual_seal::run_manual_seal(ManualSealParams {
		block_import: client.clone(),
		env: ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			pool.clone(),
			registry.as_ref(),
			telemetry.as_ref().map(Telemetry::handle),
		),
		client,
		commands_stream: Box::pin(stream::select(from_rpc, from_pool(pool.clone()))),
		pool,
		select_chain: SelectChain::new(backend),
		consensus_data_provider: Some(Box::new(clock)),
		create_inherent_data_providers: move |parent, ()| {
			let timestamp = clock.after(&*at, parent);
			// The timestamp alone: the node takes an inherent for each entry, and BABE's makes none.
			async move { Ok(sp_timestamp::InherentDataProvider::new(timestamp?)) }
		},
	});
	task_manager.spawn_essential_handle().spawn_blocking("instant-sealing", Some("block-authoring"), sealing);
	Ok(task_manager)
}

/// Orders a block whenever transactions are ready, until none is left.
fn from_pool(pool: Arc<Pool>) -> impl Stream<Item = EngineCommand<Hash>> + Send {
	let arrivals = pool.import_notification_stream().ready_chunks(1024);
	let start = Ordering { pool, arrivals, last: None, retries: 0 };
	stream::unfold(start, |mut ordering| async move {
		let order = ordering.next().await?;
		Some((order, ordering))
	})
}

/// What [`from_pool`] remembers between two orders.
struct Ordering<Arrivals> {
	pool: Arc<Pool>,
	arrivals: Arrivals,
	/// Tells how the last order went.
	last: Option<oneshot::Receiver<Result<CreatedBlock<Hash>, SealingError>>>,
	retries: u32,
}

impl<Arrivals: Stream<Item = Vec<Hash>> + Unpin> Ordering<Arrivals> {
	async fn next(&mut self) -> Option<EngineCommand<Hash>> {
		let many = self.more_to_do().await || {
			self.retries = 0;
			self.arrivals.next().await?.len() > 1
		};
		if many {
			self.let_them_come().await;
		}
		let (sender, receiver) = oneshot::channel();
		self.last = Some(receiver);
		Some(EngineCommand::SealNewBlock {
			create_empty: self.retries == MAKE_WAY,
			finalize: true,
			parent_hash: None,
			sender: Some(sender),
		})
	}

	/// Waits for the end of a burst.
	async fn let_them_come(&mut self) {
		let (quiet, patience) = BURST;
		let begun = Instant::now();
		while begun.elapsed() < patience {
			let Ok(Some(_)) = timeout(quiet, self.arrivals.next()).await else { return };
		}
	}

	/// Whether the last order left transactions behind that another block could take.
	async fn more_to_do(&mut self) -> bool {
		let Some(last) = self.last.take() else { return false };
		let outcome = last.await;
		let waiting = self.pool.status().ready > 0;
		match outcome {
			Ok(Ok(_)) => {
				// Not after an empty block: one must do.
				self.retries = if self.retries == MAKE_WAY { MAKE_WAY.saturating_add(1) } else { 0 };
				waiting
			}
			Ok(Err(SealingError::EmptyTransactionPool)) if waiting && self.retries < RETRIES => {
				self.retries = self.retries.saturating_add(1);
				true
			}
			Ok(Err(SealingError::EmptyTransactionPool)) | Err(oneshot::Canceled) => false,
			Ok(Err(error)) => {
				log::error!("A block could not be made: {error}");
				false
			}
		}
	}
}

/// Time as blocks tell it.
#[derive(Clone, Copy)]
pub struct Clock {
	/// How long a slot is.
	pub slot_duration: SlotDuration,
}

impl Clock {
	/// The time of the block after `parent`: one slot later, or now for the first block.
	fn after(&self, chain: &impl HeaderBackend<Block>, parent: Hash) -> Result<Timestamp, SealingError> {
		let header = chain.header(parent)?.ok_or_else(|| SealingError::BlockNotFound(parent.to_string()))?;
		if *header.number() == 0 {
			return Ok(Timestamp::current());
		}
		let slot = slot_of(&header)
			.ok_or_else(|| SealingError::StringError(format!("block {parent} has no slot")))?;
		self.start_of(slot + 1).ok_or_else(|| SealingError::StringError("there are no slots left".into()))
	}

	/// When a slot begins.
	pub fn start_of(&self, slot: Slot) -> Option<Timestamp> {
		slot.timestamp(self.slot_duration)
	}

	/// The claim that a block of this time carries.
	pub fn claim(&self, time: Timestamp) -> Digest {
		let slot = Slot::from_timestamp(time, self.slot_duration);
		let claim = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { slot, authority_index: 0 });
		Digest { logs: vec![DigestItem::babe_pre_digest(claim)] }
	}
}

impl ConsensusDataProvider<Block> for Clock {
	fn create_digest(&self, _: &Header, inherents: &InherentData) -> Result<Digest, SealingError> {
		let time = inherents
			.timestamp_inherent_data()?
			.ok_or_else(|| SealingError::StringError("a block without a timestamp".into()))?;
		Ok(self.claim(time))
	}

	fn append_block_import(
		&self,
		_: &Header,
		_: &mut BlockImportParams<Block>,
		_: &InherentData,
		_: StorageProof,
	) -> Result<(), SealingError> {
		Ok(())
	}
}

fn slot_of(header: &Header) -> Option<Slot> {
	header.digest().logs().iter().find_map(DigestItem::as_babe_pre_digest).map(|claim| claim.slot())
}

/// Refuses a chain that consensus made: with blocks of ours on top, its validators could not go on.
fn ensure_made_on_demand(client: &Client) -> Result<(), Error> {
	match best_is_signed(client)? {
		Some(true) => Err(Problem::new(
			"this database holds a chain made by consensus, and --sealing instant would spoil it",
			"leave --sealing out, or choose another --base-path",
		)
		.into()),
		_ => Ok(()),
	}
}

/// Refuses a chain that was made on demand: nobody signed its blocks.
pub fn ensure_made_by_consensus(client: &Client) -> Result<(), Error> {
	match best_is_signed(client)? {
		Some(false) => Err(Problem::new(
			"this database holds a chain made with --sealing instant, which consensus cannot go on with",
			"add --sealing instant, choose another --base-path, or remove it with `civitas purge-chain`",
		)
		.into()),
		_ => Ok(()),
	}
}

/// Whether a validator signed the best block. `None` while there is the genesis alone.
fn best_is_signed(client: &Client) -> Result<Option<bool>, Error> {
	let best = client.chain_info();
	if best.best_number == 0 {
		return Ok(None);
	}
	let header = client.header(best.best_hash)?;
	Ok(header.map(|header| header.digest().logs().iter().any(|log| log.as_babe_seal().is_some())))
}

#[cfg(test)]
mod tests {
	use super::*;

	const CLOCK: Clock = Clock { slot_duration: SlotDuration::from_millis(6_000) };

	#[test]
	fn a_claim_is_for_the_slot_that_its_time_lies_in() {
		for (millis, slot) in [(0, 0), (5_999, 0), (6_000, 1), (11_999, 1), (6_000_000, 1_000)] {
			let digest = CLOCK.claim(Timestamp::new(millis));
			let header = Header::new(1, Default::default(), Default::default(), Default::default(), digest);
			assert_eq!(slot_of(&header), Some(Slot::from(slot)), "{millis} ms");
		}
	}

	#[test]
	fn a_slot_begins_where_the_last_one_ended() {
		let start = CLOCK.start_of(Slot::from(7)).expect("a slot of this century");
		assert_eq!(start.as_millis(), 42_000);
		let claim = CLOCK.claim(start);
		assert_eq!(claim, CLOCK.claim(Timestamp::new(47_999)));
		assert_ne!(claim, CLOCK.claim(Timestamp::new(48_000)));
	}
}
