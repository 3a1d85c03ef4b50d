//! What each call and each step of upkeep costs at its dearest.
//!
//! The runtime cannot make proofs, so the test of an enrolment is measured in two parts: the cheap checks, and the
//! cryptography on a proof made beforehand.

use crate::*;
use civitas_primitives::{CitizenshipChange, OnAttendance, OnCitizenship, OnResidence, OnSeason};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use sp_runtime::traits::{IdentifyAccount, One, Saturating};

/// Accounts that can sign, for benchmarks.
pub trait Signers<AccountId, Consent> {
	/// An account, and what signs for it.
	fn sign(message: impl FnOnce(&AccountId) -> Vec<u8>) -> (AccountId, Consent);
}

impl Signers<sp_runtime::AccountId32, sp_runtime::MultiSignature> for () {
	fn sign(
		message: impl FnOnce(&sp_runtime::AccountId32) -> Vec<u8>,
	) -> (sp_runtime::AccountId32, sp_runtime::MultiSignature) {
		let key = sp_io::crypto::sr25519_generate(sp_runtime::KeyTypeId(*b"ball"), None);
		let account = sp_runtime::MultiSigner::Sr25519(key).into_account();
		let message = message(&account);
		let signature = sp_io::crypto::sr25519_sign(sp_runtime::KeyTypeId(*b"ball"), &key, &message)
			.expect("the key was just made; benchmarks only");
		(account, sp_runtime::MultiSignature::Sr25519(signature))
	}
}

/// A key for citizen `n`, valid for the cryptography.
fn key<T: Config>(n: u32) -> RollKey {
	T::Rings::make_key(sp_io::hashing::blake2_256(&(b"benchmark", n).encode()))
}

/// A ring of `size` members from citizen `first` on, built unless it is said to have changed.
fn fill<T: Config>(group: Group, number: u32, first: u32, size: u32) -> RingId {
	let ring = group.ring(number);
	let one = key::<T>(0);
	let members: alloc::vec::Vec<_> = (first..first.saturating_add(size))
		.map(|citizen| {
			let elector = Elector {
				key: one,
				status: Status::Standing,
				seen: 0,
				claim: 0,
				home: None,
				resident: None,
				nation: Some(ring),
				local: None,
			};
			Electors::<T>::insert(citizen, elector);
			Seat { citizen, key: one }
		})
		.collect();
	Shapes::<T>::mutate(group, |shape| {
		shape.rings = shape.rings.max(number.saturating_add(1));
		shape.members = shape.members.saturating_add(size);
	});
	Seating::<T>::insert(ring, Members::truncate_from(members));
	ring
}

/// Forgets whom the genesis has seated, so that what is measured is what the benchmark has made.
fn forget_genesis<T: Config>() {
	T::Calendar::set_season(0);
	let _ = Electors::<T>::clear(u32::MAX, None);
	let _ = Claims::<T>::clear(u32::MAX, None);
	let _ = SeenIn::<T>::clear(u32::MAX, None);
	let _ = Seating::<T>::clear(u32::MAX, None);
	let _ = Shapes::<T>::clear(u32::MAX, None);
	ClaimsWaiting::<T>::kill();
}

/// Opens the roll of a season.
fn open<T: Config>(season: SeasonIndex) {
	T::Calendar::set_season(season);
	CurrentSealing::<T>::put(Sealing { season, phase: Phase::Open, until: ClaimsWaiting::<T>::get().end });
}

/// An enrolment whose proof is the recorded one, of an alias that has had two accounts.
fn ready<T: Config>(recorded: &civitas_primitives::RecordedProof) -> Ballot {
	open::<T>(3);
	let ring = fill::<T>(Group::Nation, 0, 0, T::RingSize::get());
	Commitments::<T>::insert(ring, recorded.ring);
	Ballot { season: 3, context: Context::Nation, ring, alias: recorded.alias }
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// A move of an alias to another account.
	#[benchmark]
	fn enrol() -> Result<(), BenchmarkError> {
		let recorded = T::Rings::recorded();
		let ballot = ready::<T>(&recorded);
		Pallet::<T>::do_enrol(ballot, account("ballot", 0, 0), 0)?;
		let (account, consent) = T::Signers::sign(|_| Default::default());
		let Ballot { season, ring, context, alias } = ballot;
		#[extrinsic_call]
		_(
			RawOrigin::Authorized,
			season,
			ring,
			context,
			account.clone(),
			alias,
			1,
			Default::default(),
			consent,
			recorded.proof,
		);
		assert!(Enrolments::<T>::get(&account).is_some());
		Ok(())
	}

	/// All cheap checks, a signature over wrapped bytes, and a proof that verifies.
	#[benchmark]
	fn authorize_enrol() {
		let recorded = T::Rings::recorded();
		let ballot = ready::<T>(&recorded);
		// The block of the benchmark itself: until here it is zero.
		frame_system::Pallet::<T>::set_block_number(One::one());
		let at = frame_system::Pallet::<T>::block_number().saturating_sub(One::one());
		let (account, consent) = T::Signers::sign(|_| {
			let plain = Pallet::<T>::consent(ballot.season, ballot.context, ballot.alias, 0, at)
				.expect("the last block is recent");
			[&b"<Bytes>"[..], &plain, b"</Bytes>"].concat()
		});
		#[block]
		{
			assert!(Pallet::<T>::check_ring(&ballot).is_ok());
			assert!(Pallet::<T>::check_enrolment(&ballot, &account, 0).is_ok());
			assert!(Pallet::<T>::check_consent(&ballot, &account, 0, at, &consent).is_ok());
			Pallet::<T>::context_bytes(ballot.context, ballot.season);
			Pallet::<T>::message(ballot.season, ballot.context, &account, 0, at);
			let proven =
				T::Rings::verify(&recorded.ring, &recorded.context, &recorded.message, &recorded.proof);
			assert_eq!(proven, Ok(recorded.alias));
		}
	}

	/// A ring of `n`.
	#[benchmark]
	fn build_ring(n: Linear<1, MAX_RING>) {
		open::<T>(3);
		let ring = fill::<T>(Group::Nation, 0, 0, 0);
		let members = (0..n).map(|citizen| Seat { citizen, key: key::<T>(citizen) }).collect();
		Seating::<T>::insert(ring, Members::truncate_from(members));
		Unbuilt::<T>::insert(ring, ());
		#[extrinsic_call]
		_(RawOrigin::Authorized, ring);
		assert!(Commitments::<T>::contains_key(ring));
	}

	#[benchmark]
	fn authorize_build_ring() {
		open::<T>(3);
		let ring = fill::<T>(Group::Nation, 0, 0, T::RingSize::get());
		Unbuilt::<T>::insert(ring, ());
		#[block]
		{
			Pallet::<T>::authorize_build_ring(TransactionSource::External, &ring).expect("it can be built");
		}
	}

	#[benchmark]
	fn authorize_seal() {
		<Pallet<T> as OnSeason>::turn(3);
		#[block]
		{
			Pallet::<T>::authorize_seal(TransactionSource::External, &3).expect("it can be sealed");
		}
	}

	/// A claim that seats somebody in a full ring's neighbour, `m` of them one after the other.
	#[benchmark]
	fn meet_claim(m: Linear<1, 64>) {
		forget_genesis::<T>();
		fill::<T>(Group::Nation, 0, 1_000, T::RingSize::get());
		fill::<T>(Group::Nation, 1, 2_000, T::RingSize::get().saturating_div(2));
		for citizen in 0..m {
			let roll_key = key::<T>(citizen);
			Pallet::<T>::changed(
				citizen,
				CitizenshipChange::Admitted { roll_key, admission: civitas_primitives::Admission::Vouched },
			);
		}
		<Pallet<T> as OnSeason>::turn(0);
		let room = T::WeightInfo::upkeep()
			.saturating_add(T::WeightInfo::meet_claim(Pallet::<T>::max_moves()).saturating_mul(128));
		let mut meter = WeightMeter::with_limit(room);
		#[block]
		{
			Pallet::<T>::go_on_sealing(&mut meter);
		}
		assert_eq!(ClaimsWaiting::<T>::get().next, u64::from(m));
	}

	/// Absent residents lose their seats, `m` of them one after the other.
	#[benchmark]
	fn rest(m: Linear<1, 64>) {
		forget_genesis::<T>();
		for citizen in 0..m {
			Pallet::<T>::changed(
				citizen,
				CitizenshipChange::Admitted {
					roll_key: key::<T>(citizen),
					admission: civitas_primitives::Admission::Vouched,
				},
			);
			Pallet::<T>::moved(citizen, Some(0));
		}
		<Pallet<T> as OnSeason>::turn(1);
		let mut meter = WeightMeter::new();
		Pallet::<T>::go_on_sealing(&mut meter);
		<Pallet<T> as OnSeason>::turn(2);
		#[block]
		{
			Pallet::<T>::go_on_sealing(&mut meter);
		}
		assert_eq!(Shapes::<T>::get(Group::Nation).members, 0);
	}

	/// A ring filled from the last with `m` people.
	#[benchmark]
	fn settle(m: Linear<1, 254>) {
		forget_genesis::<T>();
		let size = T::RingSize::get();
		let m = m.min(size.saturating_sub(1));
		fill::<T>(Group::Nation, 0, 0, size.saturating_sub(m));
		fill::<T>(Group::Nation, 1, 1_000, size);
		fill::<T>(Group::Nation, 2, 2_000, size);
		let moved;
		#[block]
		{
			moved = Pallet::<T>::settle(Group::Nation, 0);
		}
		assert_eq!(moved, m);
	}

	/// An alias of a season long over.
	#[benchmark]
	fn forget() -> Result<(), BenchmarkError> {
		let recorded = T::Rings::recorded();
		let ballot = ready::<T>(&recorded);
		Pallet::<T>::do_enrol(ballot, account("ballot", 0, 0), 0)?;
		#[block]
		{
			Pallet::<T>::forget(ballot.season, (ballot.context, ballot.alias));
		}
		assert_eq!(Enrolments::<T>::iter().count(), 0);
		Ok(())
	}

	/// The dearest step of the migration: an alias with eight accounts.
	#[benchmark]
	fn migrate() {
		use crate::migrations::v2::{v1, Cursor, MigrateToV2};
		let name = (Context::Nation, [7; 32]);
		let ballot = Ballot { season: 3, context: name.0, ring: RingId::Nation(0), alias: name.1 };
		let accounts: Vec<T::AccountId> = (0..8).map(|n| account("ballot", n, 0)).collect();
		for one in &accounts {
			Enrolments::<T>::insert(one, Enrolment { ballot });
		}
		let accounts = v1::AccountsOf::<T>::truncate_from(accounts);
		v1::Aliases::<T>::insert(3, name, accounts);
		let next;
		#[block]
		{
			next = MigrateToV2::<T>::next(Cursor::Aliases(None));
		}
		assert_eq!(next, Some(Cursor::Aliases(Some((3, name)))));
		assert!(Aliases::<T>::get(3, name).is_some_and(|speaker| speaker.used == 8));
	}

	/// A block with nothing to do.
	#[benchmark]
	fn upkeep() {
		open::<T>(0);
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::upkeep(&mut meter);
		}
	}

	#[benchmark]
	fn turn() {
		#[block]
		{
			<Pallet<T> as OnSeason>::turn(3);
		}
		assert_eq!(CurrentSealing::<T>::get().phase, Phase::Claims);
	}

	/// What an attestation adds to the census's: somebody who comes back.
	#[benchmark]
	fn attested() {
		forget_genesis::<T>();
		Pallet::<T>::changed(
			0,
			CitizenshipChange::Admitted {
				roll_key: key::<T>(0),
				admission: civitas_primitives::Admission::Vouched,
			},
		);
		T::Calendar::set_season(5);
		#[block]
		{
			Pallet::<T>::attested(0);
		}
		assert!(SeenIn::<T>::contains_key(5, 0));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
