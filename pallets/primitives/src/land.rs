// SPDX-License-Identifier: Apache-2.0
//! Territory: what the pallets of property ask of each other.

use crate::{Accrual, CellId};
use frame_support::dispatch::DispatchResult;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::Perquintill;

/// A territory's permanent number.
pub type TerritoryId = u32;

/// A parcel's permanent number.
pub type ParcelId = u32;

/// The registry of title, as the pallet asks that says at what price titles pass.
pub trait Titles<AccountId> {
	/// Who holds `parcel`. `None` if it is in common ownership or unknown.
	fn holder(parcel: ParcelId) -> Option<AccountId>;

	/// To whom the registrar has assigned `parcel`, who has not accepted it yet.
	fn assignee(parcel: ParcelId) -> Option<AccountId>;

	/// The territory of `parcel`. `None` if there is no such parcel.
	fn territory(parcel: ParcelId) -> Option<TerritoryId>;

	/// Passes the title to `to`, or to common ownership. Ends an assignment.
	fn pass(parcel: ParcelId, to: Option<AccountId>) -> DispatchResult;

	/// The valuation of `parcel` has gone from `old` to `new`: keeps the footprint's totals.
	fn revalued(parcel: ParcelId, old: u128, new: u128);

	/// A parcel in the hands of `holder`, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_parcel(holder: Option<AccountId>) -> ParcelId;
}

/// What the register does to parcels, as the pallet must know that sells and taxes them.
pub trait OnParcel {
	/// `parcel` is in common ownership from now on, for sale.
	fn registered(parcel: ParcelId) -> DispatchResult;

	/// The register takes `parcel` off the market, from its holder as well: ends its holding or its sale, takes what was
	/// due, gives back what people reserved, and reports the valuation as zero. The register writes the title itself.
	fn withdrawn(parcel: ParcelId) -> DispatchResult;

	/// The holder of `parcel` has agreed to divide it. `parts` are the parts and their areas; the first one keeps the
	/// number. The titles of all parts are written; valuation and escrow divide by area.
	fn divided(parcel: ParcelId, parts: &[(ParcelId, u32)]) -> DispatchResult;

	/// The holder of both parcels has agreed to join `other` to `parcel`. Both titles still stand; valuations and escrows
	/// add up.
	fn joined(parcel: ParcelId, other: ParcelId) -> DispatchResult;

	/// Lets the account that `parcel` is reserved for take it, with enough in escrow to divide it, so that a benchmark
	/// can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_held(_parcel: ParcelId) {}
}

impl OnParcel for () {
	fn registered(_: ParcelId) -> DispatchResult {
		Ok(())
	}
	fn withdrawn(_: ParcelId) -> DispatchResult {
		Ok(())
	}
	fn divided(_: ParcelId, _: &[(ParcelId, u32)]) -> DispatchResult {
		Ok(())
	}
	fn joined(_: ParcelId, _: ParcelId) -> DispatchResult {
		Ok(())
	}
}

/// Who lives near what.
pub trait Neighbourhood {
	/// Whether `cell`, at any scale, is or meets one of the 3 x 3 cells around `parcel`. `None` if there is no such
	/// parcel.
	fn is_near(parcel: ParcelId, cell: CellId) -> Option<bool>;

	/// A parcel and a cell near it, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_neighbours() -> (ParcelId, CellId);
}

/// Tells how many people can vote about a parcel.
pub trait Electorate {
	/// How many people live near `parcel`.
	fn near(parcel: ParcelId) -> u32;
}

/// The part of a parcel's yearly charge that floats with its neighbours' approval.
pub trait FloatingRate {
	/// Lets the rate of `parcel` begin, unless it has.
	fn begin(parcel: ParcelId);

	/// Lets the rate of `parcel`, a part of `of`, begin where that of `of` is, unless it has begun.
	fn inherit(parcel: ParcelId, of: ParcelId);

	/// The yearly rate now.
	fn rate(parcel: ParcelId) -> Perquintill;

	/// The highest yearly rate that votes can make under today's charter.
	fn highest() -> Perquintill;

	/// The integral of the rate over time since it began, without rounding. It never falls; the
	/// difference of two readings is what time between them costs.
	fn accrued(parcel: ParcelId) -> Accrual;
}

impl FloatingRate for () {
	fn begin(_: ParcelId) {}
	fn inherit(_: ParcelId, _: ParcelId) {}
	fn highest() -> Perquintill {
		Perquintill::zero()
	}
	fn rate(_: ParcelId) -> Perquintill {
		Perquintill::zero()
	}
	fn accrued(_: ParcelId) -> Accrual {
		Accrual::default()
	}
}

/// Takes what a territory yields.
pub trait Revenue<Credit> {
	/// `credit` has been paid for land in `territory`.
	fn collect(territory: TerritoryId, credit: Credit);
}

/// How much there is of one kind of land.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Extent {
	/// Parcels, units of buildings included.
	pub parcels: u32,
	/// The land of those on the ground, in square metres.
	pub area: u64,
	/// The floor of those that are units of buildings, in square metres.
	pub floor: u64,
}

/// How much land there is by kind, and how many live on it.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Footprint {
	/// Entered by a registrar, and not in effect yet.
	pub filed: Extent,
	/// In common ownership, and for sale.
	pub common: Extent,
	/// Reserved for somebody who has not accepted it.
	pub assigned: Extent,
	/// Held by somebody who pays for it. Only this counts as the state's land.
	pub held: Extent,
	/// Public: roads, parks, schools.
	pub public: Extent,
	/// The sum of the valuations of held parcels.
	pub valuation: u128,
	/// Citizens whose residence is one of the parcels, and who attested in this season or the last one.
	pub residents: u32,
}

/// Tells how large the state's territory is.
pub trait Footprints {
	/// All territories together, now.
	fn total() -> Footprint;

	/// The mean of the total valuation over the blocks of this season so far.
	fn mean_valuation() -> u128;

	/// A season has turned: the mean begins again.
	fn turned();
}

impl Footprints for () {
	fn total() -> Footprint {
		Footprint::default()
	}
	fn mean_valuation() -> u128 {
		0
	}
	fn turned() {}
}
