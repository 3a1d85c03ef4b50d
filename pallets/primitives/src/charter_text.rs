// SPDX-License-Identifier: Apache-2.0
//! The text of a charter, as people write it before a state begins.

use alloc::vec::Vec;

/// The parts of a charter's text.
///
/// A charter is Markdown: a title, then a part below each heading of the second level. The first part is the preamble,
/// and its first line is the commandment, in bold. Every other part is an article, with a heading such as
/// `## Article 1: Membership (entrenched)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CharterText<'a> {
	/// The one commandment.
	pub commandment: &'a str,
	/// The rest of the preamble.
	pub preamble: &'a str,
	/// The articles, in order. They are numbered from 1.
	pub articles: Vec<ArticleText<'a>>,
}

/// An article in a charter's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleText<'a> {
	/// The heading as it is written.
	pub heading: &'a str,
	/// The heading without the article's number and without `(entrenched)`.
	pub title: &'a str,
	/// The text below the heading.
	pub text: &'a str,
	/// Whether the heading ends with `(entrenched)`.
	pub is_entrenched: bool,
}

impl<'a> CharterText<'a> {
	/// Splits a charter's text into its parts. What is missing is empty.
	pub fn read(text: &'a str) -> Self {
		let mut parts = text.split("\n## ").skip(1).map(|part| part.split_once('\n').unwrap_or((part, "")));
		let (_, preamble) = parts.next().unwrap_or_default();
		let (commandment, preamble) = preamble.trim().split_once('\n').unwrap_or((preamble.trim(), ""));
		let articles = parts
			.map(|(heading, text)| {
				let title = heading.split_once(": ").map_or(heading, |(_, title)| title);
				let (title, is_entrenched) = match title.strip_suffix(" (entrenched)") {
					Some(title) => (title, true),
					None => (title, false),
				};
				ArticleText { heading, title, text: text.trim(), is_entrenched }
			})
			.collect();
		Self { commandment: commandment.trim_matches('*'), preamble: preamble.trim(), articles }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const TEXT: &str = "# Our charter\n\n## Preamble\n\n**Be kind.**\n\nWe begin.\n\n\
		## Article 1: Membership (entrenched)\n\nEverybody.\n\n## Article 2: Land\n\nIt is shared.\n";

	#[test]
	fn a_charter_has_a_commandment_a_preamble_and_articles() {
		let charter = CharterText::read(TEXT);
		assert_eq!((charter.commandment, charter.preamble), ("Be kind.", "We begin."));
		let [one, two] = &charter.articles[..] else { panic!("{charter:?}") };
		assert_eq!((one.title, one.text, one.is_entrenched), ("Membership", "Everybody.", true));
		assert_eq!((two.title, two.text, two.is_entrenched), ("Land", "It is shared.", false));
		assert_eq!(two.heading, "Article 2: Land");
	}

	#[test]
	fn what_is_missing_is_empty() {
		assert_eq!(CharterText::read(""), CharterText::default());
		let bare = CharterText::read("# Our charter\n\n## Preamble\n\n**Be kind.**");
		assert_eq!((bare.commandment, bare.preamble, bare.articles.len()), ("Be kind.", "", 0));
		assert_eq!(
			CharterText::read("# C\n\n## Preamble\n\n**Be kind.**\n\n## Article 1: A").articles[0].text,
			""
		);
	}
}
