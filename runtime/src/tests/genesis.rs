// SPDX-License-Identifier: Apache-2.0
//! What chains begin with.

use super::*;
use crate::{
	genesis::preset_names,
	parameters::{self, CharterParameters},
	roll_keys::development_key,
};
use civitas_primitives::{ConstitutionalParameters, Headcount, Tier};
use frame_support::traits::Get;
use serde_json::json;
use sp_keyring::Ed25519Keyring;
use sp_runtime::Perquintill;

fn assert_every_invariant() {
	Seasons::do_try_state().expect("the calendar's invariants hold");
	Citizenship::do_try_state().expect("citizenship's invariants hold");
	Census::do_try_state().expect("the census's invariants hold");
	Charter::do_try_state().expect("the charter's invariants hold");
	Land::do_try_state().expect("the register's invariants hold");
	Harberger::do_try_state().expect("the holdings' invariants hold");
	Revenue::do_try_state().expect("the revenue's invariants hold");
	Dividend::do_try_state().expect("the dividend's invariants hold");
}

#[test]
fn every_preset_makes_a_sound_chain() {
	for name in preset_names() {
		preset_chain(name.as_ref()).execute_with(|| {
			assert_every_invariant();
			assert_eq!(Charter::charter().version, 1);
			assert!(!Session::validators().is_empty());
			assert_eq!(Babe::authorities().len(), Session::validators().len());
			assert_eq!(Grandpa::grandpa_authorities().len(), Session::validators().len());
			assert_eq!(AuthorityDiscovery::authorities().len(), Session::validators().len());
		});
	}
}

#[test]
fn there_is_no_other_preset() {
	assert_eq!(preset_names(), ["development", "local_testnet", "live"]);
	assert!(preset(&"staging".into()).is_none());
}

#[test]
fn a_development_chain_has_a_founder_three_more_citizens_and_short_seasons() {
	development_chain().execute_with(|| {
		assert_eq!(Session::validators(), [alice()]);
		assert_eq!(pallet_citizenship::Citizenship::<Runtime>::get(), Headcount { active: 4, suspended: 0 });
		for (number, (who, name)) in
			[(alice(), "Alice"), (bob(), "Bob"), (charlie(), "Charlie"), (dave(), "Dave")]
				.into_iter()
				.enumerate()
		{
			let citizen = pallet_citizenship::Citizens::<Runtime>::get(number as u32).expect("there is");
			assert_eq!(citizen.account, who);
			assert_eq!(citizen.roll_key, development_key(name));
			assert_eq!(Balances::free_balance(&who), 1_000_000 * CIV);
		}
		assert_eq!(pallet_citizenship::Founder::<Runtime>::get(), Some(0));
		assert_eq!(pallet_census::ReachedTier::<Runtime>::get(), Tier::Founding);

		assert_eq!(parameters::SeasonLength::get(), 10 * MINUTES);
		assert_eq!(parameters::ChallengePeriod::get(), MINUTES);
		assert_eq!(parameters::RulingPeriod::get(), 2 * MINUTES);
		assert_eq!(parameters::ApplicationLifetime::get(), 6 * MINUTES);
		assert_eq!(parameters::RequiredVouches::get(), 3);
		// Left out, so as on a live chain.
		assert_eq!(parameters::ApplicationDeposit::get(), 10 * CIV);
		assert_eq!(parameters::FreeActsPerSeason::get(), 16);
		assert_eq!(parameters::NoticePeriod::get(), 120_000);
		assert_eq!(parameters::MaxRate::get(), Perquintill::from_percent(5));
	});
}

#[test]
fn a_local_network_has_four_validators() {
	preset_chain("local_testnet").execute_with(|| {
		let mut validators = vec![alice(), bob(), charlie(), dave()];
		validators.sort();
		assert_eq!(Session::validators(), validators);
	});
}

#[test]
fn a_live_chain_has_no_founder_no_citizens_and_no_money() {
	preset_chain("live").execute_with(|| {
		// Four accounts of the state itself exist, each with the least that an account can have.
		assert_eq!(Balances::total_issuance(), 4 * EXISTENTIAL_DEPOSIT);
		assert_eq!(pallet_citizenship::Citizenship::<Runtime>::get(), Headcount::default());
		assert_eq!(pallet_citizenship::Founder::<Runtime>::get(), None);
		assert_eq!(pallet_census::ReachedTier::<Runtime>::get(), Tier::Community);
		assert_eq!(pallet_census::Thresholds::<Runtime>::get(), Default::default());
		assert_eq!(Session::validators().len(), 4);

		assert_eq!(parameters::SeasonLength::get(), 90 * DAYS);
		assert_eq!(parameters::ChallengePeriod::get(), 14 * DAYS);
		assert_eq!(parameters::RulingPeriod::get(), 28 * DAYS);
		assert_eq!(parameters::ApplicationLifetime::get(), 180 * DAYS);

		let day = u64::from(DAYS) * MILLISECS_PER_BLOCK;
		let rates = [parameters::MinRate::get(), parameters::MaxRate::get(), parameters::BaseRate::get()];
		assert_eq!(rates, [0, 5, 2].map(Perquintill::from_percent));
		assert_eq!(parameters::PhantomVotes::get(), 10);
		assert_eq!(parameters::NoticePeriod::get(), 7 * day);
		assert_eq!(parameters::LookBack::get(), 3 * 365 * day);
		assert_eq!(parameters::BindingPeriod::get(), 90 * day);
		assert_eq!(parameters::GracePeriod::get(), 14 * day);
		assert_eq!(parameters::AuctionPeriod::get(), 14 * day);
		let parts = [parameters::DividendPart::get(), parameters::TreasuryPart::get()];
		assert_eq!(parts, [50, 30].map(Perquintill::from_percent));
		assert_eq!(parameters::ClaimSeasons::get(), 4);
	});
}

#[test]
fn no_key_that_everyone_knows_is_anywhere_in_a_live_chain() {
	let known: Vec<[u8; 32]> = Sr25519Keyring::iter()
		.map(|key| key.public().0)
		.chain(Ed25519Keyring::iter().map(|key| key.public().0))
		.chain(["Alice", "Bob", "Charlie", "Dave"].map(development_key))
		.collect();
	let holds = |bytes: &[u8]| bytes.windows(32).any(|window| known.iter().any(|key| key == window));
	let in_state = |name: &str| {
		let entries = preset_chain(name).execute_with(state);
		entries.iter().any(|(key, value)| holds(key) || holds(value))
	};
	assert!(in_state("development"), "the search finds nothing even where there are such keys");
	assert!(!in_state("live"));
}

#[test]
fn what_a_founding_leaves_out_keeps_its_default() {
	chain(json!({ "founding": { "seasonLength": 7_000, "challengeBond": 3 * CIV as u64 } })).execute_with(
		|| {
			assert_eq!(parameters::SeasonLength::get(), 7_000);
			assert_eq!(parameters::ChallengeBond::get(), 3 * CIV);
			assert_eq!(parameters::ApplicationDeposit::get(), 10 * CIV);
			assert_eq!(parameters::RulingPeriod::get(), 28 * DAYS);
		},
	);
}

#[test]
fn a_founding_can_decide_each_parameter() {
	chain(json!({ "founding": {
		"seasonLength": 901, "applicationDeposit": 92 * CIV as u64, "challengeBond": 93 * CIV as u64,
		"challengePeriod": 904, "rulingPeriod": 905, "applicationLifetime": 906, "requiredVouches": 4,
		"maxOpenVouches": 5, "voucherLiability": 9, "freeActsPerSeason": 10,
		"furtherChallengePeriod": 907, "maxOpenChallenges": 8, "intakePercent": 11, "intakeAllowance": 12,
		"sentencePercent": 2, "appealPeriod": 908,
	} }))
	.execute_with(|| {
		assert_eq!(parameters::SeasonLength::get(), 901);
		assert_eq!(parameters::ApplicationDeposit::get(), 92 * CIV);
		assert_eq!(parameters::ChallengeBond::get(), 93 * CIV);
		assert_eq!(parameters::ChallengePeriod::get(), 904);
		assert_eq!(parameters::RulingPeriod::get(), 905);
		assert_eq!(parameters::ApplicationLifetime::get(), 906);
		assert_eq!(parameters::RequiredVouches::get(), 4);
		assert_eq!(parameters::MaxOpenVouches::get(), 5);
		assert_eq!(parameters::VoucherLiability::get(), 9);
		assert_eq!(parameters::FreeActsPerSeason::get(), 10);
		assert_eq!(parameters::FurtherChallengePeriod::get(), 907);
		assert_eq!(parameters::MaxOpenChallenges::get(), 8);
		assert_eq!(parameters::IntakePercent::get(), 11);
		assert_eq!(parameters::IntakeAllowance::get(), 12);
		assert_eq!(parameters::SentencePercent::get(), 2);
		assert_eq!(parameters::AppealPeriod::get(), 908);
	});
}

#[test]
fn no_state_begins_with_parameters_that_would_break_the_chain() {
	for (field, value) in [
		("seasonLength", 49),
		("seasonLength", 366 * u64::from(DAYS)),
		("applicationDeposit", 0),
		("applicationDeposit", 101 * CIV as u64),
		("challengePeriod", 0),
		("requiredVouches", 0),
		("requiredVouches", 6),
		("freeActsPerSeason", 7),
		("furtherChallengePeriod", 0),
		("maxOpenChallenges", 9),
		("intakePercent", 9),
		("intakePercent", 101),
		("intakeAllowance", 9),
		("sentencePercent", 3),
		("appealPeriod", 0),
		("freeVotesPerSeason", 31),
		("freeDeclarations", 0),
		("minRingSize", 1),
		("minRingSize", 33),
		("claimSeasons", 17),
	] {
		let founding = json!({ "founding": { field: value } });
		let begun = std::panic::catch_unwind(|| chain(founding));
		let problem = begun.err().expect(field);
		let problem = problem.downcast_ref::<String>().expect("it says why");
		assert!(problem.starts_with("no state can begin with"), "{problem}");
	}
}

#[test]
fn an_application_outlives_the_challenge_period_whatever_a_founding_says() {
	chain(json!({ "founding": { "challengePeriod": 100, "applicationLifetime": 60 } })).execute_with(|| {
		assert_eq!(parameters::ChallengePeriod::get(), 100);
		assert_eq!(parameters::ApplicationLifetime::get(), 101);
	});
}

#[test]
fn every_value_is_written_down_and_bound_by_the_first_version() {
	for name in preset_names() {
		preset_chain(name.as_ref()).execute_with(|| {
			let all = CharterParameters::all();
			assert_eq!(pallet_parameters::Parameters::<Runtime>::iter().count(), all.len());
			let first = Charter::change_of(1).expect("the first version");
			assert_eq!(first.parameters, all);
		});
	}
}

#[test]
#[should_panic(expected = "the charter lacks article 11")]
fn a_charter_of_ten_articles_is_refused() {
	let mut development = preset_json("development");
	let articles = development["charter"]["articles"].as_array_mut().expect("there are");
	articles.truncate(10);
	chain(development);
}

#[test]
#[should_panic(expected = "article 3 of the charter must be entrenched")]
fn a_charter_that_frees_the_ballots_is_refused() {
	let mut development = preset_json("development");
	development["charter"]["articles"][2]["entrenchment"] = "Ordinary".into();
	chain(development);
}

#[test]
#[should_panic(expected = "unknown field")]
fn a_misspelt_founding_is_refused() {
	chain(json!({ "founding": { "seasonLenght": 7_000 } }));
}
