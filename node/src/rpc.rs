//! The JSON-RPC modules that this node adds to the SDK's own.

use crate::{
	certificate::{CertificateApiServer, Certificates},
	client::{Backend, Client},
	service::{Pool, SelectChain},
};
use civitas_runtime::{opaque::Block, AccountId, BlockNumber, Hash, Nonce};
use futures::channel::mpsc;
use jsonrpsee::{Methods, RpcModule};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_babe_rpc::{Babe, BabeApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_consensus_manual_seal::{
	rpc::{ManualSeal, ManualSealApiServer},
	EngineCommand,
};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::{ChainSpec, Error};
use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
use sp_keystore::KeystorePtr;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// Builds the modules, once for each server.
pub type Builder = Box<dyn Fn(SubscriptionTaskExecutor) -> Result<RpcModule<()>, Error>>;

/// What every node answers: nonces, dry runs and fees.
#[derive(Clone)]
pub struct Common {
	/// The chain.
	pub client: Arc<Client>,
	/// The transactions that wait.
	pub pool: Arc<Pool>,
}

impl Common {
	fn module(&self) -> Result<RpcModule<()>, Error> {
		let mut module = RpcModule::new(());
		let system = System::<Pool, Client, Block>::new(self.client.clone(), self.pool.clone());
		add(&mut module, SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(system))?;
		let payment = TransactionPayment::<Client, Block>::new(self.client.clone());
		add(&mut module, payment.into_rpc())?;
		Ok(module)
	}
}

/// What a node with BABE and GRANDPA answers besides.
pub struct WithConsensus {
	/// What every node answers.
	pub common: Common,
	/// The chain's spec, for light clients.
	pub chain_spec: Box<dyn ChainSpec>,
	/// Which chain is the best.
	pub select_chain: SelectChain,
	/// The keys of this node.
	pub keystore: KeystorePtr,
	/// BABE's worker.
	pub babe: BabeWorkerHandle<Block>,
	/// GRANDPA's authorities.
	pub authorities: SharedAuthoritySet<Hash, BlockNumber>,
	/// GRANDPA's rounds.
	pub rounds: SharedVoterState,
	/// GRANDPA's justifications, as they come.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proofs that a block is final.
	pub proofs: Arc<FinalityProofProvider<Backend, Block>>,
	/// Certificates of the census, of citizens and of rings.
	pub certificates: Certificates,
}

impl WithConsensus {
	/// The builder of this node's modules.
	pub fn builder(self) -> Builder {
		Box::new(move |executor| {
			let client = &self.common.client;
			let mut module = self.common.module()?;
			add(
				&mut module,
				Babe::new(
					client.clone(),
					self.babe.clone(),
					self.keystore.clone(),
					self.select_chain.clone(),
				)
				.into_rpc(),
			)?;
			add(
				&mut module,
				Grandpa::new(
					executor,
					self.authorities.clone(),
					self.rounds.clone(),
					self.justifications.clone(),
					self.proofs.clone(),
				)
				.into_rpc(),
			)?;
			let sync_state = SyncState::new(
				self.chain_spec.cloned_box(),
				client.clone(),
				self.authorities.clone(),
				self.babe.clone(),
			)
			.map_err(application)?;
			add(&mut module, sync_state.into_rpc())?;
			add(&mut module, self.certificates.clone().into_rpc())?;
			Ok(module)
		})
	}
}

/// What a node that makes blocks on demand answers besides: engine_createBlock and engine_finalizeBlock.
pub struct WithSealing {
	/// What every node answers.
	pub common: Common,
	/// Where the orders go.
	pub orders: mpsc::Sender<EngineCommand<Hash>>,
}

impl WithSealing {
	/// The builder of this node's modules.
	pub fn builder(self) -> Builder {
		Box::new(move |_| {
			let mut module = self.common.module()?;
			add(&mut module, ManualSeal::new(self.orders.clone()).into_rpc())?;
			Ok(module)
		})
	}
}

fn add(module: &mut RpcModule<()>, other: impl Into<Methods>) -> Result<(), Error> {
	module.merge(other).map_err(application)
}

fn application(error: impl std::error::Error + Send + Sync + 'static) -> Error {
	Error::Application(Box::new(error))
}
