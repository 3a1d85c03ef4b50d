// SPDX-License-Identifier: Apache-2.0
//! What a passed referendum speaks as, and who accepts it.
//!
//! Root is the entrenched track, and nobody else: no account has its powers, and no other track reaches it.

pub use pallet::*;

use crate::{AccountId, RuntimeOrigin};
use frame_support::{pallet_prelude::*, traits::EitherOfDiverse};
use frame_system::{EnsureRoot, RawOrigin};
use pallet_charter::Entrenchment;

/// Carries the origins alone.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// Nothing to configure.
	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// Carries the origins alone.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// What speaks, besides accounts and root.
	#[pallet::origin]
	#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen)]
	pub enum Origin {
		/// Citizens who amend the charter's ordinary articles.
		#[codec(index = 0)]
		CharterAmendment,
		/// Citizens who resolve something that the charter leaves open.
		#[codec(index = 1)]
		Law,
		/// Citizens who spend from the treasury.
		#[codec(index = 2)]
		Spending,
		/// Citizens who judge.
		#[codec(index = 3)]
		Justice,
		/// Citizens who appoint.
		#[codec(index = 4)]
		Appointment,
		/// The charter itself, while an amendment sets parameters. No referendum and no account can speak as this.
		#[codec(index = 5)]
		Charter,
	}
}

/// Makes a type that passes one origin and nothing else.
macro_rules! ensure_origin {
	($(#[$doc:meta])* $name:ident, $origin:ident) => {
		$(#[$doc])*
		pub struct $name;

		impl EnsureOrigin<RuntimeOrigin> for $name {
			type Success = ();

			fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
				match origin.clone().into() {
					Ok(Origin::$origin) => Ok(()),
					_ => Err(origin),
				}
			}

			#[cfg(feature = "runtime-benchmarks")]
			fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
				Ok(Origin::$origin.into())
			}
		}
	};
}

ensure_origin!(
	/// Passes the track for spending.
	EnsureSpending, Spending
);
ensure_origin!(
	/// Passes the track for laws.
	EnsureLaw, Law
);
ensure_origin!(
	/// Passes the justice track.
	EnsureJustice, Justice
);
ensure_origin!(
	/// Passes the track for appointments.
	EnsureAppointment, Appointment
);
ensure_origin!(
	/// Passes the charter itself.
	EnsureCharter, Charter
);

/// Passes what `E` does, and the entrenched track.
pub type OrEntrenched<E> = EitherOfDiverse<EnsureRoot<AccountId>, E>;

/// Passes the tracks that amend the charter: that for ordinary articles, and the entrenched one.
pub struct AmendmentTracks;

impl EnsureOrigin<RuntimeOrigin> for AmendmentTracks {
	type Success = Entrenchment;

	fn try_origin(origin: RuntimeOrigin) -> Result<Entrenchment, RuntimeOrigin> {
		if let Ok(RawOrigin::Root) = origin.clone().into() {
			return Ok(Entrenchment::Entrenched);
		}
		match origin.clone().into() {
			Ok(Origin::CharterAmendment) => Ok(Entrenchment::Ordinary),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RawOrigin::Root.into())
	}
}
