//! What the runtime API and the view functions answer.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use pallet_referenda::ReferendumInfo;

impl<T: Config> Pallet<T> {
	/// What becomes of a poll. `None` if there is no such poll.
	pub fn state_of(poll: PollIndex) -> Option<PollState<Moment<T>>> {
		Some(match ReferendumInfoFor::<T>::get(poll)? {
			ReferendumInfo::Ongoing(status) => {
				let season = status.tally.season();
				PollState::Open {
					season,
					last_season: season.saturating_add(1),
					void: Self::is_void(&status),
					text: Self::has_text(poll),
				}
			}
			ReferendumInfo::Approved(at, ..) => PollState::Approved { at, enactment: Self::enactment(poll) },
			_ => PollState::Over,
		})
	}

	fn enactment(poll: PollIndex) -> Enactment<Moment<T>> {
		let task = Self::task_of(poll);
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		if Waiting::<T>::get(task).is_some() {
			return Enactment::Waiting;
		}
		match <T::Agenda as Named<_, _, _>>::next_dispatch_time(task) {
			Ok(at) => Enactment::Due { at },
			Err(_) => Enactment::Dispatched,
		}
	}
}
