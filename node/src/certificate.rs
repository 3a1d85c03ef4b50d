// SPDX-License-Identifier: Apache-2.0
//! Makes census certificates from the chain's database, and checks them.
//!
//! A certificate is made of what the database holds: the finality proofs that warp sync serves, and storage proofs. The
//! library `civitas-certificate` says which entries to prove and puts the file together; `docs/certificate.md` specifies
//! it. A node that has synced blocks has all of it, whether it prunes its state or not.

use crate::{
	chain_spec,
	client::{Backend, Client},
	errors::Problem,
};
use civitas_certificate::{keys, state::genesis_keys, target, Claim, Parts};
use civitas_runtime::{opaque::Block, BlockNumber, Hash};
use jsonrpsee::{
	core::RpcResult,
	proc_macros::rpc,
	types::{error::ErrorCode, ErrorObject, ErrorObjectOwned},
};
use sc_client_api::{ProofProvider, StorageKey, StorageProvider};
use sc_consensus_grandpa::{warp_proof::NetworkProvider, SharedAuthoritySet};
use sc_network_sync::strategy::warp::{EncodedProof, WarpSyncProvider};
use sc_service::ChainSpec;
use sp_blockchain::HeaderBackend;
use sp_core::{Bytes, Encode};
use sp_runtime::{traits::BlakeTwo256, StateVersion};
use sp_state_machine::InMemoryBackend;
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
	time::{Duration, Instant},
};

/// The most seasons whose certificates are kept for the next who ask.
const KEPT: usize = 16;
/// How often a node makes a certificate for the RPC, at most.
const PAUSE: Duration = Duration::from_millis(500);

/// Makes certificates of a chain.
pub struct Producer {
	client: Arc<Client>,
	proofs: NetworkProvider<Block, Backend>,
	spec: Box<dyn ChainSpec>,
	/// What proves the first authorities. The same for ever, so it is made once, for the first certificate.
	genesis_nodes: OnceLock<Vec<Vec<u8>>>,
}

impl Producer {
	/// Prepares to make certificates of the chain that `spec` begins.
	pub fn new(
		client: Arc<Client>,
		backend: Arc<Backend>,
		authorities: SharedAuthoritySet<Hash, BlockNumber>,
		spec: Box<dyn ChainSpec>,
	) -> Self {
		let proofs = NetworkProvider::new(backend, authorities, Vec::new());
		Self { client, proofs, spec, genesis_nodes: OnceLock::new() }
	}

	/// Proves the first authorities. The state of the genesis block may be pruned, so it is built again from the spec.
	fn genesis_nodes(&self) -> Result<Vec<Vec<u8>>, Problem> {
		if let Some(nodes) = self.genesis_nodes.get() {
			return Ok(nodes.clone());
		}
		let fault = |error: String| {
			Problem::new(format!("the genesis state cannot be proven: {error}"), "check the chain spec")
		};
		let genesis = chain_spec::genesis(&*self.spec).map_err(|error| fault(error.to_string()))?;
		let state = InMemoryBackend::<BlakeTwo256>::from((genesis, StateVersion::V1));
		let proof =
			sp_state_machine::prove_read(state, genesis_keys()).map_err(|error| fault(error.to_string()))?;
		let nodes: Vec<_> = proof.into_iter_nodes().collect();
		Ok(self.genesis_nodes.get_or_init(|| nodes).clone())
	}

	/// Makes a certificate about `claims`, as of the newest block with a finality proof.
	pub fn certify(&self, claims: Vec<Claim>) -> Result<Vec<u8>, Problem> {
		let genesis_hash = self.client.info().genesis_hash;
		let genesis = self.client.header(genesis_hash).map_err(unreadable)?.ok_or_else(|| {
			Problem::new("the database lacks the genesis block", "sync this node again from the start")
		})?;
		let EncodedProof(mut fragments) = self.proofs.generate(genesis_hash).map_err(|error| {
			Problem::new(
				format!("this node cannot prove which blocks are final: {error}"),
				"use a node that has synced from the start, or wait until it has",
			)
		})?;
		// The proof ends with whether it is complete.
		if fragments.pop() != Some(1) {
			return Err(Problem::new(
				"the finality proofs have more than 8 MiB",
				"use a newer version of this program",
			));
		}
		let (number, hash) = target(&fragments).ok_or_else(|| {
			Problem::new("no block is final yet", "wait some blocks, and see that the validators are running")
		})?;
		let hash = Hash::from(hash);

		let mut failure = None;
		let read = |key: &[u8]| match self.client.storage(hash, &StorageKey(key.to_vec())) {
			Ok(value) => value.map(|value| value.0),
			Err(error) => {
				failure.get_or_insert(error);
				None
			}
		};
		let keys = keys(&claims, read);
		if let Some(error) = failure {
			return Err(Problem::new(
				format!("this node does not hold the state of block {number}: {error}"),
				"wait until it finalises a newer block, or start it with --state-pruning=archive",
			));
		}
		let keys = keys.map_err(|refusal| {
			Problem::new(
				refusal.to_string(),
				"ask for what the chain holds; seasons that are over have a record",
			)
		})?;
		let mut wanted = keys.iter().map(Vec::as_slice);
		let proof = self.client.read_proof(hash, &mut wanted).map_err(unreadable)?;
		Ok(Parts {
			genesis: genesis.encode(),
			genesis_nodes: self.genesis_nodes()?,
			fragments,
			claims,
			nodes: proof.into_iter_nodes().collect(),
		}
		.encode())
	}
}

fn unreadable(error: sp_blockchain::Error) -> Problem {
	Problem::new(
		format!("the database cannot be read: {error}"),
		"see what is wrong with `civitas chain-info`, or sync again",
	)
}

/// What the node tells about itself with proof.
#[rpc(server)]
pub trait CertificateApi {
	/// Returns the census certificate of a season that is over. It also proves the text of the charter if `charter` says
	/// so.
	#[method(name = "civitas_certificate", blocking)]
	fn certificate(&self, season: u32, charter: Option<bool>) -> RpcResult<Bytes>;

	/// Returns a certificate about how the citizen behind an account stands, by the account's public key.
	#[method(name = "civitas_certifyCitizen", blocking)]
	fn certify_citizen(&self, account: Bytes) -> RpcResult<Bytes>;

	/// Returns a certificate about at most 64 rings of the nation, from number `from` on. Ask for many: a
	/// request for one ring tells the node which one is yours.
	#[method(name = "civitas_certifyRings", blocking)]
	fn certify_rings(&self, from: u32, count: u32) -> RpcResult<Bytes>;
}

/// Serves certificates. A season's certificate is made once and kept; others are made one at a time, with a pause.
#[derive(Clone)]
pub struct Certificates {
	producer: Arc<Producer>,
	state: Arc<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
	seasons: BTreeMap<(u32, bool), Bytes>,
	made: Option<Instant>,
}

impl Certificates {
	/// Serves what `producer` makes.
	pub fn new(producer: Producer) -> Self {
		Self { producer: Arc::new(producer), state: Arc::default() }
	}

	fn make(&self, kept: &mut Kept, claims: Vec<Claim>) -> RpcResult<Bytes> {
		if kept.made.is_some_and(|made| made.elapsed() < PAUSE) {
			return Err(refused("This node makes two certificates a second. Ask again in a second.".into()));
		}
		let made = self.producer.certify(claims).map_err(|problem| refused(problem.to_string()));
		kept.made = Some(Instant::now());
		made.map(Bytes)
	}

	/// One at a time. What a panic left behind is a cache, and as good as before.
	fn kept(&self) -> MutexGuard<'_, Kept> {
		self.state.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

impl CertificateApiServer for Certificates {
	fn certificate(&self, season: u32, charter: Option<bool>) -> RpcResult<Bytes> {
		let with_charter = charter.unwrap_or_default();
		let mut kept = self.kept();
		if let Some(certificate) = kept.seasons.get(&(season, with_charter)) {
			return Ok(certificate.clone());
		}
		let certificate = self.make(&mut kept, census(season, with_charter))?;
		if kept.seasons.len() >= KEPT {
			// The oldest season goes: newer ones are asked for more often.
			kept.seasons.pop_first();
		}
		kept.seasons.insert((season, with_charter), certificate.clone());
		Ok(certificate)
	}

	fn certify_citizen(&self, account: Bytes) -> RpcResult<Bytes> {
		let account = account.0.try_into().map_err(|_| refused("An account has 32 bytes.".into()))?;
		self.make(&mut self.kept(), vec![Claim::Citizen(account)])
	}

	fn certify_rings(&self, from: u32, count: u32) -> RpcResult<Bytes> {
		let claims = (from..from.saturating_add(count.min(64))).map(Claim::Ring).collect();
		self.make(&mut self.kept(), claims)
	}
}

/// What a census certificate is about.
pub fn census(season: u32, with_charter: bool) -> Vec<Claim> {
	let charter = with_charter.then_some(Claim::Charter);
	std::iter::once(Claim::Census(season)).chain(charter).collect()
}

fn refused(reason: String) -> ErrorObjectOwned {
	ErrorObject::owned(ErrorCode::InternalError.code(), reason, None::<()>)
}

#[cfg(test)]
mod tests {
	use super::*;
	use civitas_certificate::{state::State, trie::Proof};
	use sp_core::{blake2_256, storage::Storage};

	/// Entries with keys and values of every length that matters: values above 32 bytes are nodes of their own.
	fn random_state(seed: u32, size: u32) -> Storage {
		let mut state = Storage::default();
		for entry in 0..size {
			let noise = blake2_256(&(seed, entry).encode());
			let key_length = 1 + usize::from(noise[0] % 40);
			let value_length = usize::from(noise[1] % 80);
			// Few different bytes, so that keys share beginnings and some are the beginning of others.
			let key = (0..key_length).map(|at| noise[at % 32] & 0x13).collect();
			let value = (0..value_length).map(|at| noise[(at + 7) % 32]).collect();
			state.top.insert(key, value);
		}
		state
	}

	#[test]
	fn the_verifier_reads_the_proofs_that_the_sdk_makes() {
		let mut read = 0;
		for version in [StateVersion::V0, StateVersion::V1] {
			for seed in 0..200 {
				let storage = random_state(seed, 1 + seed % 60);
				let mut keys: Vec<Vec<u8>> = storage.top.keys().take(7).cloned().collect();
				// Keys that are not there: longer, shorter, others.
				keys.extend(storage.top.keys().take(3).map(|key| [&key[..], &[0x11]].concat()));
				keys.extend(storage.top.keys().take(3).map(|key| key[..key.len() / 2].to_vec()));
				keys.push(blake2_256(&seed.encode()).to_vec());
				let backend = InMemoryBackend::<BlakeTwo256>::from((storage.clone(), version));
				let root = backend.root().0;
				let proof = sp_state_machine::prove_read(backend, &keys).expect("a proof");
				let nodes: Vec<Vec<u8>> = proof.into_iter_nodes().collect();
				let mut proof =
					Proof::new(root, nodes.iter().map(Vec::as_slice).collect()).expect("nodes are distinct");
				for key in &keys {
					assert_eq!(proof.read(key), Ok(storage.top.get(key).cloned()), "{key:?} of {seed}");
					read += 1;
				}
				assert_eq!(proof.finish(), Ok(()), "every node is needed");
			}
		}
		assert!(read > 4_000, "{read} keys were read");
	}
}
