// SPDX-License-Identifier: Apache-2.0
//! Goals beyond the tiers.

use super::*;
use civitas_primitives::OnSeason;

/// The census of `season` finds so many, and the season turns.
fn turn(season: SeasonIndex, active: u32) {
	CENSUS.with_borrow_mut(|all| all.insert(season, active));
	CurrentSeason::set(season + 1);
	Charter::turn(season + 1);
}

#[test]
fn a_milestone_is_reached_once_and_for_ever() {
	ExtBuilder::default().build_and_execute(|| {
		turn(0, 999);
		assert_eq!(events(), []);
		assert_eq!(Charter::milestone_infos(), []);
		turn(1, 1_000);
		let reached = MilestoneInfo { milestone: Milestone::Population, season: 1 };
		assert_eq!(events(), [Event::MilestoneReached { milestone: Milestone::Population, season: 1 }]);
		turn(2, 3);
		turn(3, 5_000);
		assert_eq!(events(), []);
		assert_eq!(Charter::milestone_infos(), [reached]);
	});
}

#[test]
fn the_first_season_begins_without_a_census() {
	ExtBuilder::default().build_and_execute(|| {
		Charter::turn(0);
		assert_eq!(Charter::milestone_infos(), []);
	});
}
