//! The registry of territory: who holds which parcel, and who lives where.
//!
//! # Overview
//!
//! A state's land lies in *territories*, each under the law of a host country and in the care of a registrar. The
//! registrar enters *parcels* from their real-world titles. A parcel covers whole tiles of a grid that spans the
//! earth, and a tile has one parcel, so no two parcels can overlap. A new parcel is in common ownership, and auctioned,
//! or reserved for its holder in the real world, whose it becomes by their own signed consent. A citizen can make one
//! parcel their residence; its holder or the registrar confirms it, and from the next season on the citizen has a
//! secret vote about everything nearby.
//!
//! # Life cycle
//!
//! 1. [`Pallet::open_territory`], by the charter. [`Pallet::appoint_registrar`] and [`Pallet::set_parcel_limit`] change
//!    it later.
//! 2. [`Pallet::register`], by the registrar: a parcel with its tiles, its area and the hash of its title deed.
//! 3. If it is reserved for somebody: they accept (in the pallet that says at what price titles pass), or the
//!    registrar reserves it for somebody else ([`Pallet::assign`]), gives it to all ([`Pallet::unassign`]) or corrects a
//!    mistake ([`Pallet::strike`]).
//! 4. The title passes from holder to holder, or back to all, as that other pallet says.
//! 5. [`Pallet::reside`]: a citizen declares where they live, [`Pallet::confirm`]: its holder or the registrar agrees.
//!    [`Pallet::withdraw_declaration`] takes the word back. Until a move is confirmed, the old residence stands.
//! 6. [`Pallet::move_out`] ends it; so does [`Pallet::evict`], by the registrar, a notice period after
//!    [`Pallet::give_notice`]; so does leaving the state. A change of holder does not.
//!
//! # Terms
//!
//! - *Tile*, *cell*: squares of the grid, see [`grid`]. A parcel lies in the cell of its reference point.
//! - *Neighbourhood*: the 3 x 3 finest cells around a parcel.
//! - *Area*: that of the land, as the title deed has it. Tiles say where a parcel is, not how large.
//! - *Footprint*: parcels, their area and valuation, and residents: of a territory, and of all of them.
//! - *Free act*: a declaration, its withdrawal or a move. Each citizen has some per season, for all pallets together.
//!
//! # Who pays, and how much there can be
//!
//! A registrar pays fees like anyone. The charter limits how many parcels each territory can have; each has at most
//! 256 tiles. Parcels stay for ever, as land does. A citizen has at most one residence and one declaration.
//!
//! # Sham residents
//!
//! Votes about a neighbourhood belong to those who live there, so it may pay to make people live there on paper only.
//! A citizen has one residence and cannot be in two places; a new one counts from the next season only; and a holder
//! can confirm no more residents than [`Config::AreaPerResident`] allows for, one at least. Beyond that only the
//! registrar can, who answers to the charter.
//!
//! # Invariants
//!
//! - **I1** A tile has a parcel if and only if the parcel covers it, and each parcel covers its tiles once.
//! - **I2** Each parcel's reference point lies on one of its tiles and in the cell that is written down; all its tiles
//!   lie within the 3 x 3 cells around it.
//! - **I3** Each parcel is found under its holder and its cell, and nowhere else.
//! - **I4** Each footprint equals a recount.
//! - **I5** Each residence and each declaration is a citizen's, and the residents of each parcel are counted.
//! - **I6** Every number given is below the next one, and parcels belong to a territory.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod errors;
mod events;
pub mod grid;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod invariants;
#[cfg(test)]
mod mock;
mod registry;
mod residences;
pub mod runtime_api;
#[cfg(test)]
mod tests;
mod types;
mod views;
pub mod weights;

use alloc::vec::Vec;
use civitas_primitives::{
	CellId, CitizenId, Citizenry, CivicActs, Footprint, OnParcel, OnResidence, ParcelId, TerritoryId,
};
use frame_support::{pallet_macros::import_section, pallet_prelude::*};
use frame_system::pallet_prelude::*;
use grid::{Bounds, Point, Tile};

/// A territory's record.
pub type TerritoryOf<T> = Territory<<T as frame_system::Config>::AccountId>;
/// A parcel's record.
pub type ParcelOf<T> = Parcel<<T as frame_system::Config>::AccountId>;
/// A residence's record.
pub type ResidenceOf<T> = Residence<BlockNumberFor<T>>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Who is a citizen.
		type Citizenry: Citizenry<Self::AccountId>;

		/// The free acts of citizens.
		type CivicActs: CivicActs;

		/// Who opens territories and appoints their registrars.
		type TerritoryOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What becomes of a new parcel in common ownership.
		type OnParcel: OnParcel;

		/// Who else learns where citizens live.
		type OnResidence: OnResidence;

		/// For how many blocks a resident has notice before an eviction, and then as many in which it can happen.
		type EvictionNotice: Get<BlockNumberFor<Self>>;

		/// How many square metres of land there must be for each resident that a holder confirms.
		type AreaPerResident: Get<u32>;

		/// What each call weighs.
		type WeightInfo: WeightInfo;
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

	/// The number that the next parcel gets.
	#[pallet::storage]
	pub type NextParcelId<T: Config> = StorageValue<_, ParcelId, ValueQuery>;

	/// Whose each tile is. Lives and ends with the parcel.
	// Registrars choose where parcels lie. So it is with cells.
	#[pallet::storage]
	pub type Tiles<T: Config> = StorageMap<_, Blake2_128Concat, Tile, ParcelId>;

	/// The parcels in each of the finest cells. Lives and ends with the parcel.
	#[pallet::storage]
	pub type Locations<T: Config> = StorageDoubleMap<_, Blake2_128Concat, CellId, Twox64Concat, ParcelId, ()>;

	/// The parcels of each holder. Removed when the title passes on.
	#[pallet::storage]
	pub type Holdings<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, ParcelId, ()>;

	/// How much land there is in all territories, and how many live there.
	#[pallet::storage]
	pub type Total<T: Config> = StorageValue<_, Footprint, ValueQuery>;

	/// Where each citizen lives. Removed when they move out, are evicted or leave the state.
	#[pallet::storage]
	pub type Residences<T: Config> = StorageMap<_, Twox64Concat, CitizenId, ResidenceOf<T>>;

	/// Where citizens say they live, until somebody confirms it. Removed then, when withdrawn, and at the exit.
	#[pallet::storage]
	pub type Declarations<T: Config> = StorageMap<_, Twox64Concat, CitizenId, ParcelId>;

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Opens a territory under the law of `host`, with `registrar` to keep its register of at most `parcel_limit`
		/// parcels. Only the charter's origin for territories may.
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
		/// It is reserved for `assignee`, its holder in the real world, who must accept it; without one it is in common
		/// ownership, and auctioned. Emits `Registered`. Refused with `TileTaken` if it would overlap another one, with
		/// `OffTheGrid`, `NoTiles`, `TooManyTiles`, `TooFarApart` or `ReferenceOutside` for a shape that cannot be, with
		/// `InvalidArea`, or with `TooManyParcels`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::register(survey.tiles().min(MAX_TILES)))]
		pub fn register(
			origin: OriginFor<T>,
			territory: TerritoryId,
			survey: Survey,
			assignee: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(who, territory, survey, assignee)
		}

		/// Reserves a parcel that nobody has accepted yet for somebody else. Only the territory's registrar may.
		///
		/// Emits `Reassigned`. Refused with `NotAssigned` or `AlreadyAssigned`.
		#[pallet::call_index(4)]
		pub fn assign(origin: OriginFor<T>, parcel: ParcelId, assignee: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_assign(who, parcel, assignee)
		}

		/// Gives a parcel that nobody has accepted into common ownership: it is auctioned. Only the territory's registrar
		/// may.
		///
		/// Emits `Reassigned`. Refused with `NotAssigned`.
		#[pallet::call_index(5)]
		pub fn unassign(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unassign(who, parcel)
		}

		/// Strikes a parcel that was entered by mistake, that nobody has accepted and where nobody lives. Only the
		/// territory's registrar may.
		///
		/// Emits `Struck`. Refused with `NotAssigned` or `StillInhabited`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::strike(MAX_TILES))]
		pub fn strike(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let tiles = Self::do_strike(who, parcel)?;
			Ok(Some(T::WeightInfo::strike(tiles)).into())
		}

		/// Declares that one lives on a parcel, in place of any earlier declaration. Any citizen in full standing may.
		/// A free act.
		///
		/// Its holder or the registrar must confirm it; until then, an earlier residence stands. Emits
		/// `ResidenceDeclared`. Refused with `AlreadyResident` or `AlreadyDeclared`.
		#[pallet::call_index(7)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, parcel: &ParcelId| -> bool {
			Pallet::<T>::is_free_declaration(origin, *parcel)
		})]
		pub fn reside(origin: OriginFor<T>, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reside(who, parcel)
		}

		/// Takes one's declaration back before it is confirmed. Any citizen may. A free act.
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
		/// From the next season on the citizen is on the roll of the parcel's cell. Emits `ResidenceConfirmed`. Refused
		/// with `NotDeclared`, or with `TooManyResidents` for a holder with more residents than the land has room for.
		#[pallet::call_index(9)]
		pub fn confirm(origin: OriginFor<T>, citizen: CitizenId, parcel: ParcelId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm(who, citizen, parcel)
		}

		/// Ends one's residence at once. Any citizen who has one may. A free act.
		///
		/// Emits `ResidenceEnded`. Refused with `NotResident`.
		#[pallet::call_index(10)]
		#[pallet::feeless_if(|origin: &OriginFor<T>| -> bool { Pallet::<T>::is_free_move(origin) })]
		pub fn move_out(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_move_out(who)
		}

		/// Gives a resident notice, after which they can be evicted. Only the territory's registrar may.
		///
		/// Emits `NoticeGiven`. Refused with `NotResident`, or with `AlreadyNotified` until the last notice has lapsed.
		#[pallet::call_index(11)]
		pub fn give_notice(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_give_notice(who, citizen)
		}

		/// Ends the residence of a citizen whose notice period is over. Only the territory's registrar may.
		///
		/// Emits `ResidenceEnded`. Refused with `TooEarlyToEvict`, or with `NotNotified` if the notice has lapsed.
		#[pallet::call_index(12)]
		pub fn evict(origin: OriginFor<T>, citizen: CitizenId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_evict(who, citizen)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A territory.
		pub fn territory_by_id(territory: TerritoryId) -> Option<TerritoryOf<T>> {
			Territories::<T>::get(territory)
		}

		/// A parcel with its tiles.
		pub fn parcel(parcel: ParcelId) -> Option<ParcelInfo<T::AccountId>> {
			Self::parcel_info(parcel)
		}

		/// The parcel that covers a tile.
		pub fn parcel_on(tile: Tile) -> Option<ParcelId> {
			Tiles::<T>::get(tile)
		}

		/// The parcel that covers the tile in which a point lies.
		pub fn parcel_at(point: Point) -> Option<ParcelId> {
			Tiles::<T>::get(point.tile()?)
		}

		/// Where a citizen lives.
		pub fn residence(citizen: CitizenId) -> Option<ResidenceOf<T>> {
			Residences::<T>::get(citizen)
		}

		/// How much land there is in all territories, and how many live there.
		pub fn footprint() -> Footprint {
			Total::<T>::get()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			use frame_support::dispatch::DispatchClass;
			let block = T::BlockWeights::get();
			let most = block.get(DispatchClass::Normal).max_extrinsic.unwrap_or(block.max_block);
			for dearest in [T::WeightInfo::register(MAX_TILES), T::WeightInfo::strike(MAX_TILES)] {
				assert!(dearest.all_lte(most), "the largest parcel does not fit a block");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
