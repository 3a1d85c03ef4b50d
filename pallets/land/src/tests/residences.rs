// SPDX-License-Identifier: Apache-2.0
//! Who lives where.

use crate::{mock::*, *};
use civitas_primitives::{Footprints, Standing, Titles};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless};
use frame_system::RawOrigin;
use sp_core::H256;

const REASON: H256 = H256::repeat_byte(6);

fn home(id: CitizenId) -> Option<ParcelId> {
	Residences::<Test>::get(id).map(|residence| residence.parcel)
}

fn move_in(id: CitizenId, parcel: ParcelId) {
	assert_ok!(Land::reside(citizen(id), parcel));
	assert_ok!(Land::confirm(signed(RITA), id, parcel));
}

#[test]
fn a_citizen_lives_where_the_holder_agrees() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		assert_ok!(Land::reside(citizen(ADA), parcel));
		System::assert_last_event(Event::ResidenceDeclared { citizen: ADA, old: None, new: parcel }.into());
		assert_eq!(home(ADA), None, "her word alone is not enough");
		assert_eq!(Homes::get(ADA), None);

		assert_ok!(Land::confirm(signed(HUGO), ADA, parcel));
		System::assert_last_event(
			Event::ResidenceConfirmed { citizen: ADA, old: None, new: parcel, by: HUGO }.into(),
		);
		assert_eq!(home(ADA), Some(parcel));
		assert_eq!(Homes::get(ADA), Some(Some(cell_of(parcel))));
		assert_eq!(Land::total().residents, 1);
		assert_eq!(Declarations::<Test>::iter().count(), 0);
		assert_noop!(Land::reside(citizen(ADA), parcel), Error::<Test>::AlreadyResident);
	});
}

#[test]
fn nobody_is_made_to_live_anywhere() {
	build_and_execute(|| {
		let (here, there) = (held(0, HUGO), held(1, HUGO));
		assert_noop!(Land::confirm(signed(HUGO), ADA, here), Error::<Test>::NotDeclared);
		assert_ok!(Land::reside(citizen(ADA), here));
		assert_noop!(Land::confirm(signed(HUGO), ADA, there), Error::<Test>::NotDeclared);
		assert_noop!(Land::confirm(signed(HUGO), BEN, here), Error::<Test>::NotDeclared);
		assert_noop!(Land::confirm(signed(HUGO), ADA, 77), Error::<Test>::UnknownParcel);
		// A word taken back is worth nothing.
		assert_ok!(Land::withdraw_declaration(citizen(ADA)));
		System::assert_last_event(Event::DeclarationWithdrawn { citizen: ADA, parcel: here }.into());
		assert_noop!(Land::confirm(signed(HUGO), ADA, here), Error::<Test>::NotDeclared);
		assert_noop!(Land::withdraw_declaration(citizen(ADA)), Error::<Test>::NotDeclared);
	});
}

#[test]
fn only_the_holder_or_the_registrar_confirms() {
	build_and_execute(|| {
		let (held, common) = (held(0, HUGO), register(1, None));
		assert_ok!(Land::reside(citizen(ADA), held));
		for stranger in [INES, SAM, account(ADA), account(BEN)] {
			assert_noop!(Land::confirm(signed(stranger), ADA, held), Error::<Test>::NotEntitled);
		}
		assert_ok!(Land::confirm(signed(RITA), ADA, held));

		// What is in common ownership has no holder: the registrar knows who lives there.
		assert_ok!(Land::reside(citizen(BEN), common));
		assert_noop!(Land::confirm(signed(HUGO), BEN, common), Error::<Test>::NotEntitled);
		assert_ok!(Land::confirm(signed(RITA), BEN, common));
		assert_eq!(Land::total().residents, 2);
	});
}

#[test]
fn a_holder_may_live_at_home() {
	build_and_execute(|| {
		let parcel = held(0, account(ADA));
		assert_ok!(Land::reside(citizen(ADA), parcel));
		assert_ok!(Land::confirm(citizen(ADA), ADA, parcel));
		assert_eq!(home(ADA), Some(parcel));
	});
}

#[test]
fn who_moves_keeps_the_old_residence_until_the_new_one_is_confirmed() {
	build_and_execute(|| {
		let (old, new, other) = (held(0, HUGO), held(40, INES), held(80, INES));
		move_in(ADA, old);
		assert_ok!(Land::reside(citizen(ADA), other));
		assert_ok!(Land::reside(citizen(ADA), new));
		System::assert_last_event(Event::ResidenceDeclared { citizen: ADA, old: Some(other), new }.into());
		assert_noop!(Land::reside(citizen(ADA), new), Error::<Test>::AlreadyDeclared);
		assert_noop!(Land::confirm(signed(INES), ADA, other), Error::<Test>::NotDeclared);
		assert_eq!(home(ADA), Some(old));
		assert_ok!(Land::confirm(signed(INES), ADA, new));
		System::assert_last_event(
			Event::ResidenceConfirmed { citizen: ADA, old: Some(old), new, by: INES }.into(),
		);
		assert_eq!(home(ADA), Some(new));
		assert_eq!(Homes::get(ADA), Some(Some(cell_of(new))));
		assert_ne!(cell_of(old), cell_of(new));
		assert_eq!(Land::total().residents, 1);
		assert_eq!(Land::parcel_info(old).map(|info| info.residents), Some(0));
	});
}

#[test]
fn who_moves_out_lives_nowhere_but_keeps_a_declaration() {
	build_and_execute(|| {
		let (old, new) = (held(0, HUGO), held(1, HUGO));
		assert_noop!(Land::move_out(citizen(ADA)), Error::<Test>::NotResident);
		move_in(ADA, old);
		assert_ok!(Land::reside(citizen(ADA), new));
		assert_ok!(Land::move_out(citizen(ADA)));
		System::assert_last_event(
			Event::ResidenceEnded { citizen: ADA, parcel: old, departure: Departure::MovedOut }.into(),
		);
		assert_eq!(home(ADA), None);
		assert_eq!(Homes::get(ADA), Some(None));
		assert_eq!(Land::total().residents, 0);
		assert_eq!(Declarations::<Test>::get(ADA), Some(new));
		assert_noop!(Land::move_out(citizen(ADA)), Error::<Test>::NotResident);
	});
}

#[test]
fn an_eviction_waits_for_the_notice_period_and_not_for_ever() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		assert_noop!(Land::give_notice(signed(RITA), ADA, REASON), Error::<Test>::NotResident);
		move_in(ADA, parcel);
		assert_noop!(Land::evict(signed(RITA), ADA), Error::<Test>::NotNotified);
		assert_ok!(Land::give_notice(signed(RITA), ADA, REASON));
		let notice = Notice::Given { from: 1 + NOTICE, until: 1 + 2 * NOTICE, reason_hash: REASON };
		System::assert_last_event(Event::NoticeGiven { citizen: ADA, parcel, notice, by: RITA }.into());
		assert_noop!(Land::give_notice(signed(RITA), ADA, REASON), Error::<Test>::AlreadyNotified);
		System::set_block_number(NOTICE);
		assert_noop!(Land::evict(signed(RITA), ADA), Error::<Test>::TooEarlyToEvict);

		// Nobody lives under a threat for ever.
		System::set_block_number(2 * NOTICE);
		assert_noop!(Land::give_notice(signed(RITA), ADA, REASON), Error::<Test>::AlreadyNotified);
		System::set_block_number(1 + 2 * NOTICE);
		assert_noop!(Land::evict(signed(RITA), ADA), Error::<Test>::NotNotified);

		assert_ok!(Land::give_notice(signed(RITA), ADA, REASON));
		System::set_block_number(1 + 3 * NOTICE);
		assert_ok!(Land::evict(signed(RITA), ADA));
		System::assert_last_event(
			Event::ResidenceEnded { citizen: ADA, parcel, departure: Departure::Evicted }.into(),
		);
		assert_eq!(home(ADA), None);
		assert_eq!(Homes::get(ADA), Some(None));
		assert_noop!(Land::evict(signed(RITA), ADA), Error::<Test>::NotResident);
	});
}

#[test]
fn an_eviction_is_possible_until_the_last_block_before_the_notice_lapses() {
	build_and_execute(|| {
		move_in(ADA, held(0, HUGO));
		assert_ok!(Land::give_notice(signed(RITA), ADA, REASON));
		System::set_block_number(2 * NOTICE);
		assert_ok!(Land::evict(signed(RITA), ADA));
	});
}

#[test]
fn a_notice_does_not_follow_its_resident_to_another_house() {
	build_and_execute(|| {
		let (old, new) = (held(0, HUGO), held(1, HUGO));
		move_in(ADA, old);
		assert_ok!(Land::give_notice(signed(RITA), ADA, REASON));
		move_in(ADA, new);
		System::set_block_number(1 + NOTICE);
		assert_noop!(Land::evict(signed(RITA), ADA), Error::<Test>::NotNotified);
	});
}

#[test]
fn residents_stay_when_the_holder_changes() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		move_in(ADA, parcel);
		assert_ok!(Land::pass(parcel, Some(INES)));
		assert_eq!(home(ADA), Some(parcel));
		assert_ok!(Land::pass(parcel, None));
		assert_eq!(home(ADA), Some(parcel));
		assert_noop!(Land::give_notice(signed(INES), ADA, REASON), Error::<Test>::NotEntitled);
	});
}

/// A seller filled the house with friends, and the buyer's family could not move in.
#[test]
fn a_buyer_gives_notice_to_those_who_came_before() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		wait(5);
		for id in [ADA, BEN] {
			assert_ok!(Land::reside(citizen(id), parcel));
			assert_ok!(Land::confirm(signed(HUGO), id, parcel));
		}
		// Hugo has let them in himself: he cannot silence them.
		assert_noop!(Land::give_notice(signed(HUGO), ADA, REASON), Error::<Test>::YourResident);
		assert_ok!(Land::pass(parcel, Some(INES)));
		assert_noop!(Land::give_notice(signed(HUGO), ADA, REASON), Error::<Test>::NotEntitled);
		assert_ok!(Land::reside(citizen(CLEO), parcel));
		assert_noop!(Land::confirm(signed(INES), CLEO, parcel), Error::<Test>::TooManyResidents);
		assert_ok!(Land::give_notice(signed(INES), ADA, REASON));
		wait(NOTICE);
		assert_ok!(Land::evict(signed(INES), ADA));
		assert_ok!(Land::confirm(signed(INES), CLEO, parcel));
		assert_noop!(Land::give_notice(signed(INES), CLEO, REASON), Error::<Test>::YourResident);
	});
}

#[test]
fn justice_stays_an_eviction_for_some_time() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		move_in(ADA, parcel);
		assert_ok!(Land::give_notice(signed(RITA), ADA, REASON));
		assert_noop!(Land::stay(signed(RITA), ADA), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Land::stay(signed(JUDGE), BEN), Error::<Test>::NotResident);
		assert_ok!(Land::stay(signed(JUDGE), ADA));
		System::assert_last_event(Event::EvictionStayed { citizen: ADA, parcel, until: 1 + STAY }.into());
		wait(NOTICE);
		assert_noop!(Land::evict(signed(RITA), ADA), Error::<Test>::NotNotified);
		System::set_block_number(STAY);
		assert_noop!(Land::give_notice(signed(RITA), ADA, REASON), Error::<Test>::AlreadyNotified);
		System::set_block_number(1 + STAY);
		assert_ok!(Land::give_notice(signed(RITA), ADA, REASON));
	});
}

/// Sham residents: a holder crowds people into a small parcel for their votes about the neighbourhood.
#[test]
fn nobody_confirms_more_residents_than_there_is_room_for() {
	build_and_execute(|| {
		// 80 m²: room for two, and for twice as many on the registrar's word.
		let parcel = held(0, HUGO);
		for id in [ADA, BEN, CLEO, DORA, ERIK] {
			assert_ok!(Land::reside(citizen(id), parcel));
		}
		assert_ok!(Land::confirm(signed(HUGO), ADA, parcel));
		assert_ok!(Land::confirm(signed(HUGO), BEN, parcel));
		assert_noop!(Land::confirm(signed(HUGO), CLEO, parcel), Error::<Test>::TooManyResidents);
		// The registrar has seen that there is a house with many floors.
		assert_ok!(Land::confirm(signed(RITA), CLEO, parcel));
		assert_ok!(Land::confirm(signed(RITA), DORA, parcel));
		assert_noop!(Land::confirm(signed(RITA), ERIK, parcel), Error::<Test>::TooManyResidents);
		for id in [ADA, BEN] {
			assert_ok!(Land::move_out(citizen(id)));
			assert_noop!(Land::confirm(signed(HUGO), ERIK, parcel), Error::<Test>::TooManyResidents);
		}
		assert_ok!(Land::move_out(citizen(CLEO)));
		assert_ok!(Land::confirm(signed(HUGO), ERIK, parcel));
	});
}

/// Dead and dormant residents kept their place in the room for ever.
#[test]
fn the_dormant_take_no_room() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		for id in [ADA, BEN] {
			move_in(id, parcel);
		}
		for _ in 0..2 {
			turn();
			attest(CLEO);
		}
		assert_ok!(Land::reside(citizen(CLEO), parcel));
		assert_ok!(Land::confirm(signed(HUGO), CLEO, parcel));
		assert_eq!(Land::total().residents, 1);
		// One who comes back finds room; the registrar's limit of four is not reached.
		attest(ADA);
		assert_eq!((home(ADA), Land::total().residents), (Some(parcel), 2));
		for id in [DORA, ERIK] {
			attest(id);
			assert_ok!(Land::reside(citizen(id), parcel));
			assert_ok!(Land::confirm(signed(RITA), id, parcel));
		}
		// Ben comes too late.
		attest(BEN);
		System::assert_last_event(
			Event::ResidenceEnded { citizen: BEN, parcel, departure: Departure::Lapsed }.into(),
		);
		assert_eq!((home(BEN), Homes::get(BEN)), (None, Some(None)));
		assert_eq!(Land::total().residents, 4);
	});
}

#[test]
fn a_dormant_citizen_is_not_confirmed_and_is_evicted_without_notice() {
	build_and_execute(|| {
		let (parcel, other) = (held(0, HUGO), held(1, HUGO));
		move_in(ADA, parcel);
		turn();
		assert_noop!(Land::evict(signed(HUGO), ADA), Error::<Test>::NotNotified);
		turn();
		assert_ok!(Land::reside(citizen(ADA), other));
		assert_noop!(Land::confirm(signed(HUGO), ADA, other), Error::<Test>::Dormant);
		assert_ok!(Land::evict(signed(HUGO), ADA));
		attest(ADA);
		assert_ok!(Land::confirm(signed(HUGO), ADA, other));
	});
}

#[test]
fn the_smallest_parcel_has_room_for_one() {
	build_and_execute(|| {
		let survey = Survey { area: 1, ..survey_at(zwettl(0, 0), 1, 1) };
		assert_ok!(Land::register(signed(RITA), WALDVIERTEL, survey, Designation::Assigned(HUGO)));
		in_effect(0);
		assert_ok!(Land::pass(0, Some(HUGO)));
		for id in [ADA, BEN] {
			assert_ok!(Land::reside(citizen(id), 0));
		}
		assert_ok!(Land::confirm(signed(HUGO), ADA, 0));
		assert_noop!(Land::confirm(signed(HUGO), BEN, 0), Error::<Test>::TooManyResidents);
	});
}

#[test]
fn who_leaves_the_state_lives_nowhere_in_it() {
	build_and_execute(|| {
		let (old, new) = (held(0, HUGO), held(1, HUGO));
		move_in(ADA, old);
		assert_ok!(Land::reside(citizen(ADA), new));
		leave(ADA);
		System::assert_has_event(Event::DeclarationWithdrawn { citizen: ADA, parcel: new }.into());
		System::assert_has_event(
			Event::ResidenceEnded { citizen: ADA, parcel: old, departure: Departure::LeftTheState }.into(),
		);
		assert_eq!(home(ADA), None);
		assert_eq!(Land::total().residents, 0);
		assert_noop!(Land::confirm(signed(HUGO), ADA, new), Error::<Test>::NotDeclared);
		// Whoever has nothing here leaves without a trace.
		let events = System::events().len();
		leave(BEN);
		assert_eq!(System::events().len(), events);
	});
}

#[test]
fn who_is_suspended_still_lives_somewhere_but_declares_nothing() {
	build_and_execute(|| {
		let (old, new) = (held(0, HUGO), held(1, HUGO));
		move_in(ADA, old);
		set_standing(ADA, Standing::Suspended);
		assert_eq!(home(ADA), Some(old));
		assert_noop!(Land::reside(citizen(ADA), new), Error::<Test>::NotActive);
		assert_ok!(Land::move_out(citizen(ADA)));
	});
}

#[test]
fn an_act_is_free_exactly_if_it_would_succeed_and_the_quota_lasts() {
	build_and_execute(|| {
		let (old, new) = (held(0, HUGO), held(1, HUGO));
		let free = |call: Call<Test>, id| RuntimeCall::Land(call).is_feeless(&citizen(id));
		let reside = |parcel| Call::reside { parcel };
		FreeActs::set(3);
		assert!(free(reside(old), ADA) && !free(reside(77), ADA));
		assert!(!free(Call::withdraw_declaration {}, ADA) && !free(Call::move_out {}, ADA));
		assert_ok!(Land::reside(citizen(ADA), old));
		assert!(!free(reside(old), ADA) && free(Call::withdraw_declaration {}, ADA));
		assert_ok!(Land::withdraw_declaration(citizen(ADA)));
		assert_ok!(Land::reside(citizen(ADA), old));
		assert_ok!(Land::confirm(signed(HUGO), ADA, old));

		// The quota is used up: what would succeed costs the fee, and nobody is silenced.
		assert!(!free(Call::move_out {}, ADA) && !free(reside(new), ADA));
		assert_ok!(Land::move_out(citizen(ADA)));
		assert_eq!(Acts::get(ADA), 4);

		assert!(free(reside(old), BEN));
		set_standing(BEN, Standing::Suspended);
		assert!(!free(reside(old), BEN), "suspended");
		for nobody in [signed(99), RawOrigin::None.into(), RawOrigin::Root.into()] {
			assert!(!RuntimeCall::Land(reside(old)).is_feeless(&nobody));
		}
	});
}
