// SPDX-License-Identifier: Apache-2.0
//! What the pallet stores, and what its views answer.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use crate::math;
use civitas_primitives::{Alias, CitizenId, PanelCount, SeasonIndex, Side};
use core::marker::PhantomData;
use frame_support::{pallet_prelude::*, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound};
use sp_runtime::{
	traits::{EnsureAddAssign, EnsureSubAssign},
	ArithmeticError, Perbill,
};

/// A vote: on which side, and how many votes. It costs their square in voice credits.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Vote {
	/// So many votes for the proposal.
	Aye(u32),
	/// So many votes against it.
	Nay(u32),
}

impl Vote {
	/// How many votes.
	pub const fn votes(self) -> u32 {
		match self {
			Self::Aye(votes) | Self::Nay(votes) => votes,
		}
	}

	/// What it costs in voice credits.
	pub fn cost(self) -> Result<u64, ArithmeticError> {
		math::cost(self.votes())
	}
}

/// Under which name a person votes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Voter {
	/// In secret, under the alias of the season in which the poll was submitted.
	Alias(Alias),
	/// By name.
	Citizen(CitizenId),
}

/// The voice credits of one voter in one season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Purse {
	/// The credits that the standing votes cost.
	pub spent: u64,
	/// How often the voter has voted, changed or removed a vote.
	pub acts: u32,
}

/// Who may vote in a poll. Fixed when the poll is submitted.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Electorate {
	/// The nation's roll of the poll's season, in secret.
	Secret {
		/// How many members that roll has. `None` as long as it is not sealed.
		members: Option<u32>,
	},
	/// The active citizens, by name.
	Open {
		/// How many there were when the poll was submitted.
		citizens: u32,
		/// The number from which on citizens were admitted too late for this poll.
		newcomers: CitizenId,
	},
}

impl Electorate {
	/// How many people it counts.
	pub fn size(&self) -> u32 {
		match *self {
			Self::Secret { members } => members.unwrap_or(0),
			Self::Open { citizens, .. } => citizens,
		}
	}
}

/// The tally of a poll.
///
/// The first three fields have the names, and the sense, that tools for OpenGov know.
#[derive(
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
	TypeInfo,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
)]
#[scale_info(skip_type_params(T))]
#[codec(mel_bound())]
pub struct Tally<T> {
	/// Votes for the proposal.
	pub ayes: u64,
	/// Votes against it.
	pub nays: u64,
	/// Voters for the proposal.
	pub support: u32,
	/// Voters against it.
	pub opposition: u32,
	/// The outside panel's votes.
	pub panel: PanelCount,
	/// The season in which the poll was submitted: votes are charged to it.
	pub season: SeasonIndex,
	/// Who may vote.
	pub electorate: Electorate,
	dummy: PhantomData<T>,
}

impl<T> Tally<T> {
	/// A tally without a vote.
	pub const fn empty(season: SeasonIndex, electorate: Electorate) -> Self {
		Self {
			ayes: 0,
			nays: 0,
			support: 0,
			opposition: 0,
			panel: PanelCount::new(0, 0, 0),
			season,
			electorate,
			dummy: PhantomData,
		}
	}

	/// A voter whose vote was `old` votes `new` from now on.
	pub fn cast(&mut self, old: Option<Vote>, new: Option<Vote>) -> Result<(), ArithmeticError> {
		match old {
			Some(Vote::Aye(votes)) => {
				self.ayes.ensure_sub_assign(votes.into())?;
				self.support.ensure_sub_assign(1)?;
			}
			Some(Vote::Nay(votes)) => {
				self.nays.ensure_sub_assign(votes.into())?;
				self.opposition.ensure_sub_assign(1)?;
			}
			None => {}
		}
		match new {
			Some(Vote::Aye(votes)) => {
				self.ayes.ensure_add_assign(votes.into())?;
				self.support.ensure_add_assign(1)?;
			}
			Some(Vote::Nay(votes)) => {
				self.nays.ensure_add_assign(votes.into())?;
				self.opposition.ensure_add_assign(1)?;
			}
			None => {}
		}
		Ok(())
	}

	/// A member of a panel with so many `seats`, whose vote was `old`, votes `new` from now on.
	pub fn cast_by_panel(
		&mut self,
		old: Option<Side>,
		new: Option<Side>,
		seats: u16,
	) -> Result<(), ArithmeticError> {
		self.panel.seats = seats;
		match old {
			Some(Side::Aye) => self.panel.ayes.ensure_sub_assign(1)?,
			Some(Side::Nay) => self.panel.nays.ensure_sub_assign(1)?,
			None => {}
		}
		match new {
			Some(Side::Aye) => self.panel.ayes.ensure_add_assign(1)?,
			Some(Side::Nay) => self.panel.nays.ensure_add_assign(1)?,
			None => {}
		}
		Ok(())
	}

	/// The approval that citizens and panel give together.
	pub fn approval_share(&self) -> Perbill {
		math::approval((self.ayes, self.nays), self.panel)
	}

	/// The share of the electorate that is for the proposal.
	pub fn support_share(&self) -> Perbill {
		math::support(self.support, self.electorate.size())
	}
}

/// A tally in plain figures, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct TallyInfo {
	/// Votes for the proposal.
	pub ayes: u64,
	/// Votes against it.
	pub nays: u64,
	/// Voters for the proposal.
	pub voters_for: u32,
	/// Voters against it.
	pub voters_against: u32,
	/// The outside panel's votes.
	pub panel: PanelCount,
	/// Who may vote.
	pub electorate: Electorate,
	/// The season that votes are charged to.
	pub season: SeasonIndex,
	/// The last season in which votes can be cast and changed.
	pub last_season: SeasonIndex,
	/// What the proposal's approval curve is compared with.
	pub approval: Perbill,
	/// The approval of the citizens by themselves.
	pub citizens_approval: Perbill,
	/// What the proposal's support curve is compared with.
	pub support: Perbill,
}

/// A voter's purse, as wallets show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PurseInfo {
	/// The season.
	pub season: SeasonIndex,
	/// Under which name the voter votes.
	pub voter: Voter,
	/// The credits of a season.
	pub credits: u32,
	/// The credits that the standing votes cost.
	pub spent: u64,
	/// The credits that can still be spent.
	pub left: u64,
	/// How many more times the voter can vote, change or remove a vote free of charge.
	pub free_acts_left: u32,
}
