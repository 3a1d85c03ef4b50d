// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_seats()?;
		Self::check_shapes()?;
		Self::check_commitments()?;
		Self::check_aliases()?;
		Self::check_seen()?;
		Self::check_cells()?;
		Self::check_fullness()
	}

	fn check_seats() -> Result<(), TryRuntimeError> {
		let mut seats = BTreeSet::new();
		for (ring, members) in Seating::<T>::iter() {
			for member in members {
				ensure!(seats.insert((member.citizen, ring)), "I1: somebody sits twice in a ring");
				let elector = Electors::<T>::get(member.citizen).ok_or("I1: a seat is nobody's")?;
				let place = match ring {
					RingId::Nation(_) => elector.nation,
					RingId::Cell(..) => elector.local,
				};
				ensure!(place == Some(ring), "I1: a seat is not where its elector sits");
				ensure!(
					(member.key == NOBODY) == (elector.status == Status::Left),
					"I9: a seat has no key although its citizen is here, or has one although they left"
				);
			}
		}
		let places = Electors::<T>::iter()
			.flat_map(|(citizen, elector)| [elector.nation, elector.local].map(|place| (citizen, place)))
			.filter_map(|(citizen, place)| Some((citizen, place?)))
			.collect::<BTreeSet<_>>();
		ensure!(places == seats, "I1: an elector's seat does not exist");
		Ok(())
	}

	fn check_shapes() -> Result<(), TryRuntimeError> {
		let open = CurrentSealing::<T>::get().phase == Phase::Open;
		let mut found = BTreeMap::<Group, (BTreeSet<u32>, u32)>::new();
		for (ring, members) in Seating::<T>::iter() {
			let (group, number) = match ring {
				RingId::Nation(number) => (Group::Nation, number),
				RingId::Cell(cell, number) => (Group::Cell(cell), number),
			};
			let size = members.len() as u32;
			ensure!(size <= T::RingSize::get(), "I2: a ring is too large");
			ensure!(!open || size > 0, "I2: a ring is empty");
			let (numbers, total) = found.entry(group).or_default();
			numbers.insert(number);
			*total += size;
		}
		for (group, shape) in Shapes::<T>::iter() {
			let (numbers, total) = found.remove(&group).unwrap_or_default();
			ensure!(numbers == (0..shape.rings).collect(), "I2: a group's rings have a gap");
			ensure!(total == shape.members, "I2: a group's members are miscounted");
		}
		ensure!(found.is_empty(), "I2: a ring belongs to no group");
		Ok(())
	}

	fn check_commitments() -> Result<(), TryRuntimeError> {
		for (ring, members) in Seating::<T>::iter() {
			if Unbuilt::<T>::contains_key(ring) {
				continue;
			}
			let keys: Vec<_> = members.iter().map(|member| member.key).filter(|key| *key != NOBODY).collect();
			ensure!(
				Commitments::<T>::get(ring) == T::Rings::commit(&keys),
				"I3: a commitment is not that of its ring"
			);
		}
		let known = |ring| Seating::<T>::contains_key(ring);
		ensure!(Unbuilt::<T>::iter_keys().all(known), "I3: what is no ring waits to be built");
		ensure!(Commitments::<T>::iter_keys().all(known), "I3: what is no ring has a commitment");
		Ok(())
	}

	fn check_aliases() -> Result<(), TryRuntimeError> {
		let mut enrolled = BTreeMap::new();
		for (season, (context, alias), speaker) in Aliases::<T>::iter() {
			ensure!(season >= ForgottenBefore::<T>::get(), "I4: an alias should be forgotten");
			ensure!(speaker.used > 0, "I4: an alias has no account");
			let old = enrolled.insert(speaker.account, (season, context, alias));
			ensure!(old.is_none(), "I4: an account speaks for two aliases");
		}
		for (account, Enrolment { ballot }) in Enrolments::<T>::iter() {
			let Ballot { season, context, alias, .. } = ballot;
			ensure!(
				enrolled.remove(&account) == Some((season, context, alias)),
				"I4: an enrolment is not its alias's"
			);
			ensure!(
				matches!(context, Context::Nation | Context::Residence),
				"I4: an account is enrolled for what nobody enrols for"
			);
			ensure!(
				frame_system::Pallet::<T>::sufficients(&account) > 0,
				"I8: a ballot account is not kept alive"
			);
		}
		ensure!(enrolled.is_empty(), "I4: an alias's account has no enrolment");
		Ok(())
	}

	fn check_seen() -> Result<(), TryRuntimeError> {
		let listed = SeenIn::<T>::iter_keys().collect::<BTreeSet<_>>();
		let seen = Electors::<T>::iter()
			.filter(|(_, elector)| elector.status != Status::Left)
			.map(|(citizen, elector)| (elector.seen, citizen))
			.filter(|(season, _)| *season >= AbsentBefore::<T>::get())
			.collect::<BTreeSet<_>>();
		// The list that is being gone through may have lost some already.
		let current = AbsentBefore::<T>::get();
		let now = CurrentSealing::<T>::get().season;
		ensure!(listed.is_subset(&seen), "I5: somebody is listed who was not seen");
		ensure!(
			seen.difference(&listed).all(|(season, _)| { *season == current && current + 1 < now }),
			"I5: somebody who was seen is not listed"
		);
		Ok(())
	}

	fn check_cells() -> Result<(), TryRuntimeError> {
		let mut expected = BTreeSet::new();
		for (citizen, elector) in Electors::<T>::iter() {
			let mut cell = elector.resident;
			ensure!(cell.is_some() == elector.local.is_some(), "I6: a resident has no seat");
			let own = loop {
				let Some(here) = cell else { break None };
				expected.insert((here, citizen));
				if Areas::<T>::get(here).seats == Seats::Own {
					break Some(here);
				}
				cell = T::Cells::coarser(here);
				ensure!(cell.is_some(), "I6: the coarsest cell has no seats");
			};
			let sits = elector.local.and_then(|ring| match ring {
				RingId::Cell(cell, _) => Some(cell),
				RingId::Nation(_) => None,
			});
			ensure!(sits == own, "I6: a resident sits in the wrong cell");
		}
		ensure!(Residents::<T>::iter_keys().collect::<BTreeSet<_>>() == expected, "I6: residents are off");
		for (cell, area) in Areas::<T>::iter() {
			let people = Residents::<T>::iter_key_prefix(cell).count() as u32;
			ensure!(people == area.residents && people > 0, "I6: a cell's people are miscounted");
		}
		Ok(())
	}

	fn check_fullness() -> Result<(), TryRuntimeError> {
		if CurrentSealing::<T>::get().phase != Phase::Open {
			return Ok(());
		}
		// Only a migration notes gaps in an open roll. The next sealing closes them.
		let noted = Vacancies::<T>::iter_keys().map(|(group, _)| group).collect::<BTreeSet<_>>();
		let full = T::RingSize::get();
		let size = |group: Group, number| Seating::<T>::get(group.ring(number)).len() as u32;
		for (group, Shape { rings, .. }) in Shapes::<T>::iter().filter(|(group, _)| !noted.contains(group)) {
			for number in 0..rings.saturating_sub(2) {
				ensure!(size(group, number) == full, "I7: a ring among the first is not full");
			}
			if let (Some(before), Some(last)) = (rings.checked_sub(2), rings.checked_sub(1)) {
				let (before, last) = (size(group, before), size(group, last));
				ensure!(before + last > full, "I7: two rings could be one");
				ensure!(before.abs_diff(last) <= 1, "I7: the last two rings do not share evenly");
			}
		}
		Ok(())
	}
}
