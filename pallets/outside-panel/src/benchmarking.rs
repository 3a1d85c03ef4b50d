// SPDX-License-Identifier: Apache-2.0
//! What the calls and the hook cost at their dearest.

use crate::*;
use frame_benchmarking::v2::*;
use frame_support::{dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};
use frame_system::RawOrigin;
use sp_runtime::traits::Saturating;

/// So many slots that the order is as dear to compute as it gets.
const SLOTS: u32 = 1_000_000;

fn evidence(n: u8) -> H256 {
	H256::repeat_byte(n)
}

/// A registered resident.
fn resident<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account("resident", 0, 0);
	Pallet::<T>::do_register(who.clone(), evidence(1))?;
	Ok(who)
}

/// A full history of draws in which everybody sits on every panel.
fn history<T: Config>() {
	for draw in 1..=HISTORY {
		let collected_from = draw.saturating_mul(10).into();
		DrawnMembers::<T>::insert(draw, 50);
		Draws::<T>::insert(draw, Draw { collected_from, seed: evidence(7), slots: SLOTS, seats: SLOTS });
	}
	LastOpenings::<T>::mutate(|openings| openings.draw = HISTORY);
}

/// A poll that began in the midst of that history.
fn poll<T: Config>() -> PollIndex {
	history::<T>();
	T::Decisions::ensure_deciding(5_115u32.into())
}

/// Tests whether the call is free, and makes it.
fn make<T: Config>(who: &T::AccountId, call: Call<T>) -> Result<(), BenchmarkError> {
	let origin: OriginFor<T> = RawOrigin::Signed(who.clone()).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() -> Result<(), BenchmarkError> {
		let origin = T::RegistrarOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let who: T::AccountId = account("resident", 0, 0);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), evidence(1));
		assert!(Residents::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn remove() -> Result<(), BenchmarkError> {
		let origin = T::RegistrarOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let who = resident::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());
		assert!(!Residents::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		let who = resident::<T>()?;
		Pallet::<T>::do_remove(who.clone())?;
		Removals::<T>::mutate_extant(&who, |removal| removal.at = 0u32.into());
		let later = T::LongestDecision::get().saturating_add(9u32.into());
		frame_system::Pallet::<T>::set_block_number(later);
		#[block]
		{
			make::<T>(&who, Call::forget { account: who.clone() })?;
		}
		assert!(!Removals::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn leave() -> Result<(), BenchmarkError> {
		let who = resident::<T>()?;
		#[block]
		{
			make::<T>(&who, Call::leave {})?;
		}
		assert!(!Residents::<T>::contains_key(&who));
		Ok(())
	}

	/// The first vote of a panel that is found in the midst of a full history.
	#[benchmark]
	fn vote() -> Result<(), BenchmarkError> {
		let who = resident::<T>()?;
		let poll = poll::<T>();
		#[block]
		{
			make::<T>(&who, Call::vote { poll, side: Side::Aye })?;
		}
		assert!(Panels::<T>::contains_key(poll));
		Ok(())
	}

	#[benchmark]
	fn remove_vote() -> Result<(), BenchmarkError> {
		let who = resident::<T>()?;
		let poll = poll::<T>();
		Pallet::<T>::do_cast(who.clone(), poll, Some(Side::Aye))?;
		#[block]
		{
			make::<T>(&who, Call::remove_vote { poll })?;
		}
		assert_eq!(Votes::<T>::get(poll, 0).and_then(|it| it.side), None);
		Ok(())
	}

	/// The last `n` votes of a panel, and the panel.
	#[benchmark]
	fn retire(n: Linear<1, RETIRED_AT_ONCE>) -> Result<(), BenchmarkError> {
		let who = resident::<T>()?;
		let poll = poll::<T>();
		Pallet::<T>::do_cast(who.clone(), poll, Some(Side::Aye))?;
		for slot in 1..n {
			Votes::<T>::insert(poll, slot, PanelVote { side: None, acts: 1 });
		}
		T::Decisions::end(poll);
		#[block]
		{
			make::<T>(&who, Call::retire { poll })?;
		}
		assert!(!Panels::<T>::contains_key(poll));
		Ok(())
	}

	#[benchmark]
	fn on_initialize() {
		LastOpenings::<T>::mutate(|openings| openings.last.since = u32::MAX.into());
		#[block]
		{
			Pallet::<T>::on_initialize(1u32.into());
		}
		assert_eq!(LastOpenings::<T>::get().draw, 0);
	}

	/// A draw that pushes the oldest one out.
	#[benchmark]
	fn draw() {
		history::<T>();
		let residents = T::MinResidents::get().max(1);
		LastOpenings::<T>::mutate(|openings| openings.before.size = Size { slots: SLOTS, residents });
		#[block]
		{
			T::Randomness::random(b"civitas/outside-panel");
			Pallet::<T>::draw(LastOpenings::<T>::get(), evidence(9), 20_000u32.into());
		}
		assert!(Draws::<T>::get(HISTORY.saturating_add(1)).is_some_and(|it| it.seats > 0));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
