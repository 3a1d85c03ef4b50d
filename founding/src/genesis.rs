// SPDX-License-Identifier: Apache-2.0
//! What the runtime's genesis is built from.

use crate::{values::address, Founding, Parameter};
use serde_json::{json, Map, Value};

/// What a founding changes in the runtime's genesis.
pub(crate) fn patch(founding: &Founding) -> Value {
	let Founding { charter, founder, citizens, validators, allocations, territories, .. } = founding;
	let articles = charter.articles.iter().map(|article| {
		let entrenchment = if article.is_entrenched { "Entrenched" } else { "Ordinary" };
		json!({ "title": article.title, "text": article.text, "entrenchment": entrenchment })
	});
	let citizens =
		citizens.iter().map(|it| json!([address(&it.account), format!("0x{}", hex::encode(it.roll_key))]));
	let validators =
		validators.iter().map(|it| json!([address(&it.account), address(&it.account), it.keys.in_genesis()]));
	let balances = allocations.iter().map(|it| json!([address(&it.account), it.amount]));
	let territories = territories.iter().map(|it| {
		json!({
			"name": it.name,
			"host": it.host,
			"registrar": address(&it.registrar),
			"parcelLimit": it.parcel_limit,
		})
	});
	json!({
		"balances": { "balances": balances.collect::<Vec<_>>() },
		"session": { "keys": validators.collect::<Vec<_>>() },
		"founding": parameters(&founding.parameters),
		"charter": {
			"commandment": charter.commandment,
			"preamble": charter.preamble,
			"articles": articles.collect::<Vec<_>>(),
		},
		"citizenship": {
			"citizens": citizens.collect::<Vec<_>>(),
			"founder": founder.as_ref().map(address),
		},
		"census": { "tier": founding.tier, "thresholds": founding.thresholds },
		"land": { "territories": territories.collect::<Vec<_>>() },
	})
}

fn parameters(parameters: &[Parameter]) -> Value {
	let fields = parameters.iter().map(|it| (camel_case(&it.name), json!(it.value)));
	Value::Object(fields.collect::<Map<_, _>>())
}

/// `season_length` as `seasonLength`.
fn camel_case(name: &str) -> String {
	let mut words = name.split('_');
	let mut camel = words.next().unwrap_or_default().to_string();
	for word in words {
		let (first, rest) = word.split_at(word.len().min(1));
		camel.push_str(&first.to_uppercase());
		camel.push_str(rest);
	}
	camel
}
