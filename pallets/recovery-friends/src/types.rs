// SPDX-License-Identifier: Apache-2.0
//! What the pallet stores.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use civitas_primitives::CitizenId;
use frame_support::traits::ConstU32;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::BoundedVec;

/// The most friends that a citizen can name.
pub const MAX_FRIENDS: u32 = 9;

/// The fewest friends who must agree. Nobody moves a citizenship alone.
pub const MIN_NEEDED: u32 = 2;

/// Some friends, in ascending order.
pub type Friends = BoundedVec<CitizenId, ConstU32<MAX_FRIENDS>>;

/// A citizen's recovery friends.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Circle {
	/// The friends, in ascending order.
	pub friends: Friends,
	/// How many of them must agree.
	pub needed: u32,
}

/// A recovery under way.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Recovery<AccountId, BlockNumber> {
	/// Which friend has named which account.
	pub support: BoundedVec<(CitizenId, AccountId), ConstU32<MAX_FRIENDS>>,
	/// The account on which enough friends agree, and since which block.
	pub agreed: Option<(AccountId, BlockNumber)>,
}

impl<AccountId, BlockNumber> Default for Recovery<AccountId, BlockNumber> {
	fn default() -> Self {
		Self { support: BoundedVec::new(), agreed: None }
	}
}

impl<AccountId: PartialEq + Clone, BlockNumber> Recovery<AccountId, BlockNumber> {
	/// The account that `friend` has named.
	pub fn named_by(&self, friend: CitizenId) -> Option<&AccountId> {
		self.support.iter().find(|(supporter, _)| *supporter == friend).map(|(_, account)| account)
	}

	/// Whether at least `needed` friends have named `account`.
	pub fn is_agreed(&self, account: &AccountId, needed: u32) -> bool {
		let count = self.support.iter().filter(|(_, named)| named == account).count();
		u32::try_from(count).is_ok_and(|count| count >= needed)
	}

	/// Starts, keeps or ends the period after a change of the support. Returns whether it starts.
	pub fn settle(&mut self, needed: u32, now: BlockNumber) -> bool {
		if self.agreed.as_ref().is_some_and(|(account, _)| self.is_agreed(account, needed)) {
			return false;
		}
		let account = self.support.iter().map(|(_, account)| account);
		let account = account.filter(|account| self.is_agreed(account, needed)).next().cloned();
		self.agreed = account.map(|account| (account, now));
		self.agreed.is_some()
	}
}
