// SPDX-License-Identifier: Apache-2.0
//! What wallets and pages ask about votes.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{PurseInfo, TallyInfo, Vote};
use alloc::vec::Vec;
use civitas_primitives::{PollIndex, SeasonIndex};
use parity_scale_codec::Codec;
use sp_runtime::DispatchError;

sp_api::decl_runtime_apis! {
	/// Voting, for wallets and pages.
	pub trait VotingApi<AccountId: Codec> {
		/// How an account has voted in a poll of this season or the last.
		fn vote(account: AccountId, poll: PollIndex) -> Option<Vote>;

		/// All votes of an account in polls of this season and the last.
		fn votes(account: AccountId) -> Vec<(PollIndex, Vote)>;

		/// An account's voice credits for the polls submitted in a season.
		fn purse(account: AccountId, season: SeasonIndex) -> Option<PurseInfo>;

		/// What a vote, or with `None` its removal, would leave in the purse, or why it would be refused.
		fn check_vote(account: AccountId, poll: PollIndex, vote: Option<Vote>) -> Result<PurseInfo, DispatchError>;

		/// The tally of an open poll, in plain figures.
		fn tally(poll: PollIndex) -> Option<TallyInfo>;
	}
}
