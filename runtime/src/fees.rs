// SPDX-License-Identifier: Apache-2.0
//! What a transaction would cost, as wallets ask before they send it.
//!
//! The SDK answers as if every transaction paid. These answers are zero for a call that is free for its signer at this
//! moment, so wallets let citizens without money act. A question about a call alone names no signer. Its answer is zero
//! if the call is free for anyone who sends it, or if nobody signs it; otherwise it is the fee of someone who must pay.

use crate::{
	AccountId, Balance, Runtime, RuntimeCall, RuntimeOrigin, TransactionPayment, UncheckedExtrinsic,
};
use frame_support::dispatch::CheckIfFeeless;
use pallet_block_space::Lanes;
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use sp_runtime::{generic::Preamble, traits::StaticLookup};

/// Nobody's account: no one has the key, and the state does not know it.
const NOBODY: AccountId = AccountId::new([0xff; 32]);

/// Whether the sender of `transaction` would pay nothing.
fn is_free(transaction: &UncheckedExtrinsic) -> bool {
	match &transaction.preamble {
		Preamble::Signed(address, ..) => <Runtime as frame_system::Config>::Lookup::lookup(address.clone())
			.is_ok_and(|who| transaction.function.is_feeless(&RuntimeOrigin::signed(who))),
		// Without a signature there is nobody to pay.
		Preamble::Bare(..) | Preamble::General(..) => true,
	}
}

/// Whether nobody would pay for `call`, whoever sends it.
fn is_free_for_all(call: &RuntimeCall) -> bool {
	crate::configs::money::CivicLanes::is_unsigned(call) || call.is_feeless(&RuntimeOrigin::signed(NOBODY))
}

/// A fee of nothing.
fn nothing() -> FeeDetails<Balance> {
	FeeDetails { inclusion_fee: None, tip: 0 }
}

/// The weight, class and fee of `transaction`, whose encoding has `length` bytes.
pub fn of_transaction(transaction: UncheckedExtrinsic, length: u32) -> RuntimeDispatchInfo<Balance> {
	let is_free = is_free(&transaction);
	let info = TransactionPayment::query_info(transaction, length);
	RuntimeDispatchInfo { partial_fee: if is_free { 0 } else { info.partial_fee }, ..info }
}

/// The parts of the fee of `transaction`, whose encoding has `length` bytes.
pub fn details_of_transaction(transaction: UncheckedExtrinsic, length: u32) -> FeeDetails<Balance> {
	if is_free(&transaction) {
		return nothing();
	}
	TransactionPayment::query_fee_details(transaction, length)
}

/// The weight, class and fee of `call` in a transaction of `length` bytes.
pub fn of_call(call: RuntimeCall, length: u32) -> RuntimeDispatchInfo<Balance> {
	let is_free = is_free_for_all(&call);
	let info = TransactionPayment::query_call_info(call, length);
	RuntimeDispatchInfo { partial_fee: if is_free { 0 } else { info.partial_fee }, ..info }
}

/// The parts of the fee of `call` in a transaction of `length` bytes.
pub fn details_of_call(call: RuntimeCall, length: u32) -> FeeDetails<Balance> {
	if is_free_for_all(&call) {
		return nothing();
	}
	TransactionPayment::query_call_fee_details(call, length)
}
