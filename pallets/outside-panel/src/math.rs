// SPDX-License-Identifier: Apache-2.0
//! Drawing lots without writing them down: a permutation that a seed fixes.
//!
//! A panel of k out of n slots is those whose place in a random order is below k. The order is a keyed permutation of
//! 0..n, so that each place is taken once; it is computed for one slot at a time, and nothing of it is stored.
//!
//! The permutation is a Feistel network over pairs of numbers below m, where m² is the least square not below n, and
//! *cycle walking*: whatever falls outside 0..n is permuted again, until it falls inside. Both are from J. Black and
//! P. Rogaway, "Ciphers with Arbitrary Finite Domains", CT-RSA 2002 (<https://eprint.iacr.org/2001/012>). The rounds
//! are keyed by BLAKE2b-256; ten of them, as NIST SP 800-38G has for domains as small as these.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use parity_scale_codec::Encode;
use sp_core::H256;
use sp_io::hashing::blake2_256;

/// Rounds of the Feistel network.
const ROUNDS: u8 = 10;

/// How often a walk permutes.
///
/// At most 2 * sqrt(n) pairs are outside of 0..n. Up to n = 289 those are 32, and a walk is through with them after
/// 33 steps. Above, the chance that so many steps in a row stay outside is below 10^-30, and whoever met with it
/// would simply not be drawn.
const MAX_WALK: u8 = 34;

/// A random order of `size` slots.
pub struct Order {
	seed: H256,
	size: u64,
	/// The least number whose square is not below the size; one at least.
	side: u64,
}

impl Order {
	/// The order of `size` slots that `seed` fixes.
	pub fn new(seed: H256, size: u32) -> Self {
		let root = size.saturating_sub(1).isqrt();
		Self { seed, size: size.into(), side: u64::from(root).saturating_add(1) }
	}

	/// The place of `slot` in the order. `None` if there is no such slot.
	pub fn place(&self, slot: u32) -> Option<u32> {
		self.walk(slot, |pair| self.forward(pair))
	}

	/// The slot that has `place` in the order. `None` if there is no such place.
	pub fn slot(&self, place: u32) -> Option<u32> {
		self.walk(place, |pair| self.backward(pair))
	}

	fn walk(&self, from: u32, step: impl Fn((u64, u64)) -> (u64, u64)) -> Option<u32> {
		let mut at = u64::from(from);
		if at >= self.size {
			return None;
		}
		for _ in 0..MAX_WALK {
			let pair = (at.checked_div(self.side)?, at.checked_rem(self.side)?);
			let (high, low) = step(pair);
			at = high.checked_mul(self.side)?.checked_add(low)?;
			if at < self.size {
				return u32::try_from(at).ok();
			}
		}
		None
	}

	fn forward(&self, pair: (u64, u64)) -> (u64, u64) {
		(0..ROUNDS).fold(pair, |(left, right), round| {
			let key = self.round_key(round, right);
			(right, self.reduce(left.saturating_add(key)))
		})
	}

	fn backward(&self, pair: (u64, u64)) -> (u64, u64) {
		(0..ROUNDS).rev().fold(pair, |(left, right), round| {
			let key = self.round_key(round, left);
			(self.reduce(right.saturating_add(self.side).saturating_sub(key)), left)
		})
	}

	/// A number below the side, which is at most 2^16: no value is likelier than another by more than 2^-47.
	fn round_key(&self, round: u8, half: u64) -> u64 {
		let hash = blake2_256(&(self.seed, round, half).encode());
		let first = hash.first_chunk::<8>().copied().unwrap_or_default();
		self.reduce(u64::from_le_bytes(first))
	}

	fn reduce(&self, number: u64) -> u64 {
		number.checked_rem(self.side).unwrap_or(0)
	}
}

/// How many places sit on a panel of `panel` out of `residents` in `slots`.
///
/// Slots that nobody holds any more can be drawn, too, and stay empty. So that many more are drawn that as many
/// residents as the panel has seats can be expected; if all slots are held, exactly so many.
pub fn seats(panel: u32, slots: u32, residents: u32) -> u32 {
	// The product of two 32-bit numbers.
	let drawn = u64::from(panel).saturating_mul(slots.into());
	match drawn.checked_add(u64::from(residents.saturating_sub(1))).map(|it| it.checked_div(residents.into()))
	{
		Some(Some(seats)) => u32::try_from(seats).unwrap_or(slots).min(slots),
		_ => 0,
	}
}
