// SPDX-License-Identifier: Apache-2.0
//! The rate's formula.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::Terms;
use sp_runtime::{PerThing, Perquintill};

impl Terms {
	/// The rate of a parcel that nobody has voted on yet.
	pub fn middle(&self) -> Perquintill {
		let sum = u128::from(self.min.deconstruct()).saturating_add(self.max.deconstruct().into());
		self.clamp(sum.checked_div(2).unwrap_or(0))
	}

	/// The rate that follows from the inherited one and the votes, rounded down.
	pub fn rate(&self, inherited: Perquintill, approve: u32, disapprove: u32) -> Perquintill {
		let phantoms = u128::from(self.phantoms);
		let voters = phantoms.saturating_add(approve.into()).saturating_add(disapprove.into());
		// Inherited rates keep within the bounds of today, or an approval could raise a rate. The products are below
		// 2^32 * 2^60, so nothing here clamps.
		let inherited = u128::from(self.clamp(inherited.deconstruct().into()).deconstruct());
		let sum = phantoms
			.saturating_mul(inherited)
			.saturating_add(u128::from(disapprove).saturating_mul(self.max.deconstruct().into()));
		self.clamp(sum.checked_div(voters).unwrap_or(inherited))
	}

	fn clamp(&self, parts: u128) -> Perquintill {
		let parts = u64::try_from(parts).unwrap_or(u64::MAX);
		Perquintill::from_parts(parts.min(Perquintill::ACCURACY)).min(self.max).max(self.min)
	}
}
