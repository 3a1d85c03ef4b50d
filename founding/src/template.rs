// SPDX-License-Identifier: Apache-2.0
//! A founding file to fill in.

use crate::{values::as_parameter, ParameterRule, Rules, Unit};
use std::fmt::Write;

/// A founding file to fill in, with every parameter and its default.
pub fn template(rules: &Rules) -> String {
	let mut text = BEGINNING.replace("REFERENDUM", &crate::values::as_money(rules.referendum_deposits()));
	for rule in &rules.parameters {
		let _ = writeln!(text, "# {} = {}{}", rule.name, in_file(rule, rule.default), bounds(rule));
	}
	text
}

/// How a value is written in a file.
fn in_file(rule: &ParameterRule, value: u128) -> String {
	match rule.unit {
		Unit::Number => value.to_string(),
		_ => format!("{:?}", as_parameter(value, rule.unit).replace(',', "_")),
	}
}

fn bounds(rule: &ParameterRule) -> String {
	format!("   # {} to {}", as_parameter(rule.floor, rule.unit), as_parameter(rule.ceiling, rule.unit))
}

const BEGINNING: &str = r#"# What a state begins with. Fill it in, then: civitas found check FILE
# docs/founding.md explains it step by step.

[state]
# What people call the state.
name = ""
# What nodes call its chain: small letters, digits and hyphens. Two states must not have the same.
id = ""
# The text of the charter, beside this file. Citizens sign exactly this text: finish it first.
charter = "charter.md"
# Where new nodes find others. `civitas key inspect-node-key --file FILE` prints the last part.
bootnodes = [
	# "/dns/one.example.org/tcp/30333/p2p/12D3KooW...",
]

[power]
# The founder's account: one of the citizens below. Remove the line for a state without a founder, and write
# tier = "Community" then.
founder = ""
# Founding, Consultative, Shared or Community.
tier = "Founding"

[power.thresholds]
# How many active citizens end the founder's power, step by step.
consultative = 100
shared = 1000
community = 10000

# One for each person who founds the state. `civitas roll-key prove --founding FILE` prints it.
# [[citizen]]
# name = "Ada"         # for the report only
# account = "5..."
# roll_key = "0x..."
# proof = "0x..."

# One for each machine that makes blocks; four at least. `civitas key session --founding FILE` prints it.
# [[validator]]
# name = "Ada's node"  # for the report only
# account = "5..."
# keys = "0x..."
# proof = "0x..."

# Who owns what. No money is made later. Validators need some for their keys, and at least one citizen
# (the founder, if there is one) REFERENDUM for the deposits of a referendum.
# [[allocation]]
# name = "Ada"
# account = "5..."
# amount = "1000 CIV"

# Where the state holds land. More can be opened later.
# [[territory]]
# name = "The island"
# host = "PT"          # the country whose law it lies under; XZ is the high seas
# registrar = "5..."   # who keeps the register
# parcel_limit = 1000

# What the founders decide differently. Each line shows the default, and the values that an amendment may set.
# A number of blocks can be written as a time: season_length = "90 days".
[parameters]
"#;
