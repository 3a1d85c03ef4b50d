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
use alloc::vec::Vec;
use civitas_primitives::{Context, PanelCount};

impl<T: Config> Pallet<T> {
	/// The name under which an account votes in polls of `season`.
	fn name(account: &T::AccountId, season: SeasonIndex) -> Option<Voter> {
		if let Some(citizen) = T::Citizenry::citizen(account) {
			return Some(Voter::Citizen(citizen));
		}
		T::Ballots::ballot(account)
			.filter(|ballot| ballot.context == Context::Nation && ballot.season == season)
			.map(|ballot| Voter::Alias(ballot.alias))
	}

	/// The seasons in whose polls votes can be changed, the current one first, and an account's names there.
	fn names(account: &T::AccountId) -> impl Iterator<Item = (SeasonIndex, Voter)> + '_ {
		let now = T::Calendar::season().index;
		[Some(now), now.checked_sub(1)]
			.into_iter()
			.flatten()
			.filter_map(|season| Some((season, Self::name(account, season)?)))
	}

	/// How an account has voted in a poll. `None` if it has not, or if that is forgotten.
	pub fn vote_info(account: &T::AccountId, poll: PollIndex) -> Option<Vote> {
		Self::names(account).find_map(|(season, voter)| Votes::<T>::get((season, voter, poll)))
	}

	/// All votes of an account in polls of this season and the last.
	pub fn votes_info(account: &T::AccountId) -> Vec<(PollIndex, Vote)> {
		Self::names(account).flat_map(|(season, voter)| Votes::<T>::iter_prefix((season, voter))).collect()
	}

	/// An account's purse for polls of `season`.
	pub fn purse_info(account: &T::AccountId, season: SeasonIndex) -> Option<PurseInfo> {
		if !Self::is_live(season) {
			return None;
		}
		Self::name(account, season)
			.map(|voter| Self::describe(season, voter, Purses::<T>::get(season, voter)))
	}

	/// The purse after a vote, or after its removal, or why that would be refused.
	pub fn check_vote(
		account: &T::AccountId,
		poll: PollIndex,
		vote: Option<Vote>,
	) -> Result<PurseInfo, DispatchError> {
		let (tally, _) = T::Polls::as_ongoing(poll).ok_or(Error::<T>::NotOngoing)?;
		let cast = Self::check_cast(account, poll, &tally, vote)?;
		Ok(Self::describe(cast.season, cast.voter, cast.after))
	}

	fn describe(season: SeasonIndex, voter: Voter, purse: Purse) -> PurseInfo {
		let credits = T::CreditsPerSeason::get();
		PurseInfo {
			season,
			voter,
			credits,
			spent: purse.spent,
			// More may be spent than there is now, if the charter has cut the credits.
			left: u64::from(credits).saturating_sub(purse.spent),
			free_acts_left: T::FreeVotesPerSeason::get().saturating_sub(purse.acts),
		}
	}

	/// The tally of an open poll, in plain figures.
	pub fn tally_info(poll: PollIndex) -> Option<TallyInfo> {
		let (tally, _) = T::Polls::as_ongoing(poll)?;
		Some(TallyInfo {
			ayes: tally.ayes,
			nays: tally.nays,
			voters_for: tally.support,
			voters_against: tally.opposition,
			panel: tally.panel,
			electorate: tally.electorate,
			season: tally.season,
			last_season: tally.season.saturating_add(1),
			approval: tally.approval_share(),
			citizens_approval: math::approval((tally.ayes, tally.nays), PanelCount::default()),
			support: tally.support_share(),
		})
	}
}
