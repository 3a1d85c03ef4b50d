//! A node with real consensus: BABE makes blocks, GRANDPA finalises them.

use crate::{
	certificate::{Certificates, Producer},
	cli::Cli,
	client::{self, Backend, Client, Opened},
	duties, equivocations,
	errors::Problem,
	hardware, rpc, sealing,
	service::{self, Connected, Pool, Running, SelectChain, Workers},
};
use civitas_runtime::{opaque::Block, Hash};
use futures::StreamExt;
use sc_authority_discovery::{Role as DiscoveryRole, WorkerConfig as DiscoveryConfig};
use sc_basic_authorship::ProposerFactory;
use sc_consensus::DefaultImportQueue;
use sc_consensus_babe::{
	BabeBlockImport, BabeLink, BabeParams, BabeWorkerHandle, ImportQueueParams, SlotProportion,
};
use sc_consensus_grandpa::{
	warp_proof::NetworkProvider, FinalityProofProvider, GrandpaApi, GrandpaBlockImport, GrandpaParams,
	LinkHalf, SharedVoterState, VotingRulesBuilder,
};
use sc_network::{
	config::FullNetworkConfiguration, event::Event, service::traits::NetworkService, NetworkBackend,
	NetworkEventStream,
};
use sc_service::{BuildNetworkParams, Configuration, Error, TaskManager, WarpSyncConfig};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::ProvideRuntimeApi;
use sp_consensus_babe::inherents::{BabeCreateInherentDataProviders, InherentDataProvider as SlotProvider};
use std::{sync::Arc, time::Duration};

/// A justification is stored at least this often (in blocks), beside those that end an authority set.
const JUSTIFICATION_PERIOD: u32 = 512;

type GrandpaImport = GrandpaBlockImport<Backend, Block, Client, SelectChain>;
type BabeImport =
	BabeBlockImport<Block, Client, GrandpaImport, BabeCreateInherentDataProviders<Block>, SelectChain>;

/// A chain with its consensus, before the network is up.
pub struct Prepared {
	/// The chain.
	pub opened: Opened,
	/// Where blocks come in.
	pub import_queue: DefaultImportQueue<Block>,
	pool: Arc<Pool>,
	select_chain: SelectChain,
	block_import: BabeImport,
	babe: BabeLink<Block>,
	babe_worker: BabeWorkerHandle<Block>,
	grandpa: LinkHalf<Block, Client, SelectChain>,
}

/// Opens the chain and puts its consensus together.
pub fn prepare(config: &Configuration) -> Result<Prepared, Error> {
	let opened = client::open(config)?;
	sealing::ensure_made_by_consensus(&opened.client)?;

	let client = opened.client.clone();
	let telemetry = opened.telemetry.as_ref().map(Telemetry::handle);
	ensure_authorities(&client)?;
	let pool = service::pool(config, &opened);
	let select_chain = SelectChain::new(opened.backend.clone());

	let (grandpa_import, grandpa) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry.clone(),
	)?;

	let babe_config = sc_consensus_babe::configuration(&*client)?;
	let slot_duration = babe_config.slot_duration();
	let (block_import, babe) = sc_consensus_babe::block_import(
		babe_config,
		grandpa_import.clone(),
		client.clone(),
		Arc::new(move |_, ()| async move {
			let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
			Ok((SlotProvider::from_timestamp_and_slot_duration(*timestamp, slot_duration), timestamp))
		}) as BabeCreateInherentDataProviders<Block>,
		select_chain.clone(),
		// BABE's own reports of equivocations are never accepted, see that module.
		equivocations::no_pool(),
	)?;

	let (import_queue, babe_worker) = sc_consensus_babe::import_queue(ImportQueueParams {
		link: babe.clone(),
		block_import: block_import.clone(),
		justification_import: Some(Box::new(grandpa_import)),
		client,
		slot_duration,
		spawner: &Workers(opened.task_manager.spawn_essential_handle()),
		registry: config.prometheus_registry(),
		telemetry,
	})?;

	Ok(Prepared { opened, import_queue, pool, select_chain, block_import, babe, babe_worker, grandpa })
}

/// Refuses a chain that begins without validators, on which the SDK would panic.
fn ensure_authorities(client: &Client) -> Result<(), Error> {
	let chain = client.chain_info();
	// Later states may have been pruned, and had validators if the genesis had some.
	if chain.best_number != 0 {
		return Ok(());
	}
	let finalisers = client
		.runtime_api()
		.grandpa_authorities(chain.genesis_hash)
		.map_err(sp_blockchain::Error::RuntimeApiError)?;
	if finalisers.is_empty() {
		return Err(Problem::new(
			"this chain begins without validators",
			"download the chain spec again, or make it again with `civitas export-chain-spec`",
		)
		.into());
	}
	Ok(())
}

/// Prepares to make certificates from a stopped chain.
pub fn producer(config: &Configuration) -> Result<(Producer, TaskManager), Error> {
	let Prepared { opened: Opened { client, backend, task_manager, .. }, grandpa, .. } = prepare(config)?;
	let authorities = grandpa.shared_authority_set().clone();
	Ok((Producer::new(client, backend, authorities, config.chain_spec.cloned_box()), task_manager))
}

/// Runs the node on one of the two network backends.
pub fn run<Net: NetworkBackend<Block, Hash>>(config: Configuration, cli: &Cli) -> Result<TaskManager, Error> {
	let Prepared {
		opened: Opened { client, backend, keystore, mut task_manager, mut telemetry },
		import_queue,
		pool,
		select_chain,
		block_import,
		babe,
		babe_worker,
		grandpa,
	} = prepare(&config)?;
	service::watch_disk(&config, &cli.storage_monitor, &task_manager)?;
	let bench = (!cli.no_hardware_benchmarks).then(|| hardware::measure(&config)).flatten();

	let role = config.role;
	let force_authoring = config.force_authoring;
	let bootnodes = config.network.boot_nodes.len();
	let registry = config.prometheus_registry().cloned();
	let metrics = Net::register_notification_metrics(registry.as_ref());
	let mut network = FullNetworkConfiguration::<Block, Hash, Net>::new(&config.network, registry.clone());

	let protocol_name =
		sc_consensus_grandpa::protocol_standard_name(&client.chain_info().genesis_hash, &config.chain_spec);
	let (grandpa_protocol, grandpa_messages) = sc_consensus_grandpa::grandpa_peers_set_config::<_, Net>(
		protocol_name.clone(),
		metrics.clone(),
		network.peer_store_handle(),
	);
	network.add_notification_protocol(grandpa_protocol);

	let warp_sync = NetworkProvider::new(backend.clone(), grandpa.shared_authority_set().clone(), Vec::new());
	let (network, system_rpc, transactions, sync, _) = sc_service::build_network(BuildNetworkParams {
		config: &config,
		net_config: network,
		client: client.clone(),
		transaction_pool: pool.clone(),
		spawn_handle: task_manager.spawn_handle(),
		spawn_essential_handle: task_manager.spawn_essential_handle(),
		import_queue,
		block_announce_validator_builder: None,
		warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_sync))),
		block_relay: None,
		metrics,
		gap_sync_body_policy: None,
	})?;
	if role.is_authority() {
		discover_authorities(
			&config,
			&client,
			&network,
			DiscoveryRole::PublishAndDiscover(keystore.keystore()),
			&task_manager,
		);
	}

	let rounds = SharedVoterState::empty();
	let rpc = rpc::WithConsensus {
		common: rpc::Common { client: client.clone(), pool: pool.clone() },
		chain_spec: config.chain_spec.cloned_box(),
		select_chain: select_chain.clone(),
		keystore: keystore.keystore(),
		babe: babe_worker,
		authorities: grandpa.shared_authority_set().clone(),
		rounds: rounds.clone(),
		justifications: grandpa.justification_stream(),
		proofs: FinalityProofProvider::new_for_service(
			backend.clone(),
			Some(grandpa.shared_authority_set().clone()),
		),
		certificates: Certificates::new(Producer::new(
			client.clone(),
			backend.clone(),
			grandpa.shared_authority_set().clone(),
			config.chain_spec.cloned_box(),
		)),
	};
	let finality = (!config.disable_grandpa).then(|| sc_consensus_grandpa::Config {
		gossip_duration: Duration::from_millis(333),
		justification_generation_period: JUSTIFICATION_PERIOD,
		name: Some(config.network.node_name.clone()),
		observer_enabled: false,
		// Who does not vote needs no keys.
		keystore: role.is_authority().then(|| keystore.keystore()),
		local_role: role,
		telemetry: telemetry.as_ref().map(Telemetry::handle),
		protocol_name,
	});

	Running {
		client: client.clone(),
		backend,
		keystore: &keystore,
		pool: pool.clone(),
		connected: Connected { network: network.clone(), system_rpc, transactions, sync: sync.clone() },
		task_manager: &mut task_manager,
		telemetry: telemetry.as_mut(),
		rpc: rpc.builder(),
	}
	.spawn(config)?;

	if let Some(bench) = bench {
		service::report_hardware(bench, role.is_authority(), telemetry.as_ref(), &task_manager);
	}

	let telemetry = telemetry.as_ref().map(Telemetry::handle);
	if role.is_authority() {
		let disabled = duties::Disabled::default();
		task_manager.spawn_handle().spawn(
			"duty-watcher",
			None,
			duties::watch(client.clone(), keystore.keystore(), sync.clone(), disabled.clone(), bootnodes),
		);
		task_manager.spawn_handle().spawn(
			"equivocation-watcher",
			None,
			equivocations::watch(client.clone(), pool.clone()),
		);
		let slot_duration = babe.config().slot_duration();
		let worker = sc_consensus_babe::start_babe(BabeParams {
			keystore: keystore.keystore(),
			client: client.clone(),
			select_chain,
			env: ProposerFactory::new(
				task_manager.spawn_handle(),
				client,
				pool.clone(),
				registry.as_ref(),
				telemetry.clone(),
			),
			block_import,
			sync_oracle: duties::Patient { sync: sync.clone(), disabled },
			justification_sync_link: sync.clone(),
			create_inherent_data_providers: move |_, ()| async move {
				let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
				Ok((SlotProvider::from_timestamp_and_slot_duration(*timestamp, slot_duration), timestamp))
			},
			force_authoring,
			// Blocks go on at full speed while finality waits: civic deadlines are counted in blocks.
			backoff_authoring_blocks: None::<()>,
			babe_link: babe,
			block_proposal_slot_portion: SlotProportion::new(2.0 / 3.0),
			max_block_proposal_slot_portion: None,
			telemetry: telemetry.clone(),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("babe", Some("block-authoring"), worker);
	}

	if let Some(config) = finality {
		let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
			config,
			link: grandpa,
			network,
			sync,
			notification_service: grandpa_messages,
			voting_rule: VotingRulesBuilder::default().build(),
			prometheus_registry: registry,
			shared_voter_state: rounds,
			telemetry,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}

	Ok(task_manager)
}

/// Lets the validators find each other's addresses.
fn discover_authorities(
	config: &Configuration,
	client: &Arc<Client>,
	network: &Arc<dyn NetworkService>,
	role: DiscoveryRole,
	task_manager: &TaskManager,
) {
	let records = network
		.event_stream("authority-discovery")
		.filter_map(|event| async move {
			match event {
				Event::Dht(record) => Some(record),
				_ => None,
			}
		})
		.boxed();
	let (worker, _service) = sc_authority_discovery::new_worker_and_service_with_config(
		DiscoveryConfig {
			publish_non_global_ips: config.network.allow_non_globals_in_dht,
			public_addresses: config.network.public_addresses.clone(),
			strict_record_validation: true,
			persisted_cache_directory: config.network.net_config_path.clone(),
			..Default::default()
		},
		client.clone(),
		Arc::new(network.clone()),
		records,
		role,
		config.prometheus_registry().cloned(),
		task_manager.spawn_handle(),
	);
	task_manager.spawn_handle().spawn(
		"authority-discovery-worker",
		Some("authority-discovery"),
		worker.run(),
	);
}
