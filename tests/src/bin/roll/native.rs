// SPDX-License-Identifier: Apache-2.0
//! The cryptography in native code, as wallets, tests and the host functions run it.

use crate::*;
use verifiable::ring::{
	ark_vrf::ring::RingBuilderPcsParams, make_ring_context, ring_verifier_builder_params, MembersCommitment,
	RingDomainSize, StaticChunk,
};

/// A ring of any size with a proof by one of its members.
pub struct Proven {
	pub domain: RingDomainSize,
	pub keys: Vec<RollKey>,
	pub ring: MembersCommitment<PlainSuite>,
	pub proof: <Scheme as GenerateVerifiable>::Proof,
}

impl Proven {
	pub fn new(domain: RingDomainSize, size: u32) -> Self {
		let keys = keys(0, size);
		let ring = build(domain, &keys);
		let proof = prove(domain, &keys);
		Self { domain, keys, ring, proof }
	}

	fn verify(&self) -> bool {
		Scheme::validate(self.domain, &self.proof, &self.ring, CONTEXT, MESSAGE).is_ok()
	}

	/// The ring's commitment and the proof, one after the other.
	pub fn bytes(&self) -> Vec<u8> {
		[self.ring.encode(), self.proof.to_vec()].concat()
	}
}

/// The points that rings of this size are built from.
pub fn points(domain: RingDomainSize) -> RingBuilderPcsParams<PlainSuite> {
	ring_verifier_builder_params(domain)
}

fn build(domain: RingDomainSize, keys: &[RollKey]) -> MembersCommitment<PlainSuite> {
	let RingBuilderPcsParams(points) = points(domain);
	let mut ring = Scheme::start_members(domain);
	let chunks = |range: std::ops::Range<usize>| {
		points.get(range).map(|points| points.iter().copied().map(StaticChunk).collect()).ok_or(())
	};
	Scheme::push_members(&mut ring, keys.iter().copied(), chunks).expect("they are keys");
	Scheme::finish_members(ring)
}

fn prove(domain: RingDomainSize, keys: &[RollKey]) -> <Scheme as GenerateVerifiable>::Proof {
	let opened = Scheme::open(domain, &keys[100], keys.iter().copied()).expect("it is there");
	Scheme::create(opened, &secret(100), CONTEXT, MESSAGE).expect("it proves").0
}

pub fn print() {
	println!("| native, ms | ring of {RING} | ring of {WIDE} |\n| --- | ---: | ---: |");
	let rings = [Proven::new(RingDomainSize::Domain11, RING), Proven::new(RingDomainSize::Domain12, WIDE)];
	let row = |name: &str, [small, wide]: [f64; 2]| println!("| {name} | {small:.2} | {wide:.2} |");
	let all = |work: &dyn Fn(&Proven)| rings.each_ref().map(|ring| best(|| work(ring)));
	let built = all(&|ring| keep(build(ring.domain, &ring.keys)));
	row("build, plain suite", built);
	row("build, plain suite, per member", [built[0] / f64::from(RING), built[1] / f64::from(WIDE)]);
	row("prove", all(&|ring| keep(prove(ring.domain, &ring.keys))));
	row("verify, plain suite", all(&|ring| assert!(ring.verify())));
	row("ring context", all(&|ring| keep(make_ring_context::<PlainSuite>(ring.domain))));

	// The hosted suite reaches the same code through the host functions' encodings.
	let [Proven { keys, ring, proof, .. }, _] = &rings;
	let (ring, proof) = (ring.encode().try_into(), proof.to_vec().try_into());
	let (ring, proof) = (ring.expect("it has its length"), proof.expect("it has its length"));
	let one = |name: &str, ms: f64| println!("| {name} | {ms:.2} | |");
	let built = best(|| keep(HostRings::commit(keys)));
	one("build, hosted suite", built);
	one("build, hosted suite, per member", built / f64::from(RING));
	one("verify, hosted suite", best(|| assert!(HostRings::verify(&ring, CONTEXT, MESSAGE, &proof).is_ok())));
	one(
		"verify, plain suite, by bytes",
		best(|| assert!(PlainRings::verify(&ring, CONTEXT, MESSAGE, &proof).is_ok())),
	);
	println!();
}
