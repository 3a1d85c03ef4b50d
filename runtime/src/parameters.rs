//! The values that the charter may amend, with their live defaults.
//!
//! Amendments write to [`amendable`]. Nobody reads there: the types of this module keep each value within the bounds
//! in which the chain works, whatever an amendment says.

use crate::{Balance, BlockNumber, Runtime, CIV, DAYS, EXISTENTIAL_DEPOSIT};
use core::marker::PhantomData;
use frame_support::{
	dynamic_params::{dynamic_pallet_params, dynamic_params},
	traits::Get,
};
use pallet_citizenship::MAX_VOUCHES;

/// The stored values, and what they are without an amendment.
#[dynamic_params(RuntimeParameters, pallet_parameters::Parameters::<Runtime>)]
pub mod amendable {
	use super::*;

	/// The calendar.
	#[dynamic_pallet_params]
	#[codec(index = 0)]
	pub mod seasons {
		/// How many blocks a season lasts.
		#[codec(index = 0)]
		pub static SeasonLength: BlockNumber = 90 * DAYS;
	}

	/// Citizenship.
	#[dynamic_pallet_params]
	#[codec(index = 1)]
	pub mod citizenship {
		/// The refundable deposit of an application.
		#[codec(index = 0)]
		pub static ApplicationDeposit: Balance = 10 * CIV;

		/// The bond of a challenge.
		#[codec(index = 1)]
		pub static ChallengeBond: Balance = 10 * CIV;

		/// For how many blocks an application can be challenged, and waits.
		#[codec(index = 2)]
		pub static ChallengePeriod: BlockNumber = 14 * DAYS;

		/// For how many blocks a challenge waits for a ruling.
		#[codec(index = 3)]
		pub static RulingPeriod: BlockNumber = 28 * DAYS;

		/// For how many blocks an application stays open.
		#[codec(index = 4)]
		pub static ApplicationLifetime: BlockNumber = 180 * DAYS;

		/// How many vouches an admission needs.
		#[codec(index = 5)]
		pub static RequiredVouches: u32 = 3;

		/// How many vouches a citizen can have open.
		#[codec(index = 6)]
		pub static MaxOpenVouches: u32 = 3;

		/// For how many seasons those who vouched for a fraud may not vouch.
		#[codec(index = 7)]
		pub static VoucherLiability: u32 = 4;

		/// How many free acts a citizen has in a season.
		#[codec(index = 8)]
		pub static FreeActsPerSeason: u32 = 16;
	}

	/// The roll.
	#[dynamic_pallet_params]
	#[codec(index = 2)]
	pub mod roll {
		/// The size below which a ring is merged with its neighbour.
		#[codec(index = 0)]
		pub static MinRingSize: u32 = 16;
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl Default for RuntimeParameters {
	fn default() -> Self {
		use amendable::citizenship::*;
		// The longest there is.
		RuntimeParameters::Citizenship(Parameters::ApplicationDeposit(ApplicationDeposit, Some(10 * CIV)))
	}
}

/// A number kept from `MIN` to `MAX`.
pub struct Within<P, const MIN: u32, const MAX: u32>(PhantomData<P>);

impl<P: Get<u32>, const MIN: u32, const MAX: u32> Get<u32> for Within<P, MIN, MAX> {
	fn get() -> u32 {
		P::get().clamp(MIN, MAX)
	}
}

/// An amount kept from what an account must own anyway to a sum that a community can still raise for a member.
pub struct Affordable<P>(PhantomData<P>);

impl<P: Get<Balance>> Get<Balance> for Affordable<P> {
	fn get() -> Balance {
		P::get().clamp(EXISTENTIAL_DEPOSIT, 10_000 * CIV)
	}
}

/// A year, in blocks.
const YEAR: BlockNumber = 365 * DAYS;

/// Long enough to attest in, short enough to see its end.
pub type SeasonLength = Within<amendable::seasons::SeasonLength, 10, { 4 * YEAR }>;
/// Never nothing, since applications fill the state.
pub type ApplicationDeposit = Affordable<amendable::citizenship::ApplicationDeposit>;
/// Never nothing, since a challenge stops an admission.
pub type ChallengeBond = Affordable<amendable::citizenship::ChallengeBond>;
/// One block at least, in which anyone can object.
pub type ChallengePeriod = Within<amendable::citizenship::ChallengePeriod, 1, YEAR>;
/// One block at least, in which there can be a ruling.
pub type RulingPeriod = Within<amendable::citizenship::RulingPeriod, 1, YEAR>;
/// Nobody becomes a citizen without a citizen's word.
pub type RequiredVouches = Within<amendable::citizenship::RequiredVouches, 1, MAX_VOUCHES>;
/// At least one, or nobody could ever join.
pub type MaxOpenVouches = Within<amendable::citizenship::MaxOpenVouches, 1, MAX_VOUCHES>;
/// A generation at most.
pub type VoucherLiability = Within<amendable::citizenship::VoucherLiability, 0, 100>;
/// Too few to fill blocks with.
pub type FreeActsPerSeason = Within<amendable::citizenship::FreeActsPerSeason, 0, 1_000>;

/// Two at least, or a voter would be alone. At most half of a ring, beyond which rings could not be merged.
pub type MinRingSize = Within<amendable::roll::MinRingSize, 2, 127>;

/// Not less than the challenge period, after which alone there is admission.
pub struct ApplicationLifetime;

impl Get<BlockNumber> for ApplicationLifetime {
	fn get() -> BlockNumber {
		// One block more than the period, so that there is one in which to admit.
		let shortest = ChallengePeriod::get().saturating_add(1);
		amendable::citizenship::ApplicationLifetime::get().clamp(shortest, 10 * YEAR)
	}
}
