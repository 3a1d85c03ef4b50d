// SPDX-License-Identifier: Apache-2.0
//! The tally as referenda see it.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{ActiveCitizens, BallotKind, BallotKinds, InSeason, PanelCount, PanelTally, Side};
use frame_support::traits::VoteTally;
use sp_runtime::Perbill;

/// The electorate of benchmarks: large enough that each share is exact.
#[cfg(feature = "runtime-benchmarks")]
const SAMPLE: u32 = 1_000_000_000;

impl<T: Config> VoteTally<u64, ClassOf<T>> for Tally<T> {
	/// Called when a poll is submitted, and at no other time: here its season and its electorate are fixed.
	fn new(track: ClassOf<T>) -> Self {
		let season = T::Calendar::season().index;
		let electorate = match T::Tracks::kind(&track) {
			BallotKind::Secret => Electorate::Secret { members: T::Ballots::electorate(season) },
			BallotKind::Open => {
				Electorate::Open { citizens: T::Active::active(), newcomers: T::Active::next_citizen() }
			}
		};
		Self::empty(season, electorate)
	}

	fn ayes(&self, _: ClassOf<T>) -> u64 {
		self.ayes
	}

	fn support(&self, _: ClassOf<T>) -> Perbill {
		self.support_share()
	}

	fn approval(&self, _: ClassOf<T>) -> Perbill {
		self.approval_share()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn unanimity(track: ClassOf<T>) -> Self {
		Self::from_requirements(Perbill::one(), Perbill::one(), track)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn rejection(track: ClassOf<T>) -> Self {
		Self::from_requirements(Perbill::zero(), Perbill::zero(), track)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn from_requirements(support: Perbill, approval: Perbill, _: ClassOf<T>) -> Self {
		let ayes = approval.mul_floor(SAMPLE);
		let mut tally = Self::empty(0, Electorate::Secret { members: Some(SAMPLE) });
		tally.ayes = ayes.into();
		tally.nays = SAMPLE.saturating_sub(ayes).into();
		tally.support = support.mul_floor(SAMPLE);
		tally
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn setup(_: ClassOf<T>, _: Perbill) {}
}

impl<T> InSeason for Tally<T> {
	fn season(&self) -> SeasonIndex {
		self.season
	}
}

impl<T: Config> PanelTally for Pallet<T> {
	fn counted(poll: PollIndex) -> Option<PanelCount> {
		T::Polls::as_ongoing(poll).map(|(tally, _)| tally.panel)
	}

	fn takes_votes(poll: PollIndex) -> DispatchResult {
		let (tally, _) = T::Polls::as_ongoing(poll).ok_or(Error::<T>::NotOngoing)?;
		ensure!(Self::is_live(tally.season), Error::<T>::TooLateToVote);
		Ok(())
	}

	fn count(poll: PollIndex, old: Option<Side>, new: Option<Side>, seats: u16) -> DispatchResult {
		T::Polls::try_access_poll(poll, |status| {
			let (tally, _) = status.ensure_ongoing().ok_or(Error::<T>::NotOngoing)?;
			ensure!(Self::is_live(tally.season), Error::<T>::TooLateToVote);
			Ok(tally.cast_by_panel(old, new, seats)?)
		})
	}
}
