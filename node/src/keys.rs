// SPDX-License-Identifier: Apache-2.0
//! Keys that the SDK's `key` command does not make: a validator's session keys with their proof, and roll keys.

use crate::{cli::Cli, errors::Problem, founding};
use civitas_founding::{account, address, RollProof, RollSecret, SessionKeys};
use sc_cli::{KeystoreParams, SharedParams, SubstrateCli};
use sc_keystore::LocalKeystore;
use sc_service::{config::KeystoreConfig, BasePath};
use sp_core::{bytes::to_hex, crypto::AccountId32, H256};
use std::{
	fs::{self, OpenOptions},
	io::{self, Write},
	path::{Path, PathBuf},
};

/// Make, show and store keys.
#[derive(Debug, clap::Subcommand)]
pub enum KeyCommand {
	/// Make a validator's session keys in its keystore, and print them with the proof that they are yours.
	Session(SessionCmd),

	/// The SDK's own.
	#[command(flatten)]
	Sdk(sc_cli::KeySubcommand),
}

/// Makes session keys.
#[derive(Debug, Clone, clap::Args)]
pub struct SessionCmd {
	/// The validator's account. The proof shows that the keys belong to it.
	#[arg(long, value_name = "ADDRESS")]
	pub account: String,

	/// The founding file of a state that has no chain spec yet.
	#[arg(long, value_name = "FILE", conflicts_with = "chain")]
	pub founding: Option<PathBuf>,

	/// Where the node is.
	#[clap(flatten)]
	pub shared: SharedParams,

	/// Where its keys are.
	#[clap(flatten)]
	pub keystore: KeystoreParams,
}

impl SessionCmd {
	/// Makes the keys and prints them as a founding file has them.
	pub fn run(&self, cli: &Cli) -> sc_cli::Result<()> {
		let owner = read_account(&self.account)?;
		let chain = match &self.founding {
			Some(file) => founding::read_header(file)?.id,
			None => cli.load_spec(&self.shared.chain_id(self.shared.is_dev()))?.id().to_string(),
		};
		let base = self
			.shared
			.base_path()?
			.unwrap_or_else(|| BasePath::from_project("", "", &Cli::executable_name()));
		let KeystoreConfig::Path { path, password } =
			self.keystore.keystore_config(&base.config_dir(&chain))?
		else {
			return Err(Problem::new("these keys would be lost", "give a folder with --keystore-path").into());
		};
		let unusable = |error: &dyn std::fmt::Display| {
			Problem::new(
				format!("the keystore {} cannot be used: {error}", path.display()),
				"let this user write there, or choose another folder with --base-path or --keystore-path",
			)
		};
		let keystore = LocalKeystore::open(path.clone(), password).map_err(|error| unusable(&error))?;
		let (keys, proof) = SessionKeys::make(&founding::rules().session_keys, &owner, &keystore)
			.map_err(|error| unusable(&error))?;

		println!("[[validator]]");
		println!("account = \"{}\"", address(&owner));
		println!("keys = \"{}\"", to_hex(keys.encoded(), false));
		println!("proof = \"{}\"", to_hex(&proof, false));
		eprintln!("The secrets are in {}. Nobody else may read that folder.", path.display());
		match &self.founding {
			Some(file) => eprintln!("Put the lines above into {}.", file.display()),
			None => eprintln!("Now call session.setKeys(keys, proof) from {}.", address(&owner)),
		}
		Ok(())
	}
}

/// Make and use roll keys, under which citizens vote in secret.
#[derive(Debug, clap::Subcommand)]
pub enum RollKeyCommand {
	/// Make a secret, write its 28 words to a file, and print the roll key.
	New {
		/// The file for the words. Whoever reads it can vote in your name: keep it like the words of an account.
		file: PathBuf,

		/// The first season in which the key can vote: the one after the season in which it reaches the chain.
		#[arg(long, default_value_t = 1)]
		season: u32,
	},

	/// Prove that a roll key is yours, to a chain or for a founding file.
	Prove {
		/// The file with the 28 words.
		file: PathBuf,

		/// Your account.
		#[arg(long, value_name = "ADDRESS")]
		account: String,

		/// The genesis hash of the chain: for applying, attesting or changing the key.
		#[arg(long, value_name = "HASH", conflicts_with = "founding", required_unless_present = "founding")]
		genesis: Option<String>,

		/// The founding file of a state that you begin together with others. You accept its charter with this.
		#[arg(long, value_name = "FILE")]
		founding: Option<PathBuf>,
	},

	/// Sign bytes with a roll key.
	Sign {
		/// The file with the 28 words.
		file: PathBuf,

		/// The bytes, in hexadecimal digits from 0x on.
		#[arg(long, value_name = "BYTES")]
		message: String,
	},
}

impl RollKeyCommand {
	/// Does what the command says.
	pub fn run(&self) -> Result<(), Problem> {
		match self {
			Self::New { file, season } => {
				let secret = RollSecret::new(*season).map_err(|error| {
					Problem::new(format!("no secret can be made: {error}"), "give another --season")
				})?;
				write_secret(file, &secret)?;
				println!("roll_key = \"{}\"", to_hex(&secret.key(), false));
				eprintln!(
					"The 28 words are in {}. Copy them to paper: nobody can give them back.",
					file.display()
				);
				Ok(())
			}
			Self::Prove { file, account, genesis, founding } => {
				let owner = read_account(account)?;
				let secret = read_secret(file)?;
				let Some(founding) = founding else {
					let genesis = genesis.as_deref().unwrap_or_default();
					let genesis = genesis.parse::<H256>().map_err(|error| {
						Problem::new(
							format!("{genesis:?} is not a genesis hash: {error}"),
							"give 0x and 64 hexadecimal digits, as `civitas chain-info` or a wallet shows it",
						)
					})?;
					print_proof(secret.prove(genesis, &owner).map_err(unsigned)?);
					return Ok(());
				};
				let header = founding::read_header(founding)?;
				let proof =
					secret.prove_for_founding(&header.id, header.charter, &owner).map_err(unsigned)?;
				println!("[[citizen]]");
				println!("account = \"{}\"", address(&owner));
				print_proof(proof);
				eprintln!("You accept the charter with the Blake2-256 digest {:?}.", header.charter);
				eprintln!("Put the lines above into {}, or send them to the founder.", founding.display());
				Ok(())
			}
			Self::Sign { file, message } => {
				let message = sp_core::bytes::from_hex(message).map_err(|error| {
					Problem::new(
						format!("the message is not made of hexadecimal digits: {error}"),
						"write it in hexadecimal digits from 0x on",
					)
				})?;
				print_proof(read_secret(file)?.sign(&message).map_err(unsigned)?);
				Ok(())
			}
		}
	}
}

fn read_account(written: &str) -> Result<AccountId32, Problem> {
	account(written).map_err(|(what, help)| Problem::new(what, help))
}

fn print_proof(RollProof { roll_key, proof }: RollProof) {
	println!("roll_key = \"{}\"", to_hex(&roll_key, false));
	println!("proof = \"{}\"", to_hex(&proof, false));
}

fn unsigned(error: String) -> Problem {
	Problem::new(format!("this secret signs nothing: {error}"), "make another with `civitas roll-key new`")
}

fn read_secret(file: &Path) -> Result<RollSecret, Problem> {
	let words = fs::read_to_string(file).map_err(|error| {
		Problem::new(
			format!("the secret {} cannot be read: {error}", file.display()),
			"give the file that `civitas roll-key new` has written",
		)
	})?;
	RollSecret::from_words(&words).map_err(|error| {
		Problem::new(
			format!("{} holds no roll secret: {error}", file.display()),
			"compare each word with your copy; a wallet's backup of a roll key works, too",
		)
	})
}

/// Writes the words to a new file that nobody else can read.
fn write_secret(file: &Path, secret: &RollSecret) -> Result<(), Problem> {
	let mut options = OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
	let written = options.open(file).and_then(|mut file| {
		file.write_all(secret.to_words().as_bytes())?;
		file.write_all(b"\n")
	});
	written.map_err(|error| {
		let help = match error.kind() {
			io::ErrorKind::AlreadyExists => "keep it: it may be a secret in use. Choose another file",
			_ => "choose a file that this user can write",
		};
		Problem::new(format!("{} cannot be written: {error}", file.display()), help)
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	fn path(name: &str) -> PathBuf {
		std::env::temp_dir().join(format!("civitas-{name}-{}", std::process::id()))
	}

	#[test]
	fn a_secret_is_written_once_and_only_for_its_owner() {
		let file = path("roll-secret");
		let secret = RollSecret::new(3).expect("randomness");
		write_secret(&file, &secret).expect("a temporary folder");
		#[cfg(unix)]
		{
			let mode = std::os::unix::fs::PermissionsExt::mode(
				&fs::metadata(&file).expect("the file").permissions(),
			);
			assert_eq!(mode & 0o777, 0o600);
		}
		let again = read_secret(&file).expect("the words");
		assert_eq!((again.season(), again.key()), (3, secret.key()));
		let problem = write_secret(&file, &secret).expect_err("there is one");
		fs::remove_file(&file).expect("the file we wrote");
		assert!(problem.help.expect("a remedy").contains("keep it"));
	}

	#[test]
	fn a_file_without_a_secret_is_explained() {
		let missing = read_secret(&path("no-secret")).expect_err("no file");
		assert!(missing.what.contains("cannot be read"), "{missing}");
		let file = path("other-words");
		fs::write(&file, "twelve words of an account are not a roll secret at all")
			.expect("a temporary folder");
		let problem = read_secret(&file).expect_err("no secret");
		fs::remove_file(&file).expect("the file we wrote");
		assert!(problem.what.contains("holds no roll secret"), "{problem}");
	}

	#[test]
	fn an_account_is_read_or_explained() {
		assert!(read_account("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").is_ok());
		let problem = read_account("Alice").expect_err("no address");
		assert!(problem.what.contains("is not an address"), "{problem}");
	}
}
