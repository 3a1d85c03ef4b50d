//! The roll: who may vote in secret, season by season.
//!
//! # Overview
//!
//! Each season, the citizens who are here are seated in *rings* of up to 255. With one proof a member shows "I am
//! one of this ring", without saying which one, and enrols a fresh account. From then on that account votes with
//! ordinary signed transactions from any wallet. The proof also yields an *alias*: the same for everything that one
//! person does in one context and season, and unlinkable to the person, to their other contexts and to their other
//! seasons. So everybody has one voice, nobody has two, and nobody knows whose voice it is. There is no coordinator
//! and no counting office; the cryptography is a ring-VRF over Bandersnatch, see [`Config::Rings`].
//!
//! # Life cycle
//!
//! 1. During a season, whatever changes who may vote (an admission, an exit, a new key, a move, an attestation after
//!    a long absence) is written down as a [`Claim`] for the next season. Seats do not change.
//! 2. When the season turns, the roll is sealed in bounded steps, in idle time of blocks or by [`Pallet::seal`]:
//!    claims are met in an order that lots decide, those not seen for a whole season lose their seat, gaps are closed,
//!    small rings merged and the last two rings made even. Nobody can enrol meanwhile. The work is proportional to what
//!    changed, not to the population.
//! 3. The roll is open: its seats are fixed for the season. Rings that changed are built anew, in idle time or by
//!    [`Pallet::build_ring`]; those that did not serve at once. A ring that is not built yet keeps its old
//!    commitment, and no proof is accepted for it: the old one may have members who have a seat elsewhere now.
//! 4. [`Pallet::enrol`]: a proof and the account's signature bind the account to an alias. A second enrolment moves the
//!    alias to another account, and what it has spent or cast stays with it: a lost phone costs nobody a vote, and
//!    nobody votes twice. The old account's entry is removed at once.
//! 5. A citizen who leaves or is revoked takes their key out of their rings at once, and these are built again. That
//!    gives nobody a second alias.
//! 6. Enrolments serve during their season and the one after, for polls that began in it; then they are forgotten,
//!    in bounded steps.
//!
//! # Terms
//!
//! - *Seat*: a place in a ring: a citizen and the key that they prove with.
//! - *Group*: rings that fill up together: those of the nation, and those of each cell that has its own. All rings of
//!   a group but the last two are full, and those two have as many members each. Members stay in their ring from
//!   season to season, unless it is one of the last two.
//! - *Lots*: what decides who sits where: which newcomer takes which seat, and who of the last rings moves into a gap.
//!   They are drawn when the season turns, after the last claim, see [`Config::Randomness`].
//! - *Cell rings*: a cell with too few residents has no rings; its people sit with the coarser cell that it lies in,
//!   and so on. The coarsest cell takes whoever is left.
//! - *Absent*: not seen (admitted or attested) in this season or the one before. Each attestation moves a citizen to
//!   its season's list; whoever is still on a list when it is two seasons old is absent. So no block looks at people
//!   who were seen.
//!
//! # One person, one alias
//!
//! An alias is made from a key's secret and a context, which names the chain, the purpose and the season, and never
//! the ring. Two aliases in one context would need two keys that verify in one season. Each citizen has at most one
//! seat for each context; seats and keys change only while the roll is being sealed, when nobody can enrol, except that
//! a key is taken away; and a ring serves only if its commitment is that of its seats. So a key replaced, a seat moved,
//! an exit and a new admission within a season give no second alias.
//!
//! # Honest limits
//!
//! - What one alias does within one context and season is linkable to itself. Use a fresh ballot account for each
//!   context and season, and never one that has received money from you.
//! - A ring hides a voter among its members, at least [`Config::MinRingSize`] or sixteen, whichever is less.
//!   [`RingInfo::size`] says among how many.
//! - A voter can show this season's secret to whoever wants to buy the vote, and prove how they voted. A secret that the
//!   wallet has deleted proves nothing any more. Voting again, and moving the alias, help until the poll ends.
//! - Who suspends a citizen cannot pull the alias that is live, because nobody knows which it is. A suspension takes
//!   effect at the next sealing. After a revocation or an exit, an account that was enrolled before still speaks.
//! - The network sees which address sends an enrolment, and a node sees which rings are asked for. Fetch whole batches,
//!   several of them, and send through a node that you trust or through an anonymising network.
//! - Enrolling says nothing about a voter, but the time of enrolment may: do not attest and enrol in one minute.
//! - The maker of the last block before the turn of a season knows the lots while claims can still be written.
//! - The scheme rests on discrete logarithms: a large quantum computer could tell in hindsight who voted.
//!
//! # What junk costs
//!
//! A proof costs the pool up to 17 ms to refuse, so some 60 junk proofs a second keep one core busy, and the pool uses
//! two. Everything else is checked first: season, ring, context, account, count and block cost storage reads alone, the
//! account's signature 0.05 ms. The pool keeps one enrolment per account and one per alias, the newest, and refused ones
//! are not passed on. In a block each proof is paid for in weight, so a block holds a bounded number of them.
//! `docs/roll.md` has the figures, and what a flood still does.
//!
//! # Invariants
//!
//! - **I1** Each seat is one elector's and each elector's seat exists: at most one for each context.
//! - **I2** The shape of each group is that of its rings: numbered without a gap, none empty once the roll is open,
//!   none above the ring size.
//! - **I3** Every ring either waits to be built or has the commitment of its members' keys.
//! - **I4** Each alias speaks through one account, which is enrolled for it, and no other account is enrolled.
//! - **I5** Each list of those seen in a season names exactly the citizens last seen then.
//! - **I6** The people of each cell are counted, and sit in the finest cell on their way that has seats of its own.
//! - **I7** Once the roll is open, all rings of a group but the last two are full, and those two share their members
//!   evenly: they differ by at most one.
//! - **I8** Every account that speaks for an alias is kept alive by a reference.
//! - **I9** A seat has no key exactly if its citizen has left since the roll was sealed.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod cells;
mod enrolment;
mod hooks;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
pub mod migrations;
#[cfg(test)]
mod mock;
pub mod runtime_api;
mod sealing;
mod seats;
#[cfg(test)]
mod tests;
mod types;
mod views;
pub mod weights;

use alloc::{boxed::Box, vec::Vec};
use civitas_primitives::{
	Alias, Ballot, Calendar, CellId, Cells, CitizenId, Citizenry, Context, KnownAccounts, RingCommitment,
	RingId, RingProof, RingVrf, RollKey, SeasonIndex,
};
use frame_support::{pallet_prelude::*, traits::Randomness, weights::WeightMeter};
use frame_system::pallet_prelude::*;
use sp_runtime::traits::{IdentifyAccount, Verify};

/// Who speaks for an alias.
pub type SpeakerOf<T> = Speaker<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// How an alias stands.
pub type AliasInfoOf<T> = AliasInfo<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// The roll of voters: who may vote in secret, season by season.
///
/// A citizen proves to be on the roll without saying who they are, and enrols an account that casts their ballots.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The civic calendar.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// Who is a citizen: their accounts cannot be ballot accounts.
		type Citizenry: Citizenry<Self::AccountId>;

		/// Who does something public, such as holding land: these accounts cannot be ballot accounts, either.
		type KnownAccounts: KnownAccounts<Self::AccountId>;

		/// The cryptography.
		type Rings: RingVrf;

		/// The grid of cells.
		type Cells: Cells;

		/// How many seats a ring has. At most [`MAX_RING`] and what [`Config::Rings`] can hold. Constant.
		type RingSize: Get<u32>;

		/// The size below which a ring is merged. Clamped to half the ring size.
		type MinRingSize: Get<u32>;

		/// A ballot account's signature, by which it agrees to speak for an alias.
		type Consent: Parameter + Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>>;

		/// Where the lots come from by which newcomers are seated.
		type Randomness: Randomness<Self::Hash, BlockNumberFor<Self>>;

		/// For how many blocks a proof can be used: it names a block that is at most so old. Constant, and less than
		/// the number of block hashes that the chain keeps.
		#[pallet::constant]
		type ProofWindow: Get<BlockNumberFor<Self>>;

		/// How long an alias waits between two moves, after the first few.
		type MovePeriod: Get<BlockNumberFor<Self>>;

		/// How much of a block's idle time upkeep may take.
		type UpkeepWeight: Get<Weight>;

		/// What each call and each step of upkeep weighs.
		type WeightInfo: WeightInfo;

		/// Makes accounts and their signatures, so that a benchmark can set its scene.
		#[cfg(feature = "runtime-benchmarks")]
		type Signers: crate::benchmarking::Signers<Self::AccountId, Self::Consent>;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the roll knows of each citizen. Made at admission; removed after the exit, when the seats are given up.
	// Ids are given by the chain, so nobody can unbalance the trie with them.
	#[pallet::storage]
	pub type Electors<T: Config> = StorageMap<_, Twox64Concat, CitizenId, Elector>;

	/// The claims on the next roll. Removed when met. A citizen has at most one for each sealing.
	#[pallet::storage]
	pub type Claims<T: Config> = StorageMap<_, Twox64Concat, u64, Claim>;

	/// Which claims wait.
	#[pallet::storage]
	pub type ClaimsWaiting<T: Config> = StorageValue<_, Waiting, ValueQuery>;

	/// The citizens last seen in each season. Removed at the next attestation, at the exit, or when two seasons old.
	#[pallet::storage]
	pub type SeenIn<T: Config> = StorageDoubleMap<_, Twox64Concat, SeasonIndex, Twox64Concat, CitizenId, ()>;

	/// The first season whose list of those seen has not been gone through.
	#[pallet::storage]
	pub type AbsentBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

	/// How far the sealing of this season's roll has come.
	#[pallet::storage]
	pub type CurrentSealing<T: Config> = StorageValue<_, Sealing, ValueQuery>;

	/// What the lots of the sealing are drawn from: who sits where. Not there if claims are met in order.
	#[pallet::storage]
	pub type Lots<T: Config> = StorageValue<_, [u8; 32]>;

	/// How many members the nation's roll of each season was sealed with. Kept for ever; one a season.
	#[pallet::storage]
	pub type Electorates<T: Config> = StorageMap<_, Twox64Concat, SeasonIndex, u32>;

	/// How large each group is. Removed with its last ring.
	// The grid makes the cells' numbers, but people choose where to live.
	#[pallet::storage]
	pub type Shapes<T: Config> = StorageMap<_, Blake2_128Concat, Group, Shape, ValueQuery>;

	/// The seats of each ring. Changes only while the roll is being sealed, except that a citizen who leaves takes their
	/// key away at once.
	#[pallet::storage]
	pub type Seating<T: Config> = StorageMap<_, Blake2_128Concat, RingId, Members, ValueQuery>;

	/// The commitment of each ring that was ever built.
	#[pallet::storage]
	pub type Commitments<T: Config> = StorageMap<_, Blake2_128Concat, RingId, RingCommitment>;

	/// The rings that have changed since they were built.
	#[pallet::storage]
	pub type Unbuilt<T: Config> = StorageMap<_, Blake2_128Concat, RingId, ()>;

	/// Rings whose number of members has changed, and which are not full. Empty once the roll is open.
	#[pallet::storage]
	pub type Vacancies<T: Config> = StorageDoubleMap<_, Blake2_128Concat, Group, Twox64Concat, u32, ()>;

	/// Each cell that people of this roll live in, or flow through because a finer one is too small.
	#[pallet::storage]
	pub type Areas<T: Config> = StorageMap<_, Blake2_128Concat, CellId, Area, ValueQuery>;

	/// The people of each area.
	#[pallet::storage]
	pub type Residents<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, CellId, Twox64Concat, CitizenId, ()>;

	/// Ballot accounts. Removed when their alias moves on, or in clean-up, two seasons later.
	// Voters choose them.
	#[pallet::storage]
	pub type Enrolments<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Enrolment>;

	/// Who speaks for each alias of a season. Removed in clean-up, two seasons later.
	#[pallet::storage]
	pub type Aliases<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SeasonIndex, Blake2_128Concat, (Context, Alias), SpeakerOf<T>>;

	/// The first season whose enrolments have not been forgotten.
	#[pallet::storage]
	pub type ForgottenBefore<T: Config> = StorageValue<_, SeasonIndex, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The seats of a season's roll are fixed.
		RollSealed {
			/// The season.
			season: SeasonIndex,
			/// How many rings the nation has.
			rings: u32,
			/// How many members they have.
			members: u32,
		},
		/// A ring's commitment has been computed: its members can enrol.
		RingBuilt {
			/// The ring.
			ring: RingId,
			/// The season.
			season: SeasonIndex,
			/// How many members it has.
			size: u32,
		},
		/// A ring is no more: its members sit elsewhere or nowhere.
		RingDropped {
			/// The ring.
			ring: RingId,
		},
		/// Somebody in a ring has enrolled an account.
		Enrolled {
			/// The season.
			season: SeasonIndex,
			/// What for.
			context: Context,
			/// The ring.
			ring: RingId,
			/// Their name in this context and season.
			alias: Alias,
			/// The account that speaks for it from now on.
			account: T::AccountId,
		},
		/// An alias speaks through another account.
		EnrolmentMoved {
			/// The season.
			season: SeasonIndex,
			/// What for.
			context: Context,
			/// The ring.
			ring: RingId,
			/// The alias.
			alias: Alias,
			/// The account until now.
			old: T::AccountId,
			/// The account from now on.
			new: T::AccountId,
		},
		/// The enrolments of a season long over have been removed.
		EnrolmentsForgotten {
			/// The season.
			season: SeasonIndex,
		},
	}

	/// Why something is refused. A transaction that the pool refuses says `Custom(n)`: the error numbered `n` here.
	#[pallet::error]
	pub enum Error<T> {
		/// The proof was made for another season, or the season has just turned. Prove again.
		WrongSeason,
		/// The roll of this season is being sealed. Try again in some blocks.
		NotSealed,
		/// There is no such ring.
		UnknownRing,
		/// The ring has changed, and its commitment is not computed yet. Try again in some blocks.
		NotBuilt,
		/// This ring does not prove what the context asks: a ring of the nation proves a citizen, a ring of a cell
		/// a resident.
		WrongContext,
		/// This account is enrolled already. Use a fresh one.
		AlreadyEnrolled,
		/// This account is a citizen's, or holds land or bids for it, so its ballots would not be secret. Use a fresh one.
		NotSecret,
		/// You have moved to another account too recently. Wait until the block that `RollApi_alias` names.
		MovedTooSoon,
		/// These bytes are not a proof.
		MalformedProof,
		/// The proof does not show a member of this ring, as it is this season, enrolling this account on this
		/// chain.
		InvalidProof,
		/// The proof is for another alias.
		WrongAlias,
		/// There is nothing to seal.
		AlreadySealed,
		/// The ring is built, and has not changed since.
		AlreadyBuilt,
		/// The ring has too few members to hide you. You can vote in secret when more people are on the roll.
		RingTooSmall,
		/// No account is enrolled in this context. An income is declared with `census.declare_income`; a scope is proven
		/// to its service.
		NotEnrollable,
		/// The block that the proof names is too old, or not on this chain. Prove again with a recent block.
		NotRecent,
		/// The proof was made when the alias had had another number of accounts. Ask for the number and prove again.
		WrongCount,
		/// The account has not signed for this enrolment. Sign the bytes of `RollApi_consent` with the account itself.
		NoConsent,
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Enrols an account by proof: it speaks for `alias` in `context` until the season after this one is over.
		/// No signer, no fee; whoever sends it changes nothing.
		///
		/// - `season`: the season that the roll belongs to.
		/// - `ring`: the ring that your key is in.
		/// - `account`: the ballot account to enrol.
		/// - `proof`: the proof that a member of the ring sends this.
		///
		/// `count` is how many accounts the alias has had this season, `at` a recent block, `consent` the account's own
		/// signature over the bytes of `RollApi_consent`. A second enrolment moves the alias, and what it has spent or
		/// cast, to the new account; after two moves, one in each `MovePeriod`. Emits `Enrolled` or `EnrolmentMoved`.
		/// What is wrong is refused before the pool takes it, see [`Error`].
		#[pallet::call_index(0)]
		#[pallet::authorize(Pallet::<T>::authorize_enrol)]
		#[allow(clippy::too_many_arguments, reason = "each is a part of what is proven")]
		pub fn enrol(
			origin: OriginFor<T>,
			season: SeasonIndex,
			ring: RingId,
			context: Context,
			account: T::AccountId,
			alias: Alias,
			count: u32,
			at: BlockNumberFor<T>,
			consent: T::Consent,
			proof: Box<RingProof>,
		) -> DispatchResult {
			// That is where the consent and the proof have been checked.
			ensure_authorized(origin)?;
			drop((at, consent, proof));
			Self::do_enrol(Ballot { season, context, ring, alias }, account, count)
		}

		/// Computes the commitment of a ring that has changed. No signer, no fee: needed only if blocks leave no idle
		/// time.
		///
		/// - `ring`: the ring to build.
		///
		/// Emits `RingBuilt`. Refused with `NotSealed`, `UnknownRing` or `AlreadyBuilt`.
		#[pallet::call_index(1)]
		#[pallet::weight((T::WeightInfo::build_ring(T::RingSize::get()), DispatchClass::Operational))]
		#[pallet::authorize(Pallet::<T>::authorize_build_ring)]
		pub fn build_ring(origin: OriginFor<T>, ring: RingId) -> DispatchResult {
			ensure_authorized(origin)?;
			Self::check_buildable(ring)?;
			Self::do_build_ring(ring);
			Ok(())
		}

		/// Goes on with the sealing of this season's roll. No signer, no fee: needed only if blocks leave no idle
		/// time.
		///
		/// - `season`: the season in progress.
		///
		/// Emits `RollSealed` when all seats are fixed. Refused with `WrongSeason` or `AlreadySealed`.
		#[pallet::call_index(2)]
		#[pallet::weight((T::UpkeepWeight::get(), DispatchClass::Operational))]
		#[pallet::authorize(Pallet::<T>::authorize_seal)]
		pub fn seal(origin: OriginFor<T>, season: SeasonIndex) -> DispatchResultWithPostInfo {
			ensure_authorized(origin)?;
			Self::check_sealable(season)?;
			let mut meter = WeightMeter::with_limit(T::UpkeepWeight::get());
			Self::go_on_sealing(&mut meter);
			Ok(Some(meter.consumed()).into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The roll of the season and how far its sealing has come.
		pub fn roll() -> RollInfo<BlockNumberFor<T>> {
			Self::roll_info()
		}

		/// One ring: its size, its commitment and whether it can be used.
		pub fn ring(ring: RingId) -> Option<RingInfo> {
			Self::ring_info(ring)
		}

		/// The keys of a whole ring, in the order that its commitment counts them in.
		pub fn members(ring: RingId) -> Vec<RollKey> {
			Self::keys(ring)
		}

		/// What an account is enrolled for.
		pub fn enrolment(account: T::AccountId) -> Option<Enrolment> {
			Enrolments::<T>::get(account)
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
			let size = T::RingSize::get();
			assert!(
				size >= 2 && size <= MAX_RING.min(T::Rings::CAPACITY),
				"rings of that size cannot be built"
			);
			let idle = T::UpkeepWeight::get();
			let base = T::WeightInfo::upkeep();
			for step in [
				T::WeightInfo::build_ring(size),
				T::WeightInfo::meet_claim(Self::max_moves()),
				T::WeightInfo::rest(Self::max_moves()),
				T::WeightInfo::settle(size),
				T::WeightInfo::forget(),
			] {
				assert!(
					step.saturating_add(base).all_lte(idle),
					"a step of upkeep never fits: {step} in {idle}"
				);
			}
			assert!(
				T::ProofWindow::get() < T::BlockHashCount::get(),
				"a proof may name a block whose hash is forgotten"
			);
			let block = T::BlockWeights::get().max_block;
			assert!(idle.all_lte(block), "upkeep does not fit a block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
