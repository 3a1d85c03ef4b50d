//! How well a census figure is known.

use parity_scale_codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How a census figure is known, from the strongest evidence to the weakest.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
pub enum Evidence {
	/// Counted by the chain from its own state; whoever holds the state can count again.
	Counted,
	/// Attested by each person with a signature.
	Attested,
	/// Declared without proof.
	Declared,
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
}
