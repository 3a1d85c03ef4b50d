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

/// The most rings or cells that one question is answered with.
const PAGE: u32 = 256;

/// The most rings that one question is answered with together with their keys: 130 kB.
const BATCH: u32 = 16;

impl<T: Config> Pallet<T> {
	/// The roll of the season.
	pub fn roll_info() -> RollInfo<BlockNumberFor<T>> {
		let Sealing { season, phase, until } = CurrentSealing::<T>::get();
		let Shape { rings, members } = Shapes::<T>::get(Group::Nation);
		let waiting = ClaimsWaiting::<T>::get();
		RollInfo {
			season,
			phase,
			rings,
			members,
			complete: phase == Phase::Open && Unbuilt::<T>::iter_keys().next().is_none(),
			waiting: waiting.end.saturating_sub(waiting.next.max(until)),
			minimum: Self::minimum(),
			window: T::ProofWindow::get(),
		}
	}

	/// One ring with its keys.
	fn ring_batch(ring: RingId) -> Option<RingBatch> {
		Seating::<T>::decode_len(ring)?;
		let keys = Self::keys(ring);
		let size = u32::try_from(keys.len()).unwrap_or(MAX_RING);
		let status = match CurrentSealing::<T>::get().phase {
			Phase::Open if Unbuilt::<T>::contains_key(ring) => RingStatus::Unbuilt,
			Phase::Open if size < Self::minimum() => RingStatus::TooSmall,
			Phase::Open => RingStatus::Built,
			_ => RingStatus::Unsealed,
		};
		let info = RingInfo { ring, size, status, commitment: Commitments::<T>::get(ring) };
		Some(RingBatch { info, keys })
	}

	/// One ring.
	pub fn ring_info(ring: RingId) -> Option<RingInfo> {
		Self::ring_batch(ring).map(|batch| batch.info)
	}

	/// Some numbers of the rings of the nation or of a cell, which exist.
	fn some_rings(cell: Option<CellId>, from: u32, limit: u32) -> impl Iterator<Item = RingId> {
		let group = cell.map_or(Group::Nation, Group::Cell);
		let end = Shapes::<T>::get(group).rings.min(from.saturating_add(limit));
		(from..end).map(move |number| group.ring(number))
	}

	/// The rings of the nation or of a cell.
	pub fn ring_infos(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingInfo> {
		Self::some_rings(cell, from, limit.min(PAGE)).filter_map(Self::ring_info).collect()
	}

	/// The rings of the nation or of a cell, with their keys.
	pub fn ring_batches(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingBatch> {
		Self::some_rings(cell, from, limit.min(BATCH)).filter_map(Self::ring_batch).collect()
	}

	/// The cells that have rings, in the order of the state, from the one after `after` on.
	pub fn cells_with_rings(after: Option<CellId>, limit: u32) -> Vec<CellRings> {
		let shapes = match after {
			Some(cell) => Shapes::<T>::iter_from(Shapes::<T>::hashed_key_for(Group::Cell(cell))),
			None => Shapes::<T>::iter(),
		};
		let limit = usize::try_from(limit.min(PAGE)).unwrap_or_default();
		let cells = shapes.filter_map(|(group, Shape { rings, members })| match group {
			Group::Nation => None,
			Group::Cell(cell) => Some(CellRings { cell, rings, members }),
		});
		cells.take(limit).collect()
	}

	/// The keys of a whole ring.
	pub fn ring_members(ring: RingId) -> Vec<RollKey> {
		Self::keys(ring)
	}

	/// The ring that a citizen sits in.
	pub fn ring_of(citizen: CitizenId, context: Context) -> Option<RingId> {
		let elector = Electors::<T>::get(citizen)?;
		match context {
			Context::Residence => elector.local,
			Context::Nation | Context::Income | Context::Scope(_) => elector.nation,
		}
	}
}
