//! What the pallet stores, and what its views answer.

pub use civitas_primitives::Admission;
use civitas_primitives::{CharterRef, CitizenId, Exit, RollKey, SeasonIndex, Standing};
use frame_support::{pallet_prelude::*, BoundedVec};
use sp_core::H256;

/// The most vouches that one application can collect, and the most that one citizen can have bound: the bounds of
/// the stored lists. The charter's own figures lie at or below them.
pub const MAX_VOUCHES: u32 = 8;

/// The most challenges that one application has to stand, and the most that one citizen can have open. The charter's
/// own figure lies at or below it.
pub const MAX_CHALLENGES: u32 = 8;

/// A short list of citizens who vouched for one person.
pub type Vouchers = BoundedVec<CitizenId, ConstU32<MAX_VOUCHES>>;

/// A short list of citizens who challenged one application.
pub type Challengers = BoundedVec<CitizenId, ConstU32<MAX_CHALLENGES>>;

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
	/// The vouches that led to an admission: the first block in which each is no longer bound. Entries of the past
	/// count for nothing, and go when the list is next written.
	pub bound_vouches: BoundedVec<BlockNumber, ConstU32<MAX_VOUCHES>>,
	/// The applicants whose applications the citizen challenges now.
	pub open_challenges: BoundedVec<AccountId, ConstU32<MAX_CHALLENGES>>,
	/// The first block in which the citizen may vouch again after having vouched for a fraud. Zero for everyone else.
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
	/// Until which block others can object after the last challenge ended. The block of the application if there was
	/// none.
	pub objections_until: BlockNumber,
	/// Who has paid the deposit, and how much.
	pub deposit: Deposit<AccountId, Balance>,
	/// The vouches for the applicant, oldest first.
	pub vouches: BoundedVec<Vouch<BlockNumber>, ConstU32<MAX_VOUCHES>>,
	/// The challenge that awaits a ruling.
	pub challenge: Option<Challenge<AccountId, Balance, BlockNumber>>,
	/// Everyone who has ever challenged this application. Nobody does so twice.
	pub challenged_by: Challengers,
}

impl<AccountId: PartialEq, Balance, BlockNumber: Copy + Ord> Application<AccountId, Balance, BlockNumber> {
	/// Whether somebody else has paid the deposit of `applicant`, whose application this is.
	pub fn is_sponsored(&self, applicant: &AccountId) -> bool {
		self.deposit.payer != *applicant
	}

	/// Whether `citizen` vouches for the applicant.
	pub fn is_vouched_by(&self, citizen: CitizenId) -> bool {
		self.vouches.iter().any(|vouch| vouch.voucher == citizen)
	}

	/// How many vouches are missing, of `required`.
	pub fn vouches_missing(&self, required: u32) -> u32 {
		// Clamping is the rule: further vouches are no debt.
		required.saturating_sub(u32::try_from(self.vouches.len()).unwrap_or(u32::MAX))
	}

	/// The oldest `required` vouches, if there are as many: those that make the application complete. If one is
	/// withdrawn, the next oldest takes its place.
	fn completing(&self, required: u32) -> Option<&[Vouch<BlockNumber>]> {
		self.vouches.get(..usize::try_from(required).unwrap_or(usize::MAX))
	}

	/// The block since which the application has had its `required` vouches.
	pub fn complete_since(&self, required: u32) -> Option<BlockNumber> {
		self.completing(required)?.iter().map(|vouch| vouch.since).max().or(Some(self.applied_at))
	}

	/// The first block in which the application can no longer be challenged, and can be admitted. `None` as long as
	/// it is not complete.
	pub fn challengeable_until(&self, required: u32) -> Option<BlockNumber> {
		let matures = self.completing(required)?.iter().map(|vouch| vouch.matures);
		Some(matures.fold(self.objections_until, Ord::max))
	}

	/// The vouchers, oldest vouch first.
	pub fn vouchers(&self) -> Vouchers {
		BoundedVec::truncate_from(self.vouches.iter().map(|vouch| vouch.voucher).collect())
	}
}

/// One citizen's word for an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Vouch<BlockNumber> {
	/// Who vouches.
	pub voucher: CitizenId,
	/// The block of the vouch.
	pub since: BlockNumber,
	/// The first block in which it has stood for a whole challenge period.
	pub matures: BlockNumber,
}

/// Whose deposit an application uses.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum DepositSource {
	/// The applicant's. A sponsorship that waits is declined, and the sponsor gets the money back.
	Own,
	/// The sponsor's. The sponsor cannot take it back before the application ends.
	Sponsored,
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
	/// The challenge was wrong: the application goes on. If the justice track says so, the bond goes to the applicant;
	/// if a founder does, it returns to the challenger.
	Dismissed,
}

/// Who rules on a challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arbiter {
	/// The justice track, or the entrenched one: any ruling.
	Justice,
	/// The founder, in the Founding tier: dismissals of other people's challenges only.
	Founder(CitizenId),
}

/// Who passes a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judge {
	/// The justice track, up to a part of the citizens each season.
	Justice,
	/// The entrenched track, without that limit.
	Entrenched,
}

/// How an application ended without admission.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Closure {
	/// The applicant withdrew it.
	Withdrawn,
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

/// What a sentence does to a citizen.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Penalty {
	/// The citizen loses the rights of one until reinstated.
	Suspension,
	/// The citizenship ends.
	Revocation(Grounds),
}

impl Penalty {
	/// What somebody keeps who leaves with this penalty, or before it takes effect.
	pub fn exit(&self) -> Exit {
		match self {
			Self::Revocation(Grounds::Fraud) => Exit::Fraud,
			Self::Revocation(_) | Self::Suspension => Exit::Honest,
		}
	}
}

/// A sentence that has been passed and has not taken effect yet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Sentence<BlockNumber> {
	/// What it does.
	pub penalty: Penalty,
	/// The hash of the reasons, kept off chain.
	pub reason_hash: H256,
	/// Who vouched for the citizen, if the sentence is for fraud: they are liable even if the citizen leaves first.
	pub liable: Vouchers,
	/// The first block in which anyone may carry it out. Until then, it can be lifted.
	pub effective_from: BlockNumber,
}

/// How many people a season has taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct SeasonIntake {
	/// The season that this counts for. In a later one, nobody has joined yet.
	pub season: SeasonIndex,
	/// How many active citizens there were before the first of them joined. The limit rests on this number, so that it
	/// does not grow as people join.
	pub citizens: u32,
	/// How many have joined by vouches.
	pub vouched: u32,
	/// How many the founder has admitted.
	pub by_founder: u32,
}

impl SeasonIntake {
	/// This count in `season`, with `citizens` active if nobody has joined in it yet.
	pub fn in_season(self, season: SeasonIndex, citizens: u32) -> Self {
		if self.season == season && self.total() > 0 {
			self
		} else {
			Self { season, citizens, vouched: 0, by_founder: 0 }
		}
	}

	/// How many have joined in all.
	pub fn total(&self) -> u32 {
		// Each has a number of 32 bits, so the sum cannot overflow.
		self.vouched.saturating_add(self.by_founder)
	}
}

/// How many sentences the justice track has passed in a season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct SeasonSentences {
	/// The season that this counts for. In a later one, no sentence has been passed yet.
	pub season: SeasonIndex,
	/// How many citizens there were before the first of them.
	pub citizens: u32,
	/// How many have been passed. A sentence that is lifted counts, too.
	pub passed: u32,
}

impl SeasonSentences {
	/// This count in `season`, with `citizens` if no sentence has been passed in it yet.
	pub fn in_season(self, season: SeasonIndex, citizens: u32) -> Self {
		if self.season == season && self.passed > 0 {
			self
		} else {
			Self { season, citizens, passed: 0 }
		}
	}
}

/// This season's intake as wallets and pages see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct IntakeInfo {
	/// The season.
	pub season: SeasonIndex,
	/// How many people can join by vouches. The founder can admit up to as many, less those who have joined already.
	pub limit: u32,
	/// How many have joined by vouches.
	pub vouched: u32,
	/// How many the founder has admitted.
	pub by_founder: u32,
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
	/// How many people the citizen can vouch for now, as far as bound vouches go.
	pub vouches_left: u32,
	/// Whether the citizen is on probation: may not vouch or challenge yet.
	pub on_probation: bool,
	/// The account that the citizen has named as the next one, and that has not accepted yet.
	pub pending_rotation: Option<AccountId>,
	/// The sentence against the citizen that has not taken effect yet.
	pub sentence: Option<Sentence<BlockNumber>>,
}

/// An application as wallets and pages see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ApplicationInfo<AccountId, Balance, BlockNumber> {
	/// The application.
	pub application: Application<AccountId, Balance, BlockNumber>,
	/// How many vouches are still missing.
	pub vouches_missing: u32,
	/// The block since which the application has had enough vouches.
	pub complete_since: Option<BlockNumber>,
	/// The block from which it can no longer be challenged, and can be admitted. `None` as long as vouches are missing.
	pub challengeable_until: Option<BlockNumber>,
	/// Whether the charter has changed, so that the applicant must call `accept` before the admission.
	pub needs_acceptance: bool,
	/// The block from which anyone may end the open challenge for want of a ruling.
	pub challenge_lapses: Option<BlockNumber>,
	/// The block from which anyone may close it, unless a challenge is open.
	pub closable_from: BlockNumber,
}
