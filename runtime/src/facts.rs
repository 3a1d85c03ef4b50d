// SPDX-License-Identifier: Apache-2.0
//! What a founding file must know of this runtime, as plain numbers.
//!
//! The node checks founding files against these facts, so that nobody has to write a bound or a deposit down again.

pub use pallet_charter::{MAX_TEXT, MAX_TITLE};

use crate::{
	configs::{consensus::KeyDeposit, governance::SubmissionDeposit},
	constitution::{articles::ALWAYS_ENTRENCHED, CharterParameters},
	governance::tracks,
	ranges::Range,
	Balance,
};
use alloc::{string::String, vec::Vec};
use civitas_primitives::ArticleNumber;
use frame_support::traits::Get;
use sp_runtime::Perquintill;

/// The most articles that a charter can begin with, besides the preamble.
pub const MAX_ARTICLES: u32 = pallet_charter::MAX_FIRST_ARTICLES - 1;
/// The most bytes of a territory's name.
pub const MAX_TERRITORY_NAME: u32 = pallet_land::MAX_NAME;

/// What a validator deposits for session keys.
pub fn key_deposit() -> Balance {
	KeyDeposit::get()
}

/// What a citizen deposits to propose.
pub fn submission_deposit() -> Balance {
	SubmissionDeposit::get()
}

/// What a decision needs as a deposit on the most expensive track.
pub fn decision_deposit() -> Balance {
	tracks::highest_deposit()
}

/// The articles that parameters stand under, and whether they must be entrenched. In order, each once.
pub fn required_articles() -> Vec<(ArticleNumber, bool)> {
	let mut articles: Vec<_> = CharterParameters::facts().into_iter().map(|fact| fact.article).collect();
	articles.sort_unstable();
	articles.dedup();
	articles.into_iter().map(|article| (article, ALWAYS_ENTRENCHED.contains(&article))).collect()
}

/// The parameters that a founding can decide. Reads their values, so an empty state answers with the defaults.
pub fn parameters() -> Vec<ParameterFact> {
	CharterParameters::facts()
}

/// What a parameter is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
	/// A number, for example of blocks.
	Number,
	/// Milliseconds.
	Millis,
	/// Units of 1e-12 CIV.
	Money,
	/// Parts of 1e18.
	Part,
}

/// A value that is a plain number in a founding.
pub trait Plain {
	/// What it is measured in.
	const MEASURE: Measure;

	/// The number.
	fn plain(self) -> u128;
}

impl Plain for u32 {
	const MEASURE: Measure = Measure::Number;
	fn plain(self) -> u128 {
		self.into()
	}
}

impl Plain for u64 {
	const MEASURE: Measure = Measure::Millis;
	fn plain(self) -> u128 {
		self.into()
	}
}

impl Plain for Balance {
	const MEASURE: Measure = Measure::Money;
	fn plain(self) -> u128 {
		self
	}
}

impl Plain for Perquintill {
	const MEASURE: Measure = Measure::Part;
	fn plain(self) -> u128 {
		self.deconstruct().into()
	}
}

/// What values a parameter can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterFact {
	/// Its field in the founding's genesis, in small letters with underscores.
	pub field: String,
	/// What it is measured in.
	pub measure: Measure,
	/// Its value now.
	pub value: u128,
	/// The least that a founding may begin with.
	pub least: u128,
	/// The least that an amendment may set.
	pub floor: u128,
	/// The most.
	pub ceiling: u128,
	/// The article that it stands under.
	pub article: ArticleNumber,
}

impl ParameterFact {
	/// The facts of the parameter `group::name` with the range `R`.
	pub(crate) fn of<R>(group: &str, name: &str, article: ArticleNumber) -> Self
	where
		R: Range + Get<<R as Range>::Value>,
		R::Value: Plain,
	{
		let field = match (group, name) {
			// Two groups have a parameter of this name, and a founding has one list of fields.
			("tax", "FreeVotesPerSeason") => "free_opinions_per_season".into(),
			_ => snake_case(name),
		};
		Self {
			field,
			measure: R::Value::MEASURE,
			value: <R as Get<R::Value>>::get().plain(),
			least: R::least().plain(),
			floor: R::floor().plain(),
			ceiling: R::ceiling().plain(),
			article,
		}
	}
}

/// `SeasonLength` as `season_length`.
fn snake_case(name: &str) -> String {
	let mut snake = String::new();
	for letter in name.chars() {
		if letter.is_ascii_uppercase() && !snake.is_empty() {
			snake.push('_');
		}
		snake.push(letter.to_ascii_lowercase());
	}
	snake
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::FoundingConfig;
	use alloc::{collections::BTreeSet, string::ToString};
	use sp_io::TestExternalities;

	#[test]
	fn every_field_of_a_founding_is_a_parameter_and_each_once() {
		let fields = serde_json::to_value(FoundingConfig::default()).expect("it can be written");
		let fields: BTreeSet<String> =
			fields.as_object().expect("fields").keys().map(|it| snake_case(it)).collect();
		TestExternalities::default().execute_with(|| {
			let facts: Vec<_> = parameters().into_iter().map(|fact| fact.field).collect();
			assert_eq!(facts.len(), fields.len());
			assert_eq!(facts.into_iter().collect::<BTreeSet<_>>(), fields);
		});
	}

	#[test]
	fn defaults_lie_between_their_bounds() {
		TestExternalities::default().execute_with(|| {
			for fact in parameters() {
				assert!(
					fact.least <= fact.floor && fact.floor <= fact.value && fact.value <= fact.ceiling,
					"{fact:?}"
				);
			}
		});
	}

	#[test]
	fn the_articles_that_parameters_need_are_those_of_the_table() {
		TestExternalities::default().execute_with(|| {
			let articles: Vec<_> = required_articles().into_iter().map(|(article, _)| article).collect();
			assert_eq!(articles, [1, 3, 4, 5, 6, 7, 8, 9, 11]);
			assert!(required_articles().contains(&(5, false)) && required_articles().contains(&(1, true)));
		});
	}

	#[test]
	fn names_are_written_with_underscores() {
		assert_eq!(snake_case("SeasonLength"), "season_length".to_string());
		assert_eq!(snake_case("seasonLength"), "season_length".to_string());
	}
}
