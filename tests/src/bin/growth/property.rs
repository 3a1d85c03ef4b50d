//! What holders, bidders and neighbours do, by the number of parcels and citizens.

use crate::{
	measure::{commit, free, measure, next_block, next_season, paid, seed, spread, Act, Cost},
	people::{account, ballot_account, founded, Papers},
	town::{build, is_enrolled, is_thin, neighbour, open, valuation},
};
use civitas_primitives::ParcelId;
use civitas_runtime::{Dividend, Harberger, Runtime, System};
use frame_support::traits::OnInitialize;
use pallet_floating_tax::Vote;
use pallet_harberger::Call;
use sp_io::TestExternalities;

/// When the parcels are taken, and how much later everything else happens, in milliseconds.
const BEGINNING: u64 = 1_800_000_000_000;
const SIXTY_DAYS: u64 = 60 * 24 * 60 * 60 * 1_000;

/// How many holders have paid before the dividend is claimed.
const PAYERS: u32 = 500;

/// A state of so many parcels and citizens, sixty days after the parcels were taken.
pub fn seeded(parcels: u32) -> TestExternalities {
	let mut ext = founded();
	ext.execute_with(|| {
		pallet_timestamp::Now::<Runtime>::put(BEGINNING);
		Harberger::on_initialize(1);
		open();
		System::reset_events();
	});
	commit(&mut ext);
	let papers = Papers::untouched(parcels);
	seed(&mut ext, parcels, |batch| build(batch, papers));
	ext.execute_with(|| pallet_timestamp::Now::<Runtime>::put(BEGINNING + SIXTY_DAYS));
	next_block(&mut ext);
	ext
}

/// The `n`th of some parcels whose escrow lasts.
pub fn sound(n: u32, parcels: u32) -> ParcelId {
	let parcel = spread(n, parcels);
	if is_thin(parcel) {
		parcel + 1
	} else {
		parcel
	}
}

/// What a neighbour's vote costs, a settlement, a bid that replaces another one, a foreclosure, and when the season is
/// over the claim of a dividend.
pub fn costs(ext: &mut TestExternalities, parcels: u32) -> Vec<Cost> {
	let vote = measure(ext, |n| {
		let resident = spread(n, parcels) / 10 * 10 + 7;
		assert!(is_enrolled(resident), "those with this last digit are");
		let call = pallet_floating_tax::Call::vote { parcel: neighbour(resident, 7), vote: Vote::Disapprove };
		free(ballot_account(resident), call)
	});
	next_block(ext);
	let settle = measure(ext, |n| pay(sound(n, parcels)));
	next_block(ext);
	let bid = measure(ext, |n| {
		let parcel = sound(n, parcels);
		bid(parcel, 1, 2)();
		bid(parcel, 2, 3)
	});
	next_block(ext);
	let foreclose = measure(ext, |n| {
		let parcel = spread(n, parcels) / 10 * 10;
		free(account(neighbour(parcel, 3)), Call::foreclose { parcel })
	});
	next_block(ext);

	ext.execute_with(|| {
		for n in 0..PAYERS {
			pay(sound(n, parcels))();
		}
	});
	next_season(ext);
	ext.execute_with(|| {
		let share = Dividend::share(0).expect("something was charged");
		assert!(share.per_citizen > 0, "there is something to claim");
	});
	let claim = measure(ext, |n| free(account(spread(n, parcels)), pallet_dividend::Call::claim {}));
	vec![vote, settle, bid, foreclose, claim]
}

/// A holder pays the charge up to now.
fn pay(parcel: ParcelId) -> Act {
	paid(account(parcel), Call::fund { parcel, amount: 0 })
}

/// A neighbour bids so many times the valuation.
fn bid(parcel: ParcelId, steps: u32, times: u128) -> Act {
	let amount = times * valuation(parcel);
	paid(account(neighbour(parcel, steps)), Call::bid { parcel, amount })
}
