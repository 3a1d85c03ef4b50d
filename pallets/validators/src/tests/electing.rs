//! Who is elected, and when they serve.

use super::*;

/// Candidates 50, 51, … with as many approvals as `counts` says, by citizens 0, 1, ….
fn ranked(counts: &[u32]) -> Vec<CandidateId> {
	let all: Vec<_> = (0..counts.len() as u64).map(|place| candidate(50 + place)).collect();
	for citizen in 0..counts.iter().copied().max().unwrap_or(0) {
		admit(citizen);
		let chosen: Vec<_> =
			all.iter().zip(counts).filter(|(_, count)| citizen < **count).map(|(id, _)| *id).collect();
		assert_ok!(approve(citizen, &chosen));
	}
	all
}

#[test]
fn the_most_approved_serve_and_ties_go_to_the_older_candidacy() {
	build_and_execute(|| {
		// Six are approved and there are five seats: the last two tie.
		ranked(&[1, 2, 3, 2, 1, 2, 0]);
		assert_eq!(Validators::outlook().winners.len(), 5);
		turn();
		let validators = vec![50, 51, 52, 53, 55];
		System::assert_has_event(Event::Elected { season: 1, validators: validators.clone() }.into());
		assert_eq!(serving(), validators);
	});
}

#[test]
fn those_elected_serve_from_the_session_after_the_next() {
	build_and_execute(|| {
		ranked(&[1, 1, 1, 1]);
		sessions(1);
		turn();
		assert_eq!(Session::validators(), FOUNDERS);
		sessions(1);
		assert_eq!(Session::validators(), FOUNDERS);
		sessions(1);
		assert_eq!(Session::validators(), [50, 51, 52, 53]);
		let since = Validators::seat_infos().into_iter().map(|seat| seat.since);
		assert!(since.eq([Session::current_index(); 4]));
	});
}

#[test]
fn too_few_winners_change_nothing() {
	build_and_execute(|| {
		ranked(&[2, 2, 2]);
		election();
		System::assert_has_event(Event::OldValidatorsStay { season: 1, electable: 3, quorum: 4 }.into());
		assert_eq!((Session::validators(), Changes::get()), (FOUNDERS.to_vec(), 0));
		let fourth = candidate(60);
		assert_ok!(approve(1, &[0, 1, 2, fourth]));
		election();
		assert_eq!(Session::validators(), [50, 51, 52, 60]);
	});
}

#[test]
fn a_candidate_needs_a_part_of_the_citizens() {
	build_and_execute(|| {
		LeastApprovals::set(2);
		let all = ranked(&[3, 3, 3, 3, 1]);
		(10..17).for_each(admit);
		assert_eq!(Validators::outlook().needed, 2);
		// A quarter of the ten citizens, rounded up.
		ApprovalPercent::set(25);
		assert_eq!((Validators::outlook().needed, Validators::outlook().quorum), (3, 4));
		election();
		assert_eq!(Session::validators(), [50, 51, 52, 53]);
		// One more citizen does not change it, three more do.
		(17..20).for_each(admit);
		assert_eq!(Validators::outlook().needed, 4);
		assert!(Validators::outlook().winners.is_empty());
		assert_eq!(all.len(), 5);
	});
}

#[test]
fn an_election_with_the_same_outcome_changes_no_set() {
	build_and_execute(|| {
		ranked(&[1, 1, 1, 1]);
		election();
		let changes = Changes::get();
		assert_eq!(changes, 1);
		let before = Validators::seat_infos();
		election();
		assert_eq!(Changes::get(), changes);
		let after = Validators::seat_infos();
		assert!(before.iter().zip(&after).all(|(before, after)| before.since == after.since));
		assert!(after.iter().all(|seat| seat.blocks == 2));
	});
}

#[test]
fn founding_validators_go_when_enough_others_are_elected_and_stay_if_they_are_approved() {
	build_and_execute(|| {
		let founder = {
			assert_ok!(Validators::stand(RuntimeOrigin::signed(1), keys(1), proof(1, 1)));
			CandidateOf::<Test>::get(1).expect("it stands")
		};
		let others: Vec<_> = (50..53).map(candidate).collect();
		admit(ADA);
		assert_ok!(approve(ADA, &[&[founder][..], &others].concat()));
		election();
		assert_eq!(Session::validators(), [1, 50, 51, 52]);
		let seats = Validators::seat_infos();
		assert_eq!((seats[0].candidate, seats[0].since, seats[1].since), (Some(founder), 0, 2));
		// The keys of a founder that is out are forgotten in time, and anyone sees to it.
		sessions(REPORT_SESSIONS);
		let release = |who| Validators::release(RuntimeOrigin::signed(7), who);
		assert_ok!(release(2));
		assert_eq!(Session::load_keys(&2), None);
		assert_noop!(release(1).map_err(|failed| failed.error), Error::StillBound);
	});
}

#[test]
fn new_keys_of_a_validator_come_into_force_and_can_be_proven() {
	build_and_execute(|| {
		use frame_support::traits::KeyOwnerProofSystem;
		let id = sp_core::crypto::key_types::DUMMY;
		let proves = |key: u64, owner: u64| {
			let key = (id, keys(key).dummy);
			let proof = Historical::prove(key.clone()).expect("the session's root is kept");
			Historical::check_proof(key, proof) == Some((owner, ()))
		};
		assert!(proves(1, 1), "from genesis on");
		assert_ok!(Session::set_keys(RuntimeOrigin::signed(1), keys(11), proof(11, 1)));
		sessions(2);
		assert!(proves(11, 1) && Session::queued_keys().contains(&(1, keys(11))));
		ranked(&[1, 1, 1, 1]);
		election();
		assert!(proves(50, 50));
	});
}

#[test]
fn there_are_no_more_seats_than_there_can_be() {
	build_and_execute(|| {
		Seats::set(u32::MAX);
		assert_eq!(Validators::seats(), 100);
		ranked(&[1, 1, 1, 1, 1, 1, 1]);
		election();
		assert_eq!(Session::validators().len(), 7);
	});
}
