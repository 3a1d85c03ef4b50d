// SPDX-License-Identifier: Apache-2.0
//! Prints what was proven: as JSON for programs, as lines for people.
//!
//! The JSON has no spaces, a fixed order of fields, and text for figures of more than 32 bits, so that two verifiers can
//! be compared byte by byte.

use crate::{
	state::{CensusRecord, Charter, CharterRef, Citizen, Evidence, Extent, Figure, Ring, Tier, Version},
	Statement, Verified,
};
use alloc::{format, string::String, vec::Vec};
use core::fmt::Write;

/// An object or a list, as it is being written.
struct Json(String);

/// A value's JSON.
trait ToJson {
	fn json(&self) -> String;
}

impl Json {
	fn object() -> Self {
		Self("{".into())
	}

	fn with(mut self, name: &str, value: &impl ToJson) -> Self {
		if self.0.len() > 1 {
			self.0.push(',');
		}
		self.0.push_str(&quoted(name));
		self.0.push(':');
		self.0.push_str(&value.json());
		self
	}

	fn end(mut self) -> String {
		self.0.push('}');
		self.0
	}
}

/// Text in quotes. All that is not printable ASCII is escaped.
fn quoted(text: &str) -> String {
	let mut out = String::from("\"");
	for unit in text.encode_utf16() {
		match u8::try_from(unit) {
			Ok(b'"') => out.push_str("\\\""),
			Ok(b'\\') => out.push_str("\\\\"),
			Ok(byte @ 0x20..=0x7e) => out.push(char::from(byte)),
			_ => {
				// Writing to a string cannot fail.
				let _ = write!(out, "\\u{unit:04x}");
			}
		}
	}
	out.push('"');
	out
}

/// Bytes as hexadecimal digits after `0x`.
pub fn hex(bytes: &[u8]) -> String {
	let mut out = String::from("0x");
	for byte in bytes {
		let _ = write!(out, "{byte:02x}");
	}
	out
}

impl ToJson for u32 {
	fn json(&self) -> String {
		format!("{self}")
	}
}
impl ToJson for u64 {
	fn json(&self) -> String {
		format!("\"{self}\"")
	}
}
impl ToJson for u128 {
	fn json(&self) -> String {
		format!("\"{self}\"")
	}
}
impl ToJson for bool {
	fn json(&self) -> String {
		format!("{self}")
	}
}
impl ToJson for &str {
	fn json(&self) -> String {
		quoted(self)
	}
}
impl<const N: usize> ToJson for [u8; N] {
	fn json(&self) -> String {
		quoted(&hex(self))
	}
}
impl ToJson for [u32; 16] {
	fn json(&self) -> String {
		listed(self.iter().map(ToJson::json))
	}
}
impl<T: ToJson> ToJson for Option<T> {
	fn json(&self) -> String {
		self.as_ref().map_or_else(|| "null".into(), ToJson::json)
	}
}
impl<T: ToJson> ToJson for Figure<T> {
	fn json(&self) -> String {
		Json::object().with("value", &self.value).with("evidence", &evidence(self.evidence)).end()
	}
}
impl ToJson for Extent {
	fn json(&self) -> String {
		Json::object()
			.with("parcels", &self.parcels)
			.with("area", &self.area)
			.with("floor", &self.floor)
			.end()
	}
}
impl ToJson for CharterRef {
	fn json(&self) -> String {
		Json::object().with("version", &self.version).with("hash", &self.hash).end()
	}
}

fn listed(items: impl Iterator<Item = String>) -> String {
	format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn evidence(evidence: Evidence) -> &'static str {
	match evidence {
		Evidence::Counted => "counted",
		Evidence::Attested => "attested",
		Evidence::Registered => "registered",
		Evidence::Declared => "declared",
		Evidence::Collected => "collected",
	}
}

fn tier(tier: Tier) -> &'static str {
	match tier {
		Tier::Founding => "founding",
		Tier::Consultative => "consultative",
		Tier::Shared => "shared",
		Tier::Community => "community",
	}
}

impl ToJson for CensusRecord {
	fn json(&self) -> String {
		let land = self.land.as_ref();
		let people = self.state.people.as_ref();
		Json::object()
			.with("season", &self.season)
			.with("closedAt", &self.closed_at)
			.with("citizens", &self.population.citizens)
			.with("active", &self.population.active)
			.with("suspended", &self.population.suspended)
			.with("admitted", &self.population.admitted)
			.with("left", &self.population.left)
			.with("residents", &self.population.residents)
			.with("parcels", &self.parcels)
			.with("area", &self.area)
			.with("floor", &land.map(|land| land.floor))
			.with("valuation", &self.valuation)
			.with("assigned", &land.map(|land| land.assigned))
			.with("common", &land.map(|land| land.common))
			.with("public", &land.map(|land| land.public))
			.with("revenue", &self.revenue)
			.with("treasury", &self.state.treasury)
			.with("incomes", &self.state.incomes)
			.with("income", &self.state.income)
			.with("charter", &self.state.charter)
			.with("tier", &tier(self.state.tier))
			.with("attested", &people.map(|people| people.attested))
			.with("settled", &people.map(|people| people.settled))
			.with("vouched", &people.map(|people| people.vouched))
			.with("byFounder", &people.map(|people| people.by_founder))
			.with("genesis", &people.map(|people| people.genesis))
			.with("unrecorded", &people.map(|people| people.unrecorded))
			.end()
	}
}

impl ToJson for Ring {
	fn json(&self) -> String {
		Json::object()
			.with("number", &self.number)
			.with("season", &self.season)
			.with("commitment", &self.commitment)
			.end()
	}
}

impl ToJson for Citizen {
	fn json(&self) -> String {
		let object = Json::object().with("account", &self.account);
		let Some(citizen) = &self.citizen else { return object.with("id", &None::<u32>).end() };
		object
			.with("id", &citizen.id)
			.with("suspended", &citizen.is_suspended)
			.with("admittedAt", &citizen.admitted_at)
			.with("admittedIn", &citizen.admitted_in)
			.with("charter", &citizen.charter)
			.with("lastAttested", &citizen.last_attested)
			.with("present", &citizen.is_present)
			.end()
	}
}

/// A list of what is JSON already.
struct Written(String);

impl ToJson for Written {
	fn json(&self) -> String {
		self.0.clone()
	}
}

impl ToJson for Charter {
	fn json(&self) -> String {
		let articles = self.articles.iter().map(|article| {
			Json::object()
				.with("number", &article.number)
				.with("version", &article.version)
				.with("since", &article.since)
				.with("title", &article.title.as_str())
				.with("text", &article.text.as_str())
				.with("entrenched", &article.is_entrenched)
				.with("repealed", &article.is_repealed)
				.end()
		});
		Json::object().with("charter", &self.charter).with("articles", &Written(listed(articles))).end()
	}
}

impl ToJson for Version {
	fn json(&self) -> String {
		Json::object().with("charter", &self.charter).with("at", &self.at).end()
	}
}

impl ToJson for Statement {
	fn json(&self) -> String {
		let object = Json::object();
		match self {
			Self::Census(census) => object.with("census", census),
			Self::Ring(ring) => object.with("ring", ring),
			Self::Citizen(citizen) => object.with("citizen", citizen),
			Self::Charter(charter) => object.with("charter", charter),
			Self::Version(version) => object.with("version", version),
		}
		.end()
	}
}

/// What a certificate proves, as JSON.
pub fn json(verified: &Verified) -> String {
	let authorities = u32::try_from(verified.authorities).unwrap_or(u32::MAX);
	Json::object()
		.with("genesis", &verified.genesis)
		.with("number", &verified.number)
		.with("hash", &verified.hash)
		.with("time", &verified.time)
		.with("runtime", &verified.runtime)
		.with("season", &verified.season)
		.with("set", &verified.set)
		.with("authorities", &authorities)
		.with("statements", &Written(listed(verified.statements.iter().map(ToJson::json))))
		.end()
}

/// A reason for refusal, as JSON.
pub fn refusal(error: &crate::Error) -> String {
	Json::object().with("refused", &error.code()).with("because", &format!("{error}").as_str()).end()
}

/// What a certificate proves, for people.
pub fn text(verified: &Verified) -> String {
	let mut out = String::new();
	let mut line = |name: &str, value: String| {
		let _ = writeln!(out, "{name:<22} {value}");
	};
	line("Chain", hex(&verified.genesis));
	line("Block", format!("{}, {}", verified.number, hex(&verified.hash)));
	line("Time", format!("{} s after 1970-01-01 UTC", verified.time / 1000));
	line("Signed by", format!("more than two thirds of {} validators", verified.authorities));
	line("Validator changes", format!("{} since the genesis, all proven", verified.set));
	for statement in &verified.statements {
		describe(statement, &mut line);
	}
	out
}

fn describe(statement: &Statement, line: &mut impl FnMut(&str, String)) {
	match statement {
		Statement::Census(census) => describe_census(census, line),
		Statement::Ring(ring) => {
			line("Ring", format!("{}, of season {}", ring.number, ring.season));
		}
		Statement::Citizen(citizen) => {
			line("Account", hex(&citizen.account));
			match &citizen.citizen {
				None => line("Citizen", "no".into()),
				Some(standing) => {
					let word = if standing.is_suspended { "suspended" } else { "in full standing" };
					line("Citizen", format!("{}, {word}", standing.id));
					line("Last attested", format!("in season {}", standing.last_attested));
				}
			}
		}
		Statement::Charter(charter) => {
			line("Charter", format!("version {}, {}", charter.charter.version, hex(&charter.charter.hash)));
			for article in charter.articles.iter().filter(|article| !article.is_repealed) {
				line(&format!("Article {}", article.number), article.title.clone());
				line("", article.text.clone());
			}
		}
		Statement::Version(version) => {
			line("Charter", format!("version {}, {}", version.charter.version, hex(&version.charter.hash)));
			line("In force since", format!("block {}", version.at));
		}
	}
}

fn describe_census(census: &CensusRecord, line: &mut impl FnMut(&str, String)) {
	let people = &census.population;
	line("Census of season", format!("{}, closed in block {}", census.season, census.closed_at));
	let mut figure = |name: &str, value: String, known: Evidence| {
		line(name, format!("{value} ({})", evidence(known)));
	};
	for (name, it) in [
		("Citizens", people.citizens),
		("Active", people.active),
		("Suspended", people.suspended),
		("Admitted", people.admitted),
		("Left", people.left),
		("Residents", people.residents),
		("Parcels held", census.parcels),
	] {
		figure(name, format!("{}", it.value), it.evidence);
	}
	figure("Land held, m2", format!("{}", census.area.value), census.area.evidence);
	for (name, it) in [
		("Valuation, CIV", Some(census.valuation)),
		("Revenue, CIV", census.revenue),
		("Treasury, CIV", Some(census.state.treasury)),
	] {
		if let Some(it) = it {
			figure(name, civ(it.value), it.evidence);
		}
	}
	figure("Least declared income", format!("{}", census.state.income.value), census.state.income.evidence);
	line("Charter", format!("version {}, {}", census.state.charter.version, hex(&census.state.charter.hash)));
	line("Tier", tier(census.state.tier).into());
}

/// An amount in CIV, with twelve decimals.
fn civ(amount: u128) -> String {
	const UNIT: u128 = 1_000_000_000_000;
	format!("{}.{:012}", amount / UNIT, amount % UNIT)
}

/// Whose passport it is, as JSON.
#[cfg(feature = "passport")]
pub fn passport(shown: &crate::passport::Passport) -> String {
	Json::object()
		.with("account", &shown.account)
		.with("id", &shown.citizen.id)
		.with("number", &shown.certified.number)
		.with("time", &shown.certified.time)
		.end()
}

/// What an anonymous passport proves, as JSON.
#[cfg(feature = "anonymous")]
pub fn anonymous(shown: &crate::anonymous::Anonymous) -> String {
	Json::object()
		.with("alias", &shown.alias)
		.with("ring", &shown.ring)
		.with("season", &shown.season)
		.with("number", &shown.certified.number)
		.with("time", &shown.certified.time)
		.end()
}
