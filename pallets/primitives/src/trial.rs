//! Whether a call would succeed, for calls that are free only then.

use frame_support::{
	pallet_prelude::{DispatchError, DispatchResult},
	storage::{with_transaction, TransactionOutcome},
};

/// Whether `call` succeeds in this state. Runs it, and takes back all that it has changed.
///
/// Light clients run this as well, so what it reaches reads values and does not only ask whether they exist: see
/// `light_clients.rs`.
///
/// A call that is free if this is true costs twice its own work: once here, and once when a block includes it.
pub fn would_succeed(call: impl FnOnce() -> DispatchResult) -> bool {
	let tried = with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(call().is_ok())));
	// An error says that transactions are nested too deeply: then nothing is known to succeed.
	tried.unwrap_or(false)
}
