// SPDX-License-Identifier: Apache-2.0
//! The commands that export and verify certificates and passports.

use crate::{
	certificate::{census, Producer},
	errors::Problem,
};
use civitas_certificate::{anonymous, passport, report, verify, Error, MAX_BYTES};
use sc_cli::{CliConfiguration, DatabaseParams, PruningParams, SharedParams};
use sp_core::bytes::from_hex;
use std::{
	fs,
	io::{Read, Write},
	net::TcpStream,
	path::{Path, PathBuf},
	time::{Duration, SystemTime, UNIX_EPOCH},
};

/// How long a node may take for an answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Certificates of the census.
#[derive(Debug, clap::Subcommand)]
pub enum CertificateCmd {
	/// Write the census of a season to a file that anyone can verify.
	///
	/// With --url, a running node makes the certificate. Without, it is made from the database of a stopped node.
	Export(ExportCmd),

	/// Verify a certificate, offline, by the chain's genesis hash only.
	Verify(VerifyCmd),
}

/// Passports of citizens.
#[derive(Debug, clap::Subcommand)]
pub enum PassportCmd {
	/// Verify a passport, offline, by the chain's genesis hash only.
	Verify(VerifyPassportCmd),
}

/// `civitas certificate export`
#[derive(Debug, clap::Args)]
pub struct ExportCmd {
	/// The season. It must be over.
	#[arg(long)]
	pub season: u32,

	/// Include the whole text of the charter in force.
	#[arg(long)]
	pub charter: bool,

	/// Where to write. By default census-SEASON.civcert in this folder.
	#[arg(long, value_name = "FILE")]
	pub out: Option<PathBuf>,

	/// Ask the node that answers here, for example http://127.0.0.1:9944.
	#[arg(long, value_name = "URL")]
	pub url: Option<String>,

	/// The chain and the folder of a stopped node.
	#[clap(flatten)]
	pub shared_params: SharedParams,

	/// How that node prunes.
	#[clap(flatten)]
	pub pruning_params: PruningParams,

	/// Its database.
	#[clap(flatten)]
	pub database_params: DatabaseParams,
}

impl CliConfiguration for ExportCmd {
	fn shared_params(&self) -> &SharedParams {
		&self.shared_params
	}

	fn pruning_params(&self) -> Option<&PruningParams> {
		Some(&self.pruning_params)
	}

	fn database_params(&self) -> Option<&DatabaseParams> {
		Some(&self.database_params)
	}
}

impl ExportCmd {
	/// Has a running node make the certificate.
	pub fn by_node(&self) -> Result<(), Problem> {
		let url = self.url.as_deref().unwrap_or_default();
		let request = serde_json::json!({
			"jsonrpc": "2.0", "id": 1, "method": "civitas_certificate", "params": [self.season, self.charter],
		});
		let answer = ask(url, &request.to_string())?;
		let answer: serde_json::Value = serde_json::from_str(&answer).map_err(|_| {
			Problem::new(
				format!("{url} does not answer as a node does"),
				"give the RPC address of a civitas node",
			)
		})?;
		let certificate = answer["result"].as_str().and_then(|text| from_hex(text).ok());
		let certificate = certificate.ok_or_else(|| {
			let reason = answer["error"]["message"].as_str().unwrap_or("it gives no reason");
			Problem::new(
				format!("the node makes no certificate: {reason}"),
				"see what the node's reason asks for",
			)
		})?;
		self.write(&certificate)
	}

	/// Makes the certificate from the database of a stopped node.
	pub async fn by_database(&self, producer: Producer) -> sc_cli::Result<()> {
		Ok(self.write(&producer.certify(census(self.season, self.charter))?)?)
	}

	fn write(&self, certificate: &[u8]) -> Result<(), Problem> {
		let named = || PathBuf::from(format!("census-{}.civcert", self.season));
		let file = self.out.clone().unwrap_or_else(named);
		fs::write(&file, certificate).map_err(|error| {
			Problem::new(
				format!("{} cannot be written: {error}", file.display()),
				"choose another file with --out",
			)
		})?;
		println!("{}: {} bytes", file.display(), certificate.len());
		Ok(())
	}
}

/// Posts one request to a node. One request over plain HTTP needs no client library; for a node behind TLS, open a
/// tunnel or use the page.
fn ask(url: &str, body: &str) -> Result<String, Problem> {
	let address = url.strip_prefix("http://").map(|rest| rest.trim_end_matches('/')).ok_or_else(|| {
		Problem::new(format!("{url} is not an address of plain HTTP"), "give one like http://127.0.0.1:9944")
	})?;
	let talk = || -> std::io::Result<String> {
		let mut stream = TcpStream::connect(address)?;
		stream.set_read_timeout(Some(PATIENCE))?;
		write!(
			stream,
			"POST / HTTP/1.0\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
			body.len()
		)?;
		let mut answer = String::new();
		// Each byte of the certificate is two digits.
		stream.take(3 * MAX_BYTES as u64).read_to_string(&mut answer)?;
		Ok(answer)
	};
	let answer = talk().map_err(|error| {
		Problem::new(format!("no node answers at {url}: {error}"), "start the node, or check its RPC port")
	})?;
	Ok(answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
}

/// What to verify, and for which chain.
#[derive(Debug, clap::Args)]
pub struct Subject {
	/// The file.
	pub file: PathBuf,

	/// The hash of the chain's genesis block: 0x and 64 hexadecimal digits.
	#[arg(long, value_name = "HASH", value_parser = genesis_hash)]
	pub genesis: [u8; 32],

	/// Print JSON.
	#[arg(long)]
	pub json: bool,
}

fn genesis_hash(text: &str) -> Result<[u8; 32], String> {
	let bytes = from_hex(text).map_err(|error| error.to_string())?;
	bytes.try_into().map_err(|_| "a hash has 64 hexadecimal digits".into())
}

impl Subject {
	fn read(&self) -> Result<Vec<u8>, Problem> {
		read(&self.file)
	}

	/// Says why a file is refused.
	fn refuse(&self, refusal: Error) -> Problem {
		if self.json {
			println!("{}", report::refusal(&refusal));
		}
		Problem::new(format!("{} is refused: {}", self.file.display(), refusal.code()), refusal.to_string())
	}
}

fn read(file: &Path) -> Result<Vec<u8>, Problem> {
	fs::read(file).map_err(|error| {
		Problem::new(format!("{} cannot be read: {error}", file.display()), "check the file's name")
	})
}

/// `civitas certificate verify`
#[derive(Debug, clap::Args)]
pub struct VerifyCmd {
	/// The certificate.
	#[clap(flatten)]
	pub subject: Subject,

	/// The season that it must be about.
	#[arg(long)]
	pub season: Option<u32>,
}

impl VerifyCmd {
	/// Prints what the certificate proves.
	pub fn run(&self) -> Result<(), Problem> {
		let Subject { genesis, json, .. } = &self.subject;
		let verified = verify(&self.subject.read()?, genesis).and_then(|verified| {
			self.season.map_or(Ok(()), |season| verified.census(season).map(|_| ()))?;
			Ok(verified)
		});
		let verified = verified.map_err(|refusal| self.subject.refuse(refusal))?;
		if *json {
			println!("{}", report::json(&verified));
		} else {
			print!("{}", report::text(&verified));
		}
		Ok(())
	}
}

/// `civitas passport verify`
#[derive(Debug, clap::Args)]
pub struct VerifyPassportCmd {
	/// The passport.
	#[clap(flatten)]
	pub subject: Subject,

	/// The name of the service that asks for the passport: its host name.
	#[arg(long)]
	pub service: String,

	/// The challenge that the service gave.
	#[arg(long)]
	pub challenge: String,

	/// What the anonymous passport is for. Without it, the passport must name a citizen.
	#[arg(long)]
	pub purpose: Option<String>,

	/// How old the certified block may be, in seconds.
	#[arg(long, default_value_t = 600)]
	pub max_age: u64,
}

impl VerifyPassportCmd {
	/// Prints whose passport it is.
	pub fn run(&self) -> Result<(), Problem> {
		let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
		let expected = passport::Expected {
			genesis: &self.subject.genesis,
			service: &self.service,
			challenge: &self.challenge,
			now: u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX),
			max_age: self.max_age.saturating_mul(1000),
		};
		let file = self.subject.read()?;
		let refuse = |refusal| self.subject.refuse(refusal);
		match &self.purpose {
			Some(purpose) => {
				let shown = anonymous::check(&file, &expected, purpose).map_err(refuse)?;
				if self.subject.json {
					println!("{}", report::anonymous(&shown));
				} else {
					println!("One of the citizens on the roll of season {}", shown.season);
					println!("Alias {}", report::hex(&shown.alias));
				}
			}
			None => {
				let shown = passport::check(&file, &expected).map_err(refuse)?;
				if self.subject.json {
					println!("{}", report::passport(&shown));
				} else {
					println!(
						"Citizen {}, active, of account {}",
						shown.citizen.id,
						report::hex(&shown.account)
					);
				}
			}
		}
		Ok(())
	}
}
