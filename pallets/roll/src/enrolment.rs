//! Enrolling: a proof binds an account to an alias.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{Ballots, ProofError};
use frame_support::defensive;
use frame_system::Pallet as System;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Zero, transaction_validity::TransactionPriority};

/// For how many blocks the pool keeps what it has checked.
const LONGEVITY: u64 = 64;

/// After every signed transaction.
const PRIORITY: TransactionPriority = 0;

/// The pool's names for what it accepts once at a time.
const TAG: &str = "CivitasRoll";

impl<T: Config> Pallet<T> {
	/// The bytes that name `context` in `season` on this chain: what an alias is for.
	pub fn context_bytes(context: Context, season: SeasonIndex) -> [u8; 32] {
		let purpose: &[u8] = match context {
			Context::Nation => b"civitas/nation",
			Context::Residence => b"civitas/residence",
		};
		let mut named = purpose.to_vec();
		(Self::genesis(), season).encode_to(&mut named);
		blake2_256(&named)
	}

	/// The message that a proof must carry to enrol `account`: it names its purpose, the chain, the season, the
	/// context and the account, so that the proof is worth nothing for any other.
	pub fn message(season: SeasonIndex, context: Context, account: &T::AccountId) -> Vec<u8> {
		let mut message = b"civitas/roll/enrol".to_vec();
		(Self::genesis(), season, context, account).encode_to(&mut message);
		message
	}

	fn genesis() -> T::Hash {
		System::<T>::block_hash(BlockNumberFor::<T>::zero())
	}

	/// That `account` can be enrolled for `ballot`, but for the proof. Returns the ring's commitment.
	pub(crate) fn check_enrolment(
		ballot: &Ballot,
		account: &T::AccountId,
	) -> Result<RingCommitment, Error<T>> {
		let Ballot { season, context, ring, alias } = *ballot;
		let sealing = CurrentSealing::<T>::get();
		ensure!(season == sealing.season, Error::<T>::WrongSeason);
		ensure!(sealing.phase == Phase::Open, Error::<T>::NotSealed);
		ensure!(Group::of(ring).0.context() == context, Error::<T>::WrongContext);
		ensure!(!Enrolments::<T>::contains_key(account), Error::<T>::AlreadyEnrolled);
		ensure!(T::Citizenry::citizen(account).is_none(), Error::<T>::NotSecret);
		ensure!(Self::enrolments_left(season, context, alias) > 0, Error::<T>::TooManyEnrolments);
		ensure!(Seating::<T>::contains_key(ring), Error::<T>::UnknownRing);
		ensure!(!Unbuilt::<T>::contains_key(ring), Error::<T>::NotBuilt);
		Commitments::<T>::get(ring).ok_or(Error::<T>::NotBuilt)
	}

	/// How many more accounts an alias can enrol in `season`.
	pub(crate) fn enrolments_left(season: SeasonIndex, context: Context, alias: Alias) -> u32 {
		let used = Aliases::<T>::decode_len(season, (context, alias)).unwrap_or(0);
		MAX_ENROLMENTS.saturating_sub(u32::try_from(used).unwrap_or(u32::MAX))
	}

	/// That `proof` shows a member of the ring `commitment` enrolling `account`.
	pub(crate) fn check_proof(
		commitment: &RingCommitment,
		ballot: &Ballot,
		account: &T::AccountId,
		proof: &RingProof,
	) -> Result<(), Error<T>> {
		let Ballot { season, context, alias, .. } = *ballot;
		let name = Self::context_bytes(context, season);
		let message = Self::message(season, context, account);
		let proven = T::Rings::verify(commitment, &name, &message, proof).map_err(|error| match error {
			ProofError::Malformed => Error::<T>::MalformedProof,
			ProofError::Invalid => Error::<T>::InvalidProof,
		})?;
		ensure!(proven == alias, Error::<T>::WrongAlias);
		Ok(())
	}

	/// Whether the pool and a block may take an enrolment: cheap checks first, the proof last.
	#[allow(clippy::borrowed_box, reason = "it is called with references to the call's arguments")]
	pub(crate) fn authorize_enrol(
		_: TransactionSource,
		season: &SeasonIndex,
		ring: &RingId,
		context: &Context,
		account: &T::AccountId,
		alias: &Alias,
		proof: &Box<RingProof>,
	) -> TransactionValidityWithRefund {
		let ballot = Ballot { season: *season, context: *context, ring: *ring, alias: *alias };
		let commitment = Self::check_enrolment(&ballot, account).map_err(Self::refusal)?;
		Self::check_proof(&commitment, &ballot, account, proof).map_err(Self::refusal)?;
		ValidTransaction::with_tag_prefix(TAG)
			.priority(PRIORITY)
			.longevity(LONGEVITY)
			.and_provides(("account", account))
			.and_provides(("alias", season, context, alias))
			.propagate(true)
			.build()
			.map(|valid| (valid, Weight::zero()))
	}

	/// Whether the pool and a block may take a request to build a ring.
	pub(crate) fn authorize_build_ring(_: TransactionSource, ring: &RingId) -> TransactionValidityWithRefund {
		Self::check_buildable(*ring).map_err(Self::refusal)?;
		Self::upkeep_request(("build", CurrentSealing::<T>::get().season, ring))
	}

	/// Whether the pool and a block may take a request to seal.
	pub(crate) fn authorize_seal(
		_: TransactionSource,
		season: &SeasonIndex,
	) -> TransactionValidityWithRefund {
		Self::check_sealable(*season).map_err(Self::refusal)?;
		Self::upkeep_request(("seal", season))
	}

	fn upkeep_request(tag: impl Encode) -> TransactionValidityWithRefund {
		ValidTransaction::with_tag_prefix(TAG)
			.priority(PRIORITY)
			.longevity(LONGEVITY)
			.and_provides(tag)
			.propagate(true)
			.build()
			.map(|valid| (valid, Weight::zero()))
	}

	/// Enrols `account`, whose proof has been checked.
	pub(crate) fn do_enrol(ballot: Ballot, account: T::AccountId) -> DispatchResult {
		// The proof was checked just before; this is what it was checked with.
		Self::check_enrolment(&ballot, &account)?;
		let Ballot { season, context, ring, alias } = ballot;
		let mut accounts = Aliases::<T>::get(season, (context, alias)).unwrap_or_default();
		let old = accounts.last().cloned();
		accounts.try_push(account.clone()).map_err(|_| Error::<T>::TooManyEnrolments)?;
		Aliases::<T>::insert(season, (context, alias), accounts);
		Enrolments::<T>::insert(&account, Enrolment { ballot, voice: Voice::Live });
		System::<T>::inc_sufficients(&account);
		match old {
			Some(old) => {
				Self::silence(&old);
				Self::deposit_event(Event::EnrolmentMoved {
					season,
					context,
					ring,
					alias,
					old,
					new: account,
				});
			}
			None => Self::deposit_event(Event::Enrolled { season, context, ring, alias, account }),
		}
		Ok(())
	}

	/// Lets `account` speak no more.
	fn silence(account: &T::AccountId) {
		let was_live = Enrolments::<T>::mutate(account, |entry| match entry {
			Some(enrolment) if enrolment.voice == Voice::Live => {
				enrolment.voice = Voice::Moved;
				true
			}
			_ => false,
		});
		if was_live {
			System::<T>::dec_sufficients(account);
		} else {
			defensive!("an alias speaks through its last account (I4)");
		}
	}

	/// Removes an alias of a season long over. Returns how many accounts it had.
	pub(crate) fn forget(season: SeasonIndex, name: (Context, Alias)) -> u32 {
		let accounts = Aliases::<T>::take(season, name).unwrap_or_default();
		for account in &accounts {
			if Enrolments::<T>::take(account).is_some_and(|enrolment| enrolment.voice == Voice::Live) {
				System::<T>::dec_sufficients(account);
			}
		}
		u32::try_from(accounts.len()).unwrap_or(MAX_ENROLMENTS)
	}

	/// Whether enrolments of `season` still serve: in it, and in the season after.
	pub(crate) fn serves(season: SeasonIndex) -> bool {
		season.saturating_add(1) >= CurrentSealing::<T>::get().season
	}
}

impl<T: Config> Ballots<T::AccountId> for Pallet<T> {
	fn ballot(account: &T::AccountId) -> Option<Ballot> {
		Enrolments::<T>::get(account)
			.filter(|enrolment| enrolment.voice == Voice::Live)
			.map(|enrolment| enrolment.ballot)
			.filter(|ballot| Self::serves(ballot.season))
	}

	fn alias_of(account: &T::AccountId, context: Context) -> Option<Alias> {
		Self::ballot(account)
			.filter(|ballot| ballot.context == context && ballot.season == CurrentSealing::<T>::get().season)
			.map(|ballot| ballot.alias)
	}

	fn electorate(season: SeasonIndex) -> Option<u32> {
		Electorates::<T>::get(season)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ballot(account: &T::AccountId, context: Context) -> Ballot {
		match context {
			Context::Nation => Self::ensure_enrolled(account, RingId::Nation(0)),
			Context::Residence => Self::ensure_resident(account, 0),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_resident(account: &T::AccountId, cell: civitas_primitives::CellId) -> Ballot {
		Self::ensure_enrolled(account, RingId::Cell(cell, 0))
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl<T: Config> Pallet<T> {
	/// Enrols `account` this season without a proof, so that a benchmark can set its scene.
	fn ensure_enrolled(account: &T::AccountId, ring: RingId) -> Ballot {
		if let Some(ballot) = Self::ballot(account) {
			return ballot;
		}
		let season = CurrentSealing::<T>::mutate(|sealing| {
			sealing.phase = Phase::Open;
			sealing.season
		});
		let context = Group::of(ring).0.context();
		let alias = account.using_encoded(blake2_256);
		Aliases::<T>::insert(
			season,
			(context, alias),
			AccountsOf::<T>::truncate_from([account.clone()].into()),
		);
		let ballot = Ballot { season, context, ring, alias };
		Enrolments::<T>::insert(account, Enrolment { ballot, voice: Voice::Live });
		System::<T>::inc_sufficients(account);
		ballot
	}
}
