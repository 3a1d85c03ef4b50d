// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::vec::Vec;
use civitas_primitives::{Admission, Headcount, Standing};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let now = T::Calendar::season().index;
		Self::check_presence(now)?;
		Self::check_attestations(now)?;
		Self::check_records(now)?;
		Self::check_tier()?;
		Self::check_movements()?;
		Self::check_incomes(now)?;
		Self::check_arrivals(now)
	}

	fn check_presence(now: SeasonIndex) -> Result<(), TryRuntimeError> {
		let mut counted = Presence::default();
		for (citizen, last) in LastAttested::<T>::iter() {
			let seen = match now.checked_sub(last) {
				Some(0) => &mut counted.this,
				Some(1) => &mut counted.last,
				_ => continue,
			};
			if T::Citizenry::standing(citizen) != Some(Standing::Active) {
				continue;
			}
			let Arrival { admission, first_attested } = Arrivals::<T>::get(citizen).unwrap_or_default();
			let on_probation = matches!(admission, Some(Admission::Vouched | Admission::Founder))
				&& first_attested.is_none_or(|first| first >= now);
			seen.all = seen.all.saturating_add(1);
			seen.attested = seen.attested.saturating_add(first_attested.is_some().into());
			seen.settled = seen.settled.saturating_add((!on_probation).into());
			let maturing = on_probation && first_attested.is_some();
			seen.maturing = seen.maturing.saturating_add(maturing.into());
		}
		ensure!(Present::<T>::get() == counted, "I1: presence is off");
		Ok(())
	}

	fn check_attestations(now: SeasonIndex) -> Result<(), TryRuntimeError> {
		for (citizen, last) in LastAttested::<T>::iter() {
			ensure!(T::Citizenry::standing(citizen).is_some(), "I2: an attestation is no citizen's");
			ensure!(last <= now, "I2: an attestation lies in the future");
		}
		let Headcount { active, suspended } = T::Citizenry::headcount();
		ensure!(
			LastAttested::<T>::iter().count() as u32 == active.saturating_add(suspended),
			"I2: a citizen has no attestation"
		);
		Ok(())
	}

	fn check_records(now: SeasonIndex) -> Result<(), TryRuntimeError> {
		for (season, record) in Records::<T>::iter() {
			ensure!(season < now && record.season == season, "I3: a record is not of a season that is over");
		}
		ensure!(Records::<T>::iter().count() as u32 == now, "I3: a season that is over has no record");
		Ok(())
	}

	fn check_tier() -> Result<(), TryRuntimeError> {
		let thresholds = Thresholds::<T>::get();
		let mut records: Vec<_> = Records::<T>::iter_values().collect();
		records.sort_by_key(|record| record.season);
		let enough = |record: &CensusRecordOf<T>, tier| {
			record.people.is_some_and(|people| people.settled.value >= thresholds.of(tier))
		};
		for (one, next) in records.iter().zip(records.iter().skip(1)) {
			let Some(_) = next.people else { continue };
			let risen =
				one.tier.next() == Some(next.tier) && enough(one, next.tier) && enough(next, next.tier);
			ensure!(next.tier == one.tier || risen, "I4: a record's tier does not follow from the records");
		}
		let last = records.last().map_or(Tier::Founding, |record| record.tier);
		ensure!(ReachedTier::<T>::get() >= last, "I4: the tier is lower than a record's");
		Ok(())
	}

	fn check_movements() -> Result<(), TryRuntimeError> {
		let moved = Moved::<T>::get();
		let (mut admitted, mut left) = (u64::from(moved.admitted), u64::from(moved.left));
		for record in Records::<T>::iter_values() {
			admitted = admitted.saturating_add(record.admitted.value.into());
			left = left.saturating_add(record.left.value.into());
		}
		let Headcount { active, suspended } = T::Citizenry::headcount();
		ensure!(
			admitted.checked_sub(left) == Some(u64::from(active).saturating_add(suspended.into())),
			"I5: admissions and exits do not add up to the citizens"
		);
		Ok(())
	}

	fn check_incomes(now: SeasonIndex) -> Result<(), TryRuntimeError> {
		let Histogram { season, counts } = Incomes::<T>::get();
		let mut counted = ByBand::<u32>::default();
		for (of, _, Declaration { band, .. }) in Declarations::<T>::iter() {
			ensure!(
				of >= ForgottenBefore::<T>::get() && of <= now,
				"I7: a declaration is of a season forgotten or to come"
			);
			if of == now {
				let count =
					counted.get_mut(usize::from(band)).ok_or("I6: there is no such band of income")?;
				*count = count.saturating_add(1);
			}
		}
		let stated = if season == now { counts } else { ByBand::default() };
		ensure!(season <= now && stated == counted, "I6: the histogram of incomes is off");
		Ok(())
	}

	fn check_arrivals(now: SeasonIndex) -> Result<(), TryRuntimeError> {
		let mut arrived = Arrived::default();
		for (citizen, arrival) in Arrivals::<T>::iter() {
			ensure!(LastAttested::<T>::contains_key(citizen), "I8: an arrival is no citizen's");
			ensure!(
				arrival.first_attested.is_none_or(|first| first <= now),
				"I8: an arrival lies in the future"
			);
			let figure = match arrival.admission {
				Some(Admission::Vouched) => &mut arrived.vouched,
				Some(Admission::Founder) => &mut arrived.by_founder,
				Some(Admission::Genesis) => &mut arrived.genesis,
				None => continue,
			};
			*figure = figure.saturating_add(1);
		}
		ensure!(ArrivedBy::<T>::get() == arrived, "I8: arrivals are miscounted");
		Ok(())
	}
}
