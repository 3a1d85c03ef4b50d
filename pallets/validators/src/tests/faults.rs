//! Two signatures where one is due, and absence.

use super::*;
use frame_support::traits::fungible::Inspect;

/// Lets 50, 51, … serve, as many as `number`, by Ada's approval.
fn serve(number: u64) {
	Seats::set(number as u32);
	let all: Vec<_> = (0..number).map(|place| candidate(50 + place)).collect();
	admit(ADA);
	assert_ok!(approve(ADA, &all));
	election();
	assert_eq!(Session::validators().len() as u64, number);
}

#[test]
fn whoever_signs_twice_loses_bond_candidacy_and_seat() {
	build_and_execute(|| {
		serve(5);
		let treasury = Balances::balance(&TREASURY);
		report(&[50], Session::current_index());
		let fault = Fault::Equivocation;
		System::assert_has_event(Event::CandidacyEnded { candidate: 0, account: 50, fault }.into());
		System::assert_has_event(Event::SeatLost { account: 50, fault }.into());
		System::assert_has_event(Event::Slashed { account: 50, amount: BOND }.into());
		assert_eq!((held(50), Balances::balance(&TREASURY)), (0, treasury + BOND));
		assert!(is_disabled(50) && Validators::candidacy(50).is_none());
		sessions(1);
		assert!(is_disabled(50), "the set was planned already");
		sessions(1);
		assert_eq!(Session::validators(), [51, 52, 53, 54]);
	});
}

#[test]
fn whoever_was_expelled_is_out_until_elected_again() {
	build_and_execute(|| {
		serve(5);
		report(&[50], Session::current_index());
		sessions(2);
		election();
		assert!(!Session::validators().contains(&50), "the old approvals count no more");
		let free = Balances::balance(&50);
		assert_ok!(stand(50));
		let again = CandidateOf::<Test>::get(50).expect("it stands");
		assert_eq!((held(50), Balances::balance(&50)), (BOND, free - BOND), "a whole new bond");
		sessions(2);
		assert!(!Session::validators().contains(&50), "a candidacy is no seat");
		assert_ok!(approve(ADA, &[1, 2, 3, 4, again]));
		election();
		assert!(Session::validators().contains(&50) && !is_disabled(50));
	});
}

#[test]
fn an_offence_is_punished_once() {
	build_and_execute(|| {
		serve(5);
		let session = Session::current_index();
		report(&[50], session);
		candidate(50);
		// Another validator has done the same in the same slot: the report names both.
		report(&[50, 51], session);
		assert_eq!((held(50), held(51)), (BOND, 0));
		assert!(Validators::candidacy(50).is_some() && Validators::candidacy(51).is_none());
	});
}

#[test]
fn a_validator_that_has_left_is_punished_for_what_it_did() {
	build_and_execute(|| {
		serve(5);
		let session = Session::current_index();
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(50)));
		let sixth = candidate(60);
		assert_ok!(approve(ADA, &[1, 2, 3, 4, sixth]));
		election();
		assert_eq!(Validators::kept_bond(50).map(|it| it.0), Some(BOND));
		report(&[50], session);
		assert_eq!((held(50), Validators::kept_bond(50).map(|it| it.0)), (0, Some(0)));
		assert_eq!(serving(), [51, 52, 53, 54, 60], "it has no seat to lose");
		sessions(REPORT_SESSIONS);
		assert_ok!(Validators::release(RuntimeOrigin::signed(7), 50));
	});
}

#[test]
fn standing_again_does_not_escape_a_report() {
	build_and_execute(|| {
		serve(5);
		let session = Session::current_index();
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(50)));
		sessions(1);
		assert_ok!(stand(50));
		report(&[50], session);
		assert_eq!((held(50), Validators::candidacy(50)), (0, None));
	});
}

#[test]
fn no_more_than_a_third_lose_their_seats_and_the_others_stay_disabled() {
	build_and_execute(|| {
		serve(5);
		assert_eq!(Validators::spare_seats(5), 1);
		report(&[50], Session::current_index());
		report(&[51], Session::current_index());
		assert_eq!((held(50), held(51)), (0, 0));
		assert_eq!(serving(), [51, 52, 53, 54]);
		// The session pallet disables a third at most, too. From the next set on there is room for the second.
		assert!(is_disabled(50) && !is_disabled(51));
		sessions(2);
		assert_eq!(Session::validators(), [51, 52, 53, 54]);
		assert!(is_disabled(51));
		// New keys of another one are no pardon.
		assert_ok!(Session::set_keys(RuntimeOrigin::signed(52), keys(520), proof(520, 52)));
		sessions(2);
		assert!(is_disabled(51));
		// The next election is.
		assert_ok!(approve(ADA, &[2, 3, 4, candidate(60)]));
		election();
		assert_eq!(Session::validators(), [52, 53, 54, 60]);
		assert!(Offenders::<Test>::get().is_empty());
	});
}

#[test]
fn the_limit_is_below_a_third_for_every_number() {
	build_and_execute(|| {
		for elected in 0..=100 {
			let spare = Validators::spare_seats(elected);
			assert!(spare * 3 < elected.max(1), "{elected}");
			assert!((spare + 1) * 3 >= elected, "{elected}");
		}
	});
}

#[test]
fn a_founding_validator_without_a_bond_loses_its_seat_all_the_same() {
	build_and_execute(|| {
		report(&[2], 0);
		assert_eq!(serving(), [1, 3, 4]);
		assert!(is_disabled(2));
		sessions(2);
		assert_eq!(Session::validators(), [1, 3, 4]);
	});
}

#[test]
fn the_only_validator_keeps_its_seat() {
	Founding::set(vec![1]);
	build_and_execute(|| {
		report(&[1], 0);
		assert_eq!((serving(), is_disabled(1)), (vec![1], false));
		for _ in 0..PATIENCE + 2 {
			session_without(&[1]);
		}
		assert_eq!(serving(), [1]);
	});
	Founding::set(FOUNDERS.to_vec());
}

#[test]
fn whoever_makes_no_block_for_too_long_loses_the_seat_and_keeps_the_bond() {
	build_and_execute(|| {
		serve(5);
		let seat = || Validators::seat_infos().into_iter().find(|seat| seat.account == 50);
		for silent in 0..PATIENCE {
			assert_eq!(seat().map(|seat| seat.silent_sessions), Some(silent));
			assert!(serving().contains(&50), "after {silent} sessions");
			session_without(&[50]);
		}
		let fault = Fault::Absence;
		System::assert_has_event(Event::SeatLost { account: 50, fault }.into());
		System::assert_has_event(Event::CandidacyEnded { candidate: 0, account: 50, fault }.into());
		assert_eq!((serving(), held(50)), (vec![51, 52, 53, 54], BOND));
		assert!(!is_disabled(50), "absence is no offence");
	});
}

#[test]
fn one_block_in_time_saves_the_seat() {
	build_and_execute(|| {
		serve(5);
		for _ in 0..4 {
			for _ in 1..PATIENCE {
				session_without(&[50]);
			}
			session_without(&[]);
		}
		assert!(serving().contains(&50));
		assert_eq!(Validators::seat_infos()[0].blocks, 4);
	});
}

#[test]
fn those_who_are_not_validators_make_no_records() {
	build_and_execute(|| {
		use pallet_authorship::EventHandler;
		<Validators as EventHandler<u64, u64>>::note_author(77);
		assert!(!Records::<Test>::contains_key(77));
		report(&[77], 0);
		assert_eq!(serving(), FOUNDERS);
	});
}

#[test]
fn the_roots_of_sessions_long_past_are_removed() {
	build_and_execute(|| {
		sessions(REPORT_SESSIONS + 10);
		let kept = pallet_session::historical::HistoricalSessions::<Test>::iter().count();
		// Those that reports can be about, of the session under way and of the two that are planned.
		assert_eq!(kept as u32, REPORT_SESSIONS + 3);
	});
}
