//! Measures what calls cost as the state grows.
//!
//! Usage: `growth TOPIC [SIZE]...`. For each size, a state of that size is seeded as the pallets themselves would have
//! written it, the same calls are made in it, and the time per call and the size of the proof of what a call touched
//! are printed. The smallest state must pass every pallet's invariants, before the calls and after them, unless it is
//! too large for that.
//!
//! | topic | grows | calls |
//! | --- | --- | --- |
//! | `people` | citizens | an admission, an attestation |
//! | `votes` | citizens | a secret vote, its change, a vote by name |
//! | `polls` | open polls | a secret vote: alone in its block, in a block in which every other poll had one, and again |
//! | `property` | parcels and citizens | a neighbour's vote, a settlement, a bid, a foreclosure, a claim |
//! | `homes` | parcels and citizens | what the register, holders and bidders do besides, see `homes.rs` |
//! | `map` | parcels and citizens | what pages ask, see `map.rs` |
//! | `weights` | nothing | prints what votes weigh beside those of the stock pallet |
//!
//! Calls that can be free include the test that spares the fee. Signatures and fees are in no figure. The state is a
//! real trie in memory. *Warm* times follow upon the same call; before *cold* ones, everything was pushed out of the
//! processor's caches. What disks add is in neither.
//!
//! Run it with `scripts/bench/growth`, which also draws the plots.

mod homes;
mod map;
mod measure;
mod people;
mod property;
mod town;
mod votes;
mod weights;

use measure::Cost;
use sp_io::TestExternalities;
use std::time::{Duration, Instant};

/// The numbers of citizens and parcels unless arguments name others.
const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// The largest state whose invariants are checked.
const CHECKED: u32 = 100_000;

/// The numbers of open polls unless arguments name others.
const POLLS: [u32; 4] = [1, 10, 100, 1_000];

fn main() {
	let mut arguments = std::env::args().skip(1);
	let topic = arguments.next().unwrap_or_default();
	let sizes: Vec<u32> = arguments.map(|size| size.parse().expect("each size is a number")).collect();
	let or = |default: [u32; 4]| if sizes.is_empty() { default.to_vec() } else { sizes.clone() };
	match topic.as_str() {
		"people" => table("citizens", &or(SIZES), &["admit", "attest"], people::seeded, people::costs),
		"votes" => {
			let calls = ["vote", "changed vote", "vote by name"];
			table("citizens", &or(SIZES), &calls, votes::seeded_citizens, votes::costs_by_citizens)
		}
		"polls" => {
			let calls = ["vote", "vote among all", "vote again"];
			table("open polls", &or(POLLS), &calls, votes::seeded_polls, votes::costs_by_polls)
		}
		"property" => {
			let calls = ["vote", "settle", "bid", "foreclose", "claim"];
			table("parcels", &or(SIZES), &calls, property::seeded, property::costs)
		}
		"homes" => table("parcels", &or(SIZES), &homes::CALLS, property::seeded, homes::costs),
		"map" => table("parcels", &or(SIZES), &map::QUESTIONS, property::seeded, map::costs),
		"weights" => weights::print(),
		_ => {
			eprintln!("Usage: growth people|votes|polls|property|homes|map|weights [SIZE]...");
			std::process::exit(2);
		}
	}
}

/// Prints a row for each size: the size, then both times and the proof of each call.
fn table(
	grows: &str,
	sizes: &[u32],
	calls: &[&str],
	seeded: fn(u32) -> TestExternalities,
	costs: fn(&mut TestExternalities, u32) -> Vec<Cost>,
) {
	let columns: String = calls
		.iter()
		.map(|call| format!("\t{call}, warm, µs\t{call}, cold, µs\t{call}, proof bytes"))
		.collect();
	println!("{grows}{columns}");
	let smallest = sizes.iter().min().copied();
	for size in sizes.iter().copied() {
		let started = Instant::now();
		let mut ext = seeded(size);
		eprintln!("{size} {grows} seeded in {:.0} s, with {}", started.elapsed().as_secs_f64(), memory());
		let is_checked = Some(size) == smallest && size <= CHECKED;
		if is_checked {
			ext.execute_with(civitas_tests::check_invariants);
		}
		let costs = costs(&mut ext, size);
		if is_checked {
			ext.execute_with(civitas_tests::check_invariants);
		}
		let row: String = costs
			.iter()
			.map(|cost| format!("\t{:.1}\t{:.1}\t{}", micros(cost.warm), micros(cost.cold), cost.proof))
			.collect();
		println!("{size}{row}");
	}
}

/// A time in microseconds.
fn micros(time: Duration) -> f64 {
	time.as_secs_f64() * 1e6
}

/// The most memory that this process has used, as Linux knows it.
fn memory() -> String {
	let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
	let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
	peak.map_or_else(|| "unknown memory".into(), |peak| format!("{} of memory", peak.trim()))
}
