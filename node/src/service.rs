//! The parts that every running node has, however its blocks are made.

use crate::{
	chain_spec, checks,
	cli::{Cli, Sealing},
	client::{Backend, Client, Opened},
	consensus,
	errors::{Problem, FULL_DISK_HELP},
	hardware, rpc, sealing,
};
use civitas_runtime::{opaque::Block, Hash};
use futures::{
	future::{pending, BoxFuture},
	FutureExt,
};
use sc_client_api::Backend as _;
use sc_consensus::LongestChain;
use sc_network::{
	config::NetworkBackendType, service::traits::NetworkService, Litep2pNetworkBackend, NetworkWorker,
};
use sc_network_sync::SyncingService;
use sc_network_transactions::TransactionsHandlerController;
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
	Configuration, Error, KeystoreContainer, SpawnEssentialTaskHandle, SpawnTasksParams, TaskManager,
};
use sc_storage_monitor::{StorageMonitorParams, StorageMonitorService};
use sc_sysinfo::HwBench;
use sc_telemetry::Telemetry;
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sc_utils::mpsc::TracingUnboundedSender;
use sp_core::traits::SpawnEssentialNamed;
use std::sync::Arc;

/// The transactions that wait.
pub type Pool = TransactionPoolHandle<Block, Client>;
/// Which chain is the best.
pub type SelectChain = LongestChain<Backend, Block>;

/// Starts the node that the command line asks for.
pub fn start(mut config: Configuration, cli: &Cli) -> Result<TaskManager, Error> {
	chain_spec::ensure_founded(config.chain_spec.id())?;
	if cli.sealing == Sealing::Instant {
		sealing::stand_alone(&mut config, &cli.run.pool_config)?;
	}
	checks::network_key(&config.network.node_key)?;
	checks::ports(&mut config, &cli.run)?;

	match (cli.sealing, config.network.network_backend) {
		(Sealing::Instant, _) => sealing::run(config, cli),
		(Sealing::Consensus, NetworkBackendType::Litep2p) => {
			consensus::run::<Litep2pNetworkBackend>(config, cli)
		}
		(Sealing::Consensus, NetworkBackendType::Libp2p) => {
			consensus::run::<NetworkWorker<Block, Hash>>(config, cli)
		}
	}
}

/// Makes the pool for transactions that wait.
pub fn pool(config: &Configuration, opened: &Opened) -> Arc<Pool> {
	Arc::new(
		sc_transaction_pool::Builder::new(
			Workers(opened.task_manager.spawn_essential_handle()),
			opened.client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	)
}

/// Where the workers of the pool and of the import queue run. They end by themselves when nobody holds what they
/// work for any more, which is when the node stops or a command is done: no failure then, unlike a panic.
#[derive(Clone)]
pub struct Workers(pub SpawnEssentialTaskHandle);

impl SpawnEssentialNamed for Workers {
	fn spawn_essential_blocking(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		worker: BoxFuture<'static, ()>,
	) {
		self.0.spawn_blocking(name, group, worker.then(|()| pending()));
	}

	fn spawn_essential(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		worker: BoxFuture<'static, ()>,
	) {
		self.0.spawn(name, group, worker.then(|()| pending()));
	}
}

/// What the network gave, for [`Running::spawn`].
pub struct Connected {
	/// The network itself.
	pub network: Arc<dyn NetworkService>,
	/// Who asks the network for the RPC.
	pub system_rpc: TracingUnboundedSender<sc_rpc::system::Request<Block>>,
	/// Who passes transactions on.
	pub transactions: TransactionsHandlerController<Hash>,
	/// Who fetches blocks.
	pub sync: Arc<SyncingService<Block>>,
}

/// A node whose network is up.
pub struct Running<'a> {
	/// The chain.
	pub client: Arc<Client>,
	/// Its database.
	pub backend: Arc<Backend>,
	/// The keys of this node.
	pub keystore: &'a KeystoreContainer,
	/// The transactions that wait.
	pub pool: Arc<Pool>,
	/// The network.
	pub connected: Connected,
	/// Where the node's tasks run.
	pub task_manager: &'a mut TaskManager,
	/// Where the node reports to.
	pub telemetry: Option<&'a mut Telemetry>,
	/// What this node answers.
	pub rpc: rpc::Builder,
}

impl Running<'_> {
	/// Starts offchain workers, the RPC servers, metrics and the line that tells how the node is.
	pub fn spawn(self, config: Configuration) -> Result<(), Error> {
		if config.offchain_worker.enabled {
			let workers = OffchainWorkers::new(OffchainWorkerOptions {
				runtime_api_provider: self.client.clone(),
				keystore: Some(self.keystore.keystore()),
				offchain_db: self.backend.offchain_storage(),
				transaction_pool: Some(OffchainTransactionPoolFactory::new(self.pool.clone())),
				network_provider: Arc::new(self.connected.network.clone()),
				is_validator: config.role.is_authority(),
				// Nothing in our runtime asks the world outside.
				enable_http_requests: false,
				custom_extensions: |_| Vec::new(),
			})?;
			self.task_manager.spawn_handle().spawn(
				"offchain-workers-runner",
				"offchain-worker",
				workers.run(self.client.clone(), self.task_manager.spawn_handle()).boxed(),
			);
		}

		let Connected { network, system_rpc, transactions, sync } = self.connected;
		sc_service::spawn_tasks(SpawnTasksParams {
			config,
			client: self.client,
			backend: self.backend,
			task_manager: self.task_manager,
			keystore: self.keystore.keystore(),
			transaction_pool: self.pool,
			rpc_builder: self.rpc,
			network,
			system_rpc_tx: system_rpc,
			tx_handler_controller: transactions,
			sync_service: sync,
			telemetry: self.telemetry,
			tracing_execute_block: None,
		})?;
		Ok(())
	}
}

/// Watches the disk: below the limit the node does not start, and stops in good order.
pub fn watch_disk(
	config: &Configuration,
	limit: &StorageMonitorParams,
	task_manager: &TaskManager,
) -> Result<(), Error> {
	let Some(folder) = config.database.path() else { return Ok(()) };
	StorageMonitorService::try_spawn(
		limit.clone(),
		folder.to_path_buf(),
		&task_manager.spawn_essential_handle(),
	)
	.map_err(|error| {
		Problem::new(format!("the disk that holds {} is full: {error}", folder.display()), FULL_DISK_HELP)
			.into()
	})
}

/// Says what was measured of this machine, here and to the telemetry.
pub fn report_hardware(
	bench: HwBench,
	is_validator: bool,
	telemetry: Option<&Telemetry>,
	task_manager: &TaskManager,
) {
	hardware::report(&bench, is_validator);
	if let Some(telemetry) = telemetry {
		task_manager.spawn_handle().spawn(
			"telemetry-hardware",
			None,
			hardware::send(bench, telemetry.handle()),
		);
	}
}
