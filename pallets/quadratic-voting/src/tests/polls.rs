// SPDX-License-Identifier: Apache-2.0
//! Whole polls, as the referenda pallet conducts them.

use super::*;
use civitas_primitives::{PanelCount, PanelTally, Side};
use frame_support::traits::VoteTally;
use scale_info::{TypeDef, TypeInfo};
use sp_runtime::Perbill;
use Vote::{Aye, Nay};

/// A member of a panel with so many seats votes for the first time.
fn panel_votes(poll: PollIndex, side: Side, seats: u16) {
	assert_ok!(QuadraticVoting::count(poll, None, Some(side), seats));
}

/// The last block in which a vote counts, for a poll that is proposed now.
fn last_block() -> u64 {
	System::block_number() + PREPARE + DECIDE - 1
}

#[test]
fn a_proposal_passes_by_the_curves_and_is_enacted() {
	build_and_execute(|| {
		let poll = propose(LAW);
		for person in ADA..=DORA {
			assert_ok!(vote(person, poll, Aye(3)));
		}
		assert_ok!(vote(EVE, poll, Nay(6)));
		// Twelve votes of eighteen, four people of ten. Two thirds are enough when a bit less than half of the time
		// is over, two fifths of the electorate after a quarter.
		run(PREPARE);
		let since = deciding(poll).expect("is being decided").since;
		run_to(since + 8);
		assert_eq!(deciding(poll).and_then(|it| it.confirming), None);
		run_to(since + 9);
		assert_eq!(deciding(poll).and_then(|it| it.confirming), Some(since + 9 + CONFIRM));
		run(CONFIRM);
		assert_eq!(outcome(poll), "approved");
		assert_eq!(Balances::free_balance(42), 0);
		run(1);
		assert_eq!(Balances::free_balance(42), 7, "the scheduler has enacted it");
	});
}

#[test]
fn a_changed_mind_is_refunded_and_turns_the_poll() {
	build_and_execute(|| {
		let poll = propose(LAW);
		assert_ok!(vote(ADA, poll, Aye(8)));
		assert_ok!(vote(BEN, poll, Nay(5)));
		assert_ok!(vote(ADA, poll, Nay(3)));
		assert_eq!(left(ADA), 91);
		run(PREPARE + DECIDE + CONFIRM);
		assert_eq!(outcome(poll), "rejected");
	});
}

#[test]
fn too_little_support_fails_whatever_the_approval() {
	build_and_execute(|| {
		Rolls::insert(0, 11);
		let poll = propose(LAW);
		Rolls::insert(0, 10);
		let other = propose(LAW);
		for poll in [poll, other] {
			assert_ok!(vote(ADA, poll, Aye(5)));
		}
		run(PREPARE + DECIDE + CONFIRM);
		assert_eq!(outcome(poll), "rejected", "one of eleven is less than a tenth");
		assert_eq!(outcome(other), "approved", "one of ten is a tenth");
	});
}

#[test]
fn half_of_the_votes_is_no_majority_and_one_more_is() {
	build_and_execute(|| {
		let (half, more) = (propose(LAW), propose(LAW));
		assert_ok!(vote(ADA, half, Aye(5)));
		assert_ok!(vote(BEN, half, Nay(5)));
		assert_ok!(vote(ADA, more, Aye(6)));
		assert_ok!(vote(BEN, more, Nay(5)));
		run(PREPARE + DECIDE + CONFIRM);
		assert_eq!(outcome(half), "rejected");
		assert_eq!(outcome(more), "approved");
	});
}

#[test]
fn nobody_votes_in_a_poll_that_is_over() {
	build_and_execute(|| {
		let last = last_block();
		let poll = propose(LAW);
		run_to(last);
		assert_ok!(vote(ADA, poll, Nay(2)));
		run(1);
		assert_eq!(outcome(poll), "rejected");
		assert_noop!(vote(BEN, poll, Nay(2)), Error::NotOngoing);
		assert_noop!(QuadraticVoting::count(poll, None, Some(Side::Aye), 1), Error::NotOngoing);
		assert_noop!(QuadraticVoting::takes_votes(poll), Error::NotOngoing);
		let cancelled = propose(LAW);
		assert_ok!(vote(ADA, cancelled, Nay(2)));
		assert_ok!(Referenda::cancel(RuntimeOrigin::root(), cancelled));
		assert_noop!(vote(ADA, cancelled, Nay(3)), Error::NotOngoing);
	});
}

#[test]
fn a_vote_in_the_last_block_must_hold_for_the_whole_confirmation() {
	build_and_execute(|| {
		let last = last_block();
		let (stays, answered) = (propose(LAW), propose(LAW));
		run_to(last);
		for poll in [stays, answered] {
			assert_eq!(outcome(poll), "open");
			assert_ok!(vote(ADA, poll, Aye(3)));
		}
		run(1);
		let confirming = |poll| deciding(poll).and_then(|it| it.confirming).is_some();
		assert!(confirming(stays) && confirming(answered), "nothing has passed yet");
		// There is time for an answer.
		assert_ok!(vote(BEN, answered, Nay(3)));
		run(CONFIRM + 1);
		assert_eq!(outcome(stays), "approved");
		assert_eq!(outcome(answered), "rejected");
	});
}

#[test]
fn a_vote_in_the_last_block_of_the_confirmation_ends_it() {
	build_and_execute(|| {
		let poll = propose(LAW);
		for person in ADA..=EVE {
			assert_ok!(vote(person, poll, Aye(1)));
		}
		run(PREPARE);
		let end = deciding(poll).and_then(|it| it.confirming).expect("all are for it");
		run_to(end - 1);
		assert_ok!(vote(6, poll, Nay(10)));
		run(1);
		assert_eq!(outcome(poll), "open");
		assert_eq!(deciding(poll).and_then(|it| it.confirming), None);
	});
}

#[test]
fn the_panel_tips_a_vote_that_citizens_alone_would_have_lost() {
	build_and_execute(|| {
		let (alone, with_panel) = (propose(LAW), propose(LAW));
		for poll in [alone, with_panel] {
			assert_ok!(vote(ADA, poll, Aye(4)));
			assert_ok!(vote(BEN, poll, Nay(5)));
		}
		for side in [Side::Aye, Side::Aye, Side::Aye, Side::Nay] {
			panel_votes(with_panel, side, 4);
		}
		// 0.8 * 4/9 + 0.2 * 3/4
		assert_eq!(tally(alone).approval(LAW), Perbill::from_parts(444_444_444));
		assert_eq!(tally(with_panel).approval(LAW), Perbill::from_parts(505_555_555));
		run(PREPARE + DECIDE + CONFIRM);
		assert_eq!(outcome(alone), "rejected");
		assert_eq!(outcome(with_panel), "approved");
	});
}

#[test]
fn a_panel_without_a_vote_changes_nothing() {
	build_and_execute(|| {
		let poll = propose(LAW);
		assert_ok!(vote(ADA, poll, Aye(2)));
		assert_ok!(vote(BEN, poll, Nay(1)));
		let before = tally(poll).approval(LAW);
		panel_votes(poll, Side::Nay, 3);
		assert!(tally(poll).approval(LAW) < before);
		assert_ok!(QuadraticVoting::count(poll, Some(Side::Nay), Some(Side::Aye), 3));
		assert!(tally(poll).approval(LAW) > before);
		assert_ok!(QuadraticVoting::count(poll, Some(Side::Aye), None, 3));
		assert_eq!(tally(poll).approval(LAW), before);
		assert_eq!(QuadraticVoting::counted(poll), Some(PanelCount::new(0, 0, 3)));
	});
}

/// One member of fifty used to speak for all of them, and turned 50 % into 40 or 60.
#[test]
fn a_panel_of_which_fewer_than_a_third_vote_has_no_weight() {
	build_and_execute(|| {
		let poll = propose(LAW);
		assert_ok!(vote(ADA, poll, Aye(2)));
		assert_ok!(vote(BEN, poll, Nay(2)));
		let half = Perbill::from_percent(50);
		for _ in 0..16 {
			panel_votes(poll, Side::Aye, 50);
			assert_eq!(tally(poll).approval(LAW), half);
		}
		panel_votes(poll, Side::Aye, 50);
		// 17 of 50 have 6.8 % of the weight: 0.932 / 2 + 0.068.
		assert_eq!(tally(poll).approval(LAW), Perbill::from_parts(534_000_000));
	});
}

#[test]
fn nobody_votes_without_a_text_and_the_text_is_kept_from_the_first_vote_on() {
	build_and_execute(|| {
		let poll = propose(LAW);
		Missing::insert(poll, ());
		let missing = sp_runtime::DispatchError::Other("there is no text");
		assert_noop!(vote(ADA, poll, Aye(2)), missing);
		let call = RuntimeCall::from(Call::vote { poll, vote: Aye(2) });
		let is_free = || frame_support::dispatch::CheckIfFeeless::is_feeless(&call, &signed(ballot(ADA)));
		assert!(!is_free());
		Missing::remove(poll);
		assert!(is_free() && !Kept::contains_key(poll));
		assert_ok!(vote(ADA, poll, Aye(2)));
		assert!(Kept::contains_key(poll));
		// A vote can be taken back in any case.
		Missing::insert(poll, ());
		assert_ok!(remove(ADA, poll));
	});
}

#[test]
fn a_panel_by_itself_passes_nothing() {
	build_and_execute(|| {
		let poll = propose(LAW);
		(0..50).for_each(|_| panel_votes(poll, Side::Aye, 50));
		assert_eq!(tally(poll).approval(LAW), Perbill::zero());
		assert_eq!(tally(poll).support(LAW), Perbill::zero());
		run(PREPARE + DECIDE + CONFIRM);
		assert_eq!(outcome(poll), "rejected");
	});
}

#[test]
fn a_page_reads_the_tally_in_plain_figures() {
	build_and_execute(|| {
		let poll = propose(LAW);
		assert_ok!(vote(ADA, poll, Aye(3)));
		assert_ok!(vote(BEN, poll, Nay(1)));
		panel_votes(poll, Side::Aye, 1);
		let expected = TallyInfo {
			ayes: 3,
			nays: 1,
			voters_for: 1,
			voters_against: 1,
			panel: PanelCount::new(1, 0, 1),
			electorate: Electorate::Secret { members: Some(10) },
			season: 0,
			last_season: 1,
			approval: Perbill::from_percent(80),
			citizens_approval: Perbill::from_percent(75),
			support: Perbill::from_percent(10),
		};
		assert_eq!(QuadraticVoting::tally_info(poll), Some(expected));
		assert_eq!(QuadraticVoting::tally_info(poll + 1), None);
	});
}

#[test]
fn tools_for_opengov_find_the_fields_that_they_know() {
	let TypeDef::Composite(fields) = Tally::<Test>::type_info().type_def else {
		panic!("the tally is a struct");
	};
	let names: Vec<_> = fields.fields.iter().filter_map(|field| field.name).collect();
	assert_eq!(names, ["ayes", "nays", "support", "opposition", "panel", "season", "electorate"]);
	build_and_execute(|| {
		let poll = submit(LAW);
		assert_ok!(vote(ADA, poll, Aye(3)));
		let bytes = tally(poll).encode();
		assert_eq!(bytes.len(), 8 + 8 + 4 + 4 + 8 + 4 + 6, "and nothing that is not a field");
		assert_eq!(bytes[..20], (3u64, 0u64, 1u32).encode());
		assert!(bytes.len() <= Tally::<Test>::max_encoded_len());
	});
}
