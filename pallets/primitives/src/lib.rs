//! The words and the glue that every Civitas pallet shares.
//!
//! Pallets here know each other only through the small traits of this crate, each written for the pallet that
//! asks, never for the one that answers. Data flows one way:
//!
//! ```text
//! seasons ──▶ (OnSeason) census            citizenship ──▶ (OnCitizenship) census
//! citizenship ◀── (Citizenry) census       census ──▶ (Tiers) citizenship
//! census, citizenship ──▶ (Tiers, Population, Founders) charter
//! seasons, citizenship, census, land ──▶ (OnSeason, OnCitizenship, OnAttendance, OnResidence) roll
//! citizenship ──▶ (OnCitizenship) land     citizenship ◀── (Citizenry, CivicActs) land
//! land ◀── (Footprints) census              census ◀── (LastSeen)        roll ◀── (Precincts) land
//! roll ◀── (Ballots) whatever is cast in secret        roll ◀── (Memberships) census ──▶ (NextKeys) citizenship
//! roll ◀── (BallotAccounts) whatever a ballot account must not do        harberger ◀── (KnownAccounts) roll
//! citizenship ◀── (Sentences) dividend
//! census ◀── (ActiveCitizens) quadratic-voting ◀── (PanelTally) outside-panel
//! polls ◀── (PollTexts) quadratic-voting ──▶ (InSeason) polls
//! land ──▶ (OnParcel) harberger      land ◀── (Neighbourhood) floating-tax, (Titles) harberger
//! floating-tax ◀── (FloatingRate) harberger ──▶ (Revenue) revenue      citizenship ──▶ (OnExit) dividend
//! seasons, citizenship, census ──▶ (OnSeason, OnCitizenship, OnAttendance) dividend
//! seasons, citizenship ──▶ (OnSeason, OnCitizenship) validators ◀── (CivicActs) citizenship
//! ```
//!
//! # Terms
//!
//! - **citizen**: one person with soulbound citizenship. The [`CitizenId`] is permanent and never reused; the
//!   account behind it can rotate.
//! - **season**: the civic calendar's unit, numbered from zero by [`SeasonIndex`].
//! - **charter**: the constitution. A [`CharterRef`] names one exact version of it.
//! - **tier**: the stage of exit to community, see [`Tier`].
//! - **roll**: the sealed list of who may vote secretly in a season, made of rings, see [`RingId`].
//! - **alias**: the name that a proof of membership yields, see [`Alias`]; a **ballot account** speaks for it.
//! - **roll key**: the public key under which a citizen will vote secretly, see [`RollKey`].

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod census;
mod charter;
mod charter_text;
mod citizen;
mod land;
#[cfg(test)]
mod light_clients;
mod rate;
mod roll;
mod roll_key;
mod season;
mod trial;
mod voting;

pub use census::{Evidence, Figure, Population};
pub use charter::{
	ArticleNumber, CharterRef, ConstitutionalParameters, FounderPower, Founders, ParameterFault,
	ParameterRule, Tier, TierThresholds, Tiers,
};
pub use charter_text::{ArticleText, CharterText};
pub use citizen::{
	Admission, CitizenId, Citizenry, CitizenshipChange, CivicActs, Exit, Headcount, LastSeen, OnCitizenship,
	OnExit, Passport, Passports, Probation, Sentences, Standing,
};
pub use land::{
	Electorate, Extent, FloatingRate, Footprint, Footprints, Neighbourhood, OnParcel, ParcelId, Revenue,
	TerritoryId, Titles,
};
pub use rate::{Accrual, Meter, YEAR};
#[cfg(feature = "runtime-benchmarks")]
pub use roll::RecordedProof;
pub use roll::{
	Alias, Ballot, BallotAccounts, Ballots, CellId, Cells, Context, KnownAccounts, MembershipError,
	Memberships, OnAttendance, OnResidence, Precincts, ProofError, RingCommitment, RingId, RingProof,
	RingVrf,
};
pub use roll_key::{possession_message, NextKey, NextKeys, PossessionProof, RollKey, RollKeys};
pub use season::{Calendar, OnSeason, Season, SeasonIndex};
pub use trial::would_succeed;
pub use voting::{
	ActiveCitizens, BallotKind, BallotKinds, Decisions, InSeason, PanelCount, PanelTally, PollIndex,
	PollTexts, Side,
};
