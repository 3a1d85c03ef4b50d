// SPDX-License-Identifier: Apache-2.0
//! From layout 1 to 2: holdings keep what they reserved and which prices they had; auctions can have a bid; bids and
//! offers are listed by account.

use crate::*;
use frame_support::{
	defensive,
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	storage::unhashed,
	storage_alias,
	traits::GetStorageVersion,
	weights::WeightMeter,
};

/// The layout that this migration reads.
pub mod v1 {
	use super::*;
	use civitas_primitives::CitizenId;
	use parity_scale_codec::DecodeAll;

	/// A parcel that somebody holds.
	#[derive(Clone, Encode, Decode)]
	pub struct Holding<AccountId, B = Bid<AccountId>> {
		/// Who holds it.
		pub holder: AccountId,
		/// Which citizen that was, if one.
		pub citizen: Option<CitizenId>,
		/// The price.
		pub valuation: Balance,
		/// What is held for the charge.
		pub escrow: Balance,
		/// What is owed.
		pub arrears: Balance,
		/// Up to where the charge is accounted for.
		pub paid: Accrual,
		/// How long the valuation binds.
		pub bound: Option<Bound>,
		/// A raise that does not count yet.
		pub rise: Option<Rise>,
		/// The open bid.
		pub bid: Option<B>,
		/// To whom it is offered.
		pub offer: Option<AccountId>,
	}

	/// An offer to buy.
	#[derive(Clone, Encode, Decode)]
	pub struct Bid<AccountId> {
		/// Who bids.
		pub bidder: AccountId,
		/// The price.
		pub amount: Balance,
		/// The escrow.
		pub escrow: Balance,
		/// The highest rate that the bidder accepts.
		pub max_rate: Perquintill,
		/// The valuation that it was made against.
		pub asked: Balance,
		/// What charges had come to.
		pub placed: Accrual,
		/// From when on it can be closed.
		pub until: u64,
		/// Up to when that can be put off.
		pub latest: u64,
	}

	/// An offer to buy, as the runtime of version 100 wrote it: higher bids could put its end off for ever.
	#[derive(Clone, Encode, Decode)]
	pub struct EndlessBid<AccountId> {
		/// Who bids.
		pub bidder: AccountId,
		/// The price.
		pub amount: Balance,
		/// The escrow.
		pub escrow: Balance,
		/// The highest rate that the bidder accepts.
		pub max_rate: Perquintill,
		/// The valuation that it was made against.
		pub asked: Balance,
		/// What charges had come to.
		pub placed: Accrual,
		/// From when on it can be closed.
		pub until: u64,
	}

	impl<AccountId> From<EndlessBid<AccountId>> for Bid<AccountId> {
		fn from(old: EndlessBid<AccountId>) -> Self {
			let EndlessBid { bidder, amount, escrow, max_rate, asked, placed, until } = old;
			Self { bidder, amount, escrow, max_rate, asked, placed, until, latest: until }
		}
	}

	impl<AccountId: Decode> Holding<AccountId> {
		/// A holding by its bytes, of either form.
		pub fn read(bytes: &[u8]) -> Option<Self> {
			if let Ok(holding) = Self::decode_all(&mut &*bytes) {
				return Some(holding);
			}
			let old = Holding::<AccountId, EndlessBid<AccountId>>::decode_all(&mut &*bytes).ok()?;
			let Holding { holder, citizen, valuation, escrow, arrears, paid, bound, rise, bid, offer } = old;
			let bid = bid.map(Into::into);
			Some(Self { holder, citizen, valuation, escrow, arrears, paid, bound, rise, bid, offer })
		}
	}

	/// A parcel for sale.
	#[derive(Clone, Encode, Decode)]
	pub struct Auction<AccountId> {
		/// The price to begin with.
		pub start: Balance,
		/// When it began.
		pub since: u64,
		/// How long the price falls.
		pub period: u64,
		/// Who held it, and what they can get.
		pub former: Option<(AccountId, Balance)>,
		/// What was owed.
		pub arrears: Balance,
		/// The valuation that the charge runs on with.
		pub valuation: Balance,
		/// Up to where the charge was accounted for.
		pub paid: Accrual,
	}

	/// The holdings.
	#[storage_alias]
	pub type Holdings<T: Config> =
		StorageMap<Pallet<T>, Twox64Concat, ParcelId, Holding<<T as frame_system::Config>::AccountId>>;

	/// The auctions.
	#[storage_alias]
	pub type Auctions<T: Config> =
		StorageMap<Pallet<T>, Twox64Concat, ParcelId, Auction<<T as frame_system::Config>::AccountId>>;
}

/// How far the migration has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, MaxEncodedLen)]
pub enum Cursor {
	/// All holdings up to this one are done.
	Holdings(ParcelId),
	/// All holdings are done, and all auctions up to this one.
	Auctions(Option<ParcelId>),
}

/// From layout 1 to 2, a holding or an auction a step.
pub struct MigrateV1ToV2<T>(core::marker::PhantomData<T>);

impl<T: Config> MigrateV1ToV2<T> {
	/// What a step weighs: `offer` reads and writes a holding and writes a list, like a step does twice at most.
	fn step_weight() -> Weight {
		T::WeightInfo::offer().saturating_mul(2)
	}

	fn holding(parcel: ParcelId, old: v1::Holding<T::AccountId>) {
		let now = Pallet::<T>::now();
		let tip = T::ForeclosureTip::get();
		let until = now.saturating_add(T::ReservePeriod::get());
		let bid = old.bid.map(|bid| {
			BidsOf::<T>::insert(&bid.bidder, parcel, ());
			let v1::Bid { bidder, amount, escrow, asked, until, latest, .. } = bid;
			Bid { bidder, amount, escrow, tip: tip.min(escrow), asked, until, latest }
		});
		if let Some(offer) = &old.offer {
			OffersTo::<T>::insert(offer, parcel, ());
		}
		let grace = until.saturating_add(T::GracePeriod::get());
		Holdings::<T>::insert(
			parcel,
			Holding {
				holder: old.holder,
				denomination: Denomination::Civ,
				valuation: old.valuation,
				booked: old.valuation,
				// What a holder had put down when the rules changed lasts for a reserve period.
				reserved: Reserved { tip: tip.min(old.escrow), until },
				grace: (old.arrears > 0).then_some(grace),
				escrow: old.escrow,
				arrears: old.arrears,
				paid: old.paid,
				record: Record::start(now, old.valuation),
				bound: old.bound,
				rise: old.rise,
				bid,
				offer: old.offer,
				guard: None,
			},
		);
	}

	fn auction(parcel: ParcelId, old: v1::Auction<T::AccountId>) {
		let v1::Auction { start, since, period, former, arrears, valuation, paid } = old;
		let record = Record::start(Pallet::<T>::now(), valuation);
		let former = former.map(|(who, most)| Former { who, most, record });
		let denomination = Denomination::Civ;
		let auction =
			Auction { start, since, period, former, arrears, denomination, valuation, paid, bid: None };
		Auctions::<T>::insert(parcel, auction);
	}

	/// Migrates the next entry after `cursor`. `None` if that was the last one.
	fn next(cursor: Option<Cursor>) -> Option<Cursor> {
		let after = match cursor {
			None => None,
			Some(Cursor::Holdings(parcel)) => Some(parcel),
			Some(Cursor::Auctions(last)) => {
				let mut left = match last {
					Some(last) => v1::Auctions::<T>::iter_from(v1::Auctions::<T>::hashed_key_for(last)),
					None => v1::Auctions::<T>::iter(),
				};
				let (parcel, old) = left.next()?;
				Self::auction(parcel, old);
				return Some(Cursor::Auctions(Some(parcel)));
			}
		};
		// By their keys: an iterator over values leaves out those of another form.
		let mut left = match after {
			Some(after) => v1::Holdings::<T>::iter_keys_from(v1::Holdings::<T>::hashed_key_for(after)),
			None => v1::Holdings::<T>::iter_keys(),
		};
		let Some(parcel) = left.next() else { return Some(Cursor::Auctions(None)) };
		let bytes = unhashed::get_raw(&v1::Holdings::<T>::hashed_key_for(parcel)).unwrap_or_default();
		match v1::Holding::read(&bytes) {
			Some(old) => Self::holding(parcel, old),
			None => {
				defensive!("a holding is of one of two forms");
			}
		}
		Some(Cursor::Holdings(parcel))
	}
}

impl<T: Config> SteppedMigration for MigrateV1ToV2<T> {
	type Cursor = Cursor;
	type Identifier = MigrationId<16>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"pallet-harberger", version_from: 1, version_to: 2 }
	}

	fn step(
		mut cursor: Option<Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Cursor>, SteppedMigrationError> {
		if Pallet::<T>::on_chain_storage_version() != 1 {
			return Ok(None);
		}
		let required = Self::step_weight();
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			let Some(next) = Self::next(cursor) else {
				StorageVersion::new(2).put::<Pallet<T>>();
				return Ok(None);
			};
			cursor = Some(next);
		}
		Ok(cursor)
	}
}
