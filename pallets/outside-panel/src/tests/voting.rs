// SPDX-License-Identifier: Apache-2.0
//! What members vote, what it counts for, and what attackers try.

use super::*;
use civitas_primitives::PanelCount;

fn counted(poll: PollIndex) -> [u16; 2] {
	let PanelCount { ayes, nays, .. } = QuadraticVoting::counted(poll).expect("the poll is open");
	[ayes, nays]
}

#[docify::export]
#[test]
fn those_who_were_drawn_vote_and_nobody_else_does() {
	build_and_execute(|| {
		let (poll, members, somebody_else) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		assert_ok!(vote(members[1], poll, Nay));
		assert_noop!(vote(somebody_else, poll, Aye), Error::NotDrawn);
		assert_eq!(counted(poll), [1, 1]);
	});
}

#[test]
fn one_member_has_one_voice_and_may_change_it() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		let who = members[0];
		let slot = Residents::<Test>::get(who).expect("is registered").slot;
		assert_ok!(vote(who, poll, Aye));
		let panel = OutsidePanel::panel_info(poll).expect("is drawn").panel;
		System::assert_has_event(Event::PanelSeated { poll, panel }.into());
		System::assert_last_event(Event::Voted { poll, slot, old: None, new: Aye }.into());
		assert_noop!(vote(who, poll, Aye), Error::AlreadyVotedSo);
		assert_eq!(counted(poll), [1, 0]);
		assert_ok!(vote(who, poll, Nay));
		System::assert_last_event(Event::Voted { poll, slot, old: Some(Aye), new: Nay }.into());
		assert_eq!(counted(poll), [0, 1]);
		assert_ok!(OutsidePanel::remove_vote(signed(who), poll));
		System::assert_last_event(Event::VoteRemoved { poll, slot, old: Nay }.into());
		assert_eq!(counted(poll), [0, 0]);
		assert_noop!(OutsidePanel::remove_vote(signed(who), poll), Error::NotVoted);
		assert_ok!(vote(who, poll, Nay));
		let seated = System::events()
			.into_iter()
			.filter(|it| matches!(it.event, RuntimeEvent::OutsidePanel(Event::PanelSeated { .. })));
		assert_eq!(seated.count(), 1);
	});
}

#[test]
fn strangers_citizens_and_officers_do_not_vote() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		for stranger in [REGISTRAR, PROPOSER, CITIZEN, 99] {
			assert_noop!(vote(stranger, poll, Aye), Error::NotResident);
		}
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			let refused = sp_runtime::DispatchError::BadOrigin;
			assert_noop!(OutsidePanel::vote(origin.clone(), poll, Aye), refused);
			assert_noop!(OutsidePanel::remove_vote(origin, poll), refused);
		}
		assert_ok!(vote(members[0], poll, Aye));
		Naturalised::insert(members[0], CITIZENS);
		assert_noop!(vote(members[0], poll, Nay), Error::NotOutside);
		assert_eq!(counted(poll), [1, 0]);
	});
}

/// A registrar who waits for the lots and removes all members but a friend gains nothing.
#[test]
fn who_is_removed_still_votes_in_polls_that_were_being_decided_and_in_no_later_one() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		for member in &members {
			remove(*member);
		}
		assert_eq!(super::members(poll), members);
		assert_ok!(vote(members[0], poll, Nay));
		assert_ok!(vote(members[1], poll, Nay));
		assert_ok!(OutsidePanel::remove_vote(signed(members[1]), poll));
		assert_eq!(counted(poll), [0, 1]);
		let later = decide_at(33);
		run_to(50);
		for member in members {
			assert_noop!(vote(member, later, Aye), Error::RemovedBefore);
		}
	});
}

#[test]
fn a_removal_counts_from_the_block_after_the_one_in_which_it_is_made() {
	build_and_execute(|| {
		register_many(1, 5);
		let poll = decide_at(15);
		remove(1);
		run_to(16);
		let next = propose();
		run_to(18);
		assert_eq!(Polls::deciding_since(next), Some(18));
		run_to(40);
		assert_ok!(vote(1, poll, Aye));
		assert_noop!(vote(1, next, Aye), Error::RemovedBefore);
	});
}

#[test]
fn whoever_leaves_votes_no_more_and_what_was_voted_stands() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		assert_ok!(OutsidePanel::leave(signed(members[0])));
		assert_noop!(vote(members[0], poll, Nay), Error::NotResident);
		assert_noop!(OutsidePanel::remove_vote(signed(members[0]), poll), Error::NotResident);
		assert_eq!(counted(poll), [1, 0]);
	});
}

#[test]
fn the_panel_has_no_vote_either_when_the_voters_time_is_over() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		CurrentSeason::put(1);
		assert_ok!(vote(members[1], poll, Aye));
		CurrentSeason::put(2);
		let over: sp_runtime::DispatchError = pallet_quadratic_voting::Error::<Test>::TooLateToVote.into();
		assert_noop!(vote(members[2], poll, Aye), over);
		assert_noop!(vote(members[1], poll, Nay), over);
		assert_noop!(OutsidePanel::remove_vote(signed(members[1]), poll), over);
		let call = RuntimeCall::from(Call::vote { poll, side: Aye });
		assert!(!frame_support::dispatch::CheckIfFeeless::is_feeless(&call, &signed(members[2])));
		assert_eq!(counted(poll), [2, 0]);
		CurrentSeason::put(1);
	});
}

/// Four for and five against are no majority; a whole panel that is for it makes them one.
#[test]
fn the_weight_of_a_panel_is_the_share_of_its_members_who_vote() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		citizens_vote(poll, 4, 5);
		let approval = || QuadraticVoting::tally_info(poll).expect("it is open").approval.deconstruct();
		assert_eq!(approval(), 444_444_444);
		let mut seen = vec![];
		for member in members {
			assert_ok!(vote(member, poll, Aye));
			seen.push(approval());
		}
		// One of five is less than a third. Two have 8 % of the weight: 0.92 * 4/9 + 0.08.
		assert_eq!(seen, [444_444_444, 488_888_888, 511_111_111, 533_333_333, 555_555_555]);
		let PanelCount { seats, .. } = QuadraticVoting::counted(poll).expect("it is open");
		assert_eq!(seats, 5);
	});
}

#[test]
fn slots_that_are_empty_take_no_weight_from_a_panel() {
	build_and_execute(|| {
		register_many(1, 200);
		(1..=150).for_each(remove);
		let poll = decide_at(15);
		run_to(30);
		assert_ok!(vote(members(poll)[0], poll, Aye));
		// Twenty seats were drawn so that five can be expected to be held.
		assert_eq!(QuadraticVoting::counted(poll).map(|it| it.seats), Some(5));
	});
}

#[test]
fn the_seats_of_a_tally_from_before_they_were_counted_come_with_the_next_vote() {
	build_and_execute(|| {
		use parity_scale_codec::{Decode, Encode};
		let old = (3u32, 2u32).encode();
		assert_eq!(PanelCount::decode(&mut &old[..]), Ok(PanelCount::new(3, 2, 0)));
		let (poll, members, _) = with_panel();
		for draw in 1..=3 {
			DrawnMembers::<Test>::remove(draw);
		}
		assert_ok!(vote(members[0], poll, Aye));
		assert_eq!(QuadraticVoting::counted(poll), Some(PanelCount::new(1, 0, 5)));
	});
}

#[test]
fn to_be_registered_again_gives_no_second_vote() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		assert_ok!(OutsidePanel::leave(signed(members[0])));
		register(members[0]);
		assert_noop!(vote(members[0], poll, Aye), Error::NotDrawn);
		// Nor does anybody get the seat who is registered in their place.
		assert_ok!(OutsidePanel::leave(signed(members[1])));
		register(77);
		assert_noop!(vote(77, poll, Aye), Error::NotDrawn);
		assert_eq!(counted(poll), [1, 0]);
	});
}

#[test]
fn votes_count_only_while_the_poll_is_being_decided() {
	build_and_execute(|| {
		register_many(1, 20);
		run_to(13);
		let poll = propose();
		assert_noop!(vote(1, poll, Aye), Error::NotDeciding);
		assert_noop!(vote(1, poll + 1, Aye), Error::NotDeciding);
		run_to(15 + DECIDE - 1);
		let member = members(poll)[0];
		assert_ok!(vote(member, poll, Aye));
		run_to(15 + DECIDE);
		assert_eq!(outcome(poll), "rejected");
		assert_noop!(vote(member, poll, Nay), Error::NotDeciding);
		assert_noop!(OutsidePanel::remove_vote(signed(member), poll), Error::NotDeciding);
	});
}

#[test]
fn a_panel_tips_what_citizens_alone_would_have_lost_and_an_idle_one_changes_nothing() {
	build_and_execute(|| {
		register_many(1, 20);
		run_to(13);
		let (tipped, idle) = (propose(), propose());
		run_to(30);
		for poll in [tipped, idle] {
			citizens_vote(poll, 4, 5);
		}
		for member in members(tipped) {
			assert_ok!(vote(member, tipped, Aye));
		}
		// One votes and thinks better of it.
		let member = members(idle)[0];
		assert_ok!(vote(member, idle, Aye));
		assert_ok!(OutsidePanel::remove_vote(signed(member), idle));
		run_to(15 + DECIDE + CONFIRM);
		assert_eq!(outcome(tipped), "approved");
		assert_eq!(outcome(idle), "rejected");
	});
}

#[test]
fn a_panel_cannot_pass_what_citizens_clearly_refuse() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		citizens_vote(poll, 3, 6);
		for member in members {
			assert_ok!(vote(member, poll, Aye));
		}
		run_to(15 + DECIDE + CONFIRM);
		assert_eq!(outcome(poll), "rejected");
	});
}

#[test]
fn pages_see_the_panel_and_members_see_their_seats() {
	build_and_execute(|| {
		let (poll, members, other) = with_panel();
		let who = members[3];
		assert_ok!(vote(who, poll, Nay));
		let info = OutsidePanel::panel_info(poll).expect("is drawn");
		assert_eq!((info.poll, info.ayes, info.nays), (poll, 0, 1));
		let slot = Residents::<Test>::get(who).expect("is registered").slot;
		let seat = OutsidePanel::seat_info(&who, poll);
		assert_eq!(seat, Some(SeatInfo { slot, seat: 3, vote: Some(Nay), free_acts_left: 3 }));
		assert_eq!(OutsidePanel::seat_info(&other, poll), None);
		assert_eq!(OutsidePanel::members_info(poll, 3, 1), [(3, who)]);
		assert_eq!(OutsidePanel::members_info(poll, 5, 1), []);
		assert_eq!(OutsidePanel::members_info(poll + 1, 0, 9), []);
	});
}
