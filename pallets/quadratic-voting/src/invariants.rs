// SPDX-License-Identifier: Apache-2.0
//! The pallet's invariants, each recounted from storage without the helpers that it guards.

use crate::*;
use alloc::collections::BTreeMap;
use sp_runtime::TryRuntimeError;

/// What votes add up to.
#[derive(Default, PartialEq, Eq)]
struct Recount {
	ayes: u64,
	nays: u64,
	voters_for: u32,
	voters_against: u32,
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the module's documentation.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_purses()?;
		Self::check_votes()?;
		Self::check_forgotten()
	}

	/// Whether `season` is old enough that what is left of it may be half forgotten.
	fn is_fading(season: SeasonIndex) -> bool {
		u64::from(season) + 1 < u64::from(T::Calendar::season().index)
	}

	fn check_purses() -> Result<(), TryRuntimeError> {
		let mut spent = BTreeMap::<_, u64>::new();
		for ((season, voter, _), vote) in Votes::<T>::iter() {
			if Self::is_fading(season) {
				continue;
			}
			let (Vote::Aye(votes) | Vote::Nay(votes)) = vote;
			ensure!(Purses::<T>::contains_key(season, voter), "I1: a vote has no purse");
			*spent.entry((season, voter.encode())).or_default() += u64::from(votes).pow(2);
		}
		for (season, voter, purse) in Purses::<T>::iter() {
			let expected = spent.remove(&(season, voter.encode())).unwrap_or(0);
			ensure!(Self::is_fading(season) || purse.spent == expected, "I1: a purse is off");
		}
		Ok(())
	}

	fn check_votes() -> Result<(), TryRuntimeError> {
		let mut recounts = BTreeMap::<PollIndex, Recount>::new();
		for ((season, voter, poll), vote) in Votes::<T>::iter() {
			if Self::is_fading(season) {
				continue;
			}
			let recount = recounts.entry(poll).or_default();
			let votes = match vote {
				Vote::Aye(votes) => {
					recount.ayes += u64::from(votes);
					recount.voters_for += 1;
					votes
				}
				Vote::Nay(votes) => {
					recount.nays += u64::from(votes);
					recount.voters_against += 1;
					votes
				}
			};
			ensure!(votes > 0, "I3: a vote is of no vote");
			let Some((tally, _)) = T::Polls::as_ongoing(poll) else { continue };
			let fits = matches!(
				(voter, tally.electorate),
				(Voter::Alias(_), Electorate::Secret { .. }) | (Voter::Citizen(_), Electorate::Open { .. })
			);
			ensure!(fits, "I3: a vote is under a name of the wrong kind");
			ensure!(tally.season == season, "I3: a vote is of another season than its poll");
		}
		for (poll, recount) in recounts {
			let Some((tally, _)) = T::Polls::as_ongoing(poll) else { continue };
			let counted = Recount {
				ayes: tally.ayes,
				nays: tally.nays,
				voters_for: tally.support,
				voters_against: tally.opposition,
			};
			ensure!(counted == recount, "I2: a tally is off");
		}
		Ok(())
	}

	fn check_forgotten() -> Result<(), TryRuntimeError> {
		let first = ForgottenBefore::<T>::get();
		let kept = Votes::<T>::iter_keys().map(|(season, ..)| season);
		let kept = kept.chain(Purses::<T>::iter_keys().map(|(season, _)| season));
		for season in kept {
			ensure!(season >= first, "I4: something is left of a season that is forgotten");
		}
		Ok(())
	}
}
