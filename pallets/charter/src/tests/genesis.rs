// SPDX-License-Identifier: Apache-2.0
//! The first version.

use super::*;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

/// A charter under which no parameters stand.
fn begin(commandment: &str, articles: Vec<FirstArticle>) -> TestExternalities {
	AllDials::set(vec![]);
	begin_with_dials(commandment, articles)
}

fn begin_with_dials(commandment: &str, articles: Vec<FirstArticle>) -> TestExternalities {
	RuntimeGenesisConfig {
		charter: GenesisConfig { commandment: commandment.into(), articles, ..Default::default() },
		..Default::default()
	}
	.build_storage()
	.expect("the storage can be built")
	.into()
}

fn article(words: &str) -> FirstArticle {
	FirstArticle { title: "A title".into(), text: words.into(), entrenchment: Ordinary }
}

#[test]
fn a_charter_begins_with_its_preamble_and_articles() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(charter().version, 1);
		let all: Vec<_> = Charter::text()
			.into_iter()
			.map(|it| (it.number, it.version, it.article.entrenchment, it.article.since))
			.collect();
		assert_eq!(
			all,
			[
				(0, 1, Entrenched, 1),
				(1, 1, Ordinary, 1),
				(2, 1, Entrenched, 1),
				(3, 1, Ordinary, 1),
				(4, 1, Entrenched, 1),
			]
		);
		assert_eq!(reads(PREAMBLE), "We found one state together.");
		assert_eq!(reads(2), "Everyone may leave.");
		assert_eq!(charter().hash, Charter::change_of(1).expect("the first").hash(H256::zero()));
	});
}

#[test]
fn every_letter_of_the_first_charter_is_in_its_hash() {
	let hash = |commandment, words| {
		begin(commandment, vec![article(words)]).execute_with(|| {
			assert_ok!(Charter::do_try_state());
			charter().hash
		})
	};
	assert_eq!(hash("Do no harm.", "A."), hash("Do no harm.", "A."));
	assert_ne!(hash("Do no harm.", "A."), hash("Do no harm", "A."));
	assert_ne!(hash("Do no harm.", "A."), hash("Do no harm.", "A"));
}

#[test]
fn a_charter_may_begin_with_as_many_articles_as_fit() {
	// One place is the preamble's.
	let most = MAX_FIRST_ARTICLES as usize - 1;
	begin("Do no harm.", vec![article("A."); most]).execute_with(|| {
		assert_eq!(Charter::text().len(), most + 1);
		assert_ok!(Charter::do_try_state());
	});
	let too_many = std::panic::catch_unwind(|| begin("Do no harm.", vec![article("A."); most + 1]));
	assert!(too_many.is_err());
}

#[test]
fn a_text_that_does_not_fit_is_refused_at_genesis() {
	let full = "x".repeat(MAX_TEXT as usize);
	begin("Do no harm.", vec![article(&full)]).execute_with(|| assert_eq!(reads(1), full));
	let too_long = std::panic::catch_unwind(|| begin("Do no harm.", vec![article(&(full + "x"))]));
	assert!(too_long.is_err());
}

#[test]
fn the_first_version_binds_every_parameter() {
	ExtBuilder::default().build_and_execute(|| {
		let first = Charter::change_of(1).expect("the first");
		assert_eq!(first.parameters, StubParameters::all());
		let mut other = first.clone();
		other.parameters[7].value += 1;
		assert_ne!(first.hash(H256::zero()), other.hash(H256::zero()));
	});
}

#[test]
#[should_panic(expected = "the charter lacks article 2, where parameters stand")]
fn a_charter_without_an_article_that_parameters_need_is_refused_at_genesis() {
	AllDials::set(vec![10, 20]);
	begin_with_dials("Do no harm.", vec![article("A.")]);
}

#[test]
#[should_panic(expected = "article 4 of the charter must be entrenched")]
fn a_charter_that_entrenches_too_little_is_refused_at_genesis() {
	AllDials::set(vec![10, 40]);
	begin_with_dials("Do no harm.", vec![article("A."); 4]);
}

#[test]
fn a_genesis_that_says_nothing_leaves_every_parameter_entrenched() {
	let mut nothing: TestExternalities =
		RuntimeGenesisConfig::default().build_storage().expect("it is valid").into();
	nothing.execute_with(|| {
		System::set_block_number(1);
		CurrentTier::set(Tier::Community);
		assert_eq!(Charter::change_of(1).expect("the first").parameters, StubParameters::all());
		assert_noop!(amend(ORDINARY_TRACK, &amendment_with(&[], &[(10, 1)])), Error::TooEntrenched);
	});
}
