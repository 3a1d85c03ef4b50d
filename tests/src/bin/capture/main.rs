// SPDX-License-Identifier: Apache-2.0
//! A model of capture: how many seasons a small group needs until it holds two thirds of the secret votes.
//!
//! It starts with 100 honest citizens and 3 attackers, all of them past probation. The attackers follow the rules as
//! well as they can and vouch only for sham citizens of their own. The model counts people, not blocks, and favours the
//! attackers wherever it simplifies:
//!
//! - Each sham citizen attests in time, is never revoked, and costs the attackers nothing but deposits that return.
//! - The honest citizens admit nobody, so the attackers' share is as large as it can be.
//! - A sham citizen votes from the season after the admission, under both rules.
//! - Under the new rules, an attacker uses every vouch in the first block in which it is free, and every application
//!   becomes complete in that block.
//! - Of the sham applications, the honest citizens recognise a given share and challenge them in time, as far as
//!   their open challenges reach. The justice track upholds every challenge. An upheld challenge frees the vouches
//!   again, but their season is lost.
//!
//! Run it with `scripts/bench/capture`.

/// The honest citizens at the start.
const HONEST: u64 = 100;
/// The attackers at the start.
const ATTACKERS: u64 = 3;
/// After how many seasons the model gives up.
const HORIZON: usize = 200;
/// How many vouches an admission needs, and how many a citizen can have open.
const VOUCHES: u64 = 3;
/// The application deposit, in CIV.
const DEPOSIT: u64 = 10;
/// The challenge period, in days.
const PERIOD: u64 = 14;
/// How long a challenge stays open, in days: the longest poll of the justice track.
const RULING: u64 = 28;
/// A season, in days.
const SEASON: u64 = 90;

/// What the attackers have reached at the start of a season.
struct State {
	/// Sham citizens and attackers on the roll.
	attackers: u64,
	/// Citizens admitted in each season so far.
	admitted: Vec<u64>,
}

/// The old rules: a vouch ends with the admission, so three attackers vouch for one applicant after the other in one
/// block. Only the deposits limit them, which return with each admission. A citizen has one open challenge.
fn old(capital: u64, recognised: f64) -> impl Fn(&State) -> u64 {
	move |_| {
		let waves = SEASON / PERIOD;
		let applications = waves * capital / DEPOSIT;
		let challenges = HONEST * (SEASON / RULING);
		applications - challenges.min((applications as f64 * recognised) as u64)
	}
}

/// The new rules: a vouch stays bound until the person has been a citizen for a season, so [`VOUCHES`] attackers past
/// probation bring in [`VOUCHES`] people in two seasons' turns at most; the intake of a season is bounded; a citizen has
/// three open challenges.
fn new(capital: u64, recognised: f64) -> impl Fn(&State) -> u64 {
	move |state| {
		// A vouch given at the start of season N is bound until the person, admitted in N, has been a citizen for one
		// season: it is free again in N + 1, after the challenge period. So each vouch serves once a season at most.
		let season = state.admitted.len();
		let in_probation: u64 = state.admitted.iter().skip(season.saturating_sub(2)).sum();
		let vouchers = state.attackers - in_probation;
		let by_vouches = vouchers * VOUCHES / VOUCHES;
		let intake = HONEST + state.attackers + 20;
		let applications = by_vouches.min(intake).min(SEASON / PERIOD * capital / DEPOSIT);
		let challenges = HONEST * 3 * (SEASON / RULING);
		applications - challenges.min((applications as f64 * recognised) as u64)
	}
}

/// In which season the attackers hold two thirds of the votes.
fn seasons(admissions: impl Fn(&State) -> u64) -> Option<usize> {
	let mut state = State { attackers: ATTACKERS, admitted: Vec::new() };
	for season in 0..HORIZON {
		if state.attackers * 3 >= (HONEST + state.attackers) * 2 {
			return Some(season);
		}
		let admitted = admissions(&state);
		state.attackers += admitted;
		state.admitted.push(admitted);
	}
	None
}

fn main() {
	println!(
		"Seasons until {ATTACKERS} attackers among {HONEST} honest citizens hold two thirds of the votes.\n"
	);
	println!("| attackers' capital, CIV | sham applications recognised | old rules | new rules | new rules, years |");
	println!("| ---: | ---: | ---: | ---: | ---: |");
	let show = |reached: Option<usize>| reached.map_or("never".into(), |season| season.to_string());
	for capital in [100, 1_000, 10_000, 100_000] {
		for recognised in [0.0, 0.5, 0.9, 1.0] {
			let (before, after) = (seasons(old(capital, recognised)), seasons(new(capital, recognised)));
			let years = after
				.map_or("never".into(), |season| format!("{:.1}", (season as u64 * SEASON) as f64 / 365.0));
			println!(
				"| {capital} | {:.0} % | {} | {} | {years} |",
				recognised * 100.0,
				show(before),
				show(after)
			);
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_new_rules_take_years_where_the_old_ones_took_a_season() {
		assert_eq!(seasons(old(10_000, 0.0)), Some(1));
		let undefended = seasons(new(u64::MAX / 1_000, 0.0)).expect("it ends");
		assert!(undefended >= 8, "{undefended}");
		let defended = seasons(new(u64::MAX / 1_000, 0.9));
		assert!(defended.is_none_or(|season| season > 2 * undefended), "{defended:?}");
	}

	#[test]
	fn no_capital_buys_the_attackers_a_season() {
		let rich = seasons(new(u64::MAX / 1_000, 0.0));
		assert_eq!(seasons(new(10_000, 0.0)), rich);
	}
}
