//! Enrolling: a proof binds an account to an alias.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{BallotAccounts, Ballots, MembershipError, Memberships, ProofError};
use frame_support::defensive;
use frame_system::Pallet as System;
use sp_runtime::{
	traits::{One, Saturating, UniqueSaturatedInto, Verify, Zero},
	transaction_validity::TransactionLongevity,
};

/// The pool's names for what it accepts once at a time.
const TAG: &str = "CivitasRoll";

/// For how many blocks the pool keeps a request for upkeep.
const UPKEEP_LONGEVITY: TransactionLongevity = 64;

/// What a proof of an enrolment is made for.
const ENROL: &[u8] = b"civitas/roll/enrol";

/// What a ballot account signs for.
const CONSENT: &[u8] = b"civitas/roll/consent";

/// What wallets put around bytes that a person signs, so that nobody can pass them off as a transaction.
const WRAPPER: (&[u8], &[u8]) = (b"<Bytes>", b"</Bytes>");

impl<T: Config> From<MembershipError> for Error<T> {
	fn from(error: MembershipError) -> Self {
		match error {
			MembershipError::WrongSeason => Self::WrongSeason,
			MembershipError::NotSealed => Self::NotSealed,
			MembershipError::WrongContext => Self::WrongContext,
			MembershipError::UnknownRing => Self::UnknownRing,
			MembershipError::NotBuilt => Self::NotBuilt,
			MembershipError::RingTooSmall => Self::RingTooSmall,
			MembershipError::NotRecent => Self::NotRecent,
			MembershipError::Malformed => Self::MalformedProof,
			MembershipError::Invalid => Self::InvalidProof,
			MembershipError::WrongAlias => Self::WrongAlias,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The bytes that name `context` in `season` on this chain: what an alias is for.
	pub fn context_bytes(context: Context, season: SeasonIndex) -> [u8; 32] {
		context.bytes(Self::genesis().as_ref(), season)
	}

	/// The message that a proof must carry to enrol `account` as number `count` of its alias. It names its purpose,
	/// the chain, the season, the context, the account and a recent block, so that the proof is worth nothing for
	/// any other. `None` if the block is not recent.
	pub fn message(
		season: SeasonIndex,
		context: Context,
		account: &T::AccountId,
		count: u32,
		at: BlockNumberFor<T>,
	) -> Option<Vec<u8>> {
		let said = (context, account, count).encode();
		Some(Self::statement(ENROL, season, &said, at, Self::recent(at)?))
	}

	/// The bytes that a ballot account signs to speak for `alias`. `None` if the block is not recent.
	pub fn consent(
		season: SeasonIndex,
		context: Context,
		alias: Alias,
		count: u32,
		at: BlockNumberFor<T>,
	) -> Option<Vec<u8>> {
		let said = (context, alias, count).encode();
		Some(Self::statement(CONSENT, season, &said, at, Self::recent(at)?))
	}

	/// What is said for `purpose` after the block `at`, bound to this chain and the season.
	fn statement(
		purpose: &[u8],
		season: SeasonIndex,
		said: &[u8],
		at: BlockNumberFor<T>,
		hash: T::Hash,
	) -> Vec<u8> {
		let mut statement = purpose.to_vec();
		(Self::genesis(), season).encode_to(&mut statement);
		statement.extend_from_slice(said);
		(at, hash).encode_to(&mut statement);
		statement
	}

	fn genesis() -> T::Hash {
		System::<T>::block_hash(BlockNumberFor::<T>::zero())
	}

	/// The hash of a block that is over and recent enough for a proof to name it.
	fn recent(at: BlockNumberFor<T>) -> Option<T::Hash> {
		if Self::lifetime(at) == 0 || at >= System::<T>::block_number() {
			return None;
		}
		Some(System::<T>::block_hash(at)).filter(|hash| *hash != T::Hash::default())
	}

	/// The fewest members with which a ring can be used. At most [`MAX_MINIMUM`], so that no amendment silences a
	/// small state.
	pub(crate) fn minimum() -> u32 {
		Self::min_ring_size().min(MAX_MINIMUM)
	}

	/// Checks that the ring can be proven membership of now. Returns its commitment.
	// What a light client must read to check a transaction is read with `get` or `decode_len`: it cannot follow
	// `contains_key` on values over 32 bytes. An entry of `Unbuilt` is empty.
	pub(crate) fn check_ring(claim: &Ballot) -> Result<RingCommitment, MembershipError> {
		let Ballot { season, context, ring, .. } = *claim;
		let sealing = CurrentSealing::<T>::get();
		ensure!(season == sealing.season, MembershipError::WrongSeason);
		ensure!(sealing.phase == Phase::Open, MembershipError::NotSealed);
		ensure!(Group::of(ring).0.proves(context), MembershipError::WrongContext);
		ensure!(Seating::<T>::decode_len(ring).is_some(), MembershipError::UnknownRing);
		ensure!(!Unbuilt::<T>::contains_key(ring), MembershipError::NotBuilt);
		ensure!(Self::hides(ring) >= Self::minimum(), MembershipError::RingTooSmall);
		Commitments::<T>::get(ring).ok_or(MembershipError::NotBuilt)
	}

	/// Checks that `proof` shows a member of the ring with this commitment who says `message`.
	fn check_proof(
		commitment: &RingCommitment,
		claim: &Ballot,
		message: &[u8],
		proof: &RingProof,
	) -> Result<(), MembershipError> {
		let name = Self::context_bytes(claim.context, claim.season);
		let proven = T::Rings::verify(commitment, &name, message, proof).map_err(|error| match error {
			ProofError::Malformed => MembershipError::Malformed,
			ProofError::Invalid => MembershipError::Invalid,
		})?;
		ensure!(proven == claim.alias, MembershipError::WrongAlias);
		Ok(())
	}

	/// Checks all of an enrolment but its consent and its proof. Returns who speaks for the alias until now.
	pub(crate) fn check_enrolment(
		ballot: &Ballot,
		account: &T::AccountId,
		count: u32,
	) -> Result<Option<SpeakerOf<T>>, Error<T>> {
		let Ballot { season, context, alias, .. } = *ballot;
		ensure!(matches!(context, Context::Nation | Context::Residence), Error::<T>::NotEnrollable);
		ensure!(Enrolments::<T>::get(account).is_none(), Error::<T>::AlreadyEnrolled);
		ensure!(T::Citizenry::citizen(account).is_none(), Error::<T>::NotSecret);
		ensure!(!T::KnownAccounts::is_known(account), Error::<T>::NotSecret);
		let speaker = Aliases::<T>::get(season, (context, alias));
		let used = speaker.as_ref().map_or(0, |speaker| speaker.used);
		ensure!(used == count, Error::<T>::WrongCount);
		let from = speaker.as_ref().map(Self::moves_from).unwrap_or_default();
		ensure!(from <= System::<T>::block_number(), Error::<T>::MovedTooSoon);
		Ok(speaker)
	}

	/// The block from which on an alias can move to another account.
	fn moves_from(speaker: &SpeakerOf<T>) -> BlockNumberFor<T> {
		if speaker.used <= FREE_MOVES {
			Zero::zero()
		} else {
			// A block number that overflows is never reached.
			speaker.since.saturating_add(T::MovePeriod::get())
		}
	}

	/// Checks that `account` itself asks to speak for the alias.
	pub(crate) fn check_consent(
		ballot: &Ballot,
		account: &T::AccountId,
		count: u32,
		at: BlockNumberFor<T>,
		consent: &T::Consent,
	) -> Result<(), Error<T>> {
		let plain = Self::consent(ballot.season, ballot.context, ballot.alias, count, at)
			.ok_or(Error::<T>::NotRecent)?;
		let wrapped = [WRAPPER.0, &plain, WRAPPER.1].concat();
		let signed = consent.verify(&plain[..], account) || consent.verify(&wrapped[..], account);
		ensure!(signed, Error::<T>::NoConsent);
		Ok(())
	}

	/// Whether the pool and a block may take an enrolment: the cheap checks first, the proof last.
	///
	/// The newest enrolment of an alias takes the place of an older one that waits: it has the higher priority. So a
	/// proof that a node holds back or sends late cannot shut out the next one.
	#[allow(clippy::borrowed_box, reason = "it is called with references to the call's arguments")]
	#[allow(clippy::too_many_arguments, reason = "they are the call's")]
	pub(crate) fn authorize_enrol(
		_: TransactionSource,
		season: &SeasonIndex,
		ring: &RingId,
		context: &Context,
		account: &T::AccountId,
		alias: &Alias,
		count: &u32,
		at: &BlockNumberFor<T>,
		consent: &T::Consent,
		proof: &Box<RingProof>,
	) -> TransactionValidityWithRefund {
		let ballot = Ballot { season: *season, context: *context, ring: *ring, alias: *alias };
		Self::authorize_ballot(&ballot, account, *count, *at, consent, proof).map_err(Self::refusal)?;
		ValidTransaction::with_tag_prefix(TAG)
			.priority((*at).unique_saturated_into())
			.longevity(Self::lifetime(*at))
			.and_provides(("account", account))
			.and_provides(("alias", season, context, alias))
			.propagate(true)
			.build()
			.map(|valid| (valid, Weight::zero()))
	}

	fn authorize_ballot(
		ballot: &Ballot,
		account: &T::AccountId,
		count: u32,
		at: BlockNumberFor<T>,
		consent: &T::Consent,
		proof: &RingProof,
	) -> Result<(), Error<T>> {
		let commitment = Self::check_ring(ballot)?;
		Self::check_enrolment(ballot, account, count)?;
		Self::check_consent(ballot, account, count, at, consent)?;
		let message =
			Self::message(ballot.season, ballot.context, account, count, at).ok_or(Error::<T>::NotRecent)?;
		Ok(Self::check_proof(&commitment, ballot, &message, proof)?)
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
			.longevity(UPKEEP_LONGEVITY)
			.and_provides(tag)
			.propagate(true)
			.build()
			.map(|valid| (valid, Weight::zero()))
	}

	/// Enrols `account`, whose consent and proof have been checked. The account before it speaks no more.
	pub(crate) fn do_enrol(ballot: Ballot, account: T::AccountId, count: u32) -> DispatchResult {
		// The proof was checked just before; this is what it was checked with.
		Self::check_ring(&ballot).map_err(Error::<T>::from)?;
		let speaker = Self::check_enrolment(&ballot, &account, count)?;
		let Ballot { season, context, ring, alias } = ballot;
		let old = speaker.map(|speaker| speaker.account);
		if let Some(old) = &old {
			Self::dismiss(old, &ballot);
		}
		let speaker = Speaker {
			account: account.clone(),
			// An alias moves once in many blocks, so its moves are fewer than blocks.
			used: count.saturating_add(1),
			since: System::<T>::block_number(),
		};
		Aliases::<T>::insert(season, (context, alias), speaker);
		Enrolments::<T>::insert(&account, Enrolment { ballot });
		System::<T>::inc_sufficients(&account);
		let event = match old {
			Some(old) => Event::EnrolmentMoved { season, context, ring, alias, old, new: account },
			None => Event::Enrolled { season, context, ring, alias, account },
		};
		Self::deposit_event(event);
		Ok(())
	}

	/// Lets `account` speak no more for the ballot's alias.
	fn dismiss(account: &T::AccountId, ballot: &Ballot) {
		let named = |enrolment: &Enrolment| {
			let known = enrolment.ballot;
			(known.season, known.context, known.alias) == (ballot.season, ballot.context, ballot.alias)
		};
		if Enrolments::<T>::take(account).as_ref().is_some_and(named) {
			System::<T>::dec_sufficients(account);
		} else {
			defensive!("an alias speaks through an account that is enrolled for it (I4)");
		}
	}

	/// Removes an alias of a season long over.
	pub(crate) fn forget(season: SeasonIndex, name: (Context, Alias)) {
		let (context, alias) = name;
		if let Some(speaker) = Aliases::<T>::take(season, name) {
			let ring = RingId::Nation(0);
			Self::dismiss(&speaker.account, &Ballot { season, context, ring, alias });
		}
	}

	/// Whether enrolments of `season` still serve: in it, and in the season after.
	pub(crate) fn serves(season: SeasonIndex) -> bool {
		season.saturating_add(1) >= CurrentSealing::<T>::get().season
	}

	/// How an alias stands.
	pub fn alias_info(season: SeasonIndex, context: Context, alias: Alias) -> AliasInfoOf<T> {
		match Aliases::<T>::get(season, (context, alias)) {
			Some(speaker) => AliasInfo {
				moves_from: Self::moves_from(&speaker),
				used: speaker.used,
				account: Some(speaker.account),
			},
			None => AliasInfo { used: 0, account: None, moves_from: Zero::zero() },
		}
	}
}

impl<T: Config> Memberships<BlockNumberFor<T>> for Pallet<T> {
	fn check(
		claim: &Ballot,
		purpose: &[u8],
		said: &[u8],
		at: BlockNumberFor<T>,
		proof: &RingProof,
	) -> Result<(), MembershipError> {
		let commitment = Self::check_ring(claim)?;
		let hash = Self::recent(at).ok_or(MembershipError::NotRecent)?;
		let message = Self::statement(purpose, claim.season, said, at, hash);
		Self::check_proof(&commitment, claim, &message, proof)
	}

	fn lifetime(at: BlockNumberFor<T>) -> u64 {
		let end = at.saturating_add(T::ProofWindow::get());
		// In the last block that it can be used in, one block is left.
		end.saturating_add(One::one()).saturating_sub(System::<T>::block_number()).unique_saturated_into()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_claim(context: Context) -> Ballot {
		Self::ensure_ring(context)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn check_recorded(claim: &Ballot) {
		let recorded = T::Rings::recorded();
		assert!(Self::check_ring(claim).is_ok());
		Self::recent(BlockNumberFor::<T>::zero());
		Self::context_bytes(claim.context, claim.season);
		let proven = T::Rings::verify(&recorded.ring, &recorded.context, &recorded.message, &recorded.proof);
		assert_eq!(proven, Ok(recorded.alias));
	}
}

impl<T: Config> BallotAccounts<T::AccountId> for Pallet<T> {
	fn is_ballot_account(account: &T::AccountId) -> bool {
		Self::ballot(account).is_some()
	}
}

impl<T: Config> Ballots<T::AccountId> for Pallet<T> {
	fn ballot(account: &T::AccountId) -> Option<Ballot> {
		Enrolments::<T>::get(account)
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
			Context::Residence => Self::ensure_resident(account, 0),
			_ => Self::ensure_enrolled(account, RingId::Nation(0)),
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
		let season = Self::ensure_open();
		let context = match Group::of(ring).0 {
			Group::Nation => Context::Nation,
			Group::Cell(_) => Context::Residence,
		};
		let alias = account.using_encoded(sp_io::hashing::blake2_256);
		let speaker = Speaker { account: account.clone(), used: 1, since: Zero::zero() };
		Aliases::<T>::insert(season, (context, alias), speaker);
		let ballot = Ballot { season, context, ring, alias };
		Enrolments::<T>::insert(account, Enrolment { ballot });
		System::<T>::inc_sufficients(account);
		ballot
	}

	/// Opens the roll of the season that is being sealed.
	fn ensure_open() -> SeasonIndex {
		CurrentSealing::<T>::mutate(|sealing| {
			sealing.phase = Phase::Open;
			sealing.season
		})
	}

	/// A full ring of the nation whose commitment is the recorded one, and a claim of somebody in it.
	fn ensure_ring(context: Context) -> Ballot {
		let season = Self::ensure_open();
		let recorded = T::Rings::recorded();
		let ring = RingId::Nation(0);
		let key = T::Rings::make_key([1; 32]);
		let members = (0..Self::ring_size()).map(|citizen| Seat { citizen, key }).collect();
		Seating::<T>::insert(ring, Members::truncate_from(members));
		Unbuilt::<T>::remove(ring);
		Commitments::<T>::insert(ring, recorded.ring);
		Ballot { season, context, ring, alias: recorded.alias }
	}
}
