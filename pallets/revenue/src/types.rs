// SPDX-License-Identifier: Apache-2.0
//! What the pallet stores.

use crate::Balance;
use frame_support::pallet_prelude::*;

/// All that was ever collected, and to whom it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Totals {
	/// All of it.
	pub collected: Balance,
	/// The citizens' part.
	pub dividend: Balance,
	/// The treasury's part.
	pub treasury: Balance,
	/// The territories' part.
	pub purses: Balance,
}
