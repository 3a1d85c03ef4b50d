//! What the pallet stores, and what its views answer.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use crate::grid::{Point, Rectangle};
use alloc::string::String;
use civitas_primitives::{CellId, CitizenId, Extent, Footprint, ParcelId, SeasonIndex, TerritoryId};
use frame_support::{pallet_prelude::*, BoundedVec};
use sp_core::{H256, U256};

/// The most rectangles that a parcel's shape is made of.
pub const MAX_RECTANGLES: u32 = 16;

/// The most tiles that a parcel covers: 3.3 hectares at the equator. Larger estates are several parcels.
pub const MAX_TILES: u32 = 256;

/// The highest valuation that is counted. All parcels there can be have a sum that fits the figure.
pub const MAX_VALUATION: u128 = u128::MAX >> 32;

/// The most parts that a parcel is divided into at once.
pub const MAX_PARTS: u32 = 8;

/// A unit of a building: 0 is the ground, all others are flats, floors or houses of a row. Two parcels can cover the same
/// tile if they are different units.
pub type Unit = u16;

/// The ground.
pub const GROUND: Unit = 0;

/// The tiles of a parcel.
pub type Shape = BoundedVec<Rectangle, ConstU32<MAX_RECTANGLES>>;

/// The most bytes of a territory's name.
pub const MAX_NAME: u32 = 64;

/// A territory's name, in UTF-8.
pub type Name = BoundedVec<u8, ConstU32<MAX_NAME>>;

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
	pub tally: Tally,
}

/// A territory that a state begins with.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FirstTerritory<AccountId> {
	/// Its name.
	pub name: String,
	/// The country whose law it lies under, in two capital letters.
	pub host: String,
	/// The account that keeps its register.
	pub registrar: AccountId,
	/// How many parcels it can have.
	pub parcel_limit: u32,
}

/// A piece of land, or a unit of a building.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Parcel<AccountId, BlockNumber> {
	/// The territory it belongs to.
	pub territory: TerritoryId,
	/// Whose it is.
	pub title: Title<AccountId>,
	/// The block in which the title became what it is.
	pub since: BlockNumber,
	/// The point that says where it lies.
	pub reference: Point,
	/// The finest cell that this point lies in.
	pub cell: CellId,
	/// Which unit of the building on its tiles it is; 0 for the ground.
	pub unit: Unit,
	/// The area of the land, or the floor of the unit, in square metres, as the title deed has it.
	pub area: u32,
	/// The hash of the title deed, kept off chain.
	pub title_hash: H256,
	/// What its holder says that it is worth.
	pub valuation: u128,
	/// How many citizens live there.
	pub residents: Residents,
}

impl<AccountId, BlockNumber> Parcel<AccountId, BlockNumber> {
	/// What the parcel adds to the land of its kind.
	pub fn extent(&self) -> Extent {
		let area = u64::from(self.area);
		if self.unit == GROUND {
			Extent { parcels: 1, area, floor: 0 }
		} else {
			Extent { parcels: 1, area: 0, floor: area }
		}
	}
}

/// Whose a parcel is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub enum Title<AccountId> {
	/// In common ownership, and for sale.
	#[codec(index = 0)]
	Common,
	/// Reserved for its holder in the real world, who has not accepted it yet.
	#[codec(index = 1)]
	Assigned(AccountId),
	/// Somebody's.
	#[codec(index = 2)]
	Held(AccountId),
	/// Everybody's: a road, a park, a school. It is not for sale and pays nothing.
	#[codec(index = 3)]
	Public,
	/// Entered by the registrar, and not in effect before the public notice is over.
	#[codec(index = 4)]
	Filed,
}

impl<AccountId> Title<AccountId> {
	/// Who holds it.
	pub fn holder(&self) -> Option<&AccountId> {
		match self {
			Self::Held(holder) => Some(holder),
			_ => None,
		}
	}

	/// For whom it is reserved.
	pub fn assignee(&self) -> Option<&AccountId> {
		match self {
			Self::Assigned(assignee) => Some(assignee),
			_ => None,
		}
	}
}

/// What the register can make of a parcel that nobody holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub enum Designation<AccountId> {
	/// In common ownership, and for sale.
	Common,
	/// Reserved for its holder in the real world, who must accept it.
	Assigned(AccountId),
	/// Everybody's, and not for sale.
	Public,
}

impl<AccountId> From<Designation<AccountId>> for Title<AccountId> {
	fn from(designation: Designation<AccountId>) -> Self {
		match designation {
			Designation::Common => Self::Common,
			Designation::Assigned(assignee) => Self::Assigned(assignee),
			Designation::Public => Self::Public,
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
	/// Which unit of the building there it is; 0 for the ground.
	pub unit: Unit,
	/// Its area in square metres: at least one, and at most what its tiles hold at their latitude.
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

/// A change of the register that takes effect after public notice.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
pub enum Change<AccountId> {
	/// The parcel is in common ownership, reserved for somebody, or public.
	Designate(Designation<AccountId>),
	/// The tiles, the unit, the area or the deed are corrected. The parcel stays in its cell while somebody lives there.
	Resurvey(Survey),
	/// The parcel is divided. The parts cover its tiles, and their areas add up to its area. The first one keeps the
	/// number and the residents.
	Divide(BoundedVec<Survey, ConstU32<MAX_PARTS>>),
	/// Another parcel of the same title, where nobody lives, is joined to it. The survey covers the tiles of both, and
	/// its area is that of both.
	Join {
		/// The parcel that ends.
		other: ParcelId,
		/// What they make together.
		survey: Survey,
	},
	/// The parcel was entered by mistake.
	Strike,
}

/// A change that waits for its public notice to end.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Filing<AccountId, BlockNumber> {
	/// What is to change.
	pub change: Change<AccountId>,
	/// The first block in which it can take effect.
	pub from: BlockNumber,
	/// The holder who has agreed to it. A change of a held parcel needs that.
	pub agreed: Option<AccountId>,
	/// The open challenge.
	pub challenge: Option<Challenge<AccountId, BlockNumber>>,
}

/// An objection to a filing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Challenge<AccountId, BlockNumber> {
	/// Whose.
	pub challenger: AccountId,
	/// The block in which it was made.
	pub since: BlockNumber,
	/// What is held from the challenger until it ends, in units of 1e-12 CIV.
	pub bond: u128,
	/// The hash of the reasons, kept off chain.
	pub reason_hash: H256,
}

/// What is decided about a challenge.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Ruling {
	/// The challenger is right: the filing is void, and the bond returns.
	Upheld,
	/// The challenger is wrong: the bond is lost, and the filing goes on.
	Dismissed,
}

/// How a challenge ended.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum ChallengeEnd {
	/// By a ruling.
	Ruled(Ruling),
	/// The challenger took it back. The bond returned.
	Withdrawn,
	/// There was no ruling in time. The bond returned.
	Lapsed,
	/// The filing ended before it. The bond returned.
	Moot,
}

/// How a filing ended.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum FilingEnd {
	/// It took effect.
	Enacted,
	/// The registrar took it back.
	Withdrawn,
	/// A challenge was upheld.
	Void,
	/// The title passed to somebody else, or a court's judgment was entered.
	Overtaken,
}

/// What people call a parcel and use it for. Optional, for maps.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Description {
	/// Its name, in UTF-8. Can be empty.
	pub name: Name,
	/// What it is used for.
	pub land_use: LandUse,
	/// The hash of a document about it, kept off chain: a plan, a permit.
	pub document: Option<H256>,
}

/// What a parcel is used for.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum LandUse {
	/// Nobody has said.
	#[default]
	Unspecified,
	/// Homes.
	Residential,
	/// Shops and offices.
	Commercial,
	/// Workshops and plants.
	Industrial,
	/// Fields and gardens.
	Agricultural,
	/// Forest, water, wilderness.
	Natural,
	/// Schools, hospitals, halls.
	Civic,
	/// Roads, rails, harbours.
	Transport,
}

/// How many people live somewhere, by the season in which they attested last. Those who have not since the season before
/// the current one are dormant, and in neither figure. Brought up to date when it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Residents {
	/// The season that the figures are of.
	pub season: SeasonIndex,
	/// Seen in that season.
	pub this: u32,
	/// Seen in the season before.
	pub last: u32,
}

impl Residents {
	/// The figures in season `now`. Figures of a later season stay as they are.
	pub fn turned(self, now: SeasonIndex) -> Self {
		match now.checked_sub(self.season) {
			None | Some(0) => self,
			Some(1) => Self { season: now, this: 0, last: self.this },
			Some(_) => Self { season: now, this: 0, last: 0 },
		}
	}

	/// How many live there in season `now`.
	pub fn live(self, now: SeasonIndex) -> u32 {
		let Self { this, last, .. } = self.turned(now);
		// Both figures together count citizens, whose ids fit the type.
		this.saturating_add(last)
	}

	/// Counts somebody last seen in `seen`, in season `now`.
	pub fn add(&mut self, seen: SeasonIndex, now: SeasonIndex) {
		*self = self.turned(now);
		if let Some(figure) = self.figure(seen) {
			*figure = figure.saturating_add(1);
		}
	}

	/// Both together, in season `now`.
	pub fn plus(self, other: Self, now: SeasonIndex) -> Self {
		let (one, other) = (self.turned(now), other.turned(now));
		Self {
			season: one.season,
			this: one.this.saturating_add(other.this),
			last: one.last.saturating_add(other.last),
		}
	}

	/// Without `other`, in season `now`.
	pub fn minus(self, other: Self, now: SeasonIndex) -> Self {
		let (one, other) = (self.turned(now), other.turned(now));
		Self {
			season: one.season,
			this: one.this.saturating_sub(other.this),
			last: one.last.saturating_sub(other.last),
		}
	}

	/// Stops counting somebody last seen in `seen`, in season `now`.
	pub fn remove(&mut self, seen: SeasonIndex, now: SeasonIndex) {
		*self = self.turned(now);
		if let Some(figure) = self.figure(seen) {
			*figure = figure.saturating_sub(1);
		}
	}

	fn figure(&mut self, seen: SeasonIndex) -> Option<&mut u32> {
		match self.season.checked_sub(seen) {
			Some(0) => Some(&mut self.this),
			Some(1) => Some(&mut self.last),
			_ => None,
		}
	}
}

/// How much land there is by kind, and how many live on it, kept as things change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Tally {
	/// Not in effect yet.
	pub filed: Extent,
	/// In common ownership.
	pub common: Extent,
	/// Reserved.
	pub assigned: Extent,
	/// Held.
	pub held: Extent,
	/// Public.
	pub public: Extent,
	/// The sum of valuations.
	pub valuation: u128,
	/// Those who live there.
	pub residents: Residents,
}

impl Tally {
	/// The figure for land of this title.
	pub fn of<AccountId>(&mut self, title: &Title<AccountId>) -> &mut Extent {
		match title {
			Title::Common => &mut self.common,
			Title::Assigned(_) => &mut self.assigned,
			Title::Held(_) => &mut self.held,
			Title::Public => &mut self.public,
			Title::Filed => &mut self.filed,
		}
	}

	/// How many parcels there are of any title.
	pub fn parcels(&self) -> u32 {
		[self.filed, self.common, self.assigned, self.held, self.public]
			.iter()
			.fold(0, |sum, extent| sum.saturating_add(extent.parcels))
	}

	/// The figures in season `now`.
	pub fn footprint(self, now: SeasonIndex) -> Footprint {
		let Self { filed, common, assigned, held, public, valuation, residents } = self;
		Footprint { filed, common, assigned, held, public, valuation, residents: residents.live(now) }
	}
}

/// The sum of valuations over blocks, for its mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct ValueMeter<BlockNumber> {
	/// Valuations times blocks, from `began` to `since`.
	pub sum: U256,
	/// The block in which the season began.
	pub began: BlockNumber,
	/// The block of the last change.
	pub since: BlockNumber,
}

/// Where a citizen lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub struct Residence<BlockNumber> {
	/// The parcel.
	pub parcel: ParcelId,
	/// The block in which it was confirmed.
	pub since: BlockNumber,
	/// The season of the last attestation. Two seasons later the citizen is dormant, and is no resident.
	pub seen: SeasonIndex,
	/// The notice that was given last, in force or lapsed.
	pub notice: Option<Notice<BlockNumber>>,
}

/// A notice to a resident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Notice<BlockNumber> {
	/// The resident may be evicted.
	Given {
		/// The first block in which they may be.
		from: BlockNumber,
		/// The first block in which they may not be any more.
		until: BlockNumber,
		/// The hash of the reasons, kept off chain.
		reason_hash: H256,
	},
	/// Justice has stayed an eviction. There can be no other notice for some time.
	Stayed {
		/// The first block in which there can be.
		until: BlockNumber,
	},
}

impl<BlockNumber> Notice<BlockNumber> {
	/// The first block in which it is over.
	pub fn until(&self) -> &BlockNumber {
		match self {
			Self::Given { until, .. } | Self::Stayed { until } => until,
		}
	}
}

/// How somebody stopped living somewhere.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Departure {
	/// Moved out.
	MovedOut,
	/// Evicted after notice, or while dormant.
	Evicted,
	/// Is no citizen any more.
	LeftTheState,
	/// Was away for so long that there is no room any more.
	Lapsed,
}

/// A parcel as pages see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ParcelInfo<AccountId, BlockNumber> {
	/// Its permanent number.
	pub id: ParcelId,
	/// Its record.
	pub parcel: Parcel<AccountId, BlockNumber>,
	/// The tiles that it covers.
	pub shape: Shape,
	/// Its name, use and document.
	pub description: Description,
	/// How many citizens live there now.
	pub residents: u32,
	/// Up to how many residents its holder can confirm.
	pub capacity: u32,
	/// Up to how many residents the registrar can confirm.
	pub limit: u32,
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
pub struct Found<AccountId, BlockNumber> {
	/// The parcels on this page.
	pub parcels: alloc::vec::Vec<ParcelInfo<AccountId, BlockNumber>>,
	/// Where to go on. `None` at the end.
	pub next: Option<Cursor>,
}

/// A page of a zoomed-out map.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Overview {
	/// The cells with land in them, and how much.
	pub cells: alloc::vec::Vec<(CellId, Footprint)>,
	/// How many cells the search is through with; ask again from there. `None` at the end.
	pub next: Option<u64>,
}

/// Somebody who lives on a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Inhabitant<BlockNumber> {
	/// Who.
	pub citizen: CitizenId,
	/// The residence.
	pub residence: Residence<BlockNumber>,
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
