// SPDX-License-Identifier: Apache-2.0
//! What wallets and pages ask about polls.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::PollState;
use alloc::vec::Vec;
use civitas_primitives::{CitizenId, PollIndex};
use parity_scale_codec::Codec;
use sp_runtime::DispatchError;

sp_api::decl_runtime_apis! {
	/// Polls, for wallets and pages.
	pub trait PollsApi<BlockNumber: Codec> {
		/// What becomes of a poll: whether it is void, whether people can vote, and when its law is enacted.
		fn poll(poll: PollIndex) -> Option<PollState<BlockNumber>>;

		/// Whether a citizen has few enough open polls to submit another, or why not. `referenda.submit` answers
		/// `BadOrigin` then.
		fn check_submission(citizen: CitizenId) -> Result<(), DispatchError>;

		/// The open polls that a citizen has submitted.
		fn open_polls(citizen: CitizenId) -> Vec<PollIndex>;
	}
}
