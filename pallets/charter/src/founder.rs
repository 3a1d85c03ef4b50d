//! What waits, and what a founder can still do about it.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{Standing, Tier};
use frame_support::{defensive, storage::with_transaction};
use sp_runtime::{traits::Saturating, TransactionOutcome};

impl<T: Config> Pallet<T> {
	/// That `origin` is the founder, in full standing, and that the tier leaves them `power`.
	pub(crate) fn ensure_founder(origin: OriginFor<T>, power: FounderPower) -> DispatchResult {
		let who = ensure_signed(origin)?;
		let founder = T::Citizenry::citizen(&who).filter(|it| T::Founders::founder() == Some(*it));
		let founder = founder.ok_or(Error::<T>::NotFounder)?;
		ensure!(T::Citizenry::standing(founder) == Some(Standing::Active), Error::<T>::NotActive);
		ensure!(power.held_in(T::Tiers::tier()), Error::<T>::PowerLost);
		Ok(())
	}

	/// Whether there is a founder who holds `power`, or will once their suspension is over.
	fn is_left(power: FounderPower) -> bool {
		T::Founders::founder().is_some() && power.held_in(T::Tiers::tier())
	}

	/// Whether the founder can use `power` now.
	pub(crate) fn is_usable(power: FounderPower) -> bool {
		let active = |founder| T::Citizenry::standing(founder) == Some(Standing::Active);
		T::Founders::founder().is_some_and(active) && power.held_in(T::Tiers::tier())
	}

	/// What stands between the citizens' vote and the law today.
	pub(crate) fn brake() -> Option<Brake> {
		if Self::is_left(FounderPower::Consent) {
			Some(Brake::Consent)
		} else if Self::is_left(FounderPower::Veto) {
			Some(Brake::Veto)
		} else {
			None
		}
	}

	/// Takes what citizens have passed by `track`.
	pub(crate) fn do_pass(track: Entrenchment, amendment: AmendmentOf<T>) -> DispatchResult {
		let author = Author::Citizens { track };
		let Some(brake) = Self::brake() else {
			return Self::apply(&amendment, track, author);
		};
		let text = amendment.text_hash();
		if brake == Brake::Veto {
			if let Some(veto) = Vetoes::<T>::get(text) {
				// A veto binds what it was for, and there is no second one of the same text.
				let binds = [amendment.base.hash(), InForce::<T>::get().hash].contains(&veto.base);
				let overrides = track == Entrenchment::Entrenched;
				ensure!(overrides || !binds, Error::<T>::Vetoed);
				Self::apply(&amendment, track, author)?;
				if overrides {
					Self::deposit_event(Event::VetoOverridden { text });
				}
				return Ok(());
			}
		}
		Self::check(&amendment, track, author)?;
		let id = Self::wait(amendment, author)?;
		Self::deposit_event(Event::Passed { amendment: id, text, track, brake });
		Ok(())
	}

	pub(crate) fn do_announce(amendment: AmendmentOf<T>) -> DispatchResult {
		let text = amendment.text_hash();
		Self::check_rejections(text)?;
		Self::check(&amendment, Entrenchment::Ordinary, Author::Founder)?;
		Self::count_founder_amendment()?;
		let id = Self::wait(amendment, Author::Founder)?;
		Self::deposit_event(Event::Announced { amendment: id, text });
		Ok(())
	}

	/// The founder amends at once.
	pub(crate) fn do_amend(amendment: &AmendmentOf<T>) -> DispatchResult {
		Self::check_rejections(amendment.text_hash())?;
		Self::count_founder_amendment()?;
		Self::apply(amendment, Entrenchment::Entrenched, Author::Founder)
	}

	/// Counts one more amendment of the founder in this season. Each new version makes every applicant accept the charter
	/// again, so without a limit a founder could keep all of them out.
	fn count_founder_amendment() -> DispatchResult {
		let season = T::Calendar::season().index;
		let number = Self::founder_amendments_in(season);
		ensure!(number < MAX_FOUNDER_AMENDMENTS, Error::<T>::TooManyFounderAmendments);
		// Below the limit, which has just been checked.
		FounderAmendments::<T>::put(SeasonCount { season, number: number.saturating_add(1) });
		Ok(())
	}

	/// How many amendments the founder has made or announced in `season`, whatever became of them.
	pub(crate) fn founder_amendments_in(season: SeasonIndex) -> u32 {
		let count = FounderAmendments::<T>::get();
		if count.season == season {
			count.number
		} else {
			0
		}
	}

	/// The first season in which the founder may announce again what citizens rejected in `rejected`.
	pub(crate) fn rejected_until(rejected: SeasonIndex) -> SeasonIndex {
		// Whole seasons, after the one of the rejection. Clamping at the last season there is means: never.
		let seasons = T::RejectionSeasons::get().min(MAX_REJECTION_SEASONS);
		rejected.saturating_add(seasons).saturating_add(1)
	}

	/// The rejections that are remembered now.
	pub(crate) fn rejections() -> Vec<Rejection> {
		let season = T::Calendar::season().index;
		let mut all = Rejections::<T>::get().into_inner();
		all.retain(|it| season < Self::rejected_until(it.season));
		all
	}

	/// That citizens have not rejected `text` lately.
	fn check_rejections(text: H256) -> DispatchResult {
		let rejected = Self::rejections().iter().any(|it| it.text == text);
		ensure!(!rejected, Error::<T>::RejectedText);
		Ok(())
	}

	/// Lets `amendment` wait.
	fn wait(amendment: AmendmentOf<T>, author: Author) -> Result<H256, DispatchError> {
		let id = amendment.id();
		ensure!(!Pending::<T>::contains_key(id), Error::<T>::AlreadyPending);
		let count = |waiting: &mut u32, limit: u32| {
			ensure!(*waiting < limit, Error::<T>::TooManyPending);
			// Below the limit, which has just been checked.
			*waiting = waiting.saturating_add(1);
			Ok::<_, DispatchError>(())
		};
		match author {
			Author::Founder => Announced::<T>::try_mutate(|waiting| count(waiting, MAX_ANNOUNCED))?,
			_ => Passed::<T>::try_mutate(|waiting| count(waiting, MAX_PASSED))?,
		}
		let since = frame_system::Pallet::<T>::block_number();
		Pending::<T>::insert(id, PendingAmendment { amendment, author, since });
		Ok(id)
	}

	/// Ends the waiting of the amendment named `id`.
	fn unwait(id: H256, author: Author) {
		Pending::<T>::remove(id);
		let uncount = |waiting: &mut u32| match waiting.checked_sub(1) {
			Some(less) => *waiting = less,
			None => {
				defensive!("what waits is counted (I4)");
			}
		};
		match author {
			Author::Founder => Announced::<T>::mutate(uncount),
			_ => Passed::<T>::mutate(uncount),
		}
	}

	fn pending(id: H256) -> Result<PendingOf<T>, DispatchError> {
		Ok(Pending::<T>::get(id).ok_or(Error::<T>::UnknownAmendment)?)
	}

	/// What citizens have passed under the name `id`, and the track that they did it by.
	fn passed(id: H256) -> Result<(PendingOf<T>, Entrenchment), DispatchError> {
		let pending = Self::pending(id)?;
		match pending.author {
			Author::Citizens { track } => Ok((pending, track)),
			_ => Err(Error::<T>::NotPassed.into()),
		}
	}

	/// That the founder has announced what is named `id`.
	fn check_announced(id: H256) -> DispatchResult {
		ensure!(Self::pending(id)?.author == Author::Founder, Error::<T>::NotAnnounced);
		Ok(())
	}

	pub(crate) fn do_withdraw(id: H256) -> DispatchResult {
		Self::check_announced(id)?;
		Self::unwait(id, Author::Founder);
		Self::deposit_event(Event::Withdrawn { amendment: id });
		Ok(())
	}

	pub(crate) fn do_reject(id: H256) -> DispatchResult {
		Self::check_announced(id)?;
		let text = Self::pending(id)?.amendment.text_hash();
		let mut rejections = Self::rejections();
		rejections.retain(|it| it.text != text);
		rejections.push(Rejection { text, season: T::Calendar::season().index });
		match BoundedVec::try_from(rejections) {
			Ok(rejections) => Rejections::<T>::put(rejections),
			Err(_) => {
				defensive!("a founder cannot announce as much as can be remembered");
			}
		}
		Self::unwait(id, Author::Founder);
		Self::deposit_event(Event::Rejected { amendment: id, text });
		Ok(())
	}

	pub(crate) fn do_consent(id: H256) -> DispatchResult {
		let (pending, track) = Self::passed(id)?;
		Self::apply(&pending.amendment, track, pending.author)?;
		Self::unwait(id, pending.author);
		Self::deposit_event(Event::Consented { amendment: id });
		Ok(())
	}

	pub(crate) fn do_veto(id: H256) -> DispatchResult {
		let (pending, _) = Self::passed(id)?;
		let text = pending.amendment.text_hash();
		if Self::brake() == Some(Brake::Veto) {
			ensure!(Vetoes::<T>::get(text).is_none(), Error::<T>::AlreadyVetoed);
			let now = frame_system::Pallet::<T>::block_number();
			ensure!(now < Self::veto_until(&pending), Error::<T>::TooLateToVeto);
		}
		let version = InForce::<T>::get().version;
		Vetoes::<T>::insert(text, Veto { version, base: pending.amendment.base.hash() });
		Self::unwait(id, pending.author);
		Self::deposit_event(Event::Vetoed { amendment: id, text });
		Ok(())
	}

	/// The first block in which it is too late for a veto in the Shared tier.
	fn veto_until(pending: &PendingOf<T>) -> BlockNumberFor<T> {
		// Clamping at the last block number there is means: never.
		pending.since.saturating_add(T::VetoPeriod::get())
	}

	/// The first block in which `pending` can be enacted, as things stand.
	pub(crate) fn enactable_from(pending: &PendingOf<T>) -> Result<BlockNumberFor<T>, DispatchError> {
		match pending.author {
			Author::Founder => {
				ensure!(Self::is_left(FounderPower::Announce), Error::<T>::PowerLost);
				ensure!(Self::is_usable(FounderPower::Announce), Error::<T>::NotActive);
				// As above.
				Ok(pending.since.saturating_add(T::Calendar::season_length()))
			}
			_ => match Self::brake() {
				Some(Brake::Consent) => Err(Error::<T>::AwaitsConsent.into()),
				// Light clients cannot follow `contains_key` on values over 32 bytes.
				Some(Brake::Veto) if Vetoes::<T>::get(pending.amendment.text_hash()).is_none() => {
					Ok(Self::veto_until(pending))
				}
				// Nobody can veto it (any more).
				_ => Ok(pending.since),
			},
		}
	}

	pub(crate) fn do_enact(id: H256) -> DispatchResult {
		let pending = Self::pending(id)?;
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(now >= Self::enactable_from(&pending)?, Error::<T>::TooEarlyToEnact);
		Self::apply(&pending.amendment, pending.author.track(), pending.author)?;
		Self::unwait(id, pending.author);
		Ok(())
	}

	/// Whether [`Self::do_enact`] would succeed now. Nothing changes.
	pub(crate) fn can_enact(id: H256) -> bool {
		with_transaction(|| TransactionOutcome::Rollback(Self::do_enact(id))).is_ok()
	}

	/// Why the waiting `pending` can never be law, if so.
	pub(crate) fn futility(pending: &PendingOf<T>) -> Option<Futility> {
		if Self::check_base(&pending.amendment).is_err() {
			return Some(Futility::Stale);
		}
		let by_founder = pending.author == Author::Founder;
		if by_founder && !Self::is_left(FounderPower::Announce) {
			return Some(Futility::PowerLost);
		}
		let now = frame_system::Pallet::<T>::block_number();
		// As above.
		let unanswered = now >= pending.since.saturating_add(T::ConsentPeriod::get());
		if !by_founder && unanswered && Self::brake() == Some(Brake::Consent) {
			return Some(Futility::Unanswered);
		}
		let track = pending.author.track();
		let impossible = Self::check(&pending.amendment, track, pending.author).is_err();
		impossible.then_some(Futility::Impossible)
	}

	/// That what is named `id` can never be law. Returns why, and whose it is.
	pub(crate) fn check_futility(id: H256) -> Result<(Futility, Author), DispatchError> {
		let pending = Self::pending(id)?;
		let futility = Self::futility(&pending).ok_or(Error::<T>::TooEarlyToDiscard)?;
		Ok((futility, pending.author))
	}

	pub(crate) fn do_discard(id: H256) -> DispatchResult {
		let (futility, author) = Self::check_futility(id)?;
		Self::unwait(id, author);
		Self::deposit_event(Event::Discarded { amendment: id, futility });
		Ok(())
	}

	pub(crate) fn do_step_down(who: &T::AccountId) -> DispatchResult {
		let citizen = T::Citizenry::citizen(who).ok_or(Error::<T>::NotFounder)?;
		ensure!(T::Founders::founder() == Some(citizen), Error::<T>::NotFounder);
		T::Founders::retire_founder();
		Ok(())
	}

	pub(crate) fn do_remove_founder() -> DispatchResult {
		ensure!(T::Tiers::tier() == Tier::Community, Error::<T>::NotCommunity);
		ensure!(T::Founders::founder().is_some(), Error::<T>::NoFounder);
		T::Founders::retire_founder();
		Ok(())
	}
}
