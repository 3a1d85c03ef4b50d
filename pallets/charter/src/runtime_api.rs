// SPDX-License-Identifier: Apache-2.0
//! What pages and wallets ask about the charter.

// The macro repeats the bounds of the trait on its methods.
#![allow(clippy::multiple_bound_locations)]

use crate::{
	ArticleInfo, Base, ChangeOfVersion, Changes, Entrenchment, FounderInfo, MilestoneInfo, ParameterInfo,
	ParameterList, PendingAmendment, PendingInfo, VersionRecord,
};
use alloc::vec::Vec;
use civitas_primitives::{ArticleNumber, CharterRef};
use parity_scale_codec::Codec;
use sp_core::H256;
use sp_runtime::DispatchError;

sp_api::decl_runtime_apis! {
	/// The charter, for pages and wallets.
	pub trait CharterApi<BlockNumber: Codec, Parameter: Codec> {
		/// The charter in force: version and hash.
		fn charter() -> CharterRef;

		/// Its text: the preamble (number zero, whose title is the commandment) and the articles in force, in order.
		fn text() -> Vec<ArticleInfo>;

		/// An article as of one of its versions, or of its last one, which may be its repeal.
		fn article(number: ArticleNumber, version: Option<u32>) -> Option<ArticleInfo>;

		/// One version of the charter: its hash, when and by whom it was made, and what it changed.
		fn version(version: u32) -> Option<VersionRecord<BlockNumber, Parameter>>;

		/// What one version changed, in full. Its hash is Blake2-256 over the hash of the version before (32 zero
		/// bytes before the first) and the bytes of this answer.
		fn change(version: u32) -> Option<ChangeOfVersion<Parameter>>;

		/// The amendments that wait, without their texts.
		fn pending() -> Vec<PendingInfo<BlockNumber, Parameter>>;

		/// An amendment that waits, with its text.
		fn amendment(id: H256) -> Option<PendingAmendment<BlockNumber, Parameter>>;

		/// What an amendment of today's charter must name as its base, or why there is none.
		fn base_for(
			changes: Changes,
			parameters: ParameterList<Parameter>,
		) -> Result<Base<Parameter>, DispatchError>;

		/// Every parameter: the value in effect, the one to be, its article, its entrenchment, floor and ceiling.
		fn parameters() -> Vec<ParameterInfo<Parameter>>;

		/// Which track an amendment of today's charter needs, or why it cannot be made.
		fn track_for(
			changes: Changes,
			parameters: ParameterList<Parameter>,
		) -> Result<Entrenchment, DispatchError>;

		/// The article that a parameter stands under, and how entrenched both are.
		fn parameter_article(parameter: Parameter) -> (ArticleNumber, Entrenchment);

		/// The founder and what they may do now.
		fn founder() -> FounderInfo;

		/// The milestones that the community has reached.
		fn milestones() -> Vec<MilestoneInfo>;
	}
}
