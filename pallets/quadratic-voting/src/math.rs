// SPDX-License-Identifier: Apache-2.0
//! What votes cost, and what a tally amounts to.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use civitas_primitives::PanelCount;
use sp_runtime::{traits::EnsureMul, ArithmeticError, Perbill};

/// The outside panel has one part in so many, if all its members vote.
pub const PANEL_PART: u128 = 5;

/// One in so many of the panel's members must vote for the panel to have any weight.
pub const PANEL_QUORUM: u128 = 3;

/// What so many votes cost in voice credits: their square.
pub fn cost(votes: u32) -> Result<u64, ArithmeticError> {
	u64::from(votes).ensure_mul(votes.into())
}

/// The approval that a tally amounts to, rounded down.
///
/// The panel's weight is a fifth of the share of its members who have voted, and nothing if fewer than a third have.
/// The rest is the citizens' weight. Without any citizen's vote there is no approval: a panel has a say in what
/// citizens decide, and decides nothing by itself.
pub fn approval((ayes, nays): (u64, u64), panel: PanelCount) -> Perbill {
	// Sums and products of figures of at most 65 + 17 + 19 bits: nothing here saturates.
	let citizens = u128::from(ayes).saturating_add(nays.into());
	let voted = u128::from(panel.ayes).saturating_add(panel.nays.into());
	let seats = u128::from(panel.seats);
	if citizens == 0 {
		return Perbill::zero();
	}
	if voted == 0 || seats == 0 || voted.saturating_mul(PANEL_QUORUM) < seats {
		return Perbill::from_rational(ayes.into(), citizens);
	}
	// The lot can give a panel some more members than it is drawn to have.
	let weight = voted.min(seats);
	let whole = seats.saturating_mul(PANEL_PART);
	let by_citizens = whole.saturating_sub(weight).saturating_mul(ayes.into()).saturating_mul(voted);
	let by_panel = weight.saturating_mul(panel.ayes.into()).saturating_mul(citizens);
	let all = whole.saturating_mul(citizens).saturating_mul(voted);
	Perbill::from_rational(by_citizens.saturating_add(by_panel), all)
}

/// Which share of the electorate is for the proposal, rounded down. Nobody is no share of nobody.
pub fn support(voters: u32, electorate: u32) -> Perbill {
	if electorate == 0 {
		return Perbill::zero();
	}
	Perbill::from_rational(voters, electorate)
}
