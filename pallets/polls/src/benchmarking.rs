// SPDX-License-Identifier: Apache-2.0
//! What the calls and each step of upkeep cost at their dearest.

use crate::*;
use alloc::vec;
use civitas_primitives::PollTexts;
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::CheckIfFeeless,
	traits::{
		schedule::DispatchTime, Bounded, Currency, Polling, ReservableCurrency, StorePreimage,
		UnfilteredDispatchable,
	},
};
use frame_system::RawOrigin;
use pallet_referenda::{DecidingStatus, Deposit, ReferendumInfo, ReferendumStatusOf};

type Coin<T> = <T as pallet_referenda::Config>::Currency;

/// An open poll.
fn open<T: Config>(poll: PollIndex) -> Result<ReferendumStatusOf<T, ()>, BenchmarkError> {
	Pallet::<T>::status(poll).map_err(|_| BenchmarkError::Stop("the poll is open"))
}

/// Changes an open poll.
fn change<T: Config>(poll: PollIndex, with: impl FnOnce(&mut ReferendumStatusOf<T, ()>)) {
	ReferendumInfoFor::<T>::mutate(poll, |info| match info {
		Some(ReferendumInfo::Ongoing(status)) => with(status),
		_ => unreachable!("the poll is open; benchmarks only"),
	});
}

/// A poll with both deposits, which is being decided, whose text is kept and whose author has as many as can be.
fn poll<T: Config>() -> Result<PollIndex, BenchmarkError> {
	let track = pallet_referenda::Pallet::<T>::classes().into_iter().next().ok_or("there are tracks")?;
	let new = || pallet_referenda::Pallet::<T>::create_ongoing(track).map_err(|()| "no poll can be made");
	let mut open = vec![];
	for _ in 0..MAX_OPEN_POLLS {
		let poll = new()?;
		Watched::<T>::insert(poll, Watch { author: Some(7), text: None });
		open.push(poll);
	}
	let poll = *open.first().ok_or("there is one")?;
	Open::<T>::insert(7, BoundedVec::truncate_from(open));

	let who: T::AccountId = whitelisted_caller();
	let amount = Coin::<T>::minimum_balance() + 1_000u32.into();
	Coin::<T>::make_free_balance_be(&who, amount * 100u32.into());
	let text = <T as pallet_referenda::Config>::Preimages::note(vec![7; 1_000].into())?;
	let deposit = || {
		Coin::<T>::reserve(&who, amount)?;
		Ok::<_, BenchmarkError>(Deposit { who: who.clone(), amount })
	};
	let (submission, decision) = (deposit()?, deposit()?);
	change::<T>(poll, |status| {
		status.submission_deposit = submission;
		status.decision_deposit = Some(decision);
		status.deciding = Some(DecidingStatus { since: Pallet::<T>::now(), confirming: None });
		status.proposal = Bounded::Lookup { hash: text, len: 1_000 };
	});
	Ok(poll)
}

/// Tests whether the call is free, and makes it.
fn make<T: Config>(call: Call<T>) -> Result<(), BenchmarkError> {
	let origin: OriginFor<T> = RawOrigin::Signed(whitelisted_caller()).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
	Ok(())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn lapse() -> Result<(), BenchmarkError> {
		let poll = poll::<T>()?;
		Pallet::<T>::keep(poll)?;
		T::Calendar::set_season(9);
		#[block]
		{
			make::<T>(Call::lapse { poll })?;
		}
		assert!(Pallet::<T>::status(poll).is_err());
		Ok(())
	}

	#[benchmark]
	fn cancel() -> Result<(), BenchmarkError> {
		let poll = poll::<T>()?;
		Pallet::<T>::keep(poll)?;
		let origin = T::StopOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let call = Call::<T>::cancel { poll };
		#[block]
		{
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert!(Pallet::<T>::status(poll).is_err());
		Ok(())
	}

	/// What an alarm does before the referenda pallet goes on.
	#[benchmark]
	fn nudge() -> Result<(), BenchmarkError> {
		let poll = poll::<T>()?;
		let void;
		#[block]
		{
			let status = open::<T>(poll)?;
			void = Pallet::<T>::is_void(&status);
		}
		assert!(!void);
		Ok(())
	}

	#[benchmark]
	fn enact() -> Result<(), BenchmarkError> {
		let poll = poll::<T>()?;
		let status = open::<T>(poll)?;
		Waiting::<T>::insert(Pallet::<T>::task_of(poll), (status.origin, status.proposal));
		let call = Call::<T>::enact { poll };
		let origin: OriginFor<T> = RawOrigin::Signed(whitelisted_caller()).into();
		#[block]
		{
			call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
		}
		assert!(Waiting::<T>::iter().next().is_none());
		Ok(())
	}

	/// The first vote on a text, as the test that spares its fee and the vote itself look at it.
	#[benchmark]
	fn keep() -> Result<(), BenchmarkError> {
		let poll = poll::<T>()?;
		#[block]
		{
			Pallet::<T>::check(poll)?;
			Pallet::<T>::keep(poll)?;
		}
		assert!(Watched::<T>::get(poll).is_some_and(|it| it.text.is_some()));
		Ok(())
	}

	/// A block whose agenda is full, and the place in the next one.
	#[benchmark]
	fn postpone() -> Result<(), BenchmarkError> {
		let full: Moment<T> = Pallet::<T>::now() + 100u32.into();
		let schedule = || -> Result<_, BenchmarkError> {
			let call = CallOf::<T, ()>::from(Call::nudge { poll: 0 });
			let call = <T as pallet_referenda::Config>::Preimages::bound(call)?;
			let root = frame_system::RawOrigin::Root.into();
			let address =
				<Patient<T> as Anon<_, _, _>>::schedule(DispatchTime::At(full), None, 128, root, call)?;
			Ok(<Patient<T> as Anon<_, _, _>>::next_dispatch_time(address)?)
		};
		while schedule()? == full {}
		let at;
		#[block]
		{
			at = schedule()?;
		}
		assert!(at > full);
		Ok(())
	}

	/// A block in which there is nothing to look at.
	#[benchmark]
	fn upkeep() {
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::upkeep(&mut meter);
		}
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
