//! What each subcommand does.

use crate::{
	chain_spec, checks,
	cli::{Cli, Subcommand},
	client::{self, Opened},
	consensus::{self, Prepared},
	errors,
	keys::KeyCommand,
	papers::{self, CertificateCmd},
	service,
};
use civitas_runtime::opaque::Block;
use sc_cli::{CliConfiguration, Error, KeySubcommand, Result, SubstrateCli};
use sc_service::BasePath;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Civitas".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn executable_name() -> String {
		"civitas".into()
	}

	fn description() -> String {
		"A sovereign chain for network states: citizens, territory and law.".into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, chain: &str) -> std::result::Result<Box<dyn sc_service::ChainSpec>, String> {
		match chain_spec::load(chain) {
			Ok(spec) => Ok(Box::new(spec)),
			Err(problem) => Err(problem.to_string()),
		}
	}
}

/// Does what the command line asks for.
pub fn run() -> Result<()> {
	let cli = match Cli::try_from_iter(std::env::args_os()) {
		Ok(cli) => cli,
		Err(refusal) if errors::is_an_answer(&refusal) => refusal.exit(),
		Err(refusal) => return Err(errors::explain_arguments(&refusal).into()),
	};
	match &cli.subcommand {
		None => run_node(&cli),
		// A key for a file or the terminal belongs to no chain.
		Some(Subcommand::Key(KeyCommand::Sdk(KeySubcommand::GenerateNodeKey(cmd))))
			if cmd.chain.is_none() =>
		{
			cmd.common.run()
		}
		Some(Subcommand::Key(KeyCommand::Sdk(cmd))) => {
			if matches!(cmd, KeySubcommand::Insert(_)) {
				let arguments = std::env::args_os().map(|it| it.to_string_lossy().into_owned());
				checks::key_to_insert(arguments)?;
			}
			cmd.run(&cli)
		}
		Some(Subcommand::Key(KeyCommand::Session(cmd))) => cmd.run(&cli),
		Some(Subcommand::RollKey(cmd)) => Ok(cmd.run()?),
		Some(Subcommand::Found(cmd)) => Ok(cmd.run()?),
		Some(Subcommand::Vanity(cmd)) => cmd.run(),
		Some(Subcommand::Sign(cmd)) => cmd.run(),
		Some(Subcommand::Verify(cmd)) => cmd.run(),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::BuildSpec(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(config.chain_spec, config.network))
		}
		Some(Subcommand::CheckBlock(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				checks::database(&config.database)?;
				let Prepared { opened, import_queue, .. } = consensus::prepare(&config)?;
				Ok((cmd.run(opened.client, import_queue), opened.task_manager))
			})
		}
		Some(Subcommand::ExportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				checks::database(&config.database)?;
				let Opened { client, task_manager, .. } = client::open(&config)?;
				Ok((cmd.run(client, config.database), task_manager))
			})
		}
		Some(Subcommand::ImportBlocks(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				checks::blocks(cmd.input.as_deref())?;
				let Prepared { opened, import_queue, .. } = consensus::prepare(&config)?;
				Ok((cmd.run(opened.client, import_queue), opened.task_manager))
			})
		}
		Some(Subcommand::ExportState(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				checks::database(&config.database)?;
				let Opened { client, task_manager, .. } = client::open(&config)?;
				Ok((cmd.run(client, config.chain_spec), task_manager))
			})
		}
		Some(Subcommand::PurgeChain(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| {
				checks::unused(&config.database)?;
				cmd.run(config.database)
			})
		}
		Some(Subcommand::Revert(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.async_run(|config| {
				checks::database(&config.database)?;
				let Opened { client, backend, task_manager, .. } = client::open(&config)?;
				let forget = Box::new(|client, backend, blocks| {
					sc_consensus_babe::revert(Clone::clone(&client), backend, blocks)?;
					sc_consensus_grandpa::revert(client, blocks)?;
					Ok(())
				});
				Ok((cmd.run(client, backend, Some(forget)), task_manager))
			})
		}
		Some(Subcommand::ChainInfo(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| {
				checks::database(&config.database)?;
				cmd.run::<Block>(&config)
			})
		}
		Some(Subcommand::Certificate(cmd)) => match &**cmd {
			CertificateCmd::Export(cmd) if cmd.url.is_some() => Ok(cmd.by_node()?),
			CertificateCmd::Export(cmd) => {
				let runner = cli.create_runner(cmd)?;
				runner.async_run(|config| {
					checks::database(&config.database)?;
					let (producer, task_manager) = consensus::producer(&config)?;
					Ok((cmd.by_database(producer), task_manager))
				})
			}
			CertificateCmd::Verify(cmd) => Ok(cmd.run()?),
		},
		Some(Subcommand::Passport(papers::PassportCmd::Verify(cmd))) => Ok(cmd.run()?),
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(cmd)) => crate::benchmarks::run(&cli, cmd),
	}
}

fn run_node(cli: &Cli) -> Result<()> {
	if let Some(named) = cli.run.shared_params.chain.as_deref().and_then(chain_spec::id_of_named) {
		chain_spec::ensure_founded(named)?;
	}
	// Before the configuration, which reads and writes keys there.
	let base =
		cli.run.base_path()?.unwrap_or_else(|| BasePath::from_project("", "", &Cli::executable_name()));
	checks::folder(base.path())?;

	let runner = cli.create_runner(&cli.run)?;
	runner.run_node_until_exit(|config| async move { service::start(config, cli).map_err(Error::Service) })
}
