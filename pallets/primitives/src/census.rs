// SPDX-License-Identifier: Apache-2.0
//! How well a census figure is known.

use crate::SeasonIndex;
use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How a census figure is known. It never claims stronger evidence than it has.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Evidence {
	/// Counted by the chain from its own state; whoever holds the state can count again.
	#[codec(index = 0)]
	Counted,
	/// Attested by each person with a signature.
	#[codec(index = 1)]
	Attested,
	/// Entered by a registrar, after public notice.
	#[codec(index = 3)]
	Registered,
	/// Declared by the holder or the citizen, without proof.
	#[codec(index = 2)]
	Declared,
	/// Money that was paid.
	#[codec(index = 4)]
	Collected,
}

/// A census figure and how it is known.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub struct Figure<T> {
	/// The figure.
	pub value: T,
	/// How it is known.
	pub evidence: Evidence,
}

impl<T> Figure<T> {
	/// A figure that the chain counted.
	pub const fn counted(value: T) -> Self {
		Self { value, evidence: Evidence::Counted }
	}

	/// A figure that people attested.
	pub const fn attested(value: T) -> Self {
		Self { value, evidence: Evidence::Attested }
	}

	/// A figure that people declared, without proof.
	pub const fn declared(value: T) -> Self {
		Self { value, evidence: Evidence::Declared }
	}

	/// A figure that a registrar entered.
	pub const fn registered(value: T) -> Self {
		Self { value, evidence: Evidence::Registered }
	}

	/// Money that was paid.
	pub const fn collected(value: T) -> Self {
		Self { value, evidence: Evidence::Collected }
	}
}

/// What the census has found, as the pallet asks that records milestones.
pub trait Population {
	/// How many active citizens past probation there were when `season` closed. `None` if it has not.
	fn active(season: SeasonIndex) -> Option<u32>;

	/// Closes `season` with `active` citizens, so that a benchmark can set its scene.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_active(season: SeasonIndex, active: u32);
}
