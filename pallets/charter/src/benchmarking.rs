// SPDX-License-Identifier: Apache-2.0
//! What each call and the hook cost at their dearest: texts of full length, and, for a free call, the test that spares
//! its fee as well.

use crate::*;
use civitas_primitives::{OnSeason, Tier};
use frame_benchmarking::v2::*;
use frame_support::{dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};
use frame_system::RawOrigin;

/// An amendment of the charter in force.
fn based<T: Config>(changes: Changes, parameters: ParametersOf<T>) -> Result<AmendmentOf<T>, BenchmarkError> {
	Ok(Amendment { base: Pallet::<T>::base_now(&changes, &parameters)?, changes, parameters })
}

/// As many articles of full length as an amendment can touch. Returns the number of the first.
fn full_articles<T: Config>() -> Result<ArticleNumber, BenchmarkError> {
	let first = NextArticle::<T>::get();
	let article = Change::Add {
		title: Title::truncate_from(alloc::vec![b't'; MAX_TITLE as usize]),
		text: Text::truncate_from(alloc::vec![b'x'; MAX_TEXT as usize]),
		entrenchment: Entrenchment::Ordinary,
	};
	let changes = Changes::truncate_from(alloc::vec![article; MAX_CHANGES as usize]);
	let amendment = based::<T>(changes, Default::default())?;
	Pallet::<T>::apply(&amendment, Entrenchment::Entrenched, Author::Founder)?;
	Ok(first)
}

/// An amendment of `n` full articles and `p` parameters.
fn amendment<T: Config>(n: u32, p: u32) -> Result<AmendmentOf<T>, BenchmarkError> {
	let first = full_articles::<T>()?;
	let text = Text::truncate_from(alloc::vec![b'y'; MAX_TEXT as usize]);
	let changes = (0..n).map(|n| Change::Replace { number: first + n, text: text.clone() });
	let mut parameters: Vec<_> = (0..p).map(T::Parameters::example).collect();
	if n == 0 && p == 0 {
		// The least that an amendment can do.
		parameters.push(T::Parameters::example(0));
	}
	based::<T>(Changes::truncate_from(changes.collect()), ParameterList::truncate_from(parameters))
}

/// A founder, with the powers of `tier`.
fn founder<T: Config>(tier: Tier) -> T::AccountId {
	let who: T::AccountId = account("founder", 0, 0);
	T::Founders::set_founder(T::Citizenry::ensure_citizen(&who));
	T::Tiers::set_tier(tier);
	who
}

/// The track that may change everything.
fn track<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::AmendmentOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// The largest amendment there is, passed by the citizens. Returns its name.
fn passed<T: Config>() -> Result<H256, BenchmarkError> {
	let amendment = amendment::<T>(MAX_CHANGES, MAX_PARAMETERS)?;
	let id = amendment.id();
	Pallet::<T>::do_pass(Entrenchment::Entrenched, amendment)?;
	Ok(id)
}

/// The largest amendment there is, announced by the founder. Returns its name.
fn announced<T: Config>() -> Result<H256, BenchmarkError> {
	let amendment = amendment::<T>(MAX_CHANGES, 0)?;
	let id = amendment.id();
	Pallet::<T>::do_announce(amendment)?;
	Ok(id)
}

/// Makes a free call as the transaction pipeline does: the test that spares the fee, then the call.
fn free<T: Config>(call: Call<T>) -> DispatchResult {
	let origin: OriginFor<T> = RawOrigin::Signed(account("anyone", 0, 0)).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map(|_| ()).map_err(|failed| failed.error)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Without a founder.
	#[benchmark]
	fn amend(n: Linear<0, MAX_CHANGES>, p: Linear<0, MAX_PARAMETERS>) -> Result<(), BenchmarkError> {
		T::Tiers::set_tier(Tier::Community);
		let Amendment { base, changes, parameters } = amendment::<T>(n, p)?;
		let before = InForce::<T>::get().version;
		let origin = track::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, base, changes, parameters);
		assert_eq!(InForce::<T>::get().version, before + 1);
		Ok(())
	}

	/// With a founder who is asked.
	#[benchmark]
	fn pass(n: Linear<0, MAX_CHANGES>, p: Linear<0, MAX_PARAMETERS>) -> Result<(), BenchmarkError> {
		founder::<T>(Tier::Shared);
		let amendment = amendment::<T>(n, p)?;
		let id = amendment.id();
		#[block]
		{
			Pallet::<T>::do_pass(Entrenchment::Entrenched, amendment)?;
		}
		assert!(Pending::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let who = founder::<T>(Tier::Consultative);
		let id = announced::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);
		assert!(!Pending::<T>::contains_key(id));
		Ok(())
	}

	/// With as many rejections as are remembered.
	#[benchmark]
	fn reject() -> Result<(), BenchmarkError> {
		founder::<T>(Tier::Consultative);
		let id = announced::<T>()?;
		let season = T::Calendar::season().index;
		let known = (1..MAX_REJECTIONS)
			.map(|n| Rejection { text: H256(sp_io::hashing::blake2_256(&n.encode())), season });
		Rejections::<T>::put(BoundedVec::truncate_from(known.collect()));
		let origin = track::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);
		assert!(!Pending::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn consent() -> Result<(), BenchmarkError> {
		let who = founder::<T>(Tier::Consultative);
		let id = passed::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);
		assert!(!Pending::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn veto() -> Result<(), BenchmarkError> {
		let who = founder::<T>(Tier::Shared);
		let id = passed::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);
		assert_eq!(Vetoes::<T>::iter().count(), 1);
		Ok(())
	}

	#[benchmark]
	fn enact() -> Result<(), BenchmarkError> {
		founder::<T>(Tier::Shared);
		let id = passed::<T>()?;
		let now = frame_system::Pallet::<T>::block_number();
		frame_system::Pallet::<T>::set_block_number(now + T::VetoPeriod::get());
		#[block]
		{
			free::<T>(Call::enact { amendment: id })?;
		}
		assert!(!Pending::<T>::contains_key(id));
		Ok(())
	}

	/// An amendment that is found to be impossible only at its last parameter.
	#[benchmark]
	fn discard() -> Result<(), BenchmarkError> {
		founder::<T>(Tier::Shared);
		let mut amendment = amendment::<T>(MAX_CHANGES, MAX_PARAMETERS)?;
		if let Some(last) = amendment.parameters.last_mut() {
			*last = T::Parameters::current(last);
		}
		let (id, author) = (amendment.id(), Author::Citizens { track: Entrenchment::Entrenched });
		let since = frame_system::Pallet::<T>::block_number();
		Pending::<T>::insert(id, PendingAmendment { amendment, author, since });
		Passed::<T>::put(1);
		#[block]
		{
			free::<T>(Call::discard { amendment: id })?;
		}
		assert!(!Pending::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn step_down() {
		let who = founder::<T>(Tier::Founding);
		#[extrinsic_call]
		_(RawOrigin::Signed(who));
		assert_eq!(T::Founders::founder(), None);
	}

	#[benchmark]
	fn remove_founder() -> Result<(), BenchmarkError> {
		founder::<T>(Tier::Community);
		let origin = track::<T>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert_eq!(T::Founders::founder(), None);
		Ok(())
	}

	/// The turn of a season in which a milestone is reached and `d` parameters take effect.
	#[benchmark]
	fn turn(d: Linear<0, MAX_ALL_PARAMETERS>) {
		let season = T::Calendar::season().index;
		let from = season + 1;
		let due = (0..d).map(|n| DeferredParameter { parameter: T::Parameters::example(n), from });
		Deferred::<T>::put(BoundedVec::truncate_from(due.collect()));
		T::Population::set_active(season, T::PopulationGoal::get());
		#[block]
		{
			Pallet::<T>::turn(season + 1);
		}
		assert_eq!(Milestones::<T>::get(Milestone::Population), Some(season));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
