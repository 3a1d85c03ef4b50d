//! Folders and ports, looked at before anything starts.
//!
//! The SDK makes the best of a taken port or a missing database: it takes another port, it makes an empty
//! database. Where that would surprise the person at the keyboard, the node says so or stops.

use crate::errors::{folder_help, Problem};
use log::warn;
use sc_cli::RunCmd;
use sc_network::{multiaddr::Protocol, Multiaddr};
use sc_service::{config::RpcEndpoint, Configuration, DatabaseSource};
use std::{
	fs, io,
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
		Some(port) => Err(taken("peer-to-peer", port, "--port")),
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
		assert_eq!(peer_ports(std::slice::from_ref(&address)), Err(taken("peer-to-peer", port, "--port")));
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
	fn a_database_that_is_not_there_is_explained() {
		let path = std::env::temp_dir().join("civitas-no-such-database");
		let problem = database(&DatabaseSource::ParityDb { path }).expect_err("there is none");
		assert!(problem.what.starts_with("there is no chain database at"), "{problem}");
		assert_eq!(database(&DatabaseSource::ParityDb { path: std::env::temp_dir() }), Ok(()));
	}
}
