//! The roll of secret voters: rings, aliases, and what other pallets learn of a ballot account.

use crate::{CitizenId, RollKey, SeasonIndex};
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A square of the territory's grid, at any scale. What the number means is the grid's affair.
pub type CellId = u64;

/// The name that one person has within one context: the same for each of their proofs there, and unlinkable to
/// the person and to their names elsewhere.
pub type Alias = [u8; 32];

/// A ring's commitment: what its members' keys boil down to, and what proofs are checked against.
pub type RingCommitment = [u8; 288];

/// A proof that whoever made it holds the secret of one key of a ring, without saying which.
pub type RingProof = [u8; 785];

/// A ring: some members of the roll who prove membership together.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
pub enum RingId {
	/// A ring of citizens.
	Nation(u32),
	/// A ring of the residents of a cell. The number tells the rings of one cell apart.
	Cell(CellId, u32),
}

/// What a person has an alias for.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
pub enum Context {
	/// Acts of a citizen. Proven by a ring of the nation.
	Nation,
	/// Acts of a resident. Proven by a ring of a cell.
	Residence,
	/// A citizen's declaration of income. Proven by a ring of the nation. No account is enrolled for it.
	Income,
	/// A service outside the chain, named by a hash. Proven by a ring of the nation, off the chain: no account is
	/// enrolled for it.
	Scope([u8; 32]),
}

impl Context {
	/// The bytes that name the context in `season` on the chain with this genesis: what an alias is for.
	///
	/// The season is part of each name, because a citizen may have another roll key in each season.
	pub fn bytes(&self, genesis: &[u8], season: SeasonIndex) -> [u8; 32] {
		let mut named = match self {
			Self::Nation => b"civitas/nation".to_vec(),
			Self::Residence => b"civitas/residence".to_vec(),
			Self::Income => b"civitas/income".to_vec(),
			Self::Scope(scope) => [&b"civitas/scope"[..], scope].concat(),
		};
		named.extend_from_slice(genesis);
		season.encode_to(&mut named);
		<frame_support::Blake2_256 as frame_support::StorageHasher>::hash(&named)
	}
}

/// What an enrolled account speaks for.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Ballot {
	/// The season of the roll.
	pub season: SeasonIndex,
	/// What for.
	pub context: Context,
	/// The ring that the person is one of. A resident's ring tells where they live.
	pub ring: RingId,
	/// The person's name in this context and season. Whatever is spent or cast is kept under it.
	pub alias: Alias,
}

/// Tells what ballot accounts speak for.
pub trait Ballots<AccountId> {
	/// What `account` speaks for. That may be the season before this one, for polls that began then.
	fn ballot(account: &AccountId) -> Option<Ballot>;

	/// The alias that `account` speaks for in `context` this season.
	fn alias_of(account: &AccountId, context: Context) -> Option<Alias>;

	/// How many members the nation's roll of `season` was sealed with.
	fn electorate(season: SeasonIndex) -> Option<u32>;

	/// Enrols `account` this season, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ballot(account: &AccountId, context: Context) -> Ballot;

	/// Enrols `account` this season for a resident of `cell`, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_resident(account: &AccountId, cell: CellId) -> Ballot {
		let ballot = Self::ensure_ballot(account, Context::Residence);
		Ballot { ring: RingId::Cell(cell, 0), ..ballot }
	}
}

/// Tells which accounts are enrolled, so that other pallets can refuse them: a ballot account only votes.
pub trait BallotAccounts<AccountId> {
	/// Whether `account` speaks for an alias, in this season or for polls that began in the last one.
	fn is_ballot_account(account: &AccountId) -> bool;
}

impl<AccountId> BallotAccounts<AccountId> for () {
	fn is_ballot_account(_: &AccountId) -> bool {
		false
	}
}

/// Tells which accounts everybody can see doing more than voting, so that none of them becomes a ballot account.
pub trait KnownAccounts<AccountId> {
	/// Whether `account` has a part in something public.
	fn is_known(account: &AccountId) -> bool;
}

/// Why a proof of membership is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembershipError {
	/// The proof is for another season.
	WrongSeason,
	/// The roll of the season is being sealed.
	NotSealed,
	/// A ring of this kind does not prove this context.
	WrongContext,
	/// There is no such ring.
	UnknownRing,
	/// The ring has changed and its commitment is not computed yet.
	NotBuilt,
	/// The ring has too few members to hide one of them.
	RingTooSmall,
	/// The block that the proof names is too old, or not on this chain.
	NotRecent,
	/// The bytes are not a proof.
	Malformed,
	/// The proof was made for another ring, context or message, or by nobody.
	Invalid,
	/// The proof is for another alias.
	WrongAlias,
}

/// Checks that somebody on the roll said something, without telling who.
pub trait Memberships<BlockNumber> {
	/// Checks that `proof` shows a member of the claim's ring, named by its alias in its context and season, who says
	/// `said` for `purpose` after the recent block `at`. The cheap checks come first.
	///
	/// The proof's message is `purpose`, the genesis hash, the season, `said`, `at` and the hash of that block.
	fn check(
		claim: &Ballot,
		purpose: &[u8],
		said: &[u8],
		at: BlockNumber,
		proof: &RingProof,
	) -> Result<(), MembershipError>;

	/// For how many more blocks a proof that names the block `at` can be used.
	fn lifetime(at: BlockNumber) -> u64;

	/// Seats somebody in a ring of the nation and returns a claim that would pass, so that a benchmark can set its
	/// scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_claim(context: Context) -> Ballot;

	/// Does the work of [`Self::check`] for the claim with a recorded proof, so that a benchmark can measure it.
	#[cfg(feature = "runtime-benchmarks")]
	fn check_recorded(claim: &Ballot);
}

/// The grid of cells.
pub trait Cells {
	/// The coarser cell that `cell` lies in. `None` for the coarsest. Each cell has at most
	/// [`Self::LEVELS`] - 1 coarser ones.
	fn coarser(cell: CellId) -> Option<CellId>;

	/// How many scales there are.
	const LEVELS: u32;
}

/// A grid without scales: each cell stands for itself.
impl Cells for () {
	fn coarser(_: CellId) -> Option<CellId> {
		None
	}
	const LEVELS: u32 = 1;
}

/// Where the residents of each cell vote this season.
pub trait Precincts {
	/// The cell in whose rings the residents of `cell` sit: `cell` itself, or a coarser one if they are too few. `None`
	/// if nobody lives there.
	fn seated(cell: CellId) -> Option<CellId>;

	/// Seats a resident of `cell` with `coarser`, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn seat(cell: CellId, coarser: CellId);
}

/// Work that is due when a citizen moves house. Every hook is O(1).
pub trait OnResidence {
	/// `citizen` lives in `home` from now on, or nowhere.
	fn moved(citizen: CitizenId, home: Option<CellId>);
}

impl OnResidence for () {
	fn moved(_: CitizenId, _: Option<CellId>) {}
}

/// Work that is due when a citizen attests their presence. Every hook is O(1).
pub trait OnAttendance {
	/// `citizen` has attested in the current season.
	fn attested(citizen: CitizenId);

	/// Gives `citizen`, who has been away, as much as [`Self::attested`] can ever have to change, so that a benchmark
	/// measures the dearest attestation.
	#[cfg(feature = "runtime-benchmarks")]
	fn come_back(_citizen: CitizenId) {}
}

#[impl_trait_for_tuples::impl_for_tuples(8)]
impl OnAttendance for Tuple {
	fn attested(citizen: CitizenId) {
		for_tuples!( #( Tuple::attested(citizen); )* );
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn come_back(citizen: CitizenId) {
		for_tuples!( #( Tuple::come_back(citizen); )* );
	}
}

/// Why a proof is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofError {
	/// The bytes are no proof at all.
	Malformed,
	/// The proof was made for another ring, context or message, or by nobody.
	Invalid,
}

/// The cryptography of rings.
pub trait RingVrf {
	/// How many keys a ring can hold.
	const CAPACITY: u32;

	/// The commitment of a ring with these keys, in this order. `None` if there are too many or one is no point at all.
	/// Each key must have been found well formed by [`RollKeys`](crate::RollKeys) before: that is not checked again.
	fn commit(keys: &[RollKey]) -> Option<RingCommitment>;

	/// Checks that somebody in the ring made `proof` for `context` and `message`. Returns their alias there.
	fn verify(
		ring: &RingCommitment,
		context: &[u8],
		message: &[u8],
		proof: &RingProof,
	) -> Result<Alias, ProofError>;

	/// The key that `seed` makes, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn make_key(seed: [u8; 32]) -> RollKey;

	/// A proof that verifies, made beforehand: the runtime cannot make one.
	#[cfg(feature = "runtime-benchmarks")]
	fn recorded() -> RecordedProof;
}

/// A proof made beforehand, with all that it was made for.
#[cfg(feature = "runtime-benchmarks")]
pub struct RecordedProof {
	/// The ring.
	pub ring: RingCommitment,
	/// The context.
	pub context: alloc::vec::Vec<u8>,
	/// The message.
	pub message: alloc::vec::Vec<u8>,
	/// The proof.
	pub proof: alloc::boxed::Box<RingProof>,
	/// The alias.
	pub alias: Alias,
}
