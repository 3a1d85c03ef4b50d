//! Public notice, challenges, and courts.

use crate::{mock::*, *};
use civitas_primitives::{Extent, Footprints, Titles};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless};
use sp_runtime::DispatchError;

fn enact(parcel: ParcelId) -> DispatchResult {
	Land::enact(signed(HUGO), parcel).map(|_| ()).map_err(|failed| failed.error)
}

fn lapse_challenge(parcel: ParcelId) -> DispatchResult {
	Land::lapse_challenge(signed(HUGO), parcel)
}

fn lapse(parcel: ParcelId) -> DispatchResult {
	Land::lapse(signed(HUGO), parcel)
}

/// Whether a call costs nothing.
fn is_free(call: Call<Test>) -> bool {
	RuntimeCall::Land(call).is_feeless(&signed(HUGO))
}

fn judge() -> RuntimeOrigin {
	signed(JUDGE)
}

fn hash_of(parcel: ParcelId) -> H256 {
	let filing = Filings::<Test>::get(parcel).expect("it is filed");
	change_hash(&filing.change)
}

fn held_by(who: u64) -> Balance {
	Balances::balance_on_hold(&HoldReason::ChallengeBond.into(), &who)
}

/// The registrar entered a parcel and had it in the same block.
#[test]
fn a_registration_counts_for_nothing_before_its_public_notice_is_over() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Assigned(HUGO));
		let change = Change::Designate(Designation::Assigned(HUGO));
		System::assert_last_event(Event::Filed { parcel, change, from: 1 + PUBLIC_NOTICE }.into());
		let filed = Extent { parcels: 1, area: 80, floor: 0 };
		assert_eq!(Land::total(), Footprint { filed, ..Footprint::default() });
		assert_eq!(Land::assignee(parcel), None, "nobody can accept it");
		assert_noop!(Land::pass(parcel, Some(HUGO)), Error::<Test>::NotForSale);
		assert_noop!(Land::reside(citizen(ADA), parcel), Error::<Test>::NotInEffect);
		assert_noop!(
			Land::file(signed(RITA), parcel, Change::Designate(Designation::Public)),
			Error::<Test>::AlreadyFiled
		);
		System::set_block_number(PUBLIC_NOTICE);
		assert_noop!(enact(parcel), Error::<Test>::UnderNotice);
		System::set_block_number(1 + PUBLIC_NOTICE);
		assert_ok!(enact(parcel));
		System::assert_has_event(Event::FilingEnded { parcel, end: FilingEnd::Enacted }.into());
		assert_eq!(Land::assignee(parcel), Some(HUGO));
		assert_noop!(enact(parcel), Error::<Test>::NotFiled);
	});
}

/// Land would tell whose the ballots are.
#[test]
fn no_parcel_is_reserved_for_a_ballot_account() {
	build_and_execute(|| {
		let to_voter = || Designation::Assigned(VOTER);
		let survey = survey_at(zwettl(0, 0), 1, 1);
		assert_noop!(
			Land::register(signed(RITA), WALDVIERTEL, survey, to_voter()),
			Error::<Test>::BallotAccount
		);
		let field = register(0, None);
		let change = || Change::Designate(to_voter());
		assert_noop!(Land::file(signed(RITA), field, change()), Error::<Test>::BallotAccount);
		assert_noop!(Land::rectify(judge(), field, change()), Error::<Test>::BallotAccount);
	});
}

#[test]
fn anyone_challenges_a_filing_within_the_notice_and_it_waits() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		let reason_hash = H256::repeat_byte(3);
		System::set_block_number(PUBLIC_NOTICE);
		assert_ok!(Land::challenge(signed(INES), parcel, reason_hash));
		let since = PUBLIC_NOTICE;
		System::assert_last_event(
			Event::Challenged { parcel, challenger: INES, since, bond: BOND, reason_hash }.into(),
		);
		assert_eq!(held_by(INES), BOND);
		assert_noop!(Land::challenge(signed(HUGO), parcel, reason_hash), Error::<Test>::AlreadyChallenged);
		wait(PUBLIC_NOTICE);
		assert_noop!(enact(parcel), Error::<Test>::ChallengeOpen);
		assert_noop!(Land::challenge(signed(INES), 77, reason_hash), Error::<Test>::NotFiled);
	});
}

#[test]
fn after_the_notice_nobody_challenges() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		System::set_block_number(1 + PUBLIC_NOTICE);
		assert_noop!(Land::challenge(signed(INES), parcel, H256::zero()), Error::<Test>::NoticeOver);
	});
}

#[test]
fn an_upheld_challenge_voids_a_filing_and_strikes_a_new_parcel() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		assert_ok!(Land::rule(judge(), parcel, INES, 1, Ruling::Upheld));
		let end = ChallengeEnd::Ruled(Ruling::Upheld);
		System::assert_has_event(Event::ChallengeEnded { parcel, challenger: INES, end }.into());
		System::assert_has_event(Event::FilingEnded { parcel, end: FilingEnd::Void }.into());
		assert_eq!((held_by(INES), Balances::free_balance(INES)), (0, WEALTH));
		assert_eq!(Land::parcel_info(parcel), None);
		assert_eq!(Tiles::<Test>::iter().count(), 0, "its tiles are free again");

		// A change of a parcel that is in effect is void, and the parcel stays as it was.
		let parcel = register(0, Some(HUGO));
		assert_ok!(Land::file(signed(RITA), parcel, Change::Strike));
		assert_ok!(Land::challenge(signed(HUGO), parcel, H256::zero()));
		assert_ok!(Land::rule(judge(), parcel, HUGO, 1, Ruling::Upheld));
		assert_eq!(Land::assignee(parcel), Some(HUGO));
	});
}

#[test]
fn a_dismissed_challenge_costs_its_bond_and_the_rest_of_the_notice_follows() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		wait(4);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		wait(100);
		assert_ok!(Land::rule(judge(), parcel, INES, 5, Ruling::Dismissed));
		assert_eq!(Balances::total_balance(&INES), WEALTH - BOND);
		assert_eq!(Balances::free_balance(SINK), WEALTH + BOND);
		// Ten blocks of fourteen were left: somebody else can object in them.
		wait(9);
		assert_noop!(enact(parcel), Error::<Test>::UnderNotice);
		assert_ok!(Land::challenge(signed(HUGO), parcel, H256::zero()));
		assert_ok!(Land::withdraw_challenge(signed(HUGO), parcel));
		wait(1);
		assert_ok!(enact(parcel));
	});
}

/// A friend of the registrar objects, keeps others from it, and gives in when the notice is over.
#[test]
fn a_sham_challenge_uses_up_none_of_the_notice() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		wait(2 * PUBLIC_NOTICE);
		assert_ok!(Land::withdraw_challenge(signed(INES), parcel));
		let end = ChallengeEnd::Withdrawn;
		System::assert_last_event(Event::ChallengeEnded { parcel, challenger: INES, end }.into());
		wait(PUBLIC_NOTICE - 1);
		assert_noop!(enact(parcel), Error::<Test>::UnderNotice);
		assert_ok!(Land::challenge(signed(HUGO), parcel, H256::zero()));
	});
}

#[test]
fn a_challenge_without_a_ruling_lapses_in_time() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		assert_noop!(lapse_challenge(parcel), Error::<Test>::NotChallenged);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		System::set_block_number(RULING);
		assert_noop!(lapse_challenge(parcel), Error::<Test>::RulingOpen);
		System::set_block_number(1 + RULING);
		assert_ok!(lapse_challenge(parcel));
		let end = ChallengeEnd::Lapsed;
		System::assert_last_event(Event::ChallengeEnded { parcel, challenger: INES, end }.into());
		assert_eq!(Balances::free_balance(INES), WEALTH);
		wait(PUBLIC_NOTICE);
		assert_ok!(enact(parcel));
	});
}

#[test]
fn a_ruling_is_about_exactly_one_challenge() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		let unknown = || Error::<Test>::UnknownChallenge;
		assert_noop!(Land::rule(judge(), parcel, INES, 1, Ruling::Upheld), unknown());
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		for (parcel, who, since) in [(77, INES, 1), (parcel, HUGO, 1), (parcel, INES, 2)] {
			assert_noop!(Land::rule(judge(), parcel, who, since, Ruling::Dismissed), unknown());
		}
		// One that has ended and come again is another one: no ruling for the first meets it.
		assert_ok!(Land::withdraw_challenge(signed(INES), parcel));
		wait(1);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		assert_noop!(Land::rule(judge(), parcel, INES, 1, Ruling::Dismissed), unknown());
		assert_ok!(Land::rule(judge(), parcel, INES, 2, Ruling::Dismissed));
	});
}

#[test]
fn those_who_appoint_a_registrar_uphold_a_challenge_but_do_not_dismiss_one() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		let rule = |who, ruling| Land::rule(signed(who), parcel, INES, 1, ruling);
		assert_noop!(rule(APPOINTER, Ruling::Dismissed), Error::<Test>::JusticeDismisses);
		assert_noop!(rule(RITA, Ruling::Upheld), DispatchError::BadOrigin);
		assert_ok!(rule(APPOINTER, Ruling::Upheld));
	});
}

#[test]
fn a_registrar_takes_a_filing_back() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		assert_noop!(Land::withdraw_filing(signed(SAM), parcel), Error::<Test>::NotRegistrar);
		assert_noop!(Land::withdraw_challenge(signed(HUGO), parcel), Error::<Test>::NotChallenger);
		assert_ok!(Land::withdraw_filing(signed(RITA), parcel));
		assert_eq!(Balances::free_balance(INES), WEALTH);
		assert_eq!(Land::parcel_info(parcel), None);

		let parcel = register(0, Some(HUGO));
		assert_noop!(Land::withdraw_filing(signed(RITA), parcel), Error::<Test>::NotFiled);
		assert_ok!(Land::file(signed(RITA), parcel, Change::Strike));
		assert_ok!(Land::withdraw_filing(signed(RITA), parcel));
		assert_eq!(Land::assignee(parcel), Some(HUGO));
	});
}

/// What nobody accepted was free for ever.
#[test]
fn what_is_not_accepted_in_time_is_given_to_all() {
	build_and_execute(|| {
		let parcel = register(0, Some(HUGO));
		System::set_block_number(RESERVATION);
		assert_noop!(lapse(parcel), Error::<Test>::StillReserved);
		System::set_block_number(1 + RESERVATION);
		assert_ok!(lapse(parcel));
		System::assert_last_event(
			Event::Redesignated { parcel, old: Title::Assigned(HUGO), new: Title::Common }.into(),
		);
		assert_eq!(Auctions::get(), [parcel]);
		assert_noop!(lapse(parcel), Error::<Test>::NotAssigned);
		// Another assignment begins another period.
		assert_ok!(Land::file(signed(RITA), parcel, Change::Designate(Designation::Assigned(INES))));
		in_effect(parcel);
		assert!(Auctions::get().is_empty(), "it is for sale no more");
		wait(RESERVATION - 1);
		assert_noop!(lapse(parcel), Error::<Test>::StillReserved);
	});
}

#[test]
fn a_park_is_not_for_sale_and_stays_one() {
	build_and_execute(|| {
		let park = register(0, None);
		assert_ok!(Land::file(signed(RITA), park, Change::Designate(Designation::Public)));
		in_effect(park);
		assert!(Auctions::get().is_empty());
		let public = Extent { parcels: 1, area: 80, floor: 0 };
		assert_eq!(Land::total(), Footprint { public, ..Footprint::default() });
		assert_noop!(Land::pass(park, Some(HUGO)), Error::<Test>::NotForSale);
		assert_noop!(Land::pass(park, None), Error::<Test>::NotForSale);
		// The registrar alone cannot sell or strike it.
		for change in [Change::Designate(Designation::Common), Change::Strike] {
			assert_noop!(Land::file(signed(RITA), park, change.clone()), Error::<Test>::PublicStays);
			assert_ok!(Land::file(signed(APPOINTER), park, change));
			assert_ok!(Land::withdraw_filing(signed(RITA), park));
		}
	});
}

/// A fraud that was accepted stayed in place whatever a court said.
#[test]
fn a_court_gives_a_parcel_to_its_rightful_holder() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		Land::revalued(parcel, 0, 500);
		assert_ok!(Land::reside(citizen(ADA), parcel));
		assert_ok!(Land::confirm(signed(HUGO), ADA, parcel));
		let change = || Change::Designate(Designation::Assigned(INES));
		for other in [RITA, APPOINTER, INES] {
			assert_noop!(Land::rectify(signed(other), parcel, change()), DispatchError::BadOrigin);
		}
		assert_ok!(Land::rectify(judge(), parcel, change()));
		System::assert_has_event(Event::Rectified { parcel }.into());
		System::assert_last_event(
			Event::Redesignated { parcel, old: Title::Held(HUGO), new: Title::Assigned(INES) }.into(),
		);
		assert_eq!((Land::holder(parcel), Land::assignee(parcel)), (None, Some(INES)));
		assert_eq!(Land::total().valuation, 0);
		assert_eq!(Land::total().residents, 1, "Ada lives there still");
		assert_ok!(Land::pass(parcel, Some(INES)));
	});
}

#[test]
fn a_court_overrules_a_filing_and_strikes_what_is_none() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Common);
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		let survey = survey_at(zwettl(0, 0), 1, 2);
		assert_noop!(
			Land::rectify(judge(), parcel, Change::Resurvey(survey.clone())),
			Error::<Test>::NotInEffect
		);
		assert_ok!(Land::rectify(judge(), parcel, Change::Designate(Designation::Assigned(INES))));
		assert_eq!(held_by(INES), 0);
		assert_eq!(Land::assignee(parcel), Some(INES));
		assert_ok!(Land::pass(parcel, Some(INES)));
		assert_ok!(Land::rectify(judge(), parcel, Change::Resurvey(survey)));
		assert_eq!(Land::total().held.area, 160);
		assert_ok!(Land::rectify(judge(), parcel, Change::Strike));
		assert_eq!(Land::total(), Footprint::default());
	});
}

#[test]
fn a_held_parcel_changes_only_as_its_holder_agrees() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		let survey = survey_at(zwettl(0, 0), 1, 2);
		assert_noop!(Land::agree(signed(HUGO), parcel, H256::zero()), Error::<Test>::NotFiled);
		assert_ok!(Land::file(signed(RITA), parcel, Change::Resurvey(survey.clone())));
		wait(PUBLIC_NOTICE);
		assert_noop!(enact(parcel), Error::<Test>::NotAgreed);
		assert_noop!(Land::agree(signed(INES), parcel, hash_of(parcel)), Error::<Test>::NotHolder);
		assert_noop!(Land::agree(signed(HUGO), parcel, H256::zero()), Error::<Test>::OtherChange);
		assert_ok!(Land::agree(signed(HUGO), parcel, hash_of(parcel)));
		System::assert_last_event(Event::Agreed { parcel, holder: HUGO }.into());
		assert_ok!(enact(parcel));
		System::assert_last_event(Event::Resurveyed { parcel, survey }.into());
		assert_eq!(Land::total().held.area, 160);
	});
}

#[test]
fn who_sells_takes_the_consent_along() {
	build_and_execute(|| {
		let parcel = held(0, HUGO);
		let survey = survey_at(zwettl(0, 0), 1, 2);
		assert_ok!(Land::file(signed(RITA), parcel, Change::Resurvey(survey)));
		assert_ok!(Land::agree(signed(HUGO), parcel, hash_of(parcel)));
		assert_ok!(Land::pass(parcel, Some(INES)));
		wait(PUBLIC_NOTICE);
		assert_noop!(enact(parcel), Error::<Test>::NotFiled);
	});
}

#[test]
fn a_parcel_is_described_by_its_registrar() {
	build_and_execute(|| {
		let parcel = register(0, None);
		let name = Name::truncate_from("Kampwald".as_bytes().to_vec());
		let new = Description { name, land_use: LandUse::Natural, document: Some(H256::repeat_byte(4)) };
		assert_noop!(Land::describe(signed(SAM), parcel, new.clone()), Error::<Test>::NotRegistrar);
		let garbage = Description { name: Name::truncate_from(vec![0xC3]), ..new.clone() };
		assert_noop!(Land::describe(signed(RITA), parcel, garbage), Error::<Test>::InvalidName);
		assert_ok!(Land::describe(signed(RITA), parcel, new.clone()));
		let old = Description::default();
		System::assert_last_event(Event::Described { parcel, old, new: new.clone() }.into());
		assert_eq!(Land::parcel_info(parcel).map(|info| info.description), Some(new.clone()));
		let events = System::events().len();
		assert_ok!(Land::describe(signed(RITA), parcel, new));
		assert_eq!(System::events().len(), events, "nothing has happened");
	});
}

/// A call that failed cost nothing if it was sent twice.
#[test]
fn upkeep_is_free_exactly_if_it_would_succeed() {
	build_and_execute(|| {
		let parcel = file(0, Designation::Assigned(HUGO));
		let (enacting, ending) = (|| Call::enact { parcel }, || Call::lapse_challenge { parcel });
		let lapsing = || Call::lapse { parcel };
		assert!(!is_free(enacting()) && !is_free(ending()) && !is_free(lapsing()));
		assert_ok!(Land::challenge(signed(INES), parcel, H256::zero()));
		wait(RULING);
		assert!(!is_free(enacting()) && is_free(ending()));
		assert_ok!(lapse_challenge(parcel));
		assert!(!is_free(ending()));
		wait(PUBLIC_NOTICE);
		assert!(is_free(enacting()));
		assert!(!RuntimeCall::Land(enacting()).is_feeless(&frame_system::RawOrigin::None.into()));
		assert_ok!(enact(parcel));
		assert!(!is_free(enacting()) && !is_free(lapsing()));
		wait(RESERVATION);
		assert!(is_free(lapsing()));
		assert_ok!(lapse(parcel));
		assert!(!is_free(lapsing()));
	});
}
