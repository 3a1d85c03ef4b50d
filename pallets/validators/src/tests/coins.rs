//! An election model: no coalition of coins changes who serves.

use super::*;
use proptest::prelude::*;

/// The citizens' votes, one list of honest candidates each, cast in a state in which `rich` accounts with `wealth` each
/// do all that coins can: stand before or after everyone else, withdraw, stand again, and move money around.
fn election_with(
	votes: &[Vec<CandidateId>],
	honest: u64,
	rich: u64,
	wealth: Balance,
	rich_first: bool,
) -> Vec<u64> {
	let mut outcome = Vec::new();
	build_and_execute(|| {
		let coins = || {
			for who in 0..rich {
				fund(500 + who, wealth);
				assert_ok!(stand(500 + who));
			}
		};
		if rich_first {
			coins();
		}
		let numbers: Vec<_> = (0..honest).map(|place| candidate(50 + place)).collect();
		if !rich_first {
			coins();
		}
		for (citizen, vote) in votes.iter().enumerate() {
			let citizen = citizen as CitizenId;
			admit(citizen);
			let named: Vec<_> =
				vote.iter().filter_map(|place| numbers.get(*place as usize).copied()).collect();
			if !named.is_empty() {
				assert_ok!(approve(citizen, &named));
			}
			// Coins do not vote.
			let all: Vec<_> = CandidateOf::<Test>::iter_values().take(1).collect();
			for who in 0..rich {
				let call = Validators::approve(RuntimeOrigin::signed(500 + who), list(&all));
				assert_noop!(call, Error::NotCitizen);
			}
		}
		for who in 0..rich / 2 {
			assert_ok!(Validators::withdraw(RuntimeOrigin::signed(500 + who)));
			assert_ok!(stand(500 + who));
		}
		election();
		outcome = Session::validators();
	});
	outcome
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	#[test]
	fn no_coalition_of_coins_changes_who_serves(
		votes in prop::collection::vec(prop::collection::btree_set(0u32..9, 0..9), 1..20),
		rich in 1u64..40,
		wealth in 500u128..1_000_000_000_000,
		rich_first in any::<bool>(),
	) {
		let votes: Vec<Vec<_>> = votes.into_iter().map(|it| it.into_iter().collect()).collect();
		let alone = election_with(&votes, 9, 0, 0, false);
		prop_assert_eq!(election_with(&votes, 9, rich, wealth, rich_first), alone);
	}
}

#[test]
fn a_few_citizens_do_not_fill_the_seats_that_nobody_contests() {
	build_and_execute(|| {
		Seats::set(21);
		ApprovalPercent::set(1);
		LeastApprovals::set(3);
		// Five candidates have the trust of a thousand citizens. Nine people approve sixteen of their own.
		let trusted: Vec<_> = (50..55).map(candidate).collect();
		let own: Vec<_> = (100..116).map(candidate).collect();
		for citizen in 0..1_000 {
			admit(citizen);
			assert_ok!(approve(citizen, if citizen < 9 { &own } else { &trusted }));
		}
		election();
		assert_eq!(Session::validators(), [50, 51, 52, 53, 54]);
		// The tenth is one citizen in a hundred.
		assert_ok!(approve(9, &own));
		election();
		assert_eq!(Session::validators().len(), 21);
	});
}
