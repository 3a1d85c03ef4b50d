//! Who approves whom.

use super::*;

fn is_free(citizen: CitizenId, candidates: &[CandidateId]) -> bool {
	let call = RuntimeCall::from(Call::approve { candidates: list(candidates) });
	call.is_feeless(&RuntimeOrigin::signed(account(citizen)))
}

fn approvals(candidate: CandidateId) -> u32 {
	Validators::candidate(candidate).expect("it stands").approvals
}

fn ranking() -> Vec<CandidateId> {
	Validators::ranking(PAGE).into_iter().map(|it| it.candidate).collect()
}

#[test]
fn a_citizen_approves_and_changes_their_mind_free_of_charge() {
	build_and_execute(|| {
		admit(ADA);
		let [one, two, three] = [50, 51, 52].map(candidate);
		assert!(is_free(ADA, &[one, two]));
		assert_ok!(approve(ADA, &[one, two]));
		let candidates = list(&[one, two]);
		System::assert_last_event(Event::Approved { citizen: ADA, candidates: candidates.clone() }.into());
		assert_eq!(Validators::approvals(ADA), candidates);
		assert_eq!([one, two, three].map(approvals), [1, 1, 0]);

		assert_ok!(approve(ADA, &[two, three]));
		assert_eq!([one, two, three].map(approvals), [0, 1, 1]);
		assert_eq!(ranking(), [two, three], "nobody approves the first");

		assert_ok!(approve(ADA, &[]));
		assert_eq!([one, two, three].map(approvals), [0, 0, 0]);
		assert!(ranking().is_empty() && !Approvals::<Test>::contains_key(ADA));
	});
}

#[test]
fn approvals_are_free_only_within_the_quota_and_only_if_they_succeed() {
	build_and_execute(|| {
		admit(ADA);
		let [one, two] = [50, 51].map(candidate);
		for turn in 0..QUOTA {
			let choice = if turn % 2 == 0 { one } else { two };
			assert!(is_free(ADA, &[choice]));
			assert_ok!(approve(ADA, &[choice]));
		}
		assert!(!is_free(ADA, &[one]), "the quota is used up");
		assert_ok!(approve(ADA, &[one]));
		admit(BEN);
		assert!(
			!is_free(BEN, &[7]) && !is_free(BEN, &[]) && !is_free(BEN, &[two, one]) && !is_free(CLEO, &[one])
		);
	});
}

#[test]
fn approvals_that_mean_nothing_are_refused() {
	build_and_execute(|| {
		admit(ADA);
		let [one, two] = [50, 51].map(candidate);
		assert_noop!(approve(CLEO, &[one]), Error::NotCitizen);
		assert_noop!(approve(ADA, &[]), Error::Unchanged);
		assert_noop!(approve(ADA, &[one, 2]), Error::UnknownCandidate);
		assert_noop!(approve(ADA, &[two, one]), Error::NotInOrder);
		assert_noop!(approve(ADA, &[one, one]), Error::NotInOrder);
		assert_ok!(approve(ADA, &[one]));
		assert_noop!(approve(ADA, &[one]), Error::Unchanged);
		suspend(ADA);
		assert_noop!(approve(ADA, &[two]), Error::Suspended);
		assert!(ApprovalList::try_from((0..=MAX_APPROVALS).collect::<Vec<_>>()).is_err());
	});
}

#[test]
fn more_approvals_come_first_and_then_the_older_candidacy() {
	build_and_execute(|| {
		[ADA, BEN, CLEO].into_iter().for_each(admit);
		let [one, two, three] = [50, 51, 52].map(candidate);
		assert_ok!(approve(ADA, &[one, two, three]));
		assert_eq!(ranking(), [one, two, three]);
		assert_ok!(approve(BEN, &[two, three]));
		assert_eq!(ranking(), [two, three, one]);
		assert_ok!(approve(CLEO, &[three]));
		assert_eq!(ranking(), [three, two, one]);
		assert_eq!(Validators::ranking(1).len(), 1);
	});
}

#[test]
fn the_ranking_orders_counts_of_every_size() {
	for (more, fewer) in [(1, 0), (256, 255), (65_536, 65_535), (u32::MAX, u32::MAX - 1)] {
		assert!(Rank::new(more, 9).encode() < Rank::new(fewer, 1).encode());
		assert!(Rank::new(more, 255).encode() < Rank::new(more, 256).encode());
		assert_eq!(Rank::new(more, 256).parts(), (more, 256));
	}
}

#[test]
fn a_citizen_who_is_suspended_or_leaves_takes_the_approvals_away() {
	build_and_execute(|| {
		[ADA, BEN, CLEO].into_iter().for_each(admit);
		let [one, two] = [50, 51].map(candidate);
		assert_ok!(approve(ADA, &[one, two]));
		assert_ok!(approve(BEN, &[one]));
		suspend(ADA);
		System::assert_last_event(Event::ApprovalsEnded { citizen: ADA }.into());
		assert_eq!([one, two].map(approvals), [1, 0]);
		reinstate(ADA);
		assert_eq!([one, two].map(approvals), [1, 0], "they name them anew");
		assert_ok!(approve(ADA, &[two]));
		leave(BEN);
		leave(CLEO);
		assert_eq!(([one, two].map(approvals), ranking()), ([0, 1], vec![two]));
	});
}

#[test]
fn approvals_of_a_candidacy_that_has_ended_count_for_nobody() {
	build_and_execute(|| {
		admit(ADA);
		let [one, two] = [50, 51].map(candidate);
		assert_ok!(approve(ADA, &[one, two]));
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(50)));
		let again = candidate(50);
		assert_eq!((approvals(again), ranking()), (0, vec![two]));
		assert_ok!(approve(ADA, &[two, again]));
		assert_eq!([two, again].map(approvals), [1, 1]);
	});
}

#[test]
fn pages_of_candidates_cover_all_that_stand() {
	build_and_execute(|| {
		for who in 0..u64::from(PAGE) + 3 {
			candidate(100 + who);
		}
		assert_ok!(Validators::withdraw(RuntimeOrigin::signed(101)));
		let (first, next) = Validators::candidates_page(0);
		assert_eq!((first.len() as u32, next), (PAGE - 1, Some(PAGE)));
		let (second, end) = Validators::candidates_page(PAGE);
		assert_eq!((second.len(), end), (3, None));
		assert_eq!(Validators::candidates_page(CandidateId::MAX), (vec![], None));
	});
}
