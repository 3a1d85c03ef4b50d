// SPDX-License-Identifier: Apache-2.0
//! The `benchmark` subcommand.

use crate::{
	cli::Cli,
	client::{self, Opened},
	hardware,
	sealing::Clock,
};
use civitas_runtime::opaque::Block;
use frame_benchmarking_cli::{BenchmarkCmd, SubstrateRemarkBuilder};
use sc_cli::{Result, SubstrateCli};
use sp_consensus_babe::Slot;
use sp_crypto_ec_utils::HostFunctionsRfc163;
use sp_inherents::InherentData;
use sp_runtime::traits::HashingFor;

/// Measures what the command line asks for.
pub fn run(cli: &Cli, cmd: &BenchmarkCmd) -> Result<()> {
	match cmd {
		BenchmarkCmd::Pallet(cmd) => {
			let spec = cmd.shared_params.chain.as_ref().map(|chain| cli.load_spec(chain)).transpose()?;
			cmd.run_with_spec::<HashingFor<Block>, HostFunctionsRfc163>(spec)
		}
		BenchmarkCmd::Block(cmd) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(client::open(&config)?.client))
		}
		BenchmarkCmd::Storage(cmd) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| {
				let Opened { client, backend, .. } = client::open(&config)?;
				let database = backend.expose_db();
				let storage = backend.expose_storage();
				let cache = backend.expose_shared_trie_cache();
				cmd.run(config, client, database, storage, cache)
			})
		}
		BenchmarkCmd::Overhead(cmd) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| {
				let Opened { client, .. } = client::open(&config)?;
				let slot_duration = sc_consensus_babe::configuration(&*client)?.slot_duration();
				let clock = Clock { slot_duration };
				let time = clock.start_of(Slot::from(1)).ok_or("a slot as long as the age of the world")?;
				let mut inherents = InherentData::new();
				inherents
					.put_data(sp_timestamp::INHERENT_IDENTIFIER, &time)
					.map_err(|error| format!("no timestamp: {error}"))?;
				let remarks = SubstrateRemarkBuilder::new_from_client(client.clone())?;
				cmd.run(
					config.chain_spec.name().into(),
					client,
					inherents,
					clock.claim(time).logs,
					&remarks,
					false,
				)
			})
		}
		BenchmarkCmd::Machine(cmd) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(&config, hardware::requirements()))
		}
		BenchmarkCmd::Extrinsic(_) => {
			Err("`benchmark extrinsic` is not supported; `benchmark pallet` measures every call".into())
		}
	}
}
