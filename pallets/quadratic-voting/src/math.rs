//! What votes cost, and what a tally amounts to.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use sp_runtime::{traits::EnsureMul, ArithmeticError, Perbill};

/// The citizens' parts of a hundred, if the outside panel votes too.
pub const CITIZENS_PARTS: u128 = 80;

/// The outside panel's parts of a hundred.
pub const PANEL_PARTS: u128 = 20;

/// What so many votes cost in voice credits: their square.
pub fn cost(votes: u32) -> Result<u64, ArithmeticError> {
	u64::from(votes).ensure_mul(votes.into())
}

/// The approval that a tally amounts to, rounded down.
///
/// Citizens alone decide if no panel member has voted. Without any citizen's vote there is no approval: a panel has
/// a say in what citizens decide, and decides nothing by itself.
pub fn approval((ayes, nays): (u64, u64), (panel_ayes, panel_nays): (u32, u32)) -> Perbill {
	// Sums of two figures of half the width and products of at most 65 + 33 + 7 bits: nothing here saturates.
	let citizens = u128::from(ayes).saturating_add(nays.into());
	let panel = u128::from(panel_ayes).saturating_add(panel_nays.into());
	if citizens == 0 {
		return Perbill::zero();
	}
	if panel == 0 {
		return Perbill::from_rational(ayes.into(), citizens);
	}
	let by_citizens = CITIZENS_PARTS.saturating_mul(ayes.into()).saturating_mul(panel);
	let by_panel = PANEL_PARTS.saturating_mul(panel_ayes.into()).saturating_mul(citizens);
	let whole = CITIZENS_PARTS.saturating_add(PANEL_PARTS).saturating_mul(citizens).saturating_mul(panel);
	Perbill::from_rational(by_citizens.saturating_add(by_panel), whole)
}

/// Which share of the electorate is for the proposal, rounded down. Nobody is no share of nobody.
pub fn support(voters: u32, electorate: u32) -> Perbill {
	if electorate == 0 {
		return Perbill::zero();
	}
	Perbill::from_rational(voters, electorate)
}
