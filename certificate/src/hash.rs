// SPDX-License-Identifier: Apache-2.0
//! The hash functions of the chain's blocks and state.

use crate::Hash;
use alloc::vec::Vec;
use blake2::{
	digest::consts::{U16, U32},
	Blake2b, Digest,
};
use core::hash::Hasher;
use twox_hash::XxHash64;

/// Blake2b with 32 bytes.
pub fn blake2_256(bytes: &[u8]) -> Hash {
	Blake2b::<U32>::digest(bytes).into()
}

/// `Blake2_128Concat`: a hash of 16 bytes, then the key itself.
pub fn blake2_128_concat(key: &[u8]) -> Vec<u8> {
	let mut hashed = Blake2b::<U16>::digest(key).to_vec();
	hashed.extend_from_slice(key);
	hashed
}

fn xx(seed: u64, bytes: &[u8]) -> [u8; 8] {
	let mut hasher = XxHash64::with_seed(seed);
	hasher.write(bytes);
	hasher.finish().to_le_bytes()
}

/// `Twox64Concat`: a hash of 8 bytes, then the key itself.
pub fn twox_64_concat(key: &[u8]) -> Vec<u8> {
	let mut hashed = xx(0, key).to_vec();
	hashed.extend_from_slice(key);
	hashed
}

/// `twox_128`: what the names of pallets and entries become in storage keys.
pub fn twox_128(name: &[u8]) -> Vec<u8> {
	[xx(0, name), xx(1, name)].concat()
}
