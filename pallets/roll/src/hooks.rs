// SPDX-License-Identifier: Apache-2.0
//! What changes who may vote: each change becomes a claim on the next roll. Every hook is O(1).
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{
	Cells, CitizenshipChange, OnAttendance, OnCitizenship, OnResidence, OnSeason, Precincts,
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	/// Changes what the roll knows of a citizen, and writes the claim that follows from it.
	///
	/// A claim of the same citizen for the same sealing is overwritten. So each citizen has at most one claim in each
	/// sealing, and the order in which claims are met does not matter.
	fn change(citizen: CitizenId, change: impl FnOnce(&mut Elector)) {
		let season = Self::season();
		let Some(mut elector) = Electors::<T>::get(citizen) else { return };
		change(&mut elector);
		// The first citizens are on the first roll.
		let at_genesis = frame_system::Pallet::<T>::block_number().is_zero();
		let end = ClaimsWaiting::<T>::get().end;
		let waits = (at_genesis || elector.claim >= CurrentSealing::<T>::get().until)
			&& Claims::<T>::get(elector.claim).is_some_and(|claim| claim.citizen == citizen);
		if !waits {
			elector.claim = end;
			// 2^64 claims outlast the block numbers.
			let end = end.saturating_add(1);
			ClaimsWaiting::<T>::mutate(|waiting| waiting.end = end);
			if at_genesis {
				CurrentSealing::<T>::mutate(|sealing| sealing.until = end);
			}
		}
		let may_vote = elector.status == Status::Standing && !Self::is_absent(elector.seen, season);
		let key = may_vote.then_some(elector.key);
		Claims::<T>::insert(elector.claim, Claim { citizen, key, home: elector.home });
		Electors::<T>::insert(citizen, elector);
	}

	/// Notes that `citizen` was here in this season.
	fn see(citizen: CitizenId, before: Option<SeasonIndex>) {
		if let Some(before) = before {
			SeenIn::<T>::remove(before, citizen);
		}
		SeenIn::<T>::insert(Self::season(), citizen, ());
	}

	/// Whether somebody last here in `seen` is absent in `season`.
	pub(crate) fn is_absent(seen: SeasonIndex, season: SeasonIndex) -> bool {
		seen.saturating_add(1) < season
	}

	pub(crate) fn season() -> SeasonIndex {
		T::Calendar::season().index
	}
}

impl<T: Config> OnCitizenship for Pallet<T> {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		match change {
			CitizenshipChange::Admitted { roll_key, .. } => {
				let seen = Self::season();
				let elector = Elector {
					key: roll_key,
					status: Status::Standing,
					seen,
					claim: 0,
					home: None,
					resident: None,
					nation: None,
					local: None,
				};
				Electors::<T>::insert(citizen, elector);
				Self::see(citizen, None);
				Self::change(citizen, |_| {});
			}
			CitizenshipChange::Suspended => {
				Self::change(citizen, |elector| elector.status = Status::Suspended)
			}
			CitizenshipChange::Reinstated => {
				Self::change(citizen, |elector| elector.status = Status::Standing)
			}
			CitizenshipChange::RollKeyReplaced { roll_key } => {
				Self::change(citizen, |elector| elector.key = roll_key)
			}
			CitizenshipChange::Left { .. } => {
				if let Some(elector) = Electors::<T>::get(citizen) {
					SeenIn::<T>::remove(elector.seen, citizen);
					// The seats stay empty until the next sealing, and nobody proves with them.
					for ring in [elector.nation, elector.local].into_iter().flatten() {
						Self::rekey(ring, citizen, NOBODY);
					}
				}
				Self::change(citizen, |elector| elector.status = Status::Left)
			}
		}
	}
}

impl<T: Config> OnAttendance for Pallet<T> {
	fn attested(citizen: CitizenId) {
		let Some(elector) = Electors::<T>::get(citizen) else { return };
		let season = Self::season();
		if elector.status == Status::Left || elector.seen == season {
			return;
		}
		Self::see(citizen, Some(elector.seen));
		let attest = |elector: &mut Elector| elector.seen = season;
		if Self::is_absent(elector.seen, season) {
			Self::change(citizen, attest);
		} else {
			// The seat stays: there is nothing to claim.
			Electors::<T>::mutate_extant(citizen, attest);
		}
	}
}

impl<T: Config> OnResidence for Pallet<T> {
	fn moved(citizen: CitizenId, home: Option<CellId>) {
		Self::change(citizen, |elector| elector.home = home);
	}
}

impl<T: Config> Precincts for Pallet<T> {
	fn seated(cell: CellId) -> Option<CellId> {
		if Areas::<T>::get(cell).residents == 0 {
			return None;
		}
		let mut at = cell;
		while Areas::<T>::get(at).seats == Seats::Coarser {
			// The coarsest has no coarser one: its people sit there however few they are.
			let Some(coarser) = T::Cells::coarser(at) else { break };
			at = coarser;
		}
		Some(at)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn seat(cell: CellId, coarser: CellId) {
		let mut at = cell;
		while at != coarser {
			Areas::<T>::insert(at, Area { residents: 1, seats: Seats::Coarser });
			let Some(next) = T::Cells::coarser(at) else { break };
			at = next;
		}
		Areas::<T>::insert(coarser, Area { residents: 1, seats: Seats::Own });
	}
}

impl<T: Config> OnSeason for Pallet<T> {
	fn turn(new: SeasonIndex) -> Weight {
		let waiting = ClaimsWaiting::<T>::get();
		// If the last roll was never sealed, this one is sealed in its place, with all claims since. A citizen may have
		// two then, of which the later one counts: they are met in order.
		if waiting.next < CurrentSealing::<T>::get().until {
			Lots::<T>::kill();
		} else {
			let (seed, _) = T::Randomness::random(b"civitas/roll");
			Lots::<T>::put(sp_io::hashing::blake2_256(&(seed, new).encode()));
		}
		CurrentSealing::<T>::put(Sealing { season: new, phase: Phase::Claims, until: waiting.end });
		T::WeightInfo::turn()
	}
}
