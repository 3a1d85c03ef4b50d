// SPDX-License-Identifier: Apache-2.0
//! What wallets and pages ask about the outside panel.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{PanelInfo, Resident, SeatInfo, Size};
use alloc::vec::Vec;
use civitas_primitives::PollIndex;
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// The outside panel, for wallets and pages.
	pub trait PanelApi<AccountId: Codec> {
		/// How large the register is.
		fn register() -> Size;

		/// A resident's entry in it.
		fn resident(account: AccountId) -> Option<Resident>;

		/// The panel of a poll that is being decided, and what it has voted. `None` if it is not drawn yet.
		fn panel(poll: PollIndex) -> Option<PanelInfo>;

		/// The members of a panel, by seat, from seat `from` on, at most `limit` and at most 256. Empty seats are left
		/// out.
		fn members(poll: PollIndex, from: u32, limit: u32) -> Vec<(u32, AccountId)>;

		/// An account's seat on the panel of a poll, and its vote there.
		fn seat(account: AccountId, poll: PollIndex) -> Option<SeatInfo>;
	}
}
