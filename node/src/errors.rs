//! Errors that a person can act on: one line says what is wrong, the next how to mend it.
//!
//! Our own checks raise a [`Problem`]. It travels through the SDK's error types as text, and [`explain`]
//! takes it out again. What the SDK itself raises is recognised by its type or its words.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use sc_service::Error as ServiceError;
use std::{error::Error as _, fmt, io};

/// What separates the two lines while a problem travels as text.
const HELP: &str = "\nhelp: ";

/// Something that stops the node, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
	/// What is wrong, in one line.
	pub what: String,
	/// How to mend it, in one line, if we know.
	pub help: Option<String>,
}

impl Problem {
	/// A problem with a known remedy.
	pub fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
		Self { what: one_line(&what.into()), help: Some(one_line(&help.into())) }
	}

	/// The lines that the node ends with.
	pub fn for_a_terminal(&self) -> String {
		format!("error: {self}")
	}

	fn from_text(text: &str) -> Self {
		match text.split_once(HELP) {
			Some((what, help)) => Self::new(what, help),
			None => Self { what: one_line(text), help: None },
		}
	}
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.what)?;
		match &self.help {
			Some(help) => write!(f, "{HELP}{help}"),
			None => Ok(()),
		}
	}
}

impl From<Problem> for sc_cli::Error {
	fn from(problem: Problem) -> Self {
		Self::Input(problem.to_string())
	}
}

impl From<Problem> for ServiceError {
	fn from(problem: Problem) -> Self {
		Self::Other(problem.to_string())
	}
}

/// Says how to mend a folder that cannot be used.
pub fn folder_help(error: &io::Error) -> &'static str {
	match error.kind() {
		io::ErrorKind::StorageFull => FULL_DISK_HELP,
		io::ErrorKind::PermissionDenied => {
			"let this user write there, or choose another folder with --base-path"
		}
		_ => "choose a folder that this user can write to with --base-path",
	}
}

/// The remedy for a full disk.
pub const FULL_DISK_HELP: &str = "free some space, move the chain to a larger disk with --base-path, or \
	lower the limit with --db-storage-threshold (in MiB; 0 switches it off)";

/// Whether the command line was a question, which clap answers itself.
pub fn is_an_answer(refusal: &clap::Error) -> bool {
	matches!(
		refusal.kind(),
		ErrorKind::DisplayHelp
			| ErrorKind::DisplayVersion
			| ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
	)
}

/// Turns what clap says about the command line into words.
pub fn explain_arguments(refusal: &clap::Error) -> Problem {
	let text = refusal.render().to_string();
	// The first paragraph, up to a list of choices.
	let what =
		text.split("\n\n").next().unwrap_or_default().split("[possible values").next().unwrap_or_default();
	let what = what.trim().strip_prefix("error: ").unwrap_or(what);

	let about_the_chain = matches!(
		refusal.get(ContextKind::InvalidArg),
		Some(ContextValue::String(argument)) if argument.starts_with("--chain ")
	);
	let choices = match refusal.get(ContextKind::ValidValue) {
		Some(ContextValue::Strings(choices)) if !choices.is_empty() => Some(choices.join(", ")),
		_ => None,
	};
	let tip = text.lines().find_map(|line| line.trim().strip_prefix("tip: "));
	match (choices, tip) {
		_ if about_the_chain && refusal.kind() == ErrorKind::InvalidValue => {
			Problem::new(what, "give dev, local or the path of a chain spec file")
		}
		(Some(choices), _) => Problem::new(what, format!("give one of: {choices}")),
		(None, Some(tip)) => Problem::new(what, tip),
		(None, None) => Problem::new(
			what,
			"`civitas --help` explains the options and lists the commands, `civitas COMMAND --help` explains \
			 those of a command",
		),
	}
}

/// Turns any error of the node into words.
pub fn explain(error: &sc_cli::Error) -> Problem {
	use sc_cli::Error;

	match error {
		Error::NetworkKeyNotFound(path) => {
			return Problem::new(
				format!("this validator has no network key: {} is missing", path.display()),
				"make one with `civitas key generate-node-key --chain CHAIN --base-path PATH`, so that \
				 the other validators know this node again after a restart",
			)
		}
		Error::KeyAlreadyExistsInPath(path) => {
			return Problem::new(
				format!("there is a network key at {} already", path.display()),
				"keep it; to make another, choose another --file or --base-path",
			)
		}
		Error::Client(sp_blockchain::Error::Storage(text))
		| Error::Service(ServiceError::Client(sp_blockchain::Error::Storage(text)))
			if !text.contains(HELP) =>
		{
			return Problem::new(
				format!("the genesis in this chain spec cannot be built: {}", without_blob(text)),
				"download the spec again, or make it again with `civitas found seal`",
			)
		}
		_ => (),
	}

	let text = text_of(error);
	if text.contains(HELP) {
		return Problem::from_text(&text);
	}
	HINTS
		.iter()
		.find(|hint| hint.signs.iter().any(|sign| text.contains(sign)))
		.map(|hint| Problem::new(format!("{}: {text}", hint.what), hint.help))
		.unwrap_or_else(|| Problem::from_text(&text))
}

/// How an error of the SDK is recognised, and what we say about it.
struct Hint {
	signs: &'static [&'static str],
	what: &'static str,
	help: &'static str,
}

/// The first hint whose sign is in the error's text is taken.
const HINTS: &[Hint] = &[
	Hint {
		signs: &["No space left on device", "Out of storage space", "os error 28"],
		what: "the disk is full",
		help: FULL_DISK_HELP,
	},
	Hint {
		signs: &["Address already in use", "AddrInUse"],
		what: "another program uses a port that this node needs",
		help: "stop that program, or choose other ports with --port, --rpc-port and --prometheus-port",
	},
	Hint {
		signs: &["Database file is in use"],
		what: "another node is running on this folder",
		help: "stop that node, or give this one a folder of its own with --base-path",
	},
	Hint {
		signs: &["IncompatiblePruningModes", "different pruning", "pruning mode"],
		what: "this database was made with other pruning settings",
		help: "start with the --state-pruning and --blocks-pruning it was made with, or remove it with \
		       `civitas purge-chain` and sync again",
	},
	Hint {
		signs: &["Corruption:", "Invalid column", "Invalid data in value table", "Critical database error"],
		what: "the chain database is damaged",
		help: "restore a backup, or remove it with `civitas purge-chain` and sync again",
	},
	Hint {
		signs: &["Permission denied", "Read-only file system", "Not a directory"],
		what: "a file or folder cannot be used",
		help: "let this user write there, or choose another folder with --base-path",
	},
	Hint {
		signs: &["Unknown block", "UnknownBlock"],
		what: "this database does not hold that block",
		help: "`civitas chain-info` names the best block; older ones may have been pruned",
	},
	Hint {
		signs: &["Failed to parse block hash", "Failed to parse block number"],
		what: "that is no block",
		help: "give a block's number, or its hash: 0x and 64 hexadecimal digits",
	},
	Hint {
		signs: &["Error reading block"],
		what: "this file does not hold blocks",
		help: "make one with `civitas export-blocks`; with --binary there, give --binary here too",
	},
	Hint {
		signs: &["Unknown key type"],
		what: "keys of that type do not exist",
		help: "the key types of this chain are babe, gran and audi",
	},
	Hint {
		signs: &["Failed to get runtime version", "Runtime missing from initial storage"],
		what: "the runtime in this chain spec cannot be used",
		help: "download the chain spec again, or make it again with `civitas export-chain-spec`",
	},
	Hint {
		signs: &["failed to parse Ed25519 secret key"],
		what: "the network key of this node is damaged",
		help: "move the file away and make a new one with `civitas key generate-node-key`; it holds 64 hexadecimal digits",
	},
	Hint {
		signs: &["Invalid node key"],
		what: "that is no network key",
		help: "give 64 hexadecimal digits with --node-key, or a file with --node-key-file",
	},
	Hint {
		signs: &["No such device or address"],
		what: "there is no terminal to ask for the secret",
		help: "give the secret in a file with --suri FILE, which only you can read",
	},
	Hint {
		signs: &["Invalid phrase", "InvalidPhrase"],
		what: "these words are no secret",
		help: "give the 12 to 24 words that `civitas key generate` printed, a seed of 0x and 64 hexadecimal digits, or \
		       a file that holds one of them",
	},
	Hint {
		signs: &["because of an error", "missing parent state"],
		what: "a block could not be executed",
		help: "the line above says why; a node that joined by warp sync, or prunes old states, lacks the state before \
		       an old block: take a later one, or a node with --state-pruning archive",
	},
	Hint {
		signs: &["failed to decode secret as hex"],
		what: "this file holds no network key",
		help: "make one with `civitas key generate-node-key`",
	},
	Hint {
		signs: &["if the node is running as a validator"],
		what: "a validator's RPC stays closed to others",
		help: "leave --rpc-external out, and serve wallets from a node that is no validator",
	},
	Hint {
		signs: &["No such file or directory"],
		what: "a file or folder is missing",
		help: "check the paths on the command line",
	},
	Hint {
		signs: &["Essential task failed"],
		what: "the node stopped",
		help: "the error lines above say which part of it failed, and why; after 'storage-monitor' the disk is full: \
		       free some space, or lower the limit with --db-storage-threshold",
	},
];

/// The innermost words of an error, without the SDK's wrapping.
fn text_of(error: &sc_cli::Error) -> String {
	match error {
		sc_cli::Error::Input(text) | sc_cli::Error::Service(ServiceError::Other(text)) => text.clone(),
		sc_cli::Error::Service(ServiceError::Client(sp_blockchain::Error::Storage(text))) => text.clone(),
		other => {
			let mut text = other.to_string();
			let mut source = other.source();
			while let Some(inner) = source {
				let words = inner.to_string();
				if !text.contains(&words) {
					text = format!("{text}: {words}");
				}
				source = inner.source();
			}
			text
		}
	}
}

/// The reason why a genesis was refused, without the whole genesis that follows it.
fn without_blob(text: &str) -> &str {
	text.split(" for blob:").next().unwrap_or(text)
}

fn one_line(text: &str) -> String {
	text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
	use super::*;

	fn said_about(error: impl Into<sc_cli::Error>) -> String {
		explain(&error.into()).for_a_terminal()
	}

	fn from_the_os(code: i32) -> io::Error {
		io::Error::from_raw_os_error(code)
	}

	#[test]
	fn a_problem_of_ours_comes_out_as_it_went_in() {
		let problem = Problem::new("the bridge is up", "wait until it is down");
		let lines = "error: the bridge is up\nhelp: wait until it is down";
		assert_eq!(said_about(problem.clone()), lines);
		assert_eq!(said_about(ServiceError::from(problem)), lines);
	}

	#[test]
	fn an_unknown_error_is_one_line_without_advice() {
		assert_eq!(said_about("two\n\tlines"), "error: two lines");
	}

	#[test]
	fn a_full_disk_is_named_whatever_layer_met_it() {
		let by_io = said_about(from_the_os(28));
		let by_database =
			said_about(sp_blockchain::Error::Backend("IO Error: No space left on device".into()));
		let by_monitor = said_about(ServiceError::Application(Box::new(
			sc_storage_monitor::Error::StorageOutOfSpace(7, 1024),
		)));
		for said in [by_io, by_database, by_monitor] {
			assert!(said.starts_with("error: the disk is full"), "{said}");
			assert!(said.contains("\nhelp: free some space"), "{said}");
			assert_eq!(said.lines().count(), 2, "{said}");
		}
	}

	#[test]
	fn a_taken_port_is_named_with_the_options_that_choose_another() {
		for error in [
			ServiceError::Io(from_the_os(98)),
			ServiceError::Network(sc_network::error::Error::Io(from_the_os(98))),
			ServiceError::Application(Box::new(from_the_os(98))),
		] {
			let said = said_about(error);
			assert!(said.starts_with("error: another program uses a port"), "{said}");
			assert!(said.contains("--rpc-port"), "{said}");
		}
	}

	#[test]
	fn a_folder_in_use_and_a_folder_without_permission_are_told_apart() {
		let used = said_about(sp_blockchain::Error::Backend("Database file is in use. (os)".into()));
		assert!(used.starts_with("error: another node is running on this folder"), "{used}");

		let closed = said_about(from_the_os(13));
		assert!(closed.starts_with("error: a file or folder cannot be used"), "{closed}");
	}

	#[test]
	fn a_genesis_that_cannot_be_built_points_at_the_spec() {
		let said = said_about(ServiceError::Client(sp_blockchain::Error::Storage(
			"unknown field `tax` for blob:\n{ \"tax\": 1 }".into(),
		)));
		assert!(
			said.contains("the genesis in this chain spec cannot be built: unknown field `tax`\n"),
			"{said}"
		);
		assert!(said.contains("civitas found seal"), "{said}");
	}

	#[test]
	fn a_validator_without_a_network_key_is_told_how_to_make_one() {
		let said = said_about(sc_cli::Error::NetworkKeyNotFound("/srv/key".into()));
		assert!(said.contains("/srv/key is missing"), "{said}");
		assert!(said.contains("generate-node-key"), "{said}");
		assert_eq!(said.lines().count(), 2, "{said}");
	}

	#[test]
	fn each_hint_is_reached_by_its_own_signs() {
		for hint in HINTS {
			for sign in hint.signs {
				let said = said_about(format!("before {sign} after"));
				assert!(said.contains(hint.what), "{sign}: {said}");
				assert!(said.contains(&one_line(hint.help)), "{sign}: {said}");
			}
		}
	}
}
