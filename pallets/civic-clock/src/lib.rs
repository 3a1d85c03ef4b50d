// SPDX-License-Identifier: Apache-2.0
//! The height that civic deadlines are counted in.
//!
//! # Overview
//!
//! Seasons, polls, applications and notices end at a *civic height*. On the first chain of a state, it is the number of the
//! block. A fork of the state is a new chain, whose first block has the number 1, and whose state is full of heights from the
//! old one. So the fork begins with an *offset*: the civic height that the state had reached. Civic heights go on from there, and
//! every deadline stays as far away as it was.
//!
//! Consensus does not use this clock. BABE counts slots; block hashes, mortal transactions and mandates that name a block
//! keep the numbers of blocks.
//!
//! # Life cycle
//!
//! 1. The offset is written at genesis: zero, or the civic height of the state that is forked.
//! 2. It never changes. Everybody reads [`Pallet::height`], or takes the pallet as a `BlockNumberProvider`.
//!
//! # Terms
//!
//! - *Civic height*: the number of blocks that the state has had, on all its chains.
//! - *Offset*: the civic height at which this chain began.
//!
//! # Invariants
//!
//! - **I1** The civic height is the offset plus the number of the block, and has not reached the largest number there is.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

pub use pallet::*;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;
use sp_runtime::{
	traits::{BlockNumberProvider, Bounded, Saturating},
	TryRuntimeError,
};

/// Counts the blocks that the state has had, on this chain and on those that it was forked from.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// The storage layout that this code reads and writes.
	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The civic height at which this chain began. Written at genesis, and never again.
	#[pallet::storage]
	pub type Offset<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The civic height of the state that this chain forks. Zero for a new state.
		pub offset: BlockNumberFor<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Offset::<T>::put(self.offset);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The civic height: the number of blocks that the state has had, on all its chains.
		pub fn height() -> BlockNumberFor<T> {
			// Clamping at the largest number means that no later deadline is ever reached.
			Offset::<T>::get().saturating_add(frame_system::Pallet::<T>::block_number())
		}

		/// The civic height at which this chain began.
		pub fn offset() -> BlockNumberFor<T> {
			Offset::<T>::get()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The civic height in block `number` of this chain, past or future.
	pub fn height_in(number: BlockNumberFor<T>) -> BlockNumberFor<T> {
		Offset::<T>::get().saturating_add(number)
	}

	/// The block of this chain that has a civic height, unless it was on an earlier chain.
	pub fn block_at(height: BlockNumberFor<T>) -> Option<BlockNumberFor<T>> {
		let offset = Offset::<T>::get();
		(height >= offset).then(|| height.saturating_sub(offset))
	}

	/// Checks every invariant of the module's documentation.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		let height = Self::height();
		ensure!(height < BlockNumberFor::<T>::max_value(), "I1: the clock has reached its end");
		ensure!(Self::block_at(height) == Some(now), "I1: the civic height is not offset plus block number");
		Ok(())
	}
}

impl<T: Config> BlockNumberProvider for Pallet<T> {
	type BlockNumber = BlockNumberFor<T>;

	fn current_block_number() -> BlockNumberFor<T> {
		Self::height()
	}

	#[cfg(any(feature = "std", feature = "runtime-benchmarks"))]
	fn set_block_number(height: BlockNumberFor<T>) {
		frame_system::Pallet::<T>::set_block_number(Self::block_at(height).unwrap_or_default());
	}
}
