// SPDX-License-Identifier: Apache-2.0
//! Whatever the bytes are, the verifier answers. With the toolchain of the day: `cargo +nightly fuzz run verify`; begin
//! with the files of `../vectors` as corpus.

#![no_main]

use civitas_certificate::{passport, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
	// The first bytes are the genesis hash, or the hash of the header that the file itself begins with, so that the
	// checks behind it are reached.
	let mut genesis = [0; 32];
	if let Some((hash, _)) = bytes.split_first_chunk::<32>() {
		genesis = *hash;
	}
	let _ = verify(bytes, &genesis);
	if let Some(own) = civitas_certificate::genesis_of(bytes) {
		let _ = verify(bytes, &own);
		genesis = own;
	}
	let expected =
		passport::Expected { genesis: &genesis, service: "a", challenge: "b", now: u64::MAX, max_age: u64::MAX };
	let _ = passport::check(bytes, &expected);
});
