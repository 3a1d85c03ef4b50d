//! The census: how many people there are, counted from the state and recorded for ever.
//!
//! # Overview
//!
//! Once a season each citizen says "I am here", with one free signed call. A citizen is *seen* in a season by that
//! call, or by being admitted in it. A citizen who was seen in this or the last season is active. The others are
//! dormant: not counted, and back with the next attestation. When a season is over, its record is written in the first
//! block of the next one and never changed again. In that block, active means seen in the season that is over. So the
//! record of season S counts exactly the people who vote in season S + 1: who attests in S votes in S + 1.
//!
//! The record says how citizens came (vouched for, admitted by the founder, there from the genesis) and how many of
//! them have spoken for themselves. It also decides how far power has moved outward. The [`Tier`] only ever rises, one
//! step at a time, and only when two records in a row reach what the next one needs. It counts only active citizens
//! past probation.
//!
//! A person who is admitted in season N is on probation until they have attested themself in a later season and that
//! season is over: until the turn to N + 2, or later if they attest later.
//!
//! The record also says how much land there is, how many live on it, what the treasury owns, and what citizens say
//! that they earn: each season a citizen may name a band of income, in secret, with a proof of membership made for this
//! alone. Nobody can link the alias that it shows to a person, or to the alias under which the person votes.
//!
//! # Life cycle
//!
//! 1. An admission counts as the attestation of its season.
//! 2. [`Pallet::attest`], once a season. It can carry the roll key of the next season.
//! 3. [`Pallet::declare_income`], by proof; a citizen can change it a few times within the season.
//! 4. When the season turns, its [`CensusRecord`] is written, and the tier rises if the record says so.
//!    Declarations of seasons that are over are forgotten, a few in each block that has time for it.
//!
//! # Terms
//!
//! - *Active*: in full standing, and seen in this or the last season. *Dormant*: in full standing, not active.
//! - *Settled*: active and past probation. *Maturing*: active, and past probation when the season is over.
//! - *Presence*: how many active citizens were last seen in this season, and how many in the one before; how many of
//!   them have attested themselves, are settled or are maturing. All are kept as people come and go, so that no block
//!   ever loops over citizens.
//! - *Band*: a range of yearly income, from its own floor up to the next band's. The sum of all floors is the least that
//!   all declared incomes add up to.
//! - *Evidence*: how a figure is known, see [`civitas_primitives::Evidence`].
//!
//! # Honest limits
//!
//! - A declaration names the ring, so everybody sees that one of at most 255 people earns so much. It is linkable to
//!   nothing else: not to the person, their votes, or another season. Its time could be: a wallet does not send it
//!   together with an enrolment.
//! - A record shows no band with fewer than five people: it counts them with the band below. The single declarations
//!   stay readable on the chain until they are forgotten, and for ever in its archives.
//! - Nobody checks what is declared.
//!
//! # Invariants
//!
//! - **I1** Presence equals a recount over all citizens.
//! - **I2** Each citizen, and nobody else, has a last attestation, and none lies in the future.
//! - **I3** Each season that is over has a record; no other season has one.
//! - **I4** The tier is that of the last record, and each record's is that of the one before or the next one, and that
//!   only if both count enough settled citizens.
//! - **I5** Those admitted less those who left, over all records and this season, are the citizens of today.
//! - **I6** The histogram counts each declaration of its season once, in its band.
//! - **I7** No declaration is of a season that is forgotten or has not begun.
//! - **I8** Arrivals are of citizens, lie in no future season, and are counted by their right.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
mod incomes;
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

use alloc::boxed::Box;
use civitas_primitives::{
	Alias, Calendar, CharterRef, CitizenId, Citizenry, Footprints, Memberships, NextKey, NextKeys,
	OnAttendance, RingId, RingProof, SeasonIndex, Tier, TierThresholds,
};
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;

/// A season's record.
pub type CensusRecordOf<T> = CensusRecord<BlockNumberFor<T>>;

/// The census: how many people, how much land and what income the state has.
///
/// Each season ends with a record that stays for ever and that anyone can verify.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(3);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// The charter in force.
		type Charter: Get<CharterRef>;

		/// Who else learns of attestations. An admission is known to them by itself.
		type OnAttendance: OnAttendance;

		/// How much land there is, and how many live on it.
		type Footprints: Footprints;

		/// All that land has ever yielded.
		type Revenue: Get<u128>;

		/// What the treasury owns.
		type Treasury: Get<u128>;

		/// Checks proofs of membership.
		type Memberships: Memberships<BlockNumberFor<Self>>;

		/// Registers the roll keys of the next season.
		type NextKeys: NextKeys<Self::AccountId>;

		/// The least yearly income of each band, rising from nothing. The charter says in which currency.
		#[pallet::constant]
		type IncomeFloors: Get<ByBand<u64>>;

		/// How many declarations of income an alias may make in a season. All are free of charge.
		type FreeDeclarations: Get<u32>;

		/// What the calls and the hooks weigh.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The season in which each citizen was last here. Lives and ends with the citizenship.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type LastAttested<T: Config> = StorageMap<_, Twox64Concat, CitizenId, SeasonIndex>;

	/// How each citizen came, and since when they speak for themselves. Lives and ends with the citizenship. Citizens
	/// who came before the census recorded it have an entry from their next attestation on.
	// As above.
	#[pallet::storage]
	pub type Arrivals<T: Config> = StorageMap<_, Twox64Concat, CitizenId, Arrival>;

	/// How many of today's citizens came by which right.
	#[pallet::storage]
	pub type ArrivedBy<T: Config> = StorageValue<_, Arrived, ValueQuery>;

	/// How many citizens are active, and how many of them are past probation.
	#[pallet::storage]
	pub type Present<T: Config> = StorageValue<_, Presence, ValueQuery>;

	/// How many citizens have come and gone in the current season.
	#[pallet::storage]
	pub type Moved<T: Config> = StorageValue<_, Movements, ValueQuery>;

	/// All that land had yielded when the last season closed.
	#[pallet::storage]
	pub type CollectedBefore<T: Config> = StorageValue<_, u128, ValueQuery>;

	/// The record of each season that is over. Written once and kept for ever; one a season.
	// Seasons are numbered by the chain.
	#[pallet::storage]
	pub type Records<T: Config> = StorageMap<_, Twox64Concat, SeasonIndex, CensusRecordOf<T>>;

	/// What each alias has declared in each season. Removed after the season, in bounded steps.
	// Seasons are numbered by the chain; aliases come out of a hash.
	#[pallet::storage]
	pub type Declarations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SeasonIndex, Twox64Concat, Alias, Declaration>;

	/// How many have declared an income in each band. Of one season at a time.
	#[pallet::storage]
	pub type Incomes<T: Config> = StorageValue<_, Histogram, ValueQuery>;

	/// The first season whose declarations have not been forgotten.
	#[pallet::storage]
	pub type ForgottenBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

	/// The tier reached. It only ever rises.
	#[pallet::storage]
	pub type ReachedTier<T: Config> = StorageValue<_, Tier, ValueQuery>;

	/// How many active citizens past probation each tier needs. Set at genesis.
	#[pallet::storage]
	pub type Thresholds<T: Config> = StorageValue<_, TierThresholds, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The tier to begin with: `Community` for a state without a founder.
		pub tier: Tier,
		/// How many active citizens past probation each tier needs, rising.
		pub thresholds: TierThresholds,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.thresholds.is_rising(), "each tier must need more citizens than the one before");
			ReachedTier::<T>::put(self.tier);
			Thresholds::<T>::put(self.thresholds);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A citizen is here.
		Attested {
			/// Which citizen.
			citizen: CitizenId,
			/// In which season.
			season: SeasonIndex,
		},
		/// Somebody has declared their income.
		IncomeDeclared {
			/// In which season.
			season: SeasonIndex,
			/// Their name in this season.
			alias: Alias,
			/// The band declared before.
			old: Option<u8>,
			/// The band declared now.
			new: u8,
		},
		/// A season is over, and its record is written.
		CensusTaken {
			/// Which season.
			season: SeasonIndex,
			/// How many citizens there are.
			citizens: u32,
			/// How many of them were seen in the season.
			active: u32,
		},
		/// Power has moved outward, for good.
		TierReached {
			/// The tier reached.
			tier: Tier,
			/// The season whose record reached it.
			season: SeasonIndex,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a citizen's.
		NotCitizen,
		/// This citizen is suspended and cannot be counted.
		NotActive,
		/// You have attested this season already. Once is enough.
		AlreadyAttested,
		/// You have declared your income as often as a season allows. Wait for the next season.
		TooManyDeclarations,
		/// Bands of income are numbered from 0 to 15.
		UnknownBand,
		/// You have declared this band already.
		AlreadyDeclared,
		/// The proof was made for another season, or the season has just turned. Prove again.
		WrongSeason,
		/// The roll of this season is being sealed. Try again in some blocks.
		NotSealed,
		/// There is no such ring of the nation.
		UnknownRing,
		/// The ring has changed, and its commitment is not computed yet. Try again in some blocks.
		NotBuilt,
		/// The ring has too few members to hide you. You can declare when more people are on the roll.
		RingTooSmall,
		/// The block that the proof names is too old, or not on this chain. Prove again with a recent block.
		NotRecent,
		/// The proof was made when the alias had declared another number of times. Ask for the number and prove again.
		WrongCount,
		/// These bytes are not a proof.
		MalformedProof,
		/// The proof does not show a member of this ring, as it is this season, declaring this band on this chain.
		InvalidProof,
		/// The proof is for another alias.
		WrongAlias,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Says "I am here" for this season. Any citizen in full standing may, once a season, free of charge.
		///
		/// - `next`: the roll key for the next season with its proof, or nothing to keep the present key.
		///
		/// It can carry the roll key to vote with from the next sealing on, so that a wallet keeps no secret longer than
		/// its votes last. Emits `Attested`. Refused with `AlreadyAttested` the second time, and in the season of one's
		/// admission, which counts by itself; and with an error of citizenship if the key cannot be registered.
		#[pallet::call_index(0)]
		#[pallet::weight(match next {
			None => T::WeightInfo::attest(),
			Some(_) => T::WeightInfo::attest_with_key(),
		})]
		#[pallet::feeless_if(|origin: &OriginFor<T>, next: &Option<NextKey>| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| Pallet::<T>::is_free_attestation(&who, next))
		})]
		pub fn attest(origin: OriginFor<T>, next: Option<NextKey>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest(who, next)
		}

		/// Declares, in secret, in which band one's yearly income lies. Anyone on the roll may, by a proof in the context
		/// `Income`; a few times a season. No signer, no account, no fee.
		///
		/// - `season`: the season that the roll belongs to.
		/// - `ring`: the ring that your key is in.
		/// - `band`: the number of the income band.
		/// - `alias`: what stands for you in the context `Income`.
		/// - `proof`: the proof that a member of the ring sends this.
		///
		/// `count` is how many times the alias has declared this season, `at` a recent block. A later declaration takes
		/// the place of the one before. The bands are those of the constant `IncomeFloors`. Emits `IncomeDeclared`.
		/// What is wrong is refused before the pool takes it, see [`Error`].
		#[pallet::call_index(1)]
		#[pallet::authorize(Pallet::<T>::authorize_declare_income)]
		#[allow(clippy::too_many_arguments, reason = "each is a part of what is proven")]
		pub fn declare_income(
			origin: OriginFor<T>,
			season: SeasonIndex,
			ring: RingId,
			band: u8,
			alias: Alias,
			count: u32,
			at: BlockNumberFor<T>,
			proof: Box<RingProof>,
		) -> DispatchResult {
			// That is where the proof has been checked.
			ensure_authorized(origin)?;
			drop((ring, at, proof));
			Self::do_declare_income(season, alias, band, count)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The record of a season that is over.
		pub fn record(season: SeasonIndex) -> Option<CensusRecordOf<T>> {
			Records::<T>::get(season)
		}

		/// What this season's record would say if the season ended now.
		pub fn preview() -> CensusRecordOf<T> {
			Self::take(T::Calendar::season().index)
		}

		/// What an alias has declared this season, and how often.
		pub fn declaration(alias: Alias) -> Option<Declaration> {
			Declarations::<T>::get(T::Calendar::season().index, alias)
		}

		/// How far power has moved outward.
		pub fn tier() -> Tier {
			ReachedTier::<T>::get()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::forget(remaining)
		}

		fn integrity_test() {
			let floors = T::IncomeFloors::get();
			let rising = floors.iter().zip(floors.iter().skip(1)).all(|(floor, next)| floor < next);
			assert!(floors.first() == Some(&0) && rising, "bands of income rise from nothing");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
