//! What the census stores, and what its views answer.

use civitas_primitives::{CharterRef, Figure, SeasonIndex, Tier};
use frame_support::pallet_prelude::*;

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
