// SPDX-License-Identifier: Apache-2.0
//! One page about a founding that people can read and sign.

use crate::{
	values::{address, as_money},
	Founding,
};
use civitas_primitives::Tier;
use sp_core::H256;
use std::fmt::Write;

/// What the node knows once it has built the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
	/// The hash of the first block: the identity of the chain.
	pub genesis: H256,
	/// The Blake2-256 digest of the raw spec file.
	pub spec: H256,
	/// The name and the version of the runtime.
	pub runtime: String,
	/// The Blake2-256 digest of the runtime's Wasm.
	pub code: H256,
	/// The size of the Wasm in bytes.
	pub code_size: usize,
}

impl Sealed {
	/// The line that founders, citizens and validators sign.
	pub fn statement(&self, id: &str) -> String {
		format!("civitas founding {id} genesis {:?} spec {:?}", self.genesis, self.spec)
	}
}

/// The words between bars of a table cannot have bars.
fn cell(text: &str) -> String {
	text.replace('|', "/").replace('\n', " ")
}

struct Page(String);

impl Page {
	fn line(&mut self, text: impl AsRef<str>) {
		self.0.push_str(text.as_ref());
		self.0.push('\n');
	}

	fn heading(&mut self, text: &str) {
		self.line(format!("\n## {text}\n"));
	}

	fn table(&mut self, head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
		self.line(format!("| {} |", head.join(" | ")));
		self.line(format!("|{}", " --- |".repeat(head.len())));
		for row in rows {
			let cells: Vec<_> = row.iter().map(|text| cell(text)).collect();
			self.line(format!("| {} |", cells.join(" | ")));
		}
	}
}

pub(crate) fn write(founding: &Founding, sealed: Option<&Sealed>) -> String {
	let mut page = Page(String::new());
	page.line(format!("# The founding of {}\n", founding.name));
	page.line(format!("> {}\n", founding.charter.commandment));

	let mut facts = vec![
		vec!["chain".into(), format!("`{}`", founding.id)],
		vec!["charter, Blake2-256".into(), format!("`{:?}`", founding.charter.digest)],
	];
	if let Some(sealed) = sealed {
		facts.push(vec!["genesis hash".into(), format!("`{:?}`", sealed.genesis)]);
		facts.push(vec!["raw spec, Blake2-256".into(), format!("`{:?}`", sealed.spec)]);
		facts.push(vec!["runtime".into(), format!("{}, {} bytes", sealed.runtime, sealed.code_size)]);
		facts.push(vec!["runtime, Blake2-256".into(), format!("`{:?}`", sealed.code)]);
	}
	page.table(&["what", "value"], facts);

	power(&mut page, founding);
	people(&mut page, founding);
	money(&mut page, founding);
	law(&mut page, founding);

	if !founding.notes.is_empty() {
		page.heading("What to know");
		for note in &founding.notes {
			page.line(format!("- {}. {}.", upper(&note.what), note.help.trim_end_matches(['.', '?'])));
		}
	}
	if let Some(sealed) = sealed {
		page.heading("What to sign");
		page.line(
			"Check the digest with `b2sum --length 256` on the raw spec file. If it is the one above and you agree with \
			 this page, sign this line with your account:\n",
		);
		page.line(format!("    {}", sealed.statement(&founding.id)));
	}
	page.0
}

fn upper(text: &str) -> String {
	let mut letters = text.chars();
	letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn power(page: &mut Page, founding: &Founding) {
	page.heading("Who has power");
	let thresholds = &founding.thresholds;
	let founder = founding.founder.as_ref().map(|account| {
		let label = founding.citizens.iter().find(|citizen| citizen.account == *account);
		format!("{} (`{}`)", label.map_or("The founder", |citizen| citizen.label.as_str()), address(account))
	});
	match founder {
		None => page.line("There is no founder. The citizens decide everything from the first day."),
		Some(founder) => {
			let power = match founding.tier {
				Tier::Founding => "may amend ordinary articles, admit citizens, appoint registrars and veto",
				Tier::Consultative => "may amend ordinary articles after notice, and veto",
				Tier::Shared => "may veto each text once",
				Tier::Community => "has no power left",
			};
			page.line(format!(
				"{founder} is the founder. In the tier {:?}, the founder {power}.",
				founding.tier
			));
			page.line(format!(
				"Power moves to the citizens for good as two censuses in a row count {} (Consultative), {} (Shared) and {} \
				 (Community) active citizens past probation.",
				thresholds.consultative, thresholds.shared, thresholds.community
			));
		}
	}
}

fn people(page: &mut Page, founding: &Founding) {
	page.heading(&format!("First citizens: {}", founding.citizens.len()));
	let owned = |account| match founding.balance(account) {
		0 => "nothing".to_string(),
		amount => as_money(amount),
	};
	let rows = founding
		.citizens
		.iter()
		.map(|it| vec![it.label.clone(), format!("`{}`", address(&it.account)), owned(&it.account)]);
	page.table(&["name", "account", "owns"], rows);

	page.heading(&format!("First validators: {}", founding.validators.len()));
	let rows = founding
		.validators
		.iter()
		.map(|it| vec![it.label.clone(), format!("`{}`", address(&it.account)), owned(&it.account)]);
	page.table(&["name", "account", "owns"], rows);
}

fn money(page: &mut Page, founding: &Founding) {
	let total = founding.issuance();
	page.heading(&format!("Money: {}", as_money(total)));
	page.line("This is all the money there is. The state makes none later.\n");
	let mut allocations = founding.allocations.clone();
	allocations.sort_by_key(|it| std::cmp::Reverse(it.amount));
	let rows = allocations.iter().map(|it| {
		let permille = it.amount.saturating_mul(1_000).checked_div(total).unwrap_or_default();
		let share = format!("{}.{} %", permille / 10, permille % 10);
		vec![it.label.clone(), format!("`{}`", address(&it.account)), as_money(it.amount), share]
	});
	page.table(&["for", "account", "amount", "share"], rows);
}

fn law(page: &mut Page, founding: &Founding) {
	page.heading("Law");
	let entrenched = founding.charter.articles.iter().filter(|article| article.is_entrenched).count();
	let mut text = String::new();
	let _ = write!(
		text,
		"The charter has {} articles, of which {entrenched} need two thirds to change: ",
		founding.charter.articles.len()
	);
	let titles = founding.charter.articles.iter().zip(1..).map(|(article, number)| {
		format!("{number} {}{}", article.title, if article.is_entrenched { " (entrenched)" } else { "" })
	});
	text.push_str(&titles.collect::<Vec<_>>().join(", "));
	page.line(format!("{text}."));

	if founding.parameters.is_empty() {
		page.line("\nEvery parameter begins with its default.");
	} else {
		page.line("\nThe founders decided these parameters; every other one begins with its default.\n");
		let rows = founding.parameters.iter().map(|it| vec![format!("`{}`", it.name), it.written.clone()]);
		page.table(&["parameter", "value"], rows);
	}
	if !founding.territories.is_empty() {
		page.line("");
		let rows = founding.territories.iter().map(|it| {
			vec![
				it.name.clone(),
				it.host.clone(),
				format!("`{}`", address(&it.registrar)),
				it.parcel_limit.to_string(),
			]
		});
		page.table(&["territory", "under the law of", "registrar", "parcels, at most"], rows);
	}
}
