//! The charter: the constitution and all its versions, how it is amended, and how a founder's powers end.
//!
//! # Overview
//!
//! The charter is a preamble, which holds the community's one commandment, and numbered articles. Each amendment
//! makes a new version of it; every version of every article stays readable for ever, and a chain of hashes binds
//! each version to all before it. The parameters of the state stand under the articles and are amended like them.
//!
//! Citizens amend by referendum. What is ordinary takes the track for amendments, what is entrenched the entrenched
//! track. A founder begins with more power than the others, and loses it step by step as the census grows; no call
//! of this pallet gives any of it back.
//!
//! | tier | what the founder may do | what citizens' amendments need |
//! | --- | --- | --- |
//! | Founding | amend at once, appoint, announce, consent, veto | the founder's consent: the vote is advice |
//! | Consultative | announce ordinary amendments, consent, veto | the founder's consent |
//! | Shared | veto each text once | the end of the veto period, or the entrenched track after a veto |
//! | Community | nothing | nothing more |
//!
//! By themselves, founders set no entrenched parameter and change no entrenchment, in any tier: a founder who could
//! stretch the seasons or raise the price of joining could stop the growth that ends a founder's powers. How entrenched
//! a change is, is read from the charter before the change. The first version binds every parameter's value.
//!
//! An amendment that changes nothing is refused. A text that citizens have rejected cannot be announced again for some
//! seasons, and a founder announces only so much in one season.
//!
//! Where there is no founder, citizens' amendments need nothing more in any tier. A suspended founder can do nothing,
//! but is still asked: suspension is no way around consent, revocation is.
//!
//! # Life cycle
//!
//! 1. A referendum passes and calls [`Pallet::amend`] with its track's origin. The amendment becomes law at once, or
//!    waits as the table says. The founder calls it too, in the Founding tier.
//! 2. The founder gives [`Pallet::consent`] or [`Pallet::veto`].
//! 3. [`Pallet::enact`]: anyone makes law of what has waited long enough.
//! 4. [`Pallet::announce`]: the founder announces an ordinary amendment. After a season's notice anyone may enact it,
//!    unless citizens [`Pallet::reject`] it by referendum or the founder calls [`Pallet::withdraw`].
//! 5. [`Pallet::discard`]: anyone clears away what can never be law.
//! 6. [`Pallet::step_down`], or [`Pallet::remove_founder`] in the Community tier, ends the founder's office.
//!
//! # Example
#![doc = docify::embed!("src/tests/amending.rs", citizens_amend_an_article_and_its_old_text_stays_readable)]
//!
//! # Terms
//!
//! - *Base*: the version of each article that an amendment touches and the value of each parameter that it sets. Once
//!   one of them is another, the amendment is stale. What it does not touch may change meanwhile.
//! - *Track*: whose decision it is; it says how hard a thing it may change, see [`Entrenchment`].
//! - *Text* of an amendment: its changes and parameters, whatever the base. A founder in the Shared tier can veto a
//!   text once, and never again on a later base.
//! - *Deferred*: a parameter of land or money takes effect a whole season after its amendment. It is law, and in the
//!   chain of hashes, from the amendment on; nobody reads it before.
//!
//! # Who pays
//!
//! The versions are kept for ever and nobody pays for them: each needs a law, or the founder in the Founding tier, who
//! pays fees. What waits is limited in number and removed when it is enacted, vetoed, rejected, withdrawn or
//! discarded. A veto is remembered for ever: one hash for each amendment that citizens have passed.
//!
//! # Invariants
//!
//! - **I1** The charter in force is the last version, and each version's hash follows from the one before it and from
//!   what it changed.
//! - **I2** Each article has all its versions and no other; each came by exactly one version of the charter.
//! - **I3** What was repealed stays so, and the preamble is in force and entrenched.
//! - **I4** What waits is named by its content, was written for versions of articles that there were, and is no more
//!   than its limits allow.
//! - **I5** Each veto names a version that there was.
//! - **I6** Each milestone was reached by the census of its season.
//! - **I7** Each deferred parameter is deferred once, is not the value in effect, and waits two seasons at most.
//! - **I8** Each rejection names another text, and none lies in the future.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use impls::CurrentCharter;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod amending;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod events;
mod founder;
mod impls;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
pub mod migrations;
#[cfg(test)]
mod mock;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

use alloc::vec::Vec;
use civitas_primitives::{
	ArticleNumber, Calendar, CharterRef, Citizenry, ConstitutionalParameters, FounderPower, Founders,
	ParameterFault, Population, SeasonIndex, Tiers,
};
use frame_support::{pallet_macros::import_section, pallet_prelude::*};
use frame_system::pallet_prelude::*;
use sp_core::H256;

/// A parameter with its new value.
pub type ParameterOf<T> = <<T as Config>::Parameters as ConstitutionalParameters>::Parameter;
/// Parameters and their new values.
pub type ParametersOf<T> = ParameterList<ParameterOf<T>>;
/// What an amendment is written for.
pub type BaseOf<T> = Base<ParameterOf<T>>;
/// A parameter's value that takes effect later.
pub type DeferredParameterOf<T> = DeferredParameter<ParameterOf<T>>;
/// All values that take effect later.
pub type DeferredOf<T> = BoundedVec<DeferredParameterOf<T>, ConstU32<MAX_ALL_PARAMETERS>>;
/// An amendment.
pub type AmendmentOf<T> = Amendment<ParameterOf<T>>;
/// An amendment that waits.
pub type PendingOf<T> = PendingAmendment<BlockNumberFor<T>, ParameterOf<T>>;
/// A version of the charter.
pub type VersionRecordOf<T> = VersionRecord<BlockNumberFor<T>, ParameterOf<T>>;

#[import_section(events::events)]
#[import_section(errors::errors)]
/// The charter: the constitution of the state, every version of it, and the parameters that it sets.
///
/// Citizens amend it by referendum. A founder's powers over it end step by step as the state grows.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The civic calendar. A season is the notice of a founder's amendment.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// Who is a citizen, and in full standing.
		type Citizenry: Citizenry<Self::AccountId>;

		/// Who the founder is.
		type Founders: Founders;

		/// How far power has moved outward.
		type Tiers: Tiers;

		/// What the census has found.
		type Population: Population;

		/// The parameters that stand under the articles.
		type Parameters: ConstitutionalParameters;

		/// The tracks of referenda that amend. The success value is the hardest thing that a track may change.
		type AmendmentOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Entrenchment>;

		/// For how many blocks the founder can veto what citizens have passed, in the Shared tier.
		type VetoPeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks what citizens have passed waits for the founder's consent.
		type ConsentPeriod: Get<BlockNumberFor<Self>>;

		/// For how many seasons the founder cannot announce again what citizens have rejected. At most
		/// [`MAX_REJECTION_SEASONS`].
		type RejectionSeasons: Get<SeasonIndex>;

		/// How many active citizens the milestone of population needs.
		#[pallet::constant]
		type PopulationGoal: Get<u32>;

		/// What each call and the hook weigh.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The charter in force.
	#[pallet::storage]
	pub type InForce<T: Config> = StorageValue<_, CharterRef, ValueQuery>;

	/// Every version of the charter, from 1. Kept for ever.
	// Versions are numbered by the chain.
	#[pallet::storage]
	pub type Versions<T: Config> = StorageMap<_, Twox64Concat, u32, VersionRecordOf<T>>;

	/// The last version of each article, repealed ones too. Number zero is the preamble. Kept for ever.
	// Articles are numbered by the chain.
	#[pallet::storage]
	pub type LastVersions<T: Config> = StorageMap<_, Twox64Concat, ArticleNumber, u32>;

	/// Every version of every article, by number and version. Kept for ever.
	// As above.
	#[pallet::storage]
	pub type Articles<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ArticleNumber, Twox64Concat, u32, Article>;

	/// The number that the next article gets.
	#[pallet::storage]
	pub type NextArticle<T: Config> = StorageValue<_, ArticleNumber, ValueQuery>;

	/// The amendments that wait, by name. Removed when they are enacted or come to nothing.
	#[pallet::storage]
	pub type Pending<T: Config> = StorageMap<_, Blake2_128Concat, H256, PendingOf<T>>;

	/// How many amendments of citizens wait.
	#[pallet::storage]
	pub type Passed<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// How many amendments of the founder wait.
	#[pallet::storage]
	pub type Announced<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// How many amendments the founder has made or announced this season, whatever became of them.
	#[pallet::storage]
	pub type FounderAmendments<T: Config> = StorageValue<_, SeasonCount, ValueQuery>;

	/// The texts that the founder has vetoed, with what the last veto was for. Kept for ever.
	#[pallet::storage]
	pub type Vetoes<T: Config> = StorageMap<_, Blake2_128Concat, H256, Veto>;

	/// The announced texts that citizens have rejected. Forgotten after some seasons.
	#[pallet::storage]
	pub type Rejections<T: Config> =
		StorageValue<_, BoundedVec<Rejection, ConstU32<MAX_REJECTIONS>>, ValueQuery>;

	/// The values of parameters that are law and take effect later. One for a parameter at most; removed when it takes
	/// effect.
	#[pallet::storage]
	pub type Deferred<T: Config> = StorageValue<_, DeferredOf<T>, ValueQuery>;

	/// The milestones reached, with the season whose census did. Kept for ever.
	// There are but a few.
	#[pallet::storage]
	pub type Milestones<T: Config> = StorageMap<_, Twox64Concat, Milestone, SeasonIndex>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The one commandment.
		pub commandment: alloc::string::String,
		/// The text of the preamble around it.
		pub preamble: alloc::string::String,
		/// The articles, in order. They are numbered from 1.
		pub articles: Vec<FirstArticle>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Err(problem) = Pallet::<T>::begin(self) {
				panic!("no state can begin like this: {problem}");
			}
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Amends the charter, whole or not at all. The tracks for amendments may, and the founder in the Founding
		/// tier.
		///
		/// - `changes`: what happens to articles and to the preamble, in order.
		/// - `parameters`: the new value of each parameter to set.
		///
		/// `base` names the version of each article that the amendment touches and the value of each parameter that it
		/// sets; `CharterApi.base_for` answers it. The track must be the one that the most entrenched of all that is
		/// touched demands. What citizens pass is law at once, or waits as the table in the pallet's documentation says.
		/// Parameters of land and money take effect a season later. Emits `Amended` and, after a veto,
		/// `VetoOverridden`; or `Passed`. Refused with `WrongBase`, `StaleArticle`, `StaleParameter`, `TooEntrenched`,
		/// `NotByFounder`, `Vetoed`, `RejectedText`, `TooManyFounderAmendments`, or the reason why a change cannot be made.
		#[pallet::call_index(0)]
		#[pallet::weight({
			let (changes, parameters) = (changes.len() as u32, parameters.len() as u32);
			T::WeightInfo::amend(changes, parameters).max(T::WeightInfo::pass(changes, parameters))
		})]
		pub fn amend(
			origin: OriginFor<T>,
			base: BaseOf<T>,
			changes: Changes,
			parameters: ParametersOf<T>,
		) -> DispatchResult {
			let amendment = Amendment { base, changes, parameters };
			match T::AmendmentOrigin::try_origin(origin) {
				Ok(track) => Self::do_pass(track, amendment),
				Err(origin) => {
					Self::ensure_founder(origin, FounderPower::Amend)?;
					Self::do_amend(&amendment)
				}
			}
		}

		/// Announces an amendment of what is ordinary. The founder may, in the Founding and Consultative tiers.
		///
		/// - `base`: the versions and values that the amendment builds on; `CharterApi.base_for` answers it.
		/// - `changes`: what happens to articles and to the preamble, in order.
		/// - `parameters`: the new value of each parameter to set.
		///
		/// It can be enacted after a season unless it is rejected before. Emits `Announced`. Refused with
		/// `TooEntrenched`, `NotByFounder`, `WrongBase`, `StaleArticle`, `StaleParameter`, `AlreadyPending`,
		/// `TooManyPending`, `TooManyFounderAmendments`, `RejectedText`, or the reason why a change cannot be made.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::pass(changes.len() as u32, parameters.len() as u32))]
		pub fn announce(
			origin: OriginFor<T>,
			base: BaseOf<T>,
			changes: Changes,
			parameters: ParametersOf<T>,
		) -> DispatchResult {
			Self::ensure_founder(origin, FounderPower::Announce)?;
			Self::do_announce(Amendment { base, changes, parameters })
		}

		/// Takes back what one has announced. The founder may.
		///
		/// - `amendment`: the id of the announced amendment.
		///
		/// It counts among the announcements of its season all the same. Emits `Withdrawn`. Refused with
		/// `UnknownAmendment` or `NotAnnounced`.
		#[pallet::call_index(2)]
		pub fn withdraw(origin: OriginFor<T>, amendment: H256) -> DispatchResult {
			Self::ensure_founder(origin, FounderPower::Announce)?;
			Self::do_withdraw(amendment)
		}

		/// Rejects what the founder has announced. Each track for amendments may.
		///
		/// - `amendment`: the id of the announced amendment.
		///
		/// The founder cannot announce its text again for some seasons. Emits `Rejected`. Refused with `UnknownAmendment` or `NotAnnounced`.
		#[pallet::call_index(3)]
		pub fn reject(origin: OriginFor<T>, amendment: H256) -> DispatchResult {
			T::AmendmentOrigin::ensure_origin(origin)?;
			Self::do_reject(amendment)
		}

		/// Consents to what citizens have passed, which is law with this. The founder may, in the Founding and
		/// Consultative tiers.
		///
		/// - `amendment`: the id of the amendment that citizens have passed.
		///
		/// Emits `Amended` and `Consented`. Refused with `StaleArticle`, `StaleParameter`,
		/// `UnknownAmendment` or `NotPassed`.
		#[pallet::call_index(4)]
		pub fn consent(origin: OriginFor<T>, amendment: H256) -> DispatchResult {
			Self::ensure_founder(origin, FounderPower::Consent)?;
			Self::do_consent(amendment)
		}

		/// Vetoes what citizens have passed. The founder may up to the Shared tier; in that, each text once, and
		/// within the veto period.
		///
		/// - `amendment`: the id of the amendment that citizens have passed.
		///
		/// Emits `Vetoed`. Refused with `AlreadyVetoed`, `TooLateToVeto`, `UnknownAmendment` or `NotPassed`.
		#[pallet::call_index(5)]
		pub fn veto(origin: OriginFor<T>, amendment: H256) -> DispatchResult {
			Self::ensure_founder(origin, FounderPower::Veto)?;
			Self::do_veto(amendment)
		}

		/// Makes law of an amendment that has waited long enough. Anyone may, free of charge.
		///
		/// - `amendment`: the id of the pending amendment.
		///
		/// Emits `Amended`. Refused with `TooEarlyToEnact`, `AwaitsConsent`, `StaleArticle`, `StaleParameter`,
		/// `UnknownAmendment`, or `PowerLost` if the founder who announced it has lost that power.
		#[pallet::call_index(6)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, amendment: &H256| -> bool {
			ensure_signed(origin.clone()).is_ok() && Pallet::<T>::can_enact(*amendment)
		})]
		pub fn enact(origin: OriginFor<T>, amendment: H256) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_enact(amendment)
		}

		/// Clears away an amendment that can never be law. Anyone may, free of charge.
		///
		/// - `amendment`: the id of the pending amendment.
		///
		/// Emits `Discarded`. Refused with `TooEarlyToDiscard` or `UnknownAmendment`.
		#[pallet::call_index(7)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, amendment: &H256| -> bool {
			ensure_signed(origin.clone()).is_ok() && Pallet::<T>::check_futility(*amendment).is_ok()
		})]
		pub fn discard(origin: OriginFor<T>, amendment: H256) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_discard(amendment)
		}

		/// Gives up the office of founder, for good. The founder may, at any time and in any standing.
		///
		/// The pallet that keeps the office emits its end. Refused with `NotFounder`.
		#[pallet::call_index(8)]
		pub fn step_down(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_step_down(&who)
		}

		/// Removes the founder, for good. Each track for amendments may, in the Community tier.
		///
		/// The pallet that keeps the office emits its end. Refused with `NotCommunity` or `NoFounder`.
		#[pallet::call_index(9)]
		pub fn remove_founder(origin: OriginFor<T>) -> DispatchResult {
			T::AmendmentOrigin::ensure_origin(origin)?;
			Self::do_remove_founder()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The charter in force.
		pub fn charter() -> CharterRef {
			InForce::<T>::get()
		}

		/// An article as of one of its versions, or of its last. Number zero is the preamble.
		pub fn article(number: ArticleNumber, version: Option<u32>) -> Option<ArticleInfo> {
			Self::article_info(number, version)
		}

		/// The founder and what is left of their powers.
		pub fn founder() -> FounderInfo {
			Self::founder_info()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "std")]
		fn integrity_test() {
			assert!(T::PopulationGoal::get() > 0, "a milestone that nobody need reach");
			let all = T::Parameters::all();
			assert!(
				all.len() <= MAX_ALL_PARAMETERS as usize,
				"more parameters than the first version can bind"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
