//! Reports validators that make two blocks in one slot.
//!
//! `sc-consensus-babe` 0.60.0 (SDK 2609.2.0) looks for such blocks itself, and no report that it makes is accepted. Its
//! verifier takes the seal off the header, and only then the block import compares headers
//! (`check_inherents_and_equivocations` in its `lib.rs`). So both headers of its proof lack the signature that proves
//! anything, and the runtime answers `babe.InvalidEquivocationProof`. Earlier releases compared sealed headers in the
//! verifier. It was so in the newest release when this was written, November 2026.
//!
//! The client announces imported blocks with their seals. This module remembers the first header of each author in each
//! recent slot, and reports the second one through the runtime API that the SDK uses, too. The SDK's own report goes to
//! a pool that takes nothing ([`no_pool`]): it would take the place of ours in the real pool, because both have the same
//! tag, and then fail in a block.
//!
//! When the SDK compares sealed headers again, remove this module and give BABE the real pool. The story
//! `elections.story.ts` runs two nodes with one key and waits for a report that counts.

use crate::{client::Client, service::Pool};
use civitas_runtime::{opaque::Block, Hash, Header};
use futures::StreamExt;
use log::{debug, info, warn};
use sc_client_api::{BlockImportNotification, BlockchainEvents};
use sc_transaction_pool_api::{OffchainTransactionPoolFactory, RejectAllTxPool};
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus_babe::{AuthorityId, BabeApi, EquivocationProof, Slot};
use sp_runtime::traits::Header as _;
use std::{collections::BTreeMap, sync::Arc};

/// For how many slots headers are remembered: an hour and a half. It bounds the memory: each author has one header a
/// slot, and blocks of slots to come are not imported.
const REMEMBERED_SLOTS: u64 = 900;

/// In how many blocks the node tries again to send a report that could not be sent.
const TRIES: u8 = 20;

/// A proof that one author has made two blocks for one slot.
type Proof = EquivocationProof<Header>;

/// Where the SDK's own reports go: nowhere.
pub fn no_pool() -> OffchainTransactionPoolFactory<Block> {
	OffchainTransactionPoolFactory::new(RejectAllTxPool::default())
}

/// The headers of recent slots.
#[derive(Default)]
struct Recent {
	/// The first header of each author in each slot, and whether a second one has been seen.
	slots: BTreeMap<Slot, BTreeMap<AuthorityId, (Header, bool)>>,
}

impl Recent {
	/// Notes a sealed header. Returns a proof when it is the second one of its author in this slot. Each author is
	/// proven once a slot, however many blocks follow.
	fn note(&mut self, slot: Slot, author: AuthorityId, header: Header) -> Option<Proof> {
		let newest = self.slots.last_key_value().map_or(slot, |(newest, _)| *newest);
		let oldest = Slot::from(u64::from(newest.max(slot)).saturating_sub(REMEMBERED_SLOTS));
		self.slots = self.slots.split_off(&oldest);
		if slot < oldest {
			return None;
		}
		match self.slots.entry(slot).or_default().get_mut(&author) {
			Some((_, true)) => None,
			Some((first, is_proven)) if first.hash() != header.hash() => {
				*is_proven = true;
				Some(EquivocationProof {
					offender: author,
					slot,
					first_header: first.clone(),
					second_header: header,
				})
			}
			Some(_) => None,
			None => {
				self.slots.entry(slot).or_default().insert(author, (header, false));
				None
			}
		}
	}
}

/// Watches imported blocks and reports who makes two in one slot, as long as the node runs.
pub async fn watch(client: Arc<Client>, pool: Arc<Pool>) {
	let pool = OffchainTransactionPoolFactory::new(pool);
	let mut recent = Recent::default();
	let mut pending = Vec::<(Proof, Hash, u8)>::new();
	let mut imports = client.import_notification_stream();
	while let Some(import) = imports.next().await {
		let at = import.hash;
		match slot_and_author(&client, &import) {
			Ok((slot, author)) => {
				if let Some(proof) = recent.note(slot, author, import.header) {
					warn!(
						"⚠️  Validator {} has made two blocks in slot {slot}: {:?} and {:?}. Reporting it.",
						proof.offender,
						proof.first_header.hash(),
						proof.second_header.hash(),
					);
					pending.push((proof, at, TRIES));
				}
			}
			// The block's state may be gone already if many blocks came at once.
			Err(reason) => debug!("cannot tell who made block {at:?}: {reason}"),
		}
		pending.retain_mut(|(proof, seen_at, tries)| {
			*tries = tries.saturating_sub(1);
			match report(&client, &pool, proof, *seen_at) {
				Ok(true) => {
					info!("Reported validator {} for two blocks in slot {}.", proof.offender, proof.slot);
					false
				}
				Ok(false) => *tries > 0,
				Err(error) => {
					debug!("cannot report {}: {error}", proof.offender);
					*tries > 0
				}
			}
		});
	}
}

/// In which slot a block was made, and by which validator.
fn slot_and_author(
	client: &Client,
	import: &BlockImportNotification<Block>,
) -> Result<(Slot, AuthorityId), String> {
	let digest =
		sc_consensus_babe::find_pre_digest::<Block>(&import.header).map_err(|error| error.to_string())?;
	// The epoch that the block itself lies in.
	let epoch = client.runtime_api().current_epoch(import.hash).map_err(|error| error.to_string())?;
	let author = epoch
		.authorities
		.get(digest.authority_index() as usize)
		.ok_or_else(|| "there is no such authority".to_owned())?;
	Ok((digest.slot(), author.0.clone()))
}

/// Sends a report on top of the best block. Says whether the pool has taken it.
fn report(
	client: &Client,
	pool: &OffchainTransactionPoolFactory<Block>,
	proof: &Proof,
	seen_at: Hash,
) -> Result<bool, ApiError> {
	let best = client.info().best_hash;
	// The proof that the key is the offender's is made in the session of the offence, or in the one under way.
	let owns = |at| client.runtime_api().generate_key_ownership_proof(at, proof.slot, proof.offender.clone());
	let Some(owner) = owns(seen_at)?.or(owns(best)?) else { return Ok(false) };
	let mut api = client.runtime_api();
	api.register_extension(pool.offchain_transaction_pool(best));
	Ok(api.submit_report_equivocation_unsigned_extrinsic(best, proof.clone(), owner)?.is_some())
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::{crypto::UncheckedFrom, sr25519};
	use sp_runtime::Digest;

	fn author(number: u8) -> AuthorityId {
		sr25519::Public::unchecked_from([number; 32]).into()
	}

	/// A header that differs from others by its state.
	fn header(state: u8) -> Header {
		Header::new(9, Hash::zero(), Hash::repeat_byte(state), Hash::zero(), Digest::default())
	}

	#[test]
	fn two_blocks_of_one_author_in_one_slot_are_proven_once() {
		let mut recent = Recent::default();
		let slot = Slot::from(7);
		assert!(recent.note(slot, author(1), header(1)).is_none());
		assert!(recent.note(slot, author(1), header(1)).is_none(), "the same block twice");
		assert!(recent.note(slot, author(2), header(2)).is_none(), "another author");
		assert!(recent.note(Slot::from(8), author(1), header(2)).is_none(), "another slot");
		let proof = recent.note(slot, author(1), header(3)).expect("two blocks");
		assert_eq!((proof.offender, proof.slot), (author(1), slot));
		assert_eq!((proof.first_header, proof.second_header), (header(1), header(3)));
		assert!(recent.note(slot, author(1), header(4)).is_none(), "one proof is enough");
	}

	#[test]
	fn old_slots_are_forgotten() {
		let mut recent = Recent::default();
		for slot in 0..3 * REMEMBERED_SLOTS {
			recent.note(Slot::from(slot), author(1), header(1));
			assert!(recent.slots.len() as u64 <= REMEMBERED_SLOTS + 1);
		}
		assert!(recent.note(Slot::from(1), author(1), header(2)).is_none(), "too long ago to tell");
		assert!(recent.note(Slot::from(3 * REMEMBERED_SLOTS - 1), author(1), header(2)).is_some());
	}
}
