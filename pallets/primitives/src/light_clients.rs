// SPDX-License-Identifier: Apache-2.0
//! A rule for everyone who writes a check of a free call: read a value, do not only ask whether it exists.
//!
//! A light client checks a transaction with the storage that a full node proves to it. For "does this key exist?", a
//! node proves only the hash of a value over 32 bytes. Light clients of today want the value itself, refuse the
//! transaction, and ban the node for a while. So in whatever decides whether the pool takes a transaction
//! (`feeless_if`, `authorize`, transaction extensions, [`would_succeed`](crate::would_succeed)) and in what pages ask
//! (runtime APIs, view functions), write `Map::get(key).is_some()` or `decode_len`, not `contains_key` or `exists`.
//!
//! The test below finds each `contains_key` and `exists` of this workspace.

use std::{
	collections::BTreeMap,
	fs,
	path::{Path, PathBuf},
};

/// The storage items whose values have at most 32 bytes: to ask whether they exist is harmless.
const SMALL: [(&str, &str); 12] = [
	("census", "LastAttested"),
	("charter", "Milestones"),
	("citizenship", "CitizenIds"),
	("citizenship", "Founder"),
	("citizenship", "PendingRotations"),
	("dividend", "Entitlements"),
	("land", "Declarations"),
	("land", "Tiles"),
	("outside-panel", "EvidenceOf"),
	("outside-panel", "Removals"),
	("roll", "Lots"),
	("roll", "Unbuilt"),
];

/// Larger ones, and how many times at most something asks whether they exist: only calls that always pay a fee and
/// hooks, never a check.
const LARGE: [(&str, &str, usize); 6] = [
	("charter", "Pending", 1),
	("citizenship", "Sentences", 1),
	("land", "Filings", 3),
	("offices", "Holders", 1),
	("outside-panel", "Panels", 1),
	("outside-panel", "Residents", 1),
];

/// Where others' rules hold: what no light client runs.
const ELSEWHERE: [&str; 9] = [
	"benchmarking.rs",
	"benchmarks.rs",
	"invariants.rs",
	"light_clients.rs",
	"migrations",
	"migrations.rs",
	"mock.rs",
	"tests",
	"tests.rs",
];

/// The Rust files under `folder` that the rule holds for.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
	let Ok(entries) = fs::read_dir(folder) else { return };
	for path in entries.map(|entry| entry.expect("it is listed").path()) {
		let name = path.file_name().expect("it has a name").to_string_lossy();
		if ELSEWHERE.contains(&&*name) {
			continue;
		}
		if path.is_dir() {
			sources(&path, found);
		} else if name.ends_with(".rs") {
			found.push(path);
		}
	}
}

/// The storage items that `source` asks for existence, each time it does.
fn asked(source: &str) -> Vec<String> {
	let code = source.lines().map(|line| line.split("//").next().unwrap_or_default());
	let mut items = vec![];
	for line in code {
		for question in ["::contains_key", "::exists()"] {
			for (at, _) in line.match_indices(question) {
				let before = line[..at].trim_end_matches("::<T>").trim_end_matches("::<Runtime>");
				let name = before.rsplit(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
				items.push(name.to_string());
			}
		}
	}
	items
}

#[test]
fn checks_that_light_clients_run_read_values() {
	let pallets = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
	let mut folders: Vec<_> = fs::read_dir(&pallets)
		.expect("the workspace is there")
		.map(|entry| entry.expect("it is listed").path())
		.filter(|path| path.is_dir())
		.collect();
	folders.push(pallets.join("../runtime"));
	let mut uses = BTreeMap::<(String, String), usize>::new();
	let mut files = vec![];
	for folder in folders {
		let pallet = folder.file_name().expect("it has a name").to_string_lossy().into_owned();
		let from = files.len();
		sources(&folder.join("src"), &mut files);
		for file in &files[from..] {
			for item in asked(&fs::read_to_string(file).expect("it is text")) {
				*uses.entry((pallet.clone(), item)).or_default() += 1;
			}
		}
	}
	assert!(
		files.len() > 100 && uses.len() >= 10,
		"the search finds the sources: {} files, {uses:?}",
		files.len()
	);
	for ((pallet, item), times) in uses {
		let small = SMALL.contains(&(pallet.as_str(), item.as_str()));
		let paid =
			LARGE.iter().any(|(p, i, most)| (*p, *i) == (pallet.as_str(), item.as_str()) && times <= *most);
		assert!(
			small || paid,
			"{pallet}: {item} is asked for existence {times} times. Read it instead (`get(..).is_some()`), or name it in \
			 {} if its values have at most 32 bytes or if only paid calls ask.",
			file!()
		);
	}
}

#[test]
fn the_search_sees_what_it_looks_for() {
	let source = "if Map::<T>::contains_key(a) && !pallet_x::Other::<Runtime>::contains_key(b) {}\n\
		// Third::<T>::contains_key(c)\n ok_and(Fourth::<T>::contains_key) || Fifth::<T>::exists()";
	assert_eq!(asked(source), ["Map", "Other", "Fourth", "Fifth"]);
}
