// SPDX-License-Identifier: Apache-2.0
//! From layout 1 to layout 2: vouches and challenges.
//!
//! Version 2 stores since when each vouch stands, which vouches are bound by recent admissions, several open challenges
//! a citizen, and who has challenged an application. Open applications begin their challenge period again in the block
//! of their migration, so that nobody is admitted sooner than the new rules allow.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use civitas_primitives::{SeasonIndex, Standing};
use core::marker::PhantomData;
use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	weights::WeightMeter,
	BoundedVec,
};
use sp_runtime::traits::{Saturating, Zero};

/// The storage before.
pub mod v1 {
	use super::*;

	/// A citizen of layout 1.
	#[derive(Encode, Decode)]
	pub struct Citizen<AccountId, BlockNumber> {
		pub account: AccountId,
		pub standing: Standing,
		pub admitted_at: BlockNumber,
		pub admitted_in: SeasonIndex,
		pub charter: CharterRef,
		pub roll_key: RollKey,
		pub vouchers: Vouchers,
		pub open_vouches: BoundedVec<AccountId, ConstU32<MAX_VOUCHES>>,
		pub open_challenge: Option<AccountId>,
		pub may_vouch_from: BlockNumber,
		pub free_acts: FreeActs,
	}

	/// An application of layout 1.
	#[derive(Encode, Decode)]
	pub struct Application<AccountId, Balance, BlockNumber> {
		pub charter: CharterRef,
		pub roll_key: RollKey,
		pub evidence_hash: H256,
		pub applied_at: BlockNumber,
		pub challengeable_until: BlockNumber,
		pub deposit: Deposit<AccountId, Balance>,
		pub vouchers: Vouchers,
		pub challenge: Option<Challenge<AccountId, Balance, BlockNumber>>,
	}

	/// The citizens of layout 1.
	#[frame_support::storage_alias]
	pub type Citizens<T: Config> = StorageMap<
		Pallet<T>,
		Twox64Concat,
		CitizenId,
		Citizen<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>,
	>;

	/// The applications of layout 1.
	#[frame_support::storage_alias]
	pub type Applications<T: Config> = StorageMap<
		Pallet<T>,
		Blake2_128Concat,
		<T as frame_system::Config>::AccountId,
		Application<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>,
	>;
}

/// The last item that was migrated.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Cursor<AccountId> {
	/// A citizen. Applications follow.
	Citizen(CitizenId),
	/// All citizens are done.
	Citizens,
	/// An application.
	Application(AccountId),
}

/// Migrates citizens, then applications, one item a step.
pub struct MigrateToV2<T>(PhantomData<T>);

impl<T: Config> MigrateToV2<T> {
	/// What one item weighs: it is read and written, to find it takes another read, and it may count for the season. The
	/// computation is small next to that of a vouch, which decodes and encodes a citizen and an application.
	fn weight_of_step() -> Weight {
		<T as Config>::WeightInfo::vouch().saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	/// Migrates the citizen after `last`. Returns which that was.
	fn migrate_citizen(last: Option<CitizenId>) -> Option<CitizenId> {
		let mut rest = match last {
			Some(id) => v1::Citizens::<T>::iter_from(v1::Citizens::<T>::hashed_key_for(id)),
			None => v1::Citizens::<T>::iter(),
		};
		let (id, old) = rest.next()?;
		Self::count_admission(&old.admitted_at, old.admitted_in);
		let open_challenges = old.open_challenge.into_iter().collect::<alloc::vec::Vec<_>>();
		Citizens::<T>::insert(
			id,
			Citizen {
				account: old.account,
				standing: old.standing,
				admitted_at: old.admitted_at,
				admitted_in: old.admitted_in,
				charter: old.charter,
				roll_key: old.roll_key,
				vouchers: old.vouchers,
				open_vouches: old.open_vouches,
				bound_vouches: BoundedVec::new(),
				open_challenges: BoundedVec::truncate_from(open_challenges),
				// This was also what new citizens waited for. They wait for the end of their probation now.
				may_vouch_from: Self::liability(old.may_vouch_from, old.admitted_at),
				free_acts: old.free_acts,
			},
		);
		Some(id)
	}

	/// Counts a citizen who has joined in the season that goes on.
	fn count_admission(at: &BlockNumberFor<T>, season: SeasonIndex) {
		if season == Pallet::<T>::season() && !at.is_zero() {
			let intake = Pallet::<T>::season_intake();
			// Layout 1 does not say by which right, so they count as the most there are.
			let vouched = intake.vouched.saturating_add(1);
			Intake::<T>::put(SeasonIntake { vouched, ..intake });
		}
	}

	/// Until when somebody may not vouch for having vouched for a fraud: later than a season after the admission.
	fn liability(may_vouch_from: BlockNumberFor<T>, admitted_at: BlockNumberFor<T>) -> BlockNumberFor<T> {
		if may_vouch_from > admitted_at.saturating_add(T::Calendar::season_length()) {
			may_vouch_from
		} else {
			Zero::zero()
		}
	}

	/// Migrates the application after `last`. Returns whose that was.
	fn migrate_application(last: Option<T::AccountId>) -> Option<T::AccountId> {
		let mut rest = match last {
			Some(who) => v1::Applications::<T>::iter_from(v1::Applications::<T>::hashed_key_for(who)),
			None => v1::Applications::<T>::iter(),
		};
		let (who, old) = rest.next()?;
		let since = frame_system::Pallet::<T>::block_number();
		let matures = since.saturating_add(T::ChallengePeriod::get());
		let vouches = old.vouchers.into_iter().map(|voucher| Vouch { voucher, since, matures });
		let challenged_by = old.challenge.iter().map(|challenge| challenge.challenger);
		Applications::<T>::insert(
			&who,
			Application {
				charter: old.charter,
				roll_key: old.roll_key,
				evidence_hash: old.evidence_hash,
				applied_at: old.applied_at,
				objections_until: old.challengeable_until,
				deposit: old.deposit,
				vouches: BoundedVec::truncate_from(vouches.collect()),
				challenged_by: BoundedVec::truncate_from(challenged_by.collect()),
				challenge: old.challenge,
			},
		);
		Some(who)
	}

	fn next(cursor: Option<Cursor<T::AccountId>>) -> Option<Cursor<T::AccountId>> {
		let citizen = |last| Self::migrate_citizen(last).map_or(Cursor::Citizens, Cursor::Citizen);
		match cursor {
			None => Some(citizen(None)),
			Some(Cursor::Citizen(id)) => Some(citizen(Some(id))),
			Some(Cursor::Citizens) => Self::migrate_application(None).map(Cursor::Application),
			Some(Cursor::Application(who)) => Self::migrate_application(Some(who)).map(Cursor::Application),
		}
	}
}

impl<T: Config> SteppedMigration for MigrateToV2<T> {
	type Cursor = Cursor<T::AccountId>;
	type Identifier = MigrationId<18>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"pallet-citizenship", version_from: 1, version_to: 2 }
	}

	fn step(
		mut cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		let required = Self::weight_of_step();
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			cursor = Self::next(cursor);
			if cursor.is_none() {
				StorageVersion::new(2).put::<Pallet<T>>();
				break;
			}
		}
		Ok(cursor)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
		let citizens = v1::Citizens::<T>::iter_keys().count();
		let applications = v1::Applications::<T>::iter_keys().count();
		Ok((u64::try_from(citizens).ok(), u64::try_from(applications).ok()).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(state: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
		let citizens = Citizens::<T>::iter_values().count();
		let applications = Applications::<T>::iter_values().count();
		frame_support::ensure!(
			state == (u64::try_from(citizens).ok(), u64::try_from(applications).ok()).encode(),
			"every citizen and every application is read as layout 2"
		);
		Pallet::<T>::do_try_state()
	}
}
