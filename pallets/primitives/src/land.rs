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

/// Work that is due when a parcel enters the registry.
pub trait OnParcel {
	/// `parcel` has been registered, in common ownership and not assigned to anybody.
	fn registered(parcel: ParcelId) -> DispatchResult;
}

impl OnParcel for () {
	fn registered(_: ParcelId) -> DispatchResult {
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

/// The part of a parcel's yearly charge that floats with its neighbours' approval.
pub trait FloatingRate {
	/// Lets the rate of `parcel` begin, unless it has.
	fn begin(parcel: ParcelId);

	/// The yearly rate now.
	fn rate(parcel: ParcelId) -> Perquintill;

	/// The integral of the rate over time since it began, without rounding. It never falls; the
	/// difference of two readings is what time between them costs.
	fn accrued(parcel: ParcelId) -> Accrual;
}

impl FloatingRate for () {
	fn begin(_: ParcelId) {}
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

/// How much land there is, and how many live on it.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Footprint {
	/// Parcels.
	pub parcels: u32,
	/// Their area, in square metres.
	pub area: u64,
	/// The sum of their valuations.
	pub valuation: u128,
	/// Citizens whose residence is one of them.
	pub residents: u32,
}

/// Tells how large the state's territory is.
pub trait Footprints {
	/// All territories together.
	fn total() -> Footprint;
}

impl Footprints for () {
	fn total() -> Footprint {
		Footprint::default()
	}
}
