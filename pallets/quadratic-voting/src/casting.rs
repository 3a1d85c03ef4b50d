// SPDX-License-Identifier: Apache-2.0
//! Casting votes: who may, under which name, and what it costs.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{Context, PollTexts, Standing};
use sp_runtime::traits::{EnsureAdd, EnsureSub};

/// What a vote changes.
pub(crate) struct Cast<T> {
	pub voter: Voter,
	pub season: SeasonIndex,
	pub old: Option<Vote>,
	/// The purse before.
	pub before: Purse,
	/// The purse after.
	pub after: Purse,
	/// The tally after.
	pub tally: Tally<T>,
}

impl<T: Config> Pallet<T> {
	/// Whether votes in the polls of `season` can still be cast and changed.
	pub(crate) fn is_live(season: SeasonIndex) -> bool {
		T::Calendar::season().index <= season.saturating_add(1)
	}

	/// The name under which `who` votes in the poll with this tally.
	fn voter(who: &T::AccountId, tally: &Tally<T>) -> Result<Voter, Error<T>> {
		ensure!(Self::is_live(tally.season), Error::<T>::TooLateToVote);
		match tally.electorate {
			Electorate::Secret { .. } => {
				let ballot = T::Ballots::ballot(who).ok_or(Error::<T>::NotEnrolled)?;
				ensure!(ballot.context == Context::Nation, Error::<T>::WrongContext);
				ensure!(ballot.season == tally.season, Error::<T>::WrongSeason);
				Ok(Voter::Alias(ballot.alias))
			}
			Electorate::Open { newcomers, .. } => {
				let citizen = T::Citizenry::citizen(who).ok_or(Error::<T>::NotCitizen)?;
				ensure!(T::Citizenry::standing(citizen) == Some(Standing::Active), Error::<T>::NotActive);
				ensure!(T::Active::is_active(citizen), Error::<T>::NotActive);
				ensure!(citizen < newcomers, Error::<T>::AdmittedTooLate);
				Ok(Voter::Citizen(citizen))
			}
		}
	}

	/// What it changes that `who` votes `new` from now on in the poll with this tally, or why that is refused.
	pub(crate) fn check_cast(
		who: &T::AccountId,
		poll: PollIndex,
		tally: &Tally<T>,
		new: Option<Vote>,
	) -> Result<Cast<T>, DispatchError> {
		let voter = Self::voter(who, tally)?;
		let season = tally.season;
		let old = Votes::<T>::get((season, voter, poll));
		match new {
			None => ensure!(old.is_some(), Error::<T>::NotVoted),
			Some(vote) => {
				ensure!(vote.votes() > 0, Error::<T>::NoVotes);
				ensure!(old != new, Error::<T>::AlreadyVotedSo);
				T::Texts::check(poll)?;
			}
		}

		let before = Purses::<T>::get(season, voter);
		let refund = old.map_or(Ok(0), Vote::cost)?;
		let price = new.map_or(Ok(0), Vote::cost)?;
		let spent = before.spent.ensure_sub(refund)?.ensure_add(price)?;
		// If the charter has cut the credits meanwhile, spending less than before is still no wrong.
		let affordable = spent <= T::CreditsPerSeason::get().into() || spent <= before.spent;
		ensure!(affordable, Error::<T>::TooFewCredits);

		let mut tally = tally.clone();
		if let Electorate::Secret { members: members @ None } = &mut tally.electorate {
			// The roll was not sealed yet when the poll was submitted. Now it is, or nobody could have enrolled.
			*members = T::Ballots::electorate(season);
		}
		tally.cast(old, new)?;
		// The count of acts may stop at its end: the quota is far below.
		let after = Purse { spent, acts: before.acts.saturating_add(1) };
		Ok(Cast { voter, season, old, before, after, tally })
	}

	/// Whether the fee is spared: if the call succeeds, and the quota lasts.
	pub(crate) fn is_free(origin: &OriginFor<T>, poll: PollIndex, new: Option<Vote>) -> bool {
		let Ok(who) = ensure_signed(origin.clone()) else { return false };
		let Some((tally, _)) = T::Polls::as_ongoing(poll) else { return false };
		Self::check_cast(&who, poll, &tally, new)
			.is_ok_and(|cast| cast.before.acts < T::FreeVotesPerSeason::get())
	}

	/// `who` votes `new` in `poll` from now on.
	pub(crate) fn do_cast(who: T::AccountId, poll: PollIndex, new: Option<Vote>) -> DispatchResult {
		let Cast { voter, season, old, after, .. } = T::Polls::try_access_poll(poll, |status| {
			let (tally, _) = status.ensure_ongoing().ok_or(Error::<T>::NotOngoing)?;
			let cast = Self::check_cast(&who, poll, tally, new)?;
			*tally = cast.tally.clone();
			Ok(cast)
		})?;
		if new.is_some() {
			T::Texts::keep(poll)?;
		}
		Purses::<T>::insert(season, voter, after);
		Votes::<T>::set((season, voter, poll), new);
		match (old, new) {
			(old, Some(new)) => Self::deposit_event(Event::Voted { poll, season, voter, old, new }),
			(Some(old), None) => Self::deposit_event(Event::VoteRemoved { poll, season, voter, old }),
			(None, None) => {}
		}
		Ok(())
	}
}
