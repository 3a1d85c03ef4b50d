// SPDX-License-Identifier: Apache-2.0
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
		/// A name is text in UTF-8; that of a territory is not empty.
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
		/// A tile belongs to another parcel of this unit, or is named twice.
		TileTaken,
		/// A tile lies too far from the reference point: they must lie in the same cell or in ones that touch.
		TooFarApart,
		/// The reference point does not lie on one of the parcel's tiles.
		ReferenceOutside,
		/// A parcel's area is at least one square metre, and at most what its tiles hold: 130 m² each at the equator, less
		/// towards the poles. Check the area, or cover more tiles.
		InvalidArea,
		/// This parcel is not reserved for anybody.
		NotAssigned,
		/// This account casts secret ballots, which must not be linked to a person. Reserve the parcel for another account.
		BallotAccount,
		/// This parcel is still reserved. Wait until the assignment period is over.
		StillReserved,
		/// Somebody lives on this parcel. Residents must move out first, or be evicted.
		StillInhabited,
		/// Somebody holds this parcel. Only a court's judgment can change that: see `rectify`.
		Held,
		/// This parcel is public. Only those who appoint the registrar can file that it no longer is.
		PublicStays,
		/// This parcel is so already.
		AlreadySo,
		/// This parcel is public or not in effect, so nobody can hold it.
		NotForSale,
		/// This parcel is not in effect: its public notice is not over, or it is for sale.
		NotInEffect,
		/// A change of this parcel is under public notice already. Enact or withdraw it first.
		AlreadyFiled,
		/// No change of this parcel is under public notice.
		NotFiled,
		/// The public notice of this change is not over yet.
		UnderNotice,
		/// The public notice of this change is over.
		NoticeOver,
		/// A challenge of this change is open. It must be ruled on, withdrawn or lapse first.
		ChallengeOpen,
		/// Somebody challenges this change already.
		AlreadyChallenged,
		/// Nobody challenges this change.
		NotChallenged,
		/// This is not your challenge.
		NotChallenger,
		/// There is no such challenge. Name the parcel, the challenger and the block of the challenge that is open now.
		UnknownChallenge,
		/// The justice track can still rule on this challenge.
		RulingOpen,
		/// Only the justice track dismisses a challenge.
		JusticeDismisses,
		/// You do not hold this parcel.
		NotHolder,
		/// Another change is filed than you agree to. Read the filing again.
		OtherChange,
		/// The holder of this parcel has not agreed to the change.
		NotAgreed,
		/// A parcel is divided into at least two parts.
		TooFewParts,
		/// The surveys must cover exactly the tiles of the parcel or parcels, each once.
		OtherTiles,
		/// The areas of the parts must add up to the area of the whole.
		OtherArea,
		/// All parts must be the same unit as the whole.
		OtherUnit,
		/// Only two parcels of one territory, holder and unit can be joined.
		NotAlike,
		/// Somebody lives on this parcel, so it must stay in its cell.
		OtherCell,
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
		/// There is no room for more residents on an area of this size. The registrar can confirm more than a holder.
		TooManyResidents,
		/// This citizen has not attested for a full season. They must call `attest` in the census first.
		Dormant,
		/// This resident has notice already, or a stay forbids it.
		AlreadyNotified,
		/// This resident came when you held the parcel already. Only the registrar can give them notice.
		YourResident,
		/// This resident has no notice, or it has lapsed.
		NotNotified,
		/// The notice period is not over yet.
		TooEarlyToEvict,
	}
}
