//! The members' votes.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::vec::Vec;

/// What a vote changes.
pub(crate) struct Cast {
	pub slot: u32,
	pub panel: Panel,
	/// How many members the panel was drawn to have.
	pub seats: u16,
	/// The vote before.
	pub before: PanelVote,
}

impl<T: Config> Pallet<T> {
	/// That `who` can vote `new` from now on in `poll`.
	pub(crate) fn check_cast(
		who: &T::AccountId,
		poll: PollIndex,
		new: Option<Side>,
	) -> Result<Cast, DispatchError> {
		ensure!(Self::is_known(who), Error::<T>::NotResident);
		// Who has become a citizen since has a citizen's voice.
		ensure!(T::Citizenry::citizen(who).is_none(), Error::<T>::NotOutside);
		let since = T::Decisions::deciding_since(poll).ok_or(Error::<T>::NotDeciding)?;
		T::Tally::takes_votes(poll)?;
		let slot = Self::slot_for(who, since)?;
		let panel = Self::find_panel(poll, since)?;
		ensure!(panel.seat(slot).is_some(), Error::<T>::NotDrawn);
		let before = Votes::<T>::get(poll, slot).unwrap_or_default();
		match new {
			Some(_) => ensure!(before.side != new, Error::<T>::AlreadyVotedSo),
			None => ensure!(before.side.is_some(), Error::<T>::NotVoted),
		}
		let seats = match T::Tally::counted(poll).unwrap_or_default().seats {
			0 => Self::drawn_members(&panel, since),
			noted => noted,
		};
		Ok(Cast { slot, panel, seats, before })
	}

	/// Whether the fee is spared: if the call succeeds, and the quota lasts.
	pub(crate) fn is_free(origin: &OriginFor<T>, poll: PollIndex, new: Option<Side>) -> bool {
		ensure_signed(origin.clone()).is_ok_and(|who| {
			Self::check_cast(&who, poll, new).is_ok_and(|cast| cast.before.acts < T::FreeVotesPerPoll::get())
		})
	}

	/// `who` votes `new` in `poll` from now on.
	pub(crate) fn do_cast(who: T::AccountId, poll: PollIndex, new: Option<Side>) -> DispatchResult {
		let Cast { slot, panel, seats, before } = Self::check_cast(&who, poll, new)?;
		let old = before.side;
		T::Tally::count(poll, old, new, seats)?;
		if !Panels::<T>::contains_key(poll) {
			Panels::<T>::insert(poll, panel);
			Self::deposit_event(Event::PanelSeated { poll, panel });
		}
		// The count of acts may stop at its end: the quota is far below.
		Votes::<T>::insert(poll, slot, PanelVote { side: new, acts: before.acts.saturating_add(1) });
		match (old, new) {
			(old, Some(new)) => Self::deposit_event(Event::Voted { poll, slot, old, new }),
			(Some(old), None) => Self::deposit_event(Event::VoteRemoved { poll, slot, old }),
			(None, None) => {}
		}
		Ok(())
	}

	/// That something is left of the panel of a poll that is over.
	pub(crate) fn check_retirement(poll: PollIndex) -> DispatchResult {
		// A panel is written down while its poll is being decided, so if it is not any more, it is over.
		let over = T::Decisions::deciding_since(poll).is_none();
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		ensure!(over && Panels::<T>::get(poll).is_some(), Error::<T>::NothingToRetire);
		Ok(())
	}

	/// Removes some votes of a poll that is over. Returns how many.
	pub(crate) fn do_retire(poll: PollIndex) -> Result<u32, DispatchError> {
		Self::check_retirement(poll)?;
		let at_once = usize::try_from(RETIRED_AT_ONCE).unwrap_or(usize::MAX);
		let slots: Vec<_> = Votes::<T>::iter_key_prefix(poll).take(at_once).collect();
		for slot in &slots {
			Votes::<T>::remove(poll, slot);
		}
		if Votes::<T>::iter_key_prefix(poll).next().is_none() {
			Panels::<T>::remove(poll);
			Self::deposit_event(Event::PanelRetired { poll });
		}
		Ok(u32::try_from(slots.len()).unwrap_or(RETIRED_AT_ONCE))
	}
}
