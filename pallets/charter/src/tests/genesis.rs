//! The first version.

use super::*;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

fn begin(commandment: &str, articles: Vec<FirstArticle>) -> TestExternalities {
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
