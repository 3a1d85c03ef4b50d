//! The founding: the parameters that a state begins with.
//!
//! # Overview
//!
//! A chain begins with the live defaults of [`crate::parameters`], unless its founders write otherwise into the
//! genesis. This pallet only carries that: it has no calls, no storage and no hooks. What is left out keeps its
//! default, and the charter may amend each value later.

pub use pallet::*;

use crate::{
	parameters::{amendable, RuntimeParameters},
	Balance, BlockNumber, RuntimeOrigin,
};
use frame_support::pallet_prelude::*;

/// The parameters at genesis.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// Nothing to configure.
	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// Carries the genesis alone.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// What the founders decide differently. Each field left out or `null` keeps its live default.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// How many blocks a season lasts.
		pub season_length: Option<BlockNumber>,
		/// The refundable deposit of an application, in units of 1e-12 CIV.
		pub application_deposit: Option<Balance>,
		/// The bond of a challenge, in units of 1e-12 CIV.
		pub challenge_bond: Option<Balance>,
		/// For how many blocks an application can be challenged, and waits.
		pub challenge_period: Option<BlockNumber>,
		/// For how many blocks a challenge waits for a ruling.
		pub ruling_period: Option<BlockNumber>,
		/// For how many blocks an application stays open.
		pub application_lifetime: Option<BlockNumber>,
		/// How many vouches an admission needs.
		pub required_vouches: Option<u32>,
		/// How many vouches a citizen can have open.
		pub max_open_vouches: Option<u32>,
		/// For how many seasons those who vouched for a fraud may not vouch.
		pub voucher_liability: Option<u32>,
		/// How many free acts a citizen has in a season.
		pub free_acts_per_season: Option<u32>,
		/// The size below which a ring of voters is merged with its neighbour.
		pub min_ring_size: Option<u32>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for parameter in self.decisions().into_iter().flatten() {
				crate::Parameters::set_parameter(RuntimeOrigin::root(), parameter)
					.expect("root may set every parameter; qed");
			}
		}
	}
}

/// Makes the parameter `$group::$name` of a genesis field, if the field is there.
macro_rules! decision {
	($value:expr, $wrap:ident, $group:ident :: $name:ident) => {
		$value.map(|value| {
			RuntimeParameters::$wrap(amendable::$group::Parameters::$name(
				amendable::$group::$name,
				Some(value),
			))
		})
	};
}

impl<T: Config> GenesisConfig<T> {
	/// The decisions that were made, as parameters.
	fn decisions(&self) -> [Option<RuntimeParameters>; 11] {
		[
			decision!(self.season_length, Seasons, seasons::SeasonLength),
			decision!(self.application_deposit, Citizenship, citizenship::ApplicationDeposit),
			decision!(self.challenge_bond, Citizenship, citizenship::ChallengeBond),
			decision!(self.challenge_period, Citizenship, citizenship::ChallengePeriod),
			decision!(self.ruling_period, Citizenship, citizenship::RulingPeriod),
			decision!(self.application_lifetime, Citizenship, citizenship::ApplicationLifetime),
			decision!(self.required_vouches, Citizenship, citizenship::RequiredVouches),
			decision!(self.max_open_vouches, Citizenship, citizenship::MaxOpenVouches),
			decision!(self.voucher_liability, Citizenship, citizenship::VoucherLiability),
			decision!(self.free_acts_per_season, Citizenship, citizenship::FreeActsPerSeason),
			decision!(self.min_ring_size, Roll, roll::MinRingSize),
		]
	}
}
