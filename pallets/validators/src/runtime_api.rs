//! What wallets, pages and nodes ask about validators.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{CandidateId, CandidateInfo, Outlook, SeatInfo};
use alloc::vec::Vec;
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// Candidates, elections and seats, for wallets, pages and the node.
	pub trait ValidatorsApi<AccountId: Codec> {
		/// A page of candidacies that have not ended, from number `from` on, and the number from which to ask for the
		/// next page.
		fn candidates(from: CandidateId) -> (Vec<CandidateInfo<AccountId>>, Option<CandidateId>);

		/// The best of the ranking, at most [`crate::PAGE`].
		fn ranking(count: u32) -> Vec<CandidateInfo<AccountId>>;

		/// How the next election would go now.
		fn outlook() -> Outlook<AccountId>;

		/// Those who have the seats, how many blocks they have made and for how many sessions they have made none.
		fn seats() -> Vec<SeatInfo<AccountId>>;

		/// The validators that are disabled in the session under way, by their place among its authorities.
		fn disabled() -> Vec<u32>;
	}
}
