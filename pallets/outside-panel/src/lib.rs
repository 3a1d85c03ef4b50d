//! The outside panel: people of the host country, drawn by lot, with a voice in referenda.
//!
//! # Overview
//!
//! What a community decides concerns its neighbours, too. So a registrar keeps a register of people who live in the
//! host country and are no citizens, and for each referendum a panel is drawn from it by lot. Its members vote, each
//! with one voice, from ordinary accounts and free of charge. If all of them vote, they hold a fifth of the
//! referendum's weight together; if some do, that part of the fifth; if fewer than a third do, nothing.
//!
#![doc = docify::embed!("src/tests/voting.rs", those_who_were_drawn_vote_and_nobody_else_does)]
//!
//! # Life cycle
//!
//! 1. [`Pallet::register`]: the registrar enters a resident of the host country, who thereby gets the next slot.
//!    [`Pallet::remove`] ends that for referenda whose decision begins later: who was removed still votes in those that
//!    are being decided. The resident ends it at once and for all of them by [`Pallet::leave`].
//! 2. Whenever the source of randomness has something new, a draw is held: it notes the randomness and how many slots
//!    the register had two openings ago. Nobody calls for it, and nobody can put it off.
//! 3. A referendum begins to be decided. Its panel is that of the first draw whose randomness was collected wholly
//!    after that. Nothing is stored until a member votes, and then only the seed and two numbers.
//! 4. [`Pallet::vote`] and [`Pallet::remove_vote`], as long as the referendum is open and its voters' time is not over.
//! 5. [`Pallet::retire`] removes what is left of a referendum that is over, and [`Pallet::forget`] what is left of a
//!    resident who was removed before every referendum that is open.
//!
//! # Terms
//!
//! - *Slot*: a resident's number, given in order and never used again. Who is removed leaves it empty for good; who
//!   is registered again gets a new one.
//! - *Opening*: the block in which the source of randomness had something new. With BABE, the first of an epoch.
//! - *Order*: the permutation of slots that the seed fixes for one referendum, see [`math`]. The first slots in it
//!   sit on the panel. A member shows membership by its own slot; nobody needs to know the others'.
//! - *Seats*: how many slots are drawn. As many as the charter says if all slots are held; so many more if some are
//!   empty, that the charter's number of members can be expected.
//!
//! # Why nobody can choose the panel
//!
//! In this order: the register is fixed; a referendum begins to be decided; the randomness is collected; it is known.
//! So the registrar cannot enter people whom the lot will favour, nor remove those whom it has drawn; those who move a referendum cannot wait for a seed
//! that suits them, and no caller's timing chooses one: each referendum's seed is fixed by the block in which its
//! deciding began. With BABE's `RandomnessFromOneEpochAgo` the draw comes between one and two epochs after that.
//!
//! # Honest limits
//!
//! - The registrar decides who is registered. A dishonest one can fill the register long before; the evidence hashes
//!   are there for courts and journalists, the chain cannot check them. What the panel can do with it is a fifth.
//! - Validators who make the last blocks of an epoch can leave theirs out, and so choose among a few seeds. They
//!   know who would sit on the panel then. The more slots at the end of an epoch they have in a row, the more seeds.
//! - In the first blocks of a decision there is no panel yet. A referendum that is decided in less time than the
//!   source of randomness takes has none at all.
//! - Panel votes are public, and so is who was drawn. That invites bribes; there are no secret ballots for outsiders.
//! - A small register makes a panel of the same few. [`Config::MinResidents`] says below which size none is drawn.
//!
//! # Invariants
//!
//! - **I1** Each resident, and each who was removed and is not forgotten, holds one slot that was given. Nobody else
//!   does, and residents are counted.
//! - **I2** Each resident's evidence is theirs alone.
//! - **I3** The account of everybody who holds a slot is kept alive by a reference.
//! - **I4** Draws are numbered without a gap and in the order of time; no more are kept than [`HISTORY`].
//! - **I5** Each vote is a panel's, and under a slot that has a seat on it.
//! - **I6** As long as a poll is open, its panel's votes add up to what its tally says.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod draws;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
pub mod math;
#[cfg(test)]
mod mock;
mod register;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod types;
mod views;
mod voting;
pub mod weights;

use civitas_primitives::{Citizenry, Decisions, PanelTally, PollIndex, Side};
use frame_support::{pallet_prelude::*, traits::Randomness};
use frame_system::pallet_prelude::*;
use sp_core::H256;

/// The outside panel: residents of the host country, drawn by lot, who vote in the state's polls.
///
/// A registrar keeps the register of residents. The panel's weight depends on how many of its members vote.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who enters people in the register and removes them.
		type RegistrarOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who is a citizen, and thus no outsider.
		type Citizenry: Citizenry<Self::AccountId>;

		/// Where seeds come from. The block that it names is the first in which the randomness was known.
		type Randomness: Randomness<Self::Hash, BlockNumberFor<Self>>;

		/// Which polls are being decided.
		type Decisions: Decisions<BlockNumberFor<Self>>;

		/// Counts what members vote.
		type Tally: PanelTally;

		/// How many members a panel has.
		type PanelSize: Get<u32>;

		/// How many residents there must be at least for a panel to be drawn.
		type MinResidents: Get<u32>;

		/// How many residents there can be.
		type MaxResidents: Get<u32>;

		/// How often a member can vote, change or remove a vote in one poll free of charge.
		type FreeVotesPerPoll: Get<u32>;

		/// For how many blocks a poll can be open once its decision has begun.
		type LongestDecision: Get<BlockNumberFor<Self>>;

		/// What each call and the hook weigh.
		type WeightInfo: WeightInfo;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The residents, by account. Made and removed by the registrar, who pays the fees, or removed by the resident.
	#[pallet::storage]
	pub type Residents<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Resident>;

	/// The residents who were removed, by account. They still vote in polls whose decision had begun. Removed by
	/// `forget`, by the next registration of the account, or by the resident.
	#[pallet::storage]
	pub type Removals<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Removal<BlockNumberFor<T>>>;

	/// Who holds each slot. Lives and ends with the entry of the resident or of the removal.
	// Slots are numbered by the chain.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageMap<_, Twox64Concat, u32, T::AccountId>;

	/// Whose each piece of evidence is. Lives and ends with the resident's entry.
	#[pallet::storage]
	pub type EvidenceOf<T: Config> = StorageMap<_, Blake2_128Concat, H256, u32>;

	/// How large the register is.
	#[pallet::storage]
	pub type Register<T: Config> = StorageValue<_, Size, ValueQuery>;

	/// The last two openings.
	#[pallet::storage]
	pub type LastOpenings<T: Config> = StorageValue<_, Openings<BlockNumberFor<T>>, ValueQuery>;

	/// The draws, numbered. Each is made by the hook, and removed [`HISTORY`] draws later.
	#[pallet::storage]
	pub type Draws<T: Config> = StorageMap<_, Twox64Concat, u32, Draw<BlockNumberFor<T>>>;

	/// How many members the panels of a draw can be expected to have. Lives and ends with the draw, and is missing for
	/// draws without a panel and for those from before it was noted.
	#[pallet::storage]
	pub type DrawnMembers<T: Config> = StorageMap<_, Twox64Concat, u32, u16>;

	/// The panels whose members have voted. Made with the first vote; removed by `retire`, when the poll is over.
	#[pallet::storage]
	pub type Panels<T: Config> = StorageMap<_, Twox64Concat, PollIndex, Panel>;

	/// The members' votes, by poll and slot. A panel has room for its seats. Removed by `retire`, when the poll is
	/// over.
	#[pallet::storage]
	pub type Votes<T: Config> = StorageDoubleMap<_, Twox64Concat, PollIndex, Twox64Concat, u32, PanelVote>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Nothing is kept any more of a resident who was removed.
		Forgotten {
			/// The resident's account.
			account: T::AccountId,
			/// The slot.
			slot: u32,
		},
		/// A resident of the host country has been registered.
		Registered {
			/// The resident's account.
			account: T::AccountId,
			/// The slot.
			slot: u32,
			/// The hash of the evidence.
			evidence: H256,
		},
		/// A resident is not in the register any more. The slot stays empty.
		Removed {
			/// The resident's account.
			account: T::AccountId,
			/// The slot.
			slot: u32,
		},
		/// Lots have been drawn, for all polls whose deciding began before the block named and after an earlier draw's.
		Drawn {
			/// The draw's number.
			draw: u32,
			/// From which block on the randomness was collected.
			collected_from: BlockNumberFor<T>,
			/// The randomness.
			seed: H256,
			/// How many slots take part.
			slots: u32,
			/// How many of them sit on each panel.
			seats: u32,
		},
		/// The first member of a panel has voted: the panel is written down.
		PanelSeated {
			/// The poll.
			poll: PollIndex,
			/// All there is to know who sits on it.
			panel: Panel,
		},
		/// A panel member has voted, or changed the vote.
		Voted {
			/// In which poll.
			poll: PollIndex,
			/// The member's slot.
			slot: u32,
			/// The side until now.
			old: Option<Side>,
			/// The side from now on.
			new: Side,
		},
		/// A panel member has taken the vote back.
		VoteRemoved {
			/// In which poll.
			poll: PollIndex,
			/// The member's slot.
			slot: u32,
			/// The side until now.
			old: Side,
		},
		/// All that was kept of a panel has been removed; the poll is over.
		PanelRetired {
			/// The poll.
			poll: PollIndex,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// This account is in the register already.
		AlreadyRegistered,
		/// Somebody is registered with this evidence already.
		EvidenceTaken,
		/// This account is a citizen's. Citizens have a voice of their own.
		NotOutside,
		/// There is no room in the register.
		TooManyResidents,
		/// This account is not in the register.
		NotResident,
		/// This account was removed from the register before the decision of this poll began.
		RemovedBefore,
		/// This account was removed from the register and can still vote in open polls. Try again when they are over.
		RemovedLately,
		/// Nobody with this account was removed from the register.
		NotRemoved,
		/// There is no such poll, or it is over, or its decision has not begun.
		NotDeciding,
		/// The lots for this poll are not drawn yet. Try again later.
		TooEarlyToVote,
		/// There is no panel for this poll: too few residents were registered when it began.
		NoPanel,
		/// You were not drawn for this poll's panel, or registered too late for it.
		NotDrawn,
		/// This is how you have voted already.
		AlreadyVotedSo,
		/// You have not voted in this poll.
		NotVoted,
		/// There is nothing to remove: the poll is open, or nothing is left of its panel.
		NothingToRetire,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Enters a resident of the host country in the register, and keeps the account alive so that it can vote
		/// without owning a token. Only the registrar may.
		///
		/// - `account`: the resident's account.
		/// - `evidence`: the hash of what shows that the person lives in the host country.
		///
		/// Emits `Registered`. Refused with `AlreadyRegistered`, `EvidenceTaken` or `NotOutside`.
		#[pallet::call_index(0)]
		pub fn register(origin: OriginFor<T>, account: T::AccountId, evidence: H256) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_register(account, evidence)
		}

		/// Removes a resident from the register. Only the registrar may.
		///
		/// - `account`: the resident's account.
		///
		/// The resident still votes in polls whose decision has begun, and in no later one. Emits `Removed`. Refused with
		/// `NotResident`.
		#[pallet::call_index(1)]
		pub fn remove(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_remove(account)
		}

		/// Leaves the register at once, and all panels with it. Any resident may, at any time, free of charge, and so may
		/// who was removed. What was voted stands.
		///
		/// Emits `Removed` or `Forgotten`. Refused with `NotResident`.
		#[pallet::call_index(2)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool {
			ensure_signed(origin.clone()).is_ok_and(|who| Pallet::<T>::is_known(&who))
		})]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(who)
		}

		/// Votes in a poll, or changes the vote. Any member of its panel may, as long as it is being decided. Free
		/// within a quota.
		///
		/// - `poll`: the number of the poll.
		/// - `side`: for or against.
		///
		/// Emits `Voted`, and `PanelSeated` if it is the panel's first. Refused with `NotDrawn`, `NotDeciding`,
		/// `TooEarlyToVote`, `RemovedBefore` or `NoPanel`, or if the voters' time is over.
		#[pallet::call_index(3)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex, side: &Side| -> bool {
			Pallet::<T>::is_free(origin, *poll, Some(*side))
		})]
		pub fn vote(origin: OriginFor<T>, poll: PollIndex, side: Side) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cast(who, poll, Some(side))
		}

		/// Takes one's vote in a poll back, as long as it is being decided. Free within a quota.
		///
		/// - `poll`: the number of the poll.
		///
		/// Emits `VoteRemoved`. Refused with `NotVoted`, or as for `vote`.
		#[pallet::call_index(4)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex| -> bool {
			Pallet::<T>::is_free(origin, *poll, None)
		})]
		pub fn remove_vote(origin: OriginFor<T>, poll: PollIndex) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cast(who, poll, None)
		}

		/// Removes the votes of a poll that is over, some at a time, and with the last of them its panel. Anyone may,
		/// and pays nothing.
		///
		/// - `poll`: the number of the poll that is over.
		///
		/// Emits `PanelRetired` when nothing is left. Refused with `NothingToRetire`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::retire(RETIRED_AT_ONCE))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, poll: &PollIndex| -> bool {
			ensure_signed(origin.clone()).is_ok() && Pallet::<T>::check_retirement(*poll).is_ok()
		})]
		pub fn retire(origin: OriginFor<T>, poll: PollIndex) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let removed = Self::do_retire(poll)?;
			Ok((Some(T::WeightInfo::retire(removed)), Pays::No).into())
		}

		/// Forgets a resident who was removed so long ago that every poll of that time is over. Anyone may, and pays
		/// nothing.
		///
		/// - `account`: the account of the resident who was removed.
		///
		/// Emits `Forgotten`. Refused with `NotRemoved` or `RemovedLately`.
		#[pallet::call_index(6)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, account: &T::AccountId| -> bool {
			ensure_signed(origin.clone()).is_ok() && Pallet::<T>::check_forgetting(account).is_ok()
		})]
		pub fn forget(origin: OriginFor<T>, account: T::AccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_forget(account)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How large the register is.
		pub fn size() -> Size {
			Register::<T>::get()
		}

		/// A resident's entry.
		pub fn resident(account: T::AccountId) -> Option<Resident> {
			Residents::<T>::get(account)
		}

		/// The panel of a poll that is being decided.
		pub fn panel(poll: PollIndex) -> Option<PanelInfo> {
			Self::panel_info(poll)
		}

		/// An account's seat on the panel of a poll, and its vote there.
		pub fn seat(account: T::AccountId, poll: PollIndex) -> Option<SeatInfo> {
			Self::seat_info(&account, poll)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			let (seed, since) = T::Randomness::random(b"civitas/outside-panel");
			let openings = LastOpenings::<T>::get();
			if since <= openings.last.since {
				return T::WeightInfo::on_initialize();
			}
			Self::draw(openings, H256(sp_io::hashing::blake2_256(seed.as_ref())), since);
			T::WeightInfo::draw()
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
