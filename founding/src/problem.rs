// SPDX-License-Identifier: Apache-2.0
//! What is wrong with a founding file, and what to do.

use std::fmt;

/// Something wrong in a founding file or in its charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
	/// The file.
	pub file: String,
	/// The line in it, from 1, if the problem is in one place.
	pub line: Option<usize>,
	/// What is wrong.
	pub what: String,
	/// What to do.
	pub help: String,
}

impl fmt::Display for Problem {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.file)?;
		if let Some(line) = self.line {
			write!(f, ", line {line}")?;
		}
		write!(f, ": {}. {}", self.what, self.help)
	}
}

/// Everything that is wrong, in the order of the file.
pub type Problems = Vec<Problem>;

/// A text with a name, in which places are found by their byte.
pub(crate) struct Source<'a> {
	pub(crate) file: &'a str,
	pub(crate) text: &'a str,
}

impl Source<'_> {
	/// The line of the byte at `offset`, from 1.
	pub(crate) fn line(&self, offset: usize) -> usize {
		let before = self.text.bytes().take(offset);
		before.filter(|byte| *byte == b'\n').count().saturating_add(1)
	}

	/// A problem at a byte, or with the whole text.
	pub(crate) fn problem(
		&self,
		offset: Option<usize>,
		what: impl Into<String>,
		help: impl Into<String>,
	) -> Problem {
		let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
		Problem {
			file: self.file.into(),
			line: offset.map(|offset| self.line(offset)),
			what: one_line(what.into()),
			help: one_line(help.into()),
		}
	}
}
