// SPDX-License-Identifier: Apache-2.0
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

use crate::{seats::Draw, *};
use frame_support::defensive;

/// How far the work of one kind has come in this block.
enum Progress {
	/// All of it is done.
	Finished,
	/// The block has no room for more.
	NoRoom,
}

/// How often one block goes through the rings with gaps. Gaps that appear behind the iterator wait for the next time.
const ROUNDS_PER_BLOCK: u32 = 16;

/// Each kind of work goes through its items with one iterator. A new iterator for each item would pass over all that
/// is removed in this block already, so the time of a block would grow with the square of what it removes.
impl<T: Config> Pallet<T> {
	/// Does what is due, as long as there is room.
	pub(crate) fn upkeep(meter: &mut WeightMeter) {
		if Self::go_on_sealing(meter) {
			Self::build_rings(meter);
			Self::forget_seasons(meter);
		}
	}

	/// Seals, as long as there is room. Returns whether the roll is open.
	pub(crate) fn go_on_sealing(meter: &mut WeightMeter) -> bool {
		if meter.try_consume(T::WeightInfo::upkeep()).is_err() {
			return false;
		}
		loop {
			let sealing = CurrentSealing::<T>::get();
			let (progress, next) = match sealing.phase {
				Phase::Claims => (Self::meet_claims(sealing, meter), Phase::Absences),
				Phase::Absences => (Self::rest_absent(sealing, meter), Phase::Settling),
				Phase::Settling => (Self::settle_rings(meter), Phase::Open),
				Phase::Open => return true,
			};
			match progress {
				Progress::NoRoom => return false,
				Progress::Finished => Self::enter(Sealing { phase: next, ..sealing }),
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

	/// Meets the claims, in the order that lots decide.
	fn meet_claims(sealing: Sealing, meter: &mut WeightMeter) -> Progress {
		loop {
			let waiting = ClaimsWaiting::<T>::get();
			if waiting.next >= sealing.until {
				return Progress::Finished;
			}
			if !meter.can_consume(T::WeightInfo::meet_claim(Self::max_moves())) {
				return Progress::NoRoom;
			}
			let number = waiting.next;
			let moved = match Self::draw_claim(number, sealing.until) {
				Some(claim) => {
					let moved = Self::meet(claim);
					Self::part(claim.citizen, sealing.until);
					moved
				}
				None => {
					defensive!("claims are numbered without a gap");
					0
				}
			};
			ClaimsWaiting::<T>::put(Waiting { next: number.saturating_add(1), ..waiting });
			meter.consume(T::WeightInfo::meet_claim(moved));
		}
	}

	/// Takes one of the claims from number `next` to the one before `until`, by lot, so that newcomers sit in random
	/// order. The claim numbered `next` takes its place. Without lots, claims are met in order.
	fn draw_claim(next: u64, until: u64) -> Option<Claim> {
		let first = Claims::<T>::take(next);
		if !Lots::<T>::exists() {
			return first;
		}
		let left = usize::try_from(until.saturating_sub(next)).unwrap_or(usize::MAX);
		let offset = Draw::new::<T>((b"claim", next)).below(left);
		let drawn = next.saturating_add(u64::try_from(offset).unwrap_or_default());
		match first {
			Some(first) if drawn != next => Claims::<T>::mutate(drawn, |claim| claim.replace(first)),
			first => first,
		}
	}

	/// Takes the seats of those who are absent.
	fn rest_absent(sealing: Sealing, meter: &mut WeightMeter) -> Progress {
		loop {
			let list = AbsentBefore::<T>::get();
			if !Self::is_absent(list, sealing.season) {
				return Progress::Finished;
			}
			for citizen in SeenIn::<T>::iter_key_prefix(list) {
				if !meter.can_consume(T::WeightInfo::rest(Self::max_moves())) {
					return Progress::NoRoom;
				}
				SeenIn::<T>::remove(list, citizen);
				let moved = Self::meet(Claim { citizen, key: None, home: None });
				meter.consume(T::WeightInfo::rest(moved));
			}
			if meter.try_consume(T::WeightInfo::rest(0)).is_err() {
				return Progress::NoRoom;
			}
			// The list is of a season that is over.
			AbsentBefore::<T>::put(list.saturating_add(1));
		}
	}

	/// Looks at the rings with gaps, and again as long as that makes new ones.
	fn settle_rings(meter: &mut WeightMeter) -> Progress {
		for _ in 0..ROUNDS_PER_BLOCK {
			let mut settled = false;
			for (group, number) in Vacancies::<T>::iter_keys() {
				if !meter.can_consume(T::WeightInfo::settle(Self::ring_size())) {
					return Progress::NoRoom;
				}
				let moved = Self::settle(group, number);
				meter.consume(T::WeightInfo::settle(moved));
				settled = true;
			}
			if !settled {
				return Progress::Finished;
			}
		}
		Progress::NoRoom
	}

	/// Builds the rings that have changed.
	fn build_rings(meter: &mut WeightMeter) {
		for ring in Unbuilt::<T>::iter_keys() {
			if !meter.can_consume(T::WeightInfo::build_ring(Self::ring_size())) {
				return;
			}
			let size = Self::size(ring);
			Self::do_build_ring(ring);
			meter.consume(T::WeightInfo::build_ring(size));
		}
	}

	/// Forgets the aliases of seasons long over.
	fn forget_seasons(meter: &mut WeightMeter) {
		loop {
			let season = ForgottenBefore::<T>::get();
			if Self::serves(season) {
				return;
			}
			for name in Aliases::<T>::iter_key_prefix(season) {
				if meter.try_consume(T::WeightInfo::forget()).is_err() {
					return;
				}
				Self::forget(season, name);
			}
			if meter.try_consume(T::WeightInfo::forget()).is_err() {
				return;
			}
			// Nobody can enrol in a season that is over.
			ForgottenBefore::<T>::put(season.saturating_add(1));
			Self::deposit_event(Event::EnrolmentsForgotten { season });
		}
	}

	/// Gives a citizen the seats that a claim asks for. Returns how many seats changed, others' included.
	fn meet(claim: Claim) -> u32 {
		let Claim { citizen, key, home } = claim;
		let Some(elector) = Electors::<T>::get(citizen) else { return 0 };
		// A citizen who has left since then gets no seat.
		let key = key.filter(|_| elector.status != Status::Left);
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

	/// Ends the record of a citizen who has left, if no later claim waits for the next sealing.
	fn part(citizen: CitizenId, until: u64) {
		let is_last = |elector: Elector| elector.status == Status::Left && elector.claim < until;
		if Electors::<T>::get(citizen).is_some_and(is_last) {
			Electors::<T>::remove(citizen);
		}
	}

	/// That `ring` can be built now.
	pub(crate) fn check_buildable(ring: RingId) -> Result<(), Error<T>> {
		let sealing = CurrentSealing::<T>::get();
		ensure!(sealing.phase == Phase::Open, Error::<T>::NotSealed);
		if !Unbuilt::<T>::contains_key(ring) {
			let known = Seating::<T>::decode_len(ring).is_some();
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
