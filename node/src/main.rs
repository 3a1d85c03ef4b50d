//! The Civitas node.
//!
//! One binary, `civitas`, that keeps the chain: it talks to its peers, takes part in block production
//! (BABE) and finality (GRANDPA), stores blocks and state in ParityDB, and answers wallets over JSON-RPC.
//! What the chain *means* is in the runtime, a Wasm blob inside the chain's own state; this crate is glue
//! around it and seldom changes.
//!
//! # To run it
//!
//! ```text
//! civitas --dev                            a chain of your own, forgotten when the node stops
//! civitas --dev --sealing instant          the same, with a block at once for every transaction
//! civitas --chain local --alice            one of the four validators of the local test network; it needs a
//!                                          network key: civitas key generate-node-key
//! civitas --chain civitas.json             a full node of the network that the spec file describes
//! civitas --chain civitas.json --validator a validator of that network
//! civitas found init FOLDER                a founding file, to begin a state of your own
//! ```
//!
//! `civitas help` lists the subcommands: keys, chain specs, export and import of blocks and of the whole
//! state, certificates and passports, and the repair of a database.
//!
//! # The files
//!
//! | file | subject |
//! | --- | --- |
//! | `cli` | the command line |
//! | `command` | what each subcommand does |
//! | `certificate` | makes census certificates, and serves them |
//! | `chain_spec` | the chains that the node knows by name, and spec files |
//! | `checks` | folders and ports, looked at before anything starts |
//! | `client` | the database and the executor of the runtime |
//! | `service` | the parts that every running node has |
//! | `consensus` | a node with BABE and GRANDPA |
//! | `duties` | what a validator does, in words |
//! | `equivocations` | reports of validators that make two blocks in one slot |
//! | `sealing` | a development node that makes blocks on demand |
//! | `papers` | the commands that export and verify certificates and passports |
//! | `rpc` | the JSON-RPC modules |
//! | `founding` | `found`: checks a founding file and makes its chain |
//! | `keys` | session keys with their proof, and `roll-key` |
//! | `hardware` | what a validator's machine should be able to do |
//! | `errors` | errors in words that help |

#![warn(missing_docs)]
// The SDK's errors are large, and made once in the life of a node.
#![allow(clippy::result_large_err)]

#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod certificate;
mod chain_spec;
mod checks;
mod cli;
mod client;
mod command;
mod consensus;
mod duties;
mod equivocations;
mod errors;
mod founding;
mod hardware;
mod keys;
mod papers;
mod rpc;
mod sealing;
mod service;

use std::{process::ExitCode, thread::sleep, time::Duration};

/// The SDK's logger writes what it holds back every 50 ms. An error waits for it, to be the last thing said.
const LAST_LOG_LINES: Duration = Duration::from_millis(100);

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			sleep(LAST_LOG_LINES);
			eprintln!("{}", errors::explain(&error).for_a_terminal());
			ExitCode::FAILURE
		}
	}
}
