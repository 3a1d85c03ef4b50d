// SPDX-License-Identifier: Apache-2.0
//! Drawing lots: which randomness and which register a poll's panel comes from.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use sp_io::hashing::blake2_256;

impl<T: Config> Pallet<T> {
	/// Notes randomness that is known since `since`, and was collected since the last opening.
	///
	/// Runs before the transactions of its block, in a hook that cannot fail half-way.
	pub(crate) fn draw(openings: Openings<BlockNumberFor<T>>, seed: H256, since: BlockNumberFor<T>) {
		let Openings { draw: last_draw, last, before } = openings;
		// 2^32 draws of an hour outlast the chain.
		let draw = last_draw.saturating_add(1);
		let collected_from = last.since;
		let Size { slots, residents } = before.size;
		let seats = if residents < T::MinResidents::get() {
			0
		} else {
			math::seats(T::PanelSize::get(), slots, residents)
		};
		Draws::<T>::insert(draw, Draw { collected_from, seed, slots, seats });
		if seats > 0 {
			// So many as can be expected to hold a seat: nobody votes for an empty slot.
			let members = T::PanelSize::get().min(residents);
			DrawnMembers::<T>::insert(draw, u16::try_from(members).unwrap_or(u16::MAX));
		}
		if let Some(oldest) = draw.checked_sub(HISTORY) {
			Draws::<T>::remove(oldest);
			DrawnMembers::<T>::remove(oldest);
		}
		LastOpenings::<T>::put(Openings {
			draw,
			last: Opening { since, size: Register::<T>::get() },
			before: last,
		});
		if seats > 0 {
			Self::deposit_event(Event::Drawn { draw, collected_from, seed, slots, seats });
		}
	}

	/// The panel of `poll`, which is being decided since `since`.
	pub(crate) fn find_panel(poll: PollIndex, since: BlockNumberFor<T>) -> Result<Panel, Error<T>> {
		if let Some(panel) = Panels::<T>::get(poll) {
			return Ok(panel);
		}
		let (_, Draw { seed, slots, seats, .. }) = Self::find_draw(since)?;
		ensure!(seats > 0, Error::<T>::NoPanel);
		let seed = H256(blake2_256(&(b"civitas/outside-panel/poll", seed, poll).encode()));
		Ok(Panel { seed, slots, seats })
	}

	/// How many members the panel of a poll that is being decided since `since` was drawn to have.
	pub(crate) fn drawn_members(panel: &Panel, since: BlockNumberFor<T>) -> u16 {
		let noted = Self::find_draw(since).ok().and_then(|(draw, _)| DrawnMembers::<T>::get(draw));
		noted.unwrap_or_else(|| u16::try_from(panel.seats).unwrap_or(u16::MAX))
	}

	/// The first draw whose randomness was collected wholly after block `since`, and its number.
	fn find_draw(since: BlockNumberFor<T>) -> Result<(u32, Draw<BlockNumberFor<T>>), Error<T>> {
		let last = LastOpenings::<T>::get().draw;
		let comes_after = |number| Draws::<T>::get(number).is_some_and(|it| it.collected_from > since);
		ensure!(comes_after(last), Error::<T>::TooEarlyToVote);
		let first = last.saturating_sub(HISTORY.saturating_sub(1)).max(1);
		// If the oldest one kept comes after, an older one may have, too: nobody can tell any more.
		ensure!(first == 1 || !comes_after(first), Error::<T>::NoPanel);
		// Of the draws from `low` to `high`, the last comes after; those before `low` do not. Each turn halves them.
		let (mut low, mut high) = (first, last);
		for _ in 0..u32::BITS {
			if low >= high {
				break;
			}
			let middle = low.midpoint(high);
			if comes_after(middle) {
				high = middle;
			} else {
				low = middle.saturating_add(1);
			}
		}
		Ok((high, Draws::<T>::get(high).ok_or(Error::<T>::NoPanel)?))
	}
}
