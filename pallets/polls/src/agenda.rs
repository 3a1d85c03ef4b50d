// SPDX-License-Identifier: Apache-2.0
//! The scheduler as the referenda pallet sees it: it looks for a block with room, and says so if there is none.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use core::marker::PhantomData;
use frame_support::{
	dispatch::DispatchClass,
	traits::{
		schedule::{DispatchTime, Period, Priority},
		Bounded,
	},
};
use sp_io::hashing::blake2_256;
use sp_runtime::{
	traits::{One, Saturating},
	DispatchError,
};

/// How many blocks after the one that was asked for are tried, in this order. Nobody fills all of them: a citizen has
/// at most [`MAX_OPEN_POLLS`] alarms.
const LATER: [u32; 8] = [0, 1, 2, 4, 8, 16, 32, 64];

/// The priority of a law in its block's agenda: the referenda pallet's.
const LAW: Priority = 63;

/// What the referenda pallet calls the module whose tasks enact laws.
const ASSEMBLY: [u8; 8] = *b"assembly";

/// The scheduler for the referenda pallet.
///
/// Tasks for which a block has no room move to a later one. Alarms become [`Pallet::nudge`], which knows void polls.
pub struct Patient<T>(PhantomData<T>);

impl<T: Config> Pallet<T> {
	/// The name of the task that enacts what `poll` has passed: the referenda pallet's.
	pub(crate) fn task_of(poll: PollIndex) -> TaskName {
		(ASSEMBLY, "enactment", poll).using_encoded(blake2_256)
	}

	/// Gives a law that waits a place.
	pub(crate) fn do_enact(poll: PollIndex) -> DispatchResult {
		let task = Self::task_of(poll);
		let (origin, call) = Waiting::<T>::take(task).ok_or(Error::<T>::NotWaiting)?;
		let placed = Patient::<T>::place(Some(task), DispatchTime::After(Default::default()), |when| {
			<T::Agenda as Named<_, _, _>>::schedule_named(task, when, None, LAW, origin.clone(), call.clone())
		});
		placed.map_err(|_| Error::<T>::AgendaFull)?;
		Self::deposit_event(Event::Placed { poll });
		Ok(())
	}
}

impl<T: Config> Patient<T> {
	/// Tries to schedule a task for one block after the other.
	fn place<Address>(
		task: Option<TaskName>,
		when: DispatchTime<Moment<T>>,
		schedule: impl Fn(DispatchTime<Moment<T>>) -> Result<Address, DispatchError>,
	) -> Result<Address, DispatchError> {
		// What is due in this block or before is done in the next: the agenda of this one has been worked off.
		let next = Pallet::<T>::now().saturating_add(One::one());
		let from = when.evaluate(Pallet::<T>::now()).max(next);
		for later in LATER {
			let to = from.saturating_add(later.into());
			match schedule(DispatchTime::At(to)) {
				Err(DispatchError::Exhausted) => {
					let weight = <T as Config>::WeightInfo::postpone();
					frame_system::Pallet::<T>::register_extra_weight_unchecked(
						weight,
						DispatchClass::Mandatory,
					);
				}
				Ok(address) => {
					if later > 0 {
						Pallet::<T>::deposit_event(Event::Postponed { task, from, to });
					}
					return Ok(address);
				}
				refused => return refused,
			}
		}
		Pallet::<T>::deposit_event(Event::NoRoom { task, from });
		Err(DispatchError::Exhausted)
	}

	/// Turns an alarm of the referenda pallet into one that knows void polls, and rings at once for those.
	fn watchful(
		when: DispatchTime<Moment<T>>,
		call: BoundedCallOf<T, ()>,
	) -> (DispatchTime<Moment<T>>, BoundedCallOf<T, ()>) {
		let Some(poll) = Self::nudged(&call) else { return (when, call) };
		let nudge = CallOf::<T, ()>::from(Call::nudge { poll });
		let Ok(nudge) = nudge.encode().try_into() else { return (when, call) };
		let void = Pallet::<T>::check_lapse(poll).is_ok();
		(if void { DispatchTime::At(Pallet::<T>::now()) } else { when }, Bounded::Inline(nudge))
	}

	/// The poll that an alarm of the referenda pallet wakes.
	fn nudged(call: &BoundedCallOf<T, ()>) -> Option<PollIndex> {
		let Bounded::Inline(bytes) = call else { return None };
		let alarm = CallOf::<T, ()>::decode(&mut &bytes[..]).ok()?;
		match IsSubType::<pallet_referenda::Call<T>>::is_sub_type(&alarm)? {
			pallet_referenda::Call::nudge_referendum { index } => Some(*index),
			_ => None,
		}
	}
}

impl<T: Config> Anon<Moment<T>, CallOf<T, ()>, PalletsOriginOf<T>> for Patient<T> {
	type Address = <T::Agenda as Anon<Moment<T>, CallOf<T, ()>, PalletsOriginOf<T>>>::Address;
	type Hasher = T::Hashing;

	fn schedule(
		when: DispatchTime<Moment<T>>,
		period: Option<Period<Moment<T>>>,
		priority: Priority,
		origin: PalletsOriginOf<T>,
		call: BoundedCallOf<T, ()>,
	) -> Result<Self::Address, DispatchError> {
		let (when, call) = Self::watchful(when, call);
		Self::place(None, when, |when| {
			<T::Agenda as Anon<_, _, _>>::schedule(when, period, priority, origin.clone(), call.clone())
		})
	}

	fn cancel(address: Self::Address) -> Result<(), DispatchError> {
		<T::Agenda as Anon<_, _, _>>::cancel(address)
	}

	fn reschedule(
		address: Self::Address,
		when: DispatchTime<Moment<T>>,
	) -> Result<Self::Address, DispatchError> {
		<T::Agenda as Anon<_, _, _>>::reschedule(address, when)
	}

	fn next_dispatch_time(address: Self::Address) -> Result<Moment<T>, DispatchError> {
		<T::Agenda as Anon<_, _, _>>::next_dispatch_time(address)
	}
}

impl<T: Config> Named<Moment<T>, CallOf<T, ()>, PalletsOriginOf<T>> for Patient<T> {
	type Address = <T::Agenda as Named<Moment<T>, CallOf<T, ()>, PalletsOriginOf<T>>>::Address;
	type Hasher = T::Hashing;

	fn schedule_named(
		task: TaskName,
		when: DispatchTime<Moment<T>>,
		period: Option<Period<Moment<T>>>,
		priority: Priority,
		origin: PalletsOriginOf<T>,
		call: BoundedCallOf<T, ()>,
	) -> Result<Self::Address, DispatchError> {
		let placed = Self::place(Some(task), when, |when| {
			let (origin, call) = (origin.clone(), call.clone());
			<T::Agenda as Named<_, _, _>>::schedule_named(task, when, period, priority, origin, call)
		});
		if placed == Err(DispatchError::Exhausted) {
			Waiting::<T>::insert(task, (origin, call));
		}
		placed
	}

	fn cancel_named(task: TaskName) -> Result<(), DispatchError> {
		<T::Agenda as Named<_, _, _>>::cancel_named(task)
	}

	fn reschedule_named(
		task: TaskName,
		when: DispatchTime<Moment<T>>,
	) -> Result<Self::Address, DispatchError> {
		<T::Agenda as Named<_, _, _>>::reschedule_named(task, when)
	}

	fn next_dispatch_time(task: TaskName) -> Result<Moment<T>, DispatchError> {
		<T::Agenda as Named<_, _, _>>::next_dispatch_time(task)
	}
}
