// SPDX-License-Identifier: Apache-2.0
//! Mistakes in writing: each is one line with the place and the remedy.

use super::*;

/// The only problem of a text.
fn refused(text: &str) -> Problem {
	let problems = read("founding.toml", text, |_| Ok(CHARTER.into()), &rules()).expect_err("a broken file");
	assert_eq!(problems.len(), 1, "{problems:#?}");
	problems.into_iter().next().expect("one")
}

#[test]
fn a_sound_file_is_accepted() {
	let founding = Draft::new().accepted();
	assert_eq!((founding.name.as_str(), founding.id.as_str()), ("Example", "example"));
	assert_eq!(founding.founder, Some(account_of(1)));
	assert_eq!(founding.tier, Tier::Founding);
	assert_eq!((founding.citizens.len(), founding.validators.len()), (3, 4));
	assert_eq!(founding.issuance(), 340 * CIV);
	assert_eq!(founding.citizens[0].label, "citizen 1");
}

#[test]
fn broken_toml_is_refused_with_its_line() {
	let text = Draft::new().text().replace("tier = \"Founding\"", "tier = \"Founding");
	let problem = refused(&text);
	let line = text.lines().position(|line| line == "tier = \"Founding").expect("the broken line") + 1;
	assert_eq!(problem.line, Some(line), "{problem}");
	assert_eq!(problem.to_string().lines().count(), 1, "{problem}");
	assert!(problem.to_string().starts_with(&format!("founding.toml, line {line}: ")), "{problem}");
}

#[test]
fn an_unknown_or_missing_field_is_named() {
	let unknown = refused(&Draft::new().text().replace("charter = ", "chatter = "));
	assert!(unknown.what.contains("chatter") && unknown.line == Some(4), "{unknown}");
	let missing = refused(&Draft::new().text().replace("tier = \"Founding\"\n", ""));
	assert!(missing.what.contains("missing field `tier`"), "{missing}");
}

#[test]
fn every_problem_is_found_at_once_in_the_order_of_the_file() {
	let mut draft = Draft::new();
	draft.id = "Example!".into();
	draft.tier = "Emperor";
	draft.allocations[0].1 = "lots".into();
	draft.rest = "[parameters]\nseason = 3\n".into();
	let problems = draft.read().expect_err("many problems");
	let lines: Vec<_> = problems.iter().map(|problem| problem.line.expect("a place")).collect();
	assert!(lines.is_sorted(), "{problems:#?}");
	for what in ["is not an id", "there is no tier", "is not an amount", "there is no parameter"] {
		assert!(problems.iter().any(|problem| problem.what.contains(what)), "{what}: {problems:#?}");
	}
}

#[test]
fn an_id_of_another_chain_or_with_other_letters_is_refused() {
	for (id, what) in
		[("civitas", "the id of another chain"), ("Example", "is not an id"), ("9lives", "is not an id")]
	{
		let mut draft = Draft::new();
		draft.citizens.clear();
		draft.id = id.into();
		(1..=3).for_each(|number| draft.add_citizen(number));
		draft.assert_refused(id, what, "");
	}
}

#[test]
fn an_address_is_checked_letter_by_letter() {
	let right = address(&account_of(1));
	let wrong = right.replace(&right[10..11], if &right[10..11] == "x" { "y" } else { "x" });
	let (what, help) = account(&wrong).expect_err("a mistyped address");
	assert!(what.contains("wrong check digit") && help.contains("copy the address again"), "{what}. {help}");
	let (what, _) = account("Ada").expect_err("no address");
	assert!(what.contains("is not an address"), "{what}");
	assert_eq!(account(&right), Ok(account_of(1)));
	assert_eq!(account(&format!("0x{}", "01".repeat(32))), Ok(account_of(1)));
}

#[test]
fn an_address_of_another_network_is_refused_with_ours() {
	use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};
	let polkadot = account_of(1).to_ss58check_with_version(Ss58AddressFormat::custom(0));
	let (what, help) = account(&polkadot).expect_err("another network's address");
	assert!(what.contains("another network, with the prefix 0"), "{what}");
	assert!(help.contains(&address(&account_of(1))), "{help}");
}

#[test]
fn a_charter_that_cannot_be_read_is_refused_at_its_path() {
	let text = Draft::new().text();
	let problems = read("founding.toml", &text, |_| Err("there is no such file".into()), &rules())
		.expect_err("no charter");
	let problem = &problems[0];
	assert!(problem.what.contains("\"charter.md\" cannot be read: there is no such file"), "{problem}");
	assert_eq!(problem.line, Some(4));
}

#[test]
fn a_charter_without_an_article_that_parameters_need_is_refused() {
	for (from, to, line, what, help) in [
		("## Article 2: Land\n\nIt is shared.\n", "", None, "lacks article 2", "Keep an article"),
		("(entrenched)", "", Some(9), "article 1 must be entrenched", "(entrenched)"),
		("Article 2: ", "Article 3: ", Some(13), "this is article 2", "## Article 2: "),
		("**Be kind.**\n\nWe begin.", "", None, "no commandment", "one line in bold"),
		("It is shared.", "", Some(13), "article 2 has no text", "Write"),
		("Everybody.", "All. ".repeat(20).as_str(), Some(11), "has 99 bytes, and 64 is the most", "Shorten"),
	] {
		let mut draft = Draft::new();
		draft.charter = CHARTER.replace(from, to);
		draft.citizens.clear();
		(1..=3).for_each(|number| draft.add_citizen(number));
		let problem = draft.read().expect_err("a bad charter").into_iter().next().expect("one");
		assert_eq!((problem.file.as_str(), problem.line), ("charter.md", line), "{problem}");
		assert!(problem.what.contains(what) && problem.help.contains(help), "{problem}");
	}
}

#[test]
fn a_file_that_lacks_everybody_says_its_id_and_its_charter() {
	let mut draft = Draft::new();
	draft.citizens.clear();
	draft.validators.clear();
	draft.allocations.clear();
	let load = |_: &str| Ok(CHARTER.into());
	let header = header("founding.toml", &draft.text(), load, &rules()).expect("a name and a charter");
	assert_eq!((header.id.as_str(), header.charter), ("example", draft.charter_digest()));

	draft.id = "Example!".into();
	let problems = crate::header("founding.toml", &draft.text(), load, &rules()).expect_err("no id");
	assert_eq!(problems.len(), 1, "{problems:#?}");
}
