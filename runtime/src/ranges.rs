// SPDX-License-Identifier: Apache-2.0
//! From where to where a parameter can go.

use crate::{Balance, CIV, EXISTENTIAL_DEPOSIT};
use core::marker::PhantomData;
use frame_support::traits::Get;
use sp_runtime::Perquintill;

/// The values that a parameter can have.
pub trait Range {
	/// What it is measured in.
	type Value: Ord + Copy;

	/// The least that a founding may begin with: what the chain can work with at all.
	fn least() -> Self::Value;

	/// The least that an amendment may set: what people can live with.
	fn floor() -> Self::Value;

	/// The most that an amendment may set, or a founding begin with.
	fn ceiling() -> Self::Value;
}

/// A number from `FLOOR` to `CEILING`. A founding may begin with `LEAST`.
pub struct Within<P, const FLOOR: u32, const CEILING: u32, const LEAST: u32 = 1>(PhantomData<P>);

/// A time in milliseconds from `FLOOR` to `CEILING`. A founding may begin with `LEAST`, a minute.
pub struct Lasting<P, const FLOOR: u64, const CEILING: u64, const LEAST: u64 = 60_000>(PhantomData<P>);

/// An amount from `FLOOR` to `CEILING`. A founding may begin with `LEAST`, which an account must own anyway.
pub struct Affordable<
	P,
	const FLOOR: Balance = CIV,
	const CEILING: Balance = { 100 * CIV },
	const LEAST: Balance = EXISTENTIAL_DEPOSIT,
>(PhantomData<P>);

/// A part from `FLOOR` to `CEILING`, in tenths of a per cent. A founding may begin with nothing.
pub struct Part<P, const FLOOR: u64, const CEILING: u64>(PhantomData<P>);

/// Reads what is stored, and says what may be.
macro_rules! range {
	($name:ident of $value:ty) => {
		impl<P: Get<$value>, const FLOOR: $value, const CEILING: $value, const LEAST: $value> Get<$value>
			for $name<P, FLOOR, CEILING, LEAST>
		{
			fn get() -> $value {
				P::get()
			}
		}

		impl<P, const FLOOR: $value, const CEILING: $value, const LEAST: $value> Range
			for $name<P, FLOOR, CEILING, LEAST>
		{
			type Value = $value;
			fn least() -> $value {
				LEAST
			}
			fn floor() -> $value {
				FLOOR
			}
			fn ceiling() -> $value {
				CEILING
			}
		}
	};
}

range!(Within of u32);
range!(Lasting of u64);
range!(Affordable of Balance);

impl<P: Get<Perquintill>, const FLOOR: u64, const CEILING: u64> Get<Perquintill> for Part<P, FLOOR, CEILING> {
	fn get() -> Perquintill {
		P::get()
	}
}

impl<P, const FLOOR: u64, const CEILING: u64> Range for Part<P, FLOOR, CEILING> {
	type Value = Perquintill;
	fn least() -> Perquintill {
		Perquintill::zero()
	}
	fn floor() -> Perquintill {
		Perquintill::from_rational(FLOOR, 1_000u64)
	}
	fn ceiling() -> Perquintill {
		Perquintill::from_rational(CEILING, 1_000u64)
	}
}
