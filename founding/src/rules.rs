// SPDX-License-Identifier: Apache-2.0
//! What a founding must know of the runtime that its chain runs.

use crate::{Balance, KeyKind};
use civitas_primitives::ArticleNumber;

/// What a founding must know of the runtime.
#[derive(Clone, Debug)]
pub struct Rules {
	/// How long a block takes, in milliseconds.
	pub block_millis: u64,
	/// What an account must own to exist.
	pub existential_deposit: Balance,
	/// What a validator deposits for session keys.
	pub key_deposit: Balance,
	/// What a citizen deposits to propose.
	pub submission_deposit: Balance,
	/// What must be deposited for a decision, at most: that of the entrenched track.
	pub decision_deposit: Balance,
	/// The kinds of session keys, in the runtime's order.
	pub session_keys: Vec<KeyKind>,
	/// The articles that parameters stand under, and whether they must be entrenched.
	pub required_articles: Vec<(ArticleNumber, bool)>,
	/// The most articles that a charter can begin with, besides its preamble.
	pub max_articles: usize,
	/// The most bytes of an article's title.
	pub max_title: usize,
	/// The most bytes of an article's text.
	pub max_text: usize,
	/// The most bytes of a territory's name.
	pub max_name: usize,
	/// The parameters that a founding can decide.
	pub parameters: Vec<ParameterRule>,
	/// The ids of chains that exist, and no founding may take.
	pub taken_ids: Vec<String>,
}

impl Rules {
	/// What a referendum on the most expensive track costs its proposer in deposits.
	pub fn referendum_deposits(&self) -> Balance {
		self.submission_deposit.saturating_add(self.decision_deposit)
	}

	pub(crate) fn parameter(&self, name: &str) -> Option<&ParameterRule> {
		self.parameters.iter().find(|rule| rule.name == name)
	}
}

/// What values a parameter can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterRule {
	/// Its name in a founding file.
	pub name: String,
	/// What it is measured in.
	pub unit: Unit,
	/// What it is if a founding says nothing.
	pub default: u128,
	/// The least that a founding may begin with.
	pub least: u128,
	/// The least that an amendment may set.
	pub floor: u128,
	/// The most.
	pub ceiling: u128,
}

/// What a parameter is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
	/// A number. A number of blocks can be written as a time.
	Number,
	/// Milliseconds, written as a time.
	Millis,
	/// Money, in units of 1e-12 CIV.
	Money,
	/// A part, in units of 1e-18, written as a percentage.
	Part,
}
