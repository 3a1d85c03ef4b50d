//! Polls: what the stock referenda pallet leaves open.
//!
//! # Overview
//!
//! `pallet-referenda` conducts polls. This pallet stands beside it and keeps four promises that the stock pallet does
//! not keep:
//!
//! - Nobody passes anything after its voters' time is over. Votes on a poll can be cast until the season after the one
//!   of its submission ends. A poll that is not being decided by then is *void*: it cannot pass, and its deposits
//!   return.
//! - A citizen has only a few polls open at a time. No one person can fill a track or a block of the scheduler.
//! - A poll is decided only while its text is on the chain. Nobody can vote before the text is there, and from the
//!   first vote on the text stays until the poll is over.
//! - An approved law is always enacted. If the scheduler has no room in the block, the law moves to a later block. If
//!   there is no room there either, the law waits, and anyone can call [`Pallet::enact`].
//!
//! # Life cycle
//!
//! 1. A citizen submits a poll (`referenda.submit`). The origin that the referenda pallet asks for calls
//!    [`Pallet::note_submission`], which counts the citizen's open polls and refuses one too many. The referenda pallet
//!    can only say `BadOrigin` then; [`Pallet::check_submission`] says why.
//! 2. The first vote keeps the poll's text on the chain, through [`civitas_primitives::PollTexts`].
//! 3. The referenda pallet sets alarms through [`Patient`]. It turns each alarm into [`Pallet::nudge`], which closes
//!    the poll if it is void and lets the referenda pallet go on otherwise.
//! 4. Anyone can close a void poll with [`Pallet::lapse`], free of charge. Upkeep in idle blocks does the same.
//! 5. The justice track stops a poll with [`Pallet::cancel`], if its own requirements are at least those of the poll's
//!    track.
//! 6. When a poll is over, upkeep removes what this pallet keeps of it.
//!
//! # Terms
//!
//! - *Voters' time*: from a poll's submission to the end of the season after the one of its submission.
//! - *Void*: a poll whose voters' time is over, and whose decision had not begun at least a confirmation period before
//!   that. Until then, its opponents could answer while it was being decided, so it stands as it was voted. Nothing is
//!   decided for longer than a season, so a season later every open poll is void.
//!
//! # Requirements
//!
//! The cancel origin of the referenda pallet must accept root, and its scheduler must be [`Patient`].
//!
//! # Invariants
//!
//! - **I1** A citizen's list holds the polls that are watched for this citizen and no others. No list is empty.
//! - **I2** A text that is kept for a poll is requested from its store.
//! - **I3** Every watched poll has been submitted.
//! - **I4** A law that waits has no place in the agenda.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use agenda::Patient;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod agenda;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
#[cfg(test)]
mod mock;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod types;
mod views;
pub mod weights;

use civitas_primitives::{would_succeed, Calendar, CitizenId, InSeason, PollIndex};
use frame_support::{
	pallet_prelude::*,
	traits::{
		schedule::v3::{Anon, Named, TaskName},
		IsSubType,
	},
	weights::WeightMeter,
};
use frame_system::{ensure_signed_or_root, pallet_prelude::*};
use pallet_referenda::{BoundedCallOf, CallOf, PalletsOriginOf, ReferendumInfoFor, TrackIdOf};

/// A block, as the referenda pallet counts them.
pub type Moment<T> = pallet_referenda::BlockNumberFor<T, ()>;

/// A passed law: the origin that it has, and its text.
pub type Law<T> = (PalletsOriginOf<T>, BoundedCallOf<T, ()>);

/// The care of polls: when a poll is void, which law waits, and who can stop a poll.
///
/// Anyone can move on a poll that has stopped.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet is a companion of the stock referenda pallet and reads its state, so it asks for that pallet itself.
	#[pallet::config]
	pub trait Config:
		frame_system::Config
		+ pallet_referenda::Config<
			RuntimeCall: From<Call<Self>> + IsSubType<pallet_referenda::Call<Self>>,
			Tally: InSeason,
		>
	{
		/// The scheduler's agenda.
		type Agenda: Anon<Moment<Self>, CallOf<Self, ()>, PalletsOriginOf<Self>, Hasher = Self::Hashing>
			+ Named<Moment<Self>, CallOf<Self, ()>, PalletsOriginOf<Self>, Hasher = Self::Hashing>;

		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = Moment<Self>>;

		/// Who can stop polls, and of which tracks.
		type StopOrigin: EnsureOrigin<OriginFor<Self>, Success: Stops<TrackIdOf<Self, ()>>>;

		/// How many polls a citizen can have open. At most [`MAX_OPEN_POLLS`].
		type OpenPolls: Get<u32>;

		/// How much of a block's idle time upkeep can take.
		type UpkeepWeight: Get<Weight>;

		/// What each call and each step of upkeep weighs.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The polls that a citizen has submitted and that were open when this was last looked at. The citizen pays the
	/// submission deposits. Removed by the citizen's next submission or by upkeep, when the polls are over.
	// Citizens and polls are numbered by the chain.
	#[pallet::storage]
	pub type Open<T: Config> =
		StorageMap<_, Twox64Concat, CitizenId, BoundedVec<PollIndex, ConstU32<MAX_OPEN_POLLS>>, ValueQuery>;

	/// What is kept of each poll until it is over. Made by its submission, or by its first vote if it was submitted
	/// before this pallet counted. Removed by upkeep.
	#[pallet::storage]
	pub type Watched<T: Config> = StorageMap<_, Twox64Concat, PollIndex, Watch<T::Hash>>;

	/// The poll that upkeep looked at last.
	#[pallet::storage]
	pub type LastLook<T: Config> = StorageValue<_, PollIndex>;

	/// The passed laws for which the scheduler had no room, by the name of their task. Removed by `enact`.
	// Names are hashes.
	#[pallet::storage]
	pub type Waiting<T: Config> = StorageMap<_, Identity, TaskName, Law<T>>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A poll was void and is closed. Its deposits have returned.
		Lapsed {
			/// The poll.
			poll: PollIndex,
		},
		/// A track has stopped a poll. Its deposits have returned.
		Stopped {
			/// The poll.
			poll: PollIndex,
		},
		/// The text of a poll stays on the chain until the poll is over.
		TextKept {
			/// The poll.
			poll: PollIndex,
			/// The hash of the text.
			text: T::Hash,
		},
		/// The scheduler had no room in a block. The task moves to a later one.
		Postponed {
			/// The name of a law's task. `None` for an alarm.
			task: Option<TaskName>,
			/// The block that was full.
			from: Moment<T>,
			/// The block in which the task runs.
			to: Moment<T>,
		},
		/// The scheduler had no room in any of the blocks that were tried. A law waits until somebody calls `enact`; a
		/// poll without its alarm waits until somebody votes in it or calls `nudge`.
		NoRoom {
			/// The name of a law's task. `None` for an alarm.
			task: Option<TaskName>,
			/// The first block that was tried.
			from: Moment<T>,
		},
		/// A law that had to wait has a place in the agenda.
		Placed {
			/// The poll that passed it.
			poll: PollIndex,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such poll, or it is over.
		NotOngoing,
		/// This poll is not void: its voters' time is not over, or it was being decided in time.
		NotVoid,
		/// You have as many open polls as a citizen can have. Submit again when one of them is over.
		TooManyOpenPolls,
		/// The text of this poll is not on the chain. Note it with `preimage.note_preimage`, then vote.
		TextMissing,
		/// This poll's alarm is set, or it waits in the queue. Nobody needs to nudge it.
		NothingToNudge,
		/// No law of this poll waits for a place in the agenda.
		NotWaiting,
		/// The poll's track asks for more approval or support than yours. Stop it by a poll of its own track or of the
		/// entrenched one.
		TrackAsksForMore,
		/// The agendas of the next blocks are full. Try again later.
		AgendaFull,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Closes a void poll and returns its deposits. Anyone can, free of charge.
		///
		/// - `poll`: the number of the void poll.
		///
		/// Emits `Lapsed`. Refused with `NotOngoing` or `NotVoid`.
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::lapse())]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex| -> bool {
			ensure_signed(origin.clone()).is_ok() && Pallet::<T>::check_lapse(*poll).is_ok()
		})]
		pub fn lapse(origin: OriginFor<T>, poll: PollIndex) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_lapse(poll)?;
			Ok(Pays::No.into())
		}

		/// Stops a poll and returns its deposits. The tracks can whose own requirements are at least those of the
		/// poll's track.
		///
		/// - `poll`: the number of the poll to stop.
		///
		/// Emits `Stopped`. Refused with `NotOngoing` or `TrackAsksForMore`.
		#[pallet::call_index(1)]
		#[pallet::weight(<T as Config>::WeightInfo::cancel())]
		pub fn cancel(origin: OriginFor<T>, poll: PollIndex) -> DispatchResult {
			let power = T::StopOrigin::ensure_origin(origin)?;
			let status = Self::status(poll)?;
			ensure!(power.stops(&status.track), Error::<T>::TrackAsksForMore);
			Self::close(poll, &status)?;
			Self::deposit_event(Event::Stopped { poll });
			Ok(())
		}

		/// Moves a poll on to its next state. Alarms do this by themselves. Anyone can if an alarm was lost, or if the
		/// poll found the queue of its track full.
		///
		/// - `poll`: the number of the poll to move on.
		///
		/// Refused with `NothingToNudge` if the alarm is set, or with `NotOngoing`.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::nudge_weight().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex| -> bool {
			ensure_signed(origin.clone()).is_ok()
				&& would_succeed(|| Pallet::<T>::do_nudge(false, *poll).map(|_| ()).map_err(|it| it.error))
		})]
		pub fn nudge(origin: OriginFor<T>, poll: PollIndex) -> DispatchResultWithPostInfo {
			let caller = ensure_signed_or_root(origin)?;
			Self::do_nudge(caller.is_none(), poll)
		}

		/// Gives a law that waits a place in the agenda of the next block with room. Anyone can; who succeeds pays no
		/// fee.
		///
		/// - `poll`: the number of the approved poll whose law waits.
		///
		/// Emits `Placed`. Refused with `NotWaiting` or `AgendaFull`.
		#[pallet::call_index(3)]
		#[pallet::weight(<T as Config>::WeightInfo::enact().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex| -> bool {
			ensure_signed(origin.clone()).is_ok() && would_succeed(|| Pallet::<T>::do_enact(*poll))
		})]
		pub fn enact(origin: OriginFor<T>, poll: PollIndex) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_enact(poll)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What becomes of a poll.
		pub fn state(poll: PollIndex) -> Option<PollState<Moment<T>>> {
			Self::state_of(poll)
		}

		/// The open polls that a citizen has submitted.
		pub fn open_polls(citizen: CitizenId) -> alloc::vec::Vec<PollIndex> {
			Self::open_polls_of(citizen)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(remaining.min(T::UpkeepWeight::get()));
			Self::upkeep(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			let step = <T as Config>::WeightInfo::upkeep().saturating_add(<T as Config>::WeightInfo::lapse());
			let idle = T::UpkeepWeight::get();
			assert!(step.all_lte(idle), "a step of upkeep never fits: {step} in {idle}");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
