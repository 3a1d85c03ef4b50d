//! What the pallet stores, and what its views answer.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use crate::grid::{Point, Rectangle};
use civitas_primitives::{CellId, Footprint, ParcelId, TerritoryId};
use frame_support::{pallet_prelude::*, BoundedVec};
use sp_core::H256;

/// The most rectangles that a parcel's shape is made of.
pub const MAX_RECTANGLES: u32 = 16;

/// The most tiles that a parcel covers: 3.3 hectares at the equator. Larger estates are several parcels.
pub const MAX_TILES: u32 = 256;

/// The highest valuation that is counted. All parcels there can be have a sum that fits the figure.
pub const MAX_VALUATION: u128 = u128::MAX >> 32;

/// The tiles of a parcel.
pub type Shape = BoundedVec<Rectangle, ConstU32<MAX_RECTANGLES>>;

/// A territory's name, in UTF-8.
pub type Name = BoundedVec<u8, ConstU32<64>>;

/// A country in two capital letters, as ISO 3166-1 has them; `XZ` stands for the high seas.
pub type Country = [u8; 2];

/// A place where the state holds land.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Territory<AccountId> {
	/// Its name.
	pub name: Name,
	/// The country whose law it lies under.
	pub host: Country,
	/// The account that keeps its register.
	pub registrar: AccountId,
	/// How many parcels it can have.
	pub parcel_limit: u32,
	/// How much of it there is.
	pub footprint: Footprint,
}

/// A piece of land.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Parcel<AccountId> {
	/// The territory it belongs to.
	pub territory: TerritoryId,
	/// Whose it is.
	pub title: Title<AccountId>,
	/// The point that says where it lies.
	pub reference: Point,
	/// The finest cell that this point lies in.
	pub cell: CellId,
	/// Its area in square metres, as the title deed has it.
	pub area: u32,
	/// The hash of the title deed, kept off chain.
	pub title_hash: H256,
	/// What its holder says that it is worth.
	pub valuation: u128,
	/// How many citizens live there.
	pub residents: u32,
}

/// Whose a parcel is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub enum Title<AccountId> {
	/// In common ownership.
	Common,
	/// Reserved for its holder in the real world, who has not accepted it yet.
	Assigned(AccountId),
	/// Somebody's.
	Held(AccountId),
}

impl<AccountId> Title<AccountId> {
	/// Who holds it.
	pub fn holder(&self) -> Option<&AccountId> {
		match self {
			Self::Held(holder) => Some(holder),
			Self::Common | Self::Assigned(_) => None,
		}
	}
}

/// What a registrar knows of a parcel from its real-world title.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub struct Survey {
	/// The tiles that it covers, at most 256, each within the 3 x 3 cells around the reference point.
	pub shape: Shape,
	/// A point on one of them.
	pub reference: Point,
	/// Its area in square metres: more than none, and at most 130 for each tile.
	pub area: u32,
	/// The hash of the title deed.
	pub title_hash: H256,
}

impl Survey {
	/// How many tiles the shape covers.
	pub fn tiles(&self) -> u32 {
		self.shape.iter().fold(0, |sum, rectangle| sum.saturating_add(rectangle.size()))
	}
}

/// Where a citizen lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Residence<BlockNumber> {
	/// The parcel.
	pub parcel: ParcelId,
	/// The notice that the registrar gave last, in force or lapsed.
	pub notice: Option<Notice<BlockNumber>>,
}

/// A notice to a resident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Notice<BlockNumber> {
	/// The first block in which the resident may be evicted.
	pub from: BlockNumber,
	/// The first block in which they may not be any more.
	pub until: BlockNumber,
}

/// How somebody stopped living somewhere.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Departure {
	/// Moved out.
	MovedOut,
	/// Evicted by the registrar after notice.
	Evicted,
	/// Is no citizen any more.
	LeftTheState,
}

/// A parcel as pages see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ParcelInfo<AccountId> {
	/// Its permanent number.
	pub id: ParcelId,
	/// Its record.
	pub parcel: Parcel<AccountId>,
	/// The tiles that it covers.
	pub shape: Shape,
	/// Up to how many residents its holder can confirm.
	pub capacity: u32,
}

/// How far a search has come. Pages hand back what they got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Cursor {
	/// How many cells it is through with.
	pub cells: u64,
	/// The last parcel seen in the next one.
	pub parcel: Option<ParcelId>,
}

/// A page of a search. It can be empty though there is more.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Found<AccountId> {
	/// The parcels on this page.
	pub parcels: alloc::vec::Vec<ParcelInfo<AccountId>>,
	/// Where to go on. `None` at the end.
	pub next: Option<Cursor>,
}

/// Where a citizen lives and wants to live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ResidenceInfo<BlockNumber> {
	/// The residence confirmed.
	pub residence: Option<Residence<BlockNumber>>,
	/// The cell of the parcel.
	pub cell: Option<CellId>,
	/// The parcel declared, which awaits its holder's or the registrar's word.
	pub declared: Option<ParcelId>,
	/// How many free civic acts are left this season.
	pub free_acts_left: u32,
}
