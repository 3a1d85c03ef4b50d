//! What the runtime API and the view functions answer.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;

/// The most rings that one question is answered with.
const PAGE: u32 = 256;

impl<T: Config> Pallet<T> {
	/// The roll of the season.
	pub fn roll_info() -> RollInfo {
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
		}
	}

	/// One ring.
	pub fn ring_info(ring: RingId) -> Option<RingInfo> {
		if !Seating::<T>::contains_key(ring) {
			return None;
		}
		let status = match CurrentSealing::<T>::get().phase {
			Phase::Open if Unbuilt::<T>::contains_key(ring) => RingStatus::Unbuilt,
			Phase::Open => RingStatus::Built,
			_ => RingStatus::Unsealed,
		};
		Some(RingInfo { ring, size: Self::size(ring), status, commitment: Commitments::<T>::get(ring) })
	}

	/// The rings of the nation or of a cell.
	pub fn ring_infos(cell: Option<CellId>, from: u32, limit: u32) -> Vec<RingInfo> {
		let group = cell.map_or(Group::Nation, Group::Cell);
		let end = Shapes::<T>::get(group).rings.min(from.saturating_add(limit.min(PAGE)));
		(from..end).filter_map(|number| Self::ring_info(group.ring(number))).collect()
	}

	/// The keys of a whole ring.
	pub fn ring_members(ring: RingId) -> Vec<RollKey> {
		Self::keys(ring)
	}

	/// The ring that a citizen sits in.
	pub fn ring_of(citizen: CitizenId, context: Context) -> Option<RingId> {
		let elector = Electors::<T>::get(citizen)?;
		match context {
			Context::Nation => elector.nation,
			Context::Residence => elector.local,
		}
	}

	/// How many more accounts an alias can enrol this season.
	pub fn enrolments_left_now(context: Context, alias: Alias) -> u32 {
		Self::enrolments_left(CurrentSealing::<T>::get().season, context, alias)
	}
}
