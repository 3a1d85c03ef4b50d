//! The registry of territory: who holds which parcel, and who lives where.
//!
//! # Overview
//!
//! A state's land lies in *territories*, each under the law of a host country and in the care of a registrar. The
//! registrar enters *parcels* from their real-world titles. A parcel covers whole tiles of a grid that spans the
//! earth, as the ground or as one unit of a building. A tile has one parcel for each unit, so no two parcels can overlap.
//! What a registrar enters or changes takes effect after public notice, in which anyone can challenge it with a bond.
//! A parcel is then in common ownership and for sale; or reserved for its holder in the real world, whose it becomes by
//! their own signed consent; or public, like a road or a park. A citizen can make one parcel their residence; its holder
//! or the registrar confirms it, and from the next season on the citizen has a secret vote about everything nearby.
//!
//! # Life cycle
//!
//! 1. [`Pallet::open_territory`], by the charter. [`Pallet::appoint_registrar`] and [`Pallet::set_parcel_limit`] change
//!    it later.
//! 2. [`Pallet::register`], by the registrar: a parcel with its tiles, its area and the hash of its title deed. Nobody
//!    else can take its tiles, but it counts for nothing yet.
//! 3. [`Pallet::challenge`], by anyone, within the public notice. [`Pallet::rule`] decides; without a ruling
//!    [`Pallet::lapse_challenge`] ends it. The notice stands still meanwhile. [`Pallet::withdraw_challenge`] and
//!    [`Pallet::withdraw_filing`] take a challenge and a filing back.
//! 4. [`Pallet::enact`], by anyone, after the notice. The account that the parcel is reserved for accepts it (in the pallet that
//!    says at what price titles pass). If nobody does for too long, [`Pallet::lapse`] gives it to all.
//! 5. The title passes from holder to holder, or back to all, as that other pallet says.
//! 6. [`Pallet::file`], by the registrar: a change of a parcel. It takes the same way. If somebody holds the parcel, they
//!    must agree to it ([`Pallet::agree`]). [`Pallet::rectify`] enters a court's judgment, by the justice track.
//!    [`Pallet::describe`] says what a parcel is called and used for.
//! 7. [`Pallet::reside`]: a citizen declares where they live, [`Pallet::confirm`]: its holder or the registrar agrees.
//!    [`Pallet::withdraw_declaration`] takes the word back. Until a move is confirmed, the old residence stands.
//! 8. A residence is renewed by attesting. A resident who has not attested for a full season is dormant, and does not
//!    count. One who comes back and finds no room left lives there no more.
//! 9. [`Pallet::move_out`] ends a residence; so does [`Pallet::evict`], a notice period after [`Pallet::give_notice`],
//!    unless [`Pallet::stay`] forbids it; so does leaving the state. A change of holder does not.
//!
//! # Terms
//!
//! - *Tile*, *cell*: squares of the grid, see [`grid`]. A parcel lies in the cell of its reference point.
//! - *Neighbourhood*: the 3 x 3 finest cells around a parcel.
//! - *Unit*: 0 is the ground; any other number is a flat, a floor or a house of a row on the same tiles.
//! - *Area*: that of the land, or of the floor, as the title deed has it. Tiles say where a parcel is, and how large it
//!   can be at most.
//! - *Filing*: a change of the register under public notice.
//! - *Footprint*: how much land there is of each kind, its valuation, and residents: of a territory, of a cell at each
//!   scale, and of all of them.
//! - *Free act*: a declaration, its withdrawal or a move. Each citizen has some per season, for all pallets together.
//!
//! # Who pays, and how much there can be
//!
//! A registrar pays fees like anyone. The charter limits how many parcels each territory can have; each has at most
//! 256 tiles and one filing. Parcels stay for ever, as land does. A citizen has at most one residence and one
//! declaration.
//!
//! # Sham residents
//!
//! Votes about a neighbourhood belong to those who live there, so it may pay to make people live there on paper only.
//! A citizen has one residence and cannot be in two places; a new one counts from the next season only; and a holder
//! can confirm no more residents than [`Config::AreaPerResident`] allows for, one at least. The registrar can confirm
//! [`Config::RegistrarFactor`] times as many. The residents of a cell too small for a ring of its own prove with a
//! coarser one. Their votes count only near cells whose residents sit there, not in the town next door.
//!
//! # Invariants
//!
//! - **I1** A tile and unit has a parcel if and only if the parcel covers it, and each parcel covers its tiles once.
//! - **I2** Each parcel's reference point lies on one of its tiles and in the cell that is written down; all its tiles
//!   lie within the 3 x 3 cells around it.
//! - **I3** Each parcel is found under its territory, its cell, and its holder or assignee, and nowhere else.
//! - **I4** The tally of each territory, of each cell at each scale, and of all together equals a recount. Only held
//!   parcels have a valuation.
//! - **I5** Each residence and each declaration is a citizen's, found under its parcel; the residents of each parcel are
//!   counted by the season in which they attested last.
//! - **I6** Every number given is below the next one, and parcels belong to a territory.
//! - **I7** A parcel that is not in effect has a filing. Each filing and each description is a parcel's.
//! - **I8** What is held from an account is the sum of the bonds of its open challenges.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod events;
mod filings;
pub mod grid;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
mod latitude;
pub mod migrations;
#[cfg(test)]
mod mock;
mod outline;
mod parts;
mod registry;
mod residences;
pub mod runtime_api;
mod tallies;
#[cfg(test)]
mod tests;
mod types;
mod views;
pub mod weights;

use alloc::vec::Vec;
use civitas_primitives::{
	would_succeed, BallotAccounts, Calendar, CellId, CitizenId, Citizenry, CivicActs, Footprint, LastSeen,
	OnParcel, OnResidence, ParcelId, Precincts, TerritoryId,
};
use frame_support::{
	pallet_macros::import_section,
	pallet_prelude::*,
	traits::{
		fungible::{Balanced, BalancedHold, Credit, Inspect, InspectHold, Mutate, MutateHold},
		OnUnbalanced,
	},
};
use frame_system::pallet_prelude::*;
use grid::{Bounds, Point, Tile};
pub use latitude::TILE_AREAS;
pub use outline::outline;
use sp_core::H256;

/// A territory's record.
pub type TerritoryOf<T> = Territory<<T as frame_system::Config>::AccountId>;
/// A parcel's record.
pub type ParcelOf<T> = Parcel<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// A parcel as pages see it.
pub type ParcelInfoOf<T> = ParcelInfo<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// A residence's record.
pub type ResidenceOf<T> = Residence<BlockNumberFor<T>>;
/// A title.
pub type TitleOf<T> = Title<<T as frame_system::Config>::AccountId>;
/// A change of the register.
pub type ChangeOf<T> = Change<<T as frame_system::Config>::AccountId>;
/// A filing's record.
pub type FilingOf<T> = Filing<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// A challenge's record.
pub type ChallengeOf<T> = Challenge<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;
/// An amount of money, in units of 1e-12 CIV.
pub type Balance = u128;
/// Money on its way.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[import_section(events::events)]
#[import_section(errors::errors)]
/// The register of land: territories, parcels, and who lives on them.
///
/// A registrar keeps the register of each territory. Citizens declare where they live, and the holder or the
/// registrar confirms it.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money of bonds.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ Mutate<Self::AccountId>
			+ Balanced<Self::AccountId>
			+ InspectHold<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason: From<HoldReason>>
			+ BalancedHold<Self::AccountId>;

		/// Takes the bonds of challenges that are dismissed.
		type Slash: OnUnbalanced<CreditOf<Self>>;

		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// The free acts of citizens.
		type CivicActs: CivicActs;

		/// When citizens were last here.
		type LastSeen: LastSeen;

		/// The season.
		type Calendar: Calendar<BlockNumber = BlockNumberFor<Self>>;

		/// Where residents vote.
		type Precincts: Precincts;

		/// Accounts that cast secret ballots: no parcel is reserved for them.
		type BallotAccounts: BallotAccounts<Self::AccountId>;

		/// Who opens territories and appoints their registrars.
		type TerritoryOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who rules on challenges, enters courts' judgments and stays evictions.
		type JusticeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Learns what the register does to parcels.
		type OnParcel: OnParcel;

		/// Who else learns where citizens live.
		type OnResidence: OnResidence;

		/// For how many blocks a filing is under public notice.
		type RegistrationNotice: Get<BlockNumberFor<Self>>;

		/// What is held from a challenger.
		type ChallengeBond: Get<Balance>;

		/// For how many blocks a challenge waits for a ruling.
		type RulingPeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks a parcel stays reserved for somebody who does not accept it.
		type AssignmentPeriod: Get<BlockNumberFor<Self>>;

		/// For how many blocks a resident has notice before an eviction, and then as many in which it can happen.
		type EvictionNotice: Get<BlockNumberFor<Self>>;

		/// For how many blocks a stay forbids another notice.
		type StayPeriod: Get<BlockNumberFor<Self>>;

		/// How many square metres there must be for each resident that a holder confirms.
		type AreaPerResident: Get<u32>;

		/// How many times as many residents as a holder the registrar can confirm.
		type RegistrarFactor: Get<u32>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of a challenge to a filing. It returns unless the challenge is dismissed.
		#[codec(index = 0)]
		ChallengeBond,
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The territories. Opened by the charter, and kept for ever.
	// Numbers are given by the chain, so nobody can unbalance the trie with them. So it is with parcels and citizens.
	#[pallet::storage]
	pub type Territories<T: Config> = StorageMap<_, Twox64Concat, TerritoryId, TerritoryOf<T>>;

	/// The number that the next territory gets.
	#[pallet::storage]
	pub type NextTerritoryId<T: Config> = StorageValue<_, TerritoryId, ValueQuery>;

	/// The parcels. Entered by registrars, up to their territory's limit, and kept for ever unless struck.
	#[pallet::storage]
	pub type Parcels<T: Config> = StorageMap<_, Twox64Concat, ParcelId, ParcelOf<T>>;

	/// The tiles that each parcel covers. Lives and ends with the parcel.
	#[pallet::storage]
	pub type Shapes<T: Config> = StorageMap<_, Twox64Concat, ParcelId, Shape, ValueQuery>;

	/// The names and uses of parcels. Written by registrars; ends with the parcel.
	#[pallet::storage]
	pub type Descriptions<T: Config> = StorageMap<_, Twox64Concat, ParcelId, Description, ValueQuery>;

	/// The number that the next parcel gets.
	#[pallet::storage]
	pub type NextParcelId<T: Config> = StorageValue<_, ParcelId, ValueQuery>;

	/// The changes under public notice, one for each parcel at most. Removed when they take effect or end otherwise.
	#[pallet::storage]
	pub type Filings<T: Config> = StorageMap<_, Twox64Concat, ParcelId, FilingOf<T>>;

	/// Whose each tile is, unit by unit. Lives and ends with the parcel.
	// Registrars choose where parcels lie. So it is with cells.
	#[pallet::storage]
	pub type Tiles<T: Config> = StorageDoubleMap<_, Blake2_128Concat, Tile, Twox64Concat, Unit, ParcelId>;

	/// The parcels in each of the finest cells. Lives and ends with the parcel.
	#[pallet::storage]
	pub type Locations<T: Config> = StorageDoubleMap<_, Blake2_128Concat, CellId, Twox64Concat, ParcelId, ()>;

	/// The parcels of each territory. Lives and ends with the parcel.
	#[pallet::storage]
	pub type Registers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, TerritoryId, Twox64Concat, ParcelId, ()>;

	/// The parcels of each holder. Removed when the title passes on.
	#[pallet::storage]
	pub type Holdings<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, ParcelId, ()>;

	/// The parcels reserved for each account. Removed when it accepts, or when the parcel is given to others.
	#[pallet::storage]
	pub type Assignments<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, ParcelId, ()>;

	/// How much land there is in all territories, and how many live there.
	#[pallet::storage]
	pub type Total<T: Config> = StorageValue<_, Tally, ValueQuery>;

	/// The same for each cell at each of the three scales. Removed when the last parcel there is struck.
	#[pallet::storage]
	pub type CellTallies<T: Config> = StorageMap<_, Blake2_128Concat, CellId, Tally>;

	/// The season's mean valuation in the making.
	#[pallet::storage]
	pub type Valued<T: Config> = StorageValue<_, ValueMeter<BlockNumberFor<T>>, ValueQuery>;

	/// Where each citizen lives. Removed when they move out, are evicted or leave the state.
	#[pallet::storage]
	pub type Residences<T: Config> = StorageMap<_, Twox64Concat, CitizenId, ResidenceOf<T>>;

	/// Who lives on each parcel. Lives and ends with the residence.
	#[pallet::storage]
	pub type Inhabitants<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ParcelId, Twox64Concat, CitizenId, ()>;

	/// Where citizens say they live, until somebody confirms it. Removed then, when withdrawn, and at the exit.
	#[pallet::storage]
	pub type Declarations<T: Config> = StorageMap<_, Twox64Concat, CitizenId, ParcelId>;

	/// Who says that they live on each parcel. Lives and ends with the declaration.
	#[pallet::storage]
	pub type Declarants<T: Config> = StorageDoubleMap<_, Twox64Concat, ParcelId, Twox64Concat, CitizenId, ()>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The territories that the state begins with, in order. They are numbered from 0.
		pub territories: alloc::vec::Vec<FirstTerritory<T::AccountId>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::found(self).expect("the genesis territories are valid; qed");
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Opens a territory under the law of `host`, with `registrar` to keep its register of at most `parcel_limit`
		/// parcels. Only the charter's origin for territories may.
		///
		/// - `name`: the territory's name, as text in UTF-8.
		///
		/// Emits `TerritoryOpened`. Refused with `InvalidName` or `InvalidCountry`.
		#[pallet::call_index(0)]
		pub fn open_territory(
			origin: OriginFor<T>,
			name: Name,
			host: Country,
			registrar: T::AccountId,
			parcel_limit: u32,
		) -> DispatchResult {
			T::TerritoryOrigin::ensure_origin(origin)?;
			Self::do_open_territory(name, host, registrar, parcel_limit)
		}

		/// Gives the register of a territory to another account. Only the charter's origin for territories may.
		///
		/// - `territory`: the id of the territory.
		/// - `registrar`: the account that keeps the register from now on.
		///
		/// Emits `RegistrarAppointed`.
		#[pallet::call_index(1)]
		pub fn appoint_registrar(
			origin: OriginFor<T>,
			territory: TerritoryId,
			registrar: T::AccountId,
		) -> DispatchResult {
			T::TerritoryOrigin::ensure_origin(origin)?;
			Self::do_appoint_registrar(territory, registrar)
		}

		/// Sets how many parcels a territory can have. Those that it has stay. Only the charter's origin for territories
		/// may.
		///
		/// - `territory`: the id of the territory.
		/// - `parcel_limit`: the most parcels that it can have.
		///
		/// Emits `ParcelLimitSet`.
		#[pallet::call_index(2)]
		pub fn set_parcel_limit(
			origin: OriginFor<T>,
			territory: TerritoryId,
			parcel_limit: u32,
		) -> DispatchResult {
			T::TerritoryOrigin::ensure_origin(origin)?;
			Self::do_set_parcel_limit(territory, parcel_limit)
		}

		/// Enters a parcel into the register. Only the territory's registrar may.
		///
		/// - `territory`: the id of the territory.
		/// - `survey`: the parcel's shape, area, use and reference in the host country's register.
		///
		/// Its tiles are taken at once, but it counts for nothing before the public notice is over and somebody calls
		/// `enact`. Then it is what `designation` says. Emits `Registered` and `Filed`. Refused with `TileTaken` if it would
		/// overlap another one, with `OffTheGrid`, `NoTiles`, `TooManyTiles`, `TooFarApart` or `ReferenceOutside` for a shape
		/// that cannot be, with `InvalidArea`, or with `TooManyParcels`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::register(survey.tiles().min(MAX_TILES)))]
		pub fn register(
			origin: OriginFor<T>,
			territory: TerritoryId,
			survey: Survey,
			designation: Designation<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(who, territory, survey, designation)
		}

		/// Files a change of a parcel, which takes effect after public notice. Only the territory's registrar may; only the
		/// charter's origin for territories may file that a public parcel is no longer public.
		///
		/// - `parcel`: the id of the parcel.
		/// - `change`: what is to become of the parcel.
		///
		/// If somebody holds the parcel, they must agree. Emits `Filed`. Refused with `AlreadyFiled`, `AlreadySo`, or with
		/// `Held` for a change that only a court can order.
		#[pallet::call_index(4)]
		pub fn file(origin: OriginFor<T>, parcel: ParcelId, change: ChangeOf<T>) -> DispatchResult {
			let who = match T::TerritoryOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_file(who, parcel, change)
		}

		/// Agrees to the change filed for a parcel. Only its holder may.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// `change_hash` is the Blake2-256 hash of the encoded change, so that you agree to what you have seen. Emits
		/// `Agreed`. Refused with `NotHolder`, `NotFiled` or `OtherChange`.
		#[pallet::call_index(5)]
		pub fn agree(origin: OriginFor<T>, parcel: ParcelId, change_hash: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_agree(who, parcel, change_hash)
		}

		/// Takes a filing back. Only the territory's registrar may. A new parcel is struck with it.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// An open challenge ends, and its bond returns. Emits `FilingEnded`. Refused with `NotFiled`.
		#[pallet::call_index(6)]
		pub fn withdraw_filing(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_filing(who, parcel)
		}

		/// Declares that you live on a parcel, in place of any earlier declaration. Any citizen in full standing may.
		/// A free act.
		///
		/// - `parcel`: the id of the parcel that you live on.
		///
		/// Its holder or the registrar must confirm it; until then, an earlier residence stands. Emits
		/// `ResidenceDeclared`. Refused with `AlreadyResident`, `AlreadyDeclared` or `NotInEffect`.
		#[pallet::call_index(7)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			Pallet::<T>::is_free_declaration(origin, *parcel)
		})]
		pub fn reside(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reside(who, parcel)
		}

		/// Takes your declaration back before it is confirmed. Any citizen may. A free act.
		///
		/// Emits `DeclarationWithdrawn`. Refused with `NotDeclared`.
		#[pallet::call_index(8)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_withdrawal(origin) })]
		pub fn withdraw_declaration(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_declaration(who)
		}

		/// Confirms that a citizen lives on a parcel, as they have declared. Its holder or the registrar may.
		///
		/// - `citizen`: the id of the citizen.
		/// - `parcel`: the id of the parcel that they have declared.
		///
		/// From the next season on the citizen is on the roll of the parcel's cell. Emits `ResidenceConfirmed`. Refused
		/// with `NotDeclared`, with `Dormant` if the citizen must attest first, or with `TooManyResidents` if there is no
		/// room for more.
		#[pallet::call_index(9)]
		pub fn confirm(origin: OriginFor<T>, citizen: CitizenId, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm(who, citizen, parcel)
		}

		/// Ends your residence at once. Any citizen who has one may. A free act.
		///
		/// Emits `ResidenceEnded`. Refused with `NotResident`.
		#[pallet::call_index(10)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_move(origin) })]
		pub fn move_out(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_move_out(who)
		}

		/// Gives a resident notice, after which they can be evicted. The territory's registrar may; so may the holder, to
		/// those who lived there before them.
		///
		/// - `reason_hash`: the hash of the text that gives the reasons.
		///
		/// - `citizen`: the id of the resident.
		///
		/// Emits `NoticeGiven`. Refused with `NotResident`, with `YourResident` for a holder to whom the citizen came later,
		/// or with `AlreadyNotified` until the last notice or a stay has lapsed.
		#[pallet::call_index(11)]
		pub fn give_notice(origin: OriginFor<T>, citizen: CitizenId, reason_hash: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_give_notice(who, citizen, reason_hash)
		}

		/// Ends the residence of a citizen whose notice period is over, or who is dormant. The territory's registrar or the
		/// holder may.
		///
		/// - `citizen`: the id of the resident.
		///
		/// Emits `ResidenceEnded`. Refused with `TooEarlyToEvict`, or with `NotNotified` if there is no notice, if it has
		/// lapsed or if it was stayed.
		#[pallet::call_index(12)]
		pub fn evict(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_evict(who, citizen)
		}

		/// Forbids the eviction of a resident, and any other notice for some time. Only the justice track may.
		///
		/// - `citizen`: the id of the resident.
		///
		/// Emits `EvictionStayed`. Refused with `NotResident`.
		#[pallet::call_index(13)]
		pub fn stay(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			T::JusticeOrigin::ensure_origin(origin)?;
			Self::do_stay(citizen)
		}

		/// Lets a change take effect, after public notice. Anyone may, free of charge.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// Emits `FilingEnded` and what the change is. Refused with `NotFiled`, `UnderNotice`, `ChallengeOpen`, `NotAgreed`,
		/// or with what stands against the change.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::enact().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok()
				&& would_succeed(|| Pallet::<T>::do_enact(*parcel).map(|_| ()))
		})]
		pub fn enact(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let weight = match Self::do_enact(parcel)? {
				Change::Designate(_) => T::WeightInfo::enact_designation(),
				_ => T::WeightInfo::enact(),
			};
			// Once to see that it is free, once to do it.
			Ok(Some(weight.saturating_mul(2)).into())
		}

		/// Objects to a filing under public notice. Anyone may, with a bond, one at a time.
		///
		/// - `parcel`: the id of the parcel.
		/// - `reason_hash`: the hash of the text that gives your reasons.
		///
		/// While the challenge is open, the filing cannot take effect, and its notice period stands still. Emits `Challenged`. Refused with `NotFiled`,
		/// `NoticeOver` or `AlreadyChallenged`.
		#[pallet::call_index(15)]
		pub fn challenge(origin: OriginFor<T>, parcel: ParcelId, reason_hash: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_challenge(who, parcel, reason_hash)
		}

		/// Takes your challenge back. The bond returns. Emits `ChallengeEnded`. Refused with `NotChallenger`.
		///
		/// - `parcel`: the id of the parcel.
		#[pallet::call_index(16)]
		pub fn withdraw_challenge(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_challenge(who, parcel)
		}

		/// Rules on exactly this challenge: by `challenger`, made in block `since`. The justice track may; the charter's
		/// origin for territories may uphold a challenge, but not dismiss one.
		///
		/// - `parcel`: the id of the parcel.
		/// - `ruling`: whether the challenge is upheld or dismissed.
		///
		/// If it is upheld, the filing is void and the bond returns. If not, the bond is lost. Emits `ChallengeEnded`.
		/// Refused with `UnknownChallenge`.
		#[pallet::call_index(17)]
		pub fn rule(
			origin: OriginFor<T>,
			parcel: ParcelId,
			challenger: T::AccountId,
			since: BlockNumberFor<T>,
			ruling: Ruling,
		) -> DispatchResult {
			if let Err(origin) = T::JusticeOrigin::try_origin(origin) {
				T::TerritoryOrigin::ensure_origin(origin)?;
				ensure!(ruling == Ruling::Upheld, Error::<T>::JusticeDismisses);
			}
			Self::do_rule(parcel, challenger, since, ruling)
		}

		/// Ends a challenge that nobody has ruled on in time. Anyone may, free of charge.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// The bond returns, and the rest of the notice period follows: others can challenge. Emits `ChallengeEnded`. Refused with
		/// `NotChallenged` or `RulingOpen`.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::lapse_challenge().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok() && would_succeed(|| Pallet::<T>::do_lapse_challenge(*parcel))
		})]
		pub fn lapse_challenge(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lapse_challenge(parcel)
		}

		/// Gives a parcel to all that nobody has accepted for too long: it is for sale. Anyone may, free of charge.
		///
		/// - `parcel`: the id of the parcel.
		///
		/// Emits `Redesignated`. Refused with `NotAssigned` or `StillReserved`.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::lapse().saturating_mul(2))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			ensure_signed(origin.clone()).is_ok() && would_succeed(|| Pallet::<T>::do_lapse(*parcel))
		})]
		pub fn lapse(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_lapse(parcel)
		}

		/// Enters a court's judgment about a parcel, at once and whoever holds it. Only the justice track may.
		///
		/// - `parcel`: the id of the parcel.
		/// - `change`: what the court has ordered.
		///
		/// If it takes the parcel from its holder, the charge due is taken, and the rest of the escrow and any bid return.
		/// The account that the court gives it to must accept it. A filing under notice ends. Emits `Rectified` and what the change
		/// is.
		#[pallet::call_index(20)]
		pub fn rectify(origin: OriginFor<T>, parcel: ParcelId, change: ChangeOf<T>) -> DispatchResult {
			T::JusticeOrigin::ensure_origin(origin)?;
			Self::do_rectify(parcel, change)
		}

		/// Says what a parcel is called and used for. Only the territory's registrar may.
		///
		/// - `parcel`: the id of the parcel.
		/// - `description`: the name and the use of the parcel.
		///
		/// Emits `Described`. Refused with `InvalidName`.
		#[pallet::call_index(21)]
		pub fn describe(origin: OriginFor<T>, parcel: ParcelId, description: Description) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_describe(who, parcel, description)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A territory.
		pub fn territory_by_id(territory: TerritoryId) -> Option<TerritoryOf<T>> {
			Territories::<T>::get(territory)
		}

		/// A parcel with its tiles.
		pub fn parcel(parcel: ParcelId) -> Option<ParcelInfoOf<T>> {
			Self::parcel_info(parcel)
		}

		/// The parcel that covers the ground of a tile.
		pub fn parcel_on(tile: Tile) -> Option<ParcelId> {
			Tiles::<T>::get(tile, GROUND)
		}

		/// The parcel that covers the ground of the tile in which a point lies.
		pub fn parcel_at(point: Point) -> Option<ParcelId> {
			Tiles::<T>::get(point.tile()?, GROUND)
		}

		/// Where a citizen lives.
		pub fn residence(citizen: CitizenId) -> Option<ResidenceOf<T>> {
			Residences::<T>::get(citizen)
		}

		/// How much land there is in all territories, and how many live there.
		pub fn footprint() -> Footprint {
			Total::<T>::get().footprint(T::Calendar::season().index)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			use frame_support::dispatch::DispatchClass;
			let block = T::BlockWeights::get();
			let most = block.get(DispatchClass::Normal).max_extrinsic.unwrap_or(block.max_block);
			let enact = T::WeightInfo::enact().saturating_mul(2);
			for dearest in [T::WeightInfo::register(MAX_TILES), enact, T::WeightInfo::rectify()] {
				assert!(dearest.all_lte(most), "the largest parcel does not fit a block");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
