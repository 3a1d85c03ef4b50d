// SPDX-License-Identifier: Apache-2.0
//! Block space: free civic transactions come before paid ones, within a share of each block.
//!
//! # Overview
//!
//! Citizens vote, attest, enrol, apply and leave without paying. A quota bounds each of these acts, so they cannot
//! fill blocks for long. A paying flood can. This pallet therefore sorts transactions into lanes. The pool and block
//! authors serve the lanes in this order, whatever tips say:
//!
//! 1. [`Lane::Upkeep`]: requests to seal the roll and to build its rings.
//! 2. [`Lane::Voice`]: leaving, voting and attesting.
//! 3. [`Lane::Acts`]: every other free act.
//! 4. [`Lane::Enrolment`]: enrolments of ballot accounts. Each one is heavy and many come at once.
//! 5. Everything that pays. Here, tips decide as usual.
//!
//! A free act of a lane from 2 to 4 that would take more than [`Config::CivicShare`] of the ordinary space of a block
//! waits for the next block. So free acts never shut out those who pay.
//!
//! Only the transactions that come next for their account have a lane: those whose nonce is at most [`MAX_AHEAD`]
//! above the account's. The pool checks each of them against the same state, in which the quota is still unused, so
//! without this limit one citizen could fill the pool with a chain of free acts. Later ones wait behind those that pay.
//!
//! The operational reserve of each block (a quarter) is not used for civic acts. Sealing and other upkeep live on it
//! when blocks are full.
//!
//! # How it works
//!
//! [`CivicLane`] wraps the three transaction extensions that check the nonce, the weight and the payment. [`OpenLane`]
//! wraps the one that authorizes calls which nobody signs. Both add no byte and no name to a transaction, so wallets
//! need not know them.
//!
//! # Invariants
//!
//! - **I1** The weight noted for this block is at most the civic share, unless a single act is heavier than that.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

extern crate alloc;

pub use extensions::{CivicLane, OpenLane};
pub use pallet::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod extensions;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod weights;

use frame_support::{dispatch::DispatchClass, pallet_prelude::*};
use frame_system::pallet_prelude::*;
use sp_runtime::{transaction_validity::TransactionPriority, Perbill};

/// How far the nonce of a free act may be above its account's, for the act to have a lane of its own.
pub const MAX_AHEAD: u32 = 8;

/// The highest priority of a transaction that pays, however large its tip.
pub const MAX_PAID_PRIORITY: TransactionPriority = (1 << 62) - 1;

/// Where a free transaction queues. Later variants go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
	/// Enrolment of a ballot account.
	Enrolment,
	/// A free civic act that is in no other lane.
	Acts,
	/// Leaving, voting and attesting.
	Voice,
	/// Work that the state itself needs.
	Upkeep,
}

impl Lane {
	/// The priority of this lane's transactions in the pool.
	pub const fn priority(self) -> TransactionPriority {
		match self {
			Lane::Enrolment => 4 << 60,
			Lane::Acts => 5 << 60,
			Lane::Voice => 6 << 60,
			Lane::Upkeep => 7 << 60,
		}
	}

	/// Whether this lane's transactions share a limited part of the block.
	pub const fn is_limited(self) -> bool {
		!matches!(self, Lane::Upkeep)
	}
}

/// Names the lane of each call.
pub trait Lanes<Call> {
	/// The lane of `call` when it is free.
	fn lane(call: &Call) -> Lane;

	/// Whether nobody signs `call`, because the call proves by itself that it may be made.
	fn is_unsigned(call: &Call) -> bool;
}

/// Free civic transactions before paid ones.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What is free, and how much of it.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The lane of each call.
		type Lanes: Lanes<Self::RuntimeCall>;

		/// The part of a block's ordinary space that free civic acts may take.
		#[pallet::constant]
		type CivicShare: Get<Perbill>;

		/// What the bookkeeping weighs.
		type WeightInfo: WeightInfo;
	}

	/// Free civic transactions before paid ones.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The block in which free civic acts were last included, and what they weigh there. Each block overwrites it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Used<T: Config> = StorageValue<_, (BlockNumberFor<T>, Weight), ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(!T::CivicShare::get().is_zero(), "free acts need a share of the block");
			assert!(T::CivicShare::get() < Perbill::one(), "those who pay need a share of the block");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The most that the free civic acts of a block may weigh.
	pub fn limit() -> Weight {
		let limits = T::BlockWeights::get();
		let ordinary = limits.get(DispatchClass::Normal).max_total.unwrap_or(limits.max_block);
		let share = T::CivicShare::get();
		Weight::from_parts(share.mul_floor(ordinary.ref_time()), share.mul_floor(ordinary.proof_size()))
	}

	/// What the free civic acts of this block weigh so far.
	pub fn used() -> Weight {
		let (block, used) = Used::<T>::get();
		if block == frame_system::Pallet::<T>::block_number() {
			used
		} else {
			Weight::zero()
		}
	}

	/// What the acts of this block would weigh together with one of `weight`; `None` if that is too much. The first
	/// act always fits, so that a heavy one is not shut out for ever.
	fn with(weight: Weight) -> Option<Weight> {
		let used = Self::used();
		let total = used.saturating_add(weight);
		(used.is_zero() || total.all_lte(Self::limit())).then_some(total)
	}

	/// Whether this block still has room for a free civic act of `weight`.
	pub fn has_room(weight: Weight) -> bool {
		Self::with(weight).is_some()
	}

	/// Notes that this block includes a free civic act of `weight`.
	pub fn take(weight: Weight) -> Result<(), TransactionValidityError> {
		let total = Self::with(weight).ok_or(InvalidTransaction::ExhaustsResources)?;
		Used::<T>::put((frame_system::Pallet::<T>::block_number(), total));
		Ok(())
	}

	/// Checks every invariant.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		let limits = T::BlockWeights::get();
		let heaviest = limits.get(DispatchClass::Normal).max_extrinsic.unwrap_or(limits.max_block);
		let (_, used) = Used::<T>::get();
		ensure!(
			used.all_lte(Self::limit()) || used.all_lte(heaviest),
			"I1: free acts have more than their share of the block"
		);
		Ok(())
	}
}
