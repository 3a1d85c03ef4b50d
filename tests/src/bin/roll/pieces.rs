//! Where the time goes when the node's executor checks a proof or builds a ring.

use crate::{native::Proven, *};
use verifiable::ring::{ark_vrf::reexports::ark_serialize::CanonicalSerialize, RingDomainSize};

/// The steps of a check, in order, as the guest exports them.
const STEPS: [(&str, &str); 5] = [
	("ring context", "context"),
	("verifier's part of the powers of tau", "params"),
	("decode the ring, make its verifier", "decode_ring"),
	("decode the proof, check its points", "decode_proof"),
	("hash the context to the curve", "hash"),
];

struct Bench {
	guest: Guest,
	ext: TestExternalities,
}

impl Bench {
	fn time(&mut self, method: &str, times: u8, data: &[u8]) -> f64 {
		let input = [&[times], data].concat();
		best(|| keep(self.guest.call(&mut self.ext, method, &input)))
	}

	/// What the first repetition in a call costs, and each that follows.
	fn cold_and_warm(&mut self, method: &str, data: &[u8]) -> (f64, f64) {
		let [none, one, four] = [0, 1, 4].map(|times| self.time(method, times, data));
		(one - none, (four - one) / 3.0)
	}
}

pub fn print(guest: &[u8]) {
	let mut bench = Bench { guest: Guest::new(guest), ext: TestExternalities::default() };
	let proven = Proven::new(RingDomainSize::Domain11, RING).bytes();
	let wide = Proven::new(RingDomainSize::Domain12, WIDE);
	let members = keys(0, RING).concat();
	let mut wide_members = vec![];
	native::points(RingDomainSize::Domain12)
		.serialize_uncompressed(&mut wide_members)
		.expect("memory can be written");
	wide_members.extend(wide.keys.concat());
	let wide_proven = wide.bytes();

	println!(
		"A call that does nothing takes {:.2} ms, which is not in these figures.\n",
		bench.time("nothing", 0, &proven)
	);
	println!(
		"| check of a proof in the executor, ms | host functions: first | again | pure Wasm: first | again |"
	);
	println!("| --- | ---: | ---: | ---: | ---: |");
	let mut sums = [0.0; 4];
	for (name, step) in STEPS {
		let hosted = bench.cold_and_warm(&format!("{step}_hosted"), &proven);
		let plain = bench.cold_and_warm(&format!("{step}_plain"), &proven);
		// The context and the powers are kept, so that later checks in the same call do without.
		let (hosted_warm, plain_warm) = match step {
			"context" | "params" => (0.0, 0.0),
			_ => (hosted.1, plain.1),
		};
		let row = [hosted.0, hosted_warm, plain.0, plain_warm];
		for (sum, time) in sums.iter_mut().zip(row) {
			*sum += time;
		}
		print_row(name, row);
	}
	let mut both = |method: &str, data: &[u8]| {
		let hosted = bench.cold_and_warm(&format!("{method}_hosted"), data);
		let plain = bench.cold_and_warm(&format!("{method}_plain"), data);
		[hosted.0, hosted.1, plain.0, plain.1]
	};
	let whole = both("verify", &proven);
	let rest = [0, 1, 2, 3].map(|n| whole[n] - sums[n]);
	print_row("the rest: challenges, sums of points, two pairings", rest);
	print_row(&format!("**check, ring of {RING}**"), whole);
	print_row("the crate's check of a single proof, for comparison", both("single", &proven));
	print_row("each of eight proofs checked together", both("eight", &proven).map(|time| time / 8.0));
	// The suites' caches keep the larger context in pure Wasm alone.
	let (hosted, plain) = (
		bench.cold_and_warm("verify_wide_hosted", &wide_proven),
		bench.cold_and_warm("verify_wide_plain", &wide_proven),
	);
	let context = bench.cold_and_warm("context_wide_hosted", &wide_proven).1;
	print_row(&format!("**check, ring of {WIDE}**"), [hosted.0, hosted.1 - context, plain.0, plain.1]);

	println!(
		"\n| build of a ring in the executor, ms | host functions | per member | pure Wasm | per member |"
	);
	println!("| --- | ---: | ---: | ---: | ---: |");
	let (one_hosted, one_plain) = (
		bench.cold_and_warm("commit_hosted", &members[..32]).0,
		bench.cold_and_warm("commit_plain", &members[..32]).0,
	);
	println!("| ring of 1 | {one_hosted:.2} | | {one_plain:.2} | |");
	let (hosted, plain) =
		(bench.cold_and_warm("commit_hosted", &members).0, bench.cold_and_warm("commit_plain", &members).0);
	let each = f64::from(RING);
	println!("| ring of {RING} | {hosted:.1} | {:.3} | {plain:.1} | {:.3} |", hosted / each, plain / each);
	let hosted = bench.cold_and_warm("commit_wide_hosted", &wide_members).0;
	println!("| ring of {WIDE} | {hosted:.1} | {:.3} | | |\n", hosted / f64::from(WIDE));

	println!("| of a ring of {RING}, ms | host functions | pure Wasm |\n| --- | ---: | ---: |");
	let pieces = [
		("decode the keys", "keys"),
		("the same, and check again that each is a key", "checked_keys"),
		("two sums of points", "sums"),
	];
	for (name, piece) in pieces {
		let hosted = bench.cold_and_warm(&format!("{piece}_hosted"), &members).1;
		let plain = bench.cold_and_warm(&format!("{piece}_plain"), &members).1;
		println!("| {name} | {hosted:.1} | {plain:.1} |");
	}
	println!();
}

fn print_row(name: &str, times: [f64; 4]) {
	let cells = times.map(|time| if time == 0.0 { String::from("kept") } else { format!("{time:.2}") });
	println!("| {name} | {} |", cells.join(" | "));
}
