//! Folders, ports and keys, looked at before anything starts.
//!
//! The SDK makes the best of a taken port or a missing database: it takes another port, it makes an empty
//! database. Where that would surprise the person at the keyboard, the node says so or stops.

use crate::errors::{folder_help, Problem};
use log::warn;
use sc_cli::RunCmd;
use sc_network::{
	config::{NodeKeyConfig, Secret},
	multiaddr::Protocol,
	Multiaddr,
};
use sc_service::{config::RpcEndpoint, Configuration, DatabaseSource};
use std::{
	fs::{self, File, TryLockError},
	io,
	net::{IpAddr, SocketAddr, TcpListener, UdpSocket},
	path::Path,
};

/// Makes the node's folder if it is missing, and tries to write there.
pub fn folder(path: &Path) -> Result<(), Problem> {
	let probe = path.join(format!(".civitas-write-test-{}", std::process::id()));
	fs::create_dir_all(path)
		.and_then(|()| fs::write(&probe, b"civitas"))
		.and_then(|()| fs::remove_file(&probe))
		.map_err(|error| {
			Problem::new(
				format!("the folder {} cannot be written: {error}", path.display()),
				folder_help(&error),
			)
		})
}

/// Refuses to go on where a command needs a database and there is none.
pub fn database(source: &DatabaseSource) -> Result<(), Problem> {
	match source.path() {
		Some(path) if !path.is_dir() => Err(Problem::new(
			format!("there is no chain database at {}", path.display()),
			"give the --chain and --base-path of a node that has run on this machine",
		)),
		_ => Ok(()),
	}
}

/// Refuses to remove a database that a running node has open: the node would lose its files without a word.
pub fn unused(source: &DatabaseSource) -> Result<(), Problem> {
	let Some(lock) = source.path().map(|path| path.join("lock")) else { return Ok(()) };
	// ParityDB keeps this file locked while it is open. The lock that is tried here ends with the file's handle.
	match File::open(&lock).map(|file| file.try_lock()) {
		Ok(Err(TryLockError::WouldBlock)) => Err(Problem::new(
			format!("a node is running on the database that {} belongs to", lock.display()),
			"stop that node first, or give the --chain and --base-path of another one",
		)),
		_ => Ok(()),
	}
}

/// Looks at the file with the network key, which the SDK would refuse without naming it. Where there is none, one is
/// made.
pub fn network_key(key: &NodeKeyConfig) -> Result<(), Problem> {
	let NodeKeyConfig::Ed25519(Secret::File(path)) = key else { return Ok(()) };
	let problem = |what: String| {
		Problem::new(
			format!("{} holds no network key: {what}", path.display()),
			"give the file that `civitas key generate-node-key --file PATH` has written, or move this one away and \
			 make a new one; peers know the node by this key",
		)
	};
	match fs::read(path) {
		Ok(bytes) if is_network_key(&bytes) => Ok(()),
		Ok(bytes) => Err(problem(format!("{} bytes instead of 64 hexadecimal digits", bytes.len()))),
		Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
		Err(error) => Err(problem(error.to_string())),
	}
}

/// Whether these are the bytes of a key, or its hexadecimal digits.
fn is_network_key(bytes: &[u8]) -> bool {
	let digits = bytes.trim_ascii();
	bytes.len() == 32 || (digits.len() == 64 && digits.iter().all(u8::is_ascii_hexdigit))
}

/// Refuses to store a key under a type that no part of the node looks for, or that needs another scheme.
pub fn key_to_insert(arguments: impl IntoIterator<Item = String>) -> Result<(), Problem> {
	let arguments: Vec<_> = arguments.into_iter().collect();
	let value = |option: &str| {
		arguments.iter().enumerate().find_map(|(place, argument)| match argument.strip_prefix(option) {
			Some("") => arguments.get(place + 1).cloned(),
			Some(rest) => rest.strip_prefix('=').map(str::to_owned),
			None => None,
		})
	};
	let (Some(kind), Some(scheme)) = (value("--key-type"), value("--scheme")) else { return Ok(()) };
	let needed = match kind.as_str() {
		"babe" | "audi" => "sr25519",
		"gran" => "ed25519",
		_ => {
			return Err(Problem::new(
				format!("{kind} is not a key type of this chain"),
				"the types are babe and audi, with --scheme sr25519, and gran, with --scheme ed25519",
			))
		}
	};
	if !scheme.eq_ignore_ascii_case(needed) {
		return Err(Problem::new(
			format!("a key of type {kind} cannot be used with the scheme {scheme}"),
			format!("give --scheme {needed}"),
		));
	}
	Ok(())
}

/// Refuses to go on where blocks are to be read from a file that is not there.
pub fn blocks(file: Option<&Path>) -> Result<(), Problem> {
	match file {
		Some(path) if !path.exists() => Err(Problem::new(
			format!("there is no file at {}", path.display()),
			"give the file that `civitas export-blocks` has written",
		)),
		_ => Ok(()),
	}
}

/// Looks at every port that the configuration asks for.
///
/// A port that was given by hand must be free, and so must the ports for peers. Where the default port for
/// RPC is taken, the SDK takes another, and where the one for metrics is, there are none: both are said.
pub fn ports(config: &mut Configuration, asked: &RunCmd) -> Result<(), Problem> {
	rpc_ports(config.rpc.addr.as_deref_mut().unwrap_or_default(), asked.rpc_params.rpc_port)?;
	peer_ports(&config.network.listen_addresses)?;

	if let Some(metrics) = &config.prometheus_config {
		let port = metrics.port.port();
		if is_taken(metrics.port) {
			if asked.prometheus_params.prometheus_port.is_some() {
				return Err(taken("Prometheus", port, "--prometheus-port"));
			}
			warn!("Prometheus port {port} is taken: no metrics. Choose another with --prometheus-port.");
			config.prometheus_config = None;
		}
	}
	Ok(())
}

fn rpc_ports(endpoints: &mut [RpcEndpoint], by_hand: Option<u16>) -> Result<(), Problem> {
	for endpoint in endpoints {
		if by_hand.is_some() {
			endpoint.retry_random_port = false;
		}
		let port = endpoint.listen_addr.port();
		if endpoint.is_optional || !is_taken(endpoint.listen_addr) {
			continue;
		}
		if !endpoint.retry_random_port {
			return Err(taken("RPC", port, "--rpc-port"));
		}
		warn!(
			"RPC port {port} is taken: the line \"Running JSON-RPC server\" below says which port is used \
			 instead. Choose one with --rpc-port."
		);
	}
	Ok(())
}

fn peer_ports(addresses: &[Multiaddr]) -> Result<(), Problem> {
	let busy = addresses.iter().find_map(|address| {
		let mut parts = address.iter();
		let ip: IpAddr = match parts.next()? {
			Protocol::Ip4(ip) => ip.into(),
			Protocol::Ip6(ip) => ip.into(),
			_ => return None,
		};
		match parts.next()? {
			Protocol::Tcp(port) => is_taken((ip, port).into()).then_some(port),
			Protocol::Udp(port) => says_taken(UdpSocket::bind((ip, port))).then_some(port),
			_ => None,
		}
	});
	match busy {
		Some(port) => Err(taken("peer-to-peer", port, "--port or --listen-addr")),
		None => Ok(()),
	}
}

fn taken(kind: &str, port: u16, option: &str) -> Problem {
	Problem::new(
		format!("another program uses the {kind} port {port}"),
		format!("stop that program, or choose another port with {option}"),
	)
}

/// Whether another program listens there. An address that this machine lacks is not taken.
fn is_taken(address: SocketAddr) -> bool {
	says_taken(TcpListener::bind(address))
}

fn says_taken<Socket>(attempt: io::Result<Socket>) -> bool {
	attempt.is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::net::Ipv4Addr;

	/// A socket that holds a free port, and that port.
	fn someone_listening() -> (TcpListener, u16) {
		let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
		let port = socket.local_addr().expect("a bound socket").port();
		(socket, port)
	}

	fn endpoint(port: u16) -> RpcEndpoint {
		let asked: sc_cli::RpcEndpoint =
			format!("listen-addr=127.0.0.1:{port},retry-random-port=true").parse().expect("an endpoint");
		asked.into()
	}

	#[test]
	fn a_taken_rpc_port_is_refused_only_when_it_was_given_by_hand() {
		let (_held, port) = someone_listening();
		assert_eq!(rpc_ports(&mut [endpoint(port)], None), Ok(()));
		assert_eq!(rpc_ports(&mut [endpoint(port)], Some(port)), Err(taken("RPC", port, "--rpc-port")));
	}

	#[test]
	fn a_free_rpc_port_given_by_hand_is_the_one_that_is_used() {
		let (held, port) = someone_listening();
		drop(held);
		let mut endpoints = [endpoint(port)];
		assert_eq!(rpc_ports(&mut endpoints, Some(port)), Ok(()));
		assert!(!endpoints[0].retry_random_port);
	}

	#[test]
	fn a_taken_port_for_peers_is_refused() {
		let (held, port) = someone_listening();
		let address: Multiaddr = format!("/ip4/127.0.0.1/tcp/{port}/ws").parse().expect("an address");
		assert_eq!(
			peer_ports(std::slice::from_ref(&address)),
			Err(taken("peer-to-peer", port, "--port or --listen-addr"))
		);
		drop(held);
		assert_eq!(peer_ports(&[address]), Ok(()));
	}

	#[test]
	fn a_missing_folder_is_made_and_a_file_in_its_place_is_explained() {
		let root = std::env::temp_dir().join(format!("civitas-folder-{}", std::process::id()));
		assert_eq!(folder(&root.join("deep/down")), Ok(()));
		assert_eq!(fs::read_dir(root.join("deep/down")).expect("the folder").count(), 0);

		let file = root.join("file");
		fs::write(&file, b"").expect("the folder we made");
		let problem = folder(&file.join("below")).expect_err("a file is no folder");
		assert!(problem.what.contains("cannot be written"), "{problem}");
		assert!(problem.help.expect("advice").contains("--base-path"));
		fs::remove_dir_all(root).expect("the folder we made");
	}

	#[test]
	fn a_database_that_is_open_is_not_removed() {
		let path = std::env::temp_dir().join(format!("civitas-open-{}", std::process::id()));
		let source = DatabaseSource::ParityDb { path: path.clone() };
		assert_eq!(unused(&source), Ok(()), "there is none");
		fs::create_dir_all(&path).expect("a folder");
		let held = File::create(path.join("lock")).expect("a file");
		assert_eq!(unused(&source), Ok(()), "nobody has it open");
		held.lock().expect("nobody else has the lock");
		let problem = unused(&source).expect_err("it is open");
		assert!(problem.what.starts_with("a node is running on the database"), "{problem}");
		drop(held);
		assert_eq!(unused(&source), Ok(()));
		fs::remove_dir_all(path).expect("the folder we made");
	}

	#[test]
	fn a_file_that_holds_no_network_key_is_named() {
		let file = std::env::temp_dir().join(format!("civitas-key-{}", std::process::id()));
		let check = || network_key(&NodeKeyConfig::Ed25519(Secret::File(file.clone())));
		assert_eq!(check(), Ok(()), "the node makes one");
		for good in ["ab".repeat(32), format!("{}\n", "0F".repeat(32)), "x".repeat(32)] {
			fs::write(&file, good).expect("a file");
			assert_eq!(check(), Ok(()));
		}
		for bad in ["not a key".to_owned(), "ab".repeat(31), String::new(), "x".repeat(31), "zz".repeat(32)] {
			fs::write(&file, bad).expect("a file");
			let problem = check().expect_err("no key");
			assert!(problem.what.contains(&file.display().to_string()), "{problem}");
		}
		fs::remove_file(&file).expect("the file we made");
		fs::create_dir(&file).expect("a folder");
		assert!(check().expect_err("a folder").what.contains("holds no network key"));
		fs::remove_dir(&file).expect("the folder we made");
	}

	#[test]
	fn keys_are_stored_under_the_types_that_a_validator_has() {
		let check = |line: &str| key_to_insert(line.split(' ').map(str::to_owned));
		for good in [
			"key insert --key-type babe --scheme sr25519",
			"key insert --scheme=Ed25519 --key-type=gran",
			"key insert --key-type audi --scheme Sr25519",
			"key insert --key-type babe",
		] {
			assert_eq!(check(good), Ok(()), "{good}");
		}
		let wrong_scheme =
			check("key insert --key-type gran --scheme sr25519").expect_err("finality uses ed25519");
		assert_eq!(wrong_scheme.help.as_deref(), Some("give --scheme ed25519"));
		for unknown in ["aura", "imon"] {
			let problem =
				check(&format!("key insert --scheme sr25519 --key-type {unknown}")).expect_err("unknown");
			assert!(problem.what.starts_with(unknown), "{problem}");
		}
	}

	#[test]
	fn a_database_that_is_not_there_is_explained() {
		let path = std::env::temp_dir().join("civitas-no-such-database");
		let problem = database(&DatabaseSource::ParityDb { path }).expect_err("there is none");
		assert!(problem.what.starts_with("there is no chain database at"), "{problem}");
		assert_eq!(database(&DatabaseSource::ParityDb { path: std::env::temp_dir() }), Ok(()));
	}
}
