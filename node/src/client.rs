// SPDX-License-Identifier: Apache-2.0
//! The database, and the executor of the runtime.

use crate::{chain_spec, errors::Problem};
use civitas_runtime::{apis::RuntimeApi, opaque::Block};
use sc_chain_spec::{BuildGenesisBlock, GenesisBlockBuilder};
use sc_client_api::Backend as _;
use sc_consensus_grandpa::GrandpaPruningFilter;
use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_service::{Configuration, Error, KeystoreContainer, TFullBackend, TFullClient, TaskManager};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sp_blockchain::HeaderBackend;
use sp_crypto_ec_utils::HostFunctionsRfc163;
use sp_runtime::{traits::Block as _, Storage};
use std::{env, fs, path::PathBuf, sync::Arc};

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

	let executor = executor(config);
	let mut database = config.db_config();
	// Pruned nodes keep the justifications that warp sync and census certificates are made of.
	database.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend: Arc<Backend> = sc_service::new_db_backend(database)?;

	let genesis = chain_spec::genesis(&*config.chain_spec)?;
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

/// The SDK's executor, which also remembers what it has compiled.
fn executor(config: &Configuration) -> Executor {
	let heap = match config.executor.default_heap_pages {
		Some(pages) => HeapAllocStrategy::Static { extra_pages: pages.try_into().unwrap_or(u32::MAX) },
		None => DEFAULT_HEAP_ALLOC_STRATEGY,
	};
	let mut builder = Executor::builder()
		.with_execution_method(config.executor.wasm_method)
		.with_onchain_heap_alloc_strategy(heap)
		.with_offchain_heap_alloc_strategy(heap)
		.with_max_runtime_instances(config.executor.max_runtime_instances)
		.with_runtime_cache_size(config.executor.runtime_cache_size);
	if let Some(folder) = compiled_runtimes(config) {
		builder = builder.with_cache_path(folder);
	}
	builder.build()
}

/// Where compiled runtimes are kept: with this user's other caches, so that every chain and every command finds them,
/// else in the node's own folder. Compiling takes seconds, reading what was compiled a fraction of one. The files are
/// named after the Wasm, the compiler and the processor, and may be removed at any time.
fn compiled_runtimes(config: &Configuration) -> Option<PathBuf> {
	let caches = env::var_os("XDG_CACHE_HOME")
		.map(PathBuf::from)
		.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")))
		.filter(|folder| folder.is_absolute())
		.map(|folder| folder.join("civitas"));
	[caches, Some(config.base_path.path().to_path_buf())].into_iter().flatten().find_map(|folder| {
		let folder = folder.join("wasm");
		fs::create_dir_all(&folder).and_then(|()| fs::canonicalize(folder)).ok()
	})
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
