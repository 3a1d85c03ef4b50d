//! What the pallet tells.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A new version of the charter is in force. The parameters that it set have events of their own.
		Amended {
			/// The version until now.
			old: CharterRef,
			/// The version from now on.
			new: CharterRef,
			/// The author of the amendment.
			author: Author,
			/// The articles that changed, with the version that each has from now on.
			articles: Vec<VersionedArticle>,
		},
		/// Citizens have passed an amendment by referendum. It is no law yet.
		Passed {
			/// The amendment's name.
			amendment: H256,
			/// The name of its text.
			text: H256,
			/// The hardest thing that the referendum's track may change.
			track: Entrenchment,
			/// The event or time that it waits for.
			brake: Brake,
		},
		/// The founder has announced an ordinary amendment, which becomes law after a season unless it is rejected.
		Announced {
			/// The amendment's name.
			amendment: H256,
			/// The name of its text.
			text: H256,
		},
		/// The founder has taken an announcement back.
		Withdrawn {
			/// The amendment's name.
			amendment: H256,
		},
		/// Citizens have rejected, by referendum, what the founder had announced.
		Rejected {
			/// The amendment's name.
			amendment: H256,
			/// The name of its text, which the founder cannot announce again for some seasons.
			text: H256,
		},
		/// The founder has consented to what citizens have passed, which is law with this.
		Consented {
			/// The amendment's name.
			amendment: H256,
		},
		/// The founder has vetoed what citizens have passed.
		Vetoed {
			/// The amendment's name.
			amendment: H256,
			/// The name of its text, which cannot be vetoed a second time in the Shared tier.
			text: H256,
		},
		/// Two thirds of the citizens have made law of what the founder had vetoed.
		VetoOverridden {
			/// The name of the text.
			text: H256,
		},
		/// A waiting amendment that could never be law has been cleared away.
		Discarded {
			/// The amendment's name.
			amendment: H256,
			/// Why.
			futility: Futility,
		},
		/// A parameter's new value is law and takes effect with the first block of a later season.
		ParameterDeferred {
			/// The parameter with its new value.
			parameter: ParameterOf<T>,
			/// The season.
			from: SeasonIndex,
		},
		/// A parameter keeps the value that it has: another one that was to take effect later will not.
		ParameterKept {
			/// The parameter with its value.
			parameter: ParameterOf<T>,
		},
		/// The community has reached a milestone, recorded for ever.
		MilestoneReached {
			/// Which one.
			milestone: Milestone,
			/// The season whose census reached it.
			season: SeasonIndex,
		},
	}
}
