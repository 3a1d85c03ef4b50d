//! A chain that began without elections.

use super::*;
use crate::migrations::SeatValidators;
use frame_support::traits::OnRuntimeUpgrade;

#[test]
fn the_validators_of_a_chain_without_elections_get_the_seats() {
	build_and_execute(|| {
		sessions(7);
		Serving::<Test>::kill();
		LastElection::<Test>::kill();
		let _ = Records::<Test>::clear(u32::MAX, None);
		SeatValidators::<Test>::on_runtime_upgrade();
		assert_eq!(serving(), FOUNDERS);
		let seats = Validators::seat_infos();
		assert!(seats.iter().all(|seat| (seat.since, seat.silent_sessions) == (7, 0)));
		sessions(1);
		assert_eq!((Changes::get(), Session::validators()), (0, FOUNDERS.to_vec()));
	});
}

#[test]
fn a_second_upgrade_changes_no_seats() {
	build_and_execute(|| {
		report(&[2], 0);
		let before = Validators::seat_infos();
		SeatValidators::<Test>::on_runtime_upgrade();
		assert_eq!(Validators::seat_infos(), before);
		assert_eq!(serving(), [1, 3, 4]);
	});
}
