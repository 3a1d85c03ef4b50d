// SPDX-License-Identifier: Apache-2.0
//! What pages and wallets ask about citizenship in one call.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{ApplicationInfo, CitizenInfo, IntakeInfo};
use alloc::vec::Vec;
use civitas_primitives::{CharterRef, CitizenId, Headcount, RollKey};
use parity_scale_codec::Codec;

sp_api::decl_runtime_apis! {
	/// Citizenship, for pages and wallets.
	pub trait CitizenshipApi<AccountId: Codec, Balance: Codec, BlockNumber: Codec> {
		/// The citizen behind an account, with their public record, what they may still do this season, and what waits to
		/// happen to them.
		fn citizen_of(account: AccountId) -> Option<CitizenInfo<AccountId, BlockNumber>>;

		/// A citizen's public record, what they may still do this season, and what waits to happen to them.
		fn citizen(id: CitizenId) -> Option<CitizenInfo<AccountId, BlockNumber>>;

		/// An open application: what is missing, since when it is complete, until when it can be challenged, whether the
		/// applicant must accept a newer charter, from when anyone may close it.
		fn application(applicant: AccountId) -> Option<ApplicationInfo<AccountId, Balance, BlockNumber>>;

		/// How many citizens there are, by standing.
		fn headcount() -> Headcount;

		/// How many people have joined this season, and how many can.
		fn intake() -> IntakeInfo;

		/// The charter that applicants accept today.
		fn charter() -> CharterRef;

		/// The message to sign with a roll key's secret to register the key for an account.
		fn possession_message(account: AccountId, roll_key: RollKey) -> Vec<u8>;
	}
}
