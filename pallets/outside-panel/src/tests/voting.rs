//! What members vote, what it counts for, and what attackers try.

use super::*;
use civitas_primitives::PanelCount;

fn counted(poll: PollIndex) -> [u32; 2] {
	let PanelCount { ayes, nays } = QuadraticVoting::counted(poll).expect("the poll is open");
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

#[test]
fn who_is_removed_votes_no_more_and_what_was_voted_stands() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		remove(members[0]);
		assert_noop!(vote(members[0], poll, Nay), Error::NotResident);
		assert_noop!(OutsidePanel::remove_vote(signed(members[0]), poll), Error::NotResident);
		assert_eq!(counted(poll), [1, 0]);
	});
}

#[test]
fn to_be_registered_again_gives_no_second_vote() {
	build_and_execute(|| {
		let (poll, members, _) = with_panel();
		assert_ok!(vote(members[0], poll, Aye));
		remove(members[0]);
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
