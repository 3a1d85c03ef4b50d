// SPDX-License-Identifier: Apache-2.0
//! Which cell's rings the residents of each cell sit in.
//!
//! The people of a cell flow to the coarser cell if they are too few for rings of their own, together with those of
//! the other small cells in it; and on from there if they are still too few. Cells that are large enough keep theirs,
//! whatever their neighbours do.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;

impl<T: Config> Pallet<T> {
	/// How many seats one claim can change at most: at each scale, all people of a cell that is about to be too small
	/// may move, and those of the one above as well.
	pub(crate) fn max_moves() -> u32 {
		let scales = T::Cells::LEVELS.saturating_add(1);
		Self::ring_size().saturating_mul(scales).saturating_add(3)
	}

	/// Takes `member` into `cell` and gives them a seat there or further up. Returns how many seats changed.
	pub(crate) fn move_in(cell: CellId, member: Seat) -> u32 {
		let coarser = T::Cells::coarser(cell);
		Residents::<T>::insert(cell, member.citizen, ());
		let mut area = Areas::<T>::get(cell);
		// Citizens' ids fit the type, so their number does.
		area.residents = area.residents.saturating_add(1);
		let large_enough = area.residents >= Self::min_ring_size() || coarser.is_none();
		match (area.seats, coarser) {
			(Seats::Coarser, Some(coarser)) if !large_enough => {
				Areas::<T>::insert(cell, area);
				Self::move_in(coarser, member)
			}
			(Seats::Coarser, _) => {
				area.seats = Seats::Own;
				Areas::<T>::insert(cell, area);
				let mut moved = 1u32;
				for other in Self::people(cell).into_iter().filter(|other| *other != member.citizen) {
					moved = moved.saturating_add(Self::come_down(coarser, cell, other));
				}
				Self::seat(Group::Cell(cell), member);
				moved
			}
			(Seats::Own, _) => {
				Areas::<T>::insert(cell, area);
				Self::seat(Group::Cell(cell), member);
				1
			}
		}
	}

	/// Takes `citizen`, who has no seat any more, out of `cell` and those above it. Returns how many seats changed.
	pub(crate) fn move_out(cell: CellId, citizen: CitizenId) -> u32 {
		let coarser = T::Cells::coarser(cell);
		Residents::<T>::remove(cell, citizen);
		let mut area = Areas::<T>::get(cell);
		area.residents = area.residents.saturating_sub(1);
		let too_small = area.residents < Self::min_ring_size();
		let seats = area.seats;
		let goes_up = seats == Seats::Own && too_small && coarser.is_some();
		if goes_up {
			area.seats = Seats::Coarser;
		}
		if area.residents == 0 {
			Areas::<T>::remove(cell);
		} else {
			Areas::<T>::insert(cell, area);
		}
		let Some(coarser) = coarser else { return 0 };
		let mut moved = 0u32;
		if goes_up {
			for other in Self::people(cell) {
				if let Some(member) = Self::unseat_resident(other) {
					moved = moved.saturating_add(Self::move_in(coarser, member));
				}
			}
		} else if seats == Seats::Coarser {
			moved = Self::move_out(coarser, citizen);
		}
		moved
	}

	/// Seats `citizen`, who sits further up, in `cell`.
	fn come_down(coarser: Option<CellId>, cell: CellId, citizen: CitizenId) -> u32 {
		let Some(member) = Self::unseat_resident(citizen) else { return 0 };
		let moved = coarser.map_or(0, |coarser| Self::move_out(coarser, citizen));
		Self::seat(Group::Cell(cell), member);
		moved.saturating_add(1)
	}

	/// Takes the seat that `citizen` has as a resident.
	pub(crate) fn unseat_resident(citizen: CitizenId) -> Option<Seat> {
		Self::unseat(Electors::<T>::get(citizen)?.local?, citizen)
	}

	/// The people of a cell. Asked for only when they are about as many as the smallest ring has.
	fn people(cell: CellId) -> Vec<CitizenId> {
		Residents::<T>::iter_key_prefix(cell).collect()
	}
}
