// SPDX-License-Identifier: Apache-2.0
//! What the pallet stores, and what its views answer.

use civitas_primitives::{Accrual, Meter, SeasonIndex};
use frame_support::pallet_prelude::*;
use sp_runtime::{FixedU128, PerThing, Perquintill};

/// What a neighbour thinks of a building.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Vote {
	/// It is welcome: lower the rate.
	Approve,
	/// It is a burden: raise the rate.
	Disapprove,
}

/// What the neighbours think of a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Opinion {
	/// The rate of now, and what it has come to.
	pub meter: Meter,
	/// The rate that the phantom votes stand for in `season`.
	pub inherited: Perquintill,
	/// The season that the votes were cast in. In a later one there are none yet.
	pub season: SeasonIndex,
	/// Votes that approve.
	pub approve: u32,
	/// Votes that disapprove.
	pub disapprove: u32,
}

impl Opinion {
	/// The count that `vote` belongs to.
	pub fn count(&mut self, vote: Vote) -> &mut u32 {
		match vote {
			Vote::Approve => &mut self.approve,
			Vote::Disapprove => &mut self.disapprove,
		}
	}
}

/// What a parcel's rates had come to when a season began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Opening {
	/// The season.
	pub season: SeasonIndex,
	/// The reading of the index.
	pub reading: Accrual,
	/// When that was, in milliseconds: the season's beginning, or the parcel's.
	pub at: u64,
}

impl Opening {
	/// The mean rate since, at `now`, when the index reads `reading`. `None` if no time has passed, or nobody knows how
	/// much.
	pub fn mean(&self, now: u64, reading: Accrual) -> Option<Perquintill> {
		let passed = now.checked_sub(self.at).filter(|_| self.at > 0)?;
		let parts = reading.since(self.reading).0.checked_div(passed.into())?;
		Some(Perquintill::from_parts(u64::try_from(parts).unwrap_or(u64::MAX).min(Perquintill::ACCURACY)))
	}
}

/// How often an alias has voted in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Voter {
	/// On how many parcels it has a vote.
	pub votes: u32,
	/// How many times it has voted, changed a vote or withdrawn one.
	pub acts: u32,
}

/// What the charter says about rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Terms {
	/// How many votes the inherited rate has.
	pub phantoms: u32,
	/// The lowest rate.
	pub min: Perquintill,
	/// The highest rate.
	pub max: Perquintill,
}

/// A parcel's rate and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OpinionInfo {
	/// The yearly rate now.
	pub rate: Perquintill,
	/// What it has come to since it began: 1 is the whole valuation.
	pub index: FixedU128,
	/// The season.
	pub season: SeasonIndex,
	/// The rate that the phantom votes stand for.
	pub inherited: Perquintill,
	/// Votes that approve.
	pub approve: u32,
	/// Votes that disapprove.
	pub disapprove: u32,
	/// What the charter says.
	pub terms: Terms,
}
