//! Validators that citizens elect.
//!
//! # Overview
//!
//! Validators make the blocks and finalise them. Anyone who runs a node can stand: they place a bond and register their
//! node's keys. Each active citizen approves up to [`MAX_APPROVALS`] candidates, free of charge, and can change that at
//! any time. At the beginning of each season the most approved candidates take the seats. Coins decide nothing here:
//! the bond is the same for everyone and is not counted.
//!
//! A validator that signs two blocks or two votes where one is due loses its bond to the treasury, its candidacy and its
//! seat. A validator that makes no block for too long loses its candidacy and its seat, and gets the bond back.
//!
//! # Life cycle
//!
//! 1. The founding validators serve from genesis on, without a bond.
//! 2. [`Pallet::stand`]: an account places the bond and registers its keys with a proof that it has them.
//! 3. [`Pallet::approve`]: a citizen names the candidates that they approve. The ranking is kept at once.
//! 4. The season turns. The best of the ranking are elected: as many as there are seats, each with enough approvals. If
//!    they are too few, the old validators stay. Those elected serve from the session after the next.
//! 5. [`Pallet::withdraw`] ends a candidacy. Whoever has a seat keeps it until the next election.
//! 6. [`Pallet::release`]: anyone returns the bond of an account that has left, once no offence of it can be reported.
//!
//! # Terms
//!
//! - *Candidate*: a candidacy with a permanent number. Whoever stands again is a new candidate, without approvals.
//! - *Ranking*: the candidates that somebody approves, the most approved first, then the older candidacy. It is kept as
//!   keys of the state in that order, so the best are found in as many steps as there are seats, however many stand.
//! - *Kept bond*: the bond of an account that is no candidate any more and can still be punished.
//!
//! Between two elections no more than a third of the seats is taken away, so that those who are left can finalise. A
//! validator that keeps its seat for that reason stays disabled, as far as the session pallet allows, and has no
//! candidacy in the next election.
//!
//! # Invariants
//!
//! - **I1** A candidate has as many approvals as there are citizens who approve it.
//! - **I2** The ranking holds each candidate that somebody approves, at its place, and nothing else.
//! - **I3** An account has on hold its candidacy's bond, or its kept bond.
//! - **I4** Each candidate is found by its account, and each number was given.
//! - **I5** Only active citizens approve; each list is in ascending order and not empty.
//! - **I6** Those who serve are in ascending order, at least one, each with a record of a seat; nobody else's record has
//!   a seat.
//! - **I7** Not more than a third of the elected have lost their seats.
//!
//! Attacks and answers: `docs/attacks.md`.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod candidacies;
mod elections;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
pub mod migrations;
#[cfg(test)]
mod mock;
pub mod runtime_api;
mod sessions;
#[cfg(test)]
mod tests;
mod types;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

use alloc::vec::Vec;
use civitas_primitives::{CitizenId, Citizenry, CivicActs, SeasonIndex};
use frame_support::{
	pallet_prelude::*,
	traits::{
		fungible::{BalancedHold, Credit, MutateHold},
		DisabledValidators, OnUnbalanced, ValidatorSet,
	},
};
use frame_system::pallet_prelude::*;
use pallet_session::SessionInterface;
use sp_runtime::traits::OpaqueKeys;
use sp_staking::SessionIndex;

/// An amount of money.
pub type Balance = u128;
/// Money on its way.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

/// Validators that citizens elect: candidacies, approvals, elections, seats, and what becomes of those who cheat or are
/// absent.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money.
		type Currency: MutateHold<Self::AccountId, Balance = Balance, Reason: From<HoldReason>>
			+ BalancedHold<Self::AccountId>;

		/// Takes the bonds of those who are punished.
		type Slashed: OnUnbalanced<CreditOf<Self>>;

		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// Counts free acts.
		type CivicActs: CivicActs;

		/// The keys of a validator's node.
		type Keys: OpaqueKeys + Parameter;

		/// The pallet that turns sessions. It must know as validators those whom [`Pallet::is_known`] knows.
		type Sessions: SessionInterface<AccountId = Self::AccountId, ValidatorId = Self::AccountId, Keys = Self::Keys>
			+ ValidatorSet<Self::AccountId, ValidatorId = Self::AccountId>
			+ DisabledValidators;

		/// Whether one of those who serve has set new keys since the last session was planned.
		type NewKeys: Get<bool>;

		/// Those who serve at genesis.
		type FoundingValidators: Get<Vec<Self::AccountId>>;

		/// The bond of a candidate.
		type Bond: Get<Balance>;

		/// How many seats there are. [`Config::MaxValidators`] at most.
		type Seats: Get<u32>;

		/// How many must be elected for the old validators to go.
		type Quorum: Get<u32>;

		/// How many approvals a candidate needs at least.
		type LeastApprovals: Get<u32>;

		/// How many approvals a candidate needs, in percent of the active citizens.
		type ApprovalPercent: Get<u32>;

		/// After how many sessions without a block a validator loses its seat.
		type AbsenceSessions: Get<SessionIndex>;

		/// The most validators that there can be.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		/// For how many sessions after its own an offence can be reported.
		#[pallet::constant]
		type ReportSessions: Get<SessionIndex>;

		/// What the calls and hooks weigh.
		type WeightInfo: WeightInfo;

		/// Sets the scenes of benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::Keys>;
	}

	/// Validators that citizens elect.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Why money is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of a candidate, or of a validator that has left and can still be punished.
		#[codec(index = 0)]
		Bond,
	}

	/// The number of the next candidacy.
	#[pallet::storage]
	pub type NextCandidate<T: Config> = StorageValue<_, CandidateId, ValueQuery>;

	/// The candidates. The bond pays for an entry. Removed when the candidacy ends.
	// Numbers are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Candidates<T: Config> = StorageMap<_, Twox64Concat, CandidateId, Candidate<T::AccountId>>;

	/// The candidacy of each account that has one.
	#[pallet::storage]
	pub type CandidateOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, CandidateId>;

	/// The ranking: the candidates that somebody approves, in the order of their keys. Removed with the last approval
	/// or with the candidacy.
	// The keys are not hashed, since their order is the ranking. They hold a count of citizens and a number that the
	// chain gives, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Ranking<T: Config> = StorageMap<_, Identity, Rank, ()>;

	/// Whom each citizen approves. One entry a citizen, removed when the citizen approves nobody, is suspended or leaves.
	/// A candidacy that has ended may still be named in it.
	// Citizens are numbered by the state, so nobody can choose a key.
	#[pallet::storage]
	pub type Approvals<T: Config> = StorageMap<_, Twox64Concat, CitizenId, ApprovalList>;

	/// The bonds of accounts that are no candidates any more, in units of 1e-12 CIV. Removed when released.
	#[pallet::storage]
	pub type KeptBonds<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Balance>;

	/// What is known of each account that has or had a seat. Removed when the account's bond is released.
	#[pallet::storage]
	pub type Records<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Record>;

	/// Those who have the seats, in ascending order. They serve from the session after the next on.
	#[pallet::storage]
	pub type Serving<T: Config> = StorageValue<_, BoundedVec<T::AccountId, T::MaxValidators>, ValueQuery>;

	/// Whether those who have the seats have changed since the last session was planned.
	#[pallet::storage]
	pub type HasChanged<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// The election in which the seats were last given.
	#[pallet::storage]
	pub type LastElection<T: Config> = StorageValue<_, Election, ValueQuery>;

	/// Those who were punished since the last election. They are disabled in each session in which they still serve.
	#[pallet::storage]
	pub type Offenders<T: Config> = StorageValue<_, BoundedVec<T::AccountId, T::MaxValidators>, ValueQuery>;

	/// What has happened to candidates and validators.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account stands for election.
		Stood {
			/// The candidate's number.
			candidate: CandidateId,
			/// The account.
			account: T::AccountId,
			/// The bond, in units of 1e-12 CIV.
			bond: Balance,
		},
		/// A candidate has withdrawn. If it has a seat, it serves until the next election.
		Withdrew {
			/// The candidate's number.
			candidate: CandidateId,
			/// The account.
			account: T::AccountId,
		},
		/// A citizen has named the candidates that they approve.
		Approved {
			/// The citizen.
			citizen: CitizenId,
			/// The candidates. Empty if the citizen approves nobody any more.
			candidates: ApprovalList,
		},
		/// A citizen who was suspended or has left approves nobody any more.
		ApprovalsEnded {
			/// The citizen.
			citizen: CitizenId,
		},
		/// The seats are given for a season.
		Elected {
			/// The season.
			season: SeasonIndex,
			/// Those who were elected, in ascending order of their accounts.
			validators: Vec<T::AccountId>,
		},
		/// Too few candidates have enough approvals, so the old validators stay.
		OldValidatorsStay {
			/// The season.
			season: SeasonIndex,
			/// How many candidates have enough approvals.
			electable: u32,
			/// How many there must be.
			quorum: u32,
		},
		/// A validator has lost its seat between elections.
		SeatLost {
			/// The validator.
			account: T::AccountId,
			/// Why.
			fault: Fault,
		},
		/// A candidacy has ended because of a fault.
		CandidacyEnded {
			/// The candidate's number.
			candidate: CandidateId,
			/// The account.
			account: T::AccountId,
			/// Why.
			fault: Fault,
		},
		/// A validator's bond went to the treasury, because the validator signed two blocks or two votes where one was due.
		Slashed {
			/// The validator.
			account: T::AccountId,
			/// How much, in units of 1e-12 CIV.
			amount: Balance,
		},
		/// An account has its bond back, and its keys are forgotten.
		Released {
			/// The account.
			account: T::AccountId,
			/// How much, in units of 1e-12 CIV.
			amount: Balance,
		},
	}

	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// This account is not a citizen's. Only citizens approve candidates.
		NotCitizen,
		/// Only an active citizen approves candidates. You are suspended.
		Suspended,
		/// This account stands already. To change its keys, call `session.setKeys`.
		AlreadyCandidate,
		/// This account does not stand for election.
		NotCandidate,
		/// The proof does not show that you have these keys. Make keys and proof with the RPC
		/// `author_rotateKeysWithOwner` of your own node, for this account.
		InvalidProof,
		/// One of these candidates does not exist, or its candidacy has ended.
		UnknownCandidate,
		/// Name each candidate once, in ascending order of their numbers.
		NotInOrder,
		/// You approve exactly these candidates already.
		Unchanged,
		/// The account is a candidate, has a seat, or can still be punished. Try again when that is over.
		StillBound,
		/// This account has nothing that could be released.
		NothingToRelease,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Stands for election. Places the bond on hold and registers the `keys` of your node, with the `proof` that you
		/// have them: the RPC `author_rotateKeysWithOwner` of your node makes both. Any account that can pay the bond may.
		///
		/// Emits `Stood`. Refused with `AlreadyCandidate`, `InvalidProof`, the session pallet's `DuplicatedKey` if another
		/// validator has one of the keys, or the currency's error if you cannot pay the bond.
		#[pallet::call_index(0)]
		pub fn stand(origin: OriginFor<T>, keys: T::Keys, proof: Vec<u8>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_stand(who, keys, &proof)
		}

		/// Ends your candidacy. If you have a seat, you serve until the next election. The bond returns at once if you
		/// have never served, otherwise with `release`.
		///
		/// Emits `Withdrew`, and `Released` if the bond returns. Refused with `NotCandidate`.
		#[pallet::call_index(1)]
		pub fn withdraw(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who)
		}

		/// Names the `candidates` that you approve, by their numbers, in ascending order. Replaces those that you have
		/// named before; an empty list removes them. Active citizens may. A free act.
		///
		/// Emits `Approved`. Refused with `NotCitizen`, `Suspended`, `UnknownCandidate`, `NotInOrder`, `Unchanged`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::approve(candidates.len().try_into().unwrap_or(MAX_APPROVALS)))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, candidates: &ApprovalList| -> bool {
			Pallet::<T>::is_free_approval(origin, candidates)
		})]
		pub fn approve(origin: OriginFor<T>, candidates: ApprovalList) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve(&who, candidates)
		}

		/// Returns the bond of an `account` that is no candidate and no validator any more, and forgets its keys, once no
		/// offence of it can be reported. Anyone may, free if it succeeds.
		///
		/// Emits `Released`. Refused with `StillBound`, `NothingToRelease`.
		#[pallet::call_index(3)]
		pub fn release(origin: OriginFor<T>, account: T::AccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_release(&account)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A candidacy by its number.
		pub fn candidate(candidate: CandidateId) -> Option<CandidateInfo<T::AccountId>> {
			Self::candidate_info(candidate)
		}

		/// The candidacy of an account.
		pub fn candidacy(account: T::AccountId) -> Option<CandidateInfo<T::AccountId>> {
			Self::candidate_info(CandidateOf::<T>::get(account)?)
		}

		/// The candidates that a citizen approves. A candidacy among them may have ended.
		pub fn approvals(citizen: CitizenId) -> ApprovalList {
			Approvals::<T>::get(citizen).unwrap_or_default()
		}

		/// The bond of an account that is no candidate any more, and the first session in which `release` returns it.
		/// There is no such session while the account has a seat.
		pub fn kept_bond(account: T::AccountId) -> Option<(Balance, Option<SessionIndex>)> {
			Self::kept_bond_info(&account)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let block = T::BlockWeights::get().max_block;
			let turn = T::WeightInfo::elect(T::MaxValidators::get());
			assert!(turn.all_lte(block), "an election does not fit a block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
