// SPDX-License-Identifier: Apache-2.0
//! A civic act is free exactly if it succeeds and the quota lasts; whatever fails is paid for.

use super::*;
use std::collections::BTreeSet;

/// The acts that the quota counts.
const COUNTED: [&str; 4] = ["vouch", "withdraw_vouch", "rotate", "replace_roll_key"];
/// The calls that cannot be repeated at will, and are free without counting.
const UNCOUNTED: [&str; 11] = [
	"apply",
	"withdraw_application",
	"decline_sponsorship",
	"accept",
	"lapse_challenge",
	"close_application",
	"admit",
	"renounce",
	"accept_rotation",
	"cancel_rotation",
	"execute_sentence",
];

fn is_free_for(origin: RuntimeOrigin, call: Call) -> bool {
	RuntimeCall::from(call).is_feeless(&origin)
}

fn is_free(who: Account, call: Call) -> bool {
	is_free_for(signed(who), call)
}

fn apply_call(who: &Account, roll_key: RollKey) -> Call {
	let proof = proof(who, &roll_key);
	let deposit = DepositSource::Sponsored;
	Call::apply { charter: charter(), roll_key, proof, evidence_hash: hash("evidence"), deposit }
}

fn replace_call(who: &Account, new_key: RollKey) -> Call {
	Call::replace_roll_key { new_key, proof: proof(who, &new_key) }
}

fn malformed() -> RollKey {
	[0; 32]
}

/// What Ben has left of this season's free acts.
fn left() -> u32 {
	Citizenship::citizen_info(BEN).expect("is a citizen").free_acts_left
}

/// Says that Ben has used so many free acts this season.
fn use_acts(used: u32) {
	Citizens::<Test>::mutate(BEN, |ben| {
		ben.as_mut().expect("is a citizen").free_acts = FreeActs { season: CurrentSeason::get(), used };
	});
}

/// Calls in [`scene`] by those who may hope that they are free, and what becomes of them.
fn table() -> Vec<(Account, Call, Result<(), Error>)> {
	let [hope, iris, jack, kim, leo, mona, nia, olga] =
		["Hope", "Iris", "Jack", "Kim", "Leo", "Mona", "Nia", "Olga"].map(account);
	let fresh = key("fresh", 0);
	let vouch = |applicant: Account| Call::vouch { applicant };
	let withdraw_vouch = |applicant: Account| Call::withdraw_vouch { applicant };
	let lapse = |applicant: Account| Call::lapse_challenge { applicant };
	let close = |applicant: Account| Call::close_application { applicant };
	let admit = |applicant: Account| Call::admit { applicant };
	let rotate = |new_account: Account| Call::rotate { new_account };
	let outdated = Call::apply {
		charter: CharterRef { version: 2, ..charter() },
		roll_key: fresh,
		proof: proof(&finn(), &fresh),
		evidence_hash: hash("evidence"),
		deposit: DepositSource::Sponsored,
	};
	let unproven = Call::apply {
		charter: charter(),
		roll_key: fresh,
		proof: [7; 64],
		evidence_hash: hash("evidence"),
		deposit: DepositSource::Sponsored,
	};
	let phone = account("Dora's phone");
	let accept_rotation = |citizen| Call::accept_rotation { citizen };
	let execute = |citizen| Call::execute_sentence { citizen };
	let nowhere = CharterRef { version: 2, ..charter() };
	vec![
		(finn(), apply_call(&finn(), fresh), Ok(())),
		(finn(), outdated, Err(Error::OutdatedCharter)),
		(finn(), unproven, Err(Error::InvalidPossessionProof)),
		(finn(), apply_call(&finn(), malformed()), Err(Error::InvalidRollKey)),
		(finn(), apply_call(&finn(), key("Ben", 0)), Err(Error::RollKeyTaken)),
		(jack.clone(), apply_call(&jack, fresh), Err(Error::AlreadyApplied)),
		(ben(), apply_call(&ben(), fresh), Err(Error::AlreadyCitizen)),
		(eve(), Call::withdraw_application {}, Ok(())),
		(kim.clone(), Call::withdraw_application {}, Err(Error::AwaitsRuling)),
		(finn(), Call::withdraw_application {}, Err(Error::UnknownApplicant)),
		(ben(), vouch(kim.clone()), Ok(())),
		(ben(), vouch(eve()), Err(Error::AlreadyVouched)),
		(ben(), vouch(finn()), Err(Error::UnknownApplicant)),
		(dora(), vouch(kim.clone()), Err(Error::TooManyBoundVouches)),
		(nia, vouch(kim.clone()), Err(Error::OnProbation)),
		(hope.clone(), vouch(kim.clone()), Err(Error::NotActive)),
		(gus(), vouch(kim.clone()), Err(Error::NotCitizen)),
		(ben(), withdraw_vouch(eve()), Ok(())),
		(ben(), withdraw_vouch(kim.clone()), Err(Error::NotVouched)),
		(ben(), withdraw_vouch(finn()), Err(Error::UnknownApplicant)),
		(gus(), withdraw_vouch(eve()), Err(Error::NotCitizen)),
		(gus(), lapse(leo.clone()), Ok(())),
		(gus(), lapse(kim.clone()), Err(Error::TooEarlyToLapse)),
		(gus(), lapse(eve()), Err(Error::NotChallenged)),
		(gus(), lapse(finn()), Err(Error::UnknownApplicant)),
		(gus(), close(jack), Ok(())),
		(gus(), close(eve()), Err(Error::TooEarlyToClose)),
		(gus(), close(kim.clone()), Err(Error::AwaitsRuling)),
		(gus(), close(leo), Err(Error::AwaitsRuling)),
		(gus(), close(finn()), Err(Error::UnknownApplicant)),
		(gus(), admit(iris), Ok(())),
		(ada(), admit(eve()), Ok(())),
		(gus(), admit(eve()), Err(Error::TooFewVouches)),
		(gus(), admit(mona), Err(Error::TooEarlyToAdmit)),
		(ada(), admit(kim), Err(Error::AwaitsRuling)),
		(ada(), admit(finn()), Err(Error::UnknownApplicant)),
		(ben(), Call::renounce {}, Ok(())),
		(hope.clone(), Call::renounce {}, Ok(())),
		(eve(), Call::renounce {}, Err(Error::NotCitizen)),
		(ben(), rotate(olga.clone()), Ok(())),
		(hope.clone(), rotate(olga.clone()), Ok(())),
		(ben(), rotate(cleo()), Err(Error::AlreadyCitizen)),
		(ben(), rotate(eve()), Err(Error::AlreadyApplied)),
		(ben(), rotate(finn()), Ok(())),
		(dora(), rotate(phone.clone()), Err(Error::AlreadyNamed)),
		(phone.clone(), accept_rotation(DORA), Ok(())),
		(phone, accept_rotation(BEN), Err(Error::NotNamed)),
		(gus(), accept_rotation(DORA), Err(Error::NotNamed)),
		(dora(), Call::cancel_rotation {}, Ok(())),
		(ben(), Call::cancel_rotation {}, Err(Error::NoRotation)),
		(gus(), Call::cancel_rotation {}, Err(Error::NotCitizen)),
		(finn(), Call::decline_sponsorship {}, Ok(())),
		(eve(), Call::decline_sponsorship {}, Err(Error::NotSponsored)),
		(account("Pia"), Call::accept { charter: charter() }, Ok(())),
		(eve(), Call::accept { charter: charter() }, Err(Error::AlreadyAccepted)),
		(eve(), Call::accept { charter: nowhere }, Err(Error::OutdatedCharter)),
		(gus(), Call::accept { charter: charter() }, Err(Error::UnknownApplicant)),
		(gus(), execute(ROSA), Ok(())),
		(gus(), execute(HOPE), Err(Error::TooEarlyToExecute)),
		(gus(), execute(BEN), Err(Error::NotSentenced)),
		(gus(), rotate(olga), Err(Error::NotCitizen)),
		(ben(), replace_call(&ben(), fresh), Ok(())),
		(ben(), replace_call(&ben(), malformed()), Err(Error::InvalidRollKey)),
		(ben(), replace_call(&ben(), key("Eve", 0)), Err(Error::RollKeyTaken)),
		(ben(), replace_call(&cleo(), fresh), Err(Error::InvalidPossessionProof)),
		(hope.clone(), replace_call(&hope, fresh), Err(Error::NotActive)),
		(gus(), replace_call(&gus(), fresh), Err(Error::NotCitizen)),
	]
}

/// Runs `test` on each row of the table, each in a scene of its own.
fn for_each_row(test: impl Fn(Account, Call, Result<(), Error>)) {
	let rows = ExtBuilder::default().build().execute_with(|| {
		scene();
		table().len()
	});
	for n in 0..rows {
		ExtBuilder::default().build_and_execute(|| {
			scene();
			let (who, call, outcome) = table().swap_remove(n);
			test(who, call, outcome);
		});
	}
}

#[test]
fn what_succeeds_is_free_and_what_fails_never_is() {
	for_each_row(|who, call, expected| {
		let free = is_free(who.clone(), call.clone());
		assert_eq!(free, expected.is_ok(), "{who} calls {call:?}");
		let outcome = RuntimeCall::from(call.clone()).dispatch(signed(who));
		let outcome = outcome.map(|_| ()).map_err(|it| it.error);
		assert_eq!(outcome, expected.map_err(DispatchError::from), "{call:?}");
	});
}

#[test]
fn to_ask_whether_a_call_is_free_changes_nothing() {
	for_each_row(|who, call, _| {
		let before = sp_io::storage::root(Default::default());
		is_free(who, call);
		assert_eq!(sp_io::storage::root(Default::default()), before);
	});
}

#[test]
fn no_call_is_free_for_whoever_does_not_sign() {
	for_each_row(|_, call, _| {
		for origin in [RuntimeOrigin::none(), root()] {
			assert!(!is_free_for(origin, call.clone()), "{call:?}");
		}
	});
}

#[test]
fn the_table_knows_every_free_call() {
	ExtBuilder::default().build_and_execute(|| {
		scene();
		let known = table().into_iter().filter(|row| row.2.is_ok());
		let known: BTreeSet<_> = known.map(|row| row.1.get_call_name()).collect();
		assert_eq!(known, COUNTED.into_iter().chain(UNCOUNTED).collect());
	});
}

#[test]
fn calls_of_money_and_of_power_are_never_free() {
	type Attempt = (fn() -> RuntimeOrigin, fn() -> Call);
	let calls: [Attempt; 9] = [
		(|| signed(gus()), || Call::sponsor { applicant: account("Olga") }),
		(|| signed(gus()), || Call::withdraw_sponsorship { applicant: finn() }),
		(|| signed(ben()), || Call::challenge { applicant: eve(), reason_hash: hash("why") }),
		(root, || Call::rule {
			applicant: account("Kim"),
			challenger: CLEO,
			challenged_at: 61,
			ruling: Ruling::Upheld,
		}),
		(|| signed(cleo()), || Call::withdraw_challenge { applicant: account("Kim") }),
		(root, || Call::lift_sentence { citizen: HOPE }),
		(root, || Call::suspend { citizen: BEN, reason_hash: hash("why") }),
		(root, || Call::reinstate { citizen: HOPE }),
		(root, || Call::revoke { citizen: BEN, grounds: Grounds::Fraud, reason_hash: hash("why") }),
	];
	let mut known = BTreeSet::from_iter(COUNTED.into_iter().chain(UNCOUNTED));
	for (origin, call) in calls {
		ExtBuilder::default().build_and_execute(|| {
			scene();
			known.insert(call().get_call_name());
			assert!(!is_free_for(origin(), call()), "{:?}", call());
			assert_ok!(RuntimeCall::from(call()).dispatch(origin()));
		});
	}
	assert_eq!(known, Call::get_call_names().iter().copied().collect());
}

#[test]
fn who_pays_the_own_deposit_pays_the_fee_too() {
	ExtBuilder::default().build_and_execute(|| {
		let call = apply_call(&gus(), key("Gus", 0));
		assert!(!is_free(gus(), call.clone()));
		assert_ok!(Citizenship::sponsor(signed(ben()), gus()));
		assert!(is_free(gus(), call.clone()));
		let Call::apply { charter, roll_key, proof, evidence_hash, .. } = call else { unreachable!() };
		let deposit = DepositSource::Own;
		assert!(!is_free(gus(), Call::apply { charter, roll_key, proof, evidence_hash, deposit }));
	});
}

#[test]
fn the_last_free_act_is_free_and_the_next_one_is_paid() {
	for name in COUNTED {
		ExtBuilder::default().build_and_execute(|| {
			scene();
			let row = table().into_iter().find(|row| row.0 == ben() && row.1.get_call_name() == name);
			let (_, call, _) = row.expect("the table has every free call");
			use_acts(5);
			assert!(is_free(ben(), call.clone()), "{name}");
			use_acts(6);
			assert!(!is_free(ben(), call.clone()), "{name}");
			assert_ok!(RuntimeCall::from(call).dispatch(signed(ben())));
			assert_eq!(citizen(BEN).free_acts.used, 7, "{name}");
		});
	}
}

#[test]
fn each_civic_act_counts_as_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		assert_eq!(left(), 6);
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_eq!(left(), 5);
		assert_ok!(Citizenship::withdraw_vouch(signed(ben()), eve()));
		assert_eq!(left(), 4);
		assert_ok!(RuntimeCall::from(replace_call(&ben(), key("Ben", 1))).dispatch(signed(ben())));
		assert_eq!(left(), 3);
		move_to(ben(), account("Ben's phone"));
		assert_eq!(left(), 2);
	});
}

#[test]
fn what_cannot_be_repeated_at_will_does_not_count() {
	ExtBuilder::default().build_and_execute(|| {
		scene();
		let before = left();
		assert_ok!(Citizenship::lapse_challenge(signed(ben()), account("Leo")));
		assert_ok!(Citizenship::close_application(signed(ben()), account("Jack")));
		assert_ok!(Citizenship::admit(signed(ben()), account("Iris")));
		assert_ok!(Citizenship::sponsor(signed(ben()), account("Olga")));
		assert_ok!(Citizenship::challenge(signed(ben()), eve(), hash("why")));
		assert_eq!(left(), before);
	});
}

#[test]
fn the_quota_starts_anew_with_each_season() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		let vouch = || Call::vouch { applicant: eve() };
		use_acts(6);
		assert!(!is_free(ben(), vouch()));
		turn_season();
		assert!(is_free(ben(), vouch()));
		assert_eq!(left(), 6);
		assert_ok!(Citizenship::vouch(signed(ben()), eve()));
		assert_eq!(citizen(BEN).free_acts, FreeActs { season: 1, used: 1 });
	});
}

#[test]
fn acts_left_over_do_not_carry_over() {
	ExtBuilder::default().build_and_execute(|| {
		use_acts(1);
		turn_season();
		assert_eq!(left(), 6);
	});
}

#[test]
fn whoever_pays_acts_on_beyond_the_quota() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		use_acts(5);
		for _ in 0..2 {
			assert_ok!(Citizenship::vouch(signed(ben()), eve()));
			assert_ok!(Citizenship::withdraw_vouch(signed(ben()), eve()));
		}
		assert_eq!(citizen(BEN).free_acts.used, 9);
		assert_eq!(left(), 0);
		turn_season();
		assert_eq!(left(), 6, "paid acts are not deducted later");
	});
}

#[test]
fn a_charter_may_allow_no_free_act() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		FreeActsQuota::set(1);
		assert!(is_free(ben(), Call::vouch { applicant: eve() }));
		FreeActsQuota::set(0);
		assert!(!is_free(ben(), Call::vouch { applicant: eve() }));
		use_acts(3);
		assert_eq!(left(), 0);
	});
}

#[test]
fn to_leave_is_free_even_for_a_suspended_citizen_without_a_free_act() {
	ExtBuilder::default().build_and_execute(|| {
		FreeActsQuota::set(0);
		use_acts(7);
		assert!(is_free(ben(), Call::renounce {}));
		suspend(BEN);
		assert!(is_free(ben(), Call::renounce {}));
		assert_ok!(Citizenship::renounce(signed(ben())));
		assert!(!is_free(ben(), Call::renounce {}));
	});
}

#[test]
fn an_admission_without_a_number_left_is_not_free() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		NextCitizenId::<Test>::put(CitizenId::MAX);
		assert!(!is_free(ada(), Call::admit { applicant: eve() }));
		NextCitizenId::<Test>::put(CitizenId::MAX - 1);
		assert!(is_free(ada(), Call::admit { applicant: eve() }));
	});
}

#[test]
fn a_ninth_vouch_is_not_free() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		let newer = ["Hope", "Iris", "Jack", "Kim"].map(make_citizen);
		for id in [ADA, CLEO, DORA].into_iter().chain(newer) {
			assert_ok!(Citizenship::vouch(signed(citizen(id).account), eve()));
		}
		assert!(is_free(ben(), Call::vouch { applicant: eve() }), "the eighth");
		make_citizen("Mona");
		assert_ok!(Citizenship::vouch(signed(account("Mona")), eve()));
		assert!(!is_free(ben(), Call::vouch { applicant: eve() }), "the ninth");
		assert_noop!(Citizenship::vouch(signed(ben()), eve()), Error::TooManyVouches);
	});
}

#[test]
fn a_ninth_open_vouch_is_not_free_whatever_the_charter_allows() {
	ExtBuilder::default().build_and_execute(|| {
		MaxOpenVouches::set(MAX_VOUCHES + 1);
		FreeActsQuota::set(10);
		let names = ["Finn", "Hope", "Iris", "Jack", "Kim", "Mona", "Nia", "Olga", "Pia"];
		for name in names {
			apply_sponsored(name);
			let call = Call::vouch { applicant: account(name) };
			assert_eq!(is_free(ben(), call.clone()), name != "Pia", "{name}");
			let outcome = RuntimeCall::from(call).dispatch(signed(ben()));
			assert_eq!(outcome.is_ok(), name != "Pia", "{name}");
		}
	});
}

#[test]
fn a_page_sees_how_many_free_acts_are_left() {
	ExtBuilder::default().build_and_execute(|| {
		use_acts(4);
		let info = Citizenship::citizen_info(BEN).expect("is a citizen");
		assert_eq!(
			info,
			CitizenInfo {
				id: BEN,
				citizen: citizen(BEN),
				free_acts_left: 2,
				vouches_left: 3,
				on_probation: false,
				pending_rotation: None,
				sentence: None,
			}
		);
		assert_eq!(Citizenship::citizen_info(4), None);
	});
}
