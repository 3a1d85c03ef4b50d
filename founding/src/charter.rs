// SPDX-License-Identifier: Apache-2.0
//! The first version of a charter.

use crate::{
	problem::{Problem, Problems, Source},
	Rules,
};
use civitas_primitives::{ArticleText, CharterText};
use sp_core::H256;
use sp_crypto_hashing::blake2_256;

/// The first version of a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
	/// The Blake2-256 digest of its text. The first citizens sign this text.
	pub digest: H256,
	/// The one commandment.
	pub commandment: String,
	/// The rest of the preamble.
	pub preamble: String,
	/// The articles, in order.
	pub articles: Vec<Article>,
}

/// An article of the first version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
	/// Its title.
	pub title: String,
	/// Its text.
	pub text: String,
	/// Whether two thirds are needed to change it.
	pub is_entrenched: bool,
}

impl Charter {
	/// Reads a charter's file.
	pub(crate) fn read(file: &str, text: &str, rules: &Rules) -> Result<Self, Problems> {
		let source = Source { file, text };
		let charter = CharterText::read(text);
		let problems = problems(&source, &charter, rules);
		if !problems.is_empty() {
			return Err(problems);
		}
		let articles = charter.articles.iter().map(|article| Article {
			title: article.title.into(),
			text: article.text.into(),
			is_entrenched: article.is_entrenched,
		});
		Ok(Self {
			digest: H256(blake2_256(text.as_bytes())),
			commandment: charter.commandment.into(),
			preamble: charter.preamble.into(),
			articles: articles.collect(),
		})
	}
}

/// The byte at which `part` begins in `whole`, whose part it is.
fn offset(whole: &str, part: &str) -> usize {
	(part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

fn problems(source: &Source<'_>, charter: &CharterText<'_>, rules: &Rules) -> Problems {
	let mut problems = Vec::new();
	let mut refuse = |at: Option<&str>, what: String, help: &str| {
		problems.push(source.problem(at.map(|part| offset(source.text, part)), what, help));
	};

	if source.text.contains('\r') {
		refuse(None, "the lines end as on Windows".into(), "Save the charter with plain line ends (LF)");
	}
	let first = source.text.split("\n## ").nth(1).unwrap_or_default();
	if first.starts_with("Article") {
		refuse(
			Some(first),
			"the charter has no preamble before its first article".into(),
			"Write the heading `## Preamble`, the commandment in bold, and the preamble",
		);
	} else if charter.commandment.is_empty() {
		refuse(
			None,
			"the charter has no commandment".into(),
			"Write the heading `## Preamble` and below it one line in bold: **Do to nobody what …**",
		);
	}
	for (what, text, most) in [
		("commandment", charter.commandment, rules.max_title),
		("preamble", charter.preamble, rules.max_text),
	] {
		if text.len() > most {
			refuse(Some(text), too_long(what, text, most), "Shorten it");
		}
	}
	if charter.articles.len() > rules.max_articles {
		let what = format!(
			"the charter has {} articles, and {} is the most",
			charter.articles.len(),
			rules.max_articles
		);
		refuse(None, what, "Put some together");
	}
	for (article, number) in charter.articles.iter().zip(1usize..) {
		let begin = format!("Article {number}: ");
		if !article.heading.starts_with(&begin) {
			let what = format!("this is article {number}, and its heading is {:?}", article.heading);
			refuse(Some(article.heading), what, &format!("Begin the heading with `## {begin}`"));
		}
		for (what, text, most) in
			[("title", article.title, rules.max_title), ("text", article.text, rules.max_text)]
		{
			if text.len() > most {
				refuse(Some(text), too_long(&format!("article {number}'s {what}"), text, most), "Shorten it");
			}
		}
		if article.text.is_empty() {
			refuse(Some(article.heading), format!("article {number} has no text"), "Write what it says");
		}
	}
	problems.extend(missing_articles(source, charter, rules));
	problems
}

fn too_long(what: &str, text: &str, most: usize) -> String {
	format!("the {what} has {} bytes, and {most} is the most", text.len())
}

/// The articles that parameters stand under must be there.
fn missing_articles(source: &Source<'_>, charter: &CharterText<'_>, rules: &Rules) -> Vec<Problem> {
	let mut problems = Vec::new();
	for (number, entrenched) in &rules.required_articles {
		let index = usize::try_from(*number).unwrap_or(usize::MAX).wrapping_sub(1);
		match charter.articles.get(index) {
			None => problems.push(source.problem(
				None,
				format!("the charter lacks article {number}, under which parameters stand"),
				"Keep an article of that number on the same matter, see the charter that `civitas found init` writes",
			)),
			Some(ArticleText { heading, is_entrenched: false, .. }) if *entrenched => problems.push(source.problem(
				Some(offset(source.text, heading)),
				format!("article {number} must be entrenched, since the parameters under it are"),
				"End its heading with ` (entrenched)`",
			)),
			Some(_) => (),
		}
	}
	problems
}
