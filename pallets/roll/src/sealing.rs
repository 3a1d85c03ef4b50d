//! Sealing the roll, building rings and forgetting old enrolments, in bounded steps.
//!
//! No step can fail half-way, so none needs a storage layer of its own.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use frame_support::defensive;

/// What a step did.
enum Step {
	/// Its work. There may be more.
	Done,
	/// Nothing: there is nothing to do.
	Idle,
	/// Nothing: the block has no time left for it.
	NoRoom,
}

impl<T: Config> Pallet<T> {
	/// Does what is due, as long as there is room.
	pub(crate) fn upkeep(meter: &mut WeightMeter) {
		if Self::go_on_sealing(meter) {
			while let Step::Done = Self::build_next(meter) {}
			while let Step::Done = Self::forget_next(meter) {}
		}
	}

	/// Seals, as long as there is room. Returns whether the roll is open.
	pub(crate) fn go_on_sealing(meter: &mut WeightMeter) -> bool {
		if meter.try_consume(T::WeightInfo::upkeep()).is_err() {
			return false;
		}
		loop {
			let sealing = CurrentSealing::<T>::get();
			let (step, next) = match sealing.phase {
				Phase::Claims => (Self::meet_next(sealing, meter), Phase::Absences),
				Phase::Absences => (Self::rest_next(sealing, meter), Phase::Settling),
				Phase::Settling => (Self::settle_next(meter), Phase::Open),
				Phase::Open => return true,
			};
			match step {
				Step::Done => {}
				Step::NoRoom => return false,
				Step::Idle => Self::enter(Sealing { phase: next, ..sealing }),
			}
		}
	}

	fn enter(sealing: Sealing) {
		CurrentSealing::<T>::put(sealing);
		if sealing.phase == Phase::Open {
			let Shape { rings, members } = Shapes::<T>::get(Group::Nation);
			Electorates::<T>::insert(sealing.season, members);
			Self::deposit_event(Event::RollSealed { season: sealing.season, rings, members });
		}
	}

	/// Meets the next claim.
	fn meet_next(sealing: Sealing, meter: &mut WeightMeter) -> Step {
		let waiting = ClaimsWaiting::<T>::get();
		if waiting.next >= sealing.until {
			return Step::Idle;
		}
		if !meter.can_consume(T::WeightInfo::meet_claim(Self::max_moves())) {
			return Step::NoRoom;
		}
		let number = waiting.next;
		let moved = match Claims::<T>::take(number) {
			Some(claim) => {
				let moved = Self::meet(claim);
				Self::part(claim.citizen, number);
				moved
			}
			None => {
				defensive!("claims are numbered without a gap");
				0
			}
		};
		ClaimsWaiting::<T>::put(Waiting { next: number.saturating_add(1), ..waiting });
		meter.consume(T::WeightInfo::meet_claim(moved));
		Step::Done
	}

	/// Takes the seat of the next one who is absent.
	fn rest_next(sealing: Sealing, meter: &mut WeightMeter) -> Step {
		let list = AbsentBefore::<T>::get();
		if !Self::is_absent(list, sealing.season) {
			return Step::Idle;
		}
		if !meter.can_consume(T::WeightInfo::rest(Self::max_moves())) {
			return Step::NoRoom;
		}
		let moved = match SeenIn::<T>::iter_key_prefix(list).next() {
			Some(citizen) => {
				SeenIn::<T>::remove(list, citizen);
				Self::meet(Claim { citizen, key: None, home: None })
			}
			None => {
				// The list is of a season that is over.
				AbsentBefore::<T>::put(list.saturating_add(1));
				0
			}
		};
		meter.consume(T::WeightInfo::rest(moved));
		Step::Done
	}

	/// Looks at the next ring with gaps.
	fn settle_next(meter: &mut WeightMeter) -> Step {
		if !meter.can_consume(T::WeightInfo::settle(Self::ring_size())) {
			return Step::NoRoom;
		}
		let Some((group, number)) = Vacancies::<T>::iter_keys().next() else { return Step::Idle };
		let moved = Self::settle(group, number);
		meter.consume(T::WeightInfo::settle(moved));
		Step::Done
	}

	/// Builds the next ring that has changed.
	fn build_next(meter: &mut WeightMeter) -> Step {
		if !meter.can_consume(T::WeightInfo::build_ring(Self::ring_size())) {
			return Step::NoRoom;
		}
		let Some(ring) = Unbuilt::<T>::iter_keys().next() else { return Step::Idle };
		let size = Self::size(ring);
		Self::do_build_ring(ring);
		meter.consume(T::WeightInfo::build_ring(size));
		Step::Done
	}

	/// Forgets the next alias of a season long over.
	fn forget_next(meter: &mut WeightMeter) -> Step {
		let season = ForgottenBefore::<T>::get();
		if Self::serves(season) {
			return Step::Idle;
		}
		if !meter.can_consume(T::WeightInfo::forget(MAX_ENROLMENTS)) {
			return Step::NoRoom;
		}
		let forgotten = match Aliases::<T>::iter_key_prefix(season).next() {
			Some(name) => Self::forget(season, name),
			None => {
				// Nobody can enrol in a season that is over.
				ForgottenBefore::<T>::put(season.saturating_add(1));
				Self::deposit_event(Event::EnrolmentsForgotten { season });
				0
			}
		};
		meter.consume(T::WeightInfo::forget(forgotten));
		Step::Done
	}

	/// Gives a citizen the seats that a claim asks for. Returns how many seats changed, others' included.
	fn meet(claim: Claim) -> u32 {
		let Claim { citizen, key, home } = claim;
		let Some(elector) = Electors::<T>::get(citizen) else { return 0 };
		let home = home.filter(|_| key.is_some());
		let mut moved = 1u32;
		match (elector.nation, key) {
			(None, Some(key)) => Self::seat(Group::Nation, Seat { citizen, key }),
			(Some(ring), None) => {
				Self::unseat(ring, citizen);
			}
			(Some(ring), Some(key)) => Self::rekey(ring, citizen, key),
			(None, None) => {}
		}
		if elector.resident == home {
			if let (Some(ring), Some(key)) = (elector.local, key) {
				Self::rekey(ring, citizen, key);
			}
		} else {
			if let Some(old) = elector.resident {
				Self::unseat_resident(citizen);
				moved = moved.saturating_add(Self::move_out(old, citizen));
			}
			if let (Some(home), Some(key)) = (home, key) {
				moved = moved.saturating_add(Self::move_in(home, Seat { citizen, key }));
			}
			Electors::<T>::mutate_extant(citizen, |elector| elector.resident = home);
		}
		moved
	}

	/// Ends the record of a citizen who has left, if `number` was the last claim. It asked for no seat.
	fn part(citizen: CitizenId, number: u64) {
		let is_last = |elector: Elector| elector.status == Status::Left && elector.claim == number;
		if Electors::<T>::get(citizen).is_some_and(is_last) {
			Electors::<T>::remove(citizen);
		}
	}

	/// That `ring` can be built now.
	pub(crate) fn check_buildable(ring: RingId) -> Result<(), Error<T>> {
		let sealing = CurrentSealing::<T>::get();
		ensure!(sealing.phase == Phase::Open, Error::<T>::NotSealed);
		if !Unbuilt::<T>::contains_key(ring) {
			let known = Seating::<T>::contains_key(ring);
			return Err(if known { Error::<T>::AlreadyBuilt } else { Error::<T>::UnknownRing });
		}
		Ok(())
	}

	/// That the roll of `season` waits to be sealed.
	pub(crate) fn check_sealable(season: SeasonIndex) -> Result<(), Error<T>> {
		let sealing = CurrentSealing::<T>::get();
		ensure!(sealing.season == season, Error::<T>::WrongSeason);
		ensure!(sealing.phase != Phase::Open, Error::<T>::AlreadySealed);
		Ok(())
	}

	/// How the pool tells a caller which error stopped a transaction.
	pub(crate) fn refusal(error: Error<T>) -> TransactionValidityError {
		InvalidTransaction::Custom(error.encode().first().copied().unwrap_or(u8::MAX)).into()
	}
}
