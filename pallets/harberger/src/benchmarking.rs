//! What each call and the hook cost at their dearest: with a charge to settle, a bound to pay for and a bid to end.

use crate::{holdings::Deed, *};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;

/// A price that everybody can pay.
const PRICE: Balance = 1_000_000_000_000;

fn funded<T: Config>(name: &'static str) -> T::AccountId {
	let who = account(name, 0, 0);
	T::Currency::set_balance(&who, PRICE.saturating_mul(1_000_000));
	who
}

/// A parcel whose holder owes a charge and is bound by a raise.
fn held<T: Config>() -> Result<(ParcelId, T::AccountId), BenchmarkError> {
	let holder = funded::<T>("holder");
	let parcel = T::Titles::ensure_parcel(Some(holder.clone()));
	Auctions::<T>::remove(parcel);
	let escrow = Pallet::<T>::reserve_of(parcel, PRICE).saturating_mul(100);
	T::Currency::hold(&HoldReason::Escrow.into(), &holder, escrow)?;
	let bound = Some(Bound { level: PRICE, base: 1, until: T::Clock::now().saturating_add(1_000_000) });
	let deed = Deed { holder: holder.clone(), means: Means::Gift, price: 0, valuation: PRICE, escrow, bound };
	Pallet::<T>::enter(parcel, 0, deed)?;
	Holdings::<T>::mutate_extant(parcel, |holding| holding.arrears = 1);
	Ok((parcel, holder))
}

/// The same with a bid.
fn bidden<T: Config>(until: u64) -> Result<(ParcelId, T::AccountId, T::AccountId), BenchmarkError> {
	let (parcel, holder) = held::<T>()?;
	let bidder = funded::<T>("bidder");
	Pallet::<T>::do_bid(bidder.clone(), parcel, PRICE.saturating_mul(2), Perquintill::one())?;
	Holdings::<T>::mutate_extant(parcel, |holding| {
		holding.bid.iter_mut().for_each(|bid| bid.until = until);
	});
	Ok((parcel, holder, bidder))
}

fn holder_of<T: Config>(parcel: ParcelId) -> Option<T::AccountId> {
	Holdings::<T>::get(parcel).map(|holding| holding.holder)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// A gift.
	#[benchmark]
	fn accept() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		let who = funded::<T>("receiver");
		Pallet::<T>::do_offer(holder, parcel, Some(who.clone()))?;
		let escrow = Pallet::<T>::reserve_of(parcel, PRICE);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), parcel, PRICE, escrow);
		assert_eq!(holder_of::<T>(parcel), Some(who));
		Ok(())
	}

	/// A cut below what still binds.
	#[benchmark]
	fn assess() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, 1);
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.valuation == 1));
		Ok(())
	}

	#[benchmark]
	fn fund() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, PRICE);
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.arrears == 0));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, 1);
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.arrears == 0));
		Ok(())
	}

	/// A bid that replaces another.
	#[benchmark]
	fn bid() -> Result<(), BenchmarkError> {
		let (parcel, _, _) = bidden::<T>(u64::MAX)?;
		let who = funded::<T>("rival");
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), parcel, PRICE.saturating_mul(9), Perquintill::one());
		let bidder = Holdings::<T>::get(parcel).and_then(|holding| holding.bid).map(|it| it.bidder);
		assert_eq!(bidder, Some(who));
		Ok(())
	}

	#[benchmark]
	fn defend() -> Result<(), BenchmarkError> {
		let (parcel, holder, _) = bidden::<T>(u64::MAX)?;
		Pallet::<T>::do_fund(holder.clone(), parcel, PRICE.saturating_mul(10))?;
		Holdings::<T>::mutate_extant(parcel, |holding| holding.arrears = 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, Balance::MAX);
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.bid.is_none()));
		Ok(())
	}

	/// A sale.
	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		let (parcel, _, bidder) = bidden::<T>(0)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), parcel);
		assert_eq!(holder_of::<T>(parcel), Some(bidder));
		Ok(())
	}

	/// A sale to the open bid.
	#[benchmark]
	fn foreclose() -> Result<(), BenchmarkError> {
		let (parcel, _, bidder) = bidden::<T>(0)?;
		Holdings::<T>::mutate_extant(parcel, |holding| holding.arrears = holding.escrow);
		let who = funded::<T>("anyone");
		#[extrinsic_call]
		_(RawOrigin::Signed(who), parcel);
		assert_eq!(holder_of::<T>(parcel), Some(bidder));
		Ok(())
	}

	#[benchmark]
	fn buy() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		Pallet::<T>::do_relinquish(holder, parcel)?;
		let who = funded::<T>("buyer");
		let escrow = Pallet::<T>::reserve_of(parcel, PRICE);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), parcel, Balance::MAX, PRICE, escrow);
		assert_eq!(holder_of::<T>(parcel), Some(who));
		Ok(())
	}

	#[benchmark]
	fn relinquish() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel);
		assert!(Auctions::<T>::contains_key(parcel));
		Ok(())
	}

	#[benchmark]
	fn offer() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		let receiver = account("receiver", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, Some(receiver));
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.offer.is_some()));
		Ok(())
	}

	/// A sale to the open bid.
	#[benchmark]
	fn release() -> Result<(), BenchmarkError> {
		let (parcel, _, bidder) = bidden::<T>(0)?;
		Holdings::<T>::mutate_extant(parcel, |holding| holding.citizen = Some(u32::MAX));
		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), parcel);
		assert_eq!(holder_of::<T>(parcel), Some(bidder));
		Ok(())
	}

	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let who = funded::<T>("payee");
		T::Currency::set_balance(&Pallet::<T>::account_id(), PRICE.saturating_mul(2));
		Proceeds::<T>::insert(&who, PRICE);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert_eq!(Proceeds::<T>::get(&who), 0);
		Ok(())
	}

	/// A block after a change of the base rate.
	#[benchmark]
	fn on_initialize() {
		Base::<T>::mutate(|base| base.rate = Perquintill::one());
		#[block]
		{
			Pallet::<T>::follow_base_rate();
		}
		assert_eq!(Base::<T>::get().rate, T::BaseRate::get());
	}

	#[benchmark]
	fn registered() -> Result<(), BenchmarkError> {
		#[block]
		{
			<Pallet<T> as OnParcel>::registered(ParcelId::MAX)?;
		}
		assert!(Auctions::<T>::contains_key(ParcelId::MAX));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
