//! What the pallet stores, and what its views answer.

pub use civitas_primitives::Admission;
use civitas_primitives::{CharterRef, CitizenId, RollKey, SeasonIndex, Standing};
use frame_support::{pallet_prelude::*, BoundedVec};
use sp_core::H256;

/// The most vouches that one application can collect, and the most that one citizen can have open: the bounds of
/// the stored lists. The charter's own figures lie at or below them.
pub const MAX_VOUCHES: u32 = 8;

/// A short list of citizens.
pub type Vouchers = BoundedVec<CitizenId, ConstU32<MAX_VOUCHES>>;

/// One person with soulbound citizenship.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Citizen<AccountId, BlockNumber> {
	/// The account that acts for the citizen today.
	pub account: AccountId,
	/// How the citizen stands before the law.
	pub standing: Standing,
	/// The block of admission.
	pub admitted_at: BlockNumber,
	/// The season of admission.
	pub admitted_in: SeasonIndex,
	/// The exact charter version that the citizen accepted.
	pub charter: CharterRef,
	/// The key under which the citizen votes secretly.
	pub roll_key: RollKey,
	/// Who vouched for the citizen, and is liable for it.
	pub vouchers: Vouchers,
	/// The applicants that the citizen vouches for now.
	pub open_vouches: BoundedVec<AccountId, ConstU32<MAX_VOUCHES>>,
	/// The applicant whose application the citizen challenges now.
	pub open_challenge: Option<AccountId>,
	/// The first block in which the citizen may vouch.
	pub may_vouch_from: BlockNumber,
	/// The free civic acts of this season.
	pub free_acts: FreeActs,
}

/// How many free civic acts a citizen has used, and in which season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct FreeActs {
	/// The season that `used` counts for; in a later one, nothing is used yet.
	pub season: SeasonIndex,
	/// How many acts were used in it.
	pub used: u32,
}

impl FreeActs {
	/// How many acts are used up in `season`.
	pub fn used_in(&self, season: SeasonIndex) -> u32 {
		if self.season == season {
			self.used
		} else {
			0
		}
	}

	/// Counts one more act in `season`.
	pub fn count(&mut self, season: SeasonIndex) {
		// Clamping is the rule: whoever pays for acts beyond the quota may do so without limit.
		*self = Self { season, used: self.used_in(season).saturating_add(1) };
	}
}

/// A person's request to become a citizen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Application<AccountId, Balance, BlockNumber> {
	/// The exact charter version accepted.
	pub charter: CharterRef,
	/// The key under which the applicant will vote secretly.
	pub roll_key: RollKey,
	/// The hash of the evidence shown to vouchers, kept off chain.
	pub evidence_hash: H256,
	/// The block of the application.
	pub applied_at: BlockNumber,
	/// The first block in which it can no longer be challenged, and can be admitted.
	pub challengeable_until: BlockNumber,
	/// Who has paid the deposit, and how much.
	pub deposit: Deposit<AccountId, Balance>,
	/// The citizens who vouch for the applicant.
	pub vouchers: Vouchers,
	/// The challenge that awaits a ruling.
	pub challenge: Option<Challenge<AccountId, Balance, BlockNumber>>,
}

impl<AccountId: PartialEq, Balance, BlockNumber> Application<AccountId, Balance, BlockNumber> {
	/// Whether somebody else has paid the deposit of `applicant`, whose application this is.
	pub fn is_sponsored(&self, applicant: &AccountId) -> bool {
		self.deposit.payer != *applicant
	}
}

/// Money held until an application ends.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Deposit<AccountId, Balance> {
	/// Whose money it is.
	pub payer: AccountId,
	/// How much is held.
	pub amount: Balance,
}

/// A citizen's formal doubt about an application.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Challenge<AccountId, Balance, BlockNumber> {
	/// Who challenges.
	pub challenger: CitizenId,
	/// The bond: goes to the applicant if the challenge is dismissed.
	pub bond: Deposit<AccountId, Balance>,
	/// The hash of the reasons given, kept off chain.
	pub reason_hash: H256,
	/// The block of the challenge.
	pub challenged_at: BlockNumber,
}

/// Whose a roll key is. No two people can have the same one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum RollKeyOwner<AccountId> {
	/// A citizen's.
	Citizen(CitizenId),
	/// An applicant's.
	Applicant(AccountId),
}

/// The outcome of a challenged application.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Ruling {
	/// The challenge was right: the application ends, and its deposit goes to the challenger.
	Upheld,
	/// The challenge was wrong: the application goes on, and the bond goes to the applicant. Others can object for
	/// another challenge period, so that no sham challenge shields an applicant from a real one.
	Dismissed,
}

/// How an application ended without admission.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Closure {
	/// The applicant withdrew it.
	Withdrawn,
	/// The sponsor took the deposit back.
	SponsorWithdrew,
	/// It stood open for longer than the charter allows.
	Lapsed,
	/// The challenge against it was upheld.
	Refused,
}

/// Why citizenship is revoked.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Grounds {
	/// Citizenship was obtained by fraud: those who vouched are liable.
	Fraud,
	/// A breach of the charter after admission.
	Breach,
}

/// A citizen as wallets and pages see them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct CitizenInfo<AccountId, BlockNumber> {
	/// The citizen's permanent number.
	pub id: CitizenId,
	/// The citizen's public record.
	pub citizen: Citizen<AccountId, BlockNumber>,
	/// How many free civic acts are left this season.
	pub free_acts_left: u32,
}

/// An application as wallets and pages see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ApplicationInfo<AccountId, Balance, BlockNumber> {
	/// The application.
	pub application: Application<AccountId, Balance, BlockNumber>,
	/// How many vouches are still missing.
	pub vouches_missing: u32,
	/// The block from which anyone may end the open challenge for want of a ruling.
	pub challenge_lapses: Option<BlockNumber>,
	/// The block from which anyone may close it, unless a challenge is open.
	pub closable_from: BlockNumber,
}
