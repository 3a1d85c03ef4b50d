//! The database, and the executor of the runtime.

use crate::errors::Problem;
use civitas_runtime::{apis::RuntimeApi, opaque::Block};
use sc_chain_spec::{BuildGenesisBlock, GenesisBlockBuilder};
use sc_client_api::Backend as _;
use sc_consensus_grandpa::GrandpaPruningFilter;
use sc_executor::WasmExecutor;
use sc_service::{Configuration, Error, KeystoreContainer, TFullBackend, TFullClient, TaskManager};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sp_blockchain::HeaderBackend;
use sp_crypto_ec_utils::HostFunctionsRfc163;
use sp_runtime::{traits::Block as _, Storage};
use std::sync::Arc;

/// What a runtime may ask of the node. The curve operations are there from the first block on, so that a
/// later runtime can verify ballots with them without every node being replaced first.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type HostFunctions = (sp_io::SubstrateHostFunctions, HostFunctionsRfc163);
/// What a runtime may ask of the node, with what benchmarks ask.
#[cfg(feature = "runtime-benchmarks")]
pub type HostFunctions =
	(sp_io::SubstrateHostFunctions, HostFunctionsRfc163, frame_benchmarking::benchmarking::HostFunctions);

/// Runs the chain's Wasm.
pub type Executor = WasmExecutor<HostFunctions>;
/// The chain: its blocks, its state and its runtime.
pub type Client = TFullClient<Block, RuntimeApi, Executor>;
/// The database.
pub type Backend = TFullBackend<Block>;

/// An open chain.
pub struct Opened {
	/// The chain.
	pub client: Arc<Client>,
	/// Its database.
	pub backend: Arc<Backend>,
	/// The keys of this node.
	pub keystore: KeystoreContainer,
	/// Where the node's tasks run.
	pub task_manager: TaskManager,
	/// Where the node reports to, if the operator wants that.
	pub telemetry: Option<Telemetry>,
}

/// Opens the chain that the configuration describes, and starts a new one if there is none.
pub fn open(config: &Configuration) -> Result<Opened, Error> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let executor: Executor = sc_service::new_wasm_executor(&config.executor);
	let mut database = config.db_config();
	// Pruned nodes keep the justifications that warp sync and census certificates are made of.
	database.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend: Arc<Backend> = sc_service::new_db_backend(database)?;

	let genesis =
		config.chain_spec.as_storage_builder().build_storage().map_err(sp_blockchain::Error::Storage)?;
	ensure_same_genesis(config, &backend, &executor, &genesis)?;

	let genesis = GenesisBlockBuilder::new_with_storage(
		genesis,
		!config.no_genesis(),
		backend.clone(),
		executor.clone(),
	)?;
	let (client, backend, keystore, task_manager) =
		sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			executor,
			backend,
			genesis,
			false,
		)?;

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	Ok(Opened { client: Arc::new(client), backend, keystore, task_manager, telemetry })
}

/// Refuses a database that belongs to another chain, which the SDK would open without a word.
fn ensure_same_genesis(
	config: &Configuration,
	backend: &Arc<Backend>,
	executor: &Executor,
	genesis: &Storage,
) -> Result<(), Error> {
	let stored = backend.blockchain().info().genesis_hash;
	if stored == Default::default() {
		return Ok(());
	}
	// Works out the block's hash; the operation that would store it is dropped.
	let (block, _): (Block, _) =
		GenesisBlockBuilder::new_with_storage(genesis.clone(), false, backend.clone(), executor.clone())?
			.build_genesis_block()?;
	let expected = block.header().hash();
	if stored == expected {
		return Ok(());
	}
	let folder = config.database.path().map(|path| path.display().to_string()).unwrap_or_default();
	Err(Problem::new(
		format!(
			"the database in {folder} belongs to another chain: its genesis is {stored:?}, and this spec's \
			 is {expected:?}"
		),
		"start with the chain spec it was made from, choose another --base-path, or remove it with `civitas \
		 purge-chain`",
	)
	.into())
}
