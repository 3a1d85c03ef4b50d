//! The command line.

use sc_cli::RunCmd;

/// How to start the node, or what to do instead.
#[derive(Debug, clap::Parser)]
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
	/// Make, show and store keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

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

	/// Print the whole state at a block as a chain spec that a new chain can start from.
	ExportState(sc_cli::ExportStateCmd),

	/// Remove the chain's database. Keys are kept.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back blocks that are not finalised.
	Revert(sc_cli::RevertCmd),

	/// Print the database's best, finalised and genesis block.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Measure the runtime's weights, the storage and this machine.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;

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
	fn rocksdb_is_refused_and_the_choices_are_named() {
		let refusal = Cli::try_parse_from(["civitas", "--dev", "--database", "rocksdb"])
			.expect_err("this node has no RocksDB")
			.to_string();
		assert!(refusal.contains("invalid value 'rocksdb'"), "{refusal}");
		assert!(refusal.contains("paritydb"), "{refusal}");
	}
}
