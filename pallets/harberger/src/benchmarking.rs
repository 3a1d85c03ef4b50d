//! What each call and the hook cost at their dearest: with a charge to settle, a bound to pay for and a bid to end.

use crate::{holdings::Deed, *};
use frame_benchmarking::v2::*;
use frame_support::{dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};
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
	let escrow = Pallet::<T>::reserve_of(PRICE).saturating_mul(100);
	T::Currency::hold(&HoldReason::Escrow.into(), &holder, escrow)?;
	let now = Pallet::<T>::now();
	let deed = Deed {
		holder: holder.clone(),
		means: Means::Gift,
		price: 0,
		denomination: Denomination::Civ,
		valuation: PRICE,
		escrow,
		reserved: Pallet::<T>::reservation(PRICE, escrow)?,
		record: Record::start(now, PRICE),
		bound: Some(Bound { level: PRICE, base: 1, until: now.saturating_add(1_000_000) }),
	};
	Pallet::<T>::enter(parcel, 0, deed)?;
	owe::<T>(parcel, 1);
	Ok((parcel, holder))
}

/// Lets the account that a parcel is reserved for take it, with a charge to settle and a price that binds.
pub(crate) fn take<T: Config>(parcel: ParcelId) {
	let Some(who) = T::Titles::assignee(parcel) else { return };
	T::Currency::set_balance(&who, PRICE.saturating_mul(1_000_000));
	let escrow = Pallet::<T>::reserve_of(PRICE).saturating_mul(100);
	let taken = Pallet::<T>::do_accept(who, parcel, PRICE, escrow);
	assert!(taken.is_ok(), "it is reserved for them");
}

/// Lets the holder of a parcel owe something, in a grace that is over.
fn owe<T: Config>(parcel: ParcelId, arrears: Balance) {
	Holdings::<T>::mutate_extant(parcel, |holding| {
		holding.arrears = arrears;
		(holding.reserved.until, holding.grace) = (0, Some(0));
	});
}

/// The same with a bid, and an offer to somebody else.
fn bidden<T: Config>(until: u64) -> Result<(ParcelId, T::AccountId, T::AccountId), BenchmarkError> {
	let (parcel, holder) = held::<T>()?;
	owe::<T>(parcel, 0);
	let bidder = funded::<T>("bidder");
	Pallet::<T>::do_offer(holder.clone(), parcel, Some(account("friend", 0, 0)))?;
	Pallet::<T>::do_bid(bidder.clone(), parcel, PRICE.saturating_mul(2))?;
	Holdings::<T>::mutate_extant(parcel, |holding| {
		holding.bid.iter_mut().for_each(|bid| bid.until = until);
	});
	owe::<T>(parcel, 1);
	Ok((parcel, holder, bidder))
}

/// A parcel that its holder has given up, with a bid for it. Returns the holder and the bid.
fn auctioned<T: Config>() -> Result<(ParcelId, T::AccountId, Balance), BenchmarkError> {
	let (parcel, holder) = held::<T>()?;
	owe::<T>(parcel, 0);
	Pallet::<T>::do_relinquish(holder.clone(), parcel)?;
	let least = Auctions::<T>::get(parcel).map_or(0, |it| Pallet::<T>::least_at_auction(parcel, &it));
	Pallet::<T>::do_bid(funded::<T>("bidder"), parcel, least)?;
	Ok((parcel, holder, least))
}

/// Makes a call as `who`. The trial that spares its fee is counted where the call names its weight.
fn make<T: Config>(call: Call<T>, who: T::AccountId) -> Result<(), BenchmarkError> {
	let origin: OriginFor<T> = RawOrigin::Signed(who).into();
	call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
	Ok(())
}

/// Makes a free call as `who`, with the test that spares its fee.
fn free<T: Config>(call: Call<T>, who: T::AccountId) -> Result<(), BenchmarkError> {
	let origin: OriginFor<T> = RawOrigin::Signed(who).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map_err(|failed| failed.error)?;
	Ok(())
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
		let escrow = Pallet::<T>::reserve_of(PRICE);
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

	/// Somebody else's money.
	#[benchmark]
	fn fund() -> Result<(), BenchmarkError> {
		let (parcel, _) = held::<T>()?;
		let friend = funded::<T>("friend");
		#[extrinsic_call]
		_(RawOrigin::Signed(friend), parcel, PRICE);
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
		owe::<T>(parcel, 0);
		let who = funded::<T>("rival");
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), parcel, PRICE.saturating_mul(9));
		let bidder = Holdings::<T>::get(parcel).and_then(|holding| holding.bid).map(|it| it.bidder);
		assert_eq!(bidder, Some(who));
		Ok(())
	}

	#[benchmark]
	fn defend() -> Result<(), BenchmarkError> {
		let (parcel, holder, _) = bidden::<T>(u64::MAX)?;
		Pallet::<T>::do_fund(holder.clone(), parcel, PRICE.saturating_mul(10))?;
		owe::<T>(parcel, 1);
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, Balance::MAX);
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.bid.is_none()));
		Ok(())
	}

	/// A sale, after a guard that does not reach as high as the bid.
	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		let (parcel, holder, bidder) = bidden::<T>(0)?;
		Pallet::<T>::do_guard(holder, parcel, Some(1))?;
		let call = Call::<T>::close { parcel };
		#[block]
		{
			make::<T>(call, account("anyone", 0, 0))?;
		}
		assert_eq!(holder_of::<T>(parcel), Some(bidder));
		Ok(())
	}

	/// A defence by a guard.
	#[benchmark]
	fn close_guarded() -> Result<(), BenchmarkError> {
		let (parcel, holder, _) = bidden::<T>(0)?;
		Pallet::<T>::do_guard(holder.clone(), parcel, Some(Balance::MAX))?;
		let call = Call::<T>::close { parcel };
		#[block]
		{
			make::<T>(call, account("anyone", 0, 0))?;
		}
		assert_eq!(holder_of::<T>(parcel), Some(holder));
		Ok(())
	}

	/// A sale to the open bid.
	#[benchmark]
	fn foreclose() -> Result<(), BenchmarkError> {
		let (parcel, holder, bidder) = bidden::<T>(0)?;
		let escrow = Holdings::<T>::get(parcel).map_or(0, |holding| holding.escrow);
		owe::<T>(parcel, escrow);
		assert_eq!(holder_of::<T>(parcel), Some(holder));
		let call = Call::<T>::foreclose { parcel };
		#[block]
		{
			make::<T>(call, funded::<T>("anyone"))?;
		}
		assert_eq!(holder_of::<T>(parcel), Some(bidder));
		Ok(())
	}

	/// A purchase above a bid.
	#[benchmark]
	fn buy() -> Result<(), BenchmarkError> {
		let (parcel, _, _) = auctioned::<T>()?;
		let who = funded::<T>("buyer");
		let escrow = Pallet::<T>::reserve_of(PRICE);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), parcel, Balance::MAX, PRICE, escrow);
		assert_eq!(holder_of::<T>(parcel), Some(who));
		Ok(())
	}

	#[benchmark]
	fn relinquish() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		owe::<T>(parcel, 0);
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

	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let who = funded::<T>("payee");
		T::Currency::set_balance(&Pallet::<T>::account_id(), PRICE.saturating_mul(2));
		Proceeds::<T>::insert(&who, PRICE);
		let call = Call::<T>::claim {};
		#[block]
		{
			make::<T>(call, who.clone())?;
		}
		assert_eq!(Proceeds::<T>::get(&who), 0);
		Ok(())
	}

	/// A parcel whose charge runs dry.
	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let (parcel, _) = held::<T>()?;
		let escrow = Holdings::<T>::get(parcel).map_or(0, |holding| holding.escrow);
		owe::<T>(parcel, escrow);
		Holdings::<T>::mutate_extant(parcel, |holding| holding.grace = None);
		let call = Call::<T>::settle { parcel };
		#[block]
		{
			free::<T>(call, account("anyone", 0, 0))?;
		}
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.grace.is_some()));
		Ok(())
	}

	#[benchmark]
	fn guard() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, Some(PRICE));
		assert!(Holdings::<T>::get(parcel).is_some_and(|holding| holding.guard == Some(PRICE)));
		Ok(())
	}

	/// A parcel whose bid goes back to the bidder.
	#[benchmark]
	fn reclaim() -> Result<(), BenchmarkError> {
		let (parcel, holder, valuation) = auctioned::<T>()?;
		Auctions::<T>::mutate_extant(parcel, |auction| {
			auction.arrears = PRICE;
			auction.valuation = valuation;
		});
		let escrow = Pallet::<T>::reserve_of(valuation);
		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()), parcel, escrow);
		assert_eq!(holder_of::<T>(parcel), Some(holder));
		Ok(())
	}

	#[benchmark]
	fn denominate() -> Result<(), BenchmarkError> {
		let (parcel, holder) = held::<T>()?;
		UnitIndex::<T>::put(Index { price: FixedU128::from_u32(3), since: 0, next: None });
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), parcel, Denomination::Unit);
		assert!(Holdings::<T>::get(parcel).is_some_and(|it| it.denomination == Denomination::Unit));
		Ok(())
	}

	#[benchmark]
	fn announce_index() -> Result<(), BenchmarkError> {
		UnitIndex::<T>::put(Index::default());
		let origin = T::IndexOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as OriginFor<T>, FixedU128::from_u32(1));
		assert!(UnitIndex::<T>::get().next.is_some());
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
