// SPDX-License-Identifier: Apache-2.0
//! What a few who work together, or a founder alone, can do to admission: less than the rest.

use super::*;
use proptest::prelude::*;

/// Makes everyone who is not from the genesis a citizen on probation.
fn set_probation() {
	OnProbation::set(Citizens::<Test>::iter_keys().filter(|id| *id > DORA).collect());
}

#[test]
fn three_citizens_admit_three_strangers_a_season_and_not_twelve() {
	ExtBuilder::default().without_founder().build_and_execute(|| {
		let strangers: Vec<_> = (0..12).map(|n| format!("stranger {n}")).collect();
		for stranger in &strangers {
			give(stranger, 80);
			assert_ok!(apply(stranger));
		}
		// They wait as long as they like before anyone vouches, and leave at once if that frees a vouch.
		run_to(40);
		let mut admitted = 0;
		for block in 40..40 + SEASON_LENGTH {
			run_to(block);
			for stranger in &strangers {
				for voucher in [ben(), cleo(), dora()] {
					let _ = Citizenship::vouch(signed(voucher), account(stranger));
				}
				if Citizenship::admit(signed(gus()), account(stranger)).is_ok() {
					admitted += 1;
					assert!(block >= 40 + CHALLENGE_PERIOD, "anyone has had the time to object");
					set_probation();
					let newcomer = signed(account(stranger));
					assert_noop!(
						Citizenship::vouch(newcomer.clone(), account("stranger 11")),
						Error::OnProbation
					);
					assert_ok!(Citizenship::renounce(newcomer));
				}
			}
		}
		assert_eq!(admitted, 3);
	});
}

#[test]
fn a_late_vouch_does_not_cut_the_time_to_object() {
	ExtBuilder::default().without_founder().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		run_to(LIFETIME);
		vouch_enough("Eve");
		assert_noop!(Citizenship::admit(signed(gus()), eve()), Error::TooEarlyToAdmit);
		run_to(LIFETIME + CHALLENGE_PERIOD - 1);
		assert_noop!(Citizenship::admit(signed(gus()), eve()), Error::TooEarlyToAdmit);
		challenge_as(ada(), "Eve");
	});
}

fn challenge_as(who: Account, name: &str) {
	assert_ok!(Citizenship::challenge(signed(who), account(name), hash("reasons")));
}

#[test]
fn a_founder_refuses_nobody_in_a_batch_of_a_challenge_and_a_ruling() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply("Eve"));
		let before = free(ada());
		challenge_as(ada(), "Eve");
		for ruling in [Ruling::Upheld, Ruling::Dismissed] {
			assert!(rule(signed(ada()), "Eve", ruling).is_err());
		}
		assert_ok!(Citizenship::withdraw_challenge(signed(ada()), eve()));
		assert_eq!(free(ada()), before, "and earns nothing by it");
		assert!(has_applied("Eve"));
	});
}

/// What a founder alone tries against three applicants, of whom one is sponsored.
#[derive(Clone, Debug)]
enum Mischief {
	Challenge(usize),
	WithdrawChallenge(usize),
	Rule(usize, bool),
	Vouch(usize),
	WithdrawVouch(usize),
	Admit(usize),
	Close(usize),
	Lapse(usize),
	Sponsor(usize),
	WithdrawSponsorship(usize),
	/// Names an applicant as the next account.
	Rotate(usize),
	/// Admits somebody of their own choice.
	AdmitPuppet(u8),
	Suspend,
	Renounce,
	Wait(u64),
}

const HOPEFUL: [&str; 3] = ["Eve", "Finn", "Iris"];

fn mischief() -> impl Strategy<Value = Vec<Mischief>> {
	use Mischief::*;
	let whom = || 0..HOPEFUL.len();
	let one = prop_oneof![
		6 => whom().prop_map(Challenge),
		3 => whom().prop_map(WithdrawChallenge),
		3 => (whom(), any::<bool>()).prop_map(|(n, up)| Rule(n, up)),
		6 => whom().prop_map(Vouch),
		6 => whom().prop_map(WithdrawVouch),
		2 => whom().prop_map(Admit),
		2 => whom().prop_map(Close),
		3 => whom().prop_map(Lapse),
		3 => whom().prop_map(Sponsor),
		3 => whom().prop_map(WithdrawSponsorship),
		3 => whom().prop_map(Rotate),
		4 => any::<u8>().prop_map(AdmitPuppet),
		1 => Just(Suspend),
		1 => Just(Renounce),
		10 => (1..15u64).prop_map(Wait),
	];
	prop::collection::vec(one, 0..60)
}

/// Citizens do what they can for the hopeful in this block: apply, vouch, end what has lapsed, admit.
fn persist() {
	for name in HOPEFUL {
		if CitizenIds::<Test>::contains_key(account(name)) {
			continue;
		}
		if !has_applied(name) {
			// Finn owns nothing: somebody else sponsors him if the founder has not.
			if name == "Finn" && !Sponsorships::<Test>::contains_key(finn()) {
				assert_ok!(Citizenship::sponsor(signed(gus()), finn()));
			}
			assert_ok!(apply(name));
		}
		for voucher in [ben(), cleo(), dora()] {
			let _ = Citizenship::vouch(signed(voucher), account(name));
		}
		let _ = Citizenship::lapse_challenge(signed(gus()), account(name));
		let _ = Citizenship::admit(signed(gus()), account(name));
	}
}

fn attempt(mischief: Mischief) {
	let (me, whom) = (signed(ada()), |n: usize| account(HOPEFUL[n]));
	let _ = match mischief {
		Mischief::Challenge(n) => Citizenship::challenge(me, whom(n), hash("envy")),
		Mischief::WithdrawChallenge(n) => Citizenship::withdraw_challenge(me, whom(n)),
		Mischief::Rule(n, up) => {
			let challenge = Applications::<Test>::get(whom(n)).and_then(|it| it.challenge);
			let named = challenge.map_or((ADA, 1), |it| (it.challenger, it.challenged_at));
			let ruling = if up { Ruling::Upheld } else { Ruling::Dismissed };
			Citizenship::rule(me, whom(n), named.0, named.1, ruling)
		}
		Mischief::Vouch(n) => Citizenship::vouch(me, whom(n)),
		Mischief::WithdrawVouch(n) => Citizenship::withdraw_vouch(me, whom(n)),
		Mischief::Admit(n) => Citizenship::admit(me, whom(n)),
		Mischief::Close(n) => Citizenship::close_application(me, whom(n)),
		Mischief::Lapse(n) => Citizenship::lapse_challenge(me, whom(n)),
		Mischief::Sponsor(n) => Citizenship::sponsor(me, whom(n)),
		Mischief::WithdrawSponsorship(n) => Citizenship::withdraw_sponsorship(me, whom(n)),
		Mischief::Rotate(n) => Citizenship::rotate(me, whom(n)),
		Mischief::AdmitPuppet(n) => {
			let puppet = format!("puppet {n}");
			let _ = Citizenship::sponsor(me.clone(), account(&puppet));
			let _ = apply(&puppet);
			let admitted = Citizenship::admit(me, account(&puppet));
			set_probation();
			admitted
		}
		Mischief::Suspend => Citizenship::suspend(me, BEN, hash("envy")),
		Mischief::Renounce => Citizenship::renounce(me),
		Mischief::Wait(_) => Ok(()),
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	/// Whatever the founder does, in whatever order and for however long, everyone whom citizens vouch for is admitted as
	/// they would be without it, once one challenge by the founder against each has run its course.
	#[test]
	fn no_sequence_of_calls_by_a_founder_lowers_the_number_of_admissions(story in mischief()) {
		ExtBuilder::default().build().execute_with(|| {
			// Just as many as citizens can vouch for: the founder could take each place.
			IntakePercent::set(0);
			IntakeAllowance::set(3);
			give("Iris", 200);
			persist();
			for mischief in story {
				let blocks = if let Mischief::Wait(blocks) = mischief { blocks } else { 0 };
				attempt(mischief);
				persist();
				for _ in 0..blocks {
					run_to(System::block_number() + 1);
					persist();
				}
			}
			let most = RULING_PERIOD + FURTHER_PERIOD + 2 * CHALLENGE_PERIOD;
			for _ in 0..most {
				run_to(System::block_number() + 1);
				persist();
			}
			for name in HOPEFUL {
				assert!(CitizenIds::<Test>::contains_key(account(name)), "{name} is not a citizen");
			}
			assert_ok!(Citizenship::do_try_state());
		});
	}
}
