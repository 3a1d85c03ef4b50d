// SPDX-License-Identifier: Apache-2.0
//! Founding a state: `civitas found`.
//!
//! The crate `civitas-founding` reads and checks the file. Here are the facts that it needs of the runtime, and the
//! making of the chain.

use crate::{
	chain_spec::{self, ChainSpec},
	client::HostFunctions,
	errors::Problem,
};
use civitas_founding::{Founding, Header, KeyKind, ParameterRule, Problems, Rules, Sealed, Unit};
use civitas_runtime::{
	facts::{self, Measure},
	genesis::CHARTER,
	opaque::{Block, SessionKeys},
	EXISTENTIAL_DEPOSIT, MILLISECS_PER_BLOCK,
};
use sc_chain_spec::{BuildGenesisBlock, GenesisBlockBuilder};
use sc_executor::{RuntimeVersionOf, WasmExecutor};
use sp_core::{
	storage::well_known_keys::CODE,
	traits::{RuntimeCode, WrappedRuntimeCode},
	H256,
};
use sp_crypto_hashing::blake2_256;
use sp_runtime::{
	traits::{Block as _, OpaqueKeys},
	BuildStorage,
};
use sp_state_machine::BasicExternalities;
use std::{
	fs,
	path::{Path, PathBuf},
	sync::Arc,
};

/// Found a state of your own.
#[derive(Debug, clap::Subcommand)]
pub enum FoundCommand {
	/// Write a founding file and a charter to fill in.
	Init {
		/// The folder for both.
		folder: PathBuf,
	},

	/// Say what is wrong with a founding file, or show what it founds.
	Check {
		/// The founding file.
		file: PathBuf,
	},

	/// Make the chain of a founding file: its spec, plain and raw, and the page to sign.
	Seal {
		/// The founding file.
		file: PathBuf,

		/// The folder for what is made. The founding file's folder unless given.
		#[arg(long, value_name = "FOLDER")]
		out: Option<PathBuf>,

		/// The runtime that the chain begins with: the Wasm of a release. The one in this binary unless given.
		#[arg(long, value_name = "FILE")]
		runtime: Option<PathBuf>,
	},
}

impl FoundCommand {
	/// Does what the command says.
	pub fn run(&self) -> Result<(), Problem> {
		match self {
			Self::Init { folder } => init(folder),
			Self::Check { file } => {
				let founding = read(file)?;
				print!("{}", founding.report(None));
				Ok(())
			}
			Self::Seal { file, out, runtime } => {
				let folder = out.as_deref().or_else(|| file.parent()).unwrap_or(Path::new(""));
				seal(&read(file)?, folder, runtime.as_deref())
			}
		}
	}
}

/// What a founding must know of the runtime in this binary.
pub fn rules() -> Rules {
	// An empty state: parameters are what the code says.
	let (parameters, required_articles) =
		BasicExternalities::new_empty().execute_with(|| (facts::parameters(), facts::required_articles()));
	Rules {
		block_millis: MILLISECS_PER_BLOCK,
		existential_deposit: EXISTENTIAL_DEPOSIT,
		key_deposit: facts::key_deposit(),
		submission_deposit: facts::submission_deposit(),
		decision_deposit: facts::decision_deposit(),
		// A test sees that the kinds are all known.
		session_keys: SessionKeys::key_ids().iter().filter_map(|id| KeyKind::of(*id)).collect(),
		required_articles,
		max_articles: facts::MAX_ARTICLES as usize,
		max_title: facts::MAX_TITLE as usize,
		max_text: facts::MAX_TEXT as usize,
		max_name: facts::MAX_TERRITORY_NAME as usize,
		parameters: parameters.into_iter().map(parameter_rule).collect(),
		taken_ids: chain_spec::named_ids().map(Into::into).collect(),
	}
}

fn parameter_rule(fact: facts::ParameterFact) -> ParameterRule {
	ParameterRule {
		name: fact.field,
		unit: match fact.measure {
			Measure::Number => Unit::Number,
			Measure::Millis => Unit::Millis,
			Measure::Money => Unit::Money,
			Measure::Part => Unit::Part,
		},
		default: fact.value,
		least: fact.least,
		floor: fact.floor,
		ceiling: fact.ceiling,
	}
}

/// Reads and checks a whole founding file.
fn read(file: &Path) -> Result<Founding, Problem> {
	let text = text_of(file)?;
	civitas_founding::read(&name_of(file), &text, |charter| beside(file, charter), &rules()).map_err(in_words)
}

/// Reads what citizens and validators must know of a founding file that is not complete yet.
pub fn read_header(file: &Path) -> Result<Header, Problem> {
	let text = text_of(file)?;
	civitas_founding::header(&name_of(file), &text, |charter| beside(file, charter), &rules())
		.map_err(in_words)
}

fn text_of(file: &Path) -> Result<String, Problem> {
	fs::read_to_string(file).map_err(|error| {
		Problem::new(
			format!("the founding file {} cannot be read: {error}", file.display()),
			"give the path of a founding file; `civitas found init FOLDER` writes one to fill in",
		)
	})
}

fn name_of(file: &Path) -> String {
	file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The text of a file in the same folder.
fn beside(file: &Path, other: &str) -> Result<String, String> {
	let path = file.parent().unwrap_or(Path::new("")).join(other);
	fs::read_to_string(path).map_err(|error| error.to_string())
}

/// One problem is the error. Of several, each gets a line before the error that counts them.
fn in_words(problems: Problems) -> Problem {
	if let [problem] = &problems[..] {
		let place = problem.line.map(|line| format!(", line {line}")).unwrap_or_default();
		return Problem::new(format!("{}{place}: {}", problem.file, problem.what), problem.help.clone());
	}
	for problem in &problems {
		eprintln!("{problem}");
	}
	Problem::new(
		format!("{} things are wrong with this founding", problems.len()),
		"each line above names one, its place and what to do; then check again",
	)
}

fn init(folder: &Path) -> Result<(), Problem> {
	fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
	let file = folder.join("founding.toml");
	for (path, text) in
		[(&file, civitas_founding::template(&rules())), (&folder.join("charter.md"), CHARTER.to_string())]
	{
		if path.exists() {
			return Err(Problem::new(
				format!("there is a file at {} already", path.display()),
				"choose an empty folder, or go on with the file that is there",
			));
		}
		fs::write(path, text).map_err(|error| unwritable(path, &error))?;
	}
	println!("Fill in {}, and change the charter beside it if you want another one.", file.display());
	println!("Then: civitas found check {}", file.display());
	Ok(())
}

fn unwritable(path: &Path, error: &std::io::Error) -> Problem {
	Problem::new(
		format!("{} cannot be written: {error}", path.display()),
		crate::errors::folder_help(error).replace("--base-path", "another path"),
	)
}

/// Writes the chain of `founding` into `folder`.
fn seal(founding: &Founding, folder: &Path, runtime: Option<&Path>) -> Result<(), Problem> {
	let code = match runtime {
		Some(file) => fs::read(file).map_err(|error| {
			Problem::new(
				format!("the runtime {} cannot be read: {error}", file.display()),
				"give the Wasm file of a release, or leave --runtime out",
			)
		})?,
		None => chain_spec::code()?.to_vec(),
	};
	let chain = Chain::of(founding, code)?;
	fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
	let path = |ending: &str| folder.join(format!("{}{ending}", founding.id));
	let raw = path(".raw.json");
	if fs::read(&raw).is_ok_and(|old| old != chain.raw.as_bytes()) {
		return Err(Problem::new(
			format!("there is another spec at {}", raw.display()),
			"if people have it already, keep it: it is their chain. Else remove it, or choose another folder with --out",
		));
	}
	let report = founding.report(Some(&chain.sealed));
	for (path, text) in
		[(path(".json"), &chain.plain), (raw.clone(), &chain.raw), (path(".report.md"), &report)]
	{
		fs::write(&path, text).map_err(|error| unwritable(&path, &error))?;
		println!("written   {}", path.display());
	}
	println!("genesis   {:?}", chain.sealed.genesis);
	println!("spec      {:?}   (b2sum --length 256 {})", chain.sealed.spec, raw.display());
	println!("runtime   {}, {:?}", chain.sealed.runtime, chain.sealed.code);
	println!("to sign   {}", chain.sealed.statement(&founding.id));
	for note in &founding.notes {
		eprintln!("note: {note}");
	}
	Ok(())
}

/// The chain of a founding.
struct Chain {
	/// Its spec, to read.
	plain: String,
	/// Its spec, to start from.
	raw: String,
	/// What identifies it.
	sealed: Sealed,
}

impl Chain {
	/// Makes the chain of `founding` with this runtime. Runs the runtime to make its genesis.
	fn of(founding: &Founding, code: Vec<u8>) -> Result<Self, Problem> {
		let refused = |error: &dyn std::fmt::Display| {
			let words = error.to_string();
			let words = words.split(" for blob:").next().unwrap_or_default();
			Problem::new(
				format!("the runtime cannot begin with this founding: {words}"),
				"if --runtime is given, use the one of this release; else please report it with the founding file",
			)
		};
		let spec = chain_spec::founded(founding, &code)?;
		let plain = spec.as_json(false).map_err(|error| refused(&error))?;
		let raw = spec.as_json(true).map_err(|error| refused(&error))?;

		let executor = WasmExecutor::<HostFunctions>::builder().build();
		let version = executor
			.runtime_version(
				&mut BasicExternalities::new_empty(),
				&RuntimeCode {
					code_fetcher: &WrappedRuntimeCode(code.as_slice().into()),
					heap_pages: None,
					hash: blake2_256(&code).to_vec(),
				},
			)
			.map_err(|error| refused(&error))?;

		// From the text, so that the hash is that of the file which people start from.
		let state = ChainSpec::from_json_bytes(raw.clone().into_bytes())
			.and_then(|spec| spec.build_storage())
			.map_err(|error| refused(&error))?;
		debug_assert_eq!(state.top.get(CODE), Some(&code));
		let backend = Arc::new(sc_client_api::in_mem::Backend::<Block>::new());
		let (block, _): (Block, _) = GenesisBlockBuilder::new_with_storage(state, false, backend, executor)
			.and_then(BuildGenesisBlock::build_genesis_block)
			.map_err(|error| refused(&error))?;
		let sealed = Sealed {
			genesis: block.header().hash(),
			spec: H256(blake2_256(raw.as_bytes())),
			runtime: format!("{} {}", version.spec_name, version.spec_version),
			code: H256(blake2_256(&code)),
			code_size: code.len(),
		};
		Ok(Self { plain, raw, sealed })
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use civitas_founding::{address, RollSecret};
	use civitas_runtime::AccountId;
	use parity_scale_codec::DecodeAll;
	use sp_core::crypto::AccountId32;
	use sp_keystore::testing::MemoryKeystore;

	fn account(number: u8) -> AccountId32 {
		AccountId32::new([number; 32])
	}

	/// A founding file with three citizens and four validators.
	fn file(rules: &Rules) -> String {
		let charter = H256(blake2_256(CHARTER.as_bytes()));
		let mut text = format!(
			"[state]\nname = \"Example\"\nid = \"example\"\ncharter = \"charter.md\"\n\n[power]\nfounder = \"{}\"\n\
			 tier = \"Founding\"\n",
			address(&account(1))
		);
		let mut entry = |kind: &str, account: &AccountId32, fields: &[(&str, String)]| {
			text.push_str(&format!("\n[[{kind}]]\naccount = \"{}\"\n", address(account)));
			for (name, value) in fields {
				text.push_str(&format!("{name} = \"{value}\"\n"));
			}
		};
		let hex = |bytes: &[u8]| sp_core::bytes::to_hex(bytes, false);
		for number in 1..=3 {
			let secret = RollSecret::new(1).expect("randomness");
			let proof = secret.prove_for_founding("example", charter, &account(number)).expect("a signature");
			entry(
				"citizen",
				&account(number),
				&[("roll_key", hex(&proof.roll_key)), ("proof", hex(&proof.proof))],
			);
			entry("allocation", &account(number), &[("amount", "100_000_000 CIV".into())]);
		}
		for number in 11..=14 {
			let keystore = MemoryKeystore::new();
			let (keys, proof) =
				civitas_founding::SessionKeys::make(&rules.session_keys, &account(number), &keystore)
					.expect("keys");
			entry("validator", &account(number), &[("keys", hex(keys.encoded())), ("proof", hex(&proof))]);
			entry("allocation", &account(number), &[("amount", "2 CIV".into())]);
		}
		entry(
			"territory",
			&account(1),
			&[("name", "The island".into()), ("host", "PT".into()), ("registrar", address(&account(1)))],
		);
		text.replace("[[territory]]\naccount", "[[territory]]\nparcel_limit = 7\n# account")
	}

	fn founding(rules: &Rules) -> Founding {
		civitas_founding::read("founding.toml", &file(rules), |_| Ok(CHARTER.into()), rules)
			.unwrap_or_else(|problems| panic!("{problems:#?}"))
	}

	#[test]
	fn the_rules_know_every_kind_of_session_key() {
		assert_eq!(rules().session_keys.len(), SessionKeys::key_ids().len());
	}

	#[test]
	fn a_proof_of_session_keys_is_the_one_that_the_chain_takes() {
		let rules = rules();
		let made =
			civitas_founding::SessionKeys::make(&rules.session_keys, &account(5), &MemoryKeystore::new());
		let (keys, proof) = made.expect("keys");
		let keys = SessionKeys::decode_all(&mut keys.encoded()).expect("the runtime's keys");
		assert!(keys.ownership_proof_is_valid(account(5).as_ref(), &proof));
		assert!(!keys.ownership_proof_is_valid(account(6).as_ref(), &proof));
	}

	#[test]
	fn the_charter_that_comes_along_can_be_used_as_it_is() {
		let founding = founding(&rules());
		let (commandment, preamble, articles) = civitas_runtime::genesis::charter();
		assert_eq!((founding.charter.commandment, founding.charter.preamble), (commandment, preamble));
		assert_eq!(founding.charter.articles.len(), articles.len());
	}

	#[test]
	fn a_sealed_chain_begins_with_what_the_file_says_and_is_the_same_each_time() {
		let founding = founding(&rules());
		let code = chain_spec::code().expect("a runtime").to_vec();
		let chain = Chain::of(&founding, code.clone()).expect("a sound founding");
		let again = Chain::of(&founding, code).expect("a sound founding");
		assert_eq!((&chain.raw, &chain.sealed), (&again.raw, &again.sealed));

		let spec = ChainSpec::from_json_bytes(chain.raw.into_bytes()).expect("a spec");
		assert_eq!((spec.name(), spec.id(), spec.protocol_id()), ("Example", "example", Some("example")));
		let state = spec.build_storage().expect("a raw state");
		let mut state = sp_io::TestExternalities::new(state);
		state.execute_with(|| {
			use civitas_runtime::{Balances, Citizenship, Land, Session};
			let of = |number| AccountId::from(account(number));
			assert_eq!(Balances::free_balance(of(3)), 100_000_000 * civitas_runtime::CIV);
			assert_eq!(Citizenship::citizen_of(of(2)), Some(1));
			assert_eq!(Session::validators(), (11..=14).map(of).collect::<Vec<_>>());
			assert_eq!(Land::territory_by_id(0).expect("the territory").parcel_limit, 7);
		});
	}

	#[test]
	fn another_file_makes_another_chain() {
		let founding = founding(&rules());
		let mut other = founding.clone();
		other.thresholds.community += 1;
		let code = chain_spec::code().expect("a runtime").to_vec();
		let one = Chain::of(&founding, code.clone()).expect("a chain").sealed;
		assert_ne!(one.genesis, Chain::of(&other, code).expect("a chain").sealed.genesis);
	}

	#[test]
	fn a_runtime_that_is_none_is_explained() {
		let problem = match Chain::of(&founding(&rules()), b"no Wasm".to_vec()) {
			Ok(_) => panic!("no Wasm makes no chain"),
			Err(problem) => problem,
		};
		assert!(problem.what.starts_with("the runtime cannot begin with this founding"), "{problem}");
	}

	#[test]
	fn problems_keep_their_place_and_their_remedy() {
		let broken = file(&rules()).replace("tier = \"Founding\"", "tier = \"Community\"");
		let problems = civitas_founding::read("founding.toml", &broken, |_| Ok(CHARTER.into()), &rules());
		let problem = in_words(problems.expect_err("a founder without power"));
		assert!(problem.what.starts_with("founding.toml, line 8: a founder has no power"), "{problem}");
		assert!(problem.help.expect("a remedy").contains("tier = \"Founding\""));
	}
}
