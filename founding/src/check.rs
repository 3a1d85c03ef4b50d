// SPDX-License-Identifier: Apache-2.0
//! Reads a founding file and finds everything that is wrong with it.

mod entries;
mod state;
mod whole;

use crate::{
	charter::Charter,
	file::{File, Thresholds},
	problem::{Problem, Problems, Source},
	values::{self, Unreadable},
	Founding, Rules,
};
use civitas_primitives::{Tier, TierThresholds};
use sp_core::{crypto::AccountId32, H256};
use toml::Spanned;

/// Reads the founding file `name` with the text `text`. `load` reads the charter's file, whose path the file gives.
///
/// Answers with a state that can begin, or with everything that is wrong.
pub fn read(
	name: &str,
	text: &str,
	load: impl FnOnce(&str) -> Result<String, String>,
	rules: &Rules,
) -> Result<Founding, Problems> {
	let file = parse(name, text)?;
	let mut check = Check::new(name, text, rules);
	let charter = check.charter(&file, load);
	check.state(file.state.get_ref());
	let mut founding = Founding {
		name: file.state.get_ref().name.get_ref().trim().into(),
		id: file.state.get_ref().id.get_ref().clone(),
		is_development: file.state.get_ref().development,
		bootnodes: file.state.get_ref().bootnodes.iter().map(|it| it.get_ref().clone()).collect(),
		charter,
		founder: None,
		tier: Tier::Community,
		thresholds: check.thresholds(file.power.get_ref().thresholds.as_ref()),
		citizens: Vec::new(),
		validators: Vec::new(),
		allocations: check.allocations(&file.allocations),
		parameters: check.parameters(&file.parameters),
		territories: check.territories(&file.territories),
		notes: Vec::new(),
	};
	founding.citizens = check.citizens(&file.citizens, &founding);
	founding.validators = check.validators(&file.validators, founding.is_development);
	check.power(&file.power, &mut founding);
	check.whole(&file, &founding);

	let Check { mut problems, notes, .. } = check;
	founding.notes = notes;
	match problems.is_empty() {
		true => Ok(founding),
		false => {
			// Those of the charter come first, then the file's in its order.
			problems.sort_by_key(|problem| (problem.file == name, problem.line));
			Err(problems)
		}
	}
}

/// What the first citizens and validators must know of a founding file before it is complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
	/// What nodes call the state's chain.
	pub id: String,
	/// The Blake2-256 digest of the charter.
	pub charter: H256,
}

/// Reads the name and the charter of a founding file that may lack everything else. Takes what [`read`] takes.
pub fn header(
	name: &str,
	text: &str,
	load: impl FnOnce(&str) -> Result<String, String>,
	rules: &Rules,
) -> Result<Header, Problems> {
	let file = parse(name, text)?;
	let mut check = Check::new(name, text, rules);
	let charter = check.charter(&file, load);
	check.state(file.state.get_ref());
	match check.problems.is_empty() {
		true => Ok(Header { id: file.state.get_ref().id.get_ref().clone(), charter: charter.digest }),
		false => Err(check.problems),
	}
}

fn parse(name: &str, text: &str) -> Result<File, Problems> {
	toml::from_str(text).map_err(|error| {
		let help = "Compare it with a file that `civitas found init` writes";
		let source = Source { file: name, text };
		vec![source.problem(error.span().map(|span| span.start), in_words(error.message()), help)]
	})
}

/// What a parser says, in one sentence.
fn in_words(message: &str) -> String {
	message.trim().trim_end_matches('.').replace('\n', " ")
}

/// A check that goes on after a problem, so that all are found at once.
struct Check<'a> {
	source: Source<'a>,
	rules: &'a Rules,
	problems: Problems,
	notes: Vec<Problem>,
}

impl<'a> Check<'a> {
	fn new(file: &'a str, text: &'a str, rules: &'a Rules) -> Self {
		Self { source: Source { file, text }, rules, problems: Vec::new(), notes: Vec::new() }
	}

	/// Refuses the founding for what is at `at`.
	fn refuse<T>(&mut self, at: Option<&Spanned<T>>, what: impl Into<String>, help: impl Into<String>) {
		let offset = at.map(|spanned| spanned.span().start);
		self.problems.push(self.source.problem(offset, what, help));
	}

	/// Tells the founders something that they can live with.
	fn note<T>(&mut self, at: Option<&Spanned<T>>, what: impl Into<String>, help: impl Into<String>) {
		let offset = at.map(|spanned| spanned.span().start);
		self.notes.push(self.source.problem(offset, what, help));
	}

	/// The value at `at`, or a problem.
	fn value<T, V>(&mut self, at: &Spanned<T>, value: Result<V, Unreadable>) -> Option<V> {
		value.map_err(|(what, help)| self.refuse(Some(at), what, help)).ok()
	}

	fn account(&mut self, at: &Spanned<String>) -> Option<AccountId32> {
		self.value(at, values::account(at.get_ref()))
	}

	fn charter(&mut self, file: &File, load: impl FnOnce(&str) -> Result<String, String>) -> Charter {
		let path = &file.state.get_ref().charter;
		match load(path.get_ref()).map(|text| Charter::read(path.get_ref(), &text, self.rules)) {
			Ok(Ok(charter)) => return charter,
			Ok(Err(problems)) => self.problems.extend(problems),
			Err(error) => self.refuse(
				Some(path),
				format!("the charter {:?} cannot be read: {error}", path.get_ref()),
				"Give the path of the charter's text, from the folder of this file",
			),
		}
		Charter {
			digest: Default::default(),
			commandment: String::new(),
			preamble: String::new(),
			articles: Vec::new(),
		}
	}

	fn thresholds(&mut self, written: Option<&Spanned<Thresholds>>) -> TierThresholds {
		let Some(spanned) = written else { return TierThresholds::default() };
		let Thresholds { consultative, shared, community } = *spanned.get_ref();
		let thresholds = TierThresholds { consultative, shared, community };
		if consultative == 0 || !thresholds.is_rising() {
			self.refuse(
				Some(spanned),
				"the thresholds of the tiers do not rise",
				"Each tier must need more citizens than the one before: for example 100, 1000 and 10000",
			);
		}
		thresholds
	}
}
