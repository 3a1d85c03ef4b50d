//! Soulbound citizenship: who belongs, how one joins, and how one leaves.
//!
//! # Overview
//!
//! A person becomes a citizen by accepting one exact version of the charter and finding citizens who vouch for
//! them. Citizenship belongs to the person: it cannot be bought, sold or given away, and it outlives a lost key.
//! People without money can be sponsored, and the acts of a citizen's daily life are free within a quota. A
//! citizen may leave at any moment, whatever else is going on, with everything that is theirs.
//!
//! # Life cycle
//!
//! 1. [`Pallet::sponsor`]: anyone may pay the deposit for somebody else, who can use it or decline it. Optional.
//! 2. [`Pallet::apply`]: the applicant accepts the charter, registers a roll key, and says whose deposit is used.
//! 3. [`Pallet::vouch`]: citizens past probation stand behind the applicant. With enough vouches the application is
//!    *complete*, and the challenge period begins. If one of these vouches is withdrawn, it begins again with the vouch
//!    that takes its place.
//! 4. [`Pallet::challenge`]: a citizen past probation may object with a bond. [`Pallet::rule`] decides exactly this
//!    challenge. If nobody rules in time, [`Pallet::lapse_challenge`] ends it; the challenger may withdraw it. However a
//!    challenge ends short of a refusal, others can object for another, shorter period.
//! 5. [`Pallet::accept`]: if the charter has changed since, the applicant accepts the new version.
//! 6. [`Pallet::admit`]: anyone completes the admission after the challenge period, as far as the season's intake goes.
//!    The deposit returns and a passport is issued. In the Founding tier, the founder may admit directly. The vouches
//!    stay bound for another season.
//! 7. [`Pallet::rotate`] names another account for the citizenship, which moves when that account calls
//!    [`Pallet::accept_rotation`]. [`Pallet::replace_roll_key`] changes the roll key.
//! 8. [`Pallet::renounce`] ends it at once. [`Pallet::suspend`] and [`Pallet::revoke`] pass a sentence, which anyone
//!    carries out with [`Pallet::execute_sentence`] after the appeal period, unless it is lifted.
//!
//! # Terms
//!
//! - *Evidence hash*, *reason hash*: the Blake2-256 hash of a text kept off chain. No personal data is on chain.
//! - *Open vouch*: a vouch for an application that has not ended yet.
//! - *Bound vouch*: an open vouch, or one that led to an admission less than a season ago. Each citizen can have a few,
//!   so they bring in at most as many people a season, whatever the order of calls.
//! - *Intake*: how many people a season takes in. Vouched and founder-admitted people are counted apart, so that no
//!   admission by the founder takes a place from those whom citizens vouch for.
//! - *Free act*: a vouch, its withdrawal, a rotation or a new roll key. Each citizen has some per season; further
//!   ones cost the usual fee.
//!
//! # Free calls
//!
//! A call is free only if it is certain to succeed: the test that spares the fee is the one that the call itself
//! makes. It is made before the transaction pool accepts the call, and again before a block includes it. What
//! would fail pays like any other call, so nobody can fill blocks for nothing. `sponsor` and `rotate` weigh as much as
//! the free calls that they make possible for another account.
//!
//! # Invariants
//!
//! - **I1** Each citizen has one account and each account at most one citizen; every id is below the next one.
//! - **I2** The headcount equals the number of citizens of each standing.
//! - **I3** Each roll key belongs to one citizen or one applicant, and each of these has one.
//! - **I4** An open vouch stands in the application and with the voucher, once in each, and every voucher is active. The
//!   vouches of an application are in the order of their blocks.
//! - **I5** What is held from an account equals its deposits and bonds.
//! - **I6** A challenge stands in the application and with the challenger, who is among those who have challenged it.
//!   Nobody is so twice.
//! - **I7** Nobody is both applicant and citizen, or has a sponsorship left once they are either. Each citizenship,
//!   sponsorship and pending rotation keeps its account alive by a reference.
//! - **I8** Each citizen's account holds that citizen's passport.
//! - **I9** Nobody has more bound vouches than fit: open and bound ones together are at most [`MAX_VOUCHES`].
//! - **I10** This season's intake counts everyone who has joined in it and is still here, apart from the genesis.
//! - **I11** A sentence or a pending rotation belongs to a number that was given, a pending rotation to a citizen, and
//!   names another account than today's.
//!
//! Why attacks on admission and justice fail is in `docs/attacks.md`.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use impls::{EnsureFounder, MayAdmit, MayAppoint};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod admission;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod challenges;
mod errors;
mod events;
mod impls;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
mod justice;
pub mod migrations;
#[cfg(test)]
mod mock;
pub mod runtime_api;
mod standing;
#[cfg(test)]
mod tests;
mod types;
pub mod weights;

use civitas_primitives::{
	BallotAccounts, Calendar, CharterRef, CitizenId, Headcount, OnCitizenship, OnExit, Passports,
	PossessionProof, Probation, RollKey, RollKeys, Tiers,
};
use frame_support::{
	pallet_macros::import_section,
	pallet_prelude::*,
	traits::fungible::{Inspect, InspectHold, Mutate, MutateHold},
};
use frame_system::pallet_prelude::*;
use sp_core::H256;

/// An amount of the currency that deposits and bonds are made in.
pub type BalanceOf<T> = <<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;
/// A citizen's record.
pub type CitizenOf<T> = Citizen<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// An application's record.
pub type ApplicationOf<T> =
	Application<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;
/// A challenge's record.
pub type ChallengeOf<T> = Challenge<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;
/// A deposit's record.
pub type DepositOf<T> = Deposit<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(calls::calls)]
/// Citizenship: how a person joins, keeps and leaves the state.
///
/// Applicants find citizens who vouch for them. A citizenship cannot be sold or transferred. Every citizen can
/// leave at any time.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money of deposits and bonds. Nothing is spent here: amounts are held, released or handed over.
		type Currency: Inspect<Self::AccountId>
			+ Mutate<Self::AccountId>
			+ InspectHold<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason: From<HoldReason>>;

		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// How far power has moved outward.
		type Tiers: Tiers;

		/// The charter in force: what applicants accept.
		type Charter: Get<CharterRef>;

		/// Checks roll keys.
		type RollKeys: RollKeys;

		/// The picture of citizenship in wallets.
		type Passports: Passports<Self::AccountId>;

		/// Who else learns of admissions, exits and changes of standing.
		type OnCitizenship: OnCitizenship;

		/// Who gives those who leave what is theirs.
		type OnExit: OnExit<Self::AccountId>;

		/// Accounts that cast secret ballots: they can be neither an applicant's nor a citizen's.
		type BallotAccounts: BallotAccounts<Self::AccountId>;

		/// Who is past probation, and may vouch and challenge.
		type Probation: Probation;

		/// Who rules on challenges, sentences citizens, lifts sentences and reinstates. The founder may dismiss
		/// challenges, too, in the Founding tier.
		type JusticeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who sentences without a limit per season. Must pass [`Config::JusticeOrigin`], too.
		type EntrenchedOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The refundable deposit of an application.
		type ApplicationDeposit: Get<BalanceOf<Self>>;

		/// The bond of a challenge.
		type ChallengeBond: Get<BalanceOf<Self>>;

		/// For how many blocks a complete application can be challenged, and waits.
		type ChallengePeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks others can object after a challenge that ended without a refusal.
		type FurtherChallengePeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks a challenge waits for a ruling before anyone may end it.
		type RulingPeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks an application stays open, from its start and from the end of its last challenge period.
		/// Not less than the challenge period.
		type ApplicationLifetime: Get<BlockNumberFor<Self>>;

		/// How many challenges a citizen can have open. At most [`MAX_CHALLENGES`].
		type MaxOpenChallenges: Get<u32>;

		/// How many vouches an admission needs. At most [`MAX_VOUCHES`].
		type RequiredVouches: Get<u32>;

		/// How many vouches a citizen can have bound. At most [`MAX_VOUCHES`].
		type MaxOpenVouches: Get<u32>;

		/// How many people a season takes in, in percent of the active citizens, besides [`Config::IntakeAllowance`].
		type IntakePercent: Get<u32>;

		/// How many people a season takes in, whatever the number of citizens.
		type IntakeAllowance: Get<u32>;

		/// How many citizens the justice track can sentence in a season, in percent of all; one at least.
		type SentencePercent: Get<u32>;

		/// For how many blocks a sentence waits before it takes effect, and can be lifted.
		type AppealPeriod: Get<BlockNumberFor<Self>>;

		/// For how many seasons those who vouched for a fraud may not vouch.
		type VoucherLiability: Get<u32>;

		/// How many free acts a citizen has in a season.
		type FreeActsPerSeason: Get<u32>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why an account's money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit of an application, made or sponsored. It returns when the application ends.
		#[codec(index = 0)]
		ApplicationDeposit,
		/// The bond of a challenge. It returns unless the challenge is dismissed.
		#[codec(index = 1)]
		ChallengeBond,
	}

	/// The citizens. An entry is made at admission and removed at exit; nobody pays for it.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Citizens<T: Config> = StorageMap<_, Twox64Concat, CitizenId, CitizenOf<T>>;

	/// The citizen behind each account. Lives and ends with the citizen's entry.
	#[pallet::storage]
	pub type CitizenIds<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, CitizenId>;

	/// The number that the next citizen gets.
	#[pallet::storage]
	pub type NextCitizenId<T: Config> = StorageValue<_, CitizenId, ValueQuery>;

	/// How many citizens there are, by standing.
	#[pallet::storage]
	pub type Citizenship<T: Config> = StorageValue<_, Headcount, ValueQuery>;

	/// Open applications, by applicant. Paid for by the deposit; removed when the application ends.
	#[pallet::storage]
	pub type Applications<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ApplicationOf<T>>;

	/// Sponsorships that wait for their applicant to apply, by applicant. The value says who paid.
	#[pallet::storage]
	pub type Sponsorships<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, DepositOf<T>>;

	/// Whose each roll key is. Lives and ends with the citizen or the application.
	// Applicants choose the keys.
	#[pallet::storage]
	pub type RollKeyOwners<T: Config> = StorageMap<_, Blake2_128Concat, RollKey, RollKeyOwner<T::AccountId>>;

	/// The accounts that citizens have named as their next one, and that have not accepted yet. One a citizen, who uses a
	/// free act for it. Removed when the account accepts, or the citizen cancels, names another or leaves.
	#[pallet::storage]
	pub type PendingRotations<T: Config> = StorageMap<_, Twox64Concat, CitizenId, T::AccountId>;

	/// The sentences that wait to take effect, by citizen. Made by a referendum, removed when carried out or lifted. A
	/// sentence outlives the exit of its citizen, for the sake of those who are liable.
	#[pallet::storage]
	pub type Sentences<T: Config> = StorageMap<_, Twox64Concat, CitizenId, Sentence<BlockNumberFor<T>>>;

	/// How many sentences the justice track has passed in the season that it last passed one in.
	#[pallet::storage]
	pub type SentencesPassed<T: Config> = StorageValue<_, SeasonSentences, ValueQuery>;

	/// How many people have joined in the season that somebody last joined in.
	#[pallet::storage]
	pub type Intake<T: Config> = StorageValue<_, SeasonIntake, ValueQuery>;

	/// The founder, as long as there is one. Written at genesis, removed for good.
	#[pallet::storage]
	pub type Founder<T: Config> = StorageValue<_, CitizenId>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The first citizens and their roll keys, in order. They have nobody to vouch for them, and have accepted the
		/// charter of the genesis.
		pub citizens: alloc::vec::Vec<(T::AccountId, H256)>,
		/// The founder: one of the citizens, or nobody.
		pub founder: Option<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::found(self).expect("the genesis citizens are valid and distinct; qed");
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The citizen behind an account.
		pub fn citizen_of(account: T::AccountId) -> Option<CitizenId> {
			CitizenIds::<T>::get(account)
		}

		/// How many citizens there are, by standing.
		pub fn headcount() -> Headcount {
			Citizenship::<T>::get()
		}

		/// The charter that applicants accept today.
		pub fn charter() -> CharterRef {
			T::Charter::get()
		}

		/// How many people have joined this season, and how many can.
		pub fn intake() -> IntakeInfo {
			Self::intake_info()
		}

		/// The sentence against a citizen that has not taken effect yet.
		pub fn sentence(citizen: CitizenId) -> Option<Sentence<BlockNumberFor<T>>> {
			Sentences::<T>::get(citizen)
		}

		/// The account that a citizen has named as the next one, and that has not accepted yet.
		pub fn pending_rotation(citizen: CitizenId) -> Option<T::AccountId> {
			PendingRotations::<T>::get(citizen)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::RequiredVouches::get() <= MAX_VOUCHES,
				"an application cannot hold the required vouches"
			);
			assert!(T::MaxOpenVouches::get() <= MAX_VOUCHES, "a citizen cannot hold that many open vouches");
			assert!(
				T::MaxOpenChallenges::get() <= MAX_CHALLENGES,
				"a citizen cannot hold that many open challenges"
			);
			assert!(
				T::ApplicationLifetime::get() >= T::ChallengePeriod::get(),
				"applications lapse before they can be admitted"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
