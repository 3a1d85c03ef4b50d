//! Why calls are refused.

use frame_support::pallet_macros::*;

/// A part of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// There is no territory with this number.
		UnknownTerritory,
		/// There is no parcel with this number.
		UnknownParcel,
		/// You are not the registrar of this territory.
		NotRegistrar,
		/// You neither hold this parcel nor keep the register of its territory.
		NotEntitled,
		/// A territory's name is some text in UTF-8.
		InvalidName,
		/// A country is given by two capital letters.
		InvalidCountry,
		/// All numbers for territories are given away.
		TooManyTerritories,
		/// This territory has as many parcels as the charter allows.
		TooManyParcels,
		/// This does not lie on the earth: check the coordinates, and the rows and columns of tiles.
		OffTheGrid,
		/// A parcel covers at least one tile.
		NoTiles,
		/// A parcel covers at most 256 tiles. Enter a larger estate as several parcels.
		TooManyTiles,
		/// A tile belongs to another parcel, or is named twice.
		TileTaken,
		/// A tile lies too far from the reference point: they must lie in the same cell or in ones that touch.
		TooFarApart,
		/// The reference point does not lie on one of the parcel's tiles.
		ReferenceOutside,
		/// A parcel's area is at least one square metre, and at most 130 for each tile.
		InvalidArea,
		/// This parcel is not waiting for anybody to accept it.
		NotAssigned,
		/// This parcel is reserved for that account already.
		AlreadyAssigned,
		/// Somebody lives on this parcel.
		StillInhabited,
		/// This account is not a citizen's.
		NotCitizen,
		/// This citizen is suspended and cannot do this.
		NotActive,
		/// You live there already.
		AlreadyResident,
		/// You have declared this already. Its holder or the registrar must confirm it.
		AlreadyDeclared,
		/// This citizen has not declared to live there.
		NotDeclared,
		/// This citizen has no residence.
		NotResident,
		/// A holder cannot confirm more residents on land of this size. The registrar can.
		TooManyResidents,
		/// This resident has notice already.
		AlreadyNotified,
		/// This resident has no notice, or it has lapsed.
		NotNotified,
		/// The notice period is not over yet.
		TooEarlyToEvict,
	}
}
