// SPDX-License-Identifier: Apache-2.0
//! What the calls cost at their dearest: as many friends as there can be, all of whom must agree.

use crate::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::traits::ConstU32;
use frame_system::RawOrigin;
use sp_runtime::BoundedVec;

/// A citizen with as many friends as possible. Returns the citizen's account and number, and the friends.
fn circle<T: Config>() -> (T::AccountId, CitizenId, BoundedVec<T::AccountId, ConstU32<MAX_FRIENDS>>) {
	let mut friends: Vec<(CitizenId, T::AccountId)> = (0..MAX_FRIENDS)
		.map(|n| account("friend", n, 0))
		.map(|who: T::AccountId| (T::Citizenry::ensure_citizen(&who), who))
		.collect();
	friends.sort_by_key(|(id, _)| *id);
	let who: T::AccountId = account("citizen", 0, 0);
	let citizen = T::Citizenry::ensure_citizen(&who);
	let ids: Vec<_> = friends.iter().map(|(id, _)| *id).collect();
	Circles::<T>::insert(citizen, Circle { friends: Friends::truncate_from(ids), needed: MAX_FRIENDS });
	let accounts: Vec<_> = friends.into_iter().map(|(_, who)| who).collect();
	(who, citizen, BoundedVec::truncate_from(accounts))
}

/// The account to which the citizenship shall move.
fn phone<T: Config>() -> T::AccountId {
	account("phone", 0, 0)
}

/// As [`circle`], where so many friends have named an account already.
fn supported<T: Config>(
	supporters: u32,
) -> Result<(T::AccountId, CitizenId, Vec<T::AccountId>), BenchmarkError> {
	let (who, citizen, friends) = circle::<T>();
	for friend in friends.iter().take(supporters as usize) {
		Pallet::<T>::do_support(friend, citizen, phone::<T>())?;
	}
	Ok((who, citizen, friends.into_inner()))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn name_friends() {
		let (who, citizen, _) = circle::<T>();
		let Circle { friends, needed } = Circles::<T>::get(citizen).unwrap_or_default();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), friends, needed);
		assert!(Circles::<T>::contains_key(citizen));
	}

	#[benchmark]
	fn support() -> Result<(), BenchmarkError> {
		let (_, citizen, mut friends) = supported::<T>(MAX_FRIENDS - 1)?;
		let last = friends.pop().ok_or("there are friends")?;
		#[extrinsic_call]
		_(RawOrigin::Signed(last), citizen, phone::<T>());
		assert!(Recoveries::<T>::get(citizen).is_some_and(|recovery| recovery.agreed.is_some()));
		Ok(())
	}

	#[benchmark]
	fn withdraw_support() -> Result<(), BenchmarkError> {
		let (_, citizen, mut friends) = supported::<T>(MAX_FRIENDS)?;
		let last = friends.pop().ok_or("there are friends")?;
		#[extrinsic_call]
		_(RawOrigin::Signed(last), citizen);
		assert!(Recoveries::<T>::get(citizen).is_some_and(|recovery| recovery.agreed.is_none()));
		Ok(())
	}

	#[benchmark]
	fn stop() -> Result<(), BenchmarkError> {
		let (who, citizen, _) = supported::<T>(MAX_FRIENDS)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who));
		assert!(!Circles::<T>::contains_key(citizen));
		Ok(())
	}

	#[benchmark]
	fn complete() -> Result<(), BenchmarkError> {
		let (who, citizen, _) = supported::<T>(MAX_FRIENDS)?;
		let due = Pallet::<T>::due(frame_system::Pallet::<T>::block_number());
		frame_system::Pallet::<T>::set_block_number(due);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), citizen);
		assert!(!Recoveries::<T>::contains_key(citizen));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
