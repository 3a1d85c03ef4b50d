//! The parameters: at both ends of what an amendment can set, citizens can do all that they must be able to do; and a
//! founder alone sets nothing that decides ballots or growth.

use super::{
	governance::{amend, propose, propose_by},
	*,
};
use crate::{
	governance::{origins::Origin, voters::Actives},
	parameters::{amendable, CharterParameters, RuntimeParameters},
};
use civitas_primitives::{
	ActiveCitizens, Ballot, ConstitutionalParameters, Context, ParameterFault, RingId, Tier,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::CheckIfFeeless,
	traits::{Get, Hooks},
	weights::Weight,
};
use pallet_charter::{Change, Entrenchment, Error as CharterError};
use pallet_citizenship::DepositSource;
use pallet_quadratic_voting::Vote;
use serde_json::json;
use sp_runtime::{traits::Dispatchable, DispatchResult};
use verifiable::{ring::bandersnatch::BandersnatchVrfVerifiable as Scheme, GenerateVerifiable};

type Civic = pallet_citizenship::Call<Runtime>;

fn signed(who: &AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.clone())
}

/// A chain of four citizens with the figures of a live one, and no founder.
fn live_people() -> TestExternalities {
	let mut development = preset_json("development");
	development["founding"] = json!({});
	development["citizenship"]["founder"] = Value::Null;
	development["census"]["tier"] = "Community".into();
	let mut state = chain(development);
	state.execute_with(|| System::set_block_number(1));
	state
}

/// The next season begins. Referenda stay as they are.
fn turn() {
	let ends = Seasons::current().ends;
	System::set_block_number(ends);
	Seasons::on_initialize(ends);
}

/// Does what must be free.
fn free(who: &AccountId, call: impl Into<RuntimeCall>) {
	let call = call.into();
	assert!(call.is_feeless(&signed(who)), "{call:?} costs something");
	assert_ok!(call.dispatch(signed(who)));
}

/// An account that speaks for somebody's alias.
fn ballot_account() -> AccountId {
	let account = AccountId::from([99; 32]);
	let season = Seasons::current().index;
	let ballot = Ballot { season, context: Context::Nation, ring: RingId::Nation(0), alias: [7; 32] };
	pallet_roll::Enrolments::<Runtime>::insert(&account, pallet_roll::Enrolment { ballot });
	account
}

/// Somebody new applies, and pays the deposit.
fn apply(applicant: &AccountId) -> DispatchResult {
	let secret = Scheme::new_secret([42; 32]);
	let roll_key = Scheme::member_from_secret(&secret);
	let message = Citizenship::possession_message(applicant, &roll_key);
	let proof = Scheme::sign(&secret, &message).expect("a secret signs");
	let charter = Charter::charter();
	Citizenship::apply(signed(applicant), charter, roll_key, proof, Default::default(), DepositSource::Own)
}

/// Everything that citizens must be able to do, whatever the figures: join, be seen, vote, declare and leave.
fn live_a_civic_life() {
	let citizens = [alice(), bob(), charlie(), dave()];
	// What is deferred takes effect.
	for _ in 0..2 {
		turn();
		citizens.iter().for_each(|who| free(who, pallet_census::Call::attest { next: None }));
	}

	let newcomer = eve();
	assert_ok!(apply(&newcomer));
	let vouches = parameters::RequiredVouches::get() as usize;
	for citizen in citizens.iter().take(vouches) {
		free(citizen, Civic::vouch { applicant: newcomer.clone() });
	}
	System::set_block_number(System::block_number() + parameters::ChallengePeriod::get() + 1);
	free(&newcomer, Civic::admit { applicant: newcomer.clone() });
	assert!(Citizenship::citizen_of(newcomer.clone()).is_some());

	let poll = propose(Origin::Law, frame_system::Call::remark { remark: vec![1] });
	let ballot = ballot_account();
	// In each poll of every track at once, or as often in one.
	for n in 0..32u32 {
		let how = if n % 2 == 0 { Vote::Aye(1) } else { Vote::Nay(2) };
		free(&ballot, pallet_quadratic_voting::Call::vote { poll, vote: how });
	}
	assert_ok!(Census::declare_income(
		frame_system::RawOrigin::Authorized.into(),
		Seasons::current().index,
		RingId::Nation(0),
		3,
		[8; 32],
		0,
		System::block_number(),
		Box::new([0; 785]),
	));
	// A citizen may have no more than one open poll.
	let named = propose_by(
		bob(),
		Origin::Appointment,
		pallet_offices::Call::appoint { office: pallet_offices::Office::PanelRegistrar, holder: None },
	);
	free(&bob(), pallet_quadratic_voting::Call::vote { poll: named, vote: Vote::Aye(5) });

	for citizen in [&newcomer, &dave()] {
		free(citizen, Civic::renounce {});
	}
}

/// The same parameter with the least and the greatest value that an amendment can set.
fn ends(of: &RuntimeParameters) -> [RuntimeParameters; 2] {
	let rule = CharterParameters::rule(of);
	[rule.floor, rule.ceiling]
}

#[test]
fn at_both_ends_of_every_parameter_a_civic_life_goes_on() {
	let all = live_people().execute_with(CharterParameters::all);
	let (mut amended, mut beyond) = (0, 0);
	for parameter in &all {
		for end in ends(parameter) {
			live_people().execute_with(|| {
				if end != *parameter {
					let outcome = amend(RuntimeOrigin::root(), vec![], vec![end.clone()]);
					if CharterParameters::check(&end).is_err() {
						// Four citizens cannot give five vouches.
						assert_eq!(outcome, Err(CharterError::<Runtime>::ParameterTooHigh.into()), "{end:?}");
						beyond += 1;
						return;
					}
					assert_eq!(outcome, Ok(()), "{end:?}");
					amended += 1;
				}
				live_a_civic_life();
				assert_eq!(CharterParameters::current(&end), end);
			});
		}
	}
	assert_eq!(beyond, 1);
	assert!(amended > all.len(), "{amended} of {} parameters", all.len());
}

/// Also if a development chain, whose figures began below the floors, is amended to them all one after the other.
#[test]
fn a_chain_for_development_lives_on_at_the_floors_and_at_the_ceilings() {
	for end in [0, 1] {
		live_people().execute_with(|| {
			for parameter in CharterParameters::all() {
				let to = ends(&parameter)[end].clone();
				if to != parameter && CharterParameters::check(&to).is_ok() {
					assert_ok!(amend(RuntimeOrigin::root(), vec![], vec![to]));
				}
			}
			live_a_civic_life();
		});
	}
}

#[test]
fn what_lies_beyond_the_ends_is_refused() {
	use amendable::{citizenship::*, voting, *};
	live_people().execute_with(|| {
		let refused = |parameter: RuntimeParameters, error: CharterError<Runtime>| {
			assert_noop!(amend(RuntimeOrigin::root(), vec![], vec![parameter]), error);
		};
		let votes = |value| {
			RuntimeParameters::Voting(voting::Parameters::FreeVotesPerSeason(
				voting::FreeVotesPerSeason,
				value,
			))
		};
		refused(votes(Some(31)), CharterError::ParameterTooLow);
		refused(votes(Some(0)), CharterError::ParameterTooLow);
		refused(votes(Some(10_001)), CharterError::ParameterTooHigh);
		refused(votes(None), CharterError::ParameterUnset);
		let season = |value| {
			RuntimeParameters::Seasons(seasons::Parameters::SeasonLength(seasons::SeasonLength, Some(value)))
		};
		refused(season(60 * DAYS - 1), CharterError::ParameterTooLow);
		refused(season(4 * 365 * DAYS), CharterError::ParameterTooHigh);
		let vouches = RuntimeParameters::Citizenship(Parameters::RequiredVouches(RequiredVouches, Some(5)));
		assert_eq!(
			CharterParameters::check(&vouches),
			Err(ParameterFault::TooHigh),
			"there are four citizens"
		);
	});
}

#[test]
fn every_default_lies_within_its_bounds() {
	live_people().execute_with(|| {
		for parameter in CharterParameters::all() {
			assert_eq!(CharterParameters::check(&parameter), Ok(()), "{parameter:?}");
			assert_eq!(CharterParameters::check_beginning(&parameter), Ok(()));
			let [floor, ceiling] = ends(&parameter);
			assert_ne!(floor, ceiling, "{parameter:?} could never change");
		}
	});
}

/// Before, a founder set the free votes to none, and with an article added in the same amendment the season to years.
#[test]
fn a_founder_alone_sets_nothing_that_decides_ballots_or_growth() {
	development_chain().execute_with(|| {
		let alices = || signed(&alice());
		let feasts = || Change::Add {
			title: b"Feasts".to_vec().try_into().expect("it is short"),
			text: b"There are feasts.".to_vec().try_into().expect("it is short"),
			entrenchment: Entrenchment::Ordinary,
		};
		let (mut theirs, mut others) = (0, 0);
		for parameter in CharterParameters::all() {
			let to = ends(&parameter)[1].clone();
			if to == parameter {
				continue;
			}
			let rule = CharterParameters::rule(&parameter);
			if rule.entrenched {
				type Error = CharterError<Runtime>;
				assert_noop!(amend(alices(), vec![], vec![to.clone()]), Error::NotByFounder);
				assert_noop!(amend(alices(), vec![feasts()], vec![to]), Error::NotByFounder);
				others += 1;
			} else {
				// What is land or money, after a season in which everyone can leave.
				assert!(rule.deferred, "{parameter:?}");
				// As if each were the first of its season.
				pallet_charter::FounderAmendments::<Runtime>::kill();
				assert_ok!(amend(alices(), vec![], vec![to]));
				assert_eq!(CharterParameters::current(&parameter), parameter);
				theirs += 1;
			}
		}
		assert!(theirs > 10 && others > 15, "{theirs} and {others}");
		// Nor can they free an article first.
		let freed = Change::Entrench { number: 3, entrenchment: Entrenchment::Ordinary };
		assert_noop!(amend(alices(), vec![freed], vec![]), CharterError::<Runtime>::NotByFounder);
	});
}

/// Before, each repetition made a new version of the charter, and every application in flight failed by it.
#[test]
fn an_amendment_that_sets_what_is_set_makes_no_version() {
	development_chain().execute_with(|| {
		let part = RuntimeParameters::Revenue(amendable::revenue::Parameters::DividendPart(
			amendable::revenue::DividendPart,
			Some(sp_runtime::Perquintill::from_percent(60)),
		));
		assert_ok!(amend(signed(&alice()), vec![], vec![part.clone()]));
		let version = Charter::charter();
		let nothing = CharterError::<Runtime>::NothingChanges;
		assert_noop!(amend(signed(&alice()), vec![], vec![part]), nothing);
		assert_eq!(Charter::charter(), version);
	});
}

#[test]
fn the_census_the_roll_the_electorate_and_the_dividend_count_the_same_people() {
	live_people().execute_with(|| {
		turn();
		assert_eq!(Census::record(0).map(|it| it.active.value), Some(4), "the founding counts");
		free(&bob(), pallet_census::Call::attest { next: None });
		free(&charlie(), pallet_census::Call::attest { next: None });
		turn();
		let active = Census::record(1).map(|it| it.active.value);
		assert_eq!(active, Some(2), "Alice and Dave were not seen in season 1");
		assert_eq!(Actives::active(), 2);
		assert_eq!([0, 1, 2, 3].map(Actives::is_active), [false, true, true, false]);
		for _ in 0..200 {
			let now = System::block_number() + 1;
			System::set_block_number(now);
			Roll::on_idle(now, Weight::MAX);
		}
		assert_eq!(
			pallet_roll::Electorates::<Runtime>::get(2),
			active,
			"who attests in season 1 votes in season 2"
		);
		assert_eq!(pallet_dividend::Entitled::<Runtime>::get(2), 2);
		// Who comes back in season 2 counts at once by name, and is on the roll of season 3.
		free(&alice(), pallet_census::Call::attest { next: None });
		assert_eq!(Actives::active(), 3);
	});
}

#[test]
fn an_upgrade_writes_down_what_was_a_default_and_mends_what_would_break_the_chain() {
	use frame_support::traits::OnRuntimeUpgrade;
	development_chain().execute_with(|| {
		let _ = pallet_parameters::Parameters::<Runtime>::clear(u32::MAX, None);
		let set = |parameter| Parameters::set_parameter(Origin::Charter.into(), parameter);
		use amendable::voting::{FreeVotesPerSeason, Parameters as Voting};
		assert_ok!(set(RuntimeParameters::Voting(Voting::FreeVotesPerSeason(FreeVotesPerSeason, Some(0)))));
		let short = amendable::seasons::Parameters::SeasonLength(amendable::seasons::SeasonLength, Some(100));
		assert_ok!(set(RuntimeParameters::Seasons(short)));
		crate::constitution::WriteEveryParameter::on_runtime_upgrade();
		let all = CharterParameters::all().len();
		assert_eq!(pallet_parameters::Parameters::<Runtime>::iter().count(), all);
		assert_eq!(parameters::FreeVotesPerSeason::get(), 32);
		assert_eq!(parameters::SeasonLength::get(), 100, "a short season is the founding's to choose");
		assert_eq!(Census::tier(), Tier::Founding);
	});
}

/// An upgrade changed the law by another default: holders would have owed three years where they knew of ninety days.
#[test]
fn an_upgrade_lets_no_holder_pay_for_more_of_the_past_than_they_knew() {
	use crate::migrations::KeepLookBack;
	use amendable::harberger::{LookBack, Parameters as Prices};
	use frame_support::traits::{OnRuntimeUpgrade, StorageVersion};
	let day = parameters::DAY_MILLIS;
	let terms = || (parameters::LookBack::get(), parameters::BindingPeriod::get());
	let upgrade = |before: u16| {
		StorageVersion::new(before).put::<Harberger>();
		KeepLookBack::on_runtime_upgrade();
		crate::constitution::WriteEveryParameter::on_runtime_upgrade();
	};
	development_chain().execute_with(|| {
		let _ = pallet_parameters::Parameters::<Runtime>::clear(u32::MAX, None);
		upgrade(1);
		assert_eq!(terms(), (90 * day, 90 * day), "the default of the runtimes before");
		let _ = pallet_parameters::Parameters::<Runtime>::clear(u32::MAX, None);
		let amended = RuntimeParameters::Harberger(Prices::LookBack(LookBack, Some(40 * day)));
		assert_ok!(Parameters::set_parameter(Origin::Charter.into(), amended));
		upgrade(1);
		assert_eq!(terms(), (40 * day, 40 * day), "one period was both");
		let _ = pallet_parameters::Parameters::<Runtime>::clear(u32::MAX, None);
		upgrade(2);
		assert_eq!(terms(), (3 * 365 * day, 90 * day), "a chain that began with today's rules");
	});
}
