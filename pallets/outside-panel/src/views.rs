// SPDX-License-Identifier: Apache-2.0
//! What the runtime API and the view functions answer.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::vec::Vec;

/// The most seats that one question is answered with.
const PAGE: u32 = 256;

impl<T: Config> Pallet<T> {
	/// The panel of a poll that is being decided, whether or not a member has voted.
	fn panel_of(poll: PollIndex) -> Option<Panel> {
		Self::find_panel(poll, T::Decisions::deciding_since(poll)?).ok()
	}

	/// The panel of a poll that is being decided, and what it has voted.
	pub fn panel_info(poll: PollIndex) -> Option<PanelInfo> {
		let panel = Self::panel_of(poll)?;
		let counted = T::Tally::counted(poll).unwrap_or_default();
		Some(PanelInfo { poll, panel, ayes: counted.ayes.into(), nays: counted.nays.into() })
	}

	/// The members of a panel: seats and the accounts that hold them, from seat `from` on, at most `limit`. Empty
	/// seats are left out.
	pub fn members_info(poll: PollIndex, from: u32, limit: u32) -> Vec<(u32, T::AccountId)> {
		let Some(panel) = Self::panel_of(poll) else { return Vec::new() };
		let Some(since) = T::Decisions::deciding_since(poll) else { return Vec::new() };
		let votes = |who: &T::AccountId| Self::slot_for(who, since).is_ok();
		let end = panel.seats.min(from.saturating_add(limit.min(PAGE)));
		let member = |seat| Some((seat, Holders::<T>::get(panel.slot(seat)?).filter(votes)?));
		(from..end).filter_map(member).collect()
	}

	/// An account's seat on the panel of a poll, and its vote there.
	pub fn seat_info(account: &T::AccountId, poll: PollIndex) -> Option<SeatInfo> {
		let slot = Self::slot_for(account, T::Decisions::deciding_since(poll)?).ok()?;
		let seat = Self::panel_of(poll)?.seat(slot)?;
		let PanelVote { side, acts } = Votes::<T>::get(poll, slot).unwrap_or_default();
		let free_acts_left = T::FreeVotesPerPoll::get().saturating_sub(acts);
		Some(SeatInfo { slot, seat, vote: side, free_acts_left })
	}
}
