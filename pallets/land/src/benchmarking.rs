// SPDX-License-Identifier: Apache-2.0
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
use sp_runtime::traits::{BlakeTwo256, Hash};

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
		unit: GROUND,
		area: tiles * 100,
		title_hash: H256::repeat_byte(1),
	}
}

/// A parcel of one tile in effect, in a territory of its own.
pub(crate) fn parcel<T: Config>(title: TitleOf<T>) -> ParcelId {
	let entered = Pallet::<T>::enter(territory::<T>(), survey::<T>(1), title);
	entered.expect("its tiles are free; benchmarks only")
}

/// A parcel of so many tiles that the registrar has filed. Its notice is over.
fn filed<T: Config>(tiles: u32) -> ParcelId {
	let id = NextParcelId::<T>::get();
	let designation = Designation::Assigned(account("assignee", 0, 0));
	let registered =
		Pallet::<T>::do_register(registrar::<T>(), territory::<T>(), survey::<T>(tiles), designation);
	assert!(registered.is_ok(), "its tiles are free");
	id
}

/// The notice of a filing is over.
fn end_notice<T: Config>(parcel: ParcelId) {
	if let Some(filing) = Filings::<T>::get(parcel) {
		frame_system::Pallet::<T>::set_block_number(filing.from);
	}
}

/// A challenger, whose bond is held for a filing.
fn challenged<T: Config>(parcel: ParcelId) -> T::AccountId {
	let who = rich::<T>();
	let done = Pallet::<T>::do_challenge(who.clone(), parcel, H256::repeat_byte(2));
	assert!(done.is_ok(), "the notice is not over");
	who
}

/// Somebody who can put down a bond.
fn rich<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("challenger", 0, 0);
	let wealth = T::ChallengeBond::get().saturating_mul(10).saturating_add(T::Currency::minimum_balance());
	assert!(T::Currency::mint_into(&who, wealth).is_ok(), "there is room for more money");
	who
}

/// A division of the largest survey into the most parts: two rows of tiles each.
fn parts(whole: &Survey) -> ChangeOfParts {
	let part = |rows: &[Rectangle]| Survey {
		shape: BoundedVec::truncate_from(rows.to_vec()),
		reference: Point {
			lat: whole.reference.lat.saturating_add(
				i32::try_from(rows.first().map_or(0, |row| row.row))
					.unwrap_or(0)
					.saturating_sub(i32::try_from(whole.shape.first().map_or(0, |row| row.row)).unwrap_or(0))
					<< 10,
			),
			..whole.reference
		},
		area: rows.len() as u32 * 1_600,
		..whole.clone()
	};
	BoundedVec::truncate_from(whole.shape.chunks(2).map(part).collect())
}

type ChangeOfParts = BoundedVec<Survey, frame_support::traits::ConstU32<MAX_PARTS>>;

/// The largest parcel that somebody holds, and a division of it under notice, to which they agree.
fn to_divide<T: Config>() -> ParcelId {
	let whole = survey::<T>(MAX_TILES);
	let change = Change::Divide(parts(&whole));
	let title = Title::Assigned(account("assignee", 0, 0));
	let id = Pallet::<T>::enter(territory::<T>(), whole, title).expect("its tiles are free; benchmarks only");
	T::OnParcel::ensure_held(id);
	let filed = Pallet::<T>::do_file(Some(registrar::<T>()), id, change);
	assert!(filed.is_ok(), "the parts cover it");
	let holder = Parcels::<T>::get(id).and_then(|record| record.title.holder().cloned());
	Filings::<T>::mutate_extant(id, |filing| filing.agreed = holder);
	id
}

/// A citizen who lives on one parcel and has declared another one, in another territory.
fn resident<T: Config>() -> (CitizenId, T::AccountId, ParcelId, ParcelId) {
	let who: T::AccountId = account("citizen", 0, 0);
	let citizen = T::Citizenry::ensure_citizen(&who);
	let reserved = || parcel::<T>(Title::Assigned(who.clone()));
	let (old, new) = (reserved(), reserved());
	let declared = Pallet::<T>::do_reside(who.clone(), old)
		.and_then(|()| Pallet::<T>::do_confirm(registrar::<T>(), citizen, old))
		.and_then(|()| Pallet::<T>::do_reside(who.clone(), new));
	assert!(declared.is_ok(), "the citizen moves in");
	(citizen, who, old, new)
}

/// Lets `citizen` live on one parcel and declare another one, in another territory.
pub(crate) fn settle<T: Config>(citizen: CitizenId) {
	let (home, next) = (parcel::<T>(Title::Common), parcel::<T>(Title::Common));
	Declarations::<T>::insert(citizen, home);
	Declarants::<T>::insert(home, citizen, ());
	let confirmed = Pallet::<T>::do_confirm(registrar::<T>(), citizen, home);
	assert!(confirmed.is_ok(), "the citizen moves in");
	Declarations::<T>::insert(citizen, next);
	Declarants::<T>::insert(next, citizen, ());
}

/// Lets `citizen`, who has been away for seasons, live where others have taken all the room since.
pub(crate) fn come_back<T: Config>(citizen: CitizenId) {
	let (parcel, season) = (parcel::<T>(Title::Common), Pallet::<T>::season());
	let Some(record) = Parcels::<T>::get(parcel) else { return };
	let (seen, since) = (season.saturating_sub(2), frame_system::Pallet::<T>::block_number());
	Residences::<T>::insert(citizen, Residence { parcel, since, seen, notice: None });
	Inhabitants::<T>::insert(parcel, citizen, ());
	for _ in 0..Pallet::<T>::limit(record.area) {
		Pallet::<T>::recount_residents(parcel, |residents| residents.add(season, season));
	}
	T::OnResidence::moved(citizen, Some(record.cell));
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

	#[benchmark]
	fn register(t: Linear<1, MAX_TILES>) {
		let id = territory::<T>();
		let survey = survey::<T>(t);
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id, survey, Designation::Common);
		assert_eq!(Tiles::<T>::iter().count(), t as usize);
	}

	/// A division of the largest parcel: its tiles are compared.
	#[benchmark]
	fn file() {
		let whole = survey::<T>(MAX_TILES);
		let change = Change::Divide(parts(&whole));
		let title = Title::Assigned(account("assignee", 0, 0));
		let id =
			Pallet::<T>::enter(territory::<T>(), whole, title).expect("its tiles are free; benchmarks only");
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id, change);
		assert!(Filings::<T>::contains_key(id));
	}

	#[benchmark]
	fn agree() {
		let id = to_divide::<T>();
		let holder: T::AccountId = account("holder", 0, 0);
		Parcels::<T>::mutate_extant(id, |record| record.title = Title::Held(holder.clone()));
		Filings::<T>::mutate_extant(id, |filing| filing.agreed = None);
		let change = Filings::<T>::get(id).map(|filing| filing.change);
		let hash = change.map(|change| BlakeTwo256::hash_of(&change)).unwrap_or_default();
		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()), id, hash);
		assert!(Filings::<T>::get(id).is_some_and(|filing| filing.agreed == Some(holder)));
	}

	/// A new parcel of the largest size, challenged.
	#[benchmark]
	fn withdraw_filing() {
		let id = filed::<T>(MAX_TILES);
		challenged::<T>(id);
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id);
		assert!(!Parcels::<T>::contains_key(id));
	}

	/// A division of the largest parcel into the most parts.
	#[benchmark]
	fn enact() {
		let id = to_divide::<T>();
		end_notice::<T>(id);
		#[extrinsic_call]
		_(RawOrigin::Signed(rich::<T>()), id);
		assert!(!Filings::<T>::contains_key(id));
	}

	/// A parcel goes into common ownership.
	#[benchmark]
	fn enact_designation() {
		let id = parcel::<T>(Title::Assigned(account("assignee", 0, 0)));
		let filed = Pallet::<T>::do_file(Some(registrar::<T>()), id, Change::Designate(Designation::Common));
		assert!(filed.is_ok(), "it is reserved");
		end_notice::<T>(id);
		#[extrinsic_call]
		enact(RawOrigin::Signed(rich::<T>()), id);
		assert!(Parcels::<T>::get(id).is_some_and(|record| record.title == Title::Common));
	}

	#[benchmark]
	fn challenge() {
		let (id, who) = (filed::<T>(1), rich::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id, H256::repeat_byte(2));
		assert!(Filings::<T>::get(id).is_some_and(|filing| filing.challenge.is_some()));
	}

	#[benchmark]
	fn withdraw_challenge() {
		let id = filed::<T>(1);
		let who = challenged::<T>(id);
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);
		assert!(Filings::<T>::get(id).is_some_and(|filing| filing.challenge.is_none()));
	}

	/// A challenge of a new parcel of the largest size is upheld.
	#[benchmark]
	fn rule() -> Result<(), BenchmarkError> {
		let origin = T::JusticeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let id = filed::<T>(MAX_TILES);
		let who = challenged::<T>(id);
		let since = frame_system::Pallet::<T>::block_number();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, who, since, Ruling::Upheld);
		assert!(!Parcels::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn lapse_challenge() {
		let id = filed::<T>(1);
		let who = challenged::<T>(id);
		let since = frame_system::Pallet::<T>::block_number();
		frame_system::Pallet::<T>::set_block_number(Pallet::<T>::later(since, T::RulingPeriod::get()));
		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);
		assert!(Filings::<T>::get(id).is_some_and(|filing| filing.challenge.is_none()));
	}

	#[benchmark]
	fn lapse() {
		let id = parcel::<T>(Title::Assigned(account("assignee", 0, 0)));
		let since = frame_system::Pallet::<T>::block_number();
		frame_system::Pallet::<T>::set_block_number(Pallet::<T>::later(since, T::AssignmentPeriod::get()));
		#[extrinsic_call]
		_(RawOrigin::Signed(rich::<T>()), id);
		assert!(Parcels::<T>::get(id).is_some_and(|record| record.title == Title::Common));
	}

	/// A court divides the largest parcel into the most parts, whatever is under notice.
	#[benchmark]
	fn rectify() -> Result<(), BenchmarkError> {
		let origin = T::JusticeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let id = to_divide::<T>();
		challenged::<T>(id);
		let change = Filings::<T>::get(id).map(|filing| filing.change).ok_or("it is filed")?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, change);
		assert!(!Filings::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn describe() {
		let id = parcel::<T>(Title::Public);
		let new =
			Description { name: name(), land_use: LandUse::Civic, document: Some(H256::repeat_byte(3)) };
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), id, new.clone());
		assert_eq!(Descriptions::<T>::get(id), new);
	}

	#[benchmark]
	fn reside() -> Result<(), BenchmarkError> {
		let (citizen, who, ..) = resident::<T>();
		let id = parcel::<T>(Title::Assigned(who.clone()));
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
		_(RawOrigin::Signed(registrar::<T>()), citizen, H256::repeat_byte(2));
		assert!(Residences::<T>::get(citizen).is_some_and(|residence| residence.notice.is_some()));
	}

	#[benchmark]
	fn stay() -> Result<(), BenchmarkError> {
		let origin = T::JusticeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let (citizen, ..) = resident::<T>();
		Pallet::<T>::do_give_notice(registrar::<T>(), citizen, H256::repeat_byte(2))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, citizen);
		let notice = Residences::<T>::get(citizen).and_then(|residence| residence.notice);
		assert!(matches!(notice, Some(Notice::Stayed { .. })));
		Ok(())
	}

	#[benchmark]
	fn evict() -> Result<(), BenchmarkError> {
		let (citizen, ..) = resident::<T>();
		Pallet::<T>::do_give_notice(registrar::<T>(), citizen, H256::repeat_byte(2))?;
		let notice = Residences::<T>::get(citizen).and_then(|residence| residence.notice);
		if let Some(Notice::Given { from, .. }) = notice {
			frame_system::Pallet::<T>::set_block_number(from);
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(registrar::<T>()), citizen);
		assert!(!Residences::<T>::contains_key(citizen));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
