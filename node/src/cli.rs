//! The command line.

use crate::{
	founding::FoundCommand,
	keys::{KeyCommand, RollKeyCommand},
	papers::{CertificateCmd, PassportCmd},
};
use sc_cli::RunCmd;

/// How many transactions the pool holds by default: eight full blocks of transfers.
///
/// Transactions stay in the pool until their block is final. So the SDK's default of 8,192 is full after two and a
/// half blocks, and it limits a chain that finalises three blocks behind. Eight blocks also cover a short stall of
/// finality. When the pool is full, a transaction replaces one of lower priority, so a free civic act always gets in
/// before one that pays.
const POOL_LIMIT: &str = "32768";

/// How many kilobytes the pool holds by default: as many blocks, each of the largest size.
const POOL_KBYTES: &str = "32768";

/// How to start the node, or what to do instead.
#[derive(Debug, clap::Parser)]
#[command(
	mut_arg("pool_limit", |arg| arg.default_value(POOL_LIMIT)),
	mut_arg("pool_kbytes", |arg| arg.default_value(POOL_KBYTES))
)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// The options that every Substrate node has.
	#[clap(flatten)]
	pub run: RunCmd,

	/// Who makes the blocks.
	///
	/// With `instant`, which a development chain alone accepts, a block is made and finalised at once
	/// whenever a transaction is ready, and on demand through the RPC methods engine_createBlock and
	/// engine_finalizeBlock. Time then runs by blocks: each is one slot after its parent, however fast
	/// they come.
	#[arg(long, value_enum, value_name = "MODE", default_value_t = Sealing::Consensus)]
	pub sealing: Sealing,

	/// Do not measure this machine when the node starts.
	///
	/// A development chain never measures it.
	#[arg(long)]
	pub no_hardware_benchmarks: bool,

	/// When a disk counts as full.
	#[clap(flatten)]
	pub storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

/// Who makes the blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Sealing {
	/// The validators, by BABE and GRANDPA.
	Consensus,
	/// This node alone, as soon as there is something to put into a block.
	Instant,
}

/// What to do instead of running a node.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Found a state of your own.
	#[command(subcommand)]
	Found(FoundCommand),

	/// Make, show and store keys.
	#[command(subcommand, mut_subcommand("generate-node-key", where_to_put_it))]
	Key(KeyCommand),

	/// Make and use roll keys, under which citizens vote in secret.
	#[command(subcommand)]
	RollKey(RollKeyCommand),

	/// Look for an account whose address has a given text in it.
	Vanity(sc_cli::VanityCmd),

	/// Sign a message with an account's secret.
	Sign(sc_cli::SignCmd),

	/// See whether a signature is by an account.
	Verify(sc_cli::VerifyCmd),

	/// Print the spec of a chain; with --raw, the file that nodes of a live network start from.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Like export-chain-spec, under its old name, with this node as the spec's bootnode.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Execute a stored block again and see whether it is valid.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Print the whole state at a block, in the form of a chain spec. A new chain cannot start from it as it is.
	ExportState(sc_cli::ExportStateCmd),

	/// Remove the chain's database. Keys are kept.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back blocks that are not finalised.
	Revert(sc_cli::RevertCmd),

	/// Print the database's best, finalised and genesis block.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Export and verify certificates of the census.
	#[command(subcommand)]
	Certificate(Box<CertificateCmd>),

	/// Verify passports of citizens.
	#[command(subcommand)]
	Passport(PassportCmd),

	/// Measure the runtime's weights, the storage and this machine.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),
}

/// A folder for network keys has one for each chain.
fn where_to_put_it(generate_node_key: clap::Command) -> clap::Command {
	generate_node_key
		.mut_arg("base_path", |arg| arg.requires("chain"))
		.mut_arg("default_base_path", |arg| arg.requires("chain"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::errors;
	use clap::Parser;
	use sc_cli::SubstrateCli;

	#[test]
	fn the_command_line_holds_together() {
		<Cli as clap::CommandFactory>::command().debug_assert();
	}

	#[test]
	fn consensus_makes_the_blocks_unless_asked_otherwise() {
		let plain = Cli::try_parse_from(["civitas", "--dev"]).expect("valid arguments");
		assert_eq!(plain.sealing, Sealing::Consensus);
		let instant =
			Cli::try_parse_from(["civitas", "--dev", "--sealing", "instant"]).expect("valid arguments");
		assert_eq!(instant.sealing, Sealing::Instant);
	}

	#[test]
	fn the_pool_holds_eight_full_blocks_unless_asked_otherwise() {
		let plain = Cli::try_parse_from(["civitas", "--dev"]).expect("valid arguments");
		let pool = plain.run.pool_config;
		// A block has room for 3,765 transfers, and for 3.75 MiB of ordinary transactions.
		assert!(pool.pool_limit >= 8 * 3_765, "{}", pool.pool_limit);
		assert!(pool.pool_kbytes >= 8 * 3_840, "{}", pool.pool_kbytes);
		let chosen =
			Cli::try_parse_from(["civitas", "--dev", "--pool-limit", "100"]).expect("valid arguments");
		assert_eq!(chosen.run.pool_config.pool_limit, 100);
	}

	/// The two lines about a command line that is refused.
	fn said_about(arguments: &[&str]) -> String {
		let arguments = std::iter::once(&"civitas").chain(arguments);
		let refusal = Cli::try_from_iter(arguments).expect_err("a mistake");
		assert!(!errors::is_an_answer(&refusal), "{refusal}");
		errors::explain_arguments(&refusal).for_a_terminal()
	}

	#[test]
	fn rocksdb_is_refused_and_the_choices_are_named() {
		assert_eq!(
			said_about(&["--dev", "--database", "rocksdb"]),
			"error: invalid value 'rocksdb' for '--database <DB>'\n\
			 help: give one of: paritydb, auto, paritydb-experimental"
		);
	}

	#[test]
	fn a_chain_left_out_is_refused_and_the_choices_are_named() {
		assert_eq!(
			said_about(&["--chain"]),
			"error: a value is required for '--chain <CHAIN_SPEC>' but none was supplied\n\
			 help: give dev, local or the path of a chain spec file"
		);
	}

	#[test]
	fn every_mistake_on_the_command_line_takes_two_lines() {
		for (arguments, what, help) in [
			(&["--make-me-king"][..], "unexpected argument '--make-me-king' found", "civitas --help"),
			(&["--rpc-port", "x"], "invalid value 'x' for '--rpc-port <PORT>'", "civitas --help"),
			(&["--sealing", "wax"], "invalid value 'wax' for '--sealing <MODE>'", "consensus, instant"),
			(&["rever"], "unrecognized subcommand 'rever'", "'revert'"),
			(&["key", "insert"], "--key-type <KEY_TYPE> --scheme <SCHEME>", "civitas --help"),
			(&["key", "generate-node-key", "--base-path", "a"], "--chain <CHAIN_SPEC>", "civitas --help"),
			(&["key", "session", "--chain", "dev"], "--account <ADDRESS>", "civitas --help"),
			(&["roll-key", "prove", "f", "--account", "a"], "--genesis <HASH>", "civitas --help"),
			(&["found", "seal"], "<FILE>", "civitas --help"),
		] {
			let said = said_about(arguments);
			let mut lines = said.lines();
			let first = lines.next().expect("what is wrong");
			assert!(first.starts_with("error: ") && first.contains(what), "{said}");
			let second = lines.next().expect("how to mend it");
			assert!(second.starts_with("help: ") && second.contains(help), "{said}");
			assert_eq!(lines.next(), None, "{said}");
		}
	}

	#[test]
	fn help_and_version_are_answers() {
		for question in [&["--help"][..], &["--version"], &["key"], &["help", "revert"]] {
			let arguments = std::iter::once(&"civitas").chain(question);
			let answer = Cli::try_from_iter(arguments).expect_err("not a way to run");
			assert!(errors::is_an_answer(&answer), "{question:?}");
		}
	}
}
