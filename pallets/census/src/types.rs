// SPDX-License-Identifier: Apache-2.0
//! What the census stores, and what its views answer.

use civitas_primitives::{Admission, CharterRef, Extent, Figure, SeasonIndex, Tier};
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
	/// Citizens in full standing who were seen in this season: admitted, or attested. They vote in the next one.
	pub active: Figure<u32>,
	/// Citizens suspended by the justice track.
	pub suspended: Figure<u32>,
	/// Citizens admitted in this season.
	pub admitted: Figure<u32>,
	/// Citizens who left in this season.
	pub left: Figure<u32>,
	/// Citizens whose residence is confirmed, and who were seen in this season.
	pub residents: Figure<u32>,
	/// Parcels that somebody holds, pays for and must sell at the price that they name.
	pub parcels: Figure<u32>,
	/// The land of those on the ground, in square metres.
	pub area: Figure<u64>,
	/// The floor of those that are units of buildings, in square metres.
	pub floor: Figure<u64>,
	/// The sum of their valuations: its mean over the blocks of the season, in units of 1e-12 CIV.
	pub valuation: Figure<u128>,
	/// Land reserved for somebody who has not accepted it.
	pub assigned: Figure<Extent>,
	/// Land in common ownership, which is for sale.
	pub common: Figure<Extent>,
	/// Public land.
	pub public: Figure<Extent>,
	/// What land has yielded in the season, in units of 1e-12 CIV: charges and prices that were paid.
	pub revenue: Figure<u128>,
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
	/// How citizens came and were seen. `None` for a season that closed before the census recorded it.
	pub people: Option<People>,
}

/// How citizens came and were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct People {
	/// Active citizens who have attested themselves, in a season after that of their admission.
	pub attested: Figure<u32>,
	/// Active citizens past probation: what the tier counts.
	pub settled: Figure<u32>,
	/// Citizens who were vouched for.
	pub vouched: Figure<u32>,
	/// Citizens whom the founder admitted.
	pub by_founder: Figure<u32>,
	/// Citizens of the genesis.
	pub genesis: Figure<u32>,
	/// Citizens who came before the census recorded how.
	pub unrecorded: Figure<u32>,
}

/// How many active citizens were seen last in which season. Dormant and suspended ones are in neither figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Presence {
	/// In the current season.
	pub this: Seen,
	/// In the season before.
	pub last: Seen,
}

/// Some active citizens who were seen last in the same season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Seen {
	/// All of them.
	pub all: u32,
	/// Those of them who have ever attested themselves.
	pub attested: u32,
	/// Those of them who are past probation.
	pub settled: u32,
	/// Those of them whose probation ends with the season.
	pub maturing: u32,
}

impl Presence {
	/// All who are active.
	pub fn active(&self) -> u32 {
		// Both figures together count citizens, whose ids fit the type.
		self.this.all.saturating_add(self.last.all)
	}

	/// All who are active and past probation.
	pub fn settled(&self) -> u32 {
		// As above.
		self.this.settled.saturating_add(self.last.settled)
	}

	/// Those counted together with a citizen last seen in `seen` while the season is `now`, if that is active.
	pub fn seen_in(&mut self, seen: SeasonIndex, now: SeasonIndex) -> Option<&mut Seen> {
		match now.checked_sub(seen) {
			Some(0) => Some(&mut self.this),
			Some(1) => Some(&mut self.last),
			_ => None,
		}
	}

	/// The same people, one season later.
	pub fn turned(self) -> Self {
		// Both figures together count citizens, as above.
		let settled = self.this.settled.saturating_add(self.this.maturing);
		Self { this: Seen::default(), last: Seen { settled, maturing: 0, ..self.this } }
	}
}

impl Seen {
	/// Counts a citizen. `None` if a figure has no room.
	pub fn add(&mut self, arrival: &Arrival, now: SeasonIndex) -> Option<()> {
		self.each(arrival, now, |figure| figure.checked_add(1))
	}

	/// Stops counting a citizen. `None` if the citizen was not counted.
	pub fn subtract(&mut self, arrival: &Arrival, now: SeasonIndex) -> Option<()> {
		self.each(arrival, now, |figure| figure.checked_sub(1))
	}

	fn each(
		&mut self,
		arrival: &Arrival,
		now: SeasonIndex,
		change: impl Fn(u32) -> Option<u32>,
	) -> Option<()> {
		let is_past = arrival.is_past(now);
		for (figure, counts) in [
			(&mut self.all, true),
			(&mut self.attested, arrival.first_attested.is_some()),
			(&mut self.settled, is_past),
			(&mut self.maturing, !is_past && arrival.first_attested == Some(now)),
		] {
			if counts {
				*figure = change(*figure)?;
			}
		}
		Some(())
	}
}

/// How a citizen came, and since when they speak for themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Arrival {
	/// By which right the citizen was admitted. `None`: before the census recorded it.
	pub admission: Option<Admission>,
	/// The first season in which the citizen attested themself. It is not that of the admission, which counts by
	/// itself.
	pub first_attested: Option<SeasonIndex>,
}

impl Arrival {
	/// Whether probation is over in the season `now`: a whole season as a citizen, with an own attestation in it.
	/// Citizens of the genesis have none, nor have those who came before the census recorded how.
	pub fn is_past(&self, now: SeasonIndex) -> bool {
		match self.admission {
			None | Some(Admission::Genesis) => true,
			Some(Admission::Vouched | Admission::Founder) => {
				self.first_attested.is_some_and(|first| first < now)
			}
		}
	}
}

/// How many citizens of today came by which right. Those who came before the census recorded it are in no figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Arrived {
	/// Vouched for.
	pub vouched: u32,
	/// Admitted by the founder.
	pub by_founder: u32,
	/// There from the genesis.
	pub genesis: u32,
}

impl Arrived {
	/// The figure of those who came by `admission`.
	pub fn by(&mut self, admission: Admission) -> &mut u32 {
		match admission {
			Admission::Vouched => &mut self.vouched,
			Admission::Founder => &mut self.by_founder,
			Admission::Genesis => &mut self.genesis,
		}
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
	/// How the citizen came, and since when they speak for themselves.
	pub arrival: Arrival,
	/// Whether the citizen is past probation now: may vouch and challenge, and counts towards the tier.
	pub past_probation: bool,
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
