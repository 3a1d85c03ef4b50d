// SPDX-License-Identifier: Apache-2.0
//! Who may call what: every call, by everyone.

use super::*;
use std::collections::BTreeSet;

type Outcome = Result<(), DispatchError>;

/// The columns of the table below, in order.
const CALLERS: [&str; 8] = [
	"nobody",
	"a stranger",
	"an applicant",
	"a citizen",
	"a suspended citizen",
	"the founder in the Founding tier",
	"the founder after it",
	"root",
];

/// Makes the caller of column `n` ready, and returns the account that the call is made for and the origin.
fn caller(n: usize) -> (Account, RuntimeOrigin) {
	if CALLERS[n] == "the founder after it" {
		CurrentTier::set(Tier::Consultative);
	}
	let who = match n {
		2 => eve(),
		3 => ben(),
		4 => account("Hope"),
		5 | 6 => ada(),
		_ => gus(),
	};
	let origin = match n {
		0 => RuntimeOrigin::none(),
		7 => root(),
		_ => signed(who.clone()),
	};
	(who, origin)
}

/// A call as made by somebody, and what comes of it for each of [`CALLERS`].
type Row = (fn(&Account) -> Call, [Outcome; 8]);

/// Decides the challenge that Cleo has made in [`scene`].
fn rule_kim(ruling: Ruling) -> Call {
	Call::rule { applicant: account("Kim"), challenger: CLEO, challenged_at: 61, ruling }
}

/// Everything happens in [`scene`], where Gus is the stranger and sponsors Finn.
fn table() -> Vec<Row> {
	let ok = Ok(());
	let bad = Err(DispatchError::BadOrigin);
	let no = |error: Error| Err(error.into());
	let not_citizen = no(Error::NotCitizen);
	let not_active = no(Error::NotActive);
	let already_citizen = no(Error::AlreadyCitizen);
	let already_applied = no(Error::AlreadyApplied);
	let unknown = no(Error::UnknownApplicant);
	let not_sponsor = no(Error::NotSponsor);
	let not_vouched = no(Error::NotVouched);
	let too_few = no(Error::TooFewVouches);
	let not_challenger = no(Error::NotChallenger);
	let not_sponsored = no(Error::NotSponsored);
	let already_accepted = no(Error::AlreadyAccepted);
	let not_named = no(Error::NotNamed);
	let no_rotation = no(Error::NoRotation);
	vec![
		(
			|who| Call::apply {
				charter: charter(),
				roll_key: key("fresh", 0),
				proof: proof(who, &key("fresh", 0)),
				evidence_hash: hash("evidence"),
				deposit: DepositSource::Own,
			},
			[
				bad,
				ok,
				already_applied,
				already_citizen,
				already_citizen,
				already_citizen,
				already_citizen,
				bad,
			],
		),
		(|_| Call::withdraw_application {}, [bad, unknown, ok, unknown, unknown, unknown, unknown, bad]),
		(|_| Call::sponsor { applicant: account("Olga") }, [bad, ok, ok, ok, ok, ok, ok, bad]),
		(
			|_| Call::withdraw_sponsorship { applicant: finn() },
			[bad, ok, not_sponsor, not_sponsor, not_sponsor, not_sponsor, not_sponsor, bad],
		),
		(
			|_| Call::vouch { applicant: account("Kim") },
			[bad, not_citizen, not_citizen, ok, not_active, ok, ok, bad],
		),
		(
			|_| Call::withdraw_vouch { applicant: eve() },
			[bad, not_citizen, not_citizen, ok, not_vouched, not_vouched, not_vouched, bad],
		),
		(
			|_| Call::challenge { applicant: eve(), reason_hash: hash("reasons") },
			[bad, not_citizen, not_citizen, ok, not_active, ok, ok, bad],
		),
		// The justice track of the mock: root, and an account that is not here. The founder only dismisses.
		(|_| rule_kim(Ruling::Upheld), [bad, bad, bad, bad, bad, no(Error::OnlyJusticeUpholds), bad, ok]),
		(|_| rule_kim(Ruling::Dismissed), [bad, bad, bad, bad, bad, ok, bad, ok]),
		(
			|_| Call::withdraw_challenge { applicant: account("Kim") },
			[
				bad,
				not_citizen,
				not_citizen,
				not_challenger,
				not_challenger,
				not_challenger,
				not_challenger,
				bad,
			],
		),
		(
			|_| Call::decline_sponsorship {},
			[
				bad,
				not_sponsored,
				not_sponsored,
				not_sponsored,
				not_sponsored,
				not_sponsored,
				not_sponsored,
				bad,
			],
		),
		(
			|_| Call::accept { charter: charter() },
			[bad, unknown, already_accepted, unknown, unknown, unknown, unknown, bad],
		),
		(
			|_| Call::accept_rotation { citizen: DORA },
			[bad, not_named, not_named, not_named, not_named, not_named, not_named, bad],
		),
		(
			|_| Call::cancel_rotation {},
			[bad, not_citizen, not_citizen, no_rotation, no_rotation, no_rotation, no_rotation, bad],
		),
		(|_| Call::execute_sentence { citizen: ROSA }, [bad, ok, ok, ok, ok, ok, ok, bad]),
		(|_| Call::lift_sentence { citizen: HOPE }, [bad, bad, bad, bad, bad, bad, bad, ok]),
		(|_| Call::lapse_challenge { applicant: account("Leo") }, [bad, ok, ok, ok, ok, ok, ok, bad]),
		(|_| Call::close_application { applicant: account("Jack") }, [bad, ok, ok, ok, ok, ok, ok, bad]),
		// By the founder's word.
		(|_| Call::admit { applicant: eve() }, [bad, too_few, too_few, too_few, too_few, ok, too_few, bad]),
		// By vouches, after the challenge period.
		(|_| Call::admit { applicant: account("Iris") }, [bad, ok, ok, ok, ok, ok, ok, bad]),
		(|_| Call::renounce {}, [bad, not_citizen, not_citizen, ok, ok, ok, ok, bad]),
		// The justice track of the mock: root.
		(
			|_| Call::suspend { citizen: DORA, reason_hash: hash("reasons") },
			[bad, bad, bad, bad, bad, bad, bad, ok],
		),
		(|_| Call::reinstate { citizen: HOPE }, [bad, bad, bad, bad, bad, bad, bad, ok]),
		(
			|_| Call::revoke { citizen: DORA, grounds: Grounds::Fraud, reason_hash: hash("reasons") },
			[bad, bad, bad, bad, bad, bad, bad, ok],
		),
		(
			|_| Call::rotate { new_account: account("Olga") },
			[bad, not_citizen, not_citizen, ok, ok, ok, ok, bad],
		),
		(
			|who| Call::replace_roll_key { new_key: key("fresh", 0), proof: proof(who, &key("fresh", 0)) },
			[bad, not_citizen, not_citizen, ok, not_active, ok, ok, bad],
		),
	]
}

#[test]
fn each_call_answers_each_caller_as_the_table_says() {
	for (call, outcomes) in table() {
		for (n, expected) in outcomes.into_iter().enumerate() {
			ExtBuilder::default().build_and_execute(|| {
				scene();
				let (who, origin) = caller(n);
				let call = RuntimeCall::from(call(&who));
				let before = sp_io::storage::root(Default::default());
				let outcome = call.clone().dispatch(origin).map(|_| ()).map_err(|it| it.error);
				assert_eq!(outcome, expected, "{} calls {call:?}", CALLERS[n]);
				if outcome.is_err() {
					let after = sp_io::storage::root(Default::default());
					assert_eq!(after, before, "{} changes nothing by {call:?}", CALLERS[n]);
				}
			});
		}
	}
}

#[test]
fn the_table_knows_every_call() {
	ExtBuilder::default().build_and_execute(|| {
		let known: BTreeSet<_> = table().into_iter().map(|(call, _)| call(&gus()).get_call_name()).collect();
		let all: BTreeSet<_> = Call::get_call_names().iter().copied().collect();
		assert_eq!(known, all);
	});
}

#[test]
fn a_suspended_founder_is_no_arbiter() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		challenge("Eve");
		suspend(ADA);
		assert_noop!(rule(signed(ada()), "Eve", Ruling::Dismissed), BadOrigin);
		assert_ok!(Citizenship::reinstate(root(), ADA));
		assert_ok!(rule(signed(ada()), "Eve", Ruling::Dismissed));
	});
}
