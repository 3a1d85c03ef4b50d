// SPDX-License-Identifier: Apache-2.0
//! Seats: who sits in which ring.
//!
//! Only this file writes shapes, seats, vacancies and what is unbuilt.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use frame_support::defensive;
use sp_io::hashing::blake2_256;

/// Draws numbers from the lots of this season's sealing.
pub(crate) struct Draw {
	seed: [u8; 32],
	drawn: u32,
}

impl Draw {
	/// Draws for `subject`: for another one, other numbers.
	pub(crate) fn new<T: Config>(subject: impl Encode) -> Self {
		Self { seed: blake2_256(&(Lots::<T>::get(), subject).encode()), drawn: 0 }
	}

	/// A number below `bound`, or zero if the bound is. Each is as likely as the others, but for one part in 2^32.
	pub(crate) fn below(&mut self, bound: usize) -> usize {
		let [a, b, c, d, e, f, g, h, ..] = blake2_256(&(self.seed, self.drawn).encode());
		self.drawn = self.drawn.saturating_add(1);
		let bound = u64::try_from(bound).unwrap_or(u64::MAX);
		let number = u64::from_le_bytes([a, b, c, d, e, f, g, h]).checked_rem(bound).unwrap_or_default();
		// It is below the bound, which has the type.
		usize::try_from(number).unwrap_or_default()
	}
}

impl<T: Config> Pallet<T> {
	/// How many seats a ring has, within the bound of the stored list.
	pub(crate) fn ring_size() -> u32 {
		T::RingSize::get().min(MAX_RING)
	}

	/// The size below which a ring is merged. Two rings that share their people are never both smaller.
	pub(crate) fn min_ring_size() -> u32 {
		T::MinRingSize::get().min(Self::ring_size().saturating_div(2)).max(1)
	}

	/// How many members a ring has.
	pub(crate) fn size(ring: RingId) -> u32 {
		Seating::<T>::decode_len(ring).and_then(|len| u32::try_from(len).ok()).unwrap_or(0)
	}

	/// How many members of a ring can prove that they are in it: among so many a voter is hidden.
	pub(crate) fn hides(ring: RingId) -> u32 {
		u32::try_from(Self::keys(ring).len()).unwrap_or(MAX_RING)
	}

	/// Gives `member` a free seat in `group`: in the smaller one of the last two rings, or in a new one if both are full.
	/// Free seats in other rings are filled later, from the last ring.
	pub(crate) fn seat(group: Group, member: Seat) {
		let shape = Shapes::<T>::get(group);
		let number = Self::ring_with_room(group, shape);
		// Citizens' ids fit the type, so their number does, and so does that of rings.
		let shape = Shape {
			rings: shape.rings.max(number.saturating_add(1)),
			members: shape.members.saturating_add(1),
		};
		let ring = group.ring(number);
		let size = Seating::<T>::mutate(ring, |members| {
			if members.try_push(member).is_err() {
				defensive!("a ring with room has room");
			}
			members.len()
		});
		Shapes::<T>::insert(group, shape);
		Self::set_place(member.citizen, ring);
		Self::touch(group, number, size);
	}

	/// The number of the ring of `group` that a newcomer sits in.
	fn ring_with_room(group: Group, shape: Shape) -> u32 {
		let last = shape.rings.checked_sub(1);
		let before = shape.rings.checked_sub(2);
		let sized = |number: u32| (Self::size(group.ring(number)), number);
		let smaller = last.into_iter().chain(before).map(sized).min_by_key(|(size, _)| *size);
		smaller.filter(|(size, _)| *size < Self::ring_size()).map_or(shape.rings, |(_, number)| number)
	}

	/// Takes the seat of `citizen` in `ring`. Returns who sat there.
	pub(crate) fn unseat(ring: RingId, citizen: CitizenId) -> Option<Seat> {
		let (group, number) = Group::of(ring);
		let (member, size) = Seating::<T>::mutate(ring, |members| {
			let position = members.iter().position(|member| member.citizen == citizen);
			(position.map(|position| members.swap_remove(position)), members.len())
		});
		if member.is_none() {
			defensive!("who has a place in a ring sits there (I1)");
			return None;
		}
		Shapes::<T>::mutate(group, |shape| shape.members = shape.members.saturating_sub(1));
		Self::clear_place(citizen, group);
		Self::touch(group, number, size);
		member
	}

	/// Gives the seat of `citizen` in `ring` another key, if it is another.
	pub(crate) fn rekey(ring: RingId, citizen: CitizenId, key: RollKey) {
		let mut members = Seating::<T>::get(ring);
		let seat = members.iter_mut().find(|member| member.citizen == citizen && member.key != key);
		if let Some(member) = seat {
			member.key = key;
			Seating::<T>::insert(ring, members);
			Unbuilt::<T>::insert(ring, ());
		}
	}

	/// Notes that a ring has changed.
	fn touch(group: Group, number: u32, size: usize) {
		Unbuilt::<T>::insert(group.ring(number), ());
		if u32::try_from(size).is_ok_and(|size| size < Self::ring_size()) {
			Vacancies::<T>::insert(group, number, ());
		} else {
			Vacancies::<T>::remove(group, number);
		}
	}

	fn set_place(citizen: CitizenId, ring: RingId) {
		Self::with_place(citizen, Group::of(ring).0, Some(ring));
	}

	fn clear_place(citizen: CitizenId, group: Group) {
		Self::with_place(citizen, group, None);
	}

	fn with_place(citizen: CitizenId, group: Group, place: Option<RingId>) {
		Electors::<T>::mutate_extant(citizen, |elector| match group {
			Group::Nation => elector.nation = place,
			Group::Cell(_) => elector.local = place,
		});
	}

	/// Closes gaps in one ring that has some. Returns how many seats moved.
	///
	/// All rings but the last two are filled from the last one. The last two share their people evenly, or become one if
	/// they can. A ring without people is dropped. Lots decide who moves.
	pub(crate) fn settle(group: Group, number: u32) -> u32 {
		let shape = Shapes::<T>::get(group);
		let Some(last) = shape.rings.checked_sub(1).filter(|last| number <= *last) else {
			// The ring was dropped.
			Vacancies::<T>::remove(group, number);
			return 0;
		};
		let size = |number| Self::size(group.ring(number));
		let in_last = size(last);
		if in_last == 0 {
			Self::drop_last(group);
			return 0;
		}
		let Some(before) = last.checked_sub(1) else {
			Vacancies::<T>::remove(group, number);
			return 0;
		};
		if number < before {
			let room = Self::ring_size().saturating_sub(size(number));
			if room == 0 {
				Vacancies::<T>::remove(group, number);
			}
			return Self::transfer(group, last, number, room);
		}
		let in_before = size(before);
		let both = in_last.saturating_add(in_before);
		if both <= Self::ring_size() {
			// The last ring is empty now, and looked at again.
			return Self::transfer(group, last, before, in_last);
		}
		let half = both.saturating_div(2);
		let moved = match half.checked_sub(in_last) {
			Some(missing) => Self::transfer(group, before, last, missing),
			None => Self::transfer(group, last, before, half.saturating_sub(in_before)),
		};
		Vacancies::<T>::remove(group, last);
		Vacancies::<T>::remove(group, before);
		moved
	}

	/// Moves up to `count` members, drawn by lot, from one ring to the other. Returns how many.
	fn transfer(group: Group, from: u32, to: u32, count: u32) -> u32 {
		if count == 0 {
			return 0;
		}
		let (source, target) = (group.ring(from), group.ring(to));
		let mut remaining = Seating::<T>::get(source);
		let mut members = Seating::<T>::get(target);
		let mut draw = Draw::new::<T>((source, target, Self::size(source), Self::size(target)));
		let mut moved = 0u32;
		while moved < count && !remaining.is_empty() && !members.is_full() {
			let member = remaining.swap_remove(draw.below(remaining.len()));
			Self::set_place(member.citizen, target);
			if members.try_push(member).is_err() {
				defensive!("who moves has a seat to move to");
			}
			moved = moved.saturating_add(1);
		}
		let (left, size) = (remaining.len(), members.len());
		Seating::<T>::insert(source, remaining);
		Seating::<T>::insert(target, members);
		Self::touch(group, from, left);
		Self::touch(group, to, size);
		moved
	}

	/// Drops the last ring of a group, which has no members.
	fn drop_last(group: Group) {
		let last = Shapes::<T>::mutate_exists(group, |entry| {
			let shape = entry.as_mut()?;
			shape.rings = shape.rings.checked_sub(1)?;
			let last = shape.rings;
			if last == 0 {
				*entry = None;
			}
			Some(last)
		});
		if let Some(last) = last {
			let ring = group.ring(last);
			Seating::<T>::remove(ring);
			Unbuilt::<T>::remove(ring);
			Vacancies::<T>::remove(group, last);
			if Commitments::<T>::take(ring).is_some() {
				Self::deposit_event(Event::RingDropped { ring });
			}
			// The one before may be too small by itself.
			if let Some(before) = last.checked_sub(1) {
				if Self::size(group.ring(before)) < Self::ring_size() {
					Vacancies::<T>::insert(group, before, ());
				}
			}
		}
	}

	/// The keys of a whole ring, in order. Nobody proves with the seat of a citizen who has left.
	pub(crate) fn keys(ring: RingId) -> Vec<RollKey> {
		Seating::<T>::get(ring).into_iter().map(|member| member.key).filter(|key| *key != NOBODY).collect()
	}

	/// Computes the commitment of a ring.
	pub(crate) fn do_build_ring(ring: RingId) {
		let keys = Self::keys(ring);
		let size = u32::try_from(keys.len()).unwrap_or(MAX_RING);
		Unbuilt::<T>::remove(ring);
		match T::Rings::commit(&keys) {
			Some(commitment) => {
				Commitments::<T>::insert(ring, commitment);
				let season = CurrentSealing::<T>::get().season;
				Self::deposit_event(Event::RingBuilt { ring, season, size });
			}
			None => {
				Commitments::<T>::remove(ring);
				defensive!("keys are checked when they are registered");
			}
		}
	}
}
