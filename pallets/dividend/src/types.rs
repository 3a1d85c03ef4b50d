//! What the pallet stores, and what its views answer.

use crate::Balance;
use frame_support::pallet_prelude::*;

/// Whether somebody seen in time has a share in a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Entitlement {
	/// They have.
	Due,
	/// They are suspended: it is kept for them until they are reinstated, or until it expires.
	Withheld,
}

/// What a season that is over has yielded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Share {
	/// What each gets.
	pub per_citizen: Balance,
	/// How many have a share.
	pub entitled: u32,
	/// What has not been claimed.
	pub unclaimed: Balance,
}

/// What a citizen may expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DividendInfo {
	/// What they may claim now. Nothing while they are sentenced.
	pub claimable: Balance,
	/// What will be shared when the season is over, as things stand.
	pub pot: Balance,
	/// How many have a share in it, as things stand.
	pub entitled: u32,
	/// What this citizen's share would be if the season ended now.
	pub expected: Balance,
}
