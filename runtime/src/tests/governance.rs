// SPDX-License-Identifier: Apache-2.0
//! Referenda, the charter and the founder, wired together. What a whole chain does is told in `tests/`.

use super::*;
use crate::{
	governance::{
		origins::Origin,
		tracks::{self, days, TrackId},
	},
	parameters::{self, amendable, articles, RuntimeParameters},
};
use civitas_primitives::{FounderPower, OnSeason, Standing, Tier};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::DispatchResult,
	traits::{schedule::DispatchTime, Get, Hooks, StorePreimage, UnfilteredDispatchable},
};
use frame_system::RawOrigin;
use pallet_census::Seen;
use pallet_charter::{Author, Change, Entrenchment, Text};
use pallet_offices::Office;
use pallet_quadratic_voting::{Electorate, Tally, Vote};
use pallet_referenda::{ReferendumInfo, ReferendumInfoFor};
use sp_runtime::{traits::BadOrigin, DispatchError};

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Moves on by so many blocks, in each of which what is scheduled is done.
pub(super) fn pass_blocks(blocks: BlockNumber) {
	for _ in 0..blocks {
		let now = System::block_number() + 1;
		System::set_block_number(now);
		Scheduler::on_initialize(now);
	}
}

/// Alice proposes, and pays for the decision.
pub(super) fn propose(origin: impl Into<OriginCaller>, call: impl Into<RuntimeCall>) -> u32 {
	propose_by(alice(), origin, call)
}

/// `who` proposes, and pays for the decision.
pub(super) fn propose_by(
	who: AccountId,
	origin: impl Into<OriginCaller>,
	call: impl Into<RuntimeCall>,
) -> u32 {
	let index = pallet_referenda::ReferendumCount::<Runtime>::get();
	let proposal = Preimage::bound(call.into()).expect("it is not too long");
	let when = DispatchTime::After(0);
	assert_ok!(Referenda::submit(signed(who.clone()), Box::new(origin.into()), proposal, when));
	assert_ok!(Referenda::place_decision_deposit(signed(who), index));
	index
}

fn track_of(index: u32) -> TrackId {
	Referenda::ensure_ongoing(index).expect("it is open").track
}

/// Gives a poll these votes, cast by as many of an electorate of ten thousand as there are votes for it.
pub(super) fn set_votes(index: u32, ayes: u64, nays: u64) {
	ReferendumInfoFor::<Runtime>::mutate(index, |info| match info {
		Some(ReferendumInfo::Ongoing(status)) => {
			status.tally = Tally::empty(0, Electorate::Secret { members: Some(10_000) });
			status.tally.ayes = ayes;
			status.tally.nays = nays;
			status.tally.support = ayes as u32;
		}
		_ => panic!("the poll is not open"),
	});
}

/// The time in which a poll of this track is decided, whatever comes.
pub(super) fn whole_poll(track: TrackId) -> BlockNumber {
	let info = <tracks::Tracks as pallet_referenda::TracksInfo<Balance, BlockNumber>>::info(track);
	let info = info.expect("there is such a track");
	info.prepare_period + info.decision_period + info.confirm_period + 2
}

/// A referendum in which everybody is for it, up to its enactment.
fn pass(origin: impl Into<OriginCaller>, call: impl Into<RuntimeCall>) {
	let index = propose(origin, call);
	let track = track_of(index);
	set_votes(index, 9_999, 1);
	pass_blocks(whole_poll(track));
	let info = ReferendumInfoFor::<Runtime>::get(index);
	assert!(matches!(info, Some(ReferendumInfo::Approved(..))), "{info:?}");
	pass_blocks(days(14) + 2);
}

fn replace(number: u32, words: &str) -> pallet_charter::Call<Runtime> {
	let text = Text::try_from(words.as_bytes().to_vec()).expect("it is short");
	amendment(vec![Change::Replace { number, text }], vec![])
}

/// An amendment of the charter in force.
pub(super) fn amendment(
	changes: Vec<Change>,
	parameters: Vec<RuntimeParameters>,
) -> pallet_charter::Call<Runtime> {
	let changes: pallet_charter::Changes = changes.try_into().expect("they are few");
	let parameters: pallet_charter::ParametersOf<Runtime> = parameters.try_into().expect("they are few");
	let base = Charter::base_for(changes.clone(), parameters.clone()).expect("all of it is there");
	pallet_charter::Call::amend { base, changes, parameters }
}

/// Somebody amends the charter in force.
pub(super) fn amend(
	origin: impl Into<RuntimeOrigin>,
	changes: Vec<Change>,
	parameters: Vec<RuntimeParameters>,
) -> DispatchResult {
	amendment(changes, parameters).dispatch_bypass_filter(origin.into()).map(|_| ()).map_err(|it| it.error)
}

fn reads(number: u32) -> String {
	let info = Charter::article_info(number, None).expect("there is such an article");
	String::from_utf8(info.article.text.into_inner()).expect("it is readable")
}

fn set_tier(tier: Tier) {
	pallet_census::ReachedTier::<Runtime>::put(tier);
}

#[test]
fn the_charter_has_a_commandment_and_eleven_articles() {
	development_chain().execute_with(|| {
		let text = Charter::text();
		assert_eq!(text.len(), 12);
		let title = |number: u32| {
			let info = text.iter().find(|it| it.number == number).expect("there is such an article");
			String::from_utf8(info.article.title.to_vec()).expect("it is readable")
		};
		assert_eq!(title(0), "Do to nobody what they have not agreed to, or could not leave.");
		for (number, expected) in [
			(articles::MEMBERSHIP, "Membership"),
			(2, "Exit"),
			(articles::BALLOTS, "Ballots"),
			(articles::DUE_PROCESS, "Due process"),
			(5, "Land and tax"),
			(articles::MONEY, "Money"),
			(articles::FOUNDER, "The founder"),
			(articles::TIERS, "The tiers"),
			(articles::AMENDMENT, "Amendment"),
			(10, "Forking"),
			(articles::OUTSIDE_VOICES, "Voices from outside"),
		] {
			assert_eq!(title(number), expected);
			let ordinary = [articles::LAND, articles::MONEY].contains(&number);
			let info = Charter::article_info(number, None).expect("there is");
			assert_eq!(info.article.entrenchment == Entrenchment::Ordinary, ordinary, "{expected}");
			assert!(info.article.text.len() > 100 && !info.article.text.contains(&b'#'));
		}
	});
}

#[test]
fn parameters_move_with_the_articles_that_they_stand_under() {
	development_chain().execute_with(|| {
		set_tier(Tier::Community);
		let vouches = RuntimeParameters::Citizenship(amendable::citizenship::Parameters::RequiredVouches(
			amendable::citizenship::RequiredVouches,
			Some(4),
		));
		let seasons = RuntimeParameters::Revenue(amendable::revenue::Parameters::ClaimSeasons(
			amendable::revenue::ClaimSeasons,
			Some(9),
		));
		let ordinary = || RuntimeOrigin::from(Origin::CharterAmendment);
		let too_entrenched = pallet_charter::Error::<Runtime>::TooEntrenched;
		assert_noop!(amend(ordinary(), vec![], vec![vouches.clone()]), too_entrenched);
		assert_ok!(amend(ordinary(), vec![], vec![seasons]));
		assert_eq!(parameters::ClaimSeasons::get(), 4, "what is of money takes effect later");
		assert_ok!(amend(RuntimeOrigin::root(), vec![], vec![vouches]));
		assert_eq!(parameters::RequiredVouches::get(), 4);
		assert_eq!(Charter::charter().version, 3);
		for season in [1, 2] {
			assert_eq!(parameters::ClaimSeasons::get(), 4);
			<Charter as OnSeason>::turn(season);
		}
		assert_eq!(parameters::ClaimSeasons::get(), 9);
	});
}

#[test]
fn nothing_but_an_amendment_sets_a_parameter() {
	development_chain().execute_with(|| {
		let parameter = || {
			RuntimeParameters::Seasons(amendable::seasons::Parameters::SeasonLength(
				amendable::seasons::SeasonLength,
				Some(77),
			))
		};
		for origin in [
			RuntimeOrigin::root(),
			RuntimeOrigin::none(),
			signed(alice()),
			Origin::CharterAmendment.into(),
			Origin::Law.into(),
			Origin::Spending.into(),
			Origin::Justice.into(),
			Origin::Appointment.into(),
		] {
			assert_noop!(Parameters::set_parameter(origin, parameter()), BadOrigin);
		}
	});
}

#[test]
fn no_referendum_speaks_as_the_charter_or_as_an_account() {
	development_chain().execute_with(|| {
		let origins: [OriginCaller; 3] =
			[Origin::Charter.into(), RawOrigin::Signed(bob()).into(), RawOrigin::<AccountId>::None.into()];
		for origin in origins {
			let call: RuntimeCall = frame_system::Call::remark { remark: vec![1] }.into();
			let proposal = Preimage::bound(call).expect("it is short");
			let submit = pallet_referenda::Call::submit {
				proposal_origin: Box::new(origin),
				proposal,
				enactment_moment: DispatchTime::After(0),
			};
			let refused =
				sp_runtime::traits::Dispatchable::dispatch(RuntimeCall::from(submit), signed(alice()));
			let refused = refused.map(|_| ()).map_err(|it| it.error);
			assert_eq!(refused, Err(pallet_referenda::Error::<Runtime>::NoTrack.into()));
			assert_eq!(pallet_polls::Watched::<Runtime>::iter().count(), 0);
		}
	});
}

#[test]
fn active_citizens_propose_and_nobody_else_does() {
	development_chain().execute_with(|| {
		let submit = |who: RuntimeOrigin| {
			let call: RuntimeCall = frame_system::Call::remark { remark: vec![1] }.into();
			let proposal = Preimage::bound(call).expect("it is short");
			Referenda::submit(who, Box::new(Origin::Law.into()), proposal, DispatchTime::After(0))
		};
		assert_noop!(submit(signed(eve())), BadOrigin);
		assert_noop!(submit(RuntimeOrigin::root()), BadOrigin);
		assert_ok!(submit(signed(bob())));
		assert_eq!(Balances::reserved_balance(bob()), CIV, "a proposal that fails costs its author this");
		assert_ok!(Citizenship::suspend(Origin::Justice.into(), 1, Default::default()));
		carry_out_sentence(1);
		assert_noop!(submit(signed(bob())), BadOrigin);
		// Whoever has not been here for a whole season is dormant.
		pallet_census::LastAttested::<Runtime>::insert(2, 0);
		pallet_seasons::Current::<Runtime>::mutate(|season| season.index = 1);
		assert_ok!(submit(signed(charlie())));
		pallet_seasons::Current::<Runtime>::mutate(|season| season.index = 2);
		assert_noop!(submit(signed(charlie())), BadOrigin);
	});
}

#[test]
fn a_referendum_amends_the_charter_from_proposal_to_enactment() {
	development_chain().execute_with(|| {
		set_tier(Tier::Community);
		let old = Charter::charter();
		pass(Origin::CharterAmendment, replace(5, "Land is everybody's."));
		assert_eq!(reads(5), "Land is everybody's.");
		assert_eq!(Charter::charter().version, old.version + 1);
		let record = pallet_charter::Versions::<Runtime>::get(2).expect("it is new");
		assert_eq!(record.author, Author::Citizens { track: Entrenchment::Ordinary });
		assert!(Charter::article_info(5, Some(1)).is_some(), "the old text is there");
		// What is entrenched takes the entrenched track.
		pass(Origin::CharterAmendment, replace(2, "Nobody leaves."));
		assert_eq!(Charter::charter().version, 2);
		pass(RawOrigin::Root, replace(2, "Everybody may leave at once."));
		assert_eq!(reads(2), "Everybody may leave at once.");
	});
}

#[test]
fn in_the_founding_tier_a_referendum_is_advice() {
	development_chain().execute_with(|| {
		pass(Origin::CharterAmendment, replace(5, "Land is everybody's."));
		assert_eq!(Charter::charter().version, 1);
		let waiting = Charter::pending_infos();
		assert_eq!(waiting.len(), 1);
		assert_ok!(Charter::consent(signed(alice()), waiting[0].id));
		assert_eq!(reads(5), "Land is everybody's.");
	});
}

#[test]
fn the_same_votes_pass_on_one_side_of_a_curve_and_fail_on_the_other() {
	let outcome = |origin: OriginCaller, ayes: u64, nays: u64| {
		development_chain().execute_with(|| {
			let index = propose(origin, frame_system::Call::remark { remark: vec![1] });
			let track = track_of(index);
			set_votes(index, ayes, nays);
			pass_blocks(whole_poll(track));
			match ReferendumInfoFor::<Runtime>::get(index) {
				Some(ReferendumInfo::Approved(..)) => true,
				Some(ReferendumInfo::Rejected(..)) => false,
				other => panic!("{other:?}"),
			}
		})
	};
	let charter = || OriginCaller::from(Origin::CharterAmendment);
	let root = || OriginCaller::from(RawOrigin::Root);
	let justice = || OriginCaller::from(Origin::Justice);
	// Approval. Ten thousand may vote, so support is ample here.
	assert!(!outcome(charter(), 4_000, 4_000), "half is no majority");
	assert!(outcome(charter(), 4_001, 4_000));
	assert!(outcome(charter(), 5_100, 4_900), "51 % are one");
	assert!(!outcome(root(), 6_666, 3_334), "less than two thirds");
	assert!(outcome(root(), 6_667, 3_333));
	assert!(!outcome(justice(), 6_000, 4_000), "60 % do not judge");
	assert!(!outcome(justice(), 6_666, 3_334));
	assert!(outcome(justice(), 6_667, 3_333));
	// Support, which must be there on the last day: a tenth, and a twentieth.
	assert!(outcome(charter(), 1_000, 1));
	assert!(!outcome(charter(), 999, 1));
	assert!(outcome(root(), 1_000, 1));
	assert!(!outcome(root(), 999, 1));
	assert!(outcome(justice(), 500, 1));
	assert!(!outcome(justice(), 499, 1));
}

#[test]
fn the_census_lifts_the_tier_step_by_step_and_each_power_ends_there() {
	for (active, tier) in [
		(9, Tier::Founding),
		(10, Tier::Consultative),
		(19, Tier::Consultative),
		(20, Tier::Shared),
		(29, Tier::Shared),
		(30, Tier::Community),
	] {
		development_chain().execute_with(|| {
			let mut reached = Tier::Founding;
			for season in 1..=8 {
				// As if all of them attested in each season.
				let all = Seen { all: active, settled: active, ..Default::default() };
				pallet_census::Present::<Runtime>::mutate(|present| present.this = all);
				<Census as OnSeason>::turn(season);
				let now = Census::tier();
				assert!(now == reached || season >= 2 && Some(now) == reached.next());
				reached = now;
			}
			let expected: Vec<_> =
				FounderPower::ALL.into_iter().filter(|power| power.held_in(tier)).collect();
			let info = Charter::founder_info();
			assert_eq!((info.tier, info.powers), (tier, expected), "{active} active citizens");
			let amended = amend(signed(alice()), vec![Change::Repeal { number: 2 }], vec![]);
			let appointed = Offices::appoint(signed(alice()), Office::PanelRegistrar, Some(eve()));
			if active < 10 {
				assert_ok!(amended);
				assert_ok!(appointed);
			} else {
				assert_eq!(amended, Err(pallet_charter::Error::<Runtime>::PowerLost.into()));
				assert_eq!(appointed, Err(DispatchError::BadOrigin));
			}
		});
	}
}

#[test]
fn a_community_removes_its_founder_by_51_in_a_hundred() {
	let removed = |tier: Tier, ayes: u64, nays: u64| {
		development_chain().execute_with(|| {
			set_tier(tier);
			let index = propose(Origin::CharterAmendment, pallet_charter::Call::remove_founder {});
			set_votes(index, ayes, nays);
			pass_blocks(whole_poll(tracks::CHARTER) + days(7) + 2);
			pallet_citizenship::Founder::<Runtime>::get().is_none()
		})
	};
	assert!(removed(Tier::Community, 5_100, 4_900));
	assert!(!removed(Tier::Community, 5_000, 5_000));
	assert!(!removed(Tier::Shared, 9_900, 100));
}

#[test]
fn citizens_vote_by_name_on_appointments_and_the_registrar_registers() {
	development_chain().execute_with(|| {
		let appoint = pallet_offices::Call::appoint { office: Office::PanelRegistrar, holder: Some(eve()) };
		let index = propose(Origin::Appointment, appoint);
		assert_eq!(track_of(index), tracks::APPOINTMENT);
		assert_ok!(QuadraticVoting::vote(signed(bob()), index, Vote::Aye(3)));
		assert_ok!(QuadraticVoting::vote(signed(charlie()), index, Vote::Aye(1)));
		assert_ok!(QuadraticVoting::vote(signed(dave()), index, Vote::Nay(3)));
		assert!(QuadraticVoting::vote(signed(eve()), index, Vote::Aye(1)).is_err());
		let register = || OutsidePanel::register(signed(eve()), AccountId::from([9; 32]), Default::default());
		assert_noop!(register(), BadOrigin);
		pass_blocks(whole_poll(tracks::APPOINTMENT) + days(2) + 2);
		assert_eq!(pallet_offices::Holders::<Runtime>::get(Office::PanelRegistrar), Some(eve()));
		assert_ok!(register());
	});
}

#[test]
fn the_founder_appoints_at_first_and_citizens_replace_whom_they_will() {
	development_chain().execute_with(|| {
		let appoint = |origin, holder| Offices::appoint(origin, Office::PanelRegistrar, holder);
		for origin in [signed(bob()), signed(eve()), Origin::Law.into(), Origin::CharterAmendment.into()] {
			assert_noop!(appoint(origin, Some(eve())), BadOrigin);
		}
		assert_ok!(appoint(signed(alice()), Some(eve())));
		assert_noop!(
			appoint(signed(alice()), Some(eve())),
			pallet_offices::Error::<Runtime>::AlreadyAppointed
		);
		set_tier(Tier::Consultative);
		assert_noop!(appoint(signed(alice()), None), BadOrigin);
		assert_ok!(appoint(Origin::Appointment.into(), Some(dave())));
		System::assert_last_event(
			pallet_offices::Event::Appointed {
				office: Office::PanelRegistrar,
				old: Some(eve()),
				new: Some(dave()),
			}
			.into(),
		);
		assert_ok!(appoint(RuntimeOrigin::root(), None));
	});
}

#[test]
fn the_treasury_is_spent_by_referendum() {
	development_chain().execute_with(|| {
		let treasury = configs::money::TreasuryAccount::get();
		assert_ok!(Balances::transfer_keep_alive(signed(eve()), treasury.clone().into(), 500 * CIV));
		let nobody = AccountId::from([7; 32]);
		let spend = || pallet_treasury::Call::<Runtime>::spend {
			asset_kind: Box::new(()),
			amount: 120 * CIV,
			beneficiary: Box::new(nobody.clone().into()),
			valid_from: None,
		};
		for origin in [signed(alice()), Origin::Law.into(), Origin::CharterAmendment.into()] {
			let call = RuntimeCall::from(spend());
			let refused = sp_runtime::traits::Dispatchable::dispatch(call, origin).map_err(|it| it.error);
			assert_eq!(refused.map(|_| ()), Err(DispatchError::BadOrigin));
		}
		pass(Origin::Spending, spend());
		assert_ok!(Treasury::payout(signed(bob()), 0));
		assert_eq!(Balances::free_balance(nobody), 120 * CIV);
	});
}

#[test]
fn justice_revokes_by_referendum_and_the_founder_cannot() {
	development_chain().execute_with(|| {
		let revoke = || pallet_citizenship::Call::<Runtime>::revoke {
			citizen: 3,
			grounds: pallet_citizenship::Grounds::Fraud,
			reason_hash: Default::default(),
		};
		let by_founder =
			sp_runtime::traits::Dispatchable::dispatch(RuntimeCall::from(revoke()), signed(alice()));
		assert_eq!(by_founder.map_err(|it| it.error).map(|_| ()), Err(DispatchError::BadOrigin));
		pass(Origin::Law, revoke());
		assert!(
			pallet_citizenship::Citizens::<Runtime>::get(3).is_some_and(|it| it.standing == Standing::Active)
		);
		pass(Origin::Justice, revoke());
		assert!(pallet_citizenship::Citizens::<Runtime>::contains_key(3), "there is time to appeal");
		carry_out_sentence(3);
		assert_eq!(pallet_citizenship::Citizens::<Runtime>::get(3), None);
	});
}

#[test]
fn justice_sentences_one_of_a_few_citizens_a_season_and_the_entrenched_track_more() {
	development_chain().execute_with(|| {
		let suspend =
			|origin: RuntimeOrigin, citizen| Citizenship::suspend(origin, citizen, Default::default());
		assert_ok!(suspend(Origin::Justice.into(), 1));
		assert_noop!(
			suspend(Origin::Justice.into(), 2),
			pallet_citizenship::Error::<Runtime>::TooManySentences
		);
		assert_ok!(suspend(RuntimeOrigin::root(), 2));
		assert_ok!(Citizenship::lift_sentence(Origin::Justice.into(), 2));
	});
}

/// Waits out the appeal period of the sentence against `citizen`, and carries it out.
fn carry_out_sentence(citizen: civitas_primitives::CitizenId) {
	let sentence = pallet_citizenship::Sentences::<Runtime>::get(citizen).expect("is sentenced");
	let now = System::block_number();
	System::set_block_number(sentence.effective_from - 1);
	assert_noop!(
		Citizenship::execute_sentence(signed(eve()), citizen),
		pallet_citizenship::Error::<Runtime>::TooEarlyToExecute
	);
	System::set_block_number(sentence.effective_from);
	assert_ok!(Citizenship::execute_sentence(signed(eve()), citizen));
	System::set_block_number(now);
}

#[test]
fn an_upgrade_takes_the_entrenched_track() {
	let authorized = |origin: OriginCaller| {
		development_chain().execute_with(|| {
			let code_hash = sp_core::H256::repeat_byte(7);
			pass(origin, frame_system::Call::authorize_upgrade { code_hash });
			System::authorized_upgrade().is_some()
		})
	};
	assert!(authorized(RawOrigin::Root.into()));
	for origin in
		[Origin::CharterAmendment, Origin::Law, Origin::Spending, Origin::Justice, Origin::Appointment]
	{
		assert!(!authorized(origin.into()));
	}
}

#[test]
fn a_batch_gives_a_track_nothing_that_it_has_not() {
	development_chain().execute_with(|| {
		set_tier(Tier::Community);
		let trick: Vec<RuntimeCall> = vec![
			replace(5, "Land is everybody's.").into(),
			frame_system::Call::set_storage { items: vec![(vec![1], vec![2])] }.into(),
			pallet_utility::Call::dispatch_as {
				as_origin: Box::new(RawOrigin::Root.into()),
				call: Box::new(frame_system::Call::set_storage { items: vec![(vec![1], vec![2])] }.into()),
			}
			.into(),
		];
		pass(Origin::CharterAmendment, pallet_utility::Call::force_batch { calls: trick });
		assert_eq!(reads(5), "Land is everybody's.");
		assert_eq!(sp_io::storage::get(&[1]), None);
	});
}

#[test]
fn whoever_kept_a_text_first_cannot_take_it_away_once_it_is_passed() {
	development_chain().execute_with(|| {
		set_tier(Tier::Community);
		// Eve keeps the text of the proposal before Alice can, and means to remove it at the last moment.
		let call = RuntimeCall::from(replace(5, &"Land is everybody's. ".repeat(20)));
		let bytes = parity_scale_codec::Encode::encode(&call);
		let hash = sp_core::H256(sp_io::hashing::blake2_256(&bytes));
		assert_ok!(Preimage::note_preimage(signed(eve()), bytes.clone()).map_err(|it| it.error));
		let proposal = frame_support::traits::Bounded::Lookup { hash, len: bytes.len() as u32 };
		let origin = Box::new(Origin::CharterAmendment.into());
		assert_ok!(Referenda::submit(signed(alice()), origin, proposal, DispatchTime::After(0)));
		assert_ok!(Referenda::place_decision_deposit(signed(alice()), 0));
		// She does so before the end: anybody can keep it instead.
		assert_ok!(Preimage::unnote_preimage(signed(eve()), hash));
		assert_ok!(Preimage::note_preimage(signed(bob()), bytes).map_err(|it| it.error));
		set_votes(0, 9_000, 1);
		while Referenda::ensure_ongoing(0).is_ok() {
			pass_blocks(1);
		}
		// Once it is passed, it stays, whoever kept it.
		assert_ok!(Preimage::unnote_preimage(signed(bob()), hash));
		pass_blocks(days(7) + 2);
		assert!(reads(5).starts_with("Land is everybody's. Land"));
	});
}

#[test]
fn a_development_referendum_takes_some_dozens_of_blocks_and_a_live_one_weeks() {
	let lasts = |name: &str| {
		preset_chain(name).execute_with(|| {
			let info =
				<tracks::Tracks as pallet_referenda::TracksInfo<Balance, BlockNumber>>::info(tracks::CHARTER);
			let info = info.expect("there is");
			(
				info.prepare_period + info.confirm_period + info.min_enactment_period,
				info.prepare_period + info.decision_period + info.confirm_period + info.min_enactment_period,
			)
		})
	};
	assert_eq!(lasts("development"), (26, 68));
	assert_eq!(lasts("live"), (13 * DAYS, 34 * DAYS));
}

#[test]
fn no_amendment_makes_polls_longer_than_a_season() {
	for (season, day) in [(50, 100), (50, 2), (99, 2), (200, 5), (365 * DAYS, DAYS)] {
		chain(serde_json::json!({ "founding": { "seasonLength": season, "deliberationDay": day } }))
			.execute_with(|| {
				assert!(
					parameters::LONGEST_POLL * parameters::DeliberationDay::get()
						<= parameters::SeasonLength::get()
				);
				assert!(parameters::DeliberationDay::get() >= 1);
			});
	}
}
