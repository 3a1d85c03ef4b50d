// SPDX-License-Identifier: Apache-2.0
//! Polls: who can have how many, when they pass, who stops them, and what becomes of laws.

use super::{
	governance::{pass_blocks, propose, set_votes, whole_poll},
	*,
};
use crate::{
	governance::{
		origins::Origin,
		tracks::{self, days},
	},
	parameters::{self, amendable, RuntimeParameters},
};
use civitas_primitives::Tier;
use frame_support::{
	assert_noop, assert_ok,
	traits::{schedule::DispatchTime, Bounded, Get, StorePreimage},
};
use frame_system::RawOrigin;
use pallet_offices::Office;
use pallet_polls::{Enactment, PollState};
use pallet_quadratic_voting::{Electorate, Tally, Vote};
use pallet_referenda::{ReferendumInfo, ReferendumInfoFor};
use parity_scale_codec::Encode;
use sp_runtime::{traits::Dispatchable, DispatchError};

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn remark(n: u32) -> frame_system::Call<Runtime> {
	frame_system::Call::remark { remark: n.encode() }
}

fn submission(n: u32) -> RuntimeCall {
	pallet_referenda::Call::submit {
		proposal_origin: Box::new(Origin::Law.into()),
		proposal: Preimage::bound(RuntimeCall::from(remark(n))).expect("it is short"),
		enactment_moment: DispatchTime::After(0),
	}
	.into()
}

/// One batch of 520 submissions used to fill the agenda of a block: 512 of 512.
#[test]
fn a_batch_of_520_submissions_by_one_citizen_makes_three_polls() {
	development_chain().execute_with(|| {
		let calls = (0..520).map(submission).collect();
		let batch = RuntimeCall::from(pallet_utility::Call::batch { calls });
		batch.dispatch(signed(alice())).expect("a batch itself succeeds");
		assert_eq!(pallet_referenda::ReferendumCount::<Runtime>::get(), 3);
		assert_eq!(Polls::open_polls_of(0), [0, 1, 2]);
		let timeout = System::block_number() + days(tracks::UNDECIDING_DAYS);
		assert_eq!(pallet_scheduler::Agenda::<Runtime>::get(timeout).len(), 3);
		let calls = (0..520).map(submission).collect();
		let force = RuntimeCall::from(pallet_utility::Call::force_batch { calls });
		force.dispatch(signed(alice())).expect("a batch itself succeeds");
		assert_eq!(pallet_referenda::ReferendumCount::<Runtime>::get(), 3);
		let refused = submission(9).dispatch(signed(alice())).map_err(|it| it.error).map(|_| ());
		assert_eq!(refused, Err(DispatchError::BadOrigin));
		let why = pallet_polls::Error::<Runtime>::TooManyOpenPolls;
		assert_noop!(Polls::check_submission(0), why);
		assert_ok!(submission(9).dispatch(signed(bob())).map_err(|it| it.error));
		Polls::do_try_state().expect("every invariant holds");
	});
}

#[test]
fn another_account_gives_a_citizen_no_more_polls() {
	development_chain().execute_with(|| {
		for n in 0..3 {
			assert_ok!(submission(n).dispatch(signed(bob())).map_err(|it| it.error));
		}
		// However the citizenship came to another account, the polls are the citizen's.
		let citizen = Citizenship::citizen_of(bob()).expect("Bob is a citizen");
		pallet_citizenship::CitizenIds::<Runtime>::remove(bob());
		pallet_citizenship::CitizenIds::<Runtime>::insert(eve(), citizen);
		let refused = submission(9).dispatch(signed(eve())).map_err(|it| it.error).map(|_| ());
		assert_eq!(refused, Err(DispatchError::BadOrigin));
	});
}

/// Since when a poll on a track is being decided and when it begins to confirm, with these votes of so many people. It
/// gets them while it is prepared, and nobody touches it again.
fn confirms(
	origin: impl Into<OriginCaller>,
	votes: (u64, u64),
	support: u32,
	of: u32,
) -> Option<BlockNumber> {
	let origin = origin.into();
	development_chain().execute_with(|| {
		let index = propose(origin, remark(0));
		ReferendumInfoFor::<Runtime>::mutate(index, |info| match info {
			Some(ReferendumInfo::Ongoing(status)) => {
				status.tally = Tally::empty(0, Electorate::Secret { members: Some(of) });
				(status.tally.ayes, status.tally.nays) = votes;
				status.tally.support = support;
			}
			_ => panic!("the poll is not open"),
		});
		let deciding = || Referenda::ensure_ongoing(index).ok().and_then(|it| it.deciding);
		while deciding().is_none() {
			pass_blocks(1);
		}
		let since = deciding().expect("it is being decided").since;
		while deciding().is_some_and(|it| it.confirming.is_none()) {
			pass_blocks(1);
		}
		deciding().map(|_| System::block_number() - since)
	})
}

/// With the stock linear curve, a poll at exactly its threshold began to confirm at the end of its decision.
#[test]
fn a_poll_at_exactly_its_threshold_begins_to_confirm_in_the_block_in_which_support_is_enough() {
	// 40 to 10 % in 56 blocks: a quarter after half of them, a fifth after two thirds.
	assert_eq!(confirms(RawOrigin::Root, (2, 1), 1, 4), Some(28));
	assert_eq!(confirms(RawOrigin::Root, (2, 1), 1, 5), Some(38));
	// 15 to 5 % in 20 blocks: a tenth after half of them.
	assert_eq!(confirms(Origin::Justice, (2, 1), 1, 10), Some(10));
	assert_eq!(confirms(Origin::Justice, (3, 2), 1, 10), None);
	// Above the threshold it is the same; below, it never confirms.
	assert_eq!(confirms(RawOrigin::Root, (3, 1), 1, 5), Some(38));
	assert_eq!(confirms(RawOrigin::Root, (199, 100), 1, 5), None);
	assert_eq!(confirms(Origin::CharterAmendment, (51, 49), 30, 100), Some(0));
	assert_eq!(confirms(Origin::CharterAmendment, (50, 50), 30, 100), None);
}

/// A text that is too long to stand in the poll.
fn long_text() -> (Vec<u8>, Bounded<RuntimeCall, sp_runtime::traits::BlakeTwo256>) {
	let appoint = |n: u8| pallet_offices::Call::appoint {
		office: Office::PanelRegistrar,
		holder: Some(AccountId::from([n; 32])),
	};
	let calls = (0..10).map(|n| RuntimeCall::from(appoint(n))).collect();
	let bytes = RuntimeCall::from(pallet_utility::Call::batch_all { calls }).encode();
	let hash = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
	let len = bytes.len() as u32;
	(bytes, Bounded::Lookup { hash, len })
}

/// A poll on a text that nobody had noted used to pass, and then nothing happened.
#[test]
fn nobody_votes_on_a_text_that_nobody_has_seen_and_a_text_that_is_voted_on_stays() {
	development_chain().execute_with(|| {
		let (bytes, text) = long_text();
		let origin = Box::new(Origin::Appointment.into());
		assert_ok!(Referenda::submit(signed(alice()), origin, text.clone(), DispatchTime::After(0)));
		assert_ok!(Referenda::place_decision_deposit(signed(alice()), 0));
		let vote = |who: AccountId, vote| QuadraticVoting::vote(signed(who), 0, vote);
		let missing = DispatchError::from(pallet_polls::Error::<Runtime>::TextMissing);
		assert_noop!(vote(bob(), Vote::Aye(1)), missing);
		let call = RuntimeCall::from(pallet_quadratic_voting::Call::vote { poll: 0, vote: Vote::Aye(1) });
		let is_free = || frame_support::dispatch::CheckIfFeeless::is_feeless(&call, &signed(bob()));
		assert!(!is_free(), "what fails is not free");
		assert_eq!(
			Polls::state_of(0),
			Some(PollState::Open { season: 0, last_season: 1, void: false, text: false })
		);

		assert_ok!(Preimage::note_preimage(signed(eve()), bytes).map_err(|it| it.error));
		assert!(is_free());
		for who in [bob(), charlie(), dave()] {
			assert_ok!(vote(who, Vote::Aye(1)));
		}
		// Whoever noted it cannot take it away.
		assert_ok!(Preimage::unnote_preimage(signed(eve()), text.lookup_hash().expect("it is long")));
		pass_blocks(whole_poll(tracks::APPOINTMENT));
		assert!(matches!(Polls::state_of(0), Some(PollState::Approved { .. })));
		pass_blocks(days(2) + 2);
		let dispatched =
			matches!(Polls::state_of(0), Some(PollState::Approved { enactment: Enactment::Dispatched, .. }));
		assert!(dispatched);
		assert_eq!(pallet_offices::Holders::<Runtime>::get(Office::PanelRegistrar), Some([9; 32].into()));
	});
}

#[test]
fn a_law_finds_a_later_block_if_the_agenda_of_its_own_is_full() {
	development_chain().execute_with(|| {
		let index = propose(Origin::Law, remark(1));
		set_votes(index, 9_999, 1);
		pass_blocks(days(2));
		let confirmed = Referenda::ensure_ongoing(index).expect("it is open").deciding;
		let at = confirmed.and_then(|it| it.confirming).expect("everybody is for it") + days(2);
		for n in 0..512 {
			let call = Preimage::bound(RuntimeCall::from(remark(n))).expect("it is short");
			let root = RawOrigin::Root.into();
			let when = DispatchTime::At(at);
			use frame_support::traits::schedule::v3::Anon;
			assert_ok!(<Scheduler as Anon<_, _, _>>::schedule(when, None, 200, root, call));
		}
		pass_blocks(days(2));
		let due = Some(PollState::Approved { at: at - days(2), enactment: Enactment::Due { at: at + 1 } });
		assert_eq!(Polls::state_of(index), due);
		pass_blocks(days(2) + 1);
		let Some(PollState::Approved { enactment, .. }) = Polls::state_of(index) else { panic!("it passed") };
		assert_eq!(enactment, Enactment::Dispatched);
	});
}

#[test]
fn justice_stops_laws_and_neither_amendments_nor_what_is_entrenched() {
	development_chain().execute_with(|| {
		let stop = |origin: RuntimeOrigin, poll| Polls::cancel(origin, poll);
		let justice = || RuntimeOrigin::from(Origin::Justice);
		let asks_for_more = DispatchError::from(pallet_polls::Error::<Runtime>::TrackAsksForMore);
		let free = Balances::free_balance(alice());
		for origin in [OriginCaller::from(RawOrigin::Root), Origin::CharterAmendment.into()] {
			let poll = propose(origin, remark(0));
			assert_noop!(stop(justice(), poll), asks_for_more);
			for origin in [Origin::CharterAmendment, Origin::Law, Origin::Spending, Origin::Appointment] {
				assert_noop!(stop(origin.into(), poll), DispatchError::BadOrigin);
			}
			for origin in [justice(), signed(alice()), Origin::Law.into()] {
				assert_noop!(Referenda::kill(origin.clone(), poll), DispatchError::BadOrigin);
				assert_noop!(Referenda::cancel(origin, poll), DispatchError::BadOrigin);
			}
			assert_ok!(stop(RuntimeOrigin::root(), poll));
		}
		for origin in [Origin::Law, Origin::Spending, Origin::Justice, Origin::Appointment] {
			let poll = propose(origin, remark(0));
			assert_ok!(stop(justice(), poll));
			assert_noop!(stop(justice(), poll), pallet_polls::Error::<Runtime>::NotOngoing);
		}
		assert_eq!(Balances::free_balance(alice()), free, "all deposits are back");
	});
}

#[test]
fn a_founders_registrar_goes_with_the_founding_tier() {
	development_chain().execute_with(|| {
		let register =
			|| OutsidePanel::register(signed(eve()), [9; 32].into(), sp_core::H256::repeat_byte(9));
		assert_ok!(Offices::appoint(signed(alice()), Office::PanelRegistrar, Some(eve())));
		assert_ok!(register());
		pallet_census::ReachedTier::<Runtime>::put(Tier::Consultative);
		assert_noop!(
			OutsidePanel::register(signed(eve()), [8; 32].into(), Default::default()),
			DispatchError::BadOrigin
		);
		assert_noop!(OutsidePanel::remove(signed(eve()), [9; 32].into()), DispatchError::BadOrigin);
		// What the citizens give lasts for four seasons more.
		assert_ok!(Offices::appoint(Origin::Appointment.into(), Office::PanelRegistrar, Some(eve())));
		pallet_seasons::Current::<Runtime>::mutate(|season| season.index = 4);
		assert_ok!(register_again());
		pallet_seasons::Current::<Runtime>::mutate(|season| season.index = 5);
		assert_noop!(register_again(), DispatchError::BadOrigin);
	});
}

fn register_again() -> frame_support::dispatch::DispatchResult {
	OutsidePanel::register(signed(eve()), [7; 32].into(), sp_core::H256::repeat_byte(7))
}

#[test]
fn no_founder_and_no_majority_makes_a_panel_of_a_few() {
	use amendable::panel::{MinResidents, PanelSize, Parameters as Panel};
	development_chain().execute_with(|| {
		let amend = |origin: RuntimeOrigin, parameter| {
			let parameters: pallet_charter::ParametersOf<Runtime> =
				vec![RuntimeParameters::Panel(parameter)].try_into().expect("it is one");
			let base = Charter::base_for(Default::default(), parameters.clone())?;
			Charter::amend(origin, base, Default::default(), parameters)
		};
		let size = |size| Panel::PanelSize(PanelSize, Some(size));
		let residents = |residents| Panel::MinResidents(MinResidents, Some(residents));
		let by_founder = DispatchError::from(pallet_charter::Error::<Runtime>::NotByFounder);
		assert_noop!(amend(signed(alice()), residents(60)), by_founder);
		assert_noop!(amend(signed(alice()), size(60)), by_founder);
		pallet_census::ReachedTier::<Runtime>::put(Tier::Community);
		let too_entrenched = DispatchError::from(pallet_charter::Error::<Runtime>::TooEntrenched);
		assert_noop!(amend(Origin::CharterAmendment.into(), residents(60)), too_entrenched);
		let out_of_range = DispatchError::from(pallet_charter::Error::<Runtime>::ParameterTooLow);
		let refused = |parameter| {
			frame_support::storage::with_storage_layer(|| amend(RuntimeOrigin::root(), parameter))
		};
		for few in [size(0), size(29), residents(1), residents(49)] {
			assert_noop!(refused(few), out_of_range);
		}
		for enough in [size(30), residents(50)] {
			assert_ok!(amend(RuntimeOrigin::root(), enough));
		}
		assert_eq!((parameters::PanelSize::get(), parameters::MinResidents::get()), (30, 50));
	});
}

#[test]
fn a_void_poll_is_closed_and_a_poll_in_its_time_is_not() {
	development_chain().execute_with(|| {
		let poll = propose(Origin::Law, remark(1));
		pass_blocks(1);
		let season = |index| pallet_seasons::Current::<Runtime>::mutate(|it| it.index = index);
		let not_void = DispatchError::from(pallet_polls::Error::<Runtime>::NotVoid);
		for index in [0, 1] {
			season(index);
			assert_noop!(Polls::lapse(signed(eve()), poll), not_void);
		}
		season(2);
		let free = Balances::free_balance(alice());
		assert_ok!(Polls::lapse(signed(eve()), poll));
		assert_eq!(Balances::free_balance(alice()) - free, 11 * CIV);
		assert_eq!(Polls::state_of(poll), Some(PollState::Over));
	});
}
