//! What each call costs at its dearest: full lists, and, for a free call, the test that spares its fee as well.

use crate::*;
use civitas_primitives::Citizenry;
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::CheckIfFeeless,
	traits::{fungible::Inspect, UnfilteredDispatchable},
	Blake2_256, StorageHasher,
};
use frame_system::RawOrigin;
use sp_runtime::traits::{Bounded, Saturating, Zero};

/// An account with enough money for every deposit and bond.
fn funded<T: Config>(name: &'static str, n: u32) -> T::AccountId {
	let who = account(name, n, 0);
	let enough = T::Currency::minimum_balance()
		.saturating_add(T::ApplicationDeposit::get())
		.saturating_add(T::ChallengeBond::get());
	T::Currency::set_balance(&who, enough.saturating_mul(20u32.into()));
	who
}

/// A citizen who may vouch at once.
fn citizen<T: Config>(n: u32) -> (CitizenId, T::AccountId) {
	let who = funded::<T>("citizen", n);
	let id = Pallet::<T>::ensure_citizen(&who);
	Citizens::<T>::mutate_extant(id, |citizen| citizen.may_vouch_from = Zero::zero());
	(id, who)
}

/// A roll key for `who`, with its proof.
fn roll_key<T: Config>(who: &T::AccountId) -> (RollKey, PossessionProof) {
	let seed = Blake2_256::hash(&(b"benchmark", who, NextCitizenId::<T>::get()).encode());
	T::RollKeys::make(seed, |key| Pallet::<T>::possession_message(who, key))
}

/// A sponsored applicant with as many vouches as an application can hold, each voucher at their limit.
fn applicant<T: Config>() -> Result<(T::AccountId, T::AccountId), BenchmarkError> {
	let sponsor = funded::<T>("sponsor", 0);
	let who: T::AccountId = account("applicant", 0, 0);
	Pallet::<T>::do_sponsor(sponsor.clone(), who.clone())?;
	let (key, proof) = roll_key::<T>(&who);
	Pallet::<T>::do_apply(who.clone(), T::Charter::get(), key, proof, H256::repeat_byte(1))?;
	for n in 0..MAX_VOUCHES {
		vouch_for::<T>(citizen::<T>(n).0, &who);
	}
	Ok((sponsor, who))
}

/// Writes a vouch into both lists, whatever the charter's limits are today.
fn vouch_for<T: Config>(voucher: CitizenId, applicant: &T::AccountId) {
	Applications::<T>::mutate_extant(applicant, |application| {
		application.vouchers.try_push(voucher).expect("the list has room; benchmarks only");
	});
	Citizens::<T>::mutate_extant(voucher, |citizen| {
		citizen.open_vouches.try_push(applicant.clone()).expect("the list has room; benchmarks only");
	});
}

/// A citizen with as much open business as there can be: full vouches, a challenge, the founder's office.
fn busy_citizen<T: Config>() -> Result<(CitizenId, T::AccountId), BenchmarkError> {
	let (id, who) = citizen::<T>(100);
	for n in 0..MAX_VOUCHES {
		let applicant = funded::<T>("hopeful", n);
		let (key, proof) = roll_key::<T>(&applicant);
		Pallet::<T>::do_apply(applicant.clone(), T::Charter::get(), key, proof, H256::zero())?;
		vouch_for::<T>(id, &applicant);
		if n == 0 {
			Pallet::<T>::do_challenge(who.clone(), applicant, H256::zero())?;
		}
	}
	Founder::<T>::put(id);
	Ok((id, who))
}

/// Makes a free call as the transaction pipeline does: the test that spares the fee, then the call.
fn free<T: Config>(who: &T::AccountId, call: Call<T>) -> DispatchResult {
	let origin: OriginFor<T> = RawOrigin::Signed(who.clone()).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map(|_| ()).map_err(|failed| failed.error)
}

/// Moves on to block `to`.
fn skip_to<T: Config>(to: BlockNumberFor<T>) {
	frame_system::Pallet::<T>::set_block_number(to);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn apply() -> Result<(), BenchmarkError> {
		let payer = funded::<T>("sponsor", 0);
		let who: T::AccountId = account("applicant", 0, 0);
		Pallet::<T>::do_sponsor(payer, who.clone())?;
		let (roll_key, proof) = roll_key::<T>(&who);
		let charter = T::Charter::get();
		let call = Call::apply { charter, roll_key, proof, evidence_hash: H256::repeat_byte(1) };
		#[block]
		{
			free::<T>(&who, call)?;
		}
		assert!(Applications::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn withdraw_application() -> Result<(), BenchmarkError> {
		let (_, who) = applicant::<T>()?;
		#[block]
		{
			free::<T>(&who, Call::withdraw_application {})?;
		}
		assert!(!Applications::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn sponsor() {
		let payer = funded::<T>("sponsor", 0);
		let who: T::AccountId = account("applicant", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(payer), who.clone());
		assert!(Sponsorships::<T>::contains_key(&who));
	}

	#[benchmark]
	fn withdraw_sponsorship() -> Result<(), BenchmarkError> {
		let (payer, who) = applicant::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(payer), who.clone());
		assert!(!Applications::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn vouch() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let last = citizen::<T>(MAX_VOUCHES - 1);
		Applications::<T>::mutate_extant(&applicant, |application| {
			application.vouchers.retain(|voucher| *voucher != last.0);
		});
		Citizens::<T>::mutate_extant(last.0, |citizen| citizen.open_vouches.clear());
		#[block]
		{
			free::<T>(&last.1, Call::vouch { applicant: applicant.clone() })?;
		}
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| it.vouchers.contains(&last.0)));
		Ok(())
	}

	#[benchmark]
	fn withdraw_vouch() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let last = citizen::<T>(MAX_VOUCHES - 1);
		#[block]
		{
			free::<T>(&last.1, Call::withdraw_vouch { applicant: applicant.clone() })?;
		}
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| !it.vouchers.contains(&last.0)));
		Ok(())
	}

	#[benchmark]
	fn challenge() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let (_, who) = citizen::<T>(100);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), applicant.clone(), H256::repeat_byte(2));
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| it.challenge.is_some()));
		Ok(())
	}

	#[benchmark]
	fn rule() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let (_, who) = citizen::<T>(100);
		Pallet::<T>::do_challenge(who, applicant.clone(), H256::repeat_byte(2))?;
		let origin = T::ArbiterOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, applicant.clone(), Ruling::Upheld);
		assert!(!Applications::<T>::contains_key(&applicant));
		Ok(())
	}

	#[benchmark]
	fn close_application() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let (_, who) = citizen::<T>(100);
		skip_to::<T>(BlockNumberFor::<T>::max_value());
		#[block]
		{
			free::<T>(&who, Call::close_application { applicant: applicant.clone() })?;
		}
		assert!(!Applications::<T>::contains_key(&applicant));
		Ok(())
	}

	#[benchmark]
	fn admit() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let now = frame_system::Pallet::<T>::block_number();
		skip_to::<T>(now.saturating_add(T::ChallengePeriod::get()));
		#[block]
		{
			free::<T>(&applicant, Call::admit { applicant: applicant.clone() })?;
		}
		assert!(CitizenIds::<T>::contains_key(&applicant));
		Ok(())
	}

	#[benchmark]
	fn renounce() -> Result<(), BenchmarkError> {
		let (id, who) = busy_citizen::<T>()?;
		#[block]
		{
			free::<T>(&who, Call::renounce {})?;
		}
		assert!(!Citizens::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let (id, _) = busy_citizen::<T>()?;
		let origin = T::JusticeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, H256::repeat_byte(3));
		assert_eq!(Citizenship::<T>::get().suspended, 1);
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let (id, _) = busy_citizen::<T>()?;
		Pallet::<T>::do_suspend(id, H256::repeat_byte(3))?;
		let origin = T::JusticeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert_eq!(Citizenship::<T>::get().suspended, 0);
		Ok(())
	}

	#[benchmark]
	fn revoke() -> Result<(), BenchmarkError> {
		let (id, _) = busy_citizen::<T>()?;
		for n in 0..MAX_VOUCHES {
			let (voucher, _) = citizen::<T>(n);
			Citizens::<T>::mutate_extant(id, |citizen| {
				citizen.vouchers.try_push(voucher).expect("the list has room; benchmarks only");
			});
		}
		let origin = T::JusticeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, Grounds::Fraud, H256::repeat_byte(3));
		assert!(!Citizens::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn rotate() -> Result<(), BenchmarkError> {
		let (id, who) = busy_citizen::<T>()?;
		let new_account: T::AccountId = account("new", 0, 0);
		#[block]
		{
			free::<T>(&who, Call::rotate { new_account: new_account.clone() })?;
		}
		assert_eq!(CitizenIds::<T>::get(&new_account), Some(id));
		Ok(())
	}

	#[benchmark]
	fn replace_roll_key() -> Result<(), BenchmarkError> {
		let (id, who) = busy_citizen::<T>()?;
		let (new_key, proof) = roll_key::<T>(&who);
		#[block]
		{
			free::<T>(&who, Call::replace_roll_key { new_key, proof })?;
		}
		assert_eq!(RollKeyOwners::<T>::get(new_key), Some(RollKeyOwner::Citizen(id)));
		Ok(())
	}

	#[benchmark]
	fn lapse_challenge() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let (_, who) = citizen::<T>(100);
		Pallet::<T>::do_challenge(who.clone(), applicant.clone(), H256::repeat_byte(2))?;
		skip_to::<T>(BlockNumberFor::<T>::max_value());
		#[block]
		{
			free::<T>(&who, Call::lapse_challenge { applicant: applicant.clone() })?;
		}
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| it.challenge.is_none()));
		Ok(())
	}
}
