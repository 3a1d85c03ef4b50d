//! The pallet's behaviour, one rule a test.

use crate::{mock::*, *};
use civitas_primitives::{Exit, Standing};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless, traits::Hooks};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sp_runtime::{traits::BadOrigin, TokenError};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

const ADA: CitizenId = 0;
const BEN: CitizenId = 1;
const CLEO: CitizenId = 2;

fn claim(citizen: CitizenId) -> DispatchResult {
	Dividend::claim(RuntimeOrigin::signed(account(citizen)))
}

fn is_free(citizen: CitizenId) -> bool {
	RuntimeCall::from(Call::claim {}).is_feeless(&RuntimeOrigin::signed(account(citizen)))
}

fn claimable(citizen: CitizenId) -> Balance {
	Dividend::dividend_info(citizen).claimable
}

fn balance(citizen: CitizenId) -> Balance {
	Balances::balance(&account(citizen))
}

#[test]
fn what_came_in_is_shared_equally_when_the_season_is_over() {
	build_and_execute(|| {
		[ADA, BEN, CLEO].into_iter().for_each(admit);
		receive(1_000);
		let expected = DividendInfo { claimable: 0, pot: 1_000, entitled: 3, expected: 333 };
		assert_eq!(Dividend::dividend_info(ADA), expected);
		assert_noop!(claim(ADA), Error::NothingToClaim);
		turn();
		System::assert_last_event(Event::Shared { season: 0, per_citizen: 333, entitled: 3, pot: 1 }.into());
		assert!(is_free(ADA));
		assert_ok!(claim(ADA));
		let (account, amount) = (account(ADA), 333);
		System::assert_has_event(Event::Claimed { season: 0, citizen: ADA, account, amount }.into());
		assert_eq!((balance(ADA), kept()), (333, 667));
		assert!(!is_free(ADA));
		assert_noop!(claim(ADA), Error::NothingToClaim);
		assert_eq!(Dividend::share(0).map(|share| share.unclaimed), Some(666));
	});
}

#[test]
fn what_cannot_be_divided_stays_in_the_pot() {
	build_and_execute(|| {
		[ADA, BEN, CLEO].into_iter().for_each(admit);
		receive(1_000);
		turn();
		receive(101);
		turn();
		assert_eq!(Dividend::share(1).map(|share| share.per_citizen), Some(34));
		assert_eq!(Pot::<Test>::get(), 0);
		assert_ok!(claim(BEN));
		assert_eq!(balance(BEN), 367, "both seasons at once");
	});
}

#[test]
fn without_citizens_everything_waits() {
	build_and_execute(|| {
		receive(1_000);
		turn();
		assert_eq!((Dividend::share(0), Pot::<Test>::get()), (None, 1_000));
		admit(ADA);
		turn();
		assert_eq!(claimable(ADA), 1_000);
	});
}

#[test]
fn who_is_seen_has_a_share_in_that_season_and_the_next_and_no_longer() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		for season in 0..4 {
			receive(100);
			attest(BEN);
			turn();
			let shared = Dividend::share(season).expect("there was something to share");
			assert_eq!(shared.entitled, if season < 2 { 2 } else { 1 }, "season {season}");
		}
		assert_eq!((claimable(ADA), claimable(BEN)), (100, 300));
		attest(ADA);
		receive(100);
		turn();
		// The first season's share has expired and was shared again: (100 + 100) / 2.
		assert_eq!(claimable(ADA), 50 + 100);
	});
}

#[test]
fn attesting_twice_counts_once() {
	build_and_execute(|| {
		admit(ADA);
		attest(ADA);
		assert_eq!((Entitled::<Test>::get(0), Entitled::<Test>::get(1)), (1, 1));
		turn();
		attest(ADA);
		assert_eq!((Entitled::<Test>::get(1), Entitled::<Test>::get(2)), (1, 1));
	});
}

#[test]
fn a_suspended_citizens_share_is_kept_and_paid_when_the_suspension_is_lifted() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		suspend(ADA);
		receive(100);
		turn();
		assert_eq!((claimable(ADA), claimable(BEN)), (0, 50));
		assert_noop!(claim(ADA), Error::NothingToClaim);
		turn();
		reinstate(ADA);
		assert_eq!(claimable(ADA), 50, "the ruling was reversed");
		receive(100);
		attest(ADA);
		turn();
		assert_eq!(claimable(ADA), 150);
		suspend(ADA);
		assert_ok!(claim(ADA));
		assert_eq!(balance(ADA), 150, "what closed seasons owe is theirs all the same");
	});
	// A suspension that is not lifted in time gives the share back to all.
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		suspend(ADA);
		receive(100);
		(0..5).for_each(|_| turn());
		reinstate(ADA);
		assert_eq!((claimable(ADA), Pot::<Test>::get()), (0, 100));
	});
}

/// Thirty puppets who joined in a season's last block took 23 % of it, and of the next one as well.
#[test]
fn nobody_is_paid_for_the_season_in_which_they_joined() {
	build_and_execute(|| {
		(0..100).for_each(admit);
		receive(100_000);
		for puppet in 100..130 {
			join(puppet);
			attest(puppet);
			assert_eq!(Dividend::dividend_info(puppet).expected, 0);
		}
		turn();
		assert_eq!((claimable(ADA), claimable(100)), (1_000, 0));
		receive(130_000);
		turn();
		assert_eq!((claimable(100), Entitled::<Test>::get(1)), (1_000, 0), "their first full season counts");
		attest(100);
		assert_eq!(Joined::<Test>::get(100), None);
	});
}

#[test]
fn a_fraud_forfeits_open_shares() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		receive(100);
		turn();
		assert_eq!(claimable(ADA), 50);
		exit(ADA, Exit::Fraud);
		assert_eq!(balance(ADA), 0);
		assert_noop!(claim(ADA), Error::NotCitizen);
		(0..4).for_each(|_| turn());
		System::assert_has_event(Event::Expired { season: 0, unclaimed: 100 }.into());
	});
}

#[test]
fn a_leaver_gets_what_closed_seasons_owe_with_the_exit() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		receive(100);
		turn();
		attest(ADA);
		receive(70);
		leave(ADA);
		assert_eq!(balance(ADA), 50);
		assert_noop!(claim(ADA), Error::NotCitizen);
		turn();
		assert_eq!(claimable(BEN), 50 + 70, "the season under way is for those who stay");
	});
}

#[test]
fn who_leaves_and_comes_back_has_one_share() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		attest(ADA);
		receive(100);
		leave(ADA);
		// Cleo is who Ada was.
		join(CLEO);
		attest(CLEO);
		turn();
		assert_eq!((claimable(ADA), claimable(BEN), claimable(CLEO)), (0, 100, 0));
		assert_noop!(claim(ADA), Error::NotCitizen);
		assert_eq!(Entitled::<Test>::get(1), 2);
	});
}

#[test]
fn nothing_stops_an_exit() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		receive(8);
		turn();
		leave(ADA);
		assert_eq!(balance(ADA), 0, "an account cannot exist with four units");
		for _ in 0..4 {
			turn();
		}
		System::assert_has_event(Event::Expired { season: 0, unclaimed: 8 }.into());
	});
}

#[test]
fn what_is_too_little_for_an_empty_account_waits_for_more() {
	build_and_execute(|| {
		admit(ADA);
		receive(MINIMUM - 1);
		turn();
		assert!(!is_free(ADA));
		assert_noop!(claim(ADA), TokenError::BelowMinimum);
		receive(1);
		turn();
		assert!(is_free(ADA));
		assert_ok!(claim(ADA));
		assert_eq!(balance(ADA), MINIMUM);
	});
}

#[test]
fn unclaimed_shares_return_to_the_pot_after_four_seasons() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		receive(100);
		turn();
		assert_ok!(claim(BEN));
		for _ in 0..3 {
			turn();
		}
		assert_eq!((claimable(ADA), Pot::<Test>::get()), (50, 0));
		turn();
		assert_eq!((claimable(ADA), Pot::<Test>::get()), (0, 50));
		System::assert_has_event(Event::Expired { season: 0, unclaimed: 50 }.into());
		assert_noop!(claim(ADA), Error::NothingToClaim);
	});
}

#[test]
fn a_shorter_period_expires_all_that_is_too_old_at_once() {
	build_and_execute(|| {
		for _ in 0..4 {
			admit(ADA);
			attest(ADA);
			receive(100);
			turn();
		}
		assert_eq!(claimable(ADA), 400);
		ClaimSeasons::set(1);
		attest(ADA);
		turn();
		assert_eq!(ExpiredBefore::<Test>::get(), 4);
		assert_eq!(claimable(ADA), 400, "it was shared again");
		ClaimSeasons::set(u32::MAX);
		for _ in 0..40 {
			attest(ADA);
			receive(100);
			turn();
		}
		let open = CurrentSeason::get() - ExpiredBefore::<Test>::get();
		assert_eq!(open, MAX_CLAIM_SEASONS);
		assert_eq!(claimable(ADA), kept(), "the oldest came back and was shared again");
	});
}

#[test]
fn entitlements_that_nobody_used_are_swept_in_bounded_steps() {
	build_and_execute(|| {
		(0..5).for_each(admit);
		for _ in 0..5 {
			turn();
		}
		let idle = |steps: u64| {
			let weight = <() as WeightInfo>::upkeep() + <() as WeightInfo>::sweep() * steps;
			Dividend::on_idle(1, weight);
			Entitlements::<Test>::iter().count()
		};
		assert_eq!(idle(0), 10);
		assert_eq!(idle(2), 8);
		assert_ok!(Dividend::do_try_state());
		assert_eq!(idle(100), 5, "the second season can still be claimed");
		assert_eq!(SweptBefore::<Test>::get(), 1);
	});
}

/// A fraud claimed all shares between the verdict and its execution.
#[test]
fn a_sentenced_citizen_claims_when_it_is_decided() {
	build_and_execute(|| {
		[ADA, BEN].into_iter().for_each(admit);
		receive(1_000);
		turn();
		Sentenced::set(vec![ADA]);
		assert!(!is_free(ADA));
		assert_noop!(claim(ADA), Error::Sentenced);
		assert_eq!((claimable(ADA), claimable(BEN)), (0, 500));
		assert_ok!(claim(BEN));
		Sentenced::set(vec![]);
		assert!(is_free(ADA));
		assert_ok!(claim(ADA));
		assert_eq!(balance(ADA), 500);
	});
}

#[test]
fn only_citizens_claim() {
	build_and_execute(|| {
		assert_noop!(claim(ADA), Error::NotCitizen);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Dividend::claim(origin.clone()), BadOrigin);
			assert!(!RuntimeCall::from(Call::claim {}).is_feeless(&origin));
		}
	});
}

#[test]
fn each_invariant_notices_when_its_rule_is_broken() {
	let complaint = |breakage: fn()| -> &'static str {
		build().execute_with(|| {
			[ADA, BEN].into_iter().for_each(admit);
			receive(100);
			turn();
			assert_ok!(Dividend::do_try_state());
			breakage();
			Dividend::do_try_state().expect_err("the breakage is noticed").into()
		})
	};
	assert_eq!(complaint(|| Pot::<Test>::put(1)), "I1: the money is not there");
	let i2 = "I2: those entitled are miscounted";
	assert_eq!(complaint(|| Entitled::<Test>::insert(1, 3)), i2);
	assert_eq!(complaint(|| Entitlements::<Test>::remove(1, ADA)), i2);
	let over = || Entitled::<Test>::insert(0, 1);
	assert_eq!(complaint(over), "I2: a season that is over is counted");
	let third = || Entitlements::<Test>::insert(0, CLEO, Entitlement::Due);
	assert_eq!(complaint(third), "I3: a share is not covered");
	let unswept = || SweptBefore::<Test>::put(1);
	assert_eq!(complaint(unswept), "I4: an entitlement should have been swept");
}

#[derive(Clone, Debug)]
enum Step {
	Admit(CitizenId),
	Attest(CitizenId),
	Suspend(CitizenId),
	Reinstate(CitizenId),
	Leave(CitizenId),
	Sentence(CitizenId),
	Decide,
	Claim(CitizenId),
	Receive(Balance),
	Turn,
	Period(u32),
	Idle,
}

fn step() -> impl Strategy<Value = Step> {
	let who = 0..6u32;
	prop_oneof![
		3 => who.clone().prop_map(Step::Admit),
		6 => who.clone().prop_map(Step::Attest),
		1 => who.clone().prop_map(Step::Suspend),
		2 => who.clone().prop_map(Step::Reinstate),
		1 => who.clone().prop_map(Step::Leave),
		1 => who.clone().prop_map(Step::Sentence),
		1 => Just(Step::Decide),
		5 => who.prop_map(Step::Claim),
		5 => (0..10_000u128).prop_map(Step::Receive),
		4 => Just(Step::Turn),
		1 => (0..9u32).prop_map(Step::Period),
		1 => Just(Step::Idle),
	]
}

/// A slow clerk keeps lists of who was seen and who stands, and shares by hand. Returns how many claims succeeded.
fn live(steps: Vec<Step>) -> u32 {
	let mut claims = 0;
	build().execute_with(|| {
		let issued = Balances::total_issuance();
		let mut seen = std::collections::BTreeMap::<CitizenId, SeasonIndex>::new();
		let mut joined = std::collections::BTreeMap::<CitizenId, SeasonIndex>::new();
		for step in steps {
			let now = CurrentSeason::get();
			match step {
				Step::Admit(who) if !seen.contains_key(&who) => {
					// Numbers are never used again, so the clerk keeps those who have left, too.
					seen.insert(who, now);
					// Three are founders.
					if who < 3 {
						admit(who);
					} else {
						join(who);
						joined.insert(who, now);
					}
				}
				Step::Attest(who) if standing(who) == Some(Standing::Active) => {
					seen.insert(who, now);
					attest(who);
				}
				Step::Suspend(who) if standing(who) == Some(Standing::Active) => suspend(who),
				Step::Reinstate(who) if standing(who) == Some(Standing::Suspended) => reinstate(who),
				Step::Leave(who) if standing(who).is_some() => leave(who),
				Step::Sentence(who) => Sentenced::mutate(|all| all.push(who)),
				Step::Decide => Sentenced::set(vec![]),
				Step::Claim(who) => {
					let (free, due, before) = (is_free(who), claimable(who), balance(who));
					match claim(who) {
						Ok(()) => {
							claims += 1;
							assert_eq!(balance(who), before + due);
						}
						Err(_) => assert!(!free, "a claim was thought free and fails"),
					}
				}
				Step::Receive(amount) => receive(amount),
				Step::Turn => {
					let active = seen
						.iter()
						.filter(|(who, last)| {
							standing(**who) == Some(Standing::Active)
								&& **last + 1 >= now && joined.get(*who) != Some(&now)
						})
						.map(|(who, _)| *who)
						.collect::<std::collections::BTreeSet<_>>();
					turn();
					let entitled = Entitlements::<Test>::iter_prefix(now)
						.filter(|(_, entitlement)| *entitlement == Entitlement::Due)
						.map(|(who, _)| who)
						.collect();
					assert_eq!(active, entitled, "those active are those entitled");
				}
				Step::Period(seasons) => ClaimSeasons::set(seasons),
				Step::Idle => {
					Dividend::on_idle(1, Weight::MAX);
				}
				_ => {}
			}
			Dividend::do_try_state().expect("every invariant holds");
			let unclaimed: Balance = Shares::<Test>::iter_values().map(|share| share.unclaimed).sum();
			assert_eq!(kept(), Pot::<Test>::get() + unclaimed);
			assert_eq!(Balances::total_issuance(), issued, "money was made or lost");
		}
	});
	claims
}

#[test]
fn claims_succeed_in_the_stories() {
	let mut runner = TestRunner::deterministic();
	let stories = prop::collection::vec(step(), 50..100);
	let claims: u32 =
		(0..20).map(|_| live(stories.new_tree(&mut runner).expect("there are such stories").current())).sum();
	assert!(claims > 20, "{claims}");
}

proptest! {
	#[test]
	fn shares_are_those_of_the_active_and_no_money_is_lost(steps in prop::collection::vec(step(), 1..100)) {
		live(steps);
	}
}
