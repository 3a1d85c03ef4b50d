// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use civitas_primitives::PanelCount;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_register()?;
		Self::check_draws()?;
		Self::check_votes()
	}

	fn check_register() -> Result<(), TryRuntimeError> {
		let size = Register::<T>::get();
		let mut residents = 0u32;
		for (account, Resident { slot, evidence }) in Residents::<T>::iter() {
			residents += 1;
			ensure!(slot < size.slots, "I1: a slot was never given");
			ensure!(Holders::<T>::get(slot).as_ref() == Some(&account), "I1: a resident holds no slot");
			ensure!(EvidenceOf::<T>::get(evidence) == Some(slot), "I2: evidence is not its resident's");
			ensure!(
				frame_system::Pallet::<T>::sufficients(&account) > 0,
				"I3: a resident's account is not kept alive"
			);
		}
		ensure!(residents == size.residents, "I1: residents are miscounted");
		for (account, Removal { slot, .. }) in Removals::<T>::iter() {
			residents += 1;
			ensure!(slot < size.slots, "I1: a slot was never given");
			ensure!(!Residents::<T>::contains_key(&account), "I1: a resident was removed");
			ensure!(Holders::<T>::get(slot).as_ref() == Some(&account), "I1: a resident holds no slot");
			ensure!(
				frame_system::Pallet::<T>::sufficients(&account) > 0,
				"I3: a resident's account is not kept alive"
			);
		}
		ensure!(Holders::<T>::iter().count() as u32 == residents, "I1: a slot is held by no resident");
		ensure!(EvidenceOf::<T>::iter().count() as u32 == size.residents, "I2: evidence is no resident's");
		Ok(())
	}

	fn check_draws() -> Result<(), TryRuntimeError> {
		let draws: BTreeMap<_, _> = Draws::<T>::iter().collect();
		let last = LastOpenings::<T>::get().draw;
		let first = last.saturating_sub(HISTORY - 1).max(1);
		ensure!(draws.keys().copied().eq(first..=last), "I4: draws are not numbered without a gap");
		ensure!(
			DrawnMembers::<T>::iter_keys().all(|draw| draws.contains_key(&draw)),
			"I4: members are noted of a draw that is not kept"
		);
		let times: Vec<_> = draws.values().map(|draw| draw.collected_from).collect();
		let in_order = times.iter().zip(times.iter().skip(1)).all(|(one, next)| one < next);
		ensure!(in_order, "I4: draws are not in the order of time");
		ensure!(draws.values().all(|draw| draw.seats <= draw.slots), "I4: a draw has more seats than slots");
		Ok(())
	}

	fn check_votes() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<_, PanelCount>::new();
		for (poll, panel) in Panels::<T>::iter() {
			let order = math::Order::new(panel.seed, panel.slots);
			let drawn: BTreeSet<_> = (0..panel.seats).filter_map(|seat| order.slot(seat)).collect();
			let count = counts.entry(poll).or_default();
			for (slot, vote) in Votes::<T>::iter_prefix(poll) {
				ensure!(drawn.contains(&slot), "I5: a vote is under a slot without a seat");
				match vote.side {
					Some(Side::Aye) => count.ayes += 1,
					Some(Side::Nay) => count.nays += 1,
					None => {}
				}
			}
		}
		ensure!(
			Votes::<T>::iter_keys().all(|(poll, _)| counts.contains_key(&poll)),
			"I5: a vote is no panel's"
		);
		for (poll, count) in counts {
			let counted = T::Tally::counted(poll);
			ensure!(
				counted.is_none_or(|it| (it.ayes, it.nays) == (count.ayes, count.nays)),
				"I6: a tally is not what its panel voted"
			);
		}
		Ok(())
	}
}
