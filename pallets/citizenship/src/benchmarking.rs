//! What each call costs at its dearest: full lists, and, for a free call, the test that spares its fee as well.

use crate::*;
use civitas_primitives::{Citizenry, OnCitizenship, OnExit, Probation};
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::CheckIfFeeless,
	traits::{fungible::Inspect, UnfilteredDispatchable},
	Blake2_256, StorageHasher,
};
use frame_system::RawOrigin;
use sp_runtime::traits::{Bounded, Saturating};

/// An account with enough money for every deposit and bond.
fn funded<T: Config>(name: &'static str, n: u32) -> T::AccountId {
	let who = account(name, n, 0);
	let enough = T::Currency::minimum_balance()
		.saturating_add(T::ApplicationDeposit::get())
		.saturating_add(T::ChallengeBond::get());
	T::Currency::set_balance(&who, enough.saturating_mul(40u32.into()));
	who
}

/// A citizen past probation.
fn citizen<T: Config>(n: u32) -> (CitizenId, T::AccountId) {
	let who = funded::<T>("citizen", n);
	let id = Pallet::<T>::ensure_citizen(&who);
	T::Probation::end(id);
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
	let (charter, source) = (T::Charter::get(), DepositSource::Sponsored);
	Pallet::<T>::do_apply(who.clone(), charter, key, proof, H256::repeat_byte(1), source)?;
	for n in 0..MAX_VOUCHES {
		vouch_for::<T>(citizen::<T>(n).0, &who);
	}
	Ok((sponsor, who))
}

/// Writes a vouch into both lists, whatever the charter's limits are today.
fn vouch_for<T: Config>(voucher: CitizenId, applicant: &T::AccountId) {
	let since = frame_system::Pallet::<T>::block_number();
	let matures = since.saturating_add(T::ChallengePeriod::get());
	Applications::<T>::mutate_extant(applicant, |application| {
		let vouch = Vouch { voucher, since, matures };
		application.vouches.try_push(vouch).expect("the list has room; benchmarks only");
	});
	Citizens::<T>::mutate_extant(voucher, |citizen| {
		citizen.open_vouches.try_push(applicant.clone()).expect("the list has room; benchmarks only");
	});
}

/// Writes a challenge into both lists, whatever the charter's limits are today. Returns its block.
fn challenge_by<T: Config>(
	challenger: CitizenId,
	who: &T::AccountId,
	applicant: &T::AccountId,
) -> Result<BlockNumberFor<T>, BenchmarkError> {
	let open = Citizens::<T>::mutate(challenger, |citizen| {
		citizen.as_mut().map(|citizen| core::mem::take(&mut citizen.open_challenges)).unwrap_or_default()
	});
	Pallet::<T>::do_challenge(who.clone(), applicant.clone(), H256::repeat_byte(2))?;
	Citizens::<T>::mutate_extant(challenger, |citizen| {
		for other in open {
			citizen.open_challenges.try_push(other).expect("the list has room; benchmarks only");
		}
	});
	Ok(frame_system::Pallet::<T>::block_number())
}

/// An application of `n`, who pays the own deposit.
fn hopeful<T: Config>(name: &'static str, n: u32) -> Result<T::AccountId, BenchmarkError> {
	let who = funded::<T>(name, n);
	let (key, proof) = roll_key::<T>(&who);
	Pallet::<T>::do_apply(who.clone(), T::Charter::get(), key, proof, H256::zero(), DepositSource::Own)?;
	Ok(who)
}

/// A citizen with as much open business as there can be: full vouches and challenges, a pending rotation, unclaimed
/// money, a residence, the founder's office.
fn busy_citizen<T: Config>() -> Result<(CitizenId, T::AccountId), BenchmarkError> {
	let (id, who) = citizen::<T>(100);
	// A home first: dues take many seasons, and nobody moves who has not been seen for so long.
	T::OnCitizenship::ensure_ties(id);
	T::OnExit::ensure_dues(id, &who);
	T::Probation::end(id);
	for n in 0..MAX_VOUCHES {
		vouch_for::<T>(id, &hopeful::<T>("hopeful", n)?);
	}
	for n in 0..MAX_CHALLENGES {
		challenge_by::<T>(id, &who, &hopeful::<T>("doubtful", n)?)?;
	}
	Pallet::<T>::do_rotate(who.clone(), account("named", 0, 0))?;
	Founder::<T>::put(id);
	Ok((id, who))
}

/// A busy citizen who is sentenced for fraud, for whom as many busy citizens as possible are liable.
fn fraud<T: Config>() -> Result<(CitizenId, T::AccountId), BenchmarkError> {
	let (id, who) = busy_citizen::<T>()?;
	for n in 0..MAX_VOUCHES {
		let (voucher, _) = citizen::<T>(n);
		for other in 0..MAX_VOUCHES {
			vouch_for::<T>(voucher, &hopeful::<T>("vouched", n * MAX_VOUCHES + other)?);
		}
		Citizens::<T>::mutate_extant(id, |citizen| {
			citizen.vouchers.try_push(voucher).expect("the list has room; benchmarks only");
		});
	}
	let penalty = Penalty::Revocation(Grounds::Fraud);
	Pallet::<T>::do_sentence(Judge::Entrenched, id, penalty, H256::repeat_byte(3))?;
	Ok((id, who))
}

/// The origin that judges.
fn justice<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::JusticeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
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
		let (evidence_hash, deposit) = (H256::repeat_byte(1), DepositSource::Sponsored);
		let call = Call::apply { charter, roll_key, proof, evidence_hash, deposit };
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
		let (payer, who) = (funded::<T>("sponsor", 0), account("applicant", 0, 0));
		Pallet::<T>::do_sponsor(payer.clone(), who)?;
		let who: T::AccountId = account("applicant", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(payer), who.clone());
		assert!(!Sponsorships::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn vouch() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let last = citizen::<T>(MAX_VOUCHES - 1);
		Applications::<T>::mutate_extant(&applicant, |application| {
			application.vouches.retain(|it| it.voucher != last.0);
		});
		Citizens::<T>::mutate_extant(last.0, |citizen| citizen.open_vouches.clear());
		#[block]
		{
			free::<T>(&last.1, Call::vouch { applicant: applicant.clone() })?;
		}
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| it.is_vouched_by(last.0)));
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
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| !it.is_vouched_by(last.0)));
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
		let challenger = CitizenIds::<T>::get(&who).unwrap_or_default();
		let at = challenge_by::<T>(challenger, &who, &applicant)?;
		let origin = justice::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, applicant.clone(), challenger, at, Ruling::Upheld);
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
		let (id, _) = citizen::<T>(100);
		let origin = justice::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, H256::repeat_byte(3));
		assert!(Sentences::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let (id, who) = busy_citizen::<T>()?;
		Pallet::<T>::do_sentence(Judge::Entrenched, id, Penalty::Suspension, H256::repeat_byte(3))?;
		skip_to::<T>(BlockNumberFor::<T>::max_value());
		free::<T>(&who, Call::execute_sentence { citizen: id })?;
		assert_eq!(Citizenship::<T>::get().suspended, 1);
		let origin = justice::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert_eq!(Citizenship::<T>::get().suspended, 0);
		Ok(())
	}

	#[benchmark]
	fn revoke() -> Result<(), BenchmarkError> {
		let (id, _) = citizen::<T>(100);
		let origin = justice::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, Grounds::Fraud, H256::repeat_byte(3));
		assert!(Sentences::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn execute_sentence() -> Result<(), BenchmarkError> {
		let (id, _) = fraud::<T>()?;
		let who = funded::<T>("anyone", 0);
		skip_to::<T>(BlockNumberFor::<T>::max_value());
		#[block]
		{
			free::<T>(&who, Call::execute_sentence { citizen: id })?;
		}
		assert!(!Citizens::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn lift_sentence() -> Result<(), BenchmarkError> {
		let (id, _) = citizen::<T>(100);
		Pallet::<T>::do_sentence(Judge::Entrenched, id, Penalty::Suspension, H256::repeat_byte(3))?;
		let origin = justice::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert!(!Sentences::<T>::contains_key(id));
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
		assert_eq!(PendingRotations::<T>::get(id), Some(new_account));
		Ok(())
	}

	#[benchmark]
	fn accept_rotation() -> Result<(), BenchmarkError> {
		let (id, who) = busy_citizen::<T>()?;
		let new_account: T::AccountId = account("new", 0, 0);
		Pallet::<T>::do_rotate(who, new_account.clone())?;
		Pallet::<T>::do_sponsor(funded::<T>("sponsor", 0), new_account.clone())?;
		#[block]
		{
			free::<T>(&new_account, Call::accept_rotation { citizen: id })?;
		}
		assert_eq!(CitizenIds::<T>::get(&new_account), Some(id));
		Ok(())
	}

	#[benchmark]
	fn cancel_rotation() -> Result<(), BenchmarkError> {
		let (id, who) = busy_citizen::<T>()?;
		#[block]
		{
			free::<T>(&who, Call::cancel_rotation {})?;
		}
		assert!(!PendingRotations::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn decline_sponsorship() -> Result<(), BenchmarkError> {
		let who: T::AccountId = account("applicant", 0, 0);
		Pallet::<T>::do_sponsor(funded::<T>("sponsor", 0), who.clone())?;
		#[block]
		{
			free::<T>(&who, Call::decline_sponsorship {})?;
		}
		assert!(!Sponsorships::<T>::contains_key(&who));
		Ok(())
	}

	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let (_, who) = applicant::<T>()?;
		let charter = T::Charter::get();
		Applications::<T>::mutate_extant(&who, |application| {
			application.charter.version = application.charter.version.saturating_add(1);
		});
		#[block]
		{
			free::<T>(&who, Call::accept { charter })?;
		}
		assert!(Applications::<T>::get(&who).is_some_and(|it| it.charter == charter));
		Ok(())
	}

	#[benchmark]
	fn withdraw_challenge() -> Result<(), BenchmarkError> {
		let (_, applicant) = applicant::<T>()?;
		let (id, who) = busy_citizen::<T>()?;
		Citizens::<T>::mutate_extant(id, |citizen| {
			citizen.open_challenges.pop();
		});
		challenge_by::<T>(id, &who, &applicant)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), applicant.clone());
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| it.challenge.is_none()));
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
		let challenger = CitizenIds::<T>::get(&who).unwrap_or_default();
		challenge_by::<T>(challenger, &who, &applicant)?;
		skip_to::<T>(BlockNumberFor::<T>::max_value());
		#[block]
		{
			free::<T>(&who, Call::lapse_challenge { applicant: applicant.clone() })?;
		}
		assert!(Applications::<T>::get(&applicant).is_some_and(|it| it.challenge.is_none()));
		Ok(())
	}
}
