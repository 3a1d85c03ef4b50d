//! How referenda of each kind are decided. The reasons for each figure are in docs/governance.md.
//!
//! Periods are in days of deliberation, whose length is a parameter of the charter: a day on a live chain, moments on
//! one for development. So the same table serves both.

use super::origins::Origin;
use crate::{
	parameters::{DeliberationDay, LONGEST_POLL},
	Balance, BlockNumber, OriginCaller, CIV,
};
use alloc::borrow::Cow;
use civitas_primitives::{BallotKind, BallotKinds};
use frame_support::traits::Get;
use frame_system::RawOrigin;
use pallet_referenda::{Curve, Track, TrackInfo, TracksInfo};
use sp_runtime::{str_array as s, Perbill};

/// A track's number.
pub type TrackId = u16;

/// Amends what is entrenched, upgrades the runtime, and may do whatever root may.
pub const ENTRENCHED: TrackId = 0;
/// Amends the charter's ordinary articles.
pub const CHARTER: TrackId = 1;
/// Resolves what the charter leaves open.
pub const LAW: TrackId = 2;
/// Spends from the treasury.
pub const SPENDING: TrackId = 3;
/// Judges: challenged admissions, suspensions, revocations.
pub const JUSTICE: TrackId = 4;
/// Appoints.
pub const APPOINTMENT: TrackId = 5;

/// In how many days of deliberation the decision deposit must be there. With it, the longest poll takes
/// [`crate::parameters::LONGEST_POLL`].
pub const UNDECIDING_DAYS: u32 = 14;

/// A row of the table.
struct Plan {
	id: TrackId,
	name: [u8; 25],
	/// Whether ballots are secret or by name.
	ballots: BallotKind,
	/// How many can be decided at once.
	at_once: u32,
	/// What must be deposited for a decision. It comes back unless the referendum is killed.
	deposit: Balance,
	/// Days from submission to the beginning of the decision.
	prepare: u32,
	/// Days for the decision.
	decide: u32,
	/// Days for which it must stay passed.
	confirm: u32,
	/// Days between its result and its enactment.
	enact: u32,
	/// The approval that it needs, from the first day to the last.
	approval: Perbill,
	/// The support that it needs on the first day and on the last.
	support: (Perbill, Perbill),
}

/// More than half.
const MAJORITY: Perbill = Perbill::from_parts(500_000_001);
/// Two thirds, rounded down as tallies are, so that two votes of three are enough.
const TWO_THIRDS: Perbill = Perbill::from_parts(666_666_666);

const TABLE: [Plan; 6] = [
	Plan {
		id: ENTRENCHED,
		name: s("entrenched"),
		ballots: BallotKind::Secret,
		at_once: 5,
		deposit: 50 * CIV,
		prepare: 7,
		decide: 28,
		confirm: 7,
		enact: 14,
		approval: TWO_THIRDS,
		support: (Perbill::from_percent(40), Perbill::from_percent(10)),
	},
	Plan {
		id: CHARTER,
		name: s("charter"),
		ballots: BallotKind::Secret,
		at_once: 5,
		deposit: 20 * CIV,
		prepare: 3,
		decide: 21,
		confirm: 3,
		enact: 7,
		approval: MAJORITY,
		support: (Perbill::from_percent(30), Perbill::from_percent(10)),
	},
	Plan {
		id: LAW,
		name: s("law"),
		ballots: BallotKind::Secret,
		at_once: 10,
		deposit: 10 * CIV,
		prepare: 2,
		decide: 14,
		confirm: 2,
		enact: 2,
		approval: MAJORITY,
		support: (Perbill::from_percent(20), Perbill::from_percent(5)),
	},
	Plan {
		id: SPENDING,
		name: s("spending"),
		ballots: BallotKind::Secret,
		at_once: 10,
		deposit: 10 * CIV,
		prepare: 2,
		decide: 14,
		confirm: 2,
		enact: 3,
		approval: MAJORITY,
		support: (Perbill::from_percent(20), Perbill::from_percent(5)),
	},
	Plan {
		id: JUSTICE,
		name: s("justice"),
		ballots: BallotKind::Secret,
		at_once: 20,
		deposit: 10 * CIV,
		prepare: 1,
		decide: 10,
		confirm: 5,
		enact: 1,
		approval: TWO_THIRDS,
		support: (Perbill::from_percent(15), Perbill::from_percent(5)),
	},
	Plan {
		id: APPOINTMENT,
		name: s("appointment"),
		ballots: BallotKind::Open,
		at_once: 5,
		deposit: 10 * CIV,
		prepare: 2,
		decide: 14,
		confirm: 2,
		enact: 2,
		approval: MAJORITY,
		support: (Perbill::from_percent(15), Perbill::from_percent(5)),
	},
];

/// A threshold that is the same from the first day of the decision to the last.
///
/// The stock pallet asks a curve when a tally will pass. A linear curve whose ends are equal answers "at the end" for a
/// tally that is exactly at the threshold. A step that never comes answers "at once".
const fn flat(at: Perbill) -> Curve {
	Curve::SteppedDecreasing { begin: at, end: at, step: Perbill::one(), period: Perbill::one() }
}

/// A threshold that falls evenly from the first day of the decision to the last.
const fn falling(from: Perbill, to: Perbill) -> Curve {
	Curve::LinearDecreasing { length: Perbill::one(), floor: to, ceil: from }
}

/// So many days of deliberation, in blocks.
pub fn days(days: u32) -> BlockNumber {
	// Clamping at the last block number there is means: never.
	DeliberationDay::get().saturating_mul(days)
}

impl Plan {
	fn info(&self) -> TrackInfo<Balance, BlockNumber> {
		let (first, last) = self.support;
		TrackInfo {
			name: self.name,
			max_deciding: self.at_once,
			decision_deposit: self.deposit,
			prepare_period: days(self.prepare),
			decision_period: days(self.decide),
			confirm_period: days(self.confirm),
			min_enactment_period: days(self.enact),
			min_approval: flat(self.approval),
			min_support: falling(first, last),
		}
	}
}

/// Whether track `one` asks for at least as much approval, and in the end for as much support, as track `other`.
pub fn asks_as_much(one: TrackId, other: TrackId) -> bool {
	let plan = |id| TABLE.iter().find(|plan| plan.id == id);
	match (plan(one), plan(other)) {
		(Some(one), Some(other)) => one.approval >= other.approval && one.support.1 >= other.support.1,
		_ => false,
	}
}

/// The tracks, with the periods of today's charter.
pub struct Tracks;

impl TracksInfo<Balance, BlockNumber> for Tracks {
	type Id = TrackId;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<TrackId, Balance, BlockNumber>>> {
		TABLE.iter().map(|plan| Cow::Owned(Track { id: plan.id, info: plan.info() }))
	}

	fn track_for(origin: &OriginCaller) -> Result<TrackId, ()> {
		match origin {
			OriginCaller::system(RawOrigin::Root) => Ok(ENTRENCHED),
			OriginCaller::Origins(origin) => match origin {
				Origin::CharterAmendment => Ok(CHARTER),
				Origin::Law => Ok(LAW),
				Origin::Spending => Ok(SPENDING),
				Origin::Justice => Ok(JUSTICE),
				Origin::Appointment => Ok(APPOINTMENT),
				Origin::Charter => Err(()),
			},
			_ => Err(()),
		}
	}

	fn info(id: TrackId) -> Option<Cow<'static, TrackInfo<Balance, BlockNumber>>> {
		TABLE.iter().find(|plan| plan.id == id).map(|plan| Cow::Owned(plan.info()))
	}
}

impl BallotKinds<TrackId> for Tracks {
	fn kind(track: &TrackId) -> BallotKind {
		// There are no polls on other tracks.
		TABLE.iter().find(|plan| plan.id == *track).map_or(BallotKind::Secret, |plan| plan.ballots)
	}
}

/// The decision deposit of the most expensive track.
pub fn highest_deposit() -> Balance {
	TABLE.iter().map(|plan| plan.deposit).max().unwrap_or_default()
}

/// After how many blocks a referendum without a decision deposit lapses.
pub struct UndecidingTimeout;

impl Get<BlockNumber> for UndecidingTimeout {
	fn get() -> BlockNumber {
		days(UNDECIDING_DAYS)
	}
}

/// No poll takes more blocks from its submission to its end, unless it waits in a queue.
pub struct LongestPoll;

impl Get<BlockNumber> for LongestPoll {
	fn get() -> BlockNumber {
		days(LONGEST_POLL)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_longest_poll_is_as_long_as_the_parameters_say() {
		for plan in TABLE {
			let before = plan.prepare.max(UNDECIDING_DAYS);
			assert!(before + plan.decide + plan.confirm < LONGEST_POLL, "{}", plan.id);
		}
	}

	#[test]
	fn tracks_are_numbered_in_order_and_every_one_has_an_origin() {
		for (n, plan) in TABLE.iter().enumerate() {
			assert_eq!(usize::from(plan.id), n);
		}
		let origins = [
			OriginCaller::system(RawOrigin::Root),
			OriginCaller::Origins(Origin::CharterAmendment),
			OriginCaller::Origins(Origin::Law),
			OriginCaller::Origins(Origin::Spending),
			OriginCaller::Origins(Origin::Justice),
			OriginCaller::Origins(Origin::Appointment),
		];
		let ids: Vec<_> = origins.iter().map(Tracks::track_for).collect();
		assert_eq!(ids, TABLE.map(|plan| Ok(plan.id)));
	}

	#[test]
	fn a_flat_curve_is_passed_at_once_by_exactly_what_it_asks_for_and_never_by_less() {
		for plan in TABLE {
			let curve = sp_io::TestExternalities::default().execute_with(|| plan.info().min_approval);
			let less = Perbill::from_parts(plan.approval.deconstruct() - 1);
			for x in [0, 1, 499_999_999, 999_999_999, 1_000_000_000].map(Perbill::from_parts) {
				assert_eq!(curve.threshold(x), plan.approval);
				assert!(curve.passing(x, plan.approval) && !curve.passing(x, less));
			}
			assert_eq!(curve.delay(plan.approval), Perbill::zero());
			assert_eq!(curve.delay(Perbill::one()), Perbill::zero());
			assert_eq!(curve.delay(less), Perbill::one());
		}
	}

	#[test]
	fn justice_stops_no_poll_that_asks_for_more_than_justice_does() {
		let stops = |other| asks_as_much(JUSTICE, other);
		assert_eq!([LAW, SPENDING, JUSTICE, APPOINTMENT].map(stops), [true; 4]);
		assert_eq!([ENTRENCHED, CHARTER, 6].map(stops), [false; 3]);
		assert!(TABLE.iter().all(|plan| asks_as_much(ENTRENCHED, plan.id)));
	}

	#[test]
	fn nobody_alone_fills_a_track() {
		let most = sp_io::TestExternalities::default().execute_with(crate::parameters::OpenPolls::get);
		assert!(TABLE.iter().all(|plan| most < plan.at_once), "{most}");
	}

	#[test]
	fn nobody_is_judged_in_less_than_a_week() {
		let justice = &TABLE[usize::from(JUSTICE)];
		assert!(justice.confirm >= 5 && justice.prepare + justice.confirm + justice.enact >= 7);
	}

	#[test]
	fn half_is_no_majority_and_two_thirds_are_enough() {
		let needs = |id: TrackId| TABLE[usize::from(id)].approval;
		assert!(Perbill::from_percent(50) < needs(CHARTER));
		assert!(Perbill::from_percent(51) >= needs(CHARTER));
		assert!(Perbill::from_rational(2_000u32 - 1, 3_000) < needs(ENTRENCHED));
		assert!(Perbill::from_rational(2u32, 3) >= needs(ENTRENCHED));
		assert!(Perbill::from_percent(67) >= needs(ENTRENCHED));
	}
}
