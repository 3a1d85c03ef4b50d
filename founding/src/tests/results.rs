// SPDX-License-Identifier: Apache-2.0
//! What is made of a sound file: the genesis, the report and the template.

use super::*;
use serde_json::json;
use sp_core::H256;

#[test]
fn a_genesis_has_everything_that_the_file_says() {
	let mut draft = Draft::new();
	draft.rest = format!(
		"[parameters]\nseason_length = \"90 days\"\nmax_rate = \"4 %\"\n\n[[territory]]\nname = \"The island\"\n\
		 host = \"PT\"\nregistrar = \"{}\"\nparcel_limit = 10\n",
		address(&account_of(1))
	);
	let founding = draft.accepted();
	let genesis = founding.genesis();
	assert_eq!(genesis["balances"]["balances"][0], json!([address(&account_of(1)), 100 * CIV]));
	assert_eq!(
		genesis["founding"],
		json!({ "seasonLength": 1_296_000u128, "maxRate": 40_000_000_000_000_000u128 })
	);
	assert_eq!(genesis["census"]["tier"], "Founding");
	assert_eq!(
		genesis["census"]["thresholds"],
		json!({ "consultative": 100, "shared": 1000, "community": 10000 })
	);
	assert_eq!(genesis["citizenship"]["founder"], address(&account_of(1)));
	let key = format!("0x{}", hex::encode(founding.citizens[2].roll_key));
	assert_eq!(genesis["citizenship"]["citizens"][2], json!([address(&account_of(3)), key]));
	assert_eq!(
		genesis["land"]["territories"],
		json!([{ "name": "The island", "host": "PT", "registrar": address(&account_of(1)), "parcelLimit": 10 }])
	);
	assert_eq!(genesis["charter"]["commandment"], "Be kind.");
	assert_eq!(
		genesis["charter"]["articles"][1],
		json!({ "title": "Land", "text": "It is shared.", "entrenchment": "Ordinary" })
	);
	let session = &genesis["session"]["keys"][0];
	assert_eq!(
		(&session[0], &session[1]),
		(&json!(address(&account_of(11))), &json!(address(&account_of(11))))
	);
	let babe = AccountId32::new(founding.validators[0].keys.encoded()[..32].try_into().expect("a key"));
	assert_eq!(session[2]["babe"], address(&babe));
	assert_eq!(session[2].as_object().expect("keys").len(), 2);
}

#[test]
fn amounts_above_64_bits_keep_every_unit() {
	let mut draft = Draft::new();
	draft.give(20, "999_999_999.000000000001 CIV");
	let genesis = draft.accepted().genesis().to_string();
	assert!(genesis.contains("999999999000000000001"), "{genesis}");
}

#[test]
fn a_report_says_who_has_power_and_what_to_sign() {
	let founding = Draft::new().accepted();
	let sealed = Sealed {
		genesis: H256([1; 32]),
		spec: H256([2; 32]),
		runtime: "civitas 103".into(),
		code: H256([3; 32]),
		code_size: 1_234_567,
	};
	let report = founding.report(Some(&sealed));
	let statement =
		format!("civitas founding example genesis 0x{} spec 0x{}", "01".repeat(32), "02".repeat(32));
	assert_eq!(sealed.statement("example"), statement);
	for part in [
		"# The founding of Example",
		"> Be kind.",
		&statement,
		"citizen 1 (`",
		"is the founder. In the tier Founding",
		"## First citizens: 3",
		"## First validators: 4",
		"## Money: 340 CIV",
		"| 100 CIV | 29.4 % |",
		"1 Membership (entrenched), 2 Land.",
		"civitas 103, 1234567 bytes",
		"Secret ballots need 16 citizens, and there are 3.",
	] {
		assert!(report.contains(part), "{part}\n{report}");
	}
	let draft = founding.report(None);
	assert!(!draft.contains("sign this line") && !draft.contains("genesis hash"), "{draft}");
}

#[test]
fn a_name_cannot_break_the_tables_of_a_report() {
	let mut text = Draft::new().text();
	let account = format!("account = \"{}\"\nroll_key", address(&account_of(1)));
	text = text.replace(&account, &format!("name = \"A | B\"\n{account}"));
	let founding = read("founding.toml", &text, |_| Ok(CHARTER.into()), &rules()).expect("a sound file");
	assert!(founding.report(None).contains("| A / B | `"), "{}", founding.report(None));
}

#[test]
fn the_template_is_toml_and_its_lines_can_be_taken_as_they_are() {
	let template = template(&rules());
	let problems =
		read("founding.toml", &template, |_| Ok(CHARTER.into()), &rules()).expect_err("an empty file");
	assert!(problems.iter().all(|problem| !problem.what.contains("TOML")), "{problems:#?}");
	assert!(problems.iter().any(|problem| problem.what.contains("a state's name")), "{problems:#?}");

	let mut draft = Draft::new();
	let lines = template.split("[parameters]\n").nth(1).expect("the parameters");
	draft.rest = format!("[parameters]\n{}", lines.replace("# season", "season").replace("\n# ", "\n"));
	let founding = draft.accepted();
	assert_eq!(founding.parameters.len(), rules().parameters.len());
	for parameter in &founding.parameters {
		assert_eq!(Some(parameter.value), rules().parameter(&parameter.name).map(|rule| rule.default));
	}
}
