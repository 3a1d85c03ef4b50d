// SPDX-License-Identifier: Apache-2.0
//! The founding file, as it is written.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
	pub(crate) state: Spanned<State>,
	pub(crate) power: Spanned<Power>,
	#[serde(default, rename = "citizen")]
	pub(crate) citizens: Vec<Spanned<Citizen>>,
	#[serde(default, rename = "validator")]
	pub(crate) validators: Vec<Spanned<Validator>>,
	#[serde(default, rename = "allocation")]
	pub(crate) allocations: Vec<Spanned<Allocation>>,
	#[serde(default, rename = "territory")]
	pub(crate) territories: Vec<Spanned<Territory>>,
	#[serde(default)]
	pub(crate) parameters: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct State {
	pub(crate) name: Spanned<String>,
	pub(crate) id: Spanned<String>,
	pub(crate) charter: Spanned<String>,
	#[serde(default)]
	pub(crate) development: bool,
	#[serde(default)]
	pub(crate) bootnodes: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Power {
	pub(crate) founder: Option<Spanned<String>>,
	pub(crate) tier: Spanned<String>,
	#[serde(default)]
	pub(crate) thresholds: Option<Spanned<Thresholds>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Thresholds {
	pub(crate) consultative: u32,
	pub(crate) shared: u32,
	pub(crate) community: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Citizen {
	#[serde(default)]
	pub(crate) name: String,
	pub(crate) account: Spanned<String>,
	pub(crate) roll_key: Spanned<String>,
	pub(crate) proof: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Validator {
	#[serde(default)]
	pub(crate) name: String,
	pub(crate) account: Spanned<String>,
	pub(crate) keys: Spanned<String>,
	pub(crate) proof: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Allocation {
	#[serde(default)]
	pub(crate) name: String,
	pub(crate) account: Spanned<String>,
	pub(crate) amount: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Territory {
	pub(crate) name: Spanned<String>,
	pub(crate) host: Spanned<String>,
	pub(crate) registrar: Spanned<String>,
	pub(crate) parcel_limit: u32,
}
