//! What the census stores, and what its views answer.

use civitas_primitives::{CharterRef, Figure, SeasonIndex, Tier};
use frame_support::pallet_prelude::*;

/// How many bands of income there are.
pub const INCOME_BANDS: usize = 16;

/// One figure for each band of income, the lowest first.
pub type ByBand<T> = [T; INCOME_BANDS];

/// The census of one season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct CensusRecord<BlockNumber> {
	/// The season counted.
	pub season: SeasonIndex,
	/// The block in which it was over, the first of the next season.
	pub closed_at: BlockNumber,
	/// Citizens of any standing.
	pub citizens: Figure<u32>,
	/// Citizens in full standing who attested in this season or the one before.
	pub active: Figure<u32>,
	/// Citizens suspended by the justice track.
	pub suspended: Figure<u32>,
	/// Citizens admitted in this season.
	pub admitted: Figure<u32>,
	/// Citizens who left in this season.
	pub left: Figure<u32>,
	/// Citizens whose residence is confirmed.
	pub residents: Figure<u32>,
	/// Parcels of land.
	pub parcels: Figure<u32>,
	/// Their area, in square metres.
	pub area: Figure<u64>,
	/// The sum of their valuations.
	pub valuation: Figure<u128>,
	/// What the treasury owns.
	pub treasury: Figure<u128>,
	/// How many citizens declared a yearly income in each band this season.
	pub incomes: Figure<ByBand<u32>>,
	/// The least that those incomes add up to.
	pub income: Figure<u128>,
	/// The charter in force.
	pub charter: CharterRef,
	/// The tier, as raised by this record.
	pub tier: Tier,
}

/// How many active citizens attested last in which season. Dormant and suspended ones are in neither figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Presence {
	/// In the current season.
	pub this: u32,
	/// In the season before.
	pub last: u32,
}

impl Presence {
	/// All who are active.
	pub fn active(&self) -> u32 {
		// Both figures together count citizens, whose ids fit the type.
		self.this.saturating_add(self.last)
	}

	/// The figure that a citizen last seen in `attested` belongs to while the season is `now`, if to any.
	pub fn figure(&mut self, attested: SeasonIndex, now: SeasonIndex) -> Option<&mut u32> {
		match now.checked_sub(attested) {
			Some(0) => Some(&mut self.this),
			Some(1) => Some(&mut self.last),
			_ => None,
		}
	}

	/// The same people, one season later.
	pub fn turned(self) -> Self {
		Self { this: 0, last: self.this }
	}
}

/// How many citizens came and went in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Movements {
	/// Admitted.
	pub admitted: u32,
	/// Left, of their own will or not.
	pub left: u32,
}

/// How a citizen counts in the census now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Attendance {
	/// The season in which the citizen was last here.
	pub last_attested: SeasonIndex,
	/// Whether that makes the citizen active now.
	pub presence: PresenceStatus,
}

/// Whether a citizen counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum PresenceStatus {
	/// Counted.
	Active,
	/// Not counted before the next attestation.
	Dormant,
	/// Not counted before the justice track reinstates the citizen.
	Suspended,
}

/// How many have declared an income in each band, and in which season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Histogram {
	/// The season that `counts` is of; in a later one, nobody has declared anything yet.
	pub season: SeasonIndex,
	/// How many there are in each band.
	pub counts: ByBand<u32>,
}

impl Histogram {
	/// How many there are in each band in `season`.
	pub fn counts_in(&self, season: SeasonIndex) -> ByBand<u32> {
		if self.season == season {
			self.counts
		} else {
			Default::default()
		}
	}
}

/// What one alias has declared in a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Declaration {
	/// The band.
	pub band: u8,
	/// How often the alias has declared one. The first few are free.
	pub acts: u32,
}
