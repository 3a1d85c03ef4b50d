//! The founding, the pallet's answers to others, and what the calls share.
#![deny(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::as_conversions
)]

use crate::*;
use alloc::vec::Vec;
use civitas_primitives::{
	possession_message, Citizenry, CitizenshipChange, CivicActs, FounderPower, Founders, Passport,
	SeasonIndex, Standing,
};
use frame_support::traits::tokens::Precision;
use sp_runtime::{
	traits::{Saturating, Zero},
	BoundedVec,
};

/// The founder's power to admit citizens.
pub struct MayAdmit;

impl Get<FounderPower> for MayAdmit {
	fn get() -> FounderPower {
		FounderPower::Admit
	}
}

/// The founder's power to appoint registrars.
pub struct MayAppoint;

impl Get<FounderPower> for MayAppoint {
	fn get() -> FounderPower {
		FounderPower::Appoint
	}
}

/// Passes the founder's account as long as the tier leaves the power `P` to a founder and the founder is in full
/// standing. The success value is the founder's number.
pub struct EnsureFounder<T, P = MayAdmit>(core::marker::PhantomData<(T, P)>);

impl<T: Config, P: Get<FounderPower>> EnsureOrigin<T::RuntimeOrigin> for EnsureFounder<T, P> {
	type Success = CitizenId;

	fn try_origin(origin: T::RuntimeOrigin) -> Result<CitizenId, T::RuntimeOrigin> {
		let who = ensure_signed(origin.clone()).map_err(|_| origin.clone())?;
		Pallet::<T>::founder_by(&who, P::get()).ok_or(origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
		let founder = Founder::<T>::get().filter(|_| P::get().held_in(T::Tiers::tier())).ok_or(())?;
		let citizen = Citizens::<T>::get(founder).ok_or(())?;
		Ok(frame_system::RawOrigin::Signed(citizen.account).into())
	}
}

impl<T: Config> civitas_primitives::Sentences for Pallet<T> {
	fn is_sentenced(citizen: CitizenId) -> bool {
		Sentences::<T>::get(citizen).is_some()
	}
}

impl<T: Config> Citizenry<T::AccountId> for Pallet<T> {
	fn citizen(account: &T::AccountId) -> Option<CitizenId> {
		CitizenIds::<T>::get(account)
	}

	fn standing(citizen: CitizenId) -> Option<Standing> {
		Citizens::<T>::get(citizen).map(|citizen| citizen.standing)
	}

	fn headcount() -> Headcount {
		Citizenship::<T>::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_citizen(account: &T::AccountId) -> CitizenId {
		if let Some(id) = CitizenIds::<T>::get(account) {
			return id;
		}
		use frame_support::StorageHasher;
		let key = frame_support::Blake2_256::hash(&(b"benchmark roll key", account).encode());
		Self::enter(account.clone(), key, T::Charter::get(), Default::default(), Admission::Genesis)
			.expect("the account is fresh, and so is its key; benchmarks only")
	}
}

impl<T: Config> Founders for Pallet<T> {
	fn founder() -> Option<CitizenId> {
		Founder::<T>::get()
	}

	fn retire_founder() {
		if let Some(citizen) = Founder::<T>::take() {
			Self::deposit_event(Event::FounderLeft { citizen });
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_founder(citizen: CitizenId) {
		Founder::<T>::put(citizen);
	}
}

impl<T: Config> CivicActs for Pallet<T> {
	fn left(citizen: CitizenId) -> u32 {
		Citizens::<T>::get(citizen).map_or(0, |citizen| Self::free_acts_left(&citizen))
	}

	fn count(citizen: CitizenId) {
		Citizens::<T>::mutate_extant(citizen, |citizen| citizen.free_acts.count(Self::season()));
	}
}

impl<T: Config> Pallet<T> {
	/// Prepares the passports and admits the first citizens.
	pub(crate) fn found(genesis: &GenesisConfig<T>) -> DispatchResult {
		T::Passports::found()?;
		for (account, roll_key) in &genesis.citizens {
			ensure!(!CitizenIds::<T>::contains_key(account), Error::<T>::AlreadyCitizen);
			ensure!(T::RollKeys::is_well_formed(&roll_key.0), Error::<T>::InvalidRollKey);
			ensure!(RollKeyOwners::<T>::get(roll_key.0).is_none(), Error::<T>::RollKeyTaken);
			let citizen = Self::enter(
				account.clone(),
				roll_key.0,
				T::Charter::get(),
				Vouchers::default(),
				Admission::Genesis,
			)?;
			if genesis.founder.as_ref() == Some(account) {
				Founder::<T>::put(citizen);
			}
		}
		ensure!(genesis.founder.is_some() == Founder::<T>::exists(), Error::<T>::NotCitizen);
		Ok(())
	}

	/// Writes a new citizen. The account and the key must be free.
	pub(crate) fn enter(
		account: T::AccountId,
		roll_key: RollKey,
		charter: CharterRef,
		vouchers: Vouchers,
		admission: Admission,
	) -> Result<CitizenId, DispatchError> {
		let id = NextCitizenId::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::TooManyCitizens)?;
		let now = frame_system::Pallet::<T>::block_number();
		let season = T::Calendar::season().index;

		NextCitizenId::<T>::put(next);
		CitizenIds::<T>::insert(&account, id);
		RollKeyOwners::<T>::insert(roll_key, RollKeyOwner::Citizen(id));
		Citizens::<T>::insert(
			id,
			Citizen {
				account: account.clone(),
				standing: Standing::Active,
				admitted_at: now,
				admitted_in: season,
				charter,
				roll_key,
				vouchers,
				open_vouches: BoundedVec::new(),
				bound_vouches: BoundedVec::new(),
				open_challenges: BoundedVec::new(),
				may_vouch_from: Zero::zero(),
				free_acts: FreeActs::default(),
			},
		);
		// Both counts stay below `NextCitizenId`, which has just been checked.
		Citizenship::<T>::mutate(|count| count.active = count.active.saturating_add(1));
		frame_system::Pallet::<T>::inc_sufficients(&account);
		T::Passports::issue(
			&account,
			Passport { number: id, admitted: season, charter_version: charter.version },
		)?;
		T::OnCitizenship::changed(id, CitizenshipChange::Admitted { roll_key, admission });
		Self::deposit_event(Event::Admitted { citizen: id, account, admission });
		Ok(id)
	}

	/// The founder behind `account`, as long as the tier leaves them `power` and they are in full standing.
	pub(crate) fn founder_by(account: &T::AccountId, power: FounderPower) -> Option<CitizenId> {
		let founder = Founder::<T>::get().filter(|_| power.held_in(T::Tiers::tier()))?;
		let (id, _) = Self::active_citizen_by(account).ok()?;
		(id == founder).then_some(id)
	}

	/// The message whose signature by the roll key proves its possession.
	pub fn possession_message(account: &T::AccountId, roll_key: &RollKey) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		possession_message(&genesis, account, roll_key)
	}

	/// That `roll_key` may be registered for `account`: cheap checks first.
	pub(crate) fn check_roll_key(
		account: &T::AccountId,
		roll_key: &RollKey,
		proof: &PossessionProof,
	) -> DispatchResult {
		// Light clients cannot follow `contains_key` on values over 32 bytes.
		ensure!(RollKeyOwners::<T>::get(roll_key).is_none(), Error::<T>::RollKeyTaken);
		ensure!(T::RollKeys::is_well_formed(roll_key), Error::<T>::InvalidRollKey);
		let message = Self::possession_message(account, roll_key);
		ensure!(T::RollKeys::is_possessed(roll_key, &message, proof), Error::<T>::InvalidPossessionProof);
		Ok(())
	}

	/// That `account` is neither a citizen's nor an applicant's, and casts no secret ballots.
	pub(crate) fn check_newcomer(account: &T::AccountId) -> DispatchResult {
		ensure!(!CitizenIds::<T>::contains_key(account), Error::<T>::AlreadyCitizen);
		// As above.
		ensure!(Applications::<T>::get(account).is_none(), Error::<T>::AlreadyApplied);
		ensure!(!T::BallotAccounts::is_ballot_account(account), Error::<T>::BallotAccount);
		Ok(())
	}

	/// The application of `applicant`.
	pub(crate) fn application(applicant: &T::AccountId) -> Result<ApplicationOf<T>, DispatchError> {
		Ok(Applications::<T>::get(applicant).ok_or(Error::<T>::UnknownApplicant)?)
	}

	/// The citizen behind `account`, whatever their standing.
	pub(crate) fn citizen_by(account: &T::AccountId) -> Result<(CitizenId, CitizenOf<T>), DispatchError> {
		let id = CitizenIds::<T>::get(account).ok_or(Error::<T>::NotCitizen)?;
		let citizen = Citizens::<T>::get(id).ok_or(Error::<T>::UnknownCitizen)?;
		Ok((id, citizen))
	}

	/// The citizen behind `account`, in full standing.
	pub(crate) fn active_citizen_by(
		account: &T::AccountId,
	) -> Result<(CitizenId, CitizenOf<T>), DispatchError> {
		let (id, citizen) = Self::citizen_by(account)?;
		ensure!(citizen.standing == Standing::Active, Error::<T>::NotActive);
		Ok((id, citizen))
	}

	/// The season that free acts are counted in.
	pub(crate) fn season() -> SeasonIndex {
		T::Calendar::season().index
	}

	/// How many free acts `citizen` has left this season.
	pub fn free_acts_left(citizen: &CitizenOf<T>) -> u32 {
		// Clamping is the rule: paid acts count on beyond the quota.
		T::FreeActsPerSeason::get().saturating_sub(citizen.free_acts.used_in(Self::season()))
	}

	/// How many vouches an admission needs, within the bound of the stored list.
	pub(crate) fn required_vouches() -> u32 {
		T::RequiredVouches::get().min(MAX_VOUCHES)
	}

	/// Releases all of `deposit` to whoever paid it.
	pub(crate) fn release(reason: HoldReason, deposit: &DepositOf<T>) -> DispatchResult {
		T::Currency::release(&reason.into(), &deposit.payer, deposit.amount, Precision::Exact)?;
		Ok(())
	}

	/// For the runtime API: a citizen's public record.
	pub fn citizen_info(id: CitizenId) -> Option<CitizenInfo<T::AccountId, BlockNumberFor<T>>> {
		let citizen = Citizens::<T>::get(id)?;
		Some(CitizenInfo {
			id,
			free_acts_left: Self::free_acts_left(&citizen),
			vouches_left: Self::vouches_left(&citizen),
			on_probation: !T::Probation::is_past(id),
			pending_rotation: PendingRotations::<T>::get(id),
			sentence: Sentences::<T>::get(id),
			citizen,
		})
	}

	/// For the runtime API: an open application.
	pub fn application_info(
		applicant: &T::AccountId,
	) -> Option<ApplicationInfo<T::AccountId, BalanceOf<T>, BlockNumberFor<T>>> {
		let application = Applications::<T>::get(applicant)?;
		let required = Self::required_vouches();
		Some(ApplicationInfo {
			vouches_missing: application.vouches_missing(required),
			complete_since: application.complete_since(required),
			challengeable_until: application.challengeable_until(required),
			needs_acceptance: application.charter != T::Charter::get(),
			challenge_lapses: application.challenge.as_ref().map(Self::challenge_lapses),
			closable_from: Self::closable_from(&application),
			application,
		})
	}

	/// The first block in which anyone may close `application`. A complete one has as much time for its admission as it
	/// had to become complete, so no delay by a challenger or a full season ends it.
	pub(crate) fn closable_from(application: &ApplicationOf<T>) -> BlockNumberFor<T> {
		let matured = application.challengeable_until(Self::required_vouches()).unwrap_or_default();
		let from = application.applied_at.max(application.objections_until).max(matured);
		// Clamping at the last block number there is means: never.
		from.saturating_add(T::ApplicationLifetime::get())
	}
}
