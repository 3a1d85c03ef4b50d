// SPDX-License-Identifier: Apache-2.0
//! What votes weigh beside those of the stock pallet, and so how many fit a second of block time.

use civitas_runtime::Runtime;
use frame_support::weights::{
	constants::{ParityDbWeight, RocksDbWeight, WEIGHT_REF_TIME_PER_SECOND},
	RuntimeDbWeight,
};
use pallet_quadratic_voting::WeightInfo;

/// The measured weights of quadratic voting.
const SOURCE: &str = include_str!("../../../../pallets/quadratic-voting/src/weights.rs");

/// What a vote weighs.
struct Weighed {
	name: &'static str,
	/// Execution, in picoseconds.
	time: u64,
	/// Entries read and written.
	reads: u64,
	writes: u64,
}

/// What `SubstrateWeight` of pallet-conviction-voting 50.0.0 has, the version of the SDK's release that this is built
/// with, measured on 21 February 2025 on an Intel Xeon at 2.60 GHz: somebody's last vote that there is room for, and its
/// change.
const STOCK: [Weighed; 2] = [
	Weighed { name: "conviction, new", time: 132_468_000, reads: 8, writes: 7 },
	Weighed { name: "conviction, changed", time: 333_487_000, reads: 8, writes: 7 },
];

impl Weighed {
	/// A call of ours, as its weight file says.
	fn ours(name: &'static str, function: &str) -> Self {
		let body = SOURCE
			.split_once("for SubstrateWeight<T>")
			.and_then(|(_, rest)| rest.split_once(&format!("fn {function}(")))
			.and_then(|(_, rest)| rest.split_once("\n\t}"))
			.map(|(body, _)| body)
			.expect("the weights of quadratic voting are not measured yet: run scripts/weights");
		let after = |mark: &str| {
			let digits = |text: &str| {
				text.chars()
					.take_while(|c| c.is_ascii_digit() || *c == '_')
					.filter(char::is_ascii_digit)
					.collect::<String>()
			};
			body.split_once(mark).and_then(|(_, rest)| digits(rest).parse().ok())
		};
		let time = after("Weight::from_parts(").expect("it takes some time");
		let weighed =
			Self { name, time, reads: after("reads(").unwrap_or(0), writes: after("writes(").unwrap_or(0) };
		assert!(weighed.reads > 0, "{function} was not measured");
		weighed
	}

	/// The whole weight with this database, in picoseconds.
	fn with(&self, database: RuntimeDbWeight) -> u64 {
		self.time + database.reads_writes(self.reads, self.writes).ref_time()
	}
}

/// Prints the table. A ratio is that of the votes a second to the changes of a conviction vote a second.
pub fn print() {
	let ours = [
		Weighed::ours("quadratic, in secret", "vote_in_secret"),
		Weighed::ours("quadratic, by name", "vote_by_name"),
	];
	type Compiled = <Runtime as pallet_quadratic_voting::Config>::WeightInfo;
	for (weighed, compiled) in ours.iter().zip([Compiled::vote_in_secret(), Compiled::vote_by_name()]) {
		assert_eq!(weighed.with(ParityDbWeight::get()), compiled.ref_time(), "the file is what was compiled");
	}
	println!(
		"vote\texecution, µs\treads\twrites\tvotes a second, ParityDB\tvotes a second, RocksDB\t\
		ratio, ParityDB\tratio, RocksDB"
	);
	let databases = [ParityDbWeight::get(), RocksDbWeight::get()];
	for weighed in ours.iter().chain(&STOCK) {
		let Weighed { name, time, reads, writes } = weighed;
		let seconds = databases.map(|database| WEIGHT_REF_TIME_PER_SECOND / weighed.with(database));
		let ratios = databases.map(|database| STOCK[1].with(database) as f64 / weighed.with(database) as f64);
		println!(
			"{name}\t{:.1}\t{reads}\t{writes}\t{}\t{}\t{:.2}\t{:.2}",
			*time as f64 / 1e6,
			seconds[0],
			seconds[1],
			ratios[0],
			ratios[1]
		);
	}
}
