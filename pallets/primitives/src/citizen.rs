//! Who is a citizen, and what the rest of the state learns when that changes.

use crate::{RollKey, SeasonIndex};
use frame_support::dispatch::DispatchResult;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A citizen's permanent number, given in order of admission and never reused.
pub type CitizenId = u32;

/// How a citizen stands before the law.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Standing {
	/// In possession of every right.
	Active,
	/// Suspended by the justice track: may leave and recover the account, nothing else.
	Suspended,
}

/// How many citizens there are, by standing.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Headcount {
	/// Citizens in possession of every right.
	pub active: u32,
	/// Citizens suspended by the justice track.
	pub suspended: u32,
}

/// What other pallets ask about citizens.
pub trait Citizenry<AccountId> {
	/// The citizen behind `account`, whatever their standing.
	fn citizen(account: &AccountId) -> Option<CitizenId>;

	/// How `citizen` stands; `None` if there is no such citizen (any more).
	fn standing(citizen: CitizenId) -> Option<Standing>;

	/// How many citizens there are.
	fn headcount() -> Headcount;

	/// Makes `account` a citizen in full standing, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &AccountId) -> CitizenId;
}

/// The civic acts that each citizen may do in a season free of charge. One quota for all pallets.
pub trait CivicActs {
	/// How many `citizen` has left this season.
	fn left(citizen: CitizenId) -> u32;

	/// `citizen` has done one, free or paid.
	fn count(citizen: CitizenId);
}

/// By which right a citizen was admitted.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Admission {
	/// Among those who founded the state.
	Genesis,
	/// By vouches, after the challenge period.
	Vouched,
	/// By the founder, in the Founding tier.
	Founder,
}

/// A fact about one citizen that other pallets act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitizenshipChange {
	/// Admitted, with this roll key.
	Admitted {
		/// The key that joins the roll at the next sealing.
		roll_key: RollKey,
		/// By which right.
		admission: Admission,
	},
	/// Suspended: stays a citizen without the rights of one.
	Suspended,
	/// Back in full standing.
	Reinstated,
	/// Replaced the roll key.
	RollKeyReplaced {
		/// The key that takes the old one's place at the next sealing.
		roll_key: RollKey,
	},
	/// No citizen any more: renounced or revoked. Comes last; the id is never used again.
	Left {
		/// How the citizen stood until then.
		standing: Standing,
	},
}

/// Work that is due when a citizen's status changes. Every hook is O(1).
pub trait OnCitizenship {
	/// `change` has just happened to `citizen`, and stands in the state already.
	fn changed(citizen: CitizenId, change: CitizenshipChange);

	/// Gives `citizen` as much as [`CitizenshipChange::Left`] can ever have to undo, so that a benchmark measures the
	/// dearest exit.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ties(_citizen: CitizenId) {}
}

#[impl_trait_for_tuples::impl_for_tuples(8)]
impl OnCitizenship for Tuple {
	fn changed(citizen: CitizenId, change: CitizenshipChange) {
		for_tuples!( #( Tuple::changed(citizen, change); )* );
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_ties(citizen: CitizenId) {
		for_tuples!( #( Tuple::ensure_ties(citizen); )* );
	}
}

/// Tells who is past probation, as the pallet asks that gives citizens power over other people.
pub trait Probation {
	/// Whether `citizen` has been a citizen for a full season and has attested in it. A citizen of the genesis
	/// has no probation.
	fn is_past(citizen: CitizenId) -> bool;

	/// Ends the probation of `citizen`, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn end(citizen: CitizenId);
}

/// Tells in which season citizens were last here.
pub trait LastSeen {
	/// The season of the last attestation of `citizen`, or of the admission. `None` if there is no such citizen.
	fn last_seen(citizen: CitizenId) -> Option<SeasonIndex>;
}

/// Tells who is sentenced, as long as the sentence has not taken effect and can be lifted.
pub trait Sentences {
	/// Whether a sentence waits for `citizen`.
	fn is_sentenced(citizen: CitizenId) -> bool;
}

/// What a citizen who leaves keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
	/// All that is theirs.
	Honest,
	/// What they never had a right to stays with the state: their citizenship was a fraud.
	Fraud,
}

/// Gives a citizen who is about to leave what is theirs. Every hook is O(1).
pub trait OnExit<AccountId> {
	/// `citizen`, whose account is `account`, is about to leave. Comes before [`CitizenshipChange::Left`].
	fn leaving(citizen: CitizenId, account: &AccountId, exit: Exit);

	/// Gives `citizen` as much as [`Self::leaving`] can ever have to give, so that a benchmark measures the dearest exit.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_dues(citizen: CitizenId, account: &AccountId);
}

impl<AccountId> OnExit<AccountId> for () {
	fn leaving(_: CitizenId, _: &AccountId, _: Exit) {}
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_dues(_: CitizenId, _: &AccountId) {}
}

/// What a passport shows: public facts only.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Passport {
	/// The citizen's number.
	pub number: CitizenId,
	/// The season of admission.
	pub admitted: SeasonIndex,
	/// The charter version accepted at admission.
	pub charter_version: u32,
}

/// The picture of citizenship that wallets and explorers see. Citizenship itself is the source of truth.
pub trait Passports<AccountId> {
	/// Prepares the collection of passports; once, at genesis.
	fn found() -> DispatchResult;

	/// Gives `holder` a passport that nobody can move or destroy.
	fn issue(holder: &AccountId, passport: Passport) -> DispatchResult;

	/// Takes passport `number` from whoever holds it.
	fn withdraw(number: CitizenId) -> DispatchResult;

	/// Who holds passport `number`.
	fn holder(number: CitizenId) -> Option<AccountId>;
}

impl<AccountId> Passports<AccountId> for () {
	fn found() -> DispatchResult {
		Ok(())
	}
	fn issue(_: &AccountId, _: Passport) -> DispatchResult {
		Ok(())
	}
	fn withdraw(_: CitizenId) -> DispatchResult {
		Ok(())
	}
	fn holder(_: CitizenId) -> Option<AccountId> {
		None
	}
}
