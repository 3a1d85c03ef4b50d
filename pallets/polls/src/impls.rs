//! Which polls are void, who has how many open, and which texts are kept.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::vec::Vec;
use civitas_primitives::PollTexts;
use frame_support::{
	dispatch::PostDispatchInfo,
	storage::with_storage_layer,
	traits::{Bounded, QueryPreimage},
};
use frame_system::RawOrigin;
use pallet_referenda::{ReferendumInfo, ReferendumStatusOf, TrackQueue, TracksInfo, WeightInfo as _};
use sp_runtime::traits::{BlockNumberProvider, Saturating};

type Referenda<T> = pallet_referenda::Pallet<T>;
type Status<T> = ReferendumStatusOf<T, ()>;
type Texts<T> = <T as pallet_referenda::Config>::Preimages;

impl<T: Config> Pallet<T> {
	/// The current block, as the referenda pallet counts.
	pub(crate) fn now() -> Moment<T> {
		<T as pallet_referenda::Config>::BlockNumberProvider::current_block_number()
	}

	/// An open poll.
	pub(crate) fn status(poll: PollIndex) -> Result<Status<T>, Error<T>> {
		match ReferendumInfoFor::<T>::get(poll) {
			Some(ReferendumInfo::Ongoing(status)) => Ok(status),
			_ => Err(Error::<T>::NotOngoing),
		}
	}

	/// Whether an open poll is void.
	pub(crate) fn is_void(status: &Status<T>) -> bool {
		let now = T::Calendar::season();
		let last = status.tally.season().saturating_add(1);
		if now.index <= last {
			return false;
		}
		// The voters' time was over when this season began; or longer ago than anything takes to be decided.
		let just_over = now.index == last.saturating_add(1);
		let confirm = T::Tracks::info(status.track).map(|track| track.confirm_period);
		let in_time = match (&status.deciding, confirm) {
			// Clamping at the last block number there is means: never.
			(Some(deciding), Some(confirm)) => deciding.since.saturating_add(confirm) <= now.start,
			_ => false,
		};
		!(just_over && in_time)
	}

	/// Checks that `poll` is open and void.
	pub(crate) fn check_lapse(poll: PollIndex) -> Result<Status<T>, Error<T>> {
		let status = Self::status(poll)?;
		ensure!(Self::is_void(&status), Error::<T>::NotVoid);
		Ok(status)
	}

	/// Closes a void poll.
	pub(crate) fn do_lapse(poll: PollIndex) -> DispatchResult {
		let status = Self::check_lapse(poll)?;
		Self::close(poll, &status)?;
		Self::deposit_event(Event::Lapsed { poll });
		Ok(())
	}

	/// Ends an open poll, returns its deposits, and forgets it.
	pub(crate) fn close(poll: PollIndex, status: &Status<T>) -> DispatchResult {
		Referenda::<T>::cancel(RawOrigin::Root.into(), poll)?;
		if status.in_queue {
			// The referenda pallet leaves it in the queue, where it would take the place of another.
			TrackQueue::<T>::mutate(status.track, |queue| queue.retain(|(queued, _)| *queued != poll));
		}
		Referenda::<T>::refund_submission_deposit(RawOrigin::Root.into(), poll)?;
		if status.decision_deposit.is_some() {
			Referenda::<T>::refund_decision_deposit(RawOrigin::Root.into(), poll)?;
		}
		Self::forget(poll);
		Ok(())
	}

	/// Moves a poll on, or closes it if it is void.
	pub(crate) fn do_nudge(by_alarm: bool, poll: PollIndex) -> DispatchResultWithPostInfo {
		let status = Self::status(poll)?;
		if !by_alarm {
			let lost = match status.alarm {
				// What is queued waits for its turn and needs no alarm.
				_ if status.in_queue => !Self::is_queued(poll, &status),
				Some((when, _)) => when < Self::now(),
				None => true,
			};
			ensure!(lost, Error::<T>::NothingToNudge);
		}
		if Self::is_void(&status) {
			Self::do_lapse(poll)?;
			return Ok(Some(<T as Config>::WeightInfo::lapse()).into());
		}
		if status.in_queue && !Self::is_queued(poll, &status) {
			// The queue was full when it was its turn. It can try again.
			let status = Status::<T> { in_queue: false, ..status };
			ReferendumInfoFor::<T>::insert(poll, ReferendumInfo::Ongoing(status));
		}
		let PostDispatchInfo { actual_weight, pays_fee } =
			Referenda::<T>::nudge_referendum(RawOrigin::Root.into(), poll)?;
		let checks = <T as Config>::WeightInfo::nudge();
		let actual_weight = actual_weight.map(|weight| weight.saturating_add(checks));
		Ok(PostDispatchInfo { actual_weight, pays_fee })
	}

	/// Whether a poll really waits in the queue of its track.
	fn is_queued(poll: PollIndex, status: &Status<T>) -> bool {
		status.in_queue && TrackQueue::<T>::get(status.track).iter().any(|(queued, _)| *queued == poll)
	}

	/// What a nudge weighs at most.
	pub(crate) fn nudge_weight() -> Weight {
		type W<T> = <T as pallet_referenda::Config>::WeightInfo;
		[
			W::<T>::nudge_referendum_no_deposit(),
			W::<T>::nudge_referendum_preparing(),
			W::<T>::nudge_referendum_queued(),
			W::<T>::nudge_referendum_not_queued(),
			W::<T>::nudge_referendum_requeued_insertion(),
			W::<T>::nudge_referendum_requeued_slide(),
			W::<T>::nudge_referendum_begin_deciding_passing(),
			W::<T>::nudge_referendum_begin_deciding_failing(),
			W::<T>::nudge_referendum_begin_confirming(),
			W::<T>::nudge_referendum_continue_confirming(),
			W::<T>::nudge_referendum_end_confirming(),
			W::<T>::nudge_referendum_continue_not_confirming(),
			W::<T>::nudge_referendum_approved(),
			W::<T>::nudge_referendum_rejected(),
			W::<T>::nudge_referendum_timed_out(),
		]
		.into_iter()
		.fold(<T as Config>::WeightInfo::lapse(), |most, weight| most.max(weight))
		.saturating_add(<T as Config>::WeightInfo::nudge())
	}

	/// Counts a poll that `citizen` is about to submit. Refused if the citizen has too many open polls.
	///
	/// The referenda pallet's origin calls this within the submission, so that it is undone if the submission fails.
	pub fn note_submission(citizen: CitizenId) -> DispatchResult {
		let poll = pallet_referenda::ReferendumCount::<T>::get();
		for ended in Open::<T>::get(citizen).into_iter().filter(|it| *it != poll && Self::is_over(*it)) {
			Self::forget(ended);
		}
		let mut open = Open::<T>::get(citizen);
		if open.contains(&poll) {
			return Ok(());
		}
		ensure!(open.len() < Self::allowed(), Error::<T>::TooManyOpenPolls);
		open.try_push(poll).map_err(|_| Error::<T>::TooManyOpenPolls)?;
		Open::<T>::insert(citizen, open);
		Watched::<T>::insert(poll, Watch { author: Some(citizen), text: None });
		Ok(())
	}

	/// Checks that `citizen` has few enough open polls to submit another. The referenda pallet itself can only say
	/// `BadOrigin`.
	pub fn check_submission(citizen: CitizenId) -> DispatchResult {
		ensure!(Self::open_polls_of(citizen).len() < Self::allowed(), Error::<T>::TooManyOpenPolls);
		Ok(())
	}

	fn allowed() -> usize {
		usize::try_from(T::OpenPolls::get()).unwrap_or(usize::MAX)
	}

	/// The open polls that `citizen` has submitted.
	pub fn open_polls_of(citizen: CitizenId) -> Vec<PollIndex> {
		Open::<T>::get(citizen).into_iter().filter(|poll| Self::status(*poll).is_ok()).collect()
	}

	/// Whether nothing can become of `poll` any more for which its text is needed.
	fn is_over(poll: PollIndex) -> bool {
		Self::status(poll).is_err() && Waiting::<T>::get(Self::task_of(poll)).is_none()
	}

	/// Forgets a poll that is over, and lets go of its text.
	pub(crate) fn forget(poll: PollIndex) {
		let Some(Watch { author, text }) = Watched::<T>::take(poll) else { return };
		if let Some(author) = author {
			Open::<T>::mutate_exists(author, |entry| {
				let mut open = entry.take().unwrap_or_default();
				open.retain(|it| *it != poll);
				*entry = Some(open).filter(|open| !open.is_empty());
			});
		}
		if let Some(text) = text {
			Texts::<T>::unrequest(&text);
		}
	}

	/// Looks at some polls: closes those that are void, and forgets those that are over.
	pub(crate) fn upkeep(meter: &mut WeightMeter) {
		if meter.try_consume(<T as Config>::WeightInfo::upkeep()).is_err() {
			return;
		}
		let last = LastLook::<T>::get();
		let polls = match last {
			Some(last) => Watched::<T>::iter_keys_from(Watched::<T>::hashed_key_for(last)),
			None => Watched::<T>::iter_keys(),
		};
		let mut next = None;
		for poll in polls.take(LOOKS) {
			if meter.try_consume(<T as Config>::WeightInfo::lapse()).is_err() {
				break;
			}
			next = Some(poll);
			if Self::is_over(poll) {
				Self::forget(poll);
			} else if Self::check_lapse(poll).is_ok() {
				// A hook is not transactional by itself. What fails is tried again in the next round.
				let _ = with_storage_layer(|| Self::do_lapse(poll));
			}
		}
		// After the last poll, upkeep begins again with the first.
		if next != last {
			LastLook::<T>::set(next);
		}
	}

	/// The text of an open poll that must be kept for it, if it is not kept already.
	fn text_to_keep(poll: PollIndex) -> Result<Option<(Watch<T::Hash>, T::Hash)>, Error<T>> {
		let status = Self::status(poll)?;
		let (hash, there) = match status.proposal {
			Bounded::Inline(_) => return Ok(None),
			Bounded::Legacy { hash, .. } => (hash, Texts::<T>::len(&hash).is_some()),
			Bounded::Lookup { hash, len } => (hash, Texts::<T>::len(&hash) == Some(len)),
		};
		let watch = Watched::<T>::get(poll).unwrap_or_default();
		if watch.text.is_some() {
			return Ok(None);
		}
		ensure!(there, Error::<T>::TextMissing);
		Ok(Some((watch, hash)))
	}

	/// Whether the text of an open poll is on the chain.
	pub(crate) fn has_text(poll: PollIndex) -> bool {
		Self::text_to_keep(poll).is_ok()
	}
}

impl<T: Config> PollTexts for Pallet<T> {
	fn check(poll: PollIndex) -> DispatchResult {
		Self::text_to_keep(poll)?;
		Ok(())
	}

	fn keep(poll: PollIndex) -> DispatchResult {
		let Some((watch, text)) = Self::text_to_keep(poll)? else { return Ok(()) };
		Texts::<T>::request(&text);
		Watched::<T>::insert(poll, Watch { text: Some(text), ..watch });
		Self::deposit_event(Event::TextKept { poll, text });
		Ok(())
	}

	fn weight() -> Weight {
		<T as Config>::WeightInfo::keep()
	}
}
