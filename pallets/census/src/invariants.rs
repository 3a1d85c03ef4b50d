//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use civitas_primitives::{Headcount, Standing};
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
		Self::check_incomes(now)
	}

	fn check_presence(now: SeasonIndex) -> Result<(), TryRuntimeError> {
		let seen_in = |season: Option<SeasonIndex>| {
			LastAttested::<T>::iter()
				.filter(|(citizen, _)| T::Citizenry::standing(*citizen) == Some(Standing::Active))
				.filter(|(_, last)| season == Some(*last))
				.count() as u32
		};
		let counted = Presence { this: seen_in(Some(now)), last: seen_in(now.checked_sub(1)) };
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
		let reached = ReachedTier::<T>::get();
		let thresholds = Thresholds::<T>::get();
		for record in Records::<T>::iter_values() {
			ensure!(
				reached >= record.tier && record.tier >= thresholds.tier(record.active.value),
				"I4: the tier is lower than a record's"
			);
		}
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
}
