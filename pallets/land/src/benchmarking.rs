//! What each call costs at its dearest: the largest parcels, and, for a free call, the test that spares its fee as
//! well.

use crate::{grid::Rectangle, *};
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::CheckIfFeeless,
	traits::{EnsureOrigin, UnfilteredDispatchable},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::H256;

/// Who keeps the registers.
fn registrar<T: Config>() -> T::AccountId {
	account("registrar", 0, 0)
}

/// A name of the greatest length.
fn name() -> Name {
	BoundedVec::truncate_from(alloc::vec![b'a'; 64])
}

/// A new territory.
fn territory<T: Config>() -> TerritoryId {
	let id = NextTerritoryId::<T>::get();
	let opened = Pallet::<T>::do_open_territory(name(), *b"AT", registrar::<T>(), u32::MAX);
	assert!(opened.is_ok(), "the territory is opened");
	id
}

/// A survey of `tiles` tiles which no other has: 16 in each row but the last, one row for each rectangle.
fn survey<T: Config>(tiles: u32) -> Survey {
	let n = NextParcelId::<T>::get();
	let (row, column) = (800_000 + n / 10_000 * 32, 1_000_000 + n % 10_000 * 32);
	let rows = tiles.div_ceil(16);
	let shape = (0..rows)
		.map(|at| Rectangle {
			row: row + at,
			column,
			rows: 1,
			columns: u8::try_from((tiles - at * 16).min(16)).expect("it is at most 16; benchmarks only"),
		})
		.collect::<Vec<_>>();
	let bounds = |tile: u32, limit: i64| i32::try_from(i64::from(tile << 10) - limit).unwrap_or(0);
	Survey {
		shape: BoundedVec::truncate_from(shape),
		reference: Point { lat: bounds(row, 900_000_000), lon: bounds(column, 1_800_000_000) },
		area: tiles * 100,
		title_hash: H256::repeat_byte(1),
	}
}

/// A parcel in common ownership, or reserved for `assignee`, in a territory of its own.
pub(crate) fn parcel<T: Config>(assignee: Option<T::AccountId>) -> ParcelId {
	let entered = Pallet::<T>::enter(territory::<T>(), survey::<T>(1), assignee);
	entered.expect("its tiles are free; benchmarks only")
}

/// A citizen who lives on one parcel and has declared another one, in another territory.
fn resident<T: Config>() -> (CitizenId, T::AccountId, ParcelId, ParcelId) {
	let who: T::AccountId = account("citizen", 0, 0);
	let citizen = T::Citizenry::ensure_citizen(&who);
	let (old, new) = (parcel::<T>(Some(who.clone())), parcel::<T>(Some(who.clone())));
	let declared = Pallet::<T>::do_reside(who.clone(), old)
		.and_then(|()| Pallet::<T>::do_confirm(registrar::<T>(), citizen, old))
		.and_then(|()| Pallet::<T>::do_reside(who.clone(), new));
	assert!(declared.is_ok(), "the citizen moves in");
	(citizen, who, old, new)
}

/// Lets `citizen` live on one parcel and declare another one, in another territory.
pub(crate) fn settle<T: Config>(citizen: CitizenId) {
	let (home, next) = (parcel::<T>(None), parcel::<T>(None));
	Declarations::<T>::insert(citizen, home);
	let confirmed = Pallet::<T>::do_confirm(registrar::<T>(), citizen, home);
	assert!(confirmed.is_ok(), "the citizen moves in");
	Declarations::<T>::insert(citizen, next);
}

/// Makes a free call as the transaction pipeline does: the test that spares the fee, then the call.
fn free<T: Config>(who: &T::AccountId, call: Call<T>) -> DispatchResult {
	let origin: OriginFor<T> = RawOrigin::Signed(who.clone()).into();
	assert!(call.is_feeless(&origin), "the call is free");
	call.dispatch_bypass_filter(origin).map(|_| ()).map_err(|failed| failed.error)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open_territory() -> Result<(), BenchmarkError> {
		let origin = T::TerritoryOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let id = NextTerritoryId::<T>::get();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, name(), *b"AT", registrar::<T>(), 1_000);
		assert!(Territories::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn appoint_registrar() -> Result<(), BenchmarkError> {
		let origin = T::TerritoryOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let id = territory::<T>();
		let new: T::AccountId = account("registrar", 1, 0);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, new.clone());
		assert!(Territories::<T>::get(id).is_some_and(|record| record.registrar == new));
		Ok(())
	}

	#[benchmark]
	fn set_parcel_limit() -> Result<(), BenchmarkError> {
		let origin = T::TerritoryOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let id = territory::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, 7);
		assert!(Territories::<T>::get(id).is_some_and(|record| record.parcel_limit == 7));
		Ok(())
	}

	/// A parcel in common ownership: what becomes of it is dearer than waiting.
	#[benchmark]
	fn register(t: Linear<1, MAX_TILES>) {
		let id = territory::<T>();
		let survey = survey::<T>(t);
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id, survey, None);
		assert_eq!(Tiles::<T>::iter().count(), t as usize);
	}

	#[benchmark]
	fn assign() {
		let id = parcel::<T>(Some(account("assignee", 0, 0)));
		let new: T::AccountId = account("assignee", 1, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id, new.clone());
		assert!(Parcels::<T>::get(id).is_some_and(|record| record.title == Title::Assigned(new)));
	}

	#[benchmark]
	fn unassign() {
		let id = parcel::<T>(Some(account("assignee", 0, 0)));
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id);
		assert!(Parcels::<T>::get(id).is_some_and(|record| record.title == Title::Common));
	}

	#[benchmark]
	fn strike(t: Linear<1, MAX_TILES>) -> Result<(), BenchmarkError> {
		let assignee = account("assignee", 0, 0);
		let id = Pallet::<T>::enter(territory::<T>(), survey::<T>(t), Some(assignee))?;
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id);
		assert_eq!(Tiles::<T>::iter().count(), 0);
		Ok(())
	}

	#[benchmark]
	fn reside() -> Result<(), BenchmarkError> {
		let (citizen, who, ..) = resident::<T>();
		let id = parcel::<T>(Some(who.clone()));
		#[block]
		{
			free::<T>(&who, Call::reside { parcel: id })?;
		}
		assert_eq!(Declarations::<T>::get(citizen), Some(id));
		Ok(())
	}

	#[benchmark]
	fn withdraw_declaration() -> Result<(), BenchmarkError> {
		let (citizen, who, ..) = resident::<T>();
		#[block]
		{
			free::<T>(&who, Call::withdraw_declaration {})?;
		}
		assert!(!Declarations::<T>::contains_key(citizen));
		Ok(())
	}

	/// A move from another territory, confirmed by the holder.
	#[benchmark]
	fn confirm() -> Result<(), BenchmarkError> {
		let (citizen, who, _, new) = resident::<T>();
		Parcels::<T>::mutate_extant(new, |record| record.title = Title::Held(who.clone()));
		#[extrinsic_call]
		_(RawOrigin::Signed(who), citizen, new);
		assert!(Residences::<T>::get(citizen).is_some_and(|residence| residence.parcel == new));
		Ok(())
	}

	#[benchmark]
	fn move_out() -> Result<(), BenchmarkError> {
		let (citizen, who, ..) = resident::<T>();
		#[block]
		{
			free::<T>(&who, Call::move_out {})?;
		}
		assert!(!Residences::<T>::contains_key(citizen));
		Ok(())
	}

	#[benchmark]
	fn give_notice() {
		let (citizen, ..) = resident::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), citizen);
		assert!(Residences::<T>::get(citizen).is_some_and(|residence| residence.notice.is_some()));
	}

	#[benchmark]
	fn evict() -> Result<(), BenchmarkError> {
		let (citizen, ..) = resident::<T>();
		Pallet::<T>::do_give_notice(registrar::<T>(), citizen)?;
		if let Some(notice) = Residences::<T>::get(citizen).and_then(|residence| residence.notice) {
			frame_system::Pallet::<T>::set_block_number(notice.from);
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), citizen);
		assert!(!Residences::<T>::contains_key(citizen));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
